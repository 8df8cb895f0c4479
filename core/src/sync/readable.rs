//! Answers that a client of an older version can read: it is told no reason, and sent no record of a kind, that came after it. Once it is a newer
//! one, its cursor is foreign, so that it gets what it was not sent before.

use super::{
    Cursor, Kept, Outcome, Put, SyncResponse, Update, Verdict,
    protocol::{TELLS_KEYS, TELLS_MERGED},
};
use crate::{
    access::built_in,
    change::{Key, Record},
    model::{Number, Organisation},
};

impl Cursor {
    /// The cursor as it goes over the wire in a version of the protocol, and back: a view without the later kinds of
    /// records is another view. The other way round it is the same.
    #[must_use]
    pub fn told_in(self, protocol: u16) -> Self {
        // Small, so that the view's digest keeps to 53 bits.
        Self { view_epoch: self.view_epoch ^ u64::from(newest_kind(protocol)), ..self }
    }
}

impl SyncResponse {
    /// The answer for a client of this version of the protocol.
    #[must_use]
    pub fn readable_in(self, protocol: u16) -> Self {
        let read =
            |records: Vec<Record>| records.into_iter().filter_map(|record| record.readable_in(protocol)).collect();
        let put = |Put { key, record }: Put| {
            let record = match record {
                Some(record) => Some(record.readable_in(protocol)?),
                None => None,
            };
            (key.since() <= protocol).then_some(Put { key, record })
        };
        let update = match self.update {
            Update::Delta(puts) => Update::Delta(puts.into_iter().filter_map(put).collect()),
            Update::Snapshot(records) => Update::Snapshot(read(records)),
            Update::Stale => Update::Stale,
            Update::Difference { buckets, mut parts } => {
                // The client's digest of such a bucket is of fewer or other records; it is told the others again.
                parts.iter_mut().for_each(|part| part.records = read(std::mem::take(&mut part.records)));
                Update::Difference { buckets, parts }
            }
        };
        let verdicts = self.verdicts.into_iter().map(|verdict| verdict.readable_in(protocol)).collect();
        Self { cursor: self.cursor.told_in(protocol), verdicts, update, ..self }
    }
}

impl Verdict {
    fn readable_in(self, protocol: u16) -> Self {
        let outcome = match self.outcome {
            Outcome::Refused { refusals } => Outcome::Refused { refusals: refusals.readable_in(protocol) },
            // Such a page tells nothing of what it saw, and is told of none; it may have been newer when it sent this.
            Outcome::Merged { version, .. } if protocol < TELLS_MERGED => Outcome::Applied { version },
            Outcome::Merged { version, kept } if protocol < TELLS_KEYS => {
                Outcome::Merged { version, kept: without_keys(kept) }
            }
            outcome @ (Outcome::Applied { .. } | Outcome::Clashed | Outcome::Merged { .. }) => outcome,
        };
        Self { outcome, ..self }
    }
}

/// Each field once, whichever of its entries were kept out.
fn without_keys(kept: Vec<Kept>) -> Vec<Kept> {
    let mut told: Vec<Kept> = Vec::new();
    for kept in kept {
        if !told.iter().any(|told| told.field == kept.field) {
            told.push(Kept { key: None, ..kept });
        }
    }
    told
}

/// Since this version records of the first kinds say more: a policy, the scopes of a role, the teams of a built-in one, a number.
const SAYS_MORE: u16 = 5;
/// Since this version a call says which of its reports named whom.
const TIMES_SAID: u16 = 6;

impl Record {
    /// The record as a client of this version can read it; none when it can't.
    #[must_use]
    pub fn readable_in(mut self, protocol: u16) -> Option<Self> {
        if self.key().since() > protocol {
            return None;
        }
        if protocol < SAYS_MORE {
            match &mut self {
                Self::Organisation(Organisation { policy, .. }) => {
                    (policy.invite_without_plan, policy.managers_may_add) = (false, false);
                }
                Self::Role(role) if built_in(role.id).is_some() => return None,
                Self::Role(role) => role.scopes = role.scopes.iter().next()?.into(),
                Self::Number(number) => *number = plain(number.clone()),
                Self::RemovedLines(lines) => lines.numbers = lines.numbers.iter().cloned().map(plain).collect(),
                _ => {}
            }
        }
        if protocol < TIMES_SAID
            && let Self::Call(call) = &mut self
        {
            (call.user_said, call.team_said) = (None, None);
        }
        if let Self::Scheduled(scheduled) = &mut self
            && let Some(put_off) = &mut scheduled.put_off
        {
            put_off.why = put_off.why.clone().readable_in(protocol);
        }
        Some(self)
    }
}

/// A number of which nothing more is said than an older page reads: a mobile that does not ring is as none.
fn plain(number: Number) -> Number {
    Number { linked_mobile: number.ringing_mobile(), link_off: false, label: None, ..number }
}

/// The version in which the newest kind came that a client of this version reads, or the newest form; 0 when it reads the first
/// ones only.
fn newest_kind(protocol: u16) -> u16 {
    let since = Key::SINCE.iter().chain(&[SAYS_MORE]).copied();
    since.filter(|since| (2..=protocol).contains(since)).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Refusal,
        access::{AGENT, Permissions},
        id::{CommandId, RoleId, UserId},
        model::{Keeping, Presence, PresenceState, Role, RoleScope, RoleScopes},
        sync::{PROTOCOL_VERSION, Part, Seq},
        time::Timestamp,
        value::RoleName,
    };

    const CURSOR: Cursor = Cursor { log_epoch: 1, version: 2, view_epoch: (1 << 53) - 1 };

    fn told(update: Update, protocol: u16) -> Update {
        let answer =
            SyncResponse { cursor: CURSOR, user: UserId::fixed(1), now: Timestamp(0), verdicts: Vec::new(), update };
        answer.readable_in(protocol).update
    }

    #[test]
    fn an_old_page_gets_no_record_that_it_cannot_read() {
        let presence =
            || Record::Presence(Presence { user: UserId::fixed(1), state: PresenceState::Break, since: Timestamp(0) });
        let both = || vec![presence(), Record::Keeping(Keeping::default())];
        let puts = |records: Vec<Record>| {
            Update::Delta(records.into_iter().map(|record| Put { key: record.key(), record: Some(record) }).collect())
        };
        let part = |records| Update::Difference { buckets: 64, parts: vec![Part { bucket: 3, records }] };
        for kind in [Update::Snapshot, puts, part] {
            assert_eq!(told(kind(both()), 2), kind(vec![presence()]));
            assert_eq!(told(kind(both()), PROTOCOL_VERSION), kind(both()));
        }
        let gone = Update::Delta(vec![Put { key: Key::Keeping, record: None }]);
        assert_eq!(told(gone, 2), Update::Delta(Vec::new()));
    }

    #[test]
    fn an_old_page_gets_records_in_the_form_that_it_reads() {
        let name = || RoleName::parse("Lead").unwrap();
        let role = |id, scopes| Record::Role(Role::new(id, name(), Permissions::NONE, scopes));
        let (own, team) = (RoleScopes::from(RoleScope::Own), RoleScopes::from(RoleScope::Team));
        let (lead, both) = (RoleId::fixed(1), team.with(RoleScope::Organisation));
        let records = || vec![role(lead, both), role(AGENT, own)];
        let puts = |records: Vec<Record>| {
            Update::Delta(records.into_iter().map(|record| Put { key: record.key(), record: Some(record) }).collect())
        };
        let part = |records| Update::Difference { buckets: 64, parts: vec![Part { bucket: 3, records }] };
        for kind in [Update::Snapshot, puts, part] {
            assert_eq!(told(kind(records()), SAYS_MORE - 1), kind(vec![role(lead, team)]));
            assert_eq!(told(kind(records()), SAYS_MORE), kind(records()));
        }
        assert_ne!(CURSOR.told_in(SAYS_MORE - 1), CURSOR.told_in(SAYS_MORE));
    }

    #[test]
    fn an_old_page_is_told_no_reason_that_it_cannot_read() {
        let (large, old) = (Refusal::TooManyChanges { changes: 20_001, max: 20_000 }, Refusal::TooOld);
        let said = |refusals: Vec<Refusal>, protocol| {
            let outcome = Outcome::Refused { refusals: refusals.try_into().unwrap() };
            let verdict = Verdict { seq: Seq(1), command: CommandId::fixed(1), at: Timestamp(0), outcome };
            match verdict.readable_in(protocol).outcome {
                Outcome::Refused { refusals } => refusals.into_vec(),
                _ => Vec::new(),
            }
        };
        let both = vec![Refusal::LastOwner, large.clone(), old.clone()];
        assert_eq!(said(both.clone(), PROTOCOL_VERSION), both);
        assert_eq!(said(both.clone(), 3), [Refusal::LastOwner, Refusal::TooMany { max: 20_000 }, old.clone()]);
        assert_eq!(said(both, 2), [Refusal::LastOwner, Refusal::TooMany { max: 20_000 }, Refusal::NothingToChange]);
        assert_eq!(said(vec![old, large], 1), [Refusal::NothingToChange, Refusal::TooMany { max: 20_000 }]);
    }

    /// What an older page was not sent, the newer one would miss for good if its cursor went on.
    #[test]
    fn a_cursor_of_an_older_page_is_foreign_to_a_newer_one() {
        for protocol in [1, 2, PROTOCOL_VERSION, PROTOCOL_VERSION + 1] {
            let told = CURSOR.told_in(protocol);
            assert_eq!(told.told_in(protocol), CURSOR);
            assert!(told.view_epoch < 1 << 53);
        }
        assert_eq!(CURSOR.told_in(1), CURSOR);
        assert_eq!(CURSOR.told_in(2), CURSOR);
        assert_ne!(CURSOR.told_in(PROTOCOL_VERSION), CURSOR);
    }
}
