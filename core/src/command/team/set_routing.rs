//! Say where the calls of a team go (S0.12): strategy, opening hours, overflow.

use crate::command::{
    Decision, Intent, Standing,
    draft::{Draft, unless},
    guard, ids,
    merge::Merger,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::{TeamId, UserId},
    model::{Routing, Target, Team},
    refusal::{Field, Refusal, Refusals},
    value::ValueError,
};
use serde::{Deserialize, Serialize};
use std::iter::once;

/// Replace the routing; none: the team takes no calls. Needs `team.manage` in the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetRouting {
    pub team: TeamId,
    pub routing: Option<Routing>,
}

impl Intent for SetRouting {
    const STANDING: Standing = Standing::AtOnce;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        once(Key::Team(self.team))
            .chain(self.routing.iter().filter_map(|routing| routing.overflow.as_ref().and_then(ids::target)))
            .collect()
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::Team(self.team))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::Team(team) = *about else { return None };
        Some(Self { team, routing: directory.team(team)?.routing.clone() })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        let (Some(mine), Some(seen), Some(now)) = (&mut self.routing, &seen.routing, &now.routing) else {
            merger.field(&mut self.routing, &seen.routing, &now.routing, Field::Routing);
            return;
        };
        merger.field(&mut mine.strategy, &seen.strategy, &now.strategy, Field::Strategy);
        merger.field(&mut mine.ring_seconds, &seen.ring_seconds, &now.ring_seconds, Field::RingTime);
        merger.field(&mut mine.hours, &seen.hours, &now.hours, Field::Hours);
        merger.field(&mut mine.overflow, &seen.overflow, &now.overflow, Field::Target);
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (team, _) = guard::in_team(directory, context, self.team, Permission::TeamManage)?;
        let mut refusals = Vec::new();
        if let Some(routing) = &self.routing {
            if !(5..=120).contains(&routing.ring_seconds) {
                refusals
                    .push(Refusal::Invalid { field: Field::Rules, error: ValueError::OutOfRange { min: 5, max: 120 } });
            }
            if !routing.hours.well_formed() {
                refusals.push(Refusal::Invalid { field: Field::Hours, error: ValueError::NotARange });
            }
            refusals.extend(routing.overflow.and_then(|target| guard::target(directory, context, target)));
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
