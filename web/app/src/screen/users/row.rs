//! What a row shows of a user.

use super::Page;
use crate::{
    language::{self, t},
    list::{Cell, Line},
    text,
};
use leptos::prelude::*;
use rollcall_core::{
    Directory, Timestamp,
    id::UserId,
    query::{UserRow, UserStanding, user_row},
};

/// The contents of a row; tracked.
pub fn line(page: Page, id: UserId) -> Option<Line> {
    let pending = page.pending.with(|pending| pending.contains(&id));
    let undelivered = page.mails.concern(id);
    page.app.ask(|replica, now| of(replica.view(), now, id, pending, undelivered)).flatten()
}

fn of(view: &Directory, now: Timestamp, id: UserId, pending: bool, undelivered: bool) -> Option<Line> {
    let UserRow { name, email, position, extension, roles, permissions, licence, standing, expires, .. } =
        user_row(view, id, now)?;
    let email = text_of(email);
    let position = text_of(position);
    let mut roles: Vec<String> = roles.iter().map(ToString::to_string).collect();
    if !permissions.is_empty() {
        roles.push(t!(users_single_permissions, count = permissions.len()));
    }
    let mut teams: Vec<String> =
        view.teams_of(id).filter_map(|id| view.team(id)).map(|team| team.name.to_string()).collect();
    rollcall_core::sort::ascending(&mut teams);
    let title = match (standing, expires) {
        (UserStanding::Invited, Some(at)) => Some(t!(users_invitation_expires, when = text::time::until_text(at, now))),
        (UserStanding::Expired, Some(at)) => Some(t!(users_invitation_expired, when = text::time::ago_text(at, now))),
        _ => None,
    };
    let (word, tone) = text::standing(standing);
    let cells = vec![
        Cell::Who { name: name.clone(), sub: position.clone(), narrow: email.clone(), kind: "", sign: None },
        Cell::Text(position),
        Cell::Text(email),
        Cell::Number(text_of(extension)),
        Cell::Text(language::list(&roles)),
        Cell::Text(language::list(&teams)),
        Cell::Text(text_of(licence)),
        Cell::Text(view.user(id).map(|user| language::moment(user.created)).unwrap_or_default()),
        Cell::State { word, tone, title, undelivered, pending },
    ];
    Some(Line { name, muted: standing == UserStanding::Suspended, cells })
}

fn text_of(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
