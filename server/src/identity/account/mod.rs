//! What becomes of an account: its mailed links, its address, its recovery, and the log of it that its person sees.

mod address;
mod language;
mod links;
mod mailbox;
pub mod own_words;
mod recovery;
mod security;

pub use address::Addresses;
pub use links::{Links, NotUsed};
pub(super) use mailbox::Mailbox;
pub use recovery::{NotRecovered, Recovered, recover};
pub use security::SecurityLog;
