//! A client's directory: what the server confirmed, with the client's own pending commands on top. When the server's
//! word comes, pending work is undone, the news applied, and what is still pending done again ([`rebase`]).

mod drafts;
mod rebase;

use super::{
    Applied, Batch, Cursor, Envelope, Held, MAX_COMMANDS, News, Outcome, PROTOCOL_VERSION, Rejected, Seq, SyncRequest,
    SyncResponse, Update, digest, pending::Pending,
};
use crate::{
    change::{Changes, Record},
    command::{Authored, Command, Decision, decide_edit},
    context::{Actor, Context, View},
    directory::Directory,
    id::{DeviceId, UserId},
    query::{BulkAction, BulkForecast, Impact, bulk_forecast, dry_run},
    refusal::Refusals,
    time::Timestamp,
    watched::{Watched, watched},
};
use drafts::Draft;
pub use rebase::ALWAYS_REDONE;
use rebase::Unshown;
use std::collections::{BTreeMap, VecDeque};

watched! {
    /// One user's view of one tenant on one device.
    #[derive(Clone, Debug)]
    pub struct Replica {
        pub(super) pending: BTreeMap<Seq, Pending>,
        pub(super) inbox: BTreeMap<Seq, Rejected>,
        pub(super) cursor: Option<Cursor>,
        /// What was applied lately.
        pub(super) applied: VecDeque<Applied>,
        /// Commands that are shown while they are being stored, on top of everything else.
        drafts: Vec<Draft>,
    }
    besides {
        user: UserId,
        device: DeviceId,
        pub(super) view: Directory,
        /// What the server said and the view does not show yet.
        unshown: Unshown,
        /// The server asked what is held.
        asked: bool,
    }
}

impl Replica {
    /// Starts from what was stored: the confirmed records, the cursor that they stand at, the outbox, the inbox.
    pub fn restore(
        user: UserId,
        device: DeviceId,
        records: impl IntoIterator<Item = Record>,
        cursor: Option<Cursor>,
        outbox: impl IntoIterator<Item = Envelope>,
        inbox: impl IntoIterator<Item = Rejected>,
        now: Timestamp,
    ) -> Self {
        let mut replica = Self {
            user,
            device,
            view: Directory::from_records(records),
            pending: Watched::default(),
            inbox: Watched::default(),
            cursor: Watched::new(cursor),
            unshown: Unshown::default(),
            applied: Watched::default(),
            drafts: Watched::default(),
            asked: false,
        };
        replica.inbox.extend(inbox.into_iter().map(|rejected| (rejected.envelope.seq, rejected)));
        for envelope in outbox {
            let pending = replica.undecided(envelope);
            replica.pending.insert(pending.envelope.seq, pending);
        }
        replica.redo(now);
        replica
    }

    /// The directory as the person sees it: confirmed, with pending work on top.
    pub fn view(&self) -> &Directory {
        &self.view
    }

    /// Whose view it is.
    pub fn user(&self) -> UserId {
        self.user
    }

    /// How far the confirmed data goes; none before the first sync.
    pub fn cursor(&self) -> Option<Cursor> {
        *self.cursor
    }

    /// Commands without a verdict, oldest first.
    pub fn pending(&self) -> impl ExactSizeIterator<Item = &Pending> {
        self.pending.values()
    }

    /// Work that was refused, or done in part, and that nobody has dealt with; oldest first.
    pub fn inbox(&self) -> impl ExactSizeIterator<Item = &Rejected> {
        self.inbox.values()
    }

    /// The last commands that the server applied since this replica was opened, oldest first.
    pub fn applied(&self) -> impl ExactSizeIterator<Item = &Applied> {
        self.applied.iter()
    }

    /// The context in which this client decides.
    pub fn context(&self, now: Timestamp) -> Context {
        Context { actor: Actor::User(self.user), now, view: View::Partial }
    }

    /// What a command would do, as far as this client knows.
    ///
    /// # Errors
    /// Why it would be refused.
    pub fn check(&self, command: &Command, seen: Option<&Command>, now: Timestamp) -> Result<Decision, Refusals> {
        decide_edit(&self.view, &self.context(now), command, seen).map(|edited| edited.decision)
    }

    /// Whether each of these commands would be done if the allowed ones before it were, and what its author sees there if that
    /// isn't known yet: what stands when it comes to it. Nothing is done.
    pub fn check_all(&mut self, commands: Vec<Authored>, now: Timestamp) -> Vec<Result<Authored, Refusals>> {
        let context = self.context(now);
        self.trial(|view| {
            let mut done = Vec::new();
            let last = commands.len().saturating_sub(1);
            let check = |(place, Authored { command, seen }): (usize, Authored)| {
                let seen = seen.or_else(|| command.standing_values(view));
                let decision = decide_edit(view, &context, &command, seen.as_ref())?.decision;
                // Nothing stands on the last.
                if place < last {
                    view.apply(&decision.changes);
                    done.push(decision.changes);
                }
                Ok(Authored { command, seen })
            };
            let checked = commands.into_iter().enumerate().map(check).collect();
            for changes in done.iter().rev() {
                view.undo(changes);
            }
            checked
        })
    }

    /// What a command would do to people.
    ///
    /// # Errors
    /// Every reason why it would be refused.
    pub fn dry_run(&mut self, command: &Command, now: Timestamp) -> Result<Impact, Refusals> {
        let context = self.context(now);
        self.trial(|view| dry_run(view, &context, command))
    }

    /// What would come of something done to many users, for each and for all.
    pub fn forecast(&mut self, action: &BulkAction, users: &[UserId], now: Timestamp) -> BulkForecast {
        let context = self.context(now);
        self.trial(|view| bulk_forecast(view, &context, action, users))
    }

    /// Tries something on the view that leaves it as it was.
    fn trial<R>(&mut self, tried: impl FnOnce(&mut Directory) -> R) -> R {
        #[cfg(feature = "watched")]
        let written = self.take_written();
        let answer = tried(&mut self.view);
        #[cfg(feature = "watched")]
        self.write_off(written);
        answer
    }

    /// Takes in a command that stands in the outbox, from this tab or another, and shows its outcome.
    /// One that is known already, or has its verdict, is left alone.
    pub fn adopt(&mut self, envelope: Envelope, now: Timestamp) {
        let seq = envelope.seq;
        if self.pending.contains_key(&seq) || self.inbox.contains_key(&seq) || self.unshown.judged(seq) {
            self.withdraw(&[envelope.id], now);
            return;
        }
        let in_order = self.pending.last_key_value().is_none_or(|(last, _)| *last < seq);
        let id = envelope.id;
        let mut pending = self.undecided(envelope);
        if !(in_order && self.unshown.all_before(seq)) {
            self.pending.insert(seq, pending);
            self.withdraw(&[id], now);
            self.settle(now);
        } else if let Some(changes) = self.lowest_draft(id) {
            // It is shown already, just where it belongs.
            pending.changes = changes;
            self.pending.insert(seq, pending);
        } else {
            let drafts = self.lift(&[id]);
            let pending = self.done(pending, now);
            self.pending.insert(seq, pending);
            self.lay(drafts, now);
        }
    }

    /// The next request: the oldest pending commands, and how far this client knows.
    pub fn request(&self) -> SyncRequest {
        SyncRequest {
            protocol: PROTOCOL_VERSION,
            user: self.user,
            device: self.device,
            cursor: *self.cursor,
            commands: self.pending.values().take(MAX_COMMANDS).map(|pending| pending.envelope.clone()).collect(),
            held: self.asked.then(|| Held::of(self.confirmed(), self.view.len())),
        }
    }

    /// What an answer means for this client; to be made durable, then taken in by [`Replica::absorb`]. None when the
    /// server asks what is held: the next request tells it, and everything else comes with the next answer.
    pub fn batch(&mut self, response: SyncResponse) -> Option<Batch> {
        let update = match response.update {
            Update::Delta(puts) => News::Delta(puts),
            Update::Snapshot(records) => News::Snapshot(records),
            Update::Difference { buckets, parts } => News::Delta(digest::puts(buckets, parts, self.confirmed())),
            Update::Stale => {
                self.asked = true;
                return None;
            }
        };
        self.asked = false;
        let settled = response.verdicts.iter().map(|verdict| verdict.seq).collect();
        let rejected = response.verdicts.into_iter().filter_map(|verdict| {
            let envelope = self.pending.get(&verdict.seq)?.envelope.clone();
            match verdict.outcome {
                Outcome::Applied { .. } => None,
                outcome => Some(Rejected { envelope, at: verdict.at, outcome }),
            }
        });
        let rejected = rejected.collect();
        Some(Batch { base: *self.cursor, cursor: response.cursor, now: response.now, update, settled, rejected })
    }

    /// Goes on as another device, with all that is pending: another browser profile numbers its commands under the same
    /// name ([`Outcome::Clashed`]). A command that had been sent under the old name is not done twice: the server knows
    /// it by its id.
    pub fn rename(&mut self, device: DeviceId) {
        self.device = device;
        for pending in self.pending.values_mut() {
            pending.envelope.device = device;
        }
    }

    /// Removes work from the inbox that the person has dealt with.
    pub fn dismiss(&mut self, seq: Seq) -> Option<Rejected> {
        self.inbox.remove(&seq)
    }

    /// A command that is pending here, and so is sent under this device's name, whatever its name was when it was issued; and with
    /// what its author saw as that is by now.
    fn undecided(&self, envelope: Envelope) -> Pending {
        let seen = envelope.seen.map(|seen| seen_without(seen, envelope.seq, self.inbox.values()));
        let envelope = Envelope { device: self.device, seen, ..envelope };
        Pending { envelope, changes: Changes::default(), refusals: None }
    }

    /// What a pending command does now, on top of the view; without effect while it would be refused.
    fn done(&mut self, mut pending: Pending, now: Timestamp) -> Pending {
        let Envelope { command, seen, .. } = &pending.envelope;
        (pending.changes, pending.refusals) = match self.shown(command, seen.as_ref(), now) {
            Ok(changes) => (changes, None),
            Err(refusals) => (Changes::default(), Some(refusals)),
        };
        self.view.apply(&pending.changes);
        pending
    }

    /// What is shown of a command before the server's word.
    fn shown(&self, command: &Command, seen: Option<&Command>, now: Timestamp) -> Result<Changes, Refusals> {
        let decision = self.check(command, seen, now)?;
        Ok(if command.shown_early() { decision.changes } else { Changes::default() })
    }
}

/// What the author of a pending edit saw, if of the edits that it had made before those never were that were refused since.
fn seen_without<'r>(mut seen: Command, of: Seq, inbox: impl DoubleEndedIterator<Item = &'r Rejected>) -> Command {
    let refused = inbox.rev().filter(|one| one.envelope.seq < of && matches!(one.outcome, Outcome::Refused { .. }));
    for Rejected { envelope: Envelope { command, seen: before, .. }, .. } in refused {
        seen = before.as_ref().and_then(|before| seen.seen_without(command, before)).unwrap_or(seen);
    }
    seen
}
