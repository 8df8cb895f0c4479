//! Orders how several people leave, all in the same way (domain.md, 2.25). Each is judged by itself: who it can't be ordered for is named
//! with the reason, and what comes of it for the others stands below what is asked for.

use super::{
    Page,
    off_board::{HOUR, Heir, days_field, days_of, moments, no_days},
    plan,
};
use crate::{
    browser,
    form::{Form, MomentEntry, form_frame, zone_of},
    language::t,
    list::plan::shown,
    screen::picks::{target, targets, users},
    text,
    ui::{checkbox::Checkbox, dialog::Dialog},
};
use leptos::prelude::*;
use rollcall_core::{
    Timestamp,
    id::UserId,
    model::OffBoarding,
    query::{BulkAction, bulk_options},
    refusal::Field,
    time::Span,
    value::TimeZone,
};

/// What is known when the form is opened.
#[derive(Default)]
struct Known {
    has_numbers: bool,
    has_teams: bool,
    has_licences: bool,
    may_delete: bool,
    zone: Option<TimeZone>,
    now: Timestamp,
}

/// The dialog.
#[component]
pub fn OffBoardMany(ids: Vec<UserId>, on_close: Callback<()>) -> impl IntoView {
    let page: Page = expect_context();
    let app = page.app;
    let known = app.ask_once(|replica, now| {
        let names = replica.view();
        Known {
            has_numbers: ids.iter().any(|id| names.numbers_of(*id).next().is_some()),
            has_teams: ids.iter().any(|id| names.teams_of(*id).next().is_some()),
            has_licences: ids.iter().any(|id| names.user(*id).is_some_and(|user| user.licences().next().is_some())),
            may_delete: bulk_options(names, &replica.context(now)).delete,
            zone: zone_of(names, None),
            now,
        }
    });
    let Known { has_numbers, has_teams, has_licences, may_delete, zone, now } = known.unwrap_or_default();
    let form = Form::new(app, on_close).minded();
    // A week from now, on the hour.
    let suggested = Timestamp((now.after(Span::days(7)).0 / HOUR) * HOUR);
    let later = RwSignal::new(false);
    form.part(later.into());
    let moment = MomentEntry::new(app, form, &[Field::SuspendAt], zone, suggested, move || later.get());
    let numbers = Heir::new(form, &[Field::Number], String::new());
    let calls = Heir::new(form, &[Field::Target], String::new());
    let teams = Heir::new(form, &[Field::Team], String::new());
    let keep = RwSignal::new(false);
    form.part(keep.into());
    let days = form.typed(&[Field::DeleteAfter], String::new(), no_days);
    let count = ids.len();
    let action = Memo::new(move |_| BulkAction::OffBoard {
        order: OffBoarding {
            suspend_at: match later.get() {
                true => moment.value().unwrap_or(suggested),
                false => now,
            },
            numbers: numbers.entry.text.with(|to| target(to, false)),
            calls: calls.entry.text.with(|to| target(to, false)),
            teams: teams.entry.text.with(|user| user.parse().ok()),
            keep_licences: keep.get(),
            delete_after: days.text.with(|text| days_of(text)),
        },
    });
    let asked = Memo::new(move |_| plan::plan(app, &action.get(), &ids));
    let can = Memo::new(move |_| asked.with(|plan| plan.deals.len()));
    form.idle_while(Signal::derive(move || can.get() == 0));
    let yes = Signal::derive(move || text::bulk::yes(&action.get(), can.get()));
    let save = move |()| {
        form.end();
        plan::start(page, action.get_untracked(), asked.get_untracked().deals);
    };
    let find_targets = Callback::new(move |words: String| targets(app, &words));
    let find_users = Callback::new(move |words: String| users(app, &words));
    let none = String::new;
    let fields = view! {
        {moments(later, moment)}
        {has_numbers
            .then(|| numbers.draw("off-numbers", t!(off_board_many_numbers), none(), t!(off_board_many_numbers_hint), find_targets))}
        {calls.draw("off-calls", t!(off_board_many_calls), none(), t!(off_board_many_calls_hint), find_targets)}
        {has_teams
            .then(|| teams.draw("off-teams", t!(off_board_many_teams), none(), t!(off_board_many_teams_hint), find_users))}
        {has_licences
            .then(|| {
                view! { <Checkbox label=t!(off_board_keep) note=t!(off_board_keep_note) checked=keep on_change=move |on| keep.set(on) /> }
            })}
        {may_delete.then(|| days_field(days))}
        <section class="comes" aria-labelledby="off-comes">
            <h3 id="off-comes">{t!(off_board_comes)}</h3>
            {move || shown(asked.get().said_offline(app))}
        </section>
    };
    browser::focus("off-now");
    view! {
        <Dialog title=t!(off_board_many, count) on_close=move || form.close()>
            {form_frame(form, yes, Signal::default(), Signal::default(), Callback::new(save), fields.into_any())}
        </Dialog>
    }
}
