//! How long to wait before another attempt.

use std::time::Duration;

/// Exponential backoff with jitter: attempts of many jobs that failed together do not come back together.
#[derive(Clone, Copy, Debug)]
pub struct Backoff {
    /// Before the second attempt.
    pub first: Duration,
    /// The longest wait.
    pub longest: Duration,
}

impl Default for Backoff {
    /// 5 seconds, doubling, at most 15 minutes.
    fn default() -> Self {
        Self { first: Duration::from_secs(5), longest: Duration::from_secs(900) }
    }
}

impl Backoff {
    /// The wait after attempt number `attempt` (from 1) failed: doubled with each attempt, of which `chance` (0 to 1)
    /// takes away up to half.
    pub fn after(&self, attempt: i16, chance: f64) -> Duration {
        let doublings = u32::from(attempt.unsigned_abs()).saturating_sub(1).min(31);
        let whole = self.first.saturating_mul(1 << doublings).min(self.longest);
        whole.mul_f64(1.0 - chance.clamp(0.0, 1.0) / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wait_is_twice_the_last_up_to_the_longest() {
        let backoff = Backoff { first: Duration::from_secs(2), longest: Duration::from_secs(10) };
        let waits: Vec<u64> = (1..=5).map(|attempt| backoff.after(attempt, 0.0).as_secs()).collect();
        assert_eq!(waits, [2, 4, 8, 10, 10]);
    }

    #[test]
    fn chance_takes_away_up_to_half() {
        let backoff = Backoff::default();
        assert_eq!(backoff.after(1, 1.0), backoff.first / 2);
    }

    #[test]
    fn no_attempt_is_too_large() {
        let backoff = Backoff::default();
        assert_eq!(backoff.after(i16::MAX, 0.0), backoff.longest);
    }
}
