//! The store suite: what every store must do, run on each.

use crate::database::{Database, on_both};
use rollcall_core::{
    Actor, Changes, Record, Timestamp,
    access::{BASIC, built_in},
    api::MailFailure,
    command::{CreateTeam, DeleteUser},
    id::{CommandId, DeviceId, RoleId, TenantId, UserId},
    model::{IdentifierKind, Role},
    sync::{Outcome, Seq, Verdict},
    time::Span,
    value::{Email, RoleName, Slug, TeamName},
};
use rollcall_server::{
    clock::Clock,
    store::{
        Batch, Clash, Commit, Ending, Founding, JobFailure, JobKind, LogRow, NewAccount, NewJob, NewSession, Queue,
        Secret, Step, Store, StoreError, StoredInvitation, StoredPut, StoredVerdict, Whereabouts,
    },
};

use std::sync::Arc;

on_both! {
    a_commit_is_read_back a_commit_on_an_older_version_writes_nothing removed_records_stay_known slugs_are_unique
    verdicts_and_clashes accounts_and_their_sessions sessions_end_where_they_should forgotten_accounts strikes
    invitations_end_and_lock jobs_are_leased large_commits old_things_go
}

pub const NOW: Timestamp = Timestamp(1_000_000);

pub fn clock() -> Clock {
    Clock::default()
}

pub fn tenant() -> TenantId {
    TenantId::new(clock().id())
}

pub fn user() -> UserId {
    UserId::new(clock().id())
}

fn role(name: &str) -> Record {
    let permissions = built_in(BASIC).unwrap().permissions;
    let name = RoleName::parse(name).unwrap();
    let id = RoleId::new(clock().id());
    Record::Role(Role::new(id, name, permissions, rollcall_core::model::RoleScope::Own))
}

fn put(version: u64, record: &Record) -> StoredPut {
    StoredPut { key: record.key(), version, record: Some(record.clone()) }
}

pub fn founding(tenant: TenantId, slug: &str) -> Batch {
    let slug = Slug::parse(slug).unwrap();
    Batch { founding: Some(Founding { slug, log_epoch: 7, by: None }), version: 1, ..Batch::new(tenant, 0) }
}

pub fn batch(tenant: TenantId, expected: u64, puts: Vec<StoredPut>) -> Batch {
    Batch { version: expected + 1, puts, ..Batch::new(tenant, expected) }
}

pub async fn founded(database: &Database) -> TenantId {
    let tenant = tenant();
    database.store.commit(&founding(tenant, "north")).await.unwrap();
    tenant
}

pub fn account(address: &str) -> NewAccount {
    NewAccount { id: clock().id(), email: Email::parse(address).ok(), password: "$hash".into(), created: NOW }
}

pub async fn secrets(database: &Database, tenant: TenantId, secrets: Vec<Secret>) {
    let version = database.store.head(tenant).await.unwrap().unwrap().version;
    let done = database.store.commit(&Batch { secrets, ..batch(tenant, version, vec![]) }).await.unwrap();
    assert_eq!(done, Commit::Done);
}

async fn a_commit_is_read_back(database: Database) {
    let store = &database.store;
    let tenant = tenant();
    assert!(store.head(tenant).await.unwrap().is_none() && store.load(tenant).await.unwrap().is_none());
    let (a, b) = (role("A"), role("B"));
    let first = Batch { puts: vec![put(1, &a)], ..founding(tenant, "north") };
    assert_eq!(store.commit(&first).await.unwrap(), Commit::Done);
    let command = CreateTeam {
        id: rollcall_core::id::TeamId::new(clock().id()),
        name: TeamName::parse("T").unwrap(),
        kind: Default::default(),
        members: vec![],
    };
    let row = LogRow {
        version: 2,
        at: NOW,
        actor: Actor::System,
        device: Some((DeviceId::new(clock().id()), Seq(3))),
        id: CommandId::new(clock().id()),
        command: command.into(),
        changes: Changes::default(),
    };
    let second = Batch { log: vec![row.clone()], ..batch(tenant, 1, vec![put(2, &b)]) };
    assert_eq!(store.commit(&second).await.unwrap(), Commit::Done);
    let again = database.again().await;
    let (head, mut records) = again.load(tenant).await.unwrap().unwrap();
    assert_eq!((head.version, head.log_epoch, head.log_floor), (2, 7, 0));
    records.sort_by_key(Record::key);
    let mut expected = vec![a, b.clone()];
    expected.sort_by_key(Record::key);
    assert_eq!(records, expected);
    assert_eq!(again.log(tenant, 1, 10).await.unwrap(), [row]);
    assert_eq!(again.log(tenant, 2, 10).await.unwrap(), []);
    assert_eq!(again.keys_since(tenant, 1).await.unwrap(), Some(vec![b.key()]));
    assert_eq!(again.tenants().await.unwrap(), [tenant]);
    assert_eq!(again.tenant_named(&Slug::parse("north").unwrap()).await.unwrap(), Some(tenant));
    assert_eq!(again.tenant_named(&Slug::parse("south").unwrap()).await.unwrap(), None);
}

async fn a_commit_on_an_older_version_writes_nothing(database: Database) {
    let tenant = founded(&database).await;
    let (a, b) = (role("A"), role("B"));
    assert_eq!(database.store.commit(&batch(tenant, 1, vec![put(2, &a)])).await.unwrap(), Commit::Done);
    let kind = JobKind::SendInvitation { user: user(), round: 1 };
    let jobs = vec![NewJob { id: clock().id(), kind, due: NOW }];
    let late = Batch { jobs, ..batch(tenant, 1, vec![put(2, &b)]) };
    assert_eq!(database.store.commit(&late).await.unwrap(), Commit::Conflict);
    // Not even when nothing but a refusal is to be written.
    assert_eq!(database.store.commit(&Batch::new(tenant, 1)).await.unwrap(), Commit::Conflict);
    let (head, records) = database.store.load(tenant).await.unwrap().unwrap();
    assert_eq!((head.version, records), (2, vec![a]));
    assert_eq!(database.store.job_counts().await.unwrap().waiting, 0);
    assert_eq!(database.store.commit(&batch(self::tenant(), 0, vec![])).await.unwrap(), Commit::Conflict);
}

async fn removed_records_stay_known(database: Database) {
    let tenant = founded(&database).await;
    let store = &database.store;
    let (a, b) = (role("A"), role("B"));
    store.commit(&batch(tenant, 1, vec![put(2, &a), put(2, &b)])).await.unwrap();
    let gone = StoredPut { key: a.key(), version: 3, record: None };
    store.commit(&batch(tenant, 2, vec![gone.clone()])).await.unwrap();
    let since = store.since(tenant, 2).await.unwrap().unwrap();
    assert_eq!((since.head.version, since.puts), (3, vec![gone]));
    assert_eq!(store.load(tenant).await.unwrap().unwrap().1, [b]);
    assert_eq!(store.since(tenant, 3).await.unwrap().unwrap().puts, []);
    // It may come back.
    store.commit(&batch(tenant, 3, vec![put(4, &a)])).await.unwrap();
    assert_eq!(store.since(tenant, 3).await.unwrap().unwrap().puts, [put(4, &a)]);
}

async fn slugs_are_unique(database: Database) {
    founded(&database).await;
    let error = database.store.commit(&founding(tenant(), "north")).await.unwrap_err();
    assert!(matches!(error, StoreError::SlugTaken), "{error:?}");
    assert_eq!(database.store.tenants().await.unwrap().len(), 1);
}

async fn verdicts_and_clashes(database: Database) {
    let tenant = founded(&database).await;
    let store = &database.store;
    let (me, device) = (user(), DeviceId::new(clock().id()));
    let verdict = |seq| StoredVerdict {
        user: me,
        device,
        verdict: Verdict {
            seq: Seq(seq),
            command: CommandId::new(clock().id()),
            at: NOW,
            outcome: Outcome::Refused { refusals: rollcall_core::Refusal::LastOwner.into() },
        },
    };
    let stored: Vec<_> = (1..=5).map(verdict).collect();
    store.commit(&Batch { verdicts: stored.clone(), ..Batch::new(tenant, 1) }).await.unwrap();
    let read = store.verdicts(tenant, me, device, Seq(2), Seq(4)).await.unwrap();
    let mut seqs: Vec<u64> = read.iter().map(|verdict| verdict.verdict.seq.0).collect();
    seqs.sort_unstable();
    assert_eq!(seqs, [2, 3, 4]);
    let third = read.iter().find(|verdict| verdict.verdict.seq == Seq(3)).unwrap();
    assert_eq!(third, &stored[2]);
    assert_eq!(store.highest_seq(tenant, me, device).await.unwrap(), Some(Seq(5)));
    assert_eq!(store.highest_seq(tenant, user(), device).await.unwrap(), None);
    // By their ids, whichever device sent them.
    let ids = [stored[1].verdict.command, CommandId::new(clock().id())];
    assert_eq!(store.verdicts_on(tenant, me, &ids).await.unwrap(), stored[1..2]);
    assert_eq!(store.verdicts_on(tenant, user(), &ids).await.unwrap(), []);
    // Another command under the same number, and the same command under another: neither goes in, nor what is with it.
    let elsewhere = StoredVerdict { device: DeviceId::new(clock().id()), ..stored[0].clone() };
    for again in [verdict(5), elsewhere] {
        let with = Batch { verdicts: vec![verdict(6), again], ..batch(tenant, 1, vec![]) };
        assert_eq!(store.commit(&with).await.unwrap(), Commit::Repeated);
    }
    assert_eq!(store.head(tenant).await.unwrap().unwrap().version, 1);
    assert_eq!(store.highest_seq(tenant, me, device).await.unwrap(), Some(Seq(5)));
    assert!(store.verdicts(tenant, user(), device, Seq(0), Seq(9)).await.unwrap().is_empty());
    assert!(store.verdicts(self::tenant(), me, device, Seq(0), Seq(9)).await.unwrap().is_empty());
    let command = DeleteUser { user: me }.into();
    let clash = Clash { user: me, device, seq: Seq(1), content: [9; 32], at: NOW, command };
    for _ in 0..2 {
        store.commit(&Batch { clashes: vec![clash.clone()], ..Batch::new(tenant, 1) }).await.unwrap();
    }
    assert_eq!(store.clashes(tenant).await.unwrap(), 1);
}

pub fn link(account: &NewAccount, user: UserId) -> Secret {
    Secret::Link { account: account.id, user, at: NOW, verified: None }
}

pub async fn open(database: &Database, account: &NewAccount, token: u8, created: Timestamp) {
    let device = DeviceId::new(clock().id());
    let expires = created.after(Span::days(1));
    let session = NewSession {
        token: [token; 32],
        account: account.id,
        device,
        by: Some(IdentifierKind::Login),
        created,
        expires,
        whereabouts: Whereabouts::default(),
        verified: account.password.clone(),
    };
    assert!(database.store.open_session(&session).await.unwrap());
}

async fn accounts_and_their_sessions(database: Database) {
    let tenant = founded(&database).await;
    let store = &database.store;
    let (ann, me) = (account("Ann@x.io"), user());
    let link = link(&ann, me);
    secrets(&database, tenant, vec![Secret::OpenAccount(ann.clone()), link]).await;
    // A second account of the address is not made.
    secrets(&database, tenant, vec![Secret::OpenAccount(account("ann@X.io"))]).await;
    let read = store.account_named("ann@x.io").await.unwrap().unwrap();
    assert_eq!((read.id, read.email.unwrap().as_str(), read.proven), (ann.id, "Ann@x.io", NOW));
    assert!(store.account_named("nobody@x.io").await.unwrap().is_none());
    assert_eq!(store.account_of(tenant, me).await.unwrap().unwrap().id, ann.id);
    let links = store.links(ann.id).await.unwrap();
    assert_eq!((links[0].tenant, links[0].user, links[0].ended), (tenant, me, Timestamp(0)));
    open(&database, &ann, 1, NOW).await;
    let session = store.session(&[1; 32], NOW).await.unwrap().unwrap();
    assert_eq!((session.account, session.created, session.by), (ann.id, NOW, Some(IdentifierKind::Login)));
    assert_eq!(store.take_seqs(&[1; 32], 3).await.unwrap(), Some(Seq(1)));
    assert_eq!(store.take_seqs(&[1; 32], 1).await.unwrap(), Some(Seq(4)));
    assert_eq!(store.take_seqs(&[2; 32], 1).await.unwrap(), None);
    let end = NOW.after(Span::days(1));
    assert!(store.session(&[1; 32], end).await.unwrap().is_none());
    let here = Whereabouts { network: Some("192.0.2.7".into()), agent: None };
    store.touch_session(&[1; 32], end, end.after(Span(1)), &here).await.unwrap();
    let session = store.session(&[1; 32], end).await.unwrap().unwrap();
    assert_eq!((session.seen, session.whereabouts), (end, here));
    store.close_session(&[1; 32]).await.unwrap();
    assert!(store.session(&[1; 32], NOW).await.unwrap().is_none());
    let later = NOW.after(Span(1));
    secrets(&database, tenant, vec![Secret::ExpirePassword { user: me, at: later }]).await;
    let links = store.links(ann.id).await.unwrap();
    assert!(links[0].needs_new_password(NOW) && !links[0].needs_new_password(later));
}

async fn sessions_end_where_they_should(database: Database) {
    let north = founded(&database).await;
    let south = tenant();
    database.store.commit(&founding(south, "south")).await.unwrap();
    let (ann, bob) = (account("ann@x.io"), account("bob@x.io"));
    let (a, b) = (user(), user());
    let opened = vec![Secret::OpenAccount(ann.clone()), Secret::OpenAccount(bob.clone())];
    secrets(&database, north, opened).await;
    secrets(&database, north, vec![link(&ann, a), link(&bob, b)]).await;
    secrets(&database, south, vec![link(&bob, user())]).await;
    open(&database, &ann, 1, NOW).await;
    open(&database, &bob, 2, NOW).await;
    secrets(&database, north, vec![Secret::EndSessions { user: a, at: NOW }, Secret::EndSessions { user: b, at: NOW }])
        .await;
    assert!(database.store.session(&[1; 32], NOW).await.unwrap().is_none(), "Ann is nobody elsewhere");
    assert!(database.store.session(&[2; 32], NOW).await.unwrap().is_some(), "Bob is in the south too");
    let ended = |tenant, links: Vec<rollcall_server::store::Link>| {
        links.into_iter().find(|link| link.tenant == tenant).unwrap().ended
    };
    assert_eq!(ended(north, database.store.links(bob.id).await.unwrap()), NOW);
    assert_eq!(ended(south, database.store.links(bob.id).await.unwrap()), Timestamp(0));
}

async fn forgotten_accounts(database: Database) {
    let north = founded(&database).await;
    let south = tenant();
    database.store.commit(&founding(south, "south")).await.unwrap();
    let ann = account("ann@x.io");
    let (a, b) = (user(), user());
    secrets(&database, north, vec![Secret::OpenAccount(ann.clone()), link(&ann, a)]).await;
    secrets(&database, south, vec![link(&ann, b)]).await;
    open(&database, &ann, 1, NOW).await;
    secrets(&database, north, vec![Secret::Forget { user: a }]).await;
    assert_eq!(database.store.links(ann.id).await.unwrap().len(), 1);
    assert!(database.store.session(&[1; 32], NOW).await.unwrap().is_some());
    secrets(&database, south, vec![Secret::Forget { user: b }, Secret::Forget { user: user() }]).await;
    assert!(database.store.account_named("ann@x.io").await.unwrap().is_none());
    assert!(database.store.session(&[1; 32], NOW).await.unwrap().is_none());
}

async fn strikes(database: Database) {
    let store = &database.store;
    let (bucket, window) = ([1; 32], Span(100));
    let until = NOW.after(window);
    assert_eq!(store.strike(&bucket, NOW, window).await.unwrap(), (1, until));
    assert_eq!(store.strike(&bucket, NOW.after(Span(99)), window).await.unwrap(), (2, until));
    assert_eq!(store.strike(&[2; 32], NOW, window).await.unwrap(), (1, until));
    store.pardon(&bucket, Some(1)).await.unwrap();
    assert_eq!(store.strike(&bucket, NOW, window).await.unwrap(), (2, until));
    store.pardon(&bucket, None).await.unwrap();
    assert_eq!(store.strike(&bucket, NOW, window).await.unwrap(), (1, until));
    assert_eq!(store.strike(&bucket, until, window).await.unwrap(), (1, until.after(window)), "a new window");
}

fn invitation(tenant: TenantId, user: UserId, token: u8) -> StoredInvitation {
    StoredInvitation {
        handed: false,
        token: [token; 32],
        tenant,
        user,
        email: Some(Email::parse("bob@x.io").unwrap()),
        code: [9; 32],
        round: u32::from(token),
        created: NOW,
        expires: NOW.after(Span::hours(24)),
        tries: 0,
        ending: None,
    }
}

async fn invitations_end_and_lock(database: Database) {
    let tenant = founded(&database).await;
    let store = &database.store;
    let (bob, cem) = (user(), user());
    for (user, token) in [(bob, 1), (bob, 2), (cem, 3)] {
        store.put_invitation(&invitation(tenant, user, token)).await.unwrap();
    }
    let ending = async |token: u8| store.invitation(&[token; 32]).await.unwrap().unwrap().ending;
    assert_eq!((ending(1).await, ending(2).await, ending(3).await), (Some(Ending::Ended), None, None));
    let read = store.invitation(&[3; 32]).await.unwrap().unwrap();
    assert_eq!((read.user, read.code, read.round, read.expires), (cem, [9; 32], 3, NOW.after(Span::hours(24))));
    assert!(store.invitation(&[4; 32]).await.unwrap().is_none());
    assert_eq!(store.count_try(&[1; 32], 2).await.unwrap(), None, "it has ended");
    assert_eq!(store.count_try(&[2; 32], 2).await.unwrap(), Some(1));
    store.pardon_try(&[2; 32]).await.unwrap();
    for tries in [Some(1), Some(2), None] {
        assert_eq!(store.count_try(&[2; 32], 2).await.unwrap(), tries);
    }
    let used = Secret::EndInvitations { user: bob, ending: Ending::Used };
    let ended = Secret::EndInvitations { user: bob, ending: Ending::Ended };
    secrets(&database, tenant, vec![used, ended]).await;
    assert_eq!((ending(1).await, ending(2).await, ending(3).await), (Some(Ending::Ended), Some(Ending::Used), None));
}

fn failed(error: &str) -> JobFailure {
    JobFailure { reason: MailFailure::Unavailable, error: error.into() }
}

async fn jobs_are_leased(database: Database) {
    let tenant = founded(&database).await;
    let store = &database.store;
    let job = |due: i64| {
        let kind = JobKind::SendInvitation { user: user(), round: 1 };
        NewJob { id: clock().id(), kind, due: Timestamp(due) }
    };
    let jobs = vec![job(10), job(20), job(30)];
    store.commit(&Batch { jobs: jobs.clone(), ..batch(tenant, 1, vec![]) }).await.unwrap();
    let claim = async |now: i64| {
        let mut claimed = store.claim_jobs(Queue::Mails, Timestamp(now), Timestamp(now + 5), 10).await.unwrap();
        claimed.sort_by_key(|job| job.id);
        claimed
    };
    assert!(claim(9).await.is_empty());
    let first = claim(20).await;
    let mut ids = [jobs[0].id, jobs[1].id];
    ids.sort_unstable();
    assert_eq!(first.iter().map(|job| (job.id, job.tries)).collect::<Vec<_>>(), [(ids[0], 1), (ids[1], 1)]);
    let earliest = first.iter().find(|job| job.id == jobs[0].id).unwrap();
    assert_eq!((earliest.tenant, &earliest.kind), (tenant, &jobs[0].kind));
    assert!(claim(24).await.is_empty(), "they are leased");
    assert_eq!(claim(25).await.iter().map(|job| job.tries).collect::<Vec<_>>(), [2, 2], "the lease ran out");
    store.finish_job(jobs[0].id).await.unwrap();
    store.defer_job(jobs[1].id, Some(Timestamp(26)), &failed("no mail server")).await.unwrap();
    let counts = store.job_counts().await.unwrap();
    assert_eq!((counts.waiting, counts.failing, counts.failed), (2, 1, 0));
    assert_eq!(claim(26).await.len(), 1);
    store.defer_job(jobs[1].id, None, &failed("given up")).await.unwrap();
    let counts = store.job_counts().await.unwrap();
    assert_eq!((counts.waiting, counts.failing, counts.failed), (1, 0, 1));
    assert_eq!(claim(1_000).await.iter().map(|job| job.id).collect::<Vec<_>>(), [jobs[2].id]);
    // Two processes that claim at once share out what there is.
    let many: Vec<_> = (0..40).map(|_| job(2_000)).collect();
    store.commit(&Batch { jobs: many, ..batch(tenant, 2, vec![]) }).await.unwrap();
    let other = database.again().await;
    let (a, b) = tokio::join!(
        store.claim_jobs(Queue::Mails, Timestamp(2_000), Timestamp(3_000), 30),
        other.claim_jobs(Queue::Mails, Timestamp(2_000), Timestamp(3_000), 30)
    );
    let mut ids: Vec<_> = a.unwrap().into_iter().chain(b.unwrap()).map(|job| job.id).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "a job was given to both");
}

/// More rows than a database binds values in one statement.
async fn large_commits(database: Database) {
    let tenant = founded(&database).await;
    let roles: Vec<Record> = (0..3_000).map(|n| role(&format!("Role {n}"))).collect();
    let puts = roles.iter().map(|role| put(2, role)).collect();
    assert_eq!(database.store.commit(&batch(tenant, 1, puts)).await.unwrap(), Commit::Done);
    assert_eq!(database.store.load(tenant).await.unwrap().unwrap().1.len(), 3_000);
    assert_eq!(database.store.keys_since(tenant, 1).await.unwrap().unwrap().len(), 3_000);
}

/// Every step of the housekeeping that has a horizon.
async fn clean(store: &Arc<dyn Store>, tenant: TenantId, now: Timestamp, horizon: Timestamp) {
    store.raise_log_floor(tenant, horizon).await.unwrap();
    for (step, before) in
        [(Step::Strikes, now), (Step::Invitations, horizon), (Step::Tombstones(tenant), now), (Step::Log(tenant), NOW)]
    {
        store.clean(step, before, 100).await.unwrap();
    }
}

async fn old_things_go(database: Database) {
    let tenant = founded(&database).await;
    let store = &database.store;
    let (a, b) = (role("A"), role("B"));
    let row = |version, at| LogRow {
        version,
        at,
        actor: Actor::System,
        device: None,
        id: CommandId::new(clock().id()),
        command: DeleteUser { user: user() }.into(),
        changes: Changes::default(),
    };
    let gone = |version, record: &Record| StoredPut { key: record.key(), version, record: None };
    store.commit(&batch(tenant, 1, vec![put(2, &a), put(2, &b)])).await.unwrap();
    let old = Batch { log: vec![row(3, NOW)], ..batch(tenant, 2, vec![gone(3, &a)]) };
    store.commit(&old).await.unwrap();
    let later = NOW.after(Span::days(1));
    let new = Batch { log: vec![row(4, later)], ..batch(tenant, 3, vec![gone(4, &b)]) };
    store.commit(&new).await.unwrap();
    store.put_invitation(&invitation(tenant, user(), 1)).await.unwrap();
    store.strike(&[1; 32], NOW, Span(1)).await.unwrap();
    clean(store, tenant, later, NOW).await;
    assert_eq!(store.head(tenant).await.unwrap().unwrap().log_floor, 3);
    assert_eq!(store.keys_since(tenant, 2).await.unwrap(), None, "that the one was removed is forgotten");
    assert_eq!(store.keys_since(tenant, 3).await.unwrap(), Some(vec![b.key()]));
    assert!(store.invitation(&[1; 32]).await.unwrap().is_some(), "kept a while, to say that it has expired");
    clean(store, tenant, later, later).await;
    assert!(store.invitation(&[1; 32]).await.unwrap().is_none());
    assert_eq!(store.head(tenant).await.unwrap().unwrap().log_floor, 4);
}
