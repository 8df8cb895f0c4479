//! The page of a mailed link about a password: choose one, with a voicemail PIN for a phone (S4.12, S4.13), or confirm with
//! the one that the account has. For whom, where and until when is said first; a link that is over says so.

use super::entry::{Entry, organisation_name};
use crate::{
    browser,
    form::{Form, account_of, entry_frame, password_field},
    language::t,
    router::Route,
    secret,
    state::{App, app},
    text, title,
    ui::{banner::Banner, button::Button, field::TextField, icon::Icon, link::Link},
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::{ApiError, api};
use rollcall_core::{
    api::{LinkPurpose, PasswordView, Session, SetPassword},
    refusal::Field,
};
use rollcall_words::Arg;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Asking,
    Failed(ApiError),
    Over,
    Form(PasswordView),
}

/// The page behind the link.
#[component]
pub fn Password(token: String) -> impl IntoView {
    let app = app();
    title::set(t!(your_password));
    let step = RwSignal::new(Step::Asking);
    let token = StoredValue::new(token);
    let ask = move || {
        step.set(Step::Asking);
        spawn_local(async move {
            step.set(match api::password_link(&token.get_value()).await {
                Ok(view) => Step::Form(view),
                Err(error) if text::request::is_over(&error) => Step::Over,
                Err(error) => Step::Failed(error),
            });
        });
    };
    ask();
    move || match step.get() {
        Step::Asking => {
            view! { <div class="opening"><span class="spinner" role="status" aria-label=t!(loading)></span></div> }
                .into_any()
        }
        Step::Failed(error) => view! {
            <Entry title=t!(your_password)>
                <Banner tone="warn" sign=Icon::CloudOff><p>{text::api_error(&error)}</p></Banner>
                <Button label=t!(try_again) kind="primary wide" on_click=Callback::new(move |_| ask()) />
            </Entry>
        }
        .into_any(),
        Step::Over => view! { <Over /> }.into_any(),
        Step::Form(view) => view! {
            <Choose
                token=token.get_value()
                link=view.clone()
                on_done=move |session| go_on(app, &view, session)
                on_over=move || step.set(Step::Over)
            />
        }
        .into_any(),
    }
}

#[component]
fn Over() -> impl IntoView {
    let app = app();
    let another = move |_| app.router.replace(Route::Forgot);
    let sign_in = move |_| app.router.replace(Route::HOME);
    view! {
        <Entry title=t!(link_over_title) sub=t!(password_link_over)>
            <Button label=t!(password_send_another) kind="primary wide" on_click=Callback::new(another) />
            <Button label=t!(go_to_sign_in) kind="plain wide" on_click=Callback::new(sign_in) />
        </Entry>
    }
}

/// Signed in: into the organisation that the link is about, where that is known.
fn go_on(app: App, link: &PasswordView, session: Session) {
    let named = |name| session.organisations.iter().find(|place| place.name == name).map(|place| place.tenant);
    let chosen = link.organisation.clone().and_then(named);
    app.toasts.say(match link.purpose {
        LinkPurpose::Join => t!(password_joined),
        _ => t!(password_set),
    });
    app.go_in(session, chosen);
}

/// What the link is for, as a title and a sentence.
fn about(link: &PasswordView) -> (String, String) {
    let organisation = || organisation_name(link.organisation.as_ref());
    let email = link.email.to_string();
    match link.purpose {
        LinkPurpose::Welcome => (t!(welcome_to, organisation = organisation()), t!(password_welcome, email)),
        LinkPurpose::Reset => (t!(choose_new_password), t!(password_reset, email, organisation = organisation())),
        LinkPurpose::Forgotten => (t!(choose_new_password), t!(password_forgotten, email)),
        LinkPurpose::Recovery => (t!(choose_new_password), t!(password_recovery, email, organisation = organisation())),
        LinkPurpose::Join => (t!(join, organisation = organisation()), t!(password_join, email)),
    }
}

#[component]
fn Choose(
    token: String,
    link: PasswordView,
    on_done: impl Fn(Session) + Clone + Send + Sync + 'static,
    /// The link ended meanwhile.
    on_over: impl Fn() + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let known = link.purpose == LinkPurpose::Join;
    let form = Form::new(app(), Callback::new(|()| ()));
    let password = form.typed(&[Field::Password], String::new(), move |text| secret::wrong(text, known));
    let pin = form.typed(&[Field::VoicemailPin], String::new(), secret::pin_error);
    browser::focus("link-password");
    let save = move |()| {
        let voicemail_pin = Some(pin.text.get_untracked()).filter(|pin| !pin.trim().is_empty());
        let request = SetPassword { password: password.text.get_untracked(), voicemail_pin };
        let (token, on_done, on_over) = (token.clone(), on_done.clone(), on_over.clone());
        form.send(async move { api::set_password(&token, &request).await }, move |answer| match answer {
            Ok(session) => {
                on_done(session);
                None
            }
            Err(problem) if text::request::is_over(&problem) => {
                on_over();
                None
            }
            Err(problem) => Some(problem),
        });
    };
    let (title, sub) = about(&link);
    let email = link.email.to_string();
    let until = t!(link_until, until = Arg::Moment(link.expires.0));
    let fields = view! {
        {account_of(email)}
        {password_field("link-password", known.then(String::new), password)}
        {link
            .sets_pin
            .then(|| {
                view! {
                    <TextField
                        id="link-pin"
                        label=t!(field_voicemail_pin)
                        kind="password"
                        numeric=true
                        optional=true
                        hint=t!(password_pin_hint)
                        value=pin.text
                        error=pin.error()
                    />
                }
            })}
    };
    let save_label = if known { t!(password_confirm) } else { t!(password_set_and_sign_in) };
    view! {
        <Entry title=title sub=sub>
            {entry_frame(form, save_label, Callback::new(save), fields.into_any())}
            {known.then(|| view! { <p class="aside"><Link to=Route::Forgot>{t!(forgot_password)}</Link></p> })}
            <p class="aside faint">{until}</p>
        </Entry>
    }
}
