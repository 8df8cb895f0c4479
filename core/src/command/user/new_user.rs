//! What prepare, invite and import share: the new user, and the rules for making one.

use crate::command::{
    Decision, Effect,
    draft::{Draft, unless},
    guard, ids, size,
};
use crate::{
    access::{Holding, OWNER, Permission, Permissions},
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::{LicenceId, RoleId, TeamId, UserId},
    model::{
        Grant, GrantKey, GrantSource, Granted, Identifier, Invitation, Line, Membership, Number, Organisation, Profile,
        Scope, User, UserKind, UserState,
    },
    refusal::{Refusal, Refusals, Subject},
    sort,
    value::{Email, ExtraKey, ExtraValue, Login, PhoneNumber, few, few_entries},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::iter::once;

/// A user to be made (S0.3, S1.4–S1.7, S2.4–S2.13, S3.3–S3.6). All but the id may be left out, but it needs something
/// to be identified by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewUser {
    pub id: UserId,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub email: Option<Email>,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub mobile: Option<PhoneNumber>,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub login: Option<Login>,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    pub profile: Profile,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub licence: Option<LicenceId>,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    #[serde(deserialize_with = "few")]
    pub add_ons: Vec<LicenceId>,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub role: Option<RoleChoice>,
    /// An extension from the free ones, and what rings there (S1.6, S1.7).
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub line: Option<Line>,
    /// A free number of the inventory (S0.3, S3.5).
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub number: Option<PhoneNumber>,
    /// Teams to join. Who may invite only into some teams must name at least one of them.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    #[serde(deserialize_with = "few")]
    pub teams: Vec<TeamId>,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    #[serde(deserialize_with = "few_entries")]
    pub extra: BTreeMap<ExtraKey, ExtraValue>,
}

/// A role, and where it is to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoleChoice {
    pub role: RoleId,
    pub scope: Scope,
}

/// What becomes of the new user.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::command) enum Then {
    Prepare,
    Invite,
}

impl NewUser {
    /// A user with nothing but an address.
    pub fn with_email(id: UserId, email: Email) -> Self {
        Self { email: Some(email), ..Self::blank(id) }
    }

    /// The same without what tells who it is.
    #[must_use]
    pub(super) fn erased(self) -> Self {
        let Self { id, licence, add_ons, role, teams, .. } = self;
        Self { licence, add_ons, role, teams, ..Self::blank(id) }
    }

    /// A user with nothing yet. It can't be made before it has something to be identified by.
    pub fn blank(id: UserId) -> Self {
        Self {
            id,
            email: None,
            mobile: None,
            login: None,
            profile: Profile::default(),
            licence: None,
            add_ons: Vec::new(),
            role: None,
            line: None,
            number: None,
            teams: Vec::new(),
            extra: BTreeMap::new(),
        }
    }

    pub(in crate::command) fn decide(
        &self,
        directory: &Directory,
        context: &Context,
        permission: Permission,
        then: Then,
    ) -> Result<Decision, Refusals> {
        let organisation = guard::organisation(directory)?;
        let holding = Holding::of_actor(directory, context)?;
        if !self.held_over(&holding).has(permission) {
            return Err(Refusal::NotAllowed { permission }.into());
        }
        let refusals = self.refusals(directory, organisation, &holding, context, then);
        unless(refusals, || self.made(directory, organisation, context, then))
    }

    /// What the user will be identified by.
    /// The records that it names.
    pub(in crate::command) fn needs(&self) -> Vec<Key> {
        let licences = self.licence.iter().chain(&self.add_ons).copied().map(Key::Licence);
        let role = self.role.iter().flat_map(|choice| once(Key::Role(choice.role)).chain(ids::scope(choice.scope)));
        licences.chain(role).chain(self.teams.iter().copied().map(Key::Team)).collect()
    }

    fn identifiers(&self) -> Vec<Identifier> {
        let email = self.email.clone().map(Identifier::Email);
        let mobile = self.mobile.map(Identifier::Mobile);
        let login = self.login.clone().map(Identifier::Login);
        email.into_iter().chain(mobile).chain(login).collect()
    }

    /// What the actor will hold over the new user: everywhere, and through each team that it joins.
    fn held_over(&self, holding: &Holding) -> Permissions {
        self.teams.iter().fold(holding.everywhere, |held, team| held.and(holding.in_team(*team)))
    }

    /// Why the user can't be made so; all reasons.
    fn refusals(
        &self,
        directory: &Directory,
        organisation: &Organisation,
        holding: &Holding,
        context: &Context,
        then: Then,
    ) -> Vec<Refusal> {
        let held = self.held_over(holding);
        let mut refusals = Vec::new();
        if directory.user(self.id).is_some() || directory.removed_user(self.id).is_some() {
            refusals.push(Refusal::IdInUse);
        }
        let identifiers = self.identifiers();
        if identifiers.is_empty() {
            refusals.push(Refusal::NoIdentifier);
        }
        if then == Then::Invite && self.email.is_none() {
            refusals.push(Refusal::NoEmail);
        }
        refusals.extend(guard::identifiers_free(directory, organisation, &identifiers, self.id));
        refusals.extend(self.role.and_then(|choice| role_refusal(directory, holding, held, self.id, choice)));
        if self.licence.is_some() || !self.add_ons.is_empty() {
            if held.has(Permission::LicenceAssign) {
                refusals.extend(guard::licences(directory, self.licence, &self.add_ons, &[]));
            } else {
                refusals.push(Refusal::NotAllowed { permission: Permission::LicenceAssign });
            }
        }
        if then == Then::Invite {
            refusals.extend(guard::plan(directory, organisation, self.licence));
        }
        if self.line.is_some() || self.number.is_some() {
            if held.has(Permission::NumberAssign) {
                let line = self.line.as_ref();
                refusals.extend(line.and_then(|line| guard::line_free(directory, organisation, self.id, line)));
                refusals.extend(self.number.and_then(|n| guard::number_free(directory, n, self.id, context.now)));
            } else {
                refusals.push(Refusal::NotAllowed { permission: Permission::NumberAssign });
            }
        }
        let brought = self.role.and_then(|choice| directory.role(choice.role)).map_or(0, |role| role.teams.len());
        // The user, its phone, its number and its grant.
        refusals.extend(size::too_many(4 + self.teams.len() + brought));
        if self.extra.len() > 50 {
            refusals.push(Refusal::TooMany { max: 50 });
        }
        for team in &self.teams {
            if directory.team(*team).is_none_or(|team| team.disabled) {
                refusals.push(Refusal::Unknown(Subject::Team));
            } else if !holding.in_team(*team).has(Permission::TeamMembers) {
                refusals.push(Refusal::NotAllowed { permission: Permission::TeamMembers });
            }
        }
        refusals
    }

    fn made(
        &self,
        directory: &Directory,
        organisation: &Organisation,
        context: &Context,
        then: Then,
    ) -> Result<Decision, Refusals> {
        let mut draft = Draft::new(directory);
        let mut add_ons = self.add_ons.clone();
        sort::ascending(&mut add_ons);
        add_ons.dedup();
        let state = if then == Then::Invite { UserState::Invited } else { UserState::Prepared };
        draft.put(Record::User(User {
            profile: self.profile.clone(),
            identifiers: self.identifiers(),
            licence: self.licence,
            add_ons,
            extra: self.extra.clone(),
            invitation: (then == Then::Invite).then(|| invitation(organisation, context, 1)),
            line: self.line.clone(),
            ..User::new(self.id, UserKind::Person, state, context.now)
        }));
        if let Some(line) = &self.line {
            draft.put(Record::Phone(guard::phone_of_line(directory, self.id, line)));
        }
        if let Some(number) = self.number.and_then(|number| directory.number(number)) {
            draft.put(Record::Number(Number { holder: Some(self.id), quarantine_until: None, ..number.clone() }));
        }
        if let Some(RoleChoice { role, scope }) = self.role {
            let key = GrantKey { user: self.id, what: Granted::Role(role), scope };
            draft.put(Record::Grant(Grant { key, source: GrantSource::Hand, until: None }));
        }
        let role = self.role.and_then(|choice| directory.role(choice.role));
        let brought = role.map_or(&[][..], |role| role.teams.as_slice());
        for team in brought.iter().filter(|team| !self.teams.contains(team)) {
            let through = role.map(|role| role.id).into_iter().collect();
            draft.put(Record::Membership(Membership { team: *team, user: self.id, by_hand: false, through }));
        }
        let mut teams: Vec<&TeamId> = self.teams.iter().collect();
        sort::ascending(&mut teams);
        teams.dedup();
        for team in teams {
            let through = role.filter(|role| role.teams.contains(team)).map(|role| role.id).into_iter().collect();
            draft.put(Record::Membership(Membership { team: *team, user: self.id, by_hand: true, through }));
        }
        if then == Then::Invite {
            draft.effect(Effect::SendInvitation { user: self.id });
        }
        draft.done()
    }
}

/// The invitation that a sending makes (S0.7).
pub(in crate::command) fn invitation(organisation: &Organisation, context: &Context, round: u32) -> Invitation {
    Invitation {
        sent: context.now,
        expires: context.now.after(organisation.policy.invitation_lifetime),
        round,
        by: context.actor.person(),
    }
}

/// Why a role can't be given by preparing or inviting (S0.4, invariant 7).
fn role_refusal(
    directory: &Directory,
    holding: &Holding,
    held: Permissions,
    user: UserId,
    choice: RoleChoice,
) -> Option<Refusal> {
    if !held.has(Permission::RoleAssign) {
        return Some(Refusal::NotAllowed { permission: Permission::RoleAssign });
    }
    if choice.role == OWNER {
        return Some(Refusal::OwnerByInvitation);
    }
    let key = GrantKey { user, what: Granted::Role(choice.role), scope: choice.scope };
    let lasting = holding.lasting(directory, None);
    match choice.scope {
        Scope::Own => guard::grantable(directory, &lasting, held, key),
        scope => guard::grantable(directory, &lasting, lasting.within(scope, held), key),
    }
}
