//! Writes tests/vectors.json and tests/vectors.bin from the tables in tests/rules/.

use rollcall_core::record;
use rollcall_tests::generated;
use std::process::ExitCode;

fn main() -> ExitCode {
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => {
            eprintln!("{what}");
            ExitCode::FAILURE
        }
    }
}

fn write() -> Result<(), String> {
    let vectors = generated::vectors().map_err(|fault| fault.to_string())?;
    let text = generated::vectors_text(&vectors).map_err(|fault| fault.to_string())?;
    std::fs::write(generated::vectors_file(), text).map_err(|error| format!("vectors.json: {error}"))?;
    std::fs::write(generated::stored_vectors_file(), record::encode(&vectors))
        .map_err(|error| format!("vectors.bin: {error}"))
}
