//! The store suite for accounts: links that do what they were mailed for and nothing else, changes of address, the security
//! log.

use crate::{
    database::{Database, on_both},
    store::{NOW, account, batch, clock, founded, founding, link, open, secrets, tenant, user},
};
use rollcall_core::{
    api::{LinkPurpose, SecurityKind},
    id::{TenantId, UserId},
    time::{Span, Timestamp},
    value::Email,
};
use rollcall_server::store::{
    AddressChange, AddressState, Batch, Commit, LinkUse, NewAccount, NewKnownDevice, NotesOf, PasswordLink, Secret,
    SecurityNote, Step, Verified, Whereabouts,
};

on_both! {
    links_are_used_once_and_followed_by_newer_ones a_link_whose_account_went_makes_none
    a_link_whose_account_has_another_address_is_over ending_sessions_ends_links an_account_is_one_user_of_a_tenant
    linking_nobody_writes_nothing a_join_needs_the_password_that_was_verified
    the_old_address_has_the_last_word the_stop_link_of_the_first_change_stops_the_second stopping_a_later_change_leaves_the_old_address_its_word a_new_password_ends_changes_that_wait a_password_that_was_changed_opens_no_session
    an_address_changes_once_confirmed_and_can_be_taken_back an_organisation_moves_no_account_that_others_use
    own_sessions_end_one_by_one known_devices_are_bounded_and_end notes_are_those_of_the_asker everything_open_ends_at_once
}

fn password_link(
    token: u8,
    place: Option<(TenantId, UserId)>,
    account: Option<&NewAccount>,
    email: &str,
) -> PasswordLink {
    PasswordLink {
        token: [token; 32],
        purpose: if place.is_some() { LinkPurpose::Welcome } else { LinkPurpose::Forgotten },
        place,
        account: account.map(|account| account.id),
        email: Email::parse(email).unwrap(),
        created: NOW,
        expires: NOW.after(Span(10)),
        over: false,
    }
}

fn set(hash: &str) -> LinkUse {
    LinkUse::SetPassword { hash: hash.into() }
}

async fn over(database: &Database, token: u8) -> bool {
    database.store.password_link(&[token; 32]).await.unwrap().unwrap().over
}

async fn links_are_used_once_and_followed_by_newer_ones(database: Database) {
    let tenant = founded(&database).await;
    let (store, me) = (&database.store, user());
    let link = |token| password_link(token, Some((tenant, me)), None, "ann@x.io");
    store.put_password_link(&link(1)).await.unwrap();
    store.put_password_link(&link(2)).await.unwrap();
    assert!(over(&database, 1).await, "a later one ends it");
    let ann = account("ann@x.io");
    let make = LinkUse::Open(ann.clone());
    assert!(!store.use_password_link(&link(1), &make, None, NOW).await.unwrap());
    assert!(!store.use_password_link(&link(2), &make, None, NOW.after(Span(10))).await.unwrap(), "it has expired");
    assert!(
        !store.use_password_link(&link(2), &set("$other"), None, NOW).await.unwrap(),
        "there is no account to set it of"
    );
    assert!(store.use_password_link(&link(2), &make, None, NOW).await.unwrap());
    assert!(!store.use_password_link(&link(2), &make, None, NOW).await.unwrap());
    assert_eq!(store.account_of(tenant, me).await.unwrap().unwrap().password, "$hash");
    open(&database, &ann, 1, NOW).await;
    let again = password_link(3, Some((tenant, me)), Some(&ann), "ann@x.io");
    store.put_password_link(&again).await.unwrap();
    store.put_password_link(&password_link(4, None, Some(&ann), "ann@x.io")).await.unwrap();
    let later = NOW.after(Span(1));
    assert!(store.use_password_link(&again, &set("$other"), None, later).await.unwrap());
    let read = store.account_named("ann@x.io").await.unwrap().unwrap();
    assert_eq!((read.id, read.password.as_str(), read.proven), (ann.id, "$other", NOW));
    assert!(store.session(&[1; 32], NOW).await.unwrap().is_none());
    assert!(store.session_ended(&[1; 32]).await.unwrap(), "a stolen device hears that it was ended");
    assert!(over(&database, 4).await, "the account's other links are over");
}

/// The review's takeover: the account went meanwhile, and its address is somebody else's now.
async fn a_link_whose_account_went_makes_none(database: Database) {
    let tenant = founded(&database).await;
    let (store, mallory) = (&database.store, user());
    let own = account("mallory@x.io");
    secrets(&database, tenant, vec![Secret::OpenAccount(own.clone()), link(&own, mallory)]).await;
    let mailed = password_link(1, Some((tenant, mallory)), Some(&own), "mallory@x.io");
    store.put_password_link(&mailed).await.unwrap();
    secrets(&database, tenant, vec![Secret::Forget { user: mallory }]).await;
    assert!(over(&database, 1).await);
    // Even if it were not marked: nothing is set, made or linked.
    let unmarked = password_link(2, Some((tenant, mallory)), Some(&own), "mallory@x.io");
    store.put_password_link(&unmarked).await.unwrap();
    for using in [set("$evil"), LinkUse::Open(account("victim@y.io")), LinkUse::Join { verified: "$hash".into() }] {
        assert!(!store.use_password_link(&unmarked, &using, None, NOW).await.unwrap());
    }
    assert!(store.account_of(tenant, mallory).await.unwrap().is_none());
    assert!(store.account_named("victim@y.io").await.unwrap().is_none());
    assert!(!over(&database, 2).await, "what did nothing was not used up");
}

async fn a_link_whose_account_has_another_address_is_over(database: Database) {
    let tenant = founded(&database).await;
    let (store, me, ann) = (&database.store, user(), account("ann@x.io"));
    secrets(&database, tenant, vec![Secret::OpenAccount(ann.clone()), link(&ann, me)]).await;
    let elsewhere = password_link(1, Some((tenant, me)), Some(&ann), "old@x.io");
    store.put_password_link(&elsewhere).await.unwrap();
    assert!(!store.use_password_link(&elsewhere, &set("$new"), None, NOW).await.unwrap());
    let anothers = password_link(2, Some((tenant, user())), Some(&ann), "ann@x.io");
    store.put_password_link(&anothers).await.unwrap();
    assert!(
        !store.use_password_link(&anothers, &set("$new"), None, NOW).await.unwrap(),
        "the account is not that user"
    );
    assert_eq!(store.account(ann.id).await.unwrap().unwrap().password, "$hash");
}

async fn ending_sessions_ends_links(database: Database) {
    let tenant = founded(&database).await;
    let (me, other) = (user(), user());
    for (token, user) in [(1, me), (2, other)] {
        database.store.put_password_link(&password_link(token, Some((tenant, user)), None, "a@x.io")).await.unwrap();
    }
    secrets(&database, tenant, vec![Secret::EndSessions { user: me, at: NOW }]).await;
    assert_eq!((over(&database, 1).await, over(&database, 2).await), (true, false));
    secrets(&database, tenant, vec![Secret::EndLinks { user: other }]).await;
    assert!(over(&database, 2).await);
}

/// A commit with these secrets, which must not go through for that user.
async fn unfit(database: &Database, tenant: TenantId, secrets: Vec<Secret>, user: UserId) {
    let version = database.store.head(tenant).await.unwrap().unwrap().version;
    let done = database.store.commit(&Batch { secrets, ..batch(tenant, version, vec![]) }).await.unwrap();
    assert_eq!(done, Commit::Unfit(user));
    assert_eq!(database.store.head(tenant).await.unwrap().unwrap().version, version, "nothing was written");
}

async fn an_account_is_one_user_of_a_tenant(database: Database) {
    let tenant = founded(&database).await;
    let (a, b, ann) = (user(), user(), account("ann@x.io"));
    secrets(&database, tenant, vec![Secret::OpenAccount(ann.clone()), link(&ann, a)]).await;
    unfit(&database, tenant, vec![link(&ann, b)], b).await;
    secrets(&database, tenant, vec![link(&ann, a)]).await;
    assert_eq!(database.store.links(ann.id).await.unwrap().len(), 1);
}

async fn linking_nobody_writes_nothing(database: Database) {
    let tenant = founded(&database).await;
    let (me, nobody) = (user(), account("gone@x.io"));
    unfit(&database, tenant, vec![link(&nobody, me)], me).await;
    // The address got an account while the invitation was being accepted: the one that is made is not it.
    secrets(&database, tenant, vec![Secret::OpenAccount(account("ann@x.io"))]).await;
    let late = account("ann@x.io");
    unfit(&database, tenant, vec![Secret::OpenAccount(late.clone()), link(&late, me)], me).await;
}

async fn a_join_needs_the_password_that_was_verified(database: Database) {
    let tenant = founded(&database).await;
    let (store, me, ann) = (&database.store, user(), account("ann@x.io"));
    secrets(&database, tenant, vec![Secret::OpenAccount(ann.clone())]).await;
    let verified = |folded: &str, password: &str| {
        let verified = Some(Verified { folded: folded.into(), password: password.into() });
        Secret::Link { account: ann.id, user: me, at: NOW, verified }
    };
    unfit(&database, tenant, vec![verified("ann@x.io", "$changed meanwhile")], me).await;
    unfit(&database, tenant, vec![verified("anna@x.io", "$hash")], me).await;
    let join =
        PasswordLink { purpose: LinkPurpose::Join, ..password_link(1, Some((tenant, me)), Some(&ann), "ann@x.io") };
    store.put_password_link(&join).await.unwrap();
    let with = |verified: &str| LinkUse::Join { verified: verified.into() };
    assert!(!store.use_password_link(&join, &with("$changed meanwhile"), None, NOW).await.unwrap());
    assert!(store.use_password_link(&join, &with("$hash"), None, NOW).await.unwrap());
    assert_eq!(store.account_of(tenant, me).await.unwrap().unwrap().id, ann.id);
}

fn change(account: &NewAccount, after: &str, tenant: Option<TenantId>, token: u8) -> AddressChange {
    AddressChange {
        id: clock().id(),
        account: account.id,
        before: account.email.clone(),
        after: Email::parse(after).unwrap(),
        confirm: [token; 32],
        stop: [token + 100; 32],
        tenant,
        expires: NOW.after(AddressChange::LIFETIME),
        state: AddressState::Waits,
    }
}

async fn an_address_changes_once_confirmed_and_can_be_taken_back(database: Database) {
    let tenant = founded(&database).await;
    let (store, me, ann) = (&database.store, user(), account("ann@x.io"));
    secrets(&database, tenant, vec![Secret::OpenAccount(ann.clone()), link(&ann, me)]).await;
    secrets(&database, tenant, vec![Secret::OpenAccount(account("taken@x.io"))]).await;
    let (first, second) = (change(&ann, "first@x.io", None, 1), change(&ann, "Anna@x.io", None, 2));
    store.put_address_change(&first).await.unwrap();
    store.put_address_change(&second).await.unwrap();
    assert!(!store.confirm_address(&first).await.unwrap(), "a later one ended it");
    assert_eq!(store.pending_address(ann.id, NOW).await.unwrap().unwrap().after.as_str(), "Anna@x.io");
    assert_eq!(store.address_change(&[102; 32]).await.unwrap().unwrap().id, second.id);
    store.put_password_link(&password_link(7, None, Some(&ann), "ann@x.io")).await.unwrap();
    assert!(store.confirm_address(&second).await.unwrap());
    assert!(!store.confirm_address(&second).await.unwrap());
    assert!(over(&database, 7).await, "it went to the old address");
    assert_eq!(store.account_named("anna@x.io").await.unwrap().unwrap().id, ann.id);
    assert!(store.account_named("ann@x.io").await.unwrap().is_none());
    open(&database, &ann, 9, NOW).await;
    assert!(store.stop_address(&second).await.unwrap());
    assert!(!store.stop_address(&second).await.unwrap());
    assert_eq!(store.account(ann.id).await.unwrap().unwrap().password, "!", "whoever asked knew the other");
    assert_eq!(store.account_named("ann@x.io").await.unwrap().unwrap().id, ann.id);
    assert!(store.session_ended(&[9; 32]).await.unwrap(), "whoever changed it is out");
    let taken = change(&ann, "taken@x.io", None, 3);
    store.put_address_change(&taken).await.unwrap();
    assert!(!store.confirm_address(&taken).await.unwrap());
    let stopped = change(&ann, "stopped@x.io", None, 4);
    store.put_address_change(&stopped).await.unwrap();
    assert!(store.stop_address(&stopped).await.unwrap() && !store.confirm_address(&stopped).await.unwrap());
    assert_eq!(store.account(ann.id).await.unwrap().unwrap().key(), "ann@x.io");
}

/// Changed twice in a row, and joined elsewhere under the new address.
async fn the_old_address_has_the_last_word(database: Database) {
    let (north, south) = (founded(&database).await, tenant());
    let (store, ann) = (&database.store, account("ann@x.io"));
    store.commit(&founding(south, "south")).await.unwrap();
    secrets(&database, north, vec![Secret::OpenAccount(ann.clone()), link(&ann, user())]).await;
    let first = change(&ann, "b@evil.io", None, 1);
    store.put_address_change(&first).await.unwrap();
    assert!(store.confirm_address(&first).await.unwrap());
    let moved = NewAccount { email: Some(first.after.clone()), ..ann.clone() };
    let second = change(&moved, "c@evil.io", None, 2);
    store.put_address_change(&second).await.unwrap();
    assert!(store.confirm_address(&second).await.unwrap());
    let at = NOW.after(Span(1));
    let joined = Secret::Link { account: ann.id, user: user(), at, verified: None };
    secrets(&database, south, vec![joined]).await;
    assert!(store.stop_address(&first).await.unwrap());
    assert_eq!(store.account_named("ann@x.io").await.unwrap().unwrap().id, ann.id);
    let places: Vec<_> = store.links(ann.id).await.unwrap().into_iter().map(|link| link.tenant).collect();
    assert_eq!(places, [north], "what joined since was not this mailbox");
    assert!(!store.stop_address(&second).await.unwrap());
}

/// The mail of the first change lies in the same mailbox as that of the second: whichever is opened stops both.
async fn the_stop_link_of_the_first_change_stops_the_second(database: Database) {
    let tenant = founded(&database).await;
    let store = &database.store;
    for (number, confirmed) in [(1, false), (2, true)] {
        let ann = account(&format!("ann{number}@x.io"));
        secrets(&database, tenant, vec![Secret::OpenAccount(ann.clone())]).await;
        let first = change(&ann, &format!("b{number}@evil.io"), None, number);
        let second = change(&ann, &format!("c{number}@evil.io"), None, number + 50);
        store.put_address_change(&first).await.unwrap();
        store.put_address_change(&second).await.unwrap();
        assert!(!store.confirm_address(&first).await.unwrap());
        if confirmed {
            assert!(store.confirm_address(&second).await.unwrap());
        }
        assert!(store.stop_address(&first).await.unwrap(), "confirmed: {confirmed}");
        assert_eq!(store.account_named(&ann.email.as_ref().unwrap().folded()).await.unwrap().unwrap().id, ann.id);
        assert!(!store.confirm_address(&second).await.unwrap() && !store.stop_address(&first).await.unwrap());
        assert!(store.pending_address(ann.id, NOW).await.unwrap().is_none());
    }
}

/// Whoever took the address on can stop what it asked for itself, and takes nothing from the mailbox before it by that.
async fn stopping_a_later_change_leaves_the_old_address_its_word(database: Database) {
    let tenant = founded(&database).await;
    let store = &database.store;
    for (number, confirmed) in [(1, false), (2, true)] {
        let ann = account(&format!("ann{number}@x.io"));
        secrets(&database, tenant, vec![Secret::OpenAccount(ann.clone())]).await;
        let first = change(&ann, &format!("b{number}@evil.io"), None, number);
        store.put_address_change(&first).await.unwrap();
        assert!(store.confirm_address(&first).await.unwrap());
        let moved = NewAccount { email: Some(first.after.clone()), ..ann.clone() };
        let later = first.expires.after(Span(1));
        let second =
            AddressChange { expires: later, ..change(&moved, &format!("c{number}@evil.io"), None, number + 50) };
        store.put_address_change(&second).await.unwrap();
        if confirmed {
            assert!(store.confirm_address(&second).await.unwrap());
        }
        assert!(store.stop_address(&second).await.unwrap());
        assert!(store.stop_address(&first).await.unwrap(), "confirmed: {confirmed}");
        assert_eq!(store.account_named(&ann.email.as_ref().unwrap().folded()).await.unwrap().unwrap().id, ann.id);
    }
}

/// The right thing to do when a password was stolen: nothing that the thief asked for may outlive it.
async fn a_new_password_ends_changes_that_wait(database: Database) {
    let tenant = founded(&database).await;
    let (store, me, ann) = (&database.store, user(), account("ann@x.io"));
    secrets(&database, tenant, vec![Secret::OpenAccount(ann.clone()), link(&ann, me)]).await;
    for (token, how) in [(1, "link"), (2, "old password"), (3, "signed out everywhere"), (4, "another address")] {
        let asked = change(&ann, "evil@y.io", (token > 2).then_some(tenant), token);
        store.put_address_change(&asked).await.unwrap();
        match token {
            1 => {
                let forgotten = password_link(9, None, Some(&ann), "ann@x.io");
                store.put_password_link(&forgotten).await.unwrap();
                assert!(store.use_password_link(&forgotten, &set("$new"), None, NOW).await.unwrap());
            }
            2 => assert!(store.change_password(ann.id, "$new", "$newer", &[0; 32]).await.unwrap()),
            3 => secrets(&database, tenant, vec![Secret::EndSessions { user: me, at: NOW }]).await,
            _ => secrets(&database, tenant, vec![Secret::EndLinks { user: me }]).await,
        }
        assert!(!store.confirm_address(&asked).await.unwrap(), "{how}");
    }
}

/// A sign-in with the old password that was under way when it was changed.
async fn a_password_that_was_changed_opens_no_session(database: Database) {
    let tenant = founded(&database).await;
    let (store, ann) = (&database.store, account("ann@x.io"));
    secrets(&database, tenant, vec![Secret::OpenAccount(ann.clone())]).await;
    assert!(store.change_password(ann.id, "$hash", "$new", &[0; 32]).await.unwrap());
    let session = rollcall_server::store::NewSession {
        token: [1; 32],
        account: ann.id,
        device: rollcall_core::id::DeviceId::new(clock().id()),
        by: None,
        created: NOW,
        expires: NOW.after(Span::days(1)),
        whereabouts: Whereabouts::default(),
        verified: "$hash".into(),
    };
    assert!(!store.open_session(&session).await.unwrap());
    assert!(store.session(&[1; 32], NOW).await.unwrap().is_none());
}

async fn an_organisation_moves_no_account_that_others_use(database: Database) {
    let north = founded(&database).await;
    let south = tenant();
    let (store, ann) = (&database.store, account("ann@x.io"));
    store.commit(&founding(south, "south")).await.unwrap();
    secrets(&database, north, vec![Secret::OpenAccount(ann.clone()), link(&ann, user())]).await;
    let asked = change(&ann, "mallory@x.io", Some(north), 1);
    store.put_address_change(&asked).await.unwrap();
    // It joined another organisation before the link was opened.
    secrets(&database, south, vec![link(&ann, user())]).await;
    assert!(!store.confirm_address(&asked).await.unwrap());
    let own = change(&ann, "anna@x.io", None, 2);
    store.put_address_change(&own).await.unwrap();
    assert!(store.confirm_address(&own).await.unwrap(), "its person may");
}

async fn own_sessions_end_one_by_one(database: Database) {
    let tenant = founded(&database).await;
    let (store, ann, bob) = (&database.store, account("ann@x.io"), account("bob@x.io"));
    let accounts = vec![Secret::OpenAccount(ann.clone()), Secret::OpenAccount(bob.clone())];
    secrets(&database, tenant, accounts).await;
    for token in 1..=3 {
        open(&database, &ann, token, NOW.after(Span(i64::from(token)))).await;
    }
    open(&database, &bob, 4, NOW).await;
    let sessions = store.sessions_of(ann.id, NOW).await.unwrap();
    assert_eq!(sessions.iter().map(|session| session.token[0]).collect::<Vec<_>>(), [3, 2, 1]);
    assert!(!store.end_session(bob.id, sessions[0].device).await.unwrap(), "not another's");
    assert!(store.end_session(ann.id, sessions[0].device).await.unwrap());
    assert!(store.session_ended(&[3; 32]).await.unwrap());
    store.close_session(&[3; 32]).await.unwrap();
    assert!(store.session_ended(&[3; 32]).await.unwrap(), "it is still to be heard");
    assert!(store.change_password(ann.id, "$hash", "$new", &[1; 32]).await.unwrap());
    assert!(!store.change_password(ann.id, "$hash", "$newer", &[1; 32]).await.unwrap());
    let live = |sessions: Vec<rollcall_server::store::StoredSession>| sessions.len();
    assert_eq!(live(store.sessions_of(ann.id, NOW).await.unwrap()), 1);
    store.end_other_sessions(bob.id, &[9; 32]).await.unwrap();
    assert_eq!(live(store.sessions_of(bob.id, NOW).await.unwrap()), 0);
}

async fn notes_are_those_of_the_asker(database: Database) {
    let north = founded(&database).await;
    let south = tenant();
    let (store, me, ann) = (&database.store, user(), account("ann@x.io"));
    store.commit(&founding(south, "south")).await.unwrap();
    let note = |at: i64, kind, account, place| SecurityNote {
        id: clock().id(),
        at: Timestamp(at),
        kind,
        account,
        place,
        whereabouts: Whereabouts { network: Some("192.0.2.7".into()), agent: None },
    };
    let early = note(NOW.0 - 1, SecurityKind::SignedIn, Some(ann.id), None);
    store.put_note(&early).await.unwrap();
    secrets(&database, north, vec![Secret::OpenAccount(ann.clone()), link(&ann, me)]).await;
    secrets(&database, south, vec![link(&ann, user())]).await;
    store.put_note(&note(NOW.0 + 1, SecurityKind::PasswordSet, Some(ann.id), None)).await.unwrap();
    store.put_note(&note(NOW.0 + 2, SecurityKind::ResetOrdered, None, Some((north, me)))).await.unwrap();
    let kinds = async |of, before: i64, limit| {
        let notes = store.notes(of, Timestamp(before), limit).await.unwrap();
        notes.into_iter().map(|note| note.kind).collect::<Vec<_>>()
    };
    use SecurityKind::{PasswordSet, ResetOrdered, SignedIn};
    assert_eq!(kinds(NotesOf::Account(ann.id), i64::MAX, 9).await, [ResetOrdered, PasswordSet, SignedIn]);
    assert_eq!(kinds(NotesOf::Account(ann.id), NOW.0 + 1, 9).await, [SignedIn]);
    assert_eq!(kinds(NotesOf::Account(ann.id), i64::MAX, 1).await, [ResetOrdered]);
    assert_eq!(
        kinds(NotesOf::Tenant(north, Timestamp(0)), i64::MAX, 9).await,
        [ResetOrdered, PasswordSet],
        "not from before it joined"
    );
    assert_eq!(
        kinds(NotesOf::Tenant(south, Timestamp(0)), i64::MAX, 9).await,
        [PasswordSet],
        "nothing of another organisation's"
    );
    assert_eq!(kinds(NotesOf::Tenant(tenant(), Timestamp(0)), i64::MAX, 9).await, []);
    let note = &store.notes(NotesOf::Tenant(north, Timestamp(0)), Timestamp(i64::MAX), 1).await.unwrap()[0];
    assert_eq!((note.account, note.place), (Some(ann.id), Some((north, me))));
}

async fn everything_open_ends_at_once(database: Database) {
    let tenant = founded(&database).await;
    let (store, ann) = (&database.store, account("ann@x.io"));
    secrets(&database, tenant, vec![Secret::OpenAccount(ann.clone())]).await;
    open(&database, &ann, 1, NOW).await;
    store.put_password_link(&password_link(2, None, Some(&ann), "ann@x.io")).await.unwrap();
    store.put_address_change(&change(&ann, "anna@x.io", None, 3)).await.unwrap();
    store.end_everything_open().await.unwrap();
    assert!(store.session_ended(&[1; 32]).await.unwrap() && over(&database, 2).await);
    assert!(store.pending_address(ann.id, NOW).await.unwrap().is_none());
}

async fn known_devices_are_bounded_and_end(database: Database) {
    let tenant = founded(&database).await;
    let (store, ann, bob, gone) = (&database.store, account("ann@x.io"), account("bob@x.io"), user());
    let accounts = vec![Secret::OpenAccount(ann.clone()), Secret::OpenAccount(bob.clone()), link(&bob, gone)];
    secrets(&database, tenant, accounts).await;
    let know = async |account: &NewAccount, before: Option<u8>, device: u8, seen: i64| {
        let (before, seen) = (before.map(|before| [before; 32]), NOW.after(Span(seen)));
        let expires = seen.after(Span(1_000));
        store.know_device(&NewKnownDevice { account: account.id, before, device: [device; 32], seen, expires }).await
    };
    let known = async |device: u8, at: i64| {
        let accounts = store.device_known_to(&[device; 32], NOW.after(Span(at))).await.unwrap();
        let mut folded: Vec<_> = accounts.into_iter().map(|known| known.folded).collect();
        folded.sort();
        folded
    };
    know(&bob, None, 100, 0).await.unwrap();
    know(&ann, Some(100), 101, 0).await.unwrap();
    assert_eq!(known(101, 1).await, ["ann@x.io", "bob@x.io"], "two people on one device");
    assert_eq!(known(100, 1).await, [""; 0], "a cookie is good until the next one");
    assert_eq!(known(101, 1_000).await, [""; 0], "it has expired");
    for n in 0..NewKnownDevice::MOST {
        know(&ann, None, n as u8, 1 + i64::from(n)).await.unwrap();
    }
    assert_eq!(known(101, 2).await, ["bob@x.io"], "the one seen longest ago goes, of this account alone");
    assert_eq!(known(0, 2).await, ["ann@x.io"]);
    assert!(store.change_password(ann.id, "$hash", "$new", &[0; 32]).await.unwrap());
    assert_eq!(known(0, 2).await, [""; 0]);
    secrets(&database, tenant, vec![Secret::Forget { user: gone }]).await;
    know(&bob, None, 102, 0).await.unwrap();
    assert_eq!(known(102, 1).await, [""; 0], "there is no such account");
    know(&ann, None, 103, 0).await.unwrap();
    store.end_everything_open().await.unwrap();
    assert_eq!(known(103, 1).await, [""; 0]);
    know(&ann, None, 104, 0).await.unwrap();
    assert_eq!(store.clean(Step::KnownDevices, NOW.after(Span(999)), 10).await.unwrap(), 0);
    assert_eq!(store.clean(Step::KnownDevices, NOW.after(Span(1_000)), 10).await.unwrap(), 1, "all others have gone");
}
