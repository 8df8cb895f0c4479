//! One call beside the list.

use super::{
    Page,
    row::{Told, told},
};
use crate::{
    language::{moment, say, t},
    list::{facts, panel, thing_head},
    router::Route,
    text::time::clock,
    ui::{
        empty::EmptyState,
        icon::{Icon, icon},
        link::Link,
    },
};
use leptos::prelude::*;
use rollcall_core::{Timestamp, id::CallId, query::CallResult};
use rollcall_view::{
    Screen,
    list::{call_direction_name, call_result_name},
};

/// The panel of one call.
pub fn detail(page: Page, call: CallId) -> AnyView {
    let known = Memo::new(move |_| {
        let known = page.app.ask(|replica, now| told(replica.view(), &replica.context(now), call)).flatten();
        if known.as_ref().is_some_and(|told| told.row.result == CallResult::Live) {
            page.tick.track();
        }
        known
    });
    let body = move || match known.get() {
        Some(told) => shown(told),
        None => {
            view! { <EmptyState sign=Icon::Phone title=t!(calls_gone) sentence=t!(calls_gone_sentence) /> }.into_any()
        }
    };
    panel(page.list, body.into_any())
}

fn shown(told: Told) -> AnyView {
    let (sign, tone) = (told.sign(), told.tone());
    let Told { row, peer, number, agent, team } = told;
    let text = |text: String| Some(view! { <span class="number">{text}</span> }.into_any());
    let at = |at: Option<Timestamp>| at.and_then(|at| text(moment(at)));
    let agent = row.call.user.map(|user| view! { <Link to=Route::user(user)><bdi>{agent}</bdi></Link> }.into_any());
    let team = row
        .call
        .team
        .map(|id| view! { <Link to=Route::At(Screen::Teams, Some(id.uuid()))><bdi>{team}</bdi></Link> }.into_any());
    let lines = [
        (t!(calls_direction), Some(say(&call_direction_name(row.call.direction)).into_any())),
        (t!(calls_agent), agent),
        (t!(calls_team), team),
        (t!(calls_started), at(Some(row.call.started))),
        (t!(calls_answered_at), at(row.call.answered)),
        (t!(calls_ended_at), at(row.call.ended)),
        (t!(calls_waited), row.waited.and_then(|span| text(clock(span)))),
        (t!(calls_talked), row.talked.and_then(|span| text(clock(span)))),
    ];
    let dial = row.call.peer.map(|peer| {
        view! {
            <div class="detail-actions">
                <a class="button small" href=format!("tel:{peer}")>{icon(Icon::Phone)} <bdi class="number">{peer.to_string()}</bdi></a>
            </div>
        }
    });
    view! {
        {thing_head(sign, peer, number, (say(&call_result_name(row.result)), tone), false, None)}
        {facts(lines)}
        {dial}
    }
    .into_any()
}
