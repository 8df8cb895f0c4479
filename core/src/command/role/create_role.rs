//! Create a role (S2.21).

use crate::command::{
    Decision, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::Role,
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Make a custom role. Needs `role.manage`, and to hold what it grants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CreateRole {
    pub role: Role,
}

impl Intent for CreateRole {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn makes(&self) -> Option<Key> {
        Some(Key::Role(self.role.id))
    }

    fn needs(&self) -> Vec<Key> {
        self.role.teams.iter().copied().map(Key::Team).collect()
    }

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        matches!(about, Key::Organisation)
            .then(|| Start::blank(guard::everywhere(directory, context, Permission::RoleManage)))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let holding = guard::everywhere(directory, context, Permission::RoleManage)?;
        let mut refusals = guard::role(directory, &holding, &self.role);
        if directory.role(self.role.id).is_some() {
            refusals.push(Refusal::IdInUse);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Role(self.role.clone()));
            draft.done()
        })
    }
}
