//! Asks before something is done to a user, and says what comes of it (domain.md, 2.9).

use super::One;
use crate::{language::t, router::Route, text, ui::dialog::Confirm};
use leptos::prelude::*;
use rollcall_core::Command;

/// Something that is asked about first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub command: Command,
    pub title: String,
    pub question: String,
    /// What comes of it besides what the dry run says.
    pub lines: Vec<String>,
    pub yes: String,
    /// What is said when it was done.
    pub said: String,
    /// The user is gone then, and so is its page.
    pub leaves: bool,
}

/// The question, when there is one.
pub fn question(one: One) -> AnyView {
    let close = move || one.asking.set(None);
    let draw = move || {
        one.asking.get().map(|Asked { command, title, question, lines, yes, said, leaves }| {
            let impact = one.app.engine().and_then(|engine| engine.dry_run(&command).ok());
            let comes = one.app.ask_once(|replica, _| {
                impact.map(|impact| text::bulk::impact(&impact, true, replica.view())).unwrap_or_default()
            });
            let mut consequences = comes.unwrap_or_default();
            consequences.extend(lines);
            if !untrack(|| one.app.is_online()) {
                consequences.push(t!(ask_offline));
            }
            let yes_now = move || {
                let undo = one.app.ask_once(|replica, _| command.undo(replica.view())).flatten();
                close();
                one.app.issue_saying(command.clone().into(), said.clone(), undo);
                if leaves {
                    one.app.router.go(Route::HOME);
                }
            };
            view! {
                <Confirm title=title question=question consequences=consequences yes=yes on_yes=yes_now on_close=close />
            }
        })
    };
    draw.into_any()
}
