//! The bytes of a file, on their way to whoever may have them.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures::TryStreamExt;
use object::Object;
use pg::Scope;
use serde::Deserialize;
use uuid::Uuid;

use super::range::Asked;
use super::{kind, name};
use crate::http::extract::{Path, Query};
use crate::{App, Caller, Error};

/// Whatever the file holds, it may neither run nor load anything.
const POLICY: &str = "default-src 'none'; sandbox";

/// What the address of a download may say.
#[derive(Deserialize)]
pub(super) struct Wish {
    inline: Option<String>,
}

struct File {
    name: String,
    media_type: String,
    object: Object,
}

/// `GET|HEAD /api/v1/case_files/{id}/content`
pub(super) async fn send(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    Query(wish): Query<Wish>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Error> {
    caller.may("case_files", "download")?;
    let id: Uuid = id.parse().map_err(|_| Error::not_found())?;
    let is_read = method == Method::GET;
    let (file, asked) = find(&app, &caller, id, &headers, is_read).await?;

    let is_inline = wish.inline.as_deref() == Some("1") && kind::is_showable(&file.media_type);
    let size = file.object.size;
    let mut answer = HeaderMap::new();
    for (name, value) in [
        (header::ETAG, tag_of(&file.object)),
        (header::ACCEPT_RANGES, "bytes".into()),
        (header::CACHE_CONTROL, "private, no-cache".into()),
        (header::CONTENT_DISPOSITION, name::disposition(&file.name, is_inline)),
        (header::CONTENT_SECURITY_POLICY, POLICY.into()),
        (header::CONTENT_TYPE, file.media_type.clone()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".into()),
    ] {
        set(&mut answer, name, &value)?;
    }
    let (status, range) = match asked {
        Asked::Nothing => return Ok((StatusCode::NOT_MODIFIED, answer).into_response()),
        Asked::Outside => {
            let mut refused = Error::from(object::Error::BadRange { size }).into_response();
            set(refused.headers_mut(), header::CONTENT_RANGE, &format!("bytes */{size}"))?;
            return Ok(refused);
        }
        Asked::Whole => (StatusCode::OK, None),
        Asked::Part(range) => {
            let of_all = format!("bytes {}-{}/{size}", range.start, range.end - 1);
            set(&mut answer, header::CONTENT_RANGE, &of_all)?;
            (StatusCode::PARTIAL_CONTENT, Some(range))
        }
    };
    let length = range.as_ref().map_or(size, |range| range.end - range.start);
    set(&mut answer, header::CONTENT_LENGTH, &length.to_string())?;
    let body = match is_read {
        true => body(&app, &caller.scope(), file.object, range).await?,
        false => Body::empty(),
    };
    Ok((status, answer, body).into_response())
}

/// The file, what is asked of it, and the note in the trail that its bytes are read: before they leave. Of pictures that
/// were made for lists, the first glance of a session in an hour is noted.
async fn find(
    app: &App,
    caller: &Caller,
    id: Uuid,
    headers: &HeaderMap,
    is_read: bool,
) -> Result<(File, Asked), Error> {
    let scope = caller.scope().with_action("download");
    let tx = app.db.begin(&scope).await?;
    let row = tx
        .query_opt(
            pg::sql!(
                "select f.name, f.media_type, f.object_id, f.case_id,
                        f.file_type = 'thumbnail' and f.derived_from_id is not null as is_for_lists
                 from tenant.case_files as f
                 join tenant.cases as c on c.tenant_id = f.tenant_id and c.id = f.case_id and not c.is_deleted
                 where f.tenant_id = $1 and f.id = $2 and not f.is_deleted"
            ),
            &[&scope.tenant(), &id],
        )
        .await?
        .ok_or_else(Error::not_found)?;
    let object = Object::find(&tx, row.get(2)).await?.ok_or_else(Error::not_found)?;
    let asked = Asked::of(headers, object.size, &tag_of(&object));
    let (session, now) = (caller.session().id, scope.now());
    let is_for_lists: bool = row.get(4);
    let is_noted = is_for_lists && app.glances.is_noted(session, id, now);
    let is_to_note = is_read && matches!(asked, Asked::Whole | Asked::Part(_)) && !is_noted;
    if is_to_note {
        tx.execute(
            pg::sql!(
                "select platform.record_event('data_access', 'download', 'case_files', $1, case_id => $2)"
            ),
            &[&id, &row.get::<_, Uuid>(3)],
        )
        .await?;
    }
    tx.commit().await?;
    if is_to_note && is_for_lists {
        app.glances.note(session, id, now);
    }
    let file = File { name: row.get(0), media_type: row.get(1), object };
    Ok((file, asked))
}

/// The bytes. Where the store has lost or changed them, the row is marked and the answer breaks off.
async fn body(
    app: &App,
    scope: &Scope,
    object: Object,
    range: Option<std::ops::Range<u64>>,
) -> Result<Body, Error> {
    let damage = Damage { app: app.clone(), scope: scope.clone(), object: object.clone() };
    let content = app.store.read(&object, range).await.inspect_err(|error| damage.note(error))?;
    Ok(Body::from_stream(content.inspect_err(move |error| damage.note(error))))
}

/// Marks an object whose bytes cannot be trusted any more.
struct Damage {
    app: App,
    scope: Scope,
    object: Object,
}

impl Damage {
    fn note(&self, error: &object::Error) {
        tracing::error!(%error, object = %self.object.id, "a file could not be read");
        if !error.is_damage() {
            return;
        }
        let (app, object) = (self.app.clone(), self.object.clone());
        let scope =
            Scope::system("an object was found damaged while it was read").for_tenant(self.scope.tenant());
        tokio::spawn(async move {
            let marked = async {
                let tx = app.db.begin(&scope).await?;
                object.mark_damaged(&tx).await?;
                Ok::<_, object::Error>(tx.commit().await?)
            };
            if let Err(error) = marked.await {
                tracing::error!(%error, "a damaged object could not be marked");
            }
        });
    }
}

fn tag_of(object: &Object) -> String {
    format!("\"{}\"", object.checksum)
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &str) -> Result<(), Error> {
    let value = HeaderValue::from_str(value).map_err(Error::internal)?;
    headers.insert(name, value);
    Ok(())
}
