//! The opening hours of a team on a grid of the next seven days, with the holidays among them. Hours are added by dragging in a day, with a
//! finger after holding it there, so that the page is scrolled over the grid; what is changed by keys are the fields below the grid.

use super::One;
use crate::{
    language::{self, t, tag},
    local::local_time,
    screen::user::{
        hours::{clock, day_code, spans},
        rule::DAYS,
    },
};
use leptos::{ev, prelude::*};
use rollcall_core::{
    Timestamp,
    model::{OpeningHours, Shift, Weekday},
    value::Date,
};
use std::time::Duration;
use wasm_bindgen::JsCast;

/// Minutes of a day.
const DAY: u16 = 24 * 60;
/// Dragging snaps to these.
const STEP: u16 = 30;
/// How long a finger is held before it drags, and how far it may stray until then, in pixels.
const HELD: Duration = Duration::from_millis(350);
const STRAYS: i32 = 8;
/// Milliseconds of a day.
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// From nine to five on weekdays: what opening hours begin with.
pub fn working_week() -> Vec<Shift> {
    DAYS.into_iter().take(5).map(|day| Shift { day, from: 9 * 60, to: 17 * 60 }).collect()
}

/// A day of the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Column {
    day: Weekday,
    date: Date,
    /// What the holiday is called; an empty name is a holiday too.
    holiday: Option<String>,
}

/// The grid; with `change`, hours can be added by dragging.
pub fn week(one: One, shifts: Signal<Vec<Shift>>, change: Option<RwSignal<Vec<Shift>>>) -> AnyView {
    let columns = Memo::new(move |_| {
        let columns = one.app.ask(|replica, now| {
            let zone = replica.view().organisation().map(|organisation| organisation.time_zone.clone())?;
            let column = |ahead: i64| {
                let date = local_time(&zone, Timestamp(now.0 + ahead * DAY_MS)).date;
                let holiday = replica.view().holiday(date);
                let holiday = holiday.map(|day| day.name.as_ref().map(ToString::to_string).unwrap_or_default());
                Column { day: date.weekday(), date, holiday }
            };
            Some((0..7).map(column).collect::<Vec<_>>())
        });
        columns.flatten().unwrap_or_default()
    });
    // Which day is dragged in, from where to where.
    let dragged = RwSignal::new(None::<(Weekday, u16, u16)>);
    // Where a finger lies that may be held: the day, the minute, the place, and which finger.
    let held = RwSignal::new(None::<(Weekday, u16, i32, i32)>);
    let column = move |Column { day, date, holiday }: Column| {
        let closed = holiday.is_some();
        let blocks = move || {
            let of_day = |shift: &Shift| shift.day == day;
            let spans: Vec<Shift> = shifts.with(|shifts| shifts.iter().copied().filter(of_day).collect());
            spans.into_iter().map(|Shift { from, to, .. }| block(from, to, "span")).collect_view()
        };
        let new = move || {
            let (of, from, to) = dragged.get()?;
            (of == day).then(|| block(from.min(to), from.max(to), "span new"))
        };
        let down = move |event: ev::PointerEvent| {
            let Some(at) = minute(&event).filter(|_| change.is_some()) else { return };
            if event.pointer_type() == "touch" {
                let lies = (day, at, event.client_x(), event.client_y());
                held.set(Some(lies));
                set_timeout(
                    move || {
                        // Lifted, moved away, or laid down anew until then.
                        if held.try_get_untracked().flatten() == Some(lies) {
                            dragged.set(Some((day, at, at.saturating_add(STEP).min(DAY))));
                        }
                    },
                    HELD,
                );
                return;
            }
            event.prevent_default();
            let target = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            // It was released already.
            let _ = target.map(|target| target.set_pointer_capture(event.pointer_id()));
            dragged.set(Some((day, at, at)));
        };
        let moved = move |event: ev::PointerEvent| {
            let strays = |(_, _, x, y): (Weekday, u16, i32, i32)| {
                (event.client_x() - x).abs().max((event.client_y() - y).abs()) > STRAYS
            };
            if held.get_untracked().is_some_and(strays) {
                held.set(None);
            }
            if let (Some((of, from, _)), Some(at)) = (dragged.get_untracked(), minute(&event)) {
                dragged.set(Some((of, from, at)));
            }
        };
        let up = move |_| {
            held.set(None);
            let Some((day, from, to)) = dragged.get_untracked() else { return };
            dragged.set(None);
            let (from, to) = (from.min(to), from.max(to));
            if let Some(change) = change.filter(|_| from < to) {
                change.update(|shifts| {
                    shifts.push(Shift { day, from, to });
                    rollcall_core::sort::by_key(shifts, |shift| (shift.day, shift.from));
                });
            }
        };
        let name = t!(user_day, day = day_code(day));
        let note = holiday.map(|name| if name.is_empty() { t!(team_holiday) } else { t!(team_holiday_named, name) });
        let title = note.clone();
        view! {
            <div class="week-day" class:closed=closed>
                <p class="week-name"><span>{name}</span> <span class="faint">{short(date)}</span></p>
                <div
                    class="week-hours"
                    title=title
                    on:pointerdown=down
                    on:pointermove=moved
                    on:pointerup=up
                    on:pointercancel=move |_| {
                        held.set(None);
                        dragged.set(None);
                    }
                    // The page stands still under a finger that drags, and nothing else opens for one that is held.
                    on:touchmove=move |event: ev::TouchEvent| {
                        if dragged.with_untracked(Option::is_some) {
                            event.prevent_default();
                        }
                    }
                    on:contextmenu=move |event: ev::MouseEvent| {
                        if dragged.with_untracked(Option::is_some) {
                            event.prevent_default();
                        }
                    }
                >
                    {blocks}
                    {new}
                    {note.map(|note| view! { <span class="week-note" dir="auto">{note}</span> })}
                </div>
            </div>
        }
    };
    let zone = move || {
        let zone = one.app.ask(|replica, _| replica.view().organisation().map(|house| house.time_zone.to_string()));
        t!(team_hours_zone, zone = zone.flatten().unwrap_or_default())
    };
    // What is seen at a glance, in words.
    let said = move || {
        let hours = spans(&OpeningHours(shifts.get()));
        let holidays = columns.with(|columns| {
            let named =
                |column: &Column| column.holiday.as_ref().map(|name| t!(team_holiday_named, name = name.as_str()));
            columns.iter().filter_map(named).collect::<Vec<_>>()
        });
        let parts: Vec<String> = std::iter::once(t!(team_week)).chain(hours).chain(holidays).collect();
        language::list(&parts)
    };
    let marks = [0_u16, 6, 12, 18, 24].map(|hour| view! { <span>{clock(hour * 60)}</span> }).into_iter().collect_view();
    view! {
        <div class="week" class:fixed=change.is_none() role="img" aria-label=said>
            <div class="week-marks" aria-hidden="true">{marks}</div>
            {move || columns.get().into_iter().map(column).collect_view()}
        </div>
        <p class="faint week-zone">{zone} {change.is_some().then(|| view! { " " {t!(team_week_note)} })}</p>
    }
    .into_any()
}

/// Hours of a day, in place.
fn block(from: u16, to: u16, class: &'static str) -> AnyView {
    let share = |minutes: u16| format!("calc(100% * {minutes} / {DAY})");
    let style = format!("inset-block-start:{};block-size:{}", share(from), share(to.saturating_sub(from)));
    let label = format!("{}–{}", clock(from), clock(to));
    view! { <span class=class style=style><bdi>{label}</bdi></span> }.into_any()
}

/// The minute at which an event lies in its day, to the nearest step.
fn minute(event: &ev::PointerEvent) -> Option<u16> {
    let area = event.current_target()?.dyn_into::<web_sys::Element>().ok()?.get_bounding_client_rect();
    let share = ((f64::from(event.client_y()) - area.top()) / area.height()).clamp(0.0, 1.0);
    let steps = (share * f64::from(DAY / STEP)).round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it lies between nothing and the steps of a day"
    )]
    let steps = steps as u16;
    Some(steps * STEP)
}

/// Day and month.
fn short(date: Date) -> String {
    let (year, month, day) = date.parts();
    let options = js_sys::Object::new();
    for (name, value) in [("day", "numeric"), ("month", "numeric")] {
        // A plain object takes any property.
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    let month = i32::try_from(month).unwrap_or(1) - 1;
    let date = js_sys::Date::new_with_year_month_day(year, month, i32::try_from(day).unwrap_or(1));
    date.to_locale_date_string(&tag(), &options).into()
}
