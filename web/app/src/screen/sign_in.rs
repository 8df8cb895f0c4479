//! Sign in (S2.4): from nothing, or again after a session has ended, with the work on this device kept.

use super::entry::Entry;
use crate::{
    browser,
    language::t,
    router::Route,
    state::{Stage, app},
    text, title,
    ui::{banner::Banner, button::Button, dialog::Dialog, field::TextField, icon::Icon, link::Link},
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::{ApiError, api};
use rollcall_core::{
    api::{DemoSignIn, Session, SignIn as Request},
    refusal::Field,
};

/// Before the short name of an organisation, in the address at which somebody signs in there.
pub const ORGANISATION: &str = "organisation=";
/// The server's code for: a mobile number or a log-in name means nobody without its organisation.
const ORGANISATION_NEEDED: &str = "organisation_needed";
/// The server's code for: the password is right and temporary, and another one is to come with it.
const CHANGE_NEEDED: &str = "password_change_needed";
/// The server's code for: nobody has this identifier and this password.
const WRONG: &str = "wrong_credentials";
/// The server's code for: an administrator asked for a new password, and a link to choose one was mailed.
const NEW_PASSWORD_NEEDED: &str = "new_password_needed";

/// The page of somebody who is not signed in.
#[component]
pub fn SignIn() -> impl IntoView {
    let app = app();
    title::set(t!(sign_in));
    view! {
        <Entry title=t!(sign_in) sub=t!(sign_in_sub)>
            <SignInForm email="".into() on_done=move |session| spawn_local(app.enter(session, None)) />
        </Entry>
    }
}

/// The dialog after a session has ended.
#[component]
pub fn SignInAgain() -> impl IntoView {
    let app = app();
    let email = match app.stage.get_untracked() {
        Stage::Open(session, _) => session.email.map(|email| email.to_string()).unwrap_or_default(),
        _ => String::new(),
    };
    view! {
        <Dialog title=t!(sign_in_again) narrow=true on_close=move || app.sign_in_again.set(false)>
            <div class="frame">
                <div class="body">
                    <p class="soft">{t!(sign_in_again_note)}</p>
                    <SignInForm email=email on_done=move |session| app.resume(session) />
                </div>
            </div>
        </Dialog>
    }
}

#[component]
fn SignInForm(email: String, on_done: impl Fn(Session) + Clone + Send + Sync + 'static) -> impl IntoView {
    let app = app();
    let start_at = if email.is_empty() { "sign-in-email" } else { "sign-in-password" };
    let email = RwSignal::new(email);
    let password = RwSignal::new(String::new());
    // What was handed over says it in its address.
    let named = untrack(|| app.router.query());
    let named = named.split('&').find_map(|part| part.strip_prefix(ORGANISATION)).unwrap_or_default().to_owned();
    // Else asked for only where a mobile number or a log-in name does not say it.
    let asked = RwSignal::new(!named.is_empty());
    let organisation = RwSignal::new(named);
    // An address that was handed over, and never confirmed by a mail, is known in its organisation alone.
    let perhaps = RwSignal::new(false);
    // A temporary password is replaced at once.
    let (changing, own) = (RwSignal::new(false), RwSignal::new(String::new()));
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<ApiError>);
    let missing = RwSignal::new(false);
    browser::focus(start_at);

    let submit = move || {
        missing.set(true);
        if busy.get_untracked() || email.with_untracked(String::is_empty) || password.with_untracked(String::is_empty) {
            return;
        }
        if changing.get_untracked() && own.with_untracked(String::is_empty) {
            return;
        }
        busy.set(true);
        error.set(None);
        let on_done = on_done.clone();
        spawn_local(async move {
            let request = Request {
                identifier: email.get_untracked().trim().into(),
                password: password.get_untracked(),
                organisation: Some(organisation.get_untracked()).filter(|named| !named.is_empty()),
                new_password: Some(own.get_untracked()).filter(|own| changing.get_untracked() && !own.is_empty()),
            };
            let answer = api::sign_in(&request).await;
            busy.set(false);
            match answer {
                Ok(session) => on_done(session),
                Err(problem) => {
                    let says = |code| matches!(&problem, ApiError::Problem(problem) if problem.code == code);
                    let (place, change) = (says(ORGANISATION_NEEDED), says(CHANGE_NEEDED));
                    asked.update(|asked| *asked |= place);
                    let unknown = says(WRONG) && email.with_untracked(|email| email.contains('@'));
                    perhaps.update(|perhaps| *perhaps |= unknown);
                    changing.update(|changing| *changing |= change);
                    missing.update(|missing| *missing &= !change);
                    let weak = matches!(&problem, ApiError::Problem(problem) if problem.field == Some(Field::Password));
                    error.set(Some(problem));
                    browser::focus(match () {
                        () if place => "sign-in-organisation",
                        () if change || weak && changing.get_untracked() => "sign-in-own",
                        () => "sign-in-password",
                    });
                }
            }
        });
    };
    let at = move |wanted: Field| {
        error.with(|error| match error {
            Some(ApiError::Problem(problem)) if problem.field == Some(wanted) => {
                Some(text::api_error(&ApiError::Problem(problem.clone())))
            }
            _ => None,
        })
    };
    let email_error = Signal::derive(move || {
        let empty = missing.get() && email.with(String::is_empty);
        if empty { Some(t!(enter_identifier)) } else { at(Field::Email) }
    });
    let password_error = Signal::derive(move || {
        let empty = missing.get() && password.with(String::is_empty);
        if empty { Some(t!(enter_password)) } else { at(Field::Password).filter(|_| !changing.get()) }
    });
    let own_error = Signal::derive(move || {
        let empty = missing.get() && own.with(String::is_empty);
        if empty { Some(t!(enter_password)) } else { at(Field::Password) }
    });
    let organisation_hint =
        Signal::derive(move || if asked.get() { t!(organisation_hint) } else { t!(sign_in_organisation_hint) });
    let organisation_error = Signal::derive(move || {
        error.with(|error| match error {
            Some(ApiError::Problem(problem)) if problem.code == ORGANISATION_NEEDED => {
                Some(text::api_error(&ApiError::Problem(problem.clone())))
            }
            _ => None,
        })
    });
    let general = move || {
        error.with(|error| match error {
            Some(ApiError::Offline) => Some(("warn", Icon::CloudOff, t!(sign_in_offline))),
            Some(error @ ApiError::Intercepted) => Some(("warn", Icon::CloudOff, text::api_error(error))),
            Some(error @ ApiError::Problem(problem)) if problem.code == NEW_PASSWORD_NEEDED => {
                Some(("warn", Icon::Mail, text::api_error(error)))
            }
            Some(ApiError::Problem(problem)) if problem.code == CHANGE_NEEDED => {
                Some(("accent", Icon::Info, t!(sign_in_change)))
            }
            Some(ApiError::Problem(problem)) if problem.field.is_none() && problem.code != ORGANISATION_NEEDED => {
                Some(("bad", Icon::Alert, text::api_error(&ApiError::Problem(problem.clone()))))
            }
            _ => None,
        })
    };
    let fill = move |demo: DemoSignIn| {
        email.set(demo.email);
        password.set(demo.password);
    };
    let again = submit.clone();
    view! {
        <form
            class="entry-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
        >
            {move || general().map(|(tone, sign, said): (_, _, String)| view! { <Banner tone=tone sign=sign><p>{said}</p></Banner> })}
            <TextField id="sign-in-email" label=t!(field_email) hint=t!(identifier_hint) autocomplete="username" value=email error=email_error />
            <Show when=move || asked.get() || perhaps.get()>
                <TextField id="sign-in-organisation" label=t!(organisation) hint=organisation_hint autocomplete="organization" value=organisation error=organisation_error />
            </Show>
            <TextField id="sign-in-password" label=t!(field_password) kind="password" autocomplete="current-password" value=password error=password_error />
            <Show when=move || changing.get()>
                <TextField id="sign-in-own" label=t!(new_password) kind="password" autocomplete="new-password" value=own error=own_error />
            </Show>
            <Button label=t!(sign_in) kind="primary wide" submit=true busy=busy />
        </form>
        <p class="aside"><Link to=Route::Forgot>{t!(forgot_password)}</Link></p>
        {move || {
            let again = again.clone();
            app.info
                .get()
                .and_then(|info| info.demo)
                .map(|demo| {
                    let shown = demo.clone();
                    view! {
                        <div class="demo">
                            <p>{t!(sign_in_demo)}</p>
                            <p><code>{shown.email}</code> " · " <code>{shown.password}</code></p>
                            <Button
                                label=t!(sign_in_use_demo)
                                kind="small"
                                on_click=Callback::new(move |_| {
                                    fill(demo.clone());
                                    again();
                                })
                            />
                        </div>
                    }
                })
        }}
    }
}
