//! Links a number to a mobile, which rings with it, or is remembered while the link is off (S2.8).

use super::Page;
use crate::{
    form::{Form, form_frame},
    language::{say, t},
    text,
    ui::{checkbox::Checkbox, dialog::Dialog, field::TextField},
};
use leptos::prelude::*;
use rollcall_core::{
    command::{Authored, LinkMobile},
    refusal::Field,
    value::PhoneNumber,
};
use rollcall_words::name;

/// The dialog.
pub fn dialog(page: Page, number: PhoneNumber, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let known = app.ask_once(|replica, _| {
        let record = replica.view().number(number)?;
        let country = replica.view().organisation().map(|organisation| organisation.country.clone());
        Some((LinkMobile { number, mobile: record.linked_mobile, off: record.link_off }, country))
    });
    let Some((seen, country)) = known.flatten() else { return ().into_any() };
    let form = Form::new(app, on_close).minded().filled_with(seen.clone());
    let read = move |text: &str| PhoneNumber::typed(text, country.as_ref());
    let wrong = read.clone();
    let first = seen.mobile.map(|mobile| mobile.to_string()).unwrap_or_default();
    let mobile = form.typed(&[Field::Mobile, Field::Number], first, move |typed| {
        if typed.trim().is_empty() { None } else { wrong(typed).err().map(text::value_error) }
    });
    let (rings, rang) = (RwSignal::new(!seen.off), !seen.off);
    form.part(Signal::derive(move || rings.get() != rang));
    let link = move || {
        let mobile = mobile.text.with(|typed| read(typed).ok());
        LinkMobile { number, mobile, off: mobile.is_some() && !rings.get() }
    };
    let tried = link.clone();
    form.tries(move || tried().into());
    let save = move |()| {
        let link = untrack(&link);
        if link == seen {
            form.end();
            return;
        }
        let undo = Authored { command: seen.clone().into(), seen: Some(link.clone().into()) };
        form.issue(link.into(), move || app.say_done(t!(saved), Some(undo), t!(undone)));
    };
    let fields = view! {
        <TextField
            id="number-mobile"
            label=say(&name::field(Field::Mobile))
            optional=true
            hint=Signal::derive(|| t!(numbers_link_hint))
            value=mobile.text
            error=mobile.error()
            on_leave=mobile.leave()
        />
        <Checkbox label=t!(numbers_link_rings) checked=rings on_change=move |on| rings.set(on) />
    };
    let frame = form_frame(
        form,
        Signal::derive(|| t!(save)),
        Signal::default(),
        form.said_whole(),
        Callback::new(save),
        fields.into_any(),
    );
    let title = t!(numbers_link_title, number = number.to_string());
    view! { <Dialog title=title narrow=true on_close=move || form.close()>{frame}</Dialog> }.into_any()
}
