//! Writes web/js/types.d.ts from the types of the core.

use std::process::ExitCode;

fn main() -> ExitCode {
    let file = rollcall_tests::generated::types_file();
    match std::fs::write(&file, rollcall_tests::generated::types()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", file.display());
            ExitCode::FAILURE
        }
    }
}
