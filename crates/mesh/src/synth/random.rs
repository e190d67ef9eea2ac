//! A small generator of our own, so that a seed means the same arch on every machine and in every version.

/// SplitMix64 (Steele, Lea and Flood 2014).
#[derive(Debug, Clone)]
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// Evenly between -1 and 1.
    pub(super) fn even(&mut self) -> f32 {
        unit(self.next())
    }

    /// About normal with deviation one (the sum of four even numbers), never beyond 3.5.
    pub(super) fn normal(&mut self) -> f32 {
        (0..4).map(|_| self.even()).sum::<f32>() * 0.866
    }
}

/// A number between -1 and 1 that depends on the key alone.
pub(super) fn hashed(seed: u64, key: u64) -> f32 {
    unit(mix(seed ^ key.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
}

fn unit(bits: u64) -> f32 {
    (bits >> 40) as f32 / (1u64 << 23) as f32 - 1.0
}

fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
