//! The teams of the organisation (S2.17–S2.20): the list, and one of them beside it with who is in it.

pub mod action;
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
    let asked: action::Asked = RwSignal::new(None);
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
        {table(list, move |id| row::line(app, TeamId::new(id)), true, Icon::Teams, move || adding.button(t!(team_new), add))}
        {action::bar(list, asked)}
    };
    let reads_only = Memo::new(move |_| app.is_ready() && !action::offers_any(list));
    // What the palette leads to.
    Effect::new(move |_| {
        let Some((verb, Some(id))) = app.wanted.get() else { return };
        if let Some(doing) = action::Doing::ALL.into_iter().find(|doing| doing.verb() == verb) {
            app.wanted.set(None);
            action::begin(asked, Some(doing), vec![TeamId::new(id)]);
        }
    });
    let key = move |key: &str| key == rollcall_view::shortcuts::Shortcut::New.key() && adding.open(add);
    let on_close = Callback::new(move |()| creating.set(false));
    view! {
        {frame(list, reads_only.into(), inside.into_any(), move |id| detail::detail(list, asked, TeamId::new(id)), key)}
        {move || list.menu.get().map(|(id, anchor)| action::menu(list, asked, TeamId::new(id), anchor))}
        {action::asked_of(list, asked)}
        {move || creating.get().then(|| create::dialog(app, on_close))}
    }
}
