//! What each verb does with what others did meanwhile (tests/edits.txt): no verb is forgotten, and what is said of those that
//! merge is so.

#![expect(clippy::unwrap_used, reason = "this file is tests, helpers included")]

use rollcall_core::{Command, refusal::Field};
use rollcall_tests::{
    generated::{table_files, vectors},
    table::Table,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Each verb with what is said of it: `merges` and its fields, or another word.
fn said() -> BTreeMap<String, (String, BTreeSet<String>)> {
    let mut said = BTreeMap::new();
    for line in include_str!("../edits.txt").lines() {
        let line = line.split('#').next().unwrap().trim();
        let Some((verb, rest)) = line.split_once(char::is_whitespace) else { continue };
        let (how, what) = rest.trim().split_once(':').unwrap_or((rest.trim(), ""));
        let fields = what.split(',').map(|field| field.trim().to_owned()).filter(|field| !field.is_empty());
        let fields = if how == "merges" { fields.collect() } else { BTreeSet::new() };
        assert!(matches!(how, "merges" | "adds" | "ends" | "whole"), "{verb} {how}");
        assert_eq!(how == "whole", !what.trim().is_empty() && how != "merges", "{verb}: why");
        assert!(said.insert(verb.to_owned(), (how.to_owned(), fields)).is_none(), "{verb} stands twice");
    }
    said
}

fn verb(command: &Command) -> String {
    serde_json::to_value(command).unwrap().as_object().unwrap().keys().next().unwrap().clone()
}

fn code(field: Field) -> String {
    match serde_json::to_value(field).unwrap() {
        Value::String(code) => code,
        other => other.to_string(),
    }
}

#[test]
fn each_verb_says_what_it_does_with_what_others_did() {
    let verbs: BTreeSet<String> =
        table_files().unwrap().iter().map(|file| file.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(said().into_keys().collect::<BTreeSet<_>>(), verbs);
}

#[test]
fn those_that_merge_do_and_no_others() {
    let (said, mut merged) = (said(), BTreeSet::new());
    for file in table_files().unwrap() {
        for (command, seen) in Table::open(&file).unwrap().commands() {
            let verb = verb(command);
            assert_eq!(command.edits().is_some(), said[&verb].0 == "merges", "{verb}");
            if seen.is_some() {
                merged.insert(verb);
            }
        }
    }
    let all = said.into_iter().filter(|(_, (how, _))| how == "merges").map(|(verb, _)| verb);
    assert_eq!(merged, all.collect(), "these have a table of edits that merge");
}

/// The fields in which edits of the tables differ are those that are told, and each of these is named there.
#[test]
fn the_fields_are_those_that_are_told() {
    let said = said();
    let mut commands: BTreeMap<String, Vec<Command>> = BTreeMap::new();
    for step in vectors().unwrap().vectors.into_iter().flat_map(|vector| vector.steps) {
        commands.entry(verb(&step.command)).or_default().extend([Some(step.command), step.seen].into_iter().flatten());
    }
    for (verb, (_, fields)) in said.iter().filter(|(_, (how, _))| how == "merges") {
        for field in fields {
            assert!(
                serde_json::from_value::<Field>(Value::String(field.clone())).is_ok(),
                "{verb}: {field} is no field"
            );
        }
        let of = &commands[verb];
        let found =
            of.iter().flat_map(|one| of.iter().flat_map(|other| one.differing(other))).map(|path| code(path.field));
        let found: BTreeSet<String> = found.collect();
        let untold: Vec<_> = found.difference(fields).collect();
        assert!(untold.is_empty(), "{verb}: {untold:?}");
    }
}
