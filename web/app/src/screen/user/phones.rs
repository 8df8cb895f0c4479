//! The phones of a user (S4.9–S4.10): described, added, removed. Their secrets are the server's.

use super::{
    One,
    ask::Asked,
    parts::{act, field, nothing, part},
};
use crate::{
    browser,
    form::{Form, form_frame},
    language::t,
    ui::{
        badge::pending_mark,
        button::IconButton,
        checkbox::Checkbox,
        dialog::Dialog,
        facts::facts,
        field::TextField,
        icon::{Icon, icon},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Command, Key,
    command::{AddPhone, Authored, DeletePhone, EditPhone, Verb},
    id::PhoneId,
    model::Phone,
    query,
    refusal::Field,
    value::{MacAddress, PhoneModel},
};

/// A phone as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    phone: Phone,
    edits: bool,
    /// Whether it can be removed; none when that is not this viewer's business.
    removes: Option<Option<String>>,
    waits: bool,
}

/// The part.
pub fn phones(one: One) -> AnyView {
    // The phone that is edited, or a new one.
    let opened = RwSignal::new(None::<Option<Phone>>);
    let phones = Memo::new(move |_| {
        let pending = one.pending.get();
        let waits = |id: PhoneId| pending.iter().any(|command| about(command, id));
        let shown = one.app.ask(|replica, now| {
            let (view, context) = (replica.view(), replica.context(now));
            let offer = |verb, phone: &Phone| query::offer(view, &context, verb, &Key::Phone(phone.id));
            let shown = |phone: &Phone| Shown {
                phone: phone.clone(),
                edits: offer(Verb::EditPhone, phone).is_some_and(|offer| offer.why_not.is_empty()),
                removes: offer(Verb::DeletePhone, phone).map(|offer| one.said(&offer.why_not)),
                waits: waits(phone.id),
            };
            view.phones_of(one.id).map(shown).collect::<Vec<_>>()
        });
        shown.unwrap_or_default()
    });
    let list = move || {
        let phones = phones.get();
        if phones.is_empty() {
            return nothing(t!(user_no_phone));
        }
        let line = move |Shown { phone, edits, removes, waits }: Shown| {
            let name = called(&phone);
            let mac = phone.mac.as_ref().map(ToString::to_string);
            let at = phone.line.as_ref().map(|line| t!(user_rings_at, extension = line.to_string()));
            let sub: Vec<String> = mac.into_iter().chain(Some(at.unwrap_or_else(|| t!(user_no_line)))).collect();
            let id = phone.id;
            let edited = phone.clone();
            let edit = edits.then(|| {
                let open = move |_| opened.set(Some(Some(edited.clone())));
                view! { <IconButton label=t!(user_edit_phone, phone = &name) sign=Icon::Edit on_click=open /> }
            });
            let gone = name.clone();
            let remove = removes.map(|why_not| match why_not {
                None => {
                    let ask = move |_| {
                        one.asking.set(Some(Asked {
                            command: DeletePhone { phone: id }.into(),
                            title: t!(user_remove_phone_title, phone = gone.clone()),
                            question: t!(user_remove_phone_question),
                            lines: Vec::new(),
                            yes: t!(user_remove_phone_yes),
                            said: t!(user_phone_removed),
                            leaves: false,
                        }));
                    };
                    view! { <IconButton label=t!(user_remove_phone, phone = &name) sign=Icon::Trash on_click=ask /> }
                        .into_any()
                }
                Some(why) => view! { <small class="faint why-not">{why}</small> }.into_any(),
            });
            view! {
                <li>
                    {icon(Icon::Monitor)}
                    <div>
                        <p><bdi>{name.clone()}</bdi> {waits.then(pending_mark)}</p>
                        <p class="faint">{facts(sub)}</p>
                    </div>
                    <div class="row-of end">{edit} {remove}</div>
                </li>
            }
        };
        view! { <ul class="things">{phones.into_iter().map(line).collect_view()}</ul> }.into_any()
    };
    let add = move || {
        let open = Callback::new(move |()| opened.set(Some(None)));
        act("phone-why", one.offered(Verb::AddPhone), t!(user_add_phone), Icon::Plus, "", open)
    };
    let close = Callback::new(move |()| opened.set(None));
    let dialog = move || opened.get().map(|phone| edit(one, phone, close));
    let body = view! { {list} {add} {dialog} };
    let waits = move || one.waits(&[Verb::AddPhone, Verb::EditPhone]);
    part("phones-title", t!(user_phones), t!(user_phones_note, own = one.own()), waits, body.into_any())
}

fn called(phone: &Phone) -> String {
    phone.model.as_ref().map_or_else(|| t!(user_phone_unnamed), ToString::to_string)
}

fn about(command: &Command, id: PhoneId) -> bool {
    match command {
        Command::AddPhone(add) => add.phone.id == id,
        Command::EditPhone(edit) => edit.phone.id == id,
        Command::DeletePhone(delete) => delete.phone == id,
        _ => false,
    }
}

/// Describes a phone, or a new one.
fn edit(one: One, before: Option<Phone>, on_close: Callback<()>) -> AnyView {
    let app = one.app;
    let line = one.detail.with_untracked(|detail| {
        detail.as_ref().and_then(|detail| detail.line.as_ref().map(|line| line.extension.clone()))
    });
    let form = Form::new(app, on_close).minded();
    let form = match before.clone() {
        Some(phone) => form.filled_with(EditPhone { phone }),
        None => form,
    };
    let text = |value: Option<String>| value;
    let model = form.line(
        &[Field::PhoneModel],
        text(before.as_ref().and_then(|p| p.model.as_ref().map(ToString::to_string))),
        PhoneModel::parse,
        true,
    );
    let mac = form.line(
        &[Field::MacAddress],
        text(before.as_ref().and_then(|p| p.mac.as_ref().map(ToString::to_string))),
        MacAddress::parse,
        true,
    );
    let rang = before.as_ref().map_or(line.is_some(), |phone| phone.line.is_some());
    let rings = RwSignal::new(rang);
    form.part(Signal::derive(move || rings.get() != rang));
    let id = before.as_ref().map_or_else(|| PhoneId::new(rollcall_client::new_id()), |phone| phone.id);
    let at = line.clone().or_else(|| before.as_ref().and_then(|phone| phone.line.clone()));
    let phone = move || Phone {
        id,
        user: one.id,
        model: model.value(PhoneModel::parse),
        mac: mac.value(MacAddress::parse),
        line: at.clone().filter(|_| rings.get()),
    };
    let new = before.is_none();
    let command = move || -> Command {
        let phone = phone();
        if new { AddPhone { phone }.into() } else { EditPhone { phone }.into() }
    };
    let trial = command.clone();
    form.tries(trial);
    let save = move |()| {
        let command = untrack(&command);
        let back = before.clone().map(|phone| EditPhone { phone }.into());
        if back.as_ref() == Some(&command) {
            form.end();
            return;
        }
        let undo = match back {
            Some(back) => Authored { command: back, seen: Some(command.clone()) },
            None => Authored { command: DeletePhone { phone: id }.into(), seen: None },
        };
        let said = if new { t!(user_phone_added) } else { t!(user_phone_saved) };
        form.issue(command, move || app.say_done(said, Some(undo), t!(undone)));
    };
    browser::focus("phone-model");
    let at_line = line.map(|extension| {
        let label = t!(user_rings_at, extension = extension.to_string());
        view! { <Checkbox label=label checked=rings on_change=move |now| rings.set(now) /> }
    });
    let fields = view! {
        <TextField id="phone-model" label=field(Field::PhoneModel) optional=true placeholder=t!(user_phone_example) value=model.text error=model.error() on_leave=model.leave() />
        <TextField id="phone-mac" label=field(Field::MacAddress) optional=true placeholder="00:04:13:aa:bb:cc" value=mac.text error=mac.error() on_leave=mac.leave() />
        {at_line}
    };
    let save_label = Signal::derive(move || if new { t!(user_add_phone) } else { t!(save) });
    let general = Signal::derive(move || form.said_of_all());
    let title = if new { t!(user_add_phone_title, who = one.name()) } else { t!(user_edit_phone_title) };
    view! {
        <Dialog title=title narrow=true on_close=move || form.close()>
            {form_frame(form, save_label, Signal::default(), general, Callback::new(save), fields.into_any())}
        </Dialog>
    }
    .into_any()
}
