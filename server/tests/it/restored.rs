//! What lies on the disk is the server's own, and what was open ends when a backup is put in place.

use crate::{
    program::rollcall,
    world::{PASSWORD, World},
};
use axum::http::StatusCode;
use serde_json::json;

#[tokio::test]
async fn a_restored_backup_opens_nothing() {
    let world = World::on(crate::database::Database::sqlite().await).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    world.invite(&mut ann, &place, "bob@x.io").await;
    let (code, token) = world.newest_code(place.tenant, "bob@x.io").await;
    let folder = world.database.folder.path();
    let restored = rollcall().args(["restored", "--data"]).arg(folder).output().unwrap();
    assert!(restored.status.success(), "{restored:?}");
    let said = String::from_utf8(restored.stdout).unwrap();
    assert!(said.contains("open invitations are over"), "{said}");
    assert_eq!(ann.get("/api/v1/session").await.problem(), (401, "session_ended".into()));
    let accept = json!({"code": code, "full_name": "Bob", "password": PASSWORD});
    let answer = world.client().post(&format!("/api/v1/invitations/{token}/accept"), accept).await;
    assert_ne!(answer.status, StatusCode::OK);
    // Who knows a password is let in, and the invitation can be sent again.
    let mut ann = world.signed_in(&place.email, PASSWORD).await;
    assert_eq!(ann.get("/api/v1/session").await.status, StatusCode::OK);
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_reads_the_data_folder() {
    use std::os::unix::fs::PermissionsExt;
    let around = tempfile::tempdir().unwrap();
    let data = around.path().join("data");
    let found = || {
        let mut command = rollcall();
        command.args(["found", "--slug", "north", "--name", "North", "--owner-email", "ann@north.io", "--data"]);
        command.arg(&data).output().unwrap()
    };
    assert!(found().status.success());
    let rights = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let database = data.join("rollcall.sqlite");
    assert_eq!((rights(&data), rights(&database)), (0o700, 0o600));
    // Somebody opened it up: that is said, and mended.
    std::fs::set_permissions(&data, PermissionsExt::from_mode(0o755)).unwrap();
    std::fs::set_permissions(&database, PermissionsExt::from_mode(0o644)).unwrap();
    let again = rollcall().args(["restored", "--data"]).arg(&data).output().unwrap();
    assert!(again.status.success() && String::from_utf8_lossy(&again.stderr).contains("open to others"), "{again:?}");
    assert_eq!((rights(&data), rights(&database)), (0o700, 0o600));
    // The same for mail that is written there.
    let world = World::on(crate::database::Database::sqlite().await).await;
    let place = world.found("north").await;
    let mut ann = world.owner_of(&place).await;
    world.invite(&mut ann, &place, "bob@x.io").await;
    world.mails(place.tenant).await;
    let outbox = world.database.folder.path().join("outbox");
    let folder = outbox.join(place.tenant.to_string());
    assert_eq!((rights(&outbox), rights(&folder)), (0o700, 0o700));
    let mails: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| rights(&entry.unwrap().path())).collect();
    assert!(!mails.is_empty() && mails.iter().all(|mode| *mode == 0o600), "{mails:?}");
}
