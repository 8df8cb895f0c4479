//! What the tabs of a user's page are made of: a part with its heading, a form that stands on the page, things in lines, and
//! what can be done to them.

use super::Offered;
use crate::{
    browser,
    form::Form,
    language::{say, tag},
    moment::{date, whole},
    ui::{
        badge::pending_mark,
        icon::{Icon, icon},
    },
};
use leptos::{ev, prelude::*};
use rollcall_core::{Timestamp, refusal::Field};
pub use rollcall_view::text::dialled;

/// A part of a tab: what it is about, and its contents. The id is its heading's, which has the focus after something in it was
/// saved.
pub fn part(
    id: &'static str,
    title: String,
    note: String,
    waits: impl Fn() -> bool + Send + 'static,
    body: AnyView,
) -> AnyView {
    view! {
        <section class="user-part" aria-labelledby=id>
            <div class="about">
                <h2 id=id tabindex="-1">{title}</h2>
                {(!note.is_empty()).then(|| view! { <p class="soft">{note}</p> })}
                {move || waits().then(pending_mark)}
            </div>
            <div class="card">{body}</div>
        </section>
    }
    .into_any()
}

/// A form that stands on the page: filled with what stands, and filled again when that changes while nothing is typed and no
/// field of it has the focus, when it was saved, and when what was typed is discarded. `draw` is given what stands and what ends the
/// form. The heading is that of its part.
pub fn standing<T: Clone + PartialEq + Send + Sync + 'static>(
    heading: &'static str,
    stands: Memo<Option<T>>,
    draw: impl Fn(T, Callback<()>) -> (Form, AnyView) + Send + 'static,
) -> AnyView {
    let shown = RwSignal::new((0_u32, stands.get_untracked()));
    let drawn = StoredValue::new(None::<Form>);
    let renew = move || {
        let stands = stands.get_untracked();
        shown.update(|(round, shown)| (*round, *shown) = (round.wrapping_add(1), stands));
    };
    let ended = Callback::new(move |()| {
        // It is over once what it did is kept, and whoever went on elsewhere meanwhile is left there.
        let stays = browser::is_beside(heading) || !browser::has_focus();
        renew();
        if stays {
            browser::focus(heading);
        }
    });
    // Half a word in a field that finds something is no change yet, and is not taken from whoever types it.
    let renew_if_idle = move || {
        let begun = || browser::is_typing() && browser::is_beside(heading);
        let typed = drawn.get_value().is_some_and(|form| untrack(|| form.is_changed())) || begun();
        if !typed && stands.with_untracked(|now| shown.with_untracked(|(_, shown)| shown != now)) {
            renew();
        }
    };
    Effect::new(move |_| {
        stands.track();
        renew_if_idle();
    });
    let left = window_event_listener(ev::focusout, move |_| {
        // Where the focus goes is known once it is there, and the part may be gone by then.
        request_animation_frame(move || {
            if !shown.is_disposed() {
                renew_if_idle();
            }
        });
    });
    on_cleanup(move || left.remove());
    let view = move || {
        let (_, stands) = shown.get();
        stands.map(|stands| {
            let (form, view) = draw(stands, ended);
            drawn.set_value(Some(form));
            view
        })
    };
    view.into_any()
}

/// A button for something that is offered: none when it is not, and greyed with the reason below when it can't be done now.
/// Kinds: those of buttons.
pub fn act(
    id: &'static str,
    offered: Option<Offered>,
    label: String,
    sign: Icon,
    kind: &'static str,
    on_click: Callback<()>,
) -> Option<AnyView> {
    let Offered { why_not } = offered?;
    let blocked = why_not.is_some();
    let class = if blocked { "button small".to_owned() } else { format!("button small {kind}") };
    Some(
        view! {
            <div class="action">
                <button
                    type="button"
                    class=class
                    aria-disabled=blocked.then_some("true")
                    aria-describedby=blocked.then_some(id)
                    on:click=move |_| {
                        if !blocked {
                            on_click.run(());
                        }
                    }
                >
                    {icon(sign)}
                    {label}
                </button>
                {why_not.map(|why| view! { <small id=id class="faint">{why}</small> })}
            </div>
        }
        .into_any(),
    )
}

/// What a field is called.
pub fn field(field: Field) -> String {
    say(&rollcall_words::name::field(field))
}

/// A fact, or nothing when there is none.
pub fn fact(name: String, value: String) -> Option<AnyView> {
    (!value.is_empty()).then(|| view! { <div><dt dir="auto">{name}</dt><dd dir="auto">{value}</dd></div> }.into_any())
}

/// What stands in the place of a list without anything in it.
pub fn nothing(text: String) -> AnyView {
    view! { <p class="faint nothing">{text}</p> }.into_any()
}

/// A day as the language writes it, with its year.
pub fn day(at: Timestamp) -> String {
    let options = js_sys::Object::new();
    for (name, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        // A plain object takes any property.
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    date(at).to_locale_date_string(&tag(), &options).into()
}

/// The day of a moment here, as a field for days has it: `2026-12-31`.
pub fn day_of(at: Timestamp) -> String {
    // What ends with a day ends at its midnight.
    let date = date(Timestamp(at.0 - 1));
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// The beginning of a day here, from a field for days.
pub fn begin_of(day: &str) -> Option<Timestamp> {
    midnight(day, 0)
}

/// The end of a day here, from a field for days.
pub fn end_of(day: &str) -> Option<Timestamp> {
    midnight(day, 1)
}

/// The midnight with which a day begins, or one so many days later.
fn midnight(day: &str, later: i32) -> Option<Timestamp> {
    let mut parts = day.split('-').map(str::parse::<u32>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    let (month, day) = (i32::try_from(month).ok()? - 1, i32::try_from(day).ok()? + later);
    whole(js_sys::Date::new_with_year_month_day(year, month, day).get_time()).map(Timestamp)
}
