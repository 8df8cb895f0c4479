//! Whether calls of its teams ring at somebody (S4.8): it takes them, has a break, or is signed out of the queues.

use super::{One, parts::part};
use crate::{
    language::{self, t},
    text,
};
use leptos::prelude::*;
use rollcall_core::{
    Command,
    command::{SetPresence, Verb},
    model::PresenceState,
};

const ALL: [PresenceState; 3] = [PresenceState::Available, PresenceState::Break, PresenceState::SignedOut];

/// The part; nothing for who has no say in it.
pub fn presence(one: One) -> AnyView {
    let (app, user) = (one.app, one.id);
    let offered = Memo::new(move |_| one.offered(Verb::SetPresence));
    // Whoever never said anything is there.
    let stands = one.part(|detail| detail.presence.map(|presence| presence.state).unwrap_or(PresenceState::Available));
    let since = one.part(|detail| detail.presence.map(|presence| presence.since));
    let set = move |state: PresenceState| {
        let command: Command = SetPresence { user, state }.into();
        app.issue_saying(command.into(), text::presence(state), None);
    };
    let queues = Memo::new(move |_| {
        let teams = app.ask(|replica, _| {
            let view = replica.view();
            let routed = view.teams_of(user).filter_map(|id| view.team(id)).filter(|team| team.routing.is_some());
            routed.map(|team| team.name.to_string()).collect::<Vec<_>>()
        });
        teams.unwrap_or_default()
    });
    let choice = move |mine: PresenceState| {
        view! {
            <label>
                <input
                    type="radio"
                    name="presence"
                    prop:checked=move || stands.get() == Some(mine)
                    on:change=move |_| set(mine)
                />
                {text::presence(mine)}
            </label>
        }
    };
    let body = move || {
        let why_not = offered.get().and_then(|offered| offered.why_not);
        let blocked = why_not.is_some();
        view! {
            <fieldset class="field" disabled=blocked>
                <div class="choices" role="radiogroup" aria-label=t!(own_presence)>
                    {ALL.map(choice).into_iter().collect_view()}
                </div>
                <p class="hint">
                    {move || {
                        let since = since.get().flatten().map(|at| t!(own_presence_since, when = language::moment(at)));
                        let teams = queues.with(|queues| (!queues.is_empty()).then(|| t!(own_queues, teams = queues.clone())));
                        teams.into_iter().chain(since).collect::<Vec<_>>().join(" ")
                    }}
                </p>
                {why_not.map(|why| view! { <p class="hint">{why}</p> })}
            </fieldset>
        }
    };
    let shown = Memo::new(move |_| offered.with(Option::is_some));
    let waits = move || one.waits(&[Verb::SetPresence]);
    let draw = move || {
        shown.get().then(|| part("presence-title", t!(own_presence), t!(own_presence_note), waits, body.into_any()))
    };
    draw.into_any()
}
