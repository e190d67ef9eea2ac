//! A tenant of a test's own.

use pg::{Db, DbRole, Scope, TenantId, Tx, UserId};
use uuid::Uuid;

use crate::server;

/// A practice: a tenant with one location and users by role, in a database that the tests of this process share.
/// Since its neighbours are other tests' practices, every test in one is a test of tenancy too.
#[derive(Clone, Debug)]
pub struct Practice {
    db: Db,
    tenant: TenantId,
    location: Uuid,
}

impl Practice {
    /// A new practice.
    ///
    /// # Panics
    /// Where there is no database or the schema has no place for a practice: without one there is no test.
    pub async fn new() -> Self {
        Self::beside(&server::shared().await).await
    }

    /// A new practice in `db`: a neighbour of those already there.
    ///
    /// # Panics
    /// As [`Practice::new`].
    pub async fn beside(db: &Db) -> Self {
        let tenant = TenantId::new(Uuid::now_v7());
        let tx = begin(db, tenant).await;
        tx.execute(
            "insert into platform.tenants (id, name, slug) values ($1, $2, $3)",
            &[&tenant, &format!("Practice {tenant}"), &format!("practice-{tenant}")],
        )
        .await
        .expect("a tenant");
        tx.execute("insert into platform.tenant_quotas (tenant_id) values ($1)", &[&tenant])
            .await
            .expect("a quota");
        let location = tx
            .query_one("insert into tenant.locations (name) values ('Main street') returning id", &[])
            .await
            .expect("a location")
            .get(0);
        tx.commit().await.expect("a practice");
        Self { db: db.clone(), tenant, location }
    }

    /// The database it is in.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// The practice's tenant.
    pub fn tenant(&self) -> TenantId {
        self.tenant
    }

    /// Its one location.
    pub fn location(&self) -> Uuid {
        self.location
    }

    /// The user with the role of this name (`admin`, `dentist`, `technician`, …), made on first asking. Their e-mail
    /// address is [`Practice::email`].
    ///
    /// # Panics
    /// Where the schema knows no such role.
    pub async fn user(&self, role: &str) -> UserId {
        let email = self.email(role);
        let tx = begin(&self.db, self.tenant).await;
        let known =
            tx.query_opt("select id from platform.users where email = $1", &[&email]).await.expect("users");
        if let Some(row) = known {
            return row.get(0);
        }
        let user: UserId = tx
            .query_one(
                "insert into platform.users (email, full_name, is_email_verified) values ($1, $2, true) returning id",
                &[&email, &format!("The {role}")],
            )
            .await
            .expect("a user")
            .get(0);
        tx.execute(
            "insert into platform.user_tenants (user_id, user_type, default_location_id)
             select $1, coalesce((select kind from unnest(enum_range(null::platform.user_type)) as kind
                                  where kind::text = $2), 'staff'), $3",
            &[&user, &role, &self.location],
        )
        .await
        .expect("a membership");
        let granted = tx
            .execute(
                "insert into platform.user_roles (user_id, role_id)
                 select $1, id from platform.roles where name = $2 and tenant_id is null",
                &[&user, &role],
            )
            .await
            .expect("a role");
        assert_eq!(granted, 1, "the schema knows no role {role:?}");
        tx.commit().await.expect("a user");
        user
    }

    /// The e-mail address of the user with this role.
    pub fn email(&self, role: &str) -> String {
        format!("{role}@{}.example", self.tenant)
    }

    /// What that user's actions work with: [`DbRole::App`].
    pub async fn scope(&self, role: &str) -> Scope {
        Scope::user(self.tenant, self.user(role).await).with_person(self.email(role), role)
    }

    /// What that user's plain requests work with: [`DbRole::Api`].
    pub async fn api(&self, role: &str) -> Scope {
        self.scope(role).await.with_role(DbRole::Api)
    }

    /// Cuspid itself working for this practice.
    pub fn system(&self) -> Scope {
        Scope::system("test").for_tenant(self.tenant)
    }
}

async fn begin(db: &Db, tenant: TenantId) -> Tx {
    db.begin(&Scope::system("a practice for a test").for_tenant(tenant)).await.expect("a transaction")
}
