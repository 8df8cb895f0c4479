//! Node's runner over the npm package: the same core, asked by a JS host.
use super::count::{self, Count};
use super::{Tally, test_files};
use crate::failure::{Done, Failure};
use crate::{npm, run};
use std::process::Command;

const TESTS: &str = "web/js/test";
/// Where the tests find the built package.
pub const NPM: &str = "ROLLCALL_NPM";

pub fn run(tally: &mut Tally) {
    if let Some(package) = tally.prepare("The npm package", npm::build) {
        tally.run("Tests in Node", || {
            let mut command = runner(&test_files(TESTS, ".test.mjs")?, 1);
            test(command.env(NPM, package))
        });
    }
}

/// `node --test` over these files, so many at a time and none for ever.
pub fn runner(files: &[String], at_a_time: u8) -> Command {
    let mut command = run::command("node");
    command.args(["--test", "--test-reporter=spec", "--test-timeout=240000"]);
    command.arg(format!("--test-concurrency={at_a_time}"));
    command.args(files);
    command
}

pub fn test(command: &mut Command) -> Done<Count> {
    let mut count = Count::default();
    let ended = run::watched(command, |line| {
        run::echo(line);
        count += count::from_node(line);
    })?;
    match (ended.well, count) {
        (false, Count { failed: 0, .. }) => {
            Err(Failure::new(format!("Node's runner broke off; it says why:\n{}", ended.last_words)))
        }
        (true, Count { passed: 0, failed: 0 }) => Err(Failure::new("Node's runner ran no test at all")),
        _ => Ok(count),
    }
}
