//! The replica and the protocol, as a pure state machine: inputs in, effects out. Who talks to the network and to the
//! disk is somebody else (`web/client`, `server`).

mod dependants;
mod inbox;
mod protocol;
mod rebase;
mod replica;
mod serve;

pub use dependants::{Failed, by_cause};
pub use inbox::{Rejected, Remedy, remedies};
pub use protocol::{
    Batch, Cursor, Envelope, MAX_COMMANDS, Outcome, PROTOCOL_VERSION, Put, Seq, SyncRequest, SyncResponse, Update,
    Verdict,
};
pub use replica::{Pending, Replica};
pub use serve::{delta, snapshot};
