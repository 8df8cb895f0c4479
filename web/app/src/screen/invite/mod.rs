//! The form for a new user: invited at once, or prepared to be invited later (S0.2–S0.8, S2.13). It is tried dry while
//! it is filled in, so every reason against it stands at its field before anything is sent.

mod form;
mod system;

use crate::{
    browser,
    form::{Form, form_frame, password_field},
    language::{say, t},
    later::{Apart, later},
    screen::{
        place::wide_choices,
        seats::{add_on_boxes, plan_choice},
    },
    state::{Stage, app},
    ui::{
        banner::Banner,
        dialog::Dialog,
        field::TextField,
        icon::Icon,
        select::{Choice, SelectField},
    },
};
use form::NewUserForm;
use leptos::prelude::*;
use rollcall_client::api;
use rollcall_core::{command::NewUser, model::RoleScope, query::invite_options, refusal::Field};
use rollcall_words::name;
use std::collections::BTreeSet;

/// What happens with the new user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Invite,
    /// It is prepared, and the server sends the invitation at a moment.
    At,
    Prepare,
    /// It signs in with a log-in name and a password that is said here, and changes that (S3.3).
    Password,
}

/// What is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Making {
    Person(Mode),
    /// A bridge, an attendant, a queue or a service (S4.1).
    System,
}

/// Opens the dialog, which lies in a file of its own (`screen/cut.rs`).
pub fn invite(making: Making, on_close: Callback<()>) -> AnyView {
    let apart: Apart = expect_context();
    provide_context(Wanted { making, on_close });
    later(apart.invite, String::new())
}

/// Which dialog is opened.
#[derive(Clone, Copy)]
struct Wanted {
    making: Making,
    on_close: Callback<()>,
}

/// The dialog that was opened.
#[component]
pub fn Opened() -> impl IntoView {
    let Wanted { making, on_close } = expect_context();
    match making {
        Making::Person(mode) => view! { <Invite mode=mode on_close=on_close /> }.into_any(),
        Making::System => system::dialog(on_close),
    }
}

/// The dialog.
#[component]
pub fn Invite(
    mode: Mode,
    /// Refused work to correct.
    #[prop(optional, into)]
    from: Option<NewUser>,
    /// Hears that the command was taken.
    #[prop(optional)]
    on_taken: Option<Callback<()>>,
    on_close: Callback<()>,
) -> impl IntoView {
    let app = app();
    let options = app.ask_once(|replica, now| invite_options(replica.view(), &replica.context(now)));
    let Some(options) = options else { return ().into_any() };
    let new = NewUserForm::new(Form::new(app, on_close).minded(), app, mode, &options, from);
    let form = new.form;
    browser::focus("invite-email");

    let mut plans = vec![Choice::new("", t!(no_licence))];
    plans.extend(options.plans.iter().map(|usage| plan_choice(usage, false)));
    let mut roles = vec![Choice::new("", t!(invite_no_role))];
    roles.extend(options.roles.iter().map(|role| Choice::new(role.id, role.name.to_string())));
    let mut teams = vec![Choice::new("", t!(invite_no_team))];
    teams.extend(options.teams.iter().map(|(id, name)| Choice::new(id, name.to_string())));
    let team_needed = options.team_needed;
    let scopes = Memo::new(move |_| new.scopes());
    let in_team = move || {
        let scopes = scopes.get();
        scopes.has(RoleScope::Team) && (scopes.only().is_some() || new.place.text.with(String::is_empty))
    };
    let wants_team = Memo::new(move |_| team_needed || in_team());
    let places = Signal::derive(move || {
        let scopes = scopes.get();
        let mut places = Vec::new();
        places.extend(scopes.has(RoleScope::Team).then(|| Choice::new("", t!(scope_team))));
        places.extend(wide_choices(scopes));
        places
    });
    let has_teams = !options.teams.is_empty();
    let has_plans = !options.plans.is_empty();
    let add_ons = options.add_ons.clone();
    let numbered = options.may_assign_numbers;
    let seats = options.refusals.is_empty();

    let title = Signal::derive(move || match new.mode.get() {
        Mode::Invite => t!(invite_user),
        Mode::At => t!(invite_at_title),
        Mode::Prepare => t!(prepare_user),
        Mode::Password => t!(invite_password_title),
    });
    let action = Signal::derive(move || match new.mode.get() {
        Mode::Invite => t!(send_invitation),
        Mode::At => t!(invite_at_save),
        Mode::Prepare => t!(invite_save_prepared),
        Mode::Password => t!(invite_password_save),
    });
    let note = Signal::derive(move || match (new.mode.get(), app.is_online()) {
        (Mode::Invite, true) => t!(invite_note),
        (Mode::Invite, false) => t!(invite_note_offline),
        (Mode::At, true) => t!(invite_at_note),
        (Mode::At, false) => t!(invite_at_note_offline),
        (Mode::Prepare, _) => t!(invite_note_prepared),
        (Mode::Password, true) => t!(invite_password_note),
        (Mode::Password, false) => t!(hand_over_offline),
    });
    let by_password = move || new.mode.get() == Mode::Password;
    // Nobody but the server can do it.
    form.idle_while(Signal::derive(move || by_password() && !app.is_online()));
    let save = move |()| {
        let said = new.taken();
        if untrack(by_password) {
            let Stage::Open(_, place) = app.stage.get_untracked() else { return };
            let Some((user, asked)) = untrack(|| new.handed()) else { return };
            form.send(async move { api::hand_over(place.tenant, user, &asked).await }, move |answer| {
                answer.err().or_else(|| {
                    app.toasts.say(said);
                    form.end();
                    if let Some(taken) = on_taken {
                        taken.run(());
                    }
                    None
                })
            });
            return;
        }
        let later = untrack(|| new.later());
        form.issue(untrack(|| new.command()), move || {
            match later {
                Some(later) => app.issue_saying(later.into(), said, None),
                None => app.toasts.say(said),
            }
            if let Some(taken) = on_taken {
                taken.run(());
            }
        });
    };
    let choice = move |mine: Mode, label: String, off: bool| {
        view! {
            <label>
                <input
                    type="radio"
                    name="invite-mode"
                    disabled=off
                    prop:checked=move || new.mode.get() == mine
                    on:change=move |_| new.mode.set(mine)
                />
                {label}
            </label>
        }
    };
    let fields = view! {
                    <div class="choices" role="radiogroup" aria-label=t!(invite_what)>
                        {choice(Mode::Invite, t!(invite_now), !seats)} {choice(Mode::At, t!(invite_at), !seats)}
                        {choice(Mode::Prepare, t!(invite_later), false)}
                        {options.may_hand_over.then(|| choice(Mode::Password, t!(invite_password), !seats))}
                    </div>
                    <Show when=move || new.mode.get() == Mode::At>{new.moment.draw("invite-at", say(&name::field(Field::InviteAt)))}</Show>
                    {(!seats)
                        .then(|| {
                            view! {
                                <Banner tone="warn" sign=Icon::Info>
                                    <p>{t!(invite_no_seats)}</p>
                                </Banner>
                            }
                        })}
                    <Show
                        when=by_password
                        fallback=move || {
                            view! {
                                <TextField
                                    id="invite-email"
                                    label=t!(field_email)
                                    kind="email"
                                    placeholder=t!(invite_example)
                                    value=new.email.text
                                    error=new.email.error()
                                    on_leave=new.email.leave()
                                />
                                <TextField
                                    id="invite-name"
                                    label=t!(full_name)
                                    optional=true
                                    hint=t!(invite_name_hint)
                                    value=new.name.text
                                    error=new.name.error()
                                    on_leave=new.name.leave()
                                />
                            }
                        }
                    >
                        <TextField
                            id="invite-name"
                            label=t!(full_name)
                            value=new.name.text
                            error=new.name.error()
                            on_leave=new.name.leave()
                        />
                        <TextField
                            id="invite-login"
                            label=say(&name::field(Field::Login))
                            autocomplete="off"
                            value=new.login.text
                            error=new.login.error()
                            on_leave=new.login.leave()
                        />
                        {password_field("invite-password", None, new.password)}
                    </Show>
                    <div class="pair">
                        <SelectField id="invite-role" label=t!(field_role) choices=roles value=new.role.text error=new.role.error() />
                        <Show when=move || has_plans>
                            <SelectField id="invite-plan" label=t!(field_licence) choices=plans.clone() value=new.plan.text error=new.plan.error() />
                        </Show>
                    </div>
                    <Show when=move || { let scopes = scopes.get(); !scopes.is_empty() && scopes.only().is_none() }>
                        <SelectField id="invite-place" label=t!(field_scope) choices=places value=new.place.text />
                    </Show>
                    <Show when=move || has_teams && (!by_password() || wants_team.get())>
                        <SelectField
                            id="invite-team"
                            label=t!(field_team)
                            choices=teams.clone()
                            value=new.team.text
                            optional=false
                            hint=Signal::derive(move || if wants_team.get() { t!(invite_team_hint) } else { String::new() })
                            error=new.team_error(wants_team)
                        />
                    </Show>
                    {numbered.then(|| view! { {new.line.draw()} {new.number.draw()} })}
                    {(!add_ons.is_empty())
                        .then(|| {
                            view! {
                                <fieldset class="field" hidden=by_password>
                                    <span class="label">{t!(field_add_ons)}</span>
                                    <div class="boxes">{add_on_boxes(add_ons, BTreeSet::new(), new.add_ons)}</div>
                                </fieldset>
                            }
                        })}
    };
    view! {
        <Dialog title=title on_close=move || form.close()>
            {form_frame(form, action, note, new.general(), Callback::new(save), fields.into_any())}
        </Dialog>
    }
    .into_any()
}
