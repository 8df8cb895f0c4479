//! Sentences about what is to happen to users by itself: off-boardings, invitations at a moment, and what is due.

use super::user;
use crate::{
    name,
    table::{
        part::{span, target},
        words::Words,
    },
};
use rollcall_core::{
    Directory, Timestamp,
    command::*,
    model::{LastSignIn, OffBoarding, Scheduled},
    time::Span,
};

/// `bob now numbers to user eve calls to team Sales teams to eve keeping licences deleting after 30 days`, `bob in 24 hours`,
/// `bob but calls to nothing` leaves the rest as it is, `bob never` calls it off.
pub fn off_board(words: &mut Words<'_>, directory: &Directory, now: Timestamp) -> Result<OffBoard, String> {
    let user = user(words)?;
    if words.eat("never") {
        return Ok(OffBoard { user, order: None });
    }
    let before = directory.scheduled(user).and_then(Scheduled::leaving).map(|leaving| leaving.order);
    let before = if words.eat("but") { before } else { None };
    order(words, before, now).map(|order| OffBoard { user, order: Some(order) })
}

/// `in 24 hours numbers to user eve …`
pub fn order(words: &mut Words<'_>, before: Option<OffBoarding>, now: Timestamp) -> Result<OffBoarding, String> {
    let mut order = before.unwrap_or(OffBoarding {
        suspend_at: now,
        numbers: None,
        calls: None,
        teams: None,
        keep_licences: false,
        delete_after: None,
    });
    let to = |words: &mut Words<'_>| {
        words.expect("to")?;
        if words.eat("nothing") { Ok(None) } else { target(words).map(Some) }
    };
    loop {
        if words.eat("now") {
            order.suspend_at = now;
        } else if words.eat("in") {
            order.suspend_at = now.after(span(words)?);
        } else if words.eat("numbers") {
            order.numbers = to(words)?;
        } else if words.eat("calls") {
            order.calls = to(words)?;
        } else if words.eat("teams") {
            words.expect("to")?;
            order.teams = if words.eat("nobody") { None } else { Some(user(words)?) };
        } else if words.eat("keeping") {
            words.expect("licences")?;
            order.keep_licences = true;
        } else if words.eat("deleting") {
            words.expect("after")?;
            let days = words.next("how many")?;
            order.delete_after = Some(days.parse().map_err(|_| format!("`{days}` is no number of days"))?);
            words.expect("days")?;
        } else if words.eat("staying") {
            order.delete_after = None;
        } else {
            return Ok(order);
        }
    }
}

/// `pat in 24 hours`, `pat never`
pub fn invitation(words: &mut Words<'_>, now: Timestamp) -> Result<ScheduleInvitation, String> {
    let user = user(words)?;
    if words.eat("never") {
        return Ok(ScheduleInvitation { user, at: None });
    }
    let at = if words.eat("now") {
        now
    } else {
        words.expect("in")?;
        now.after(span(words)?)
    };
    Ok(ScheduleInvitation { user, at: Some(at) })
}

/// `out bob`, as it was ordered; `out bob of eve`
pub fn carry_out(words: &mut Words<'_>, directory: &Directory) -> Result<CarryOut, String> {
    words.expect("out")?;
    let user = user(words)?;
    let by = match words.eat("of") {
        true => Some(name::user(words.next("who ordered it")?)),
        false => directory.scheduled(user).and_then(|scheduled| scheduled.by),
    };
    Ok(CarryOut { user, by })
}

/// `sign-ins of bob + eve`, `sign-ins of bob yesterday`
pub fn note_sign_ins(words: &mut Words<'_>, now: Timestamp) -> Result<NoteSignIns, String> {
    words.expect("sign-ins")?;
    words.expect("of")?;
    let users = words.list("who was signed in")?;
    let at = if words.eat("yesterday") { now.before(Span::days(1)) } else { now };
    let sign_in = |user: &str| LastSignIn { user: name::user(user), day: LastSignIn::day_of(at) };
    Ok(NoteSignIns { sign_ins: users.into_iter().map(sign_in).collect() })
}
