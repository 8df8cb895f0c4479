//! The checks that need no test run: format, the tidy rules, and clippy for both machines that the code runs on.
use super::Tally;
use crate::run::{cargo, shown};
use crate::setup::rust::WASM;
use crate::{packages, tidy};

/// Seconds only, so they come first.
pub fn quick(tally: &mut Tally) {
    tally.check("Format", || shown(&mut cargo(&["fmt", "--all", "--check"]), "The format check"));
    tally.check("Tidy", tidy::run);
}

pub fn clippy(tally: &mut Tally) {
    tally.check("Clippy", || {
        let mut command = cargo(&["clippy", "--quiet", "--all-targets"]);
        command.args(packages::HOST_AND_XTASK).args(["--", "-D", "warnings"]);
        shown(&mut command, "Clippy")
    });
    tally.check("Clippy for wasm", || {
        let mut command = cargo(&["clippy", "--quiet", "--target", WASM]);
        for package in packages::WASM {
            command.args(["-p", package]);
        }
        command.args(["--", "-D", "warnings"]);
        shown(&mut command, "Clippy for wasm")
    });
}
