//! The first steps of a new organisation, above the list that has nobody in it yet: inviting, importing, teams. What is done is ticked;
//! whoever wants none of it dismisses it for good.

use super::{Page, head::invite};
use crate::{
    language::t,
    router::Route,
    ui::{
        button::Button,
        icon::{Icon, icon},
        link::Link,
    },
};
use leptos::prelude::*;
use rollcall_core::query::first_steps;
use rollcall_view::Screen;

/// Under this name it is kept that somebody dismissed it.
pub const SETTING: &str = "welcome";

/// The steps.
#[component]
pub fn Welcome() -> impl IntoView {
    let page: Page = expect_context();
    let app = page.app;
    let steps =
        Memo::new(move |_| app.ask(|replica, now| first_steps(replica.view(), &replica.context(now))).flatten());
    let dismiss = move |_| {
        app.keep_setting(SETTING, Some("dismissed"));
        page.welcomed.set(false);
    };
    let invites = move || {
        view! { <Button label=t!(invite_user) kind="small" sign=Icon::UserPlus on_click=Callback::new(move |_| invite(page)) /> }
            .into_any()
    };
    let leads = |to: Screen, sign: Icon, label: String| {
        view! { <Link to=Route::At(to, None) class="button small">{icon(sign)} {label}</Link> }.into_any()
    };
    let list = move || {
        let steps = steps.get()?;
        Some(view! {
            <ol class="first-steps">
                {step(steps.invited, Icon::UserPlus, t!(welcome_invite), t!(welcome_invite_note), invites())}
                {step(steps.imported, Icon::Upload, t!(welcome_import), t!(welcome_import_note), leads(Screen::Import, Icon::Upload, t!(import)))}
                {step(steps.teams, Icon::Teams, t!(welcome_teams), t!(welcome_teams_note), leads(Screen::Teams, Icon::Teams, t!(teams)))}
            </ol>
        })
    };
    view! {
        <section class="welcome" aria-labelledby="welcome-title">
            <div class="welcome-head">
                <div>
                    <h2 id="welcome-title">{t!(welcome_title)}</h2>
                    <p class="soft">{t!(welcome_sub)}</p>
                </div>
                <Button label=t!(welcome_dismiss) kind="small plain" on_click=Callback::new(dismiss) />
            </div>
            {list}
        </section>
    }
}

/// One step: what it is, and the way to it unless it is done.
fn step(done: bool, sign: Icon, title: String, note: String, way: AnyView) -> AnyView {
    let mark = if done { Icon::Check } else { sign };
    view! {
        <li class:done=done>
            <span class="step-mark">{icon(mark)}</span>
            <div>
                <h3>{title} {done.then(|| view! { <span class="badge good">{t!(welcome_done)}</span> })}</h3>
                <p class="soft">{note}</p>
            </div>
            {way}
        </li>
    }
    .into_any()
}
