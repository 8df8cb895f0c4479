//! What a row shows of a colleague.

use super::Page;
use crate::{
    list::{Cell, Line},
    text,
};
use rollcall_core::{
    Timestamp,
    id::UserId,
    query::{AgentState, agent_state, user_row},
    sync::Replica,
};

/// Whether it can be reached, in a word, and the tone of its badge.
pub fn standing(replica: &Replica, id: UserId, now: Timestamp) -> (String, &'static str) {
    let state = agent_state(replica.view(), id, now);
    let tone = match state {
        AgentState::Available => "good",
        AgentState::OnCall => "accent",
        AgentState::Break => "warn",
        AgentState::SignedOut | AgentState::NoPhone | AgentState::Inactive => "",
    };
    (text::agent(state), tone)
}

/// The contents of a row; tracked.
pub fn line(page: Page, id: UserId) -> Option<Line> {
    let line = page.app.ask(|replica, now| {
        let row = user_row(replica.view(), id, now)?;
        let said = |value: Option<String>| value.unwrap_or_default();
        let extension = said(row.extension.map(|extension| extension.to_string()));
        let email = said(row.email.map(|email| email.to_string()));
        let position = said(row.position.map(|position| position.to_string()));
        let (word, tone) = standing(replica, id, now);
        let narrow = [position.as_str(), extension.as_str()].into_iter().find(|text| !text.is_empty());
        let narrow = narrow.unwrap_or(&email).to_owned();
        let cells = vec![
            Cell::Who { name: row.name.clone(), sub: String::new(), narrow, kind: "", sign: None },
            Cell::Text(position),
            Cell::Number(extension),
            Cell::Text(email),
            Cell::State { word, tone, title: None, undelivered: false, pending: false },
        ];
        Some(Line { name: row.name, muted: false, cells })
    });
    line.flatten()
}
