//! What a row shows of somebody who has not come in yet.

use super::Page;
use crate::{
    language::{say, t},
    list::{Cell, Line},
    text,
};
use rollcall_core::{
    Timestamp,
    id::UserId,
    model::User,
    query::{EXPIRING, UserStanding, user_row},
};

/// How it stands, in a word, and the tone of its badge.
pub fn standing(stands: UserStanding, user: &User, scheduled: bool, now: Timestamp) -> (String, &'static str) {
    let soon = |expires: Timestamp| expires <= now.after(EXPIRING);
    match stands {
        UserStanding::Prepared if scheduled => (t!(invitations_scheduled), "accent"),
        UserStanding::Invited if user.invitation.is_some_and(|invitation| soon(invitation.expires)) => {
            (t!(invitations_soon), "warn")
        }
        other => text::standing(other),
    }
}

/// The contents of a row; tracked.
pub fn line(page: Page, id: UserId) -> Option<Line> {
    let pending = page.waits(id);
    let undelivered = page.mails.concern(id);
    let line = page.app.ask(|replica, now| {
        let names = replica.view();
        let (row, user) = (user_row(names, id, now)?, names.user(id)?);
        let invitation = user.invitation;
        let by = invitation.and_then(|invitation| names.user(invitation.by?));
        let email = row.email.map(|email| email.to_string()).unwrap_or_default();
        let due = names.scheduled(id).filter(|scheduled| scheduled.invitation().is_some());
        let (word, tone) = standing(row.standing, user, due.is_some(), now);
        // What is to come stands where otherwise stands when it was sent.
        let goes_out = || Some(t!(invitations_goes_out, when = text::time::until_text(due?.due()?, now)));
        let cells = vec![
            Cell::Who { name: row.name.clone(), sub: String::new(), narrow: email.clone(), kind: "", sign: None },
            Cell::Text(email),
            Cell::Text(invitation.map(|of| text::time::ago(of.sent, now)).or_else(goes_out).unwrap_or_default()),
            Cell::Text(by.map(|by| by.display_name().into_owned()).unwrap_or_default()),
            Cell::Text(invitation.map(|of| say(&text::time::until_text(of.expires, now))).unwrap_or_default()),
            Cell::Text(row.licence.map(|licence| licence.to_string()).unwrap_or_default()),
            Cell::State { word, tone, title: None, undelivered, pending },
        ];
        Some(Line { name: row.name, muted: false, cells })
    });
    line.flatten()
}
