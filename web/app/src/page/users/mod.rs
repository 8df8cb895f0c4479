//! The users of the organisation (S1.1–S1.3): search, filter, select, and everything that can be done to them.

mod action;
mod ask;
mod bulk;
mod detail;
mod edit;
mod head;
mod licence;
mod table;

pub use licence::{add_on_boxes, plan_choice};

use crate::{
    app, browser,
    page::invite::{Invite, Mode},
    part::{menu::Anchor, virtual_list::Window},
    route::Route,
    state::{App, app},
};
use action::{ActionMenu, Doing};
use leptos::{ev, prelude::*};
use rollcall_core::{
    id::UserId,
    query::{StateFilter, UserList, UserQuery, user_list},
};
use std::collections::HashSet;

/// What the parts of this page share. A handle: copies are the same.
#[derive(Clone, Copy)]
struct Page {
    app: App,
    search: RwSignal<String>,
    filter: RwSignal<StateFilter>,
    list: Memo<UserList>,
    /// Users with commands that the server has not judged.
    pending: Memo<HashSet<UserId>>,
    selected: RwSignal<HashSet<UserId>>,
    /// Where a range of selected rows starts.
    from: StoredValue<usize>,
    /// The row that the keyboard is on.
    cursor: RwSignal<usize>,
    window: Window,
    /// The menu that is open, for whom and where.
    menu: RwSignal<Option<(UserId, Anchor)>>,
    /// The dialog that is open.
    ask: RwSignal<Option<Ask>>,
    /// How far a bulk command is: done, of how many.
    progress: RwSignal<Option<(usize, usize)>>,
}

/// A dialog of this page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Ask {
    Invite(Mode),
    Edit(UserId),
    Licence(UserId),
    Suspend(Vec<UserId>),
    Delete(Vec<UserId>),
}

impl Page {
    fn new(app: App) -> Self {
        let search = RwSignal::new(String::new());
        let filter = RwSignal::new(StateFilter::All);
        let list = Memo::new(move |_| {
            let query = UserQuery { search: search.get(), state: filter.get(), ..UserQuery::default() };
            app.ask(|replica, now| user_list(replica.view(), &query, now)).unwrap_or_default()
        });
        let pending = Memo::new(move |_| {
            let users = app.ask(|replica, _| replica.pending().filter_map(|p| p.envelope.command.user()).collect());
            users.unwrap_or_default()
        });
        Self {
            app,
            search,
            filter,
            list,
            pending,
            selected: RwSignal::new(HashSet::new()),
            from: StoredValue::new(0),
            cursor: RwSignal::new(0),
            window: Window::new(),
            menu: RwSignal::new(None),
            ask: RwSignal::new(None),
            progress: RwSignal::new(None),
        }
    }

    fn user_at(self, index: usize) -> Option<UserId> {
        self.list.with(|list| list.users.get(index).copied())
    }

    fn open(self, id: UserId) {
        self.app.router.go(Route::Users(Some(id)));
    }

    /// Another search or filter starts at the top.
    fn show(self, filter: StateFilter) {
        self.filter.set(filter);
        self.rewind();
    }

    fn rewind(self) {
        self.cursor.set(0);
        self.window.rewind();
    }

    /// Moves the keyboard's row.
    fn step(self, to: usize) {
        let last = self.list.with_untracked(|list| list.users.len()).saturating_sub(1);
        let to = to.min(last);
        self.cursor.set(to);
        self.window.reveal(to);
    }

    /// Selects a row or takes it back; with a range, every row since the last one that was picked.
    fn pick(self, index: usize, on: bool, range: bool) {
        let from = if range { self.from.get_value() } else { index };
        self.from.set_value(index);
        let ids = self.list.with_untracked(|list| {
            let (low, high) = (from.min(index), from.max(index).min(list.users.len().saturating_sub(1)));
            list.users.get(low..=high).map(<[UserId]>::to_vec).unwrap_or_default()
        });
        self.selected.update(|selected| {
            for id in ids {
                if on {
                    selected.insert(id);
                } else {
                    selected.remove(&id);
                }
            }
        });
    }
}

/// The page.
#[component]
pub fn Users() -> impl IntoView {
    let app = app();
    let page = Page::new(app);
    provide_context(page);
    app::title("Users");
    let listener = window_event_listener(ev::keydown, move |event| keys(page, &event));
    on_cleanup(move || listener.remove());
    let open = Memo::new(move |_| match app.router.get() {
        Route::Users(open) => open,
        _ => None,
    });
    let reads_only = Memo::new(move |_| app.is_ready() && !head::administers(page));
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
                    Ask::Invite(mode) => view! { <Invite mode=mode on_close=close /> }.into_any(),
                    Ask::Edit(id) => view! { <edit::EditProfileDialog id=id on_close=close /> }.into_any(),
                    Ask::Licence(id) => view! { <licence::LicenceDialog id=id on_close=close /> }.into_any(),
                    Ask::Suspend(ids) => view! { <ask::AskFirst doing=Doing::Suspend ids=ids on_close=close /> }.into_any(),
                    Ask::Delete(ids) => view! { <ask::AskFirst doing=Doing::Delete ids=ids on_close=close /> }.into_any(),
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
            if page.search.with_untracked(|search| !search.is_empty()) && typing {
                page.search.set(String::new());
            } else if page.selected.with_untracked(|selected| !selected.is_empty()) {
                page.selected.set(HashSet::new());
            } else {
                page.app.router.go(Route::Users(None));
                browser::focus("grid");
            }
        }
        _ => {}
    }
}
