//! The contacts that the whole organisation shares (S4.4): found by everybody, kept by whoever may.

mod action;
mod detail;
mod edit;
mod row;

use crate::{
    language::t,
    list::{self, List, act_menu, bulk_bar, frame, opener, pending, table, tools},
    router::Route,
    state::{App, app},
    ui::{
        icon::{Icon, icon},
        link::Link,
    },
};
use leptos::prelude::*;
use rollcall_core::{Key, command::Verb, id::ContactId};
use rollcall_view::{Screen, list::CONTACTS};
use std::collections::HashSet;

/// What the parts of this page share. A handle: copies are the same.
#[derive(Clone, Copy)]
struct Page {
    app: App,
    list: List,
    /// The records with changes that the server has not judged.
    pending: Memo<HashSet<Key>>,
    /// The dialog that is open.
    ask: RwSignal<Option<Ask>>,
}

/// A dialog of this page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Ask {
    Add,
    Edit(ContactId),
    Delete(Vec<ContactId>),
}

/// The page.
#[component]
pub fn Contacts() -> impl IntoView {
    let app = app();
    let list = List::new(app, Screen::Contacts, &CONTACTS);
    let page = Page { app, list, pending: pending(app), ask: RwSignal::new(None) };
    let all = Memo::new(move |_| app.ask(|replica, _| replica.view().contacts().count()).unwrap_or_default());
    let adding = opener(app, Verb::AddContact);
    let add = Callback::new(move |()| page.ask.set(Some(Ask::Add)));
    let import = move || {
        adding.is_free().then(|| {
            view! {
                <Link to=Route::At(Screen::ImportContacts, None) class="button">
                    {icon(Icon::Upload)}
                    {t!(contacts_import)}
                </Link>
            }
        })
    };
    let inside = view! {
        <header class="page-head">
            <div class="page-title">
                <h1 id="list-title">{t!(contacts)}</h1>
                <p class="soft number">{move || t!(contacts_found, count = all.get())}</p>
            </div>
            {adding.button_beside(import.into_any(), t!(contacts_add), add)}
        </header>
        {tools(list)}
        {table(list, move |id| row::line(page, ContactId::new(id)), true, Icon::Bookmark, move || adding.button(t!(contacts_add), add))}
        {bar(page)}
    };
    let detail = move |id| detail::detail(page, ContactId::new(id));
    let key = move |key: &str| key == rollcall_view::shortcuts::Shortcut::New.key() && adding.open(add);
    let on_close = Callback::new(move |()| page.ask.set(None));
    let dialog = move || match page.ask.get() {
        None => ().into_any(),
        Some(Ask::Add) => edit::add(page, on_close),
        Some(Ask::Edit(id)) => edit::edit(page, id, on_close),
        Some(Ask::Delete(contacts)) => action::deleting(page, &contacts, on_close),
    };
    let menu = move |(id, anchor)| {
        let offers = app.ask_once(|replica, now| action::offers(replica, now, ContactId::new(id))).unwrap_or_default();
        let (asks, acts): (Vec<_>, Vec<_>) = offers.into_iter().unzip();
        act_menu(list, id, anchor, Icon::Bookmark, acts, action::begin(page, asks))
    };
    view! {
        {frame(list, Signal::from(false), inside.into_any(), detail, key)}
        {move || list.menu.get().map(menu)}
        {dialog}
    }
}

/// What can be done to all that are selected.
fn bar(page: Page) -> AnyView {
    let deeds = Memo::new(|_| vec![list::Deed { label: t!(contacts_delete), sign: Icon::Trash, bad: true }]);
    let ask = Callback::new(move |_| {
        page.ask.set(Some(Ask::Delete(page.list.selection().into_iter().map(ContactId::new).collect())));
    });
    bulk_bar(page.list, t!(contacts), t!(actions), deeds, ask)
}
