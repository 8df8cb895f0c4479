//! Whom somebody means who signs in: an e-mail address names an account wherever it belongs; a mobile number or a log-in
//! name means somebody in one organisation, as far as that lets people in by such.
//!
//! INVARIANT: nobody keeps anybody out by being called the same. What means two accounts is tried with both: an address that one
//! account proved, though its directory has another one by now, and by which somebody without a mailbox goes in the organisation;
//! digits that are the mobile number of one and the log-in name of another.

use crate::{
    problem::Fault,
    store::{Account, Store},
    tenant::{TenantError, Tenants},
};
use axum::http::StatusCode;
use rollcall_core::{
    id::{TenantId, UserId},
    model::IdentifierKind,
    query,
    value::Slug,
};

/// What the words of a sign-in come to.
pub struct Meant {
    /// The accounts, two at most, and the kind of identifier that named each: the password says which of them it is.
    pub accounts: Vec<(Account, IdentifierKind)>,
    /// Under which name a try is counted whose words don't say it by themselves: the same whether it means anybody or not.
    pub counted: String,
}

impl Meant {
    /// Whom a mail is for that goes to whoever forgot its password: who proved a mailbox.
    pub fn with_mailbox(self) -> Option<Account> {
        self.accounts.into_iter().map(|(account, _)| account).find(|account| account.email.is_some())
    }
}

/// Why it can't be said whom somebody means.
pub enum NotMeant {
    /// It takes an organisation to say, and there are several.
    OrganisationNeeded,
    Tenant(TenantError),
}

impl<E: Into<TenantError>> From<E> for NotMeant {
    fn from(error: E) -> Self {
        Self::Tenant(error.into())
    }
}

impl From<NotMeant> for Fault {
    fn from(error: NotMeant) -> Self {
        match error {
            NotMeant::OrganisationNeeded => Self::coded(StatusCode::UNPROCESSABLE_ENTITY, "organisation_needed"),
            NotMeant::Tenant(error) => error.into(),
        }
    }
}

/// What somebody typed to say who it is. It is counted in one form, however it is written.
pub struct Typed {
    words: String,
    folded: String,
    organisation: Named,
}

/// The organisation that somebody typed.
enum Named {
    Nothing,
    Slug(Slug),
    /// No organisation is called so.
    Nonsense,
}

impl Typed {
    /// An identifier, and the short name of an organisation.
    pub fn new(identifier: &str, organisation: Option<&str>) -> Self {
        let organisation = match organisation.map(str::trim).filter(|named| !named.is_empty()) {
            Some(named) => Slug::parse(&named.to_ascii_lowercase()).map_or(Named::Nonsense, Named::Slug),
            None => Named::Nothing,
        };
        Self { words: identifier.trim().to_owned(), folded: query::identifier_folded(identifier, None), organisation }
    }

    /// Whether it is an e-mail address, which names an account by itself.
    pub fn is_address(&self) -> bool {
        self.words.contains('@')
    }

    /// The identifier, in the form in which it is compared.
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// Under which name tries at it are counted.
    pub fn counted(&self) -> String {
        match &self.organisation {
            _ if self.is_address() => self.folded.clone(),
            Named::Nothing => format!(" {}", self.folded),
            Named::Slug(slug) => format!("{slug} {}", self.folded),
            Named::Nonsense => format!("? {}", self.folded),
        }
    }
}

/// Finds whom somebody means. It takes the same work whether that is anybody or not, and what comes of it beside the accounts
/// is the same.
///
/// # Errors
/// When it takes an organisation to say, and there are several; or the store failed.
pub async fn meant(store: &dyn Store, tenants: &Tenants, typed: &Typed) -> Result<Meant, NotMeant> {
    let folded = &typed.folded;
    if typed.is_address() {
        let named = store.account_named(folded).await?;
        // Whose account has no mailbox is called so in one organisation alone.
        let there = without_mailbox(store, tenants, typed).await?;
        let accounts = match (there, named) {
            // Whoever has an account of that address elsewhere is not meant there: nobody who gives somebody an address finds out
            // whether there is one by how long it takes to try both.
            (Some((tenant, there)), Some(named)) => {
                let both = store.links(named.id).await?.iter().any(|link| link.tenant == tenant);
                std::iter::once(there).chain(both.then_some(named)).collect()
            }
            (there, named) => Vec::from_iter(there.map(|(_, there)| there).or(named)),
        };
        let accounts = accounts.into_iter().map(|account| (account, IdentifierKind::Email)).collect();
        return Ok(Meant { accounts, counted: folded.clone() });
    }
    let Some(tenant) = place(store, &typed.organisation).await? else {
        return Ok(Meant { accounts: Vec::new(), counted: folded.clone() });
    };
    let words = typed.words.clone();
    let asking = tenants.tenant(tenant);
    let asked = asking.read_in_time(move |directory| {
        (query::who_signs_in(directory, &words), query::identifier_folded(&words, directory.organisation()))
    });
    let (found, named) = asked.await?;
    let counted = format!("{tenant} {named}");
    if found.is_empty() {
        // Nobody is called so: looked for in the database all the same.
        store.account_of(tenant, UserId::NOBODY).await?;
    }
    let mut accounts: Vec<(Account, IdentifierKind)> = Vec::new();
    for (user, kind) in found {
        if let Some(account) = store.account_of(tenant, user).await?
            && accounts.iter().all(|(other, _)| other.id != account.id)
        {
            accounts.push((account, kind));
        }
    }
    Ok(Meant { accounts, counted })
}

/// The account of the organisation's user with this address, when it has none of its own, and the organisation. One that can't be
/// asked keeps nobody out of the others.
async fn without_mailbox(
    store: &dyn Store,
    tenants: &Tenants,
    typed: &Typed,
) -> Result<Option<(TenantId, Account)>, NotMeant> {
    let Ok(place) = place(store, &typed.organisation).await else { return Ok(None) };
    let Some(tenant) = place else { return Ok(None) };
    let words = typed.words.clone();
    let asking = tenants.tenant(tenant);
    let found = asking.read_in_time(move |directory| query::who_signs_in(directory, &words)).await.unwrap_or_default();
    let user = found.first().map_or(UserId::NOBODY, |(user, _)| *user);
    let account = store.account_of(tenant, user).await?.filter(|account| account.email.is_none());
    Ok(account.map(|account| (tenant, account)))
}

/// The organisation that was named, or the only one. None when there is none of that name, which is answered like a wrong
/// password.
async fn place(store: &dyn Store, named: &Named) -> Result<Option<TenantId>, NotMeant> {
    match named {
        Named::Slug(slug) => Ok(store.tenant_named(slug).await?),
        Named::Nonsense => Ok(None),
        Named::Nothing => store.only_tenant().await?.map(Some).ok_or(NotMeant::OrganisationNeeded),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_at_one_name_are_counted_together_however_it_is_written() {
        let counted = |identifier, organisation| Typed::new(identifier, organisation).counted();
        assert_eq!(counted(" ANN@X.io", None), counted("ann@x.io", Some("north")));
        assert_eq!(counted("A\u{308}rzte@x.io", None), counted("\u{e4}rzte@X.io", None));
        assert_eq!(counted("Bobby ", Some(" North")), counted("bobby", Some("north")));
        assert_eq!(counted("bobby", Some("")), counted("BOBBY", None));
        assert_eq!(counted("bobby", Some("n")), counted("bobby", Some("no such name")));
        assert_ne!(counted("bobby", Some("north")), counted("bobby", Some("south")));
    }
}
