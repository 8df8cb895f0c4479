//! The head of a team's page: the way back, what it is and how it stands, and the tabs.

use super::{One, tab};
use crate::{
    language::{self, say, t},
    router::{Route, TeamTab, is_plain_click},
    screen::{
        picture::picture_of,
        teams::row::{called_at, state},
    },
    ui::{
        avatar::pictured,
        badge::pending_mark,
        facts::facts,
        icon::{Icon, icon},
        link::Link,
    },
};
use leptos::prelude::*;
use rollcall_core::{Key, model::AvatarOf};
use rollcall_view::{Screen, list::kind_name};

/// What it is.
pub fn head(one: One) -> AnyView {
    let picture = Memo::new(move |_| picture_of(one.app, AvatarOf::Team(one.id)));
    let who = move || {
        one.detail.get().map(|detail| {
            let row = &detail.row;
            let name = row.name.to_string();
            let (word, tone) = state(row.disabled);
            let members = t!(teams_members, count = row.members);
            let managers = (!row.managers.is_empty()).then(|| t!(team_managed_by, names = row.managers.clone()));
            let called = called_at(row);
            let called = (!called.is_empty()).then(|| t!(team_called_at, numbers = called));
            let sub =
                [say(&kind_name(row.kind)), members].into_iter().chain(managers).chain(called).collect::<Vec<_>>();
            view! {
                {pictured(picture.get(), &name, one.id.uuid().as_u128(), "box large")}
                <div class="user-name">
                    <h1 id="team-title" tabindex="-1" dir="auto">{name}</h1>
                    <p class="soft">{facts(sub)}</p>
                    <div class="row-of">
                        <span class=format!("badge {tone}")>{word}</span>
                        {one.waits(Key::Team(one.id)).then(pending_mark)}
                    </div>
                </div>
            }
        })
    };
    view! {
        <header class="user-head">
            <Link to=Route::At(Screen::Teams, None) class="back">{icon(Icon::Back)} {t!(teams)}</Link>
            <div class="user-who">{who}</div>
        </header>
    }
    .into_any()
}

fn label(tab: TeamTab) -> String {
    match tab {
        TeamTab::Members => language::say(&rollcall_words::name::field(rollcall_core::refusal::Field::Members)),
        TeamTab::Channels => t!(teams_channels),
        TeamTab::Calls => t!(teams_calls),
        TeamTab::Settings => t!(team_settings),
    }
}

/// The tabs: links, so that each can be opened anew, kept and sent.
pub fn tabs(one: One) -> AnyView {
    let router = one.app.router;
    let shown = Memo::new(move |_| one.tabs());
    let here = Memo::new(move |_| tab(one));
    let link = move |tab: TeamTab| {
        let to = Route::Team(one.id, tab);
        view! {
            <a
                href=to.path()
                aria-current=move || (here.get() == tab).then_some("page")
                on:click=move |event| {
                    if is_plain_click(&event) {
                        event.prevent_default();
                        router.go(to.clone());
                    }
                }
            >
                {label(tab)}
            </a>
        }
    };
    view! {
        <nav class="tabs" aria-label=t!(team_tabs)>
            {move || shown.get().into_iter().map(link).collect_view()}
        </nav>
    }
    .into_any()
}
