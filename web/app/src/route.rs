//! Addresses: what each stands for, and a router small enough to read. A router crate would add a third to the page.

use leptos::{ev, prelude::*};
use rollcall_core::id::UserId;

/// A place in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The list of users, and the one whose details are open.
    Users(Option<UserId>),
    Import,
    Inbox,
    Mail,
    About,
    /// An invitation's link; its token.
    Invite(String),
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
            ("invite", Some(token), None) => Self::Invite(token.to_owned()),
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
            Self::Invite(token) => format!("/invite/{token}"),
            Self::Unknown => "/".into(),
        }
    }
}

/// Where the page is.
#[derive(Clone, Copy)]
pub struct Router(RwSignal<Route>);

impl Router {
    /// Reads the address, and follows the browser's back and forward.
    pub fn start() -> Self {
        let router = Self(RwSignal::new(here()));
        let _ = window_event_listener(ev::popstate, move |_| router.0.set(here()));
        router
    }

    /// Where the page is; tracked.
    pub fn get(self) -> Route {
        self.0.get()
    }

    /// Where the page is at this moment; not tracked.
    pub fn now(self) -> Route {
        self.0.get_untracked()
    }

    /// Whether a test holds for where the page is; tracked.
    pub fn is(self, test: impl Fn(&Route) -> bool) -> bool {
        self.0.with(test)
    }

    /// Goes there, as a step that "back" undoes.
    pub fn go(self, to: Route) {
        if self.0.with_untracked(|now| *now == to) {
            return;
        }
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&to.path()));
        }
        self.0.set(to);
    }

    /// Goes there in place of where the page is.
    pub fn replace(self, to: Route) {
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&to.path()));
        }
        self.0.set(to);
    }
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
            Route::Invite("t0ken".into()),
        ] {
            assert_eq!(Route::parse(&route.path()), route);
        }
        assert_eq!(Route::parse("/"), Route::Users(None));
        for unknown in ["/nowhere", "/users/x", "/users/1/2", "/import/x"] {
            assert_eq!(Route::parse(unknown), Route::Unknown, "{unknown}");
        }
    }
}
