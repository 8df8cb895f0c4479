//! Plans and add-ons to choose from, with the seats left.

use crate::{
    language::t,
    ui::{checkbox::Checkbox, select::Choice},
};
use leptos::prelude::*;
use rollcall_core::{id::LicenceId, query::LicenceUsage};
use std::collections::BTreeSet;

/// A plan in a list, with the seats left. A full one can't be chosen, save by who has it.
pub fn plan_choice(usage: &LicenceUsage, has_it: bool) -> Choice {
    let (licence, seats) = (usage.name.to_string(), usage.seats.unwrap_or_default());
    let label = match usage.left() {
        None => t!(licence_unlimited, licence),
        Some(0) => t!(licence_none_left, licence, seats),
        Some(left) => t!(licence_seats_left, licence, left, seats),
    };
    let mut choice = Choice::new(usage.id, label);
    choice.disabled = usage.left() == Some(0) && !has_it;
    choice
}

/// Check boxes for add-ons, with the seats left.
pub fn add_on_boxes(
    add_ons: Vec<LicenceUsage>,
    had: BTreeSet<LicenceId>,
    chosen: RwSignal<BTreeSet<LicenceId>>,
) -> impl IntoView {
    add_ons
        .into_iter()
        .map(|usage| {
            let id = usage.id;
            let full = usage.left() == Some(0) && !had.contains(&id);
            let seats = usage.seats.unwrap_or_default();
            let note = match usage.left() {
                None => String::new(),
                Some(0) => t!(seats_none_left, seats),
                Some(left) => t!(seats_left, left, seats),
            };
            view! {
                <Checkbox
                    label=usage.name.to_string()
                    note=note
                    disabled=full
                    checked=Signal::derive(move || chosen.with(|chosen| chosen.contains(&id)))
                    on_change=move |on| {
                        chosen
                            .update(|chosen| {
                                if on {
                                    chosen.insert(id);
                                } else {
                                    chosen.remove(&id);
                                }
                            });
                    }
                />
            }
        })
        .collect_view()
}
