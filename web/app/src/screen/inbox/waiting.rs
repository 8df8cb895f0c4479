//! Work that has no verdict yet: on this device, or on its way.

use super::titled;
use crate::{
    language::{self, t},
    router::Route,
    state::App,
    text,
    ui::icon::{Icon, icon},
};
use leptos::prelude::*;
use rollcall_core::sync::Seq;

/// More than these are counted, not listed.
const LISTED: usize = 100;

/// The work that waits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    pub all: usize,
    listed: Vec<Line>,
}

/// One command that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    title: String,
    about: Option<Route>,
    note: String,
    standing: String,
    when: String,
}

/// What waits, oldest first.
pub fn items(app: App) -> Memo<Waiting> {
    Memo::new(move |_| {
        let sent = app.status().map_or(Seq(0), |status| status.sending);
        let waiting = app.ask(|replica, now| {
            let listed = replica.pending().take(LISTED).map(|pending| Line {
                title: text::command::title(&pending.envelope.command, replica.view()),
                about: text::history::about_command(&pending.envelope.command, replica.view()),
                note: match &pending.refusals {
                    None => text::command::details(&pending.envelope.command, replica.view()),
                    Some(refusals) => {
                        t!(waiting_may_be_refused, reasons = text::refusals(refusals, Some(replica.view())))
                    }
                },
                standing: if pending.envelope.seq <= sent { t!(waiting_on_its_way) } else { t!(waiting_here) },
                when: text::time::ago(pending.envelope.claimed, now),
            });
            Waiting { all: replica.pending().len(), listed: listed.collect() }
        });
        waiting.unwrap_or_default()
    })
}

/// The list.
#[component]
pub fn Waiting(items: Memo<Waiting>) -> impl IntoView {
    let line = |line: Line| {
        view! {
            <li>
                {icon(Icon::Clock)}
                <div class="clip">
                    <p class="clip" dir="auto" title=line.title.clone()>{titled(line.title.clone(), line.about)}</p>
                    <p class="clip faint" dir="auto" title=line.note.clone()>{line.note.clone()}</p>
                </div>
                <div class="standing">
                    <span class="badge">{line.standing}</span>
                    <span class="faint">{line.when}</span>
                </div>
            </li>
        }
    };
    view! {
        <section class="group" aria-labelledby="waiting-title">
            <h2 id="waiting-title">
                {t!(waiting_title)} " "
                <span class="badge bare number">{move || language::number(items.with(|waiting| waiting.all))}</span>
            </h2>
            <ul class="lines">{move || items.get().listed.into_iter().map(line).collect_view()}</ul>
            {move || {
                items
                    .with(|waiting| (waiting.all > waiting.listed.len()).then(|| {
                        view! { <p class="faint">{t!(more_changes, count = waiting.all - waiting.listed.len())}</p> }
                    }))
            }}
        </section>
    }
}
