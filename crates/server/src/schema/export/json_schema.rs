//! `schemas.json`: JSON Schema 2020-12 of each resource, the same as in the description of the API.

use resource::Catalog;
use serde_json::json;

/// All of them as `$defs`: `cases` is a row, `cases_new` what an insert takes, `cases_change` what a change takes.
pub fn write(catalog: &Catalog) -> String {
    let document = crate::openapi::rows::document(catalog);
    let schemas = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Cuspid",
        "description": "A row of each resource, what an insert takes (_new) and what a change takes (_change).",
        "$defs": document["components"]["schemas"],
    });
    format!("{schemas:#}\n")
}
