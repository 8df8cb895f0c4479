//! What whoever knows the person of an account tries first as its password.

use crate::{
    store::{Account, Link, Store},
    tenant::{TenantError, Tenants},
};
use futures_util::future::join_all;

/// The account's address, its person's names, and its organisations'. One that can't be asked in time is left out: it keeps
/// nobody from choosing a password.
pub async fn of_account(
    store: &dyn Store,
    tenants: &Tenants,
    Account { id, email, .. }: &Account,
) -> Result<Vec<String>, TenantError> {
    let asked = |Link { tenant, user, .. }| async move {
        let asking = tenants.tenant(tenant);
        let asked = asking.read_in_time(move |directory| {
            let name = directory.user(user).map(|user| user.display_name().into_owned());
            let organisation = directory.organisation().map(|organisation| organisation.name.as_str().to_owned());
            name.into_iter().chain(organisation)
        });
        asked.await.into_iter().flatten()
    };
    let words = join_all(store.links(*id).await?.into_iter().map(asked)).await;
    Ok(email.iter().map(|email| email.as_str().to_owned()).chain(words.into_iter().flatten()).collect())
}
