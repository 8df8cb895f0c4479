//! No list of a command is read to its end, however long somebody made it.

use rollcall_core::Command;
use rollcall_tests::generated::vectors;
use serde_json::Value;
use std::collections::BTreeSet;

/// What begins every list that has entries, in a JSON value: where it is.
fn lists(value: &Value, place: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| lists(field, &format!("{place}/{name}"), found));
        }
        Value::Array(entries) if !entries.is_empty() => {
            found.push(place.to_owned());
            entries.iter().enumerate().for_each(|(at, entry)| lists(entry, &format!("{place}/{at}"), found));
        }
        _ => {}
    }
}

/// The place without the numbers of entries: `set_answering/rules/0/when/hours` and the same in another rule are one.
fn kind(place: &str) -> String {
    place.split('/').filter(|part| part.parse::<usize>().is_err()).collect::<Vec<_>>().join("/")
}

#[test]
fn no_list_of_a_command_is_read_to_its_end() {
    let mut tried = BTreeSet::new();
    let vectors = vectors().unwrap();
    for step in vectors.vectors.iter().flat_map(|vector| &vector.steps) {
        let json = serde_json::to_value(&step.command).unwrap();
        let mut found = Vec::new();
        lists(&json, "", &mut found);
        for place in found {
            let mut long = json.clone();
            let Some(Value::Array(entries)) = long.pointer_mut(&place) else { continue };
            // Pictures are bytes; permissions and scopes are sets of what there is. They are bounded by what they are.
            let place = kind(&place);
            let is_set = place.ends_with("permissions") || place.ends_with("scopes");
            if is_set || entries.iter().all(Value::is_number) || !tried.insert(place.clone()) {
                continue;
            }
            let entry = entries[0].clone();
            entries.resize(5_001, entry);
            match serde_json::from_value::<Command>(long) {
                Ok(_) => panic!("{place} is read to its end"),
                Err(error) => assert!(error.to_string().contains("more than 5000 entries"), "{place}: {error}"),
            }
        }
    }
    let tried: Vec<&str> = tried.iter().map(String::as_str).collect();
    assert!(tried.len() > 15, "{tried:#?}");
}
