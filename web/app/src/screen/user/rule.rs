//! One answering rule: when it fits, and what it does then.

use super::{
    One,
    hours::{clock, day_code},
    target::TargetFields,
};
use crate::{
    browser,
    form::{Entry, Form, form_frame},
    language::{say, t},
    ui::{
        button::{Button, IconButton},
        dialog::Dialog,
        field::TextField,
        icon::Icon,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    command::{Authored, SetAnswering},
    model::{Action, AnsweringRule, OpeningHours, Shift, Weekday, When},
    query::RING_SECONDS,
    refusal::Field,
};

pub const DAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];
const NINE: u16 = 9 * 60;
const FIVE: u16 = 17 * 60;

/// The dialog: of the rule at this place, or of a new one, which comes last.
pub fn edit(one: One, before: Vec<AnsweringRule>, at: Option<usize>, on_close: Callback<()>) -> AnyView {
    let (app, id) = (one.app, one.id);
    let seen = SetAnswering { user: id, rules: before.clone() };
    let form = Form::new(app, on_close).minded().filled_with(seen.clone());
    let rule = at.and_then(|at| before.get(at).cloned());
    let new = rule.is_none();
    let rule = rule.unwrap_or(AnsweringRule { when: When::NoAnswer, action: Action::Voicemail });
    let when = form.choice(&[Field::Rules], when_code(&rule.when).to_owned());
    let action = form.choice(&[], action_code(rule.action).to_owned());
    let ring = match rule.action {
        Action::Ring { seconds } => seconds,
        _ => RING_SECONDS,
    };
    let seconds = form.choice(&[Field::RingTime], ring.to_string());
    let first = match rule.action {
        Action::Forward(target) => Some(target),
        _ => None,
    };
    let asked = move || action.text.with(|action| action == "forward");
    let target = TargetFields::new(one, form, first, t!(user_choose_target), asked);
    let shifts = match rule.when {
        When::Hours(OpeningHours(shifts)) => shifts,
        _ => DAYS.into_iter().take(5).map(|day| Shift { day, from: NINE, to: FIVE }).collect(),
    };
    let first = shifts.clone();
    let shifts = RwSignal::new(shifts);
    form.part(Signal::derive(move || shifts.with(|shifts| *shifts != first)));
    let to = target.clone();
    let made = move || -> Option<AnsweringRule> {
        let when = when.text.with(|when| match when.as_str() {
            "always" => When::Always,
            "busy" => When::Busy,
            "unreachable" => When::Unreachable,
            "hours" => When::Hours(OpeningHours(shifts.get())),
            _ => When::NoAnswer,
        });
        let action = action.text.get();
        let action = match action.as_str() {
            "ring" => Action::Ring { seconds: seconds.text.with(|text| text.trim().parse().ok())? },
            "forward" => Action::Forward(to.value()?),
            "reject" => Action::Reject,
            _ => Action::Voicemail,
        };
        Some(AnsweringRule { when, action })
    };
    let all = before.clone();
    let command = move || {
        let mut rules = all.clone();
        if let Some(rule) = made() {
            match at.and_then(|at| rules.get_mut(at)) {
                Some(there) => *there = rule,
                None => rules.push(rule),
            }
        }
        SetAnswering { user: id, rules }
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
        form.issue(command.into(), move || app.say_done(t!(user_rules_saved), Some(undo), t!(undone)));
    };
    browser::focus("rule-when");
    let is = |entry: Entry, wanted: &'static str| move || entry.text.with(|text| text == wanted);
    let fields = view! {
        <SelectField id="rule-when" label=t!(user_rule_when) choices=whens() value=when.text />
        <Show when=is(when, "hours")>{hours(shifts)}</Show>
        <SelectField id="rule-action" label=t!(user_rule_action) choices=actions() value=action.text />
        <Show when=is(action, "ring")>
            <TextField id="rule-seconds" label=t!(user_rule_seconds) numeric=true value=seconds.text error=seconds.error() on_leave=seconds.leave() />
        </Show>
        <Show when=is(action, "forward")>{target.draw(t!(user_rule_target))}</Show>
    };
    let (save_label, general) = (Signal::derive(|| t!(save)), Signal::derive(move || form.said_of_all()));
    let title = if new { t!(user_rule_add) } else { t!(user_rule_edit) };
    view! {
        <Dialog title=title on_close=move || form.close()>
            {form_frame(form, save_label, Signal::default(), general, Callback::new(save), fields.into_any())}
        </Dialog>
    }
    .into_any()
}

const fn when_code(when: &When) -> &'static str {
    match when {
        When::Always => "always",
        When::Busy => "busy",
        When::NoAnswer => "no_answer",
        When::Unreachable => "unreachable",
        When::Hours(_) => "hours",
    }
}

const fn action_code(action: Action) -> &'static str {
    match action {
        Action::Ring { .. } => "ring",
        Action::Forward(_) => "forward",
        Action::Voicemail => "voicemail",
        Action::Reject => "reject",
    }
}

fn whens() -> Vec<Choice> {
    vec![
        Choice::new("always", t!(user_when_always)),
        Choice::new("busy", t!(user_when_busy)),
        Choice::new("no_answer", t!(user_when_no_answer)),
        Choice::new("unreachable", t!(user_when_unreachable)),
        Choice::new("hours", t!(user_when_hours)),
    ]
}

fn actions() -> Vec<Choice> {
    vec![
        Choice::new("ring", t!(user_action_ring)),
        Choice::new("forward", t!(user_action_forward)),
        Choice::new("voicemail", t!(user_action_voicemail)),
        Choice::new("reject", t!(user_action_reject)),
    ]
}

/// Days and hours, a line each.
pub fn hours(shifts: RwSignal<Vec<Shift>>) -> AnyView {
    let change = move |at: usize, change: &dyn Fn(&mut Shift)| {
        shifts.update(|shifts| {
            if let Some(shift) = shifts.get_mut(at) {
                change(shift);
            }
        });
    };
    let count = Memo::new(move |_| shifts.with(Vec::len));
    let line = move |at: usize| {
        let shift = move || shifts.with(|shifts| shifts.get(at).copied());
        let days = DAYS
            .map(|day| {
                view! {
                    <option value=day_code(day) selected=move || shift().is_some_and(|shift| shift.day == day)>
                        {t!(user_day, day = day_code(day))}
                    </option>
                }
            })
            .into_iter()
            .collect_view();
        let time = move |label: String, of: fn(&mut Shift) -> &mut u16| {
            view! {
                <input
                    class="input"
                    type="time"
                    aria-label=label
                    prop:value=move || shift().map(|mut shift| clock(*of(&mut shift))).unwrap_or_default()
                    on:change=move |event| {
                        if let Some(minute) = minute(&event_target_value(&event)) {
                            change(at, &|shift| *of(shift) = minute);
                        }
                    }
                />
            }
        };
        view! {
            <div class="shift">
                <select
                    class="select"
                    aria-label=t!(user_rule_day)
                    on:change=move |event| {
                        let code = event_target_value(&event);
                        if let Some(day) = DAYS.into_iter().find(|day| day_code(*day) == code) {
                            change(at, &|shift| shift.day = day);
                        }
                    }
                >
                    {days}
                </select>
                {time(t!(user_rule_from), |shift| &mut shift.from)}
                {time(t!(user_rule_to), |shift| &mut shift.to)}
                <IconButton label=t!(user_rule_remove_day) sign=Icon::Close on_click=move |_| {
                    shifts.update(|shifts| {
                        shifts.remove(at);
                    });
                } />
            </div>
        }
    };
    let add = move |_| {
        shifts.update(|shifts| {
            let next = shifts.last().map_or(Weekday::Monday, |last| {
                let at = DAYS.iter().position(|day| *day == last.day).unwrap_or_default();
                DAYS.get((at + 1) % DAYS.len()).copied().unwrap_or(Weekday::Monday)
            });
            let (from, to) = shifts.last().map_or((NINE, FIVE), |last| (last.from, last.to));
            shifts.push(Shift { day: next, from, to });
        });
    };
    view! {
        <fieldset class="field">
            <span class="label">{say(&rollcall_words::name::field(Field::Hours))}</span>
            {move || (0..count.get()).map(line).collect_view()}
            <div class="row-of">
                <Button label=t!(user_rule_add_day) kind="small" sign=Icon::Plus on_click=Callback::new(add) />
            </div>
        </fieldset>
    }
    .into_any()
}

/// The minute of the day of what a field for a time has.
fn minute(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let minute = hours.parse::<u16>().ok()?.checked_mul(60)?.checked_add(minutes.get(..2)?.parse().ok()?)?;
    (minute <= 1440).then_some(minute)
}
