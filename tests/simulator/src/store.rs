//! The store as one server has it: the disk behind its [`Connection`].

use crate::{
    bug::Bug,
    connection::{Connection, Result},
    disk::{Accounts, Rows},
    oracle::account::Cause,
};
use async_trait::async_trait;
use rollcall_core::{
    Key, Record,
    api::MailFailure,
    id::{CommandId, DeviceId, TenantId, UserId},
    sync::Seq,
    time::{Span, Timestamp},
    value::{Email, Slug},
};
use rollcall_server::store::{
    Account, AddressChange, Batch, Chore, Commit, Digest, FailingJob, Head, Job, JobCounts, JobFailure, KnownTo, Link,
    LinkUse, LogRow, NewJob, NewKnownDevice, NewSession, NotesOf, Notice, PasswordLink, Queue, SecurityNote, Since,
    Step, Store, StoredInvitation, StoredSession, StoredVerdict, Whereabouts,
};
use tokio::sync::broadcast;
use uuid::Uuid;

impl Connection {
    /// Asks an organisation's rows; none when there is no such organisation.
    async fn rows<T>(&self, tenant: TenantId, question: impl FnOnce(&Rows) -> T + Send) -> Result<Option<T>> {
        self.way().await?;
        Ok(self.disk.kept().tenants.get(&tenant).map(question))
    }

    /// What a planted bug makes of a link: what the directory says at the time of its use decides whose password it sets.
    fn looked_up(&self, link: PasswordLink) -> PasswordLink {
        let Some((tenant, user)) = link.place.filter(|_| self.disk.universe.has(Bug::LookUpLater)) else { return link };
        let email = self.disk.with_past(tenant, |past| past.now().user(user).and_then(|user| user.email().cloned()));
        let Some(email) = email.flatten() else { return link };
        match self.disk.kept().accounts.named(&email.folded()) {
            Some(account) => PasswordLink { account: Some(account.id), place: None, email, ..link },
            None => link,
        }
    }
}

#[async_trait]
impl Store for Connection {
    async fn tenants(&self) -> Result<Vec<TenantId>> {
        self.way().await?;
        Ok(self.disk.kept().tenants.keys().copied().collect())
    }

    async fn tenant_named(&self, slug: &Slug) -> Result<Option<TenantId>> {
        self.way().await?;
        Ok(self.disk.kept().tenants.iter().find(|(_, rows)| rows.slug == *slug).map(|(tenant, _)| *tenant))
    }

    async fn head(&self, tenant: TenantId) -> Result<Option<Head>> {
        self.rows(tenant, |rows| rows.head).await
    }

    async fn load(&self, tenant: TenantId) -> Result<Option<(Head, Vec<Record>)>> {
        let records = |rows: &Rows| rows.records.values().filter_map(|(_, record)| record.clone()).collect();
        self.rows(tenant, |rows| (rows.head, records(rows))).await
    }

    async fn record(&self, tenant: TenantId, key: Key) -> Result<Option<Record>> {
        let record = self.rows(tenant, |rows| rows.records.get(&key).and_then(|(_, record)| record.clone())).await?;
        Ok(record.flatten())
    }

    async fn since(&self, tenant: TenantId, version: u64) -> Result<Option<Since>> {
        self.rows(tenant, |rows| rows.since(version)).await
    }

    async fn keys_since(&self, tenant: TenantId, version: u64) -> Result<Option<Vec<Key>>> {
        let since = self.rows(tenant, |rows| rows.since(version)).await?;
        let since = since.filter(|since| version >= since.head.log_floor);
        Ok(since.map(|since| since.puts.into_iter().map(|put| put.key).collect()))
    }

    async fn verdicts(
        &self,
        tenant: TenantId,
        user: UserId,
        device: DeviceId,
        first: Seq,
        last: Seq,
    ) -> Result<Vec<StoredVerdict>> {
        let range = (user, device, first)..=(user, device, last);
        let verdicts = self.rows(tenant, |rows| rows.verdicts.range(range).map(|(_, v)| v.clone()).collect());
        Ok(verdicts.await?.unwrap_or_default())
    }

    async fn highest_seq(&self, tenant: TenantId, user: UserId, device: DeviceId) -> Result<Option<Seq>> {
        let range = (user, device, Seq(0))..=(user, device, Seq(u64::MAX));
        let highest = self.rows(tenant, |rows| rows.verdicts.range(range).next_back().map(|((_, _, seq), _)| *seq));
        Ok(highest.await?.flatten())
    }

    async fn forgotten_seq(&self, _: TenantId, _: UserId, _: DeviceId) -> Result<Option<Seq>> {
        self.way().await?;
        // The simulated disk forgets no verdict.
        Ok(None)
    }

    async fn verdicts_on(&self, tenant: TenantId, user: UserId, commands: &[CommandId]) -> Result<Vec<StoredVerdict>> {
        let asked = |stored: &&StoredVerdict| stored.user == user && commands.contains(&stored.verdict.command);
        let verdicts = self.rows(tenant, |rows| rows.verdicts.values().filter(asked).cloned().collect());
        Ok(verdicts.await?.unwrap_or_default())
    }

    async fn commit(&self, batch: &Batch) -> Result<Commit> {
        self.way().await?;
        let universe = &self.disk.universe;
        if universe.has(Bug::AcknowledgeEarly) && universe.one_in(20) {
            return Ok(Commit::Done);
        }
        let committed = self.disk.commit(batch)?;
        universe.note(format_args!(
            "server {} commits {} to {} of {}: {committed:?}",
            self.number, batch.expected, batch.version, batch.tenant
        ));
        if committed == Commit::Conflict {
            universe.count("conflicts between servers");
        }
        self.way_back().await?;
        Ok(committed)
    }

    async fn clashes(&self, tenant: TenantId) -> Result<u64> {
        Ok(self.rows(tenant, |rows| rows.clashes.len() as u64).await?.unwrap_or_default())
    }

    async fn log(&self, tenant: TenantId, after: u64, limit: u32) -> Result<Vec<LogRow>> {
        let later = |row: &&LogRow| row.version > after;
        let log = self.rows(tenant, |rows| rows.log.iter().filter(later).take(limit as usize).cloned().collect());
        Ok(log.await?.unwrap_or_default())
    }

    async fn renew_log_epochs(&self, _: u64) -> Result<()> {
        Self::elsewhere()
    }

    fn notices(&self) -> broadcast::Receiver<Notice> {
        self.notices.subscribe()
    }

    async fn is_an_accounts(&self, email: &Email, now: Timestamp) -> Result<bool> {
        self.way().await?;
        Ok(self.disk.kept().accounts.has_address(email, now))
    }

    async fn account_named(&self, folded: &str) -> Result<Option<Account>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.named(folded).cloned())
    }

    async fn account(&self, id: Uuid) -> Result<Option<Account>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.all.get(&id).cloned())
    }

    async fn account_of(&self, tenant: TenantId, user: UserId) -> Result<Option<Account>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.of((tenant, user)).cloned())
    }

    async fn put_job(&self, tenant: TenantId, job: &NewJob) -> Result<()> {
        self.way().await?;
        self.disk.kept().jobs.put(tenant, std::slice::from_ref(job));
        self.way_back().await
    }

    async fn put_password_link(&self, link: &PasswordLink) -> Result<()> {
        self.way().await?;
        self.disk.change(&Cause::Other, |accounts| accounts.put_link(link));
        self.way_back().await
    }

    async fn password_link(&self, token: &Digest) -> Result<Option<PasswordLink>> {
        self.way().await?;
        let link = self.disk.kept().accounts.links.get(token).cloned();
        Ok(link.map(|link| self.looked_up(link)))
    }

    async fn use_password_link(
        &self,
        link: &PasswordLink,
        using: &LinkUse,
        pin: Option<&str>,
        now: Timestamp,
    ) -> Result<bool> {
        self.way().await?;
        let used = |accounts: &mut Accounts| accounts.whole(|all| all.use_link(link, using, pin, now));
        let used = self.disk.change(&Cause::Link(&link.token), used).is_some();
        self.way_back().await?;
        Ok(used)
    }

    async fn change_password(&self, account: Uuid, old: &str, new: &str, keep: &Digest) -> Result<bool> {
        self.way().await?;
        let stale = self.disk.universe.has(Bug::KeepStaleSessions).then(|| self.disk.kept().accounts.sessions.clone());
        let changed = self.disk.change(&Cause::Password { keep }, |accounts| {
            let changed = accounts.change_password(account, old, new, keep).is_some();
            if let Some(stale) = stale {
                accounts.sessions = stale;
            }
            changed
        });
        self.way_back().await?;
        Ok(changed)
    }

    async fn put_address_change(&self, change: &AddressChange) -> Result<()> {
        self.way().await?;
        let unproven = self.disk.universe.has(Bug::ReaddressUnproven);
        self.disk.change(&Cause::Other, |accounts| {
            accounts.put_change(change);
            if unproven {
                accounts.whole(|accounts| accounts.confirm(change));
            }
        });
        self.way_back().await
    }

    async fn address_change(&self, token: &Digest) -> Result<Option<AddressChange>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.change_of(token).cloned())
    }

    async fn pending_address(&self, account: Uuid, now: Timestamp) -> Result<Option<AddressChange>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.pending_address(account, now).cloned())
    }

    async fn confirm_address(&self, change: &AddressChange) -> Result<bool> {
        self.way().await?;
        let confirm = |accounts: &mut Accounts| accounts.whole(|all| all.confirm(change));
        let confirmed = self.disk.change(&Cause::Confirm(change), confirm).is_some();
        self.way_back().await?;
        Ok(confirmed)
    }

    async fn stop_address(&self, change: &AddressChange) -> Result<bool> {
        self.way().await?;
        let stop = |accounts: &mut Accounts| accounts.whole(|all| all.stop(change));
        let stopped = self.disk.change(&Cause::Stop(change), stop).is_some();
        self.way_back().await?;
        Ok(stopped)
    }

    async fn put_note(&self, note: &SecurityNote) -> Result<()> {
        self.way().await?;
        self.disk.kept().accounts.note(note);
        Ok(())
    }

    async fn notes(&self, of: NotesOf, before: Timestamp, limit: u32) -> Result<Vec<SecurityNote>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.notes(of, before, limit))
    }

    async fn links(&self, account: Uuid) -> Result<Vec<Link>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.links_of(account))
    }

    async fn open_session(&self, session: &NewSession) -> Result<bool> {
        self.way().await?;
        let opened = self.disk.change(&Cause::SignIn(session), |accounts| accounts.open_session(session));
        self.way_back().await?;
        Ok(opened)
    }

    async fn session(&self, token: &Digest, now: Timestamp) -> Result<Option<StoredSession>> {
        self.way().await?;
        let session = self.disk.kept().accounts.session(token, now);
        if session.is_some() && self.disk.shadow().is_gone(token) {
            self.disk.universe.wrong("a session outlived the restore of a backup".to_owned());
        }
        Ok(session)
    }

    async fn session_ended(&self, token: &Digest) -> Result<bool> {
        self.way().await?;
        Ok(self.disk.kept().accounts.sessions.get(token).is_some_and(|session| session.ended))
    }

    async fn touch_session(&self, token: &Digest, seen: Timestamp, expires: Timestamp, at: &Whereabouts) -> Result<()> {
        self.way().await?;
        self.disk.kept().accounts.touch(token, seen, expires, at);
        Ok(())
    }

    async fn sessions_of(&self, account: Uuid, now: Timestamp) -> Result<Vec<StoredSession>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.sessions_of(account, now))
    }

    async fn end_session(&self, account: Uuid, device: DeviceId) -> Result<bool> {
        self.way().await?;
        let ended = self.disk.change(&Cause::Other, |accounts| accounts.end_session(account, device));
        self.way_back().await?;
        Ok(ended)
    }

    async fn end_other_sessions(&self, account: Uuid, keep: &Digest) -> Result<()> {
        self.way().await?;
        self.disk.change(&Cause::Other, |accounts| accounts.end_others(account, Some(keep)));
        self.way_back().await
    }

    async fn end_everything_open(&self) -> Result<()> {
        self.way().await?;
        self.disk.change(&Cause::Other, Accounts::end_everything_open);
        self.way_back().await
    }

    fn ended(&self) -> broadcast::Receiver<Uuid> {
        // Nothing is ever told: streams notice by looking themselves, as on another server.
        broadcast::Sender::new(1).subscribe()
    }

    async fn close_session(&self, token: &Digest) -> Result<()> {
        self.way().await?;
        self.disk.change(&Cause::Other, |accounts| accounts.close_session(token));
        self.way_back().await
    }

    async fn take_seqs(&self, token: &Digest, count: u64) -> Result<Option<Seq>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.take_seqs(token, count))
    }

    async fn device_known_to(&self, device: &Digest, now: Timestamp) -> Result<Vec<KnownTo>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.known_to(device, now))
    }

    async fn device_key(&self, fresh: &[u8; 32]) -> Result<[u8; 32]> {
        self.way().await?;
        let key = self.disk.kept().accounts.device_key(fresh);
        self.way_back().await?;
        Ok(key)
    }

    async fn know_device(&self, device: &NewKnownDevice) -> Result<()> {
        self.way().await?;
        self.disk.kept().accounts.know_device(device);
        self.way_back().await
    }

    async fn strike(&self, bucket: &Digest, now: Timestamp, window: Span) -> Result<(u32, Timestamp)> {
        self.way().await?;
        Ok(self.disk.kept().accounts.strike(bucket, now, window))
    }

    async fn pardon(&self, bucket: &Digest, count: Option<u32>) -> Result<()> {
        self.way().await?;
        self.disk.kept().accounts.pardon(bucket, count);
        Ok(())
    }

    async fn put_invitation(&self, invitation: &StoredInvitation) -> Result<()> {
        self.way().await?;
        self.disk.change(&Cause::Other, |accounts| accounts.put_invitation(invitation));
        self.way_back().await
    }

    async fn invitation(&self, token: &Digest) -> Result<Option<StoredInvitation>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.invitations.get(token).cloned())
    }

    async fn count_try(&self, token: &Digest, max: u32) -> Result<Option<u32>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.count_try(token, max))
    }

    async fn pardon_try(&self, token: &Digest) -> Result<()> {
        self.way().await?;
        self.disk.kept().accounts.pardon_try(token);
        Ok(())
    }

    async fn claim_jobs(&self, queue: Queue, now: Timestamp, lease: Timestamp, limit: u32) -> Result<Vec<Job>> {
        // A question that has no answer costs no lots: it is asked every two seconds.
        self.alive().await;
        if !self.disk.kept().jobs.is_due(queue, now) {
            return Ok(Vec::new());
        }
        self.way().await?;
        Ok(self.disk.kept().jobs.claim(queue, now, lease, limit))
    }

    async fn finish_job(&self, id: Uuid) -> Result<()> {
        self.way().await?;
        self.disk.kept().jobs.finish(id);
        self.way_back().await
    }

    async fn defer_job(&self, id: Uuid, again: Option<Timestamp>, failure: &JobFailure) -> Result<()> {
        self.way().await?;
        if failure.reason == MailFailure::OverBudget {
            self.disk.universe.count("mails over budget");
        }
        if again.is_none() {
            self.disk.universe.count("jobs given up");
        }
        self.disk.kept().jobs.defer(id, again, failure);
        Ok(())
    }

    async fn failing_jobs(&self, tenant: TenantId, limit: u32) -> Result<Vec<FailingJob>> {
        self.way().await?;
        Ok(self.disk.kept().jobs.failing(tenant, limit))
    }

    async fn job_counts(&self) -> Result<JobCounts> {
        self.way().await?;
        Ok(self.disk.kept().jobs.counts())
    }

    async fn take_chore(&self, _: Chore, _: Timestamp, _: Timestamp, _: Timestamp, _: Uuid) -> Result<bool> {
        Self::elsewhere()
    }
    async fn keep_chore(&self, _: Chore, _: Uuid, _: Timestamp) -> Result<bool> {
        Self::elsewhere()
    }
    async fn end_chore(&self, _: Chore, _: Uuid, _: Timestamp) -> Result<()> {
        Self::elsewhere()
    }
    async fn raise_log_floor(&self, _: TenantId, _: Timestamp) -> Result<bool> {
        Self::elsewhere()
    }
    async fn raise_forgotten(&self, _: TenantId, _: Timestamp) -> Result<bool> {
        Self::elsewhere()
    }
    async fn rewrite_log(&self, tenant: TenantId, rows: &[LogRow]) -> Result<()> {
        self.way().await?;
        if let Some(kept) = self.disk.kept().tenants.get_mut(&tenant) {
            kept.rewrite(rows);
        }
        self.way_back().await
    }
    async fn addresses_of(&self, tenant: TenantId, user: UserId, _: &[Email]) -> Result<Vec<Email>> {
        self.way().await?;
        let addresses = self.disk.kept().accounts.addresses_of((tenant, user));
        self.way_back().await?;
        Ok(addresses)
    }
    async fn erase_traces(&self, tenant: TenantId, user: UserId) -> Result<()> {
        self.way().await?;
        self.disk.kept().accounts.erase_traces((tenant, user));
        self.way_back().await
    }
    async fn clean(&self, _: Step, _: Timestamp, _: u32) -> Result<u64> {
        Self::elsewhere()
    }
    async fn close(&self) {}
}
