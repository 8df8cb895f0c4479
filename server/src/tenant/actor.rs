//! The task of one tenant: takes messages, decides and commits commands in groups, answers questions in between.

use super::{
    Result, Tenants,
    commit::{Done, Group},
    dry, kept,
    reading::Reading,
    state::State,
    sync::{Ask, Pulled, Reply, Told},
    work::{Order, Work},
};
use crate::store::{Commit, Notice};
use rollcall_core::{
    Actor as Who, Command, Directory,
    api::Answer,
    command::{CarryOut, Expire},
    id::{TenantId, UserId},
    sync::{Envelope, SyncResponse, Verdict},
};
use std::{collections::VecDeque, time::Duration};
use tokio::{
    sync::{broadcast, mpsc, oneshot, watch},
    time::{MissedTickBehavior, interval},
};

/// How often to look for commits of other processes, besides being woken.
const POLL: Duration = Duration::from_secs(5);
/// How often to decide again because another process was faster.
const TRIES: usize = 30;

/// What a tenant's task is asked.
pub(super) enum Message {
    Submit {
        work: Work,
        reply: oneshot::Sender<Result<Vec<Verdict>>>,
    },
    /// Push and pull in one; refused when the user isn't active, before anything is decided.
    Sync {
        user: UserId,
        envelopes: Vec<Envelope>,
        known: Ask,
        /// Whoever asks has a share of large answers.
        large: bool,
        reply: Reply,
    },
    Read(Box<dyn FnOnce(&Directory) + Send>),
    /// What these would do.
    Dry {
        user: UserId,
        commands: Vec<Command>,
        /// Whether who asks is told what is handed over.
        handed: bool,
        reply: oneshot::Sender<Vec<Answer>>,
    },
}

/// Whom to answer when work is committed.
enum Waiting {
    Verdicts(oneshot::Sender<Result<Vec<Verdict>>>),
    News(Asked),
}

/// Who asks what there is to know.
struct Asked {
    user: UserId,
    known: Ask,
    large: bool,
    reply: Reply,
}

/// Work to be committed.
struct Submission {
    work: Work,
    waiting: Waiting,
    /// On the commands that were committed already.
    verdicts: Vec<Verdict>,
}

impl Submission {
    fn new(work: Work, waiting: Waiting) -> Self {
        Self { work, waiting, verdicts: Vec::new() }
    }

    fn is_done(&self) -> bool {
        self.verdicts.len() >= self.work.commands()
    }
}

pub(super) struct Actor {
    tenants: Tenants,
    tenant: TenantId,
    inbox: mpsc::Receiver<Message>,
    told: watch::Sender<u64>,
    /// Views that are being read, the oldest first.
    readings: VecDeque<Reading>,
}

impl Actor {
    pub fn new(tenants: Tenants, tenant: TenantId, inbox: mpsc::Receiver<Message>, told: watch::Sender<u64>) -> Self {
        Self { tenants, tenant, inbox, told, readings: VecDeque::new() }
    }

    /// Serves the tenant until nobody has needed it for a while.
    pub async fn run(mut self) {
        let mut notices = self.tenants.0.store.notices();
        let mut state = match State::load(&*self.tenants.0.store, self.tenant, self.tenants.0.tuning).await {
            Ok(state) => state,
            Err(error) => return self.fail(&error),
        };
        self.tell(&state);
        let mut poll = interval(POLL);
        poll.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut idle = 0;
        loop {
            // In this order, because chance would make no run like another: what is rare comes first, so that no flood of
            // messages hides what other processes did.
            tokio::select! {
                biased;
                _ = news(&mut notices, self.tenant) => self.look(&mut state).await,
                _ = poll.tick() => {
                    idle += 1;
                    if idle > state.tuning.idle && self.leave() {
                        return;
                    }
                    self.look(&mut state).await;
                    self.commit(&mut state, Vec::new()).await;
                }
                message = self.inbox.recv() => {
                    let Some(message) = message else { return };
                    idle = 0;
                    self.serve(&mut state, message).await;
                }
                () = std::future::ready(()), if !self.readings.is_empty() => {}
            }
            self.read_on(&state).await;
            self.tell(&state);
        }
    }

    /// Takes in what other processes did.
    async fn look(&self, state: &mut State) {
        let store = &*self.tenants.0.store;
        let behind = match store.head(self.tenant).await {
            Ok(head) => head.is_some_and(|head| head != state.head),
            Err(_) => false,
        };
        if behind && let Err(error) = state.catch_up(store).await {
            tracing::warn!(tenant = %self.tenant, %error, "could not take in what another process did");
        }
    }

    /// One message, and all that wait behind it: commands first and together, then the questions.
    async fn serve(&mut self, state: &mut State, first: Message) {
        let (mut submissions, mut questions): (Vec<Submission>, _) = (Vec::new(), Vec::new());
        let mut next = Some(first);
        while let Some(message) = next {
            match message {
                Message::Submit { work, reply } => submissions.push(Submission::new(work, Waiting::Verdicts(reply))),
                Message::Sync { user, envelopes, known, large, reply } if !envelopes.is_empty() => {
                    match state.seen_by(user, self.tenants.0.clock.now()) {
                        Ok(_) => {
                            let work = Work::Pushed { user, envelopes };
                            let asked = Asked { user, known, large, reply };
                            submissions.push(Submission::new(work, Waiting::News(asked)));
                        }
                        Err(error) => drop(reply.send(Err(error))),
                    }
                }
                question => questions.push(question),
            }
            let commands: usize = submissions.iter().map(|submission| submission.work.commands()).sum();
            let full = submissions.len() + questions.len() >= state.tuning.group || commands >= state.tuning.commands;
            next = if full { None } else { self.inbox.try_recv().ok() };
        }
        self.commit(state, submissions).await;
        for question in questions {
            match question {
                Message::Sync { user, known, large, reply, .. } => {
                    self.answer(state, Asked { user, known, large, reply }, Vec::new()).await;
                }
                Message::Read(question) => question(&state.directory),
                Message::Dry { user, commands, handed, reply } => {
                    let (shared, now) = (&self.tenants.0, self.tenants.0.clock.now());
                    let weight = dry::run(state, (user, now), (&commands, handed), reply).await;
                    shared.allowances.changed((self.tenant, user), weight, now);
                }
                Message::Submit { .. } => {}
            }
        }
    }

    /// Tells a user's client the news, or begins to read them.
    async fn answer(&mut self, state: &mut State, asked: Asked, verdicts: Vec<Verdict>) {
        let Asked { user, known, large, reply } = asked;
        let shared = &self.tenants.0;
        let now = shared.clock.now();
        match state.pull(&*shared.store, user, known, now).await {
            Ok(Pulled::Answer(news)) => drop(reply.send(Ok(Told::News(SyncResponse { verdicts, ..news })))),
            Ok(Pulled::Whole(_) | Pulled::Since(_)) if !large => {
                drop(reply.send(Ok(Told::Large(verdicts, state.view_bytes()))));
            }
            Ok(Pulled::Whole(held)) => self.readings.extend(Reading::whole(state, user, held, now, reply)),
            Ok(Pulled::Since(changed)) => self.readings.extend(Reading::since(state, user, changed, now, reply)),
            Err(error) => drop(reply.send(Err(error))),
        }
    }

    /// Reads on in one of the views, in turns.
    async fn read_on(&mut self, state: &State) {
        if let Some(reading) = self.readings.pop_front() {
            let shared = &self.tenants.0;
            self.readings.extend(reading.go_on(state, shared.clock.now(), &shared.heavy));
            // Other tasks of this thread have their turn too.
            tokio::task::yield_now().await;
        }
    }

    /// Decides and commits a group, in as many transactions as it takes; decides again when another process was faster. What
    /// the clock has ended goes first, so that no command and no question meets it.
    async fn commit(&mut self, state: &mut State, mut submissions: Vec<Submission>) {
        self.expire(state, &mut submissions).await;
        let mut submissions = VecDeque::from(submissions);
        while !submissions.is_empty() {
            match self.try_commit(state, submissions.make_contiguous()).await {
                Ok(answers) => {
                    for (submission, verdicts) in submissions.iter_mut().zip(answers) {
                        submission.verdicts.extend(verdicts);
                    }
                    while let Some(Submission { waiting, verdicts, .. }) =
                        submissions.pop_front_if(|first| first.is_done())
                    {
                        match waiting {
                            Waiting::Verdicts(reply) => drop(reply.send(Ok(verdicts))),
                            Waiting::News(asked) => self.answer(state, asked, verdicts).await,
                        }
                    }
                }
                Err(error) => {
                    tracing::error!(tenant = %self.tenant, %error, "a commit failed");
                    for Submission { waiting, .. } in submissions.drain(..) {
                        match waiting {
                            Waiting::Verdicts(reply) => drop(reply.send(Err(error.clone()))),
                            Waiting::News(Asked { reply, .. }) => drop(reply.send(Err(error.clone()))),
                        }
                    }
                }
            }
        }
    }

    /// Puts before a group what lets go of all that the clock has ended. That is one command as a rule; where it is more than
    /// one command may change, the others go first, each in a group of its own.
    async fn expire(&self, state: &mut State, submissions: &mut Vec<Submission>) {
        let expire = || {
            let work = Work::Ordered { orders: vec![Order::new(Who::System, Expire {})] };
            Submission::new(work, Waiting::Verdicts(oneshot::channel().0))
        };
        let now = self.tenants.0.clock.now();
        while !Expire::suffices(&state.directory, now) {
            let before = state.head.version;
            if let Err(error) = self.try_commit(state, &[expire()]).await {
                tracing::error!(tenant = %self.tenant, %error, "what is over could not be removed");
                break;
            }
            if state.head.version == before {
                // Nothing went: one of them alone is more than a command may change.
                break;
            }
        }
        // What somebody ordered for this moment is carried out after it, so many at a time. Each is done or put off.
        let due = CarryOut::due(&state.directory, now).take(state.tuning.commands);
        let orders: Vec<Order> = due.map(|due| Order::new(Who::System, due)).collect();
        if !orders.is_empty() {
            let work = Work::Ordered { orders };
            submissions.insert(0, Submission::new(work, Waiting::Verdicts(oneshot::channel().0)));
        }
        if state.directory.due(now).next().is_some() {
            submissions.insert(0, expire());
        }
    }

    /// Has as much decided and committed as goes into one transaction, and gives the verdicts on it.
    async fn try_commit(&self, state: &mut State, submissions: &[Submission]) -> Result<Vec<Vec<Verdict>>> {
        let shared = &self.tenants.0;
        let work: Vec<(&Work, usize)> = submissions.iter().map(|one| (&one.work, one.verdicts.len())).collect();
        let (mut thorough, mut unfit) = (false, Vec::new());
        for _ in 0..TRIES {
            let known = state.highest.look_up(&*shared.store, self.tenant, &work, thorough).await?;
            let mut group = Group::new(state, &shared.clock, &unfit);
            let mut answers = Vec::with_capacity(submissions.len());
            for (work, before) in &work {
                if group.is_full() {
                    break;
                }
                answers.push(group.work(work, *before, &known).await);
            }
            let Done { mut batch, applied, spent, kept } = group.done();
            if batch.is_empty() {
                return Ok(answers);
            }
            let found = match kept::look_up(&*shared.store, &batch, kept).await {
                Ok(found) => found,
                Err(error) => {
                    applied.iter().rev().for_each(|changes| state.undo(changes));
                    return Err(error.into());
                }
            };
            let judged = batch.verdicts.iter_mut().map(|stored| &mut stored.verdict);
            kept::tell(&found, judged.chain(answers.iter_mut().flatten()));
            let committed = shared.store.commit(&batch).await;
            if let Ok(Commit::Done) = committed {
                for put in &batch.puts {
                    state.recent.add(put.version, put.key);
                }
                state.head.version = batch.version;
                state.highest.note(&batch.verdicts);
                for (user, weight) in spent.into_iter().chain(found.in_vain) {
                    shared.allowances.changed((self.tenant, user), weight, shared.clock.now());
                }
                if !batch.jobs.is_empty() {
                    shared.jobs.notify_one();
                }
                return Ok(answers);
            }
            for changes in applied.iter().rev() {
                state.undo(changes);
            }
            // A connection lost during the commit leaves open whether it went through: look.
            state.catch_up(&*shared.store).await?;
            match committed? {
                Commit::Repeated => thorough = true,
                Commit::Unfit(user) => unfit.push(user),
                Commit::Done | Commit::Conflict | Commit::LinkOver => {}
            }
        }
        Err(super::TenantError::Busy)
    }

    /// Tells whoever watches, once for each new version.
    fn tell(&self, state: &State) {
        self.told.send_if_modified(|version| std::mem::replace(version, state.head.version) != state.head.version);
    }

    /// Leaves the memory, unless somebody watches or has just asked.
    fn leave(&mut self) -> bool {
        let mut active = self.tenants.active();
        // The registry itself holds one receiver.
        if self.told.receiver_count() > 1 || !self.inbox.is_empty() || !self.readings.is_empty() {
            return false;
        }
        active.remove(&self.tenant);
        self.inbox.close();
        self.inbox.is_empty()
    }

    /// The tenant can't be loaded: answers whoever waits. The next one who asks tries again.
    fn fail(mut self, error: &super::TenantError) {
        tracing::error!(tenant = %self.tenant, %error, "the tenant could not be loaded");
        self.tenants.active().remove(&self.tenant);
        self.inbox.close();
        while let Ok(message) = self.inbox.try_recv() {
            match message {
                Message::Submit { reply, .. } => drop(reply.send(Err(error.clone()))),
                Message::Sync { reply, .. } => drop(reply.send(Err(error.clone()))),
                Message::Read(_) | Message::Dry { .. } => {}
            }
        }
    }
}

/// Waits until another process tells of this tenant.
async fn news(notices: &mut broadcast::Receiver<Notice>, tenant: TenantId) {
    loop {
        match notices.recv().await {
            Ok(told) if told != tenant => {}
            // Too many to keep count of: look.
            Ok(_) | Err(broadcast::error::RecvError::Lagged(_)) => return,
            Err(broadcast::error::RecvError::Closed) => return std::future::pending().await,
        }
    }
}
