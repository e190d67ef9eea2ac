//! Stock: suppliers, items and every movement.

use uuid::Uuid;

use super::load::Job;
use super::reference::MATERIALS;
use super::table::{Table, fields};
use super::value::{DAY, Dec, HOUR, Time};
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.inventory_transactions", transactions),
    Job::new("tenant.inventory_items", items),
    Job::new("tenant.suppliers", suppliers),
];

const SUPPLIERS: usize = 3;

fn supplier_id(world: &World, tenant: usize, number: usize) -> Uuid {
    world.id("suppliers", tenant * 10 + number % SUPPLIERS, world.tenant(tenant).made.plus(3 * HOUR))
}

fn item_id(world: &World, tenant: usize, number: usize) -> Uuid {
    world.id("inventory_items", tenant * 10 + number, world.tenant(tenant).made.plus(4 * HOUR))
}

fn suppliers(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        for (number, name) in
            ["Northern Dental Supply", "Ceramics and More", "Everyday Consumables"].into_iter().enumerate()
        {
            let at = tenant.made.plus(3 * HOUR);
            out.row(
                &world.stamp(index, supplier_id(world, index, number), at, Some(world.admin(index))),
                fields! {
                    name: name, supplier_code: format!("SUP{:02}", number + 1), email: format!("orders@supplier{}.example", number + 1),
                    currency: tenant.region.currency, payment_terms_days: 30_i32, lead_time_days: 2 + number as i64 * 3,
                    rating: Dec(38 + number as i64 * 4, 1), rated_at: at,
                },
            );
        }
    }
}

/// A movement of an item.
struct Move {
    kind: &'static str,
    /// In thousandths.
    quantity: i64,
    balance: i64,
    at: Time,
    /// The case and stage that it was used for.
    case: Option<usize>,
}

/// The year's movements of an item in order: deliveries, use week by week, a count at the end of each quarter.
fn moves(world: &World, tenant: usize, number: usize) -> Vec<Move> {
    let mut dice = world.dice("inventory", tenant * 10 + number);
    let cases = world.tenant(tenant).cases.clone();
    let mut moves: Vec<Move> = Vec::new();
    let mut balance = 0;
    let mut add = |kind, quantity: i64, at, case| {
        balance += quantity;
        moves.push(Move { kind, quantity, balance, at, case });
        balance
    };
    let first = world.tenant(tenant).made.plus(5 * HOUR);
    add("in", 80_000, first, None);
    let used_for: Vec<usize> = cases
        .clone()
        .filter(|case| case % MATERIALS.len() == number && world.cases[*case].done > 3)
        .collect();
    let mut next = used_for.into_iter().peekable();
    for week in 1..52 {
        let at = first.plus(week * 7 * DAY);
        let mut left = add("out", -dice.between(1, 6) * 1000, at, None);
        while let Some(case) = next.next_if(|case| world.stage_times(*case, 3).0 < at.plus(7 * DAY)) {
            let when = world.stage_times(case, 3).0.max(at.plus(HOUR));
            left = add("out", -1000, world.clip(when), Some(case));
        }
        if week % 13 == 0 {
            left =
                add("adjustment", -dice.between(1, 3) * 500, world.clip(at.plus(7 * DAY - 2 * HOUR)), None);
        }
        if left < 30_000 {
            add("in", 100_000, world.clip(at.plus(7 * DAY - HOUR)), None);
        }
    }
    moves
}

fn items(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        for (number, (name, _)) in MATERIALS.iter().enumerate() {
            let left = moves(world, index, number).last().map_or(0, |last| last.balance);
            out.row(
                &world.stamp(index, item_id(world, index, number), tenant.made.plus(4 * HOUR), Some(world.admin(index))),
                fields! {
                    sku: format!("M-{:03}", number + 1), name: *name, category: "materials", supplier_id: supplier_id(world, index, number),
                    material_id: world.material_id(number), location_id: tenant.locations[0],
                    department_id: world.department_id(index, 2), storage_place: format!("Cabinet {}", number % 4 + 1), unit: "piece",
                    quantity_on_hand: Dec(left, 3), reorder_level: Dec(30_000, 3), reorder_quantity: Dec(100_000, 3),
                    unit_cost_amount: 900 + number as i64 * 350, currency: tenant.region.currency, is_lot_tracked: number == 6,
                },
            );
        }
    }
}

fn transactions(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        for number in 0..MATERIALS.len() {
            for (place, step) in moves(world, index, number).into_iter().enumerate() {
                let n = (index * 10 + number) * 100_000 + place;
                let by = world.staff(index, place);
                let delivered = step.kind == "in";
                out.row(
                    &world.stamp(index, world.id("inventory_transactions", n, step.at), step.at, Some(by)),
                    fields! {
                        item_id: item_id(world, index, number), type: step.kind, quantity: Dec(step.quantity, 3),
                        balance_after: Dec(step.balance, 3), unit_cost_amount: 900 + number as i64 * 350,
                        currency: tenant.region.currency, lot_number: delivered.then(|| format!("L{:05}", place)),
                        case_id: step.case.map(|case| world.case_id(case)),
                        workflow_stage_id: step.case.map(|case| world.stage_id(case, 3)),
                        supplier_id: delivered.then(|| supplier_id(world, index, number)), performed_by: world.members[by].user,
                        occurred_at: step.at, reason: (step.kind == "adjustment").then_some("Count at the end of the quarter."),
                    },
                );
            }
        }
    }
}
