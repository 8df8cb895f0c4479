//! Accepting: the code, a name and a password make an active user with a sign-in, in one transaction.

use super::{Found, Invitations};
use crate::{
    identity::{Asker, NotTaken, PasswordError, Token, TooMany, account::Mailbox},
    network::household,
    store::{Account, Ending, NewAccount, Secret, Verified},
    tenant::{Invited, Order, TenantError},
};
use rollcall_core::{
    Actor, Refusals,
    api::InvitationStatus,
    command::AcceptInvitation,
    id::{TenantId, UserId},
    sync::Outcome,
    value::{Email, FullName, ValueError},
};
use std::net::IpAddr;

/// Why an invitation was not accepted.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error("the invitation is {0:?}")]
    Status(InvitationStatus),
    #[error("the code is wrong")]
    WrongCode { left: u32 },
    #[error("the account's password is wrong")]
    WrongPassword,
    #[error("the account's password is temporary")]
    Temporary,
    #[error("the new password {0}")]
    Password(ValueError),
    #[error("too many tries")]
    TooMany(TooMany),
    #[error("refused by a rule")]
    Rule(Refusals),
    #[error(transparent)]
    Tenant(#[from] TenantError),
    #[error(transparent)]
    Hashing(#[from] PasswordError),
}

impl From<NotTaken> for Refused {
    fn from(error: NotTaken) -> Self {
        match error {
            NotTaken::Weak(error) => Self::Password(error),
            NotTaken::Hashing(error) => Self::Hashing(error),
        }
    }
}

impl From<crate::store::StoreError> for Refused {
    fn from(error: crate::store::StoreError) -> Self {
        Self::Tenant(error.into())
    }
}

impl Invitations {
    /// Whether this is the code of an open invitation. A wrong one counts.
    ///
    /// # Errors
    /// Where the invitation stands, or that the code is wrong.
    pub async fn check_code(&self, token: &Token, code: &str) -> Result<(), Refused> {
        self.open(token, code).await.map(drop)
    }

    /// Makes the invitee an active user, and its address an account unless it is one: then its password must fit.
    ///
    /// # Errors
    /// Nothing was changed, save for the count of wrong codes.
    pub async fn accept(
        &self,
        token: &Token,
        code: &str,
        full_name: FullName,
        password: String,
        from: IpAddr,
    ) -> Result<(Account, (TenantId, UserId)), Refused> {
        let Found { stored, organisation, sign_in, .. } = self.open(token, code).await?;
        let (user, at) = (stored.user, self.clock.now());
        // The address that the code was mailed to: nobody gets another's account by it. Handed over, it proves none.
        let (named, proven) = match &stored.email {
            Some(email) => match self.mailbox(email, &stored, &sign_in).await? {
                Mailbox::Of(account) => (Some(*account), None),
                free => (None, free.proven(email.clone())),
            },
            None if stored.handed => (None, None),
            None => return Err(Refused::Status(InvitationStatus::Ended)),
        };
        let mut secrets = vec![Secret::EndInvitations { user, ending: Ending::Used }];
        let (account, verified) = match named {
            Some(account) => {
                let folded = account.key();
                let counted = self.throttle.count(from, &folded).await?.map_err(Refused::TooMany)?;
                if !self.passwords.verify(password, Some(account.password.clone()), Asker::Known(account.id)).await? {
                    return Err(Refused::WrongPassword);
                }
                counted.pardon().await?;
                if account.must_change {
                    return Err(Refused::Temporary);
                }
                (account.id, Some(Verified { folded, password: account.password }))
            }
            None => {
                let forbidden = [
                    full_name.as_str(),
                    stored.email.as_ref().map_or("", Email::as_str),
                    organisation.as_ref().map_or("", |organisation| organisation.as_str()),
                ];
                let forbidden = forbidden.map(str::to_owned).into_iter().chain(sign_in).collect();
                let id = self.clock.id();
                let password = self.passwords.choose(password, forbidden, Asker::Stranger(household(from))).await?;
                secrets.push(Secret::OpenAccount(NewAccount { id, email: proven, password, created: at }));
                (id, None)
            }
        };
        secrets.push(Secret::Link { account, user, at, verified });
        let accept = Order::new(Actor::Invitee(user), AcceptInvitation { user, full_name });
        let invited = Some(Invited { user, round: stored.round, email: stored.email });
        let order = Order { secrets, invited, ..accept };
        let verdicts = self.tenants.tenant(stored.tenant).run(vec![order]).await?;
        match verdicts.into_iter().next().map(|verdict| verdict.outcome) {
            Some(Outcome::Applied { .. } | Outcome::Merged { .. }) => {
                let account = self.store.account(account).await?;
                let account = account.ok_or(Refused::Status(InvitationStatus::Ended))?;
                Ok((account, (stored.tenant, user)))
            }
            // Somebody else was faster, maybe a second click: it is told as one who comes later is told it.
            Some(Outcome::Refused { refusals }) => match self.find(token).await? {
                Some(Found { status, .. }) if status != InvitationStatus::Open => Err(Refused::Status(status)),
                _ => Err(Refused::Rule(refusals)),
            },
            Some(Outcome::Clashed) | None => Err(TenantError::Busy.into()),
        }
    }

    async fn open(&self, token: &Token, code: &str) -> Result<Found, Refused> {
        let found = self.find(token).await?.ok_or(Refused::Status(InvitationStatus::Unknown))?;
        if found.status != InvitationStatus::Open {
            return Err(Refused::Status(found.status));
        }
        self.try_code(token, &found.stored, code).await??;
        Ok(found)
    }
}
