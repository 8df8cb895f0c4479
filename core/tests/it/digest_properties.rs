//! A client that no delta reaches is told the difference between what it holds and what it may see; with it, it holds
//! exactly that.

#![expect(clippy::panic, reason = "this file is tests, helpers included")]

use crate::support::{
    ANN, NOW,
    world::{ABE, ADAM, INA, MIA, OLGA, command, sorted, world},
};
use proptest::prelude::*;
use rollcall_core::{
    Actor, Command, Context, Directory, Record,
    access::Holding,
    context::View,
    decide,
    id::UserId,
    model::{Presence, PresenceState},
    sync::{Held, Part, Update, difference, puts, snapshot},
};

fn done(mut directory: Directory, commands: &[(UserId, Command)]) -> Directory {
    for (user, command) in commands {
        let context = Context { actor: Actor::User(*user), now: NOW, view: View::Whole };
        if let Ok(decision) = decide(&directory, &context, command) {
            directory.apply(&decision.changes);
        }
    }
    directory
}

fn commands() -> impl Strategy<Value = Vec<(UserId, Command)>> {
    let who = prop::sample::select(vec![ANN, OLGA, ADAM, MIA, ABE, INA]);
    proptest::collection::vec((who, command()), 0..25)
}

/// What somebody who holds `before` has after it was told how to get to `after`.
fn told(before: Vec<Record>, after: Vec<Record>) -> Directory {
    let held = Held::of(before.iter().rev().cloned(), before.len());
    match difference(after, &held) {
        Update::Snapshot(records) => Directory::from_records(records),
        Update::Difference { buckets, parts } => {
            assert_eq!(buckets, held.buckets());
            let mut directory = Directory::from_records(before.iter().cloned());
            for put in puts(buckets, parts, before) {
                directory.put(put.key, put.record);
            }
            directory
        }
        other => panic!("{other:?}"),
    }
}

proptest! {
    #[test]
    fn a_difference_leads_to_the_view(
        first in commands(), then in commands(), index in 0..6_usize, other in 0..6_usize,
    ) {
        let users = [ANN, OLGA, ADAM, MIA, ABE, INA];
        let before = done(world(), &first);
        let after = done(before.clone(), &then);
        // The same user later, or somebody who sees other things.
        for user in [users[index], users[other]] {
            let had = snapshot(&before, &Holding::of(&before, users[index], NOW));
            let sees = snapshot(&after, &Holding::of(&after, user, NOW));
            let view = Directory::from_records(sees.clone());
            prop_assert_eq!(sorted(&told(had, sees)), sorted(&view));
        }
    }
}

/// Many records, of which few differ: only they travel, and what is no longer visible goes.
#[test]
fn a_small_difference_is_small() {
    let presence = |n: u128, state| Record::Presence(Presence { user: UserId::fixed(n), state, since: NOW });
    let (here, away) = (PresenceState::Available, PresenceState::Break);
    let before: Vec<Record> = (0..10_000).map(|n| presence(n, here)).collect();
    let mut after: Vec<Record> = (0..10_000).filter(|n| n % 2_000 != 0).map(|n| presence(n, here)).collect();
    after[17] = presence(18, away);
    after.push(presence(20_000, here));
    let held = Held::of(before.iter().cloned(), before.len());
    let Update::Difference { buckets, parts } = difference(after.clone(), &held) else { panic!() };
    assert_eq!(buckets, 512);
    let sent: usize = parts.iter().map(|part: &Part| part.records.len()).sum();
    assert!((2..400).contains(&sent), "{sent}");
    assert_eq!(puts(buckets, parts, before.clone()).len(), 7, "five gone, one other, one new");
    assert_eq!(sorted(&told(before.clone(), after.clone())), sorted(&Directory::from_records(after)));
    let Update::Difference { parts, .. } = difference(before.clone(), &held) else { panic!() };
    assert_eq!(parts, [], "nothing differs");
    assert!(matches!(difference(before, &Held::of([], 0)), Update::Snapshot(_)), "everything does");
}
