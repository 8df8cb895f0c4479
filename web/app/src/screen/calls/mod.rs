//! Calls (S0.12, S3.11): those that go on, as they change, and those of the last weeks, with what came of them.

mod detail;
mod row;

pub(super) use row::{Told, told};

use crate::{
    download::{Content, download},
    language::{say, t},
    list::{List, frame, table, tools},
    state::{App, app},
    ui::icon::{Icon, icon},
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_core::{
    id::CallId,
    query::{CallListQuery, call_list},
};
use rollcall_view::{
    Screen,
    list::{CALLS, call_query},
};
use std::time::Duration;

/// What the parts of this page share. A handle: copies are the same.
#[derive(Clone, Copy)]
struct Page {
    app: App,
    list: List,
    /// Counts seconds: what goes on takes longer with each.
    tick: RwSignal<u32>,
}

/// The page.
#[component]
pub fn Calls() -> impl IntoView {
    let app = app();
    let list = List::new(app, Screen::Calls, &CALLS);
    let page = Page { app, list, tick: RwSignal::new(0) };
    let clock = set_interval_with_handle(move || page.tick.update(|tick| *tick += 1), Duration::from_secs(1));
    on_cleanup(move || {
        if let Ok(clock) = clock {
            clock.clear();
        }
    });
    let live = Memo::new(move |_| {
        let nothing = CallListQuery { limit: Some(0), ..CallListQuery::default() };
        let counts = app.ask(|replica, now| call_list(replica.view(), &replica.context(now), &nothing).counts);
        counts.unwrap_or_default().live
    });
    let inside = view! {
        <header class="page-head">
            <div class="page-title">
                <h1 id="list-title">{t!(calls)}</h1>
                <p class="soft number" role="status">{move || t!(calls_live_now, count = live.get())}</p>
            </div>
            <button type="button" class="button" title=t!(calls_export_note) on:click=move |_| export(page)>
                {icon(Icon::Download)}
                {t!(calls_export)}
            </button>
        </header>
        {tools(list)}
        {table(list, move |id| row::line(page, CallId::new(id)), false, Icon::Phone, || ().into_any())}
    };
    let detail = move |id| detail::detail(page, CallId::new(id));
    frame(list, Signal::from(false), inside.into_any(), detail, |_| false)
}

/// Saves the calls that the list shows, all of them, as a workbook.
fn export(page: Page) {
    let rows = page.app.ask_once(|replica, now| {
        let (names, context) = (replica.view(), replica.context(now));
        let query = page.list.query.with_untracked(|query| call_query(query, 0..usize::MAX));
        let calls = call_list(names, &context, &query).calls;
        let heading = CALLS.columns.iter().map(|column| say(&(column.name)())).collect();
        let rows = calls.into_iter().filter_map(|call| row::told(names, &context, call));
        std::iter::once(heading).chain(rows.map(|told| told.texts().into())).collect()
    });
    if let Some(rows) = rows {
        spawn_local(download(page.app, t!(calls), Content::Sheet(t!(calls), rows)));
    }
}
