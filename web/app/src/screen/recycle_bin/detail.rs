//! A deleted user beside the list: what comes back, what does not, and who has that now.

use super::{Page, act, begin, row::standing};
use crate::{
    language::{self, say, t},
    list::{act_buttons, facts, panel},
    text,
    ui::{avatar::avatar, badge::pending_mark, banner::Banner, empty::EmptyState, icon::Icon},
};
use leptos::prelude::*;
use rollcall_core::{
    Directory, Key,
    id::UserId,
    model::{IdentifierKind, Scope},
    query::{ComesBack, Missing, Recycled, recycled},
    refusal::Field,
};
use rollcall_words::name;

/// What comes back, by what it is: names of what is there.
pub fn back(row: &Recycled, names: &Directory) -> Vec<(String, Vec<String>)> {
    let ComesBack { identifiers, extension, numbers, licences, teams, grants, phones } = &row.back;
    let role = |grant: &rollcall_core::model::GrantKey| {
        let what = say(&name::granted(grant.what, names));
        Some(match grant.scope {
            Scope::Team(team) => t!(bin_role_in, role = what, team = names.team(team)?.name.to_string()),
            Scope::Own | Scope::Organisation => what,
        })
    };
    let field = |field| say(&name::field(field));
    let all = [
        (t!(bin_signs_in), identifiers.iter().map(|identifier| identifier.folded().1).collect()),
        (field(Field::Extension), extension.iter().map(ToString::to_string).collect()),
        (t!(bin_numbers), numbers.iter().map(ToString::to_string).collect()),
        (field(Field::Licence), licences.iter().filter_map(|id| Some(names.licence(*id)?.name.to_string())).collect()),
        (t!(users_teams), teams.iter().filter_map(|id| Some(names.team(*id)?.name.to_string())).collect()),
        (field(Field::Role), grants.iter().filter_map(role).collect()),
        (t!(bin_phones), (*phones > 0).then(|| t!(bin_phones_count, count = *phones)).into_iter().collect::<Vec<_>>()),
    ];
    all.into_iter().filter(|(_, values): &(String, Vec<String>)| !values.is_empty()).collect()
}

/// What does not come back, a sentence each.
pub fn lost(row: &Recycled, names: &Directory) -> Vec<String> {
    row.missing.iter().map(|missing| without(missing, names)).collect()
}

fn without(missing: &Missing, names: &Directory) -> String {
    let called = |id: UserId| names.user(id).map(|user| user.display_name().into_owned());
    let said = |what: String, holder: &Option<UserId>| match holder.and_then(called) {
        Some(who) => t!(bin_lost_to, what, who),
        None => t!(bin_lost, what),
    };
    let field = |field| say(&name::field(field));
    match missing {
        Missing::Identifier { kind, holder } => {
            let kind = match kind {
                IdentifierKind::Email => Field::Email,
                IdentifierKind::Mobile => Field::Mobile,
                IdentifierKind::Login => Field::Login,
            };
            said(field(kind), holder)
        }
        Missing::Extension { extension, holder } => {
            said(t!(bin_lost_extension, extension = extension.to_string()), holder)
        }
        Missing::Number { number, holder } => said(t!(bin_lost_number, number = number.to_string()), holder),
        Missing::Licence(id) => match names.licence(*id) {
            Some(licence) => t!(bin_lost_seat, licence = licence.name.to_string()),
            None => t!(bin_lost_licence),
        },
    }
}

/// What the panel shows, in words.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    row: Recycled,
    badge: (String, &'static str),
    deleted: String,
    by: Option<String>,
    until: String,
    back: Vec<(String, Vec<String>)>,
    lost: Vec<String>,
    why_not: Option<String>,
    act: Option<crate::list::Act>,
}

/// The panel.
pub fn detail(page: Page, id: UserId) -> AnyView {
    let found = Memo::new(move |_| {
        let known = page.app.ask(|replica, now| {
            let names = replica.view();
            let row = recycled(names, &replica.context(now), id)?;
            let by = row.by.and_then(|by| names.user(by)).map(|by| by.display_name().into_owned());
            let why_not = (!row.why_not.is_empty()).then(|| text::refusals(&row.why_not, Some(names)));
            Some(Known {
                badge: standing(&row),
                deleted: text::time::ago(row.deleted, now),
                by,
                until: say(&text::time::until_text(row.until, now)),
                back: back(&row, names),
                lost: lost(&row, names),
                why_not,
                act: act(replica, now, id).map(|act| crate::list::Act { why_not: None, ..act }),
                row,
            })
        });
        known.flatten()
    });
    let body = move || match found.get() {
        Some(known) => shown(page, id, known),
        None => {
            view! { <EmptyState sign=Icon::Trash title=t!(bin_gone_title) sentence=t!(bin_gone_sentence) /> }.into_any()
        }
    };
    panel(page.list, body.into_any())
}

fn shown(page: Page, id: UserId, known: Known) -> AnyView {
    let Known { row, badge: (word, tone), deleted, by, until, back, lost, why_not, act } = known;
    let pending = page.pending.with(|pending| pending.contains(&Key::Removed(id)));
    let lines = [
        (t!(bin_deleted), Some(view! { <bdi>{deleted}</bdi> }.into_any())),
        (t!(bin_by), by.map(|by| view! { <bdi>{by}</bdi> }.into_any())),
        (t!(bin_until), Some(view! { <bdi>{until}</bdi> }.into_any())),
    ];
    let able = why_not.is_none();
    let returning =
        back.into_iter().map(|(name, values)| (name, Some(view! { <bdi>{language::list(&values)}</bdi> }.into_any())));
    let some_back = able && returning.len() > 0;
    let some_lost = able && !lost.is_empty();
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
        {why_not.map(|why| view! { <Banner tone="bad" sign=Icon::Alert><p>{why}</p></Banner> })}
        {able
            .then(|| view! { <div class="detail-actions">{act_buttons(act.into_iter().collect(), begin(page, id))}</div> })}
        {facts(lines)}
        {some_back.then(|| view! { <section class="detail-part"><h3>{t!(bin_back)}</h3> {facts(returning)}</section> })}
        {some_lost
            .then(|| {
                view! {
                    <section class="detail-part">
                        <h3>{t!(bin_not_back)}</h3>
                        <ul class="bare gone">
                            {lost.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}
                        </ul>
                    </section>
                }
            })}
    }
    .into_any()
}
