//! Create what is dialled but no person: conference bridge, auto attendant, call queue, service (S4.1).

use crate::command::{
    Decision, Intent, Standing, Start,
    draft::{Draft, unless},
    guard, ids,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Line, Profile, Target, User, UserKind, UserState},
    refusal::{Refusal, Refusals},
    value::FullName,
};
use serde::{Deserialize, Serialize};

/// Make a system user. It has neither credentials nor a seat (invariant 13). Needs `system_user.manage`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CreateSystemUser {
    pub id: UserId,
    pub kind: UserKind,
    pub name: FullName,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub line: Option<Line>,
    /// Where its calls go.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub target: Option<Target>,
}

impl Intent for CreateSystemUser {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.id)
    }

    fn makes(&self) -> Option<Key> {
        Some(Key::User(self.id))
    }

    fn needs(&self) -> Vec<Key> {
        self.target.iter().filter_map(ids::target).collect()
    }

    fn offered(directory: &Directory, context: &Context, about: &Key) -> Option<Start> {
        matches!(about, Key::Organisation)
            .then(|| Start::blank(guard::everywhere(directory, context, Permission::SystemUserManage)))
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.id != user {
            return self;
        }
        Self { name: FullName::erased(), line: None, target: None, ..self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let organisation = guard::organisation(directory)?;
        guard::everywhere(directory, context, Permission::SystemUserManage)?;
        let mut refusals = Vec::new();
        if directory.user(self.id).is_some() || directory.removed_user(self.id).is_some() {
            refusals.push(Refusal::IdInUse);
        }
        if self.kind == UserKind::Person {
            refusals.push(Refusal::NotASystemUser);
        }
        if let Some(line) = &self.line {
            refusals.extend(guard::line_free(directory, organisation, self.id, line));
        }
        refusals.extend(self.target.and_then(|target| guard::target(directory, context, target)));
        if self.target.is_some_and(|target| guard::loops(directory, Target::User(self.id), target)) {
            refusals.push(Refusal::TargetLoops);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::User(User {
                profile: Profile { full_name: Some(self.name.clone()), ..Profile::default() },
                line: self.line.clone(),
                target: self.target,
                ..User::new(self.id, self.kind, UserState::Active, context.now)
            }));
            draft.done()
        })
    }
}
