//! What tells those who guess from those who know: counters of tries, and the devices on which people signed in.

use super::{Digest, Result};
use async_trait::async_trait;
use rollcall_core::{
    api::KnownDevice,
    time::{Span, Timestamp},
};
use uuid::Uuid;

/// A device on which somebody signed in: its tries are counted apart from those of strangers.
#[derive(Clone, Copy, Debug)]
pub struct NewKnownDevice {
    pub account: Uuid,
    /// The cookie that it had so far; what it was known to moves on to the new one.
    pub before: Option<Digest>,
    pub device: Digest,
    pub seen: Timestamp,
    pub expires: Timestamp,
}

impl NewKnownDevice {
    /// So many are known to an account; the one that was seen longest ago goes first.
    pub const MOST: u32 = 20;
}

/// An account that a device is known to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownTo {
    pub account: Uuid,
    /// Its folded e-mail address.
    pub folded: String,
}

/// Counters of tries, and known devices.
#[async_trait]
pub trait GuessStore: Send + Sync + 'static {
    /// The accounts that a device is known to.
    async fn device_known_to(&self, device: &Digest, now: Timestamp) -> Result<Vec<KnownTo>>;
    /// The devices that an account is known on, the one that was seen last first.
    async fn known_devices(&self, account: Uuid, now: Timestamp) -> Result<Vec<KnownDevice>>;
    /// The key that device cookies are signed with: this one, unless there is one already.
    async fn device_key(&self, fresh: &[u8; 32]) -> Result<[u8; 32]>;
    /// A device is known to an account from now on, in place of the one that was seen longest ago if there are too many.
    async fn know_device(&self, device: &NewKnownDevice) -> Result<()>;
    /// Counts one more event of a kind, and gives how many there were in the running window and when the window ends.
    async fn strike(&self, bucket: &Digest, now: Timestamp, window: Span) -> Result<(u32, Timestamp)>;
    /// Takes back so many events; all of them when `None`.
    async fn pardon(&self, bucket: &Digest, count: Option<u32>) -> Result<()>;
}
