//! One's own password, changed with the old one.

use crate::{
    browser,
    language::t,
    router::Route,
    screen::new_password,
    state::{Stage, app},
    text,
    ui::{banner::Banner, button::Button, dialog::Dialog, field::TextField, icon::Icon, link::Link},
};
use leptos::{prelude::*, task::spawn_local};
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
            <Change
                on_done=move || {
                    changing.set(false);
                    on_done();
                }
                on_close=move || changing.set(false)
            />
        </Show>
    }
}

#[component]
fn Change(
    on_done: impl Fn() + Copy + Send + Sync + 'static,
    on_close: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let app = app();
    let email = match app.stage.get_untracked() {
        Stage::Open(session, _) => session.email.to_string(),
        _ => String::new(),
    };
    let old = RwSignal::new(String::new());
    let new = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<ApiError>);
    browser::focus("old-password");
    let is_old = move |error: &ApiError| matches!(error, ApiError::Problem(problem) if problem.code == WRONG);
    let refused = move |of_old: bool| {
        error.with(|error| {
            let error = error.as_ref().filter(|error| is_old(error) == of_old)?;
            text::request::at(error, Field::Password)
        })
    };
    let old_wrong = move || old.with(String::is_empty).then(|| t!(enter_password));
    let new_wrong = move || {
        if new.with(|new| !new.is_empty() && old.with(|old| old == new)) {
            return Some(t!(account_same_password));
        }
        new.with(|new| new_password::wrong(new, false))
    };
    let old_error = Signal::derive(move || old_wrong().filter(|_| tried.get()).or_else(|| refused(true)));
    let new_error = Signal::derive(move || new_wrong().filter(|_| tried.get()).or_else(|| refused(false)));
    let hint = Signal::derive(move || new.with(|new| new_password::hint(new)));
    let general = move || error.with(|error| text::request::elsewhere(error.as_ref()?, &[Field::Password]));
    let submit = move || {
        tried.set(true);
        error.set(None);
        if busy.get_untracked() || untrack(|| old_wrong().is_some() || new_wrong().is_some()) {
            browser::focus_invalid();
            return;
        }
        busy.set(true);
        let request = ChangePassword { old: old.get_untracked(), new: new.get_untracked() };
        spawn_local(async move {
            let answer = api::change_password(&request).await;
            busy.set(false);
            match answer {
                Ok(()) => {
                    app.toasts.say(t!(account_password_changed));
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
        <Dialog title=t!(account_change_password_title) narrow=true on_close=on_close>
            <form
                class="frame"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    submit();
                }
            >
                <div class="body">
                    {move || general().map(|said| view! { <Banner tone="bad" sign=Icon::Alert><p>{said}</p></Banner> })}
                    <input type="email" class="hidden-text" name="username" tabindex="-1" autocomplete="username" readonly value=email aria-hidden="true" />
                    <TextField
                        id="old-password"
                        label=t!(account_current_password)
                        kind="password"
                        autocomplete="current-password"
                        value=old
                        error=old_error
                    />
                    <TextField
                        id="new-password"
                        label=t!(new_password)
                        kind="password"
                        autocomplete="new-password"
                        value=new
                        hint=hint
                        error=new_error
                    />
                    <p class="aside"><Link to=Route::Forgot>{t!(forgot_password)}</Link></p>
                </div>
                <div class="foot">
                    <Button label=t!(cancel) on_click=Callback::new(move |_| on_close()) />
                    <Button label=t!(account_change_password_yes) kind="primary" submit=true busy=busy />
                </div>
            </form>
        </Dialog>
    }
}
