//! `cargo xtask simulate …`: a long run of the simulator, or one seed of it again.
use crate::failure::Done;
use crate::run;

const PROGRAM: [&str; 7] = ["run", "--quiet", "-p", "rollcall-simulator", "--bin", "simulate", "--"];

pub fn run(words: &[&str]) -> Done {
    let mut arguments = PROGRAM.to_vec();
    arguments.extend(words);
    run::shown(&mut run::cargo(&arguments), "The simulation")
}
