//! Gives a user another plan and other add-ons (S0.3, S2.7). The dry run says what speaks against the choice.

use super::Page;
use crate::{
    language::{say, t},
    screen::seats::{add_on_boxes, plan_choice},
    text,
    ui::{
        banner::Banner,
        button::Button,
        dialog::Dialog,
        icon::Icon,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Refusal, Refusals,
    command::SetLicence,
    id::{LicenceId, UserId},
    model::LicenceKind,
    query::licence_usage,
    refusal::Field,
};
use rollcall_words::name;
use std::collections::BTreeSet;

/// The dialog.
#[component]
pub fn LicenceDialog(id: UserId, on_close: impl Fn() + Clone + Send + Sync + 'static) -> impl IntoView {
    let page: Page = expect_context();
    let app = page.app;
    let known = app.ask_once(|replica, _| {
        let user = replica.view().user(id)?;
        Some((user.display_name().to_owned(), user.licence, user.add_ons.clone(), licence_usage(replica.view())))
    });
    let (name, had, had_add_ons, usage) = known.flatten().unwrap_or_default();
    let (plans, add_ons): (Vec<_>, Vec<_>) = usage.into_iter().partition(|usage| usage.kind == LicenceKind::Plan);
    let had_set: BTreeSet<LicenceId> = had_add_ons.iter().copied().collect();
    let plan = RwSignal::new(had.map(|id| id.to_string()).unwrap_or_default());
    let chosen = RwSignal::new(had_set.clone());
    let mut choices = vec![Choice::new("", t!(no_licence))];
    choices.extend(plans.iter().map(|usage| plan_choice(usage, had == Some(usage.id))));
    let command = move || SetLicence {
        user: id,
        licence: plan.with(|plan| plan.parse().ok()),
        add_ons: chosen.with(|chosen| chosen.iter().copied().collect()),
    };
    let refusals = Memo::new(move |_| {
        let command = command().into();
        app.ask(|replica, now| replica.check(&command, now).err().map(Refusals::into_vec).unwrap_or_default())
            .unwrap_or_default()
    });
    let said = move |which: fn(&Refusal) -> bool| {
        let mine: Vec<_> = refusals.get().into_iter().filter(which).collect();
        (!mine.is_empty()).then(|| app.ask_once(|r, _| text::refusals(&mine, Some(r.view()))).unwrap_or_default())
    };
    let unchanged = Memo::new(move |_| refusals.with(|r| r.contains(&Refusal::NothingToChange)));
    let plan_error = Signal::derive(move || said(|r| r.field() == Some(Field::Licence)));
    let other = move || said(|r| r.field() != Some(Field::Licence) && *r != Refusal::NothingToChange);
    let busy = RwSignal::new(false);
    let close = on_close.clone();
    let cancel = on_close.clone();
    let undo = SetLicence { user: id, licence: had, add_ons: had_add_ons };
    let submit = move || {
        if untrack(|| refusals.with(|r| !r.is_empty())) {
            return;
        }
        busy.set(true);
        let (close, undo) = (close.clone(), undo.clone());
        app.issue(untrack(command), move |result| {
            busy.set(false);
            match result {
                Ok(_) => {
                    close();
                    app.toasts.say_undo(t!(users_licence_changed), move || {
                        app.issue_saying(undo, t!(users_licence_restored), None);
                    });
                }
                Err(error) => app.toasts.warn(app.issue_error(&error)),
            }
        });
    };
    let has_add_ons = !add_ons.is_empty();
    view! {
        <Dialog title=t!(users_licence_of, name) narrow=true on_close=on_close>
            <form
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    submit();
                }
            >
                <div class="body">
                    {move || other().map(|said| view! { <Banner tone="bad" sign=Icon::Alert><p>{said}</p></Banner> })}
                    <SelectField id="licence-plan" label=say(&name::field(Field::Licence)) choices=choices value=plan error=plan_error />
                    {has_add_ons
                        .then(|| {
                            view! {
                                <fieldset class="field">
                                    <span class="label">{say(&name::field(Field::AddOns))}</span>
                                    <div class="boxes">{add_on_boxes(add_ons, had_set, chosen)}</div>
                                </fieldset>
                            }
                        })}
                </div>
                <div class="foot">
                    <Button label=t!(cancel) on_click=Callback::new(move |_| cancel()) />
                    <Button label=t!(save) kind="primary" submit=true busy=busy disabled=unchanged />
                </div>
            </form>
        </Dialog>
    }
}
