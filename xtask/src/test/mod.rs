//! `cargo xtask test`: all set-up that tests need, then every runner, then one line that counts them all.
pub mod browser;
mod checks;
mod count;
mod js;
pub mod postgres;
mod rust;

use crate::failure::{Done, Failure};
use crate::step::seconds;
use crate::{places, setup};
use count::Count;
use std::time::Instant;

/// A part that can be run alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Tidy,
    Rust,
    Js,
    Browser,
}

impl Part {
    /// In the order that finds the cheap faults first.
    pub const ALL: [Part; 4] = [Part::Tidy, Part::Rust, Part::Js, Part::Browser];

    pub fn parse(word: &str) -> Done<Part> {
        match word {
            "tidy" => Ok(Part::Tidy),
            "rust" => Ok(Part::Rust),
            "js" => Ok(Part::Js),
            "browser" => Ok(Part::Browser),
            _ => Err(Failure::new(format!("there is no part `{word}`: it is rust, js, browser or tidy"))),
        }
    }
}

/// What the runners came to so far. A runner that could not run at all counts as one failure, so that a broken run can
/// never close with "0 failed".
#[derive(Default)]
pub struct Tally {
    count: Count,
    broken: Vec<String>,
}

impl Tally {
    /// Takes in one runner, timing it, and carries on whatever became of it.
    fn run(&mut self, title: &str, runner: impl FnOnce() -> Done<Count>) {
        println!("→ {title}");
        let begun = Instant::now();
        let result = runner();
        let took = seconds(begun.elapsed());
        match result {
            Ok(count) => {
                let mark = if count.failed == 0 { '✓' } else { '✗' };
                let what = if count == Count::default() { String::new() } else { format!(": {count}") };
                println!("{mark} {title}{what} ({took})");
                if count.failed > 0 {
                    self.broken.push(format!("{title}: {count}"));
                }
                self.count += count;
            }
            Err(failure) => {
                println!("✗ {title}: {failure} ({took})");
                self.broken.push(format!("{title}: {failure}"));
                self.count.failed += 1;
            }
        }
    }

    /// A check that has no tests to count.
    fn check(&mut self, title: &str, check: impl FnOnce() -> Done) {
        self.run(title, || check().map(|()| Count::default()));
    }

    /// Preparation whose steps time themselves.
    fn prepare<T>(&mut self, title: &str, work: impl FnOnce() -> Done<T>) -> Option<T> {
        match work() {
            Ok(value) => Some(value),
            Err(failure) => {
                println!("✗ {title}: {failure}");
                self.broken.push(format!("{title}: {failure}"));
                self.count.failed += 1;
                None
            }
        }
    }

    /// Lists what went wrong; the very last line counts.
    fn close(self, took: &str) -> Done {
        println!();
        for line in &self.broken {
            println!("✗ {line}");
        }
        println!("All of it took {took}.");
        println!("{}", self.count);
        if self.count.failed == 0 {
            return Ok(());
        }
        Err(Failure::told())
    }
}

pub fn run(parts: &[Part]) -> Done {
    let begun = Instant::now();
    let mut tally = Tally::default();
    if parts.contains(&Part::Tidy) {
        checks::quick(&mut tally);
    }
    system_packages(&mut tally, parts);
    if parts.contains(&Part::Rust) {
        checks::clippy(&mut tally);
        rust::run(&mut tally);
    }
    if parts.contains(&Part::Js) {
        js::run(&mut tally);
    }
    if parts.contains(&Part::Browser) {
        browser::run(&mut tally);
    }
    tally.close(&seconds(begun.elapsed()))
}

/// One call of apt for all that is missing, before anything long begins.
fn system_packages(tally: &mut Tally, parts: &[Part]) {
    let mut missing = Vec::new();
    if parts.contains(&Part::Rust) && setup::postgres::find().is_none() {
        missing.push(setup::postgres::PACKAGE);
    }
    if parts.contains(&Part::Browser) && setup::browser::find().is_none() {
        missing.push(setup::browser::PACKAGE);
    }
    if !missing.is_empty() {
        tally.check("Install the programs that tests need", || setup::system::install(&missing));
    }
    if parts.contains(&Part::Js) || parts.contains(&Part::Browser) {
        tally.prepare("Node", setup::node::check);
    }
    if parts.iter().any(|part| *part != Part::Tidy) {
        tally.prepare("What builds need", setup::for_builds);
    }
}

/// The test files of a folder that end so, by path from the root. None at all is an error: a folder that was moved must
/// not make its tests vanish unseen.
fn test_files(folder: &str, ending: &str) -> Done<Vec<String>> {
    let names = crate::files::under(&places::root().join(folder))?;
    let found: Vec<String> = names
        .iter()
        .map(|name| format!("{folder}/{}", crate::files::slashed(name)))
        .filter(|name| name.ends_with(ending))
        .collect();
    if found.is_empty() {
        return Err(Failure::new(format!("there is no *{ending} in {folder}/, where the tests belong")));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_named() {
        assert_eq!(Part::parse("js").unwrap(), Part::Js);
        assert!(Part::parse("all").unwrap_err().to_string().contains("rust, js, browser or tidy"));
    }

    #[test]
    fn what_could_not_run_is_a_failure_and_the_rest_goes_on() {
        let mut tally = Tally::default();
        tally.run("one", || Ok(Count { passed: 3, failed: 0 }));
        tally.check("two", || Err(Failure::new("no such thing")));
        tally.run("three", || Ok(Count { passed: 1, failed: 2 }));
        assert_eq!(tally.count, Count { passed: 4, failed: 3 });
        assert_eq!(tally.broken, ["two: no such thing", "three: 1 passed, 2 failed"]);
        assert!(tally.close("no time").is_err());
    }

    #[test]
    fn a_folder_without_tests_is_an_error() {
        let failure = test_files("xtask/src", ".test.mjs").unwrap_err();
        assert!(failure.to_string().contains("no *.test.mjs in xtask/src/"));
    }
}
