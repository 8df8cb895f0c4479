//! The button of a list that makes something new: greyed with the reason for who may not.

use crate::{
    state::App,
    text,
    ui::{button::Button, icon::Icon},
};
use leptos::prelude::*;
use rollcall_core::{Key, command::Verb, query};

/// Whether something new can be made. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Opener {
    why_not: Memo<Option<String>>,
    app: App,
    verb: Verb,
}

/// Whether this verb may be begun, and why not.
pub fn opener(app: App, verb: Verb) -> Opener {
    let why_not = Memo::new(move |_| {
        let refused = app.ask(|replica, now| {
            let refused = query::refused(replica.view(), &replica.context(now), verb, &Key::Organisation)?;
            Some(text::refusals(&refused.into_vec(), Some(replica.view())))
        });
        refused.flatten()
    });
    Opener { why_not, app, verb }
}

impl Opener {
    /// The button.
    pub fn button(self, label: String, on_open: Callback<()>) -> AnyView {
        self.button_beside(().into_any(), label, on_open)
    }

    /// The same beside something else.
    pub fn button_beside(self, other: AnyView, label: String, on_open: Callback<()>) -> AnyView {
        let Self { why_not, app, verb } = self;
        // The palette leads here.
        Effect::new(move |_| {
            if app.wanted.get() == Some((verb, None)) {
                app.wanted.set(None);
                self.open(on_open);
            }
        });
        view! {
            <div class="row-of end">
                {other}
                <Button
                    label=label
                    kind="primary"
                    sign=Icon::Plus
                    disabled=Signal::derive(move || self.why_not.with(Option::is_some))
                    described_by="open-why"
                    on_click=Callback::new(move |_| on_open.run(()))
                />
            </div>
            <p id="open-why" class="why" hidden=move || self.why_not.with(Option::is_none)>{why_not}</p>
        }
        .into_any()
    }

    /// Whether nothing speaks against it; tracked.
    pub fn is_free(self) -> bool {
        self.why_not.with(Option::is_none)
    }

    /// Begins it by a key, if it may be begun.
    pub fn open(self, on_open: Callback<()>) -> bool {
        if self.why_not.with_untracked(Option::is_none) {
            on_open.run(());
        }
        true
    }
}
