//! One user beside the list: what is known of it, and what can be done.

use super::{
    Page,
    action::{self, Doing, Offer, offers},
    undelivered::notices,
};
use crate::{
    language::{self, say, t},
    list::{act_buttons, panel},
    router::{Route, UserTab},
    screen::own_data::download_data,
    text,
    ui::{
        avatar::avatar,
        badge::{pending_mark, standing_badge},
        empty::EmptyState,
        icon::Icon,
        link::Link,
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Timestamp,
    id::UserId,
    privacy::may_have,
    query::{UserRow, UserStanding, user_row},
    refusal::Field,
    sync::Replica,
};
use rollcall_words::name;

/// What the panel shows.
#[derive(Clone, Debug, PartialEq)]
struct Facts {
    row: UserRow,
    /// Until when, or since when not, its invitation can be accepted.
    invitation: Option<String>,
    teams: Vec<String>,
    add_ons: Vec<String>,
    created: Timestamp,
    profile: rollcall_core::model::Profile,
    extra: Vec<(String, String)>,
    offers: Vec<Offer>,
    me: bool,
    /// All that there is about it may be downloaded.
    exported: bool,
}

fn facts(replica: &Replica, now: Timestamp, id: UserId) -> Option<Facts> {
    let view = replica.view();
    let user = view.user(id)?;
    let mut teams: Vec<_> =
        view.teams_of(id).filter_map(|id| view.team(id)).map(|team| team.name.to_string()).collect();
    rollcall_core::sort::ascending(&mut teams);
    let row = user_row(view, id, now)?;
    let invitation = match (row.standing, row.expires) {
        (UserStanding::Invited, Some(at)) => Some(t!(users_expires, when = text::time::until_text(at, now))),
        (UserStanding::Expired, Some(at)) => Some(t!(users_expired_resend, when = text::time::ago_text(at, now))),
        _ => None,
    };
    Some(Facts {
        row,
        invitation,
        teams,
        add_ons: user.add_ons.iter().filter_map(|id| view.licence(*id)).map(|l| l.name.to_string()).collect(),
        created: user.created,
        profile: user.profile.clone(),
        extra: user.extra.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect(),
        offers: offers(replica, now, id),
        me: replica.user() == id,
        exported: may_have(view, &replica.context(now), id).is_ok(),
    })
}

/// The panel of one user.
pub fn detail(page: Page, id: UserId) -> AnyView {
    let body = move || match page.app.ask(|replica, now| facts(replica, now, id)).flatten() {
        Some(facts) => shown(page, id, facts).into_any(),
        None => view! {
            <EmptyState sign=Icon::Users title=t!(users_gone_title) sentence=t!(users_gone_sentence) />
        }
        .into_any(),
    };
    panel(page.list, body.into_any())
}

fn shown(page: Page, id: UserId, facts: Facts) -> impl IntoView + use<> {
    let Facts { row, invitation, teams, add_ons, created, profile, extra, offers, me, exported } = facts;
    let email = row.email.as_ref().map(ToString::to_string).unwrap_or_default();
    let name = row.name.clone();
    let position = row.position.map(|position| position.to_string());
    let pending = page.pending.with(|pending| pending.contains(&id));
    let roles: Vec<String> = row
        .roles
        .iter()
        .map(ToString::to_string)
        .chain(row.permissions.iter().map(|permission| say(&name::permission(*permission))))
        .collect();
    let field = |field| say(&name::field(field));
    let text_of = |value: Option<String>| value.unwrap_or_default();
    let mut lines: Vec<(String, String)> = vec![
        (field(Field::Email), email.clone()),
        (field(Field::Extension), text_of(row.extension.map(|e| e.to_string()))),
        (field(Field::Role), language::list(&roles)),
        (field(Field::Licence), text_of(row.licence.map(|l| l.to_string()))),
        (field(Field::AddOns), language::list(&add_ons)),
        (t!(users_teams), language::list(&teams)),
        (field(Field::Language), text_of(profile.language.map(|v| v.to_string()))),
        (field(Field::TimeZone), text_of(profile.time_zone.map(|v| v.to_string()))),
        (t!(users_country), text_of(profile.country.map(|v| v.to_string()))),
    ];
    lines.extend(extra);
    lines.extend(invitation.map(|text| (t!(users_invitation), text)));
    lines.push((t!(users_added), language::moment(created)));
    let lines = lines
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| view! { <div><dt dir="auto">{name}</dt><dd dir="auto">{value}</dd></div> })
        .collect_view();
    let undelivered = notices(page, id, &offers);
    let (first, rest): (Vec<Offer>, Vec<Offer>) = offers.into_iter().partition(|offer| {
        matches!(offer.doing, Doing::Send | Doing::Resend | Doing::Edit | Doing::Licence | Doing::Reactivate)
    });
    view! {
        <div class="detail-head">
            {avatar(&name, id.uuid().as_u128(), "large")}
            <div class="detail-name">
                <h2 dir="auto">{name.clone()}</h2>
                {position.map(|position| view! { <p class="soft" dir="auto">{position}</p> })}
                <div class="row-of">
                    {standing_badge(row.standing)}
                    {me.then(|| view! { <span class="badge bare">{t!(users_you)}</span> })}
                    {pending.then(pending_mark)}
                </div>
            </div>
        </div>
        {undelivered}
        <div class="detail-actions">
            <Link to=Route::User(id, UserTab::Profile) class="button small primary">{t!(user_open)}</Link>
            {buttons(page, id, first)}
        </div>
        <dl class="facts">{lines}</dl>
        <div class="detail-actions end">
            {buttons(page, id, rest)}
            {exported
                .then(|| {
                    let label = if me { t!(account_download_data) } else { t!(users_download_data) };
                    view! { <div class="action">{download_data(label, id)}</div> }
                })}
        </div>
    }
}

fn buttons(page: Page, id: UserId, offers: Vec<Offer>) -> AnyView {
    act_buttons(offers.iter().map(action::act).collect(), action::begin(page, id, offers))
}
