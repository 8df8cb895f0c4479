//! Take an invitation back: the code ends, the user is prepared again and keeps its seat.

use super::{
    Decision, Effect,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::Permission,
    change::Record,
    context::Context,
    directory::Directory,
    id::UserId,
    model::{User, UserState},
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// Invited → prepared. Needs `user.invite` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RevokeInvitation {
    pub user: UserId,
}

impl RevokeInvitation {
    pub(super) fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (user, _) = guard::manage(directory, context, self.user, Permission::UserInvite)?;
        let mut refusals = Refusals::new();
        if user.state != UserState::Invited {
            refusals.push(Refusal::WrongState { state: user.state });
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::User(User { state: UserState::Prepared, invitation: None, ..user.clone() }));
            draft.effect(Effect::EndInvitation { user: user.id });
            draft.done()
        })
    }
}
