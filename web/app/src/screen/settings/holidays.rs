//! The organisation's holidays (S0.12): a list of days, each added and removed by itself, with a way back.

use super::Page;
use crate::{
    form::Form,
    language::{t, tag},
    local::local_time,
    screen::user::parts::{nothing, part},
    ui::{
        badge::pending_mark,
        button::{Button, IconButton},
        field::TextField,
        icon::{Icon, icon},
    },
};
use leptos::{ev, prelude::*};
use rollcall_core::{
    Key,
    command::ChangeHolidays,
    model::Holiday,
    value::{Date, HolidayName},
};

pub fn part_of(page: Page) -> AnyView {
    let all = Memo::new(move |_| {
        let all = page.app.ask(|replica, now| {
            let view = replica.view();
            let today = view.organisation().map(|house| local_time(&house.time_zone, now).date);
            let (past, coming): (Vec<_>, Vec<_>) =
                view.holidays().cloned().partition(|day| today.is_some_and(|today| day.date < today));
            // What is over stands last, the newest of it first.
            (coming, past.into_iter().rev().collect::<Vec<_>>())
        });
        all.unwrap_or_default()
    });
    let round = RwSignal::new(0_u32);
    let list = move || {
        let (coming, past) = all.get();
        if coming.is_empty() && past.is_empty() {
            return nothing(t!(settings_no_holiday));
        }
        let line = move |over: bool| move |day: Holiday| line(page, day, over);
        view! {
            <ul class="things holidays">
                {coming.into_iter().map(line(false)).collect_view()}
                {past.into_iter().map(line(true)).collect_view()}
            </ul>
        }
        .into_any()
    };
    let body = view! {
        {move || {
            round.track();
            adding(page, round)
        }}
        {list}
    };
    let body = page.body(view! { <div class="rows">{body}</div> }.into_any());
    part("settings-holidays", t!(settings_holidays), t!(settings_holidays_note), || false, body)
}

/// A day as the language writes it, with its weekday.
fn written(date: Date) -> String {
    let options = js_sys::Object::new();
    let parts = [("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")];
    for (name, value) in parts {
        // A plain object takes any property.
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    js_sys::Date::new(&date.to_string().into()).to_locale_date_string(&tag(), &options).into()
}

fn line(page: Page, day: Holiday, over: bool) -> AnyView {
    let (date, name) = (day.date, day.name.as_ref().map(ToString::to_string));
    let said = written(date);
    let title = name.clone().unwrap_or_else(|| said.clone());
    let called = title.clone();
    let remove = move |_: ev::MouseEvent| {
        let command = ChangeHolidays { add: Vec::new(), remove: vec![date] };
        let undo = ChangeHolidays { add: vec![day.clone()], remove: Vec::new() };
        page.app.issue_saying(command.into(), t!(settings_holiday_removed, day = called.as_str()), Some(undo.into()));
    };
    let waits = page.waits(Key::Holiday(date));
    view! {
        <li class:over=over>
            {icon(Icon::Sun)}
            <div>
                <p dir="auto">{title.clone()}</p>
                {name.map(|_| view! { <p class="faint">{said}</p> })}
            </div>
            {move || waits().then(pending_mark)}
            {move || {
                let remove = remove.clone();
                let label = t!(settings_holiday_remove, day = title.as_str());
                page.why_not
                    .with(Option::is_none)
                    .then(|| view! { <IconButton label=label sign=Icon::Trash on_click=remove /> })
            }}
        </li>
    }
    .into_any()
}

/// The form for another one; drawn again when one was added.
fn adding(page: Page, round: RwSignal<u32>) -> AnyView {
    let app = page.app;
    let ended = Callback::new(move |()| {
        round.update(|round| *round = round.wrapping_add(1));
        crate::browser::focus("holiday-date");
    });
    let form = Form::new(app, ended).minded();
    let date = form.line(&[], None, Date::parse, true);
    let name = form.line(&[], None, HolidayName::parse, true);
    let command = move || {
        let date = date.value(Date::parse)?;
        Some(ChangeHolidays { add: vec![Holiday { date, name: name.value(HolidayName::parse) }], remove: Vec::new() })
    };
    form.tries_once_there(move || command().map(Into::into));
    form.idle_while(Signal::derive(move || command().is_none()));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(command) = untrack(command).filter(|_| form.is_ready()) else { return };
        let undo = app.ask_once(|replica, _| rollcall_core::Command::from(command.clone()).undo(replica.view()));
        let said = command.add.first().map(|day| written(day.date)).unwrap_or_default();
        form.issue(command.into(), move || {
            app.say_done(t!(settings_holiday_added, day = said), undo.flatten(), t!(undone))
        });
    };
    let said = move || form.said_of_all().map(|said| view! { <p class="error" role="alert">{said}</p> });
    view! {
        <form class="holiday-new" novalidate on:submit=submit>
            <TextField id="holiday-date" label=t!(settings_holiday_date) kind="date" value=date.text error=date.error() />
            <TextField
                id="holiday-name"
                label=t!(settings_holiday_name)
                optional=true
                value=name.text
                error=name.error()
                on_leave=name.leave()
            />
            <Button label=t!(settings_holiday_add) sign=Icon::Plus submit=true busy=form.busy() disabled=form.idle() />
            {said}
        </form>
    }
    .into_any()
}
