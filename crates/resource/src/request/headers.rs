//! Headers: what the answer shall be like, and under which condition.

use http::{HeaderMap, header};

use crate::Error;

/// How the answer is wished.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// Whether a change answers with its rows, where the caller says.
    pub representation: Option<bool>,
    /// Whether and how rows are counted.
    pub count: Option<Count>,
    /// Whether a change is only tried.
    pub rollback: bool,
    /// The media type.
    pub media: Media,
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

/// The media type of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Media {
    /// JSON, in the shape that the address suggests.
    #[default]
    Json,
    /// JSON, one object.
    Object,
    /// Comma-separated values, all rows of a list.
    Csv,
    /// A line of JSON for each row of a list, all of them.
    Lines,
}

impl Media {
    /// Whether rows are sent as they come, however many.
    pub fn is_stream(self) -> bool {
        matches!(self, Self::Csv | Self::Lines)
    }
}

impl Preferences {
    pub(super) fn parse(headers: &HeaderMap) -> Result<Self, Error> {
        let mut wished = Self { media: media(headers)?, ..Self::default() };
        for preference in list(headers, "prefer").flat_map(|line| line.split([',', ';'])) {
            match preference.trim() {
                "return=representation" => wished.representation = Some(true),
                "return=minimal" | "return=headers-only" => wished.representation = Some(false),
                "count=exact" => wished.count = Some(Count::Exact),
                "count=planned" => wished.count = Some(Count::Planned),
                "count=estimated" => wished.count = Some(Count::Estimated),
                "tx=rollback" => wished.rollback = true,
                other if other.starts_with("resolution=") => {
                    let hint = "There is no insert-or-update: POST what is new, PATCH what is there.";
                    return Err(Error::invalid("unsupported_preference", "Prefer", hint));
                }
                // RFC 7240: a preference that is not known is as if it were not there.
                _ => {}
            }
        }
        Ok(wished)
    }

    /// Those that had an effect, as in `Preference-Applied`.
    pub fn applied(&self, change: bool) -> String {
        let returned = self.representation.filter(|_| change);
        let counted = self.count.filter(|_| !change);
        let applied = [
            returned.map(|all| if all { "return=representation" } else { "return=minimal" }),
            (change && self.rollback).then_some("tx=rollback"),
            counted.map(|count| match count {
                Count::Exact => "count=exact",
                Count::Planned => "count=planned",
                Count::Estimated => "count=estimated",
            }),
        ];
        applied.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

fn list<'a>(headers: &'a HeaderMap, name: &'static str) -> impl Iterator<Item = &'a str> {
    headers.get_all(name).iter().filter_map(|value| value.to_str().ok())
}

fn media(headers: &HeaderMap) -> Result<Media, Error> {
    let mut asked = false;
    for range in list(headers, "accept").flat_map(|line| line.split(',')) {
        asked = true;
        // Rows show their empty values; who wants them stripped is told so.
        if range.contains("nulls=stripped") {
            continue;
        }
        match range.split(';').next().unwrap_or_default().trim() {
            "application/json" | "application/*" | "*/*" | "application/vnd.pgrst.array+json" => {
                return Ok(Media::Json);
            }
            "application/vnd.pgrst.object+json" => return Ok(Media::Object),
            "text/csv" => return Ok(Media::Csv),
            "application/x-ndjson" => return Ok(Media::Lines),
            _ => {}
        }
    }
    if asked { Err(Error::not_acceptable()) } else { Ok(Media::Json) }
}

pub(super) fn body_is_json(headers: &HeaderMap) -> Result<(), Error> {
    let sent = list(headers, "content-type").next().unwrap_or_default();
    let media = sent.split(';').next().unwrap_or_default().trim();
    if media.eq_ignore_ascii_case("application/json") { Ok(()) } else { Err(Error::not_json()) }
}

/// The caller's name for this request, where it may be sent again.
pub(super) fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, Error> {
    let Some(key) = headers.get("idempotency-key") else {
        return Ok(None);
    };
    let key = key.to_str().ok().filter(|key| (1..=255).contains(&key.len()));
    let hint = "Send 1 to 255 visible characters, new for every change: a UUID.";
    key.map(|key| Some(key.to_owned()))
        .ok_or_else(|| Error::invalid("invalid_idempotency_key", "Idempotency-Key", hint))
}

/// The version that the caller knows; `*` is any.
pub(super) fn if_match(headers: &HeaderMap) -> Result<Option<i32>, Error> {
    let Some(tag) = headers.get(header::IF_MATCH) else {
        return Ok(None);
    };
    let tag = tag.to_str().unwrap_or_default().trim();
    if tag == "*" {
        return Ok(None);
    }
    let version = tag.strip_prefix('"').and_then(|tag| tag.strip_suffix('"'));
    let version = version.and_then(|version| version.parse().ok()).map(Some);
    let hint = "Send the ETag of the row, with its quotes: \"3\".";
    version.ok_or_else(|| Error::invalid("invalid_if_match", "If-Match", hint))
}

/// Versions that the caller has; `*` is any.
pub(super) fn if_none_match(headers: &HeaderMap) -> Vec<String> {
    // Compression makes a strong tag weak on its way; for this comparison both are the same.
    let version = |tag: &str| tag.trim().trim_start_matches("W/").trim_matches('"').to_owned();
    list(headers, "if-none-match").flat_map(|line| line.split(',')).map(version).collect()
}
