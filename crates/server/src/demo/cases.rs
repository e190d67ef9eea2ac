//! The demo's patients, cases and scans, made through the API that everyone uses: each step is in the trail as if a
//! person had done it.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, header};
use mesh::synth::{ArchSpec, arch};
use mesh::{Fdi, Jaw};
use pg::{Scope, TenantId};
use serde_json::{Value, json};
use tower::ServiceExt;
use uuid::Uuid;

use super::{DemoPractice, PASSWORD, PRACTICES};
use crate::App;

/// A case of the demo and the scans in it.
struct DemoCase {
    title: &'static str,
    patient: (&'static str, &'static str),
    procedure: &'static str,
    urgency: &'static str,
    scans: &'static [DemoScan],
}

struct DemoScan {
    jaw: Jaw,
    seed: u64,
    /// FDI numbers of teeth that are not there.
    missing: &'static [u16],
}

impl DemoScan {
    fn name(&self) -> String {
        let jaw = match self.jaw {
            Jaw::Upper => "upper",
            Jaw::Lower => "lower",
        };
        format!("synthetic_{jaw}_jaw.stl")
    }
}

/// Triangles of a demo scan: a quick scanner's.
const FACES: usize = 60_000;
/// Answers to the demo are short.
const ANSWER: usize = 1 << 20;

const fn scan(jaw: Jaw, seed: u64, missing: &'static [u16]) -> DemoScan {
    DemoScan { jaw, seed, missing }
}

/// Cases by practice, in the order of [`PRACTICES`].
const CASES: [&[DemoCase]; 2] = [
    &[
        DemoCase {
            title: "Crown on 16 (synthetic)",
            patient: ("Nora", "Example"),
            procedure: "crowns",
            urgency: "standard",
            scans: &[scan(Jaw::Upper, 11, &[])],
        },
        DemoCase {
            title: "Bridge 24 to 26 (synthetic)",
            patient: ("Sam", "Specimen"),
            procedure: "bridges",
            urgency: "rush",
            scans: &[scan(Jaw::Upper, 12, &[25])],
        },
        DemoCase {
            title: "Aligners, both jaws (synthetic)",
            patient: ("Iris", "Invented"),
            procedure: "aligners",
            urgency: "standard",
            scans: &[scan(Jaw::Upper, 13, &[]), scan(Jaw::Lower, 13, &[])],
        },
    ],
    &[
        DemoCase {
            title: "Implant in place of 36 (synthetic)",
            patient: ("Mara", "Madeup"),
            procedure: "implants",
            urgency: "standard",
            scans: &[scan(Jaw::Lower, 21, &[36])],
        },
        DemoCase {
            title: "Night guard (synthetic)",
            patient: ("Pavel", "Placeholder"),
            procedure: "night_guards",
            urgency: "standard",
            scans: &[scan(Jaw::Lower, 22, &[])],
        },
    ],
];

/// Makes the cases that are missing. What fails is logged: the platform works without it.
pub(crate) async fn cases(app: App, router: Router) {
    for (practice, cases) in PRACTICES.iter().zip(CASES) {
        if let Err(error) = fill(&app, &router, practice, cases).await {
            tracing::warn!(%error, practice = practice.slug, "the demo's cases are not all there");
        }
    }
}

async fn fill(app: &App, router: &Router, practice: &DemoPractice, cases: &[DemoCase]) -> anyhow::Result<()> {
    let known = known(app, practice).await?;
    let mut missing = Vec::new();
    for case in cases {
        let known = known.iter().find(|known| known.title == case.title);
        let mut scans = Vec::new();
        for scan in case.scans {
            if !known.is_some_and(|known| known.files.contains(&scan.name())) {
                scans.push(scan);
            }
        }
        if !scans.is_empty() {
            missing.push((case, known.map(|known| known.id), scans));
        }
    }
    if missing.is_empty() {
        return Ok(());
    }

    let admin = practice.people.first().map_or("", |person| person.email);
    let credentials = json!({"email": admin, "password": PASSWORD});
    let signed_in =
        Client { router, token: "" }.send(Method::POST, "/api/v1/auth/login", credentials).await?;
    let client = Client { router, token: signed_in["access_token"].as_str().unwrap_or_default() };
    for (case, known, scans) in missing {
        let id = match known {
            Some(id) => id.to_string(),
            None => make(&client, case).await?,
        };
        for scan in scans {
            upload(&client, &id, scan).await?;
        }
    }
    client.send(Method::POST, "/api/v1/auth/logout", Value::Null).await?;
    Ok(())
}

/// A case that the practice has already.
struct Known {
    id: Uuid,
    title: String,
    files: Vec<String>,
}

/// The practice's cases and files, deleted ones too: who deletes something of the demo does not want it back.
async fn known(app: &App, practice: &DemoPractice) -> Result<Vec<Known>, pg::Error> {
    let scope = Scope::system("demo");
    let tx = app.db.begin(&scope).await?;
    let tenant: TenantId = tx
        .query_one(pg::sql!("select id from platform.tenants where slug = $1"), &[&practice.slug])
        .await?
        .get(0);
    tx.commit().await?;
    let tx = app.db.begin(&scope.for_tenant(tenant)).await?;
    let rows = tx
        .query(
            pg::sql!(
                "select c.id, c.title,
                        array(select f.name from tenant.case_files as f
                              where f.tenant_id = c.tenant_id and f.case_id = c.id) as files
                 from tenant.cases as c where c.tenant_id = $1 and c.title is not null"
            ),
            &[&tenant],
        )
        .await?;
    tx.commit().await?;
    Ok(rows
        .iter()
        .map(|row| Known { id: row.get("id"), title: row.get("title"), files: row.get("files") })
        .collect())
}

/// Makes a case and its patient; the case's id.
async fn make(client: &Client<'_>, case: &DemoCase) -> anyhow::Result<String> {
    let (first_name, last_name) = case.patient;
    let patient = client
        .send(Method::POST, "/api/v1/patients", json!({"first_name": first_name, "last_name": last_name}))
        .await?;
    let made = client
        .send(
            Method::POST,
            "/api/v1/cases",
            json!({
                "title": case.title,
                "patient_id": patient["id"],
                "procedure_type": case.procedure,
                "urgency": case.urgency,
                "tags": ["synthetic"],
            }),
        )
        .await?;
    Ok(made["id"].as_str().unwrap_or_default().to_owned())
}

async fn upload(client: &Client<'_>, case: &str, scan: &DemoScan) -> anyhow::Result<()> {
    let spec = ArchSpec {
        faces: FACES,
        missing: scan.missing.iter().filter_map(|&tooth| Fdi::try_from(tooth).ok()).collect(),
        ..ArchSpec::new(scan.jaw, scan.seed)
    };
    let stl = tokio::task::spawn_blocking(move || mesh::write::stl(&arch(&spec).mesh)).await?;
    let path = format!("/api/v1/cases/{case}/files/{}", scan.name());
    client.upload(&path, stl).await?;
    Ok(())
}

/// The API, as a signed-in person reaches it, without a socket between.
struct Client<'a> {
    router: &'a Router,
    token: &'a str,
}

impl Client<'_> {
    async fn send(&self, method: Method, path: &str, body: Value) -> anyhow::Result<Value> {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        self.call(method, path, "application/json", body.into_bytes()).await
    }

    async fn upload(&self, path: &str, bytes: Vec<u8>) -> anyhow::Result<Value> {
        self.call(Method::PUT, path, "model/stl", bytes).await
    }

    async fn call(
        &self,
        method: Method,
        path: &str,
        media_type: &str,
        body: Vec<u8>,
    ) -> anyhow::Result<Value> {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .header(header::CONTENT_TYPE, media_type)
            .header(header::CONTENT_LENGTH, body.len())
            .header("prefer", "return=representation")
            .header(header::ACCEPT, "application/vnd.pgrst.object+json, application/json")
            .body(Body::from(body))?;
        let response = self.router.clone().oneshot(request).await?;
        let status = response.status();
        let answer = to_bytes(response.into_body(), ANSWER).await?;
        anyhow::ensure!(status.is_success(), "{path}: {status}: {}", String::from_utf8_lossy(&answer));
        if answer.is_empty() {
            return Ok(Value::Null);
        }
        Ok(serde_json::from_slice(&answer)?)
    }
}
