//! `cargo test` for the whole workspace, with a PostgreSQL of its own beside it.
use super::Tally;
use super::count::{self, Count};
use super::postgres::Postgres;
use crate::failure::{Done, Failure};
use crate::step::{Outcome, step};
use crate::{packages, run, setup};
use std::process::Command;

/// Where the store's tests find PostgreSQL.
const POSTGRES: &str = "ROLLCALL_TEST_POSTGRES";
/// Where the test that kills a PostgreSQL finds its programs.
const PROGRAMS: &str = "ROLLCALL_TEST_POSTGRES_PROGRAMS";

pub fn run(tally: &mut Tally) {
    // Alone, because its dependencies are compiled already, with just these features: it is what runs now.
    tally.run("Tests of xtask", || test(&mut run::cargo(&["test", "--quiet", "-p", "xtask"])));
    let postgres = tally.prepare("PostgreSQL", || {
        step("Start a throwaway PostgreSQL", || Postgres::start(false).map(|postgres| (Outcome::Done, postgres)))
    });
    tally.run("Tests of the workspace", || {
        let mut command = run::cargo(&["test", "--no-fail-fast"]);
        command.args(packages::HOST);
        if let Some(postgres) = &postgres {
            command.env(POSTGRES, postgres.url());
        }
        if let Some(programs) = setup::postgres::find() {
            command.env(PROGRAMS, programs);
        }
        test(&mut command)
    });
    drop(postgres);
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
