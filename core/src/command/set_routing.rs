//! Say where the calls of a team go (S0.12): strategy, opening hours, overflow.

use super::{
    Decision,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::Permission,
    change::Record,
    context::Context,
    directory::Directory,
    id::TeamId,
    model::{Routing, Target, Team},
    refusal::{Field, Refusal, Refusals},
    value::ValueError,
};
use serde::{Deserialize, Serialize};

/// Replace the routing; none: the team takes no calls. Needs `team.manage` in the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SetRouting {
    pub team: TeamId,
    pub routing: Option<Routing>,
}

impl SetRouting {
    pub(super) fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (team, _) = guard::in_team(directory, context, self.team, Permission::TeamManage)?;
        let mut refusals = Refusals::new();
        if let Some(routing) = &self.routing {
            if !(5..=120).contains(&routing.ring_seconds) {
                refusals
                    .push(Refusal::Invalid { field: Field::Rules, error: ValueError::OutOfRange { min: 5, max: 120 } });
            }
            if !routing.hours.well_formed() {
                refusals.push(Refusal::Invalid { field: Field::Hours, error: ValueError::NotARange });
            }
            refusals.extend(routing.overflow.and_then(|target| guard::target(directory, target)));
            if routing.overflow.is_some_and(|target| guard::loops(directory, Target::Team(team.id), target)) {
                refusals.push(Refusal::TargetLoops);
            }
        }
        if team.routing == self.routing {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.put(Record::Team(Team { routing: self.routing.clone(), ..team.clone() }));
            draft.done()
        })
    }
}
