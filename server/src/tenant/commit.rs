//! Deciding a group of commands on the directory in memory, and gathering all that is to be written for them.

use super::{
    dry,
    known::Known,
    state::State,
    turn::{self, Turns},
    work::{Handed, Invited, Mails, Order, Work},
};
use crate::{
    clock::Clock,
    store::{
        Batch, Clash, Digest, Ending, JobKind, LogRow, NewJob, Secret, SecurityNote, StoredInvitation, StoredPut,
        StoredVerdict, Whereabouts,
    },
};
use rollcall_core::{
    Actor, Changes, Command, Context, Decision, Effect, Key, Record, Refusal,
    api::{LinkPurpose, SecurityKind},
    command::{Edited, Verb, decide_edit},
    context::View,
    id::{CommandId, DeviceId, UserId},
    model::Invitation,
    privacy::logged,
    record::encode,
    sync::{Envelope, Outcome, Seq, Verdict},
    time::Timestamp,
    value::Email,
};
use rustc_hash::FxHashMap;
use sha2::{Digest as _, Sha256};
use std::{borrow::Cow, collections::BTreeSet};

/// What goes with a command of the server itself.
#[derive(Clone, Copy)]
struct Besides<'a> {
    secrets: &'a [Secret],
    mails: &'a Mails,
    handed: Option<&'a Handed>,
}

impl Besides<'_> {
    const NOTHING: Self = Self { secrets: &[], mails: &Mails::All, handed: None };
}

/// What a group comes to.
pub(super) struct Done {
    pub batch: Batch,
    /// How to take it back in memory should the writing fail.
    pub applied: Vec<Changes>,
    /// How much whose commands change.
    pub spent: FxHashMap<UserId, usize>,
    /// Edits of which fields were kept out.
    pub kept: Vec<(CommandId, Command)>,
}

/// A group of commands in the making. Its changes stand in the directory already.
pub(super) struct Group<'s> {
    state: &'s mut State,
    clock: &'s Clock,
    now: Timestamp,
    batch: Batch,
    puts: FxHashMap<Key, StoredPut>,
    /// The moments for which something was ordered: once each, however many are invited then.
    wakes: BTreeSet<Timestamp>,
    applied: Vec<Changes>,
    kept: Vec<(CommandId, Command)>,
    fresh: Known,
    turns: Turns,
    /// How much is changed …
    weight: usize,
    /// … and whose commands do.
    spent: FxHashMap<UserId, usize>,
    /// Users whose secrets turned out not to fit: what brings them is refused.
    unfit: &'s [UserId],
}

impl<'s> Group<'s> {
    pub fn new(state: &'s mut State, clock: &'s Clock, unfit: &'s [UserId]) -> Self {
        let batch = Batch { forgotten: state.head.forgotten, ..Batch::new(state.tenant, state.head.version) };
        let (puts, wakes, applied, kept, fresh, spent) = Default::default();
        let (now, turns) = (clock.now(), Turns::new(&state.tuning));
        Self { now, state, clock, batch, puts, wakes, applied, kept, fresh, turns, weight: 0, spent, unfit }
    }

    /// Whether enough is changed for one transaction.
    pub fn is_full(&self) -> bool {
        self.weight >= self.state.tuning.changes
    }

    /// Decides some work, of which so many commands were decided before, given the verdicts that commands have already. What
    /// doesn't fit is left for the next group.
    pub async fn work(&mut self, work: &Work, before: usize, known: &Known) -> Vec<Verdict> {
        match work {
            Work::Pushed { user, envelopes } => {
                let mut verdicts = Vec::with_capacity(envelopes.len().saturating_sub(before));
                let mut refused = RefusedEdits::default();
                for (place, envelope) in envelopes.iter().enumerate() {
                    let seen = refused.seen_without(envelope);
                    if place < before {
                        refused.note(envelope, seen, known.of(*user, envelope.id));
                        continue;
                    }
                    if self.is_full() {
                        break;
                    }
                    let weight = self.weight;
                    verdicts.push(self.push(*user, (envelope, seen.as_deref()), known));
                    refused.note(envelope, seen, verdicts.last());
                    let weight = self.weight.saturating_sub(weight);
                    let spent = self.spent.entry(*user).or_default();
                    *spent = spent.saturating_add(weight);
                    self.turns.pass(verdicts.last().map_or(weight, |verdict| effort(verdict, weight))).await;
                }
                verdicts
            }
            Work::Ordered { orders } => self.run(orders, before).await,
        }
    }

    /// Decides the server's own commands, of which so many were decided before.
    pub async fn run(&mut self, orders: &[Order], before: usize) -> Vec<Verdict> {
        let mut verdicts = Vec::with_capacity(orders.len().saturating_sub(before));
        for (seq, order) in (1..).zip(orders).skip(before) {
            if self.is_full() {
                break;
            }
            let weight = self.weight;
            let id = CommandId::new(self.clock.id());
            let outcome = if let Some(refusal) = self.unfitting(order) {
                Outcome::Refused { refusals: refusal.into() }
            } else {
                let besides = Besides { secrets: &order.secrets, mails: &order.mails, handed: order.handed.as_ref() };
                self.decide(order.actor, None, id, (&order.command, None), besides)
            };
            let verdict = Verdict { seq: Seq(seq), command: id, at: self.now, outcome };
            let effort = effort(&verdict, self.weight.saturating_sub(weight));
            verdicts.push(verdict);
            self.turns.pass(effort).await;
        }
        verdicts
    }

    /// What is to be written, and what goes with it.
    pub fn done(self) -> Done {
        let Self { mut batch, puts, applied, spent, kept, wakes, clock, .. } = self;
        let wakes = wakes.into_iter().map(|due| NewJob { id: clock.id(), kind: JobKind::Wake { at: due }, due });
        batch.jobs.extend(wakes);
        batch.puts = puts.into_values().collect();
        batch.puts.sort_unstable_by_key(|put| put.version);
        Done { batch, applied, spent, kept }
    }

    /// One command from an outbox: each has exactly one durable verdict.
    fn push(&mut self, user: UserId, (envelope, seen): (&Envelope, Option<&Command>), known: &Known) -> Verdict {
        let slot = (user, envelope.device, envelope.seq);
        // Perhaps under another name or number: work that was carried over, or goes on as another device.
        if let Some(old) = known.of(user, envelope.id).or_else(|| self.fresh.of(user, envelope.id)) {
            return Verdict { seq: envelope.seq, ..old.clone() };
        }
        // It may have been done, and its verdict forgotten. A number that is as old belongs to another command.
        let forgotten = self.state.head.forgot(envelope.id);
        let held = known.at(&slot).or_else(|| self.fresh.at(&slot)).is_some();
        let taken = held || !forgotten && known.forgot(&slot);
        let (device, outcome) = if taken {
            self.set_apart(user, envelope);
            // Its verdict is kept like any other, under a name of its own: the number is another command's.
            (DeviceId::new(envelope.id.uuid()), Outcome::Clashed)
        } else if forgotten {
            (envelope.device, Outcome::Refused { refusals: Refusal::TooOld.into() })
        } else {
            let device = Some((envelope.device, envelope.seq));
            let authored = (&envelope.command, seen);
            let outcome = self.decide(Actor::User(user), device, envelope.id, authored, Besides::NOTHING);
            (envelope.device, outcome)
        };
        let verdict = Verdict { seq: envelope.seq, command: envelope.id, at: self.now, outcome };
        let stored = StoredVerdict { user, device, verdict: verdict.clone() };
        self.fresh.add(stored.clone());
        self.batch.verdicts.push(stored);
        verdict
    }

    /// The number was used before for another command.
    fn set_apart(&mut self, user: UserId, envelope: &Envelope) {
        let content = digest(envelope);
        let Envelope { device, seq, command, .. } = envelope.clone();
        self.batch.clashes.push(Clash { user, device, seq, content, at: self.now, command });
    }

    fn decide(
        &mut self,
        actor: Actor,
        device: Option<(DeviceId, Seq)>,
        id: CommandId,
        (command, seen): (&Command, Option<&Command>),
        besides: Besides<'_>,
    ) -> Outcome {
        let context = Context { actor, now: self.now, view: View::Whole };
        let Edited { command, decision, kept } = match decide_edit(&self.state.directory, &context, command, seen) {
            Ok(edited) => edited,
            Err(refusals) => return Outcome::Refused { refusals },
        };
        let decision = match dry::told(decision, besides.handed.is_some()) {
            Ok(decision) => decision,
            Err(refusals) => return Outcome::Refused { refusals },
        };
        if !kept.is_empty() {
            self.kept.push((id, command.clone()));
        }
        if decision == Decision::default() {
            // Others did the same, or what was to be done is kept out.
            return Outcome::of_edit(self.batch.version, kept);
        }
        self.batch.version += 1;
        let version = self.batch.version;
        self.state.apply(&decision.changes);
        self.weight = self.weight.saturating_add(decision.changes.weight());
        for change in &decision.changes.0 {
            let put = StoredPut { key: change.key, version, record: change.after.clone() };
            self.puts.insert(change.key, put);
            // Nobody may be there when it is due.
            if let Some(Record::Scheduled(scheduled)) = &change.after
                && let Some(due) = scheduled.due()
            {
                self.wakes.insert(due);
            }
        }
        self.batch.secrets.extend_from_slice(besides.secrets);
        let silenced = |effect: &Effect| {
            *besides.mails == Mails::Quiet
                && matches!(effect, Effect::SendInvitation { .. } | Effect::SendWelcome { .. })
        };
        for effect in decision.effects.iter().filter(|effect| !silenced(effect)) {
            self.effect(effect, besides);
        }
        let (command, changes) = logged(command, decision.changes.clone());
        self.batch.log.push(LogRow { version, at: self.now, actor, device, id, command, changes });
        self.applied.push(decision.changes);
        Outcome::of_edit(version, kept)
    }

    /// What a decision asks of the server, in the same transaction.
    fn effect(&mut self, effect: &Effect, Besides { mails, handed, .. }: Besides<'_>) {
        match *effect {
            Effect::SendInvitation { user } => {
                // The older code ends now, not when the mail is written (invariant 11).
                self.batch.secrets.push(Secret::EndInvitations { user, ending: Ending::Ended });
                let round = self.round(user).unwrap_or_default();
                self.job(JobKind::SendInvitation { user, round });
            }
            Effect::EndInvitation { user } => {
                self.batch.secrets.push(Secret::EndInvitations { user, ending: Ending::Ended });
            }
            Effect::ForcePasswordReset { user } => {
                self.batch.secrets.push(Secret::ExpirePassword { user, at: self.now });
                self.note(SecurityKind::ResetOrdered, user);
                self.job(JobKind::SendLink { user, purpose: LinkPurpose::Reset });
            }
            Effect::SendWelcome { user } => self.job(JobKind::SendLink { user, purpose: LinkPurpose::Welcome }),
            Effect::IdentifiersChanged { user } => {
                // Links went to the address that was.
                self.batch.secrets.push(Secret::EndLinks { user });
                if !matches!(mails, Mails::Recovery { .. }) {
                    self.job(JobKind::FollowAddress { user });
                }
            }
            Effect::EndSessions { user } => {
                self.note(SecurityKind::SessionEnded, user);
                self.batch.secrets.push(Secret::EndSessions { user, at: self.now });
            }
            Effect::SendRecovery { user } => {
                self.note(SecurityKind::RecoveryOrdered, user);
                self.job(match mails {
                    Mails::Recovery { to } => JobKind::MoveOwner { user, to: to.clone() },
                    Mails::All | Mails::Quiet => JobKind::SendLink { user, purpose: LinkPurpose::Recovery },
                });
            }
            Effect::Erase { user } => {
                self.batch.secrets.push(Secret::Forget { user });
                self.job(JobKind::Erase { user });
            }
            Effect::HandOver { user, .. } => {
                let Some(handed) = handed else { return };
                self.note(SecurityKind::HandedOver, user);
                let secret = self.handed(user, handed);
                self.batch.secrets.extend(secret);
            }
            Effect::ForgetSecrets { user } => self.batch.secrets.push(Secret::Forget { user }),
        }
    }

    fn job(&mut self, kind: JobKind) {
        self.batch.jobs.push(NewJob { id: self.clock.id(), kind, due: self.now });
    }

    fn round(&self, user: UserId) -> Option<u32> {
        Some(self.state.directory.user(user)?.invitation?.round)
    }

    /// What is stored of what is handed over to a user.
    fn handed(&self, user: UserId, handed: &Handed) -> Option<Secret> {
        let (token, code) = match handed {
            Handed::Password { new, until } => {
                return Some(Secret::SetTemporary { user, new: new.clone(), until: *until });
            }
            Handed::Invitation { token, code } => (*token, *code),
        };
        let Invitation { round, expires, .. } = self.state.directory.user(user)?.invitation?;
        let (tenant, created) = (self.state.tenant, self.now);
        let (email, handed, tries, ending) = (None, true, 0, None);
        let invitation =
            StoredInvitation { token, tenant, user, email, handed, code, round, created, expires, tries, ending };
        Some(Secret::Invite(invitation))
    }

    /// Why what the order rests on is no longer so.
    fn unfitting(&self, order: &Order) -> Option<Refusal> {
        let invited = order.invited.as_ref().is_none_or(|Invited { user, round, email }| {
            let now = self.state.directory.user(*user).and_then(|user| user.email());
            let same = |email: &Email| now.is_some_and(|now| now.folded() == email.folded());
            self.round(*user) == Some(*round) && email.as_ref().is_none_or(same)
        });
        let unfit = |secret: &Secret| matches!(secret, Secret::Link { user, .. } if self.unfit.contains(user));
        if order.handed.is_some() && order.command.user().is_some_and(|user| self.unfit.contains(&user)) {
            return Some(Refusal::AccountElsewhere);
        }
        (!invited || order.secrets.iter().any(unfit)).then_some(Refusal::InvitationExpired)
    }

    /// A note for the organisation's security log.
    fn note(&mut self, kind: SecurityKind, user: UserId) {
        let (id, at, place) = (self.clock.id(), self.now, Some((self.state.tenant, user)));
        let whereabouts = Whereabouts::default();
        self.batch.secrets.push(Secret::Note(SecurityNote { id, at, kind, account: None, place, whereabouts }));
    }
}

/// The last edit of each facet of each record that was refused to who sends some now, with what its author saw. What was edited
/// after it saw its values, which never stood anywhere: nobody changed them (domain.md, 2.21).
#[derive(Default)]
struct RefusedEdits<'e>(FxHashMap<(Key, Verb), (&'e Command, Cow<'e, Command>)>);

impl<'e> RefusedEdits<'e> {
    /// What the author of an edit saw, without what was refused.
    fn seen_without(&self, envelope: &'e Envelope) -> Option<Cow<'e, Command>> {
        let seen = envelope.seen.as_ref()?;
        let refused = seen.edits().and_then(|about| self.0.get(&(about, seen.verb())));
        let without = refused.and_then(|(refused, before)| seen.seen_without(refused, before));
        Some(without.map_or(Cow::Borrowed(seen), Cow::Owned))
    }

    fn note(
        &mut self,
        Envelope { command, .. }: &'e Envelope,
        seen: Option<Cow<'e, Command>>,
        verdict: Option<&Verdict>,
    ) {
        if verdict.is_some_and(|verdict| matches!(verdict.outcome, Outcome::Refused { .. }))
            && let Some((about, seen)) = command.edits().zip(seen)
        {
            self.0.insert((about, command.verb()), (command, seen));
        }
    }
}

/// How much work it was to decide a command that changes so much.
fn effort(verdict: &Verdict, weight: usize) -> usize {
    match &verdict.outcome {
        Outcome::Refused { refusals } => turn::refused(refusals),
        Outcome::Applied { .. } | Outcome::Merged { .. } | Outcome::Clashed => weight,
    }
}

/// A digest of all that a device says about a command, so that one that was set apart is kept once.
fn digest(envelope: &Envelope) -> Digest {
    Sha256::digest(encode(envelope)).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Tuning;
    use rollcall_core::{
        command::{CreateTeam, Expire},
        id::{TeamId, TenantId},
        model::TeamKind,
        value::TeamName,
    };
    use std::{
        future::poll_fn,
        pin::pin,
        task::Poll::{Pending, Ready},
    };

    #[tokio::test]
    async fn a_group_ends_where_enough_is_changed_and_another_goes_on_there() {
        let tuning = Tuning { changes: 2, ..Tuning::default() };
        let (mut state, clock) = (State::empty(TenantId::fixed(1), tuning), Clock::fixed(Timestamp(1)));
        let team = |n: u128| {
            let (name, kind, members) = (TeamName::parse(&format!("Team {n}")).unwrap(), TeamKind::Team, Vec::new());
            CreateTeam { id: TeamId::fixed(n), name, kind, members }
        };
        let orders = (1..=5).map(|n| Order::new(Actor::System, team(n))).collect();
        let (work, known, mut seqs) = (Work::Ordered { orders }, Known::default(), Vec::new());
        for expected in [2, 2, 1] {
            let mut group = Group::new(&mut state, &clock, &[]);
            let verdicts = group.work(&work, seqs.len(), &known).await;
            assert!(verdicts.iter().all(|verdict| matches!(verdict.outcome, Outcome::Applied { .. })), "{verdicts:?}");
            assert_eq!(verdicts.len(), expected);
            assert!(group.done().batch.log.len() == expected);
            seqs.extend(verdicts.iter().map(|verdict| verdict.seq.0));
        }
        assert_eq!(seqs, [1, 2, 3, 4, 5]);
    }

    #[tokio::test]
    async fn a_long_group_gives_others_their_turn() {
        let tuning = Tuning::default();
        let (mut state, clock) = (State::empty(TenantId::fixed(1), tuning), Clock::fixed(Timestamp(1)));
        let mut group = Group::new(&mut state, &clock, &[]);
        // They are refused, which is work too: each as much as ten changes.
        let work = Work::Ordered { orders: vec![Order::new(Actor::System, Expire {}); tuning.decided] };
        let (known, mut turns) = (Known::default(), 0);
        let mut deciding = pin!(group.work(&work, 0, &known));
        let verdicts = poll_fn(|cx| match deciding.as_mut().poll(cx) {
            Pending => {
                turns += 1;
                Pending
            }
            Ready(verdicts) => Ready(verdicts),
        });
        assert_eq!((verdicts.await.len(), turns), (tuning.decided, 10));
    }

    #[tokio::test]
    async fn what_is_refused_because_it_is_too_much_takes_a_whole_turn() {
        let (mut state, clock) = (State::empty(TenantId::fixed(1), Tuning::default()), Clock::fixed(Timestamp(1)));
        let mut group = Group::new(&mut state, &clock, &[]);
        let name = TeamName::parse("Everybody").unwrap();
        let members = (0..20_001).map(UserId::fixed).collect();
        let crowd = CreateTeam { id: TeamId::fixed(1), name, kind: TeamKind::Team, members };
        let work = Work::Ordered { orders: vec![Order::new(Actor::System, crowd); 3] };
        let (known, mut turns) = (Known::default(), 0);
        let mut deciding = pin!(group.work(&work, 0, &known));
        let verdicts = poll_fn(|cx| match deciding.as_mut().poll(cx) {
            Pending => {
                turns += 1;
                Pending
            }
            Ready(verdicts) => Ready(verdicts),
        });
        let too_many = |verdict: &Verdict| {
            let Outcome::Refused { refusals } = &verdict.outcome else { return false };
            refusals.iter().any(|refusal| matches!(refusal, Refusal::TooManyChanges { .. }))
        };
        let verdicts = verdicts.await;
        assert!(verdicts.iter().all(too_many), "{verdicts:?}");
        assert_eq!(turns, 3);
    }
}
