//! Keeps the page and the browser's address together: a router small enough to read. What the addresses stand for is in
//! `rollcall_view`.

use crate::form::leave::Unsaved;
use leptos::{ev, prelude::*};
pub use rollcall_view::{Route, TeamTab, UserTab};
use std::time::Duration;

/// How long the address may be behind what is typed once it has changed often: browsers complain about one that changes with every key.
const BEHIND: Duration = Duration::from_millis(300);
/// So often it changes at once, within this time.
const AT_ONCE: u8 = 40;
const WITHIN: Duration = Duration::from_secs(15);

/// Where the page is.
#[derive(Clone, Copy)]
pub struct Router {
    route: RwSignal<Route>,
    /// What follows the path after the question mark: how a list is searched, filtered and sorted.
    query: RwSignal<String>,
    /// Whether the query has yet to be written into the address.
    due: StoredValue<bool>,
    /// How often it was written at once lately.
    written: StoredValue<u8>,
    unsaved: Unsaved,
}

impl Router {
    /// Reads the address, and follows the browser's back and forward.
    pub fn start(unsaved: Unsaved) -> Self {
        let (route, query) = (RwSignal::new(here()), RwSignal::new(asked()));
        let router = Self { route, query, due: StoredValue::new(false), written: StoredValue::new(0), unsaved };
        let _ = window_event_listener(ev::popstate, move |_| {
            router.due.set_value(false);
            let (to, query) = (here(), asked());
            if unsaved.any() {
                // The browser has moved already; the page stays where the form is until the person agrees to lose it.
                router.push();
                unsaved.leave(Callback::new(move |()| router.show(to.clone(), query.clone())));
            } else {
                router.query.set(query);
                router.route.set(to);
            }
        });
        router
    }

    /// Where the page is; tracked.
    pub fn get(self) -> Route {
        self.route.get()
    }

    /// Whether a test holds for where the page is; tracked.
    pub fn is(self, test: impl Fn(&Route) -> bool) -> bool {
        self.route.with(test)
    }

    /// What follows the path; tracked.
    pub fn query(self) -> String {
        self.query.get()
    }

    /// Keeps how a list is shown in the address, so that a reload and "back" find it again.
    pub fn keep(self, query: String) {
        if self.query.with_untracked(|now| *now == query) {
            return;
        }
        self.query.set(query);
        if !self.due.get_value() {
            self.due.set_value(true);
            let before = self.written.get_value();
            if before == 0 {
                let again = move || {
                    let _ = self.written.try_update_value(|written| *written = 0);
                };
                set_timeout(again, WITHIN);
            }
            self.written.set_value(before.saturating_add(1));
            // Not before what was asked for is shown.
            set_timeout(move || self.write(), if before < AT_ONCE { Duration::ZERO } else { BEHIND });
        }
    }

    /// Tells the address of the query, if it does not know yet.
    fn write(self) {
        if self.due.try_get_value() == Some(true) {
            self.due.set_value(false);
            if let Ok(history) = window().history() {
                let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&self.address()));
            }
        }
    }

    /// Goes there, as a step that "back" undoes. From a list to one of the things in it, the list stays as it is shown.
    pub fn go(self, to: Route) {
        let same_list = self.route.with_untracked(Route::screen).is_some_and(|here| to.screen() == Some(here));
        let query = if same_list { self.query.get_untracked() } else { String::new() };
        self.go_asking(to, query);
    }

    /// Goes to a list that is shown in a way of its own.
    pub fn go_asking(self, to: Route, query: String) {
        if self.route.with_untracked(|now| *now == to) && self.query.with_untracked(|now| *now == query) {
            return;
        }
        self.unsaved.leave(Callback::new(move |()| {
            self.write();
            self.show(to.clone(), query.clone());
        }));
    }

    /// Shows a place, as a step that "back" undoes.
    fn show(self, to: Route, query: String) {
        self.query.set(query);
        self.route.set(to);
        self.push();
    }

    /// Adds where the page is to the browser's history.
    fn push(self) {
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&self.address()));
        }
    }

    /// Goes there in place of where the page is.
    pub fn replace(self, to: Route) {
        self.due.set_value(false);
        self.query.set(String::new());
        self.route.set(to);
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&self.address()));
        }
    }

    fn address(self) -> String {
        let path = self.route.with_untracked(Route::path);
        self.query.with_untracked(|query| if query.is_empty() { path.clone() } else { format!("{path}?{query}") })
    }
}

/// What follows the path in the address.
fn asked() -> String {
    window().location().search().unwrap_or_default().trim_start_matches('?').to_owned()
}

fn here() -> Route {
    Route::parse(&window().location().pathname().unwrap_or_default())
}

/// Whether a click on a link is the page's to follow, not the browser's (a new tab, a download).
pub fn is_plain_click(event: &ev::MouseEvent) -> bool {
    event.button() == 0 && !(event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key())
}
