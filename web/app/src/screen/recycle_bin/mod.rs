//! Deleted users that can still be restored (domain.md, 2.3): what each gets back, what not, and who has that now.

mod ask;
mod detail;
mod row;

use crate::{
    language::t,
    list::{self, Act, List, act_menu, bulk_bar, frame, offered, pending, table, tools},
    state::{App, app},
    ui::icon::Icon,
};
use leptos::prelude::*;
use rollcall_core::{
    Key, Timestamp,
    command::Verb,
    id::UserId,
    query::{BinQuery, bin_list},
    sync::Replica,
};
use rollcall_view::{Screen, list::RECYCLE_BIN};
use std::collections::HashSet;

/// What the parts of this page share. A handle: copies are the same.
#[derive(Clone, Copy)]
struct Page {
    app: App,
    list: List,
    /// The records with changes that the server has not judged.
    pending: Memo<HashSet<Key>>,
    /// Who is to be restored, while that is asked.
    ask: RwSignal<Option<Vec<UserId>>>,
}

/// What is known of the bin as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Told {
    all: usize,
    /// For how many days deleted users are kept; none: not at all.
    days: u16,
}

fn told(app: App) -> Told {
    let told = app.ask(|replica, now| {
        let names = replica.view();
        let query = BinQuery { limit: Some(0), ..BinQuery::default() };
        let days = names.organisation().map_or(0, |organisation| organisation.policy.recycle_days);
        Told { all: bin_list(names, &replica.context(now), &query).total, days }
    });
    told.unwrap_or_default()
}

/// What is offered for one of them.
fn act(replica: &Replica, now: Timestamp, user: UserId) -> Option<Act> {
    let offer = offered(replica, now, Verb::RestoreUser, &Key::Removed(user))?;
    Some(Act::new(t!(bin_restore), Icon::Undo, &offer.why_not, replica))
}

/// The page.
#[component]
pub fn RecycleBin() -> impl IntoView {
    let app = app();
    let list = List::new(app, Screen::RecycleBin, &RECYCLE_BIN);
    let page = Page { app, list, pending: pending(app), ask: RwSignal::new(None) };
    let all = Memo::new(move |_| told(app));
    let said = move || match all.get() {
        Told { days: 0, .. } => t!(bin_off),
        Told { all, days } => t!(bin_kept, count = all, days),
    };
    let inside = view! {
        <header class="page-head">
            <div class="page-title">
                <h1 id="list-title">{t!(recycle_bin)}</h1>
                <p class="soft number">{said}</p>
            </div>
        </header>
        {tools(list)}
        {table(list, move |id| row::line(page, UserId::new(id)), true, Icon::Trash, || ().into_any())}
        {bar(page)}
    };
    let detail = move |id| detail::detail(page, UserId::new(id));
    let on_close = Callback::new(move |()| page.ask.set(None));
    let dialog = move || page.ask.get().map(|users| ask::question_of(page, &users, on_close));
    let menu = move |(id, anchor)| {
        let user = UserId::new(id);
        let act = app.ask_once(|replica, now| act(replica, now, user)).flatten();
        act_menu(list, id, anchor, Icon::Trash, act.into_iter().collect(), begin(page, user))
    };
    view! {
        {frame(list, Signal::from(false), inside.into_any(), detail, |_| false)}
        {move || list.menu.get().map(menu)}
        {dialog}
    }
}

/// Asks whether one is to be restored.
fn begin(page: Page, user: UserId) -> Callback<usize> {
    Callback::new(move |_| page.ask.set(Some(vec![user])))
}

/// What can be done to all that are selected.
fn bar(page: Page) -> AnyView {
    let deeds = Memo::new(|_| vec![list::Deed { label: t!(bin_restore), sign: Icon::Undo, bad: false }]);
    let ask = Callback::new(move |_| {
        page.ask.set(Some(page.list.selection().into_iter().map(UserId::new).collect()));
    });
    bulk_bar(page.list, t!(recycle_bin), t!(actions), deeds, ask)
}
