//! Headers: what the answer shall be like, and under which condition.

use http::{HeaderMap, HeaderName, header};

use crate::Error;

/// How the answer is wished.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// What a change answers with.
    pub returned: Option<Return>,
    /// Whether and how rows are counted.
    pub count: Option<Count>,
    /// Whether a change is only tried.
    pub rollback: bool,
    /// The media type.
    pub media: Media,
}

/// What a change answers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Return {
    /// The rows.
    Representation,
    /// Nothing.
    Minimal,
}

/// How rows are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// One by one.
    Exact,
    /// By the statistics of the database.
    Planned,
    /// Exactly while there are few.
    Estimated,
}

impl Count {
    /// The name in `Prefer`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Planned => "planned",
            Self::Estimated => "estimated",
        }
    }
}

/// The media type of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Media {
    /// JSON, in the shape that the address suggests.
    #[default]
    Json,
    /// JSON, one object.
    Object,
    /// Comma-separated values.
    Csv,
}

/// Entity tags of `If-None-Match`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tags {
    /// Any version.
    Any,
    /// These versions.
    These(Vec<String>),
}

impl Tags {
    /// Whether the version is among them.
    pub fn hold(&self, version: &str) -> bool {
        match self {
            Self::Any => true,
            Self::These(versions) => versions.iter().any(|known| known == version),
        }
    }
}

impl Preferences {
    pub(super) fn parse(headers: &HeaderMap) -> Result<Self, Error> {
        if headers.contains_key("idempotency-key") {
            return Err(Error::invalid(
                "unsupported_header",
                "Idempotency-Key",
                "Repeating a request safely is not offered yet; leave the header out.",
            ));
        }
        let mut wished = Self {
            media: media(headers)?,
            ..Self::default()
        };
        for preference in list(headers, "prefer").flat_map(|line| line.split([',', ';'])) {
            match preference.trim() {
                "return=representation" => wished.returned = Some(Return::Representation),
                "return=minimal" | "return=headers-only" => wished.returned = Some(Return::Minimal),
                "count=exact" => wished.count = Some(Count::Exact),
                "count=planned" => wished.count = Some(Count::Planned),
                "count=estimated" => wished.count = Some(Count::Estimated),
                "tx=rollback" => wished.rollback = true,
                other if other.starts_with("resolution=") => {
                    return Err(Error::invalid(
                        "unsupported_preference",
                        "Prefer",
                        "There is no insert-or-update: POST what is new, PATCH what is there.",
                    ));
                }
                // RFC 7240: a preference that is not known is as if it were not there.
                _ => {}
            }
        }
        Ok(wished)
    }
}

fn list<'a>(headers: &'a HeaderMap, name: &'static str) -> impl Iterator<Item = &'a str> {
    headers
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
}

fn media(headers: &HeaderMap) -> Result<Media, Error> {
    let mut asked = false;
    for range in list(headers, "accept").flat_map(|line| line.split(',')) {
        asked = true;
        match range.split(';').next().unwrap_or_default().trim() {
            "application/json" | "application/*" | "*/*" | "application/vnd.pgrst.array+json" => {
                return Ok(Media::Json);
            }
            "application/vnd.pgrst.object+json" => return Ok(Media::Object),
            "text/csv" => return Ok(Media::Csv),
            _ => {}
        }
    }
    if asked {
        Err(Error::NotAcceptable)
    } else {
        Ok(Media::Json)
    }
}

pub(super) fn body_is_json(headers: &HeaderMap) -> Result<(), Error> {
    let json = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| {
            value
                .split(';')
                .next()
                .is_some_and(|media| media.trim().eq_ignore_ascii_case("application/json"))
        });
    if json { Ok(()) } else { Err(Error::MediaType) }
}

/// The version that the caller knows; `*` is any.
pub(super) fn if_match(headers: &HeaderMap) -> Result<Option<i32>, Error> {
    let Some(tag) = single(headers, header::IF_MATCH) else {
        return Ok(None);
    };
    if tag == "*" {
        return Ok(None);
    }
    let version = tag
        .strip_prefix('"')
        .and_then(|tag| tag.strip_suffix('"'))
        .and_then(|tag| tag.parse().ok());
    version.map(Some).ok_or_else(|| {
        Error::invalid(
            "invalid_if_match",
            "If-Match",
            "Send the ETag of the row, with its quotes: \"3\".",
        )
    })
}

fn single(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers
        .get(name)
        .map(|value| value.to_str().unwrap_or_default().trim())
}

/// Versions that the caller has.
pub(super) fn if_none_match(headers: &HeaderMap) -> Option<Tags> {
    let tags = single(headers, header::IF_NONE_MATCH)?;
    if tags == "*" {
        return Some(Tags::Any);
    }
    // Compression makes a strong tag weak on its way; for this comparison both are the same.
    let version = |tag: &str| tag.trim().trim_start_matches("W/").trim_matches('"').to_owned();
    Some(Tags::These(tags.split(',').map(version).collect()))
}
