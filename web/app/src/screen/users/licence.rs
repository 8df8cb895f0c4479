//! Gives a user another plan and other add-ons (S0.3, S2.7). The dry run says what speaks against the choice.

use super::Page;
use crate::{
    form::{Form, form_frame},
    language::{say, t},
    screen::seats::{add_on_boxes, plan_choice},
    ui::{
        dialog::Dialog,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Command,
    command::{Authored, SetLicence},
    id::{LicenceId, UserId},
    model::LicenceKind,
    query::licence_usage,
    refusal::Field,
};
use rollcall_words::name;
use std::collections::BTreeSet;

/// The dialog.
#[component]
pub fn LicenceDialog(id: UserId, on_close: Callback<()>) -> impl IntoView {
    let page: Page = expect_context();
    let app = page.app;
    let known = app.ask_once(|replica, _| {
        let user = replica.view().user(id)?;
        Some((user.display_name().into_owned(), user.licence, user.add_ons.clone(), licence_usage(replica.view())))
    });
    let (name, had, had_add_ons, usage) = known.flatten().unwrap_or_default();
    let (plans, add_ons): (Vec<_>, Vec<_>) = usage.into_iter().partition(|usage| usage.kind == LicenceKind::Plan);
    let had_set: BTreeSet<LicenceId> = had_add_ons.iter().copied().collect();
    let seen = SetLicence { user: id, licence: had, add_ons: had_add_ons };
    let form = Form::new(app, on_close).minded().filled_with(seen.clone());
    let plan = form.choice(&[Field::Licence], had.map(|id| id.to_string()).unwrap_or_default());
    let chosen = RwSignal::new(had_set.clone());
    let as_before = {
        let had = had_set.clone();
        Signal::derive(move || chosen.with(|chosen| *chosen == had))
    };
    form.part(Signal::derive(move || !as_before.get()));
    let mut choices = vec![Choice::new("", t!(no_licence))];
    choices.extend(plans.iter().map(|usage| plan_choice(usage, had == Some(usage.id))));
    let licence = move || plan.text.with(|plan| plan.parse().ok());
    form.idle_while(Signal::derive(move || licence() == had && as_before.get()));
    let command = move || SetLicence {
        user: id,
        licence: licence(),
        add_ons: chosen.with(|chosen| chosen.iter().copied().collect()),
    };
    form.tries(move || command().into());
    let save = move |()| {
        let command = Command::from(untrack(command));
        let undo = Authored { command: seen.clone().into(), seen: Some(command.clone()) };
        form.issue(command, move || {
            app.say_done(t!(users_licence_changed), Some(undo), t!(users_licence_restored));
        });
    };
    let has_add_ons = !add_ons.is_empty();
    let fields = view! {
        <SelectField id="licence-plan" label=say(&name::field(Field::Licence)) choices=choices value=plan.text error=plan.error() />
        {has_add_ons
            .then(|| {
                view! {
                    <fieldset class="field">
                        <span class="label">{say(&name::field(Field::AddOns))}</span>
                        <div class="boxes">{add_on_boxes(add_ons, had_set, chosen)}</div>
                    </fieldset>
                }
            })}
    };
    let (save_label, note) = (Signal::derive(|| t!(save)), Signal::default());
    view! {
        <Dialog title=t!(users_licence_of, name) narrow=true on_close=move || form.close()>
            {form_frame(form, save_label, note, form.said_whole(), Callback::new(save), fields.into_any())}
        </Dialog>
    }
}
