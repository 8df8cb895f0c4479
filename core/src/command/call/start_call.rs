//! A call started, as the phone system reports it.

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
    id::{CallId, TeamId, UserId},
    model::{Call, CallDirection},
    refusal::{Refusal, Refusals, Subject},
    value::PhoneNumber,
};
use serde::{Deserialize, Serialize};

/// Make a live call. The phone system only: the system, or who holds `integration.manage`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StartCall {
    pub id: CallId,
    pub direction: CallDirection,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub peer: Option<PhoneNumber>,
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub team: Option<TeamId>,
    /// Who calls or is rung.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub user: Option<UserId>,
}

impl Intent for StartCall {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        self.user
    }

    fn makes(&self) -> Option<Key> {
        Some(Key::Call(self.id))
    }

    fn needs(&self) -> Vec<Key> {
        self.team.map(Key::Team).into_iter().chain(self.user.map(Key::User)).collect()
    }

    fn offered(_directory: &Directory, _context: &Context, _about: &Key) -> Option<Start> {
        // The phone system reports it.
        None
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.user == Some(user) { Self { peer: None, ..self } } else { self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::IntegrationManage)?;
        let mut refusals = Vec::new();
        if directory.call(self.id).is_some() {
            refusals.push(Refusal::IdInUse);
        }
        if self.user.is_some_and(|user| directory.user(user).is_none()) {
            refusals.push(Refusal::Unknown(Subject::User));
        }
        if self.team.is_some_and(|team| directory.team(team).is_none()) {
            refusals.push(Refusal::Unknown(Subject::Team));
        }
        unless(refusals, || {
            let (direction, peer, team, user) = (self.direction, self.peer, self.team, self.user);
            let mut draft = Draft::new(directory);
            draft.put(Record::Call(Call { peer, team, user, ..Call::new(self.id, direction, context.now) }));
            draft.done()
        })
    }
}
