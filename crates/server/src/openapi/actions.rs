//! What is not "change a plain field of a row".

use schemars::SchemaGenerator;
use serde_json::{Value, json};

use super::operation::Operation;
use crate::http::catalog::ResourceEntry;
use crate::identity::{Login, Me, SignedIn};

const JSON: &str = "application/json";
const BYTES: &str = "application/octet-stream";

/// All actions, in the order in which they are shown.
pub(super) fn all(schemas: &mut SchemaGenerator) -> Vec<Operation> {
    let mut all = identity(schemas);
    all.extend(files());
    all.extend(work());
    all
}

/// A row of a resource, as the engine describes it.
fn row(resource: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{resource}")})
}

fn object(fields: Value) -> Value {
    json!({"type": "object", "properties": fields})
}

fn identity(schemas: &mut SchemaGenerator) -> Vec<Operation> {
    let login = schemas.subschema_for::<Login>().to_value();
    let signed_in = schemas.subschema_for::<SignedIn>().to_value();
    let me = schemas.subschema_for::<Me>().to_value();
    let catalog = schemas.subschema_for::<Vec<ResourceEntry>>().to_value();
    vec![
        Operation::new("post", "/api/v1/auth/login", "login", "auth", "Sign in with a password.")
            .public()
            .takes(JSON, login)
            .answers(200, "A session: the token for programs, a cookie for browsers.")
            .gives(JSON, signed_in)
            .refuses(&[401, 422, 429]),
        Operation::new("post", "/api/v1/auth/logout", "logout", "auth", "End this session."),
        Operation::new("get", "/api/v1/me", "me", "auth", "Who one is and what one may do.")
            .answers(200, "The caller.")
            .gives(JSON, me),
        Operation::new("get", "/api/v1/catalog", "catalog", "catalog", "What there is, as far as the caller may see it.")
            .answers(200, "Resources with their columns, ways and what the caller may do.")
            .gives(JSON, catalog),
        Operation::new(
            "get",
            "/api/v1/events",
            "events",
            "events",
            "Changes to what the caller may read, as they happen.",
        )
        .answers(
            200,
            "Server-sent events: `change` with resource, id, change, version and case_id; `gap` when changes may have \
             been missed and everything shown must be fetched anew.",
        )
        .gives("text/event-stream", json!({"type": "string"})),
    ]
}

fn files() -> Vec<Operation> {
    let created =
        object(json!({"file": row("case_files"), "job": {"anyOf": [row("jobs"), {"type": "null"}]}}));
    vec![
        Operation::new(
            "put",
            "/api/v1/cases/{id}/files/{name}",
            "upload_file",
            "case_files",
            "Bring a file to a case in one request. A scan is processed at once.",
        )
        .query("jaw", "upper or lower, where it is known.")
        .header("Repr-Digest", "sha-256=:base64:, which the bytes must match.")
        .takes(BYTES, json!({"type": "string", "format": "binary"}))
        .answers(201, "The file and the job that processes it, if there is one.")
        .gives(JSON, created)
        .refuses(&[403, 404, 413, 422, 507]),
        Operation::new(
            "post",
            "/api/v1/cases/{id}/uploads",
            "begin_upload",
            "uploads",
            "Begin an upload that can be continued after a broken connection (tus 1.0, creation).",
        )
        .header("Upload-Length", "Bytes of the whole file.")
        .header("Upload-Metadata", "filename, filetype, sha256, jaw; values in base64.")
        .header("Tus-Resumable", "1.0.0")
        .answers(201, "Begun; Location is where the bytes go.")
        .refuses(&[403, 404, 413, 422, 507]),
        Operation::new(
            "head",
            "/api/v1/uploads/{id}",
            "upload_offset",
            "uploads",
            "How much of an upload has arrived (tus 1.0, core).",
        )
        .answers(200, "Upload-Offset says how much.")
        .refuses(&[404, 410]),
        Operation::new(
            "patch",
            "/api/v1/uploads/{id}",
            "continue_upload",
            "uploads",
            "The next bytes of an upload (tus 1.0, core and checksum).",
        )
        .header("Upload-Offset", "Where these bytes begin.")
        .header("Upload-Checksum", "sha256 and the digest in base64, which these bytes must match.")
        .takes("application/offset+octet-stream", json!({"type": "string", "format": "binary"}))
        .answers(
            204,
            "Arrived. When the file is whole, Cuspid-File-Id and Cuspid-Job-Id name what became of it.",
        )
        .refuses(&[404, 409, 410, 413, 415, 422]),
        Operation::new(
            "delete",
            "/api/v1/uploads/{id}",
            "end_upload",
            "uploads",
            "Give an upload up (tus 1.0, termination).",
        )
        .refuses(&[404]),
        Operation::new(
            "get",
            "/api/v1/case_files/{id}/content",
            "download_file",
            "case_files",
            "The bytes of a file; ranges and If-None-Match work.",
        )
        .query("inline", "1 to show pictures and GLB instead of saving them.")
        .header("Range", "Part of the bytes.")
        .answers(200, "The bytes.")
        .gives(BYTES, json!({"type": "string", "format": "binary"}))
        .refuses(&[403, 404, 416]),
    ]
}

fn work() -> Vec<Operation> {
    let job = || object(json!({"job": row("jobs")}));
    vec![
        Operation::new(
            "post",
            "/api/v1/case_files/{id}/process",
            "process_file",
            "case_files",
            "Process a scan (again).",
        )
        .takes(JSON, object(json!({"jaw": {"enum": ["upper", "lower", null]}})))
        .answers(202, "The job that does it.")
        .gives(JSON, job())
        .refuses(&[403, 404, 409, 422]),
        Operation::new(
            "post",
            "/api/v1/{resource}/import",
            "import_rows",
            "imports",
            "Bring a file of rows of one resource. A job checks and writes them as a POST of each would; the import's row says \
             how far it is, its import_errors which rows were refused and why.",
        )
        .query("dry_run", "true to try everything and keep nothing.")
        .query("on_error", "stop, the default: nothing is kept if a row is refused; skip: the other rows are.")
        .takes("text/csv", json!({"type": "string", "description": "A line of column names, then a line a row (RFC 4180, UTF-8). An empty cell is null, \"\" an empty text."}))
        .takes("application/x-ndjson", json!({"type": "string", "description": "A JSON object a line."}))
        .answers(202, "The import, whose address is in Location, and its job.")
        .gives(JSON, object(json!({"import": row("imports"), "job": row("jobs")})))
        .refuses(&[400, 403, 404, 405, 413, 415]),
        Operation::new(
            "post",
            "/api/v1/jobs/{id}/cancel",
            "cancel_job",
            "jobs",
            "Cancel a job; an import of one's own needs no right.",
        )
        .answers(200, "The job.")
        .gives(JSON, job())
        .refuses(&[403, 404, 409]),
        Operation::new(
            "post",
            "/api/v1/jobs/{id}/retry",
            "retry_job",
            "jobs",
            "Do a job again that failed or was cancelled; an import of one's own needs no right.",
        )
        .answers(200, "The job.")
        .gives(JSON, job())
        .refuses(&[403, 404, 409]),
        Operation::new(
            "get",
            "/api/v1/cases/{id}/advance",
            "case_ways",
            "cases",
            "The states that a case can be moved to.",
        )
        .answers(200, "Where it is and where it may go.")
        .gives(
            JSON,
            object(
                json!({"status": {"type": "string"}, "next": {"type": "array", "items": {"type": "string"}}}),
            ),
        )
        .refuses(&[403, 404]),
        Operation::new(
            "post",
            "/api/v1/cases/{id}/advance",
            "advance_case",
            "cases",
            "Move a case to another state.",
        )
        .takes(
            JSON,
            json!({"type": "object", "required": ["status"], "properties": {"status": {"type": "string"}}}),
        )
        .answers(200, "The case.")
        .gives(JSON, object(json!({"case": row("cases")})))
        .refuses(&[403, 404, 409, 422]),
    ]
}
