//! A case on its way through the laboratory.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::http::extract::{Json, Path};
use crate::{App, Caller, Error};

/// How far a case is: `platform.case_status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum CaseStatus {
    Received,
    Processing,
    Designing,
    Milling,
    Qc,
    Ready,
    Delivered,
    Cancelled,
    OnHold,
}

use CaseStatus::{Cancelled, Delivered, Designing, Milling, OnHold, Processing, Qc, Ready, Received};

impl CaseStatus {
    const ALL: [Self; 9] =
        [Received, Processing, Designing, Milling, Qc, Ready, Delivered, Cancelled, OnHold];

    /// The table of what a person may do. The way is forward a step at a time, back to where work is redone, aside to
    /// `on_hold` and from there to wherever it goes on; a cancelled case can be taken up again, a delivered one is done.
    const fn next(self) -> &'static [Self] {
        match self {
            Received => &[Processing, Designing, OnHold, Cancelled],
            Processing => &[Received, Designing, OnHold, Cancelled],
            Designing => &[Processing, Milling, OnHold, Cancelled],
            Milling => &[Designing, Qc, OnHold, Cancelled],
            Qc => &[Designing, Milling, Ready, OnHold, Cancelled],
            Ready => &[Qc, Delivered, OnHold, Cancelled],
            Delivered => &[],
            Cancelled => &[Received],
            OnHold => &[Received, Processing, Designing, Milling, Qc, Ready, Cancelled],
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Received => "received",
            Processing => "processing",
            Designing => "designing",
            Milling => "milling",
            Qc => "qc",
            Ready => "ready",
            Delivered => "delivered",
            Cancelled => "cancelled",
            OnHold => "on_hold",
        }
    }
}

/// Where to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Advance {
    status: CaseStatus,
}

/// Where a case may go from where it is: for whoever wants to offer only that.
pub(super) async fn ways(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Uuid>,
) -> Result<Json<Value>, Error> {
    caller.may("cases", "read")?;
    let tx = app.db.begin(&caller.scope()).await?;
    let tenant = tx.scope().tenant();
    let row = tx
        .query_opt(
            pg::sql!(
                "select status::text from tenant.cases where tenant_id = $1 and id = $2 and not is_deleted"
            ),
            &[&tenant, &id],
        )
        .await?
        .ok_or_else(Error::not_found)?;
    tx.commit().await?;
    let now: &str = row.get(0);
    let next =
        CaseStatus::ALL.into_iter().find(|status| status.name() == now).map_or(&[][..], CaseStatus::next);
    Ok(Json(json!({ "status": now, "next": next })))
}

/// Moves a case to another state, if the table allows it from where the case is.
pub(super) async fn advance(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Uuid>,
    Json(to): Json<Advance>,
) -> Result<Json<Value>, Error> {
    caller.may("cases", "advance")?;
    let tx = app.db.begin(&caller.scope().with_action("advance")).await?;
    let tenant = tx.scope().tenant();
    let row = tx
        .query_opt(
            pg::sql!(
                "select status::text from tenant.cases where tenant_id = $1 and id = $2 and not is_deleted
                 for no key update"
            ),
            &[&tenant, &id],
        )
        .await?
        .ok_or_else(Error::not_found)?;
    let now: &str = row.get(0);
    let is_allowed =
        CaseStatus::ALL.iter().any(|from| from.name() == now && from.next().contains(&to.status));
    if !is_allowed {
        let detail = format!("A case that is {now} cannot become {}.", to.status.name());
        return Err(Error::conflict("transition_not_allowed", detail).with_field("status"));
    }
    let row = tx
        .query_one(
            pg::sql!(
                "update tenant.cases as c set status = $3::text::platform.case_status
                 where tenant_id = $1 and id = $2 returning to_jsonb(c)"
            ),
            &[&tenant, &id, &to.status.name()],
        )
        .await?;
    tx.commit().await?;
    Ok(Json(json!({ "case": row.get::<_, Value>(0) })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_but_delivered_leads_on() {
        for status in CaseStatus::ALL {
            assert_eq!(status.next().is_empty(), status == Delivered, "{status:?}");
        }
    }

    #[test]
    fn no_state_leads_to_itself() {
        for status in CaseStatus::ALL {
            assert!(!status.next().contains(&status), "{status:?}");
        }
    }

    #[test]
    fn the_names_are_those_of_the_api() {
        for status in CaseStatus::ALL {
            assert_eq!(serde_json::to_value(status).unwrap(), status.name());
        }
    }
}
