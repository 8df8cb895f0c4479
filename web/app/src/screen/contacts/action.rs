//! What can be done to a contact, as the core offers it, and the question before contacts are deleted.

use super::{Ask, Page};
use crate::{
    language::t,
    list::{
        Act, offered,
        plan::{Deal, Plan, carry_out, question},
    },
    ui::icon::Icon,
};
use leptos::prelude::*;
use rollcall_core::{
    Key, Refusals, Timestamp,
    command::{AddContact, Authored, DeleteContact, Verb},
    id::ContactId,
    query,
    sync::Replica,
};

/// What is offered for a contact, or why not, with how it is shown.
pub fn offers(replica: &Replica, now: Timestamp, contact: ContactId) -> Vec<(Ask, Act)> {
    let about = Key::Contact(contact);
    let act = |verb, label: String, sign| {
        let refusals = match offered(replica, now, verb, &about) {
            Some(offer) => offer.why_not,
            None => query::refused(replica.view(), &replica.context(now), verb, &about)
                .map(Refusals::into_vec)
                .unwrap_or_default(),
        };
        Act::new(label, sign, &refusals, replica)
    };
    vec![
        (Ask::Edit(contact), act(Verb::EditContact, t!(contacts_edit), Icon::Edit)),
        (Ask::Delete(vec![contact]), act(Verb::DeleteContact, t!(contacts_delete), Icon::Trash).bad()),
    ]
}

/// Opens the dialog at a place.
pub fn begin(page: Page, asks: Vec<Ask>) -> Callback<usize> {
    Callback::new(move |place: usize| page.ask.set(asks.get(place).cloned()))
}

/// The question before contacts are deleted.
pub fn deleting(page: Page, contacts: &[ContactId], on_close: Callback<()>) -> AnyView {
    let wanted = page.app.ask_once(|replica, _| {
        let records = contacts.iter().filter_map(|id| replica.view().contact(*id)).cloned();
        let deal = |contact: rollcall_core::model::Contact| {
            let command = DeleteContact { contact: contact.id };
            (contact.name.to_string(), Deal::new(command, [Authored::from(AddContact { contact })]))
        };
        records.map(deal).collect::<Vec<_>>()
    });
    let wanted = wanted.unwrap_or_default();
    let name = wanted.first().map(|(name, _)| name.clone()).unwrap_or_default();
    let mut plan = Plan::of(page.app, wanted);
    if !plan.deals.is_empty() {
        plan.lines.push(t!(contacts_delete_means));
    }
    let plan = plan.said_offline(page.app);
    let deals = plan.deals.clone();
    let title = t!(contacts_delete_title, count = deals.len().max(1), name = name.as_str());
    let yes = move |()| {
        let name = name.clone();
        page.list.close();
        carry_out(page.list, deals.clone(), move |count| t!(contacts_deleted, count, name));
    };
    question(title, None, plan, t!(contacts_delete), "danger", Callback::new(yes), on_close)
}
