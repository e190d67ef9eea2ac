//! What values a column takes. Checked before a connection is taken, so that a typing error costs nothing.

use std::net::IpAddr;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde_json::Value;
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::request::Scanner;

/// The kinds of column types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Universally unique identifier.
    Uuid,
    /// True or false.
    Bool,
    /// A whole number of this many bits.
    Int(u32),
    /// A floating-point number of this many bits.
    Float(u32),
    /// A decimal number.
    Numeric,
    /// Text.
    Text,
    /// A day.
    Date,
    /// A moment.
    Timestamp,
    /// Any JSON.
    Json,
    /// A network address.
    Inet,
    /// One of these names.
    Enum(Vec<String>),
    /// A list of values of one kind.
    Array(Box<Self>),
    /// Anything else: shown, but neither filtered nor checked here.
    Other,
}

impl Kind {
    /// The kind of a type, by the name in `pg_type` (`enum` for all of those) and its labels.
    pub(super) fn of(type_name: &str, labels: Vec<String>) -> Self {
        match type_name {
            "uuid" => Self::Uuid,
            "bool" => Self::Bool,
            "int2" => Self::Int(16),
            "int4" => Self::Int(32),
            "int8" => Self::Int(64),
            "float4" => Self::Float(32),
            "float8" => Self::Float(64),
            "numeric" => Self::Numeric,
            "text" | "varchar" | "bpchar" => Self::Text,
            "date" => Self::Date,
            "timestamptz" => Self::Timestamp,
            "json" | "jsonb" => Self::Json,
            "inet" => Self::Inet,
            "enum" => Self::Enum(labels),
            _ => Self::Other,
        }
    }

    /// What to write instead of a value that does not fit.
    pub fn expects(&self) -> String {
        match self {
            Self::Uuid => "a UUID".into(),
            Self::Bool => "true or false".into(),
            Self::Int(bits) => format!("a whole number of {bits} bits"),
            Self::Float(_) | Self::Numeric => "a number".into(),
            Self::Text => "text without NUL".into(),
            Self::Date => "a day, as 2026-01-31".into(),
            Self::Timestamp => "a moment by RFC 3339, as 2026-01-31T12:00:00Z".into(),
            Self::Json => "JSON without NUL".into(),
            Self::Inet => "an IP address".into(),
            Self::Enum(labels) => format!("one of {}", labels.join(", ")),
            Self::Array(kind) => format!("a list, each {}", kind.expects()),
            Self::Other => "a value of the column's type".into(),
        }
    }

    /// Whether rows can be compared by it.
    pub fn comparable(&self) -> bool {
        !matches!(self, Self::Json | Self::Array(_) | Self::Other)
    }

    /// A value from an address, as PostgreSQL reads it; `None` where it does not fit.
    pub fn read_text(&self, text: &str) -> Option<String> {
        if text.contains('\0') {
            return None;
        }
        match self {
            Self::Uuid => text.parse::<Uuid>().ok().map(|id| id.to_string()),
            Self::Bool => matches!(text, "true" | "false").then(|| text.to_owned()),
            Self::Int(bits) => int(text.parse().ok()?, *bits),
            Self::Float(bits) => float(text.parse().ok()?, *bits),
            Self::Numeric => is_decimal(text).then(|| text.to_owned()),
            Self::Text => Some(text.to_owned()),
            Self::Date => day(text).map(|day| day.to_string()),
            Self::Timestamp => moment(text).map(|moment| moment.to_string()),
            Self::Inet => text.parse::<IpAddr>().ok().map(|address| address.to_string()),
            Self::Enum(labels) => label(labels, text),
            Self::Json => parsed(text).map(|_| text.to_owned()),
            Self::Array(kind) => list(text, kind),
            Self::Other => None,
        }
    }

    /// A value from a body (never null), as JSON that PostgreSQL reads; `None` where it does not fit.
    pub fn read_json(&self, json: &RawValue) -> Option<String> {
        let raw = json.get();
        match self {
            Self::Int(bits) => int(raw.parse().ok()?, *bits),
            Self::Float(bits) => float(serde_json::from_str(raw).ok()?, *bits),
            Self::Bool => matches!(raw, "true" | "false").then(|| raw.to_owned()),
            Self::Json => parsed(raw).map(|_| raw.to_owned()),
            Self::Array(kind) => {
                let items: Vec<Box<RawValue>> = serde_json::from_str(raw).ok()?;
                let items: Option<Vec<_>> = items.iter().map(|item| kind.read_json(item)).collect();
                Some(format!("[{}]", items?.join(",")))
            }
            Self::Numeric if !raw.starts_with('"') => is_decimal(raw).then(|| raw.to_owned()),
            Self::Other => Some(raw.to_owned()),
            _ => {
                let text: String = serde_json::from_str(raw).ok()?;
                serde_json::to_string(&self.read_text(&text)?).ok()
            }
        }
    }
}

fn int(value: i64, bits: u32) -> Option<String> {
    let most = i64::MAX >> (64 - bits);
    (-most - 1..=most).contains(&value).then(|| value.to_string())
}

fn float(value: f64, bits: u32) -> Option<String> {
    let fits = value.is_finite() && (bits == 64 || (value as f32).is_finite());
    fits.then(|| value.to_string())
}

/// A decimal number as PostgreSQL and JSON both read it, of a size that costs nothing.
fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    text.len() <= 200
        && [whole, fraction]
            .iter()
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

fn label(labels: &[String], text: &str) -> Option<String> {
    labels.iter().find(|label| *label == text || label.to_ascii_uppercase() == text).cloned()
}

/// Years that PostgreSQL writes and reads as everyone else does.
fn in_our_era(day: Date) -> bool {
    day.year() >= 1
}

fn day(text: &str) -> Option<Date> {
    (text.len() == 10).then(|| text.parse().ok()).flatten().filter(|day| in_our_era(*day))
}

/// A moment; without an offset it is in UTC. In an address `+` is a space, so a space before an offset means `+`.
fn moment(text: &str) -> Option<Timestamp> {
    if text.len() > 40 {
        return None;
    }
    if let Some(day) = day(text) {
        return day.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp());
    }
    let restored;
    let text = match text.rsplit_once(' ') {
        Some((moment, offset)) if moment.len() > 10 => {
            restored = format!("{moment}+{offset}");
            restored.as_str()
        }
        _ => text,
    };
    let moment = text.parse::<Timestamp>().ok().or_else(|| {
        let clock: DateTime = text.parse().ok()?;
        clock.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
    })?;
    in_our_era(moment.to_zoned(TimeZone::UTC).date()).then_some(moment)
}

fn parsed(json: &str) -> Option<Value> {
    serde_json::from_str(json).ok().filter(|value| !has_nul(value))
}

/// A list as PostgreSQL writes it, `{a,"b c"}`, each item of this kind.
fn list(text: &str, kind: &Kind) -> Option<String> {
    let inside = text.strip_prefix('{')?.strip_suffix('}')?;
    let mut scanner = Scanner::new(inside, "");
    let mut items = Vec::new();
    while !inside.is_empty() {
        items.push(kind.read_text(&scanner.value(&[',']).ok()?)?);
        if scanner.end().is_ok() {
            break;
        }
        scanner.take(',').then_some(())?;
    }
    Some(array(&items))
}

/// An array as PostgreSQL reads it from text: one parameter and one statement however many values.
pub(crate) fn array(values: &[String]) -> String {
    let quoted =
        values.iter().map(|value| format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")));
    format!("{{{}}}", quoted.collect::<Vec<_>>().join(","))
}

fn has_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(items) => items.iter().any(has_nul),
        Value::Object(fields) => fields.iter().any(|(key, value)| key.contains('\0') || has_nul(value)),
        _ => false,
    }
}
