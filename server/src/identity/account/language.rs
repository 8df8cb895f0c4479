//! In which language an account is written to.

use crate::{store::Link, tenant::Tenants};
use futures_util::{StreamExt, stream::FuturesOrdered};
use rollcall_words::embedded::Spoken;

/// The language of the account's user in the first of its organisations that can be asked in time; English when none can.
pub async fn of_account(tenants: &Tenants, links: &[Link]) -> &'static Spoken {
    let mut asked: FuturesOrdered<_> = links
        .iter()
        .map(|link| async move {
            let user = link.user;
            tenants.tenant(link.tenant).read_in_time(move |directory| directory.language_of(user).cloned()).await
        })
        .collect();
    while let Some(answer) = asked.next().await {
        if let Ok(Some(language)) = answer {
            return Spoken::first([language.as_str()]);
        }
    }
    Spoken::first([])
}
