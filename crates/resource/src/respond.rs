//! The last stage: status, headers, bytes.

use bytes::Bytes;
use http::header::{self, HeaderName, HeaderValue};
use http::{Response, StatusCode};

use crate::plan::{Plan, Step};
use crate::request::Media;
use crate::{BASE, Error};

/// A page of rows as the database gave it.
#[derive(Debug)]
pub struct Page {
    /// The JSON of each row.
    pub rows: Vec<String>,
    /// How many rows there are on all pages, where it was asked for.
    pub total: Option<i64>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// One row as the database gave it.
#[derive(Debug)]
pub struct Shown {
    /// Its JSON, where it is shown.
    pub json: Option<Bytes>,
    /// Its version, where it has one.
    pub version: Option<String>,
    /// Its id.
    pub id: String,
}

/// An answer that is being put together.
struct Answer(Response<Bytes>);

impl Answer {
    fn new(status: StatusCode, plan: &Plan<'_>) -> Self {
        let mut answer = Self(Response::new(Bytes::new()));
        *answer.0.status_mut() = status;
        answer.set(header::VARY, "Accept, Authorization, Cookie, Prefer, Range");
        let applied = plan.preferences.applied(plan.is_change());
        if !applied.is_empty() {
            answer.set(HeaderName::from_static("preference-applied"), applied);
        }
        answer
    }

    /// Adds a header; all that come here are made of visible ASCII.
    fn set(&mut self, name: HeaderName, value: impl AsRef<str>) {
        if let Ok(value) = HeaderValue::from_str(value.as_ref()) {
            self.0.headers_mut().insert(name, value);
        }
    }

    fn fill(&mut self, media: &str, body: impl Into<Bytes>) {
        self.set(header::CONTENT_TYPE, media);
        *self.0.body_mut() = body.into();
    }

    fn tag(&mut self, version: Option<&str>) {
        if let Some(version) = version {
            self.set(header::ETAG, format!("\"{version}\""));
            self.set(header::CACHE_CONTROL, "private, no-cache");
        }
    }
}

const JSON: &str = "application/json";

/// Answers with a page.
///
/// # Errors
/// Where one row was asked for and there is not exactly one.
pub fn list(plan: &Plan<'_>, page: Page) -> Result<Response<Bytes>, Error> {
    let Page { rows, total, next } = page;
    let length = rows.len() as i64;
    let partial = total.is_some_and(|total| length < total);
    let mut answer = Answer::new(if partial { StatusCode::PARTIAL_CONTENT } else { StatusCode::OK }, plan);
    let first = match &plan.step {
        // Behind a cursor nobody knows how many rows came before.
        Step::List { after: None, .. } => i64::from(plan.node.offset),
        _ => 0,
    };
    let span = if length > 0 { format!("{first}-{}", first + length - 1) } else { "*".to_owned() };
    let total = total.map_or("*".to_owned(), |total| total.to_string());
    answer.set(header::CONTENT_RANGE, format!("{span}/{total}"));
    if let (Some(cursor), Step::List { rest, .. }) = (&next, &plan.step) {
        let and = if rest.is_empty() { "" } else { "&" };
        let resource = &plan.node.resource.name;
        answer.set(header::LINK, format!("<{BASE}/{resource}?{rest}{and}cursor={cursor}>; rel=\"next\""));
    }
    match (plan.preferences.media, rows.as_slice(), next) {
        (Media::Object, [row], None) => answer.fill(JSON, row.clone()),
        (Media::Object, ..) => return Err(Error::not_single()),
        _ => answer.fill(JSON, array(rows.iter())),
    }
    Ok(answer.0)
}

/// Answers with the versions of a row.
pub fn versions(plan: &Plan<'_>, versions: Vec<String>) -> Response<Bytes> {
    let mut answer = Answer::new(StatusCode::OK, plan);
    answer.fill(JSON, array(versions.iter()));
    answer.0
}

/// Answers with one row.
pub fn one(plan: &Plan<'_>, shown: Shown) -> Response<Bytes> {
    let Shown { json, version, .. } = shown;
    let known = match (&plan.step, &version) {
        // With rows of other resources inside, the version does not tell.
        (Step::Get { known, .. }, Some(version)) if plan.is_flat() => {
            known.iter().any(|tag| tag == "*" || tag == version)
        }
        _ => false,
    };
    let mut answer = Answer::new(if known { StatusCode::NOT_MODIFIED } else { StatusCode::OK }, plan);
    if !known {
        answer.fill(JSON, json.unwrap_or_default());
    }
    answer.tag(version.as_deref());
    answer.0
}

/// Answers to a change.
///
/// # Errors
/// Where one row was asked for and several were written.
pub fn changed(plan: &Plan<'_>, rows: Vec<Shown>) -> Result<Response<Bytes>, Error> {
    let created = matches!(plan.step, Step::Create { .. });
    let status = match (created, plan.returns_rows()) {
        (true, _) => StatusCode::CREATED,
        (false, true) => StatusCode::OK,
        (false, false) => StatusCode::NO_CONTENT,
    };
    let mut answer = Answer::new(status, plan);
    if let [row] = rows.as_slice() {
        if created {
            answer.set(header::LOCATION, format!("{BASE}/{}/{}", plan.node.resource.name, row.id));
        }
        if !matches!(plan.step, Step::Delete { .. }) {
            answer.tag(row.version.as_deref());
        }
    }
    if plan.returns_rows() {
        let as_list = match &plan.step {
            // PostgREST's clients say what they want and expect an array then.
            Step::Create { bulk, .. } => *bulk || plan.preferences.representation == Some(true),
            Step::Update { target, .. } | Step::Delete { target } => target.filtered,
            Step::Restore { .. } => false,
            _ => true,
        };
        let mut json = rows.iter().map(|row| row.json.as_deref().unwrap_or_default());
        if as_list && plan.preferences.media != Media::Object {
            answer.fill(JSON, array(json));
        } else {
            match (json.next(), json.next()) {
                (Some(row), None) => answer.fill(JSON, row.to_vec()),
                _ => return Err(Error::not_single()),
            }
        }
    }
    Ok(answer.0)
}

fn array<T: AsRef<[u8]>>(items: impl Iterator<Item = T>) -> Bytes {
    let mut body = vec![b'['];
    for item in items {
        if body.len() > 1 {
            body.push(b',');
        }
        body.extend_from_slice(item.as_ref());
    }
    body.push(b']');
    body.into()
}

/// The head of an answer whose rows come as they are read.
pub fn stream(plan: &Plan<'_>) -> Response<()> {
    let mut answer = Answer::new(StatusCode::OK, plan);
    let media = match plan.preferences.media {
        Media::Csv => "text/csv; charset=utf-8",
        _ => "application/x-ndjson",
    };
    answer.fill(media, Bytes::new());
    answer.0.map(|_| ())
}

/// What comes before the first row: for CSV a line of names.
pub fn head(plan: &Plan<'_>) -> Option<String> {
    let names: Vec<&str> = plan.node.fields.iter().map(|field| field.key()).collect();
    (plan.preferences.media == Media::Csv).then(|| names.join(",") + "\r\n")
}

/// How a row of texts becomes a line: as JSON, which is one text, or as comma-separated values by RFC 4180. There
/// empty is empty, and empty text is `""`.
pub fn line(plan: &Plan<'_>) -> fn(&mut String, &[Option<&str>]) {
    match plan.preferences.media {
        Media::Csv => |out, cells| {
            for (at, cell) in cells.iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                match cell {
                    Some(value) if value.is_empty() || value.contains([',', '"', '\r', '\n']) => {
                        out.push('"');
                        out.push_str(&value.replace('"', "\"\""));
                        out.push('"');
                    }
                    Some(value) => out.push_str(value),
                    None => {}
                }
            }
            out.push_str("\r\n");
        },
        _ => |out, cells| {
            out.push_str(cells.first().copied().flatten().unwrap_or_default());
            out.push('\n');
        },
    }
}
