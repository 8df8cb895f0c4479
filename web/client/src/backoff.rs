//! How long to wait before the next try: longer each time, up to half a minute, and never the same for two devices, so
//! that a server that comes back is not run over.

/// The first wait, in milliseconds, before jitter.
const FIRST: u32 = 500;
/// The longest wait, in milliseconds.
pub const LONGEST: u32 = 30_000;

/// How often it failed in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backoff(u32);

impl Backoff {
    /// The milliseconds to wait after one more failure; `random` is from 0 up to 1.
    pub fn next(&mut self, random: f64) -> u32 {
        let full = FIRST.saturating_mul(1 << self.0.min(16)).min(LONGEST);
        self.0 = self.0.saturating_add(1);
        jittered(full, random)
    }

    /// It went well.
    pub fn reset(&mut self) {
        *self = Self::default();
    }
}

/// Between half of so many milliseconds and all of them.
pub fn jittered(full: u32, random: f64) -> u32 {
    let half = f64::from(full) / 2.0;
    // Within u32 by construction: at most `full`.
    (half + half * random.clamp(0.0, 1.0)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_half_a_minute_and_start_again() {
        let mut backoff = Backoff::default();
        let waits: Vec<u32> = (0..9).map(|_| backoff.next(1.0)).collect();
        assert_eq!(waits, [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
        for _ in 0..100 {
            assert!((15_000..=30_000).contains(&backoff.next(0.5)));
        }
        backoff.reset();
        assert_eq!(backoff.next(0.0), 250);
    }
}
