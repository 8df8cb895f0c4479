//! Take a user out of a team (S0.10).

use super::{Decision, draft::Draft, guard};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::{TeamId, UserId},
    model::Membership,
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};

/// End the membership by hand; one that a role brought stays. Needs `team.members` in the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RemoveMember {
    pub team: TeamId,
    pub user: UserId,
}

impl RemoveMember {
    pub(super) fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (team, _) = guard::in_team(directory, context, self.team, Permission::TeamMembers)?;
        let (user, _) = guard::manage(directory, context, self.user, Permission::TeamMembers)?;
        let Some(membership) = directory.membership(team.id, user.id).filter(|membership| membership.by_hand) else {
            return Err(vec![Refusal::NotAMember { team: team.id }]);
        };
        let mut draft = Draft::new(directory);
        if membership.through.is_empty() {
            draft.remove(Key::Membership(team.id, user.id));
        } else {
            draft.put(Record::Membership(Membership { by_hand: false, ..membership.clone() }));
        }
        Ok(draft.done())
    }
}
