//! Those who have not come in yet (S0.7, S2.15): whom to invite, whose invitation is open, runs out, or did not arrive.

mod ask;
mod detail;
mod row;
mod schedule;

use super::{
    invite::{Making, Mode, invite},
    users::{
        action::{self, Doing, now, offers},
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
    model::Scheduled,
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

impl Page {
    /// Whether something done to somebody, or ordered for it, waits for the server's word; tracked.
    fn waits(self, id: UserId) -> bool {
        self.pending.with(|pending| pending.contains(&Key::User(id)) || pending.contains(&Key::Scheduled(id)))
    }
}

/// A dialog of this page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Ask {
    Invite(Mode),
    Send(Vec<UserId>),
    Revoke(Vec<UserId>),
    Schedule(UserId),
}

/// What can be done about the invitation of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Now(Doing),
    /// It goes out at a moment, or at another one.
    Schedule,
    CallOff,
}

/// What is offered for somebody, in the order of the menu.
fn offered(replica: &Replica, now: Timestamp, id: UserId) -> Vec<(Deed, Act)> {
    let scheduled = replica.view().scheduled(id).and_then(Scheduled::invitation).is_some();
    let mut all: Vec<(Deed, Act)> = offers(replica, now, id)
        .iter()
        .filter(|offer| matches!(offer.doing, Doing::Send | Doing::Resend | Doing::Revoke))
        .map(|offer| {
            let mut act = action::act(offer);
            if scheduled && offer.doing == Doing::Send {
                act.label = t!(invitations_send_now);
            }
            (Deed::Now(offer.doing), act)
        })
        .collect();
    if let Some(offer) = list::offered(replica, now, Verb::ScheduleInvitation, &Key::User(id)) {
        let label = if scheduled { t!(invitations_reschedule) } else { t!(invitations_schedule) };
        all.push((Deed::Schedule, Act::new(label, Icon::Clock, &offer.why_not, replica)));
        if scheduled {
            all.push((Deed::CallOff, Act::new(t!(invitations_call_off), Icon::Close, &offer.why_not, replica)));
        }
    }
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
    let key = move |key: &str| key == rollcall_view::shortcuts::Shortcut::New.key() && inviting.open(open);
    let on_close = Callback::new(move |()| page.ask.set(None));
    let dialog = move || match page.ask.get() {
        None => ().into_any(),
        Some(Ask::Invite(mode)) => invite(Making::Person(mode), on_close),
        Some(Ask::Send(users)) => ask::send(page, &users, on_close),
        Some(Ask::Revoke(users)) => ask::revoke(page, &users, on_close),
        Some(Ask::Schedule(user)) => schedule::schedule(page, user, on_close),
    };
    let menu = move |(id, anchor)| {
        let user = UserId::new(id);
        let offers = app.ask_once(|replica, now| offered(replica, now, user)).unwrap_or_default();
        let (deeds, acts): (Vec<Deed>, Vec<Act>) = offers.into_iter().unzip();
        act_menu(list, id, anchor, Icon::Send, acts, begin(page, user, deeds))
    };
    view! {
        {frame(list, Signal::from(false), inside.into_any(), detail, key)}
        {move || list.menu.get().map(menu)}
        {dialog}
    }
}

/// Does the one of some deeds at a place; what takes something away is asked first.
fn begin(page: Page, id: UserId, deeds: Vec<Deed>) -> Callback<usize> {
    Callback::new(move |place: usize| match deeds.get(place) {
        Some(Deed::Now(Doing::Revoke)) => page.ask.set(Some(Ask::Revoke(vec![id]))),
        Some(Deed::Now(doing)) => now(page.app, *doing, id),
        Some(Deed::Schedule) => page.ask.set(Some(Ask::Schedule(id))),
        Some(Deed::CallOff) => schedule::call_off(page, id),
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
