//! In which language an account is written to.

use crate::{store::Link, tenant::Tenants};
use rollcall_words::embedded::Spoken;

/// The language of the account's user in the first of its organisations that can be asked; English when none can.
pub async fn of_account(tenants: &Tenants, links: &[Link]) -> &'static Spoken {
    for link in links {
        let user = link.user;
        let asking = tenants.tenant(link.tenant);
        let asked = asking.read(move |directory| directory.language_of(user).cloned()).await;
        if let Ok(Some(language)) = asked {
            return Spoken::first([language.as_str()]);
        }
    }
    Spoken::first([])
}
