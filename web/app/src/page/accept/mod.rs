//! Accept an invitation (S0.8). Where it stands is said first, before anything is typed; then code, name and password.

mod steps;

use super::entry::Entry;
use crate::{
    app,
    part::{banner::Banner, button::Button, icon::Icon},
    route::Route,
    state::app,
    text,
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::{ApiError, api};
use rollcall_core::api::{InvitationStatus, InvitationView, Session};
use steps::{Code, Person};

/// Where somebody stands on the way in.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Asking,
    Failed(ApiError),
    /// It can't be accepted.
    Closed(InvitationView),
    Code(InvitationView),
    Person(InvitationView, String),
    Welcome(InvitationView, Session),
}

/// The page behind an invitation's link.
#[component]
pub fn Accept(token: String) -> impl IntoView {
    let app = app();
    app::title("Your invitation");
    let step = RwSignal::new(Step::Asking);
    let token = StoredValue::new(token);
    let ask = move || {
        step.set(Step::Asking);
        spawn_local(async move {
            step.set(match api::invitation(&token.get_value()).await {
                Ok(view) if view.status == InvitationStatus::Open => Step::Code(view),
                Ok(view) => Step::Closed(view),
                Err(error) => Step::Failed(error),
            });
        });
    };
    ask();
    let sign_in = move |_| app.router.replace(Route::Users(None));
    move || match step.get() {
        Step::Asking => {
            view! { <div class="opening"><span class="spinner" role="status" aria-label="Loading"></span></div> }
                .into_any()
        }
        Step::Failed(error) => view! {
            <Entry title="Your invitation">
                <Banner tone="warn" sign=Icon::CloudOff><p>{text::api_error(&error)}</p></Banner>
                <Button label="Try again" kind="primary wide" on_click=Callback::new(move |_| ask()) />
            </Entry>
        }
        .into_any(),
        Step::Closed(view) => {
            let (title, sentence) = closed(&view);
            let used = view.status == InvitationStatus::Used;
            view! {
                <Entry title=title sub=sentence>
                    {used.then(|| view! { <Button label="Sign in" kind="primary wide" on_click=Callback::new(sign_in) /> })}
                    {(!used).then(|| view! { <Button label="Go to the sign-in" kind="wide" on_click=Callback::new(sign_in) /> })}
                </Entry>
            }
            .into_any()
        }
        Step::Code(view) => {
            let next = view.clone();
            view! {
                <Code
                    token=token.get_value()
                    invitation=view
                    on_code=move |code| step.set(Step::Person(next.clone(), code))
                    on_ended=ask
                />
            }
            .into_any()
        }
        Step::Person(view, code) => {
            let next = view.clone();
            view! {
                <Person
                    token=token.get_value()
                    invitation=view
                    code=code
                    on_done=move |session| step.set(Step::Welcome(next.clone(), session))
                    on_ended=ask
                />
            }
            .into_any()
        }
        Step::Welcome(view, session) => {
            let place = view.organisation.map_or("your organisation".into(), |name| name.to_string());
            let tenant = match session.organisations.as_slice() {
                [one] => Some(one.tenant),
                several => several.iter().find(|one| one.name.as_str() == place).map(|one| one.tenant),
            };
            let go = move |_| app.go_in(session.clone(), tenant);
            view! {
                <Entry title=format!("Welcome to {place}") sub="You are in, and you can make and take calls now.">
                    <Button label="Open the directory" kind="primary wide" on_click=Callback::new(go) />
                </Entry>
            }
            .into_any()
        }
    }
}

/// What a closed invitation is, and what to do.
fn closed(view: &InvitationView) -> (&'static str, String) {
    let place = view.organisation.as_ref().map_or("the organisation".to_owned(), ToString::to_string);
    match view.status {
        InvitationStatus::Expired => {
            ("This invitation has expired", format!("Ask an administrator of {place} to send it again."))
        }
        InvitationStatus::Used => {
            ("This invitation was accepted", format!("You are a user of {place} already. Sign in with your password."))
        }
        InvitationStatus::Ended => (
            "This invitation is no longer valid",
            format!(
                "It was taken back, or a newer one was sent. Look for a later mail, or ask an administrator of {place}."
            ),
        ),
        InvitationStatus::Locked => (
            "This invitation is locked",
            format!("The code was wrong too often. Ask an administrator of {place} to send the invitation again."),
        ),
        InvitationStatus::Unknown | InvitationStatus::Open => (
            "This link leads to no invitation",
            "Check that the whole link of the mail was copied, or ask an administrator to send the invitation again."
                .into(),
        ),
    }
}
