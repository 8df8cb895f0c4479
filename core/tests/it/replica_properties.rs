//! Replicas and a server in one process, with answers that get lost, tabs that restart and commands issued offline:
//! whatever happens, every command gets one verdict, and every replica ends up with what its user may see.

#![expect(clippy::panic, reason = "this file is tests, helpers included")]

use crate::support::{
    ANN, NOW,
    world::{ABE, ADAM, INA, MIA, OLGA, command, sorted, world},
};
use proptest::prelude::*;
use rollcall_core::{
    Actor, Command, Context, Directory, Timestamp,
    access::{Holding, view_epoch},
    change::Key,
    command::{Authored, COMMAND_VERSION, Edited, decide_edit},
    context::View,
    decide,
    id::{CommandId, DeviceId, UserId},
    model::UserState,
    sync::{
        Cursor, Envelope, News, Outcome, Rejected, Replica, Seq, SyncRequest, SyncResponse, Update, Verdict, delta,
        difference, snapshot,
    },
};
use std::collections::BTreeMap;

/// As much of a server as the protocol needs.
pub struct Server {
    pub directory: Directory,
    /// The keys that each version changed.
    log: Vec<Vec<Key>>,
    verdicts: BTreeMap<(DeviceId, Seq), (Envelope, Verdict)>,
    applied: Vec<CommandId>,
}

impl Server {
    fn new() -> Self {
        Self::of(world())
    }

    pub fn of(directory: Directory) -> Self {
        Self { directory, log: Vec::new(), verdicts: BTreeMap::new(), applied: Vec::new() }
    }

    fn sync(&mut self, user: UserId, request: &SyncRequest, now: Timestamp) -> Option<SyncResponse> {
        let context = Context { actor: Actor::User(user), now, view: View::Whole };
        let verdicts = request.commands.iter().map(|envelope| self.judge(&context, envelope)).collect();
        let holding = Holding::of_actor(&self.directory, &context).ok()?;
        let version = self.log.len() as u64;
        let cursor = Cursor { log_epoch: 7, version, view_epoch: view_epoch(&holding) };
        let missed = match request.cursor {
            Some(last) if last.view_epoch == cursor.view_epoch => self.log.get(last.version as usize..),
            _ => None,
        };
        let update = match (missed, &request.held, request.cursor) {
            (Some(missed), ..) => Update::Delta(delta(&self.directory, &holding, missed.iter().flatten().copied())),
            (None, Some(held), _) => difference(snapshot(&self.directory, &holding), held),
            // Every other time, it asks what the client has.
            (None, None, Some(cursor)) if now.0 % 2_000 == 0 => {
                return Some(SyncResponse { cursor, user, now, verdicts, update: Update::Stale });
            }
            _ => Update::Snapshot(snapshot(&self.directory, &holding)),
        };
        Some(SyncResponse { cursor, user, now, verdicts, update })
    }

    fn judge(&mut self, context: &Context, envelope: &Envelope) -> Verdict {
        let number = (envelope.device, envelope.seq);
        let (seq, at) = (envelope.seq, context.now);
        match self.verdicts.get(&number) {
            Some((_, verdict)) if verdict.command == envelope.id => return verdict.clone(),
            Some(_) => return Verdict { seq, command: envelope.id, at, outcome: Outcome::Clashed },
            None => {}
        }
        if let Some((_, verdict)) = self.verdicts.values().find(|(_, verdict)| verdict.command == envelope.id) {
            return Verdict { seq, ..verdict.clone() };
        }
        let outcome = match decide_edit(&self.directory, context, &envelope.command, envelope.seen.as_ref()) {
            Ok(Edited { decision, kept, .. }) => {
                self.directory.apply(&decision.changes);
                self.log.push(decision.changes.keys().collect());
                self.applied.push(envelope.id);
                Outcome::of_edit(self.log.len() as u64, kept)
            }
            Err(refusals) => Outcome::Refused { refusals },
        };
        let verdict = Verdict { seq: envelope.seq, command: envelope.id, at: context.now, outcome };
        self.verdicts.insert(number, (envelope.clone(), verdict.clone()));
        verdict
    }
}

/// A browser: its replica, and what stands in its database.
#[derive(Clone)]
pub struct Client {
    /// Tells cloned profiles apart, as chance does.
    salt: u128,
    user: UserId,
    device: DeviceId,
    pub replica: Replica,
    /// The same client, which shows answers only when it is worth while.
    lazy: Replica,
    stored: Directory,
    cursor: Option<Cursor>,
    pub outbox: Vec<Envelope>,
    pub inbox: Vec<Rejected>,
    issued: u64,
}

impl Client {
    pub fn new(user: UserId) -> Self {
        let device = DeviceId::new(user.uuid());
        let replica = Replica::restore(user, device, [], None, [], [], NOW);
        let (stored, outbox, inbox) = (Directory::default(), Vec::new(), Vec::new());
        let lazy = replica.clone();
        Self { salt: 0, user, device, replica, lazy, stored, cursor: None, outbox, inbox, issued: 0 }
    }

    pub fn issue(&mut self, command: Command, now: Timestamp) {
        self.issued += 1;
        let id = CommandId::fixed(self.user.uuid().as_u128() << 64 | self.salt << 32 | u128::from(self.issued));
        let (device, seq) = (self.device, Seq(self.issued));
        let seen = command.standing_values(self.replica.view());
        let authored = Authored { command: command.clone(), seen: seen.clone() };
        let envelope = Envelope { device, seq, id, version: COMMAND_VERSION, claimed: now, command, seen };
        self.outbox.push(envelope.clone());
        self.replica.adopt(envelope.clone(), now);
        // The other one shows it before it is stored, on top of another that never will be.
        let other = self.unstored();
        if self.issued.is_multiple_of(2) {
            self.lazy.draft(other, authored.clone(), now);
        }
        self.lazy.draft(id, authored, now);
        self.lazy.adopt(envelope, now);
        self.lazy.withdraw(&[other], now);
    }

    /// The id of a command that is shown and never stored.
    fn unstored(&self) -> CommandId {
        CommandId::fixed(u128::MAX - u128::from(self.issued))
    }

    /// Asks, and takes in the answer; asks again when the server wants to know more. No when there was none.
    pub fn sync(&mut self, server: &mut Server, most: usize, now: Timestamp) -> bool {
        for _ in 0..2 {
            let mut request = self.replica.request();
            request.commands.truncate(most);
            let Some(response) = server.sync(self.user, &request, now) else { return false };
            if self.absorb(response, now) {
                return true;
            }
        }
        panic!("asked twice what it holds");
    }

    /// The answer is made durable, then shown. No when it is none yet.
    fn absorb(&mut self, response: SyncResponse, now: Timestamp) -> bool {
        let Some(batch) = self.replica.batch(response) else { return false };
        match &batch.update {
            News::Snapshot(records) => self.stored = Directory::from_records(records.iter().cloned()),
            News::Delta(puts) => puts.iter().for_each(|put| self.stored.put(put.key, put.record.clone())),
        }
        self.cursor = Some(batch.cursor);
        self.outbox.retain(|envelope| !batch.settled.contains(&envelope.seq));
        self.inbox.extend(batch.rejected.iter().cloned());
        let clashed = batch.clashed();
        // News come while a command is being stored.
        let other = self.unstored();
        if let Some(Envelope { command, seen, .. }) = self.outbox.last().cloned() {
            self.lazy.draft(other, Authored { command, seen }, now);
        }
        // Nothing pending is few enough to be done again at once, or the two would hardly differ.
        self.lazy.absorb_more(batch.clone(), now, 0);
        self.lazy.withdraw(&[other], now);
        self.replica.absorb(batch, now);
        if clashed {
            self.device = DeviceId::fixed(self.device.uuid().as_u128() + (1 << 100) + self.salt);
            self.replica.rename(self.device);
            self.lazy.rename(self.device);
        }
        true
    }

    /// What would be shown had everything been read and done from the start, which is the simplest way of all.
    fn fresh(&self, now: Timestamp) -> Replica {
        let (records, outbox, inbox) = (self.stored.records(), self.outbox.iter().cloned(), self.inbox.iter().cloned());
        Replica::restore(self.user, self.device, records, self.cursor, outbox, inbox, now)
    }

    /// The tab is closed and opened again.
    fn restart(&mut self, now: Timestamp) {
        self.replica = self.fresh(now);
        self.lazy = self.replica.clone();
    }
}

#[derive(Clone, Debug)]
enum Event {
    Issue(Box<Command>),
    Sync,
    /// The server gets the request, the client never the answer.
    LostAnswer,
    Restart,
}

fn events() -> impl Strategy<Value = Vec<(usize, Event)>> {
    let event = prop_oneof![
        6 => command().prop_map(|command| Event::Issue(Box::new(command))),
        3 => Just(Event::Sync),
        1 => Just(Event::LostAnswer),
        1 => Just(Event::Restart),
    ];
    proptest::collection::vec((0..6_usize, event), 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn replicas_end_up_with_the_server_s_word(events in events()) {
        let mut server = Server::new();
        let mut clients: Vec<Client> = [ANN, OLGA, ADAM, MIA, ABE, INA].into_iter().map(Client::new).collect();
        let mut now = NOW;
        for (index, event) in events {
            let Some(client) = clients.get_mut(index) else { continue };
            now = Timestamp(now.0 + 1_000);
            match event {
                Event::Issue(command) => client.issue(*command, now),
                Event::Restart => {
                    let (view, pending) = (sorted(client.replica.view()), client.replica.pending().count());
                    // Another restart at the same moment must not matter; what is pending may be decided anew.
                    client.restart(now);
                    prop_assert_eq!(client.replica.pending().count(), pending);
                    let again = sorted(client.replica.view());
                    client.restart(now);
                    prop_assert_eq!(sorted(client.replica.view()), again.clone());
                    if client.outbox.is_empty() {
                        prop_assert_eq!(again, view);
                    }
                }
                Event::LostAnswer => drop(server.sync(client.user, &client.replica.request(), now)),
                Event::Sync => {
                        client.sync(&mut server, usize::MAX, now);
                    }
            }
        }
        // Everybody comes back online, twice: the second time nobody has anything to say.
        for _ in 0..2 {
            for client in &mut clients {
                client.sync(&mut server, usize::MAX, now);
            }
        }
        for client in &clients {
            if server.directory.user(client.user).is_none_or(|user| user.state != UserState::Active) {
                continue;
            }
            prop_assert_eq!(client.replica.pending().count(), 0);
            prop_assert!(client.outbox.is_empty());
            let holding = Holding::of(&server.directory, client.user, now);
            let seen = Directory::from_records(snapshot(&server.directory, &holding));
            prop_assert_eq!(sorted(client.replica.view()), sorted(&seen), "{} sees something else", client.user);
            prop_assert_eq!(sorted(&client.stored), sorted(&seen), "{} stored something else", client.user);
            // Nothing vanishes: each command was applied, or lies in the inbox with its reason.
            let verdicts = server.verdicts.iter().filter(|((device, _), _)| *device == client.device);
            let (mut applied, mut count) = (0, 0);
            for (_, (_, verdict)) in verdicts {
                count += 1;
                match &verdict.outcome {
                    Outcome::Applied { .. } => applied += 1,
                    _ => prop_assert!(client.replica.inbox().any(|r| r.envelope.seq == verdict.seq), "lost {:?}", verdict),
                }
            }
            prop_assert_eq!(count, client.issued, "one verdict for each command");
            prop_assert_eq!(client.replica.inbox().count() as u64, count - applied);
            for told in client.replica.applied() {
                let verdict = server.verdicts.get(&(client.device, told.envelope.seq)).map(|(_, verdict)| &verdict.outcome);
                prop_assert!(matches!(verdict, Some(Outcome::Applied { .. })), "told as applied: {:?}", verdict);
            }
        }
    }

    #[test]
    fn a_rebase_shows_what_doing_everything_afresh_would(events in events()) {
        let mut server = Server::new();
        let mut clients: Vec<Client> = [ANN, OLGA, ADAM].into_iter().map(Client::new).collect();
        let mut now = NOW;
        for (index, event) in events {
            now = Timestamp(now.0 + 1_000);
            let Some(client) = clients.get_mut(index % 3) else { continue };
            match event {
                Event::Issue(command) => client.issue(*command, now),
                Event::Restart => {}
                Event::LostAnswer => drop(server.sync(client.user, &client.replica.request(), now)),
                Event::Sync => {
                    // A long outbox goes in parts.
                    if !client.sync(&mut server, 2, now) {
                        // Not let in, and told nothing.
                        continue;
                    }
                    let fresh = client.fresh(now);
                    let mut lazy = client.lazy.clone();
                    lazy.settle(now);
                    for replica in [&client.replica, &lazy] {
                        prop_assert_eq!(sorted(replica.view()), sorted(fresh.view()));
                        prop_assert!(replica.pending().eq(fresh.pending()), "pending work does something else");
                        prop_assert!(replica.inbox().eq(fresh.inbox()));
                        prop_assert_eq!(replica.cursor(), fresh.cursor());
                    }
                    prop_assert_eq!(client.lazy.request(), client.replica.request());
                }
            }
        }
    }

    /// A profile is copied, work under way included, and both go on: nothing is done twice, nothing vanishes, and they
    /// end up with names of their own.
    #[test]
    fn a_cloned_profile_doubles_and_loses_nothing(before in events(), after in events()) {
        let mut server = Server::new();
        let mut ann = Client::new(ANN);
        let mut now = NOW;
        let mut play = |server: &mut Server, client: &mut Client, event| {
            now = Timestamp(now.0 + 1_000);
            match event {
                Event::Issue(command) => client.issue(*command, now),
                Event::Sync => {
                client.sync(server, 3, now);
            }
                Event::LostAnswer => drop(server.sync(client.user, &client.replica.request(), now)),
                Event::Restart => client.restart(now),
            }
            now
        };
        for (_, event) in before.into_iter().take(10) {
            play(&mut server, &mut ann, event);
        }
        let mut clients = [ann.clone(), Client { salt: 1, ..ann }];
        for (index, event) in after {
            play(&mut server, &mut clients[index % 2], event);
        }
        for _ in 0..60 {
            for client in &mut clients {
                let now = play(&mut server, client, Event::Sync);
                client.restart(now);
            }
        }
        let mut applied = server.applied.clone();
        applied.sort_unstable();
        applied.dedup();
        prop_assert_eq!(applied.len(), server.applied.len(), "a command was applied twice");
        if server.directory.user(ANN).is_none_or(|user| user.state != UserState::Active) {
            return Ok(());
        }
        for client in &clients {
            prop_assert_eq!(client.replica.pending().count(), 0);
            for n in 1..=client.issued {
                let ids = [0, client.salt].map(|salt| ANN.uuid().as_u128() << 64 | salt << 32 | u128::from(n));
                let done = ids.iter().any(|id| applied.binary_search(&CommandId::fixed(*id)).is_ok());
                prop_assert!(done || client.inbox.iter().any(|r| r.envelope.seq == Seq(n)), "command {} vanished", n);
            }
        }
        prop_assert_eq!(sorted(clients[0].replica.view()), sorted(clients[1].replica.view()));
        if clients.iter().any(|client| client.inbox.iter().any(|r| r.outcome == Outcome::Clashed)) {
            prop_assert_ne!(clients[0].device, clients[1].device);
        }
    }

    #[test]
    fn a_replica_without_pending_work_shows_what_was_confirmed(events in events()) {
        let mut server = Server::new();
        let mut client = Client::new(ANN);
        client.sync(&mut server, usize::MAX, NOW);
        let confirmed = sorted(client.replica.view());
        for (_, event) in events {
            if let Event::Issue(command) = event {
                client.issue(*command, NOW);
            }
        }
        // The server knows nothing of it; a batch that settles it all takes it all back.
        let response = server.sync(ANN, &Client::new(ANN).replica.request(), NOW).unwrap();
        let mut batch = client.replica.batch(response).unwrap();
        batch.settled = client.outbox.iter().map(|envelope| envelope.seq).collect();
        client.replica.absorb(batch, NOW);
        prop_assert_eq!(sorted(client.replica.view()), confirmed);
    }

    #[test]
    fn checking_many_commands_tells_what_doing_them_would_and_does_nothing(
        commands in proptest::collection::vec(command(), 1..30),
    ) {
        let mut server = Server::new();
        let mut client = Client::new(ANN);
        client.sync(&mut server, usize::MAX, NOW);
        let before = sorted(client.replica.view());
        let checked = client.replica.check_all(commands.iter().cloned().map(Authored::from).collect(), NOW);
        prop_assert_eq!(sorted(client.replica.view()), before);
        let (mut done, context) = (client.replica.view().clone(), client.replica.context(NOW));
        let each = |command: &Command| {
            let authored = Authored { command: command.clone(), seen: command.standing_values(&done) };
            decide(&done, &context, command).map(|decision| {
                done.apply(&decision.changes);
                authored
            })
        };
        prop_assert_eq!(checked, commands.iter().map(each).collect::<Vec<_>>());
    }
}
