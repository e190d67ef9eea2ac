//! Values of rows, as COPY's text format and as JSON for the trail.

use std::fmt::Write as _;
use std::io::Write as _;

use uuid::Uuid;

/// A moment: milliseconds since 1970, UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Time(pub(super) i64);

pub(super) const SECOND: i64 = 1000;
pub(super) const MINUTE: i64 = 60 * SECOND;
pub(super) const HOUR: i64 = 60 * MINUTE;
pub(super) const DAY: i64 = 24 * HOUR;

impl Time {
    /// So many milliseconds later.
    pub(super) const fn plus(self, millis: i64) -> Self {
        Self(self.0 + millis)
    }

    /// The day in UTC.
    pub(super) const fn day(self) -> Day {
        Day(self.0.div_euclid(DAY))
    }
}

/// A date: days since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(pub(super) i64);

impl Day {
    /// So many days later.
    pub(super) const fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// Monday is 0.
    pub(super) const fn weekday(self) -> i64 {
        (self.0 + 3).rem_euclid(7)
    }

    /// Year, month and day of the month in the Gregorian calendar.
    pub(super) const fn civil(self) -> (i64, i64, i64) {
        // Days counted from March of year 0, so that the leap day ends a year; 146,097 days are 400 years.
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        (year + era * 400 + (month <= 2) as i64, month, day)
    }

    /// The first day of its month.
    pub(super) const fn month_start(self) -> Self {
        let (_, _, day) = self.civil();
        Self(self.0 - day + 1)
    }
}

/// A number with decimals: `Dec(375, 2)` is 3.75.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dec(pub(super) i64, pub(super) u32);

/// JSON, already written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Json<T: AsRef<str>>(pub(super) T);

/// An array of enum values or plain words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Set<'a>(pub(super) &'a [&'a str]);

/// Bytes of a hash.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hash(pub(super) [u8; 32]);

impl Hash {
    /// As people and text columns write it.
    pub(super) fn hex(self) -> String {
        hex::encode(self.0)
    }
}

/// What can stand in a column.
pub(super) trait Value {
    /// In COPY's text format.
    fn text(&self, out: &mut Vec<u8>);
    /// As `to_jsonb` would write it.
    fn json(&self, out: &mut Vec<u8>) {
        out.push(b'"');
        self.text(out);
        out.push(b'"');
    }
    fn is_null(&self) -> bool {
        false
    }
}

fn put(out: &mut Vec<u8>, args: std::fmt::Arguments<'_>) {
    // Writing to memory cannot fail.
    let _ = out.write_fmt(args);
}

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl Value for $kind {
            fn text(&self, out: &mut Vec<u8>) {
                put(out, format_args!("{self}"));
            }
            fn json(&self, out: &mut Vec<u8>) {
                self.text(out);
            }
        }
    )*};
}
numbers!(i64, i32, u64, u32, usize);

impl Value for bool {
    fn text(&self, out: &mut Vec<u8>) {
        out.push(if *self { b't' } else { b'f' });
    }
    fn json(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(if *self { b"true" } else { b"false" });
    }
}

impl Value for str {
    fn text(&self, out: &mut Vec<u8>) {
        for byte in self.bytes() {
            match byte {
                b'\\' => out.extend_from_slice(b"\\\\"),
                b'\n' => out.extend_from_slice(b"\\n"),
                b'\t' => out.extend_from_slice(b"\\t"),
                b'\r' => out.extend_from_slice(b"\\r"),
                _ => out.push(byte),
            }
        }
    }
    fn json(&self, out: &mut Vec<u8>) {
        // Writing to memory cannot fail.
        let _ = serde_json::to_writer(out, self);
    }
}

impl Value for &str {
    fn text(&self, out: &mut Vec<u8>) {
        (**self).text(out);
    }
    fn json(&self, out: &mut Vec<u8>) {
        (**self).json(out);
    }
}

impl Value for String {
    fn text(&self, out: &mut Vec<u8>) {
        self.as_str().text(out);
    }
    fn json(&self, out: &mut Vec<u8>) {
        self.as_str().json(out);
    }
}

impl Value for Uuid {
    fn text(&self, out: &mut Vec<u8>) {
        let mut buffer = [0; uuid::fmt::Hyphenated::LENGTH];
        out.extend_from_slice(self.hyphenated().encode_lower(&mut buffer).as_bytes());
    }
}

fn two(out: &mut Vec<u8>, number: i64) {
    out.push(b'0' + (number / 10 % 10) as u8);
    out.push(b'0' + (number % 10) as u8);
}

impl Value for Day {
    fn text(&self, out: &mut Vec<u8>) {
        let (year, month, day) = self.civil();
        two(out, year / 100);
        two(out, year % 100);
        out.push(b'-');
        two(out, month);
        out.push(b'-');
        two(out, day);
    }
}

impl Time {
    fn write(self, out: &mut Vec<u8>, between: u8, zone: &[u8]) {
        self.day().text(out);
        let millis = self.0.rem_euclid(DAY);
        out.push(between);
        two(out, millis / HOUR);
        out.push(b':');
        two(out, millis / MINUTE % 60);
        out.push(b':');
        two(out, millis / SECOND % 60);
        let millis = millis % SECOND;
        out.push(b'.');
        out.push(b'0' + (millis / 100) as u8);
        two(out, millis % 100);
        out.extend_from_slice(zone);
    }
}

impl Value for Time {
    fn text(&self, out: &mut Vec<u8>) {
        self.write(out, b' ', b"+00");
    }
    fn json(&self, out: &mut Vec<u8>) {
        out.push(b'"');
        self.write(out, b'T', b"+00:00");
        out.push(b'"');
    }
}

impl Value for Dec {
    fn text(&self, out: &mut Vec<u8>) {
        let Self(units, places) = *self;
        let one = 10_i64.pow(places);
        let sign = if units < 0 { "-" } else { "" };
        let (whole, part) = (units.abs() / one, units.abs() % one);
        put(out, format_args!("{sign}{whole}"));
        if places > 0 {
            put(out, format_args!(".{part:0width$}", width = places as usize));
        }
    }
    fn json(&self, out: &mut Vec<u8>) {
        self.text(out);
    }
}

impl<T: AsRef<str>> Value for Json<T> {
    fn text(&self, out: &mut Vec<u8>) {
        self.0.as_ref().text(out);
    }
    fn json(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.0.as_ref().as_bytes());
    }
}

impl Value for Set<'_> {
    fn text(&self, out: &mut Vec<u8>) {
        let mut text = String::from("{");
        for (index, word) in self.0.iter().enumerate() {
            // Writing to memory cannot fail.
            let _ = write!(text, "{}{word}", if index > 0 { "," } else { "" });
        }
        text.push('}');
        text.text(out);
    }
    fn json(&self, out: &mut Vec<u8>) {
        // Writing to memory cannot fail.
        let _ = serde_json::to_writer(out, self.0);
    }
}

impl Value for Hash {
    fn text(&self, out: &mut Vec<u8>) {
        put(out, format_args!("\\\\x{}", self.hex()));
    }
}

impl<T: Value> Value for Option<T> {
    fn text(&self, out: &mut Vec<u8>) {
        match self {
            Some(value) => value.text(out),
            None => out.extend_from_slice(b"\\N"),
        }
    }
    fn json(&self, out: &mut Vec<u8>) {
        match self {
            Some(value) => value.json(out),
            None => out.extend_from_slice(b"null"),
        }
    }
    fn is_null(&self) -> bool {
        self.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: &dyn Value) -> String {
        let mut out = Vec::new();
        value.text(&mut out);
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn values_are_written_as_copy_reads_them() {
        assert_eq!(text(&Day(0)), "1970-01-01");
        assert_eq!(text(&Day(20_512)), "2026-02-28");
        assert_eq!(text(&Day(20_513)), "2026-03-01");
        assert_eq!(text(&Day(19_782)), "2024-02-29");
        assert_eq!(text(&Time(1_767_225_599_007)), "2025-12-31 23:59:59.007+00");
        assert_eq!(text(&Dec(-5, 2)), "-0.05");
        assert_eq!(text(&"a\\b\n"), "a\\\\b\\n");
        assert_eq!(text(&Set(&["mesial", "occlusal"])), "{mesial,occlusal}");
        assert_eq!(text(&None::<Uuid>), "\\N");
        assert_eq!(Day(20_512).weekday(), 5);
    }
}
