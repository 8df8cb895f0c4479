//! Writes docs/api.schema.json from the types of the API.

use std::process::ExitCode;

fn main() -> ExitCode {
    let file = rollcall_tests::schema::file();
    match std::fs::write(&file, rollcall_tests::schema::text()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", file.display());
            ExitCode::FAILURE
        }
    }
}
