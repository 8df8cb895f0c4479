//! The directory of colleagues, for everybody (S4.1): searched, called, written to. What is shown of each is what the directory of
//! this device holds; whoever may only look people up finds it here when it comes in.

mod detail;
mod row;

use crate::{
    language::t,
    list::{List, frame, table, tools},
    state::{App, app},
    ui::icon::Icon,
};
use leptos::prelude::*;
use rollcall_core::{
    id::UserId,
    query::{StateFilter, UserQuery, user_list},
};
use rollcall_view::{Screen, list::DIRECTORY};

/// What the parts of this page share. A handle: copies are the same.
#[derive(Clone, Copy)]
struct Page {
    app: App,
    list: List,
}

/// The page.
#[component]
pub fn Directory() -> impl IntoView {
    let app = app();
    let page = Page { app, list: List::new(app, Screen::Directory, &DIRECTORY) };
    let all = Memo::new(move |_| {
        let state = StateFilter::Active;
        let query = UserQuery { state, hide_system: true, limit: Some(0), ..UserQuery::default() };
        app.ask(|replica, now| user_list(replica.view(), &query, now).total).unwrap_or_default()
    });
    let inside = view! {
        <header class="page-head">
            <div class="page-title">
                <h1 id="list-title">{t!(directory)}</h1>
                <p class="soft number">{move || t!(directory_found, count = all.get())}</p>
            </div>
        </header>
        {tools(page.list)}
        {table(page.list, move |id| row::line(page, UserId::new(id)), false, Icon::Users, || ().into_any())}
    };
    let detail = move |id| detail::detail(page, UserId::new(id));
    frame(page.list, Signal::from(true), inside.into_any(), detail, |_| false)
}
