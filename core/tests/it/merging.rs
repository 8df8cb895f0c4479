//! What an edit is said to have seen, and what is used of it from the inbox.

#![expect(clippy::unwrap_used, reason = "this file is tests, helpers included")]

use crate::support::{
    ANN, NOW, as_user,
    world::{ABE, BEA, world},
};
use rollcall_core::{
    Command, Directory, Record,
    command::{EditExtra, EditProfile, SetIdentifiers, SuspendUser, decide_edit},
    id::{CommandId, DeviceId, UserId},
    model::Identifier,
    refusal::{FieldPath, Refusal},
    sync::{Cursor, Envelope, Outcome, Rejected, Remedy, Replica, Seq, SyncResponse, Update, Verdict, remedies},
    value::{ExtraKey, ExtraValue, Login},
};

fn extra(of: UserId, entries: &[(&str, &str)]) -> Command {
    let entry = |(key, value): &(&str, &str)| (ExtraKey::parse(key).unwrap(), ExtraValue::parse(value).unwrap());
    EditExtra { user: of, extra: entries.iter().map(entry).collect() }.into()
}

fn carry_out(directory: &mut Directory, command: &Command, seen: Option<&Command>) -> Vec<FieldPath> {
    let edited = decide_edit(directory, &as_user(ANN), command, seen).unwrap();
    directory.apply(&edited.decision.changes);
    edited.kept
}

/// Using one's own writes what was kept out, and no other entry of the edit, whatever others put there since.
#[test]
fn what_is_used_is_what_was_kept_out() {
    let mut directory = world();
    let seen = extra(BEA, &[("room", "1"), ("desk", "1"), ("floor", "1")]);
    carry_out(&mut directory, &seen, None);
    carry_out(&mut directory, &extra(BEA, &[("room", "2"), ("desk", "1"), ("floor", "1")]), None);
    let mine = extra(BEA, &[("room", "3"), ("desk", "3")]);
    let kept = carry_out(&mut directory, &mine, Some(&seen));
    let key = |path: &FieldPath| path.key.as_ref().map(ToString::to_string);
    assert_eq!(kept.iter().filter_map(key).collect::<Vec<_>>(), ["room"]);
    // Later others write what the edit wrote as well.
    carry_out(&mut directory, &extra(BEA, &[("room", "2"), ("desk", "4"), ("floor", "4")]), None);
    let envelope = Envelope {
        device: DeviceId::fixed(1),
        seq: Seq(1),
        id: CommandId::fixed(1),
        version: rollcall_core::command::COMMAND_VERSION,
        claimed: NOW,
        command: mine,
        seen: Some(seen),
    };
    let rejected = Rejected { envelope, at: NOW, outcome: Outcome::of_edit(1, kept) };
    let remedies = remedies(&rejected, &directory);
    let [Remedy::UseMine(used)] = remedies.as_slice() else { panic!("{remedies:?}") };
    assert_eq!(used.command, extra(BEA, &[("room", "3"), ("desk", "4"), ("floor", "4")]));
}

/// An edit that is said to have seen something else would win over what stands.
#[test]
fn what_was_seen_is_of_what_is_edited() {
    let directory = world();
    let profile = directory.user(BEA).unwrap().profile.clone();
    let edit = Command::from(EditProfile { user: BEA, profile: profile.clone() });
    let other = EditProfile { user: ABE, profile }.into();
    let identifiers = SetIdentifiers { user: BEA, identifiers: Vec::new() }.into();
    for seen in [other, identifiers, extra(BEA, &[])] {
        let refused = decide_edit(&directory, &as_user(ANN), &edit, Some(&seen)).unwrap_err();
        assert_eq!(*refused, [Refusal::SeenElsewhere], "{seen:?}");
    }
}

/// What edits nothing has seen nothing, whatever its author says.
#[test]
fn what_edits_nothing_has_seen_nothing() {
    let suspend = Command::from(SuspendUser { user: BEA });
    let refused = decide_edit(&world(), &as_user(ANN), &suspend, Some(&suspend)).unwrap_err();
    assert_eq!(*refused, [Refusal::SeenElsewhere]);
}

/// Whoever says that it saw more than there may be of something pays with its bytes alone.
#[test]
fn no_more_entries_are_read_than_there_is_use_for() {
    let read = |entries: usize| {
        let entries: serde_json::Map<_, _> = (0..entries).map(|n| (format!("key{n}"), "1".into())).collect();
        let json = serde_json::json!({"edit_extra": {"user": BEA, "extra": entries}});
        serde_json::from_value::<Command>(json).is_ok()
    };
    assert_eq!((read(500), read(501)), (true, false));
}

/// What is too much is refused before it is compared with anything, whatever its author says that it saw.
#[test]
fn nothing_is_compared_with_more_than_there_may_be() {
    let directory = world();
    let entries: Vec<(String, &str)> = (0..60).map(|n| (format!("key{n}"), "1")).collect();
    let entries: Vec<(&str, &str)> = entries.iter().map(|(key, value)| (key.as_str(), *value)).collect();
    let many = extra(BEA, &entries);
    let login = |n: u32| Identifier::Login(Login::parse(&format!("login{n}")).unwrap());
    let identifiers = SetIdentifiers { user: BEA, identifiers: (0..5_000).map(login).collect() }.into();
    for command in [many, identifiers] {
        let refused = decide_edit(&directory, &as_user(ANN), &command, Some(&command)).unwrap_err();
        assert!(refused.iter().any(|refusal| matches!(refusal, Refusal::TooMany { .. })), "{refused:?}");
    }
}

/// What its author saw of an edit that was refused meanwhile never was: it is sent with what that one's author saw.
#[test]
fn an_edit_behind_an_own_one_that_was_refused_is_sent_as_if_that_had_never_been() {
    let records: Vec<Record> = world().records().collect();
    let stands = extra(BEA, &[]);
    let (first, second) = (extra(BEA, &[("room", "1"), ("desk", "1")]), extra(BEA, &[("room", "2"), ("desk", "1")]));
    let envelope = |seq: u64, command: &Command, seen: &Command| Envelope {
        device: DeviceId::fixed(1),
        seq: Seq(seq),
        id: CommandId::fixed(u128::from(seq)),
        version: rollcall_core::command::COMMAND_VERSION,
        claimed: NOW,
        command: command.clone(),
        seen: Some(seen.clone()),
    };
    let outbox = [envelope(1, &first, &stands), envelope(2, &second, &first)];
    let cursor = Cursor { log_epoch: 1, version: 1, view_epoch: 1 };
    let replica = |outbox: &[Envelope], inbox: Vec<Rejected>| {
        Replica::restore(ANN, DeviceId::fixed(1), records.clone(), Some(cursor), outbox.to_vec(), inbox, NOW)
    };
    let mut online = replica(&outbox, Vec::new());
    let outcome = Outcome::Refused { refusals: Refusal::ActorNotActive.into() };
    let verdict = Verdict { seq: Seq(1), command: CommandId::fixed(1), at: NOW, outcome: outcome.clone() };
    let update = Update::Delta(Vec::new());
    let batch = online.batch(SyncResponse { cursor, user: ANN, now: NOW, verdicts: vec![verdict], update }).unwrap();
    online.absorb(batch, NOW);
    // The same after the page was opened again: the inbox is stored.
    let rejected = Rejected { envelope: outbox[0].clone(), at: NOW, outcome };
    for replica in [online, replica(&outbox[1..], vec![rejected])] {
        let sent = replica.request().commands;
        assert_eq!(sent.len(), 1);
        assert_eq!(sent[0].seen, Some(stands.clone()));
        assert_eq!(Some(&second), replica.view().user(BEA).map(|user| extra_of(user.id, &user.extra)).as_ref());
    }
}

fn extra_of(user: UserId, extra: &std::collections::BTreeMap<ExtraKey, ExtraValue>) -> Command {
    EditExtra { user, extra: extra.clone() }.into()
}
