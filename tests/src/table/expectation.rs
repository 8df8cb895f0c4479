//! What must come of a sentence: `refused no_seat_left(Standard), already_a_user`, or `ok` with facts that hold then.
//! Refusals and effects must be named completely; facts say what matters.

use super::{HOUR, words::Words, world::licences};
use crate::name;
use rollcall_core::{
    Decision, Directory, Effect, Refusal, Timestamp,
    id::UserId,
    model::{Granted, User},
};
use serde_json::Value;
use std::collections::BTreeSet;

/// Compares an answer with what the table says.
pub fn check(
    expected: &str,
    directory: &Directory,
    now: Timestamp,
    answer: &Result<Decision, Vec<Refusal>>,
) -> Result<(), String> {
    let got = || match answer {
        Ok(_) => "ok".to_owned(),
        Err(refusals) => format!("refused {}", said(directory, refusals).join(", ")),
    };
    match (expected.split_once(' '), answer) {
        (Some(("refused", codes)), Err(refusals)) => {
            let told = said(directory, refusals);
            let mut wanted = codes.split(',').map(str::trim);
            let same = told.len() == wanted.clone().count()
                && told.iter().all(|told| wanted.next().is_some_and(|wanted| told == wanted || plain(told) == wanted));
            if same { Ok(()) } else { Err(format!("it is {}", got())) }
        }
        _ if expected == "ok" || expected.starts_with("ok,") => {
            let Ok(decision) = answer else { return Err(format!("it is {}", got())) };
            let mut after = directory.clone();
            after.apply(&decision.changes);
            facts(expected, &after, now, decision)
        }
        (Some(("refused", _)), Ok(_)) => Err("it is ok".into()),
        _ => Err(format!("`{expected}` should be `ok` or `refused` with codes")),
    }
}

/// Each refusal as tables write it: the code, and what it is about.
fn said(directory: &Directory, refusals: &[Refusal]) -> Vec<String> {
    let licence = |id| directory.licence(id).map_or_else(String::new, |licence| licence.name.to_string());
    let about = |refusal: &Refusal| match refusal {
        Refusal::NotAllowed { permission: missing }
        | Refusal::OutranksActor { missing }
        | Refusal::GrantsMoreThanHeld { missing, .. } => Some(missing.as_str().to_owned()),
        Refusal::WrongState { state } => serde_json::to_value(state).ok()?.as_str().map(str::to_owned),
        Refusal::NoSeatLeft { licence: id, .. } | Refusal::WrongLicenceKind { licence: id } => Some(licence(*id)),
        _ => None,
    };
    let tell = |refusal: &Refusal| match about(refusal) {
        Some(what) => format!("{}({what})", refusal.code()),
        None => refusal.code().to_owned(),
    };
    refusals.iter().map(tell).collect()
}

fn plain(told: &str) -> &str {
    told.split('(').next().unwrap_or_default()
}

fn facts(expected: &str, after: &Directory, now: Timestamp, decision: &Decision) -> Result<(), String> {
    let mut effects = BTreeSet::new();
    for fact in expected.split(',').skip(1).map(str::trim) {
        let mut words = Words::of(fact);
        let holds = match words.next("a fact")? {
            "nothing" => words.eat("changes") && decision.changes.is_empty(),
            "mails" | "ends" | "forgets" => {
                words.rest();
                effects.insert(fact.to_owned())
            }
            "team" => {
                let team = after.team(name::team(words.next("the team")?));
                team.is_some() && words.eat("exists")
            }
            "organisation" => words.eat("exists") && after.organisation().is_some(),
            subject if is_licence(after, subject) => seats(after, subject, words.next("the seats")?),
            subject => user_fact(after, now, name::user(subject), &mut words)?,
        };
        words.end()?;
        if !holds {
            return Err(format!("`{fact}` does not hold"));
        }
    }
    let happened: BTreeSet<String> =
        decision.effects.iter().map(|effect| effect_text(after, decision, effect)).collect();
    if effects == happened { Ok(()) } else { Err(format!("the server does: {happened:?}")) }
}

fn is_licence(after: &Directory, name: &str) -> bool {
    after.licence(name::licence(name)).is_some()
}

/// `Standard 3/3`, or `Standard 3` without a limit.
fn seats(after: &Directory, licence: &str, said: &str) -> bool {
    let id = name::licence(licence);
    let taken = after.seats_taken(id);
    let text = match after.licence(id).and_then(|licence| licence.seats) {
        Some(seats) => format!("{taken}/{seats}"),
        None => taken.to_string(),
    };
    text == said
}

fn user_fact(after: &Directory, now: Timestamp, id: UserId, words: &mut Words<'_>) -> Result<bool, String> {
    let fact = words.next("what holds for the user")?;
    let Some(user) = after.user(id) else {
        let clean = after.grants_of(id).next().is_none() && after.teams_of(id).next().is_none();
        return Ok(fact == "gone" && clean);
    };
    Ok(match fact {
        "prepared" | "invited" | "active" | "suspended" => {
            serde_json::to_value(user.state).is_ok_and(|state| state == Value::String(fact.to_owned()))
        }
        "in" => after.membership(name::team(words.next("the team")?), id).is_some(),
        "is" => holds_role(after, id, words)?,
        "has" => licences(words)? == (user.licence, user.add_ons.clone()),
        "at" => user.extension().map(ToString::to_string).as_deref() == Some(words.next("the extension")?),
        "holds" => {
            let number = super::world::number(words.next("the number")?)?;
            after.number(number).is_some_and(|number| number.holder == Some(id))
        }
        "called" => user.profile.full_name.as_ref().map(ToString::to_string) == Some(words.rest()),
        "works" => {
            words.expect("as")?;
            user.profile.position.as_ref().map(ToString::to_string) == Some(words.rest())
        }
        "round" => user.invitation.map(|i| i.round.to_string()).as_deref() == Some(words.next("the round")?),
        "expires" => expires(user, now, words)?,
        other => return Err(format!("`{other}` is nothing that can be said of a user")),
    })
}

/// `is agent`, `is manager of Sales`
fn holds_role(after: &Directory, user: UserId, words: &mut Words<'_>) -> Result<bool, String> {
    let role = name::role(words.next("the role")?);
    let scope = super::world::scope(after.role(role).ok_or("no such role")?.scope, words)?;
    Ok(after.grants_of(user).any(|grant| grant.key.what == Granted::Role(role) && grant.key.scope == scope))
}

/// `expires in 24 hours`
fn expires(user: &User, now: Timestamp, words: &mut Words<'_>) -> Result<bool, String> {
    words.expect("in")?;
    let hours: i64 = words.next("how many hours")?.parse().map_err(|_| "that is no number of hours".to_owned())?;
    words.expect("hours")?;
    Ok(user.invitation.is_some_and(|invitation| invitation.expires.since(now).0 == hours * HOUR))
}

/// `mails c`, `ends sessions of c` …, by the local part of the user's address.
fn effect_text(after: &Directory, decision: &Decision, effect: &Effect) -> String {
    let (what, id) = match effect {
        Effect::SendInvitation { user } => ("mails", user),
        Effect::EndInvitation { user } => ("ends invitation of", user),
        Effect::EndSessions { user } => ("ends sessions of", user),
        Effect::ForgetSecrets { user } => ("forgets secrets of", user),
        Effect::ForcePasswordReset { user } => ("asks a new password of", user),
        Effect::SendWelcome { user } => ("welcomes", user),
        Effect::IdentifiersChanged { user } => ("signs in otherwise", user),
    };
    let mut before = Directory::default();
    before.undo(&decision.changes);
    let user = after.user(*id).or_else(|| before.user(*id));
    let email = user.and_then(User::email).map(ToString::to_string).unwrap_or_default();
    format!("{what} {}", email.split('@').next().unwrap_or_default())
}
