//! How long calls, logs and the data on devices are kept, and what "answered in time" means. What is kept for a shorter time is
//! deleted for good: that is said before it is saved.

use super::{
    Page,
    fields::{note, number, number_field, read, saved, warned},
};
use crate::{
    form::Form,
    language::t,
    screen::user::parts::{field, part, standing},
};
use leptos::prelude::*;
use rollcall_core::{
    Key,
    command::{SetCallPolicy, SetKeeping},
    model::{CallPolicy, Keeping},
    refusal::Field,
};

/// Calls.
pub fn calls(page: Page) -> AnyView {
    let form = standing(
        "settings-calls",
        page.stands(|directory| directory.call_policy()),
        move |before: CallPolicy, ended| {
            let seen = SetCallPolicy { policy: before };
            let form = Form::new(page.app, ended).minded().filled_with(seen.clone());
            let days = number(form, &[Field::CallDays], before.call_days);
            let seconds = number(form, &[Field::ServiceSeconds], before.service_seconds);
            let edit = move || {
                Some(SetCallPolicy { policy: CallPolicy { call_days: read(days)?, service_seconds: read(seconds)? } })
            };
            let lost = move || shorter(read(days), before.call_days, "calls").into_iter().collect();
            let fields = view! {
                {number_field("calls-days", field(Field::CallDays), days, t!(settings_call_days_note))}
                {number_field("calls-seconds", t!(settings_service), seconds, t!(settings_service_note))}
                {warned(lost)}
            };
            (form, saved(page, form, seen, edit, fields.into_any()))
        },
    );
    part("settings-calls", t!(calls), t!(settings_calls_note), page.waits(Key::CallPolicy), form)
}

/// Logs and devices.
pub fn logs(page: Page) -> AnyView {
    let form =
        standing("settings-keeping", page.stands(|directory| directory.keeping()), move |before: Keeping, ended| {
            let seen = SetKeeping { keeping: before };
            let form = Form::new(page.app, ended).minded().filled_with(seen.clone());
            let offline = number(form, &[Field::OfflineDays], before.offline_days);
            let log = number(form, &[Field::LogDays], before.log_days);
            let security = number(form, &[Field::SecurityDays], before.security_days);
            let edit = move || {
                let (offline_days, log_days, security_days) = (read(offline)?, read(log)?, read(security)?);
                Some(SetKeeping { keeping: Keeping { offline_days, log_days, security_days } })
            };
            let lost = move || {
                let lost = [
                    shorter(read(log), before.log_days, "log"),
                    shorter(read(security), before.security_days, "security"),
                ];
                lost.into_iter().flatten().collect()
            };
            let fields = view! {
                {number_field("keeping-log", field(Field::LogDays), log, t!(settings_log_note))}
                {number_field("keeping-security", field(Field::SecurityDays), security, t!(settings_security_note))}
                {number_field("keeping-offline", field(Field::OfflineDays), offline, t!(settings_offline_note))}
                {warned(lost)}
                {note(t!(settings_keeping_server))}
            };
            (form, saved(page, form, seen, edit, fields.into_any()))
        });
    part("settings-keeping", t!(settings_keeping), t!(settings_keeping_note), page.waits(Key::Keeping), form)
}

/// What is deleted, when something is kept for a shorter time than before.
fn shorter(wanted: Option<u16>, before: u16, what: &'static str) -> Option<String> {
    wanted.filter(|wanted| *wanted > 0 && *wanted < before).map(|count| t!(settings_shorter, count, what))
}
