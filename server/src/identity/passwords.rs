//! Passwords: Argon2id with the parameters that OWASP names (19 MiB, two passes, one lane), over the password in NFKC, so
//! that it is the same from every keyboard (NIST SP 800-63B). Hashing runs beside the server's threads, only so many at a time,
//! and gives way to them, so that many sign-ins can't stop everything else. A new password is judged there as well, which may take
//! as long. Nobody fills its queue: of strangers only so many are in it, of one network some of those, and of one account a few.

use super::{normal::normal, strength};
use crate::{
    heavy::{Heavy, NotComputed},
    limits::Hashing,
    random::Random,
};
use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use rollcall_core::value::ValueError;
use rustc_hash::FxHashMap;
use std::{
    net::IpAddr,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};
use uuid::Uuid;

/// Hashes and verifies passwords.
#[derive(Clone, Debug)]
pub struct Passwords {
    /// Its own: no large view is in its way.
    heavy: Heavy,
    hashing: Hashing,
    random: Random,
    /// Who waits, or is hashed for.
    places: Places,
    /// The hash of a password that nobody knows.
    nobodys: Arc<OnceLock<String>>,
}

/// So many strangers wait, or are hashed for, at most: together they take about a second.
const STRANGERS: u32 = 16;
/// So many of them from one network.
const THERE: u32 = 8;
/// So many for one account, by who is known to it.
const EACH: u32 = 4;

/// For whom a password is hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asker {
    /// Who is signed in to this account, has a link that was mailed for it, or a device that is known to it.
    Known(Uuid),
    /// Anybody else, from this network ([`household`](crate::network::household)).
    Stranger(IpAddr),
    /// The server itself.
    Operator,
}

/// Who is hashed for or waits. Cheap to clone.
#[derive(Clone, Debug, Default)]
struct Places(Arc<Mutex<FxHashMap<Who, u32>>>);

/// Whom a place is counted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Who {
    Asker(Asker),
    Strangers,
}

/// A place in the queue, given back when it is dropped.
struct Place {
    places: Places,
    of: Vec<Who>,
}

impl Places {
    /// A place for somebody, unless too many are taken.
    fn take(&self, asker: Asker) -> Result<Place, PasswordError> {
        let wanted: &[(Who, u32)] = match asker {
            Asker::Known(_) => &[(Who::Asker(asker), EACH)],
            Asker::Stranger(_) => &[(Who::Asker(asker), THERE), (Who::Strangers, STRANGERS)],
            Asker::Operator => &[],
        };
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if wanted.iter().any(|(who, most)| taken.get(who).is_some_and(|count| count >= most)) {
            return Err(PasswordError::Busy);
        }
        for (who, _) in wanted {
            *taken.entry(*who).or_default() += 1;
        }
        Ok(Place { places: self.clone(), of: wanted.iter().map(|(who, _)| *who).collect() })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.places.0.lock().unwrap_or_else(PoisonError::into_inner);
        for who in &self.of {
            if let Some(count) = taken.get_mut(who) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    taken.remove(who);
                }
            }
        }
    }
}

/// Why a password was not hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Memory ran out, or the server is going down.
    #[error("the password could not be hashed")]
    Failed,
    /// Too many wait already: nothing was looked at.
    #[error("too many want to get in at once")]
    Busy,
}

/// Why a new password was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// It is too short, too long, or guessed easily.
    #[error("the password {0}")]
    Weak(ValueError),
    #[error(transparent)]
    Hashing(#[from] PasswordError),
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
        Self { heavy, hashing, random, places: Places::default(), nobodys: Arc::default() }
    }

    /// The hash of a new password, in the PHC string format, if it is good enough ([`strength::check`]).
    ///
    /// # Errors
    /// It is not good enough; there is no memory to hash in, or too many others ask.
    pub async fn choose(&self, password: String, forbidden: Vec<String>, asker: Asker) -> Result<String, NotTaken> {
        let (hashing, salt, place) = (self.hashing, self.random.bytes(), self.places.take(asker)?);
        let chosen = self.heavy.run(move || {
            let _place = place;
            strength::check(&password, &forbidden).map_err(NotTaken::Weak)?;
            Ok(hash(&normal(&password), hashing, salt)?)
        });
        chosen.await.map_err(PasswordError::from)?
    }

    /// The hash of something that need not be a good password, such as a PIN.
    ///
    /// # Errors
    /// When there is no memory to hash in, or too many others ask.
    pub async fn hash(&self, password: String, asker: Asker) -> Result<String, PasswordError> {
        let (hashing, salt, place) = (self.hashing, self.random.bytes(), self.places.take(asker)?);
        let hashed = self.heavy.run(move || {
            let _place = place;
            hash(&normal(&password), hashing, salt)
        });
        hashed.await?
    }

    /// Whether the password is the one that was hashed. Without a hash, the same work is done and the answer is no, so
    /// that the time tells nobody which addresses have an account.
    ///
    /// # Errors
    /// When there is no memory to hash in, or too many others ask.
    pub async fn verify(&self, password: String, hash: Option<String>, asker: Asker) -> Result<bool, PasswordError> {
        let (this, place) = (self.clone(), self.places.take(asker)?);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_verified_by_its_hash_alone() {
        let passwords = Passwords::default();
        let hash = passwords.hash("correct horse".into(), Asker::Operator).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.verify("correct horse".into(), Some(hash.clone()), Asker::Operator).await.unwrap());
        assert!(!passwords.verify("Correct horse".into(), Some(hash), Asker::Operator).await.unwrap());
        assert!(!passwords.verify("correct horse".into(), None, Asker::Operator).await.unwrap());
        assert!(!passwords.verify("correct horse".into(), Some("damaged".into()), Asker::Operator).await.unwrap());
    }

    #[tokio::test]
    async fn salts_are_drawn_from_what_was_given_and_the_cost_is_what_was_asked_for() {
        let hash = async |seed| {
            let hashing = Hashing { memory: 8, passes: 1, inline: true };
            Passwords::new(hashing, Random::seeded(seed)).hash("correct horse".into(), Asker::Operator).await.unwrap()
        };
        let first = hash(1).await;
        assert!(first.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{first}");
        assert_eq!(first, hash(1).await);
        assert_ne!(first, hash(2).await);
        assert!(Passwords::default().verify("correct horse".into(), Some(first), Asker::Operator).await.unwrap());
    }

    #[tokio::test]
    async fn a_password_is_the_same_however_a_keyboard_composes_it() {
        let passwords = Passwords::default();
        // é as one character and as two; a full-width letter.
        let hash = passwords.hash("caf\u{e9} Ａrriv\u{e9}e".into(), Asker::Operator).await.unwrap();
        assert!(passwords.verify("cafe\u{301} Arrive\u{301}e".into(), Some(hash), Asker::Operator).await.unwrap());
        let before = super::hash("caf\u{e9} Ａrriv\u{e9}e", Hashing::default(), [7; 16]).unwrap();
        assert!(
            passwords.verify("caf\u{e9} Ａrriv\u{e9}e".into(), Some(before), Asker::Operator).await.unwrap(),
            "hashed before"
        );
    }

    /// However many there are of one kind, others have their places.
    #[tokio::test]
    async fn nobody_fills_the_queue() {
        let passwords = Passwords::new(Hashing { memory: 8, passes: 1, inline: false }, Random::default());
        let hash = passwords.hash("correct horse".into(), Asker::Operator).await.unwrap();
        let verify = |asker| passwords.verify("correct horse".into(), Some(hash.clone()), asker);
        let waiting = |asker, count| (0..count).map(|_| passwords.places.take(asker).unwrap()).collect::<Vec<_>>();
        let network = |n| Asker::Stranger(IpAddr::from([192, 0, 2, n]));
        let account = |n| Asker::Known(Uuid::from_u128(n));
        let one = waiting(network(1), THERE);
        assert_eq!(verify(network(1)).await, Err(PasswordError::Busy), "its share of the strangers' is taken");
        assert_eq!(verify(network(2)).await, Ok(true));
        let all = waiting(network(2), STRANGERS - THERE);
        assert_eq!(verify(network(3)).await, Err(PasswordError::Busy));
        let known = waiting(account(1), EACH);
        assert_eq!(verify(account(1)).await, Err(PasswordError::Busy));
        assert_eq!(verify(account(2)).await, Ok(true), "who is known waits for none of them");
        let choose = passwords.choose("battery staple".into(), Vec::new(), account(1)).await;
        assert_eq!(choose, Err(NotTaken::Hashing(PasswordError::Busy)), "a new password is hashed as well");
        drop((one, all, known));
        assert_eq!(verify(network(3)).await, Ok(true), "their places are free again");
        assert!(passwords.places.0.lock().unwrap().is_empty());
    }
}
