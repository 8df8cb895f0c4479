//! The leader's talk with the server: push and pull in one exchange, again and again while there is something to say,
//! and again later when it failed. An exchange that dies midway is simply repeated: the server gives a command that it
//! has seen before its old verdict.

pub mod live;

use super::{attach::reattach, catch_up::catch_up, hint::Hint, inner::Inner, standing::Syncing, wipe};
use crate::{
    Link,
    backoff::{Backoff, LONGEST, jittered},
    browser::{
        fetch::{Body, Unheard, fetch},
        page,
        task::spawn,
        timer::Timer,
        tuning,
    },
    clock, new_id, remembered,
    store::{Head, StoreError, tail},
};
use rollcall_core::{
    api::Problem,
    id::DeviceId,
    record::{self, Unreadable},
    sync::{Batch, MAX_COMMANDS, News, Seq, SyncRequest, SyncResponse},
    time::Span,
};
use std::rc::Rc;

/// How long the tail may lie before it is folded, in milliseconds: not while the person waits for something.
const FOLD_AFTER: u32 = 3_000;

/// Why an exchange failed.
enum Failure {
    /// The connection stands so; try again later.
    Link(Link),
    /// The session was ended by somebody else.
    Ended,
    /// The server asks for a pause of so many milliseconds.
    Slowed(u32),
    /// The request was too large, and a smaller one is possible.
    TooLarge,
    /// The answer can't be kept; try again later.
    NotKept,
}

/// How an exchange went.
enum Success {
    /// All is said.
    Settled,
    /// There is more to say, or it has to be said again.
    More,
}

/// Starts an exchange, or has the one under way followed by another.
pub fn start(inner: &Rc<Inner>) {
    {
        let mut syncing = inner.syncing.borrow_mut();
        syncing.wanted = true;
        syncing.retry = None;
        if syncing.running || syncing.pause.is_some() {
            return;
        }
        syncing.running = true;
    }
    let inner = Rc::clone(inner);
    spawn(async move {
        run(&inner).await;
        inner.syncing.borrow_mut().running = false;
    });
}

async fn run(inner: &Rc<Inner>) {
    while inner.tabs.borrow().leads() && std::mem::take(&mut inner.syncing.borrow_mut().wanted) {
        match exchange(inner).await {
            Ok(success) => {
                let mut syncing = inner.syncing.borrow_mut();
                syncing.backoff.reset();
                match success {
                    Success::Settled => {
                        syncing.limit = None;
                        syncing.retry = again(inner, &mut syncing);
                    }
                    Success::More => syncing.wanted = true,
                }
                drop(syncing);
                inner.set_link(Link::Online);
                // Another tab may have taken over meanwhile, or the person signed out.
                if inner.tabs.borrow().leads() {
                    live::open(inner);
                }
            }
            Err(Failure::TooLarge) => inner.syncing.borrow_mut().wanted = true,
            Err(Failure::Slowed(wait)) => pause(inner, wait),
            Err(failure) => {
                // An administrator ended it: what was stored goes at this first contact, all but unsynced work.
                let lost = matches!(failure, Failure::Ended | Failure::Link(Link::Forbidden(_)));
                let (link, wait) = match failure {
                    Failure::Ended => (Some(Link::SignedOut), Some(jittered(LONGEST, page::random()))),
                    Failure::Link(link @ (Link::Offline | Link::Intercepted)) => (Some(link), None),
                    // Nothing but a person or the operator will change this; asked now and then all the same.
                    Failure::Link(link) => (Some(link), Some(jittered(LONGEST, page::random()))),
                    Failure::NotKept | Failure::TooLarge | Failure::Slowed(_) => (None, None),
                };
                {
                    let mut syncing = inner.syncing.borrow_mut();
                    let wait = wait.unwrap_or_else(|| syncing.backoff.next(page::random()));
                    let weak = Rc::downgrade(inner);
                    syncing.retry = Timer::after(wait, move || {
                        if let Some(inner) = weak.upgrade() {
                            start(&inner);
                        }
                    });
                    syncing.wanted = false;
                }
                if let Some(link) = link {
                    inner.set_link(link);
                }
                if lost {
                    wipe::purge(inner).await;
                }
            }
        }
    }
    let now = inner.now();
    if inner.replica.borrow_mut().settle_if_behind(now) {
        inner.notify();
    }
}

/// Sends nothing for so many milliseconds and a little more, so that clients with the same news don't come all at once.
fn pause(inner: &Rc<Inner>, wait: u32) {
    let weak = Rc::downgrade(inner);
    let timer = Timer::after(wait.saturating_add(jittered(wait / 10, page::random())), move || {
        if let Some(inner) = weak.upgrade() {
            inner.syncing.borrow_mut().pause = None;
            start(&inner);
        }
    });
    {
        let mut syncing = inner.syncing.borrow_mut();
        (syncing.pause, syncing.wanted) = (timer, false);
    }
    inner.set_link(Link::Slowed);
}

/// The stream announced a version. Its last word counts, even when it is no news yet: an answer under way may be of a
/// server that was restored from a backup, whose versions are lower.
pub fn told(inner: &Rc<Inner>, version: u64, news: bool) {
    inner.syncing.borrow_mut().told = Some(version);
    if news {
        start(inner);
    }
}

/// Asks again soon, when the process that answered does not know yet of what another one announced. Not for ever: a server
/// that was restored from a backup has a lower version than before.
fn again(inner: &Rc<Inner>, syncing: &mut Syncing) -> Option<Timer> {
    let known = inner.replica.borrow().cursor().map(|cursor| cursor.version);
    let behind = syncing.told.is_some_and(|told| known < Some(told));
    let wait = if behind { syncing.older.next(page::random()) } else { LONGEST };
    if wait >= LONGEST / 2 {
        (syncing.told, syncing.older) = (None, Backoff::default());
        return None;
    }
    let weak = Rc::downgrade(inner);
    Timer::after(wait, move || {
        if let Some(inner) = weak.upgrade() {
            start(&inner);
        }
    })
}

async fn exchange(inner: &Rc<Inner>) -> Result<Success, Failure> {
    // Where the store can't be used, the directory still lives from the server; commands are refused meanwhile.
    let kept = match reattach(inner).await {
        Ok(()) => catch_up(inner).await.is_ok(),
        Err(error) => {
            inner.store_failed(&error);
            false
        }
    };
    let (known, replaced) = {
        let state = inner.state.borrow();
        (state.head.clone(), state.replaced)
    };
    let request = request(inner);
    let sent = request.commands.len();
    sending(inner, request.commands.last().map(|last| last.seq));
    let response = post(inner, &request).await;
    sending(inner, None);
    let response = response?;
    if response.user != inner.place.user {
        // The account is another user of the organisation now: the page has to ask who it is.
        return Err(Failure::Link(Link::SignedOut));
    }
    let behind = clock::behind(response.now);
    let fresh = {
        let state = inner.state.borrow();
        state.replaced == replaced && state.head.generation == known.generation && !state.ended
    };
    if !fresh {
        return Ok(Success::More);
    }
    let Some(batch) = inner.replica.borrow_mut().batch(response) else {
        // It is known already: no reason to ask at full speed.
        return if request.held.is_some() { Err(Failure::Link(Link::Offline)) } else { Ok(Success::More) };
    };
    let settled = batch.settled.len();
    let name = batch.clashed().then(|| DeviceId::new(new_id()));
    if kept {
        keep(inner, &known, batch, behind, name).await?;
    } else {
        take_in(inner, batch, behind, name);
        // What is shown is not what is stored any more: that is read again before anything else is kept.
        inner.state.borrow_mut().detached = true;
    }
    let left = inner.replica.borrow().pending().len();
    match (left, sent, settled) {
        (0, ..) => Ok(Success::Settled),
        // The server was sent commands and judged none: no reason to ask at full speed.
        (_, 1.., 0) => Err(Failure::Link(Link::Offline)),
        _ => Ok(Success::More),
    }
}

/// Tells the page how far commands are on their way.
fn sending(inner: &Inner, last: Option<Seq>) {
    let last = last.unwrap_or_default();
    if std::mem::replace(&mut inner.syncing.borrow_mut().sending, last) != last {
        inner.notify();
    }
}

/// Makes an answer durable, then shows it. With a new name for this device, when another one has the old.
async fn keep(
    inner: &Rc<Inner>,
    known: &Head,
    batch: Batch,
    behind: Span,
    name: Option<DeviceId>,
) -> Result<(), Failure> {
    let head = match inner.store.commit(known, &batch, behind, name).await {
        Ok(head) => head,
        Err(StoreError::Moved) => {
            inner.syncing.borrow_mut().wanted = true;
            return Ok(());
        }
        Err(error) => {
            inner.store_failed(&error);
            return Err(Failure::NotKept);
        }
    };
    inner.stored();
    let news = head.generation != known.generation;
    let next = {
        let mut state = inner.state.borrow_mut();
        // Whoever caught up meanwhile has taken the batch in from the store.
        let next = state.head.generation == known.generation;
        if next {
            state.head = Head { next: state.head.next.max(head.next), ..head };
        }
        next
    };
    if next && news {
        take_in(inner, batch, behind, name);
        inner.say(&Hint::Stored);
        fold_soon(inner);
    } else {
        heard(inner, &batch, behind);
    }
    Ok(())
}

/// Shows an answer.
fn take_in(inner: &Rc<Inner>, batch: Batch, behind: Span, name: Option<DeviceId>) {
    heard(inner, &batch, behind);
    {
        let mut syncing = inner.syncing.borrow_mut();
        syncing.tail_puts = match &batch.update {
            News::Snapshot(_) => 0,
            News::Delta(puts) => syncing.tail_puts + puts.len(),
        };
    }
    inner.state.borrow_mut().need_snapshot = false;
    let now = inner.now();
    // While there is more to send, another answer follows at once; the talk ends with all of it shown.
    inner.replica.borrow_mut().absorb_more(batch, now, tuning().always_redone);
    if let Some(name) = name {
        inner.replica.borrow_mut().rename(name);
        inner.state.borrow_mut().head.device = name;
    }
    inner.notify();
}

fn heard(inner: &Inner, batch: &Batch, behind: Span) {
    let mut state = inner.state.borrow_mut();
    (state.synced, state.head.behind) = (Some(batch.now), behind);
}

fn request(inner: &Inner) -> SyncRequest {
    let mut request = inner.replica.borrow().request();
    request.commands.truncate(inner.syncing.borrow().limit.unwrap_or(tuning().sent_at_once));
    if inner.state.borrow().need_snapshot {
        (request.cursor, request.held) = (None, None);
    }
    request
}

async fn post(inner: &Inner, request: &SyncRequest) -> Result<SyncResponse, Failure> {
    if remembered::is_signed_out() {
        // What is sent would go under a session that somebody has left.
        return Err(Failure::Link(Link::SignedOut));
    }
    let path = format!("/tenants/{}/sync", inner.place.tenant);
    let smaller = request.commands.len() > 1;
    let too_large = || {
        inner.syncing.borrow_mut().limit = Some(request.commands.len().min(MAX_COMMANDS) / 2);
        Failure::TooLarge
    };
    let answer = match fetch("POST", &path, Body::Bytes(&record::encode(request))).await {
        Ok(answer) => answer,
        Err(Unheard::NoAnswer) => return Err(Failure::Link(Link::Offline)),
        // A proxy's limit is one, too.
        Err(Unheard::Foreign { status: 413 }) if smaller => return Err(too_large()),
        Err(Unheard::Foreign { .. }) => return Err(Failure::Link(Link::Intercepted)),
    };
    match (answer.status, answer.retry_after) {
        (200, _) => match record::decode(&answer.body) {
            Ok(response) => Ok(response),
            Err(Unreadable::Newer(_)) => Err(Failure::Link(Link::TooOld)),
            // Cut off on its way.
            Err(Unreadable::Damaged) => Err(Failure::Link(Link::Intercepted)),
        },
        (413, _) if smaller => Err(too_large()),
        (429 | 503, Some(wait)) => Err(Failure::Slowed(wait)),
        (status, _) => Err(match answer.json::<Problem>() {
            Some(problem) if status == 401 && problem.code == "session_ended" => Failure::Ended,
            Some(problem) => Failure::Link(link(status, problem)),
            None => Failure::Link(Link::Intercepted),
        }),
    }
}

/// The codes that say that the account may not open the organisation (any more): what is stored of it goes. Whatever else is
/// forbidden, or not there, may be the fault of an operator or of something on the way, and takes nothing from anybody.
const NO_ACCESS: &[&str] = &[
    "unknown_organisation",
    "not_allowed",
    "actor_not_active",
    "new_password_needed",
    "other_identifier",
    "portal_closed",
];

/// What an error answer says about the connection.
fn link(status: u16, problem: Problem) -> Link {
    match (status, problem.code.as_str()) {
        // No word of the server's.
        (_, "") => Link::Intercepted,
        (401, _) => Link::SignedOut,
        (403 | 404, code) if NO_ACCESS.contains(&code) => Link::Forbidden(Box::new(problem)),
        // The page is newer than the server: it waits, and tries again.
        (_, "newer_client") => Link::Offline,
        // The server does not know this page's words.
        (426, _) | (400 | 409 | 422, "unknown_protocol" | "newer_format" | "malformed" | "unexpected_value") => {
            Link::TooOld
        }
        _ => Link::Offline,
    }
}

/// Folds a long tail once there is a pause.
pub fn fold_soon(inner: &Rc<Inner>) {
    let (generation, folded, device) = {
        let state = inner.state.borrow();
        (state.head.generation, state.head.folded, state.head.device)
    };
    let mut syncing = inner.syncing.borrow_mut();
    if !tail::is_long(generation.saturating_sub(folded), syncing.tail_puts) {
        return;
    }
    let weak = Rc::downgrade(inner);
    syncing.fold = Timer::after(FOLD_AFTER, move || {
        let Some(inner) = weak.upgrade() else { return };
        spawn(async move {
            // Only a matter of speed: a failure is found, and said, by what is really written.
            if let Ok(folded) = inner.store.fold(device).await {
                inner.state.borrow_mut().head.folded = folded;
                inner.syncing.borrow_mut().tail_puts = 0;
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_answer_tells_how_the_connection_stands() {
        let said = |status, code: &str| {
            link(status, Problem { code: code.to_owned(), detail: "Why.".to_owned(), ..Problem::default() })
        };
        assert_eq!(said(401, "signed_out"), Link::SignedOut);
        let forbidden = |link: Link, code: &str| matches!(link, Link::Forbidden(problem) if problem.code == code);
        assert!(forbidden(said(403, "actor_not_active"), "actor_not_active"));
        assert!(forbidden(said(404, "unknown_organisation"), "unknown_organisation"));
        assert_eq!(said(403, "cross_site"), Link::Offline, "a proxy that tells the wrong host");
        assert_eq!(said(404, "not_found"), Link::Offline, "another address than the server's");
        assert_eq!(said(404, ""), Link::Intercepted, "no word of the server's");
        assert_eq!(said(409, "unknown_protocol"), Link::TooOld);
        assert_eq!(said(409, "newer_client"), Link::Offline, "the server will be updated");
        assert_eq!(said(400, "broken_body"), Link::Offline, "it broke off on its way");
        assert_eq!(said(503, "busy"), Link::Offline);
        assert_eq!(said(429, "too_many_requests"), Link::Offline);
    }
}
