//! A year of a platform, made small.

use std::process::Command;

use pg::{Scope, Tx};
use testkit::TestDb;

/// The program, told to make a year in a small size, without settings of whoever tests.
fn program(url: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cuspid"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("CUSPID_")) {
        command.env_remove(name);
    }
    command.args([
        "demo",
        "year",
        "--users",
        "400",
        "--scale",
        "0.003",
        "--until",
        "2026-06-30",
        "--database-url",
        url,
    ]);
    command
}

/// Fills a database of its own by the program.
async fn year(seed: &'static str) -> TestDb {
    let own = testkit::database().await;
    let url = own.url().to_owned();
    let made = tokio::task::spawn_blocking(move || {
        program(&url).args(["--verify", "--seed", seed]).output().expect("runs")
    })
    .await
    .expect("ends");
    let said = format!("{}{}", String::from_utf8_lossy(&made.stdout), String::from_utf8_lossy(&made.stderr));
    assert!(made.status.success(), "{said}");
    assert!(said.contains("admin@"), "who can sign in is said: {said}");
    own
}

/// A transaction that sees all tenants.
async fn owner(own: &TestDb) -> Tx {
    let tx = own.db().begin(&Scope::system("test")).await.expect("a transaction");
    tx.batch_execute("set local role none").await.expect("the owner");
    tx
}

async fn number(tx: &Tx, statement: &str) -> i64 {
    tx.query_one(statement, &[]).await.expect("a number").get(0)
}

/// Digest of tables of several modules.
async fn digest(own: &TestDb) -> Vec<String> {
    let tx = owner(own).await;
    let mut digests = Vec::new();
    for table in
        ["patients", "appointments", "procedures", "diagnostic_reports", "invoices", "cases", "audit_events"]
    {
        let statement = format!("select md5(string_agg(t::text, '' order by t.id)) from tenant.{table} as t");
        digests.push(tx.query_one(&statement, &[]).await.expect("a digest").get(0));
    }
    digests
}

#[tokio::test(flavor = "multi_thread")]
async fn every_table_has_rows_every_foreign_key_holds_and_the_figures_agree() {
    // The program itself checks keys and tables: --verify.
    let own = year("7").await;
    let tx = owner(&own).await;

    let reports = number(&tx, "select count(*) from tenant.diagnostic_reports").await;
    assert_eq!(reports, 1500);
    assert_eq!(number(&tx, "select count(*) from tenant.ai_analyses").await, reports);
    assert_eq!(number(&tx, "select count(*) from tenant.doctor_reviews").await, 900);
    assert_eq!(number(&tx, "select count(*) from tenant.notifications").await, 6000);
    assert_eq!(number(&tx, "select count(*) from tenant.audit_events").await, 15_000);
    assert_eq!(number(&tx, "select count(*) from tenant.audit_events_rest").await, 0);
    assert_eq!(number(&tx, "select count(*) from platform.users").await, 400);
    assert_eq!(number(&tx, "select count(*) from platform.tenants where slug <> 'platform'").await, 40);
    assert_eq!(
        number(
            &tx,
            "select count(*) from unnest(enum_range(null::platform.tenant_type)) as t
                     where not exists (select from platform.tenants where type = t)"
        )
        .await,
        0
    );

    for (what, wrong) in [
        ("invoices are the sum of their items", "select count(*) from tenant.invoices as i where subtotal_amount is distinct from
            (select sum(amount) from tenant.invoice_items as t where t.tenant_id = i.tenant_id and t.invoice_id = i.id)"),
        ("payments are what invoices say", "select count(*) from tenant.invoices as i where paid_amount is distinct from
            coalesce((select sum(amount) from tenant.payments as p where p.tenant_id = i.tenant_id and p.invoice_id = i.id), 0)
            or status = 'paid' and balance_amount <> 0"),
        ("claims are the sum of their lines", "select count(*) from tenant.claims as c where total_billed_amount is distinct from
            (select sum(billed_amount) from tenant.claim_lines as l where l.tenant_id = c.tenant_id and l.claim_id = c.id)"),
        ("stock is the sum of its movements", "select count(*) from tenant.inventory_items as i where quantity_on_hand is distinct from
            (select sum(quantity) from tenant.inventory_transactions as t where t.tenant_id = i.tenant_id and t.item_id = i.id)"),
        ("a review follows its analysis", "select count(*) from tenant.doctor_reviews as r
            join tenant.ai_analyses as a on a.tenant_id = r.tenant_id and a.id = r.analysis_id where r.reviewed_at < a.processed_at"),
        ("visits are on weekdays from 8 to 18", "select count(*) from tenant.appointments as a join platform.tenants as t on t.id = a.tenant_id
            where appointment_type = 'visit' and (extract(isodow from scheduled_at at time zone t.time_zone) > 5
            or (scheduled_at at time zone t.time_zone)::time not between '08:00' and '18:00')"),
        ("nothing is before its patient", "select count(*) from tenant.appointments as a
            join tenant.patients as p on p.tenant_id = a.tenant_id and p.id = a.patient_id where a.created_at < p.created_at"),
        ("nothing is after the year", "select count(*) from tenant.audit_events where created_at >= '2026-06-30' or created_at < '2025-06-29'"),
        ("what was made stands in the trail", "select count(*) from tenant.diagnostic_reports as r where not exists
            (select from tenant.audit_events as e where e.tenant_id = r.tenant_id and e.resource_id = r.id and e.event_type = 'data_create'
             and e.created_at = r.created_at and e.new_values ->> 'patient_name' = '[masked]')"),
        ("stages follow each other", "select count(*) from tenant.workflow_stages as s
            join tenant.workflow_stages as n on n.tenant_id = s.tenant_id and n.case_id = s.case_id and n.stage_name > s.stage_name
            where n.started_at < s.started_at"),
    ] {
        assert_eq!(number(&tx, wrong).await, 0, "{what}");
    }

    let high =
        number(&tx, "select count(*) * 1000 / 1500 from tenant.diagnostic_reports where risk_score = 'high'")
            .await;
    assert!((50..120).contains(&high), "about 8 % are of high risk: {high} of 1000");
    assert!(
        number(&tx, "select count(*) from analytics.monthly_revenue").await > 0,
        "the figures are computed"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_seed_gives_the_same_rows_and_another_gives_others() {
    let (first, again, other) = tokio::join!(year("1"), year("1"), year("2"));
    let same = digest(&first).await;
    assert_eq!(same, digest(&again).await);
    for (one, two) in same.iter().zip(digest(&other).await) {
        assert_ne!(*one, two);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_takes_one_year_only() {
    let own = year("3").await;
    let url = own.url().to_owned();
    let refused =
        tokio::task::spawn_blocking(move || program(&url).output().expect("runs")).await.expect("ends");
    assert!(!refused.status.success());
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains("holds a year already"), "{said}");
}
