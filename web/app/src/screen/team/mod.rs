//! The page of a team (S0.9–S0.12, S2.17–S2.20): who is in it and why, its channels, where its calls go, and what is done to it, in tabs
//! that are addresses. What is shown and what may be done, the core answers for each team.

mod channels;
mod head;
mod hours;
mod members;
mod ringing;
mod roles;
mod routing;
mod settings;

use super::{
    sure::{Sure, sure},
    user::Offered,
};
use crate::{
    language::t,
    list::pending,
    router::{Route, TeamTab},
    state::{App, app},
    text, title,
    ui::{button::Button, empty::EmptyState, icon::Icon},
};
use leptos::prelude::*;
use rollcall_core::{
    Key,
    command::Verb,
    id::TeamId,
    query::{self, TeamDetail, team_detail},
};
use rollcall_view::Screen;
pub use settings::{kind_at, kinds};
use std::{collections::HashSet, sync::Arc};

/// What the parts of this page share. A handle: copies are the same.
#[derive(Clone, Copy)]
struct One {
    app: App,
    id: TeamId,
    /// Everything about it; none when there is no such team to see.
    detail: Memo<Option<Arc<TeamDetail>>>,
    /// What may be done to it.
    offers: Memo<Vec<query::Offer>>,
    /// The records with changes that the server has not judged.
    pending: Memo<HashSet<Key>>,
    /// What is asked about before it is done.
    asking: RwSignal<Option<Sure>>,
}

impl One {
    fn new(id: TeamId) -> Self {
        let app = app();
        Self {
            app,
            id,
            detail: Memo::new(move |_| {
                app.ask(|replica, now| team_detail(replica.view(), id, now)).flatten().map(Arc::new)
            }),
            offers: Memo::new(move |_| {
                let offers = |replica: &rollcall_core::sync::Replica, now| {
                    query::offers(replica.view(), &replica.context(now), &Key::Team(id))
                };
                app.ask(offers).unwrap_or_default()
            }),
            pending: pending(app),
            asking: RwSignal::new(None),
        }
    }

    /// Whether something is offered; tracked.
    fn offered(self, verb: Verb) -> Option<Offered> {
        let offer = self.offers.with(|offers| offers.iter().find(|offer| offer.verb == verb).cloned())?;
        let said = || self.app.ask_once(|replica, _| text::refusals(&offer.why_not, Some(replica.view())));
        Some(Offered { why_not: (!offer.why_not.is_empty()).then(said).flatten() })
    }

    /// Whether it can be done at this moment; tracked.
    fn may(self, verb: Verb) -> bool {
        self.offered(verb).is_some_and(|offered| offered.why_not.is_none())
    }

    /// A part of what is known of it, asked again when it changes.
    fn part<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        part: impl Fn(&TeamDetail) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| self.detail.with(|detail| detail.as_deref().map(&part)))
    }

    /// Whether this record waits for the server's word; tracked.
    fn waits(self, key: Key) -> bool {
        self.pending.with(|pending| pending.contains(&key))
    }

    /// What it is called.
    fn name(self) -> String {
        let name = |detail: &Option<Arc<TeamDetail>>| detail.as_ref().map(|detail| detail.row.name.to_string());
        self.detail.with_untracked(name).unwrap_or_default()
    }

    /// The tabs that have anything to show; tracked.
    fn tabs(self) -> Vec<TeamTab> {
        TeamTab::ALL.into_iter().filter(|tab| self.shows(*tab)).collect()
    }

    fn shows(self, tab: TeamTab) -> bool {
        match tab {
            TeamTab::Members | TeamTab::Channels | TeamTab::Calls => true,
            TeamTab::Settings => {
                [Verb::EditTeam, Verb::SetAvatar, Verb::DisableTeam, Verb::EnableTeam, Verb::DeleteTeam]
                    .into_iter()
                    .any(|verb| self.offered(verb).is_some())
            }
        }
    }
}

/// The page; the text is the team's id.
#[component]
pub fn Team(id: String) -> impl IntoView {
    let Ok(id) = id.parse::<TeamId>() else { return ().into_any() };
    let one = One::new(id);
    let there = Memo::new(move |_| one.detail.with(Option::is_some));
    Effect::new(move |_| {
        if let Some(name) = one.detail.with(|detail| detail.as_ref().map(|detail| detail.row.name.to_string())) {
            title::set(name);
        }
    });
    let draw = move || match there.get() {
        false => gone(one),
        true => view! {
            {head::head(one)}
            {head::tabs(one)}
            {shown(one)}
        }
        .into_any(),
    };
    view! {
        <div class="page user-page">{draw}</div>
        {sure(one.app, one.asking)}
    }
    .into_any()
}

/// Where there is no such team to see.
fn gone(one: One) -> AnyView {
    let list = move |_| one.app.router.replace(Route::At(Screen::Teams, None));
    view! {
        <EmptyState sign=Icon::Teams title=t!(teams_gone_title) sentence=t!(teams_gone_sentence)>
            <Button label=t!(team_go) kind="primary" on_click=Callback::new(list) />
        </EmptyState>
    }
    .into_any()
}

/// The tab that the address names, or the first where it has nothing to show.
fn tab(one: One) -> TeamTab {
    let asked = match one.app.router.get() {
        Route::Team(_, tab) => tab,
        _ => TeamTab::default(),
    };
    if one.shows(asked) { asked } else { TeamTab::default() }
}

fn shown(one: One) -> AnyView {
    let tab = Memo::new(move |_| tab(one));
    view! {
        <div class="user-tab">
            {move || match tab.get() {
                TeamTab::Members => view! { {members::members(one)} {roles::roles(one)} }.into_any(),
                TeamTab::Channels => channels::channels(one),
                TeamTab::Calls => view! { {routing::routing(one)} {ringing::ringing(one)} }.into_any(),
                TeamTab::Settings => settings::settings(one),
            }}
        </div>
    }
    .into_any()
}
