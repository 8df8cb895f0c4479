//! The routes, one resource a file.

mod account;
mod address;
mod audit;
mod calls;
mod commands;
mod export;
mod hand_over;
mod info;
mod invitation;
mod live;
mod mail;
mod password;
mod pin;
mod session;
mod setup;
mod sync;
mod undelivered;
mod users;

use super::{App, guard};
use axum::{
    middleware,
    routing::{MethodRouter, delete, get, post},
};

/// All of them, by their addresses below [`API`](rollcall_core::api::API).
pub fn routes() -> Vec<(&'static str, MethodRouter<App>)> {
    let plain = plain().into_iter().map(|(path, route)| (path, route.layer(middleware::from_fn(guard::no_query))));
    plain.chain(asked()).collect()
}

/// Those that read what follows a `?`, and refuse of it what they don't know.
fn asked() -> Vec<(&'static str, MethodRouter<App>)> {
    vec![
        ("/tenants/{tenant}/commands", post(commands::post)),
        ("/tenants/{tenant}/audit", get(audit::get)),
        ("/tenants/{tenant}/calls", get(calls::get)),
        ("/tenants/{tenant}/calls/figures", get(calls::figures)),
        ("/tenants/{tenant}/users/export", get(users::export)),
        ("/account/security", get(account::security)),
        ("/tenants/{tenant}/security", get(account::security_of)),
    ]
}

/// Those that read none: what stands there is refused, so that nobody takes what is done for what was asked.
fn plain() -> Vec<(&'static str, MethodRouter<App>)> {
    vec![
        ("/info", get(info::get)),
        ("/session", get(session::get).post(session::sign_in).delete(session::sign_out)),
        ("/setup", post(setup::found)),
        ("/setup/check", post(setup::check)),
        ("/tenants/{tenant}/sync", post(sync::post)),
        ("/tenants/{tenant}/live", get(live::get)),
        ("/tenants/{tenant}/mail", get(mail::get)),
        ("/tenants/{tenant}/undelivered", get(undelivered::get)),
        ("/tenants/{tenant}/users/{user}/export", get(export::get)),
        ("/tenants/{tenant}/users/{user}/hand-over", post(hand_over::post)),
        ("/tenants/{tenant}/voicemail-pin", post(pin::post)),
        ("/invitations/{token}", get(invitation::get)),
        ("/invitations/{token}/code", post(invitation::check_code)),
        ("/invitations/{token}/accept", post(invitation::accept)),
        ("/passwords", post(password::forgotten)),
        ("/passwords/{token}", get(password::get).post(password::set)),
        ("/addresses/{token}", get(address::get).post(address::apply)),
        ("/account", get(account::get)),
        ("/account/password", post(account::change_password)),
        ("/account/address", post(account::change_address)),
        ("/account/sessions", get(account::sessions).delete(account::end_other_sessions)),
        ("/account/sessions/{device}", delete(account::end_session)),
    ]
}
