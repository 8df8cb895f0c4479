//! Organisations that an earlier version filled: it told names and addresses apart that are equal now. They load, everybody
//! keeps its name, and what was made first is what the name means.

#![expect(clippy::unwrap_used, reason = "this file is tests, helpers included")]

use crate::support::{ANN, NOW, as_user, organisation};
use rollcall_core::{
    Directory, Record, Refusal,
    command::{Command, CreateTeam, EditTeam, decide},
    id::{TeamId, UserId},
    model::{Identifier, IdentifierKind, Team, TeamKind, User, UserKind, UserState},
    query::{UserQuery, user_list},
    record::{Unreadable, decode, encode},
    value::{Email, Language, TeamName},
};

const FIRST: TeamId = TeamId::fixed(501);
const SECOND: TeamId = TeamId::fixed(502);

fn named(text: &str) -> TeamName {
    TeamName::parse(text).unwrap()
}

/// Two teams that are called the same.
fn two_teams(first_loads_last: bool) -> Directory {
    let mut teams = [(FIRST, "Straße"), (SECOND, "STRASSE")];
    if first_loads_last {
        teams.reverse();
    }
    let teams = teams.map(|(id, name)| Record::Team(Team::new(id, named(name), TeamKind::Department)));
    Directory::from_records(organisation().records().chain(teams))
}

#[test]
fn both_teams_keep_their_names_and_the_first_is_meant() {
    for first_loads_last in [false, true] {
        let mut directory = two_teams(first_loads_last);
        let owner = as_user(ANN);
        assert_eq!(directory.team_named("strasse"), Some(FIRST));
        let edit = |team, name: &str, kind| Command::EditTeam(EditTeam { team, name: named(name), kind });
        let create =
            CreateTeam { id: TeamId::fixed(503), name: named("strasse"), kind: TeamKind::Team, members: Vec::new() };
        let refused = decide(&directory, &owner, &Command::CreateTeam(create)).unwrap_err();
        assert!(refused.contains(&Refusal::NameTaken));
        // Each may be edited under the name that it has, in whatever spelling.
        for name in ["STRASSE", "Strasse"] {
            assert!(decide(&directory, &owner, &edit(SECOND, name, TeamKind::Site)).is_ok(), "{name}");
        }
        let renaming = decide(&directory, &owner, &edit(FIRST, "Road", TeamKind::Department)).unwrap();
        directory.apply(&renaming.changes);
        assert_eq!(directory.team_named("strasse"), Some(SECOND), "the name falls to the other one");
        assert_eq!(directory.team_named("road"), Some(FIRST));
        let back = decide(&directory, &owner, &edit(FIRST, "Straße", TeamKind::Department)).unwrap_err();
        assert!(back.contains(&Refusal::NameTaken));
        directory.undo(&renaming.changes);
        assert_eq!(directory.team_named("strasse"), Some(FIRST));
    }
}

#[test]
fn whoever_is_in_either_team_is_found_by_its_name() {
    let mut directory = two_teams(false);
    for team in [FIRST, SECOND] {
        let add = rollcall_core::command::AddMember { team, user: ANN };
        let change = decide(&directory, &as_user(ANN), &Command::AddMember(add)).unwrap();
        directory.apply(&change.changes);
        let search = UserQuery { search: "straße".into(), ..UserQuery::default() };
        assert_eq!(user_list(&directory, &search, NOW).users.len(), 1);
        directory.undo(&change.changes);
    }
}

#[test]
fn of_two_users_with_one_mailbox_the_first_signs_in_with_it() {
    let user = |id, text: &str| {
        let email = Identifier::Email(Email::parse(text).unwrap());
        let user = User::new(UserId::fixed(id), UserKind::Person, UserState::Active, NOW);
        Record::User(User { identifiers: vec![email], ..user })
    };
    let users = [user(902, "ann@xn--mnchen-3ya.de"), user(901, "ann@münchen.de")];
    let directory = Directory::from_records(organisation().records().chain(users));
    let found = directory.user_identified(IdentifierKind::Email, "ann@münchen.de");
    assert_eq!(found, Some(UserId::fixed(901)));
}

/// What could be typed once, and is refused now, doesn't keep an organisation from being loaded.
#[test]
fn stored_texts_that_are_refused_now_are_read() {
    let stored = |text: &str| encode(&text.to_owned());
    assert_eq!(decode::<TeamName>(&stored("\u{200B}")).unwrap().as_str(), "_");
    assert_eq!(decode::<TeamName>(&stored("Sa\u{200B}les")).unwrap().as_str(), "Sales");
    assert_eq!(decode::<Email>(&stored("\u{3164}@x.io")).unwrap().as_str(), "_@x.io");
    assert_eq!(decode::<Language>(&stored("zh-yue")).unwrap().as_str(), "und");
    assert_eq!(decode::<TeamName>(&stored("")), Err(Unreadable::Damaged), "nobody could type that");
    assert!(serde_json::from_str::<TeamName>("\"\u{200B}\"").is_err());
    assert!(serde_json::from_str::<Email>("\"\u{3164}@x.io\"").is_err());
    assert!(serde_json::from_str::<Language>("\"zh-yue\"").is_err());
}
