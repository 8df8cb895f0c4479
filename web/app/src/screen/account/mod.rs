//! One's own account, the same in every organisation: sign-in address, password, sessions, security log. All of it is the
//! server's, so it needs the network.

mod address;
mod password;
mod sessions;

use super::{own_data::download_data, security::Log};
use crate::{
    language::t,
    state::{Stage, app},
    ui::remote::Remote,
};
use leptos::prelude::*;
use rollcall_client::api;

/// The page.
#[component]
pub fn Account() -> impl IntoView {
    let account = Remote::new(api::account);
    let sessions = Remote::new(api::sessions);
    let me = match app().stage.get_untracked() {
        Stage::Open(_, place) => Some((place.user, place.name.to_string())),
        _ => None,
    };
    // Counts up when something was done that appears in the log.
    let done = RwSignal::new(0_u32);
    let note = move || done.update(|done| *done = done.wrapping_add(1));
    view! {
        <div class="page narrow">
            <header class="page-head">
                <div class="page-title">
                    <h1>{t!(your_account)}</h1>
                    <p class="soft">{t!(account_sub)}</p>
                </div>
            </header>
            <section class="group" aria-labelledby="sign-in-title">
                <h2 id="sign-in-title">{t!(account_signing_in)}</h2>
                <div class="card">
                    <address::SignInAddress account=account on_done=note />
                    <hr />
                    <password::OwnPassword on_done=move || {
                        sessions.ask();
                        note();
                    } />
                </div>
            </section>
            <sessions::Sessions sessions=sessions on_done=note />
            {me.map(|(user, organisation)| {
                view! {
                    <section class="group" aria-labelledby="data-title">
                        <h2 id="data-title">{t!(account_data)}</h2>
                        <div class="card">
                            <div class="setting">
                                <p class="soft">{t!(account_data_note, organisation)}</p>
                                {download_data(t!(account_download_data), user)}
                            </div>
                        </div>
                    </section>
                }
            })}
            <section class="group" aria-labelledby="security-title">
                <h2 id="security-title">{t!(account_events)}</h2>
                {move || {
                    done.track();
                    view! { <Log of=None /> }
                }}
            </section>
        </div>
    }
}
