//! What a role is called, where it may be given and what it grants: forms that stand on its page, or what there is to read of it.

use super::{
    boxes::{boxes, held},
    one::{One, fixed},
};
use crate::{
    form::{Form, part_frame},
    language::t,
    screen::user::parts::{field, part, standing},
    ui::{checkbox::Checkbox, field::TextField},
};
use leptos::prelude::*;
use rollcall_core::{
    access::{permission_rows, permissions_of},
    command::{Authored, EditRole},
    model::{Role, RoleScope, RoleScopes},
    refusal::Field,
    value::{Description, RoleName},
};

/// Name, description, and where it may be given.
pub fn details(one: One) -> AnyView {
    let forms = move || match one.edits.get() {
        false => fixed(one),
        true => standing("role-details-title", one.stands, move |before: Role, ended| {
            let form = begun(one, &before, ended);
            let name = form.line(&[Field::Name], Some(before.name.to_string()), RoleName::parse, false);
            let about = before.description.as_ref().map(ToString::to_string);
            let about = form.line(&[Field::Description], about, Description::parse, true);
            let reach = RwSignal::new(before.scopes);
            form.part({
                let first = before.scopes;
                Signal::derive(move || reach.get() != first)
            });
            let seen = before.clone();
            let wanted = move || Role {
                name: name.value(RoleName::parse).unwrap_or_else(|| seen.name.clone()),
                description: about.value(Description::parse),
                scopes: Some(reach.get()).filter(|reach| !reach.is_empty()).unwrap_or(seen.scopes),
                ..seen.clone()
            };
            form.idle_while(Signal::derive(move || reach.get().is_empty()));
            let fields = view! {
                <TextField id="role-name" label=field(Field::Name) value=name.text error=name.error() on_leave=name.leave() />
                <TextField id="role-about" label=field(Field::Description) optional=true value=about.text error=about.error() on_leave=about.leave() />
                {scope_boxes(reach)}
            };
            framed(one, form, before, wanted, fields.into_any())
        }),
    };
    let body = view! { {forms} };
    part("role-details-title", t!(roles_details), t!(roles_details_note), move || one.waits(), body.into_any())
}

/// What it grants.
pub fn permissions(one: One) -> AnyView {
    let forms = move || match one.edits.get() {
        true => standing("role-permissions-title", one.stands, move |before: Role, ended| {
            let form = begun(one, &before, ended);
            let first = permission_rows(before.permissions);
            let rows = RwSignal::new(first.clone());
            form.part(Signal::derive(move || rows.with(|rows| *rows != first)));
            let seen = before.clone();
            let wanted = move || Role { permissions: rows.with(|rows| permissions_of(rows)), ..seen.clone() };
            framed(one, form, before, wanted, boxes(rows))
        }),
        false => {
            let rows = one.stands.with(|role| role.as_ref().map(|role| permission_rows(role.permissions)));
            held(&rows.unwrap_or_default())
        }
    };
    let body = view! { {forms} };
    part("role-permissions-title", t!(roles_matrix), t!(roles_permissions_note), || false, body.into_any())
}

/// A form for an edit of the role.
pub fn begun(one: One, before: &Role, ended: Callback<()>) -> Form {
    Form::new(one.page.app, ended).minded().filled_with(EditRole { role: before.clone() })
}

/// Tries it, and draws it with what saves it.
pub fn framed(
    one: One,
    form: Form,
    before: Role,
    wanted: impl Fn() -> Role + Clone + Send + Sync + 'static,
    fields: AnyView,
) -> (Form, AnyView) {
    let trial = wanted.clone();
    form.tries(move || EditRole { role: trial() }.into());
    let app = one.page.app;
    let save = move |()| {
        let role = untrack(&wanted);
        if role == before {
            form.end();
            return;
        }
        let (seen, edit) = (EditRole { role: before.clone() }, EditRole { role });
        let undo = Authored { command: seen.into(), seen: Some(edit.clone().into()) };
        form.issue(edit.into(), move || app.say_done(t!(roles_saved, count = 1_u8), Some(undo), t!(undone)));
    };
    (form, part_frame(form, Callback::new(save), fields))
}

/// Where it may be given: a box for each scope, one at least.
pub fn scope_boxes(reach: RwSignal<RoleScopes>) -> AnyView {
    let one = move |scope: RoleScope| {
        let (label, note) = match scope {
            RoleScope::Own => (t!(roles_scope_own), t!(roles_scope_own_note)),
            RoleScope::Team => (t!(roles_scope_team), t!(roles_scope_team_note)),
            RoleScope::Organisation => (t!(roles_scope_organisation), t!(roles_scope_organisation_note)),
        };
        let change = move |on: bool| {
            reach.update(|reach| {
                let kept = reach.iter().filter(|other| *other != scope).chain(on.then_some(scope));
                *reach = kept.fold(RoleScopes::NONE, RoleScopes::with);
            });
        };
        let checked = Signal::derive(move || reach.get().has(scope));
        view! { <Checkbox label=label note=note checked=checked on_change=change /> }
    };
    view! {
        <fieldset class="field">
            <legend class="label">{t!(roles_given_where)}</legend>
            <div class="boxes">{RoleScope::ALL.map(one).collect_view()}</div>
            <p class="error" role="status" hidden=move || !reach.get().is_empty()>{t!(roles_scope_needed)}</p>
        </fieldset>
    }
    .into_any()
}
