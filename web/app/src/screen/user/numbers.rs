//! The numbers of a user: assigned and taken back, each with the mobile that rings along (S2.8), and those that it shows when it
//! calls (S2.9).

use super::{
    One,
    ask::Asked,
    parts::{act, dialled, field, nothing, part, standing},
};
use crate::{
    browser,
    form::{Form, form_frame, part_frame},
    language::t,
    screen::numbering::free_numbers,
    ui::{
        badge::pending_mark,
        button::IconButton,
        checkbox::Checkbox,
        dialog::Dialog,
        facts::facts,
        field::TextField,
        icon::{Icon, icon},
        select::SelectField,
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Command, Key,
    command::{AssignNumber, Authored, LinkMobile, SetDisplayNumbers, UnassignNumber, Verb},
    model::{Number, NumberKind},
    query,
    refusal::Field,
    value::PhoneNumber,
};
use std::collections::BTreeSet;

/// What a number is for.
pub fn kind(kind: NumberKind) -> String {
    let kind = match kind {
        NumberKind::Virtual => "virtual",
        NumberKind::Landline => "landline",
        NumberKind::Mobile => "mobile",
        NumberKind::Work => "work",
        NumberKind::Group => "group",
    };
    t!(value_number_kind, kind)
}

/// A number as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    number: Number,
    links: bool,
    /// Whether it can be taken back; none when that is not this viewer's business.
    takes: Option<Option<String>>,
    waits: bool,
}

/// A dialog of this part.
#[derive(Clone, Debug, PartialEq)]
enum Opened {
    Assign,
    Link(Number),
}

/// The part.
pub fn numbers(one: One) -> AnyView {
    let opened = RwSignal::new(None::<Opened>);
    let numbers = Memo::new(move |_| {
        let pending = one.pending.get();
        let waits = |number: PhoneNumber| pending.iter().any(|command| about(command, number));
        let shown = one.app.ask(|replica, now| {
            let (view, context) = (replica.view(), replica.context(now));
            let offer = |verb, number: &Number| query::offer(view, &context, verb, &Key::Number(number.number));
            let shown = |number: &Number| Shown {
                number: number.clone(),
                links: offer(Verb::LinkMobile, number).is_some_and(|offer| offer.why_not.is_empty()),
                takes: offer(Verb::UnassignNumber, number).map(|offer| one.said(&offer.why_not)),
                waits: waits(number.number),
            };
            view.numbers_of(one.id).map(shown).collect::<Vec<_>>()
        });
        shown.unwrap_or_default()
    });
    let list = move || {
        let numbers = numbers.get();
        if numbers.is_empty() {
            return nothing(t!(user_no_number));
        }
        let line = move |Shown { number, links, takes, waits }: Shown| {
            let said = number.number.to_string();
            let linked = number.linked_mobile.map(|mobile| match number.link_off {
                true => t!(user_rings_off, mobile = dialled(mobile)),
                false => t!(user_rings_too, mobile = dialled(mobile)),
            });
            let sub =
                std::iter::once(kind(number.kind)).chain(number.label.as_ref().map(ToString::to_string)).chain(linked);
            let (to_link, to_take) = (number.clone(), number.number);
            let link = links.then(|| {
                let open = move |_| opened.set(Some(Opened::Link(to_link.clone())));
                view! { <IconButton label=t!(user_link_mobile, number = &said) sign=Icon::Phone on_click=open /> }
            });
            let take = takes.map(|why_not| match why_not {
                None => {
                    let ask = move |_| {
                        one.asking.set(Some(Asked {
                            command: UnassignNumber { number: to_take }.into(),
                            title: t!(user_take_number_title, number = dialled(to_take), who = one.name()),
                            question: t!(user_take_number_question),
                            lines: Vec::new(),
                            yes: t!(user_take_number_yes),
                            said: t!(user_number_taken),
                            leaves: false,
                        }));
                    };
                    view! { <IconButton label=t!(user_take_number, number = &said) sign=Icon::Close on_click=ask /> }
                        .into_any()
                }
                Some(why) => view! { <small class="faint why-not">{why}</small> }.into_any(),
            });
            view! {
                <li>
                    {icon(Icon::Phone)}
                    <div>
                        <p><bdi class="number" dir="ltr">{said.clone()}</bdi> {waits.then(pending_mark)}</p>
                        <p class="faint">{facts(sub)}</p>
                    </div>
                    <div class="row-of end">{link} {take}</div>
                </li>
            }
        };
        view! { <ul class="things">{numbers.into_iter().map(line).collect_view()}</ul> }.into_any()
    };
    let add = move || {
        let open = Callback::new(move |()| opened.set(Some(Opened::Assign)));
        act("number-why", one.offered(Verb::AssignNumber), t!(user_assign_number), Icon::Plus, "", open)
    };
    let close = Callback::new(move |()| opened.set(None));
    let dialog = move || {
        opened.get().map(|what| match what {
            Opened::Assign => assign(one, close),
            Opened::Link(number) => link(one, number, close),
        })
    };
    let body = view! { {list} {add} {dialog} };
    let waits = move || one.waits(&[Verb::AssignNumber]);
    part("numbers-title", t!(user_numbers), t!(user_numbers_note, own = one.own()), waits, body.into_any())
}

fn about(command: &Command, number: PhoneNumber) -> bool {
    match command {
        Command::AssignNumber(assign) => assign.number == number,
        Command::UnassignNumber(take) => take.number == number,
        Command::LinkMobile(link) => link.number == number,
        _ => false,
    }
}

/// Assigns a free number.
fn assign(one: One, on_close: Callback<()>) -> AnyView {
    let (app, id) = (one.app, one.id);
    let form = Form::new(app, on_close).minded();
    let choices = free_numbers(app, id, t!(user_choose_number));
    let none = choices.len() == 1;
    let number = form.choice(&[Field::Number], String::new());
    let chosen = move || number.text.with(|text| PhoneNumber::parse(text).ok());
    form.idle_while(Signal::derive(move || chosen().is_none()));
    form.tries(move || match chosen() {
        Some(number) => AssignNumber { number, user: id }.into(),
        None => SetDisplayNumbers { user: id, numbers: Vec::new() }.into(),
    });
    let save = move |()| {
        let Some(number) = untrack(chosen) else { return };
        let said = t!(user_number_assigned, number = dialled(number));
        form.issue(AssignNumber { number, user: id }.into(), move || app.toasts.say(said));
    };
    browser::focus("assign-number");
    let fields = view! {
        {none.then(|| nothing(t!(user_no_free_number)))}
        <SelectField id="assign-number" label=field(Field::Number) choices=choices value=number.text error=number.error() />
    };
    let general = Signal::derive(move || chosen().and_then(|_| form.said_of_all()));
    let save_label = Signal::derive(|| t!(user_assign));
    view! {
        <Dialog title=t!(user_assign_title, who = one.name()) narrow=true on_close=move || form.close()>
            {form_frame(form, save_label, Signal::default(), general, Callback::new(save), fields.into_any())}
        </Dialog>
    }
    .into_any()
}

/// Which mobile rings with a number, and whether it does.
fn link(one: One, number: Number, on_close: Callback<()>) -> AnyView {
    let app = one.app;
    let seen = LinkMobile { number: number.number, mobile: number.linked_mobile, off: number.link_off };
    let form = Form::new(app, on_close).minded().filled_with(seen.clone());
    let country = one.country();
    let typed = country.clone();
    let mobile =
        form.typed(&[Field::Mobile], number.linked_mobile.map(|mobile| mobile.to_string()).unwrap_or_default(), {
            move |text| {
                let wrong = || PhoneNumber::typed(text, typed.as_ref()).err().map(crate::text::value_error);
                if text.trim().is_empty() { None } else { wrong() }
            }
        });
    let on = RwSignal::new(!number.link_off);
    let was_on = !number.link_off;
    form.part(Signal::derive(move || on.get() != was_on));
    let key = number.number;
    let command = move || LinkMobile {
        number: key,
        mobile: mobile.text.with(|text| PhoneNumber::typed(text, country.as_ref()).ok()),
        off: !on.get(),
    };
    let trial = command.clone();
    form.tries(move || trial().into());
    let save = move |()| {
        let command = untrack(&command);
        if command == seen {
            form.end();
            return;
        }
        let undo = Authored { command: seen.clone().into(), seen: Some(command.clone().into()) };
        form.issue(command.into(), move || app.say_done(t!(user_link_saved), Some(undo), t!(undone)));
    };
    browser::focus("link-mobile");
    let fields = view! {
        <p class="soft">{t!(user_link_note)}</p>
        <TextField id="link-mobile" label=field(Field::Mobile) optional=true value=mobile.text error=mobile.error() on_leave=mobile.leave() />
        <Checkbox label=t!(user_link_on) checked=on on_change=move |now| on.set(now) />
    };
    let (save_label, general) = (Signal::derive(|| t!(save)), Signal::derive(move || form.said_of_all()));
    view! {
        <Dialog title=t!(user_link_title, number = dialled(key)) narrow=true on_close=move || form.close()>
            {form_frame(form, save_label, Signal::default(), general, Callback::new(save), fields.into_any())}
        </Dialog>
    }
    .into_any()
}

/// The numbers that it may show when it calls: its own, and those of groups.
pub fn shown(one: One) -> AnyView {
    let (app, id) = (one.app, one.id);
    let edits = Memo::new(move |_| one.may(Verb::SetDisplayNumbers));
    let choices = Memo::new(move |_| {
        let choices = app.ask(|replica, _| {
            let of = |number: &&Number| number.kind == NumberKind::Group || number.holder == Some(id);
            let numbers = replica.view().numbers().filter(of);
            numbers
                .map(|number| {
                    (number.number, number.label.as_ref().map_or_else(|| kind(number.kind), ToString::to_string))
                })
                .collect::<Vec<_>>()
        });
        choices.unwrap_or_default()
    });
    let set = one.part(|detail| detail.display_numbers.clone());
    let draw = move || {
        if !edits.get() {
            let numbers = set.get().unwrap_or_default();
            let numbers: Vec<String> = numbers.into_iter().map(dialled).collect();
            return if numbers.is_empty() {
                nothing(t!(user_shows_none))
            } else {
                view! { <p class="number">{facts(numbers)}</p> }.into_any()
            };
        }
        let offered = choices.get();
        if offered.is_empty() {
            return nothing(t!(user_nothing_to_show));
        }
        standing("shown-title", set, move |before: Vec<PhoneNumber>, ended| {
            let seen = SetDisplayNumbers { user: id, numbers: before.clone() };
            let form = Form::new(app, ended).minded().filled_with(seen.clone());
            let had: BTreeSet<PhoneNumber> = before.iter().copied().collect();
            let chosen = RwSignal::new(had.clone());
            form.part(Signal::derive(move || chosen.with(|chosen| *chosen != had)));
            let edit =
                move || SetDisplayNumbers { user: id, numbers: chosen.with(|chosen| chosen.iter().copied().collect()) };
            form.tries(move || edit().into());
            let save = move |()| {
                let edit = untrack(edit);
                let undo = Authored { command: seen.clone().into(), seen: Some(edit.clone().into()) };
                form.issue(edit.into(), move || app.say_done(t!(user_shown_saved), Some(undo), t!(undone)));
            };
            let each = |(number, note): (PhoneNumber, String)| {
                let pick = move |on: bool| {
                    chosen.update(|chosen| {
                        if on {
                            chosen.insert(number)
                        } else {
                            chosen.remove(&number)
                        };
                    });
                };
                view! {
                    <Checkbox
                        label=dialled(number)
                        note=note
                        checked=Signal::derive(move || chosen.with(|chosen| chosen.contains(&number)))
                        on_change=pick
                    />
                }
            };
            let fields = view! { <div class="picks">{offered.clone().into_iter().map(each).collect_view()}</div> };
            (form, part_frame(form, Callback::new(save), fields.into_any()))
        })
    };
    let waits = move || one.waits(&[Verb::SetDisplayNumbers]);
    part("shown-title", field(Field::DisplayNumbers), t!(user_shown_note, own = one.own()), waits, draw.into_any())
}
