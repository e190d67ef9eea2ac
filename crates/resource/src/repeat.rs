//! Requests that are sent again: the answer to a change is kept under the caller's key, in the change's own transaction.
//! Two of the same at once stand in line, since the key's row is locked until the first has ended.

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Response, StatusCode};
use pg::{Tx, sql};
use serde_json::{Map, Value};

use crate::Error;
use crate::request::Repeat;

/// The answer to the first request of this key, or none for the first one.
///
/// # Errors
/// Where the key was used for another request.
pub(crate) async fn former(tx: &Tx, repeat: &Repeat) -> Result<Option<Response<Bytes>>, Error> {
    let new = sql!(
        "insert into tenant.idempotency_keys (key, request_hash) values ($1, $2) on conflict do nothing"
    );
    if tx.execute(new, &[&repeat.key, &repeat.digest.as_slice()]).await? > 0 {
        return Ok(None);
    }
    let kept = sql!(
        "select request_hash, status, headers, body from tenant.idempotency_keys
         where key = $1 and user_id = nullif(current_setting('app.user', true), '')::uuid"
    );
    let row = tx.query_one(kept, &[&repeat.key]).await?;
    if row.get::<_, &[u8]>(0) != repeat.digest {
        return Err(Error::key_reused());
    }
    let (status, headers): (Option<i16>, Option<Value>) = (row.get(1), row.get(2));
    let mut answer = Response::new(Bytes::from(row.get::<_, Option<Vec<u8>>>(3).unwrap_or_default()));
    let status = status.and_then(|status| StatusCode::from_u16(status.unsigned_abs()).ok());
    *answer.status_mut() = status.unwrap_or(StatusCode::OK);
    for (name, value) in headers.as_ref().and_then(Value::as_object).into_iter().flatten() {
        let name = HeaderName::from_bytes(name.as_bytes());
        let value = HeaderValue::from_str(value.as_str().unwrap_or_default());
        if let (Ok(name), Ok(value)) = (name, value) {
            answer.headers_mut().insert(name, value);
        }
    }
    let replayed = HeaderName::from_static("idempotency-replayed");
    answer.headers_mut().insert(replayed, HeaderValue::from_static("true"));
    Ok(Some(answer))
}

/// Keeps an answer for whoever sends the request again.
pub(crate) async fn keep(tx: &Tx, repeat: &Repeat, answer: &Response<Bytes>) -> Result<(), Error> {
    let headers: Map<String, Value> = answer
        .headers()
        .iter()
        .filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.into())))
        .collect();
    let status = i16::try_from(answer.status().as_u16()).unwrap_or(200);
    let keep = sql!(
        "update tenant.idempotency_keys set status = $2, headers = $3, body = $4
         where key = $1 and user_id = nullif(current_setting('app.user', true), '')::uuid"
    );
    let body: &[u8] = answer.body();
    tx.execute(keep, &[&repeat.key, &status, &Value::Object(headers), &body]).await?;
    Ok(())
}
