//! Pictures in lists: which of them a session has been noted to look at.
//!
//! A page of a list shows a picture for every row, again and again. Who saw which is in the trail, once an hour.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// How long one event stands for further glances at the same picture.
const STANDS: SignedDuration = SignedDuration::from_hours(1);
/// Glances remembered at most; beyond it all are forgotten, which costs an event each.
const MOST: usize = 50_000;

/// A session and the picture that it looks at.
type Glance = (Uuid, Uuid);

/// Glances that stand in the trail. Cheap to clone; clones are the same memory.
#[derive(Clone, Default)]
pub struct Glances {
    noted: Arc<Mutex<HashMap<Glance, Timestamp>>>,
}

impl Glances {
    /// Whether an event of less than an hour ago stands for this glance.
    pub(super) fn is_noted(&self, session: Uuid, picture: Uuid, now: Timestamp) -> bool {
        self.lock().get(&(session, picture)).is_some_and(|&noted| now.duration_since(noted) < STANDS)
    }

    /// Remembers that the event of a glance is committed.
    pub(super) fn note(&self, session: Uuid, picture: Uuid, now: Timestamp) {
        let mut noted = self.lock();
        if noted.len() >= MOST {
            noted.retain(|_, &mut at| now.duration_since(at) < STANDS);
        }
        if noted.len() >= MOST {
            noted.clear();
        }
        noted.insert((session, picture), now);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Glance, Timestamp>> {
        self.noted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_bounded() {
        let glances = Glances::default();
        let session = Uuid::from_u128(0);
        for picture in 0..2 * MOST as u128 {
            glances.note(session, Uuid::from_u128(picture), Timestamp::UNIX_EPOCH);
        }
        assert!(glances.lock().len() <= MOST);
        let last = Uuid::from_u128(2 * MOST as u128 - 1);
        assert!(glances.is_noted(session, last, Timestamp::UNIX_EPOCH));
    }
}
