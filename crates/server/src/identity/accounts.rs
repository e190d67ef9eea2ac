//! Tenants, accounts and memberships, made by the program itself: the demo's, and the first administrator's.

use pg::{Db, Scope, TenantId, Tx, UserId};

use crate::Error;

/// A tenant that is to be made.
pub(crate) struct NewTenant<'a> {
    pub(crate) name: &'a str,
    /// Its short name, unique.
    pub(crate) slug: &'a str,
    /// Value of `platform.tenant_type`; the schema's default where it is not said.
    pub(crate) kind: Option<&'a str>,
}

/// A tenant that is there.
pub(crate) struct KnownTenant {
    pub(crate) id: TenantId,
    pub(crate) is_active: bool,
}

/// The tenant of this short name.
pub(crate) async fn tenant(db: &Db, scope: &Scope, slug: &str) -> Result<Option<KnownTenant>, Error> {
    let tx = db.begin(scope).await?;
    let row = tx
        .query_opt(
            pg::sql!("select id, status = 'active' as is_active from platform.tenants where slug = $1"),
            &[&slug],
        )
        .await?;
    tx.commit().await?;
    Ok(row.map(|row| KnownTenant { id: row.get("id"), is_active: row.get("is_active") }))
}

/// Whether anybody has an account.
pub(crate) async fn are_there_any(db: &Db) -> Result<bool, Error> {
    let tx = db.begin(&Scope::system("whether anybody can sign in")).await?;
    let row = tx.query_one(pg::sql!("select exists (select from platform.users)"), &[]).await?;
    tx.commit().await?;
    Ok(row.get(0))
}

/// What kinds of tenants there are: the values of `platform.tenant_type`, the platform's own left out.
pub(crate) async fn tenant_types(tx: &Tx) -> Result<Vec<String>, Error> {
    let row = tx
        .query_one(
            pg::sql!("select array_remove(enum_range(null::platform.tenant_type), 'platform')::text[]"),
            &[],
        )
        .await?;
    Ok(row.get(0))
}

/// Makes the tenant of the transaction, with its quota and its first place.
pub(crate) async fn make_tenant(tx: &Tx, new: &NewTenant<'_>) -> Result<(), Error> {
    let id = tx.scope().tenant();
    tx.execute(
        pg::sql!(
            "insert into platform.tenants (id, name, slug, type)
             values ($1, $2, $3, coalesce($4::text::platform.tenant_type, 'solo_practice'))"
        ),
        &[&id, &new.name, &new.slug, &new.kind],
    )
    .await?;
    tx.execute(pg::sql!("insert into platform.tenant_quotas (tenant_id) values ($1)"), &[&id]).await?;
    tx.execute(
        pg::sql!(
            "insert into tenant.locations (name, kind)
             values ('Main site', (case $1 when 'dental_lab' then 'laboratory' else 'clinic' end)::platform.location_kind)"
        ),
        &[&new.kind],
    )
    .await?;
    note_new(tx, "tenants", id.uuid()).await
}

/// The account with this e-mail address, in lower case.
pub(crate) async fn account(tx: &Tx, email: &str) -> Result<Option<UserId>, Error> {
    let row = tx.query_opt(pg::sql!("select id from platform.users where email = $1"), &[&email]).await?;
    Ok(row.map(|row| row.get(0)))
}

/// Makes an account that signs in with a password, of which the hash is given.
pub(crate) async fn make_account(
    tx: &Tx,
    email: &str,
    name: &str,
    password_hash: &str,
) -> Result<UserId, Error> {
    let user: UserId = tx
        .query_one(
            pg::sql!("insert into platform.users (email, full_name, is_email_verified) values ($1, $2, true) returning id"),
            &[&email, &name],
        )
        .await?
        .get(0);
    tx.execute(pg::sql!("select platform.set_password($1, $2)"), &[&user, &password_hash]).await?;
    note_new(tx, "users", user.uuid()).await?;
    Ok(user)
}

/// Makes an account a member of the transaction's tenant, as `role`: both what the person is there and the role of that
/// name. Who is one already stays as they are.
pub(crate) async fn make_member(tx: &Tx, user: UserId, role: &str) -> Result<(), Error> {
    tx.execute(
        pg::sql!(
            "insert into platform.user_tenants (user_id, user_type, default_location_id)
             values ($1, $2::text::platform.user_type, (select id from tenant.locations order by id limit 1))
             on conflict (tenant_id, user_id) do nothing"
        ),
        &[&user, &role],
    )
    .await?;
    tx.execute(
        pg::sql!(
            "insert into platform.user_roles (user_id, role_id)
             select $1, id from platform.roles where name = $2 and tenant_id is null
             on conflict do nothing"
        ),
        &[&user, &role],
    )
    .await?;
    Ok(())
}

/// Tenants and accounts belong to no tenant and have no trail of their own: whoever makes one says so.
async fn note_new(tx: &Tx, resource: &str, id: uuid::Uuid) -> Result<(), Error> {
    tx.execute(
        pg::sql!(
            "select platform.record_event(
                 'data_create', coalesce(nullif(current_setting('app.action'), ''), 'insert'), $1, $2)"
        ),
        &[&resource, &id],
    )
    .await?;
    Ok(())
}
