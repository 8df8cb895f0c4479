//! Handing over: a link and a code, or a temporary password, told to the administrator who asked, once (S2.4, S3.3).
//!
//! INVARIANT: the secret is in the answer and nowhere else: not in the directory, the log, a job, a mail; what is stored of it is a
//! digest or a hash. No account that other organisations use gets a password so (decision D14).

use super::{Invitations, code};
use crate::{
    identity::{Asker, NotTaken, PasswordError, Token},
    random::Random,
    store::{NewAccount, StoreError},
    tenant::{self, Order, TenantError},
};
use rollcall_core::{
    Actor, Command, Refusal, Refusals,
    api::{AskHandOver, HandedOver, HandedSecret, MailedPage},
    command::{HandOver, Handed, PrepareUser},
    id::{TenantId, UserId},
    query,
    sync::Outcome,
    value::ValueError,
};
use uuid::Uuid;

/// Letters that nobody takes for others, or for digits, read out or on paper.
const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz";
/// So many, in groups of so many: 67 bits.
const PASSWORD: (usize, usize) = (15, 5);

/// Who asks for what.
pub struct Asked {
    pub tenant: TenantId,
    /// The administrator, and the account that it is signed in to.
    pub by: (UserId, Uuid),
    pub user: UserId,
    pub ask: AskHandOver,
}

/// Why there is nothing to hand over.
#[derive(Debug, thiserror::Error)]
pub enum NotHanded {
    #[error("the password {0}")]
    Password(ValueError),
    #[error("refused by a rule")]
    Rule(Refusals),
    #[error(transparent)]
    Tenant(#[from] TenantError),
    #[error(transparent)]
    Hashing(#[from] PasswordError),
}

impl From<NotTaken> for NotHanded {
    fn from(error: NotTaken) -> Self {
        match error {
            NotTaken::Weak(error) => Self::Password(error),
            NotTaken::Hashing(error) => Self::Hashing(error),
        }
    }
}

impl From<StoreError> for NotHanded {
    fn from(error: StoreError) -> Self {
        Self::Tenant(error.into())
    }
}

impl Invitations {
    /// Makes a user something to sign in with, and the user before it if that is asked for. Another time it makes something else,
    /// and what was is over.
    ///
    /// # Errors
    /// Nothing was made. Where a user was to be made, it may be there, when its rights or the asker's changed in the same moment.
    pub async fn hand_over(
        &self,
        Asked { tenant, by: (by, account), user, ask }: Asked,
    ) -> Result<HandedOver, NotHanded> {
        let AskHandOver { what, password, new } = ask;
        let mut commands: Vec<Command> = new.map(|new| PrepareUser(new).into()).into_iter().collect();
        commands.push(HandOver { user, what }.into());
        let asking = self.tenants.tenant(tenant);
        // Before any work: what would be refused is.
        for answer in asking.try_dry_handed(by, commands.clone()).await? {
            let reasons: Vec<Refusal> = answer.refusals.into_iter().map(|reason| reason.refusal).collect();
            Refusals::none(reasons).map_err(NotHanded::Rule)?;
        }
        let (handed, secret) = match what {
            Handed::Invitation => {
                let (token, code) = (Token::random(self.clock.random(), 20), code::random(self.clock.random()));
                let handed = tenant::Handed::Invitation { token: token.digest(), code: code::digest(&token, &code) };
                let link = MailedPage::Invitation.link(&self.page, token.expose());
                (handed, HandedSecret::Invitation { link, code })
            }
            Handed::Password => self.password(tenant, (user, account), password, &commands).await?,
        };
        let actor = Actor::User(by);
        let order = |command: Command| {
            let handed = matches!(command, Command::HandOver(_)).then(|| handed.clone());
            Order { handed, ..Order::new(actor, command) }
        };
        for verdict in asking.run(commands.into_iter().map(order).collect()).await? {
            match verdict.outcome {
                Outcome::Applied { .. } | Outcome::Merged { .. } => {}
                Outcome::Refused { refusals } => return Err(NotHanded::Rule(refusals)),
                Outcome::Clashed => return Err(TenantError::Busy.into()),
            }
        }
        let told = asking.read(move |directory| {
            let user = directory.user(user)?;
            Some((query::signs_in_by(directory, user), user.invitation.map(|invitation| invitation.expires)))
        });
        let (sign_in, invited) = told.await?.ok_or(TenantError::Busy)?;
        let expires = match handed {
            // Taken back, or accepted, since: there is none.
            tenant::Handed::Invitation { .. } => invited.ok_or(TenantError::Busy)?,
            tenant::Handed::Password { until, .. } => until,
        };
        Ok(HandedOver { sign_in, secret, expires })
    }

    /// The hash of a temporary password, which the administrator says or the server makes.
    async fn password(
        &self,
        tenant: TenantId,
        (user, asker): (UserId, Uuid),
        said: Option<String>,
        commands: &[Command],
    ) -> Result<(tenant::Handed, HandedSecret), NotHanded> {
        let asker = Asker::Known(asker);
        // Looked at before it is hashed for; the transaction has the last word.
        if let Some(account) = self.store.account_of(tenant, user).await?
            && self.store.links(account.id).await?.iter().any(|link| link.tenant != tenant)
        {
            return Err(NotHanded::Rule(Refusal::AccountElsewhere.into()));
        }
        let (hash, secret) = match said {
            Some(said) => {
                let hash = self.passwords.choose(said, self.own_words(tenant, user, commands).await?, asker).await?;
                (hash, HandedSecret::Said)
            }
            None => {
                let password = readable(self.clock.random());
                (self.passwords.hash(password.clone(), asker).await?, HandedSecret::Password(password))
            }
        };
        let asking = self.tenants.tenant(tenant);
        let lifetime = asking.read(|directory| Some(directory.organisation()?.policy.invitation_lifetime));
        let (lifetime, created) = (lifetime.await?.ok_or(TenantError::Unknown)?, self.clock.now());
        let new = NewAccount { id: self.clock.id(), email: None, password: hash, created };
        Ok((tenant::Handed::Password { new, until: created.after(lifetime) }, secret))
    }

    /// What whoever knows the person tries first.
    async fn own_words(
        &self,
        tenant: TenantId,
        user: UserId,
        commands: &[Command],
    ) -> Result<Vec<String>, TenantError> {
        let mut words: Vec<String> = Vec::new();
        for command in commands {
            if let Command::PrepareUser(PrepareUser(new)) = command {
                words.extend(new.profile.full_name.iter().map(ToString::to_string));
                words.extend(new.login.iter().map(ToString::to_string));
                words.extend(new.email.iter().map(ToString::to_string));
            }
        }
        let asking = self.tenants.tenant(tenant);
        let asked = asking.read(move |directory| {
            let organisation = directory.organisation().map(|organisation| organisation.name.to_string());
            let user = directory.user(user);
            let name = user.map(|user| user.display_name().into_owned());
            let known_by = user.map(|user| query::signs_in_by(directory, user)).unwrap_or_default();
            organisation.into_iter().chain(name).chain(known_by).collect::<Vec<_>>()
        });
        words.extend(asked.await?);
        Ok(words)
    }
}

/// A password that is read out, typed once, and changed: `qwhke-mzxtv-bdrfa`.
fn readable(random: &Random) -> String {
    let (letters, group) = PASSWORD;
    let mut drawn: Vec<u8> = Vec::with_capacity(letters);
    while drawn.len() < letters {
        // Each is equally likely: what would begin the alphabet once more, in part, is drawn again.
        let whole = u8::MAX - u8::MAX % 23;
        let fair = random.bytes::<32>().into_iter().filter(|byte| *byte < whole);
        drawn.extend(fair.filter_map(|byte| LETTERS.get(usize::from(byte) % LETTERS.len()).copied()));
    }
    drawn.truncate(letters);
    let groups = drawn.chunks(group).map(|group| group.iter().map(|letter| char::from(*letter)).collect::<String>());
    groups.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::strength;

    #[test]
    fn a_made_password_is_good_enough_and_read_without_mistakes() {
        let random = Random::default();
        let mut before = String::new();
        for _ in 0..100 {
            let password = readable(&random);
            let groups: Vec<&str> = password.split('-').collect();
            assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [5, 5, 5], "{password}");
            assert!(groups.concat().bytes().all(|byte| LETTERS.contains(&byte)), "{password}");
            assert_eq!(strength::check(&password, &["Ann"]), Ok(()), "{password}");
            assert_ne!(password, before);
            before = password;
        }
    }
}
