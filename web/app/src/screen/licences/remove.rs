//! Asks before a licence is taken out of the stock.

use super::{Page, called};
use crate::{
    language::t,
    list::plan::{Deal, Plan, carry_out_apart, question},
};
use leptos::prelude::*;
use rollcall_core::{
    command::{AddLicence, Authored, RemoveLicence},
    id::LicenceId,
};

/// The question.
pub fn question_of(page: Page, id: LicenceId, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let name = called(app, id);
    let again = app.ask_once(|replica, _| replica.view().licence(id).cloned()).flatten();
    let again = again.map(|licence| Authored::from(AddLicence(licence)));
    let mut plan = Plan::of(app, vec![(name.clone(), Deal::new(RemoveLicence { licence: id }, again))]);
    plan.lines.push(t!(licences_remove_means));
    let plan = plan.said_offline(app);
    let deals = plan.deals.clone();
    let title = t!(licences_remove_title, name = name.as_str());
    let yes = move |()| {
        let name = name.clone();
        carry_out_apart(app, deals.clone(), move |_| t!(licences_removed, name));
    };
    question(title, None, plan, t!(licences_remove), "danger", Callback::new(yes), on_close)
}
