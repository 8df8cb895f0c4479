//! The audit log of the organisation (S0.5, invariant 14): who changed what, when and by what, narrowed by what it was about,
//! who did it, what was done and when. How it is narrowed stands in the address.

mod narrowing;

use super::{
    history::Log,
    user::parts::{begin_of, end_of},
};
use crate::{
    language::t,
    list::address,
    state::app,
    ui::{button::Button, icon::Icon},
};
use leptos::prelude::*;
use rollcall_view::activity::Asked;

/// The page.
#[component]
pub fn Activity() -> impl IntoView {
    let app = app();
    let asked = Memo::new(move |_| Asked::read(&address::fields(&app.router.query())));
    let again = Trigger::new();
    let log = move || {
        again.track();
        let asked = asked.get();
        let nothing = match asked.narrows() {
            true => (t!(list_unfound_title), t!(activity_unfound)),
            false => (t!(activity_empty_title), t!(activity_empty)),
        };
        Log::new(app, asked.query(begin_of, end_of)).view(true, nothing)
    };
    view! {
        <div class="page narrow">
            <header class="page-head">
                <div class="page-title">
                    <h1>{t!(audit_log)}</h1>
                    <p class="soft">{t!(activity_sub)}</p>
                </div>
                <Button label=t!(refresh) sign=Icon::Refresh on_click=Callback::new(move |_| again.notify()) />
            </header>
            {narrowing::form(app, asked)}
            <section aria-label=t!(audit_log)>{log}</section>
        </div>
    }
}
