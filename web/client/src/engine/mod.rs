//! One user's directory on this device: what a page holds.

mod attach;
mod carry;
mod catch_up;
mod end;
mod hint;
mod inner;
mod issue;
mod open;
mod standing;
mod sync;
mod tabs;
mod wipe;

use crate::{ImportError, Imported, IssueError, OpenError, Status, Unsynced, Watch, WipeError, WorkPreview};
use inner::Inner;
use rollcall_core::{
    Command, Refusals, Timestamp,
    api::Place,
    command::Authored,
    id::UserId,
    query::{BulkAction, BulkForecast, Impact},
    sync::{Replica, Seq},
    topics::Topics,
};
use std::{pin::Pin, rc::Rc};
use uuid::Uuid;

/// What several parts of the engine wait for, behind a pointer: a future by its own type is compiled again in each crate
/// that awaits it.
type Task<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// One user's directory of one organisation on this device. Clones are the same engine; it stops with the last of them.
#[derive(Clone)]
pub struct Engine(Rc<Inner>);

impl Engine {
    /// Opens the directory as it was left on this device, and starts to keep it in step with the server and with the
    /// other tabs. Needs no network. Where the browser keeps nothing, it opens all the same, says
    /// [`Saving::NotSaved`](crate::Saving::NotSaved), and takes no commands.
    ///
    /// # Errors
    /// [`OpenError`].
    pub async fn open(place: &Place, account: Uuid) -> Result<Self, OpenError> {
        let inner = open::open(place, account).await?;
        tabs::start(&inner);
        Ok(Self(inner))
    }

    /// The organisation that is open, and who is in it.
    pub fn place(&self) -> &Place {
        &self.0.place
    }

    /// Asks the directory something. What is asked may itself ask.
    pub fn with<R>(&self, f: impl FnOnce(&Replica) -> R) -> R {
        f(&self.0.replica.borrow())
    }

    /// What a command would do to people, for the question before it. Not to be asked inside [`Engine::with`].
    ///
    /// # Errors
    /// Every reason why it would be refused.
    pub fn dry_run(&self, command: &Command) -> Result<Impact, Refusals> {
        let now = self.now();
        self.0.replica.borrow_mut().dry_run(command, now)
    }

    /// What would come of something done to many users. Not to be asked inside [`Engine::with`].
    pub fn forecast(&self, action: &BulkAction, users: &[UserId]) -> BulkForecast {
        let now = self.now();
        self.0.replica.borrow_mut().forecast(action, users, now)
    }

    /// Whether each of these commands would be done, if those before it that would were. Not to be asked inside [`Engine::with`].
    pub fn rehearse(&self, commands: Vec<Authored>) -> Vec<Result<(), Refusals>> {
        let now = self.now();
        let checked = self.0.replica.borrow_mut().check_all(commands, now);
        checked.into_iter().map(|checked| checked.map(drop)).collect()
    }

    /// The time: the device's clock, corrected by the server's last word.
    pub fn now(&self) -> Timestamp {
        self.0.now()
    }

    /// Asks the directory something; answers with the topics that the answer comes from as well. As long as
    /// [`Engine::watch`] reports none of them, the same question at the same time has the same answer.
    pub fn ask<R>(&self, f: impl FnOnce(&Replica) -> R) -> (R, Topics) {
        self.0.replica.borrow().ask(f)
    }

    /// Calls back after every change of data or status, once a microtask, with the topics that were written. Dropping the
    /// watch ends it.
    pub fn watch(&self, f: impl Fn(Topics) + 'static) -> Watch {
        self.0.watchers.watch(f)
    }

    /// How the engine is doing.
    pub fn status(&self) -> Status {
        self.0.status()
    }

    /// Takes a command: checks it, stores it durably, shows its outcome, and sends it when it can. What the author of an edit saw is
    /// what a form was filled with; where it isn't given, it is what stands now.
    ///
    /// # Errors
    /// [`IssueError::Refused`] with every reason, [`IssueError::NotSaved`] when it could not be stored.
    pub async fn issue(&self, command: impl Into<Authored>) -> Result<Seq, IssueError> {
        issue::issue(&self.0, command.into()).await
    }

    /// Takes many commands, in order, each on what the ones before it did; answers for each (invariant 15).
    /// `progress` hears how many are done. The page stays alive meanwhile.
    pub async fn issue_all(&self, commands: Vec<Authored>, progress: impl Fn(usize)) -> Vec<Result<Seq, IssueError>> {
        issue::issue_all(&self.0, commands, progress).await
    }

    /// Removes refused work that the person has dealt with.
    ///
    /// # Errors
    /// [`IssueError::NotSaved`].
    pub async fn dismiss(&self, seq: Seq) -> Result<(), IssueError> {
        issue::dismiss(&self.0, seq).await
    }

    /// Talks to the server now instead of when it is due. To be called after signing in again.
    pub fn sync_now(&self) {
        tabs::sync_now(&self.0);
    }

    /// All work that has not reached the server or came back refused, as JSON, for a person to keep in a file.
    pub fn unsynced_work(&self) -> String {
        carry::unsynced_work(&self.0)
    }

    /// Reads the file that [`Engine::unsynced_work`] gave on another device of the same account, to show what is in it.
    /// Nothing is stored or sent.
    ///
    /// # Errors
    /// [`ImportError`].
    pub async fn read_work(&self, file: &str) -> Result<WorkPreview, ImportError> {
        carry::read_work(&self.0, file).await
    }

    /// Imports what was shown: what this device does not know is stored, shown and sent. A command that the server has
    /// judged meanwhile is not done again.
    ///
    /// # Errors
    /// [`ImportError`]; [`ImportError::NotSaved`] may have taken a part, and importing again takes the rest.
    pub async fn import_work(&self, preview: WorkPreview) -> Result<Imported, ImportError> {
        carry::import_work(&self.0, preview).await
    }

    /// The name of the database in which it is stored.
    pub(crate) fn store_name(&self) -> &str {
        &self.0.name
    }

    /// Deletes everything of this account and organisation from this device. Other tabs close theirs too. Signing out is
    /// more: [`crate::devices::sign_out`].
    ///
    /// # Errors
    /// [`WipeError::Unsynced`] while work would be lost, and that more than `may_lose`.
    pub async fn wipe(self, may_lose: Unsynced) -> Result<(), WipeError> {
        wipe::wipe(&self.0, may_lose).await
    }
}
