//! What the list is sorted by: column heads that are buttons, and a menu, which is all there is on a phone.

use super::Page;
use crate::{
    language::t,
    text,
    ui::{
        icon::{Icon, icon},
        menu::{Anchor, Menu},
    },
};
use leptos::prelude::*;
use rollcall_core::query::UserSort;

/// Every order, as the menu lists them.
const SORTS: [UserSort; 8] = [
    UserSort::Name,
    UserSort::Email,
    UserSort::Extension,
    UserSort::Position,
    UserSort::Role,
    UserSort::Licence,
    UserSort::State,
    UserSort::Created,
];

/// Sorts by something, or the other way round when it is sorted so already.
fn sort_by(page: Page, sort: UserSort) {
    page.show(|query| {
        query.descending = query.sort == sort && !query.descending;
        query.sort = sort;
    });
}

/// How the list is sorted; tracked.
fn now(page: Page) -> (UserSort, bool) {
    page.query.with(|query| (query.sort, query.descending))
}

/// The head of a column, which sorts by it.
pub fn head(page: Page, class: &'static str, sort: UserSort) -> impl IntoView {
    let mine = Memo::new(move |_| {
        let (now, descending) = now(page);
        (now == sort).then_some(descending)
    });
    view! {
        <div
            role="columnheader"
            class=class
            aria-sort=move || mine.get().map(|descending| if descending { "descending" } else { "ascending" })
        >
            <button type="button" class="sort" on:click=move |_| sort_by(page, sort)>
                {text::bulk::sort(sort)}
                {move || mine.get().map(|descending| icon(if descending { Icon::ArrowDown } else { Icon::ArrowUp }))}
            </button>
        </div>
    }
}

/// The button of the menu, and the menu.
#[component]
pub fn SortMenu() -> impl IntoView {
    let page: Page = expect_context();
    let open = RwSignal::new(None::<Anchor>);
    view! {
        <button
            type="button"
            class="button small sort-menu"
            aria-haspopup="menu"
            aria-label=move || t!(users_sorted_by, field = text::bulk::sort(now(page).0))
            on:click=move |event| open.set(Some(Anchor::of(&event)))
        >
            {icon(Icon::Sort)}
            {move || text::bulk::sort(now(page).0)}
        </button>
        {move || {
            let anchor = open.get()?;
            let (sorted, descending) = untrack(|| now(page));
            let close = move || open.set(None);
            let items = SORTS.map(|sort| {
                let mine = sort == sorted;
                view! {
                    <button
                        type="button"
                        role="menuitemradio"
                        aria-checked=if mine { "true" } else { "false" }
                        on:click=move |_| {
                            close();
                            page.show(|query| (query.sort, query.descending) = (sort, false));
                        }
                    >
                        {text::bulk::sort(sort)}
                        {mine.then(|| view! { <span class="mark">{icon(Icon::Check)}</span> })}
                    </button>
                }
            });
            let directions = [false, true].map(|down| {
                let mine = descending == down;
                view! {
                    <button
                        type="button"
                        role="menuitemradio"
                        aria-checked=if mine { "true" } else { "false" }
                        on:click=move |_| {
                            close();
                            page.show(|query| query.descending = down);
                        }
                    >
                        {icon(if down { Icon::ArrowDown } else { Icon::ArrowUp })}
                        {if down { t!(users_descending) } else { t!(users_ascending) }}
                        {mine.then(|| view! { <span class="mark">{icon(Icon::Check)}</span> })}
                    </button>
                }
            });
            Some(view! {
                <Menu anchor=anchor label=t!(users_sort_by) on_close=close>
                    {items.into_iter().collect_view()}
                    <hr />
                    {directions.into_iter().collect_view()}
                </Menu>
            })
        }}
    }
}
