//! The teams that a role brings its holders into, and what they may do inside those (S2.11, S2.21).

use super::{
    boxes::{boxes, held},
    form::{begun, framed},
    one::One,
};
use crate::{
    language::t,
    screen::{
        gather::gather,
        user::parts::{nothing, part, standing},
    },
    ui::{
        icon::{Icon, icon},
        link::Link,
        picker::Pick,
    },
};
use leptos::prelude::*;
use rollcall_core::{
    access::{permission_rows, permissions_of},
    id::TeamId,
    model::Role,
    query::closest_teams,
};
use rollcall_view::{Route, Screen};

/// So many are offered as one types.
const OFFERED: usize = 8;

/// The part.
pub fn teams(one: One) -> AnyView {
    let body = move || match one.edits.get() {
        true => standing("role-teams-title", one.stands, move |before: Role, ended| edited(one, before, ended)),
        false => read(one),
    };
    part("role-teams-title", t!(roles_teams), t!(roles_teams_note), || false, view! { {body} }.into_any())
}

fn read(one: One) -> AnyView {
    let draw = move || {
        one.detail.get().map(|detail| {
            let rows: Vec<bool> =
                one.stands.with(|role| role.as_ref().map(|role| permission_rows(role.team_permissions))).unwrap_or_default();
            let team = |(id, name): &(TeamId, rollcall_core::value::TeamName)| {
                let (id, name) = (*id, name.to_string());
                view! {
                    <Link to=Route::At(Screen::Teams, Some(id.uuid())) class="tag">{icon(Icon::Teams)} <bdi>{name}</bdi></Link>
                }
            };
            let list = match detail.teams.is_empty() {
                true => nothing(t!(roles_brings_none)),
                false => view! { <div class="tags">{detail.teams.iter().map(team).collect_view()}</div> }.into_any(),
            };
            view! {
                {list}
                {rows
                    .contains(&true)
                    .then(|| view! { <h3 class="label">{t!(roles_in_teams)}</h3> {held(&rows)} })}
            }
        })
    };
    draw.into_any()
}

fn edited(one: One, before: Role, ended: Callback<()>) -> (crate::form::Form, AnyView) {
    let app = one.page.app;
    let form = begun(one, &before, ended);
    let named = |id: &TeamId| {
        let name = app.ask_once(|replica, _| replica.view().team(*id).map(|team| team.name.to_string())).flatten();
        team_pick(*id, name.unwrap_or_else(|| t!(bulk_deleted_name)))
    };
    let chosen = RwSignal::new(before.teams.iter().map(named).collect::<Vec<_>>());
    let ids = move || -> Vec<TeamId> {
        chosen.with(|chosen| chosen.iter().filter_map(|pick| pick.value.parse().ok()).collect())
    };
    let rows = RwSignal::new(permission_rows(before.team_permissions));
    form.part({
        let (teams, first) = (before.teams.clone(), permission_rows(before.team_permissions));
        Signal::derive(move || ids() != teams || rows.with(|rows| *rows != first))
    });
    let seen = before.clone();
    let wanted =
        move || Role { teams: ids(), team_permissions: rows.with(|rows| permissions_of(rows)), ..seen.clone() };
    let find = Callback::new(move |words: String| {
        let found = app.ask(|replica, _| {
            let names = replica.view();
            let pick = |id: TeamId| Some(team_pick(id, names.team(id)?.name.to_string()));
            closest_teams(names, &words, OFFERED).into_iter().filter_map(pick).collect::<Vec<_>>()
        });
        found.unwrap_or_default()
    });
    let fields = view! {
        {gather("role-team", t!(roles_add_team), t!(roles_brings_none), chosen, find)}
        <details class="rights" open=rows.with_untracked(|rows| rows.contains(&true))>
            <summary><h3>{t!(roles_in_teams)}</h3></summary>
            {boxes(rows)}
        </details>
    };
    framed(one, form, before, wanted, fields.into_any())
}

fn team_pick(id: TeamId, name: String) -> Pick {
    Pick { value: id.to_string(), name, sub: String::new(), sign: Icon::Teams }
}
