//! Node for the JS tests, and the npm packages that they use.
use crate::failure::{Done, Failure};
use crate::stamp::{Hash, Stamp};
use crate::step::{Outcome, step};
use crate::{places, run};

/// The oldest Node with the test runner's options used here.
const OLDEST: u32 = 20;

pub fn check() -> Done {
    step("Check Node", || {
        let missing =
            || Failure::new(format!("Node is missing: install Node {OLDEST} or newer with npm, then run again"));
        let said = run::captured(run::command("node").arg("--version"), "Asking Node for its version")
            .map_err(|_| missing())?;
        let major = said.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
        if major.is_none_or(|major| major < OLDEST) {
            return Err(Failure::new(format!("Node {} is too old: install Node {OLDEST} or newer", said.trim())));
        }
        Ok((Outcome::Note(said.trim().to_owned()), ()))
    })
}

/// `npm ci` in tests/, unless the lock file is the one it last ran for.
pub fn test_packages() -> Done {
    step("Install the npm packages of the tests", || {
        let tests = places::root().join("tests");
        places::expect_file(&tests.join("package-lock.json"), "the versions of the tests' npm packages")?;
        let mut inputs = Hash::new();
        inputs.file(&tests.join("package.json"))?;
        inputs.file(&tests.join("package-lock.json"))?;
        let stamp = Stamp::new(tests.join("node_modules/.rollcall-stamp"), inputs.finish());
        if stamp.holds() {
            return Ok((Outcome::Unchanged, ()));
        }
        if places::program(&["npm"]).is_none() {
            return Err(Failure::new("npm is missing: install npm (it comes with Node), then run again"));
        }
        let mut npm = run::command("npm");
        npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&tests);
        run::shown(&mut npm, "Installing the npm packages").map_err(|_| {
            Failure::new("npm could not install the packages of tests/: check the network or the proxy, then run again")
        })?;
        stamp.set()?;
        Ok((Outcome::Done, ()))
    })
}
