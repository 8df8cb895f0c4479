//! What is generated and committed must be up to date: page, server and JS hosts read it.

use rollcall_core::{record, vector};
use rollcall_tests::{generated, schema};

fn assert_current(file: &std::path::Path, wanted: impl AsRef<[u8]>, command: &str) {
    let there = std::fs::read(file).unwrap_or_default();
    let name = file.display();
    assert!(there == wanted.as_ref(), "{name} is not up to date: run `cargo run -p rollcall-tests --bin {command}`");
}

#[test]
fn vectors_are_current() {
    let vectors = generated::vectors().unwrap();
    assert_current(&generated::vectors_file(), generated::vectors_text(&vectors).unwrap(), "vectors");
    assert_current(&generated::stored_vectors_file(), record::encode(&vectors), "vectors");
    assert_eq!(record::decode(&record::encode(&vectors)), Ok(vectors));
}

#[test]
fn vectors_hold_here() {
    let text = std::fs::read_to_string(generated::vectors_file()).unwrap();
    let report = vector::run(&serde_json::from_str(&text).unwrap());
    assert_eq!(report.failed, []);
    assert!(report.passed > 100, "only {} steps", report.passed);
}

#[test]
fn types_are_current() {
    assert_current(&generated::types_file(), generated::types(), "types");
}

#[test]
fn screens_are_current() {
    assert_current(&generated::screens_file(), generated::screens(), "screens");
}

#[test]
fn the_schema_of_the_api_is_current() {
    assert_current(&schema::file(), schema::text(), "schema");
}

/// Every route that the server answers, as the table of its answers to everybody has them.
#[test]
fn every_route_is_in_the_schema() {
    let table = include_str!("../../server/tests/it/routes.txt");
    let lines = table.lines().filter(|line| !line.starts_with(' ') && line.contains(" /api/"));
    let (mut asked, mut told): (Vec<_>, _) = (lines.map(str::to_owned).collect(), schema::addresses());
    asked.sort();
    told.sort();
    assert_eq!(told, asked);
}
