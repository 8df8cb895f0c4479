//! The fields of an edit that somebody else changed first: both values side by side, who changed it and when.

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

/// A field with both values, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    name: String,
    /// A line each.
    mine: Vec<String>,
    theirs: Vec<String>,
    by: String,
}

/// The fields that were kept out of an edit; none when what it is about is gone.
pub fn fields(rejected: &Rejected, replica: &Replica, now: Timestamp) -> Vec<Field> {
    let (Outcome::Merged { kept, .. }, names) = (&rejected.outcome, replica.view()) else { return Vec::new() };
    let mine = &rejected.envelope.command;
    let Some(theirs) = mine.standing_values(names) else { return Vec::new() };
    let field = |kept: &Kept| Field {
        name: say(&name::field(kept.field)),
        mine: lines(mine, &kept.path(), &theirs, names),
        theirs: lines(&theirs, &kept.path(), mine, names),
        by: changed_by(kept, replica, now),
    };
    kept.iter().map(field).collect()
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

/// Both values of each.
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
        view! {
            <section class="kept">
                <h4>{field.name}</h4>
                <dl>
                    {value("mine", t!(merged_mine), field.mine, None)}
                    {value("theirs", t!(merged_theirs), field.theirs, Some(field.by))}
                </dl>
            </section>
        }
    };
    fields.into_iter().map(field).collect_view()
}
