//! A table of the tests' own, with a column of every kind that may be empty, and an index for every search.

use testkit::{Practice, TestDb};
use tokio_postgres::{Client as Owner, NoTls};

use super::Client;

const TABLE: &str = "
    create table tenant.samples (
        like platform.tenant_row including defaults including comments,
        word text,
        note text,
        size integer,
        share numeric,
        weight double precision,
        day date,
        moment timestamptz,
        open boolean,
        urgency platform.urgency_level,
        labels text[],
        facts jsonb,
        primary key (tenant_id, id)
    );
    create index on tenant.samples using gin (tenant_id, word platform.gin_trgm_ops);
    create index on tenant.samples using gin (tenant_id, to_tsvector('simple', note));
    create index on tenant.samples using gin (tenant_id, labels);
    create index on tenant.samples using gin (tenant_id, facts);
    do $$ declare name text; begin
        for name in select column_name from information_schema.columns where table_name = 'samples' loop
            execute format('comment on column tenant.samples.%I is ''A value.''', name);
        end loop;
    end $$;
    comment on table tenant.samples is 'Values.';
    select platform.expose('samples');";

/// A practice in a database of its own that has the table `samples`.
pub struct Samples {
    pub practice: Practice,
    /// Who may do everything with them.
    pub client: Client,
    /// The owner of the database, who is under no row security.
    pub owner: Owner,
    _database: TestDb,
}

impl Samples {
    pub async fn new() -> Self {
        let database = testkit::database().await;
        let (owner, connection) = tokio_postgres::connect(database.url(), NoTls).await.expect("the owner");
        tokio::spawn(connection);
        owner.batch_execute(TABLE).await.expect("a table");
        let practice = Practice::beside(database.db()).await;
        let client = Client::of(&practice, "admin").await.with_all_on("samples");
        Self { practice, client, owner, _database: database }
    }
}
