//! A field for a moment, by the clock of whom it is about.

use super::{Entry, Form};
use crate::{
    language::{self, t},
    local::local_time,
    state::App,
    text,
    ui::field::Field as Frame,
};
use leptos::prelude::*;
use rollcall_core::{Directory, Refusal, Timestamp, id::UserId, refusal::Field, value::TimeZone};
use rollcall_view::moment;

/// The clock by which somebody lives; that of the organisation where nothing is said of the person, or of nobody there yet.
pub fn zone_of(names: &Directory, user: Option<UserId>) -> Option<TimeZone> {
    let own = user.and_then(|user| names.user(user)).and_then(|user| user.profile.time_zone.as_ref());
    names.time_zone(own).cloned()
}

/// The field. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct MomentEntry {
    entry: Entry,
    first: Timestamp,
    zone: StoredValue<Option<TimeZone>>,
}

impl MomentEntry {
    /// A field that begins with a moment. `asked`: whether one is asked for; then it must be one that is to come.
    pub fn new(
        app: App,
        form: Form,
        about: &'static [Field],
        zone: Option<TimeZone>,
        first: Timestamp,
        asked: impl Fn() -> bool + Send + Sync + 'static,
    ) -> Self {
        let zone = StoredValue::new(zone);
        let over = move |text: &str| {
            let now = app.ask_once(|_, now| now).unwrap_or_default();
            let to_come = read(zone, first, text).is_some_and(|at| at > now);
            (asked() && !to_come).then(|| text::refusals(&[Refusal::MomentOver], None))
        };
        Self { entry: form.typed(about, written(zone, first), over), first, zone }
    }

    /// The moment that stands in it; tracked.
    pub fn value(self) -> Option<Timestamp> {
        self.entry.text.with(|text| read(self.zone, self.first, text))
    }

    /// Draws it.
    pub fn draw(self, id: &'static str, label: String) -> AnyView {
        let Self { entry, zone, .. } = self;
        // Whoever lives by another clock sees what it shows then.
        let hint = Signal::derive(move || {
            let at = self.value()?;
            zone.with_value(|zone| {
                let zone = zone.as_ref()?;
                let elsewhere = moment::written(local_time(zone, at)) != crate::moment::local_text(at);
                let name = zone.to_string();
                Some(if elsewhere {
                    t!(moment_zone_here, zone = name, at = language::moment(at))
                } else {
                    t!(moment_zone, zone = name)
                })
            })
        });
        let hint = Signal::derive(move || hint.get().unwrap_or_default());
        let (left, error) = (entry.leave(), entry.error());
        view! {
            <Frame id=id label=label hint=hint error=error>
                <input
                    id=id
                    class="input"
                    type="datetime-local"
                    aria-describedby=format!("{id}-note")
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    prop:value=move || entry.text.get()
                    on:input=move |event| entry.text.set(event_target_value(&event))
                    on:blur=move |_| {
                        let _ = left.try_run(());
                    }
                />
            </Frame>
        }
        .into_any()
    }
}

fn written(zone: StoredValue<Option<TimeZone>>, at: Timestamp) -> String {
    zone.with_value(|zone| match zone {
        Some(zone) => moment::written(local_time(zone, at)),
        None => crate::moment::local_text(at),
    })
}

/// What the field says; as long as nothing else is typed, to the millisecond what it began with.
fn read(zone: StoredValue<Option<TimeZone>>, first: Timestamp, text: &str) -> Option<Timestamp> {
    if text == written(zone, first) {
        return Some(first);
    }
    zone.with_value(|zone| match zone {
        Some(zone) => Some(moment::when(moment::read(text)?, |at| local_time(zone, at))),
        None => crate::moment::of_local_text(text),
    })
}
