//! What a tenant is asked to decide.

use crate::store::{Digest, NewAccount, Secret};
use rollcall_core::{Actor, Command, id::UserId, sync::Envelope, time::Timestamp, value::Email};

/// Commands that belong together.
pub(super) enum Work {
    /// From a client's outbox.
    Pushed { user: UserId, envelopes: Vec<Envelope> },
    /// From the server itself.
    Ordered { orders: Vec<Order> },
}

impl Work {
    /// How many commands they are.
    pub fn commands(&self) -> usize {
        match self {
            Self::Pushed { envelopes, .. } => envelopes.len(),
            Self::Ordered { orders } => orders.len(),
        }
    }
}

/// A command of the server itself, with what goes into the same transaction.
#[derive(Clone, Debug)]
pub struct Order {
    pub actor: Actor,
    pub command: Command,
    /// Written only if the command is applied.
    pub secrets: Vec<Secret>,
    /// What must still be so of the user's invitation; else the command is refused.
    pub invited: Option<Invited>,
    pub mails: Mails,
    /// What the actor will be told to hand over, when the command hands something over.
    pub handed: Option<Handed>,
}

/// What the server stores of what is handed over.
#[derive(Clone, Debug)]
pub enum Handed {
    /// The digests of link and code.
    Invitation { token: Digest, code: Digest },
    /// The account that the user becomes if it is none yet, with the hash of the temporary password, and until when that is good.
    Password { new: NewAccount, until: Timestamp },
}

/// Which mails an order sends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mails {
    #[default]
    All,
    /// None that invites or welcomes: for people who exist only in a demo.
    Quiet,
    /// The operator vouches that an owner has this mailbox: its account follows wherever it is a user.
    Recovery { to: Email },
}

impl Order {
    /// A command with nothing besides.
    pub fn new(actor: Actor, command: impl Into<Command>) -> Self {
        Self { actor, command: command.into(), secrets: Vec::new(), invited: None, mails: Mails::All, handed: None }
    }
}

/// The invitation that is being accepted.
#[derive(Clone, Debug)]
pub struct Invited {
    pub user: UserId,
    /// A later round ends it.
    pub round: u32,
    /// The address that it was mailed to: nobody is let in by an invitation that went to somebody else. None when it was handed over.
    pub email: Option<Email>,
}
