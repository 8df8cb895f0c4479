//! Give a user a role or a single permission (S2.10, S2.23, S3.7), and take it back.

use crate::command::{
    Command, Decision, Intent, Standing, Start, bring,
    draft::{Draft, unless},
    guard, ids, size,
};
use crate::{
    access::{OWNER, Permission},
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Grant, GrantKey, GrantSource, Granted, Scope, UserKind},
    refusal::{Field, Refusal, Refusals, Subject},
    time::Timestamp,
    value::ValueError,
};
use serde::{Deserialize, Serialize};

/// Make or prolong a grant. Needs `role.assign` or `permission.grant` there, and to hold what is
/// given for as long as it is given (invariant 7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GiveGrant {
    pub grant: GrantKey,
    /// When it ends by itself.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub until: Option<Timestamp>,
}

impl Intent for GiveGrant {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.grant.user)
    }

    fn needs(&self) -> Vec<Key> {
        ids::grant(&self.grant)
    }

    fn undo(&self, directory: &Directory) -> Option<Command> {
        Some(match directory.grant(&self.grant) {
            Some(before) => Self { grant: self.grant, until: before.until }.into(),
            None => TakeGrant { grant: self.grant }.into(),
        })
    }

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        let person = directory.user(user)?.kind == UserKind::Person;
        person.then(|| Start::blank(guard::manage(directory, context, user, Permission::RoleAssign)))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let organisation = guard::organisation(directory)?;
        let permission = match self.grant.what {
            Granted::Role(_) => Permission::RoleAssign,
            Granted::Permission(_) => Permission::PermissionGrant,
        };
        let (user, holding) = guard::manage(directory, context, self.grant.user, permission)?;
        let held = holding.within(self.grant.scope, holding.over(directory, user.id));
        if !held.has(permission) {
            return Err(Refusal::NotAllowed { permission }.into());
        }
        let mut refusals = Vec::new();
        if user.kind != UserKind::Person {
            refusals.push(Refusal::NotAPerson);
        }
        refusals.extend(match self.grant.scope {
            // What one may do to oneself gives no power over others; what a role gives inside its teams does.
            Scope::Own => guard::grantable(directory, &holding.lasting(directory, self.until), held, self.grant),
            scope => {
                let lasting = holding.lasting(directory, self.until);
                let held = lasting.within(scope, lasting.over(directory, user.id));
                guard::grantable(directory, &lasting, held, self.grant)
            }
        });
        let role = match self.grant.what {
            Granted::Role(role) => Some(role),
            Granted::Permission(_) => None,
        };
        let ended = |grant: &Grant| grant.until.is_some_and(|until| until <= context.now);
        let other = |grant: &Grant| matches!(grant.key.what, Granted::Role(other) if Some(other) != role);
        let another = directory.grants_of(user.id).any(|grant| other(grant) && !ended(grant));
        if organisation.policy.single_role && role.is_some() && another {
            refusals.push(Refusal::SingleRole);
        }
        if self.until.is_some_and(|until| until <= context.now) {
            refusals.push(Refusal::Invalid { field: Field::Until, error: ValueError::NotARange });
        }
        if role == Some(OWNER) && self.until.is_some() {
            refusals.push(Refusal::OwnerNeverEnds);
        }
        if directory.grant(&self.grant).is_some_and(|grant| grant.until == self.until) {
            refusals.push(Refusal::NothingToChange);
        }
        let brought = role.and_then(|id| directory.role(id)).map_or(0, |role| role.teams.len());
        refusals.extend(size::too_many(1 + brought));
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Grant(Grant { key: self.grant, source: GrantSource::Hand, until: self.until }));
            if let Some(role) = role.and_then(|id| directory.role(id)) {
                role.teams.iter().for_each(|team| bring::join(&mut draft, *team, user.id, role.id));
            }
            draft.done()
        })
    }
}

/// Remove a grant, and the memberships that it brought. Needs what giving it needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TakeGrant {
    pub grant: GrantKey,
}

impl Intent for TakeGrant {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.grant.user)
    }

    fn needs(&self) -> Vec<Key> {
        ids::grant(&self.grant)
    }

    fn undo(&self, directory: &Directory) -> Option<Command> {
        Some(GiveGrant { grant: self.grant, until: directory.grant(&self.grant)?.until }.into())
    }

    fn offered(_directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::Grant(grant) = *about else { return None };
        Some(Start::ready(Self { grant }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let permission = match self.grant.what {
            Granted::Role(_) => Permission::RoleAssign,
            Granted::Permission(_) => Permission::PermissionGrant,
        };
        let (user, holding) = guard::manage(directory, context, self.grant.user, permission)?;
        let held = holding.within(self.grant.scope, holding.over(directory, user.id));
        if !held.has(permission) {
            return Err(Refusal::NotAllowed { permission }.into());
        }
        if directory.grant(&self.grant).is_none() {
            return Err(Refusal::Unknown(Subject::Grant).into());
        }
        let mut refusals = Vec::new();
        if self.grant.what == Granted::Role(OWNER) && !guard::owner_remains(directory, user) {
            refusals.push(Refusal::LastOwner);
        }
        let brought = match self.grant.what {
            Granted::Role(id) => directory.role(id).map_or(0, |role| role.teams.len()),
            Granted::Permission(_) => 0,
        };
        refusals.extend(size::too_many(1 + brought));
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.remove(Key::Grant(self.grant));
            if let Granted::Role(id) = self.grant.what
                && let Some(role) = directory.role(id)
                && !bring::held_elsewhere(directory, user.id, id, self.grant.scope)
            {
                role.teams.iter().for_each(|team| bring::leave(&mut draft, *team, user.id, id));
            }
            draft.done()
        })
    }
}
