//! The demo's patients, cases and scans, made through the API that everyone uses: each step is in the trail as if a
//! person had done it.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use mesh::synth::{ArchSpec, arch};
use mesh::{Fdi, Jaw};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::{DemoPractice, PASSWORD, PRACTICES};

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

/// Fills practices that have no case yet. What fails is logged: the platform works without it.
pub(crate) async fn cases(router: Router) {
    for (practice, cases) in PRACTICES.iter().zip(CASES) {
        if let Err(error) = fill(&router, practice, cases).await {
            tracing::warn!(%error, practice = practice.slug, "the demo's cases are not all there");
        }
    }
}

async fn fill(router: &Router, practice: &DemoPractice, cases: &[DemoCase]) -> anyhow::Result<()> {
    let admin = practice.people.first().map_or("", |person| person.email);
    let signed_in = Client { router, token: "" }
        .send(
            Method::POST,
            "/api/v1/auth/login",
            json!({"email": admin, "password": PASSWORD}),
        )
        .await?;
    let client = Client {
        router,
        token: signed_in["access_token"].as_str().unwrap_or_default(),
    };
    let known = client
        .send(Method::GET, "/api/v1/cases?select=title&limit=200", Value::Null)
        .await?;
    for case in cases {
        let is_known = known
            .as_array()
            .is_some_and(|rows| rows.iter().any(|row| row["title"] == case.title));
        if !is_known {
            make(&client, case).await?;
        }
    }
    client
        .send(Method::POST, "/api/v1/auth/logout", Value::Null)
        .await?;
    Ok(())
}

async fn make(client: &Client<'_>, case: &DemoCase) -> anyhow::Result<()> {
    let (first_name, last_name) = case.patient;
    let patient = client
        .send(
            Method::POST,
            "/api/v1/patients",
            json!({"first_name": first_name, "last_name": last_name}),
        )
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
    let id = made["id"].as_str().unwrap_or_default();
    for scan in case.scans {
        let spec = ArchSpec {
            faces: FACES,
            missing: scan
                .missing
                .iter()
                .filter_map(|&tooth| Fdi::try_from(tooth).ok())
                .collect(),
            ..ArchSpec::new(scan.jaw, scan.seed)
        };
        let stl = tokio::task::spawn_blocking(move || mesh::write::stl(&arch(&spec).mesh)).await?;
        let jaw = match scan.jaw {
            Jaw::Upper => "upper",
            Jaw::Lower => "lower",
        };
        client
            .upload(&format!("/api/v1/cases/{id}/files/synthetic_{jaw}_jaw.stl"), stl)
            .await?;
    }
    Ok(())
}

/// The API, as a signed-in person reaches it, without a socket between.
struct Client<'a> {
    router: &'a Router,
    token: &'a str,
}

impl Client<'_> {
    async fn send(&self, method: Method, path: &str, body: Value) -> anyhow::Result<Value> {
        let body = match body {
            Value::Null => Body::empty(),
            body => Body::from(body.to_string()),
        };
        self.call(method, path, "application/json", body).await
    }

    async fn upload(&self, path: &str, bytes: Vec<u8>) -> anyhow::Result<Value> {
        self.call(Method::PUT, path, "model/stl", Body::from(bytes)).await
    }

    async fn call(&self, method: Method, path: &str, media_type: &str, body: Body) -> anyhow::Result<Value> {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .header(header::CONTENT_TYPE, media_type)
            .header("prefer", "return=representation")
            .header(
                header::ACCEPT,
                "application/vnd.pgrst.object+json, application/json",
            )
            .body(body)?;
        let response = self.router.clone().oneshot(request).await?;
        let status = response.status();
        let answer = to_bytes(response.into_body(), ANSWER).await?;
        anyhow::ensure!(
            status.is_success(),
            "{path}: {status}: {}",
            String::from_utf8_lossy(&answer)
        );
        if status == StatusCode::NO_CONTENT {
            return Ok(Value::Null);
        }
        Ok(serde_json::from_slice(&answer)?)
    }
}
