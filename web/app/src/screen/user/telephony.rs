//! How a user is reached and what it shows when it calls: extension (S1.6–S1.10), numbers with the mobile that rings along (S2.8),
//! numbers to show (S2.9), phones (S4.9–S4.10).

use super::{
    One,
    ask::Asked,
    numbers,
    parts::{act, fact, field, part, standing},
    phones,
};
use crate::{
    form::{Form, part_frame},
    language::t,
    ui::{
        field::TextField,
        icon::Icon,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Command,
    command::{AssignExtension, ChangeExtension, UnassignExtension, Verb},
    model::{Line, PhoneType},
    query::extensions_free,
    refusal::Field,
    value::Extension,
};

/// So many free extensions are offered.
pub const FREE: usize = 100;
pub const TYPES: [PhoneType; 3] = [PhoneType::Softphone, PhoneType::Webphone, PhoneType::DeskPhone];

/// The tab.
pub fn telephony(one: One) -> AnyView {
    let person = Memo::new(move |_| one.is_person());
    view! {
        {extension(one)}
        {numbers::numbers(one)}
        {move || person.get().then(|| view! { {numbers::shown(one)} {phones::phones(one)} })}
    }
    .into_any()
}

pub fn type_name(phone: PhoneType) -> String {
    match phone {
        PhoneType::Softphone => t!(value_phone_type, phone = "softphone"),
        PhoneType::Webphone => t!(value_phone_type, phone = "webphone"),
        PhoneType::DeskPhone => t!(value_phone_type, phone = "desk_phone"),
    }
}

pub const fn type_code(phone: PhoneType) -> &'static str {
    match phone {
        PhoneType::Softphone => "softphone",
        PhoneType::Webphone => "webphone",
        PhoneType::DeskPhone => "desk_phone",
    }
}

/// The number by which colleagues dial it, and what rings there.
fn extension(one: One) -> AnyView {
    let edits = Memo::new(move |_| one.may(Verb::ChangeExtension) || one.may(Verb::AssignExtension));
    let line = one.part(|detail| detail.line.clone());
    let body = move || {
        if edits.get() {
            return extension_form(one, line);
        }
        let why_not = one.offered(Verb::AssignExtension).and_then(|offered| offered.why_not);
        match line.get().flatten() {
            Some(line) => view! {
                <dl class="facts">
                    {fact(field(Field::Extension), line.extension.to_string())}
                    {fact(field(Field::PhoneType), type_name(line.phone))}
                </dl>
            }
            .into_any(),
            None => view! { <p class="faint nothing">{t!(user_no_extension)} " " {why_not}</p> }.into_any(),
        }
    };
    let take = move || {
        let number = line.get().flatten().map(|line| line.extension.to_string())?;
        let ask = Callback::new(move |()| {
            one.asking.set(Some(Asked {
                command: UnassignExtension { user: one.id }.into(),
                title: t!(user_unassign_title, extension = number.clone(), who = one.name()),
                question: t!(user_unassign_question, own = one.own()),
                lines: Vec::new(),
                yes: t!(user_unassign_yes),
                said: t!(user_unassigned),
                leaves: false,
            }));
        });
        act("unassign-why", one.offered(Verb::UnassignExtension), t!(user_unassign), Icon::Close, "", ask)
    };
    let waits = move || one.waits(&[Verb::AssignExtension, Verb::ChangeExtension, Verb::UnassignExtension]);
    let body = view! { {body} {take} };
    part("extension-title", field(Field::Extension), t!(user_extension_note, own = one.own()), waits, body.into_any())
}

fn extension_form(one: One, line: Memo<Option<Option<Line>>>) -> AnyView {
    let (app, id) = (one.app, one.id);
    standing("extension-title", line, move |before: Option<Line>, ended| {
        let form = Form::new(app, ended).minded();
        let form = match before.clone() {
            Some(line) => form.filled_with(ChangeExtension { user: id, line }),
            None => form,
        };
        let free = app.ask_once(|replica, _| extensions_free(replica.view(), FREE)).unwrap_or_default();
        let had = before.as_ref().map(|line| line.extension.to_string());
        let extension = form.line(&[Field::Extension], had.clone(), Extension::parse, had.is_none());
        let phone = before.as_ref().map_or_else(PhoneType::default, |line| line.phone);
        let phone = form.choice(&[Field::PhoneType], type_code(phone).to_owned());
        let command = {
            let before = before.clone();
            move || -> Option<Command> {
                let phone = phone.text.with(|code| TYPES.into_iter().find(|phone| type_code(*phone) == code));
                let line = Line { extension: extension.value(Extension::parse)?, phone: phone.unwrap_or_default() };
                Some(match &before {
                    Some(_) => ChangeExtension { user: id, line }.into(),
                    None => AssignExtension { user: id, line }.into(),
                })
            }
        };
        let trial = command.clone();
        // What is not there yet speaks for itself.
        form.tries(move || trial().unwrap_or_else(|| UnassignExtension { user: id }.into()));
        let save = move |()| {
            let Some(command) = untrack(&command) else { return };
            let back = before.clone().map(|line| rollcall_core::command::Authored {
                command: ChangeExtension { user: id, line }.into(),
                seen: Some(command.clone()),
            });
            form.issue(command, move || app.say_done(t!(user_extension_saved), back, t!(undone)));
        };
        let hint = free.first().map(ToString::to_string).unwrap_or_default();
        let choices: Vec<Choice> = TYPES.map(|phone| Choice::new(type_code(phone), type_name(phone))).into();
        let fields = view! {
            <div class="pair">
                <TextField id="user-extension" label=field(Field::Extension) placeholder=hint list="extensions" value=extension.text error=extension.error() on_leave=extension.leave() />
                <SelectField id="user-phone-type" label=field(Field::PhoneType) choices=choices value=phone.text error=phone.error() />
            </div>
            <datalist id="extensions">
                {free.into_iter().map(|extension| view! { <option value=extension.to_string()></option> }).collect_view()}
            </datalist>
        };
        (form, part_frame(form, Callback::new(save), fields.into_any()))
    })
}
