//! `cargo xtask simulate …`: a long run of the simulator, or one seed of it again.
use crate::failure::Done;
use crate::run;

const PROGRAM: [&str; 6] = ["run", "--quiet", "-p", "rollcall-simulator", "--bin", "simulate"];
/// Ten times as fast as what the tests build, with the same assertions.
const OPTIMISED: [&str; 2] = ["--profile", "simulate"];

pub fn run(words: &[&str]) -> Done {
    let mut arguments = PROGRAM.to_vec();
    // Many seeds are worth the minutes that it takes to build; one is not.
    if words.contains(&"--seeds") {
        arguments.extend(OPTIMISED);
    }
    arguments.push("--");
    arguments.extend(words);
    run::shown(&mut run::cargo(&arguments), "The simulation")
}
