//! Gives a number to somebody, or says where its calls go while nobody holds it.

use super::{Page, row::sent_to};
use crate::{
    form::{Form, form_frame},
    language::{say, t},
    list::{
        offered,
        plan::{Deal, carry_out},
    },
    screen::picks::{picked, target, targets, users},
    ui::{checkbox::Checkbox, dialog::Dialog, picker::Picker},
};
use leptos::prelude::*;
use rollcall_core::{
    Key,
    command::{AssignNumber, Authored, ReleaseNumber, RouteNumber, UnassignNumber, Verb},
    id::UserId,
    model::Target,
    refusal::Field,
    value::PhoneNumber,
};
use rollcall_words::name;

/// The dialog in which a number is given to somebody.
pub fn assign(page: Page, number: PhoneNumber, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let form = Form::new(app, on_close).minded();
    let whom = form.choice(&[], String::new());
    let user = move || whom.text.with(|user| user.parse::<UserId>().ok());
    form.tries_once_there(move || user().map(|user| AssignNumber { number, user }.into()));
    form.idle_while(Signal::derive(move || user().is_none()));
    let save = move |()| {
        let Some(user) = untrack(user) else { return };
        let name = app.ask_once(|replica, _| super::row::called(replica.view(), user)).unwrap_or_default();
        let said = t!(numbers_assigned, number = number.to_string(), name);
        // Nobody else is kept from it when that is taken back.
        let free = ReleaseNumber { number }.into();
        let whole = app.ask_once(|replica, now| offered(replica, now, Verb::AddNumber, &Key::Organisation).is_some());
        let undo = [UnassignNumber { number }.into(), free].into_iter().take(if whole == Some(true) { 2 } else { 1 });
        form.end();
        carry_out(page.list, vec![Deal::new(AssignNumber { number, user }, undo)], move |_| said);
    };
    let fields = view! {
        <Picker
            id="number-holder"
            label=t!(numbers_to_whom)
            value=whom.text
            find=Callback::new(move |words: String| users(app, &words))
        />
    };
    crate::browser::focus("number-holder");
    let frame = form_frame(
        form,
        Signal::derive(|| t!(numbers_assign)),
        Signal::default(),
        form.said_whole(),
        Callback::new(save),
        fields.into_any(),
    );
    let title = t!(numbers_assign_title, number = number.to_string());
    view! { <Dialog title=title narrow=true on_close=move || form.close()>{frame}</Dialog> }.into_any()
}

/// The dialog that says where its calls go.
pub fn route(page: Page, number: PhoneNumber, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let known = app.ask_once(|replica, _| {
        let record = replica.view().number(number)?;
        Some((RouteNumber { number, target: record.target }, sent_to(replica.view(), record)))
    });
    let Some((seen, called)) = known.flatten() else { return ().into_any() };
    let form = Form::new(app, on_close).minded().filled_with(seen.clone());
    let (first, mailbox) = seen.target.map(picked).unwrap_or_default();
    let first_name = match seen.target {
        Some(Target::Voicemail(user)) => {
            app.ask_once(|replica, _| super::row::called(replica.view(), user)).unwrap_or_default()
        }
        _ => called,
    };
    let to = form.choice(&[Field::Target], first);
    let voicemail = RwSignal::new(mailbox);
    form.part(Signal::derive(move || voicemail.get() != mailbox));
    let command = move || RouteNumber { number, target: to.text.with(|to| target(to, voicemail.get())) };
    form.tries(move || command().into());
    let save = move |()| {
        let route = untrack(command);
        if route == seen {
            form.end();
            return;
        }
        let undo = Authored { command: seen.clone().into(), seen: Some(route.clone().into()) };
        form.issue(route.into(), move || app.say_done(t!(saved), Some(undo), t!(undone)));
    };
    let fields = view! {
        <Picker
            id="number-target"
            label=say(&name::field(Field::Target))
            first=first_name
            optional=true
            hint=Signal::derive(|| t!(numbers_route_hint))
            value=to.text
            error=to.error()
            find=Callback::new(move |words: String| targets(app, &words))
        />
        <Show when=move || to.text.with(|to| target(to, true).is_some_and(is_voicemail))>
            <Checkbox label=t!(numbers_voicemail) checked=voicemail on_change=move |on| voicemail.set(on) />
        </Show>
    };
    crate::browser::focus("number-target");
    let frame = form_frame(
        form,
        Signal::derive(|| t!(save)),
        Signal::default(),
        form.said_whole(),
        Callback::new(save),
        fields.into_any(),
    );
    let title = t!(numbers_route_title, number = number.to_string());
    view! { <Dialog title=title narrow=true on_close=move || form.close()>{frame}</Dialog> }.into_any()
}

const fn is_voicemail(to: Target) -> bool {
    matches!(to, Target::Voicemail(_))
}
