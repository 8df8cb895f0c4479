//! What a row shows of a user.

use super::Page;
use crate::{
    language::{self, say, t},
    list::{Cell, Line, Sign, offered},
    moment::day_text,
    text,
    ui::icon::Icon,
};
use leptos::prelude::*;
use rollcall_core::{
    Key, Timestamp,
    command::Verb,
    id::UserId,
    model::{Identifier, UserKind},
    query::{UserRow, UserStanding, user_row},
    sync::Replica,
};
use rollcall_view::list::user_kind_name;

/// The contents of a row; tracked.
pub fn line(page: Page, id: UserId) -> Option<Line> {
    let pending = page.pending.with(|pending| pending.contains(&id));
    let undelivered = page.mails.concern(id);
    page.app.ask(|replica, now| of(replica, now, id, pending, undelivered)).flatten()
}

fn of(replica: &Replica, now: Timestamp, id: UserId, pending: bool, undelivered: bool) -> Option<Line> {
    let view = replica.view();
    let user = view.user(id)?;
    let UserRow {
        kind,
        name,
        email,
        position,
        extension,
        roles,
        permissions,
        licence,
        standing,
        expires,
        last_sign_in,
        ..
    } = user_row(view, id, now)?;
    let email = text_of(email);
    let position = text_of(position);
    let mut roles: Vec<String> = roles.iter().map(ToString::to_string).collect();
    if !permissions.is_empty() {
        roles.push(t!(users_single_permissions, count = permissions.len()));
    }
    let teams = sorted(view.teams_of(id).filter_map(|id| view.team(id)).map(|team| team.name.to_string()).collect());
    let add_ons = user.add_ons.iter().filter_map(|id| view.licence(*id)).map(|add_on| add_on.name.to_string());
    let numbers = view.numbers_of(id).map(|number| number.number.to_string());
    let (mut mobiles, mut logins) = (Vec::new(), Vec::new());
    for identifier in &user.identifiers {
        match identifier {
            Identifier::Mobile(number) => mobiles.push(number.to_string()),
            Identifier::Login(login) => logins.push(login.to_string()),
            Identifier::Email(_) => {}
        }
    }
    let kind_name = say(&user_kind_name(kind));
    let extension = text_of(extension);
    let act = if extension.is_empty() {
        free(replica, now, Verb::AssignExtension, id).then(|| t!(users_assign_to, name = &name))
    } else {
        let unassign = || t!(users_unassign_from, extension = &extension, name = &name);
        free(replica, now, Verb::UnassignExtension, id).then(unassign)
    };
    let person = kind == UserKind::Person;
    let sub = if person || !position.is_empty() { position.clone() } else { kind_name.clone() };
    let narrow = if person { email.clone() } else { kind_name.clone() };
    let title = match (standing, expires) {
        (UserStanding::Invited, Some(at)) => Some(t!(users_invitation_expires, when = text::time::until_text(at, now))),
        (UserStanding::Expired, Some(at)) => Some(t!(users_invitation_expired, when = text::time::ago_text(at, now))),
        _ => None,
    };
    let (word, tone) = text::standing(standing);
    let cells = vec![
        Cell::Who { name: name.clone(), sub, narrow, kind: "", sign: sign(kind).map(Sign::Icon) },
        Cell::Text(position),
        Cell::Text(email),
        Cell::Held { text: extension, act },
        Cell::Text(language::list(&roles)),
        Cell::Text(language::list(&teams)),
        Cell::Text(text_of(licence)),
        Cell::Text(language::list(&sorted(add_ons.collect()))),
        Cell::Number(language::list(&numbers.collect::<Vec<_>>())),
        Cell::Number(language::list(&mobiles)),
        Cell::Text(language::list(&logins)),
        Cell::Text(kind_name),
        Cell::Text(text_of(user.profile.language.as_ref())),
        Cell::Text(text_of(user.profile.time_zone.as_ref())),
        Cell::Text(last_sign_in.map(day_text).unwrap_or_default()),
        Cell::Text(language::moment(user.created)),
        Cell::State { word, tone, title, undelivered, pending },
    ];
    Some(Line { name, muted: standing == UserStanding::Suspended, cells })
}

/// What stands in place of the initials of something that is no person.
pub(super) const fn sign(kind: UserKind) -> Option<Icon> {
    match kind {
        UserKind::Person => None,
        UserKind::Service => Some(Icon::Monitor),
        UserKind::ConferenceBridge => Some(Icon::Teams),
        UserKind::AutoAttendant => Some(Icon::Hash),
        UserKind::CallQueue => Some(Icon::Clock),
    }
}

/// Whether nothing speaks against it.
fn free(replica: &Replica, now: Timestamp, verb: Verb, id: UserId) -> bool {
    offered(replica, now, verb, &Key::User(id)).is_some_and(|offer| offer.why_not.is_empty())
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    rollcall_core::sort::ascending(&mut names);
    names
}

fn text_of(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
