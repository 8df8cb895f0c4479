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
mod session;
mod sync;
mod undelivered;
mod users;

use super::App;
use axum::routing::{MethodRouter, delete, get, post};

/// All of them, by their addresses below [`API`](rollcall_core::api::API).
pub fn routes() -> Vec<(&'static str, MethodRouter<App>)> {
    vec![
        ("/info", get(info::get)),
        ("/session", get(session::get).post(session::sign_in).delete(session::sign_out)),
        ("/tenants/{tenant}/sync", post(sync::post)),
        ("/tenants/{tenant}/commands", post(commands::post)),
        ("/tenants/{tenant}/live", get(live::get)),
        ("/tenants/{tenant}/audit", get(audit::get)),
        ("/tenants/{tenant}/calls", get(calls::get)),
        ("/tenants/{tenant}/calls/figures", get(calls::figures)),
        ("/tenants/{tenant}/mail", get(mail::get)),
        ("/tenants/{tenant}/undelivered", get(undelivered::get)),
        ("/tenants/{tenant}/users/export", get(users::export)),
        ("/tenants/{tenant}/users/{user}/export", get(export::get)),
        ("/tenants/{tenant}/users/{user}/hand-over", post(hand_over::post)),
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
        ("/account/security", get(account::security)),
        ("/tenants/{tenant}/security", get(account::security_of)),
    ]
}
