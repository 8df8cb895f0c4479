//! Work that the server applied since the page was opened, and whether it came out as shown.

use super::titled;
use crate::{
    language::t,
    router::Route,
    state::App,
    text,
    ui::icon::{Icon, icon},
};
use leptos::prelude::*;

/// One command that was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    title: String,
    about: Option<Route>,
    when: String,
    differently: bool,
}

/// What was applied, latest first.
pub fn items(app: App) -> Memo<Vec<Line>> {
    Memo::new(move |_| {
        let lines = app.ask(|replica, now| {
            let mut lines: Vec<Line> = replica
                .applied()
                .map(|applied| Line {
                    title: text::command::title(&applied.envelope.command, replica.view()),
                    about: text::history::about_command(&applied.envelope.command, replica.view()),
                    when: text::time::ago(applied.at, now),
                    differently: applied.differently,
                })
                .collect();
            lines.reverse();
            lines
        });
        lines.unwrap_or_default()
    })
}

/// The list.
#[component]
pub fn Done(items: Memo<Vec<Line>>) -> impl IntoView {
    let line = |line: Line| {
        let (sign, standing, class) = match line.differently {
            true => (Icon::Info, t!(done_differently), "badge warn"),
            false => (Icon::Check, t!(done_applied), "badge good"),
        };
        let note = line.differently.then(|| {
            view! { <p class="faint">{t!(done_differently_note)}</p> }
        });
        view! {
            <li>
                {icon(sign)}
                <div class="clip">
                    <p class="clip" dir="auto" title=line.title.clone()>{titled(line.title.clone(), line.about)}</p>
                    {note}
                </div>
                <div class="standing">
                    <span class=class>{standing}</span>
                    <span class="faint">{line.when}</span>
                </div>
            </li>
        }
    };
    view! {
        <section class="group" aria-labelledby="done-title">
            <h2 id="done-title">{t!(done_title)}</h2>
            <ul class="lines done">{move || items.get().into_iter().map(line).collect_view()}</ul>
        </section>
    }
}
