//! What a person has of its own in the organisation, for its own page: whether calls of its teams ring, profile, phones, answering
//! rules, voicemail. The parts are those of a user's page, with the permissions that it has over itself.

use super::{One, answering, ask::question, own_calls, presence, profile, telephony, voicemail};
use crate::later::{Apart, later};
use leptos::prelude::*;
use rollcall_core::{command::Verb, id::UserId};

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
                {own_calls::own_calls(one)}
                {telephony::telephony(one)}
                {move || answers.get().then(|| answering::answering(one))}
                {move || records.get().then(|| voicemail::voicemail(one))}
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
