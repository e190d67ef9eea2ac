//! `dataSchema.yaml`: the whole model, from which the schema can be made anew.

use super::ExportError;
use super::model::Model;

const HEAD: &str = "# The schema as a machine reads it, derived from the live catalog. Rows are not part of it, nor are the monthly partitions, which are\n\
    # made as time goes by; the database can be made anew from it.\n";

/// More values and characters than the file will ever have: it is our own, and larger than the parser takes unless told.
const MOST: usize = 10_000_000;

/// The model as YAML.
///
/// # Errors
/// [`ExportError::Yaml`].
pub fn write(model: &Model) -> Result<String, ExportError> {
    // Long lines stay lines: definitions are compared and searched as they are.
    let options = serde_saphyr::ser_options! { folded_wrap_chars: MOST };
    let text = serde_saphyr::to_string_with_options(model, options);
    Ok(format!("{HEAD}{}", text.map_err(|error| ExportError::Yaml(error.to_string()))?))
}

/// The model from YAML.
///
/// # Errors
/// [`ExportError::Yaml`], with the place.
pub fn read(text: &str) -> Result<Model, ExportError> {
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! { max_events: MOST, max_nodes: MOST },
    };
    serde_saphyr::from_str_with_options(text, options).map_err(|error| ExportError::Yaml(error.to_string()))
}
