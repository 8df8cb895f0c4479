//! What the list is sorted by: column heads that are buttons, and a menu, which is all there is on a phone.

use super::List;
use crate::{
    language::{say, t},
    ui::{
        icon::{Icon, icon},
        menu::{Anchor, Menu, radio_item},
    },
};
use leptos::prelude::*;
use rollcall_view::list::Column;

/// How the list is sorted; tracked.
fn now(list: List) -> (&'static str, bool) {
    list.query.with(|query| (query.sort(list.is), query.descending()))
}

/// What an order is called.
fn name(list: List, key: &str) -> String {
    list.is.sort(key).map(|sort| say(&(sort.name)())).unwrap_or_default()
}

/// The head of a column, which sorts by it.
pub fn head(list: List, column: &'static Column) -> AnyView {
    let name = say(&(column.name)());
    let class = super::row::class(column);
    let Some(sort) = column.sort else {
        return view! { <div role="columnheader" class=class><span class="clip">{name}</span></div> }.into_any();
    };
    let mine = Memo::new(move |_| {
        let (now, descending) = now(list);
        (now == sort).then_some(descending)
    });
    view! {
        <div
            role="columnheader"
            class=class
            aria-sort=move || mine.get().map(|descending| if descending { "descending" } else { "ascending" })
        >
            <button type="button" class="sort" on:click=move |_| list.show(|query| query.turn(list.is, sort))>
                {name}
                {move || mine.get().map(|descending| icon(if descending { Icon::ArrowDown } else { Icon::ArrowUp }))}
            </button>
        </div>
    }
    .into_any()
}

/// The button of the menu, and the menu.
pub fn sort_menu(list: List) -> AnyView {
    let open = RwSignal::new(None::<Anchor>);
    view! {
        <button
            type="button"
            class="button small sort-menu"
            aria-haspopup="menu"
            aria-label=move || t!(list_sorted_by, field = name(list, now(list).0))
            on:click=move |event| open.set(Some(Anchor::of(&event)))
        >
            {icon(Icon::Sort)}
            {move || name(list, now(list).0)}
        </button>
        {move || {
            let anchor = open.get()?;
            let (sorted, descending) = untrack(|| now(list));
            let show = move |key: &'static str, down: bool| {
                Callback::new(move |()| {
                    open.set(None);
                    list.show(|query| query.sort_by(list.is, key, down));
                })
            };
            let item = move |key: &'static str| radio_item(None, name(list, key).into_any(), key == sorted, show(key, false));
            let direction = move |down: bool| {
                let label = if down { t!(list_descending) } else { t!(list_ascending) };
                let sign = if down { Icon::ArrowDown } else { Icon::ArrowUp };
                radio_item(Some(sign), label.into_any(), down == descending, show(sorted, down))
            };
            Some(view! {
                <Menu anchor=anchor label=t!(list_sort_by) on_close=move || open.set(None)>
                    {list.is.sorts.iter().map(|sort| item(sort.key)).collect_view()}
                    <hr />
                    {[false, true].map(direction).into_iter().collect_view()}
                </Menu>
            })
        }}
    }
    .into_any()
}
