//! Toasts: what was just done, with a way back where there is one; and what could not be done.

use super::icon::{Icon, icon};
use crate::language::t;
use leptos::prelude::*;
use std::time::Duration;

/// How long a toast stays; one with a way back, or with bad news, stays longer.
const STAYS: Duration = Duration::from_secs(5);
const STAYS_LONGER: Duration = Duration::from_secs(10);
/// More than these would cover the page.
const AT_MOST: usize = 2;

type Undo = StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>;

#[derive(Clone)]
struct Toast {
    id: u64,
    said: String,
    bad: bool,
    undo: Option<Undo>,
}

/// The toasts that are shown.
#[derive(Clone, Copy)]
pub struct Toasts {
    list: RwSignal<Vec<Toast>>,
    next: StoredValue<u64>,
}

impl Toasts {
    pub fn new() -> Self {
        Self { list: RwSignal::new(Vec::new()), next: StoredValue::new(0) }
    }

    /// Says what was done.
    pub fn say(self, said: String) {
        self.add(said, false, None);
    }

    /// Says what was done, and offers to take it back.
    pub fn say_undo(self, said: String, undo: impl FnOnce() + 'static) {
        self.add(said, false, Some(Box::new(undo)));
    }

    /// Says what could not be done.
    pub fn warn(self, said: String) {
        self.add(said, true, None);
    }

    fn add(self, said: String, bad: bool, undo: Option<Box<dyn FnOnce()>>) {
        let id = self.next.with_value(|next| *next);
        self.next.set_value(id + 1);
        let stays = if bad || undo.is_some() { STAYS_LONGER } else { STAYS };
        let undo = undo.map(|undo| StoredValue::new_local(Some(undo)));
        self.list.update(|list| {
            // What only says that something was done has been read once the next thing is done.
            list.retain(|toast| toast.bad || toast.undo.is_some());
            if list.len() >= AT_MOST {
                list.remove(0);
            }
            list.push(Toast { id, said, bad, undo });
        });
        set_timeout(move || self.drop(id), stays);
    }

    fn drop(self, id: u64) {
        self.list.update(|list| list.retain(|toast| toast.id != id));
    }
}

/// Where toasts appear.
#[component]
pub fn ToastArea(toasts: Toasts) -> impl IntoView {
    let toast = move |toast: Toast| {
        let id = toast.id;
        view! {
            <div class="toast" class:bad=toast.bad>
                {icon(if toast.bad { Icon::Alert } else { Icon::Check })}
                <p dir="auto">{toast.said}</p>
                {toast
                    .undo
                    .map(|undo| {
                        view! {
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| {
                                    let undo = undo.try_update_value(Option::take).flatten();
                                    toasts.drop(id);
                                    if let Some(undo) = undo {
                                        undo();
                                    }
                                }
                            >
                                {t!(undo)}
                            </button>
                        }
                    })}
                <button
                    type="button"
                    class="button square"
                    aria-label=t!(dismiss)
                    on:click=move |_| toasts.drop(id)
                >
                    {icon(Icon::Close)}
                </button>
            </div>
        }
    };
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For each=move || toasts.list.get() key=|toast| toast.id children=toast />
        </div>
    }
}
