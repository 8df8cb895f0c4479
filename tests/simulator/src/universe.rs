//! What one run consists of besides its programs: the seed and the lots drawn from it, the time, what happened, and what
//! was found wrong.

use crate::{bug::Bug, knobs::Knobs, rates::Rates};
use rollcall_core::{Timestamp, time::Span};
use std::{
    collections::BTreeMap,
    hash::Hasher,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::time::Instant;

/// When every run begins.
pub const START: Timestamp = Timestamp(1_700_000_100_000);

/// No server's clock is further off than this.
pub const SKEW: Span = Span(60_000);
/// A request takes no longer.
const UNDER_WAY: Duration = Duration::from_secs(60);

/// One run's chance, time and memory.
pub struct Universe {
    pub seed: u64,
    pub rates: Rates,
    pub bug: Option<Bug>,
    /// From which sizes on the servers and browsers of this run go other ways.
    pub knobs: Knobs,
    began: Instant,
    state: Mutex<State>,
}

struct State {
    rng: fastrand::Rng,
    /// How far time was put forward, for what takes days.
    leapt: Span,
    /// When that was last, and by how much.
    last_leap: Option<(Instant, Span)>,
    /// Nothing goes wrong any more.
    calm: bool,
    trace: Vec<String>,
    digest: rustc_hash::FxHasher,
    counts: BTreeMap<&'static str, u64>,
    wrong: Vec<String>,
}

impl Universe {
    pub fn new(seed: u64, rates: Rates, bug: Option<Bug>) -> Self {
        let (trace, digest, counts, wrong, last_leap) = Default::default();
        let (rng, leapt) = (fastrand::Rng::with_seed(seed), Span(0));
        let knobs = if rates.troubles { Knobs::draw(seed) } else { Knobs::usual() };
        let state = State { rng, leapt, last_leap, calm: false, trace, digest, counts, wrong };
        Self { seed, rates, bug, knobs, began: Instant::now(), state: Mutex::new(state) }
    }

    /// The true time.
    pub fn now(&self) -> Timestamp {
        let elapsed = i64::try_from(self.began.elapsed().as_millis()).unwrap_or(i64::MAX);
        Timestamp(START.0.saturating_add(elapsed)).after(self.state().leapt)
    }

    /// Time goes on by so much at once: everybody slept.
    pub fn leap(&self, by: Span) {
        let mut state = self.state();
        state.leapt = Span(state.leapt.0 + by.0);
        state.last_leap = Some((Instant::now(), by));
    }

    /// Whether a server could read this off its clock now, or just before everybody slept.
    pub fn is_now(&self, at: Timestamp) -> bool {
        let near = |now: Timestamp| at.since(now).0.abs() <= SKEW.0;
        let now = self.now();
        let last = self.state().last_leap.filter(|(when, _)| when.elapsed() < UNDER_WAY);
        near(now) || last.is_some_and(|(_, by)| near(Timestamp(now.0 - by.0)))
    }

    /// A lot from 0 up to, but not including, `n`.
    pub fn below(&self, n: usize) -> usize {
        if n == 0 { 0 } else { self.state().rng.usize(..n) }
    }

    /// Any number.
    pub fn number(&self) -> u64 {
        self.state().rng.u64(..)
    }

    /// One of these.
    pub fn one_of<'a, T>(&self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }

    /// Whether something happens that happens once in so many times; never when it is 0.
    pub fn one_in(&self, n: u32) -> bool {
        n > 0 && self.state().rng.u32(..n) == 0
    }

    /// The same for what goes wrong: nothing does any more once the world is calm.
    pub fn strikes(&self, n: u32) -> bool {
        !self.is_calm() && self.one_in(n)
    }

    /// A span of milliseconds.
    pub fn millis(&self, from: u64, to: u64) -> Duration {
        Duration::from_millis(self.state().rng.u64(from..=to))
    }

    pub fn is_calm(&self) -> bool {
        self.state().calm
    }

    /// From now on nothing goes wrong.
    pub fn calm_down(&self) {
        self.state().calm = true;
    }

    /// Whether this bug is planted in this run.
    pub fn has(&self, bug: Bug) -> bool {
        self.bug == Some(bug)
    }

    /// Something happened that is worth counting.
    pub fn count(&self, what: &'static str) {
        *self.state().counts.entry(what).or_default() += 1;
    }

    /// Something happened: for whoever reads what a seed did.
    pub fn note(&self, what: std::fmt::Arguments<'_>) {
        let at = self.began.elapsed();
        let mut state = self.state();
        let line = format!("{:>9.3} {what}", at.as_secs_f64());
        state.digest.write(line.as_bytes());
        state.trace.push(line);
    }

    /// Both.
    pub fn happened(&self, what: &'static str, detail: std::fmt::Arguments<'_>) {
        self.count(what);
        self.note(format_args!("{what}: {detail}"));
    }

    /// Something is not as it must be.
    pub fn wrong(&self, what: String) {
        self.note(format_args!("WRONG: {what}"));
        let mut state = self.state();
        if state.wrong.len() < 20 {
            state.wrong.push(what);
        }
    }

    pub fn is_wrong(&self) -> bool {
        !self.state().wrong.is_empty()
    }

    /// What was found wrong, how often what happened, all that happened, and a digest of that.
    pub fn results(&self) -> (Vec<String>, BTreeMap<&'static str, u64>, Vec<String>, u64) {
        let state = self.state();
        (state.wrong.clone(), state.counts.clone(), state.trace.clone(), state.digest.finish())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
