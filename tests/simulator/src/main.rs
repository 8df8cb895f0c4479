//! `simulate [--seeds N] [--first S] [--seed S] [--steps N]`: runs seeds and says what came of them.

use rollcall_simulator::{Plan, Rates, Report, run};
use std::{collections::BTreeMap, process::ExitCode};

/// How many lines of a trace are told of a failure, unless all are asked for.
const LINES: usize = 150;

fn main() -> ExitCode {
    let asked = match Asked::read(std::env::args().skip(1)) {
        Ok(asked) => asked,
        Err(stranger) => {
            eprintln!("`{stranger}` is not understood here: [--seeds N] [--first S] [--seed S] [--steps N] [--trace]");
            return ExitCode::FAILURE;
        }
    };
    let Asked { first, seeds, steps, trace } = asked;
    let mut totals: BTreeMap<&'static str, u64> = BTreeMap::new();
    let mut failed = Vec::new();
    for seed in first..first + seeds {
        let report = run(&Plan { seed, steps, rates: Rates::rough(), bug: None });
        for (what, count) in &report.counts {
            *totals.entry(what).or_default() += count;
        }
        if trace || !report.wrong.is_empty() {
            tell(&report, trace);
        }
        if !report.wrong.is_empty() {
            failed.push(seed);
        }
    }
    println!("{seeds} seeds of {steps} steps each");
    for (what, count) in &totals {
        println!("{count:>10} {what}");
    }
    if failed.is_empty() {
        println!("nothing was found wrong");
        return ExitCode::SUCCESS;
    }
    println!("something was found wrong with the seeds {failed:?}");
    ExitCode::FAILURE
}

/// What was asked for.
struct Asked {
    first: u64,
    seeds: u64,
    steps: usize,
    /// Tell what happened even when nothing was wrong.
    trace: bool,
}

impl Asked {
    fn read(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut asked = Self { first: 1, seeds: 20, steps: 150, trace: false };
        while let Some(word) = words.next() {
            let mut number = || words.next().and_then(|value| value.parse::<u64>().ok()).ok_or_else(|| word.clone());
            match word.as_str() {
                "--seeds" => asked.seeds = number()?,
                "--first" => asked.first = number()?,
                "--seed" => (asked.first, asked.seeds) = (number()?, 1),
                "--steps" => asked.steps = usize::try_from(number()?).map_err(|_| word.clone())?,
                "--trace" => asked.trace = true,
                _ => return Err(word),
            }
        }
        Ok(asked)
    }
}

fn tell(report: &Report, whole: bool) {
    let skipped = if whole { 0 } else { report.trace.len().saturating_sub(LINES) };
    for line in report.trace.iter().skip(skipped) {
        println!("{line}");
    }
    for what in &report.wrong {
        println!("seed {}: {what}", report.seed);
    }
}
