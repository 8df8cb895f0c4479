//! Leaving a form asks first, if something typed would be lost: by closing it, by going elsewhere in the page or back in
//! the browser, and by closing the tab.

use crate::{language::t, ui::dialog::Confirm};
use leptos::{ev, prelude::*, task::spawn_local};

/// The forms of the page that may hold something unsaved. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Unsaved {
    forms: StoredValue<Vec<(u64, Signal<bool>)>>,
    /// What goes on whatever the page shows, and ends with its tab.
    under_way: StoredValue<Vec<(u64, Signal<bool>)>>,
    next: StoredValue<u64>,
    /// What waits for the person to agree.
    waiting: RwSignal<Option<Callback<()>>>,
    /// What waits until nothing would be lost.
    put_off: StoredValue<Option<Callback<()>>>,
}

impl Unsaved {
    pub fn start() -> Self {
        let unsaved = Self {
            forms: StoredValue::new(Vec::new()),
            under_way: StoredValue::new(Vec::new()),
            next: StoredValue::new(0),
            waiting: RwSignal::new(None),
            put_off: StoredValue::new(None),
        };
        // The browser asks in its own words.
        let _ = window_event_listener(ev::beforeunload, move |event| {
            if unsaved.any() || is_any(unsaved.under_way) {
                event.prevent_default();
            }
        });
        unsaved
    }

    /// Minds a form for as long as it is drawn.
    pub fn watch(self, changed: Signal<bool>) {
        self.note(self.forms, changed);
    }

    /// Minds what goes on while other screens are shown, such as an import: only closing the tab ends it.
    pub fn watch_tab(self, under_way: Signal<bool>) {
        self.note(self.under_way, under_way);
    }

    fn note(self, list: StoredValue<Vec<(u64, Signal<bool>)>>, signal: Signal<bool>) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        list.update_value(|list| list.push((id, signal)));
        on_cleanup(move || {
            list.try_update_value(|list| list.retain(|(other, _)| *other != id));
            // Not from within the cleaning up, which would be in its way.
            spawn_local(async move { self.go_on() });
        });
    }

    /// Does what draws the page again: at once, or when nothing typed would be lost by it. The latest counts.
    pub fn when_saved(self, doing: Callback<()>) {
        self.put_off.set_value(Some(doing));
        self.go_on();
    }

    fn go_on(self) {
        if !self.any()
            && let Some(doing) = self.put_off.try_update_value(Option::take).flatten()
        {
            doing.run(());
        }
    }

    /// Whether something typed would be lost.
    pub fn any(self) -> bool {
        is_any(self.forms)
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

fn is_any(list: StoredValue<Vec<(u64, Signal<bool>)>>) -> bool {
    list.with_value(|list| list.iter().any(|(_, signal)| signal.try_get_untracked() == Some(true)))
}

/// The question, when there is one.
pub fn ask_to_leave(unsaved: Unsaved) -> AnyView {
    let stay = move || unsaved.waiting.set(None);
    let go = move || {
        let leaving = unsaved.waiting.get_untracked();
        stay();
        // Whoever agreed is not asked again about these; a form that has lost nothing goes on being minded.
        unsaved.forms.update_value(|forms| forms.retain(|(_, changed)| changed.try_get_untracked() != Some(true)));
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
