//! One number beside the list.

use super::{
    Page,
    action::{Doing, begin, offers},
    row::{called, mobile, rests, sent_to, standing},
};
use crate::{
    language::{say, t},
    list::{Act, act_buttons, facts, panel, thing_head},
    router::Route,
    ui::{empty::EmptyState, icon::Icon, link::Link},
};
use leptos::prelude::*;
use rollcall_core::{
    Key, Timestamp,
    id::UserId,
    query::{NumberStanding, number_row},
    refusal::Field,
    sync::Replica,
    value::PhoneNumber,
};
use rollcall_view::{list::number_kind_name, numbers::number_of};
use rollcall_words::name;
use uuid::Uuid;

/// What the panel shows.
#[derive(Clone, Debug, PartialEq)]
struct Facts {
    number: PhoneNumber,
    kind: String,
    label: String,
    standing: NumberStanding,
    rests: Option<String>,
    holder: Option<(UserId, String)>,
    last: Option<(UserId, String)>,
    mobile: String,
    target: String,
    offers: Vec<(Doing, Act)>,
}

fn known(replica: &Replica, now: Timestamp, number: PhoneNumber) -> Option<Facts> {
    let names = replica.view();
    let row = number_row(names, number, now)?;
    let record = row.number;
    let who = |id: Option<UserId>| id.map(|id| (id, called(names, id)));
    Some(Facts {
        number,
        kind: say(&number_kind_name(record.kind)),
        label: record.label.as_ref().map(ToString::to_string).unwrap_or_default(),
        standing: row.standing,
        rests: rests(&record, now),
        holder: who(record.holder),
        last: who(record.last_holder.filter(|last| record.holder != Some(*last))),
        mobile: mobile(&record),
        target: sent_to(names, &record),
        offers: offers(replica, now, number),
    })
}

/// The panel of one number.
pub fn detail(page: Page, id: Uuid) -> AnyView {
    let found = Memo::new(move |_| page.app.ask(|replica, now| known(replica, now, number_of(id)?)).flatten());
    let body = move || match found.get() {
        Some(facts) => shown(page, facts),
        None => view! { <EmptyState sign=Icon::Phone title=t!(numbers_gone) sentence=t!(list_gone) /> }.into_any(),
    };
    panel(page.list, body.into_any())
}

fn shown(page: Page, known: Facts) -> AnyView {
    let Facts { number, kind, label, standing: stands, rests, holder, last, mobile, target, offers } = known;
    let (word, tone) = standing(stands);
    let pending = page.pending.with(|pending| pending.contains(&Key::Number(number)));
    let field = |field| say(&name::field(field));
    let user = |(id, name): (UserId, String)| view! { <Link to=Route::user(id)>{name}</Link> }.into_any();
    let some = |text: String| (!text.is_empty()).then(|| view! { <bdi>{text}</bdi> }.into_any());
    let lines = [
        (field(Field::Kind), some(kind)),
        (t!(numbers_holder), holder.map(user)),
        (t!(numbers_linked), some(mobile)),
        (field(Field::Target), some(target)),
        (t!(numbers_last_holder), last.map(user)),
    ];
    let (doings, acts): (Vec<_>, Vec<_>) = offers.into_iter().unzip();
    view! {
        {thing_head(Icon::Phone, number.to_string(), label, (word, tone), pending, rests)}
        {facts(lines)}
        <div class="detail-actions">{act_buttons(acts, begin(page, number, doings))}</div>
    }
    .into_any()
}
