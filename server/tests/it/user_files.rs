//! The list of users as a file: whole, as what was asked for, and only for who may have it.

use crate::{
    database::{Database, on_both},
    world::{Place, World},
};
use axum::http::{StatusCode, header};
use rollcall_core::{
    command::{CreateTeam, PrepareUser},
    id::TeamId,
    transfer::{Hints, Table, Workbook},
    value::{FullName, TeamName},
};

on_both! {
    the_list_of_users_is_a_workbook_or_csv
    who_may_not_export_gets_nothing
}

fn path(place: &Place, query: &str) -> String {
    format!("/api/v1/tenants/{}/users/export{query}", place.tenant)
}

/// Each row, its cells between bars.
fn rows(table: &Table) -> Vec<String> {
    table.rows().iter().map(|row| row.cells().collect::<Vec<_>>().join("|")).collect()
}

async fn the_list_of_users_is_a_workbook_or_csv(database: Database) {
    let world = World::on(database).await;
    let north = world.found("north").await;
    let mut ann = world.owner_of(&north).await;
    let team = TeamId::new(world.clock.id());
    let name = TeamName::parse("Sales; \"Support\", West").unwrap();
    ann.applied(&north, CreateTeam { id: team, name, kind: Default::default(), members: Vec::new() }).await;
    // More than one portion.
    for n in 0..1_100 {
        let mut user = world.new_user(&format!("u{n}@x.io"));
        user.profile.full_name = FullName::parse(&format!("=User <{n}>")).ok();
        user.teams = vec![team];
        ann.applied(&north, PrepareUser(user)).await;
    }
    let answer = ann.get(&path(&north, "")).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.headers[header::CONTENT_DISPOSITION].to_str().unwrap().contains("users.xlsx"));
    assert!(!answer.headers.contains_key(header::CONTENT_ENCODING), "it is packed already");
    let book = Workbook::open(answer.body.into()).unwrap();
    let all = Table::whole(Box::new(book.sheet(0).unwrap())).unwrap();
    assert_eq!(all.rows().len(), 1_101);
    assert!(
        rows(&all)
            .iter()
            .any(|row| row.contains("=User <7>|u7@x.io|") && row.contains("|\"Sales; \"\"Support\"\", West\"|"))
    );
    let csv = ann.get(&path(&north, "?format=csv")).await;
    let hints = Hints::default();
    let csv = Table::read(&csv.body, &hints).unwrap();
    assert_eq!(rows(&csv), rows(&all));
    let active = ann.get(&path(&north, "?which=active&format=csv")).await;
    assert_eq!(rows(&Table::read(&active.body, &hints).unwrap()).len(), 1);
    let prepared = ann.get(&path(&north, "?which=prepared&format=csv")).await;
    assert_eq!(rows(&Table::read(&prepared.body, &hints).unwrap()).len(), 1_100);
    for wrong in ["?which=some", "?format=pdf", "?who=all"] {
        assert_eq!(ann.get(&path(&north, wrong)).await.problem(), (400, "malformed".into()), "{wrong}");
    }
}

async fn who_may_not_export_gets_nothing(database: Database) {
    let world = World::on(database).await;
    let (north, south) = (world.found("north").await, world.found("south").await);
    let mut ann = world.owner_of(&north).await;
    let (_, mut bob) = world.join(&mut ann, &north, "bob@x.io").await;
    assert_eq!(bob.get(&path(&north, "")).await.problem(), (403, "not_allowed".into()));
    assert_eq!(ann.get(&path(&south, "")).await.problem(), (404, "unknown_organisation".into()));
}
