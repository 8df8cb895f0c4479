//! One's own calls on one's own page: the latest of those that this device has, and the way to all of them.

use super::{One, parts::part};
use crate::{
    language::{moment, say, t},
    router::Route,
    screen::calls::{Told, told},
    text::time::{ago, clock},
    ui::{
        facts::facts,
        icon::{Icon, icon},
        link::Link,
    },
};
use leptos::prelude::*;
use rollcall_core::query::{CallListQuery, CallResult, call_list};
use rollcall_view::{
    Screen,
    list::{call_direction_name, call_result_name},
};

/// So many are shown.
const SHOWN: usize = 10;

/// The part.
pub fn own_calls(one: One) -> AnyView {
    let (app, me) = (one.app, one.id);
    let calls = Memo::new(move |_| {
        let query = CallListQuery { agent: Some(me), limit: Some(SHOWN), ..CallListQuery::default() };
        let asked = app.ask(|replica, now| {
            let (names, context) = (replica.view(), replica.context(now));
            let list = call_list(names, &context, &query);
            let told = list.calls.into_iter().filter_map(|call| told(names, &context, call));
            (told.map(|told| (ago(told.row.call.started, now), told)).collect::<Vec<_>>(), list.total)
        });
        asked.unwrap_or_default()
    });
    let rows = move || {
        calls.with(|(calls, _)| match calls.is_empty() {
            true => view! { <p class="faint nothing">{t!(own_calls_none)}</p> }.into_any(),
            false => view! { <ul class="lines quiet">{calls.iter().map(row).collect_view()}</ul> }.into_any(),
        })
    };
    let all = move || t!(own_calls_all, count = calls.with(|(_, total)| *total));
    let body = view! {
        {rows}
        <div class="row-of own-calls-foot">
            <Link to=Route::At(Screen::Calls, None) asking=format!("agent={me}") class="button small">
                {icon(Icon::Phone)}
                {all}
            </Link>
            <Link to=Route::At(Screen::Figures, None) class="button small">
                {icon(Icon::Chart)}
                {t!(figures)}
            </Link>
        </div>
    };
    part("own-calls-title", t!(own_calls), t!(own_calls_note), || false, body.into_any())
}

/// One call: with whom, which way, when, for how long, and what came of it.
fn row((when, told): &(String, Told)) -> AnyView {
    let Told { row, peer, number, .. } = told.clone();
    let lasted = row.talked.filter(|_| row.result != CallResult::Live).map(clock);
    let said = [Some(say(&call_direction_name(row.call.direction))), Some(number).filter(|number| !number.is_empty())];
    let said = facts(said.into_iter().flatten().chain([when.clone()]).chain(lasted));
    view! {
        <li>
            {icon(told.sign())}
            <div>
                <p class="clip">
                    <Link to=Route::At(Screen::Calls, Some(row.call.id.uuid()))>
                        <bdi>{peer}</bdi>
                    </Link>
                </p>
                <p class="faint number" title=moment(row.call.started)>{said}</p>
            </div>
            <span class=format!("badge {}", told.tone())>{say(&call_result_name(row.result))}</span>
        </li>
    }
    .into_any()
}
