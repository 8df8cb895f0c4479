//! Passwords: Argon2id with the parameters that OWASP names (19 MiB, two passes, one lane). Hashing runs beside the
//! server's threads and only so many at a time, so that many sign-ins can't stop everything else.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use rollcall_core::{
    api::{PASSWORD_MAX, PASSWORD_MIN},
    value::ValueError,
};
use std::sync::{Arc, OnceLock};
use tokio::sync::Semaphore;

/// Hashes and verifies passwords.
#[derive(Clone, Debug)]
pub struct Passwords {
    slots: Arc<Semaphore>,
}

/// Hashing was not possible: memory ran out, or the server is going down.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the password could not be hashed")]
pub struct PasswordError;

impl Default for Passwords {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self { slots: Arc::new(Semaphore::new(cores)) }
    }
}

impl Passwords {
    /// The hash of a new password, in the PHC string format.
    ///
    /// # Errors
    /// When there is no memory to hash in.
    pub async fn hash(&self, password: String) -> Result<String, PasswordError> {
        self.run(move || hash(&password)).await?
    }

    /// Whether the password is the one that was hashed. Without a hash, the same work is done and the answer is no, so
    /// that the time tells nobody which addresses have an account.
    ///
    /// # Errors
    /// When there is no memory to hash in.
    pub async fn verify(&self, password: String, hash: Option<String>) -> Result<bool, PasswordError> {
        self.run(move || match hash {
            Some(hash) => verify(&password, &hash),
            None => {
                verify(&password, nobodys());
                false
            }
        })
        .await
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, PasswordError> {
        let _slot = self.slots.acquire().await.map_err(|_| PasswordError)?;
        tokio::task::spawn_blocking(work).await.map_err(|_| PasswordError)
    }
}

fn hash(password: &str) -> Result<String, PasswordError> {
    let hash: PasswordHash = Argon2::default().hash_password(password.as_bytes()).map_err(|_| PasswordError)?;
    Ok(hash.to_string())
}

fn verify(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// The hash of a password that nobody knows.
fn nobodys() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| {
        let mut random = [0; 16];
        super::fill(&mut random);
        hash(&format!("{random:?}")).unwrap_or_default()
    })
}

/// Whether a new password is long enough, and not so long that hashing it would tire the server.
///
/// # Errors
/// Too short or too long.
pub fn check_length(password: &str) -> Result<(), ValueError> {
    if password.chars().count() < usize::from(PASSWORD_MIN) {
        return Err(ValueError::TooShort { min: PASSWORD_MIN });
    }
    if password.len() > usize::from(PASSWORD_MAX) {
        return Err(ValueError::TooLong { max: PASSWORD_MAX });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_verified_by_its_hash_alone() {
        let passwords = Passwords::default();
        let hash = passwords.hash("correct horse".into()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.verify("correct horse".into(), Some(hash.clone())).await.unwrap());
        assert!(!passwords.verify("Correct horse".into(), Some(hash)).await.unwrap());
        assert!(!passwords.verify("correct horse".into(), None).await.unwrap());
        assert!(!passwords.verify("correct horse".into(), Some("damaged".into())).await.unwrap());
    }

    #[test]
    fn lengths() {
        assert_eq!(check_length("123456789"), Err(ValueError::TooShort { min: PASSWORD_MIN }));
        assert_eq!(check_length("0123456789"), Ok(()));
        assert_eq!(check_length(&"x".repeat(257)), Err(ValueError::TooLong { max: PASSWORD_MAX }));
        // Ten characters that are forty bytes.
        assert_eq!(check_length(&"🐘".repeat(10)), Ok(()));
    }
}
