//! Nobody's edit is overwritten unseen (domain.md, 2.21): whatever two people edit offline, and in whatever order it arrives.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "this file is tests, helpers included")]

use super::replica_properties::{Client, Server};
use crate::support::{
    ANN, NOW,
    edits::{KINDS, edit, members, world},
    world::OLGA,
};
use proptest::prelude::*;
use rollcall_core::{
    Command, Timestamp,
    command::decide_edit,
    decide,
    model::Target,
    refusal::{Field, FieldPath},
    sync::{Envelope, Kept, Outcome, Rejected},
    value::PhoneNumber,
};

/// An edit that somebody makes: who, of which kind, which fields, which values.
type Wish = (usize, usize, u8, usize);

fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    // Few things at a time, so that the two meet.
    (0..KINDS, 0..KINDS).prop_flat_map(|(one, other)| {
        let kind = prop_oneof![Just(one), Just(other)];
        proptest::collection::vec((0..2_usize, kind, any::<u8>(), 0..6_usize), 1..14)
    })
}

/// An edit that was issued.
struct Issued {
    author: usize,
    envelope: Envelope,
}

impl Issued {
    fn seen(&self) -> &Command {
        self.envelope.seen.as_ref().unwrap()
    }

    /// The fields that its author gave another value.
    fn typed(&self) -> Vec<FieldPath> {
        self.envelope.command.differing(self.seen())
    }

    /// Whether its author saw the value that another edit has in this field, and replaced it.
    fn replaces(&self, other: &Self, path: &FieldPath) -> bool {
        let (seen, theirs) = (self.seen(), &other.envelope.command);
        let saw_it = match (target(seen), target(theirs)) {
            // Two verbs send calls of a number elsewhere.
            (Some(seen), Some(theirs)) if path.field == Field::Target => seen == theirs,
            _ => {
                seen.verb() == theirs.verb() && seen.edits() == theirs.edits() && !seen.differing(theirs).contains(path)
            }
        };
        saw_it && self.typed().iter().any(|typed| meets(typed, path))
    }

    /// Whether it gives the line another extension that a phone was told to ring for: the phone follows.
    fn moves(&self, other: &Self, field: Field) -> bool {
        let (moves, rings) = (&self.envelope.command, &other.envelope.command);
        field == Field::Extension && matches!((moves, rings), (Command::ChangeExtension(_), Command::EditPhone(_)))
    }

    fn lies_in(&self, inbox: &[Rejected], path: &FieldPath) -> bool {
        let mut mine = inbox.iter().filter(|rejected| rejected.envelope.id == self.envelope.id);
        mine.any(|rejected| match &rejected.outcome {
            Outcome::Merged { kept, .. } => kept.iter().any(|kept| meets(&kept.path(), path)),
            _ => true,
        })
    }
}

/// Where calls of a number go.
fn target(command: &Command) -> Option<(PhoneNumber, Option<Target>)> {
    match command {
        Command::EditNumber(edit) => Some((edit.number, edit.target)),
        Command::RouteNumber(route) => Some((route.number, route.target)),
        _ => None,
    }
}

/// Whether one field is the other, or a part of it.
fn meets(one: &FieldPath, other: &FieldPath) -> bool {
    const PARTS: [Field; 4] = [Field::Strategy, Field::RingTime, Field::Hours, Field::Target];
    let part = |whole: Field, part: Field| whole == Field::Routing && PARTS.contains(&part);
    one.covers(other) || other.covers(one) || part(one.field, other.field) || part(other.field, one.field)
}

/// Lets the two make their edits offline, then lets these arrive in some order.
fn play(wishes: Vec<Wish>, arrivals: &[(usize, usize)]) -> (Server, Vec<Client>, Vec<Issued>) {
    let mut server = Server::of(world());
    let mut clients: Vec<Client> = [ANN, OLGA].into_iter().map(Client::new).collect();
    for client in &mut clients {
        client.sync(&mut server, usize::MAX, NOW);
    }
    let mut issued = Vec::new();
    for (author, kind, bits, pick) in wishes {
        let client = &mut clients[author];
        let Some(command) = edit(client.replica.view(), kind, bits, pick) else { continue };
        if client.replica.check(&command, None, NOW).is_ok() {
            client.issue(command, NOW);
            issued.extend(client.outbox.last().map(|envelope| Issued { author, envelope: envelope.clone() }));
        }
    }
    for (author, most) in arrivals.iter().copied().chain([(0, usize::MAX), (1, usize::MAX), (0, 0)]) {
        clients[author].sync(&mut server, most, Timestamp(NOW.0 + 1_000));
    }
    (server, clients, issued)
}

fn arrivals() -> impl Strategy<Value = Vec<(usize, usize)>> {
    proptest::collection::vec((0..2_usize, 1..4_usize), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn no_value_vanishes_without_a_word(wishes in wishes(), arrivals in arrivals()) {
        let (server, clients, issued) = play(wishes, &arrivals);
        for one in &issued {
            let command = &one.envelope.command;
            let standing = command.standing_values(&server.directory);
            let inbox = &clients[one.author].inbox;
            // Each key of the extra information is a field of its own, and looked at below.
            for path in one.typed().into_iter().filter(|path| path.field != Field::Extra) {
                let stands = standing.as_ref().is_some_and(|standing| !standing.differing(command).contains(&path));
                let replaced = issued.iter().any(|other| other.replaces(one, &path) || other.moves(one, path.field));
                prop_assert!(
                    stands || replaced || one.lies_in(inbox, &path),
                    "{path:?} of {command:?} vanished: {standing:?}"
                );
            }
            let (mine, seen) = (members(command), members(one.seen()));
            let last = standing.as_ref().map(members).unwrap_or_default();
            let (added, taken) = (|m: &&String| !seen.contains(m), |m: &&String| !mine.contains(m));
            // Whoever took what was added saw it; whoever added what was taken saw that it was not there.
            let undone = |member: &String, added: bool| issued.iter().any(|other| {
                members(other.seen()).contains(member) == added && members(&other.envelope.command).contains(member) != added
            });
            for (member, added) in mine.iter().filter(added).map(|m| (m, true)).chain(seen.iter().filter(taken).map(|m| (m, false))) {
                prop_assert!(
                    last.contains(member) == added || undone(member, added) || one.lies_in(inbox, &Field::Extra.into()),
                    "{member} of {command:?} vanished: {standing:?}"
                );
            }
        }
    }

    #[test]
    fn both_stand_unless_it_is_the_same_field(wishes in wishes(), arrivals in arrivals()) {
        let (_, clients, issued) = play(wishes, &arrivals);
        for rejected in clients.iter().flat_map(|client| &client.inbox) {
            let Outcome::Merged { kept, .. } = &rejected.outcome else { continue };
            let one = issued.iter().find(|issued| issued.envelope.id == rejected.envelope.id).unwrap();
            // What is replaced by something that was kept out is kept out with it.
            let together: Vec<FieldPath> = match &one.envelope.command {
                Command::SetIdentifiers(_) => kept.iter().map(Kept::path).collect(),
                _ => Vec::new(),
            };
            for kept in kept.iter().map(Kept::path) {
                let met = |path: &FieldPath| meets(path, &kept) || together.contains(path);
                let typed = |other: &Issued| other.typed().iter().any(met);
                let by_other = |other: &Issued| other.author != one.author && typed(other);
                // What it followed on was refused, so that its author saw what never came to stand.
                let hung = |other: &Issued| {
                    other.author == one.author && one.replaces(other, &kept)
                        && other.lies_in(&clients[one.author].inbox, &kept)
                };
                prop_assert!(issued.iter().any(|other| by_other(other) || hung(other)), "{kept:?} of {:?}", one.envelope);
            }
        }
    }

    /// What was seen and stands no longer is no wish: who changes nothing changes nothing, whatever others did. A field that an
    /// edit forgot to merge would go back to what it was.
    #[test]
    fn who_types_nothing_takes_nothing_back(kind in 0..KINDS, others in wishes(), arrivals in arrivals()) {
        let Some(seen) = edit(&world(), kind, 0, 0).and_then(|edit| edit.standing_values(&world())) else { return Ok(()) };
        let (server, clients, _) = play(others.into_iter().map(|(who, _, bits, pick)| (who, kind, bits, pick)).collect(), &arrivals);
        let context = clients[0].replica.context(NOW);
        prop_assert!(decide_edit(&server.directory, &context, &seen, Some(&seen)).is_err());
    }

    /// Insisting on what was kept out puts it in place, and nothing else of the edit.
    #[test]
    fn whoever_uses_its_own_gets_it(wishes in wishes(), arrivals in arrivals()) {
        let (server, clients, _) = play(wishes, &arrivals);
        for rejected in clients.iter().flat_map(|client| &client.inbox) {
            let (Outcome::Merged { kept, .. }, Envelope { command, seen: Some(seen), .. }) =
                (&rejected.outcome, &rejected.envelope) else { continue };
            let paths: Vec<FieldPath> = kept.iter().map(Kept::path).collect();
            let Some(again) = command.insisting(seen, &paths, &server.directory) else { continue };
            let before = again.seen.clone().unwrap();
            let changed = again.command.differing(&before);
            let insisted = |path: &FieldPath| paths.iter().any(|kept| meets(kept, path));
            prop_assert!(changed.iter().all(insisted), "{changed:?} beyond {paths:?}");
            let left = again.command.differing(command);
            prop_assert!(paths.iter().all(|path| !left.contains(path)), "{left:?} of {paths:?}");
            if !paths.iter().any(|path| path.field == Field::Extra) {
                prop_assert_eq!(members(&again.command), members(&before));
            }
        }
    }
}

/// By what an edit changes it is found in the log who changed a field.
#[test]
fn what_an_edit_changes_is_told_by_its_changes() {
    let (world, context) = (world(), Client::new(ANN).replica.context(NOW));
    for (kind, bit) in (0..KINDS).flat_map(|kind| (0..7).map(move |bit| (kind, 1 << bit))) {
        let edits = (0..6).filter_map(|pick| edit(&world, kind, bit, pick));
        let done = edits.filter_map(|edit| Some((decide(&world, &context, &edit).ok()?.changes, edit)));
        for (changes, edit) in done {
            let typed = edit.differing(&edit.standing_values(&world).unwrap());
            assert_eq!(edit.fields_changed(&changes), typed, "{edit:?}");
        }
    }
}

/// Every verb that merges is tried.
#[test]
fn all_kinds_of_edits_are_tried() {
    let world = world();
    let missing: Vec<_> = (0..KINDS).filter(|kind| edit(&world, *kind, u8::MAX, 0).is_none()).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let mut verbs: Vec<_> = (0..KINDS).filter_map(|kind| Some(edit(&world, kind, u8::MAX, 0)?.verb())).collect();
    verbs.sort();
    verbs.dedup();
    assert_eq!(verbs.len(), KINDS);
}
