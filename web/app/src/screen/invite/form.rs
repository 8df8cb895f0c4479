//! What the form holds, the command that it makes, and which reason against it belongs to which field.

use super::Mode;
use crate::{language::t, state::App, text};
use leptos::prelude::*;
use rollcall_core::{
    Command, Refusal, Refusals,
    access::AGENT,
    command::{InviteUser, NewUser, PrepareUser, RoleChoice},
    id::{LicenceId, RoleId, TeamId, UserId},
    model::{Profile, RoleScope, Scope},
    query::{InviteOptions, RoleOption},
    refusal::Field,
    value::{Email, FullName},
};
use std::collections::BTreeSet;

/// The form. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Form {
    app: App,
    /// What the form does not show of the user; of refused work that is corrected, the rest of it.
    base: StoredValue<NewUser>,
    pub mode: RwSignal<Mode>,
    pub email: RwSignal<String>,
    pub name: RwSignal<String>,
    pub role: RwSignal<String>,
    pub plan: RwSignal<String>,
    pub team: RwSignal<String>,
    pub add_ons: RwSignal<BTreeSet<LicenceId>>,
    /// Whether the e-mail field was left with something in it.
    pub left: RwSignal<bool>,
    /// Whether sending was tried: from then on everything that is missing is said.
    pub tried: RwSignal<bool>,
    /// What came back when it was sent.
    pub refused: RwSignal<Option<String>>,
    roles: StoredValue<Vec<RoleOption>>,
    refusals: Memo<Vec<Refusal>>,
}

impl Form {
    /// An empty form, or one to correct what was refused.
    pub fn new(app: App, mode: Mode, options: &InviteOptions, from: Option<NewUser>) -> Self {
        match from {
            None => Self::empty(app, mode, options),
            Some(from) => {
                let form = Self::empty(app, mode, options);
                form.fill(from);
                form
            }
        }
    }

    fn fill(self, from: NewUser) {
        self.email.set(from.email.as_ref().map(ToString::to_string).unwrap_or_default());
        self.name.set(from.profile.full_name.as_ref().map(ToString::to_string).unwrap_or_default());
        self.role.set(from.role.map(|choice| choice.role.to_string()).unwrap_or_default());
        self.plan.set(from.licence.map(|licence| licence.to_string()).unwrap_or_default());
        self.team.set(from.teams.first().map(ToString::to_string).unwrap_or_default());
        self.add_ons.set(from.add_ons.iter().copied().collect());
        self.tried.set(true);
        self.base.set_value(from);
    }

    fn empty(app: App, mode: Mode, options: &InviteOptions) -> Self {
        let role = options.roles.iter().find(|role| role.id == AGENT).map(|role| role.id.to_string());
        let free = options.plans.iter().find(|plan| plan.left() != Some(0)).map(|plan| plan.id.to_string());
        let (mode, email, name) = (RwSignal::new(mode), RwSignal::new(String::new()), RwSignal::new(String::new()));
        let role = RwSignal::new(role.unwrap_or_default());
        let plan = RwSignal::new(free.unwrap_or_default());
        let team = RwSignal::new(String::new());
        let add_ons = RwSignal::new(BTreeSet::new());
        let roles = StoredValue::new(options.roles.clone());
        let mut form = Self {
            app,
            base: StoredValue::new(NewUser::blank(UserId::new(rollcall_client::new_id()))),
            mode,
            email,
            name,
            role,
            plan,
            team,
            add_ons,
            left: RwSignal::new(false),
            tried: RwSignal::new(false),
            refused: RwSignal::new(None),
            roles,
            refusals: Memo::new(|_| Vec::new()),
        };
        let draft = form;
        form.refusals = Memo::new(move |_| draft.dry_run());
        form
    }

    /// What the rules say to the form as it stands; an address that is none yet is tried with one that fits.
    fn dry_run(self) -> Vec<Refusal> {
        let email = self.email.with(|email| Email::parse(email)).or_else(|_| Email::parse("nobody@rollcall.invalid"));
        let Ok(email) = email else { return Vec::new() };
        let placeholder = email.as_str().ends_with("rollcall.invalid");
        let command = self.command(email);
        let refusals =
            self.app.ask(|replica, now| replica.check(&command, now).err().map(Refusals::into_vec).unwrap_or_default());
        let mut refusals = refusals.unwrap_or_default();
        if placeholder {
            refusals.retain(|refusal| refusal.field() != Some(Field::Email));
        }
        refusals
    }

    fn command(self, email: Email) -> Command {
        let team: Option<TeamId> = self.team.with(|team| team.parse().ok());
        let role: Option<RoleId> = self.role.with(|role| role.parse().ok());
        let scope = role.and_then(|id| {
            self.roles.with_value(|roles| roles.iter().find(|role| role.id == id).map(|role| role.scope))
        });
        let role = role.map(|role| RoleChoice {
            role,
            scope: match (scope, team) {
                (Some(RoleScope::Organisation), _) => Scope::Organisation,
                (Some(RoleScope::Team), Some(team)) => Scope::Team(team),
                _ => Scope::Own,
            },
        });
        let full_name = self.name.with(|name| FullName::parse(name)).ok();
        let base = self.base.get_value();
        // The form shows one team; others that were asked for stay.
        let others = base.teams.iter().skip(1).copied().filter(|other| Some(*other) != team);
        let new = NewUser {
            email: Some(email),
            profile: Profile { full_name, ..base.profile.clone() },
            licence: self.plan.with(|plan| plan.parse().ok()),
            add_ons: self.add_ons.with(|add_ons| add_ons.iter().copied().collect()),
            role,
            teams: team.into_iter().chain(others).collect(),
            ..base.clone()
        };
        match self.mode.get() {
            Mode::Invite => InviteUser(new).into(),
            Mode::Prepare => PrepareUser(new).into(),
        }
    }

    /// The command, when nothing speaks against it, and what to say when it is taken.
    pub fn ready(self) -> Option<(Command, String)> {
        untrack(|| {
            let email = self.email.with(|email| Email::parse(email)).ok()?;
            let named = self.name.with(|name| name.trim().is_empty() || FullName::parse(name).is_ok());
            if !named || self.refusals.with(|refusals| !refusals.is_empty()) {
                return None;
            }
            let said = match (self.mode.get(), self.app.is_online()) {
                (Mode::Invite, true) => t!(invitation_sent, name = email.to_string()),
                (Mode::Invite, false) => t!(invitation_sent_later, name = email.to_string()),
                (Mode::Prepare, _) => t!(invite_prepared, email = email.to_string()),
            };
            Some((self.command(email), said))
        })
    }

    fn words(self, field: Field) -> Option<String> {
        let refusals = self.refusals.get();
        self.app.ask_once(|replica, _| text::at_field(&refusals, field, Some(replica.view()))).flatten()
    }

    /// What speaks against a field.
    pub fn at(self, field: Field) -> Signal<Option<String>> {
        Signal::derive(move || self.words(field))
    }

    pub fn email_error(self) -> Signal<Option<String>> {
        Signal::derive(move || {
            let wrong = self.email.with(|email| Email::parse(email)).err();
            match wrong {
                Some(error) => (self.tried.get() || self.left.get()).then(|| text::value_error(error)),
                None => self.words(Field::Email),
            }
        })
    }

    pub fn name_error(self) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.name.with(|name| {
                if name.trim().is_empty() { None } else { FullName::parse(name).err().map(text::value_error) }
            })
        })
    }

    /// A team is missing only after one is needed and sending was tried, or the role says so.
    pub fn team_error(self, wanted: Memo<bool>) -> Signal<Option<String>> {
        Signal::derive(move || {
            let missing = wanted.get() && self.team.with(String::is_empty);
            match missing {
                true => self.tried.get().then(|| t!(invite_choose_team)),
                false => self.words(Field::Team).or_else(|| self.words(Field::Scope)),
            }
        })
    }

    /// What speaks against the form as a whole.
    pub fn general(self) -> Option<String> {
        if let Some(said) = self.refused.get() {
            return Some(said);
        }
        let shown = [Field::Email, Field::Role, Field::Licence, Field::Team, Field::Scope];
        let rest: Vec<Refusal> = self.refusals.with(|refusals| {
            let other = |refusal: &&Refusal| refusal.field().is_none_or(|field| !shown.contains(&field));
            refusals.iter().filter(other).cloned().collect()
        });
        // Who may invite into teams only is told so at the team, once one is chosen wrongly.
        let team_open =
            self.team.with(String::is_empty) && rest.iter().all(|r| matches!(r, Refusal::NotAllowed { .. }));
        if rest.is_empty() || (team_open && !self.tried.get()) {
            return None;
        }
        self.app.ask_once(|replica, _| text::refusals(&rest, Some(replica.view())))
    }
}
