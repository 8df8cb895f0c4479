//! What a row shows of a team.

use crate::{
    language::{self, say, t},
    list::{Cell, Line, Sign},
    screen::picture::picture_of,
    state::App,
};
use rollcall_core::{
    id::TeamId,
    model::AvatarOf,
    query::{TeamRow, team_row},
};
use rollcall_view::list::kind_name;

/// The contents of a row; tracked.
pub fn line(app: App, id: TeamId) -> Option<Line> {
    let row = app.ask(|replica, now| team_row(replica.view(), id, now)).flatten()?;
    let called_at = language::list(&called_at(&row));
    let (word, tone) = state(row.disabled);
    let name = row.name.to_string();
    let narrow = t!(teams_members, count = row.members);
    let roles: Vec<String> = row.roles.iter().map(ToString::to_string).collect();
    let sign = picture_of(app, AvatarOf::Team(id)).map(Sign::Picture);
    let cells = vec![
        Cell::Who { name: name.clone(), sub: String::new(), narrow, kind: "box", sign },
        Cell::Text(say(&kind_name(row.kind))),
        Cell::Number(language::number(row.members)),
        Cell::Text(language::list(&row.managers)),
        Cell::Text(language::list(&roles)),
        Cell::Number(language::number(row.channels)),
        Cell::Text(called_at),
        Cell::State { word, tone, title: None, undelivered: false, pending: false },
    ];
    Some(Line { name, muted: row.disabled, cells })
}

/// Whether it is in use, in a word, and the tone of its badge.
pub fn state(disabled: bool) -> (String, &'static str) {
    if disabled { (t!(teams_disabled), "") } else { (t!(teams_active), "good") }
}

/// Numbers and extensions that call it.
pub fn called_at(row: &TeamRow) -> Vec<String> {
    row.extensions.iter().map(ToString::to_string).chain(row.numbers.iter().map(ToString::to_string)).collect()
}
