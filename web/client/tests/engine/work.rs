//! Files of unsynced work: shown before they are imported, and imported only when a device of the same account wrote them.

use crate::world::{ACCOUNT, Calm, hex, issue, open, open_as, place, prepare, simulate, until, work_in};
use rollcall_client::{Engine, ImportError, WorkPreview, simulated::Tab};
use rollcall_core::{
    Timestamp,
    id::UserId,
    record,
    sync::{WORK_VERSION, Work, WorkError},
};
use uuid::Uuid;

async fn read(tab: &Tab, engine: &Engine, file: &str) -> Result<WorkPreview, ImportError> {
    let (engine, file) = (engine.clone(), file.to_owned());
    tab.call(async move { engine.read_work(&file).await }).await.unwrap()
}

/// A file of two changes, and another device of the same account.
async fn carried() -> (String, Tab, Engine) {
    let world = Calm::new();
    let (tab, ann) = open(&world.profile()).await;
    until(&ann, "synced", |status| status.ready).await;
    world.says(Some((0, "")));
    issue(&tab, &ann, 1).await;
    issue(&tab, &ann, 2).await;
    let file = tab.enter(|| ann.unsynced_work());
    let (other_tab, other) = open(&world.profile()).await;
    (file, other_tab, other)
}

#[test]
fn a_file_shows_what_is_in_it_before_anything_is_done() {
    simulate(async {
        let (file, tab, ann) = carried().await;
        let preview = read(&tab, &ann, &file).await.unwrap();
        assert_eq!((preview.new.len(), preview.known, preview.refused), (2, 0, 0));
        assert_eq!(ann.status().pending, 0, "reading does nothing");
        let written = work_in(&file);
        assert_eq!((preview.saved, &preview.new), (written.saved, &written.pending));
        let importing = ann.clone();
        let imported = tab.call(async move { importing.import_work(preview).await }).await.unwrap().unwrap();
        assert_eq!((imported.taken, ann.status().pending), (2, 2));
        let again = read(&tab, &ann, &file).await.unwrap();
        assert_eq!((again.new.len(), again.known), (0, 2));
    });
}

#[test]
fn a_file_that_somebody_else_wrote_stays_out() {
    simulate(async {
        let (file, tab, ann) = carried().await;
        let changed = |pointer: &str, value: serde_json::Value| {
            let mut work: serde_json::Value = serde_json::from_str(&file).unwrap();
            *work.pointer_mut(pointer).unwrap() = value;
            work.to_string()
        };
        // The layout is nobody's business.
        let compact = serde_json::from_str::<serde_json::Value>(&file).unwrap().to_string();
        assert!(read(&tab, &ann, &compact).await.is_ok());
        let other = |change: fn(&mut Work)| {
            let mut work = work_in(&file);
            change(&mut work);
            changed("/work", hex(&record::encode(&work)).into())
        };
        for forged in [
            other(|work| work.pending[0].command = prepare(9, "evil@x.io")),
            other(|work| work.saved = Timestamp(5)),
            other(|work| work.organisation.user = UserId::fixed(7)),
            changed("/work", "no digits".into()),
            changed("/work", "é1".into()),
            changed("/proof", "00".into()),
            changed("/proof", "no code".into()),
            changed("/proof", serde_json::Value::Null),
        ] {
            let read = read(&tab, &ann, &forged).await;
            assert!(matches!(read, Err(ImportError::NotOwn | ImportError::NotWork)), "{read:?} of {forged}");
        }
        let mut bare: serde_json::Value = serde_json::from_str(&file).unwrap();
        bare.as_object_mut().unwrap().remove("proof");
        assert_eq!(read(&tab, &ann, &bare.to_string()).await, Err(ImportError::NotWork));
        let newer = changed("/version", (WORK_VERSION + 1).into());
        assert_eq!(read(&tab, &ann, &newer).await, Err(ImportError::Unsuited(WorkError::Newer)));
        let older = r#"{"version":1,"pending":[],"proof":"00"}"#;
        assert_eq!(read(&tab, &ann, older).await, Err(ImportError::Unsuited(WorkError::Older)));
        assert_eq!(read(&tab, &ann, "a letter").await, Err(ImportError::NotWork));
        assert_eq!(read(&tab, &ann, r#"{"version":9}"#).await, Err(ImportError::Unsuited(WorkError::Newer)));
        assert!(!file.contains(&ACCOUNT.to_string()), "what proves it is not in it");
    });
}

#[test]
fn work_of_another_account_or_organisation_stays_out() {
    simulate(async {
        let (file, ..) = carried().await;
        let world = Calm::new();
        let profile = world.profile();
        let (tab, other) = open_as(&profile, place(), Uuid::from_u128(2)).await;
        assert_eq!(read(&tab, &other, &file).await, Err(ImportError::NotOwn));
        let elsewhere = rollcall_core::api::Place { tenant: rollcall_core::id::TenantId::fixed(2), ..place() };
        let (tab, same) = open_as(&profile, elsewhere, ACCOUNT).await;
        assert_eq!(read(&tab, &same, &file).await, Err(ImportError::Unsuited(WorkError::OtherOrganisation)));
    });
}
