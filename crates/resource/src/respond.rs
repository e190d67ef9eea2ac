//! The last stage: status, headers, bytes.

use bytes::Bytes;
use http::header::{self, HeaderName, HeaderValue};
use http::{Response, StatusCode};

use crate::plan::{Field, Plan, Step};
use crate::request::{Media, Return, Tags};
use crate::{BASE, Error};

/// A page of rows as the database gave it.
#[derive(Debug)]
pub struct Page {
    /// The texts of each row: its JSON alone, or for CSV one a column.
    pub rows: Vec<Vec<Option<String>>>,
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

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const CSV: HeaderValue = HeaderValue::from_static("text/csv; charset=utf-8");

/// An answer that is being put together.
struct Answer(Response<Bytes>);

impl Answer {
    fn new(status: StatusCode, media: Option<HeaderValue>, body: impl Into<Bytes>) -> Self {
        let mut response = Response::new(body.into());
        *response.status_mut() = status;
        let mut answer = Self(response);
        if let Some(media) = media {
            answer.0.headers_mut().insert(header::CONTENT_TYPE, media);
        }
        answer.with(header::VARY, "Accept, Authorization, Cookie, Prefer, Range")
    }

    /// Adds a header; all that come here are made of visible ASCII.
    fn with(mut self, name: HeaderName, value: impl AsRef<str>) -> Self {
        if let Ok(value) = HeaderValue::from_str(value.as_ref()) {
            self.0.headers_mut().insert(name, value);
        }
        self
    }

    fn tagged(self, version: Option<&str>) -> Self {
        match version {
            Some(version) => self
                .with(header::ETAG, format!("\"{version}\""))
                .with(header::CACHE_CONTROL, "private, no-cache"),
            None => self,
        }
    }

    fn applied(self, plan: &Plan<'_>) -> Self {
        let preferences = &plan.preferences;
        let mut applied = Vec::new();
        if !matches!(plan.step, Step::List { .. } | Step::Get { .. }) {
            applied.extend(preferences.returned.map(|returned| match returned {
                Return::Representation => "return=representation".to_owned(),
                Return::Minimal => "return=minimal".to_owned(),
            }));
            applied.extend(preferences.rollback.then(|| "tx=rollback".to_owned()));
        } else {
            applied.extend(preferences.count.map(|count| format!("count={}", count.name())));
        }
        if applied.is_empty() {
            self
        } else {
            self.with(HeaderName::from_static("preference-applied"), applied.join(", "))
        }
    }
}

/// Answers with a page.
///
/// # Errors
/// [`Error::NotSingle`] where one row was asked for.
pub fn list(plan: &Plan<'_>, page: Page) -> Result<Response<Bytes>, Error> {
    let Page { rows, total, next } = page;
    let first = i64::from(plan.node.offset);
    let length = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let answer = match plan.preferences.media {
        Media::Object => match rows.as_slice() {
            [row] if next.is_none() => {
                Answer::new(StatusCode::OK, Some(JSON), row[0].clone().unwrap_or_default())
            }
            _ => return Err(Error::NotSingle),
        },
        Media::Csv => Answer::new(StatusCode::OK, Some(CSV), csv(plan, &rows)),
        Media::Json => {
            let partial = total.is_some_and(|total| length < total);
            let status = if partial {
                StatusCode::PARTIAL_CONTENT
            } else {
                StatusCode::OK
            };
            let items = rows
                .into_iter()
                .map(|row| row.into_iter().next().flatten().map(Bytes::from));
            Answer::new(status, Some(JSON), array(items))
        }
    };
    let Step::List { after, rest } = &plan.step else {
        return Ok(answer.0);
    };
    let span = match (length, after) {
        (0, _) => "*".to_owned(),
        // Behind a cursor nobody knows how many rows came before.
        (_, Some(_)) => format!("0-{}", length - 1),
        (_, None) => format!("{first}-{}", first + length - 1),
    };
    let total = total.map_or("*".to_owned(), |total| total.to_string());
    let mut answer = answer
        .with(header::CONTENT_RANGE, format!("{span}/{total}"))
        .applied(plan);
    if let Some(cursor) = next {
        let and = if rest.is_empty() { "" } else { "&" };
        let resource = plan.node.resource.name();
        answer = answer.with(
            header::LINK,
            format!("<{BASE}/{resource}?{rest}{and}cursor={cursor}>; rel=\"next\""),
        );
    }
    Ok(answer.0)
}

/// Answers with one row.
///
/// # Errors
/// None; the type is that of its neighbours.
pub fn one(plan: &Plan<'_>, shown: Shown) -> Result<Response<Bytes>, Error> {
    let Shown { json, version, .. } = shown;
    let known = match &plan.step {
        Step::Get {
            none_match: Some(tags),
            ..
        } => knows(plan, tags, version.as_deref()),
        _ => false,
    };
    let answer = if known {
        Answer::new(StatusCode::NOT_MODIFIED, None, Bytes::new())
    } else {
        Answer::new(StatusCode::OK, Some(JSON), json.unwrap_or_default())
    };
    Ok(answer.tagged(version.as_deref()).0)
}

/// Whether the caller has this very answer. With rows of other resources inside, the version does not tell.
fn knows(plan: &Plan<'_>, tags: &Tags, version: Option<&str>) -> bool {
    let whole = plan
        .node
        .fields
        .iter()
        .all(|field| matches!(field, Field::Column { .. }));
    whole && version.is_some_and(|version| tags.hold(version))
}

/// Answers to a change.
///
/// # Errors
/// [`Error::NotSingle`] where one row was asked for and several were written.
pub fn changed(plan: &Plan<'_>, rows: Vec<Shown>) -> Result<Response<Bytes>, Error> {
    let (created, as_list) = match &plan.step {
        // PostgREST's clients say what they want and expect an array then.
        Step::Create { bulk, .. } => (
            true,
            *bulk || plan.preferences.returned == Some(Return::Representation),
        ),
        Step::Update { target, .. } | Step::Delete { target } => (false, target.filtered),
        Step::List { .. } | Step::Get { .. } => (false, true),
    };
    let status = match (created, plan.returns_rows()) {
        (true, _) => StatusCode::CREATED,
        (false, true) => StatusCode::OK,
        (false, false) => StatusCode::NO_CONTENT,
    };
    let single = match rows.as_slice() {
        [row] => Some((row.id.clone(), row.version.clone())),
        _ => None,
    };
    let answer = if !plan.returns_rows() {
        Answer::new(status, None, Bytes::new())
    } else if as_list && plan.preferences.media != Media::Object {
        Answer::new(status, Some(JSON), array(rows.into_iter().map(|row| row.json)))
    } else {
        let [row] = <[Shown; 1]>::try_from(rows).map_err(|_| Error::NotSingle)?;
        Answer::new(status, Some(JSON), row.json.unwrap_or_default())
    };
    let mut answer = answer.applied(plan);
    if let Some((id, version)) = single {
        if created {
            answer = answer.with(
                header::LOCATION,
                format!("{BASE}/{}/{id}", plan.node.resource.name()),
            );
        }
        if !matches!(plan.step, Step::Delete { .. }) {
            answer = answer.tagged(version.as_deref());
        }
    }
    Ok(answer.0)
}

fn array(items: impl Iterator<Item = Option<Bytes>>) -> Bytes {
    let mut body = vec![b'['];
    for item in items.flatten() {
        if body.len() > 1 {
            body.push(b',');
        }
        body.extend_from_slice(&item);
    }
    body.push(b']');
    body.into()
}

/// Comma-separated values by RFC 4180, with a line of names. Empty is empty, and empty text is `""`.
fn csv(plan: &Plan<'_>, rows: &[Vec<Option<String>>]) -> String {
    let names = plan.node.fields.iter().filter_map(|field| match field {
        Field::Column { key, .. } => Some(key.clone()),
        Field::Embed { .. } => None,
    });
    let mut text = names.collect::<Vec<_>>().join(",");
    for row in rows {
        text.push_str("\r\n");
        for (at, value) in row.iter().enumerate() {
            text.push_str(if at > 0 { "," } else { "" });
            match value {
                Some(value) if value.is_empty() || value.contains([',', '"', '\r', '\n']) => {
                    text.push_str(&format!("\"{}\"", value.replace('"', "\"\"")));
                }
                Some(value) => text.push_str(value),
                None => {}
            }
        }
    }
    text.push_str("\r\n");
    text
}
