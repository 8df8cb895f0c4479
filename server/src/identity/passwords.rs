//! Passwords: Argon2id with the parameters that OWASP names (19 MiB, two passes, one lane), over the password in NFKC, so
//! that it is the same from every keyboard (NIST SP 800-63B). Hashing runs beside the server's threads, only so many at a time,
//! and gives way to them, so that many sign-ins can't stop everything else. Strangers never fill its queue: only so many of them
//! are in it, and whoever is known waits for no more than those.

use crate::{
    heavy::{Heavy, NotComputed},
    limits::Hashing,
    random::Random,
};
use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use icu_normalizer::ComposingNormalizerBorrowed;
use std::sync::{Arc, OnceLock};
use tokio::sync::Semaphore;

/// Hashes and verifies passwords.
#[derive(Clone, Debug)]
pub struct Passwords {
    /// Its own: no large view is in its way.
    heavy: Heavy,
    hashing: Hashing,
    random: Random,
    /// Each stranger who waits, or is hashed for, has one.
    strangers: Arc<Semaphore>,
    /// The hash of a password that nobody knows.
    nobodys: Arc<OnceLock<String>>,
}

/// So many strangers wait, or are hashed for, at most: together they take about a second.
const STRANGERS: usize = 16;

/// Who has a password verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asker {
    /// Who is signed in, has a link that was mailed, or a device on which somebody signed in.
    Known,
    /// Anybody else.
    Stranger,
}

/// Why a password was not hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Memory ran out, or the server is going down.
    #[error("the password could not be hashed")]
    Failed,
    /// Too many strangers wait already: nothing was looked at.
    #[error("too many strangers want to get in at once")]
    Busy,
}

impl From<NotComputed> for PasswordError {
    fn from(_: NotComputed) -> Self {
        Self::Failed
    }
}

impl Default for Passwords {
    fn default() -> Self {
        Self::new(Hashing::default(), Random::default())
    }
}

impl Passwords {
    /// Hashes at this cost, with salts that are drawn from here.
    pub fn new(hashing: Hashing, random: Random) -> Self {
        let heavy = if hashing.inline { Heavy::inline() } else { Heavy::new() };
        Self { heavy, hashing, random, strangers: Arc::new(Semaphore::new(STRANGERS)), nobodys: Arc::default() }
    }

    /// The hash of a new password, in the PHC string format.
    ///
    /// # Errors
    /// When there is no memory to hash in.
    pub async fn hash(&self, password: String) -> Result<String, PasswordError> {
        let (hashing, salt) = (self.hashing, self.random.bytes());
        self.heavy.run(move || hash(&normal(&password), hashing, salt)).await?
    }

    /// Whether the password is the one that was hashed. Without a hash, the same work is done and the answer is no, so
    /// that the time tells nobody which addresses have an account.
    ///
    /// # Errors
    /// When there is no memory to hash in, or a stranger asks and too many others do.
    pub async fn verify(&self, password: String, hash: Option<String>, asker: Asker) -> Result<bool, PasswordError> {
        let this = self.clone();
        let place = match asker {
            Asker::Known => None,
            Asker::Stranger => Some(Arc::clone(&self.strangers).try_acquire_owned().map_err(|_| PasswordError::Busy)?),
        };
        let verified = self.heavy.run(move || {
            // Whoever goes away while it runs leaves its place to nobody yet.
            let _place = place;
            match hash.filter(|hash| PasswordHash::new(hash).is_ok()) {
                Some(hash) => verify(&password, &hash),
                None => {
                    verify(&password, this.nobodys());
                    false
                }
            }
        });
        Ok(verified.await?)
    }

    fn nobodys(&self) -> &str {
        self.nobodys.get_or_init(|| {
            let password = format!("{:?}", self.random.bytes::<16>());
            hash(&password, self.hashing, self.random.bytes()).unwrap_or_default()
        })
    }
}

fn hash(password: &str, hashing: Hashing, salt: [u8; 16]) -> Result<String, PasswordError> {
    let params = Params::new(hashing.memory, hashing.passes, 1, None).map_err(|_| PasswordError::Failed)?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash: PasswordHash =
        argon2.hash_password_with_salt(password.as_bytes(), &salt).map_err(|_| PasswordError::Failed)?;
    Ok(hash.to_string())
}

/// Whether this is the password. Hashes of before passwords were normalised are of the text as it was typed.
fn verify(password: &str, hash: &str) -> bool {
    let fits = |text: &str| {
        PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(text.as_bytes(), &hash).is_ok())
    };
    let normal = normal(password);
    fits(&normal) || (normal != password && fits(password))
}

/// The form in which a password is hashed, and judged.
pub(super) fn normal(password: &str) -> String {
    ComposingNormalizerBorrowed::new_nfkc().normalize(password).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_verified_by_its_hash_alone() {
        let passwords = Passwords::default();
        let hash = passwords.hash("correct horse".into()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.verify("correct horse".into(), Some(hash.clone()), Asker::Known).await.unwrap());
        assert!(!passwords.verify("Correct horse".into(), Some(hash), Asker::Known).await.unwrap());
        assert!(!passwords.verify("correct horse".into(), None, Asker::Known).await.unwrap());
        assert!(!passwords.verify("correct horse".into(), Some("damaged".into()), Asker::Known).await.unwrap());
    }

    #[tokio::test]
    async fn salts_are_drawn_from_what_was_given_and_the_cost_is_what_was_asked_for() {
        let hash = async |seed| {
            let hashing = Hashing { memory: 8, passes: 1, inline: true };
            Passwords::new(hashing, Random::seeded(seed)).hash("correct horse".into()).await.unwrap()
        };
        let first = hash(1).await;
        assert!(first.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{first}");
        assert_eq!(first, hash(1).await);
        assert_ne!(first, hash(2).await);
        assert!(Passwords::default().verify("correct horse".into(), Some(first), Asker::Known).await.unwrap());
    }

    #[tokio::test]
    async fn a_password_is_the_same_however_a_keyboard_composes_it() {
        let passwords = Passwords::default();
        // é as one character and as two; a full-width letter.
        let hash = passwords.hash("caf\u{e9} Ａrriv\u{e9}e".into()).await.unwrap();
        assert!(passwords.verify("cafe\u{301} Arrive\u{301}e".into(), Some(hash), Asker::Known).await.unwrap());
        let before = super::hash("caf\u{e9} Ａrriv\u{e9}e", Hashing::default(), [7; 16]).unwrap();
        assert!(
            passwords.verify("caf\u{e9} Ａrriv\u{e9}e".into(), Some(before), Asker::Known).await.unwrap(),
            "hashed before"
        );
    }

    /// However many strangers there are: who is known waits for a few of them at most.
    #[tokio::test]
    async fn strangers_do_not_fill_the_queue() {
        let passwords = Passwords::new(Hashing { memory: 8, passes: 1, inline: false }, Random::default());
        let hash = passwords.hash("correct horse".into()).await.unwrap();
        let verify = |asker| passwords.verify("correct horse".into(), Some(hash.clone()), asker);
        let waiting = || Arc::clone(&passwords.strangers).try_acquire_owned().unwrap();
        let mut others: Vec<_> = (1..STRANGERS).map(|_| waiting()).collect();
        assert_eq!(verify(Asker::Stranger).await, Ok(true), "there is room for one");
        others.push(waiting());
        assert_eq!(verify(Asker::Stranger).await, Err(PasswordError::Busy));
        assert_eq!(verify(Asker::Known).await, Ok(true));
        drop(others);
        assert_eq!(verify(Asker::Stranger).await, Ok(true), "their places are free again");
    }
}
