//! What a user may do: its roles with where they hold and until when (S2.10, S3.7), single permissions (S2.23), and what comes of
//! them together, each right with the reason for it.

use super::{
    One,
    ask::Asked,
    give::{Giving, give},
    parts::{act, nothing, part},
};
use crate::{
    language::{say, t},
    ui::{
        button::IconButton,
        facts::facts,
        icon::{Icon, icon},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Directory, Key, Timestamp,
    command::{TakeGrant, Verb},
    model::{Grant, GrantKey, GrantSource, Granted, Scope},
    query::{self, Right, RightSource, effective_rights},
};
use rollcall_words::name;

/// A grant as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Held {
    grant: Grant,
    name: String,
    place: String,
    until: Option<String>,
    /// Whether it can be taken; none when that is not this viewer's business.
    takes: Option<Option<String>>,
    waits: bool,
}

/// The tab.
pub fn access(one: One) -> AnyView {
    let giving = RwSignal::new(None::<Giving>);
    view! {
        {roles(one, giving)}
        {permissions(one, giving)}
        {rights(one)}
        {move || giving.get().map(|what| give(one, what, Callback::new(move |()| giving.set(None))))}
    }
    .into_any()
}

/// Where something holds.
pub fn place(scope: Scope, names: &Directory) -> String {
    match scope {
        Scope::Own => t!(user_place_own),
        Scope::Organisation => t!(user_place_everywhere),
        Scope::Team(team) => {
            let team = names.team(team).map_or_else(|| t!(bulk_deleted_name), |team| team.name.to_string());
            t!(user_place_team, team)
        }
    }
}

/// The grants of roles, or of single permissions.
fn held(one: One, roles: bool) -> Memo<Vec<Held>> {
    Memo::new(move |_| {
        let pending = one.pending.get();
        let waits =
            |key: &GrantKey| pending.iter().any(|command| command.user() == Some(one.id) && about(command, key));
        let grants = one.app.ask(|replica, now| {
            let (view, context) = (replica.view(), replica.context(now));
            let shown = |grant: &Grant| {
                let offer = query::offer(view, &context, Verb::TakeGrant, &Key::Grant(grant.key));
                Held {
                    grant: *grant,
                    name: say(&name::granted(grant.key.what, view)),
                    place: place(grant.key.scope, view),
                    until: grant.until.map(|until| until_text(until, now)),
                    takes: offer.map(|offer| one.said(&offer.why_not)),
                    waits: waits(&grant.key),
                }
            };
            let of_kind = view.grants_of(one.id).filter(|grant| grant.key.role().is_some() == roles);
            let mut held: Vec<Held> = of_kind.map(shown).collect();
            rollcall_core::sort::by(&mut held, |a, b| (&a.name, &a.place).cmp(&(&b.name, &b.place)));
            held
        });
        grants.unwrap_or_default()
    })
}

fn about(command: &rollcall_core::Command, key: &GrantKey) -> bool {
    use rollcall_core::Command;
    match command {
        Command::GiveGrant(give) => give.grant == *key,
        Command::TakeGrant(take) => take.grant == *key,
        Command::ReplaceRoles(replace) => replace.give.iter().any(|choice| Some(choice.role) == key.role()),
        _ => false,
    }
}

fn until_text(until: Timestamp, now: Timestamp) -> String {
    if until <= now { t!(user_grant_ended) } else { t!(user_grant_until, day = super::parts::day(until)) }
}

fn roles(one: One, giving: RwSignal<Option<Giving>>) -> AnyView {
    let held = held(one, true);
    let body = view! {
        {move || lines(one, held.get(), t!(user_no_role), giving)}
        <div class="row-of">
            {move || {
                let open = move |what| Callback::new(move |()| giving.set(Some(what)));
                let some = held.with(|held| !held.is_empty());
                view! {
                    {act("give-why", one.offered(Verb::GiveGrant), t!(user_give_role), Icon::Plus, "", open(Giving::Role))}
                    {some
                        .then(|| {
                            let offered = one.offered(Verb::ReplaceRoles).filter(|offered| offered.why_not.is_none());
                            act("replace-why", offered, t!(user_replace_roles), Icon::Refresh, "", open(Giving::Replace))
                        })}
                }
            }}
        </div>
    };
    let waits = move || one.waits(&[Verb::GiveGrant, Verb::TakeGrant, Verb::ReplaceRoles]);
    part("roles-title", t!(user_roles), t!(user_roles_note), waits, body.into_any())
}

fn permissions(one: One, giving: RwSignal<Option<Giving>>) -> AnyView {
    let held = held(one, false);
    let gives = Memo::new(move |_| {
        let options = one
            .app
            .ask(|replica, now| query::permission_options(replica.view(), &replica.context(now), one.id))
            .unwrap_or_default();
        !options.permissions.is_empty()
    });
    let shown = Memo::new(move |_| gives.get() || held.with(|held| !held.is_empty()));
    let body = move || {
        let open = Callback::new(move |()| giving.set(Some(Giving::Single)));
        let offered = gives.get().then_some(super::Offered { why_not: None });
        view! {
            {lines(one, held.get(), t!(user_no_permission), giving)}
            {act("permission-why", offered, t!(user_give_permission), Icon::Plus, "", open)}
        }
    };
    let draw = move || {
        shown.get().then(|| {
            part("permissions-title", t!(user_permissions), t!(user_permissions_note), || false, body.into_any())
        })
    };
    draw.into_any()
}

fn lines(one: One, held: Vec<Held>, none: String, giving: RwSignal<Option<Giving>>) -> AnyView {
    if held.is_empty() {
        return nothing(none);
    }
    let line = move |Held { grant, name, place, until, takes, waits }: Held| {
        let provisioned = (grant.source == GrantSource::Provisioning).then(|| t!(user_grant_provisioned));
        let sub: Vec<String> = std::iter::once(place).chain(until).chain(provisioned).collect();
        let acts = takes.map(|why_not| match why_not {
            None => view! {
                <div class="row-of end">
                    <IconButton
                        label=t!(user_grant_change_end, name = &name)
                        sign=Icon::Clock
                        on_click=move |_| giving.set(Some(Giving::End(grant)))
                    />
                    <IconButton label=t!(user_take, name = &name) sign=Icon::Close on_click=move |_| take(one, grant) />
                </div>
            }
            .into_any(),
            Some(why) => view! { <small class="faint why-not">{why}</small> }.into_any(),
        });
        let sign = if grant.key.role().is_some() { Icon::Shield } else { Icon::Check };
        view! {
            <li>
                {icon(sign)}
                <div class="clip-box">
                    <p><bdi>{name.clone()}</bdi> {waits.then(crate::ui::badge::pending_mark)}</p>
                    <p class="faint">{facts(sub)}</p>
                </div>
                {acts}
            </li>
        }
    };
    view! { <ul class="things">{held.into_iter().map(line).collect_view()}</ul> }.into_any()
}

/// Asks before something is taken.
fn take(one: One, grant: Grant) {
    let known = one.app.ask_once(|replica, _| {
        let view = replica.view();
        (say(&name::granted(grant.key.what, view)), place(grant.key.scope, view))
    });
    let (what, question) = known.unwrap_or_default();
    one.asking.set(Some(Asked {
        command: TakeGrant { grant: grant.key }.into(),
        title: t!(user_take_title, what, who = one.name()),
        question,
        lines: Vec::new(),
        yes: t!(user_take_yes),
        said: t!(user_taken),
        leaves: false,
    }));
}

/// All that it may do, where, and why.
fn rights(one: One) -> AnyView {
    let rights = Memo::new(move |_| {
        let said = one.app.ask(|replica, now| {
            let view = replica.view();
            let mut places: Vec<(Scope, Vec<(String, String)>)> = Vec::new();
            for Right { permission, scope, from } in effective_rights(view, one.id, now) {
                let because: Vec<String> = from.iter().map(|source| because(*source, view)).collect();
                let line = (say(&name::permission(permission)), crate::language::list(&because));
                match places.iter_mut().find(|(place, _)| *place == scope) {
                    Some((_, lines)) => lines.push(line),
                    None => places.push((scope, vec![line])),
                }
            }
            rollcall_core::sort::by(&mut places, |(a, _), (b, _)| b.cmp(a));
            places.into_iter().map(|(scope, lines)| (place(scope, view), lines)).collect::<Vec<_>>()
        });
        said.unwrap_or_default()
    });
    let active = one.part(|detail| detail.row.standing == rollcall_core::query::UserStanding::Active);
    let body = move || {
        let rights = rights.get();
        if rights.is_empty() {
            return nothing(t!(user_no_rights));
        }
        let line = |(right, because): (String, String)| {
            view! {
                <div>
                    <dt>{right}</dt>
                    <dd class="soft" dir="auto">{t!(user_right_through, because)}</dd>
                </div>
            }
        };
        let group = move |(place, lines): (String, Vec<(String, String)>)| {
            let count = lines.len();
            view! {
                <details class="rights" open=true>
                    <summary><h3><bdi>{place}</bdi></h3> <span class="faint number">{crate::language::number(count)}</span></summary>
                    <dl class="facts">{lines.into_iter().map(line).collect_view()}</dl>
                </details>
            }
        };
        let rests = (active.get() == Some(false)).then(|| view! { <p class="soft">{t!(user_rights_rest)}</p> });
        view! { {rests} {rights.into_iter().map(group).collect_view()} }.into_any()
    };
    part("rights-title", t!(user_rights), t!(user_rights_note), || false, body.into_any())
}

pub fn because(source: RightSource, names: &Directory) -> String {
    match source {
        RightSource::Role(role) => say(&name::granted(Granted::Role(role), names)),
        RightSource::RoleInTeam(role, team) => {
            let role = say(&name::granted(Granted::Role(role), names));
            let team = names.team(team).map_or_else(|| t!(bulk_deleted_name), |team| team.name.to_string());
            t!(user_because_in_team, role, team)
        }
        RightSource::Direct => t!(user_because_direct),
    }
}
