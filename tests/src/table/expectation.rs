//! What must come of a sentence: `refused no_seat_left(Standard), already_a_user`, or `ok` with facts that hold then.
//! Refusals, effects and fields that are kept out of an edit (`keeps position`) must be named completely; facts say what matters.

use super::{fact, words::Words};
use rollcall_core::{
    Decision, Directory, Effect, Refusal, Refusals, Timestamp,
    command::{Edited, Handed},
    model::{RoleScope, User},
    refusal::{Field, FieldPath},
};
use std::collections::BTreeSet;

/// Compares an answer with what the table says.
pub fn check(
    expected: &str,
    directory: &Directory,
    now: Timestamp,
    answer: &Result<Edited, Refusals>,
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
            let Ok(edited) = answer else { return Err(format!("it is {}", got())) };
            let mut after = directory.clone();
            after.apply(&edited.decision.changes);
            facts(expected, &after, now, edited)
        }
        (Some(("refused", _)), Ok(_)) => Err("it is ok".into()),
        _ => Err(format!("`{expected}` should be `ok` or `refused` with codes")),
    }
}

/// Each refusal as tables write it: the code, and what it is about.
fn said(directory: &Directory, refusals: &[Refusal]) -> Vec<String> {
    let licence = |id| directory.licence(id).map_or_else(String::new, |licence| licence.name.to_string());
    let reach = |scope: RoleScope| format!("{scope:?}").to_lowercase();
    let about = |refusal: &Refusal| match refusal {
        Refusal::NotAllowed { permission: missing }
        | Refusal::PermissionNotHeld { permission: missing }
        | Refusal::ReachesOthers { permission: missing }
        | Refusal::OutranksActor { missing }
        | Refusal::GrantsMoreThanHeld { missing, .. } => Some(missing.as_str().to_owned()),
        Refusal::Invalid { field, .. } => code(field),
        Refusal::ScopeNotAllowed { allowed, .. } => Some(allowed.iter().map(reach).collect::<Vec<_>>().join(" or ")),
        Refusal::ScopeInUse { scope } => Some(reach(*scope)),
        Refusal::TooMany { max } => Some(max.to_string()),
        Refusal::TooManyChanges { changes, .. } => Some(changes.to_string()),
        Refusal::SeatsInUse { taken } => Some(taken.to_string()),
        Refusal::RoutedTo { by } => Some(by.len().to_string()),
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

/// What a field is called in tables.
fn code(field: &Field) -> Option<String> {
    serde_json::to_value(field).ok()?.as_str().map(str::to_owned)
}

/// The same of what is kept out, with the key in extra information: `extra.room`.
fn kept_as(path: &FieldPath) -> Option<String> {
    let field = code(&path.field)?;
    Some(match &path.key {
        Some(key) => format!("{field}.{key}"),
        None => field,
    })
}

fn plain(told: &str) -> &str {
    told.split('(').next().unwrap_or_default()
}

fn facts(expected: &str, after: &Directory, now: Timestamp, edited: &Edited) -> Result<(), String> {
    let Edited { decision, kept, .. } = edited;
    let (mut effects, mut keeps) = (BTreeSet::new(), BTreeSet::new());
    for said in expected.split(',').skip(1).map(str::trim) {
        let mut words = Words::of(said);
        let first = words.next("a fact")?;
        if matches!(first, "mails" | "ends" | "forgets" | "asks" | "welcomes" | "signs" | "lets" | "erases" | "hands") {
            effects.insert(said.to_owned());
            continue;
        }
        if first == "keeps" {
            keeps.insert(words.next("a field")?.to_owned());
            words.end()?;
            continue;
        }
        let holds = match first {
            "nothing" => words.eat("changes") && decision.changes.is_empty(),
            subject => fact::holds(after, now, subject, &mut words)?,
        };
        words.end()?;
        if !holds {
            return Err(format!("`{said}` does not hold"));
        }
    }
    let kept: BTreeSet<String> = kept.iter().filter_map(kept_as).collect();
    if keeps != kept {
        return Err(format!("it keeps: {kept:?}"));
    }
    let happened: BTreeSet<String> =
        decision.effects.iter().map(|effect| effect_text(after, decision, effect)).collect();
    if effects == happened { Ok(()) } else { Err(format!("the server does: {happened:?}")) }
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
        Effect::SendRecovery { user } => ("lets in", user),
        Effect::Erase { user } => ("erases", user),
        Effect::HandOver { user, what: Handed::Invitation } => ("hands link to", user),
        Effect::HandOver { user, what: Handed::Password } => ("hands password to", user),
        Effect::IdentifiersChanged { user } => ("signs in otherwise", user),
    };
    let mut before = Directory::default();
    before.undo(&decision.changes);
    let user = after.user(*id).or_else(|| before.user(*id));
    let called = user.map(User::display_name).unwrap_or_default().to_lowercase();
    let email = user.and_then(User::email).map_or(called, ToString::to_string);
    // Of somebody who went before, only the id is known.
    format!("{what} {}", email.split('@').next().unwrap_or_default()).trim_end().to_owned()
}
