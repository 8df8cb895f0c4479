//! One's own password, changed with the old one.

use crate::{
    browser,
    form::{Form, account_of, form_frame, password_field},
    language::t,
    router::Route,
    secret,
    state::{Stage, app},
    ui::{button::Button, dialog::Dialog, field::TextField, link::Link},
};
use leptos::prelude::*;
use rollcall_client::{ApiError, api};
use rollcall_core::{api::ChangePassword, refusal::Field};

/// The code of an old password that is wrong; a new one that is not good enough is refused by a rule instead.
const WRONG: &str = "wrong_credentials";

/// The password, which nobody can show.
#[component]
pub fn OwnPassword(on_done: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let changing = RwSignal::new(false);
    view! {
        <div class="setting">
            <div>
                <h3>{t!(field_password)}</h3>
                <p class="soft">{t!(account_password_note)}</p>
            </div>
            <Button label=t!(account_change_password) kind="small" on_click=Callback::new(move |_| changing.set(true)) />
        </div>
        <Show when=move || changing.get()>
            {change(Callback::new(move |()| on_done()), Callback::new(move |()| changing.set(false)))}
        </Show>
    }
}

/// The dialog.
fn change(on_done: Callback<()>, on_close: Callback<()>) -> impl IntoView {
    let app = app();
    let email = match app.stage.get_untracked() {
        Stage::Open(session, _) => session.email.map(|email| email.to_string()).unwrap_or_default(),
        _ => String::new(),
    };
    let form = Form::new(app, on_close).minded();
    let old = form
        .typed(&[Field::Password], String::new(), |text| text.is_empty().then(|| t!(enter_password)))
        .hearing(is_old);
    let new = form
        .typed(&[Field::Password], String::new(), move |text| {
            if !text.is_empty() && old.text.with(|old| old == text) {
                return Some(t!(account_same_password));
            }
            secret::wrong(text, false)
        })
        .hearing(|problem| !is_old(problem));
    browser::focus("old-password");
    let save = move |()| {
        let request = ChangePassword { old: old.text.get_untracked(), new: new.text.get_untracked() };
        form.send(async move { api::change_password(&request).await }, move |answer| {
            answer.err().or_else(|| {
                app.toasts.say(t!(account_password_changed));
                form.end();
                on_done.run(());
                None
            })
        });
    };
    let fields = view! {
        {account_of(email)}
        <TextField
            id="old-password"
            label=t!(account_current_password)
            kind="password"
            autocomplete="current-password"
            value=old.text
            error=old.error()
        />
        {password_field("new-password", None, new)}
        <p class="aside"><Link to=Route::Forgot>{t!(forgot_password)}</Link></p>
    };
    let save_label = Signal::derive(|| t!(account_change_password_yes));
    view! {
        <Dialog title=t!(account_change_password_title) narrow=true on_close=move || form.close()>
            {form_frame(form, save_label, Signal::default(), Signal::default(), Callback::new(save), fields.into_any())}
        </Dialog>
    }
}

/// Whether the old password was wrong.
fn is_old(problem: &ApiError) -> bool {
    matches!(problem, ApiError::Problem(problem) if problem.code == WRONG)
}
