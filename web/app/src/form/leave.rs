//! Leaving a form asks first, if something typed would be lost: by closing it, by going elsewhere in the page or back in
//! the browser, and by closing the tab.

use crate::{language::t, ui::dialog::Confirm};
use leptos::{ev, prelude::*};

/// The forms of the page that may hold something unsaved. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Unsaved {
    forms: StoredValue<Vec<(u64, Signal<bool>)>>,
    next: StoredValue<u64>,
    /// What waits for the person to agree.
    waiting: RwSignal<Option<Callback<()>>>,
}

impl Unsaved {
    pub fn start() -> Self {
        let unsaved =
            Self { forms: StoredValue::new(Vec::new()), next: StoredValue::new(0), waiting: RwSignal::new(None) };
        // The browser asks in its own words.
        let _ = window_event_listener(ev::beforeunload, move |event| {
            if unsaved.any() {
                event.prevent_default();
            }
        });
        unsaved
    }

    /// Minds a form for as long as it is drawn.
    pub fn watch(self, changed: Signal<bool>) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        self.forms.update_value(|forms| forms.push((id, changed)));
        on_cleanup(move || {
            self.forms.try_update_value(|forms| forms.retain(|(other, _)| *other != id));
        });
    }

    /// Whether something would be lost.
    pub fn any(self) -> bool {
        self.forms.with_value(|forms| forms.iter().any(|(_, changed)| changed.try_get_untracked() == Some(true)))
    }

    /// Does what leaves the forms of the page: at once, or when the person agrees to lose what was typed.
    pub fn leave(self, leaving: Callback<()>) {
        if self.any() {
            self.waiting.set(Some(leaving));
        } else {
            leaving.run(());
        }
    }
}

/// The question, when there is one.
pub fn ask_to_leave(unsaved: Unsaved) -> AnyView {
    let stay = move || unsaved.waiting.set(None);
    let go = move || {
        let leaving = unsaved.waiting.get_untracked();
        stay();
        // Whoever agreed is not asked again.
        unsaved.forms.set_value(Vec::new());
        if let Some(leaving) = leaving {
            leaving.run(());
        }
    };
    view! {
        {move || {
            unsaved
                .waiting
                .with(Option::is_some)
                .then(|| {
                    view! {
                        <Confirm
                            title=t!(leave_title)
                            question=t!(leave_question)
                            consequences=Vec::new()
                            yes=t!(leave_yes)
                            on_yes=go
                            on_close=stay
                        />
                    }
                })
        }}
    }
    .into_any()
}
