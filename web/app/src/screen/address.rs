//! The page of the two mailed links of a change of the sign-in address: the new address confirms it, the old one stops it.
//! Opening the page does nothing, for mail programs open links by themselves: a button does.

use super::entry::Entry;
use crate::{
    language::t,
    router::Route,
    state::app,
    text, title,
    ui::{
        banner::Banner,
        button::Button,
        icon::{Icon, icon},
    },
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::{ApiError, api};
use rollcall_core::api::{AddressStep, AddressView};
use rollcall_words::Arg;

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
    title::set(t!(address_title));
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
    let leave = move |_| app.router.replace(Route::HOME);
    move || match step.get() {
        Step::Asking => {
            view! { <div class="opening"><span class="spinner" role="status" aria-label=t!(loading)></span></div> }
                .into_any()
        }
        Step::Failed(error) => view! {
            <Entry title=t!(address_title)>
                <Banner tone="warn" sign=Icon::CloudOff><p>{text::api_error(&error)}</p></Banner>
                <Button label=t!(try_again) kind="primary wide" on_click=Callback::new(move |_| ask()) />
            </Entry>
        }
        .into_any(),
        Step::Over => view! {
            <Entry title=t!(link_over_title) sub=t!(address_over)>
                <Button label=t!(go_to_sign_in) kind="primary wide" on_click=Callback::new(leave) />
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
    let (title, sub, label) = match step {
        AddressStep::Confirm => (t!(address_confirm_title), t!(address_confirm_sub), t!(address_confirm)),
        AddressStep::Stop => (t!(address_stop_title), t!(address_stop_sub), t!(address_stop)),
    };
    let until = t!(link_until, until = Arg::Moment(expires.0));
    view! {
        <Entry title=title sub=sub>
            <dl class="change">
                {old
                    .map(|old| {
                        view! {
                            <div>
                                <dt>{t!(address_old)}</dt>
                                <dd dir="auto">{old.to_string()}</dd>
                            </div>
                            {icon(Icon::ArrowDown)}
                        }
                    })}
                <div>
                    <dt>{t!(address_new)}</dt>
                    <dd dir="auto">{new.to_string()}</dd>
                </div>
            </dl>
            {move || {
                error
                    .with(|error| error.as_ref().map(text::api_error))
                    .map(|said| view! { <Banner tone="bad" sign=Icon::Alert><p>{said}</p></Banner> })
            }}
            <Button label=label kind="primary wide" busy=busy on_click=Callback::new(act) />
            <p class="aside faint">{until}</p>
        </Entry>
    }
}

/// What happened.
fn done(link: &AddressView, leave: Callback<leptos::ev::MouseEvent>) -> impl IntoView + use<> {
    let app = app();
    let (old, new) = (link.old.as_ref().map(ToString::to_string), link.new.to_string());
    match link.step {
        AddressStep::Confirm => view! {
            <Entry
                title=t!(address_confirmed_title)
                sub=match old {
                    Some(old) => t!(address_confirmed, new, old),
                    None => t!(address_confirmed_ordered, new),
                }
            >
                <Button label=t!(go_on) kind="primary wide" on_click=leave />
            </Entry>
        }
        .into_any(),
        AddressStep::Stop => view! {
            <Entry title=t!(address_stopped_title) sub=t!(address_stopped, old = old.unwrap_or_default())>
                <Button
                    label=t!(choose_new_password)
                    kind="primary wide"
                    on_click=Callback::new(move |_| app.router.replace(Route::Forgot))
                />
                <Button label=t!(go_on) kind="plain wide" on_click=leave />
            </Entry>
        }
        .into_any(),
    }
}
