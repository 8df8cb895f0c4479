//! Gives a user a role or a single permission, in place of its roles or besides them, and says until when (S2.10, S2.23, S3.7).

use super::{One, parts};
use crate::{
    browser,
    form::{Form, form_frame},
    language::{say, t},
    screen::place::{asks_place, scope, wide_choices},
    text,
    ui::{
        banner::Banner,
        dialog::Dialog,
        field::Field as Frame,
        icon::Icon,
        select::{Choice, SelectField},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Command, Timestamp,
    command::{GiveGrant, ReplaceRoles, RoleChoice},
    model::{Grant, GrantKey, Granted, RoleScope, RoleScopes, Scope},
    query::{bulk_options, permission_options},
    refusal::Field,
};
use rollcall_words::name;
use std::{str::FromStr, sync::Arc};

/// What the dialog is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Giving {
    Role,
    Replace,
    /// A single permission.
    Single,
    /// Until when this one holds.
    End(Grant),
}

/// Something to choose: its value, its name, where it may be given.
type Offer = (Granted, String, RoleScopes);

/// The dialog.
pub fn give(one: One, what: Giving, on_close: Callback<()>) -> AnyView {
    let app = one.app;
    let form = Form::new(app, on_close).minded();
    let known = app.ask_once(|replica, now| {
        let (view, context) = (replica.view(), replica.context(now));
        match what {
            Giving::Role | Giving::Replace => {
                let options = bulk_options(view, &context);
                let roles = options.roles.into_iter();
                let roles: Vec<Offer> =
                    roles.map(|role| (Granted::Role(role.id), role.name.to_string(), role.scopes)).collect();
                (roles, options.role_teams)
            }
            Giving::Single => {
                let options = permission_options(view, &context, one.id);
                let each = options.permissions.iter().map(|option| {
                    let what = Granted::from(option.permission);
                    (what, say(&name::granted(what, view)), option.scopes)
                });
                (each.collect(), options.teams)
            }
            Giving::End(grant) => {
                let what = grant.key.what;
                (vec![(what, say(&name::granted(what, view)), RoleScopes::from(grant.key.scope.reach()))], Vec::new())
            }
        }
    });
    let (options, teams) = known.unwrap_or_default();
    let options = Arc::new(options);
    let chosen = form.choice(&[Field::Role], String::new());
    let place = form.choice(&[Field::Scope, Field::Team], String::new());
    let until = form.choice(
        &[Field::Until],
        match what {
            Giving::End(grant) => grant.until.map(parts::day_of).unwrap_or_default(),
            _ => String::new(),
        },
    );
    let picked = {
        let options = options.clone();
        move || chosen.text.with(|chosen| options.get(usize::from_str(chosen).ok()?).cloned())
    };
    let reach = {
        let picked = picked.clone();
        Memo::new(move |_| picked().map(|(_, _, scopes)| scopes))
    };
    let places = Signal::derive(move || {
        let scopes = reach.get().unwrap_or(RoleScopes::NONE);
        let mut places = vec![Choice::new("", t!(choose_scope))];
        places.extend(wide_choices(scopes));
        if scopes.has(RoleScope::Team) {
            places.extend(teams.iter().map(|(id, name)| Choice::new(id, name.to_string())));
        }
        places
    });
    let command = move || -> Option<Command> {
        let ends = until.text.with(|day| parts::end_of(day));
        if let Giving::End(grant) = what {
            return Some(GiveGrant { grant: grant.key, until: ends }.into());
        }
        let (granted, _, scopes) = picked()?;
        let scope = place.text.with(|place| scope(scopes, place))?;
        Some(made(one, what, granted, scope, ends))
    };
    let refused = {
        let command = command.clone();
        Memo::new(move |_| {
            let command = command()?;
            let refusals = app.ask(|replica, now| replica.check(&command, None, now).err()).flatten()?;
            app.ask_once(|replica, _| text::refusals(&refusals, Some(replica.view())))
        })
    };
    let comes = {
        let command = command.clone();
        Memo::new(move |_| {
            let command = command().filter(|_| refused.with(Option::is_none))?;
            let impact = app.engine()?.dry_run(&command).ok()?;
            app.ask_once(|replica, _| text::bulk::impact(&impact, true, replica.view()))
        })
    };
    let ready = {
        let command = command.clone();
        Memo::new(move |_| command().is_some() && refused.with(Option::is_none))
    };
    form.idle_while(Signal::derive(move || !ready.get()));
    let save = move |()| {
        let Some(command) = untrack(&command) else { return };
        let undo = app.ask_once(|replica, _| command.undo(replica.view())).flatten();
        let said = match what {
            Giving::End(_) => t!(user_end_changed),
            Giving::Replace => t!(user_roles_replaced),
            Giving::Role | Giving::Single => t!(user_given),
        };
        form.issue(command, move || app.say_done(said, undo, t!(undone)));
    };
    let who = one.name();
    let (title, label, choose) = match what {
        Giving::Role => (t!(user_give_role_title, who), say(&name::field(Field::Role)), t!(choose_role)),
        Giving::Replace => (t!(user_replace_title, who), say(&name::field(Field::Role)), t!(choose_role)),
        Giving::Single => (t!(user_give_permission_title, who), t!(user_permission), t!(user_choose_permission)),
        Giving::End(_) => {
            let name = options.first().map(|(_, name, _)| name.clone()).unwrap_or_default();
            (t!(user_end_title, name), String::new(), String::new())
        }
    };
    let ends = matches!(what, Giving::End(_));
    let mut choices = vec![Choice::new("", choose)];
    choices.extend(options.iter().enumerate().map(|(at, (_, name, _))| Choice::new(at, name.clone())));
    let advice = (what == Giving::Single)
        .then(|| view! { <Banner tone="warn" sign=Icon::Alert><p>{t!(user_permission_advice)}</p></Banner> });
    browser::focus(if ends { "give-until" } else { "give-what" });
    let asks = move || !ends && reach.get().is_some_and(asks_place);
    let fields = view! {
        {advice}
        {(!ends).then(|| view! { <SelectField id="give-what" label=label choices=choices value=chosen.text /> })}
        <Show when=asks>
            <SelectField id="give-where" label=say(&name::field(Field::Scope)) choices=places value=place.text />
        </Show>
        {(what != Giving::Replace)
            .then(|| {
                view! {
                    <Frame id="give-until" label=t!(user_until) optional=true hint=Signal::derive(|| t!(user_until_hint))>
                        <input
                            id="give-until"
                            class="input"
                            type="date"
                            aria-describedby="give-until-note"
                            prop:value=move || until.text.get()
                            on:input=move |event| until.text.set(event_target_value(&event))
                        />
                    </Frame>
                }
            })}
        {move || {
            comes
                .get()
                .filter(|lines| !lines.is_empty())
                .map(|lines| {
                    view! { <ul class="consequences">{lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}</ul> }
                })
        }}
    };
    let general = Signal::derive(move || refused.get());
    let save_label = Signal::derive(move || match what {
        Giving::Role | Giving::Single => t!(user_give_yes),
        Giving::Replace => t!(user_replace_yes),
        Giving::End(_) => t!(save),
    });
    let note = Signal::derive(move || if app.is_online() { String::new() } else { t!(ask_offline) });
    view! {
        <Dialog title=title narrow=true on_close=move || form.close()>
            {form_frame(form, save_label, note, general, Callback::new(save), fields.into_any())}
        </Dialog>
    }
    .into_any()
}

fn made(one: One, what: Giving, granted: Granted, scope: Scope, until: Option<Timestamp>) -> Command {
    match (what, granted) {
        (Giving::Replace, Granted::Role(role)) => {
            let choice = RoleChoice { role, scope };
            let all = one.app.ask_once(|replica, _| ReplaceRoles::all(replica.view(), one.id, choice));
            all.unwrap_or_else(|| ReplaceRoles { user: one.id, take: Vec::new(), give: Vec::new() }).into()
        }
        _ => GiveGrant { grant: GrantKey { user: one.id, what: granted, scope }, until }.into(),
    }
}
