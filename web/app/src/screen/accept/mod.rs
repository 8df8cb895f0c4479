//! Accept an invitation (S0.8). Where it stands is said first, before anything is typed; then code, name and password.

mod steps;

use super::entry::{Entry, organisation_name};
use crate::{
    language::t,
    router::Route,
    state::app,
    text, title,
    ui::{banner::Banner, button::Button, icon::Icon},
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
    title::set(t!(invitation));
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
    let sign_in = move |_| app.router.replace(Route::HOME);
    move || match step.get() {
        Step::Asking => {
            view! { <div class="opening"><span class="spinner" role="status" aria-label=t!(loading)></span></div> }
                .into_any()
        }
        Step::Failed(error) => view! {
            <Entry title=t!(invitation)>
                <Banner tone="warn" sign=Icon::CloudOff><p>{text::api_error(&error)}</p></Banner>
                <Button label=t!(try_again) kind="primary wide" on_click=Callback::new(move |_| ask()) />
            </Entry>
        }
        .into_any(),
        Step::Closed(view) => {
            let (title, sentence) = closed(&view);
            let used = view.status == InvitationStatus::Used;
            view! {
                <Entry title=title sub=sentence>
                    {used.then(|| view! { <Button label=t!(sign_in) kind="primary wide" on_click=Callback::new(sign_in) /> })}
                    {(!used).then(|| view! { <Button label=t!(go_to_sign_in) kind="wide" on_click=Callback::new(sign_in) /> })}
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
            let tenant = match session.organisations.as_slice() {
                [one] => Some(one.tenant),
                several => {
                    several.iter().find(|one| Some(&one.name) == view.organisation.as_ref()).map(|one| one.tenant)
                }
            };
            let organisation = organisation_name(view.organisation.as_ref());
            let go = move |_| app.go_in(session.clone(), tenant);
            view! {
                <Entry title=t!(welcome_to, organisation) sub=t!(accept_welcome)>
                    <Button label=t!(accept_open) kind="primary wide" on_click=Callback::new(go) />
                </Entry>
            }
            .into_any()
        }
    }
}

/// What a closed invitation is, and what to do.
fn closed(view: &InvitationView) -> (String, String) {
    let organisation = organisation_name(view.organisation.as_ref());
    match view.status {
        InvitationStatus::Expired => (t!(invitation_expired_title), t!(invitation_expired, organisation)),
        InvitationStatus::Used => (t!(invitation_used_title), t!(invitation_used, organisation)),
        InvitationStatus::Ended => (t!(invitation_ended_title), t!(invitation_ended, organisation)),
        InvitationStatus::Locked => (t!(invitation_locked_title), t!(invitation_locked, organisation)),
        InvitationStatus::Unknown | InvitationStatus::Open => (t!(invitation_unknown_title), t!(invitation_unknown)),
    }
}
