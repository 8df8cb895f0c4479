//! Answers that are not the server's, and those in which it asks for patience: nothing is lost, wiped or refused because of
//! them, and the page is told what it is.

use crate::world::{Calm, issue, open, seen, simulate, stored, synced, until};
use rollcall_client::{ApiError, Link, api};
use std::time::Duration;

/// What networks and half-dead servers answer: status, type and body.
const FOREIGN: [(u16, &str, &str); 10] = [
    (200, "text/html", "<html>Sign in to the hotel's network"),
    (200, "application/json", "{}"),
    (200, "application/octet-stream", "{}"),
    (200, "application/json", ""),
    // A redirect, as a browser shows one that it does not follow.
    (0, "", ""),
    (401, "text/html", "<html>Sign in"),
    (401, "application/problem+json", r#"{"status":401,"title":"","code":"session_ended"}"#),
    (403, "application/json", r#"{"status":403,"title":"","code":"not_allowed","detail":"Pay first"}"#),
    (409, "application/problem+json", r#"{"status":409,"title":"","code":"unknown_protocol"}"#),
    (511, "text/html", "<html>Network authentication required"),
];

#[test]
fn an_answer_that_is_not_the_servers_changes_nothing_but_what_is_shown() {
    simulate(async {
        for (n, foreign) in FOREIGN.into_iter().enumerate() {
            let (world, profile, tab, ann) = synced().await;
            let records = seen(&ann);
            world.server.borrow_mut().foreign = Some(foreign);
            tab.enter(|| ann.sync_now());
            until(&ann, "noticed", |status| status.link == Link::Intercepted).await;
            issue(&tab, &ann, n as u128).await;
            tokio::time::sleep(Duration::from_secs(120)).await;
            assert_eq!((ann.status().link, ann.status().pending), (Link::Intercepted, 1), "{foreign:?}");
            assert!(ann.status().ready && seen(&ann) > records && stored(&profile, "chunks") > 0, "{foreign:?}");
            let asked = world.server.borrow().asked.len();
            assert!(asked < 40, "{asked} requests in two minutes: {foreign:?}");
            let asked = tab.call(api::session());
            assert_eq!(asked.await.unwrap(), Err(ApiError::Intercepted), "{foreign:?}");
            // Without anybody's doing, it goes on once the server answers again.
            world.server.borrow_mut().foreign = None;
            until(&ann, "through", |status| status.link == Link::Online && status.pending == 0).await;
            assert_eq!(world.server.borrow().applied.len(), 1);
        }
    });
}

#[test]
fn a_gateway_without_its_server_is_offline() {
    simulate(async {
        let (world, _, tab, ann) = synced().await;
        world.server.borrow_mut().foreign = Some((502, "text/html", "<html>Bad Gateway"));
        tab.enter(|| ann.sync_now());
        until(&ann, "noticed", |status| status.link == Link::Offline).await;
    });
}

#[test]
fn an_answer_that_was_cut_off_is_asked_for_again() {
    simulate(async {
        let (world, _, tab, ann) = synced().await;
        for cut in [0, 1, 7] {
            world.server.borrow_mut().cut = Some(cut);
            issue(&tab, &ann, cut as u128).await;
            until(&ann, "noticed", |status| status.link == Link::Intercepted).await;
            world.server.borrow_mut().cut = None;
            until(&ann, "done", |status| status.link == Link::Online && status.pending == 0).await;
        }
        assert_eq!(world.server.borrow().applied.len(), 3, "each once");
    });
}

#[test]
fn a_proxy_that_takes_no_large_requests_gets_smaller_ones() {
    simulate(async {
        let (world, _, tab, ann) = synced().await;
        world.says(Some((0, "")));
        for n in 0..8 {
            issue(&tab, &ann, n).await;
        }
        world.server.borrow_mut().foreign = Some((413, "text/html", "<html>Too large"));
        world.says(None);
        tab.enter(|| ann.sync_now());
        // Down to a single command, then it is no question of size any more.
        until(&ann, "noticed", |status| status.link == Link::Intercepted).await;
        world.server.borrow_mut().foreign = None;
        until(&ann, "done", |status| status.pending == 0).await;
    });
}

#[test]
fn a_server_from_before_the_mark_serves_a_newer_page() {
    simulate(async {
        let world = Calm::new();
        world.server.borrow_mut().older = true;
        let profile = world.profile();
        let (tab, ann) = open(&profile).await;
        until(&ann, "synced", |status| status.ready && status.link == Link::Online).await;
        issue(&tab, &ann, 1).await;
        until(&ann, "done", |status| status.pending == 0).await;
        world.says(Some((401, "session_ended")));
        tab.enter(|| ann.sync_now());
        until(&ann, "its word counts", |status| !status.ready && status.link == Link::SignedOut).await;
    });
}

#[test]
fn a_server_that_asks_for_a_pause_gets_it_and_nothing_is_lost() {
    simulate(async {
        for status in [429, 503] {
            let (world, profile, tab, ann) = synced().await;
            world.says(Some((status, "too_many_requests")));
            world.server.borrow_mut().retry_after = Some(120);
            issue(&tab, &ann, 1).await;
            until(&ann, "slowed", |status| status.link == Link::Slowed).await;
            let asked = world.server.borrow().asked.len();
            // Neither more work nor the person's hurry makes it ask before.
            tokio::time::sleep(Duration::from_secs(60)).await;
            issue(&tab, &ann, 2).await;
            tab.enter(|| ann.sync_now());
            tab.fire("online");
            tokio::time::sleep(Duration::from_secs(50)).await;
            assert_eq!(world.server.borrow().asked.len(), asked);
            assert_eq!((ann.status().link, stored(&profile, "outbox")), (Link::Slowed, 2));
            world.says(None);
            until(&ann, "done", |status| status.link == Link::Online && status.pending == 0).await;
            assert_eq!(world.server.borrow().applied.len(), 2);
        }
    });
}

#[test]
fn a_pause_is_an_hour_at_most() {
    simulate(async {
        let (world, _, tab, ann) = synced().await;
        world.says(Some((429, "too_many_requests")));
        world.server.borrow_mut().retry_after = Some(u32::MAX);
        tab.enter(|| ann.sync_now());
        until(&ann, "slowed", |status| status.link == Link::Slowed).await;
        world.says(None);
        tokio::time::sleep(Duration::from_secs(4_000)).await;
        assert_eq!(ann.status().link, Link::Online);
    });
}

#[test]
fn a_stream_that_is_refused_is_not_asked_for_at_full_speed() {
    simulate(async {
        let (world, _, tab, ann) = synced().await;
        world.refuses_streams.set(true);
        tab.enter(|| ann.sync_now());
        tokio::time::sleep(Duration::from_secs(10)).await;
        let (streams, asked) = (world.streams.get(), world.server.borrow().asked.len());
        tokio::time::sleep(Duration::from_secs(600)).await;
        let (streams, asked) = (world.streams.get() - streams, world.server.borrow().asked.len() - asked);
        assert!((10..60).contains(&streams), "{streams} streams in ten minutes");
        assert!(asked < 60, "{asked} requests in ten minutes");
        assert_eq!(ann.status().link, Link::Online);
    });
}

/// A stream that made room for another device's is not opened again soon, or the two would take it from each other without
/// end; what is new is asked for meanwhile.
#[test]
fn a_stream_that_made_room_is_done_without_for_a_while() {
    simulate(async {
        let (world, _, tab, ann) = synced().await;
        world.again.set(Some(Duration::from_secs(300)));
        tab.enter(|| ann.sync_now());
        tokio::time::sleep(Duration::from_secs(10)).await;
        let (streams, asked) = (world.streams.get(), world.server.borrow().asked.len());
        tokio::time::sleep(Duration::from_secs(600)).await;
        let (streams, asked) = (world.streams.get() - streams, world.server.borrow().asked.len() - asked);
        assert_eq!(streams, 2, "in ten minutes");
        assert!((20..60).contains(&asked), "{asked} requests in ten minutes");
        assert_eq!(ann.status().link, Link::Online);
    });
}
