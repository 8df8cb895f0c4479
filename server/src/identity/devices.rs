//! The secrets of known devices: random, and signed with a key of the server, so that one which somebody made up is told from
//! memory. A signature lets its holder be looked at apart from its network, and opens nothing: whose device it is, the store
//! says.

use super::Token;
use crate::{
    clock::Clock,
    store::{Digest, Result, Store},
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::sync::Arc;
use tokio::sync::OnceCell;

type Signature = Hmac<Sha256>;

/// Between the random part and its signature.
const DOT: char = '.';

/// Makes the secrets of devices and knows them again.
#[derive(Clone)]
pub struct Devices {
    store: Arc<dyn Store>,
    clock: Clock,
    /// Read once: the key never changes.
    key: Arc<OnceCell<[u8; 32]>>,
}

impl Devices {
    /// With the key that is in the store.
    pub fn new(store: Arc<dyn Store>, clock: Clock) -> Self {
        Self { store, clock, key: Arc::default() }
    }

    /// The secret of a device that will be known.
    ///
    /// # Errors
    /// The key can't be read.
    pub async fn secret(&self) -> Result<Token> {
        let drawn = Token::random(self.clock.random(), 32);
        let signature = self.signature(drawn.expose()).await?;
        let signature = signature.into_iter().flat_map(|mac| mac.finalize().into_bytes());
        let signature: String = signature.map(|byte| format!("{byte:02x}")).collect();
        Ok(Token::brought(&format!("{}{DOT}{signature}", drawn.expose())))
    }

    /// What a secret is counted by, when it is one that this server made. While the key can't be read nobody's is.
    pub async fn genuine(&self, brought: &Token) -> Option<Digest> {
        let (drawn, signature) = brought.expose().split_once(DOT)?;
        let signature = bytes(signature)?;
        self.signature(drawn).await.ok()??.verify_slice(&signature).ok()?;
        Some(brought.digest())
    }

    async fn signature(&self, drawn: &str) -> Result<Option<Signature>> {
        let read = || async { self.store.device_key(&self.clock.random().bytes()).await };
        let key = self.key.get_or_try_init(read).await?;
        // HMAC takes keys of any length.
        Ok(Signature::new_from_slice(key).ok().map(|mac| mac.chain_update(drawn)))
    }
}

/// Reads 32 bytes in one spelling, lower case, so that one secret has one digest.
fn bytes(hex: &str) -> Option<[u8; 32]> {
    let nibble = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let (pairs, []) = hex.as_bytes().as_chunks::<2>() else { return None };
    let mut read = [0; 32];
    if pairs.len() != read.len() {
        return None;
    }
    for (byte, [high, low]) in read.iter_mut().zip(pairs) {
        *byte = nibble(*high)? << 4 | nibble(*low)?;
    }
    Some(read)
}
