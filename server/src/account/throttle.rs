//! Slows down guessing: every try counts before it is judged, and a right one is taken back. The counters are in the
//! store, so neither a restart nor a second process gives further tries.

use crate::{
    clock::Clock,
    store::{Digest, Result, Store},
};
use rollcall_core::time::Span;
use sha2::{Digest as _, Sha256};
use std::{net::IpAddr, sync::Arc};

/// How long a counter runs.
const WINDOW: Span = Span(15 * 60_000);
/// Wrong passwords from one address of the network: an office shares one.
const PER_NETWORK_ADDRESS: u32 = 60;
/// Wrong passwords for one account from one address of the network.
const PER_ACCOUNT_THERE: u32 = 10;
/// Wrong passwords for one account from everywhere: high, or anybody could lock anybody out.
const PER_ACCOUNT: u32 = 100;

/// Counts tries.
#[derive(Clone)]
pub struct Throttle {
    store: Arc<dyn Store>,
    clock: Clock,
}

/// Too many tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany {
    /// Seconds until the next one may succeed.
    pub retry_after: u64,
}

/// A try that was counted.
pub struct Counted {
    store: Arc<dyn Store>,
    network: Digest,
    there: Digest,
    account: Digest,
}

impl Throttle {
    /// A throttle with its counters in the store.
    pub fn new(store: Arc<dyn Store>, clock: Clock) -> Self {
        Self { store, clock }
    }

    /// Counts a try of a password.
    ///
    /// # Errors
    /// When the counter can't be kept. Too many tries are no error but the inner answer.
    pub async fn count(&self, from: IpAddr, folded: &str) -> Result<std::result::Result<Counted, TooMany>> {
        let network = network(from);
        let counted = Counted {
            store: self.store.clone(),
            network: bucket(&["network", &network]),
            there: bucket(&["there", &network, folded]),
            account: bucket(&["account", folded]),
        };
        let now = self.clock.now();
        for (bucket, most) in [
            (&counted.network, PER_NETWORK_ADDRESS),
            (&counted.there, PER_ACCOUNT_THERE),
            (&counted.account, PER_ACCOUNT),
        ] {
            let (strikes, until) = self.store.strike(bucket, now, WINDOW).await?;
            if strikes > most {
                let millis = u64::try_from(until.since(now).0).unwrap_or_default();
                return Ok(Err(TooMany { retry_after: millis.div_ceil(1000).max(1) }));
            }
        }
        Ok(Ok(counted))
    }
}

impl Counted {
    /// The try was right.
    ///
    /// # Errors
    /// When the counter can't be kept.
    pub async fn pardon(self) -> Result<()> {
        self.store.pardon(&self.network, Some(1)).await?;
        self.store.pardon(&self.there, None).await?;
        self.store.pardon(&self.account, Some(1)).await
    }
}

/// One household or office: an IPv4 address, or the half of an IPv6 address that its provider gives out.
fn network(from: IpAddr) -> String {
    match from.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("{:x}", address.to_bits() >> 64),
    }
}

/// The name of a counter: a digest, so that the store holds no address.
pub(crate) fn bucket(parts: &[&str]) -> Digest {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().into()
}
