//! The address that one signs in with. Another one holds once a link that was mailed to it was opened.

use crate::{
    browser,
    language::t,
    state::app,
    text,
    ui::{banner::Banner, button::Button, dialog::Dialog, field::TextField, icon::Icon, remote::Remote},
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::{ApiError, api};
use rollcall_core::{
    api::{AccountView, ChangeAddress},
    refusal::Field,
    value::Email,
};
use rollcall_words::Arg;

/// The address, and one that waits to be confirmed.
#[component]
pub fn SignInAddress(account: Remote<AccountView>, on_done: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let changing = RwSignal::new(false);
    account.view(move |AccountView { email, pending }| {
        let waits = pending.map(|pending| {
            let until = Arg::Moment(pending.expires.0);
            let said = t!(account_address_waits, email = pending.email.to_string(), until);
            view! { <Banner tone="accent" sign=Icon::Mail><p>{said}</p></Banner> }
        });
        view! {
            <div class="setting">
                <div class="clip">
                    <h3>{t!(account_address)}</h3>
                    <p class="clip"><bdi>{email.to_string()}</bdi></p>
                </div>
                <Button label=t!(account_change_address) kind="small" on_click=Callback::new(move |_| changing.set(true)) />
            </div>
            {waits}
            <Show when=move || changing.get()>
                <Change
                    on_done=move || {
                        changing.set(false);
                        account.ask();
                        on_done();
                    }
                    on_close=move || changing.set(false)
                />
            </Show>
        }
    })
}

#[component]
fn Change(
    on_done: impl Fn() + Copy + Send + Sync + 'static,
    on_close: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let app = app();
    let email = RwSignal::new(String::new());
    let password = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<ApiError>);
    browser::focus("new-address");
    let at = move |wanted| error.with(|error| text::request::at(error.as_ref()?, wanted));
    let email_wrong = move || email.with(|email| Email::parse(email).err()).map(text::value_error);
    let password_wrong = move || password.with(String::is_empty).then(|| t!(enter_password));
    let email_error = Signal::derive(move || email_wrong().filter(|_| tried.get()).or_else(|| at(Field::Email)));
    let password_error =
        Signal::derive(move || password_wrong().filter(|_| tried.get()).or_else(|| at(Field::Password)));
    let general =
        move || error.with(|error| text::request::elsewhere(error.as_ref()?, &[Field::Email, Field::Password]));
    let submit = move || {
        tried.set(true);
        error.set(None);
        if busy.get_untracked() || untrack(|| email_wrong().is_some() || password_wrong().is_some()) {
            browser::focus_invalid();
            return;
        }
        busy.set(true);
        let request = ChangeAddress { email: email.get_untracked().trim().into(), password: password.get_untracked() };
        spawn_local(async move {
            let answer = api::change_address(&request).await;
            busy.set(false);
            match answer {
                Ok(()) => {
                    app.toasts.say(t!(account_address_mailed, email = request.email));
                    on_done();
                }
                Err(problem) => {
                    error.set(Some(problem));
                    browser::focus_invalid();
                }
            }
        });
    };
    view! {
        <Dialog title=t!(account_change_address_title) narrow=true on_close=on_close>
            <form
                class="frame"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    submit();
                }
            >
                <div class="body">
                    <p class="soft">{t!(account_change_address_note)}</p>
                    {move || general().map(|said| view! { <Banner tone="bad" sign=Icon::Alert><p>{said}</p></Banner> })}
                    <TextField id="new-address" label=t!(address_new) kind="email" autocomplete="email" value=email error=email_error />
                    <TextField
                        id="address-password"
                        label=t!(your_password)
                        kind="password"
                        autocomplete="current-password"
                        value=password
                        error=password_error
                    />
                </div>
                <div class="foot">
                    <Button label=t!(cancel) on_click=Callback::new(move |_| on_close()) />
                    <Button label=t!(send_link) kind="primary" submit=true busy=busy />
                </div>
            </form>
        </Dialog>
    }
}
