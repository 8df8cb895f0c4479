//! Devices that several people use: signing out with and without a network, and somebody else signing in.

use crate::world::{ACCOUNT, issue, open, open_as, place, session, simulate, synced, until};
use rollcall_client::{
    Engine, Link, Unsynced, WipeError, api,
    devices::{self, SignedOut},
    remembered::{self, Remembered},
    settings,
    simulated::{Profile, Tab},
};
use rollcall_core::{api::Place, id::TenantId, time::Span};
use std::time::Duration;
use uuid::Uuid;

const BOB: Uuid = Uuid::from_u128(0xB0B);

fn elsewhere() -> Place {
    Place { tenant: TenantId::fixed(2), ..place() }
}

/// Remembers Ann as signed in, as a page does that she signed in to.
fn remember(tab: &Tab) {
    tab.enter(|| remembered::save(&Remembered { session: session(ACCOUNT), chosen: None }));
}

async fn sign_out(tab: &Tab, engine: &Engine, may_lose: Unsynced) -> Result<SignedOut, WipeError> {
    let engine = engine.clone();
    tab.call(async move { devices::sign_out(Some(engine), ACCOUNT, may_lose).await }).await.unwrap()
}

async fn who(tab: &Tab) -> Option<Uuid> {
    tab.call(api::session()).await.unwrap().ok().flatten().map(|session| session.account)
}

fn rows(profile: &Profile, account: Uuid, store: &str) -> usize {
    let names = profile.database_names().into_iter().filter(|name| name.ends_with(&account.to_string()));
    names.map(|name| profile.rows(&name, store).len()).sum()
}

#[test]
fn settings_are_an_accounts_own_and_go_with_it() {
    simulate(async {
        let (_world, _profile, tab, ann) = synced().await;
        remember(&tab);
        let get = |account| tab.enter(|| settings::get(account, "columns"));
        tab.enter(|| settings::set(ACCOUNT, "columns", Some("who mail")));
        assert_eq!((get(ACCOUNT).as_deref(), get(BOB)), (Some("who mail"), None));
        tab.enter(|| settings::set(ACCOUNT, "other", Some("x")));
        tab.enter(|| settings::set(ACCOUNT, "other", None));
        tab.call(devices::entered(ACCOUNT)).await.unwrap();
        assert_eq!(get(ACCOUNT).as_deref(), Some("who mail"), "its own stay");
        tab.call(devices::entered(BOB)).await.unwrap();
        assert_eq!(get(ACCOUNT), None, "somebody else has entered");
        tab.enter(|| settings::set(ACCOUNT, "columns", Some("who")));
        sign_out(&tab, &ann, Unsynced::NONE).await.unwrap();
        assert_eq!(get(ACCOUNT), None, "signed out");
    });
}

#[test]
fn signing_out_without_a_network_stays_so_and_is_sent_first() {
    simulate(async {
        let (world, profile, tab, ann) = synced().await;
        world.server.borrow_mut().session = Some(ACCOUNT);
        remember(&tab);
        for failure in [Some((0, "")), Some((500, "internal")), Some((503, "busy"))] {
            world.says(failure);
            let ended = sign_out(&tab, &ann, Unsynced::NONE).await;
            assert_eq!(ended, Ok(SignedOut::Here), "{failure:?}");
        }
        assert_eq!((tab.enter(remembered::load), profile.database_names().len()), (None, 0));
        // Something else answers: that ends no session.
        world.says(None);
        world.server.borrow_mut().foreign = Some((200, "text/html", "<html>Welcome"));
        assert_eq!(who(&tab).await, None);
        world.server.borrow_mut().foreign = None;
        // The next start of the page: the cookie is as good as ever, and lets nobody in.
        tab.kill();
        let tab = profile.open_tab();
        world.server.borrow_mut().asked.clear();
        assert_eq!(who(&tab).await, None);
        let asked = world.server.borrow().asked.clone();
        assert_eq!(asked, [("DELETE /api/v1/session".to_owned(), 200), ("GET /api/v1/session".to_owned(), 200)]);
        // Once.
        world.server.borrow_mut().session = Some(ACCOUNT);
        assert_eq!(who(&tab).await, Some(ACCOUNT));
    });
}

#[test]
fn signing_out_at_a_server_that_answers_is_done_everywhere() {
    simulate(async {
        let (world, profile, tab, ann) = synced().await;
        world.server.borrow_mut().session = Some(ACCOUNT);
        remember(&tab);
        assert_eq!(sign_out(&tab, &ann, Unsynced::NONE).await, Ok(SignedOut::Everywhere));
        assert_eq!((world.server.borrow().session, profile.database_names().len()), (None, 0));
    });
}

#[test]
fn what_was_opened_earlier_counts_and_goes_too() {
    for hides in [false, true] {
        simulate(async move {
            let (world, profile, tab, ann) = synced().await;
            if hides {
                profile.hide_databases();
            }
            remember(&tab);
            world.says(Some((0, "")));
            let (other_tab, other) = open_as(&profile, elsewhere(), ACCOUNT).await;
            // Nothing is there to decide on, but work of another organisation stands in its outbox all the same.
            let command = crate::world::prepare(7, "late@x.io");
            let issued = other_tab.call({
                let other = other.clone();
                async move { other.issue(command).await }
            });
            let unsynced = usize::from(issued.await.unwrap().is_ok());
            drop(other);
            other_tab.kill();
            issue(&tab, &ann, 1).await;
            let refused = sign_out(&tab, &ann, Unsynced::NONE).await;
            assert_eq!(refused, Err(WipeError::Unsynced(Unsynced { outbox: 1 + unsynced, inbox: 0 })));
            assert!(tab.enter(remembered::load).is_some() && profile.database_names().len() == 2);
            // What came after somebody agreed to the loss was not agreed to.
            let agreed = Unsynced { outbox: 1 + unsynced, inbox: 0 };
            issue(&tab, &ann, 2).await;
            let all = Unsynced { outbox: agreed.outbox + 1, ..agreed };
            assert_eq!(sign_out(&tab, &ann, agreed).await, Err(WipeError::Unsynced(all)));
            assert!(tab.enter(remembered::load).is_some() && profile.database_names().len() == 2);
            assert_eq!(sign_out(&tab, &ann, all).await, Ok(SignedOut::Here));
            assert_eq!(profile.database_names(), Vec::<String>::new());
        });
    }
}

#[test]
fn another_account_finds_nothing_of_the_one_before_but_its_unsynced_work() {
    simulate(async {
        let (world, profile, tab, ann) = synced().await;
        world.says(Some((0, "")));
        issue(&tab, &ann, 1).await;
        drop(ann);
        tab.kill();
        let bob = profile.open_tab();
        assert_eq!(bob.call(devices::entered(BOB)).await.unwrap(), 1);
        assert_eq!((rows(&profile, ACCOUNT, "chunks"), rows(&profile, ACCOUNT, "outbox")), (0, 1));
        // Ann signs in again: her work is done, and then Bob finds nothing at all.
        world.says(None);
        let (tab, ann) = open(&profile).await;
        until(&ann, "done", |status| status.ready && status.pending == 0).await;
        assert_eq!(world.server.borrow().applied.len(), 1);
        drop(ann);
        tab.kill();
        assert_eq!(bob.call(devices::entered(BOB)).await.unwrap(), 0);
        assert_eq!(profile.database_names(), Vec::<String>::new());
    });
}

#[test]
fn a_page_that_starts_after_its_session_was_ended_keeps_no_directory() {
    simulate(async {
        let (world, profile, tab, ann) = synced().await;
        remember(&tab);
        drop(ann);
        world.says(Some((401, "session_ended")));
        assert_eq!(who(&tab).await, None);
        assert_eq!(rows(&profile, ACCOUNT, "chunks"), 0);
    });
}

#[test]
fn a_month_without_contact_hides_the_data_until_the_next() {
    simulate(async {
        let (world, profile, tab, ann) = synced().await;
        world.says(Some((0, "")));
        issue(&tab, &ann, 1).await;
        drop(ann);
        tab.kill();
        let days = |days: i64| Span(days * 24 * 60 * 60 * 1_000);
        profile.set_clock(days(29));
        let (tab, ann) = open(&profile).await;
        tokio::time::sleep(Duration::from_secs(5)).await;
        // By the clock of its device.
        let expired = |engine: &Engine| tab.enter(|| engine.status()).expired;
        assert!(!expired(&ann) && ann.status().ready);
        profile.set_clock(days(31));
        assert_eq!((expired(&ann), ann.status().pending), (true, 1));
        world.says(None);
        tab.enter(|| ann.sync_now());
        until(&ann, "back", |status| status.link == Link::Online && status.pending == 0).await;
        assert!(!expired(&ann));
        // The server's clock counts from now on, not the device's.
        world.says(Some((0, "")));
        tab.enter(|| ann.sync_now());
        until(&ann, "offline", |status| status.link == Link::Offline).await;
        assert!(!expired(&ann));
    });
}
