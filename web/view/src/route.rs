//! What each address stands for. Those of screens come from the table, those of mailed links from the core.

use crate::screen::Screen;
use rollcall_core::{
    api::{MailedPage, SET_UP_PAGE},
    id::{TeamId, UserId},
};
use uuid::Uuid;

/// The page where a new password is requested.
const FORGOT: &str = "forgot";

/// A part of a user's page, each with an address of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum UserTab {
    #[default]
    Profile,
    Access,
    Telephony,
    Answering,
    Voicemail,
    Activity,
    Advanced,
}

impl UserTab {
    /// All of them, in their order.
    pub const ALL: [Self; 7] = [
        Self::Profile,
        Self::Access,
        Self::Telephony,
        Self::Answering,
        Self::Voicemail,
        Self::Activity,
        Self::Advanced,
    ];

    /// The last part of its address.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::Access => "access",
            Self::Telephony => "telephony",
            Self::Answering => "answering",
            Self::Voicemail => "voicemail",
            Self::Activity => "activity",
            Self::Advanced => "advanced",
        }
    }

    fn at(path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.path() == path)
    }
}

/// A part of a team's page, each with an address of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TeamTab {
    #[default]
    Members,
    Channels,
    Calls,
    Settings,
}

impl TeamTab {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Members, Self::Channels, Self::Calls, Self::Settings];

    /// The last part of its address.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Channels => "channels",
            Self::Calls => "calls",
            Self::Settings => "settings",
        }
    }

    fn at(path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.path() == path)
    }
}

/// A place in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// A screen, and which of the things that it lists is open in it.
    At(Screen, Option<Uuid>),
    /// The page of a user, and the part of it that is shown.
    User(UserId, UserTab),
    /// The page of a team, and the part of it that is shown.
    Team(TeamId, TeamTab),
    /// Asking for a new password.
    Forgot,
    /// Founding the first organisation of a server.
    SetUp,
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
        if let Some(third) = parts.next() {
            let id = second.filter(|_| parts.next().is_none()).and_then(|id| Uuid::parse_str(id).ok());
            let page = id.and_then(|id| match Screen::at(first)? {
                Screen::Users => UserTab::at(third).map(|tab| Self::User(UserId::new(id), tab)),
                Screen::Teams => TeamTab::at(third).map(|tab| Self::Team(TeamId::new(id), tab)),
                _ => None,
            });
            return page.unwrap_or_default();
        }
        match (Screen::at(first), second) {
            (Some(screen), None) => Self::At(screen, None),
            (Some(screen), Some(id)) if screen.declared().opens => {
                Uuid::parse_str(id).map_or(Self::Unknown, |id| Self::At(screen, Some(id)))
            }
            (Some(_), Some(_)) => Self::Unknown,
            (None, None) if first.is_empty() => Self::HOME,
            (None, None) if first == FORGOT => Self::Forgot,
            (None, None) if first == SET_UP_PAGE => Self::SetUp,
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
            Self::User(id, tab) => format!("/{}/{id}/{}", Screen::Users.declared().path, tab.path()),
            Self::Team(id, tab) => format!("/{}/{id}/{}", Screen::Teams.declared().path, tab.path()),
            Self::Forgot => format!("/{FORGOT}"),
            Self::SetUp => format!("/{SET_UP_PAGE}"),
            Self::Mailed(page, token) => page.path(token),
            Self::Unknown => "/".into(),
        }
    }

    /// The screen, if it is one of an organisation: of the page of a user or a team, the list that leads to it.
    pub const fn screen(&self) -> Option<Screen> {
        match self {
            Self::At(screen, _) => Some(*screen),
            Self::User(..) => Some(Screen::Users),
            Self::Team(..) => Some(Screen::Teams),
            Self::Forgot | Self::SetUp | Self::Mailed(..) | Self::Unknown => None,
        }
    }

    /// Whose page it is, if it is one of a user.
    pub const fn user_page(&self) -> Option<UserId> {
        match self {
            Self::User(id, _) => Some(*id),
            _ => None,
        }
    }

    /// Which team's page it is, if it is one of a team.
    pub const fn team_page(&self) -> Option<TeamId> {
        match self {
            Self::Team(id, _) => Some(*id),
            _ => None,
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
        for tab in UserTab::ALL {
            let route = Route::User(UserId::new(id), tab);
            assert_eq!(Route::parse(&route.path()), route);
            assert_eq!((route.screen(), route.user_page()), (Some(Screen::Users), Some(UserId::new(id))));
            assert_eq!(Route::parse(&format!("{}/more", route.path())), Route::Unknown);
            assert_eq!(Route::parse(&format!("/teams/{id}/{}", tab.path())), Route::Unknown);
        }
        for tab in TeamTab::ALL {
            let route = Route::Team(TeamId::new(id), tab);
            assert_eq!(Route::parse(&route.path()), route);
            assert_eq!((route.screen(), route.team_page()), (Some(Screen::Teams), Some(TeamId::new(id))));
            assert_eq!((route.user_page(), Route::User(UserId::new(id), UserTab::Profile).team_page()), (None, None));
            assert_eq!(Route::parse(&format!("{}/more", route.path())), Route::Unknown);
            assert_eq!(Route::parse(&format!("/users/{id}/{}", tab.path())), Route::Unknown);
        }
        assert_eq!(Route::parse(&format!("/users/{id}/nowhere")), Route::Unknown);
        assert_eq!(Route::parse(&Route::Forgot.path()), Route::Forgot);
        assert_eq!(Route::parse(&Route::SetUp.path()), Route::SetUp);
        for page in MailedPage::ALL {
            let mailed = Route::Mailed(page, "t0ken".into());
            assert_eq!(Route::parse(&page.path("t0ken")), mailed, "a mail leads to it");
            assert_eq!(mailed.path(), page.path("t0ken"));
        }
        assert_eq!(Route::parse("/"), Route::HOME);
        for unknown in ["/nowhere", "/users/x", "/users/1/2", "/users/x/profile", "/import/x"] {
            assert_eq!(Route::parse(unknown), Route::Unknown, "{unknown}");
        }
    }
}
