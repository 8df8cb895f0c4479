//! Permissions as boxes in their groups: to tick, or to read.

use super::groups;
use crate::{
    language::t,
    screen::user::parts::nothing,
    ui::{
        checkbox::Checkbox,
        icon::{Icon, icon},
    },
};
use leptos::prelude::*;

/// A box for each permission.
pub fn boxes(rows: RwSignal<Vec<bool>>) -> AnyView {
    let one = move |(row, label): (usize, String)| {
        let checked = Signal::derive(move || rows.with(|rows| rows.get(row).copied().unwrap_or_default()));
        let change = move |on: bool| {
            rows.update(|rows| {
                if let Some(held) = rows.get_mut(row) {
                    *held = on;
                }
            });
        };
        view! { <Checkbox label=label checked=checked on_change=change /> }
    };
    let group = move |(title, rows): (String, Vec<(usize, String)>)| {
        view! {
            <fieldset class="field">
                <legend class="label">{title}</legend>
                <div class="permission-boxes">{rows.into_iter().map(one).collect_view()}</div>
            </fieldset>
        }
    };
    view! { <div class="permission-groups">{groups().into_iter().map(group).collect_view()}</div> }.into_any()
}

/// Those that are held, by their groups.
pub fn held(rows: &[bool]) -> AnyView {
    let group = |(title, names): (String, Vec<(usize, String)>)| {
        let held: Vec<String> = names
            .into_iter()
            .filter(|(row, _)| rows.get(*row).copied().unwrap_or_default())
            .map(|(_, name)| name)
            .collect();
        let one = |name: String| view! { <li>{icon(Icon::Check)} <span>{name}</span></li> };
        (!held.is_empty()).then(|| {
            view! {
                <div class="field">
                    <h3 class="label">{title}</h3>
                    <ul class="permission-boxes">{held.into_iter().map(one).collect_view()}</ul>
                </div>
            }
        })
    };
    if !rows.contains(&true) {
        return nothing(t!(roles_may_nothing));
    }
    view! { <div class="permission-groups">{groups().into_iter().filter_map(group).collect_view()}</div> }.into_any()
}
