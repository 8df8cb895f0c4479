//! The teams of the organisation (S2.17–S2.20): the list, and one of them beside it with who is in it.

mod detail;
mod row;

use crate::{
    language::t,
    list::{List, frame, table, tools},
    state::app,
    ui::icon::Icon,
};
use leptos::prelude::*;
use rollcall_core::id::TeamId;
use rollcall_view::{Screen, list::TEAMS};

/// The page.
#[component]
pub fn Teams() -> impl IntoView {
    let app = app();
    let list = List::new(app, Screen::Teams, &TEAMS);
    let all = Memo::new(move |_| app.ask(|replica, _| replica.view().teams().count()).unwrap_or_default());
    let inside = view! {
        <header class="page-head">
            <div class="page-title">
                <h1 id="list-title">{t!(teams)}</h1>
                <p class="soft number">{move || t!(teams_found, count = all.get())}</p>
            </div>
        </header>
        {tools(list)}
        {table(list, move |id| row::line(app, TeamId::new(id)), false, Icon::Teams, || ().into_any())}
    };
    frame(list, Signal::from(false), inside.into_any(), move |id| detail::detail(list, TeamId::new(id)), |_| false)
}
