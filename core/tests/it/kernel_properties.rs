//! What holds whatever people do: the invariants, undo, replay, that a command works once (invariant 14), and that a
//! decision depends on nothing hidden.

use crate::support::{
    verbs::rich_world as world,
    world::{history, sorted},
};
use proptest::prelude::*;
use rollcall_core::{
    Command, Context, Decision, Directory, Key, Refusals, command::Effect, decide, invariant::verify, record,
};
use std::collections::BTreeSet;

/// Decides, checks the decision by itself, and applies it.
fn step(directory: &mut Directory, context: &Context, command: &Command) -> Result<Decision, Refusals> {
    let decided = decide(directory, context, command);
    match &decided {
        Ok(decision) => {
            let mut keys = BTreeSet::new();
            for change in &decision.changes.0 {
                assert!(keys.insert(change.key), "{command:?} changes {:?} twice", change.key);
                assert_eq!(directory.get(&change.key), change.before, "{command:?} misremembers {:?}", change.key);
                assert_ne!(change.before, change.after, "{command:?} changes nothing in {:?}", change.key);
                assert!(change.after.as_ref().is_none_or(|record| record.key() == change.key), "{command:?} misfiles");
            }
            directory.apply(&decision.changes);
        }
        Err(refusals) => assert!(!refusals.is_empty(), "{command:?} is refused without a reason"),
    }
    decided
}

/// Ids stand in the stored form as they are, sixteen bytes that nothing else spells.
fn spelled(stored: &[u8], ids: &BTreeSet<[u8; 16]>) -> BTreeSet<[u8; 16]> {
    stored.windows(16).filter_map(|window| ids.get(window)).copied().collect()
}

/// The ids of all that is there, and of whatever commands may make.
fn known_ids(directory: &Directory, commands: &[(Context, Command)]) -> BTreeSet<[u8; 16]> {
    let made = commands.iter().filter_map(|(_, command)| command.makes());
    let single = |key: Key| {
        let stored = record::encode(&key);
        stored.len().checked_sub(16).filter(|tag| *tag <= 2).and_then(|tag| stored.get(tag..)?.try_into().ok())
    };
    directory.records().map(|record| record.key()).chain(made).filter_map(single).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// What hangs together in the inbox is found by what commands declare; no verb may name a record in silence.
    #[test]
    fn commands_declare_all_that_they_name(history in history(40)) {
        let ids = known_ids(&world(), &history);
        for (_, command) in &history {
            if matches!(command, Command::FoundOrganisation(_)) {
                continue; // Nothing is there before it, so nothing waits for it.
            }
            let declared: Vec<Key> = command.needs().into_iter().chain(command.makes()).collect();
            prop_assert_eq!(spelled(&record::encode(command), &ids), spelled(&record::encode(&declared), &ids), "{:?}", command);
        }
    }

    #[test]
    fn invariants_hold_whatever_people_do(history in history(40)) {
        let mut directory = world();
        prop_assert_eq!(verify(&directory), []);
        for (context, command) in &history {
            let decided = step(&mut directory, context, command);
            prop_assert_eq!(verify(&directory), [], "after {:?} by {:?}: {:?}", command, context.actor, decided);
        }
    }

    #[test]
    fn undo_gives_back_exactly_what_was(history in history(30)) {
        let mut directory = world();
        let mut done = Vec::new();
        for (context, command) in &history {
            let before = sorted(&directory);
            if let Ok(decision) = step(&mut directory, context, command) {
                done.push((before, decision.changes));
            }
        }
        while let Some((before, changes)) = done.pop() {
            directory.undo(&changes);
            prop_assert_eq!(sorted(&directory), before);
            prop_assert_eq!(verify(&directory), []);
        }
    }

    #[test]
    fn the_inverse_of_changes_is_their_undo(history in history(15)) {
        let mut directory = world();
        for (context, command) in &history {
            let before = directory.clone();
            if let Ok(decision) = step(&mut directory, context, command) {
                let mut back = directory.clone();
                back.apply(&decision.changes.clone().inverse());
                prop_assert_eq!(sorted(&back), sorted(&before));
            }
        }
    }

    #[test]
    fn a_log_replayed_gives_the_same_directory(history in history(40)) {
        let mut directory = world();
        let mut log = Vec::new();
        for (context, command) in &history {
            if let Ok(decision) = step(&mut directory, context, command) {
                log.push(decision.changes);
            }
        }
        let mut replayed = world();
        for changes in &log {
            replayed.apply(changes);
        }
        prop_assert_eq!(sorted(&replayed), sorted(&directory));
        let loaded = Directory::from_records(directory.records());
        prop_assert_eq!(sorted(&loaded), sorted(&directory));
        prop_assert_eq!(loaded.len(), directory.records().count());
    }

    #[test]
    fn a_decision_depends_on_nothing_but_records_and_context(history in history(30)) {
        let mut directory = world();
        for (context, command) in &history {
            // The indexes of a directory that has grown, and of one that was just loaded, in another order.
            let mut records = sorted(&directory);
            records.reverse();
            let loaded = Directory::from_records(records);
            let there = decide(&loaded, context, command);
            prop_assert_eq!(decide(&directory, context, command), there.clone());
            prop_assert_eq!(step(&mut directory, context, command), there);
        }
    }

    #[test]
    fn a_command_works_once(history in history(30)) {
        let mut directory = world();
        for (context, command) in &history {
            let Ok(decision) = step(&mut directory, context, command) else { continue };
            // What the server does besides may be done twice; everything else says that there is nothing left to do.
            if matches!(
                command,
                Command::ResendInvitation(_)
                    | Command::EndSessions(_)
                    | Command::ForcePasswordReset(_)
                    | Command::SendWelcome(_)
                    | Command::RecoverOwner(_)
                    | Command::HandOver(_)
                    | Command::EraseUser(_)
                    // What comes twice is taken twice.
                    | Command::ReportCalls(_)
            ) {
                continue;
            }
            prop_assert!(!decision.changes.is_empty(), "{:?} does nothing", command);
            prop_assert!(decide(&directory, context, command).is_err(), "{:?} works twice", command);
        }
    }

    #[test]
    fn whoever_goes_loses_its_sessions_and_codes(history in history(40)) {
        let mut directory = world();
        for (context, command) in &history {
            let Ok(decision) = step(&mut directory, context, command) else { continue };
            let must = match *command {
                Command::SuspendUser(ref c) => vec![Effect::EndSessions { user: c.user }],
                Command::ResetUser(ref c) => {
                    let user = c.user;
                    vec![Effect::EndSessions { user }, Effect::EndInvitation { user }, Effect::ForgetSecrets { user }]
                }
                Command::ForcePasswordReset(ref c) => vec![Effect::EndSessions { user: c.user }],
                Command::RevokeInvitation(ref c) => vec![Effect::EndInvitation { user: c.user }],
                Command::DeleteUser(ref c) => {
                    let user = c.user;
                    prop_assert!(directory.user(user).is_none() && no_trace(&directory, user));
                    vec![Effect::EndSessions { user }, Effect::EndInvitation { user }, Effect::ForgetSecrets { user }]
                }
                Command::EraseUser(ref c) => {
                    let (user, gone) = (c.user, no_trace(&directory, c.user));
                    prop_assert!(directory.user(user).is_none() && gone && directory.removed_user(user).is_none());
                    vec![Effect::Erase { user }]
                }
                _ => continue,
            };
            prop_assert!(must.iter().all(|effect| decision.effects.contains(effect)), "{:?}", decision.effects);
        }
    }

    #[test]
    fn nobody_gains_what_the_actor_lacks(history in history(40)) {
        use rollcall_core::{Actor, access::Holding};
        let mut directory = world();
        for (context, command) in &history {
            let Actor::User(actor) = context.actor else {
                let _ = step(&mut directory, context, command);
                continue;
            };
            let held = Holding::of(&directory, actor, context.now);
            let before = directory.clone();
            // Grants in a disabled team rest, and wake when it is enabled: nobody gave them then.
            if step(&mut directory, context, command).is_err() || matches!(command, Command::EnableTeam(_)) {
                continue;
            }
            for user in directory.users() {
                let now = Holding::of(&directory, user.id, context.now);
                let was = Holding::of(&before, user.id, context.now);
                let gained = now.everywhere.without(was.everywhere);
                prop_assert!(gained.without(held.everywhere).is_empty(), "{:?} gives {:?}", command, gained);
                for (team, there) in &now.teams {
                    let gained = there.without(was.in_team(*team));
                    prop_assert!(gained.without(held.in_team(*team)).is_empty(), "{:?} gives {:?}", command, gained);
                }
            }
        }
    }
}

/// Whether nothing but its calls tells of a user.
fn no_trace(directory: &Directory, user: rollcall_core::id::UserId) -> bool {
    directory.keys_of(user).iter().all(|key| matches!(key, rollcall_core::Key::Call(_)))
}

/// The properties above would hold of histories in which nothing ever happens, too.
#[test]
fn every_verb_happens_and_is_refused() {
    use proptest::{
        strategy::ValueTree,
        test_runner::{Config, TestRng, TestRunner},
    };
    let rng = TestRng::deterministic_rng(Config::default().rng_algorithm);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let (mut tried, mut done, mut refused) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut codes = BTreeSet::new();
    let (histories, beginning) = (history(40), world());
    for _ in 0..1500 {
        let mut directory = beginning.clone();
        for (context, command) in histories.new_tree(&mut runner).unwrap().current() {
            let text = format!("{command:?}");
            let verb = text.split('(').next().unwrap().to_owned();
            tried.insert(verb.clone());
            match step(&mut directory, &context, &command) {
                Ok(_) => drop(done.insert(verb)),
                Err(refusals) => {
                    refused.insert(verb);
                    codes.extend(refusals.iter().map(rollcall_core::Refusal::code));
                }
            }
        }
    }
    let verbs: BTreeSet<String> = Command::VERBS.iter().map(|verb| (*verb).to_owned()).collect();
    assert_eq!(tried, verbs, "histories have every verb");
    // An organisation is founded once; this one has been.
    done.insert("FoundOrganisation".to_owned());
    assert_eq!(done, tried, "these never happened");
    assert_eq!(refused, tried, "these were never refused");
    let expected =
        ["already_a_user", "last_owner", "no_seat_left", "outranks_actor", "extension_taken", "number_taken"];
    for code in expected {
        assert!(codes.contains(code), "{code} never came up: {codes:?}");
    }
}
