//! The replica and the protocol, as a pure state machine: inputs in, effects out. Who talks to the network and to the
//! disk is somebody else (`web/client`, `server`).

mod age;
mod applied;
mod batch;
mod dependants;
mod digest;
mod held;
mod inbox;
mod outcome;
mod pending;
mod protocol;
mod read;
mod readable;
mod replica;
mod serve;
mod work;

pub use age::is_too_old;
pub use applied::Applied;
pub use batch::{Batch, News};
pub use dependants::{Failed, by_cause};
pub use digest::{LARGE, difference, puts};
pub use held::{Held, MAX_BUCKETS, Part};
pub use inbox::{Rejected, Remedy, remedies};
pub use outcome::{Kept, Outcome};
pub use pending::Pending;
pub use protocol::{
    Cursor, Envelope, MAX_COMMANDS, OLDEST_PROTOCOL, PROTOCOL_VERSION, Put, Seq, SyncRequest, SyncResponse, TELLS_HELD,
    TELLS_KEYS, TELLS_MERGED, Update, Verdict,
};
pub use read::protocol_of;
pub use replica::{ALWAYS_REDONE, Replica};
pub use serve::{delta, delta_within, snapshot, snapshot_within};
pub use work::{WORK_VERSION, Work, WorkError};
