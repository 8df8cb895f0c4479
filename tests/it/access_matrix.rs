//! The access matrix that was reviewed is the one that holds, and no verb is missing from it.

use rollcall_tests::matrix;
use std::collections::BTreeSet;

#[test]
fn the_matrix_is_current() {
    let there = std::fs::read_to_string(matrix::file()).unwrap_or_default();
    let holds = matrix::text().unwrap();
    let changed: Vec<_> = holds.lines().filter(|line| !there.lines().any(|other| other == *line)).collect();
    assert!(
        there == holds,
        "who may do what has changed; if that is meant, run `cargo run -p rollcall-tests --bin access_matrix` and review \
         the difference against domain.md, section 5. New are:\n{}",
        changed.join("\n")
    );
}

#[test]
fn every_verb_has_a_row() {
    let snake = |verb: &&str| {
        let json = verb.chars().flat_map(|c| c.is_uppercase().then_some('_').into_iter().chain(c.to_lowercase()));
        json.collect::<String>().trim_start_matches('_').to_owned()
    };
    let verbs: BTreeSet<String> = rollcall_core::Command::VERBS.iter().map(snake).collect();
    let rows: BTreeSet<String> = matrix::verbs().map(str::to_owned).collect();
    assert_eq!(rows, verbs);
}
