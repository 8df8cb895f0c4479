//! One's own page. What one has in the organisation that is open: profile, phones, rules, whether calls ring; it works offline. And
//! one's account, the same in every organisation: sign-in address, password, sessions, security log, which are the server's.

mod address;
mod looks;
mod password;
mod pin;
mod sessions;

use super::{own_data::download_data, security::Log, user::own};
use crate::{
    language::t,
    state::{Stage, app},
    ui::{avatar::avatar, remote::Remote},
};
use leptos::prelude::*;
use rollcall_client::api;

/// The page.
#[component]
pub fn Account() -> impl IntoView {
    let account = Remote::new(api::account);
    let sessions = Remote::new(api::sessions);
    let app = app();
    let place = match app.stage.get_untracked() {
        Stage::Open(_, place) => Some((place.user, (place.tenant, place.name.to_string()))),
        _ => None,
    };
    let me = place.clone();
    // Counts up when something was done that appears in the log.
    let done = RwSignal::new(0_u32);
    let note = move || done.update(|done| *done = done.wrapping_add(1));
    let name = move || {
        let me = app.ask(|replica, _| replica.view().user(replica.user()).map(|user| user.display_name().into_owned()));
        me.flatten().unwrap_or_default()
    };
    let name = Memo::new(move |_| name());
    view! {
        <div class="page user-page own-page">
            <header class="user-head">
                <div class="user-who">
                    {move || me.as_ref().map(|(user, _)| avatar(&name.get(), user.uuid().as_u128(), "large"))}
                    <div class="user-name">
                        <h1>{t!(your_account)}</h1>
                        <p class="soft" dir="auto">{name}</p>
                    </div>
                </div>
            </header>
            <div class="user-tab">
                {place.clone().map(|(user, _)| own(user))}
                {looks::looks()}
                <section class="user-part" aria-labelledby="account-sign-in-title">
                    <div class="about">
                        <h2 id="account-sign-in-title">{t!(account_signing_in)}</h2>
                        <p class="soft">{t!(account_sub)}</p>
                    </div>
                    <div class="card">
                        <address::SignInAddress account=account on_done=note />
                        <hr />
                        <password::OwnPassword on_done=move || {
                            sessions.ask();
                            note();
                        } />
                        {place.clone().map(|(_, (tenant, organisation))| {
                            view! {
                                <hr />
                                <pin::OwnPin tenant=tenant organisation=organisation on_done=note />
                            }
                        })}
                    </div>
                </section>
                <sessions::Sessions sessions=sessions on_done=note />
                {place.map(|(user, (_, organisation))| {
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
        </div>
    }
}
