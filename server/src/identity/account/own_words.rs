//! What whoever knows the person of an account tries first as its password.

use crate::{
    store::{Account, Store},
    tenant::{TenantError, Tenants},
};

/// The account's address, its person's names, and its organisations'. One that can't be asked is left out: it keeps nobody
/// from choosing a password.
pub async fn of_account(
    store: &dyn Store,
    tenants: &Tenants,
    Account { id, email, .. }: &Account,
) -> Result<Vec<String>, TenantError> {
    let mut words = vec![email.as_str().to_owned()];
    for link in store.links(*id).await? {
        let (asking, user) = (tenants.tenant(link.tenant), link.user);
        let asked = asking.read(move |directory| {
            let name = directory.user(user).map(|user| user.display_name().to_owned());
            let organisation = directory.organisation().map(|organisation| organisation.name.as_str().to_owned());
            name.into_iter().chain(organisation)
        });
        words.extend(asked.await.into_iter().flatten());
    }
    Ok(words)
}
