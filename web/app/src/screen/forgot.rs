//! "Forgot your password?": asks for a link by mail. What comes back is the same whether there is such an account, so that
//! nobody learns here who has one.

use super::entry::Entry;
use crate::{
    browser,
    language::t,
    router::Route,
    state::app,
    text, title,
    ui::{banner::Banner, button::Button, field::TextField, icon::Icon},
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::{ApiError, api};
use rollcall_core::{api::ForgotPassword, refusal::Field};

/// The page.
#[component]
pub fn Forgot() -> impl IntoView {
    let app = app();
    title::set(t!(new_password));
    let sent = RwSignal::new(false);
    let back = move |_| app.router.replace(Route::HOME);
    view! {
        {move || {
            match sent.get() {
                false => view! {
                    <Entry title=t!(forgot_password) sub=t!(forgot_sub)>
                        <Ask on_sent=move || sent.set(true) />
                        <Button label=t!(back_to_sign_in) kind="plain wide" on_click=Callback::new(back) />
                    </Entry>
                }
                .into_any(),
                true => view! {
                    <Entry title=t!(forgot_sent_title) sub=t!(forgot_sent)>
                        <p class="soft">{t!(forgot_nothing)}</p>
                        <Button label=t!(back_to_sign_in) kind="primary wide" on_click=Callback::new(back) />
                        <Button label=t!(forgot_again) kind="plain wide" on_click=Callback::new(move |_| sent.set(false)) />
                    </Entry>
                }
                .into_any(),
            }
        }}
    }
}

#[component]
fn Ask(on_sent: impl Fn() + Clone + Send + Sync + 'static) -> impl IntoView {
    let identifier = RwSignal::new(String::new());
    let organisation = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<ApiError>);
    browser::focus("forgot-identifier");
    let empty = move || identifier.with(|typed| typed.trim().is_empty());
    // A mobile number or a log-in name means somebody in one organisation only.
    let named = Memo::new(move |_| !empty() && identifier.with(|typed| !typed.contains('@')));
    let identifier_error = Signal::derive(move || {
        let missing = tried.get() && empty();
        if missing {
            Some(t!(enter_identifier))
        } else {
            error.with(|error| text::request::at(error.as_ref()?, Field::Email))
        }
    });
    let general = move || {
        error.with(|error| {
            let error = error.as_ref()?;
            let offline = matches!(error, ApiError::Offline | ApiError::Intercepted);
            let said = text::request::elsewhere(error, &[Field::Email])?;
            Some(if offline { ("warn", Icon::CloudOff, said) } else { ("bad", Icon::Alert, said) })
        })
    };
    let submit = move || {
        tried.set(true);
        error.set(None);
        if busy.get_untracked() || untrack(empty) {
            browser::focus_invalid();
            return;
        }
        busy.set(true);
        let on_sent = on_sent.clone();
        let request = ForgotPassword {
            identifier: identifier.get_untracked().trim().into(),
            organisation: Some(organisation.get_untracked().trim().to_owned())
                .filter(|typed| !typed.is_empty() && named.get_untracked()),
        };
        spawn_local(async move {
            let answer = api::forgot_password(&request).await;
            busy.set(false);
            match answer {
                Ok(()) => on_sent(),
                Err(problem) => error.set(Some(problem)),
            }
        });
    };
    view! {
        <form
            class="entry-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
        >
            {move || general().map(|(tone, sign, said)| view! { <Banner tone=tone sign=sign><p>{said}</p></Banner> })}
            <TextField
                id="forgot-identifier"
                label=t!(field_email)
                hint=t!(identifier_hint)
                autocomplete="username"
                value=identifier
                error=identifier_error
            />
            <Show when=move || named.get()>
                <TextField
                    id="forgot-organisation"
                    label=t!(organisation)
                    optional=true
                    hint=t!(forgot_organisation_hint)
                    autocomplete="organization"
                    value=organisation
                />
            </Show>
            <Button label=t!(send_link) kind="primary wide" submit=true busy=busy />
        </form>
    }
}
