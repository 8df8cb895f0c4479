//! Asks before something is done to a thing that has a page of its own, and says what comes of it (domain.md, 2.9).

use crate::{language::t, router::Route, state::App, text, ui::dialog::Confirm};
use leptos::prelude::*;
use rollcall_core::Command;

/// Something that is asked about first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sure {
    pub command: Command,
    pub title: String,
    pub question: String,
    /// What comes of it besides what the dry run says.
    pub lines: Vec<String>,
    pub yes: String,
    /// What is said when it was done.
    pub said: String,
    /// Where to go then: the thing is gone, and so is its page.
    pub leaves: Option<Route>,
}

/// The question, when there is one.
pub fn sure(app: App, asking: RwSignal<Option<Sure>>) -> AnyView {
    let close = move || asking.set(None);
    let draw = move || {
        asking.get().map(|Sure { command, title, question, lines, yes, said, leaves }| {
            let impact = app.engine().and_then(|engine| engine.dry_run(&command).ok());
            let comes = app.ask_once(|replica, _| {
                impact.map(|impact| text::bulk::impact(&impact, false, replica.view())).unwrap_or_default()
            });
            let mut consequences = comes.unwrap_or_default();
            consequences.extend(lines);
            if !untrack(|| app.is_online()) {
                consequences.push(t!(ask_offline));
            }
            let yes_now = move || {
                let undo = app.ask_once(|replica, _| command.undo(replica.view())).flatten();
                close();
                if let Some(to) = leaves.clone() {
                    app.router.go(to);
                }
                app.issue_saying(command.clone().into(), said.clone(), undo);
            };
            view! {
                <Confirm title=title question=question consequences=consequences yes=yes on_yes=yes_now on_close=close />
            }
        })
    };
    draw.into_any()
}
