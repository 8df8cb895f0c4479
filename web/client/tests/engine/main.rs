//! The engine in a simulated browser, against a server in memory: what happens once, written as a story. What happens
//! in any order is for the simulator in `tests/`.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "this program is tests, helpers too")]

mod devices;
mod foreign;
mod work;
mod world;

use rollcall_client::{Engine, IssueError, Link, Unsynced};
use rollcall_core::sync::Outcome;
use std::{cell::RefCell, rc::Rc};
use world::{Calm, issue, open, place, prepare, seen, simulate, stored, synced, until, work_in};

/// Ends nothing but data: the next contact after an administrator ended the session.
#[test]
fn a_session_ended_by_an_administrator_takes_the_data_and_leaves_the_work() {
    simulate(async {
        let world = Calm::new();
        let profile = world.profile();
        let (tab, ann) = open(&profile).await;
        let (_other_tab, other) = open(&profile).await;
        until(&ann, "synced", |status| status.ready && status.link == Link::Online).await;
        until(&other, "in step", |status| status.ready).await;
        // A session that merely ran out changes nothing but the link.
        world.says(Some((401, "signed_out")));
        tab.enter(|| ann.sync_now());
        until(&ann, "signed out", |status| status.link == Link::SignedOut).await;
        assert!(seen(&ann) > 0 && stored(&profile, "chunks") > 0);
        let issued = tab.call({
            let ann = ann.clone();
            async move { ann.issue(prepare(1, "b@x.io")).await }
        });
        issued.await.unwrap().unwrap();
        world.says(Some((401, "session_ended")));
        tab.enter(|| ann.sync_now());
        until(&ann, "gone from memory", |status| !status.ready).await;
        until(&other, "gone from the other tab", |status| !status.ready).await;
        assert_eq!((ann.status().pending, other.status().pending), (1, 1));
        assert_eq!(ann.status().link, Link::SignedOut);
        assert_eq!((stored(&profile, "chunks"), stored(&profile, "tail"), stored(&profile, "outbox")), (0, 0, 1));
        for engine in [&ann, &other] {
            assert_eq!(engine.with(|replica| replica.view().users().count()), 0);
        }
        let work = work_in(&tab.enter(|| ann.unsynced_work()));
        assert_eq!(work.pending.len(), 1);
        // Signed in again, everything is back, and the work is done.
        world.says(None);
        tab.enter(|| ann.sync_now());
        until(&ann, "back", |status| status.ready && status.pending == 0).await;
        until(&other, "back there too", |status| status.ready && status.pending == 0).await;
        assert_eq!(ann.with(|replica| replica.view().users().count()), 2);
        assert_eq!(world.server.borrow().applied.len(), 1);
    });
}

/// Somebody who may no longer enter keeps nothing either.
#[test]
fn who_may_no_longer_enter_keeps_no_data() {
    simulate(async {
        let (world, profile, tab, ann) = synced().await;
        world.says(Some((403, "actor_not_active")));
        tab.enter(|| ann.sync_now());
        until(&ann, "gone", |status| !status.ready && matches!(status.link, Link::Forbidden(_))).await;
        assert_eq!(stored(&profile, "chunks"), 0);
    });
}

#[test]
fn a_copied_profile_goes_on_as_a_device_of_its_own() {
    simulate(async {
        let world = Calm::new();
        let original = world.profile();
        let (tab, ann) = open(&original).await;
        until(&ann, "synced", |status| status.ready).await;
        world.says(Some((0, "")));
        let copy = original.copy(2);
        let (copied_tab, copied) = open(&copy).await;
        for (tab, engine, first) in [(&tab, &ann, 10), (&copied_tab, &copied, 20)] {
            for n in 0..3 {
                issue(tab, engine, first + n).await;
            }
        }
        world.says(None);
        tab.enter(|| ann.sync_now());
        until(&ann, "the original is done", |status| status.pending == 0).await;
        copied_tab.enter(|| copied.sync_now());
        until(&copied, "the copy is done", |status| status.pending == 0).await;
        let clashed = copied.with(|replica| replica.inbox().cloned().collect::<Vec<_>>());
        assert_eq!(clashed.len(), 3);
        assert!(clashed.iter().all(|rejected| rejected.outcome == Outcome::Clashed));
        assert_ne!(ann.with(|r| r.request().device), copied.with(|r| r.request().device));
        // From now on nothing meets, also after a restart.
        let retried = copied.clone();
        let again = clashed[0].envelope.command.clone();
        copied_tab.call(async move { retried.issue(again).await }).await.unwrap().unwrap();
        until(&copied, "done under the new name", |status| status.pending == 0).await;
        assert_eq!(copied.status().inbox, 3);
        let name = copied.with(|replica| replica.request().device);
        drop(copied);
        copied_tab.kill();
        let (_tab, reopened) = open(&copy).await;
        assert_eq!(reopened.with(|replica| replica.request().device), name);
        assert_eq!(world.server.borrow().applied.len(), 4);
    });
}

#[test]
fn work_saved_on_one_device_is_done_on_another_once() {
    simulate(async {
        let world = Calm::new();
        let (tab, ann) = open(&world.profile()).await;
        until(&ann, "synced", |status| status.ready).await;
        world.says(Some((0, "")));
        for n in 0..3 {
            let ann = ann.clone();
            tab.call(async move { ann.issue(prepare(n, &format!("u{n}@x.io"))).await }).await.unwrap().unwrap();
        }
        let file = tab.enter(|| ann.unsynced_work());
        let elsewhere = world.profile();
        let (other_tab, other) = open(&elsewhere).await;
        let take = |file: String| {
            let other = other.clone();
            other_tab.call(async move { other.import_work(other.read_work(&file).await?).await })
        };
        let taken = take(file.clone()).await.unwrap().unwrap();
        assert_eq!((taken.taken, taken.known, taken.refused), (3, 0, 0));
        assert_eq!(stored(&elsewhere, "outbox"), 3);
        let again = take(file.clone()).await.unwrap().unwrap();
        assert_eq!((again.taken, again.known), (0, 3));
        // The old device comes back after all.
        world.says(None);
        tab.enter(|| ann.sync_now());
        until(&ann, "done", |status| status.pending == 0).await;
        other_tab.enter(|| other.sync_now());
        until(&other, "done there", |status| status.pending == 0).await;
        // And the file is found again much later.
        take(file.clone()).await.unwrap().unwrap();
        until(&other, "known", |status| status.pending == 0).await;
        assert_eq!(world.server.borrow().applied.len(), 3);
        assert_eq!((ann.status().inbox, other.status().inbox), (0, 0));
        assert_eq!(other.with(|replica| replica.view().users().count()), 4);
    });
}

#[test]
fn a_changed_view_is_told_as_a_difference() {
    simulate(async {
        let (world, profile, tab, ann) = synced().await;
        {
            let mut server = world.server.borrow_mut();
            (server.view_epoch, server.asks) = (5, true);
            server.told.clear();
        }
        let issuing = ann.clone();
        tab.call(async move { issuing.issue(prepare(1, "b@x.io")).await }).await.unwrap().unwrap();
        until(&ann, "done", |status| status.pending == 0).await;
        assert_eq!(world.server.borrow().told[..2], ["stale", "difference"]);
        assert_eq!(ann.with(|replica| replica.view().users().count()), 2);
        assert_eq!(world.server.borrow().applied.len(), 1);
        // Stored too: a new tab has it without asking.
        world.says(Some((0, "")));
        let (_tab, reopened) = open(&profile).await;
        assert_eq!(seen(&reopened), seen(&ann));
    });
}

#[test]
fn a_page_that_is_too_old_takes_nothing_new_and_loses_nothing() {
    simulate(async {
        let (world, profile, tab, ann) = synced().await;
        world.says(Some((0, "")));
        let issuing = ann.clone();
        tab.call(async move { issuing.issue(prepare(1, "b@x.io")).await }).await.unwrap().unwrap();
        world.says(Some((409, "unknown_protocol")));
        tab.enter(|| ann.sync_now());
        until(&ann, "told", |status| status.link == Link::TooOld).await;
        let issuing = ann.clone();
        let refused = tab.call(async move { issuing.issue(prepare(2, "c@x.io")).await }).await.unwrap();
        assert!(matches!(refused, Err(IssueError::NotSaved(_))), "{refused:?}");
        assert_eq!((ann.status().pending, stored(&profile, "outbox")), (1, 1));
        let work = work_in(&tab.enter(|| ann.unsynced_work()));
        assert_eq!((work.pending.len(), work.organisation), (1, place()));
        assert_eq!(ann.with(|replica| replica.view().users().count()), 2, "everything can be read");
    });
}

/// What one tab knows no other does: each brings back what is its own, under numbers that meet nobody's.
#[test]
fn tabs_bring_back_what_was_cleared() {
    simulate(async {
        let (world, profile, tab, ann) = synced().await;
        let (other_tab, other) = open(&profile).await;
        until(&other, "in step", |status| status.ready).await;
        world.says(Some((0, "")));
        other_tab.freeze();
        issue(&tab, &ann, 1).await;
        // Nothing of it is under way any more: a frozen tab would hold the store.
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        tab.freeze();
        profile.evict();
        // One creates the store again, and knows nothing of the first; the other finds it so.
        other_tab.thaw();
        issue(&other_tab, &other, 2).await;
        tab.thaw();
        until(&ann, "told", |status| status.pending == 2).await;
        until(&other, "told too", |status| status.pending == 2).await;
        assert_eq!(stored(&profile, "outbox"), 2);
        assert!(seen(&ann) > 0, "what was in memory is shown on");
        world.says(None);
        tab.enter(|| ann.sync_now());
        other_tab.enter(|| other.sync_now());
        until(&ann, "done", |status| status.pending == 0).await;
        until(&other, "done there too", |status| status.pending == 0).await;
        assert_eq!((ann.status().inbox, world.server.borrow().applied.len()), (0, 2));
    });
}

/// On a full disk nothing can be deleted, and so nothing can be said of what another tab just stored.
#[test]
fn signing_out_on_a_full_disk_loses_nothing() {
    simulate(async {
        let (world, profile, tab, ann) = synced().await;
        world.says(Some((0, "")));
        issue(&tab, &ann, 1).await;
        world.full.set(true);
        let leaving = ann.clone();
        let left = tab.call(async move { leaving.wipe(Unsynced::NONE).await }).await.unwrap();
        assert!(left.is_err() && stored(&profile, "outbox") == 1, "{left:?}");
        world.full.set(false);
        let left = tab.call(async move { ann.wipe(Unsynced { outbox: 1, inbox: 0 }).await }).await.unwrap();
        assert!(left.is_ok() && profile.database_names().is_empty(), "{left:?}");
    });
}

/// Nobody waits for the disk to see what it did, and nothing counts as taken that is not stored.
#[test]
fn a_command_is_shown_while_it_is_stored_and_no_longer_when_that_fails() {
    simulate(async {
        let (world, profile, tab, ann) = synced().await;
        world.says(Some((0, "")));
        let users = |engine: &Engine| engine.with(|replica| replica.view().users().count());
        for full in [true, false] {
            world.full.set(full);
            let told: Rc<RefCell<Vec<(usize, usize, usize)>>> = Rc::default();
            let _watch = ann.watch({
                let (ann, told) = (ann.clone(), Rc::clone(&told));
                move |_| told.borrow_mut().push((users(&ann), ann.status().pending, ann.status().storing))
            });
            let issuing = ann.clone();
            let issued = tab.call(async move { issuing.issue(prepare(1, "b@x.io")).await }).await.unwrap();
            assert_eq!(issued.is_err(), full, "{issued:?}");
            assert_eq!(
                told.borrow().first(),
                Some(&(2, 0, 1)),
                "shown before it is stored, and called neither pending nor saved"
            );
            assert_eq!(ann.status().storing, 0);
            let kept = usize::from(!full);
            assert_eq!((users(&ann), ann.status().pending, stored(&profile, "outbox")), (1 + kept, kept, kept));
        }
    });
}
