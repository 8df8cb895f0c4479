//! Writes tests/screens.json from the page's table of screens, for the browser tests.

use std::process::ExitCode;

fn main() -> ExitCode {
    let file = rollcall_tests::generated::screens_file();
    match std::fs::write(&file, rollcall_tests::generated::screens()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", file.display());
            ExitCode::FAILURE
        }
    }
}
