//! Slows down guessing: every try counts before it is judged, and a right one is taken back. The counters are in the
//! store, so neither a restart nor a second process gives further tries. What is known to be full is told from memory: a flood
//! of tries costs the database nothing.

use super::gate::{Counted as Entered, Gate, TooMany};
use crate::{
    clock::Clock,
    limits::Tries,
    network::household,
    store::{Digest, Result, Store},
};
use sha2::{Digest as _, Sha256};
use std::{net::IpAddr, sync::Arc};
use uuid::Uuid;

/// Wrong passwords for one account from one address of the network.
const PER_ACCOUNT_THERE: u32 = 10;
/// Wrong passwords for one account from everywhere: high, or anybody could lock anybody out.
const PER_ACCOUNT: u32 = 100;
/// Wrong passwords on one device that somebody signed in on before, which nobody else can use up.
const PER_KNOWN_DEVICE: u32 = 10;

/// How often an account is signed in to with the right password. What is right is no guess, and costs as much.
const SIGN_INS: u32 = 100;
/// How often who is signed in proves its password once more, rightly or not.
const PROOFS: u32 = 30;
/// How often who is signed in makes somebody something to sign in with. Many people on their first day, and no more.
const HANDED: u32 = 200;

/// Counts tries.
#[derive(Clone)]
pub struct Throttle {
    store: Arc<dyn Store>,
    clock: Clock,
    gate: Gate,
    limits: Tries,
}

/// A try that was counted.
pub struct Counted {
    store: Arc<dyn Store>,
    /// Shared with others: only this try is taken back.
    shared: Vec<Digest>,
    /// Begun again when the try was right.
    own: Digest,
}

impl Throttle {
    /// A throttle with its counters in the store.
    pub fn new(store: Arc<dyn Store>, clock: Clock, limits: Tries) -> Self {
        let gate = Gate::new(clock.clone(), limits);
        Self { store, clock, gate, limits }
    }

    /// Counts a try in memory, before anything is looked at.
    ///
    /// # Errors
    /// There were too many from there.
    pub fn enter(&self, from: IpAddr) -> std::result::Result<Entered, TooMany> {
        self.gate.enter(from)
    }

    /// Counts a try on a device of which the secret is genuine, in memory.
    ///
    /// # Errors
    /// There were too many on it.
    pub fn enter_known(&self, device: Digest, from: IpAddr) -> std::result::Result<Entered, TooMany> {
        self.gate.enter_known(device, from)
    }

    /// Counts a try of a stranger's.
    ///
    /// # Errors
    /// When the counter can't be kept. Too many tries are no error but the inner answer.
    pub async fn count(&self, from: IpAddr, folded: &str) -> Result<std::result::Result<Counted, TooMany>> {
        let network = household(from).to_string();
        let (everybody, there) = (bucket(&["network", &network]), bucket(&["there", &network, folded]));
        let account = bucket(&["account", folded]);
        let limits = [(everybody, self.limits.network), (there, PER_ACCOUNT_THERE), (account, PER_ACCOUNT)];
        let counted = Counted { store: self.store.clone(), shared: vec![everybody, account], own: there };
        Ok(self.strike(&limits).await?.map(|()| counted))
    }

    /// Counts a try on a device that is known: strangers, wherever they are, neither use up its tries nor get further ones.
    ///
    /// # Errors
    /// When the counter can't be kept. Too many tries are no error but the inner answer.
    pub async fn count_known(&self, device: &Digest, folded: &str) -> Result<std::result::Result<Counted, TooMany>> {
        let device: String = device.iter().map(|byte| format!("{byte:02x}")).collect();
        let own = bucket(&["known", &device, folded]);
        let counted = Counted { store: self.store.clone(), shared: Vec::new(), own };
        Ok(self.strike(&[(own, PER_KNOWN_DEVICE)]).await?.map(|()| counted))
    }

    /// Whether an account may be signed in to, as far as this process knows: asked before a password is looked at, from memory
    /// alone, so that it takes no time that would tell anything.
    ///
    /// # Errors
    /// There were too many with the right password.
    pub fn may_sign_in(&self, account: Uuid) -> std::result::Result<(), TooMany> {
        self.gate.check([signed_in(account)])
    }

    /// Counts a sign-in with the right password, by the account.
    ///
    /// # Errors
    /// When the counter can't be kept. Too many are no error but the inner answer.
    pub async fn count_sign_in(&self, account: Uuid) -> Result<std::result::Result<(), TooMany>> {
        self.strike(&[(signed_in(account), SIGN_INS)]).await
    }

    /// Counts a password that somebody gives who is signed in, by the account.
    ///
    /// # Errors
    /// When the counter can't be kept. Too many are no error but the inner answer.
    pub async fn count_proof(&self, account: Uuid) -> Result<std::result::Result<(), TooMany>> {
        self.strike(&[(bucket(&["proof", &account.to_string()]), PROOFS)]).await
    }

    /// Counts what somebody who is signed in makes to hand over, by its account.
    ///
    /// # Errors
    /// When the counter can't be kept. Too many are no error but the inner answer.
    pub async fn count_handed(&self, account: Uuid) -> Result<std::result::Result<(), TooMany>> {
        self.strike(&[(bucket(&["handed", &account.to_string()]), HANDED)]).await
    }

    async fn strike(&self, counters: &[(Digest, u32)]) -> Result<std::result::Result<(), TooMany>> {
        if let Err(too_many) = self.gate.check(counters.iter().map(|(counter, _)| *counter)) {
            return Ok(Err(too_many));
        }
        let now = self.clock.now();
        for (counter, most) in counters {
            let (strikes, until) = self.store.strike(counter, now, self.limits.window).await?;
            if strikes > *most {
                self.gate.block(*counter, until);
                return Ok(Err(TooMany::until(until, now)));
            }
        }
        Ok(Ok(()))
    }
}

impl Counted {
    /// The try was not judged.
    ///
    /// # Errors
    /// When the counter can't be kept.
    pub async fn take_back(self) -> Result<()> {
        for counter in self.shared.iter().chain([&self.own]) {
            self.store.pardon(counter, Some(1)).await?;
        }
        Ok(())
    }

    /// The try was right.
    ///
    /// # Errors
    /// When the counter can't be kept.
    pub async fn pardon(self) -> Result<()> {
        for counter in &self.shared {
            self.store.pardon(counter, Some(1)).await?;
        }
        self.store.pardon(&self.own, None).await
    }
}

fn signed_in(account: Uuid) -> Digest {
    bucket(&["signed in", &account.to_string()])
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
