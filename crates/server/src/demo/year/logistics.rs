//! The way of cases: pickups and deliveries, routes and stops.

use uuid::Uuid;

use super::load::Job;
use super::table::{Table, fields};
use super::value::{DAY, Dec, HOUR, Json, MINUTE, Time};
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.shipments", shipments),
    Job::new("tenant.delivery_routes", routes),
    Job::new("tenant.route_stops", stops),
];

/// A pickup when a case comes, and a delivery once it is done.
struct Shipment {
    id: Uuid,
    case: usize,
    number: usize,
    kind: &'static str,
    at: Time,
    delivered: Time,
}

fn of_case(world: &World, case: usize) -> impl Iterator<Item = Shipment> + use<'_> {
    let made = world.cases[case];
    let place = case - world.tenant(made.tenant).cases.start;
    let pickup = (made.made.plus(MINUTE), world.clip(made.made.plus(2 * HOUR)));
    let delivery =
        world.delivered(case).map(|at| (world.stage_times(case, 6).0.max(made.made.plus(2 * MINUTE)), at));
    [("pickup", Some(pickup)), ("delivery", delivery)].into_iter().enumerate().filter_map(
        move |(way, (kind, times))| {
            let (at, delivered) = times?;
            let n = case * 2 + way;
            Some(Shipment {
                id: world.id("shipments", n, at),
                case,
                number: place * 2 + way + 1,
                kind,
                at,
                delivered: delivered.max(at),
            })
        },
    )
}

fn address(world: &World, tenant: usize, name: &str) -> String {
    let region = world.tenant(tenant).region;
    format!(
        r#"{{"name": "{name}", "line1": "7 Park Row", "city": "{}", "country": "{}"}}"#,
        region.towns[0], region.country
    )
}

fn shipments(world: &World, out: &mut Table) {
    for case in 0..world.cases.len() {
        let made = world.cases[case];
        let tenant = world.tenant(made.tenant);
        let dentist = &world.members[made.dentist];
        let ends = [address(world, made.tenant, &dentist.name()), address(world, made.tenant, &tenant.name)];
        for shipment in of_case(world, case) {
            let [from, to] =
                if shipment.kind == "pickup" { [&ends[0], &ends[1]] } else { [&ends[1], &ends[0]] };
            out.row(
                &world.stamp(made.tenant, shipment.id, shipment.at, Some(world.technician(case, 0))),
                fields! {
                    shipment_number: format!("S-{:06}", shipment.number), case_id: world.case_id(case), shipment_type: shipment.kind,
                    status: "delivered", dentist_id: world.dentist_id(made.dentist), location_id: tenant.locations[0],
                    origin_address: Json(from), destination_address: Json(to), contact_name: dentist.name(), package_count: 1_i32,
                    weight_grams: 250 + case as i64 % 400, planned_from: shipment.at, planned_until: shipment.at.plus(4 * HOUR),
                    picked_up_at: shipment.at, delivered_at: shipment.delivered, received_by: "Reception",
                },
            );
        }
    }
}

/// A laboratory's rounds: one a week.
fn rounds(world: &World) -> impl Iterator<Item = (usize, usize, Time)> + use<'_> {
    (0..world.tenants.len()).filter(|&index| world.tenant(index).is_lab()).flat_map(move |index| {
        (1..51).map(move |week| {
            let monday = world.calendar.start.day().plus(week * 7 - world.calendar.start.day().weekday());
            (index, index * 60 + week as usize, world.tenant(index).zone.local(monday, 9 * 60))
        })
    })
}

fn route_id(world: &World, n: usize, start: Time) -> Uuid {
    world.id("delivery_routes", n, start.plus(-DAY))
}

fn routes(world: &World, out: &mut Table) {
    for (index, n, start) in rounds(world) {
        let end = start.plus(3 * HOUR);
        out.row(
            &world.stamp(index, route_id(world, n, start), start.plus(-DAY), Some(world.admin(index))),
            fields! {
                name: "Weekly round", route_date: start.day(), status: "completed", driver_id: world.staff_id(world.staff(index, 4)),
                vehicle: "Van 1", start_location_id: world.tenant(index).locations[0], planned_start_at: start, planned_end_at: end,
                started_at: start.plus(5 * MINUTE), completed_at: end.plus(-10 * MINUTE), distance_km: Dec(310 + n as i64 % 200, 1),
            },
        );
    }
}

fn stops(world: &World, out: &mut Table) {
    for (index, n, start) in rounds(world) {
        let cases = world.tenant(index).cases.clone();
        let first = cases.start + n * 7 % cases.len();
        for position in 0..4_usize {
            let case = cases.start + (first - cases.start + position) % cases.len();
            let Some(shipment) = of_case(world, case).next() else { continue };
            let at = start.plus((position as i64 + 1) * 30 * MINUTE);
            out.row(
                &world.stamp(index, world.id("route_stops", n * 4 + position, start.plus(-DAY)), start.plus(-DAY), Some(world.admin(index))),
                fields! {
                    route_id: route_id(world, n, start), position: position + 1, case_id: world.case_id(shipment.case),
                    shipment_id: shipment.id, dentist_id: world.dentist_id(world.cases[case].dentist), stop_type: shipment.kind,
                    status: "completed", planned_arrival_at: at, arrived_at: at.plus(3 * MINUTE), departed_at: at.plus(8 * MINUTE),
                },
            );
        }
    }
}
