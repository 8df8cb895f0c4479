//! What can be done to one thing of a list: the menu of its row, and the buttons of its panel.

use super::List;
use crate::{
    language::t,
    text,
    ui::{
        icon::{Icon, icon},
        menu::{Anchor, Menu},
    },
};
use leptos::prelude::*;
use rollcall_core::{Key, Refusal, Timestamp, command::Verb, query, sync::Replica};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use uuid::Uuid;

/// Tells the reasons beside buttons apart.
static LAST: AtomicU32 = AtomicU32::new(0);

/// Something that can be done, or can't for a reason that is worth saying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    pub label: String,
    pub sign: Icon,
    /// It takes something away for good.
    pub bad: bool,
    pub why_not: Option<String>,
}

impl Act {
    /// Of what the core says to it: an act with the reasons against it.
    pub fn new(label: String, sign: Icon, refusals: &[Refusal], replica: &Replica) -> Self {
        let why_not = (!refusals.is_empty()).then(|| text::refusals(refusals, Some(replica.view())));
        Self { label, sign, bad: false, why_not }
    }

    #[must_use]
    pub fn bad(self) -> Self {
        Self { bad: true, ..self }
    }
}

/// What the core offers of a verb for a record.
pub fn offered(replica: &Replica, now: Timestamp, verb: Verb, about: &Key) -> Option<query::Offer> {
    query::offer(replica.view(), &replica.context(now), verb, about)
}

/// The menu of a row: opening it, and the acts; `on_act` does the one at that place.
pub fn act_menu(list: List, id: Uuid, anchor: Anchor, sign: Icon, acts: Vec<Act>, on_act: Callback<usize>) -> AnyView {
    let close = move || list.menu.set(None);
    let item = move |(place, act): (usize, Act)| {
        let Act { label, sign, bad, why_not } = act;
        let blocked = why_not.is_some();
        view! {
            {bad.then(|| view! { <hr /> })}
            <button
                type="button"
                role="menuitem"
                class:bad=bad && !blocked
                aria-disabled=blocked.then_some("true")
                on:click=move |_| {
                    if !blocked {
                        close();
                        on_act.run(place);
                    }
                }
            >
                {icon(sign)}
                <span>{label} {why_not.map(|why| view! { <small>{why}</small> })}</span>
            </button>
        }
    };
    view! {
        <Menu anchor=anchor label=t!(actions) on_close=close>
            <button
                type="button"
                role="menuitem"
                on:click=move |_| {
                    close();
                    list.open(id);
                }
            >
                {icon(sign)}
                {t!(users_show_details)}
            </button>
            {acts.into_iter().enumerate().map(item).collect_view()}
        </Menu>
    }
    .into_any()
}

/// The acts as buttons, each with the reason against it.
pub fn act_buttons(acts: Vec<Act>, on_act: Callback<usize>) -> AnyView {
    let button = move |(place, act): (usize, Act)| {
        let Act { label, sign, bad, why_not } = act;
        let blocked = why_not.is_some();
        let note = format!("why-{}", LAST.fetch_add(1, Relaxed));
        view! {
            <div class="action">
                <button
                    type="button"
                    class="button small"
                    class:bad=bad && !blocked
                    aria-disabled=blocked.then_some("true")
                    aria-describedby=blocked.then(|| note.clone())
                    on:click=move |_| {
                        if !blocked {
                            on_act.run(place);
                        }
                    }
                >
                    {icon(sign)}
                    {label}
                </button>
                {why_not.map(|why| view! { <small id=note class="faint">{why}</small> })}
            </div>
        }
    };
    acts.into_iter().enumerate().map(button).collect_view().into_any()
}
