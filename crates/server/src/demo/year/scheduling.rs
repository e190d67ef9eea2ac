//! Rooms, appointments and who takes part.

use super::load::Job;
use super::table::{Fields, Stamp, Table, fields};
use super::value::{DAY, HOUR, Json, MINUTE};
use super::words::VISITS;
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.appointments", appointments),
    Job::new("tenant.appointment_participants", participants),
    Job::new("tenant.rooms", rooms),
];

fn rooms(world: &World, out: &mut Table) {
    for (index, _) in world.tenants.iter().enumerate() {
        for (number, member) in world.treating(index).enumerate() {
            let made = &world.members[member];
            out.row(
                &world.stamp(index, world.chair(member), made.joined.plus(2 * MINUTE), Some(world.admin(index))),
                fields! {
                    location_id: world.place_of(made), name: format!("Chair {}", number + 1), kind: "operatory", capacity: 1_i32,
                    equipment: Json(r#"["treatment chair", "intraoral sensor"]"#),
                },
            );
        }
    }
}

impl World {
    pub(super) fn appointment_row(&self, n: usize, use_row: &mut dyn FnMut(&Stamp, Fields<'_>)) {
        let visit = self.visits[n];
        let kind = &VISITS[visit.kind].0;
        let by = &self.members[visit.by];
        let cancelled = visit.status == "cancelled";
        let at = visit.booked.plus(HOUR).min(visit.start);
        use_row(
            &self.stamp(visit.tenant, self.appointment_id(n), visit.booked, Some(self.desk(visit.tenant, n))),
            fields! {
                appointment_type: "visit", patient_id: self.patient_id(visit.patient), practitioner_id: by.practitioner,
                location_id: self.place_of(by), room_id: self.chair(visit.by), scheduled_at: visit.start, duration: visit.minutes,
                status: visit.status, reason: kind.reason, cancelled_at: cancelled.then_some(at),
                cancellation_reason: cancelled.then_some("The patient cannot come."), metadata: Json("{}"),
            },
        );
    }
}

fn appointments(world: &World, out: &mut Table) {
    for n in 0..world.visits.len() {
        world.appointment_row(n, &mut |stamp, row| out.row(stamp, row));
    }
    // A staff meeting a month, in the evening and without a room.
    for (index, tenant) in world.tenants.iter().enumerate() {
        for (place, (first, _)) in world.calendar.months().into_iter().enumerate().skip(2) {
            let start = meeting(world, index, first);
            let made = start.plus(-7 * DAY);
            out.row(
                &world.stamp(index, meeting_id(world, index, place, made), made, Some(world.admin(index))),
                fields! {
                    appointment_type: "meeting", patient_id: None::<uuid::Uuid>, practitioner_id: None::<uuid::Uuid>,
                    location_id: tenant.locations[0], room_id: None::<uuid::Uuid>, scheduled_at: start, duration: 60_i64,
                    status: "completed", reason: "Staff meeting", cancelled_at: None::<super::value::Time>,
                    cancellation_reason: None::<&str>, metadata: Json("{}"),
                },
            );
        }
    }
}

/// The evening of the month's first day.
fn meeting(world: &World, tenant: usize, first: super::value::Day) -> super::value::Time {
    world.tenant(tenant).zone.local(first.plus(-1), 19 * 60)
}

fn meeting_id(world: &World, tenant: usize, place: usize, made: super::value::Time) -> uuid::Uuid {
    world.id("meetings", tenant * 100 + place, made)
}

fn participants(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        for (place, (first, _)) in world.calendar.months().into_iter().enumerate().skip(2) {
            let start = meeting(world, index, first);
            let made = start.plus(-7 * DAY);
            for member in tenant.staff.clone().take(8) {
                let role = if member == tenant.staff.start { "organizer" } else { "attendee" };
                let at = made.plus(MINUTE);
                out.row(
                    &world.stamp(index, world.id("appointment_participants", member * 100 + place, at), at, Some(world.admin(index))),
                    fields! {
                        appointment_id: meeting_id(world, index, place, made), user_id: world.members[member].user, role: role,
                        response: "accepted", is_required: true, scheduled_at: start, ends_at: start.plus(HOUR), occupies: true,
                    },
                );
            }
        }
    }
    // Assistants, at the longest visits of the tenant's first chair: one chair, one assistant, never two at a time.
    for (index, tenant) in world.tenants.iter().enumerate() {
        let Some(first) = world.treating(index).next() else { continue };
        for n in tenant.visits.clone() {
            let visit = world.visits[n];
            if visit.by != first || visit.minutes < 60 {
                continue;
            }
            let at = visit.booked.plus(MINUTE).min(visit.start);
            let occupies = !matches!(visit.status, "cancelled" | "no_show");
            out.row(
                &world.stamp(index, world.id("assistants", n, at), at, Some(world.desk(index, n))),
                fields! {
                    appointment_id: world.appointment_id(n), user_id: world.members[world.staff(index, 5)].user, role: "assistant",
                    response: "accepted", is_required: true, scheduled_at: visit.start, ends_at: visit.end(), occupies: occupies,
                },
            );
        }
    }
}
