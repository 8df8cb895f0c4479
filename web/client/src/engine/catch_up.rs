//! Taking in what other tabs wrote.

use super::{Task, attach::attach, inner::Inner};
use crate::{
    browser::tuning,
    store::{News, StoreError},
};
use rollcall_core::sync::Seq;

/// Brings this tab to where the store is.
///
/// # Errors
/// [`StoreError`]; the page says already that nothing is kept.
pub fn catch_up(inner: &Inner) -> Task<'_, Result<(), StoreError>> {
    Box::pin(async {
        let result = run(inner).await;
        if let Err(error) = &result {
            inner.store_failed(error);
        }
        result
    })
}

async fn run(inner: &Inner) -> Result<(), StoreError> {
    loop {
        let (device, generation, read, detached) = {
            let state = inner.state.borrow();
            (state.head.device, state.head.generation, state.outbox_read, state.detached)
        };
        if detached {
            // What is read there is as new as it gets.
            return attach(inner).await;
        }
        match inner.store.news(device, generation, read).await {
            Ok(Some(news)) => match take_in(inner, news) {
                Taken::All => return Ok(()),
                Taken::Overtaken => {}
                Taken::Foreign => attach(inner).await?,
            },
            // Moved on too far, or replaced by another tab: read everything, then once more, for what came meanwhile.
            Ok(None) | Err(StoreError::Gone) => attach(inner).await?,
            Err(error) => return Err(error),
        }
    }
}

/// What came of news.
enum Taken {
    All,
    /// This tab has moved on since they were read: then they prove nothing about the outbox.
    Overtaken,
    /// They do not lead on from where this tab stands: the store was cleared and created again, and has come as far.
    Foreign,
}

/// Takes in news.
fn take_in(inner: &Inner, news: News) -> Taken {
    let now = inner.now();
    let mut changed = false;
    {
        let (mut replica, mut state) = (inner.replica.borrow_mut(), inner.state.borrow_mut());
        if state.head.device != news.head.device {
            return Taken::Overtaken;
        }
        for (generation, batch) in news.tail {
            if generation == state.head.generation + 1 {
                if batch.base != state.head.cursor {
                    return Taken::Foreign;
                }
                (state.head.generation, state.head.cursor) = (generation, Some(batch.cursor));
                state.need_snapshot = false;
                replica.absorb_more(batch, now, tuning().always_redone);
                changed = true;
            }
        }
        replica.settle_if_behind(now);
        if state.head.generation != news.head.generation {
            return Taken::Overtaken;
        }
        if state.head.cursor != news.head.cursor {
            return Taken::Foreign;
        }
        state.head = news.head;
        // The leader says the latest; before it does, this is what is known.
        state.synced = state.synced.or(state.head.synced);
        for envelope in news.outbox {
            state.outbox_read = state.outbox_read.max(envelope.seq);
            replica.adopt(envelope, now);
            changed = true;
        }
        let dismissed: Vec<Seq> = replica
            .inbox()
            .map(|rejected| rejected.envelope.seq)
            .filter(|seq| news.inbox.binary_search(seq).is_err())
            .collect();
        for seq in dismissed {
            replica.dismiss(seq);
            changed = true;
        }
    }
    if changed {
        inner.notify();
    }
    Taken::All
}
