//! A bounded run of the simulator: nothing is found wrong by these seeds, planted bugs are found, and a seed is a run.

use rollcall_simulator::{Bug, Plan, Rates, run};
use std::collections::BTreeMap;

fn rough(seed: u64) -> Plan {
    Plan { seed, steps: 150, rates: Rates::rough(), bug: None }
}

/// What these few seeds meet: else nothing is said by that nothing was found wrong.
const MET: [&str; 19] = [
    "answers in the server's place",
    "attacks",
    "commands of administrators",
    "edits looked at",
    "fields kept out of edits",
    "jobs given up",
    "links used",
    "mails delivered",
    "mails over budget",
    "nights",
    "orders carried out",
    "pauses asked for",
    "people signed in",
    "people signed in on devices",
    "questions what is held",
    "requests told to wait for bytes",
    "requests told to wait for commands",
    "streams refused",
    "views read in turns",
];

#[test]
fn nothing_is_wrong_when_everything_goes_wrong() {
    let mut met = BTreeMap::<_, u64>::new();
    for seed in 1..=15 {
        let report = run(&rough(seed));
        for (what, count) in &report.counts {
            *met.entry(*what).or_default() += count;
        }
        assert_eq!(report.wrong, Vec::<String>::new(), "seed {seed}: cargo xtask simulate --seed {seed} --steps 150");
    }
    let missed = MET.into_iter().filter(|what| !met.contains_key(what));
    assert_eq!(missed.collect::<Vec<_>>(), Vec::<&str>::new());
}

/// Seeds that found something.
const FOUND: [u64; 8] = [1_149, 1_207, 1_249, 50_311, 101_024, 101_359, 304_775, 307_847];

#[test]
fn nothing_is_wrong_any_more_where_something_was() {
    for seed in FOUND {
        assert_eq!(run(&rough(seed)).wrong, Vec::<String>::new(), "seed {seed}");
    }
}

#[test]
fn nothing_is_wrong_when_nothing_goes_wrong() {
    let report = run(&Plan { rates: Rates::none(), ..rough(1) });
    assert_eq!(report.wrong, Vec::<String>::new());
    assert!(report.counts["verdicts: applied"] > 10, "{:?}", report.counts);
    assert!(report.counts["veterans compared with newcomers"] > 0, "{:?}", report.counts);
    assert!(report.counts["people signed in"] > 0, "{:?}", report.counts);
}

#[test]
fn a_seed_is_a_run() {
    let digest = |seed| run(&rough(seed)).digest;
    assert_eq!(digest(77), digest(77));
    assert_ne!(digest(77), digest(78));
}

/// How many seeds a planted bug may escape.
const SEEDS: u64 = 20;

#[test]
fn every_planted_bug_of_syncing_is_found() {
    are_found(&Bug::SYNCING);
}

#[test]
fn every_planted_bug_of_accounts_is_found() {
    are_found(&Bug::ACCOUNTS);
}

fn are_found(bugs: &[Bug]) {
    for bug in bugs.iter().copied() {
        let is_found = |seed: u64| !run(&Plan { bug: Some(bug), ..rough(seed) }).wrong.is_empty();
        let found = (1..=SEEDS).find(|seed| is_found(*seed));
        println!("{bug:?} was found by seed {found:?}");
        assert!(found.is_some(), "{bug:?} escaped {SEEDS} seeds");
    }
}
