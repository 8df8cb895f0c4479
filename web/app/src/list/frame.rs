//! What surrounds a list on its screen: the section with head, tools and table, the panel of what is open beside it, and the
//! keys that work wherever the focus is.

use super::{
    List,
    columns::column_menu,
    filters::{chips, filter_menu, filters_set},
    search::search,
    sort::sort_menu,
    views::view_menu,
};
use crate::{
    browser,
    language::{say, t},
    ui::{button::IconButton, icon::Icon},
};
use leptos::{ev, prelude::*};
use rollcall_view::shortcuts::Shortcut;
use uuid::Uuid;

/// The frame. `key` is given the keys that mean nothing to the kit while nothing is typed, and says whether one meant something
/// to the screen. The heading has the id `list-title`.
pub fn frame(
    list: List,
    reading: Signal<bool>,
    inside: AnyView,
    detail: impl Fn(Uuid) -> AnyView + Send + 'static,
    key: impl Fn(&str) -> bool + 'static,
) -> AnyView {
    let listener = window_event_listener(ev::keydown, move |event| keys(list, &event, &key));
    on_cleanup(move || listener.remove());
    let open = Memo::new(move |_| list.opened());
    view! {
        <div class="listed" data-list=list.is.name class:reading=move || reading.get() class:with-detail=move || open.get().is_some()>
            <section class="list" aria-labelledby="list-title">{inside}</section>
            {move || open.get().map(&detail)}
        </div>
    }
    .into_any()
}

/// What the list is searched, filtered and sorted by.
pub fn tools(list: List) -> AnyView {
    view! {
        <div class="tools">
            {search(list)}
            <div class="row-of narrowing">{filter_menu(list)} {sort_menu(list)} {column_menu(list)} {view_menu(list)}</div>
            {chips(list)}
            {filters_set(list)}
        </div>
    }
    .into_any()
}

/// The panel of what is open beside the list.
pub fn panel(list: List, body: AnyView) -> AnyView {
    view! {
        <aside class="detail" aria-label=say(&(list.is.words.detail)())>
            <div class="detail-bar">
                <IconButton label=t!(list_detail_close) sign=Icon::Close on_click=move |_| list.close() />
            </div>
            {body}
        </aside>
    }
    .into_any()
}

fn keys(list: List, event: &ev::KeyboardEvent, key: &dyn Fn(&str) -> bool) {
    if event.meta_key() || event.ctrl_key() || event.alt_key() || browser::is_covered() {
        return;
    }
    let typing = browser::is_typing();
    match event.key().as_str() {
        slash if !typing && slash == Shortcut::Search.key() => {
            event.prevent_default();
            browser::focus("search");
        }
        "Escape" => {
            if typing && list.query.with_untracked(|query| !query.search().is_empty()) {
                list.show(|query| query.set_search(String::new()));
            } else if untrack(|| list.selected()) > 0 {
                list.select_none();
            } else {
                list.close();
            }
        }
        other if !typing && key(other) => event.prevent_default(),
        _ => {}
    }
}
