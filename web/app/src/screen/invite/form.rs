//! What the form holds, the command that it makes, and what is said of it as a whole.

use super::Mode;
use crate::{
    form::{Entry, Form, MomentEntry, zone_of},
    language::t,
    screen::{
        numbering::{LineFields, NumberField},
        place::{place_of, scope},
    },
    state::App,
    text,
};
use leptos::prelude::*;
use rollcall_core::{
    Command, Refusal, Timestamp,
    access::AGENT,
    api::AskHandOver,
    command::{Handed, InviteUser, NewUser, PrepareUser, RoleChoice, ScheduleInvitation},
    id::{LicenceId, RoleId, TeamId, UserId},
    model::{Profile, RoleScopes, Scope},
    query::{InviteOptions, RoleOption},
    refusal::Field,
    value::{Email, FullName, Login, ValueError},
};
use rollcall_view::secret;
use std::collections::BTreeSet;

/// In milliseconds.
const HOUR: i64 = 3_600_000;

/// The form for a new user. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct NewUserForm {
    app: App,
    pub form: Form,
    /// What the form does not show of the user; of refused work that is corrected, the rest of it.
    base: StoredValue<NewUser>,
    pub mode: RwSignal<Mode>,
    pub email: Entry,
    pub name: Entry,
    pub login: Entry,
    /// The password that the person changes at its first sign-in.
    pub password: Entry,
    pub role: Entry,
    /// Where the role holds, when that is not in the team.
    pub place: Entry,
    pub plan: Entry,
    pub team: Entry,
    pub add_ons: RwSignal<BTreeSet<LicenceId>>,
    pub line: LineFields,
    pub number: NumberField,
    /// When the invitation is sent, where that is asked for.
    pub moment: MomentEntry,
    roles: StoredValue<Vec<RoleOption>>,
}

impl NewUserForm {
    /// An empty form, or one to correct what was refused.
    pub fn new(form: Form, app: App, mode: Mode, options: &InviteOptions, from: Option<NewUser>) -> Self {
        let refused = from.is_some();
        let base = from.unwrap_or_else(|| NewUser {
            role: options
                .roles
                .iter()
                .find(|role| role.id == AGENT)
                .map(|role| RoleChoice { role: role.id, scope: Scope::Own }),
            licence: options.plans.iter().find(|plan| plan.left() != Some(0)).map(|plan| plan.id),
            ..NewUser::blank(UserId::new(rollcall_client::new_id()))
        });
        let text = |value: Option<String>| value.unwrap_or_default();
        let first: BTreeSet<LicenceId> = base.add_ons.iter().copied().collect();
        let add_ons = RwSignal::new(first.clone());
        form.part(Signal::derive(move || add_ons.with(|chosen| *chosen != first)));
        let mode = RwSignal::new(mode);
        let known = app.ask_once(|replica, now| {
            let own = base.profile.time_zone.clone();
            // Tomorrow, on the hour.
            (own.or_else(|| zone_of(replica.view(), None)), Timestamp((now.0 / HOUR + 24) * HOUR))
        });
        let (zone, tomorrow) = known.unwrap_or_default();
        let by_password = move || mode.get() == Mode::Password;
        // What one of the ways does not ask for is not wrong there.
        let wanted = |wrong: Result<(), ValueError>| wrong.err().map(text::value_error);
        let new = Self {
            app,
            form,
            mode,
            email: form.typed(&[Field::Email], text_of(&base.email), move |email| {
                if by_password() { None } else { wanted(Email::parse(email).map(drop)) }
            }),
            name: form.typed(&[Field::FullName], text_of(&base.profile.full_name), move |name| {
                if name.trim().is_empty() && !by_password() { None } else { wanted(FullName::parse(name).map(drop)) }
            }),
            login: form.typed(&[Field::Login], text_of(&base.login), move |login| {
                if by_password() { wanted(Login::parse(login).map(drop)) } else { None }
            }),
            password: form.typed(&[Field::Password], String::new(), move |password| {
                if by_password() { secret::wrong(password, false) } else { None }
            }),
            role: form.choice(&[Field::Role], text(base.role.map(|choice| choice.role.to_string()))),
            place: form.choice(&[], base.role.map(|choice| place_of(choice.scope)).unwrap_or_default()),
            plan: form.choice(&[Field::Licence], text(base.licence.map(|licence| licence.to_string()))),
            team: form.choice(&[Field::Team, Field::Scope], text(base.teams.first().map(ToString::to_string))),
            add_ons,
            line: LineFields::new(app, form, base.line.clone(), true),
            number: NumberField::new(app, form, base.id, base.number),
            moment: MomentEntry::new(app, form, &[Field::InviteAt], zone, tomorrow, move || mode.get() == Mode::At),
            roles: StoredValue::new(options.roles.clone()),
            base: StoredValue::new(base),
        };
        form.tries(move || new.command());
        if refused {
            form.show_all();
        }
        new
    }

    /// Where the chosen role can be given; tracked.
    pub fn scopes(self) -> RoleScopes {
        let chosen: Option<RoleId> = self.role.text.with(|role| role.parse().ok());
        let scopes =
            self.roles.with_value(|roles| roles.iter().find(|role| Some(role.id) == chosen).map(|role| role.scopes));
        scopes.unwrap_or(RoleScopes::NONE)
    }

    /// The command that the form makes as it stands: what is not there yet, or is no value, is left out.
    pub fn command(self) -> Command {
        let team: Option<TeamId> = self.team.text.with(|team| team.parse().ok());
        let role: Option<RoleId> = self.role.text.with(|role| role.parse().ok());
        let scopes = self.scopes();
        let place = self.place.text.get();
        let place = if place.is_empty() { self.team.text.get() } else { place };
        let role = role.map(|role| RoleChoice { role, scope: scope(scopes, &place).unwrap_or(Scope::Own) });
        let base = self.base.get_value();
        // The form shows one team; others that were asked for stay.
        let others = base.teams.iter().skip(1).copied().filter(|other| Some(*other) != team);
        let by_password = self.mode.get() == Mode::Password;
        let (email, login) = match by_password {
            true => (None, self.login.value(Login::parse)),
            false => (self.email.value(Email::parse), base.login.clone()),
        };
        let add_ons = self.add_ons.with(|add_ons| add_ons.iter().copied().collect());
        let new = NewUser {
            email,
            login,
            profile: Profile { full_name: self.name.value(FullName::parse), ..base.profile.clone() },
            licence: self.plan.text.with(|plan| plan.parse().ok()),
            add_ons: if by_password { Vec::new() } else { add_ons },
            role,
            line: self.line.line(),
            number: self.number.value(),
            teams: team.into_iter().chain(others).collect(),
            ..base.clone()
        };
        match self.mode.get() {
            Mode::Invite => InviteUser(new).into(),
            Mode::At | Mode::Prepare | Mode::Password => PrepareUser(new).into(),
        }
    }

    /// What follows when the user is there: the order to send its invitation at a moment.
    pub fn later(self) -> Option<Command> {
        let Command::PrepareUser(PrepareUser(new)) = self.command() else { return None };
        let at = self.moment.value().filter(|_| self.mode.get() == Mode::At)?;
        Some(ScheduleInvitation { user: new.id, at: Some(at) }.into())
    }

    /// What the server is asked that makes the user with its password.
    pub fn handed(self) -> Option<(UserId, AskHandOver)> {
        let Command::PrepareUser(PrepareUser(new)) = self.command() else { return None };
        let password = Some(self.password.text.get());
        Some((new.id, AskHandOver { what: Handed::Password, password, new: Some(new) }))
    }

    /// What to say when the command was taken.
    pub fn taken(self) -> String {
        let named = if self.mode.get_untracked() == Mode::Password { self.login } else { self.email };
        let name = named.text.with_untracked(|name| name.trim().to_owned());
        match (self.mode.get_untracked(), untrack(|| self.app.is_online())) {
            (Mode::Invite, true) => t!(invitation_sent, name),
            (Mode::Invite, false) => t!(invitation_sent_later, name),
            (Mode::At, _) => t!(invite_at_done, email = name),
            (Mode::Prepare, _) => t!(invite_prepared, email = name),
            (Mode::Password, _) => t!(invite_password_done, login = name),
        }
    }

    /// A team is missing only after one is needed and sending was tried, or the role says so.
    pub fn team_error(self, wanted: Memo<bool>) -> Signal<Option<String>> {
        let error = self.team.error();
        Signal::derive(move || match wanted.get() && self.team.text.with(String::is_empty) {
            true => self.form.is_tried().then(|| t!(invite_choose_team)),
            false => error.get(),
        })
    }

    /// What speaks against the form as a whole.
    pub fn general(self) -> Signal<Option<String>> {
        Signal::derive(move || {
            let rest = self.form.general();
            // Somebody who may invite into teams only sees that at the team, once a wrong one is chosen.
            let team_open = self.team.text.with(String::is_empty)
                && rest.iter().all(|refusal| matches!(refusal, Refusal::NotAllowed { .. }));
            if rest.is_empty() || (team_open && !self.form.is_tried()) {
                return None;
            }
            self.app.ask_once(|replica, _| text::refusals(&rest, Some(replica.view())))
        })
    }
}

/// What a field begins with.
fn text_of(value: &Option<impl ToString>) -> String {
    value.as_ref().map(ToString::to_string).unwrap_or_default()
}
