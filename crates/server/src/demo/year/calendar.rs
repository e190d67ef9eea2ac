//! The days of the year and the clocks on the wall.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::value::{DAY, Day, MINUTE, Time};

/// Days of the year.
pub(super) const DAYS: i64 = 365;
/// Days ahead for which appointments are made.
const AHEAD: i64 = 14;

/// The year that ends with a day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Calendar {
    pub(super) start: Time,
    /// Nothing happened after this.
    pub(super) end: Time,
}

/// A time zone, as its distance from UTC on each day.
#[derive(Clone, Debug)]
pub(super) struct Zone {
    first: Day,
    offsets: Arc<[i64]>,
}

impl Zone {
    /// A time of the clock on the wall, in minutes after midnight.
    pub(super) fn local(&self, day: Day, minute: i64) -> Time {
        let place = (day.0 - self.first.0).clamp(0, self.offsets.len() as i64 - 1);
        Time(day.0 * DAY + minute * MINUTE - self.offsets[place as usize])
    }
}

impl Calendar {
    pub(super) fn new(until: Day) -> Self {
        Self { start: Time((until.0 - DAYS) * DAY), end: Time(until.0 * DAY) }
    }

    /// # Errors
    /// Where the machine does not know the zone.
    pub(super) fn zone(&self, name: &str) -> anyhow::Result<Zone> {
        let zone = TimeZone::get(name)?;
        let first = self.start.day();
        let mut offsets = Vec::new();
        for day in 0..DAYS + AHEAD + 1 {
            let noon = Timestamp::from_millisecond(first.plus(day).0 * DAY + DAY / 2)?;
            offsets.push(i64::from(zone.to_offset(noon).seconds()) * 1000);
        }
        Ok(Zone { first, offsets: offsets.into() })
    }

    /// Monday to Friday, with how busy each day is: summer and the turn of the year are quiet.
    pub(super) fn working_days(&self) -> Vec<(Day, f64)> {
        let first = self.start.day();
        (1..DAYS + AHEAD)
            .map(|day| first.plus(day))
            .filter(|day| day.weekday() < 5)
            .map(|day| {
                let (_, month, date) = day.civil();
                let season = match (month, date) {
                    (12, 24..) | (1, 1) => 0.2,
                    (7 | 8, _) => 0.75,
                    (3 | 10 | 11, _) => 1.15,
                    _ => 1.0,
                };
                (day, season)
            })
            .collect()
    }

    /// The year's months: first and last day of each, as far as they belong to the year.
    pub(super) fn months(&self) -> Vec<(Day, Day)> {
        let (first, last) = (self.start.day(), self.end.day().plus(-1));
        let mut months = Vec::new();
        let mut from = first;
        while from <= last {
            let next = from.month_start().plus(32).month_start();
            months.push((from, next.plus(-1).min(last)));
            from = next;
        }
        months
    }
}
