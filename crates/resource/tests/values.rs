//! What values columns take.

use resource::catalog::Kind;
use serde_json::value::RawValue;

#[test]
fn a_value_that_does_not_fit_its_kind_is_refused() {
    let enumeration = Kind::Enum(vec!["rush".into()]);
    for (kind, good, bad) in [
        (Kind::Uuid, "00000000-0000-0000-0000-000000000000", "1"),
        (Kind::Bool, "true", "yes"),
        (Kind::Int(16), "-32768", "32768"),
        (Kind::Int(64), "9223372036854775807", "9223372036854775808"),
        (Kind::Float(32), "1.5", "1e39"),
        (Kind::Float(64), "1e39", "inf"),
        (Kind::Numeric, "-12.50", "12."),
        (Kind::Text, "a'b", "a\0b"),
        (Kind::Date, "2024-02-29", "2023-02-29"),
        (Kind::Timestamp, "2024-02-29T12:00:00 02:00", "yesterday"),
        (Kind::Inet, "::1", "::1/64"),
        (enumeration, "RUSH", "Rush"),
        (Kind::Date, "0001-01-01", "0000-01-01"),
    ] {
        assert!(kind.read_text(good).is_some(), "{kind:?} {good}");
        assert_eq!(kind.read_text(bad), None, "{kind:?}");
    }
}

#[test]
fn moments_are_told_to_postgresql_in_utc() {
    let told = |text| Kind::Timestamp.read_text(text);
    assert_eq!(told("2024-05-01").as_deref(), Some("2024-05-01T00:00:00Z"));
    assert_eq!(told("2024-05-01T10:00:00").as_deref(), Some("2024-05-01T10:00:00Z"));
    assert_eq!(told("2024-05-01T10:00:00.123456+02:00").as_deref(), Some("2024-05-01T08:00:00.123456Z"));
}

#[test]
fn nul_is_found_wherever_it_hides_in_json() {
    let json = |text: &str| RawValue::from_string(text.to_owned()).expect("JSON");
    assert!(Kind::Json.read_json(&json(r#"{"a":["\u0000"]}"#)).is_none());
    assert!(Kind::Json.read_json(&json(r#"{"a":["\\u0000"]}"#)).is_some());
    assert!(Kind::Text.read_json(&json(r#""\u0000""#)).is_none());
}
