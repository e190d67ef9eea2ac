//! Patients and what is known of them as persons: addresses, numbers, family, insurance.

use super::load::Job;
use super::table::{Fields, Stamp, Table, fields};
use super::value::{DAY, HOUR, MINUTE};
use super::words::{LAST, PAYERS, STREETS};
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.patients", patients),
    Job::new("tenant.row_versions", row_versions),
    Job::new("tenant.patient_addresses", addresses),
    Job::new("tenant.patient_identifiers", identifiers),
    Job::new("tenant.patient_insurance_policies", policies),
    Job::new("tenant.patient_relationships", relationships),
    Job::new("tenant.external_contacts", contacts),
    Job::new("tenant.patient_profiles", profiles),
    Job::new("tenant.payers", payers),
];

/// One patient in so many changed their telephone number once.
const CHANGED: usize = 40;

impl World {
    /// Whether a patient's entry was changed, and when.
    fn patient_changed(&self, n: usize) -> Option<super::value::Time> {
        n.is_multiple_of(CHANGED)
            .then(|| self.clip(self.patients[n].made.plus((n as i64 % 200) * DAY + HOUR)))
    }

    /// The patients whose entry was changed, and when.
    pub(super) fn patient_changes(&self) -> impl Iterator<Item = (usize, super::value::Time)> + use<'_> {
        (0..self.patients.len()).step_by(CHANGED).filter_map(|n| Some((n, self.patient_changed(n)?)))
    }

    /// A patient's row as it is now, or as it was made.
    pub(super) fn patient_row(&self, n: usize, now: bool, use_row: &mut dyn FnMut(&Stamp, Fields<'_>)) {
        let patient = self.patients[n];
        let tenant = self.tenant(patient.tenant);
        let by = self.desk(patient.tenant, n);
        let mut stamp = self.stamp(patient.tenant, self.patient_id(n), patient.made, Some(by));
        let changed = self.patient_changed(n).filter(|_| now);
        if let Some(changed) = changed {
            (stamp.version, stamp.changed, stamp.changed_by) = (2, changed, stamp.by);
        }
        let mail = match patient.account {
            Some(member) => self.members[member].email.clone(),
            None => format!("{}.{}.p{n}@patient.example", patient.first, patient.last).to_lowercase(),
        };
        let dentist = patient.dentist.map(|member| &self.members[member]);
        use_row(
            &stamp,
            fields! {
                user_id: patient.account.map(|member| self.members[member].user), first_name: patient.first,
                last_name: patient.last, dob: patient.born, sex_at_birth: if patient.female { "female" } else { "male" },
                contact_email: mail, phone_mobile: self.phone(patient.tenant, if changed.is_some() { n + 1 } else { n }),
                preferred_language: &tenant.region.language[..2],
                preferred_contact_method: ["email", "sms", "phone", "app"][n % 4],
                primary_location_id: dentist.map_or(tenant.locations[0], |dentist| self.place_of(dentist)),
                primary_practitioner_id: dentist.and_then(|dentist| dentist.practitioner),
                status: if n % 60 == 59 { "inactive" } else { "active" },
            },
        );
    }
}

fn patients(world: &World, out: &mut Table) {
    for n in 0..world.patients.len() {
        world.patient_row(n, true, &mut |stamp, row| out.row(stamp, row));
    }
}

fn row_versions(world: &World, out: &mut Table) {
    for (n, until) in world.patient_changes() {
        world.patient_row(n, false, &mut |stamp, row| {
            let mut content = b"{".to_vec();
            for (name, value) in row {
                if content.len() > 1 {
                    content.push(b',');
                }
                content.extend_from_slice(format!("\"{name}\":").as_bytes());
                value.json(&mut content);
            }
            content.push(b'}');
            let content = super::value::Json(String::from_utf8(content).unwrap_or_default());
            out.bare(fields! {
                tenant_id: stamp.tenant, resource: "patients", row_id: stamp.id, version: 1_i32, valid_from: stamp.at,
                valid_until: until, changed_by: stamp.by, content: content,
            });
        });
    }
}

fn addresses(world: &World, out: &mut Table) {
    for (n, patient) in world.patients.iter().enumerate() {
        let mut dice = world.dice("patient_addresses", n);
        let region = world.tenant(patient.tenant).region;
        let at = patient.made.plus(MINUTE);
        out.row(
            &world.stamp(patient.tenant, world.id("patient_addresses", n, at), at, Some(world.desk(patient.tenant, n))),
            fields! {
                patient_id: world.patient_id(n), address_type: "physical", line1: format!("{} {}", dice.between(1, 240), dice.pick(&STREETS)),
                city: dice.pick(&region.towns), postal_code: format!("{:05}", dice.between(10_000, 99_999)), country: region.country,
                is_primary: true, valid_from: patient.made.day(),
            },
        );
    }
}

fn identifiers(world: &World, out: &mut Table) {
    for (n, patient) in world.patients.iter().enumerate() {
        let at = patient.made.plus(2 * MINUTE);
        out.row(
            &world.stamp(patient.tenant, world.id("patient_identifiers", n, at), at, Some(world.desk(patient.tenant, n))),
            fields! { patient_id: world.patient_id(n), system: "mrn", issuer: "", value: format!("MRN{n:08}"), is_primary: true },
        );
    }
}

fn payers(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate().filter(|(_, tenant)| !tenant.patients.is_empty())
    {
        for (number, (name, kind)) in PAYERS.iter().enumerate() {
            out.row(
                &world.stamp(index, world.payer_id(index, number), tenant.made.plus(HOUR), Some(world.admin(index))),
                fields! {
                    name: *name, kind: *kind, payer_code: format!("EX{:03}", number + 1), accepts_electronic_claims: number < 4,
                    phone: world.phone(index, number), email: format!("claims@payer{}.example", number + 1), country: tenant.region.country,
                },
            );
        }
    }
}

fn policies(world: &World, out: &mut Table) {
    for (n, patient) in world.patients.iter().enumerate().filter(|(_, patient)| patient.insured) {
        let at = patient.made.plus(3 * MINUTE);
        let currency = world.tenant(patient.tenant).region.currency;
        out.row(
            &world.stamp(patient.tenant, world.policy_id(n), at, Some(world.desk(patient.tenant, n))),
            fields! {
                patient_id: world.patient_id(n), payer_id: world.payer_id(patient.tenant, n % PAYERS.len()), coverage_kind: "dental",
                coverage_rank: "primary", plan_name: ["Basic", "Comfort", "Complete"][n % 3], policy_number: format!("POL-{n:08}"),
                group_number: format!("G{:03}", n % 50), subscriber_relation: "self", coverage_start: world.calendar.start.day().plus(-30),
                currency: currency, annual_maximum: 150_000_i64, deductible: 5_000_i64, verified_at: at.plus(HOUR),
            },
        );
    }
}

/// One patient in so many names a relative.
const RELATED: usize = 4;

impl World {
    pub(super) fn contact_id(&self, n: usize) -> uuid::Uuid {
        self.id("external_contacts", n, self.patients[n].made.plus(3 * MINUTE))
    }
}

fn contacts(world: &World, out: &mut Table) {
    for n in (0..world.patients.len()).step_by(RELATED) {
        let patient = world.patients[n];
        let mut dice = world.dice("external_contacts", n);
        out.row(
            &world.stamp(patient.tenant, world.contact_id(n), patient.made.plus(3 * MINUTE), Some(world.desk(patient.tenant, n))),
            fields! {
                first_name: "Relative", last_name: dice.pick(&LAST), phone_mobile: world.phone(patient.tenant, n + 7),
                email: format!("contact.{n}@family.example"),
            },
        );
    }
}

fn relationships(world: &World, out: &mut Table) {
    for n in (0..world.patients.len()).step_by(RELATED) {
        let patient = world.patients[n];
        let at = patient.made.plus(4 * MINUTE);
        let minor = world.age(n, at.day()) < 18;
        let kind = if minor { "parent" } else { ["spouse", "sibling", "emergency_contact"][n / RELATED % 3] };
        out.row(
            &world.stamp(patient.tenant, world.id("patient_relationships", n, at), at, Some(world.desk(patient.tenant, n))),
            fields! {
                patient_id: world.patient_id(n), external_contact_id: world.contact_id(n), relationship_type: kind,
                is_emergency_contact: true, is_legal_guardian: minor, is_financially_responsible: minor, may_receive_information: minor,
            },
        );
    }
}

fn profiles(world: &World, out: &mut Table) {
    for (n, patient) in
        world.patients.iter().enumerate().filter(|(n, patient)| patient.account.is_some() || n % 10 == 0)
    {
        let at = patient.made.plus(5 * MINUTE);
        out.row(
            &world.stamp(patient.tenant, world.id("patient_profiles", n, at), at, patient.account),
            fields! {
                patient_id: world.patient_id(n), emergency_contact: format!("A relative, {}", world.phone(patient.tenant, n + 7)),
                pain_tolerance: ["low", "average", "high"][n % 3], smoking_status: if n % 5 == 0 { "current" } else { "never" },
                dental_concerns: "Colour of the front teeth.", profile_complete: n % 3 != 0,
            },
        );
    }
}
