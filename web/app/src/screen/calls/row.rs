//! What a row shows of a call.

use super::Page;
use crate::{
    language::{moment, say, t},
    list::{Cell, Line, Sign},
    text::time::{ago, clock},
    ui::icon::Icon,
};
use leptos::prelude::*;
use rollcall_core::{
    Context, Directory,
    id::CallId,
    model::CallDirection,
    query::{CallResult, CallRow, call_row, caller},
};
use rollcall_view::list::{call_direction_name, call_result_name};

/// A call in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub row: CallRow,
    /// What the contact is called who has the number, else the number; the other person of an internal call is not known.
    pub peer: String,
    /// The number, where it has a name besides.
    pub number: String,
    pub agent: String,
    pub team: String,
}

/// A call in words; none where it is not there.
pub fn told(names: &Directory, context: &Context, call: CallId) -> Option<Told> {
    let row = call_row(names, context, call)?;
    let called = row.call.peer.and_then(|peer| caller(names, peer));
    let number = row.call.peer.map(|peer| peer.to_string()).unwrap_or_default();
    let user = row.call.user.and_then(|user| names.user(user));
    let team = row.call.team.and_then(|team| names.team(team));
    let (peer, number) = match called {
        Some(name) => (name, number),
        None if number.is_empty() => (t!(calls_unknown_number), number),
        None => (number, String::new()),
    };
    let agent = user.map(|user| user.display_name().into_owned()).unwrap_or_default();
    Some(Told { row, peer, number, agent, team: team.map(|team| team.name.to_string()).unwrap_or_default() })
}

impl Told {
    /// Its texts in the order of the columns.
    pub fn texts(self) -> [String; 8] {
        let span = |span: Option<_>| span.map(clock).unwrap_or_default();
        let Self { row, peer, agent, team, .. } = self;
        [
            peer,
            agent,
            team,
            say(&call_direction_name(row.call.direction)),
            moment(row.call.started),
            span(row.waited),
            span(row.talked),
            say(&call_result_name(row.result)),
        ]
    }

    /// The tone of its result.
    pub const fn tone(&self) -> &'static str {
        match self.row.result {
            CallResult::Live => "accent",
            CallResult::Answered => "good",
            CallResult::Missed => "bad",
            CallResult::NotReached => "quiet",
        }
    }

    pub const fn sign(&self) -> Icon {
        match self.row.call.direction {
            CallDirection::Incoming => Icon::ArrowDown,
            CallDirection::Outgoing => Icon::ArrowUp,
            CallDirection::Internal => Icon::Phone,
        }
    }
}

/// The contents of a row; tracked.
pub fn line(page: Page, call: CallId) -> Option<Line> {
    let (told, when) = page.app.ask(|replica, now| {
        let told = told(replica.view(), &replica.context(now), call)?;
        let when = ago(told.row.call.started, now);
        Some((told, when))
    })??;
    if told.row.result == CallResult::Live {
        page.tick.track();
    }
    let (tone, sign, number) = (told.tone(), told.sign(), told.number.clone());
    let title = Some(moment(told.row.call.started));
    let [peer, agent, team, direction, _, waited, talked, word] = told.texts();
    let narrow = [agent.as_str(), team.as_str(), when.as_str()].into_iter().filter(|text| !text.is_empty());
    let narrow = narrow.collect::<Vec<_>>().join(" · ");
    let cells = vec![
        Cell::Who { name: peer.clone(), sub: number, narrow, kind: "", sign: Some(Sign::Icon(sign)) },
        Cell::Text(agent),
        Cell::Text(team),
        Cell::Text(direction),
        Cell::Text(when),
        Cell::Number(waited),
        Cell::Number(talked),
        Cell::State { word, tone, title, undelivered: false, pending: false },
    ];
    Some(Line { name: peer, muted: false, cells })
}
