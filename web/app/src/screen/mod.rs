//! One screen a file or a folder. A screen asks the core's queries and issues its commands; who may do what is not its business.

pub mod about;
pub mod accept;
pub mod account;
pub mod activity;
pub mod address;
pub mod attention;
pub mod calls;
pub mod choose;
pub mod contacts;
pub mod cut;
pub mod directory;
pub mod entry;
pub mod expired;
pub mod extensions;
pub mod figures;
pub mod forgot;
mod gather;
mod history;
pub mod import;
pub mod inbox;
pub mod invitations;
pub mod invite;
pub mod licences;
pub mod mail;
mod numbering;
pub mod numbers;
mod own_data;
pub mod palette;
pub mod password;
mod picks;
mod picture;
mod place;
pub mod recycle_bin;
pub mod results;
pub mod roles;
mod seats;
pub mod security;
mod seen;
pub mod set_up;
pub mod settings;
pub mod shortcuts;
pub mod sign_in;
pub mod sign_out;
mod sure;
pub mod team;
pub mod teams;
pub mod user;
pub mod users;
pub mod views;

use crate::later::later;
use leptos::prelude::*;
use rollcall_core::id::{TeamId, UserId};
use rollcall_view::Screen;

/// Draws a screen of an open organisation.
pub fn draw(screen: Screen) -> AnyView {
    match screen {
        Screen::Users => view! { <users::Users /> }.into_any(),
        Screen::Directory => later(cut::DIRECTORY, String::new()),
        Screen::Teams => later(cut::TEAMS, String::new()),
        Screen::Roles => later(cut::ROLES, String::new()),
        Screen::Numbers => later(cut::NUMBERS, String::new()),
        Screen::Extensions => later(cut::EXTENSIONS, String::new()),
        Screen::Licences => later(cut::LICENCES, String::new()),
        Screen::Calls => later(cut::CALLS, String::new()),
        Screen::Figures => later(cut::FIGURES, String::new()),
        Screen::Invitations => later(cut::INVITATIONS, String::new()),
        Screen::Contacts => later(cut::CONTACTS, String::new()),
        Screen::RecycleBin => later(cut::RECYCLE_BIN, String::new()),
        Screen::Import => later(cut::IMPORT, String::new()),
        Screen::ImportContacts => later(cut::IMPORT_CONTACTS, String::new()),
        Screen::Inbox => later(cut::INBOX, String::new()),
        Screen::Attention => later(cut::ATTENTION, String::new()),
        Screen::Activity => later(cut::ACTIVITY, String::new()),
        Screen::Mail => later(cut::MAIL, String::new()),
        Screen::Security => later(cut::SECURITY, String::new()),
        Screen::Settings => later(cut::SETTINGS, String::new()),
        Screen::About => later(cut::ABOUT, String::new()),
        Screen::Account => later(cut::ACCOUNT, String::new()),
    }
}

/// Draws the page of a team.
pub fn draw_team(team: TeamId) -> AnyView {
    later(cut::TEAM, team.to_string())
}

/// Draws the page of a user.
pub fn draw_user(user: UserId) -> AnyView {
    later(cut::USER, user.to_string())
}
