//! When the invitation of somebody who is prepared goes out by itself: chosen, or another moment (S2.13).

use super::Page;
use crate::{
    browser,
    form::{Form, MomentEntry, form_frame, zone_of},
    language::{say, t},
    ui::dialog::Dialog,
};
use leptos::prelude::*;
use rollcall_core::{
    Command, Timestamp,
    command::{Authored, ScheduleInvitation},
    id::UserId,
    model::Scheduled,
    refusal::Field,
};
use rollcall_words::name;

/// In milliseconds.
const HOUR: i64 = 3_600_000;

/// The dialog.
pub fn schedule(page: Page, user: UserId, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let known = app.ask_once(|replica, now| {
        let names = replica.view();
        let name = names.user(user)?.display_name().into_owned();
        let seen = ScheduleInvitation { user, at: names.scheduled(user).and_then(Scheduled::invitation) };
        Some((name, seen, zone_of(names, Some(user)), now))
    });
    let Some((name, seen, zone, now)) = known.flatten() else { return ().into_any() };
    let form = Form::new(app, on_close).minded().filled_with(seen.clone());
    let first = seen.at.unwrap_or(Timestamp((now.0 / HOUR + 24) * HOUR));
    let moment = MomentEntry::new(app, form, &[Field::InviteAt], zone, first, || true);
    let command = move || ScheduleInvitation { user, at: moment.value() };
    form.tries(move || command().into());
    let save = move |()| {
        let order = untrack(command);
        if order == seen {
            form.end();
            return;
        }
        let undo = Authored { command: seen.clone().into(), seen: Some(order.clone().into()) };
        form.issue(order.into(), move || app.say_done(t!(invitations_scheduled_said), Some(undo), t!(undone)));
    };
    browser::focus("invite-at");
    let fields = view! {
        <p class="soft">{t!(invitations_schedule_note)}</p>
        {moment.draw("invite-at", say(&name::field(Field::InviteAt)))}
    };
    let note = Signal::derive(move || if app.is_online() { String::new() } else { t!(ask_offline) });
    let frame =
        form_frame(form, Signal::derive(|| t!(save)), note, form.said_whole(), Callback::new(save), fields.into_any());
    view! { <Dialog title=t!(invitations_schedule_title, name) narrow=true on_close=move || form.close()>{frame}</Dialog> }
        .into_any()
}

/// Has it go out only when somebody sends it.
pub fn call_off(page: Page, user: UserId) {
    let app = page.app;
    let command: Command = ScheduleInvitation { user, at: None }.into();
    let known = app.ask_once(|replica, _| {
        let name = replica.view().user(user)?.display_name().into_owned();
        Some((name, command.undo(replica.view())))
    });
    if let Some((name, undo)) = known.flatten() {
        app.issue_saying(command.into(), t!(invitations_called_off, name), undo);
    }
}
