//! Tenants at work: one task for each tenant that somebody uses. It holds the directory, decides in memory, and commits
//! in groups. Correctness rests on the store's commit-if-version alone, so any process may serve any tenant.

mod actor;
mod commit;
mod dry;
mod kept;
mod known;
mod reading;
mod recent;
mod state;
mod sync;
mod turn;
mod work;

pub use sync::Ask;
pub use work::{Handed, Invited, Mails, Order};

use crate::{
    allowance::Allowances,
    clock::Clock,
    heavy::Heavy,
    limits::{Answers, Patience, Tuning},
    shares::{Share, Shares, kib},
    store::{self, Batch, Commit, NewJob, Secret, Store, StoreError, UsedLink},
};
use actor::{Actor as Task, Message};
use rollcall_core::{
    Actor, Command, Context, Directory, Refusals,
    access::Holding,
    api::Answer,
    command::FoundOrganisation,
    context::View,
    id::{TenantId, UserId},
    model::IdentifierKind,
    query,
    sync::{Envelope, SyncResponse, Verdict},
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use sync::Told;
use tokio::sync::{Notify, mpsc, oneshot, watch};

/// Why a tenant did not answer.
#[derive(Clone, Debug, thiserror::Error)]
pub enum TenantError {
    /// There is no such tenant.
    #[error("no such organisation")]
    Unknown,
    /// Who asks may not.
    #[error("refused")]
    Refused(Refusals),
    /// Who asks signed in by a kind of identifier that the organisation does not take.
    #[error("the organisation asks for another kind of sign-in")]
    OtherKind,
    /// The store failed; nothing was done.
    #[error(transparent)]
    Store(Arc<StoreError>),
    /// The task ended before it answered, or other processes were always faster.
    #[error("the organisation is busy: try again")]
    Busy,
}

impl From<StoreError> for TenantError {
    fn from(error: StoreError) -> Self {
        Self::Store(Arc::new(error))
    }
}

type Result<T> = std::result::Result<T, TenantError>;

/// All tenants; those in use are in memory.
#[derive(Clone)]
pub struct Tenants(Arc<Shared>);

struct Shared {
    store: Arc<dyn Store>,
    clock: Clock,
    tuning: Tuning,
    heavy: Heavy,
    /// Large answers on their way.
    answers: Shares,
    allowances: Allowances,
    patience: Patience,
    active: Mutex<HashMap<TenantId, Door>>,
    /// Rung when a commit wrote a job.
    jobs: Arc<Notify>,
}

/// The way to a tenant's task.
#[derive(Clone)]
struct Door {
    messages: mpsc::Sender<Message>,
    version: watch::Receiver<u64>,
}

/// What a client is answered.
pub struct News {
    pub answer: SyncResponse,
    /// Of large answers, when it is one: to be kept until the client has it.
    pub share: Option<Share>,
}

/// One tenant. Cheap to make and to drop; the task behind it comes and goes as needed.
#[derive(Clone)]
pub struct Tenant {
    tenants: Tenants,
    id: TenantId,
}

impl Tenants {
    /// The tenants of a store.
    pub fn new(store: Arc<dyn Store>, clock: Clock) -> Self {
        Self::tuned(
            store,
            clock,
            Tuning::default(),
            Shares::new(Answers::default().0),
            Allowances::default(),
            Heavy::new(),
            Patience::default(),
        )
    }

    /// The same, served another way from other sizes on. Large answers and what users change are counted, and views told apart,
    /// there. An organisation that is asked for somebody's sake elsewhere is waited for so long.
    pub fn tuned(
        store: Arc<dyn Store>,
        clock: Clock,
        tuning: Tuning,
        answers: Shares,
        allowances: Allowances,
        heavy: Heavy,
        patience: Patience,
    ) -> Self {
        let (active, jobs) = (Mutex::default(), Arc::default());
        Self(Arc::new(Shared { store, clock, tuning, heavy, answers, allowances, patience, active, jobs }))
    }

    /// Rung when there is a job to do.
    pub fn job_bell(&self) -> Arc<Notify> {
        self.0.jobs.clone()
    }

    /// A tenant, be it there or not.
    pub fn tenant(&self, id: TenantId) -> Tenant {
        Tenant { tenants: self.clone(), id }
    }

    /// Makes a tenant, with its owner's account, or the mail that asks the account's person.
    ///
    /// # Errors
    /// The command is refused, the slug is taken, or the store fails.
    pub async fn found(&self, command: FoundOrganisation, secrets: Vec<Secret>, jobs: Vec<NewJob>) -> Result<()> {
        match self.commit_founding(command, secrets, jobs, None).await? {
            Commit::Done => Ok(()),
            Commit::Conflict | Commit::Repeated | Commit::Unfit(_) | Commit::LinkOver => Err(TenantError::Busy),
        }
    }

    /// Makes the first tenant of this server by its set-up link, with its owner's account. No when the link is over.
    ///
    /// # Errors
    /// As with [`Tenants::found`].
    pub async fn set_up(&self, command: FoundOrganisation, secrets: Vec<Secret>, by: UsedLink) -> Result<bool> {
        match self.commit_founding(command, secrets, Vec::new(), Some(by)).await? {
            Commit::Done => Ok(true),
            Commit::LinkOver => Ok(false),
            Commit::Conflict | Commit::Repeated | Commit::Unfit(_) => Err(TenantError::Busy),
        }
    }

    async fn commit_founding(
        &self,
        command: FoundOrganisation,
        secrets: Vec<Secret>,
        jobs: Vec<NewJob>,
        by: Option<UsedLink>,
    ) -> Result<Commit> {
        let tenant = command.organisation.id;
        let log_epoch = self.0.clock.random().log_epoch();
        let founding = store::Founding { slug: command.organisation.slug.clone(), log_epoch, by };
        let mut state = state::State::empty(tenant, self.0.tuning);
        let mut group = commit::Group::new(&mut state, &self.0.clock, &[]);
        let verdicts = group.run(&[Order { secrets, ..Order::new(Actor::System, command) }], 0).await;
        let batch = group.done().batch;
        if let Some(rollcall_core::sync::Outcome::Refused { refusals }) = verdicts.first().map(|v| v.outcome.clone()) {
            return Err(TenantError::Refused(refusals));
        }
        Ok(self.0.store.commit(&Batch { founding: Some(founding), jobs, ..batch }).await?)
    }

    /// The door to the tenant's task, which is started when it isn't running.
    async fn door(&self, id: TenantId) -> Result<Door> {
        if let Some(door) = self.active().get(&id).filter(|door| !door.messages.is_closed()) {
            return Ok(door.clone());
        }
        if self.0.store.head(id).await?.is_none() {
            return Err(TenantError::Unknown);
        }
        let mut active = self.active();
        if let Some(door) = active.get(&id).filter(|door| !door.messages.is_closed()) {
            return Ok(door.clone());
        }
        let (messages, inbox) = mpsc::channel(1024);
        let (told, version) = watch::channel(0);
        let door = Door { messages, version };
        active.insert(id, door.clone());
        tokio::spawn(Task::new(self.clone(), id, inbox, told).run());
        Ok(door)
    }

    fn active(&self) -> std::sync::MutexGuard<'_, HashMap<TenantId, Door>> {
        self.0.active.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Tenant {
    /// Has a device's commands decided and made durable, in order. Those that were decided before get their old verdict.
    ///
    /// # Errors
    /// The tenant is unknown or the store failed. Then nothing was done, or the first of them, should all have changed more
    /// than goes into one transaction.
    pub async fn push(&self, user: UserId, envelopes: Vec<Envelope>) -> Result<Vec<Verdict>> {
        if envelopes.is_empty() {
            return Ok(Vec::new());
        }
        self.ask(|reply| Message::Submit { work: work::Work::Pushed { user, envelopes }, reply }).await?
    }

    /// Has the server's own commands decided and made durable, in order, each with the secrets that go with it.
    ///
    /// # Errors
    /// As with [`Tenant::push`].
    pub async fn run(&self, orders: Vec<Order>) -> Result<Vec<Verdict>> {
        self.ask(|reply| Message::Submit { work: work::Work::Ordered { orders }, reply }).await?
    }

    /// Push and pull in one: has a user's commands decided as [`Tenant::push`] does, then tells what changed since what
    /// its client knows. A large view is read once the user has a share of large answers.
    ///
    /// # Errors
    /// The tenant is unknown, the user isn't active there, or the store failed; then nothing was done, save that commands
    /// may have their verdicts when what changed could not be told.
    pub async fn sync(&self, user: UserId, envelopes: Vec<Envelope>, known: Ask) -> Result<News> {
        let again = known.clone();
        let (verdicts, bytes) =
            match self.ask(|reply| Message::Sync { user, envelopes, known, large: false, reply }).await?? {
                Told::News(answer) => return Ok(News { answer, share: None }),
                Told::Large(verdicts, bytes) => (verdicts, bytes),
            };
        let (envelopes, share) = (Vec::new(), self.tenants.0.answers.take((self.id, user), kib(bytes)).await);
        match self.ask(|reply| Message::Sync { user, envelopes, known: again, large: true, reply }).await?? {
            Told::News(answer) => Ok(News { answer: SyncResponse { verdicts, ..answer }, share: Some(share) }),
            // It was said that it may be large.
            Told::Large(..) => Err(TenantError::Busy),
        }
    }

    /// Asks the directory something.
    ///
    /// # Errors
    /// The tenant is unknown, or could not be loaded.
    pub async fn read<T: Send + 'static>(&self, question: impl FnOnce(&Directory) -> T + Send + 'static) -> Result<T> {
        self.ask(|reply| {
            Message::Read(Box::new(move |directory| {
                let _ = reply.send(question(directory));
            }))
        })
        .await
    }

    /// Asks the directory something for the sake of a person who is a user of other organisations too: no longer than the server
    /// has patience, so that a busy one holds up nothing that its members do elsewhere.
    ///
    /// # Errors
    /// As with [`Tenant::read`], or it is busy.
    pub async fn read_in_time<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Directory) -> T + Send + 'static,
    ) -> Result<T> {
        let asked = tokio::time::timeout(self.tenants.0.patience.0, self.read(question)).await;
        asked.unwrap_or(Err(TenantError::Busy))
    }

    /// What each of these commands would do, if the allowed ones before it were done. Nothing is done. Once they change
    /// together what one command may at most, the others are refused.
    ///
    /// # Errors
    /// The tenant is unknown, or could not be loaded.
    pub async fn try_dry(&self, user: UserId, commands: Vec<Command>) -> Result<Vec<Answer>> {
        self.ask(|reply| Message::Dry { user, commands, handed: false, reply }).await
    }

    /// The same where what is handed over is told to who asks.
    ///
    /// # Errors
    /// The tenant is unknown, or could not be loaded.
    pub async fn try_dry_handed(&self, user: UserId, commands: Vec<Command>) -> Result<Vec<Answer>> {
        self.ask(|reply| Message::Dry { user, commands, handed: true, reply }).await
    }

    /// What a user holds that may open the portal: that it is active, more than a Simple user, and signed in by what the
    /// organisation takes.
    ///
    /// # Errors
    /// It may not, the tenant is unknown, or could not be loaded.
    pub async fn admit(&self, user: UserId, by: Option<IdentifierKind>) -> Result<Holding> {
        let context = Context { actor: Actor::User(user), now: self.tenants.0.clock.now(), view: View::Whole };
        let asked = self.read(move |directory| {
            let taken = by.is_none_or(|kind| query::lets_in_by(directory, kind));
            let holding =
                Holding::of_signed_in(directory, &context).map_err(|refusal| TenantError::Refused(refusal.into()))?;
            if taken { Ok(holding) } else { Err(TenantError::OtherKind) }
        });
        asked.await?
    }

    /// Tells the tenant's version whenever there is a new one.
    ///
    /// # Errors
    /// The tenant is unknown, or could not be loaded.
    pub async fn watch(&self) -> Result<watch::Receiver<u64>> {
        let version = self.tenants.door(self.id).await?.version;
        // The task tells the version once it has loaded the tenant.
        self.read(|_| ()).await?;
        Ok(version)
    }

    async fn ask<T>(&self, message: impl FnOnce(oneshot::Sender<T>) -> Message) -> Result<T> {
        let (reply, answer) = oneshot::channel();
        let mut message = message(reply);
        // A task that was idle may close its door just now; the next one opens another.
        for _ in 0..3 {
            match self.tenants.door(self.id).await?.messages.send(message).await {
                Ok(()) => return answer.await.map_err(|_| TenantError::Busy),
                Err(back) => message = back.0,
            }
        }
        Err(TenantError::Busy)
    }
}
