//! One of them beside the list: what was sent when, and what became of it.

use super::{Deed, Page, begin, offered, row::standing};
use crate::{
    language::{self, say, t},
    list::{Act, act_buttons, facts, panel},
    router::Route,
    text,
    ui::{
        avatar::avatar,
        badge::pending_mark,
        banner::Banner,
        empty::EmptyState,
        icon::{Icon, icon},
        link::Link,
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Timestamp,
    id::UserId,
    query::{UserRow, user_row},
    refusal::Field,
    sync::Replica,
};
use rollcall_words::name;

/// What the panel shows.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    row: UserRow,
    badge: (String, &'static str),
    sent: Option<String>,
    by: Option<String>,
    expires: Option<String>,
    /// When it goes out by itself, by whose order, and why it did not.
    due: Option<String>,
    put_off: Option<String>,
    offers: Vec<(Deed, Act)>,
}

fn known(replica: &Replica, now: Timestamp, id: UserId) -> Option<Known> {
    let names = replica.view();
    let (row, user) = (user_row(names, id, now)?, names.user(id)?);
    let invitation = user.invitation;
    let sent =
        invitation.map(|of| t!(invitations_sent_times, count = of.round, when = text::time::ago_text(of.sent, now)));
    let by = invitation.and_then(|of| names.user(of.by?)).map(|by| by.display_name().into_owned());
    let expires = invitation.map(|of| say(&text::time::until_text(of.expires, now)));
    let scheduled = names.scheduled(id).filter(|scheduled| scheduled.invitation().is_some());
    let due = scheduled.and_then(|scheduled| {
        let when = language::moment(scheduled.due()?);
        let by = scheduled.by.and_then(|by| names.user(by)).map(|by| by.display_name().into_owned());
        Some(by.map_or_else(|| when.clone(), |by| t!(invitations_due_by, when = &when, by)))
    });
    let put_off = scheduled.and_then(|scheduled| text::leaving::put_off(scheduled.put_off.as_ref(), names, now));
    let (badge, offers) = (standing(row.standing, user, scheduled.is_some(), now), offered(replica, now, id));
    Some(Known { badge, row, sent, by, expires, due, put_off, offers })
}

/// The panel.
pub fn detail(page: Page, id: UserId) -> AnyView {
    let found = Memo::new(move |_| page.app.ask(|replica, now| known(replica, now, id)).flatten());
    let body = move || match found.get() {
        Some(known) => shown(page, id, known),
        None => view! { <EmptyState sign=Icon::Send title=t!(users_gone_title) sentence=t!(users_gone_sentence) /> }
            .into_any(),
    };
    panel(page.list, body.into_any())
}

fn shown(page: Page, id: UserId, known: Known) -> AnyView {
    let Known { row, badge: (word, tone), sent, by, expires, due, put_off, offers } = known;
    let (deeds, acts): (Vec<Deed>, Vec<Act>) = offers.into_iter().unzip();
    let pending = page.waits(id);
    let some = |text: Option<String>| text.map(|text| view! { <bdi>{text}</bdi> }.into_any());
    let lines = [
        (say(&name::field(Field::Email)), some(row.email.map(|email| email.to_string()))),
        (say(&name::field(Field::Licence)), some(row.licence.map(|licence| licence.to_string()))),
        (t!(users_invitation), some(sent)),
        (t!(invitations_by), some(by)),
        (t!(invitations_expires), some(expires)),
        (t!(invitations_due), some(due)),
    ];
    let lost = page.mails.of(id).into_iter();
    let lost: Vec<_> = lost
        .map(|mail| view! { <Banner tone="warn" sign=Icon::Mail><p>{text::mail::undelivered(&mail)}</p></Banner> })
        .collect();
    view! {
        <div class="detail-head">
            {avatar(&row.name, id.uuid().as_u128(), "large")}
            <div class="detail-name">
                <h2 dir="auto">{row.name.clone()}</h2>
                <div class="row-of">
                    <span class=format!("badge {tone}")>{word}</span>
                    {pending.then(pending_mark)}
                </div>
            </div>
        </div>
        {lost}
        {put_off.map(|why| view! { <Banner tone="bad" sign=Icon::Alert><p>{why}</p></Banner> })}
        <div class="detail-actions">{act_buttons(acts, begin(page, id, deeds))}</div>
        {facts(lines)}
        <div class="detail-actions">
            <Link to=Route::user(id) class="button small">
                {icon(Icon::Users)}
                {t!(invitations_show)}
            </Link>
        </div>
    }
    .into_any()
}
