//! Refused work that hangs together: a command that failed, and the later ones about what it would have made.

use super::Rejected;
use crate::{change::Key, command::Command};
use rustc_hash::FxHashMap;

/// A refused command, and those refused after it that needed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed<'a> {
    pub cause: &'a Rejected,
    /// Oldest first, dependants of dependants included.
    pub dependants: Vec<&'a Rejected>,
}

/// Refused work, oldest first, by cause: what named something that an earlier refused command would have made stands
/// under that command.
pub fn by_cause<'a>(refused: impl IntoIterator<Item = &'a Rejected>) -> Vec<Failed<'a>> {
    let mut list: Vec<Failed<'a>> = Vec::new();
    let mut makers: FxHashMap<Key, usize> = FxHashMap::default();
    for rejected in refused {
        let command = &rejected.envelope.command;
        let at = cause(command, &makers).unwrap_or(list.len());
        match list.get_mut(at) {
            Some(failed) => failed.dependants.push(rejected),
            None => list.push(Failed { cause: rejected, dependants: Vec::new() }),
        }
        if let Some(key) = command.makes() {
            makers.entry(key).or_insert(at);
        }
    }
    list
}

/// Which failed command a command depends on.
fn cause(command: &Command, makers: &FxHashMap<Key, usize>) -> Option<usize> {
    if makers.is_empty() {
        return None;
    }
    command.needs().iter().filter_map(|key| makers.get(key)).copied().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Refusal, Timestamp,
        command::{AddMember, CreateTeam, NewUser, PrepareUser, SendInvitation, SuspendUser},
        id::{CommandId, DeviceId, TeamId, UserId},
        model::TeamKind,
        sync::{Envelope, Outcome, Seq},
        value::{Email, TeamName},
    };
    use uuid::Uuid;

    fn refused(seq: u64, command: impl Into<Command>) -> Rejected {
        let envelope = Envelope {
            device: DeviceId::fixed(1),
            seq: Seq(seq),
            id: CommandId::fixed(u128::from(seq)),
            version: 1,
            claimed: Timestamp(0),
            command: command.into(),
            seen: None,
        };
        let outcome = Outcome::Refused { refusals: Refusal::ActorNotActive.into() };
        Rejected { envelope, at: Timestamp(0), outcome }
    }

    /// Ann could not be prepared, so she could not be invited or put into the team either, which could not be made, so
    /// that Bo is not in it. That Cy is still there has nothing to do with it.
    #[test]
    fn what_needed_the_failed_stands_under_it() {
        let user = |n: u128| UserId::new(Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0000 + n));
        let team = TeamId::new(Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0001_0000));
        let (ann, bo, cy) = (user(1), user(2), user(3));
        let email = Email::parse("ann@example.com").unwrap();
        let inbox = [
            refused(1, PrepareUser(NewUser::with_email(ann, email))),
            refused(2, SuspendUser { user: cy }),
            refused(3, SendInvitation { user: ann }),
            refused(
                4,
                CreateTeam {
                    id: team,
                    name: TeamName::parse("Sales").unwrap(),
                    kind: TeamKind::default(),
                    members: vec![ann],
                },
            ),
            refused(5, AddMember { team, user: bo }),
        ];
        let seqs = |failed: &Failed<'_>| {
            let dependants: Vec<u64> = failed.dependants.iter().map(|rejected| rejected.envelope.seq.0).collect();
            (failed.cause.envelope.seq.0, dependants)
        };
        let found: Vec<_> = by_cause(&inbox).iter().map(seqs).collect();
        assert_eq!(found, [(1, vec![3, 4, 5]), (2, vec![])]);
    }

    #[test]
    fn trying_twice_is_no_dependence() {
        let team = || CreateTeam {
            id: TeamId::new(Uuid::from_u128(7)),
            name: TeamName::parse("Sales").unwrap(),
            kind: TeamKind::default(),
            members: Vec::new(),
        };
        assert_eq!(by_cause(&[refused(1, team()), refused(2, team())]).len(), 2);
        assert_eq!(by_cause(&[]), []);
    }
}
