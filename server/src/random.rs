//! The one place where the server draws randomness: tokens, codes, salts, ids. It comes with the [`Clock`](crate::clock), so
//! a simulation can say what is drawn.

use sha2::{Digest as _, Sha256};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// Where randomness comes from; the operating system's, unless it is told otherwise.
#[derive(Clone, Debug, Default)]
pub struct Random(Source);

#[derive(Clone, Debug, Default)]
enum Source {
    #[default]
    System,
    Seeded(Arc<Seeded>),
}

/// Randomness that can be had again.
#[derive(Debug)]
struct Seeded {
    seed: u64,
    blocks: AtomicU64,
}

impl Random {
    /// What follows from a seed: anybody can guess it.
    pub fn seeded(seed: u64) -> Self {
        Self(Source::Seeded(Arc::new(Seeded { seed, blocks: AtomicU64::new(0) })))
    }

    /// Fills all of it.
    pub fn fill(&self, bytes: &mut [u8]) {
        match &self.0 {
            // Without randomness there are no secrets to keep: better no server than a guessable one.
            #[expect(clippy::expect_used, reason = "getrandom(2) fails on no system that this runs on")]
            Source::System => getrandom::fill(bytes).expect("the operating system gives no randomness"),
            Source::Seeded(seeded) => seeded.fill(bytes),
        }
    }

    /// So many bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }

    /// A log epoch: 53 bits, which every JSON reader keeps whole.
    pub fn log_epoch(&self) -> u64 {
        u64::from_le_bytes(self.bytes()) >> 11
    }
}

impl Seeded {
    /// The same bytes for the same seed and as many draws before.
    fn fill(&self, bytes: &mut [u8]) {
        for part in bytes.chunks_mut(32) {
            let block = self.blocks.fetch_add(1, Ordering::Relaxed);
            let mut hasher = Sha256::new();
            hasher.update(self.seed.to_le_bytes());
            hasher.update(block.to_le_bytes());
            part.iter_mut().zip(hasher.finalize()).for_each(|(byte, drawn)| *byte = drawn);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_draws_the_same_again_and_the_system_never() {
        let drawn = |random: &Random| (random.bytes::<40>(), random.bytes::<40>());
        let (first, second) = drawn(&Random::seeded(7));
        assert_eq!((first, second), drawn(&Random::seeded(7)));
        assert_ne!(first, second);
        assert_ne!(first[..8], first[32..]);
        assert_ne!(first, Random::seeded(8).bytes());
        assert_ne!(Random::default().bytes::<16>(), Random::default().bytes::<16>());
    }
}
