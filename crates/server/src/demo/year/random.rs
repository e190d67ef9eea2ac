//! Chance that can be repeated: every number follows from the seed, what it is for and which one it is.

use uuid::Uuid;

use super::value::{Hash, Time};

const fn mix(mut bits: u64) -> u64 {
    // The finalizer of SplitMix64.
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

const fn tag(purpose: &str) -> u64 {
    // FNV-1a.
    let (bytes, mut hash, mut index) = (purpose.as_bytes(), 0xcbf2_9ce4_8422_2325_u64, 0);
    while index < bytes.len() {
        hash = (hash ^ bytes[index] as u64).wrapping_mul(0x0100_0000_01b3);
        index += 1;
    }
    hash
}

/// The source of everything in one year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seed(pub(super) u64);

impl Seed {
    /// Dice for the `n`th thing of a purpose. The same arguments give the same throws.
    pub(super) fn dice(self, purpose: &str, n: usize) -> Dice {
        Dice(mix(self.0 ^ tag(purpose)).wrapping_add(mix((n as u64).wrapping_mul(STEP))))
    }

    /// The version 7 UUID of the `n`th row of a table, made at `at`: rows sort by time.
    pub(super) fn id(self, table: &str, n: usize, at: Time) -> Uuid {
        let mut dice = self.dice(table, n);
        let (first, second) = (dice.next(), dice.next());
        let high = (at.0 as u64) << 16 | 0x7000 | (first & 0x0fff);
        let low = 1 << 63 | (second >> 2);
        Uuid::from_u64_pair(high, low)
    }

    /// A hash that no bytes have.
    pub(super) fn hash(self, purpose: &str, n: usize) -> Hash {
        let mut dice = self.dice(purpose, n);
        let mut bytes = [0; 32];
        for chunk in bytes.chunks_exact_mut(8) {
            chunk.copy_from_slice(&dice.next().to_be_bytes());
        }
        Hash(bytes)
    }
}

/// A run of throws.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mix(self.0)
    }

    /// A number below `limit`, which is above zero.
    pub(super) fn below(&mut self, limit: i64) -> i64 {
        ((u128::from(self.next()) * limit as u128) >> 64) as i64
    }

    /// A number from `from` to `to`, both included.
    pub(super) fn between(&mut self, from: i64, to: i64) -> i64 {
        from + self.below(to - from + 1)
    }

    /// Whether something with this probability, in per cent, happens.
    pub(super) fn percent(&mut self, probability: i64) -> bool {
        self.below(100) < probability
    }

    /// One of `choices`, which are some.
    pub(super) fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as i64) as usize]
    }

    /// One of `choices` by its weight.
    pub(super) fn weighted<T: Copy>(&mut self, choices: &[(T, i64)]) -> T {
        let whole = choices.iter().map(|choice| choice.1).sum();
        let mut left = self.below(whole);
        for &(choice, weight) in choices {
            left -= weight;
            if left < 0 {
                return choice;
            }
        }
        choices[0].0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_version_7_sort_by_time_and_repeat() {
        let seed = Seed(1);
        let first = seed.id("patients", 5, Time(1_700_000_000_000));
        assert_eq!(first.get_version_num(), 7);
        assert_eq!(first, Seed(1).id("patients", 5, Time(1_700_000_000_000)));
        assert_ne!(first, Seed(2).id("patients", 5, Time(1_700_000_000_000)));
        assert!(first < seed.id("patients", 4, Time(1_700_000_000_001)));
    }

    #[test]
    fn throws_stay_in_their_range_and_follow_their_weights() {
        let mut dice = Seed(3).dice("test", 0);
        let mut high = 0;
        for _ in 0..10_000 {
            assert!((2..=4).contains(&dice.between(2, 4)));
            high += i32::from(dice.weighted(&[(true, 8), (false, 92)]));
        }
        assert!((650..950).contains(&high), "{high}");
    }
}
