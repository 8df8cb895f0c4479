//! The audit log over HTTP: who did what when, for those who may read it, page by page (invariant 14).

use crate::{
    database::{Database, on_both},
    world::{Client, Place, World, picture},
};
use axum::http::StatusCode;
use rollcall_core::{
    Actor,
    access::Permission,
    api::AuditPage,
    command::{AddMember, CreateTeam, EditTeam, GiveGrant, OffBoard, SetAvatar, SetPresence, SuspendUser},
    id::{TeamId, UserId},
    model::{AvatarOf, GrantKey, Granted, OffBoarding, PresenceState, Scope, TeamKind},
    time::Span,
    value::TeamName,
};

on_both! {
    everything_that_was_done_is_told
    a_team_and_a_way_narrow_it
    pages_lead_through_all_of_it
    long_rows_are_read_a_few_at_a_time
    nobody_reads_that_it_is_to_leave
}

async fn ask(client: &mut Client, place: &Place, filter: &str) -> AuditPage {
    let answer = client.get(&format!("/api/v1/tenants/{}/audit?{filter}", place.tenant)).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    serde_json::from_slice(&answer.body).unwrap()
}

fn verbs(page: &AuditPage) -> Vec<&str> {
    page.entries.iter().map(|entry| entry.verb.as_str()).collect()
}

async fn everything_that_was_done_is_told(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (bob, mut bobs) = world.join(&mut ann, &north, "bob@x.io").await;
    let begun = world.clock.now();
    world.clock.advance(Span::hours(1));
    ann.applied(&north, SuspendUser { user: bob }).await;
    world.invite(&mut ann, &north, "eve@x.io").await;
    let all = ask(&mut ann, &north, "").await;
    assert_eq!(verbs(&all), ["invite_user", "suspend_user", "accept_invitation", "invite_user", "found_organisation"]);
    assert_eq!(all.next, None);
    let suspended = &all.entries[1];
    assert_eq!(
        (suspended.actor, suspended.user, suspended.at),
        (Actor::User(north.owner), Some(bob), world.clock.now())
    );
    assert_eq!(suspended.command, Some(SuspendUser { user: bob }.into()));
    assert_eq!(suspended.changes.keys().collect::<Vec<_>>(), [rollcall_core::Key::User(bob)]);
    assert_eq!(all.entries[2].actor, Actor::Invitee(bob));
    let told = async |client: &mut Client, filter: String| ask(client, &north, &filter).await;
    assert_eq!(
        verbs(&told(&mut ann, format!("user={bob}")).await),
        ["suspend_user", "accept_invitation", "invite_user"]
    );
    assert_eq!(verbs(&told(&mut ann, format!("actor={bob}")).await), ["accept_invitation"]);
    assert_eq!(verbs(&told(&mut ann, "verb=invite_user".into()).await), ["invite_user", "invite_user"]);
    assert_eq!(verbs(&told(&mut ann, format!("from={}", begun.0 + 1)).await), ["invite_user", "suspend_user"]);
    assert_eq!(verbs(&told(&mut ann, format!("to={}&verb=suspend_user", begun.0 + 1)).await), [""; 0]);
    assert_eq!(verbs(&told(&mut ann, format!("user={}", UserId::new(world.clock.id()))).await), [""; 0]);
    let path = format!("/api/v1/tenants/{}/audit", north.tenant);
    assert_eq!(ann.get(&format!("{path}?user=nobody")).await.problem(), (400, "malformed".into()));
    assert_eq!(bobs.get(&path).await.problem(), (401, "session_ended".into()));
    let (_, mut cyds) = world.join(&mut ann, &north, "cyd@x.io").await;
    assert_eq!(cyds.get(&path).await.problem(), (403, "not_allowed".into()));
}

/// What was about a team, and by what something was done.
async fn a_team_and_a_way_narrow_it(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (bob, _) = world.join(&mut ann, &north, "bob@x.io").await;
    let name = |name| TeamName::parse(name).unwrap();
    let [sales, support] = ["Sales", "Support"].map(|_| TeamId::new(world.clock.id()));
    for (team, called) in [(sales, "Sales"), (support, "Support")] {
        ann.applied(&north, CreateTeam { id: team, name: name(called), kind: TeamKind::Team, members: Vec::new() })
            .await;
    }
    ann.applied(&north, AddMember { team: sales, user: bob }).await;
    ann.applied(&north, EditTeam { team: support, name: name("Help"), kind: TeamKind::Team }).await;
    let about = async |client: &mut Client, team: TeamId| ask(client, &north, &format!("team={team}")).await;
    assert_eq!(verbs(&about(&mut ann, sales).await), ["add_member", "create_team"]);
    assert_eq!(verbs(&about(&mut ann, support).await), ["edit_team", "create_team"]);
    world.clock.advance(Span::days(2));
    let made = ["edit_team", "add_member", "create_team", "create_team", "accept_invitation", "invite_user"];
    assert_eq!(verbs(&ask(&mut ann, &north, "way=page").await), made);
    assert_eq!(verbs(&ask(&mut ann, &north, "way=server").await), ["found_organisation"]);
    for way in ["import", "key"] {
        assert_eq!(verbs(&ask(&mut ann, &north, &format!("way={way}")).await), [""; 0], "{way}");
    }
    ann.applied(&north, SetPresence { user: bob, state: PresenceState::Break }).await;
    assert_eq!(verbs(&ask(&mut ann, &north, "limit=1").await), ["set_presence"]);
    assert_eq!(verbs(&ask(&mut ann, &north, "limit=1&quiet=true").await), ["edit_team"]);
    let path = format!("/api/v1/tenants/{}/audit", north.tenant);
    assert_eq!(ann.get(&format!("{path}?way=magic")).await.problem(), (400, "malformed".into()));
}

/// However few of the entries fit: each is told once, newest first, and the end is told as such.
async fn pages_lead_through_all_of_it(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let commands: Vec<_> = (0..700).map(|n| world.prepare(&format!("user{n}@x.io"))).collect();
    for some in commands.chunks(350) {
        let answer =
            ann.post(&format!("/api/v1/tenants/{}/commands", north.tenant), serde_json::to_value(some).unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK);
    }
    let (mut versions, mut before, mut pages) = (Vec::new(), String::new(), 0);
    loop {
        let page = ask(&mut ann, &north, &format!("verb=prepare_user&limit=170{before}")).await;
        assert!(page.entries.len() <= 170);
        versions.extend(page.entries.iter().map(|entry| entry.version));
        pages += 1;
        match page.next {
            Some(next) => before = format!("&before={next}"),
            None => break,
        }
    }
    assert_eq!(versions, (2..=701).rev().collect::<Vec<_>>());
    assert!(pages >= 5, "{pages} pages");
    assert_eq!(verbs(&ask(&mut ann, &north, "before=2").await), ["found_organisation"]);
    assert_eq!(verbs(&ask(&mut ann, &north, "before=1").await), [""; 0]);
    assert_eq!(verbs(&ask(&mut ann, &north, "before=0&limit=0").await), [""; 0]);
}

/// What goes together goes by its bytes: an answer, and what is read of the log at once.
async fn long_rows_are_read_a_few_at_a_time(database: Database) {
    const COUNT: u64 = 60;
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let of = AvatarOf::User(north.owner);
    for n in 0..COUNT {
        ann.applied(&north, SetAvatar { of, picture: Some(picture(n.try_into().unwrap())) }).await;
    }
    let versions = |page: &AuditPage| page.entries.iter().map(|entry| entry.version).collect::<Vec<_>>();
    let first = ask(&mut ann, &north, "limit=200").await;
    let next = first.next.expect("it was not too much");
    let second = ask(&mut ann, &north, &format!("limit=200&before={next}")).await;
    assert_eq!(second.next, None);
    assert!(first.entries.len() > 30 && second.entries.len() > 10);
    assert_eq!([versions(&first), versions(&second)].concat(), (1..=COUNT + 1).rev().collect::<Vec<_>>());
    let store = &world.database.store;
    let (mut oldest, mut newest, mut reads) = (Vec::new(), Vec::new(), 0);
    loop {
        let up = store.log(north.tenant, oldest.last().copied().unwrap_or_default(), 1_000).await.unwrap();
        let down = store.log_before(north.tenant, newest.last().copied().unwrap_or(u64::MAX), 1_000).await.unwrap();
        let bytes: usize = up.iter().map(|row| rollcall_core::record::size(&row.changes)).sum();
        assert!(up.len() == 1 || bytes < 1024 * 1024, "{bytes}");
        assert_eq!(up.is_empty(), down.is_empty());
        if up.is_empty() {
            break;
        }
        reads += 1;
        oldest.extend(up.iter().map(|row| row.version));
        newest.extend(down.iter().map(|row| row.version));
    }
    assert!(reads > 2, "{reads}");
    assert_eq!(oldest, (1..=COUNT + 1).collect::<Vec<_>>());
    newest.reverse();
    assert_eq!(newest, oldest);
}

/// Who may read the log, and not everything else, sees of each entry what it sees of the records.
#[tokio::test]
async fn what_one_may_not_see_is_left_out() {
    let world = World::new().await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (bob, mut bobs) = world.join(&mut ann, &north, "bob@x.io").await;
    let what = Granted::Permission(Permission::AuditRead);
    let grant = GrantKey { user: bob, what, scope: Scope::Organisation };
    ann.applied(&north, GiveGrant { grant, until: None }).await;
    let eve = world.invite(&mut ann, &north, "eve@x.io").await;
    let page = ask(&mut bobs, &north, "").await;
    assert_eq!(verbs(&page), ["invite_user", "give_grant", "accept_invitation", "invite_user", "found_organisation"]);
    let invited = &page.entries[0];
    assert_eq!((invited.user, invited.command.as_ref(), invited.changes.is_empty()), (Some(eve), None, true));
    let text = serde_json::to_string(&page).unwrap();
    assert!(!text.contains("eve@x.io") && text.contains("bob@x.io"), "{text}");
    assert!(page.entries[1].command.is_some(), "what is one's own is told whole");
}

/// Who may read the log, even everywhere, reads there of everybody's leaving but its own.
async fn nobody_reads_that_it_is_to_leave(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let (bob, mut bobs) = world.join(&mut ann, &north, "bob@x.io").await;
    let (cyd, _) = world.join(&mut ann, &north, "cyd@x.io").await;
    let what = Granted::Permission(Permission::AuditRead);
    let grant = GrantKey { user: bob, what, scope: Scope::Organisation };
    ann.applied(&north, GiveGrant { grant, until: None }).await;
    let suspend_at = world.clock.now().after(Span::days(3));
    let order =
        OffBoarding { suspend_at, numbers: None, calls: None, teams: None, keep_licences: true, delete_after: None };
    for user in [bob, cyd] {
        ann.applied(&north, OffBoard { user, order: Some(order) }).await;
    }
    ann.applied(&north, OffBoard { user: bob, order: None }).await;
    let told = |page: AuditPage| -> Vec<_> { page.entries.into_iter().map(|entry| entry.user).collect() };
    assert_eq!(told(ask(&mut ann, &north, "verb=off_board").await), [Some(bob), Some(cyd), Some(bob)]);
    assert_eq!(told(ask(&mut bobs, &north, "verb=off_board").await), [Some(cyd)]);
}
