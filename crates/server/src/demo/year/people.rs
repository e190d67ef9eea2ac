//! Practitioners, departments, staff and the dentists that laboratories work for.

use uuid::Uuid;

use super::load::Job;
use super::reference::DEVICES;
use super::table::{Table, fields};
use super::value::{DAY, Day, Dec, HOUR, Json, MINUTE};
use super::words::{DEPARTMENTS, FIRST, LAST};
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.practitioners", practitioners),
    Job::new("tenant.departments", departments),
    Job::new("tenant.department_equipment", equipment),
    Job::new("tenant.staff_profiles", staff),
    Job::new("tenant.staff_schedules", schedules),
    Job::new("tenant.performance_reviews", performance),
    Job::new("tenant.dentist_profiles", dentists),
    Job::new("tenant.dentist_applications", applications),
];

impl World {
    pub(super) fn device_id(&self, tenant: usize, number: usize) -> Uuid {
        self.id("department_equipment", tenant * 10 + number, self.tenant(tenant).made.plus(4 * HOUR))
    }

    pub(super) fn staff_id(&self, member: usize) -> Uuid {
        self.id("staff_profiles", member, self.members[member].joined.plus(3 * MINUTE))
    }

    pub(super) fn dentist_id(&self, member: usize) -> Uuid {
        self.id("dentist_profiles", member, self.members[member].joined.plus(3 * MINUTE))
    }
}

fn practitioners(world: &World, out: &mut Table) {
    for (n, member) in world.members.iter().enumerate() {
        let Some(id) = member.practitioner else { continue };
        let mut dice = world.dice("practitioner", n);
        let at = member.joined.plus(MINUTE);
        let specialization = match member.user_type {
            "radiologist" => "Oral radiology",
            "hygienist" => "Dental hygiene",
            _ => dice.pick(&[
                "General dentistry",
                "Endodontics",
                "Periodontics",
                "Oral surgery",
                "Prosthodontics",
            ]),
        };
        out.row(
            &world.stamp(member.tenant, id, at, Some(world.admin(member.tenant))),
            fields! {
                user_id: member.user, first_name: member.first, last_name: member.last, phone: "+1 555 0100",
                license_number: format!("LIC-{n:06}"), license_authority: "Example board",
                license_expires_on: world.calendar.end.day().plus(dice.between(100, 900)), specialization: specialization,
                subspecialties: Json("[]"), years_experience: dice.between(1, 38), profile_complete: true,
                is_verified: true, verified_at: at.plus(HOUR), verified_by: world.members[world.admin(member.tenant)].user,
                is_active: true,
            },
        );
    }
}

fn departments(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        for (number, (name, code)) in DEPARTMENTS.iter().enumerate() {
            let mut dice = world.dice("departments", index * 10 + number);
            let budget = dice.between(40, 200) * 100_000;
            out.row(
                &world.stamp(index, world.department_id(index, number), tenant.made.plus(3 * HOUR), Some(world.admin(index))),
                fields! {
                    name: *name, code: *code, location_id: tenant.locations[0],
                    manager_id: world.members[world.staff(index, number + 1)].user, currency: tenant.region.currency,
                    budget: budget, budget_spent: budget * dice.between(55, 104) / 100,
                    budget_start: world.calendar.start.day(), budget_end: world.calendar.end.day(), is_active: true,
                },
            );
        }
    }
}

fn equipment(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        for (number, (name, _)) in DEVICES.iter().enumerate() {
            let mut dice = world.dice("department_equipment", index * 10 + number);
            let bought = world.calendar.start.day().plus(-dice.between(30, 1500));
            let kept = world.calendar.end.day().plus(-dice.between(5, 170));
            out.row(
                &world.stamp(index, world.device_id(index, number), tenant.made.plus(4 * HOUR), Some(world.admin(index))),
                fields! {
                    department_id: world.department_id(index, number % 4), name: *name,
                    equipment_reference_id: world.device_type_id(number), serial_number: format!("SN{index:02}{number:04}"),
                    asset_number: format!("A-{:03}", number + 1), status: if number == 2 && index % 9 == 0 { "maintenance" } else { "active" },
                    purchased_on: bought, purchase_price: dice.between(15, 900) * 10_000, currency: tenant.region.currency,
                    warranty_until: bought.plus(730), last_maintenance_on: kept, next_maintenance_on: kept.plus(180),
                    maintenance_interval_days: 180_i32,
                },
            );
        }
    }
}

fn staff(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        for member in tenant.staff.clone() {
            let made = &world.members[member];
            let mut dice = world.dice("staff_profiles", member);
            let number = member - tenant.staff.start;
            let title = match made.user_type {
                "admin" => "Administrator",
                "front_desk" => "Front desk",
                "technician" => "Dental technician",
                "dentist" => "Dentist",
                "hygienist" => "Dental hygienist",
                "radiologist" => "Radiologist",
                _ => "Office",
            };
            let hours = dice.pick(&[400, 400, 385, 300, 200]);
            out.row(
                &world.stamp(index, world.staff_id(member), made.joined.plus(3 * MINUTE), Some(world.admin(index))),
                fields! {
                    user_id: made.user, department_id: world.department_id(index, number % 4),
                    employee_number: format!("E{:04}", number + 1), job_title: title,
                    employment_type: if hours < 385 { "part_time" } else { "full_time" }, employment_status: "active",
                    hired_on: world.calendar.start.day().plus(-dice.between(20, 4000)), weekly_hours: Dec(hours, 1),
                    skills: Json(r#"["infection control"]"#), phone: world.phone(index, member),
                },
            );
        }
    }
}

fn schedules(world: &World, out: &mut Table) {
    const DAYS: [&str; 5] = ["monday", "tuesday", "wednesday", "thursday", "friday"];
    for (index, tenant) in world.tenants.iter().enumerate() {
        for member in tenant.staff.clone() {
            let made = &world.members[member];
            for (number, weekday) in
                DAYS.iter().enumerate().filter(|(number, _)| member % 5 != *number || member % 2 == 0)
            {
                let at = made.joined.plus(4 * MINUTE);
                out.row(
                    &world.stamp(index, world.id("staff_schedules", member * 5 + number, at), at, Some(world.admin(index))),
                    fields! {
                        staff_id: world.staff_id(member), location_id: world.place_of(made), weekday: *weekday,
                        start_time: "08:00", end_time: "17:00", break_minutes: 60_i32, valid_from: world.calendar.start.day(),
                    },
                );
            }
        }
    }
}

fn performance(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        for member in tenant.staff.clone().skip(1).step_by(2) {
            let mut dice = world.dice("performance_reviews", member);
            let on = world.calendar.start.day().plus(dice.between(200, 350));
            let at = super::value::Time(on.0 * DAY + 10 * HOUR);
            let rating = dice.between(25, 50);
            out.row(
                &world.stamp(index, world.id("performance_reviews", member, at), at, Some(world.admin(index))),
                fields! {
                    staff_id: world.staff_id(member), reviewer_id: world.members[world.admin(index)].user,
                    period_start: world.calendar.start.day(), period_end: on, reviewed_on: on, rating: Dec(rating, 1),
                    quality_rating: Dec((rating + 2).min(50), 1), teamwork_rating: Dec((rating - 2).max(10), 1),
                    strengths: "Careful and reliable.", goals: "One course in the coming year.", status: "shared",
                },
            );
        }
    }
}

fn partners(world: &World) -> impl Iterator<Item = (usize, usize)> + use<'_> {
    world.tenants.iter().enumerate().flat_map(|(index, tenant)| {
        tenant
            .guests
            .clone()
            .filter(|&member| world.members[member].user_type == "dentist")
            .map(move |member| (index, member))
    })
}

fn dentists(world: &World, out: &mut Table) {
    for (index, member) in partners(world) {
        let made = &world.members[member];
        let tenant = world.tenant(index);
        let mut dice = world.dice("dentist_profiles", member);
        let total = tenant.cases.clone().filter(|&case| world.cases[case].dentist == member).count();
        let open = tenant
            .cases
            .clone()
            .filter(|&case| {
                world.cases[case].dentist == member
                    && world.cases[case].done < 7
                    && !world.cases[case].cancelled
            })
            .count();
        let region = tenant.region;
        out.row(
            &world.stamp(index, world.dentist_id(member), made.joined.plus(3 * MINUTE), Some(world.admin(index))),
            fields! {
                user_id: made.user, status: "active", practice_name: format!("Practice {}", made.last),
                license_number: format!("LIC-{member:06}"), license_authority: "Example board", phone: world.phone(index, member),
                city: region.towns[member % 4], country: region.country, account_manager_id: world.members[world.admin(index)].user,
                partner_since: Day(made.joined.day().0), discount_percent: Dec(dice.pick(&[0, 300, 500, 800]), 2),
                payment_terms_days: 30_i32, rating: Dec(dice.between(35, 50), 1), preferences: Json("{}"),
                metrics: Json(format!(r#"{{"cases_total": {total}, "cases_open": {open}}}"#)), metrics_at: world.calendar.end.plus(-HOUR),
            },
        );
    }
}

fn applications(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate().filter(|(_, tenant)| tenant.is_lab()) {
        for number in 0..6 {
            let n = index * 10 + number;
            let mut dice = world.dice("dentist_applications", n);
            let at = tenant.made.plus(dice.between(20, 340) * DAY);
            let (first, last) = (dice.pick(&FIRST[number % 2]), dice.pick(&LAST));
            let decided = number < 4;
            let admin = world.members[world.admin(index)].user;
            out.row(
                &world.stamp(index, world.id("dentist_applications", n, at), at, None),
                fields! {
                    first_name: first, last_name: last, email: format!("{first}.{last}.{n}@dentist.example").to_lowercase(),
                    practice_name: format!("Practice {last}"), license_number: format!("NEW-{n:05}"), country: tenant.region.country,
                    expected_cases_per_month: dice.between(2, 40), submitted_at: at,
                    approval_status: ["approved", "approved", "rejected", "withdrawn", "under_review", "submitted"][number],
                    reviewed_by: decided.then_some(admin), reviewed_at: decided.then(|| at.plus(2 * DAY)),
                    decision_reason: (number == 2).then_some("No capacity in this region."),
                },
            );
        }
    }
}
