//! What fields that find by name offer: people, and where calls can be sent.

use crate::{
    language::t,
    state::App,
    ui::{icon::Icon, picker::Pick},
};
use rollcall_core::{
    Directory,
    id::UserId,
    model::{Target, UserState},
    query::{closest_teams, closest_users},
    value::PhoneNumber,
};

/// So many people and so many teams are offered at once.
const OFFERED: usize = 6;

/// The users whose names come closest to what was typed; tracked, so that what is found follows what comes meanwhile.
pub fn users(app: App, words: &str) -> Vec<Pick> {
    let found = app.ask(|replica, _| {
        let names = replica.view();
        closest_users(names, words, OFFERED).into_iter().filter_map(|id| user(names, id)).collect::<Vec<_>>()
    });
    found.unwrap_or_default()
}

fn user(names: &Directory, id: UserId) -> Option<Pick> {
    let user = names.user(id).filter(|user| user.state != UserState::Suspended)?;
    let (name, sub) = (user.display_name().into_owned(), user.extension().map(ToString::to_string).unwrap_or_default());
    Some(Pick { value: id.to_string(), name, sub, sign: Icon::Users })
}

/// Users, teams and, of what is dialled, a number outside; tracked.
pub fn targets(app: App, words: &str) -> Vec<Pick> {
    let mut picks: Vec<Pick> = users(app, words);
    for pick in &mut picks {
        pick.value.insert_str(0, USER);
    }
    let rest = app.ask(|replica, _| {
        let names = replica.view();
        let team = |id| {
            let name = names.team(id)?.name.to_string();
            Some(Pick { value: format!("{TEAM}{id}"), name, sub: t!(teams_kind_team), sign: Icon::Teams })
        };
        let country = names.organisation().map(|organisation| organisation.country.clone());
        let number = PhoneNumber::typed(words, country.as_ref()).ok().map(|number| {
            let name = number.to_string();
            Pick { value: name.clone(), name, sub: String::new(), sign: Icon::Phone }
        });
        number.into_iter().chain(closest_teams(names, words, OFFERED).into_iter().filter_map(team)).collect::<Vec<_>>()
    });
    picks.extend(rest.unwrap_or_default());
    picks
}

const USER: &str = "user ";
const TEAM: &str = "team ";

/// The target that was picked; `voicemail`: of a user, its voicemail.
pub fn target(picked: &str, voicemail: bool) -> Option<Target> {
    if let Some(user) = picked.strip_prefix(USER) {
        let user = user.parse().ok()?;
        return Some(if voicemail { Target::Voicemail(user) } else { Target::User(user) });
    }
    match picked.strip_prefix(TEAM) {
        Some(team) => team.parse().ok().map(Target::Team),
        None => PhoneNumber::parse(picked).ok().map(Target::Number),
    }
}

/// What stands for a target, and whether it is a voicemail.
pub fn picked(target: Target) -> (String, bool) {
    match target {
        Target::User(user) => (format!("{USER}{user}"), false),
        Target::Voicemail(user) => (format!("{USER}{user}"), true),
        Target::Team(team) => (format!("{TEAM}{team}"), false),
        Target::Number(number) => (number.to_string(), false),
    }
}
