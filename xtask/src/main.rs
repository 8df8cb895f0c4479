//! `cargo xtask …`: what a person types to start, test, check or measure Rollcall, so that no shell script is needed.
mod artifact;
mod audit;
mod bench;
mod cli;
mod failure;
mod files;
mod fuzz;
mod npm;
mod packages;
mod places;
mod run;
mod screenshots;
mod setup;
mod simulate;
mod site;
mod stamp;
mod start;
mod step;
mod test;
mod tidy;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.is_told() {
                eprintln!("xtask: {failure}");
            }
            ExitCode::FAILURE
        }
    }
}
