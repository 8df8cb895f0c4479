//! The teams of the organisation (S2.17–S2.20): the list, and one of them beside it with who is in it.

mod create;
mod detail;
pub(super) mod row;

use crate::{
    language::t,
    list::{List, frame, opener, table, tools},
    state::app,
    ui::icon::Icon,
};
use leptos::prelude::*;
use rollcall_core::{command::Verb, id::TeamId};
use rollcall_view::{Screen, list::TEAMS};

/// The page.
#[component]
pub fn Teams() -> impl IntoView {
    let app = app();
    let list = List::new(app, Screen::Teams, &TEAMS);
    let all = Memo::new(move |_| app.ask(|replica, _| replica.view().teams().count()).unwrap_or_default());
    let creating = RwSignal::new(false);
    let adding = opener(app, Verb::CreateTeam);
    let add = Callback::new(move |()| creating.set(true));
    let inside = view! {
        <header class="page-head">
            <div class="page-title">
                <h1 id="list-title">{t!(teams)}</h1>
                <p class="soft number">{move || t!(teams_found, count = all.get())}</p>
            </div>
            {adding.button(t!(team_new), add)}
        </header>
        {tools(list)}
        {table(list, move |id| row::line(app, TeamId::new(id)), false, Icon::Teams, move || adding.button(t!(team_new), add))}
    };
    let key = move |key: &str| key == "n" && adding.open(add);
    let on_close = Callback::new(move |()| creating.set(false));
    view! {
        {frame(list, Signal::from(false), inside.into_any(), move |id| detail::detail(list, TeamId::new(id)), key)}
        {move || creating.get().then(|| create::dialog(app, on_close))}
    }
}
