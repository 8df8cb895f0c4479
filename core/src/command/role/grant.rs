//! Give a user a role or a single permission (S2.10, S2.23, S3.7), and take it back.

use crate::command::{
    Command, Decision, Intent, Standing, Start, bring,
    draft::{Draft, unless},
    guard, ids, size,
};
use crate::{
    access::{Holding, OWNER, Permission, Permissions},
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
        let (user, holding) = guard::manage(directory, context, self.grant.user, permission(&self.grant))?;
        let held = held_there(directory, &holding, &self.grant)?;
        let mut refusals = Vec::new();
        if user.kind != UserKind::Person {
            refusals.push(Refusal::NotAPerson);
        }
        refusals.extend(given(directory, &holding, held, self.grant, self.until));
        let role = self.grant.role();
        let ended = |grant: &Grant| grant.until.is_some_and(|until| until <= context.now);
        let other = |grant: &Grant| grant.key.role().is_some_and(|other| Some(other) != role);
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
        refusals.extend(size::too_many(brought(directory, &self.grant)));
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            give(&mut draft, directory, self.grant, self.until);
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
        let (user, holding) = guard::manage(directory, context, self.grant.user, permission(&self.grant))?;
        held_there(directory, &holding, &self.grant)?;
        if directory.grant(&self.grant).is_none() {
            return Err(Refusal::Unknown(Subject::Grant).into());
        }
        let mut refusals = Vec::new();
        if self.grant.what == Granted::Role(OWNER) && !guard::owner_remains(directory, user) {
            refusals.push(Refusal::LastOwner);
        }
        refusals.extend(size::too_many(brought(directory, &self.grant)));
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            take(&mut draft, directory, self.grant);
            draft.done()
        })
    }
}

/// What giving and taking it needs.
fn permission(grant: &GrantKey) -> Permission {
    match grant.what {
        Granted::Role(_) => Permission::RoleAssign,
        Granted::Permission(_) => Permission::PermissionGrant,
    }
}

/// What the actor holds where the grant reaches, when it may give and take there.
///
/// # Errors
/// A single refusal, so that an actor who isn't allowed learns nothing else.
pub(super) fn held_there(directory: &Directory, holding: &Holding, grant: &GrantKey) -> Result<Permissions, Refusals> {
    let (permission, held) = (permission(grant), holding.within(grant.scope, holding.over(directory, grant.user)));
    if held.has(permission) { Ok(held) } else { Err(Refusal::NotAllowed { permission }.into()) }
}

/// Why an actor that holds this there can't give it until then: it gives what it holds itself, as long as it holds it.
pub(super) fn given(
    directory: &Directory,
    holding: &Holding,
    held: Permissions,
    grant: GrantKey,
    until: Option<Timestamp>,
) -> Option<Refusal> {
    let lasting = holding.lasting(directory, until);
    let held = match grant.scope {
        // What one may do to oneself gives no power over others; what a role gives inside its teams does.
        Scope::Own => held,
        scope => lasting.within(scope, lasting.over(directory, grant.user)),
    };
    guard::grantable(directory, &lasting, held, grant)
}

/// How many records change with a grant at most: itself, and the memberships that it brings.
pub(super) fn brought(directory: &Directory, grant: &GrantKey) -> usize {
    1 + grant.role().and_then(|id| directory.role(id)).map_or(0, |role| role.teams.len())
}

/// Gives it, with the memberships that it brings.
pub(super) fn give(draft: &mut Draft<'_>, directory: &Directory, key: GrantKey, until: Option<Timestamp>) {
    draft.put(Record::Grant(Grant { key, source: GrantSource::Hand, until }));
    if let Some(role) = key.role().and_then(|id| directory.role(id)) {
        role.teams.iter().for_each(|team| bring::join(draft, *team, key.user, role.id));
    }
}

/// Takes it, with the memberships that it brought.
pub(super) fn take(draft: &mut Draft<'_>, directory: &Directory, key: GrantKey) {
    draft.remove(Key::Grant(key));
    if let Some(role) = key.role() {
        bring::ended(draft, directory, key.user, role);
    }
}
