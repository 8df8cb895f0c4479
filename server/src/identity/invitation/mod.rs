//! Invitations on the server's side: the code and the link, where one stands, and its acceptance (S0.6–S0.8).

mod accept;
mod code;
mod hand;
mod send;

pub use accept::Refused;
pub use hand::{Asked as HandAsked, NotHanded};
pub use send::SendError;

use crate::{
    clock::Clock,
    identity::{Passwords, Throttle, Token, account::Mailbox},
    outbound::mail::Mailer,
    store::{Ending, Result, Store, StoredInvitation},
    tenant::{TenantError, Tenants},
};
use rollcall_core::{
    api::{InvitationStatus, InvitationView},
    model::UserState,
    query,
    value::{Email, FullName, OrganisationName},
};
use std::sync::Arc;

/// Wrong codes until the invitation is locked. It locks the invitation, never the user (invariant 11).
pub const TRIES: u32 = 5;

/// Everything that invitations need.
#[derive(Clone)]
pub struct Invitations {
    pub store: Arc<dyn Store>,
    pub tenants: Tenants,
    pub clock: Clock,
    pub passwords: Passwords,
    pub throttle: Throttle,
    pub mailer: Mailer,
    /// Links in mails begin with it.
    pub page: String,
}

/// An invitation as found by its link.
struct Found {
    stored: StoredInvitation,
    status: InvitationStatus,
    organisation: Option<OrganisationName>,
    email: Option<Email>,
    full_name: Option<FullName>,
    /// By what the person will sign in.
    sign_in: Vec<String>,
}

impl Invitations {
    /// Where an invitation stands, for whoever has the link.
    ///
    /// # Errors
    /// The store failed.
    pub async fn view(&self, token: &Token) -> std::result::Result<InvitationView, TenantError> {
        let Some(found) = self.find(token).await? else {
            return Ok(InvitationView {
                status: InvitationStatus::Unknown,
                organisation: None,
                email: None,
                full_name: None,
                expires: None,
                has_account: false,
                sign_in: None,
            });
        };
        // A link that opens nothing any more, which may lie about, tells nothing more of a person.
        let open = found.status == InvitationStatus::Open;
        let handed = found.stored.handed;
        // Whether an address has an account is nobody's business but its mailbox's.
        let mailbox = match &found.email {
            Some(email) if open && !handed => self.mailbox(email, &found.stored, &found.sign_in).await?,
            _ => Mailbox::Nobodys,
        };
        Ok(InvitationView {
            status: found.status,
            organisation: found.organisation,
            email: found.email.filter(|_| !handed),
            full_name: found.full_name.filter(|_| open),
            expires: Some(found.stored.expires),
            has_account: matches!(mailbox, Mailbox::Of(_)),
            sign_in: found.sign_in.into_iter().next().filter(|_| open && handed),
        })
    }

    async fn find(&self, token: &Token) -> std::result::Result<Option<Found>, TenantError> {
        let Some(stored) = self.store.invitation(&token.digest()).await? else { return Ok(None) };
        let (user, round, now, handed) = (stored.user, stored.round, self.clock.now(), stored.handed);
        let (email, mailed_to) = (stored.email.clone(), stored.email.as_ref().map(|email| email.folded()));
        let tenant = self.tenants.tenant(stored.tenant);
        let asked = tenant.read(move |directory| {
            let user = directory.user(user);
            let current = user.is_some_and(|user| {
                user.state == UserState::Invited && user.invitation.is_some_and(|i| i.round == round)
            });
            let email = user.and_then(|user| user.email());
            // Mailed to another address than the user has now, it is somebody else's.
            let current = current
                && (handed || mailed_to.is_some() && mailed_to.as_deref() == email.map(|e| e.folded()).as_deref());
            let full_name = user.and_then(|user| user.profile.full_name.clone());
            let sign_in = user.map(|user| query::signs_in_by(directory, user)).unwrap_or_default();
            (current, directory.organisation().map(|o| o.name.clone()), full_name, sign_in)
        });
        let (current, organisation, full_name, sign_in) = asked.await?;
        let status = match stored.ending {
            Some(Ending::Used) => InvitationStatus::Used,
            Some(Ending::Ended) => InvitationStatus::Ended,
            None if !current => InvitationStatus::Ended,
            None if stored.expires <= now => InvitationStatus::Expired,
            None if stored.tries >= TRIES => InvitationStatus::Locked,
            None => InvitationStatus::Open,
        };
        Ok(Some(Found { stored, status, organisation, email, full_name, sign_in }))
    }

    /// Whose mailbox the address is that an invitation was mailed to. Another's account is no hindrance to whoever goes in here by
    /// something.
    async fn mailbox(&self, email: &Email, stored: &StoredInvitation, sign_in: &[String]) -> Result<Mailbox> {
        match Mailbox::of(&*self.store, email, (stored.tenant, stored.user)).await? {
            Mailbox::OfAnother if sign_in.is_empty() => Ok(self
                .store
                .account_named(&email.folded())
                .await?
                .map_or(Mailbox::Nobodys, |account| Mailbox::Of(account.into()))),
            mailbox => Ok(mailbox),
        }
    }

    /// Counts a try of the code and judges it.
    async fn try_code(
        &self,
        token: &Token,
        stored: &StoredInvitation,
        code: &str,
    ) -> Result<std::result::Result<(), Refused>> {
        let Some(tries) = self.store.count_try(&stored.token, TRIES).await? else {
            return Ok(Err(Refused::Status(InvitationStatus::Locked)));
        };
        if code::matches(token, code, &stored.code) {
            self.store.pardon_try(&stored.token).await?;
            return Ok(Ok(()));
        }
        Ok(Err(match TRIES.saturating_sub(tries) {
            0 => Refused::Status(InvitationStatus::Locked),
            left => Refused::WrongCode { left },
        }))
    }
}
