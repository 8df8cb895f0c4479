//! What would ring at this moment, were the user called: step by step, as the core's routing answers (domain.md, section 9).

use super::{
    One,
    parts::{self, nothing, part},
};
use crate::{
    language::{self, t},
    local::local_time,
    ui::select::{Choice, SelectField},
};
use leptos::prelude::*;
use rollcall_core::{
    Directory,
    id::UserId,
    model::Target,
    query::{Dialled, Leg, Skipped, Step, route},
    value::{Extension, PhoneNumber},
};

/// The part.
pub fn ringing(one: One) -> AnyView {
    let ways = one.part(|detail| {
        let extension = detail.line.iter().map(|line| line.extension.to_string());
        extension.chain(detail.numbers.iter().map(|number| number.number.to_string())).collect::<Vec<_>>()
    });
    let chosen = RwSignal::new(String::new());
    let dialled = Memo::new(move |_| {
        let ways = ways.get().unwrap_or_default();
        let way =
            chosen.with(|chosen| ways.iter().find(|way| *way == chosen).cloned()).or_else(|| ways.first().cloned())?;
        match PhoneNumber::parse(&way) {
            Ok(number) => Some(Dialled::Number(number)),
            Err(_) => Extension::parse(&way).ok().map(Dialled::Extension),
        }
    });
    let steps = Memo::new(move |_| {
        let dialled = dialled.get()?;
        one.app.ask(|replica, now| {
            let view = replica.view();
            let steps = route(view, &dialled, now, &local_time);
            steps.into_iter().map(|step| said(&step, view)).collect::<Vec<_>>()
        })
    });
    let choose = move || {
        let ways = ways.get().unwrap_or_default();
        (ways.len() > 1).then(|| {
            let choices: Vec<Choice> = ways.into_iter().map(|way| Choice::new(&way, way.clone())).collect();
            view! { <SelectField id="dialled" label=t!(user_dialled) choices=choices value=chosen /> }
        })
    };
    let list = move || match steps.get() {
        None => nothing(t!(user_not_dialled, own = one.own())),
        Some(steps) => {
            let step = |(after, what, skipped): (String, String, bool)| {
                view! {
                    <li class:skipped=skipped>
                        <span class="faint number">{after}</span>
                        <p dir="auto">{what}</p>
                    </li>
                }
            };
            view! { <ol class="legs">{steps.into_iter().map(step).collect_view()}</ol> }.into_any()
        }
    };
    let body = view! { {choose} {list} };
    part("ringing-title", t!(user_ringing), t!(user_ringing_note, own = one.own()), || false, body.into_any())
}

/// When it comes, what happens, and whether the call only passes by.
pub fn said(step: &Step, names: &Directory) -> (String, String, bool) {
    let after = if step.after == 0 { t!(user_step_at_once) } else { t!(user_step_after, count = step.after) };
    let name =
        |id: &UserId| names.user(*id).map_or_else(|| t!(bulk_deleted_name), |user| user.display_name().into_owned());
    let (what, skipped) = match &step.leg {
        Leg::Ring { users, mobiles, seconds } => {
            let all: Vec<String> =
                users.iter().map(name).chain(mobiles.iter().map(|mobile| parts::dialled(*mobile))).collect();
            (t!(user_step_rings, who = language::list(&all), count = *seconds), false)
        }
        Leg::Outside { number, seconds } => {
            (t!(user_step_rings, who = parts::dialled(*number), count = *seconds), false)
        }
        Leg::Voicemail(user) => (t!(value_voicemail_of, who = name(user)), false),
        Leg::Reject => (t!(user_step_rejected), false),
        Leg::Skipped { target, why } => {
            let who = match target {
                Target::User(user) | Target::Voicemail(user) => name(user),
                Target::Team(team) => {
                    names.team(*team).map_or_else(|| t!(bulk_deleted_name), |team| team.name.to_string())
                }
                Target::Number(number) => parts::dialled(*number),
            };
            (t!(user_step_skipped, who, why = why_code(*why)), true)
        }
    };
    (after, what, skipped)
}

/// The argument by which the message tells reasons apart.
const fn why_code(why: Skipped) -> &'static str {
    match why {
        Skipped::Closed => "closed",
        Skipped::Holiday(_) => "holiday",
        Skipped::Disabled => "disabled",
        Skipped::NotRouted => "not_routed",
        Skipped::NobodyAvailable => "nobody_available",
        Skipped::NotActive => "not_active",
        Skipped::Busy => "busy",
        Skipped::Unreachable => "unreachable",
        Skipped::NotAssigned => "not_assigned",
        Skipped::GoesRound => "goes_round",
    }
}
