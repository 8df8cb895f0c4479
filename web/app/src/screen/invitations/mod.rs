//! Those who have not come in yet (S0.7, S2.15): whom to invite, whose invitation is open, runs out, or did not arrive.

mod ask;
mod detail;
mod row;

use super::{
    invite::{Mode, invite},
    users::{
        action::{Doing, Offer, act, now, offers},
        new_user_mode,
        undelivered::Mails,
    },
};
use crate::{
    language::t,
    list::{self, Act, List, act_menu, bulk_bar, frame, opener, pending, table, tools},
    state::{App, app},
    ui::icon::Icon,
};
use leptos::prelude::*;
use rollcall_core::{
    Key, Timestamp,
    command::Verb,
    id::UserId,
    query::{InvitationQuery, invitation_list},
    sync::Replica,
};
use rollcall_view::{Screen, list::INVITATIONS};
use std::collections::HashSet;

/// What the parts of this page share. A handle: copies are the same.
#[derive(Clone, Copy)]
struct Page {
    app: App,
    list: List,
    /// The records with changes that the server has not judged.
    pending: Memo<HashSet<Key>>,
    /// The mails that could not be delivered.
    mails: Mails,
    /// The dialog that is open.
    ask: RwSignal<Option<Ask>>,
}

/// A dialog of this page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Ask {
    Invite(Mode),
    Send(Vec<UserId>),
    Revoke(Vec<UserId>),
}

/// What is offered for somebody: that which is about invitations.
fn offered(replica: &Replica, now: Timestamp, id: UserId) -> Vec<Offer> {
    let mut all = offers(replica, now, id);
    all.retain(|offer| matches!(offer.doing, Doing::Send | Doing::Resend | Doing::Revoke));
    all
}

/// The page.
#[component]
pub fn Invitations() -> impl IntoView {
    let app = app();
    let list = List::new(app, Screen::Invitations, &INVITATIONS);
    let page = Page { app, list, pending: pending(app), mails: Mails::start(app), ask: RwSignal::new(None) };
    // The list counts and finds those as well.
    Effect::new(move |_| list.marked.set(page.mails.users().into_iter().map(UserId::uuid).collect()));
    let all = Memo::new(move |_| {
        let query = InvitationQuery { limit: Some(0), ..InvitationQuery::default() };
        app.ask(|replica, now| invitation_list(replica.view(), &query, now).counts.all).unwrap_or_default()
    });
    let inviting = opener(app, Verb::InviteUser);
    let open = Callback::new(move |()| page.ask.set(new_user_mode(app).map(Ask::Invite)));
    let inside = view! {
        <header class="page-head">
            <div class="page-title">
                <h1 id="list-title">{t!(invitations)}</h1>
                <p class="soft number">{move || t!(users_found, count = all.get())}</p>
            </div>
            {inviting.button(t!(invite_user), open)}
        </header>
        {tools(list)}
        {table(list, move |id| row::line(page, UserId::new(id)), true, Icon::Send, move || inviting.button(t!(invite_user), open))}
        {bar(page)}
    };
    let detail = move |id| detail::detail(page, UserId::new(id));
    let key = move |key: &str| key == "n" && inviting.open(open);
    let on_close = Callback::new(move |()| page.ask.set(None));
    let dialog = move || match page.ask.get() {
        None => ().into_any(),
        Some(Ask::Invite(mode)) => invite(mode, on_close),
        Some(Ask::Send(users)) => ask::send(page, &users, on_close),
        Some(Ask::Revoke(users)) => ask::revoke(page, &users, on_close),
    };
    let menu = move |(id, anchor)| {
        let user = UserId::new(id);
        let offers = app.ask_once(|replica, now| offered(replica, now, user)).unwrap_or_default();
        let acts: Vec<Act> = offers.iter().map(act).collect();
        act_menu(list, id, anchor, Icon::Send, acts, begin(page, user, offers))
    };
    view! {
        {frame(list, Signal::from(false), inside.into_any(), detail, key)}
        {move || list.menu.get().map(menu)}
        {dialog}
    }
}

/// Does the one of some offers at a place; what takes something away is asked first.
fn begin(page: Page, id: UserId, offers: Vec<Offer>) -> Callback<usize> {
    Callback::new(move |place: usize| match offers.get(place).map(|offer| offer.doing) {
        Some(Doing::Revoke) => page.ask.set(Some(Ask::Revoke(vec![id]))),
        Some(doing) => now(page.app, doing, id),
        None => {}
    })
}

/// What can be done to all that are selected.
fn bar(page: Page) -> AnyView {
    let deeds = Memo::new(move |_| {
        vec![
            list::Deed { label: t!(invitations_send), sign: Icon::Send, bad: false },
            list::Deed { label: t!(users_revoke), sign: Icon::Undo, bad: true },
        ]
    });
    let ask = Callback::new(move |place: usize| {
        let users = page.list.selection().into_iter().map(UserId::new).collect();
        page.ask.set(Some(if place == 0 { Ask::Send(users) } else { Ask::Revoke(users) }));
    });
    bulk_bar(page.list, t!(invitations), t!(actions), deeds, ask)
}
