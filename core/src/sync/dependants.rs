//! Refused work that hangs together: a command that failed, and the later ones about what it would have made.

use super::Rejected;
use crate::{
    command::{Command, ImportUser, InviteUser, PrepareUser},
    record,
};
use rustc_hash::FxHashMap;
use uuid::Uuid;

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
    let mut makers: FxHashMap<[u8; 16], usize> = FxHashMap::default();
    for rejected in refused {
        let command = &rejected.envelope.command;
        let at = cause(command, &makers).unwrap_or(list.len());
        match list.get_mut(at) {
            Some(failed) => failed.dependants.push(rejected),
            None => list.push(Failed { cause: rejected, dependants: Vec::new() }),
        }
        if let Some(id) = made(command) {
            makers.entry(id.into_bytes()).or_insert(at);
        }
    }
    list
}

/// Which failed command a command depends on. Ids stand in its stored form as they are, sixteen bytes that nothing else
/// spells, so that no verb has to list what it names.
fn cause(command: &Command, makers: &FxHashMap<[u8; 16], usize>) -> Option<usize> {
    if makers.is_empty() {
        return None;
    }
    let own = made(command).map(Uuid::into_bytes);
    let bytes = record::encode(command);
    let named = bytes.windows(16).filter(|window| own.is_none_or(|own| own != *window));
    named.filter_map(|window| makers.get(window)).copied().next()
}

/// The id of what a command would make.
fn made(command: &Command) -> Option<Uuid> {
    Some(match command {
        Command::PrepareUser(PrepareUser(new))
        | Command::ImportUser(ImportUser(new))
        | Command::InviteUser(InviteUser(new)) => new.id.uuid(),
        Command::CreateSystemUser(c) => c.id.uuid(),
        Command::CreateTeam(c) => c.id.uuid(),
        Command::CreateRole(c) => c.role.id.uuid(),
        Command::CreateChannel(c) => c.channel.id.uuid(),
        Command::AddLicence(c) => c.0.id.uuid(),
        Command::AddPhone(c) => c.phone.id.uuid(),
        Command::AddContact(c) => c.contact.id.uuid(),
        Command::StartCall(c) => c.id.uuid(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Refusal, Timestamp,
        command::{AddMember, CreateTeam, NewUser, SendInvitation, SuspendUser},
        id::{CommandId, DeviceId, TeamId, UserId},
        model::TeamKind,
        sync::{Envelope, Outcome, Seq},
        value::{Email, TeamName},
    };

    fn refused(seq: u64, command: impl Into<Command>) -> Rejected {
        let envelope = Envelope {
            device: DeviceId::fixed(1),
            seq: Seq(seq),
            id: CommandId::fixed(u128::from(seq)),
            version: 1,
            claimed: Timestamp(0),
            command: command.into(),
        };
        let outcome = Outcome::Refused { refusals: vec![Refusal::ActorNotActive] };
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
