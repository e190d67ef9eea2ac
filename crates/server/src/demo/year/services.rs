//! The services that tenants offer, and what they cost.

use super::load::Job;
use super::table::{Table, fields};
use super::value::{Dec, HOUR, MINUTE};
use super::words::{Place, SERVICES, WORKS};
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.procedure_catalog", catalog),
    Job::new("tenant.fee_schedules", schedules),
    Job::new("tenant.fee_schedule_items", items),
];

/// Works of a laboratory come behind the services of a practice.
const WORK: usize = 50;

impl World {
    /// The work of a laboratory's catalog.
    pub(super) fn work_id(&self, tenant: usize, work: usize) -> uuid::Uuid {
        self.service_id(tenant, WORK + work)
    }

    /// A list of fees: the tenant's own, or that of its first payer.
    fn schedule_id(&self, tenant: usize, number: usize) -> uuid::Uuid {
        self.id("fee_schedules", tenant * 2 + number, self.tenant(tenant).made.plus(2 * HOUR))
    }
}

fn with_patients(world: &World) -> impl Iterator<Item = usize> + use<'_> {
    (0..world.tenants.len()).filter(|&index| !world.tenant(index).patients.is_empty())
}

fn catalog(world: &World, out: &mut Table) {
    for index in with_patients(world) {
        let (at, by) = (world.tenant(index).made.plus(HOUR), Some(world.admin(index)));
        if world.tenant(index).is_lab() {
            for (number, (name, _, _)) in WORKS.iter().enumerate() {
                out.row(
                    &world.stamp(index, world.work_id(index, number), at, by),
                    fields! {
                        code_system: "custom", code: format!("LAB-{:02}", number + 1), name: name.replace('_', " "), category: "laboratory",
                        procedure_type: Some(*name), duration_minutes: 480_i64, requires_tooth: number < 5, requires_surface: false,
                    },
                );
            }
        } else {
            for (number, service) in SERVICES.iter().enumerate() {
                out.row(
                    &world.stamp(index, world.service_id(index, number), at, by),
                    fields! {
                        code_system: "custom", code: service.code, name: service.name, category: service.category,
                        procedure_type: None::<&str>, duration_minutes: service.minutes,
                        requires_tooth: matches!(service.place, Place::Tooth(_)),
                        requires_surface: matches!(service.place, Place::Tooth(1..)),
                    },
                );
            }
        }
    }
}

fn schedules(world: &World, out: &mut Table) {
    for index in with_patients(world) {
        for (number, name) in ["Standard fees", "Contract fees"].into_iter().enumerate() {
            let payer = (number == 1).then(|| world.payer_id(index, 0));
            out.row(
                &world.stamp(
                    index,
                    world.schedule_id(index, number),
                    world.tenant(index).made.plus(2 * HOUR),
                    Some(world.admin(index)),
                ),
                fields! {
                    name: name, payer_id: payer, currency: world.tenant(index).region.currency,
                    valid_from: world.calendar.start.day(),
                },
            );
        }
    }
}

fn items(world: &World, out: &mut Table) {
    for index in with_patients(world) {
        let level = world.tenant(index).price_level;
        let lab = world.tenant(index).is_lab();
        let prices: Vec<(uuid::Uuid, i64)> = if lab {
            WORKS.iter().enumerate().map(|(number, work)| (world.work_id(index, number), work.2)).collect()
        } else {
            SERVICES
                .iter()
                .enumerate()
                .map(|(number, service)| (world.service_id(index, number), service.price))
                .collect()
        };
        for list in 0..2 {
            for (number, (service, price)) in prices.iter().enumerate() {
                let fee = price * level / 10_000 * 100;
                let at = world.tenant(index).made.plus(2 * HOUR + MINUTE);
                let n = (index * 2 + list) * 100 + number;
                out.row(
                    &world.stamp(index, world.id("fee_schedule_items", n, at), at, Some(world.admin(index))),
                    fields! {
                        fee_schedule_id: world.schedule_id(index, list), procedure_catalog_id: *service, fee_amount: fee,
                        allowed_amount: (list == 1).then_some(fee * 90 / 100), coverage_percent: (list == 1).then_some(Dec(7000, 2)),
                    },
                );
            }
        }
    }
}
