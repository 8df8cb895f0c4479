//! Writes tests/vectors.json from the tables in tests/rules/.

use std::process::ExitCode;

fn main() -> ExitCode {
    let written = rollcall_tests::generated::vectors().map_err(|fault| fault.to_string()).and_then(|text| {
        std::fs::write(rollcall_tests::generated::vectors_file(), text)
            .map_err(|error| format!("vectors.json: {error}"))
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => {
            eprintln!("{what}");
            ExitCode::FAILURE
        }
    }
}
