//! Time and identifiers, in hand rather than global, so that a test can decide what time it is.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use uuid::{ContextV7, Uuid};

/// Where "now" comes from: the machine, or a test.
///
/// Clones share one source: advancing a manual clock is seen by everyone who holds it.
#[derive(Clone)]
pub struct Clock {
    source: Source,
    /// Keeps ids of the same millisecond in the order they were made.
    ids: Arc<Mutex<ContextV7>>,
}

#[derive(Clone)]
enum Source {
    Machine,
    /// Microseconds since the Unix epoch, the resolution of `timestamptz`.
    Manual(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    pub fn machine() -> Self {
        Self { source: Source::Machine, ids: Arc::new(Mutex::new(ContextV7::new())) }
    }

    /// A clock that stands still at `start` until it is advanced.
    pub fn manual(start: Timestamp) -> Self {
        Self {
            source: Source::Manual(Arc::new(AtomicI64::new(start.as_microsecond()))),
            ids: Arc::new(Mutex::new(ContextV7::new())),
        }
    }

    /// Moves a manual clock by `by`; the machine's clock cannot be moved and stays as it is.
    pub fn advance(&self, by: SignedDuration) {
        if let Source::Manual(now) = &self.source {
            let micros = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
            now.fetch_add(micros, Ordering::SeqCst);
        }
    }

    /// The present moment, UTC.
    pub fn now(&self) -> Timestamp {
        match &self.source {
            Source::Machine => Timestamp::now(),
            Source::Manual(now) => {
                Timestamp::from_microsecond(now.load(Ordering::SeqCst)).unwrap_or(Timestamp::MAX)
            }
        }
    }

    /// A new UUIDv7: sorts by this clock's time, and by creation within a millisecond.
    pub fn new_id(&self) -> Uuid {
        let now = self.now();
        let seconds = u64::try_from(now.as_second()).unwrap_or(0);
        let nanos = u32::try_from(now.subsec_nanosecond()).unwrap_or(0);
        let ids = self.ids.lock().unwrap_or_else(PoisonError::into_inner);
        Uuid::new_v7(uuid::Timestamp::from_unix(&*ids, seconds, nanos))
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::machine()
    }
}

impl std::fmt::Debug for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Clock({})", self.now())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_clock_sort_in_the_order_they_were_made() {
        let clock = Clock::manual(Timestamp::UNIX_EPOCH + SignedDuration::from_hours(400_000));
        let ids: Vec<Uuid> = (0..1000).map(|_| clock.new_id()).collect();
        assert!(ids.is_sorted());
    }

    #[test]
    fn a_manual_clock_moves_only_when_told() {
        let clock = Clock::manual(Timestamp::UNIX_EPOCH);
        let before = clock.now();
        assert_eq!(clock.now(), before);
        clock.clone().advance(SignedDuration::from_secs(90));
        assert_eq!(clock.now().duration_since(before), SignedDuration::from_secs(90));
    }

    #[test]
    fn an_id_carries_the_time_of_its_clock() {
        let start = Timestamp::UNIX_EPOCH + SignedDuration::from_hours(500_000);
        let id = Clock::manual(start).new_id();
        let (seconds, _) = id.get_timestamp().expect("v7 has a timestamp").to_unix();
        assert_eq!(i64::try_from(seconds), Ok(start.as_second()));
    }
}
