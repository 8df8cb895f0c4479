//! Writes tests/access_matrix.txt.

use std::process::ExitCode;

fn main() -> ExitCode {
    let file = rollcall_tests::matrix::file();
    let written = rollcall_tests::matrix::text()
        .and_then(|text| std::fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display())));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => {
            eprintln!("{what}");
            ExitCode::FAILURE
        }
    }
}
