//! Accepting: the code, a name and a password make an active user with a sign-in, in one transaction.

use super::{Found, Invitations};
use crate::{
    account::{PasswordError, Token, TooMany},
    store::{Ending, NewAccount, Secret},
    tenant::{Order, TenantError},
};
use rollcall_core::{
    Actor, Refusals,
    api::InvitationStatus,
    command::AcceptInvitation,
    sync::Outcome,
    value::{Email, FullName, ValueError},
};
use std::net::IpAddr;

/// Whose account it is now.
pub struct Accepted {
    pub email: Email,
}

/// Why an invitation was not accepted.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error("the invitation is {0:?}")]
    Status(InvitationStatus),
    #[error("the code is wrong")]
    WrongCode { left: u32 },
    #[error("the account's password is wrong")]
    WrongPassword,
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
    ) -> Result<Accepted, Refused> {
        let Found { stored, email, .. } = self.open(token, code).await?;
        let email = email.ok_or(Refused::Status(InvitationStatus::Ended))?;
        let (user, folded) = (stored.user, email.folded());
        let mut secrets = vec![Secret::EndInvitations { user, ending: Ending::Used }];
        match self.store.account_named(&folded).await? {
            Some(account) => {
                let counted = self.throttle.count(from, &folded).await?.map_err(Refused::TooMany)?;
                if !self.passwords.verify(password, Some(account.password)).await? {
                    return Err(Refused::WrongPassword);
                }
                counted.pardon().await?;
            }
            None => {
                crate::account::check_length(&password).map_err(Refused::Password)?;
                let (id, created) = (self.clock.id(), self.clock.now());
                let password = self.passwords.hash(password).await?;
                secrets.push(Secret::OpenAccount(NewAccount { id, email: email.clone(), password, created }));
            }
        }
        secrets.push(Secret::Link { folded, user });
        let accept = Order::new(Actor::Invitee(user), AcceptInvitation { user, full_name });
        let order = Order { secrets, round: Some((user, stored.round)), ..accept };
        let verdicts = self.tenants.tenant(stored.tenant).run(vec![order]).await?;
        match verdicts.into_iter().next().map(|verdict| verdict.outcome) {
            Some(Outcome::Applied { .. }) => Ok(Accepted { email }),
            Some(Outcome::Refused { refusals }) => Err(Refused::Rule(refusals)),
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
