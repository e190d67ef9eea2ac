//! For whom a file is imported.

use std::collections::HashSet;

use pg::{DbRole, Scope, Tx, UserId};
use uuid::Uuid;

/// Whoever asked for an import, as they are now.
pub(super) struct Person {
    scope: Scope,
    /// What they may do: `resource:verb`.
    rights: HashSet<String>,
}

impl Person {
    /// The person in the tenant of `tx`; `None` where the account or the membership has ended.
    pub(super) async fn find(tx: &Tx, id: UserId, request: Uuid) -> Result<Option<Self>, pg::Error> {
        let tenant = tx.scope().tenant();
        let row = tx
            .query_opt(
                pg::sql!(
                    "select u.email,
                            array(select distinct r.name
                                  from platform.user_roles as ur
                                  join platform.roles as r on r.id = ur.role_id
                                  where ur.tenant_id = $1 and ur.user_id = $2
                                    and coalesce(ur.valid_from <= now(), true) and coalesce(ur.valid_until > now(), true)),
                            array(select r.resource || ':' || r.verb from platform.rights_of($2, $1) as r)
                     from platform.users as u
                     join platform.user_tenants as m on m.user_id = u.id and m.tenant_id = $1
                     join platform.tenants as t on t.id = m.tenant_id and t.status = 'active'
                     where u.id = $2 and u.status = 'active'"
                ),
                &[&tenant, &id],
            )
            .await?;
        Ok(row.map(|row| {
            let (email, roles): (String, Vec<String>) = (row.get(0), row.get(1));
            let scope = Scope::user(tenant, id)
                .with_person(email, roles.join(","))
                .with_request(request)
                .with_action(super::JOB_TYPE)
                .with_role(DbRole::Api);
            Self { scope, rights: row.get::<_, Vec<String>>(2).into_iter().collect() }
        }))
    }

    /// What a transaction that writes their rows needs to know.
    pub(super) fn scope(&self) -> &Scope {
        &self.scope
    }

    pub(super) fn may(&self, resource: &str, verb: &str) -> bool {
        self.rights.contains(&format!("{resource}:{verb}"))
    }
}
