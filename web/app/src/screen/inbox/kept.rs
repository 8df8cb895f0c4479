//! The fields of an edit that came back: what its author typed, and beside it, where somebody else changed them first, what stands, by
//! whom and since when.

use crate::{
    language::{say, t},
    text,
};
use leptos::prelude::*;
use rollcall_core::{
    Command, Directory, Timestamp,
    refusal::FieldPath,
    sync::{Kept, Outcome, Rejected, Replica},
};
use rollcall_words::{name, value_of};

/// A field with the values of it, ready to be shown; a line each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    name: String,
    mine: Vec<String>,
    /// What somebody else put there, with a sentence about who and when.
    theirs: Option<(Vec<String>, String)>,
}

/// The fields that were kept out of an edit; none when what it is about is gone.
pub fn fields(rejected: &Rejected, replica: &Replica, now: Timestamp) -> Vec<Field> {
    let (Outcome::Merged { kept, .. }, names) = (&rejected.outcome, replica.view()) else { return Vec::new() };
    let mine = &rejected.envelope.command;
    let Some(theirs) = mine.standing_values(names) else { return Vec::new() };
    let field = |kept: &Kept| Field {
        name: say(&name::field(kept.field)),
        mine: lines(mine, &kept.path(), &theirs, names),
        theirs: Some((lines(&theirs, &kept.path(), mine, names), changed_by(kept, replica, now))),
    };
    kept.iter().map(field).collect()
}

/// What was typed into a refused edit. Its author may have lost all sight of what it is about: then it stands nowhere else.
pub fn typed(rejected: &Rejected, names: &Directory) -> Vec<Field> {
    let (mine, seen) = (&rejected.envelope.command, &rejected.envelope.seen);
    let field = |seen: &Command, path: &FieldPath| Field {
        name: say(&name::field(path.field)),
        mine: lines(mine, path, seen, names),
        theirs: None,
    };
    seen.iter().flat_map(|seen| mine.differing(seen).into_iter().map(move |path| field(seen, &path))).collect()
}

fn lines(command: &Command, path: &FieldPath, other: &Command, names: &Directory) -> Vec<String> {
    let lines: Vec<String> = value_of(command, path, other, names).iter().map(say).collect();
    if lines.is_empty() { vec![t!(value_none)] } else { lines }
}

fn changed_by(Kept { by, at, .. }: &Kept, replica: &Replica, now: Timestamp) -> String {
    let Some(at) = at else { return t!(merged_by_somebody) };
    let when = text::time::ago_text(*at, now);
    match by {
        None => t!(merged_by_program, when),
        Some(user) if *user == replica.user() => t!(merged_by_you, when),
        Some(user) => match replica.view().user(*user) {
            Some(user) => t!(merged_by, who = user.display_name().into_owned(), when),
            None => t!(merged_by_somebody),
        },
    }
}

/// The values of each.
pub fn shown(fields: Vec<Field>) -> impl IntoView {
    let value = |class, title: String, lines: Vec<String>, note: Option<String>| {
        let lines = lines.into_iter().map(|line| view! { <p dir="auto">{line}</p> }).collect_view();
        view! {
            <div class=class>
                <dt>{title}</dt>
                <dd>{lines} {note.map(|note| view! { <p class="faint" dir="auto">{note}</p> })}</dd>
            </div>
        }
    };
    let field = |field: Field| {
        let class = if field.theirs.is_some() { "kept" } else { "kept alone" };
        let theirs = field.theirs.map(|(lines, by)| value("theirs", t!(merged_theirs), lines, Some(by)));
        view! {
            <section class=class>
                <h4>{field.name}</h4>
                <dl>{value("mine", t!(merged_mine), field.mine, None)} {theirs}</dl>
            </section>
        }
    };
    fields.into_iter().map(field).collect_view()
}
