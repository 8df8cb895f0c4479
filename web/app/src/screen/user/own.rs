//! What a person has of its own in the organisation, for its own page: whether calls of its teams ring, profile, phones, answering
//! rules, voicemail. The parts are those of a user's page, with the permissions that it has over itself.

use super::{
    One, answering,
    ask::question,
    parts::{act, part},
    presence, profile, telephony, voicemail,
};
use crate::{
    language::t,
    later::{Apart, later},
    router::Route,
    ui::{
        icon::{Icon, icon},
        link::Link,
    },
};
use leptos::prelude::*;
use rollcall_core::{
    command::{SendWelcome, Verb},
    id::UserId,
};
use rollcall_view::Screen;

/// The parts, in the order in which they are wanted.
pub fn own(me: UserId) -> AnyView {
    let one = One::new(me);
    provide_context(one.page);
    let there = Memo::new(move |_| one.detail.with(Option::is_some));
    let asks = Memo::new(move |_| one.page.ask.with(Option::is_some));
    let apart: Apart = expect_context();
    let answers = Memo::new(move |_| one.offered(Verb::SetAnswering).is_some());
    let records = Memo::new(move |_| one.offered(Verb::SetVoicemail).is_some());
    let parts = move || {
        there.get().then(|| {
            view! {
                {presence::presence(one)}
                {profile::profile(one)}
                {calls()}
                {telephony::telephony(one)}
                {move || answers.get().then(|| answering::answering(one))}
                {move || records.get().then(|| view! { {voicemail::voicemail(one)} {pin(one)} })}
            }
        })
    };
    view! {
        {parts}
        {question(one)}
        {move || asks.get().then(|| later(apart.user_dialogs, String::new()))}
    }
    .into_any()
}

/// One's own calls, which have a page.
fn calls() -> AnyView {
    let body = view! {
        <div class="setting">
            <p class="soft">{t!(own_calls_note)}</p>
            <div class="row-of">
                <Link to=Route::At(Screen::Calls, None) class="button small">
                    {icon(Icon::Phone)}
                    {t!(calls)}
                </Link>
                <Link to=Route::At(Screen::Figures, None) class="button small">
                    {icon(Icon::Chart)}
                    {t!(figures)}
                </Link>
            </div>
        </div>
    };
    part("own-calls-title", t!(own_calls), String::new(), || false, body.into_any())
}

/// The PIN of the voicemail, which nobody can show: it is set by a link.
fn pin(one: One) -> AnyView {
    let (app, user) = (one.app, one.id);
    let send = Callback::new(move |()| {
        app.issue_saying(SendWelcome { user }.into(), t!(user_welcome_sent), None);
    });
    let draw = move || {
        let link = match one.offered(Verb::SendWelcome) {
            Some(offered) => act("why-own-pin", Some(offered), t!(own_pin_link), Icon::Mail, "", send).into_any(),
            None => ().into_any(),
        };
        view! {
            <div class="setting">
                <p class="soft">{t!(own_pin_note)}</p>
                {link}
            </div>
        }
    };
    part("own-pin-title", t!(own_pin), String::new(), || false, draw.into_any())
}
