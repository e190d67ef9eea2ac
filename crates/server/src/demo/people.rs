//! The demo's practices and who works there, in the database.

use pg::{Scope, TenantId};

use super::{DemoPractice, PASSWORD, PRACTICES};
use crate::identity::accounts::{self, NewTenant};
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
    let known = accounts::tenant(&app.db, &scope, practice.slug).await?;
    let tenant = match &known {
        Some(known) => known.id,
        None => TenantId::new(scope.new_id()),
    };
    let tx = app.db.begin(&scope.for_tenant(tenant)).await?;
    if known.is_none() {
        let new = NewTenant { name: practice.name, slug: practice.slug, kind: Some(practice.kind) };
        accounts::make_tenant(&tx, &new).await?;
    }
    for person in practice.people {
        let user = match accounts::account(&tx, person.email).await? {
            Some(user) => user,
            None => {
                let hash = hash_password(PASSWORD.to_owned()).await?;
                accounts::make_account(&tx, person.email, person.name, &hash).await?
            }
        };
        accounts::make_member(&tx, user, person.role).await?;
    }
    Ok(tx.commit().await?)
}
