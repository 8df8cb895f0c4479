//! A table that is wrong must say so, with file and line.

use super::*;

const WORLD: &str = "users: ann owner, bob agent · plan Standard seats 2/3\n";

fn fault(text: &str) -> String {
    Table::try_all("a.txt", text).unwrap_err().to_string()
}

#[test]
fn what_holds_passes_and_becomes_vectors() {
    let text = format!("{WORLD}# a comment\nann invites c@x.io with Standard -> ok,\n    Standard 3/3, mails c\n");
    let table = Table::try_all("a.txt", &text).unwrap();
    assert_eq!(table.verbs(), ["invite_user"]);
    let vectors = table.vectors();
    assert_eq!((vectors[0].name.as_str(), vectors[0].steps.len()), ("a.txt:1", 1));
}

#[test]
fn a_wrong_expectation_names_its_line_and_what_is_the_case() {
    let said = |line: &str| fault(&format!("{WORLD}\n{line}\n"));
    assert_eq!(said("bob suspends ann -> ok"), "a.txt:3: it is refused not_allowed(user.suspend)");
    assert_eq!(said("ann suspends bob -> refused oneself"), "a.txt:3: it is ok");
    assert_eq!(said("ann suspends bob -> ok, bob active, ends sessions of bob"), "a.txt:3: `bob active` does not hold");
    assert_eq!(said("ann suspends bob -> ok"), "a.txt:3: the server does: {\"ends sessions of bob\"}");
    assert_eq!(said("ann suspends ann -> refused oneself"), "a.txt:3: it is refused oneself, last_owner");
}

#[test]
fn what_is_not_understood_is_named() {
    assert_eq!(fault("ann deletes bob -> ok"), "a.txt:1: a sentence before any world: say `users: …` first");
    assert_eq!(fault(&format!("{WORLD}ann hugs bob -> ok")), "a.txt:2: there is no verb `hugs`");
    assert_eq!(fault(&format!("{WORLD}ann deletes -> ok")), "a.txt:2: it ends where the user should stand");
    assert_eq!(fault(&format!("{WORLD}ann deletes bob now -> ok")), "a.txt:2: `now` is not understood here");
    assert_eq!(
        fault(&format!("{WORLD}ann deletes bob -> maybe")),
        "a.txt:2: `maybe` should be `ok` or `refused` with codes"
    );
    assert_eq!(fault("users: ann boss\n"), "a.txt:1: `boss` is neither a state nor a role made before");
    assert_eq!(fault("users: bob agent\nbob deletes bob -> ok"), "a.txt:1: invariant 2: no active owner");
    assert_eq!(fault(WORLD), "a.txt:1: no sentence follows this world");
    assert_eq!(fault("\n# nothing\n"), "a.txt:0: the table has no world and no sentence");
}
