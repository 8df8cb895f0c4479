//! What an entry of the log is about and where that is shown, and what filters of the log are called.

use crate::{
    numbers::number_id,
    route::{Route, TeamTab, UserTab},
    screen::Screen,
    t,
};
use rollcall_core::{
    Command, Directory, Key,
    command::Verb,
    query::{AuditEntry, AuditWay},
};

/// What a verb is called in a list of all of them.
pub fn verb_name(verb: Verb) -> String {
    t!(activity_verb, verb = verb.tag())
}

/// What a way of doing something is called in a list of all of them.
pub fn way_name(way: AuditWay) -> String {
    t!(activity_way, way = way.code())
}

/// What it is about and still there, by name, with where it is shown.
pub fn about(entry: &AuditEntry, names: &Directory) -> Vec<(String, Route)> {
    let mut found: Vec<(String, Route)> = Vec::new();
    let keys = entry.user.map(Key::User).into_iter().chain(entry.changes.0.iter().map(|change| change.key));
    for place in keys.filter_map(|key| place(key, names, UserTab::Activity)) {
        if !found.contains(&place) {
            found.push(place);
        }
        if found.len() == LINKS {
            break;
        }
    }
    found
}

/// So many things are linked at most: one entry may be about thousands.
const LINKS: usize = 4;

/// Where the thing is shown that a command is about, if it is still there.
pub fn about_command(command: &Command, names: &Directory) -> Option<Route> {
    let keys = command.user().map(Key::User).into_iter().chain(command.edits()).chain(command.makes());
    let mut places = keys.chain(command.needs()).filter_map(|key| place(key, names, UserTab::Profile));
    places.next().map(|(_, to)| to)
}

fn place(key: Key, names: &Directory, tab: UserTab) -> Option<(String, Route)> {
    let user = |id| Some((names.user(id)?.display_name().into_owned(), Route::User(id, tab)));
    match key {
        Key::User(id) | Key::CallHandling(id) | Key::Membership(_, id) => user(id),
        Key::Grant(grant) => user(grant.user),
        Key::Team(id) => Some((names.team(id)?.name.to_string(), Route::Team(id, TeamTab::Members))),
        Key::Contact(id) => Some((names.contact(id)?.name.to_string(), Route::At(Screen::Contacts, Some(id.uuid())))),
        Key::Licence(id) => Some((names.licence(id)?.name.to_string(), Route::At(Screen::Licences, None))),
        Key::Number(number) => {
            let number = names.number(number)?.number;
            Some((number.to_string(), Route::At(Screen::Numbers, Some(number_id(number)))))
        }
        Key::Role(id) => Some((names.role(id)?.name.to_string(), Route::At(Screen::Roles, Some(id.uuid())))),
        Key::Phone(id) => user(names.phone(id)?.user),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::{
        Record, Timestamp,
        command::{DisableTeam, SuspendUser},
        id::{TeamId, UserId},
        model::{Team, TeamKind, User, UserKind, UserState},
        value::TeamName,
    };

    #[test]
    fn a_command_leads_to_what_it_is_about_while_that_is_there() {
        let user = User::new(UserId::fixed(1), UserKind::Person, UserState::Active, Timestamp(0));
        let team = Team::new(TeamId::fixed(2), TeamName::parse("Sales").unwrap(), TeamKind::Team);
        let (user_id, team_id) = (user.id, team.id);
        let names = Directory::from_records([Record::User(user), Record::Team(team)]);
        let to = |command: Command| about_command(&command, &names);
        assert_eq!(to(SuspendUser { user: user_id }.into()), Some(Route::User(user_id, UserTab::Profile)));
        assert_eq!(to(DisableTeam { team: team_id }.into()), Some(Route::Team(team_id, TeamTab::Members)));
        assert_eq!(to(SuspendUser { user: UserId::fixed(9) }.into()), None);
    }
}
