//! Makes a team with some users in it (S0.9, S2.17).

use crate::{
    browser,
    form::{Form, form_frame},
    language::{say, t},
    router::{Route, TeamTab},
    screen::{
        gather::gather,
        picks::users,
        team::{kind_at, kinds},
    },
    state::App,
    ui::{dialog::Dialog, field::TextField, picker::Pick, select::SelectField},
};
use leptos::prelude::*;
use rollcall_core::{
    command::{Authored, CreateTeam, DeleteTeam},
    id::TeamId,
    refusal::Field,
    value::TeamName,
};
use rollcall_words::name;

/// The dialog.
pub fn dialog(app: App, on_close: Callback<()>) -> AnyView {
    let form = Form::new(app, on_close).minded();
    let called = form.line(&[Field::Name], None, TeamName::parse, false);
    let kind = form.choice(&[Field::Kind], "0".to_owned());
    let chosen = RwSignal::new(Vec::<Pick>::new());
    form.part(Signal::derive(move || chosen.with(|chosen| !chosen.is_empty())));
    let id = TeamId::new(rollcall_client::new_id());
    let command = move || {
        Some(CreateTeam {
            id,
            name: called.value(TeamName::parse)?,
            kind: kind.text.with(|kind| kind_at(kind)),
            members: chosen.with(|chosen| chosen.iter().filter_map(|pick| pick.value.parse().ok()).collect()),
        })
    };
    form.tries_once_there(move || command().map(Into::into));
    let save = move |()| {
        let Some(create) = untrack(command) else { return };
        let said = t!(team_created, team = create.name.to_string());
        let undo = Authored::from(DeleteTeam { team: id });
        form.issue(create.into(), move || {
            app.say_done(said, Some(undo), t!(undone));
            app.router.go(Route::Team(id, TeamTab::Members));
        });
    };
    browser::focus("new-team-name");
    let find = Callback::new(move |words: String| users(app, &words));
    let fields = view! {
        <TextField id="new-team-name" label=say(&name::field(Field::Name)) value=called.text error=called.error() on_leave=called.leave() />
        <SelectField id="new-team-kind" label=t!(teams_kind) choices=kinds() value=kind.text />
        <fieldset class="field">
            <legend class="label">{say(&name::field(Field::Members))}</legend>
            {gather("new-team-member", t!(team_add_member), t!(team_nobody_yet), chosen, find)}
        </fieldset>
    };
    let frame = form_frame(
        form,
        Signal::derive(|| t!(team_create)),
        Signal::default(),
        form.said_whole(),
        Callback::new(save),
        fields.into_any(),
    );
    view! { <Dialog title=t!(team_new) narrow=true on_close=move || form.close()>{frame}</Dialog> }.into_any()
}
