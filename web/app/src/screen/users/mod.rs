//! The users of the organisation (S1.1–S1.3): the list, and everything that can be done to them. The core answers what is shown
//! and what may be done; the kit of lists asks for the rows in sight only.

pub(super) mod action;
mod ask;
mod assign;
mod bulk;
mod detail;
mod dialogs;
mod edit;
mod export;
mod extension;
mod hand_over;
mod head;
mod licence;
mod off_board;
mod off_board_many;
pub mod plan;
mod row;
pub(super) mod undelivered;
mod welcome;

use crate::{
    language::t,
    later::{Apart, later},
    list::{List, frame, table},
    screen::invite::{Making, invite},
    state::{App, app},
    ui::{button::Button, icon::Icon},
};
pub use dialogs::Dialogs;
pub use head::new_user_mode;
use leptos::prelude::*;
use rollcall_core::{Command, id::UserId, query::BulkAction};
use rollcall_view::{Screen, list::USERS};
use std::collections::HashSet;
use uuid::Uuid;
pub use welcome::Welcome;

/// What the parts of this page share. A handle: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Page {
    pub(super) app: App,
    list: List,
    /// Users with commands that the server has not judged.
    pub(super) pending: Memo<HashSet<UserId>>,
    /// The dialog that is open.
    pub(super) ask: RwSignal<Option<Ask>>,
    /// The mails that could not be delivered.
    mails: undelivered::Mails,
    /// Whether whoever is here wants to be shown what to do first in a new organisation.
    welcomed: RwSignal<bool>,
}

/// A dialog of this page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    /// The form for a new user, or something else that is dialled.
    New(Making),
    /// Which users are saved as a file.
    Export,
    Edit(UserId),
    Licence(UserId),
    /// What it signs in with is handed over.
    HandOver(UserId),
    /// How it leaves.
    OffBoard(UserId),
    /// How all of these leave.
    OffBoardMany(Vec<UserId>),
    /// It gets an extension.
    GiveExtension(UserId),
    /// Its extension is taken from it.
    TakeExtension(UserId),
    /// Whether something is to be done to these.
    Bulk(BulkAction, Vec<UserId>),
    /// Which role, team or licence these are to get or lose.
    Assign(assign::What, Vec<UserId>),
}

impl Page {
    pub(super) fn new(app: App) -> Self {
        let pending = Memo::new(move |_| {
            let users = app.ask(|replica, _| {
                let pending = replica.pending().map(|pending| &pending.envelope.command);
                pending.chain(replica.drafts().map(|(_, command)| command)).filter_map(Command::user).collect()
            });
            users.unwrap_or_default()
        });
        Self {
            app,
            list: List::new(app, Screen::Users, &USERS),
            pending,
            ask: RwSignal::new(None),
            mails: undelivered::Mails::start(app),
            welcomed: RwSignal::new(app.setting(welcome::SETTING).is_none()),
        }
    }

    /// Who is selected.
    fn selection(self) -> Vec<UserId> {
        self.list.selection().into_iter().map(UserId::new).collect()
    }
}

/// The page.
#[component]
pub fn Users() -> impl IntoView {
    let app = app();
    let page = Page::new(app);
    provide_context(page);
    let list = page.list;
    list.on_pressed(Callback::new(move |(id, gives): (Uuid, bool)| {
        let doing = if gives { action::Doing::GiveExtension } else { action::Doing::TakeExtension };
        action::start(page, doing, UserId::new(id));
    }));
    // What the palette leads to.
    Effect::new(move |_| {
        let Some((verb, Some(id))) = app.wanted.get() else { return };
        if let Some(doing) = action::Doing::of(verb) {
            app.wanted.set(None);
            action::start(page, doing, UserId::new(id));
        }
    });
    let reads_only = Memo::new(move |_| app.is_ready() && !head::administers(app));
    let nobody = move || {
        view! { <Button label=t!(invite_user) kind="primary" on_click=Callback::new(move |_| head::invite(page)) /> }
            .into_any()
    };
    let inside = view! {
        <head::Head />
        {table(list, move |id| row::line(page, UserId::new(id)), true, Icon::Users, nobody)}
        {bulk::bar(page)}
    };
    let detail = move |id| detail::detail(page, UserId::new(id));
    let key = move |key: &str| {
        if key == rollcall_view::shortcuts::Shortcut::New.key() {
            head::invite(page);
        }
        key == rollcall_view::shortcuts::Shortcut::New.key()
    };
    let closing = Callback::new(move |()| page.ask.set(None));
    let making = Memo::new(move |_| match page.ask.get() {
        Some(Ask::New(making)) => Some(making),
        _ => None,
    });
    // All of them lie in a file of their own.
    let asks = Memo::new(move |_| page.ask.with(Option::is_some) && making.get().is_none());
    let apart: Apart = expect_context();
    view! {
        {frame(list, reads_only.into(), inside.into_any(), detail, key)}
        {move || list.menu.get().map(|(id, anchor)| action::menu(page, UserId::new(id), anchor))}
        {move || making.get().map(|making| invite(making, closing))}
        {move || asks.get().then(|| later(apart.user_dialogs, String::new()))}
    }
}
