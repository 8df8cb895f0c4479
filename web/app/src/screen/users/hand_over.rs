//! Hands over what a person signs in with: a link and a code, or a temporary password (S2.4, S3.3). The server tells it once; it
//! stands in this dialog alone, and goes with it.

use super::Page;
use crate::{
    browser,
    form::{Form, form_frame},
    language::{self, t},
    screen::sign_in::ORGANISATION,
    state::Stage,
    text,
    ui::{banner::Banner, button::Button, dialog::Dialog, icon::Icon},
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::api;
use rollcall_core::{
    api::{AskHandOver, HandedOver, HandedSecret},
    command::{HandOver, Handed},
    id::UserId,
    model::UserState,
};
use rollcall_view::qr::qr;

/// The dialog: what is to be made, then what was.
#[component]
pub fn HandOverDialog(id: UserId, on_close: Callback<()>) -> impl IntoView {
    let page: Page = expect_context();
    let known = page.app.ask_once(|replica, _| {
        let user = replica.view().user(id)?;
        Some((user.display_name().into_owned(), user.state == UserState::Active))
    });
    let (name, active) = known.flatten().unwrap_or_default();
    let told = RwSignal::new(None::<HandedOver>);
    let close = move || {
        told.set(None);
        on_close.run(());
    };
    let title = t!(hand_over_to, name = &name);
    let whom = StoredValue::new(name);
    view! {
        <Dialog title=title narrow=true on_close=close>
            {move || match told.get() {
                None => ask(page, id, active, told, Callback::new(move |()| close())),
                Some(handed) => shown(page, whom.get_value(), handed, Callback::new(move |()| close())),
            }}
        </Dialog>
    }
}

/// Which of the two.
fn ask(page: Page, id: UserId, active: bool, told: RwSignal<Option<HandedOver>>, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let what = RwSignal::new(if active { Handed::Password } else { Handed::Invitation });
    let form = Form::new(app, on_close);
    form.tries(move || HandOver { user: id, what: what.get() }.into());
    // Nobody but the server can make it: nothing of it is kept for later.
    form.idle_while(Signal::derive(move || !app.is_online()));
    let general = Signal::derive(move || {
        let rest = form.general();
        (!rest.is_empty()).then(|| app.ask_once(|replica, _| text::refusals(&rest, Some(replica.view())))).flatten()
    });
    let note = Signal::derive(move || if app.is_online() { String::new() } else { t!(hand_over_offline) });
    let label = Signal::derive(move || match what.get() {
        Handed::Invitation => t!(hand_over_make_link),
        Handed::Password => t!(hand_over_make_password),
    });
    let save = move |()| {
        let Stage::Open(_, place) = app.stage.get_untracked() else { return };
        let asked = AskHandOver { what: what.get_untracked(), password: None, new: None };
        form.send(async move { api::hand_over(place.tenant, id, &asked).await }, move |answer| match answer {
            Ok(handed) => {
                // Whoever closed the dialog meanwhile makes another.
                told.try_set(Some(handed));
                None
            }
            Err(problem) => Some(problem),
        });
    };
    let choice = move |mine: Handed, label: String, meaning: String| {
        view! {
            <label class="hand-choice">
                <input
                    type="radio"
                    name="hand-over"
                    prop:checked=move || what.get() == mine
                    on:change=move |_| what.set(mine)
                />
                <span>{label} <small class="soft">{meaning}</small></span>
            </label>
        }
    };
    let choices = if active {
        view! { <p>{t!(hand_over_replaces)}</p> }.into_any()
    } else {
        view! {
            <div class="hand-choices" role="radiogroup" aria-label=t!(hand_over_what)>
                {choice(Handed::Invitation, t!(hand_over_link), t!(hand_over_link_note))}
                {choice(Handed::Password, t!(hand_over_password), t!(hand_over_password_note))}
            </div>
        }
        .into_any()
    };
    form_frame(form, label, note, general, Callback::new(save), choices)
}

/// What was made.
fn shown(page: Page, name: String, handed: HandedOver, on_close: Callback<()>) -> AnyView {
    let HandedOver { sign_in, secret, expires } = handed;
    let line = |term: String, value: String, kind: &'static str| {
        view! { <div><dt>{term}</dt><dd class=kind dir="ltr">{value}</dd></div> }
    };
    let known_by = language::list(&sign_in);
    let place = page.app.ask_once(|replica, _| {
        replica.view().organisation().map(|place| (place.name.to_string(), place.slug.to_string()))
    });
    let (organisation, slug) = place.flatten().unwrap_or_default();
    let address = format!("{}/?{ORGANISATION}{slug}", browser::origin());
    let (copied, lines) = match secret {
        HandedSecret::Invitation { link, code } => {
            let drawn = qr(&link).map(|code| {
                view! {
                    <svg class="qr" viewBox=code.view_box role="img" aria-label=t!(hand_over_qr)>
                        <path d=code.path />
                    </svg>
                }
            });
            let copied = format!("{link}\n{code}");
            let lines = view! {
                {drawn}
                <dl class="facts">
                    {line(t!(hand_over_link_is), link, "break")}
                    {line(t!(hand_over_code_is), code, "secret")}
                </dl>
                <p class="soft">{t!(hand_over_until, when = language::moment(expires))}</p>
            };
            (copied, lines.into_any())
        }
        HandedSecret::Password(password) => {
            let copied = format!("{address}\n{known_by}\n{password}");
            let lines = view! {
                <dl class="facts">
                    {line(t!(hand_over_sign_in_at), address, "break")}
                    {line(t!(hand_over_sign_in_by), known_by.clone(), "break")}
                    {line(t!(hand_over_password_is), password, "secret")}
                </dl>
                <p class="soft">{t!(hand_over_change, when = language::moment(expires))}</p>
            };
            (copied, lines.into_any())
        }
        HandedSecret::Said => {
            let note = view! { <p class="soft">{t!(hand_over_change, when = language::moment(expires))}</p> };
            (String::new(), note.into_any())
        }
    };
    let copy = move |_| {
        let text = copied.clone();
        spawn_local(async move {
            match browser::copy(&text).await {
                true => page.app.toasts.say(t!(hand_over_copied)),
                false => page.app.toasts.warn(t!(hand_over_not_copied)),
            }
        });
    };
    view! {
        <div class="frame">
            <div class="body">
                <Banner tone="accent" sign=Icon::Info><p>{t!(hand_over_once)}</p></Banner>
                <div class="handed">
                    <h3 dir="auto">{name}</h3>
                    <p class="soft" dir="auto">{organisation}</p>
                    {lines}
                </div>
            </div>
            <div class="foot">
                <Button label=t!(hand_over_copy) on_click=Callback::new(copy) />
                <Button label=t!(hand_over_print) on_click=Callback::new(move |_| browser::print()) />
                <Button label=t!(done) kind="primary" on_click=Callback::new(move |_| on_close.run(())) />
            </div>
        </div>
    }
    .into_any()
}
