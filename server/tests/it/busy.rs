//! An organisation that is busy with something that takes long: it keeps nobody waiting elsewhere, its own members neither.

use crate::{
    database::Database,
    world::{PASSWORD, Place, World},
};
use rollcall_core::{
    Command,
    command::InviteUser,
    id::{TenantId, UserId},
};
use rollcall_server::{
    limits::{Limits, Patience},
    outbound::mail::Secrets,
    store::{JobKind, NO_TENANT, NewJob},
};
use serde_json::json;
use std::{
    sync::{Arc, mpsc},
    time::Duration,
};
use tokio::{sync::watch, task::JoinHandle, time::timeout};

/// Long enough for everything that is not held up.
const LONG: Duration = Duration::from_secs(15);

/// An organisation that answers nobody until it is dropped.
struct Busy {
    end: Option<mpsc::Sender<()>>,
    work: JoinHandle<()>,
}

impl Busy {
    async fn make(world: &World, tenant: TenantId) -> Self {
        let (begun, begins) = mpsc::channel();
        let (end, ends) = mpsc::channel::<()>();
        let tenant = world.app.tenants.tenant(tenant);
        let work = tokio::spawn(async move {
            let asked = tenant.read(move |_| {
                begun.send(()).unwrap();
                // Until the other end is dropped.
                let _ = ends.recv();
            });
            asked.await.unwrap();
        });
        tokio::task::spawn_blocking(move || begins.recv().unwrap()).await.unwrap();
        Self { end: Some(end), work }
    }

    async fn end(mut self) {
        drop(self.end.take());
        self.work.await.unwrap();
    }
}

async fn impatient() -> World {
    let limits = Limits { patience: Patience(Duration::from_millis(50)), ..Limits::default() };
    World::with(Database::sqlite().await, None, limits).await
}

/// How many mails about accounts alone there are, once there are so many.
async fn mailed(world: &World, count: usize) {
    let mails = async || world.app.mailer.sent(&[NO_TENANT], Secrets::Shown).await.unwrap().unwrap().len();
    timeout(LONG, async { while mails().await < count {} }).await.expect("no mail");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_password_is_chosen_while_an_organisation_is_busy() {
    let world = impatient().await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let (mut ann, mut sam) = (world.owner_of(&north).await, world.owner_of(&south).await);
    let (_, mut bobs) = world.join(&mut ann, &north, "bobby@x.io").await;
    world.join(&mut sam, &south, "bobby@x.io").await;
    let busy = Busy::make(&world, south.tenant).await;
    let change = |new: &str| json!({"old": PASSWORD, "new": new});
    let answer = timeout(LONG, bobs.post("/api/v1/account/password", change("north somebody"))).await;
    assert_eq!(answer.expect("it waits").status, 422, "the words of the others still count");
    let answer = timeout(LONG, bobs.post("/api/v1/account/password", change("forty two green lamps"))).await;
    assert_eq!(answer.expect("it waits").status, 204);
    busy.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_mail_about_an_account_does_not_wait_for_its_organisation() {
    let world = impatient().await;
    let north = world.found("north").await;
    let busy = Busy::make(&world, north.tenant).await;
    assert_eq!(world.client().post("/api/v1/passwords", json!({"identifier": north.email})).await.status, 202);
    timeout(LONG, world.runner.round()).await.expect("it waits");
    mailed(&world, 1).await;
    busy.end().await;
}

/// Its jobs have half of the places, and what comes later is not kept waiting until they end.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_mail_waits_for_those_of_a_busy_organisation() {
    let world = World::new().await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let busy = Busy::make(&world, north.tenant).await;
    let put = async |Place { tenant, .. }: &Place| {
        let kind = JobKind::SendInvitation { user: UserId::new(world.clock.id()), round: 1 };
        let job = NewJob { id: world.clock.id(), kind, due: world.clock.now() };
        world.database.store.put_job(*tenant, &job).await.unwrap();
    };
    for _ in 0..20 {
        put(&north).await;
    }
    let forgot = async || {
        let answer = world.client().post("/api/v1/passwords", json!({"identifier": south.email})).await;
        assert_eq!(answer.status, 202);
    };
    forgot().await;
    let (stop, stops) = watch::channel(false);
    let running = tokio::spawn(world.runner.clone().run(world.app.tenants.job_bell(), stops));
    mailed(&world, 1).await;
    // Those of the busy one are under way by now.
    forgot().await;
    mailed(&world, 2).await;
    busy.end().await;
    stop.send(true).unwrap();
    running.await.unwrap();
}

/// Who it is can't be said before the organisation answers. Nothing was guessed, so nothing counts as a wrong guess.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_sign_in_by_a_log_in_name_is_told_that_the_organisation_is_busy() {
    let world = impatient().await;
    let north = world.found("north").await;
    let busy = Busy::make(&world, north.tenant).await;
    let mut stranger = world.client();
    let typed = json!({"identifier": "bobby", "password": "wrong", "organisation": "north"});
    for _ in 0..30 {
        let answer = timeout(LONG, stranger.post("/api/v1/session", typed.clone())).await;
        assert_eq!(answer.expect("it waits").problem(), (503, "busy".to_owned()));
    }
    busy.end().await;
    assert_eq!(stranger.post("/api/v1/session", typed).await.problem().1, "wrong_credentials");
}

/// On SQLite everybody waits for one connection that writes: whoever has it must go on, or nobody else does.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_mails_hold_nobody_up() {
    let world = World::new().await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    let invitations: Vec<_> = (0..60)
        .map(|n| serde_json::to_value(Command::from(InviteUser(world.new_user(&format!("u{n}@x.io"))))).unwrap())
        .collect();
    let path = format!("/api/v1/tenants/{}/commands", place.tenant);
    assert!(ann.post(&path, json!(invitations)).await.status.is_success());
    let (stop, stops) = watch::channel(false);
    let running = tokio::spawn(world.runner.clone().run(Arc::default(), stops));
    let sent = async || world.app.mailer.sent(&[place.tenant], Secrets::Masked).await.unwrap().unwrap().len();
    let all = async {
        while sent().await < 60 {
            world.owner_of(&place).await;
        }
    };
    timeout(LONG, all).await.expect("nobody goes on");
    stop.send(true).unwrap();
    timeout(LONG, running).await.expect("it does not stop").unwrap();
}
