//! `cargo test` for the whole workspace, with a PostgreSQL of its own beside it.
use super::Tally;
use super::count::{self, Count};
use super::postgres::Postgres;
use crate::failure::{Done, Failure};
use crate::stamp::Hash;
use crate::step::{Outcome, step};
use crate::{files, packages, places, run, setup};
use std::path::PathBuf;
use std::process::Command;

/// Where the store's tests find PostgreSQL.
const POSTGRES: &str = "ROLLCALL_TEST_POSTGRES";
/// Where the test that kills a PostgreSQL finds its programs.
const PROGRAMS: &str = "ROLLCALL_TEST_POSTGRES_PROGRAMS";
/// What draws the page: compiled for wasm alone, and tested in the browser.
const PAGE: &str = "web/app/";

pub fn run(tally: &mut Tally) {
    // Alone, because its dependencies are compiled already, with just these features: it is what runs now.
    tally.run("Tests of xtask", || test(&mut run::cargo(&["test", "--quiet", "-p", "xtask"])));
    tally.run("Tests of the workspace", || workspace(Passed::now()?));
}

/// All passed when the same was there to be tested: then they are counted, not run again. What the page draws is the only thing
/// that they don't read, so whoever works on that alone doesn't wait for them; a fresh clone runs them all.
fn workspace(passed: Passed) -> Done<Count> {
    if let Some(count) = passed.before() {
        println!(
            "  as before: nothing but the page has changed since (`rm {}` has them run again)",
            passed.path.display()
        );
        return Ok(count);
    }
    let postgres =
        step("Start a throwaway PostgreSQL", || Postgres::start(false).map(|postgres| (Outcome::Done, postgres)))?;
    let mut command = run::cargo(&["test", "--no-fail-fast"]);
    command.args(packages::HOST).env(POSTGRES, postgres.url());
    if let Some(programs) = setup::postgres::find() {
        command.env(PROGRAMS, programs);
    }
    let count = test(&mut command)?;
    passed.keep(count)?;
    Ok(count)
}

/// What the tests came to for what they read: every file of ours but the page's, and the compiler.
struct Passed {
    path: PathBuf,
    inputs: String,
}

impl Passed {
    /// As the files stand now.
    fn now() -> Done<Self> {
        let mut hash = Hash::new();
        hash.bytes(run::captured(run::command("rustc").arg("-vV"), "Asking the compiler who it is")?.as_bytes());
        for name in files::of_ours(&places::root())? {
            let name = files::slashed(&name);
            if !name.starts_with(PAGE) {
                hash.bytes(name.as_bytes());
                hash.file(&places::root().join(&name))?;
            }
        }
        Ok(Self { path: places::root().join("target/tests-passed"), inputs: hash.finish() })
    }

    fn before(&self) -> Option<Count> {
        let kept = std::fs::read_to_string(&self.path).ok()?;
        let (inputs, passed) = kept.split_once(' ')?;
        (inputs == self.inputs).then_some(Count { passed: passed.parse().ok()?, failed: 0 })
    }

    /// Only where nothing failed.
    fn keep(&self, count: Count) -> Done {
        if count.failed > 0 {
            return Ok(());
        }
        files::write(&self.path, format!("{} {}", self.inputs, count.passed))
    }
}

fn test(command: &mut Command) -> Done<Count> {
    let mut count = Count::default();
    let ended = run::watched(command, |line| {
        run::echo(line);
        count += count::from_cargo(line);
    })?;
    if !ended.well && count.failed == 0 {
        let last_words = ended.last_words;
        return Err(Failure::new(format!(
            "it did not compile, or a test program broke off; cargo says why:\n{last_words}"
        )));
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passed_counts_for_the_same_files_alone() {
        let folder = std::env::temp_dir().join(format!("rollcall-passed-{}", std::process::id()));
        let passed = |inputs: &str| Passed { path: folder.join("passed"), inputs: inputs.to_owned() };
        let (seven, failed) = (Count { passed: 7, failed: 0 }, Count { passed: 7, failed: 1 });
        passed("ab").keep(failed).unwrap();
        assert_eq!(passed("ab").before(), None, "what failed is tried again");
        passed("ab").keep(seven).unwrap();
        assert_eq!(passed("ab").before(), Some(seven));
        assert_eq!(passed("cd").before(), None);
        files::remove_folder(&folder).unwrap();
    }

    #[test]
    fn the_page_s_files_are_where_they_are_left_out() {
        assert!(places::root().join(PAGE).join("src/main.rs").is_file());
        assert_eq!(Passed::now().unwrap().inputs, Passed::now().unwrap().inputs);
    }
}
