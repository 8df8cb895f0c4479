//! The checks that need no test run: format, the tidy rules, and clippy for both machines that the code runs on.
use super::Tally;
use crate::run::{cargo, shown};
use crate::setup::rust::WASM;
use crate::tidy;

/// The packages that run in a browser. Clippy for the host does not see their wasm-only code.
const WASM_PACKAGES: [&str; 3] = ["rollcall-client", "rollcall-web", "rollcall-js"];

/// Seconds only, so they come first.
pub fn quick(tally: &mut Tally) {
    tally.check("Format", || shown(&mut cargo(&["fmt", "--all", "--check"]), "The format check"));
    tally.check("Tidy", tidy::run);
}

pub fn clippy(tally: &mut Tally) {
    tally.check("Clippy", || {
        let mut command = cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]);
        shown(&mut command, "Clippy")
    });
    tally.check("Clippy for wasm", || {
        let mut command = cargo(&["clippy", "--quiet", "--target", WASM]);
        for package in WASM_PACKAGES {
            command.args(["-p", package]);
        }
        command.args(["--", "-D", "warnings"]);
        shown(&mut command, "Clippy for wasm")
    });
}
