//! Asks before an extension is taken from its holder (S1.10).

use super::Page;
use crate::{
    language::t,
    list::plan::{Deal, Plan, carry_out, question},
};
use leptos::prelude::*;
use rollcall_core::{
    command::{AssignExtension, Authored, UnassignExtension},
    id::UserId,
};

/// The question.
pub fn question_of(page: Page, user: UserId, on_close: Callback<()>) -> AnyView {
    let known = page.app.ask_once(|replica, _| {
        let record = replica.view().user(user)?;
        let phones = replica.view().phones_of(user).count();
        Some((record.display_name().into_owned(), record.line.clone()?, phones))
    });
    let Some((name, line, phones)) = known.flatten() else { return ().into_any() };
    let extension = line.extension.to_string();
    let again = Authored::from(AssignExtension { user, line });
    let mut plan = Plan::of(page.app, vec![(name.clone(), Deal::new(UnassignExtension { user }, [again]))]);
    if !plan.deals.is_empty() {
        plan.lines.push(t!(numbers_take_holder, name = name.as_str(), number = extension.as_str()));
        if phones > 0 {
            plan.lines.push(t!(extensions_take_phones, count = phones));
        }
        plan.lines.push(t!(extensions_take_free));
    }
    let plan = plan.said_offline(page.app);
    let deals = plan.deals.clone();
    let title = t!(numbers_take_title, count = 1_u8, number = extension.as_str());
    let yes = move |()| {
        let number = extension.clone();
        carry_out(page.list, deals.clone(), move |count| t!(numbers_taken, count, number));
    };
    question(title, None, plan, t!(numbers_take), "danger", Callback::new(yes), on_close)
}
