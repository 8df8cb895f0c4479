//! The page of the two mailed links of a change of the sign-in address: the new address confirms it, the old one stops it.
//! Opening the page does nothing, for mail programs open links by themselves: a button does.

use super::entry::Entry;
use crate::{
    app,
    part::{
        banner::Banner,
        button::Button,
        icon::{Icon, icon},
    },
    route::Route,
    state::app,
    text,
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::{ApiError, api};
use rollcall_core::api::{AddressStep, AddressView};

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Asking,
    Failed(ApiError),
    Over,
    Ask(AddressView),
    Done(AddressView),
}

/// The page behind the link.
#[component]
pub fn Address(token: String) -> impl IntoView {
    let app = app();
    app::title("Your address");
    let step = RwSignal::new(Step::Asking);
    let token = StoredValue::new(token);
    let ask = move || {
        step.set(Step::Asking);
        spawn_local(async move {
            step.set(match api::address_link(&token.get_value()).await {
                Ok(view) => Step::Ask(view),
                Err(error) if text::request::is_over(&error) => Step::Over,
                Err(error) => Step::Failed(error),
            });
        });
    };
    ask();
    let leave = move |_| app.router.replace(Route::Users(None));
    move || {
        match step.get() {
        Step::Asking => {
            view! { <div class="opening"><span class="spinner" role="status" aria-label="Loading"></span></div> }
                .into_any()
        }
        Step::Failed(error) => view! {
            <Entry title="Your address">
                <Banner tone="warn" sign=Icon::CloudOff><p>{text::api_error(&error)}</p></Banner>
                <Button label="Try again" kind="primary wide" on_click=Callback::new(move |_| ask()) />
            </Entry>
        }
        .into_any(),
        Step::Over => view! {
            <Entry
                title="This link is no longer valid"
                sub="It was used, it has expired, or the change of address was stopped or replaced by a later one. Your account page shows which address holds."
            >
                <Button label="Go to the sign-in" kind="primary wide" on_click=Callback::new(leave) />
            </Entry>
        }
        .into_any(),
        Step::Ask(view) => view! {
            <Ask
                token=token.get_value()
                link=view.clone()
                on_done=move || step.set(Step::Done(view.clone()))
                on_over=move || step.set(Step::Over)
            />
        }
        .into_any(),
        Step::Done(view) => done(&view, Callback::new(leave)).into_any(),
    }
    }
}

#[component]
fn Ask(
    token: String,
    link: AddressView,
    on_done: impl Fn() + Clone + Send + Sync + 'static,
    /// The link ended meanwhile.
    on_over: impl Fn() + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let AddressView { step, old, new, expires } = link;
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<ApiError>);
    let act = move |_| {
        busy.set(true);
        error.set(None);
        let (token, on_done, on_over) = (token.clone(), on_done.clone(), on_over.clone());
        spawn_local(async move {
            let answer = api::use_address_link(&token).await;
            busy.set(false);
            match answer {
                Ok(()) => on_done(),
                Err(problem) if text::request::is_over(&problem) => on_over(),
                Err(problem) => error.set(Some(problem)),
            }
        });
    };
    let (title, sub, label, kind) = match step {
        AddressStep::Confirm => (
            "Confirm your new address",
            "Once you confirm, you sign in with the new address, in every organisation that you belong to.",
            "Confirm the new address",
            "primary wide",
        ),
        AddressStep::Stop => (
            "Keep your address?",
            "Somebody who knows your password asked to sign in with another address. If it was not you, keep the old one.",
            "Keep the old address",
            "primary wide",
        ),
    };
    let until = format!("This link can be used once, until {}.", crate::language::moment(expires));
    view! {
        <Entry title=title sub=sub>
            <dl class="change">
                <div>
                    <dt>"Old address"</dt>
                    <dd dir="auto">{old.to_string()}</dd>
                </div>
                {icon(Icon::ArrowDown)}
                <div>
                    <dt>"New address"</dt>
                    <dd dir="auto">{new.to_string()}</dd>
                </div>
            </dl>
            {move || {
                error
                    .with(|error| error.as_ref().map(text::api_error))
                    .map(|said| view! { <Banner tone="bad" sign=Icon::Alert><p>{said}</p></Banner> })
            }}
            <Button label=label kind=kind busy=busy on_click=Callback::new(act) />
            <p class="aside faint">{until}</p>
        </Entry>
    }
}

/// What happened.
fn done(link: &AddressView, leave: Callback<leptos::ev::MouseEvent>) -> impl IntoView + use<> {
    let app = app();
    let (old, new) = (&link.old, &link.new);
    match link.step {
        AddressStep::Confirm => view! {
            <Entry
                title="Your address has changed"
                sub=format!("From now on you sign in as {new}. {old} was notified, and can take this back for a day.")
            >
                <Button label="Go on" kind="primary wide" on_click=leave />
            </Entry>
        }
        .into_any(),
        AddressStep::Stop => view! {
            <Entry
                title="Your address stays"
                sub=format!("You sign in as {old}. If the change was asked for with your password, somebody else knows it, and it opens nothing any more: choose a new one.")
            >
                <Button
                    label="Choose a new password"
                    kind="primary wide"
                    on_click=Callback::new(move |_| app.router.replace(Route::Forgot))
                />
                <Button label="Go on" kind="plain wide" on_click=leave />
            </Entry>
        }
        .into_any(),
    }
}
