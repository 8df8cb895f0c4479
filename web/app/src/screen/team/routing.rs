//! Where the calls of a team go (S0.12): whether it takes any, in which order its agents are rung and for how long, its opening hours,
//! and where calls go that nobody takes.

use super::{One, hours};
use crate::{
    form::{Form, part_frame},
    language::t,
    screen::{
        picks::{picked, target, targets},
        user::{
            parts::{fact, field, nothing, part, standing},
            rule::hours as lines,
        },
    },
    ui::{
        checkbox::Checkbox,
        field::TextField,
        picker::Picker,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Directory,
    command::{Authored, SetRouting, Verb},
    model::{OpeningHours, Routing, Strategy, Target},
    query::RING_SECONDS,
    refusal::Field,
};

const STRATEGIES: [(&str, Strategy); 4] = [
    ("all_at_once", Strategy::AllAtOnce),
    ("in_order", Strategy::InOrder),
    ("round_robin", Strategy::RoundRobin),
    ("longest_idle", Strategy::LongestIdle),
];

/// The part.
pub fn routing(one: One) -> AnyView {
    let edits = Memo::new(move |_| one.may(Verb::SetRouting));
    let stands = one.part(|detail| detail.routing.clone());
    let body = move || match edits.get() {
        true => standing("routing-title", stands, move |before: Option<Routing>, ended| edited(one, before, ended)),
        false => read(one, stands),
    };
    let waits = move || one.waits(rollcall_core::Key::Team(one.id));
    part("routing-title", t!(teams_calls), t!(team_routing_note), waits, view! { {body} }.into_any())
}

/// What a strategy is called, and what it does.
fn strategy(of: Strategy) -> (String, String) {
    match of {
        Strategy::AllAtOnce => (t!(team_all_at_once), t!(team_all_at_once_note)),
        Strategy::InOrder => (t!(team_in_order), t!(team_in_order_note)),
        Strategy::RoundRobin => (t!(team_round_robin), t!(team_round_robin_note)),
        Strategy::LongestIdle => (t!(team_longest_idle), t!(team_longest_idle_note)),
    }
}

/// What calls are sent to, by its name.
fn called(to: Target, names: &Directory) -> String {
    let user = |id| names.user(id).map_or_else(|| t!(bulk_deleted_name), |user| user.display_name().into_owned());
    match to {
        Target::User(id) => user(id),
        Target::Voicemail(id) => t!(value_voicemail_of, who = user(id)),
        Target::Team(id) => names.team(id).map_or_else(|| t!(bulk_deleted_name), |team| team.name.to_string()),
        Target::Number(number) => crate::screen::user::parts::dialled(number),
    }
}

fn read(one: One, stands: Memo<Option<Option<Routing>>>) -> AnyView {
    let draw = move || match stands.get().flatten() {
        None => nothing(t!(team_takes_none)),
        Some(routing) => {
            let overflow = routing.overflow.and_then(|to| one.app.ask(|replica, _| called(to, replica.view())));
            view! {
                <dl class="facts">
                    {fact(field(Field::Strategy), strategy(routing.strategy).0)}
                    {fact(t!(team_seconds), crate::language::number(usize::from(routing.ring_seconds)))}
                    {fact(t!(team_overflow), overflow.unwrap_or_default())}
                </dl>
                {hours::week(one, Signal::derive({
                    let shifts = routing.hours.0.clone();
                    move || shifts.clone()
                }), None)}
            }
            .into_any()
        }
    };
    draw.into_any()
}

fn edited(one: One, before: Option<Routing>, ended: Callback<()>) -> (Form, AnyView) {
    let app = one.app;
    let seen = SetRouting { team: one.id, routing: before.clone() };
    let form = Form::new(app, ended).minded().filled_with(seen.clone());
    let first = before.clone().unwrap_or(Routing {
        strategy: Strategy::AllAtOnce,
        ring_seconds: RING_SECONDS,
        hours: OpeningHours::default(),
        overflow: None,
    });
    let had = before.is_some();
    let takes = RwSignal::new(had);
    form.part(Signal::derive(move || takes.get() != had));
    let code = |of: Strategy| STRATEGIES.iter().find(|(_, strategy)| *strategy == of).map_or("", |(code, _)| code);
    let order = form.choice(&[Field::Strategy], code(first.strategy).to_owned());
    let seconds = form.choice(&[Field::RingTime, Field::Rules], first.ring_seconds.to_string());
    let shifts = RwSignal::new(first.hours.0.clone());
    form.part({
        let hours = first.hours.0.clone();
        Signal::derive(move || shifts.with(|shifts| *shifts != hours))
    });
    let always = RwSignal::new(first.hours.0.is_empty());
    let (to, mailbox) = first.overflow.map(picked).unwrap_or_default();
    let first_name = first.overflow.and_then(|to| {
        let to = match to {
            Target::Voicemail(user) => Target::User(user),
            to => to,
        };
        app.ask_once(|replica, _| called(to, replica.view()))
    });
    let overflow = form.choice(&[Field::Target], to);
    let voicemail = RwSignal::new(mailbox);
    form.part(Signal::derive(move || voicemail.get() != mailbox));
    let command = move || {
        let strategy = order.text.with(|code| STRATEGIES.iter().find(|(other, _)| other == code).map(|(_, of)| *of));
        let routing = takes.get().then(|| Routing {
            strategy: strategy.unwrap_or_default(),
            // What is no number is none that may be.
            ring_seconds: seconds.text.with(|text| text.trim().parse().unwrap_or_default()),
            hours: OpeningHours(shifts.get()),
            overflow: overflow.text.with(|to| target(to, voicemail.get())),
        });
        SetRouting { team: one.id, routing }
    };
    form.tries(move || command().into());
    let save = move |()| {
        let edit = untrack(command);
        if edit == seen {
            form.end();
            return;
        }
        let undo = Authored { command: seen.clone().into(), seen: Some(edit.clone().into()) };
        form.issue(edit.into(), move || app.say_done(t!(team_routing_saved), Some(undo), t!(undone)));
    };
    let choices: Vec<Choice> = STRATEGIES.iter().map(|(code, of)| Choice::new(code, strategy(*of).0)).collect();
    let hint = Signal::derive(move || {
        order.text.with(|code| {
            STRATEGIES.iter().find(|(other, _)| other == code).map(|(_, of)| strategy(*of).1).unwrap_or_default()
        })
    });
    let open_always = move |on: bool| {
        always.set(on);
        if on {
            shifts.set(Vec::new());
        } else if shifts.with(Vec::is_empty) {
            shifts.set(hours::working_week());
        }
    };
    let offered = Callback::new(move |words: String| {
        let own = format!("team {}", one.id);
        let mut found = targets(app, &words);
        found.retain(|pick| pick.value != own);
        found
    });
    let fields = view! {
        <Checkbox label=t!(team_takes) note=t!(team_takes_note) checked=takes on_change=move |on| takes.set(on) />
        <div class="rows" hidden=move || !takes.get()>
            <div class="pair">
                <SelectField id="team-strategy" label=field(Field::Strategy) choices=choices value=order.text hint=hint error=order.error() />
                <TextField id="team-seconds" label=t!(team_seconds) numeric=true value=seconds.text error=seconds.error() on_leave=seconds.leave() />
            </div>
            <Picker
                id="team-overflow"
                label=t!(team_overflow)
                optional=true
                hint=Signal::derive(|| t!(team_overflow_hint))
                first=first_name.unwrap_or_default()
                value=overflow.text
                error=overflow.error()
                find=offered
            />
            <Show when=move || overflow.text.with(|to| matches!(target(to, true), Some(Target::Voicemail(_))))>
                <Checkbox label=t!(numbers_voicemail) checked=voicemail on_change=move |on| voicemail.set(on) />
            </Show>
            <Checkbox label=t!(team_always_open) note=t!(team_always_open_note) checked=always on_change=open_always />
            <Show when=move || !always.get()>
                {hours::week(one, shifts.into(), Some(shifts))}
                {lines(shifts)}
            </Show>
        </div>
    };
    (form, part_frame(form, Callback::new(save), fields.into_any()))
}
