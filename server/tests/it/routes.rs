//! Every route × everybody who asks: what each is answered stands in `routes.txt`, which is read like a contract. A route
//! that is not asked here fails the test.

use crate::{
    database::Database,
    world::{Answer, Client, PASSWORD, Place, World},
};
use axum::http::Method;
use rollcall_core::{
    access::{BASIC, MANAGER, SIMPLE},
    api::{API, API_BEFORE},
    command::{CreateTeam, GiveGrant, InviteUser, NewUser, RoleChoice, SuspendUser},
    id::{RoleId, TeamId, UserId},
    model::{GrantKey, Granted, Scope, TeamKind},
    time::Span,
    value::{Email, TeamName},
};
use rollcall_server::{
    http::addresses,
    limits::{Limits, Tries},
};
use serde_json::{Value, json};

const TABLE: &str = include_str!("routes.txt");

/// What is asked: method, address, body.
type Ask = (Method, String, Option<Value>);

/// Each route with each of its methods, asked as by somebody who would do harm: about the north and its owner.
fn asks(api: &str, north: &Place, world: &World) -> Vec<Ask> {
    let t = format!("{api}/tenants/{}", north.tenant);
    let at = |path: &str| format!("{api}{path}");
    let sync = json!({"protocol": 2, "user": north.owner, "device": world.device(), "cursor": null, "commands": []});
    let command = json!({"suspend_user": {"user": north.owner}});
    let (get, post, delete) = (Method::GET, Method::POST, Method::DELETE);
    let password = json!({"password": "a wrong password"});
    let pin = json!({"password": "a wrong password", "voicemail_pin": "471100"});
    let set_up = json!({
        "token": "t", "slug": "acme", "name": "Acme", "language": "en", "time_zone": "UTC", "country": "GB",
        "owner_name": "Mallory", "owner_email": "m@x.io", "password": "four unrelated words",
    });
    vec![
        (get.clone(), "/healthz".into(), None),
        (get.clone(), at("/info"), None),
        (get.clone(), at("/session"), None),
        (post.clone(), at("/session"), Some(json!({"identifier": "x@y.io", "password": "wrong"}))),
        (post.clone(), at("/setup"), Some(set_up)),
        (post.clone(), at("/setup/check"), Some(json!({"token": "t"}))),
        (post.clone(), format!("{t}/sync"), Some(sync)),
        (post.clone(), format!("{t}/commands"), Some(command)),
        (get.clone(), format!("{t}/live"), None),
        (get.clone(), format!("{t}/audit"), None),
        (get.clone(), format!("{t}/security"), None),
        (get.clone(), format!("{t}/calls"), None),
        (get.clone(), format!("{t}/calls/figures"), None),
        (get.clone(), format!("{t}/mail"), None),
        (get.clone(), format!("{t}/undelivered"), None),
        (get.clone(), format!("{t}/users/export"), None),
        (get.clone(), format!("{t}/users/{}/export", north.owner), None),
        (post.clone(), format!("{t}/users/{}/hand-over", north.owner), Some(json!({"what": "password"}))),
        (post.clone(), format!("{t}/voicemail-pin"), Some(pin)),
        (get.clone(), at("/account"), None),
        (post.clone(), at("/account/password"), Some(json!({"old": "wrong", "new": "battery staple"}))),
        (post.clone(), at("/account/address"), Some(json!({"email": "z@y.io", "password": "wrong"}))),
        (get.clone(), at("/account/sessions"), None),
        (get.clone(), at("/account/security"), None),
        (delete.clone(), format!("{api}/account/sessions/{}", world.device()), None),
        (delete.clone(), at("/account/sessions"), None),
        (post.clone(), at("/passwords"), Some(json!({"identifier": "x@y.io"}))),
        (get.clone(), at("/passwords/t"), None),
        (post.clone(), at("/passwords/t"), Some(password)),
        (get.clone(), at("/addresses/t"), None),
        (post.clone(), at("/addresses/t"), Some(json!({}))),
        (get.clone(), at("/invitations/t"), None),
        (post.clone(), at("/invitations/t/code"), Some(json!({"code": "ABCDEF"}))),
        (post, at("/invitations/t/accept"), Some(json!({"code": "A", "full_name": "B", "password": "c"}))),
        (delete, at("/session"), None),
    ]
}

/// Somebody who accepted an invitation with a role.
async fn with_role(world: &World, ann: &mut Client, north: &Place, email: &str, role: RoleId) -> (UserId, Client) {
    let user = UserId::new(world.clock.id());
    let role = Some(RoleChoice { role, scope: Scope::Own });
    ann.applied(north, InviteUser(NewUser { role, ..NewUser::with_email(user, Email::parse(email).unwrap()) })).await;
    let (code, token) = world.newest_code(north.tenant, email).await;
    let mut client = world.client();
    let accept = json!({"code": code, "full_name": "Somebody", "password": PASSWORD});
    let answer = client.post(&format!("/api/v1/invitations/{token}/accept"), accept).await;
    assert!(answer.status.is_success(), "{answer:?}");
    (user, client)
}

/// An answer in a word or two.
fn told(answer: &Answer) -> String {
    match answer.json()["code"].as_str() {
        Some(code) => format!("{} {code}", answer.status.as_u16()),
        None if answer.json()["outcome"]["refused"].is_object() => {
            let refusal = &answer.json()["outcome"]["refused"]["refusals"][0];
            let name = refusal.as_object().and_then(|refusal| refusal.keys().next().cloned());
            format!("{} refused {}", answer.status.as_u16(), name.or(refusal.as_str().map(str::to_owned)).unwrap())
        }
        None => answer.status.as_u16().to_string(),
    }
}

#[tokio::test]
async fn nobody_is_answered_what_is_not_theirs() {
    answers_at(API).await;
}

/// Pages of earlier versions ask the same routes.
#[tokio::test]
async fn nor_at_the_addresses_of_before() {
    answers_at(API_BEFORE).await;
}

async fn answers_at(api: &str) {
    // Everybody tries everything from one place.
    let limits = Limits { tries: Tries { network: 1_000, ..Tries::default() }, ..Limits::default() };
    let world = World::with(Database::sqlite().await, None, limits).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let mut ann = world.owner_of(&north).await;
    let (_, expired) = with_role(&world, &mut ann, &north, "late@x.io", BASIC).await;
    world.clock.advance(Span::days(31));
    let mut ann = world.owner_of(&north).await;
    let (bob, suspended) = with_role(&world, &mut ann, &north, "bob@x.io", BASIC).await;
    let (_, simple) = with_role(&world, &mut ann, &north, "simple@x.io", SIMPLE).await;
    let (_, basic) = with_role(&world, &mut ann, &north, "basic@x.io", BASIC).await;
    let (cem, manager) = with_role(&world, &mut ann, &north, "manager@x.io", BASIC).await;
    let team = TeamId::new(world.clock.id());
    let name = TeamName::parse("Other").unwrap();
    ann.applied(&north, CreateTeam { id: team, name, kind: TeamKind::Team, members: Vec::new() }).await;
    let key = GrantKey { user: cem, what: Granted::Role(MANAGER), scope: Scope::Team(team) };
    ann.applied(&north, GiveGrant { grant: key, until: None }).await;
    world.clock.advance(Span(1));
    ann.applied(&north, SuspendUser { user: bob }).await;
    let mut forged = world.client();
    forged.cookie = Some(format!("rollcall_session={}", "f".repeat(64)));
    let everybody = [
        ("nobody", world.client()),
        ("forged cookie", forged),
        ("expired", expired),
        ("owner elsewhere", world.owner_of(&south).await),
        ("suspended", suspended),
        ("simple", simple),
        ("basic", basic),
        ("manager of another team", manager),
    ];
    let mut lines = Vec::new();
    for (method, path, body) in asks(api, &north, &world) {
        let shown = path.replace(&north.tenant.to_string(), "{tenant}").replace(&north.owner.to_string(), "{user}");
        let shown = shown.replacen(api, API, 1);
        let sessions = format!("{API}/account/sessions/");
        let shown = if shown.starts_with(&sessions) { format!("{sessions}{{device}}") } else { shown };
        lines.push(format!("{method} {}", shown.replace("/t/", "/{token}/").replace("s/t", "s/{token}")));
        for (who, client) in &everybody {
            let mut client = client.clone();
            let answer = client.head_of(method.clone(), &path, body.clone()).await;
            lines.push(format!("    {who:<24} {}", told(&answer)));
        }
    }
    let table = lines.join("\n") + "\n";
    let differences: Vec<_> = table.lines().zip(TABLE.lines()).filter(|(now, then)| now != then).collect();
    assert!(table == TABLE, "routes.txt says otherwise (now, then): {differences:#?}\nAll of it now:\n{table}");
}

#[test]
fn every_route_is_asked() {
    let asked: Vec<&str> = TABLE.lines().filter_map(|line| line.split_once(' ')).map(|(_, path)| path).collect();
    let declared = addresses().into_iter().map(|path| format!("{API}{path}"));
    let missing: Vec<String> = declared.filter(|path| !asked.contains(&path.as_str())).collect();
    assert!(missing.is_empty(), "not in routes.txt: {missing:?}");
}
