//! The users of the organisation (S1.1–S1.3): search, filter, sort, select, and everything that can be done to them. The
//! core answers what is shown and what may be done; this page asks for the rows in sight only.

mod action;
mod address;
mod ask;
mod assign;
mod bulk;
mod carry_out;
mod detail;
mod edit;
mod filters;
mod head;
mod licence;
mod plan;
mod selection;
mod sort;
mod table;
mod undelivered;

use crate::{
    browser,
    list::virtual_rows::Window,
    router::Route,
    screen::invite::{Invite, Mode},
    state::{App, app},
    ui::menu::Anchor,
};
use action::ActionMenu;
use leptos::{ev, prelude::*};
use rollcall_core::{
    Command,
    id::UserId,
    query::{BulkAction, UserList, UserQuery, user_list},
};
use rollcall_view::Screen;
use selection::Selection;
use std::collections::HashSet;

/// What the parts of this page share. A handle: copies are the same.
#[derive(Clone, Copy)]
struct Page {
    app: App,
    /// How the list is searched, filtered and sorted; the address says the same.
    query: RwSignal<UserQuery>,
    shown: Memo<Shown>,
    /// Users with commands that the server has not judged.
    pending: Memo<HashSet<UserId>>,
    selection: Selection,
    /// The row that the keyboard is on.
    cursor: RwSignal<usize>,
    window: Window,
    /// The menu that is open, for whom and where.
    menu: RwSignal<Option<(UserId, Anchor)>>,
    /// The dialog that is open.
    ask: RwSignal<Option<Ask>>,
    /// The mails that could not be delivered.
    mails: undelivered::Mails,
    /// How far a bulk command is: done, of how many.
    progress: RwSignal<Option<(usize, usize)>>,
}

/// The part of the list that is in sight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Shown {
    /// The place of the first of `list.users` in the whole list.
    from: usize,
    list: UserList,
}

impl Shown {
    fn at(&self, index: usize) -> Option<UserId> {
        self.list.users.get(index.checked_sub(self.from)?).copied()
    }
}

/// A dialog of this page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Ask {
    Invite(Mode),
    Edit(UserId),
    Licence(UserId),
    /// Whether something is to be done to these.
    Bulk(BulkAction, Vec<UserId>),
    /// Which role, team or licence these are to get or lose.
    Assign(assign::What, Vec<UserId>),
}

impl Page {
    fn new(app: App) -> Self {
        let query = RwSignal::new(address::query(&untrack(|| app.router.query())));
        let window = Window::new();
        let rows = Memo::new(move |_| window.rows());
        let shown = Memo::new(move |_| {
            let rows = rows.get();
            let query = UserQuery { from: rows.start, limit: Some(rows.len()), ..query.get() };
            let list = app.ask(|replica, now| user_list(replica.view(), &query, now)).unwrap_or_default();
            Shown { from: rows.start, list }
        });
        let pending = Memo::new(move |_| {
            let users = app.ask(|replica, _| {
                let pending = replica.pending().map(|pending| &pending.envelope.command);
                pending.chain(replica.drafts().map(|(_, command)| command)).filter_map(Command::user).collect()
            });
            users.unwrap_or_default()
        });
        let page = Self {
            app,
            query,
            shown,
            pending,
            selection: Selection::new(),
            cursor: RwSignal::new(0),
            window,
            menu: RwSignal::new(None),
            ask: RwSignal::new(None),
            mails: undelivered::Mails::start(app),
            progress: RwSignal::new(None),
        };
        // "Back" and "forward" bring the list as it was.
        Effect::new(move |_| {
            let wanted = address::query(&app.router.query());
            if page.query.with_untracked(|now| *now != wanted) {
                page.query.set(wanted);
                page.rewind();
            }
        });
        page
    }

    fn user_at(self, index: usize) -> Option<UserId> {
        self.shown.with(|shown| shown.at(index))
    }

    /// How many users the whole list has; tracked.
    fn total(self) -> usize {
        self.shown.with(|shown| shown.list.total)
    }

    /// The users of a part of the list, asked for at this moment, whether in sight or not.
    fn users(self, from: usize, limit: Option<usize>) -> Vec<UserId> {
        let query = UserQuery { from, limit, ..self.query.get_untracked() };
        self.app.ask_once(|replica, now| user_list(replica.view(), &query, now).users).unwrap_or_default()
    }

    fn open(self, id: UserId) {
        self.app.router.go(Route::user(id));
    }

    /// Shows the list in another way, from its top, and keeps that in the address.
    fn show(self, change: impl FnOnce(&mut UserQuery)) {
        self.query.update(change);
        self.app.router.keep(self.query.with_untracked(address::of));
        self.rewind();
    }

    fn rewind(self) {
        self.cursor.set(0);
        self.window.rewind();
    }

    /// Moves the keyboard's row.
    fn step(self, to: usize) {
        let last = untrack(|| self.total()).saturating_sub(1);
        let to = to.min(last);
        self.cursor.set(to);
        self.window.reveal(to);
    }
}

/// The page.
#[component]
pub fn Users() -> impl IntoView {
    let app = app();
    let page = Page::new(app);
    provide_context(page);
    let listener = window_event_listener(ev::keydown, move |event| keys(page, &event));
    on_cleanup(move || listener.remove());
    let open = Memo::new(move |_| app.router.get().open_in(Screen::Users).map(UserId::new));
    let reads_only = Memo::new(move |_| app.is_ready() && !head::administers(app));
    view! {
        <div class="users" class:reading=move || reads_only.get() class:with-detail=move || open.get().is_some()>
            <section class="list" aria-labelledby="users-title">
                <head::Head />
                <table::Table />
                <bulk::BulkBar />
            </section>
            {move || open.get().map(|id| view! { <detail::Detail id=id /> })}
        </div>
        {move || page.menu.get().map(|(id, anchor)| view! { <ActionMenu id=id anchor=anchor /> })}
        {move || {
            let close = move || page.ask.set(None);
            page.ask
                .get()
                .map(|ask| match ask {
                    Ask::Invite(mode) => view! { <Invite mode=mode on_close=Callback::new(move |()| close()) /> }.into_any(),
                    Ask::Edit(id) => view! { <edit::EditProfileDialog id=id on_close=Callback::new(move |()| close()) /> }.into_any(),
                    Ask::Licence(id) => view! { <licence::LicenceDialog id=id on_close=close /> }.into_any(),
                    Ask::Bulk(action, ids) => view! { <ask::AskFirst action=action ids=ids on_close=close /> }.into_any(),
                    Ask::Assign(what, ids) => view! { <assign::Assign what=what ids=ids on_close=close /> }.into_any(),
                })
        }}
    }
}

/// Keys that work wherever the focus is on this page.
fn keys(page: Page, event: &ev::KeyboardEvent) {
    if event.meta_key() || event.ctrl_key() || event.alt_key() || browser::is_covered() {
        return;
    }
    let typing = browser::is_typing();
    match event.key().as_str() {
        "/" if !typing => {
            event.prevent_default();
            browser::focus("search");
        }
        "n" if !typing => {
            event.prevent_default();
            head::invite(page);
        }
        "Escape" => {
            if page.query.with_untracked(|query| !query.search.is_empty()) && typing {
                page.show(|query| query.search.clear());
            } else if page.selection.len_untracked() > 0 {
                page.selection.clear();
            } else {
                page.app.router.go(Route::HOME);
                browser::focus("grid");
            }
        }
        _ => {}
    }
}
