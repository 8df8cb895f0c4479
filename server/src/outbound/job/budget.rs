//! Mail has a budget for each organisation and each address, so that nobody uses the server to flood a mailbox, or uses up the
//! good name of its mail server. The counts are in the store: every process sees them. What is over budget waits.

use crate::{
    identity::bucket,
    limits::MailBudget,
    store::{Job, JobKind, Result, Store},
    tenant::Tenants,
};
use rollcall_core::{id::UserId, time::Timestamp, value::Email};
use std::sync::Arc;

/// Counts mails.
#[derive(Clone)]
pub struct Budget {
    pub store: Arc<dyn Store>,
    pub tenants: Tenants,
    pub limits: MailBudget,
}

impl Budget {
    /// Counts the mail that a job sends; gives when there is room again, if there is none now.
    pub(super) async fn take(&self, job: &Job, now: Timestamp) -> Result<Option<Timestamp>> {
        let Some((what, user)) = job.kind.what() else { return Ok(None) };
        let mut counted = Vec::new();
        // What is of no user is of no organisation either: an account asked for it.
        if user.is_some() {
            let organisation = bucket(&["mail of", &job.tenant.to_string(), &format!("{what:?}")]);
            let (count, until) = self.store.strike(&organisation, now, self.limits.window).await?;
            if count > self.limits.organisation {
                return Ok(Some(until));
            }
            counted.push(organisation);
        }
        for email in self.mailboxes(job, user).await? {
            let address = bucket(&["mail to", mailbox(&email).as_str()]);
            let (count, until) = self.store.strike(&address, now, self.limits.window).await?;
            if count > self.limits.address {
                for counter in counted {
                    self.store.pardon(&counter, Some(1)).await?;
                }
                return Ok(Some(until));
            }
            counted.push(address);
        }
        Ok(None)
    }

    /// Where a job's mails go, folded: those for a user to its account, whatever address the directory has. What changes an
    /// account's address mails to both. What has no recipient yet is counted when it is known to whom it goes.
    async fn mailboxes(&self, job: &Job, user: Option<UserId>) -> Result<Vec<String>> {
        if let JobKind::AskAddress { account, email, .. } | JobKind::ChangeAddress { account, email } = &job.kind {
            let has = self.store.account(*account).await?.and_then(|account| Some(account.email?.folded()));
            return Ok(has.into_iter().chain([email.folded()]).collect());
        }
        let Some(user) = user else { return Ok(Vec::new()) };
        let account = self.store.account_of(job.tenant, user).await?.and_then(|account| Some(account.email?.folded()));
        if let (Some(account), JobKind::SendLink { .. } | JobKind::SendPasswordLink { .. }) = (&account, &job.kind) {
            return Ok(vec![account.clone()]);
        }
        let asked = self.tenants.tenant(job.tenant);
        let email = asked.read(move |directory| directory.user(user)?.email().map(Email::folded)).await;
        // A directory that can't be asked fails the job itself, which says so.
        let mut all: Vec<String> = account.into_iter().chain(email.ok().flatten()).collect();
        all.dedup();
        Ok(all)
    }

    /// Counts a mail for somebody who forgot its password, by one of its names; no when there were too many.
    pub(super) async fn take_forgotten(&self, what: &str, name: &str, now: Timestamp) -> Result<bool> {
        let counter = bucket(&["forgotten", what, name]);
        let (count, _) = self.store.strike(&counter, now, self.limits.window).await?;
        Ok(count <= self.limits.forgotten)
    }
}

/// The mailbox that an address leads to, as far as that can be told: what stands behind a plus sign sorts mail within one
/// (RFC 5233).
fn mailbox(folded: &str) -> String {
    let Some((local, domain)) = folded.rsplit_once('@') else { return folded.to_owned() };
    let (mailbox, _) = local.split_once('+').filter(|(mailbox, _)| !mailbox.is_empty()).unwrap_or((local, ""));
    format!("{mailbox}@{domain}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subaddresses_are_one_mailbox() {
        for (address, expected) in [
            ("ann@x.io", "ann@x.io"),
            ("ann+1@x.io", "ann@x.io"),
            ("ann+1+2@x.io", "ann@x.io"),
            ("+1@x.io", "+1@x.io"),
            ("ann@x+y.io", "ann@x+y.io"),
        ] {
            assert_eq!(mailbox(address), expected);
        }
    }
}
