//! Makes a role: from nothing, or as a copy of another one, whose permissions and teams it gets. What it grants is said on its page
//! then.

use super::{Page, form::scope_boxes};
use crate::{
    browser,
    form::{Form, form_frame},
    language::t,
    screen::user::parts::field,
    ui::{dialog::Dialog, field::TextField},
};
use leptos::prelude::*;
use rollcall_core::{
    access::permissions_of,
    command::{Authored, CreateRole, DeleteRole},
    id::RoleId,
    model::{Role, RoleScope, RoleScopes},
    refusal::Field,
    value::{Description, RoleName},
};
use rollcall_view::{Route, Screen};

/// The dialog.
pub fn dialog(page: Page, from: Option<RoleId>, on_close: Callback<()>) -> AnyView {
    let app = page.app;
    let source = from.and_then(|from| app.ask_once(|replica, _| replica.view().role(from).cloned()).flatten());
    let form = Form::new(app, on_close).minded();
    let copied = source.as_ref().map(|role| role.name.to_string());
    let first = copied.as_ref().map(|name| t!(roles_copy_name, name));
    let name = form.line(&[Field::Name], first, RoleName::parse, false);
    let about = source.as_ref().and_then(|role| role.description.as_ref().map(ToString::to_string));
    let about = form.line(&[Field::Description], about, Description::parse, true);
    let scopes = source.as_ref().map_or_else(|| RoleScopes::from(RoleScope::Own), |role| role.scopes);
    let reach = RwSignal::new(scopes);
    form.part(Signal::derive(move || reach.get() != scopes));
    let id = RoleId::new(rollcall_client::new_id());
    let command = move || {
        let reach = Some(reach.get()).filter(|reach| !reach.is_empty())?;
        let blank = Role::new(id, name.value(RoleName::parse)?, permissions_of(&[]), reach);
        let (permissions, teams, team_permissions) = match &source {
            Some(source) => (source.permissions, source.teams.clone(), source.team_permissions),
            None => (blank.permissions, Vec::new(), blank.team_permissions),
        };
        let role = Role { description: about.value(Description::parse), permissions, teams, team_permissions, ..blank };
        Some(CreateRole { role })
    };
    let trial = command.clone();
    form.tries_once_there(move || trial().map(Into::into));
    form.idle_while(Signal::derive(move || reach.get().is_empty()));
    let save = move |()| {
        let Some(create) = untrack(&command) else { return };
        let said = t!(roles_created, name = create.role.name.to_string());
        let undo = Authored::from(DeleteRole { role: id });
        form.issue(create.into(), move || {
            app.say_done(said, Some(undo), t!(undone));
            app.router.go(Route::At(Screen::Roles, Some(id.uuid())));
        });
    };
    browser::focus("new-role-name");
    let fields = view! {
        <TextField id="new-role-name" label=field(Field::Name) value=name.text error=name.error() on_leave=name.leave() />
        <TextField id="new-role-about" label=field(Field::Description) optional=true value=about.text error=about.error() on_leave=about.leave() />
        {scope_boxes(reach)}
    };
    let title = copied.map_or_else(|| t!(roles_new), |name| t!(roles_copy_title, name));
    let note = Signal::derive(|| t!(roles_create_note));
    let frame = form_frame(
        form,
        Signal::derive(|| t!(roles_create)),
        note,
        form.said_whole(),
        Callback::new(save),
        fields.into_any(),
    );
    view! { <Dialog title=title narrow=true on_close=move || form.close()>{frame}</Dialog> }.into_any()
}
