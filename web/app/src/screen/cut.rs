//! The screens that lie in files of their own: the page opens without what its user may never look at. Once the page
//! is open, all of them are fetched while there is nothing else to do: a tab that stays open for days, or loses the network,
//! does not miss them.
//!
//! Each is cut off with all that only it needs at `#[wasm_split(FILE)]`; `cargo xtask site` takes the module apart.

use super::seen::if_seen;
use super::{
    about, accept, account, activity, address, attention, calls, choose, contacts, directory, extensions, figures,
    forgot, import, inbox, invitations, invite, licences, mail, numbers, palette, password, recycle_bin, results,
    roles, security, set_up, settings, shortcuts, team, teams, user, users, views,
};
use crate::{
    excel::excel,
    language,
    later::{Found, Later},
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_view::Screen;
use std::time::Duration;
use wasm_split_helpers::wasm_split;

/// How long the page is left alone before it fetches what it may need later.
const AFTER: Duration = Duration::from_secs(3);

/// Declares the screens in files of their own: the file, the name, and the component that draws it.
macro_rules! screens {
    ($($file:ident: $name:ident as $later:ident = |$token:pat_param| $component:expr;)+) => {
        $(
            #[wasm_split($file, fallible)]
            fn $name() -> Found {
                Ok(|$token| $component.into_any())
            }

            /// The screen in a file of its own.
            pub const $later: Later = || Box::pin($name());
        )+

        /// All of them.
        const ALL: &[Later] = &[$($later,)+];
    };
}

screens! {
    users: invite as INVITE = |_| view! { <invite::Opened /> };
    users: user_dialogs as USER_DIALOGS = |_| view! { <users::Dialogs /> };
    users: welcome as WELCOME = |_| view! { <users::Welcome /> };
    user: user as USER = |id| view! { <user::User id=id /> };
    teams: team as TEAM = |id| view! { <team::Team id=id /> };
    teams: teams as TEAMS = |_| view! { <teams::Teams /> };
    roles: roles as ROLES = |_| if_seen(Screen::Roles, || view! { <roles::Roles /> }.into_any());
    people: directory as DIRECTORY = |_| view! { <directory::Directory /> };
    people: contacts as CONTACTS = |_| view! { <contacts::Contacts /> };
    people: invitations as INVITATIONS = |_| if_seen(Screen::Invitations, || view! { <invitations::Invitations /> }.into_any());
    people: recycle_bin as RECYCLE_BIN = |_| if_seen(Screen::RecycleBin, || view! { <recycle_bin::RecycleBin /> }.into_any());
    telephony: extensions as EXTENSIONS = |_| if_seen(Screen::Extensions, || view! { <extensions::Extensions /> }.into_any());
    telephony: licences as LICENCES = |_| if_seen(Screen::Licences, || view! { <licences::Licences /> }.into_any());
    telephony: numbers as NUMBERS = |_| if_seen(Screen::Numbers, || view! { <numbers::Numbers /> }.into_any());
    calls: calls as CALLS = |_| if_seen(Screen::Calls, || view! { <calls::Calls /> }.into_any());
    calls: figures as FIGURES = |_| if_seen(Screen::Figures, || view! { <figures::Figures /> }.into_any());
    palette: palette as PALETTE = |_| view! { <palette::Contents /> };
    palette: shortcuts as SHORTCUTS = |_| view! { <shortcuts::Sheet /> };
    views: save_view as SAVE_VIEW = |_| view! { <views::Save /> };
    views: results as RESULTS = |_| view! { <results::Results /> };
    views: views as VIEWS = |_| view! { <views::Manage /> };
    import: import as IMPORT = |_| view! { <import::Import /> };
    import: import_contacts as IMPORT_CONTACTS = |_| view! { <import::ImportContacts /> };
    entry: forgot as FORGOT = |_| view! { <forgot::Forgot /> };
    entry: choose as CHOOSE = |_| view! { <choose::Organisations /> };
    entry: accept as ACCEPT = |token| view! { <accept::Accept token=token /> };
    entry: password as PASSWORD = |token| view! { <password::Password token=token /> };
    entry: set_up as SET_UP = |_| view! { <set_up::SetUp /> };
    entry: address as ADDRESS = |token| view! { <address::Address token=token /> };
    more: inbox as INBOX = |_| view! { <inbox::Inbox /> };
    more: attention as ATTENTION = |_| if_seen(Screen::Attention, || view! { <attention::Attention /> }.into_any());
    more: activity as ACTIVITY = |_| if_seen(Screen::Activity, || view! { <activity::Activity /> }.into_any());
    more: mail as MAIL = |_| view! { <mail::Mail /> };
    more: about as ABOUT = |_| view! { <about::About /> };
    more: settings as SETTINGS = |_| if_seen(Screen::Settings, || view! { <settings::Settings /> }.into_any());
    user: account as ACCOUNT = |_| view! { <account::Account /> };
    more: security as SECURITY = |_| view! { <security::Security /> };
}

/// Fetches all of them, after the page has done what matters first.
pub fn fetch_ahead() {
    let fetch = async {
        language::whole().await;
        for screen in ALL {
            // What is unavailable now is fetched again when it is to be shown.
            let _ = screen().await;
        }
        let _ = excel().await;
    };
    set_timeout(move || spawn_local(fetch), AFTER);
}
