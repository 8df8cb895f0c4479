//! One screen a file or a folder. A screen asks the core's queries and issues its commands; who may do what is not its business.

pub mod about;
pub mod accept;
pub mod account;
pub mod address;
pub mod choose;
pub mod cut;
pub mod entry;
pub mod expired;
pub mod extensions;
pub mod forgot;
pub mod import;
pub mod inbox;
pub mod invite;
pub mod mail;
pub mod numbers;
mod own_data;
pub mod palette;
pub mod password;
mod picks;
mod place;
mod seats;
pub mod security;
pub mod sign_in;
pub mod sign_out;
pub mod teams;
pub mod user;
pub mod users;
pub mod views;

use crate::{
    language::t,
    later::{Later, later},
    state::app,
    ui::{empty::EmptyState, icon::Icon},
};
use leptos::prelude::*;
use rollcall_core::id::UserId;
use rollcall_view::{Reader, Screen};

/// Draws a screen of an open organisation.
pub fn draw(screen: Screen) -> AnyView {
    match screen {
        Screen::Users => view! { <users::Users /> }.into_any(),
        Screen::Teams => later(cut::TEAMS, String::new()),
        Screen::Numbers => if_seen(screen, cut::NUMBERS),
        Screen::Extensions => if_seen(screen, cut::EXTENSIONS),
        Screen::Import => later(cut::IMPORT, String::new()),
        Screen::Inbox => later(cut::INBOX, String::new()),
        Screen::Mail => later(cut::MAIL, String::new()),
        Screen::Security => later(cut::SECURITY, String::new()),
        Screen::About => later(cut::ABOUT, String::new()),
        Screen::Account => later(cut::ACCOUNT, String::new()),
    }
}

/// Draws the page of a user.
pub fn draw_user(user: UserId) -> AnyView {
    later(cut::USER, user.to_string())
}

/// A screen for those who have any use for it; others who came to its address are told that they may not see it.
fn if_seen(screen: Screen, drawn: Later) -> AnyView {
    let app = app();
    let barred = Memo::new(move |_| {
        let seen = app.ask(|replica, now| {
            let reader = Reader { directory: replica.view(), context: &replica.context(now), mails_kept: false };
            screen.is_seen_by(&reader)
        });
        app.is_ready() && seen == Some(false)
    });
    let shown = move || match barred.get() {
        true => view! { <EmptyState sign=Icon::Shield title=t!(no_access_title) sentence=t!(no_access_sentence) /> }
            .into_any(),
        false => later(drawn, String::new()),
    };
    shown.into_any()
}
