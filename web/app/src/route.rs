//! Addresses: what each stands for, and a router small enough to read. A router crate would add a third to the page.

use leptos::{ev, prelude::*};
use rollcall_core::{api::MailedPage, id::UserId};
use std::time::Duration;

/// A place in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The list of users, and the one whose details are open.
    Users(Option<UserId>),
    Import,
    Inbox,
    Mail,
    About,
    /// One's own account.
    Account,
    /// The security log of the organisation.
    Security,
    /// Asking for a new password.
    Forgot,
    /// The page of a mailed link, and the link's token.
    Mailed(MailedPage, String),
    /// No such address.
    #[default]
    Unknown,
}

impl Route {
    /// What an address stands for.
    pub fn parse(path: &str) -> Self {
        let mut parts = path.trim_matches('/').split('/');
        match (parts.next().unwrap_or_default(), parts.next(), parts.next()) {
            ("" | "users", None, None) => Self::Users(None),
            ("users", Some(id), None) => id.parse().map_or(Self::Unknown, |id| Self::Users(Some(id))),
            ("import", None, None) => Self::Import,
            ("inbox", None, None) => Self::Inbox,
            ("mail", None, None) => Self::Mail,
            ("about", None, None) => Self::About,
            ("account", None, None) => Self::Account,
            ("security", None, None) => Self::Security,
            ("forgot", None, None) => Self::Forgot,
            (name, Some(token), None) => {
                MailedPage::named(name).map_or(Self::Unknown, |page| Self::Mailed(page, token.to_owned()))
            }
            _ => Self::Unknown,
        }
    }

    /// The address of a place.
    pub fn path(&self) -> String {
        match self {
            Self::Users(None) => "/users".into(),
            Self::Users(Some(id)) => format!("/users/{id}"),
            Self::Import => "/import".into(),
            Self::Inbox => "/inbox".into(),
            Self::Mail => "/mail".into(),
            Self::About => "/about".into(),
            Self::Account => "/account".into(),
            Self::Security => "/security".into(),
            Self::Forgot => "/forgot".into(),
            Self::Mailed(page, token) => page.path(token),
            Self::Unknown => "/".into(),
        }
    }
}

/// How long the address may be behind what is typed: browsers complain about an address that changes with every key.
const BEHIND: Duration = Duration::from_millis(300);

/// Where the page is.
#[derive(Clone, Copy)]
pub struct Router {
    route: RwSignal<Route>,
    /// What follows the path after the question mark: how a list is searched, filtered and sorted.
    query: RwSignal<String>,
    /// Whether the address has still to be told of the query.
    due: StoredValue<bool>,
}

impl Router {
    /// Reads the address, and follows the browser's back and forward.
    pub fn start() -> Self {
        let router = Self { route: RwSignal::new(here()), query: RwSignal::new(asked()), due: StoredValue::new(false) };
        let _ = window_event_listener(ev::popstate, move |_| {
            router.due.set_value(false);
            router.query.set(asked());
            router.route.set(here());
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
            set_timeout(move || self.write(), BEHIND);
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

    /// Goes there, as a step that "back" undoes. From the list of users to one of them, the list stays as it is shown.
    pub fn go(self, to: Route) {
        let same_list = self.route.with_untracked(|now| matches!((now, &to), (Route::Users(_), Route::Users(_))));
        if self.route.with_untracked(|now| *now == to) {
            return;
        }
        self.write();
        if !same_list {
            self.query.set(String::new());
        }
        self.route.set(to);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_an_address_that_leads_back_to_it() {
        let user = UserId::fixed(7);
        for route in [
            Route::Users(None),
            Route::Users(Some(user)),
            Route::Import,
            Route::Inbox,
            Route::Mail,
            Route::About,
            Route::Account,
            Route::Security,
            Route::Forgot,
        ] {
            assert_eq!(Route::parse(&route.path()), route);
        }
        for page in MailedPage::ALL {
            let mailed = Route::Mailed(page, "t0ken".into());
            assert_eq!(Route::parse(&page.path("t0ken")), mailed, "a mail leads to it");
            assert_eq!(mailed.path(), page.path("t0ken"));
        }
        assert_eq!(Route::parse("/"), Route::Users(None));
        for unknown in ["/nowhere", "/users/x", "/users/1/2", "/import/x"] {
            assert_eq!(Route::parse(unknown), Route::Unknown, "{unknown}");
        }
    }
}
