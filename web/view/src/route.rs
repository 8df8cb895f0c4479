//! What each address stands for. Those of screens come from the table, those of mailed links from the core.

use crate::screen::Screen;
use rollcall_core::{api::MailedPage, id::UserId};
use uuid::Uuid;

/// The page where a new password is requested.
const FORGOT: &str = "forgot";

/// A place in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// A screen, and which of the things that it lists is open in it.
    At(Screen, Option<Uuid>),
    /// Asking for a new password.
    Forgot,
    /// The page of a mailed link, and the link's token.
    Mailed(MailedPage, String),
    /// No such address.
    #[default]
    Unknown,
}

impl Route {
    /// Where one is who asks for nothing else.
    pub const HOME: Self = Self::At(Screen::HOME, None);

    /// A user beside the list.
    pub const fn user(id: UserId) -> Self {
        Self::At(Screen::Users, Some(id.uuid()))
    }

    /// What an address stands for.
    pub fn parse(path: &str) -> Self {
        let mut parts = path.trim_matches('/').split('/');
        let (first, second) = (parts.next().unwrap_or_default(), parts.next());
        if parts.next().is_some() {
            return Self::Unknown;
        }
        match (Screen::at(first), second) {
            (Some(screen), None) => Self::At(screen, None),
            (Some(screen), Some(id)) if screen.declared().opens => {
                Uuid::parse_str(id).map_or(Self::Unknown, |id| Self::At(screen, Some(id)))
            }
            (Some(_), Some(_)) => Self::Unknown,
            (None, None) if first.is_empty() => Self::HOME,
            (None, None) if first == FORGOT => Self::Forgot,
            (None, None) => Self::Unknown,
            (None, Some(token)) => {
                MailedPage::named(first).map_or(Self::Unknown, |page| Self::Mailed(page, token.to_owned()))
            }
        }
    }

    /// The address of a place.
    pub fn path(&self) -> String {
        match self {
            Self::At(screen, None) => format!("/{}", screen.declared().path),
            Self::At(screen, Some(id)) => format!("/{}/{id}", screen.declared().path),
            Self::Forgot => format!("/{FORGOT}"),
            Self::Mailed(page, token) => page.path(token),
            Self::Unknown => "/".into(),
        }
    }

    /// The screen, if it is one of an organisation.
    pub const fn screen(&self) -> Option<Screen> {
        match self {
            Self::At(screen, _) => Some(*screen),
            Self::Forgot | Self::Mailed(..) | Self::Unknown => None,
        }
    }

    /// What is open in a screen, if that is where the page is.
    pub fn open_in(&self, screen: Screen) -> Option<Uuid> {
        match self {
            Self::At(here, open) if *here == screen => *open,
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_an_address_that_leads_back_to_it() {
        let id = Uuid::from_u128(7);
        for screen in Screen::ALL.iter().copied() {
            let route = Route::At(screen, None);
            assert_eq!(Route::parse(&route.path()), route);
            let open = Route::At(screen, Some(id));
            let expected = if screen.declared().opens { open.clone() } else { Route::Unknown };
            assert_eq!(Route::parse(&open.path()), expected);
        }
        assert_eq!(Route::parse(&Route::Forgot.path()), Route::Forgot);
        for page in MailedPage::ALL {
            let mailed = Route::Mailed(page, "t0ken".into());
            assert_eq!(Route::parse(&page.path("t0ken")), mailed, "a mail leads to it");
            assert_eq!(mailed.path(), page.path("t0ken"));
        }
        assert_eq!(Route::parse("/"), Route::HOME);
        for unknown in ["/nowhere", "/users/x", "/users/1/2", "/import/x"] {
            assert_eq!(Route::parse(unknown), Route::Unknown, "{unknown}");
        }
    }
}
