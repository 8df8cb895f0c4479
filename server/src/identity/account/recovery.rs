//! Letting an owner in again who is locked out: what the operator of a server orders when nobody else can (`rollcall recover`).
//! The operator vouches for who the person is; the mailbox still has to prove itself, and where an account moves to another
//! one, the old one is told and has the last word for a day.

use crate::{
    store::Store,
    tenant::{Mails, Order, Tenant, TenantError, Tenants},
};
use rollcall_core::{
    Actor, Context, Directory, Refusals,
    command::{RecoverOwner, SetIdentifiers},
    context::View,
    decide,
    id::UserId,
    model::{Identifier, IdentifierKind},
    sync::Outcome,
    time::Timestamp,
    value::{Email, Slug},
};

/// Why nobody is let in.
#[derive(Debug, thiserror::Error)]
pub enum NotRecovered {
    #[error("there is no organisation {0} in this database")]
    NoOrganisation(Slug),
    #[error("nobody in {0} has the address {1}")]
    Nobody(Slug, Email),
    #[error("{0} has an account already, which signs in by itself: name another address")]
    Taken(Email),
    #[error(transparent)]
    Tenant(#[from] TenantError),
}

/// What was ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// Where the link goes.
    pub to: Email,
    /// The address that the account signs in by until `to` was confirmed; none when it stays.
    pub before: Option<Email>,
    /// How many other organisations the account is a user of.
    pub elsewhere: usize,
}

/// Orders that the owner with this address, as the directory has it, is let in again. `to`: the owner's mailbox is lost too,
/// and the operator says that this one is its own now.
///
/// # Errors
/// Nothing was ordered.
pub async fn recover(
    (store, tenants): (&dyn Store, &Tenants),
    slug: &Slug,
    email: &Email,
    to: Option<&Email>,
    now: Timestamp,
) -> Result<Recovered, NotRecovered> {
    let found = store.tenant_named(slug).await.map_err(TenantError::from)?;
    let id = found.ok_or_else(|| NotRecovered::NoOrganisation(slug.clone()))?;
    let tenant = tenants.tenant(id);
    let nobody = || NotRecovered::Nobody(slug.clone(), email.clone());
    let of = async |user| store.account_of(id, user).await.map_err(TenantError::from);
    let (user, account) = match (user_named(&tenant, email).await?, to) {
        (Some(user), _) => (user, of(user).await?),
        // Ordered before, and not confirmed: the directory has the new address by now, and the account the old one.
        (None, Some(to)) => {
            let user = user_named(&tenant, to).await?.ok_or_else(nobody)?;
            let account = of(user).await?.filter(|account| account.key() == email.folded());
            (user, Some(account.ok_or_else(nobody)?))
        }
        (None, None) => return Err(nobody()),
    };
    if let Some(to) = to {
        // Before its address changes: only an owner is let in.
        let context = Context { actor: Actor::System, now, view: View::Whole };
        let judged = move |directory: &Directory| decide(directory, &context, &RecoverOwner { user }.into()).map(drop);
        tenant.read(judged).await?.map_err(TenantError::Refused)?;
        let taken = store.account_named(&to.folded()).await.map_err(TenantError::from)?;
        if taken.is_some_and(|taken| account.as_ref().is_none_or(|account| account.id != taken.id)) {
            return Err(NotRecovered::Taken(to.clone()));
        }
        if let Some(identifiers) = readdressed(&tenant, user, to).await? {
            order(&tenant, SetIdentifiers { user, identifiers }.into(), Mails::Recovery { to: to.clone() }).await?;
        }
    }
    order(&tenant, RecoverOwner { user }.into(), to.map_or(Mails::All, |to| Mails::Recovery { to: to.clone() }))
        .await?;
    let Some(account) = account else {
        return Ok(Recovered { to: to.unwrap_or(email).clone(), before: None, elsewhere: 0 });
    };
    let links = store.links(account.id).await.map_err(TenantError::from)?;
    let elsewhere = links.iter().filter(|link| link.tenant != id).count();
    let moves = to.filter(|to| to.folded() != account.key());
    Ok(match moves {
        Some(to) => Recovered { to: to.clone(), before: account.email, elsewhere },
        None => Recovered { to: account.email.unwrap_or_else(|| email.clone()), before: None, elsewhere },
    })
}

/// The user with an address.
async fn user_named(tenant: &Tenant, email: &Email) -> Result<Option<UserId>, TenantError> {
    let folded = email.folded();
    tenant.read(move |directory| directory.user_identified(IdentifierKind::Email, &folded)).await
}

/// The user's identifiers with another address in place of the first; none when it has that one.
async fn readdressed(tenant: &Tenant, user: UserId, to: &Email) -> Result<Option<Vec<Identifier>>, TenantError> {
    let to = to.clone();
    let read = move |directory: &Directory| {
        let mut identifiers = directory.user(user)?.identifiers.clone();
        let address = identifiers.iter_mut().find(|identifier| matches!(identifier, Identifier::Email(_)))?;
        let new = Identifier::Email(to);
        (*address != new).then(|| *address = new)?;
        Some(identifiers)
    };
    tenant.read(read).await
}

async fn order(tenant: &Tenant, command: rollcall_core::Command, mails: Mails) -> Result<(), TenantError> {
    let order = Order { mails, ..Order::new(Actor::System, command) };
    let refused = tenant.run(vec![order]).await?.into_iter().find_map(|verdict| match verdict.outcome {
        Outcome::Refused { refusals } => Some(refusals),
        _ => None,
    });
    refused.map_or(Ok(()), |refusals: Refusals| Err(TenantError::Refused(refusals)))
}
