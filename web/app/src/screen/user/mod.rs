//! The page of a user: everything about it, in tabs that are addresses (S4.10). What is shown and what may be done, the core
//! answers for each user; of one who is no person only the tabs that fit.

pub(super) mod access;
mod activity;
mod advanced;
mod answering;
mod ask;
mod extra;
mod give;
mod head;
pub(super) mod hours;
mod leaving;
mod numbers;
mod own;
mod own_calls;
pub(super) mod parts;
mod phones;
mod presence;
mod profile;
pub(super) mod ringing;
pub(super) mod rule;
mod sign_in;
mod target;
pub(super) mod telephony;
mod voicemail;

use super::users::Page;
use crate::{
    language::t,
    later::{Apart, later},
    router::{Route, UserTab},
    state::{App, app},
    text, title,
    ui::{button::Button, empty::EmptyState, icon::Icon},
};
use leptos::prelude::*;
pub(super) use own::own;
use rollcall_core::{
    Command, Key,
    command::Verb,
    id::UserId,
    model::UserKind,
    query::{self, UserDetail, user_detail},
    value::Country,
};
use std::sync::Arc;

/// What the parts of this page share. A handle: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct One {
    app: App,
    page: Page,
    id: UserId,
    /// Everything about it; none when there is no such user to see.
    detail: Memo<Option<Arc<UserDetail>>>,
    /// What may be done to it.
    offers: Memo<Vec<query::Offer>>,
    /// What was done to it and waits for the server's word.
    pending: Memo<Vec<Command>>,
    /// Whether what was done about it may be read.
    history: Memo<bool>,
    /// What is asked about before it is done.
    asking: RwSignal<Option<ask::Asked>>,
}

/// Something that is offered, or greyed for a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Offered {
    pub why_not: Option<String>,
}

impl One {
    fn new(id: UserId) -> Self {
        let app = app();
        let detail =
            Memo::new(move |_| app.ask(|replica, now| user_detail(replica.view(), id, now)).flatten().map(Arc::new));
        let offers = Memo::new(move |_| {
            let offers = |replica: &rollcall_core::sync::Replica, now| {
                query::offers(replica.view(), &replica.context(now), &Key::User(id))
            };
            app.ask(offers).unwrap_or_default()
        });
        let pending = Memo::new(move |_| {
            let pending = app.ask(|replica, _| {
                let pending = replica.pending().map(|pending| &pending.envelope.command);
                pending.chain(replica.drafts().map(|(_, command)| command)).cloned().collect::<Vec<_>>()
            });
            pending.unwrap_or_default()
        });
        let history = Memo::new(move |_| {
            let reads = app.ask(|replica, now| query::reads_history(replica.view(), &replica.context(now), id));
            reads.unwrap_or_default()
        });
        Self { app, page: Page::new(app), id, detail, offers, pending, history, asking: RwSignal::new(None) }
    }

    /// Whether it is whoever looks, as messages ask it.
    fn own(self) -> &'static str {
        let own = self.app.ask_once(|replica, _| replica.user() == self.id);
        if own.unwrap_or_default() { "yes" } else { "no" }
    }

    /// Whether something is offered; tracked.
    fn offered(self, verb: Verb) -> Option<Offered> {
        let offer = self.offers.with(|offers| offers.iter().find(|offer| offer.verb == verb).cloned())?;
        Some(Offered { why_not: self.said(&offer.why_not) })
    }

    /// Why not, as a sentence; nothing when nothing speaks against it.
    fn said(self, why_not: &[rollcall_core::Refusal]) -> Option<String> {
        let said = || self.app.ask_once(|replica, _| text::refusals(why_not, Some(replica.view())));
        (!why_not.is_empty()).then(said).flatten()
    }

    /// Whether it can be done at this moment; tracked.
    fn may(self, verb: Verb) -> bool {
        self.offered(verb).is_some_and(|offered| offered.why_not.is_none())
    }

    /// A part of what is known of it, asked again when it changes.
    fn part<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        part: impl Fn(&UserDetail) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| self.detail.with(|detail| detail.as_deref().map(&part)))
    }

    /// Whether one of these verbs, about this user, waits for the server's word; tracked.
    fn waits(self, verbs: &[Verb]) -> bool {
        let mine = |command: &Command| command.user() == Some(self.id) && verbs.contains(&command.verb());
        self.pending.with(|pending| pending.iter().any(mine))
    }

    /// What it is called.
    fn name(self) -> String {
        let name = |detail: &Option<Arc<UserDetail>>| detail.as_ref().map(|detail| detail.row.name.clone());
        self.detail.with_untracked(name).unwrap_or_default()
    }

    /// By which numbers typed without a country are completed.
    fn country(self) -> Option<Country> {
        let country = self.app.ask_once(|replica, _| {
            let own = replica.view().user(self.id).and_then(|user| user.profile.country.clone());
            own.or_else(|| replica.view().organisation().map(|house| house.country.clone()))
        });
        country.flatten()
    }

    /// Whether it is a person.
    fn is_person(self) -> bool {
        self.detail.with(|detail| detail.as_ref().is_none_or(|detail| detail.row.kind == UserKind::Person))
    }

    /// The tabs that have anything to show; tracked.
    fn tabs(self) -> Vec<UserTab> {
        UserTab::ALL.into_iter().filter(|tab| self.shows(*tab)).collect()
    }

    fn shows(self, tab: UserTab) -> bool {
        let has = |part: fn(&UserDetail) -> bool| self.detail.with(|detail| detail.as_deref().is_some_and(part));
        let offers = |verbs: &[Verb]| verbs.iter().any(|verb| self.offered(*verb).is_some());
        match tab {
            UserTab::Profile => true,
            UserTab::Access => {
                self.is_person() && (offers(&[Verb::GiveGrant]) || has(|detail| !detail.grants.is_empty()))
            }
            UserTab::Telephony => {
                offers(&[Verb::AssignExtension, Verb::ChangeExtension, Verb::AssignNumber, Verb::AddPhone])
                    || has(|detail| detail.line.is_some() || !detail.numbers.is_empty() || !detail.phones.is_empty())
            }
            UserTab::Answering => self.is_person() && offers(&[Verb::SetAnswering]),
            UserTab::Voicemail => self.is_person() && offers(&[Verb::SetVoicemail]),
            UserTab::Activity => self.history.get() && has(|_| true),
            UserTab::Advanced => offers(advanced::VERBS),
        }
    }
}

/// The page; the text is the user's id.
#[component]
pub fn User(id: String) -> impl IntoView {
    let Ok(id) = id.parse::<UserId>() else { return ().into_any() };
    let one = One::new(id);
    provide_context(one.page);
    let there = Memo::new(move |_| one.detail.with(Option::is_some));
    Effect::new(move |_| {
        let name = one.detail.with(|detail| detail.as_ref().map(|detail| detail.row.name.clone()));
        if let Some(name) = name {
            title::set(name);
        }
    });
    let asks = Memo::new(move |_| one.page.ask.with(Option::is_some));
    let apart: Apart = expect_context();
    view! {
        <div class="page user-page">
            {move || {
                if there.get() {
                    view! {
                        {head::head(one)}
                        {head::tabs(one)}
                        {shown(one)}
                    }
                    .into_any()
                } else {
                    gone(one)
                }
            }}
        </div>
        {ask::question(one)}
        {move || asks.get().then(|| later(apart.user_dialogs, String::new()))}
    }
    .into_any()
}

/// Where there is no such user to see.
fn gone(one: One) -> AnyView {
    let list = move |_| one.app.router.replace(Route::HOME);
    view! {
        <EmptyState sign=Icon::Users title=t!(users_gone_title) sentence=t!(users_gone_sentence)>
            <Button label=t!(go_to_users) kind="primary" on_click=Callback::new(list) />
        </EmptyState>
    }
    .into_any()
}

/// The tab that the address names, or the first where it has nothing to show.
fn tab(one: One) -> UserTab {
    let asked = match one.app.router.get() {
        Route::User(_, tab) => tab,
        _ => UserTab::default(),
    };
    if one.shows(asked) { asked } else { UserTab::default() }
}

fn shown(one: One) -> AnyView {
    let tab = Memo::new(move |_| tab(one));
    view! {
        <div class="user-tab">
            {move || match tab.get() {
                UserTab::Profile => profile::profile(one),
                UserTab::Access => access::access(one),
                UserTab::Telephony => telephony::telephony(one),
                UserTab::Answering => answering::answering(one),
                UserTab::Voicemail => voicemail::voicemail(one),
                UserTab::Activity => activity::activity(one),
                UserTab::Advanced => advanced::advanced(one),
            }}
        </div>
    }
    .into_any()
}
