//! Taking commands: checked by the rules, stored durably, shown, and on their way.

use super::{attach::reattach, catch_up::catch_up, hint::Hint, inner::Inner, tabs};
use crate::{
    IssueError, Link, NotKept,
    browser::{page, task::spawn, tuning},
    clock, new_id,
    store::{StoreError, Unnumbered},
    watch::turn,
};
use rollcall_core::{
    Refusals, Timestamp,
    command::Authored,
    id::CommandId,
    sync::{Envelope, Seq},
};
use std::rc::Rc;

pub async fn issue(inner: &Rc<Inner>, command: Authored) -> Result<Seq, IssueError> {
    let mut results = issue_some(inner, vec![command]).await;
    // One answer for one command.
    results.pop().unwrap_or(Err(IssueError::NotSaved(NotKept::Closed)))
}

pub async fn issue_all(
    inner: &Rc<Inner>,
    mut commands: Vec<Authored>,
    progress: impl Fn(usize),
) -> Vec<Result<Seq, IssueError>> {
    let mut results = Vec::with_capacity(commands.len());
    while !commands.is_empty() {
        let rest = commands.split_off(commands.len().min(tuning().stored_at_once));
        results.extend(issue_some(inner, commands).await);
        progress(results.len());
        commands = rest;
    }
    results
}

async fn issue_some(inner: &Rc<Inner>, commands: Vec<Authored>) -> Vec<Result<Seq, IssueError>> {
    let result = match try_some(inner, &commands).await {
        // The browser threw the store away: a new one holds what is in memory, and this.
        Err(StoreError::Gone) => try_some(inner, &commands).await,
        result => result,
    };
    match result {
        Ok(answers) => answers,
        Err(error) => {
            let reason = inner.store_failed(&error);
            commands.iter().map(|_| Err(IssueError::NotSaved(reason.clone()))).collect()
        }
    }
}

async fn try_some(inner: &Rc<Inner>, commands: &[Authored]) -> Result<Vec<Result<Seq, IssueError>>, StoreError> {
    if inner.state.borrow().ended {
        return Err(StoreError::Ended);
    }
    if inner.state.borrow().link == Link::TooOld {
        let refused = || Err(IssueError::NotSaved(NotKept::TooOld));
        return Ok(commands.iter().map(|_| refused()).collect());
    }
    reattach(inner).await?;
    let now = inner.now();
    let checked = inner.replica.borrow_mut().check_all(commands.to_vec(), now);
    let claimed = clock::device_now();
    let allowed = checked.iter().flatten();
    let allowed: Vec<Unnumbered> = allowed
        .map(|authored| Unnumbered { id: CommandId::new(new_id()), claimed, authored: authored.clone() })
        .collect();
    let mut seqs = match allowed.as_slice() {
        [] => Vec::new(),
        [one] => shown_at_once(inner, one, now).await?,
        // Many are shown as they are stored: the page says how far they are.
        many => store(inner, many).await?,
    }
    .into_iter();
    let answer = |checked: Result<Authored, Refusals>| {
        checked.map_err(IssueError::Refused)?;
        // The store numbers each command that it takes.
        seqs.next().ok_or(IssueError::NotSaved(NotKept::Closed))
    };
    Ok(checked.into_iter().map(answer).collect())
}

/// Shows what a command does while it is being stored, and no longer should that fail: nothing is called saved before it is.
async fn shown_at_once(inner: &Rc<Inner>, one: &Unnumbered, now: Timestamp) -> Result<Vec<Seq>, StoreError> {
    inner.replica.borrow_mut().draft(one.id, one.authored.clone(), now);
    inner.notify();
    // It is drawn before a transaction is opened, which keeps the page busy for half a millisecond.
    turn().await;
    let stored = store(inner, std::slice::from_ref(one)).await;
    if stored.is_err() {
        inner.replica.borrow_mut().withdraw(&[one.id], now);
        inner.notify();
    }
    stored
}

/// Makes commands durable, shows them, and sends them on their way.
pub async fn store(inner: &Rc<Inner>, commands: &[Unnumbered]) -> Result<Vec<Seq>, StoreError> {
    loop {
        let (device, founding) = {
            let state = inner.state.borrow();
            (state.head.device, state.head.founding)
        };
        let appended = inner.store.append(device, commands).await;
        if appended == Err(StoreError::Gone) {
            inner.state.borrow_mut().detached = true;
        }
        let (envelopes, generation) = appended?;
        // Otherwise the store was cleared just now, and they are in neither the new one nor in memory.
        if inner.state.borrow().head.founding == founding {
            return Ok(stored(inner, envelopes, generation).await);
        }
    }
}

/// Shows commands that are durable now, and sends them on their way.
async fn stored(inner: &Rc<Inner>, envelopes: Vec<Envelope>, generation: u64) -> Vec<Seq> {
    inner.stored();
    let seqs = envelopes.iter().map(|envelope| envelope.seq).collect();
    let complete = adopt(inner, envelopes, generation);
    inner.notify();
    if !complete {
        // They are stored: should reading fail, the page says so, and they come with the next start.
        let _ = catch_up(inner).await;
    }
    inner.say(&Hint::Stored);
    tabs::sync_now(inner);
    let ask = {
        let mut state = inner.state.borrow_mut();
        let offline = state.link != Link::Online;
        offline && !state.persistent && !std::mem::replace(&mut state.asked_to_persist, true)
    };
    if ask {
        ask_to_persist(inner);
    }
    seqs
}

/// Adopts commands that were pending at this generation. False when the store has to be read besides.
fn adopt(inner: &Inner, envelopes: Vec<Envelope>, generation: u64) -> bool {
    let now = inner.now();
    let (mut replica, mut state) = (inner.replica.borrow_mut(), inner.state.borrow_mut());
    if state.head.generation > generation {
        // Some may have their verdict already.
        return false;
    }
    let mut complete = true;
    for envelope in envelopes {
        if envelope.seq.0 == state.outbox_read.0 + 1 {
            state.outbox_read = envelope.seq;
        } else if envelope.seq > state.outbox_read {
            // Another tab stored commands in between.
            complete = false;
        }
        replica.adopt(envelope, now);
    }
    state.head.next = state.head.next.max(Seq(state.outbox_read.0 + 1));
    complete
}

/// Work exists on this device alone: the browser should not throw it away.
fn ask_to_persist(inner: &Rc<Inner>) {
    let inner = Rc::clone(inner);
    spawn(async move {
        if page::ask_to_persist().await {
            inner.state.borrow_mut().persistent = true;
            inner.notify();
        }
    });
}

pub async fn dismiss(inner: &Inner, seq: Seq) -> Result<(), IssueError> {
    let device = inner.state.borrow().head.device;
    let done: Result<(), StoreError> = async {
        reattach(inner).await?;
        inner.store.dismiss(device, seq).await
    }
    .await;
    done.map_err(|error| IssueError::NotSaved(inner.store_failed(&error)))?;
    inner.stored();
    inner.replica.borrow_mut().dismiss(seq);
    inner.notify();
    inner.say(&Hint::Stored);
    Ok(())
}
