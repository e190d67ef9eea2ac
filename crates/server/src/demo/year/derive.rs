//! What follows from the world for several tables: ids, procedures, reports.

use std::ops::Range;

use uuid::Uuid;

use super::random::Dice;
use super::table::Stamp;
use super::value::{Day, HOUR, MINUTE, SECOND, Time};
use super::words::{MILK_TEETH, Place, SERVICES, Service, TEETH, VISITS, surfaces};
use super::world::{ADULT, Member, Patient, Tenant, Visit, World};

/// Spreads children over parents evenly: the children of one.
fn children(parent: usize, parents: usize, all: usize) -> Range<usize> {
    (parent * all).div_ceil(parents)..((parent + 1) * all).div_ceil(parents)
}

/// Age at which the permanent teeth are there, in years.
const CHANGED: i64 = 12;

/// A tooth that someone of this age has.
fn tooth(dice: &mut Dice, age: i64) -> i64 {
    if age < CHANGED { dice.pick(&MILK_TEETH) } else { dice.pick(&TEETH) }
}

/// A service that was done at a visit.
pub(super) struct Procedure {
    pub(super) n: usize,
    pub(super) id: Uuid,
    /// In `World::visits`.
    pub(super) visit: usize,
    /// In `words::SERVICES`.
    pub(super) number: usize,
    pub(super) service: &'static Service,
    pub(super) tooth: Option<i64>,
    pub(super) surfaces: &'static [&'static str],
    pub(super) area: Option<&'static str>,
    pub(super) fee: i64,
    pub(super) start: Time,
    pub(super) end: Time,
}

/// A report on an image that was taken at a visit.
pub(super) struct Report {
    pub(super) n: usize,
    pub(super) id: Uuid,
    pub(super) tenant: usize,
    pub(super) visit: usize,
    pub(super) patient: usize,
    pub(super) uploaded: Time,
    pub(super) analyzed: Time,
    pub(super) analysis: Uuid,
    pub(super) risk: &'static str,
    /// Probabilities of low, medium and high, in hundred-thousandths.
    pub(super) odds: [i64; 3],
    pub(super) tooth: i64,
    /// Who took the image and who judges it, in `World::members`.
    pub(super) radiologist: usize,
    pub(super) doctor: usize,
    pub(super) reviewed: Option<Time>,
    /// Whether the doctor came to another risk than the model.
    pub(super) disputed: bool,
}

impl World {
    pub(super) fn tenant(&self, index: usize) -> &Tenant {
        &self.tenants[index]
    }

    /// A standard beginning of a row of a tenant.
    pub(super) fn stamp(&self, tenant: usize, id: Uuid, at: Time, by: Option<usize>) -> Stamp {
        let by = by.map(|member| self.members[member].user);
        Stamp::new(Some(self.tenants[tenant].id), id, at, by)
    }

    /// One of those who work in a tenant.
    pub(super) fn staff(&self, tenant: usize, n: usize) -> usize {
        let staff = &self.tenants[tenant].staff;
        staff.start + n % staff.len()
    }

    /// The administrator of a tenant.
    pub(super) fn admin(&self, tenant: usize) -> usize {
        self.tenants[tenant].staff.start
    }

    /// Who writes appointments and invoices: the front desk of a practice.
    pub(super) fn desk(&self, tenant: usize, n: usize) -> usize {
        self.staff(tenant, 3 + n % 2 * 2)
    }

    pub(super) fn location(&self, tenant: usize, place: usize) -> Uuid {
        let locations = &self.tenants[tenant].locations;
        locations[place % locations.len()]
    }

    /// Where a member works.
    pub(super) fn place_of(&self, member: &Member) -> Uuid {
        self.location(member.tenant, member.location)
    }

    /// The chair of someone who treats patients.
    pub(super) fn chair(&self, member: usize) -> Uuid {
        let made = &self.members[member];
        self.id("rooms", member, made.joined.plus(2 * MINUTE))
    }

    pub(super) fn patient_id(&self, patient: usize) -> Uuid {
        self.id("patients", patient, self.patients[patient].made)
    }

    pub(super) fn patient_name(&self, patient: usize) -> String {
        let Patient { first, last, .. } = self.patients[patient];
        format!("{first} {last}")
    }

    pub(super) fn age(&self, patient: usize, on: Day) -> i64 {
        ((on.0 - self.patients[patient].born.0) * 100 / 36_525).max(0)
    }

    pub(super) fn appointment_id(&self, visit: usize) -> Uuid {
        self.id("appointments", visit, self.visits[visit].booked)
    }

    /// When a visit's entry was made: the patient came.
    pub(super) fn came(&self, visit: usize) -> Time {
        self.visits[visit].start.plus(-(visit as i64 % 8) * MINUTE - 20 * SECOND)
    }

    pub(super) fn encounter_id(&self, visit: usize) -> Uuid {
        self.id("encounters", visit, self.came(visit))
    }

    pub(super) fn case_id(&self, case: usize) -> Uuid {
        self.id("cases", case, self.cases[case].made)
    }

    pub(super) fn case_number(&self, case: usize) -> String {
        format!("C-{:06}", self.cases[case].number)
    }

    /// A service of a tenant's catalog.
    pub(super) fn service_id(&self, tenant: usize, number: usize) -> Uuid {
        self.id("procedure_catalog", tenant * 100 + number, self.tenants[tenant].made.plus(HOUR))
    }

    pub(super) fn payer_id(&self, tenant: usize, number: usize) -> Uuid {
        self.id("payers", tenant * 10 + number, self.tenants[tenant].made.plus(HOUR))
    }

    pub(super) fn department_id(&self, tenant: usize, number: usize) -> Uuid {
        self.id("departments", tenant * 10 + number, self.tenants[tenant].made.plus(3 * HOUR))
    }

    pub(super) fn policy_id(&self, patient: usize) -> Uuid {
        self.id("patient_insurance_policies", patient, self.patients[patient].made.plus(3 * MINUTE))
    }

    /// Which visit a completed one is, in `visits`.
    pub(super) fn completed(&self, number: usize) -> (usize, Visit) {
        let visit = self.completed[number];
        (visit, self.visits[visit])
    }

    pub(super) fn procedure_count(&self) -> usize {
        self.sizes.of(330_000, 0).max(self.completed.len())
    }

    /// The procedures of a completed visit.
    pub(super) fn procedures_of(&self, completed: usize) -> impl Iterator<Item = Procedure> + use<'_> {
        children(completed, self.completed.len(), self.procedure_count()).map(|n| self.procedure(n))
    }

    pub(super) fn procedure(&self, n: usize) -> Procedure {
        let (all, parents) = (self.procedure_count(), self.completed.len());
        let completed = n * parents / all;
        let turn = n - children(completed, parents, all).start;
        let (visit, seen) = self.completed(completed);
        let mut dice = self.dice("procedures", n);
        let services = VISITS[seen.kind].0.services;
        let first = self.dice("first_service", completed).below(services.len() as i64) as usize;
        let age = self.age(seen.patient, seen.start.day());
        // Cleaning has an entry of its own for children.
        let number = match services[(first + turn) % services.len()] {
            6 if age < ADULT => 7,
            number => number,
        };
        let service = &SERVICES[number];
        let tooth = match service.place {
            Place::Tooth(_) if service.code == "EN-MOL" => Some(dice.pick(&[16, 17, 26, 27, 36, 37, 46, 47])),
            Place::Tooth(_) if service.code == "EN-ANT" => Some(dice.pick(&[11, 12, 13, 21, 22, 23, 31, 41])),
            // Fissures are in chewing surfaces.
            Place::Tooth(_) if service.code == "PR-SEAL" && age >= CHANGED => {
                Some(dice.pick(&[16, 26, 36, 46, 17, 27, 37, 47]))
            }
            Place::Tooth(_) => Some(tooth(&mut dice, age)),
            _ => None,
        };
        let surfaces: &[&str] = match (service.place, tooth) {
            (Place::Tooth(_), Some(_)) if service.code == "PR-SEAL" => &["occlusal"],
            (Place::Tooth(count), Some(tooth)) => surfaces(tooth, count, dice.below(3)),
            _ => &[],
        };
        let area = match service.place {
            Place::Mouth => Some("full_mouth"),
            Place::Quadrant => Some(dice.pick(&["upper_right", "upper_left", "lower_left", "lower_right"])),
            Place::Tooth(_) => None,
        };
        let start = seen.start.plus(2 * MINUTE + turn as i64 * seen.minutes * MINUTE / 4);
        Procedure {
            n,
            id: self.id("procedures", n, seen.end().plus(turn as i64 * SECOND)),
            visit,
            number,
            service,
            tooth,
            surfaces,
            area,
            fee: service.price * self.tenants[seen.tenant].price_level / 10_000 * 100,
            start,
            end: seen.end().min(start.plus(service.minutes * MINUTE)),
        }
    }

    /// When the procedures of a visit were written down.
    pub(super) fn recorded(&self, procedure: &Procedure) -> Time {
        let (visit, first) = (&self.visits[procedure.visit], procedure.start);
        let turn = (first.0 - visit.start.0 - 2 * MINUTE) / (visit.minutes * MINUTE / 4).max(1);
        visit.end().plus(turn * SECOND)
    }

    /// The reports of a completed visit.
    pub(super) fn reports_of(&self, completed: usize) -> impl Iterator<Item = Report> + use<'_> {
        children(completed, self.completed.len(), self.sizes.reports).map(|n| self.report(n))
    }

    pub(super) fn report(&self, n: usize) -> Report {
        let (visit, seen) = self.completed(n * self.completed.len() / self.sizes.reports);
        let mut dice = self.dice("diagnostic_reports", n);
        let uploaded = seen.start.plus(3 * MINUTE + (n as i64 % 5) * 2 * MINUTE + dice.below(MINUTE));
        let analyzed = uploaded.plus(4 * SECOND + dice.below(40 * SECOND));
        let (risk, place) = dice.weighted(&[(("low", 0), 70), (("medium", 1), 22), (("high", 2), 8)]);
        let sure = dice.between(62_000, 97_000);
        let rest = 100_000 - sure;
        let other = rest * dice.between(60, 90) / 100;
        let mut odds = [sure; 3];
        let [near, far] = [[1, 2], [0, 2], [1, 0]][place];
        (odds[near], odds[far]) = (other, rest - other);
        let reviewed = ((n + n / 5) * 3 % 5 < 3).then(|| {
            let wait = if risk == "high" { dice.between(5, 90) } else { dice.between(20, 2880) };
            self.clip(analyzed.plus(wait * MINUTE)).max(analyzed)
        });
        Report {
            n,
            id: self.id("diagnostic_reports", n, uploaded),
            tenant: seen.tenant,
            visit,
            patient: seen.patient,
            uploaded,
            analyzed,
            analysis: self.id("ai_analyses", n, analyzed),
            risk,
            odds,
            tooth: tooth(&mut dice, self.age(seen.patient, seen.start.day())),
            radiologist: self.staff(seen.tenant, 2),
            doctor: seen.by,
            reviewed,
            disputed: dice.percent(9),
        }
    }

    /// Telephone numbers that nobody has.
    pub(super) fn phone(&self, tenant: usize, n: usize) -> String {
        format!("{}{:02}", self.tenants[tenant].region.dial, n % 100)
    }
}
