//! Who would ring now, and next, were the team called at this moment (S0.12).

use super::One;
use crate::{
    language::t,
    local::local_time,
    screen::user::{
        parts::{nothing, part},
        ringing::said,
    },
};
use leptos::prelude::*;
use rollcall_core::query::{Dialled, route};

/// The part.
pub fn ringing(one: One) -> AnyView {
    let steps = Memo::new(move |_| {
        let steps = one.app.ask(|replica, now| {
            let view = replica.view();
            let steps = route(view, &Dialled::Team(one.id), now, &local_time);
            steps.into_iter().map(|step| said(&step, view)).collect::<Vec<_>>()
        });
        steps.unwrap_or_default()
    });
    let list = move || {
        let steps = steps.get();
        if steps.is_empty() {
            return nothing(t!(team_takes_none));
        }
        let step = |(after, what, skipped): (String, String, bool)| {
            view! {
                <li class:skipped=skipped>
                    <span class="faint number">{after}</span>
                    <p dir="auto">{what}</p>
                </li>
            }
        };
        view! { <ol class="legs">{steps.into_iter().map(step).collect_view()}</ol> }.into_any()
    };
    part("team-ringing-title", t!(user_ringing), t!(team_ringing_note), || false, view! { {list} }.into_any())
}
