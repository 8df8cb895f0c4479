//! Asks before a licence is taken from those who make no use of it.

use super::{Page, called, taking};
use crate::{
    language::t,
    list::plan::{carry_out_apart, question},
    screen::users::plan::{done, plan},
    text,
};
use leptos::prelude::*;
use rollcall_core::id::{LicenceId, UserId};

/// The question.
pub fn question_of(page: Page, id: LicenceId, users: &[UserId], on_close: Callback<()>) -> AnyView {
    let (app, action) = (page.app, taking(id));
    let plan = plan(app, &action, users).said_offline(app);
    let deals = plan.deals.clone();
    let yes = text::bulk::yes(&action, deals.len());
    let carry = move |()| carry_out_apart(app, deals.clone(), move |count| done(app, &action, count));
    let sure = Some(t!(licences_back_question));
    question(called(app, id), sure, plan, yes, "danger", Callback::new(carry), on_close)
}
