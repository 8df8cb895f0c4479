//! Edit a role: name, permissions, the teams it brings (S2.21).

use crate::command::{
    Decision, Intent, Standing, bring,
    draft::{Draft, unless},
    guard,
    merge::Merger,
    size,
};
use crate::{
    access::{Permission, built_in},
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::Role,
    refusal::{Field, Refusal, Refusals, Subject},
};
use serde::{Deserialize, Serialize};
use std::iter::once;

/// Replace a custom role; its holders follow. Needs `role.manage`, and to hold what it granted and grants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EditRole {
    pub role: Role,
}

impl Intent for EditRole {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        once(Key::Role(self.role.id)).chain(self.role.teams.iter().copied().map(Key::Team)).collect()
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::Role(self.role.id))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::Role(role) = *about else { return None };
        Some(Self { role: directory.role(role)?.clone() })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        let (mine, seen, now) = (&mut self.role, &seen.role, &now.role);
        merger.field(&mut mine.name, &seen.name, &now.name, Field::Name);
        merger.field(&mut mine.description, &seen.description, &now.description, Field::Description);
        merger.field(&mut mine.scopes, &seen.scopes, &now.scopes, Field::Scope);
        merger.set(&mut mine.teams, &seen.teams, &now.teams);
        merger.permissions(&mut mine.permissions, seen.permissions, now.permissions);
        merger.permissions(&mut mine.team_permissions, seen.team_permissions, now.team_permissions);
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let holding = guard::everywhere(directory, context, Permission::RoleManage)?;
        let mut refusals = guard::role(directory, &holding, &self.role);
        let Some(before) = directory.role(self.role.id) else {
            return Err(Refusal::Unknown(Subject::Role).into());
        };
        if built_in(before.id).is_some() {
            refusals.push(Refusal::BuiltInRole);
        }
        let had = guard::given(before).without(holding.everywhere).iter().next();
        let had = had.map(|permission| Refusal::PermissionNotHeld { permission });
        refusals.extend(had.filter(|refusal| !refusals.contains(refusal)).into_iter().collect::<Vec<_>>());
        // Grants carry their scope; a held role can't move under them.
        let mut held = directory.holders(before.id).map(|grant| grant.key.scope.reach());
        let gone = held.find(|scope| !self.role.scopes.has(*scope));
        refusals.extend(gone.map(|scope| Refusal::ScopeInUse { scope }));
        if *before == self.role {
            refusals.push(Refusal::NothingToChange);
        }
        let follow = size::following(directory, before.id, &before.teams, &self.role.teams);
        refusals.extend(size::too_many(1 + follow));
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Role(self.role.clone()));
            bring::follow(&mut draft, directory, before.id, &before.teams, &self.role.teams);
            draft.done()
        })
    }
}
