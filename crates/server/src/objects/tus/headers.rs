//! The headers of the tus protocol.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, HeaderName, StatusCode};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;
use object::{Checksum, PieceCheck};

use crate::Error;

/// The protocol's version.
pub(super) const VERSION: &str = "1.0.0";
/// The extensions that this server has.
pub(super) const EXTENSIONS: &str = "creation,creation-with-upload,checksum,expiration,termination";
/// The media type of further bytes.
pub(super) const BYTES: &str = "application/offset+octet-stream";

pub(super) const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
pub(super) const TUS_VERSION: HeaderName = HeaderName::from_static("tus-version");
pub(super) const EXTENSION: HeaderName = HeaderName::from_static("tus-extension");
pub(super) const CHECKSUM_ALGORITHM: HeaderName = HeaderName::from_static("tus-checksum-algorithm");
pub(super) const MAX_SIZE: HeaderName = HeaderName::from_static("tus-max-size");
pub(super) const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
pub(super) const LENGTH: HeaderName = HeaderName::from_static("upload-length");
pub(super) const DEFER_LENGTH: HeaderName = HeaderName::from_static("upload-defer-length");
pub(super) const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
pub(super) const EXPIRES: HeaderName = HeaderName::from_static("upload-expires");
const CHECKSUM: HeaderName = HeaderName::from_static("upload-checksum");

/// Bytes of `Upload-Metadata`, at most.
const LONGEST_METADATA: usize = 4096;

/// Refuses a request that does not speak this version.
pub(super) fn require_version(headers: &HeaderMap) -> Result<(), Error> {
    if headers.get(RESUMABLE).is_some_and(|value| value.as_bytes() == VERSION.as_bytes()) {
        return Ok(());
    }
    Err(Error::new(StatusCode::PRECONDITION_FAILED, "unsupported_tus_version", "Send Tus-Resumable: 1.0.0.")
        .with_field("Tus-Resumable"))
}

/// A header that is a whole number; `None` where it is absent.
pub(super) fn number(headers: &HeaderMap, name: HeaderName) -> Result<Option<u64>, Error> {
    let Some(value) = headers.get(&name) else {
        return Ok(None);
    };
    value
        .to_str()
        .ok()
        .filter(|text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|text| text.parse().ok())
        .map(Some)
        .ok_or_else(|| invalid(&name, "The header is not a whole number."))
}

/// A header that must be a whole number.
pub(super) fn required_number(headers: &HeaderMap, name: HeaderName) -> Result<u64, Error> {
    number(headers, name.clone())?.ok_or_else(|| invalid(&name, "The header is missing."))
}

fn invalid(name: &HeaderName, detail: &str) -> Error {
    Error::bad_request("invalid_header", name.as_str(), detail)
}

/// What a sender says of a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    /// `filename`.
    pub(super) name: String,
    /// `filetype`, where it is a media type.
    pub(super) media_type: Option<String>,
    /// `sha256` of the whole file, in hexadecimal.
    pub(super) sha256: Option<Checksum>,
    /// `jaw`.
    pub(super) jaw: Option<String>,
    /// The header as it came, to be sent back.
    pub(super) header: String,
}

impl Metadata {
    /// From `Upload-Metadata`: pairs of a key and a value in base64, separated by commas.
    pub(super) fn of(headers: &HeaderMap) -> Result<Self, Error> {
        let refused = |detail| invalid(&METADATA, detail);
        let header = match headers.get(METADATA) {
            Some(value) => value.to_str().map_err(|_| refused("The header is not ASCII."))?,
            None => return Err(refused("The header is missing: it names the file.")),
        };
        if header.len() > LONGEST_METADATA {
            return Err(refused("The header is too long."));
        }
        let mut values = BTreeMap::new();
        for pair in header.split(',').map(str::trim).filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once(' ').unwrap_or((pair, ""));
            let value = STANDARD
                .decode(value.trim())
                .ok()
                .and_then(|bytes| String::from_utf8(bytes).ok())
                .ok_or_else(|| refused("A value is not text in base64."))?;
            if values.insert(key, value).is_some() {
                return Err(refused("A key occurs twice."));
            }
        }
        let sha256 = values.remove("sha256").map(|text| text.parse());
        Ok(Self {
            name: values
                .remove("filename")
                .ok_or_else(|| refused("The file has no name: filename is missing."))?,
            media_type: values.remove("filetype").and_then(|text| sound_media_type(&text)),
            sha256: sha256.transpose().map_err(|_| refused("sha256 is not 64 hexadecimal digits."))?,
            jaw: values.remove("jaw"),
            header: header.to_owned(),
        })
    }
}

/// A media type without its parameters, in lower case; `None` for what is none.
pub(in super::super) fn sound_media_type(text: &str) -> Option<String> {
    let text = text.split(';').next()?.trim().to_ascii_lowercase();
    let is_token = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte))
    };
    let (kind, subtype) = text.split_once('/')?;
    (text.len() <= 127 && is_token(kind) && is_token(subtype)).then_some(text)
}

/// `Upload-Checksum`: the algorithm and the digest of this body in base64.
pub(super) fn check_of(headers: &HeaderMap) -> Result<Option<PieceCheck>, Error> {
    let Some(value) = headers.get(CHECKSUM) else {
        return Ok(None);
    };
    let refused = |detail| invalid(&CHECKSUM, detail);
    let (algorithm, digest) = value
        .to_str()
        .ok()
        .and_then(|text| text.split_once(' '))
        .ok_or_else(|| refused("Write the algorithm, a space and the digest in base64."))?;
    let digest = STANDARD.decode(digest.trim()).map_err(|_| refused("The digest is not base64."))?;
    let wrong_length = |_| refused("The digest does not have the length of its algorithm's.");
    match algorithm {
        "sha1" => digest.try_into().map(PieceCheck::Sha1).map_err(wrong_length).map(Some),
        "sha256" => digest.try_into().map(PieceCheck::Sha256).map_err(wrong_length).map(Some),
        _ => Err(refused("The algorithm is neither sha256 nor sha1.")),
    }
}

/// A moment as HTTP writes it.
pub(super) fn http_date(at: Timestamp) -> String {
    // Only years that nobody lives to see cannot be written.
    DateTimePrinter::new().timestamp_to_rfc9110_string(&at).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use axum::http::header;

    use super::*;

    fn with(name: HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, value.parse().expect("a value"))])
    }

    #[test]
    fn metadata_by_the_examples_of_the_protocol() {
        let metadata = Metadata::of(&with(
            METADATA,
            "filename d29ybGRfZG9taW5hdGlvbl9wbGFuLnBkZg==,is_confidential,filetype YXBwbGljYXRpb24vcGRm",
        ))
        .expect("sound");
        assert_eq!(metadata.name, "world_domination_plan.pdf");
        assert_eq!(metadata.media_type.as_deref(), Some("application/pdf"));
    }

    #[test]
    fn malformed_metadata_is_refused() {
        for header in [
            "",
            "filetype YQ==",
            "filename %%%",
            "filename YQ==,filename YQ==",
            "filename /w==",
            "filename YQ==,sha256 YQ==",
        ] {
            assert!(Metadata::of(&with(METADATA, header)).is_err(), "{header}");
        }
    }

    #[test]
    fn a_checksum_has_a_known_algorithm_and_its_length() {
        let sha1 = "sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=";
        assert!(matches!(check_of(&with(CHECKSUM, sha1)), Ok(Some(PieceCheck::Sha1(_)))));
        for header in ["sha1", "sha1 YQ==", "md5 YQ==", "sha256 Kq5sNclPz7QV2+lfQIuc6R7oRu0=", "sha1 %"] {
            assert!(check_of(&with(CHECKSUM, header)).is_err(), "{header}");
        }
        assert!(matches!(check_of(&HeaderMap::new()), Ok(None)));
    }

    #[test]
    fn a_number_is_digits_and_nothing_else() {
        assert!(matches!(number(&with(OFFSET, "17"), OFFSET), Ok(Some(17))));
        for text in ["-1", "+1", "1.0", "", "0x1", "99999999999999999999999"] {
            assert!(number(&with(OFFSET, text), OFFSET).is_err(), "{text}");
        }
        assert!(number(&with(header::RANGE, "1"), OFFSET).is_ok_and(|number| number.is_none()));
    }

    #[test]
    fn a_media_type_is_kept_without_its_parameters() {
        assert_eq!(sound_media_type("Text/Plain; charset=utf-8").as_deref(), Some("text/plain"));
        for text in ["", "text", "text/", "a b/c", "text/html\r\nx: y"] {
            assert_eq!(sound_media_type(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_moment_is_written_in_greenwich_time() {
        assert_eq!(http_date(Timestamp::UNIX_EPOCH), "Thu, 01 Jan 1970 00:00:00 GMT");
    }
}
