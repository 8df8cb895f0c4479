//! The numbers of the organisation (S2.8): the list, and everything that can be done to them.

mod action;
mod add;
mod ask;
mod detail;
mod edit;
mod link;
mod row;
mod whom;

use crate::{
    language::t,
    list::{List, bulk_bar, frame, opener, pending, table, tools},
    state::{App, app},
    ui::icon::Icon,
};
use action::Doing;
use leptos::prelude::*;
use rollcall_core::{Key, command::Verb, query::numbers as inventory, value::PhoneNumber};
use rollcall_view::{Screen, list::NUMBERS, numbers::number_of};
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
    Edit(PhoneNumber),
    Assign(PhoneNumber),
    Link(PhoneNumber),
    Route(PhoneNumber),
    /// Whether something is to be done to these.
    Sure(Doing, Vec<PhoneNumber>),
}

/// The page.
#[component]
pub fn Numbers() -> impl IntoView {
    let app = app();
    let list = List::new(app, Screen::Numbers, &NUMBERS);
    let page = Page { app, list, pending: pending(app), ask: RwSignal::new(None) };
    let all =
        Memo::new(move |_| app.ask(|replica, now| inventory(replica.view(), None, now).len()).unwrap_or_default());
    let adding = opener(app, Verb::AddNumber);
    let add = Callback::new(move |()| page.ask.set(Some(Ask::Add)));
    let inside = view! {
        <header class="page-head">
            <div class="page-title">
                <h1 id="list-title">{t!(numbers)}</h1>
                <p class="soft number">{move || t!(numbers_found, count = all.get())}</p>
            </div>
            {adding.button(t!(numbers_add), add)}
        </header>
        {tools(list)}
        {table(list, move |id| row::line(page, number_of(id)?), true, Icon::Phone, move || adding.button(t!(numbers_add), add))}
        {bar(page)}
    };
    let detail = move |id| detail::detail(page, id);
    let key = move |key: &str| key == rollcall_view::shortcuts::Shortcut::New.key() && adding.open(add);
    let on_close = Callback::new(move |()| page.ask.set(None));
    let dialog = move || match page.ask.get() {
        None => ().into_any(),
        Some(Ask::Add) => add::dialog(page, on_close),
        Some(Ask::Edit(number)) => edit::dialog(page, number, on_close),
        Some(Ask::Assign(number)) => whom::assign(page, number, on_close),
        Some(Ask::Link(number)) => link::dialog(page, number, on_close),
        Some(Ask::Route(number)) => whom::route(page, number, on_close),
        Some(Ask::Sure(doing, numbers)) => ask::question_of(page, doing, numbers, on_close),
    };
    view! {
        {frame(list, Signal::from(false), inside.into_any(), detail, key)}
        {move || list.menu.get().map(|(id, anchor)| action::menu(page, id, anchor))}
        {dialog}
    }
}

/// What can be done to all that are selected.
fn bar(page: Page) -> AnyView {
    const DEEDS: [Doing; 3] = [Doing::Take, Doing::Release, Doing::Remove];
    let deeds = Memo::new(move |_| DEEDS.map(Doing::deed).into());
    let ask = Callback::new(move |place: usize| {
        let numbers = page.list.selection().into_iter().filter_map(number_of).collect();
        if let Some(doing) = DEEDS.get(place) {
            page.ask.set(Some(Ask::Sure(*doing, numbers)));
        }
    });
    bulk_bar(page.list, t!(numbers), t!(actions), deeds, ask)
}
