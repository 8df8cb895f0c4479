//! The databases of accounts on a device that several people use.

use crate::{
    browser::idb::Db,
    remembered, settings,
    store::{Store, StoreError},
};
use uuid::Uuid;

/// The session was ended from elsewhere: the directories go, unsynced work stays.
pub async fn session_ended() {
    let Some(remembered) = remembered::load() else { return };
    settings::clear();
    for name in of(remembered.session.account).await {
        // Tried again at the next contact: the answer will be the same.
        let _ = Store::alone(&name).purge_whoever().await;
    }
}

/// Deletes one, and no longer remembers it.
pub async fn delete(store: &Store, name: &str) -> Result<(), StoreError> {
    store.delete().await?;
    remembered::store_deleted(name);
    Ok(())
}

/// The databases of an account on this device.
pub async fn of(account: Uuid) -> Vec<String> {
    let mut names = all().await;
    names.retain(|name| is_of(name, account));
    names
}

/// The databases of all accounts.
pub async fn all() -> Vec<String> {
    let mut names = Db::names().await.unwrap_or_else(remembered::stores);
    names.retain(|name| Store::is_name(name));
    names
}

/// Whether a database is of the account.
pub fn is_of(name: &str, account: Uuid) -> bool {
    name.ends_with(&format!("-{account}"))
}
