//! The roles whose holders belong to a team (S2.18).

use super::One;
use crate::{
    form::{Form, part_frame},
    language::t,
    router::Route,
    screen::user::parts::{nothing, part, standing},
    text,
    ui::{
        checkbox::Checkbox,
        icon::{Icon, icon},
        link::Link,
    },
};
use leptos::prelude::*;
use rollcall_core::{
    command::{Authored, SetTeamRoles, Verb},
    id::RoleId,
    query::roles_for_teams,
};
use rollcall_view::Screen;

/// The part.
pub fn roles(one: One) -> AnyView {
    let edits = Memo::new(move |_| one.may(Verb::SetTeamRoles));
    let stands = Memo::new(move |_| {
        one.app.ask(|replica, _| {
            let mut roles: Vec<RoleId> =
                replica.view().roles().filter(|role| role.teams.contains(&one.id)).map(|role| role.id).collect();
            rollcall_core::sort::ascending(&mut roles);
            roles
        })
    });
    let body = move || match edits.get() {
        true => standing("team-roles-title", stands, move |before: Vec<RoleId>, ended| edited(one, before, ended)),
        false => read(one, stands),
    };
    part("team-roles-title", t!(teams_roles), t!(team_roles_note), || false, view! { {body} }.into_any())
}

fn read(one: One, stands: Memo<Option<Vec<RoleId>>>) -> AnyView {
    let draw = move || {
        let roles = one.app.ask(|replica, _| {
            let named = |id: RoleId| Some((id, replica.view().role(id)?.name.to_string()));
            stands.with(|roles| roles.iter().flatten().copied().filter_map(named).collect::<Vec<_>>())
        });
        let roles = roles.unwrap_or_default();
        if roles.is_empty() {
            return nothing(t!(team_no_roles));
        }
        let tag = |(id, name): (RoleId, String)| {
            view! {
                <Link to=Route::At(Screen::Roles, Some(id.uuid())) class="tag">{icon(Icon::Shield)} <bdi>{name}</bdi></Link>
            }
        };
        view! { <div class="tags">{roles.into_iter().map(tag).collect_view()}</div> }.into_any()
    };
    draw.into_any()
}

fn edited(one: One, before: Vec<RoleId>, ended: Callback<()>) -> (Form, AnyView) {
    let app = one.app;
    let seen = SetTeamRoles { team: one.id, roles: before.clone() };
    let form = Form::new(app, ended).minded().filled_with(seen.clone());
    let chosen = RwSignal::new(before.clone());
    form.part({
        let first = before.clone();
        Signal::derive(move || chosen.with(|chosen| *chosen != first))
    });
    let command = move || SetTeamRoles { team: one.id, roles: chosen.get() };
    form.tries(move || command().into());
    let comes = Memo::new(move |_| {
        if !form.is_changed() {
            return Vec::new();
        }
        let impact = app.engine().and_then(|engine| engine.dry_run(&command().into()).ok());
        let said = app.ask_once(|replica, _| {
            impact.map(|impact| text::bulk::impact(&impact, false, replica.view())).unwrap_or_default()
        });
        said.unwrap_or_default()
    });
    let save = move |()| {
        let edit = untrack(command);
        if edit == seen {
            form.end();
            return;
        }
        let undo = Authored { command: seen.clone().into(), seen: Some(edit.clone().into()) };
        form.issue(edit.into(), move || app.say_done(t!(team_roles_saved), Some(undo), t!(undone)));
    };
    let all = app.ask_once(|replica, _| roles_for_teams(replica.view())).unwrap_or_default();
    let one_box = move |(id, name): (RoleId, rollcall_core::value::RoleName)| {
        let change = move |on: bool| {
            chosen.update(|chosen| {
                chosen.retain(|other| *other != id);
                if on {
                    chosen.push(id);
                }
                rollcall_core::sort::ascending(chosen);
            });
        };
        let checked = Signal::derive(move || chosen.with(|chosen| chosen.contains(&id)));
        view! { <Checkbox label=name.to_string() checked=checked on_change=change /> }
    };
    let lines = move || {
        let lines = comes.get();
        (!lines.is_empty()).then(|| {
            view! { <ul class="consequences">{lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}</ul> }
        })
    };
    let fields = view! {
        <div class="permission-boxes">{all.into_iter().map(one_box).collect_view()}</div>
        {lines}
    };
    (form, part_frame(form, Callback::new(save), fields.into_any()))
}
