//! The two forms of an invitation: the code of the mail, then name and password.

use crate::{
    browser,
    form::{Form, account_of, entry_frame, password_field},
    language::t,
    screen::entry::{Entry, organisation_name},
    secret,
    state::app,
    text,
    ui::{
        button::Button,
        field::{Field as Frame, TextField},
    },
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::{ApiError, api};
use rollcall_core::{
    api::{Accept, CheckCode, InvitationView, Session},
    refusal::Field,
    value::FullName,
};

/// Characters of a code (S0.6).
const CODE: usize = 6;

/// The code of the mail.
#[component]
pub fn Code(
    token: String,
    invitation: InvitationView,
    on_code: impl Fn(String) + Clone + Send + Sync + 'static,
    /// The invitation ended meanwhile.
    on_ended: impl Fn() + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let code = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<String>);
    browser::focus("code");
    let organisation = organisation_name(invitation.organisation.as_ref());
    // Handed over, it was mailed to nobody.
    let sub = match invitation.email {
        Some(email) => t!(accept_code_sub, email = email.to_string()),
        None => t!(accept_code_handed),
    };
    let check = move || {
        let typed = code.get_untracked();
        if busy.get_untracked() {
            return;
        }
        if typed.chars().count() != CODE {
            error.set(Some(t!(accept_code_length, count = CODE)));
            return;
        }
        busy.set(true);
        let (token, on_code, on_ended) = (token.clone(), on_code.clone(), on_ended.clone());
        spawn_local(async move {
            let answer = api::check_code(&token, &CheckCode { code: typed.clone() }).await;
            busy.set(false);
            match answer {
                Ok(()) => on_code(typed),
                Err(problem) if is_over(&problem) => on_ended(),
                Err(problem) => {
                    error.set(Some(text::api_error(&problem)));
                    browser::focus("code");
                }
            }
        });
    };
    let type_in = {
        let check = check.clone();
        move |text: String| {
            let clean: String =
                text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).take(CODE).collect();
            error.set(None);
            let whole = clean.chars().count() == CODE && code.with_untracked(|code| *code != clean);
            code.set(clean);
            if whole {
                check();
            }
        }
    };
    view! {
        <Entry title=t!(join, organisation) sub=sub>
            <form
                class="entry-form"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    check();
                }
            >
                <Frame id="code" label=t!(field_code) error=error>
                    <input
                        id="code"
                        class="input code"
                        inputmode="text"
                        autocomplete="one-time-code"
                        autocapitalize="characters"
                        spellcheck="false"
                        dir="ltr"
                        aria-describedby="code-note"
                        aria-invalid=move || error.with(Option::is_some).then_some("true")
                        prop:value=move || code.get()
                        on:input=move |event| type_in(event_target_value(&event))
                    />
                </Frame>
                <Button label=t!(go_on) kind="primary wide" submit=true busy=busy />
            </form>
        </Entry>
    }
}

/// Name and password.
#[component]
pub fn Person(
    token: String,
    invitation: InvitationView,
    code: String,
    on_done: impl Fn(Session) + Clone + Send + Sync + 'static,
    on_ended: impl Fn() + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let known = invitation.has_account;
    let form = Form::new(app(), Callback::new(|()| ()));
    let first = invitation.full_name.map(|name| name.to_string());
    let name = form.line(&[Field::FullName], first, FullName::parse, false);
    let password = form.typed(&[Field::Password], String::new(), move |text| secret::wrong(text, known));
    browser::focus("own-name");
    let email = invitation.email.map(|email| email.to_string()).or(invitation.sign_in).unwrap_or_default();
    let save = move |()| {
        let (full_name, password) = (name.text.get_untracked(), password.text.get_untracked());
        let request = Accept { code: code.clone(), full_name, password };
        let (token, on_done, on_ended) = (token.clone(), on_done.clone(), on_ended.clone());
        form.send(async move { api::accept(&token, &request).await }, move |answer| match answer {
            Ok(session) => {
                on_done(session);
                None
            }
            Err(problem) if is_over(&problem) => {
                on_ended();
                None
            }
            Err(problem) => Some(problem),
        });
    };
    let title = if known { t!(accept_known_title) } else { t!(accept_about_you) };
    let sub = if known { t!(accept_known, email = &email) } else { t!(accept_sign_in_as, email = &email) };
    let fields = view! {
        {account_of(email)}
        <TextField id="own-name" label=t!(full_name) autocomplete="name" value=name.text error=name.error() on_leave=name.leave() />
        {password_field("own-password", known.then(|| t!(accept_known_password)), password)}
    };
    view! {
        <Entry title=title sub=sub>{entry_frame(form, t!(accept_join), Callback::new(save), fields.into_any())}</Entry>
    }
}

/// Whether the invitation itself is at its end, so that its page has to say so.
fn is_over(error: &ApiError) -> bool {
    let over = |code: &str| code.starts_with("invitation_");
    matches!(error, ApiError::Problem(problem) if over(&problem.code))
}
