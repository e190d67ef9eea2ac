//! Slows guessing down: after a few wrong passwords the next try has to wait, longer each time.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

/// Wrong tries that cost nothing.
const FREE: u32 = 5;
/// The longest wait.
const LONGEST: SignedDuration = SignedDuration::from_mins(15);
/// Pairs remembered at most.
const MOST: usize = 50_000;

/// Remembers wrong tries by account and address. The account's name is kept as a hash only.
#[derive(Default)]
pub(super) struct Throttle {
    tries: Mutex<HashMap<Key, Tries>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Key([u8; 16], Option<IpAddr>);

struct Tries {
    wrong: u32,
    last: Timestamp,
}

impl Tries {
    /// When the next try may be made: 1, 2, 4, … seconds after the last.
    fn next(&self) -> Timestamp {
        let Some(paid) = self.wrong.checked_sub(FREE) else {
            return self.last;
        };
        let wait = SignedDuration::from_secs(1 << paid.min(20)).min(LONGEST);
        self.last.saturating_add(wait).unwrap_or(Timestamp::MAX)
    }

    fn is_stale(&self, now: Timestamp) -> bool {
        now.duration_since(self.last) > LONGEST
    }
}

impl Throttle {
    /// The pair that tries are counted for.
    pub(super) fn key(email: &str, ip: Option<IpAddr>) -> Key {
        let digest: [u8; 32] = Sha256::digest(email).into();
        let mut short = [0; 16];
        short.copy_from_slice(&digest[..16]);
        Key(short, ip)
    }

    /// How long this pair has to wait, if it has to. Counts a try that may be made as wrong until
    /// [`forgive`](Self::forgive) is called, so that many at once do not slip through.
    pub(super) fn enter(&self, key: Key, now: Timestamp) -> Result<(), Duration> {
        let mut all = self.lock();
        if all.len() >= MOST {
            all.retain(|_, tries| !tries.is_stale(now));
        }
        if all.len() >= MOST {
            // Still full: someone tries very many names. Forgetting the older half keeps memory bounded.
            let mut last: Vec<Timestamp> = all.values().map(|tries| tries.last).collect();
            let (_, &mut middle, _) = last.select_nth_unstable(MOST / 2);
            all.retain(|_, tries| tries.last > middle);
        }
        let tries = all.entry(key).or_insert(Tries { wrong: 0, last: now });
        if tries.is_stale(now) {
            tries.wrong = 0;
        }
        let next = tries.next();
        if tries.wrong >= FREE && next > now {
            return Err(next.duration_since(now).unsigned_abs());
        }
        tries.wrong = tries.wrong.saturating_add(1);
        tries.last = now;
        Ok(())
    }

    /// The password was right: what was wrong before is forgotten.
    pub(super) fn forgive(&self, key: Key) {
        self.lock().remove(&key);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Tries>> {
        self.tries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Timestamp = Timestamp::UNIX_EPOCH;

    fn after(seconds: i64) -> Timestamp {
        START + SignedDuration::from_secs(seconds)
    }

    #[test]
    fn the_sixth_wrong_try_has_to_wait_and_each_later_one_longer() {
        let throttle = Throttle::default();
        let key = Throttle::key("a@b", None);
        for _ in 0..FREE {
            assert_eq!(throttle.enter(key, START), Ok(()));
        }
        assert_eq!(throttle.enter(key, START), Err(Duration::from_secs(1)));
        assert_eq!(throttle.enter(key, after(1)), Ok(()));
        assert_eq!(throttle.enter(key, after(1)), Err(Duration::from_secs(2)));
    }

    #[test]
    fn a_right_password_clears_the_account_at_this_address() {
        let throttle = Throttle::default();
        let key = Throttle::key("a@b", None);
        for _ in 0..FREE {
            let _ = throttle.enter(key, START);
        }
        throttle.forgive(key);
        assert_eq!(throttle.enter(key, START), Ok(()));
    }

    #[test]
    fn another_address_is_not_slowed_down() {
        let throttle = Throttle::default();
        for _ in 0..=FREE {
            let _ = throttle.enter(Throttle::key("a@b", None), START);
        }
        let elsewhere = Throttle::key("a@b", Some(IpAddr::from([192, 0, 2, 1])));
        assert_eq!(throttle.enter(elsewhere, START), Ok(()));
    }

    #[test]
    fn memory_stays_bounded_however_many_names_are_tried() {
        let throttle = Throttle::default();
        for number in 0..i64::try_from(MOST).expect("small") + 10 {
            let _ = throttle
                .enter(Throttle::key(&number.to_string(), None), START + SignedDuration::from_millis(number));
        }
        assert!(throttle.lock().len() <= MOST);
    }
}
