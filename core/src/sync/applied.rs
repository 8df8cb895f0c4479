//! What became of applied commands: whether what stands after the server's word is what the person was shown before it.

use super::{Envelope, pending::Pending};
use crate::{
    change::{Change, Changes, Record},
    directory::Directory,
    model::{Number, User},
    time::Timestamp,
};
use std::collections::VecDeque;

/// So many applied commands are remembered, for the page to tell of.
pub(super) const REMEMBERED: usize = 50;

/// A command that the server applied since this replica was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    pub envelope: Envelope,
    /// When the server's word was heard, by its clock.
    pub at: Timestamp,
    /// Whether something else came of it than the person was shown: somebody else had been there first, or this device
    /// had expected a refusal.
    pub differently: bool,
}

/// A command whose verdict was heard, and what was shown for it until then.
#[derive(Clone, Debug)]
pub(super) struct Heard {
    pub pending: Pending,
    pub at: Timestamp,
}

impl Heard {
    /// What became of it, now that the confirmed records stand.
    pub fn seen_in(self, confirmed: &Directory) -> Applied {
        let Pending { envelope, changes, refusals } = self.pending;
        Applied { differently: refusals.is_some() || !stands(&changes, confirmed), envelope, at: self.at }
    }
}

/// Keeps the last ones.
pub(super) fn remember<T>(list: &mut VecDeque<T>, item: T) {
    if list.len() >= REMEMBERED {
        list.pop_front();
    }
    list.push_back(item);
}

/// Whether all that was shown to change stands so. What others changed besides doesn't matter, nor what only clocks
/// differ in.
fn stands(shown: &Changes, confirmed: &Directory) -> bool {
    shown.0.iter().all(|Change { key, before, after }| match (before, after, confirmed.get(key)) {
        (_, None, now) => now.is_none(),
        (_, Some(_), None) => false,
        (before, Some(Record::User(after)), Some(Record::User(now))) => {
            let before = match before {
                Some(Record::User(before)) => Some(before),
                _ => None,
            };
            user_stands(before, after, &now)
        }
        (_, Some(Record::Number(after)), Some(Record::Number(now))) => {
            let clockless = |number: &Number| Number { quarantine_until: None, ..number.clone() };
            clockless(after) == clockless(&now)
        }
        (_, Some(Record::Removed(_)), Some(Record::Removed(_))) => true,
        (_, Some(after), Some(now)) => *after == now,
    })
}

/// Whether each field that was shown to change has the value that was shown.
fn user_stands(before: Option<&User>, after: &User, now: &User) -> bool {
    macro_rules! stand {
        ($($($field:ident).+),* $(,)?) => {
            $((before.is_some_and(|before| before.$($field).+ == after.$($field).+) || now.$($field).+ == after.$($field).+))&&*
        };
    }
    stand!(
        kind,
        state,
        profile.full_name,
        profile.position,
        profile.language,
        profile.time_zone,
        profile.country,
        identifiers,
        licence,
        add_ons,
        extra,
        line,
        display_numbers,
        target,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        id::UserId,
        model::{UserKind, UserState},
        value::{FullName, Position},
    };

    fn user(name: &str, position: &str, created: i64) -> User {
        let mut user = User::new(UserId::fixed(1), UserKind::Person, UserState::Active, Timestamp(created));
        user.profile.full_name = FullName::parse(name).ok();
        user.profile.position = Position::parse(position).ok();
        user
    }

    fn shown(before: Option<User>, after: Option<User>) -> Changes {
        let key = crate::Key::User(UserId::fixed(1));
        Changes(vec![Change { key, before: before.map(Record::User), after: after.map(Record::User) }])
    }

    fn confirmed(user: Option<User>) -> Directory {
        Directory::from_records(user.map(Record::User))
    }

    #[test]
    fn what_others_changed_besides_is_no_difference() {
        let renamed = shown(Some(user("Ann", "Cook", 1)), Some(user("Ann Lee", "Cook", 1)));
        assert!(stands(&renamed, &confirmed(Some(user("Ann Lee", "Chef", 9)))));
        assert!(!stands(&renamed, &confirmed(Some(user("Ann Li", "Cook", 1)))), "another name won");
        assert!(!stands(&renamed, &confirmed(None)), "she was deleted");
    }

    #[test]
    fn a_clock_is_no_difference_and_a_deletion_must_show() {
        let made = shown(None, Some(user("Ann", "Cook", 1)));
        assert!(stands(&made, &confirmed(Some(user("Ann", "Cook", 777)))));
        assert!(!stands(&made, &confirmed(Some(user("Ann", "Chef", 1)))));
        let gone = shown(Some(user("Ann", "Cook", 1)), None);
        assert!(stands(&gone, &confirmed(None)));
        assert!(!stands(&gone, &confirmed(Some(user("Ann", "Cook", 1)))));
    }

    #[test]
    fn only_the_last_are_remembered() {
        let mut list = VecDeque::new();
        (0..REMEMBERED + 3).for_each(|n| remember(&mut list, n));
        assert_eq!((list.len(), list.front()), (REMEMBERED, Some(&3)));
    }
}
