//! The demo's practices and who works there, in the database.

use pg::{Scope, TenantId, Tx, UserId};

use super::{DemoPractice, PASSWORD, PRACTICES};
use crate::identity::hash_password;
use crate::{App, Error};

/// Someone to sign in as.
#[derive(Clone, Debug, serde::Serialize)]
pub struct DemoUser {
    /// The name to sign in with.
    pub email: String,
    /// The password, well-known.
    pub password: String,
    /// The practice, by its short name.
    pub tenant: String,
    /// The role there.
    pub role: String,
}

/// Makes what is missing of the demo's practices and people; everyone to sign in as.
pub(crate) async fn people(app: &App) -> Result<Vec<DemoUser>, Error> {
    for practice in &PRACTICES {
        make(app, practice).await?;
    }
    Ok(PRACTICES
        .iter()
        .flat_map(|practice| {
            practice.people.iter().map(|person| DemoUser {
                email: person.email.to_owned(),
                password: PASSWORD.to_owned(),
                tenant: practice.slug.to_owned(),
                role: person.role.to_owned(),
            })
        })
        .collect())
}

async fn make(app: &App, practice: &DemoPractice) -> Result<(), Error> {
    let scope = Scope::system("demo");
    let tx = app.db.begin(&scope).await?;
    let known: Option<TenantId> = tx
        .query_opt(
            pg::sql!("select id from platform.tenants where slug = $1"),
            &[&practice.slug],
        )
        .await?
        .map(|row| row.get(0));
    tx.commit().await?;
    let tenant = known.unwrap_or_else(|| TenantId::new(scope.new_id()));

    let tx = app.db.begin(&scope.for_tenant(tenant)).await?;
    if known.is_none() {
        tx.execute(
            pg::sql!("insert into platform.tenants (id, name, slug, type) values ($1, $2, $3, $4::text::platform.tenant_type)"),
            &[&tenant, &practice.name, &practice.slug, &practice.kind],
        )
        .await?;
        tx.execute(
            pg::sql!("insert into platform.tenant_quotas (tenant_id) values ($1)"),
            &[&tenant],
        )
        .await?;
        tx.execute(
            pg::sql!("insert into tenant.locations (name, kind)
             values ('Main site', (case $1 when 'dental_lab' then 'laboratory' else 'clinic' end)::platform.location_kind)"),
            &[&practice.kind],
        )
        .await?;
    }
    for person in practice.people {
        let user = account(&tx, person.email, person.name).await?;
        tx.execute(
            pg::sql!(
                "insert into platform.user_tenants (user_id, user_type, default_location_id)
             values ($1, $2::text::platform.user_type, (select id from tenant.locations order by id limit 1))
             on conflict (tenant_id, user_id) do nothing"
            ),
            &[&user, &person.role],
        )
        .await?;
        tx.execute(
            pg::sql!(
                "insert into platform.user_roles (user_id, role_id)
             select $1, id from platform.roles where name = $2 and tenant_id is null
             on conflict do nothing"
            ),
            &[&user, &person.role],
        )
        .await?;
    }
    Ok(tx.commit().await?)
}

/// The account of this name; made, with the demo's password, where it is not there.
async fn account(tx: &Tx, email: &str, name: &str) -> Result<UserId, Error> {
    let known = tx
        .query_opt(
            pg::sql!("select id from platform.users where email = $1"),
            &[&email],
        )
        .await?;
    if let Some(row) = known {
        return Ok(row.get(0));
    }
    let user = tx
        .query_one(
            pg::sql!("insert into platform.users (email, full_name, is_email_verified) values ($1, $2, true) returning id"),
            &[&email, &name],
        )
        .await?
        .get(0);
    let hash = hash_password(PASSWORD.to_owned()).await?;
    tx.execute(pg::sql!("select platform.set_password($1, $2)"), &[&user, &hash])
        .await?;
    Ok(user)
}
