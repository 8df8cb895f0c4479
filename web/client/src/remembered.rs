//! Who was signed in and where, kept on the device so that a reload with no network opens the directory.
//! No secret is kept: the session itself is a cookie that no script sees.

use crate::{browser::storage, settings};
use rollcall_core::{api::Place, api::Session, id::TenantId};
use serde::{Deserialize, Serialize};

const NAME: &str = "rollcall-session-1";
/// Present while the server has not heard yet that somebody signed out here.
const SIGNED_OUT: &str = "rollcall-signed-out-1";
/// The databases that were opened here, for browsers that can't list them.
const STORES: &str = "rollcall-stores-1";

/// Who was signed in last, and which organisation was open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    pub session: Session,
    /// The organisation that was chosen, when there are several (S2.2).
    pub chosen: Option<TenantId>,
}

impl Remembered {
    /// Somebody who has one of its organisations open. One that the server can't ask at the moment stays what it was.
    pub fn within(session: Session, open: TenantId) -> Self {
        let only = session.places().count() == 1 && session.unavailable.is_empty();
        Self { session, chosen: (!only).then_some(open) }
    }

    /// The organisation to open: the chosen one, or the only one.
    pub fn place(&self) -> Option<&Place> {
        match self.chosen {
            Some(tenant) => self.session.places().find(|place| place.tenant == tenant),
            None => match (self.session.organisations.as_slice(), self.session.unavailable.as_slice()) {
                ([only], []) => Some(only),
                _ => None,
            },
        }
    }
}

/// What was remembered; none when nothing was, or it can't be read.
pub fn load() -> Option<Remembered> {
    let text = storage::get(NAME)?;
    serde_json::from_str(&text).ok()
}

/// Remembers. Where the browser keeps nothing, nothing is remembered.
pub fn save(remembered: &Remembered) {
    if let Ok(text) = serde_json::to_string(remembered) {
        storage::set(NAME, &text);
    }
}

/// Forgets: at sign-out.
pub fn clear() {
    storage::remove(NAME);
    settings::clear();
}

/// Whether somebody signed out here and the server has not heard of it: the cookie may be as good as ever, and must let
/// nobody in.
pub(crate) fn is_signed_out() -> bool {
    storage::get(SIGNED_OUT).is_some()
}

/// Somebody signs out; the server does not know yet.
pub(crate) fn mark_signed_out() {
    storage::set(SIGNED_OUT, "1");
}

/// The server knows, or the cookie is another one now.
pub(crate) fn told_signed_out() {
    if is_signed_out() {
        storage::remove(SIGNED_OUT);
    }
}

/// The names of the databases that were opened here.
pub(crate) fn stores() -> Vec<String> {
    storage::get(STORES).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// A database is being opened here.
pub(crate) fn store_opened(name: &str) {
    let mut stores = stores();
    if !stores.iter().any(|known| known == name) {
        stores.push(name.to_owned());
        save_stores(&stores);
    }
}

/// A database was deleted.
pub(crate) fn store_deleted(name: &str) {
    let mut stores = stores();
    stores.retain(|known| known != name);
    save_stores(&stores);
}

fn save_stores(stores: &[String]) {
    match serde_json::to_string(stores) {
        Ok(text) if !stores.is_empty() => storage::set(STORES, &text),
        _ => storage::remove(STORES),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::{
        id::UserId,
        value::{Email, OrganisationName, Slug},
    };

    fn place(n: u128) -> Place {
        let slug = Slug::parse(&format!("place{n}")).unwrap();
        Place { tenant: TenantId::fixed(n), user: UserId::fixed(n), slug, name: OrganisationName::parse("P").unwrap() }
    }

    fn session(organisations: &[u128], unavailable: &[u128]) -> Session {
        Session {
            account: uuid::Uuid::nil(),
            email: Email::parse("ann@x.io").ok(),
            organisations: organisations.iter().copied().map(place).collect(),
            without_portal: Vec::new(),
            by_another_identifier: Vec::new(),
            new_password_needed: Vec::new(),
            unavailable: unavailable.iter().copied().map(place).collect(),
        }
    }

    #[test]
    fn the_only_organisation_is_opened_and_among_several_the_chosen_one() {
        let opened = |session, chosen: Option<u128>| {
            let remembered = Remembered { session, chosen: chosen.map(TenantId::fixed) };
            remembered.place().map(|place| place.tenant)
        };
        assert_eq!(opened(session(&[1], &[]), None), Some(TenantId::fixed(1)));
        assert_eq!(opened(session(&[1, 2], &[]), None), None);
        assert_eq!(opened(session(&[1, 2], &[]), Some(2)), Some(TenantId::fixed(2)));
        assert_eq!(opened(session(&[1], &[2]), None), None, "perhaps the other one is meant");
        assert_eq!(opened(session(&[], &[2]), None), None);
        assert_eq!(opened(session(&[1], &[]), Some(2)), None, "it is there no more");
    }

    #[test]
    fn an_open_organisation_that_the_server_can_not_ask_is_opened_again() {
        for session in [session(&[], &[2]), session(&[1], &[2]), session(&[2], &[]), session(&[1, 2], &[])] {
            let remembered = Remembered::within(session, TenantId::fixed(2));
            assert_eq!(remembered.place().map(|place| place.tenant), Some(TenantId::fixed(2)));
        }
    }
}
