//! What tests share: a cluster, a practice of one's own, a client as a role.

use pg::{Db, Scope, TenantId, UserId};
use uuid::Uuid;

/// A database of a test's own, with the whole schema and no rows. Dropped with the value.
///
/// For tests that touch what all tenants share: migrations, platform tables, the queue's clock.
#[derive(Debug)]
pub struct TestDb {
    db: Db,
    url: String,
}

impl TestDb {
    /// The database.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Its URL as the owner, for what needs a connection of its own.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// A database of one's own, with the whole schema.
pub async fn database() -> TestDb {
    unimplemented!()
}

/// A practice of a test's own: a tenant with users by role, in a database that the tests of this process share.
#[derive(Debug)]
pub struct Practice {
    db: Db,
    tenant: TenantId,
    location: Uuid,
}

impl Practice {
    /// A new practice.
    pub async fn new() -> Self {
        unimplemented!()
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

    /// The user with this role (`admin`, `dentist`, `technician`, …), made on first asking.
    pub async fn user(&self, _role: &str) -> UserId {
        unimplemented!()
    }

    /// What that user may do here, as [`pg::DbRole::App`].
    pub async fn scope(&self, role: &str) -> Scope {
        Scope::user(self.tenant, self.user(role).await)
    }

    /// Cuspid itself working for this practice.
    pub fn system(&self) -> Scope {
        Scope::system("test").for_tenant(self.tenant)
    }
}
