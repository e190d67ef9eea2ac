//! Invoices of practices, laboratories and the platform; payments; what is metered.

use uuid::Uuid;

use super::load::Job;
use super::table::{Table, fields};
use super::value::{DAY, Day, Dec, HOUR, Json, MINUTE, SECOND, Time};
use super::words::WORKS;
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.invoice_items", items),
    Job::new("tenant.invoices", invoices),
    Job::new("tenant.payments", payments),
    Job::new("tenant.usage_meter_readings", readings),
    Job::new("tenant.tenant_billing_accounts", accounts),
];

/// Days to pay.
const TERM: i64 = 30;

/// An invoice, from what it is made of.
struct Invoice {
    tenant: usize,
    id: Uuid,
    at: Time,
    kind: &'static str,
    number: usize,
    total: i64,
    /// Number of the payment, when, how much, whether from a claim.
    paid: Vec<Paid>,
    subject: Subject,
}

struct Paid {
    n: usize,
    at: Time,
    amount: i64,
    method: &'static str,
    claim: Option<Uuid>,
}

enum Subject {
    /// A completed visit.
    Visit(usize),
    Case(usize),
    /// A month of the platform: its place among the year's months, first and last day.
    Month(usize, Day, Day),
}

/// Invoices of visits, then of cases, then of months.
fn all(world: &World) -> impl Iterator<Item = Invoice> + use<'_> {
    let visits = (0..world.completed.len()).map(|number| of_visit(world, number));
    let cases = (0..world.cases.len()).filter_map(|case| of_case(world, case));
    let months = (0..world.tenants.len()).flat_map(move |tenant| {
        world
            .calendar
            .months()
            .into_iter()
            .enumerate()
            .filter_map(move |(place, month)| of_month(world, tenant, place, month))
    });
    visits.chain(cases).chain(months)
}

fn of_visit(world: &World, number: usize) -> Invoice {
    let (_, seen) = world.completed(number);
    let at = world.clip(seen.end().plus(5 * MINUTE));
    let total: i64 = world.procedures_of(number).map(|procedure| procedure.fee).sum();
    let mut paid = Vec::new();
    let claim = world.claim(number);
    let insurance = claim.as_ref().and_then(|claim| Some((claim.id, claim.paid?, claim.paid_amount)));
    if let Some((claim, at, amount)) = insurance.filter(|insurance| insurance.2 > 0) {
        paid.push(Paid {
            n: number * 2,
            at: at.plus(MINUTE),
            amount,
            method: "insurance",
            claim: Some(claim),
        });
    }
    // The patient pays what is left once the payer has decided.
    let mut dice = world.dice("payments", number);
    let decided = claim.as_ref().map_or(Some(at), |claim| claim.settled());
    let covered: i64 = paid.iter().map(|paid| paid.amount).sum();
    if let Some(decided) = decided {
        let when = decided.plus(dice.between(1, 28) * DAY + dice.below(8 * HOUR));
        if dice.percent(94) && when < world.calendar.end && covered < total {
            let method = dice.pick(&["credit_card", "debit_card", "bank_transfer", "cash"]);
            paid.push(Paid { n: number * 2 + 1, at: when, amount: total - covered, method, claim: None });
        }
    }
    Invoice {
        tenant: seen.tenant,
        id: world.id("invoices", number, at),
        at,
        kind: "patient",
        number: number - world.tenant(seen.tenant).completed.start + 1,
        total,
        paid,
        subject: Subject::Visit(number),
    }
}

fn of_case(world: &World, n: usize) -> Option<Invoice> {
    let case = world.cases[n];
    let at = world.clip(world.delivered(n)?.plus(HOUR));
    let total = WORKS[case.work].2 * world.tenant(case.tenant).price_level / 100;
    let number = world.completed.len() + n;
    let mut dice = world.dice("payments", number);
    let when = at.plus(dice.between(5, 40) * DAY);
    let paid = (when < world.calendar.end && dice.percent(95)).then(|| Paid {
        n: number * 2,
        at: when,
        amount: total,
        method: "bank_transfer",
        claim: None,
    });
    let number_in_series = n - world.tenant(case.tenant).cases.start + 1;
    Some(Invoice {
        tenant: case.tenant,
        id: world.id("invoices", number, at),
        at,
        kind: "lab",
        number: number_in_series,
        total,
        paid: paid.into_iter().collect(),
        subject: Subject::Case(n),
    })
}

fn of_month(world: &World, tenant: usize, place: usize, month: (Day, Day)) -> Option<Invoice> {
    let at = Time(month.1.plus(1).0 * DAY + HOUR);
    if at >= world.calendar.end {
        return None;
    }
    let seats = world.tenant(tenant).staff.len() as i64;
    let number = world.completed.len() + world.cases.len() + tenant * 20 + place;
    let total = 4_900 * seats;
    let when = at.plus(14 * DAY);
    let paid = (when < world.calendar.end).then(|| Paid {
        n: number * 2,
        at: when,
        amount: total,
        method: "direct_debit",
        claim: None,
    });
    Some(Invoice {
        tenant,
        id: world.id("invoices", number, at),
        at,
        kind: "platform",
        number: place + 1,
        total,
        paid: paid.into_iter().collect(),
        subject: Subject::Month(place, month.0, month.1),
    })
}

fn account_id(world: &World, tenant: usize) -> Uuid {
    world.id("tenant_billing_accounts", tenant, world.tenant(tenant).made.plus(2 * HOUR))
}

fn invoices(world: &World, out: &mut Table) {
    for invoice in all(world) {
        let tenant = world.tenant(invoice.tenant);
        let issued = invoice.at.day();
        let paid: i64 = invoice.paid.iter().map(|paid| paid.amount).sum();
        let settled = invoice.paid.iter().map(|paid| paid.at).max().filter(|_| paid == invoice.total);
        let status = match settled {
            Some(_) => "paid",
            None if issued.plus(TERM) < world.calendar.end.day() => "overdue",
            None => "sent",
        };
        let series = match invoice.kind {
            "patient" => "pat",
            "lab" => "lab",
            _ => "plat",
        };
        let (mut patient, mut case, mut dentist, mut encounter, mut period, mut account) =
            (None, None, None, None, None, None);
        let recipient = match invoice.subject {
            Subject::Visit(number) => {
                let (visit, seen) = world.completed(number);
                (patient, encounter) =
                    (Some(world.patient_id(seen.patient)), Some(world.encounter_id(visit)));
                world.patient_name(seen.patient)
            }
            Subject::Case(n) => {
                (case, dentist) = (Some(world.case_id(n)), Some(world.dentist_id(world.cases[n].dentist)));
                world.members[world.cases[n].dentist].name()
            }
            Subject::Month(_, first, last) => {
                (period, account) = (Some((first, last)), Some(account_id(world, invoice.tenant)));
                tenant.name.clone()
            }
        };
        out.row(
            &world.stamp(invoice.tenant, invoice.id, invoice.at, None),
            fields! {
                kind: invoice.kind, status: status, series: series, sequence_number: invoice.number,
                invoice_number: format!("{}-{:06}", series.to_uppercase(), invoice.number), case_id: case, patient_id: patient,
                dentist_id: dentist, encounter_id: encounter, location_id: tenant.locations[0], billing_account_id: account,
                recipient: Json(format!(r#"{{"name": "{recipient}", "country": "{}"}}"#, tenant.region.country)), issue_date: issued,
                period_start: period.map(|period| period.0), period_end: period.map(|period| period.1), due_date: issued.plus(TERM),
                sent_at: invoice.at, paid_at: settled, currency: tenant.region.currency, subtotal_amount: invoice.total, tax_amount: 0_i64,
                total_amount: invoice.total, paid_amount: paid,
            },
        );
    }
}

fn items(world: &World, out: &mut Table) {
    let mut item = |invoice: &Invoice,
                    n: usize,
                    position: usize,
                    kind: &str,
                    words: &str,
                    work: [Option<Uuid>; 4],
                    day: Day,
                    amount: i64| {
        let [case, procedure, service, reading] = work;
        let at = invoice.at.plus(SECOND);
        out.row(
            &world.stamp(invoice.tenant, world.id("invoice_items", n, at), at, None),
            fields! {
                invoice_id: invoice.id, position: position, item_type: kind, description: words, case_id: case, procedure_id: procedure,
                procedure_catalog_id: service, usage_meter_reading_id: reading, service_date: day, quantity: 1_i32, unit_amount: amount,
                discount_amount: 0_i64, tax_rate: 0_i64,
            },
        );
    };
    for invoice in all(world) {
        let day = invoice.at.day();
        match invoice.subject {
            Subject::Visit(number) => {
                for (place, procedure) in world.procedures_of(number).enumerate() {
                    let work = [
                        None,
                        Some(procedure.id),
                        Some(world.service_id(invoice.tenant, procedure.number)),
                        None,
                    ];
                    let day = procedure.start.day();
                    item(
                        &invoice,
                        procedure.n,
                        place + 1,
                        "treatment",
                        procedure.service.name,
                        work,
                        day,
                        procedure.fee,
                    );
                }
            }
            Subject::Case(case) => {
                let work = world.cases[case].work;
                let what = [Some(world.case_id(case)), None, Some(world.work_id(invoice.tenant, work)), None];
                let n = world.procedure_count() + case;
                item(
                    &invoice,
                    n,
                    1,
                    "laboratory_work",
                    &WORKS[work].0.replace('_', " "),
                    what,
                    day,
                    invoice.total,
                );
            }
            Subject::Month(place, _, _) => {
                let n = world.procedure_count() + world.cases.len() + invoice.tenant * 20 + place;
                let reading = Some(reading_id(world, invoice.tenant, place, 2));
                item(
                    &invoice,
                    n,
                    1,
                    "subscription_fees",
                    "Seats",
                    [None, None, None, reading],
                    day,
                    invoice.total,
                );
            }
        }
    }
}

fn payments(world: &World, out: &mut Table) {
    for invoice in all(world) {
        for paid in &invoice.paid {
            out.row(
                &world.stamp(invoice.tenant, world.id("payments", paid.n, paid.at), paid.at, None),
                fields! {
                    invoice_id: invoice.id, claim_id: paid.claim, method: paid.method, amount: paid.amount,
                    currency: world.tenant(invoice.tenant).region.currency, received_at: paid.at,
                    reference: format!("{}-{}", invoice.kind, paid.n),
                },
            );
        }
    }
}

fn accounts(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        let admin = &world.members[world.admin(index)];
        let address = format!(
            r#"{{"line1": "3 Mill Lane", "city": "{}", "postal_code": "12345", "country": "{}"}}"#,
            tenant.region.towns[index % 4],
            tenant.region.country
        );
        out.row(
            &world.stamp(index, account_id(world, index), tenant.made.plus(2 * HOUR), Some(world.admin(index))),
            fields! {
                legal_name: tenant.name, contact_name: admin.name(), contact_email: admin.email, billing_address: Json(address),
                currency: tenant.region.currency, payment_terms_days: TERM, payment_method: "direct_debit",
            },
        );
    }
}

const METERS: [&str; 4] = ["ai_inferences", "storage_gb", "active_users", "api_calls"];

fn reading_id(world: &World, tenant: usize, place: usize, meter: usize) -> Uuid {
    let (_, last) = world.calendar.months()[place];
    world.id(
        "usage_meter_readings",
        (tenant * 20 + place) * 4 + meter,
        world.clip(Time(last.plus(1).0 * DAY)),
    )
}

fn readings(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        for (place, (first, last)) in world.calendar.months().into_iter().enumerate() {
            for (meter, code) in METERS.iter().enumerate() {
                let at = world.clip(Time(last.plus(1).0 * DAY));
                let quantity = match *code {
                    "ai_inferences" => tenant.completed.len() as i64 * 27 / 130,
                    "storage_gb" => 3 + place as i64 * tenant.cases.len() as i64 / 200,
                    "active_users" => tenant.staff.len() as i64,
                    _ => 2_000 + tenant.completed.len() as i64 * 3,
                };
                out.row(
                    &world.stamp(index, reading_id(world, index, place, meter), at, None),
                    fields! {
                        meter_id: world.known.meters.get(*code).copied(), period_start: first, period_end: last,
                        quantity: Dec(quantity * 10_000, 4), included_quantity: Dec(20_000_000, 4), measured_at: at,
                    },
                );
            }
        }
    }
}
