//! The table: only its visible rows exist, so its length does not matter. And what stands in its place while there is nothing.

use super::{
    List,
    row::{Line, Placed, class, draw},
    sort,
    virtual_rows::VirtualList,
};
use crate::{
    browser,
    language::{say, t},
    ui::{button::Button, empty::EmptyState, icon::Icon, menu::Anchor},
};
use leptos::{ev, prelude::*};
use rollcall_view::{
    Icon as Sign,
    list::{Column, Press, Query},
};
use uuid::Uuid;

/// The table, or what stands in its place. `line` gives the contents of a row, `has_menu` says whether rows have a menu, `empty`
/// what can be done when the list has nothing at all.
pub fn table(
    list: List,
    line: impl Fn(Uuid) -> Option<Line> + Send + Sync + 'static,
    has_menu: bool,
    sign: Sign,
    empty: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let line = Callback::new(line);
    let empty = Callback::new(move |()| empty());
    let count = Memo::new(move |_| list.total());
    let state = Memo::new(move |_| match (list.app.is_ready(), count.get()) {
        (false, 0) => 0,
        (_, 0) => 1,
        _ => 2,
    });
    // Once drawn, the grid stays: somebody new is a row more, and not a table.
    let drawn = Memo::new(move |before: Option<&bool>| before.copied().unwrap_or_default() || state.get() == 2);
    view! {
        {move || match state.get() {
            0 => loading(list),
            1 => nothing(list, sign, empty),
            _ => ().into_any(),
        }}
        {move || drawn.get().then(|| grid(list, count, Signal::derive(move || state.get() != 2), line, has_menu))}
        <p class="hidden-text" role="status">
            {move || say(&(list.is.words.found)(count.get()))}
        </p>
    }
    .into_any()
}

fn grid(
    list: List,
    count: Memo<usize>,
    empty: Signal<bool>,
    line: Callback<Uuid, Option<Line>>,
    has_menu: bool,
) -> AnyView {
    let some = Memo::new(move |_| list.selected() > 0);
    let columns = Memo::new(move |_| {
        let keys: Vec<&'static str> =
            list.columns.with(|columns| columns.of(list.is).map(|column| column.key).collect());
        keys
    });
    let heads = move || {
        let shown = list.columns.with(|columns| columns.of(list.is).collect::<Vec<_>>());
        shown.into_iter().map(|column| sort::head(list, column)).collect_view()
    };
    let placed = move |index: usize, id: Uuid| {
        Some(Placed {
            id,
            line: line.run(id)?,
            columns: columns.get(),
            chosen: list.has(id),
            here: list.cursor.get() == index,
            open: list.opened() == Some(id),
        })
    };
    view! {
        <div
            node_ref=list.window.node()
            id="grid"
            class="grid"
            style:--tracks-full=move || tracks(list, 3, has_menu)
            style:--tracks-wide=move || tracks(list, 2, has_menu)
            style:--tracks-narrow=move || tracks(list, 1, has_menu)
            style:--tracks-card=move || tracks(list, 0, has_menu)
            style:--least=move || list.columns.with(|columns| columns.least(list.is))
            hidden=empty
            class:selecting=move || some.get()
            class:unpicked=!list.is.selects
            role="grid"
            tabindex="0"
            aria-label=say(&(list.is.words.title)())
            aria-multiselectable=list.is.selects.then_some("true")
            aria-rowcount=move || (count.get() + 1).to_string()
            aria-activedescendant=move || format!("row-{}", list.cursor.get())
            on:keydown=move |event| keys(list, has_menu, &event)
            on:scroll=move |_| list.window.measure()
        >
            <div class="list-row columns" role="row" aria-rowindex="1">
                {list.is.selects.then(|| pick_all(list, some))}
                {heads}
                {has_menu
                    .then(|| {
                        view! { <div role="columnheader" class="more"><span class="hidden-text">{t!(actions)}</span></div> }
                    })}
            </div>
            <VirtualList
                count=count
                window=list.window
                within=true
                row=move |index| {
                    // The list comes in parts; a row is drawn again only when another one is in its place.
                    let id = Memo::new(move |_| list.id_at(index));
                    let placed = Memo::new(move |_| placed(index, id.get()?));
                    move || placed.get().map(|placed| draw(list, index, placed, has_menu))
                }
            />
        </div>
    }
    .into_any()
}

/// The tracks of the columns up to a rank; tracked.
fn tracks(list: List, rank: u8, has_menu: bool) -> String {
    let (before, after) = (if list.is.selects { "var(--pick)" } else { "" }, if has_menu { "var(--more)" } else { "" });
    list.columns.with(|columns| columns.tracks(list.is, rank, before, after))
}

/// The box in the heads that selects everything.
fn pick_all(list: List, some: Memo<bool>) -> AnyView {
    let all = Memo::new(move |_| list.is_whole());
    view! {
        <div role="columnheader" class="pick">
            <input
                type="checkbox"
                aria-label=t!(list_select_all)
                prop:checked=move || all.get()
                prop:indeterminate=move || some.get() && !all.get()
                on:change=move |event| match event_target_checked(&event) {
                    true => list.select_all(),
                    false => list.select_none(),
                }
            />
        </div>
    }
    .into_any()
}

/// Keys of the table.
fn keys(list: List, has_menu: bool, event: &ev::KeyboardEvent) {
    let Some(press) = Press::of(&event.key(), event.shift_key(), event.ctrl_key() || event.meta_key()) else { return };
    // Whether the key came to the table itself, not to a button in it.
    let to_grid = event.target() == event.current_target();
    let (row, selects) = (list.cursor.get_untracked(), list.is.selects);
    let id = untrack(|| list.id_at(row));
    match press {
        Press::Extend(step) if selects => list.extend(step),
        Press::Go(step) | Press::Extend(step) => drop(list.step(step)),
        _ if !to_grid => return,
        Press::Open => {
            if let Some(id) = id {
                list.open(id);
            }
        }
        Press::Pick { range } if selects => {
            let on = id.is_some_and(|id| !untrack(|| list.has(id)));
            list.pick(row, on, range);
        }
        Press::All if selects => list.select_all(),
        Press::Menu if has_menu => {
            if let (Some(id), Some(row)) = (id, browser::element(&format!("row-{row}"))) {
                list.menu.set(Some((id, Anchor::beside(&row))));
            }
        }
        Press::Pick { .. } | Press::All | Press::Menu => return,
    }
    event.prevent_default();
}

/// Grey rows while the first sync of a device is under way.
fn loading(list: List) -> AnyView {
    let waits = move || list.app.status().is_some_and(|status| status.link.keeps_waiting());
    let cell = |column: &'static Column| {
        let bone = if column.width.1 > 11 { "skeleton long" } else { "skeleton short" };
        view! {
            <span class=class(column)>
                {(column.rank == 0 && column.width.1 > 0).then(|| view! { <span class="skeleton disc"></span> })}
                <span class=bone></span>
            </span>
        }
    };
    let row = move |_| {
        let shown = list.columns.with_untracked(|columns| columns.of(list.is).collect::<Vec<_>>());
        view! {
            <div class="list-row">
                {list.is.selects.then(|| view! { <span class="pick"></span> })}
                {shown.into_iter().map(cell).collect_view()}
            </div>
        }
    };
    let bones = move || {
        view! {
            <div
                class="grid loading"
                style:--tracks-full=tracks(list, 3, false)
                style:--tracks-wide=tracks(list, 2, false)
                style:--tracks-narrow=tracks(list, 1, false)
                style:--tracks-card=tracks(list, 0, false)
                role="status"
                aria-label=say(&(list.is.words.loading)())
            >
                {(0..9).map(row).collect_view()}
            </div>
        }
    };
    view! {
        <Show when=waits fallback=bones>
            <EmptyState sign=Icon::CloudOff title=t!(list_unreached_title) sentence=t!(list_unreached_sentence)>
                <Button label=t!(try_again) kind="primary" on_click=Callback::new(move |_| list.app.sync_now()) />
            </EmptyState>
        </Show>
    }
    .into_any()
}

/// Nothing at all, or nothing that fits.
fn nothing(list: List, sign: Sign, empty: Callback<(), AnyView>) -> AnyView {
    let narrowed = Memo::new(move |_| list.query.with(Query::narrows));
    let clear = move |_| {
        list.show_all();
        browser::focus("search");
    };
    let shown = move || {
        let (title, sentence) = if narrowed.get() { list.is.words.unfound } else { list.is.words.empty };
        let (title, sentence) = (say(&title()), say(&sentence()));
        if narrowed.get() {
            view! {
                <EmptyState sign=Icon::Search title=title sentence=sentence>
                    <Button label=t!(list_show_all) on_click=Callback::new(clear) />
                </EmptyState>
            }
            .into_any()
        } else {
            view! { <EmptyState sign=sign title=title sentence=sentence>{empty.run(())}</EmptyState> }.into_any()
        }
    };
    shown.into_any()
}
