//! `GET /api/v1/tenants/{tenant}/live`: server-sent events, `version` with `{"version":N}` after each commit. It tells that
//! there is news, not what: the client then syncs.
//!
//! INVARIANT: no stream outlives its session. Whatever ends one ends its streams: at once on the node that did it, within
//! [`StreamLimits::look`](crate::limits::StreamLimits) on the others.

use crate::{
    http::{
        App,
        signed_in::{Member, user_in},
    },
    problem::Answer,
    streams::Place,
    tenant::Tenant,
};
use axum::{
    extract::State,
    response::sse::{Event, KeepAlive, Sse},
};
use futures_util::{Stream, stream};
use rollcall_core::id::TenantId;
use std::{convert::Infallible, time::Duration};
use tokio::sync::{
    broadcast::{self, error::RecvError},
    watch,
};
use uuid::Uuid;

/// So that proxies keep the stream open, and a lost client is noticed.
const KEEP_ALIVE: Duration = Duration::from_secs(20);
/// After how long a browser connects again when the connection broke.
const RECONNECT: Duration = Duration::from_secs(3);

pub async fn get(
    State(app): State<App>,
    Member { session, tenant, user }: Member,
) -> Answer<Sse<impl Stream<Item = Result<Event, Infallible>>>> {
    let watched = app.tenants.tenant(tenant);
    // From here on nothing that ends the session is missed.
    let ended = app.store.ended();
    watched.admit(user, session.by).await?;
    let mut version = watched.watch().await?;
    version.mark_changed();
    let place = app.streams.open((tenant, user))?;
    let live = Live {
        token: session.token,
        account: session.account,
        tenant,
        stop: app.stop.subscribe(),
        app,
        watched,
        version,
        ended,
        place,
        state: Standing::Fresh,
    };
    let events = stream::unfold(live, |mut live| async move { Some((Ok(live.next().await?), live)) });
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)))
}

/// An open stream.
struct Live {
    app: App,
    token: crate::store::Digest,
    account: Uuid,
    tenant: TenantId,
    watched: Tenant,
    version: watch::Receiver<u64>,
    ended: broadcast::Receiver<Uuid>,
    stop: watch::Receiver<bool>,
    place: Place,
    state: Standing,
}

/// What is to be done before the next event.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Nothing was told yet.
    Fresh,
    /// The session may have ended since it was looked at.
    Doubted,
    Sure,
    /// It has made room for another one.
    Over,
}

impl Live {
    /// The next event; none when the stream ends.
    async fn next(&mut self) -> Option<Event> {
        loop {
            match self.state {
                Standing::Over => return None,
                Standing::Doubted => self.goes_on().await?,
                Standing::Fresh | Standing::Sure => {}
            }
            let begins = std::mem::replace(&mut self.state, Standing::Sure) == Standing::Fresh;
            // In this order, because chance would make no run like another.
            tokio::select! {
                biased;
                () = stopped(&mut self.stop) => return None,
                _ = &mut self.place.replaced => {
                    self.state = Standing::Over;
                    return Some(self.makes_room());
                }
                () = told_of(&mut self.ended, self.account) => self.state = Standing::Doubted,
                changed = self.version.changed() => {
                    changed.ok()?;
                    // An ended session ends its streams with the very commit that ended it. Looked at after telling: a
                    // version says nothing to who may not sync, and everybody else has it sooner.
                    self.state = Standing::Doubted;
                    let version = *self.version.borrow_and_update();
                    let event = Event::default().event("version").data(format!("{{\"version\":{version}}}"));
                    return Some(if begins { event.retry(RECONNECT) } else { event });
                }
                () = tokio::time::sleep(self.app.options.limits.streams.look) => self.state = Standing::Doubted,
            }
        }
    }

    /// Looks whether the session may still sync.
    async fn goes_on(&self) -> Option<()> {
        let session = self.app.store.session(&self.token, self.app.clock.now()).await.ok()??;
        let user = user_in(&self.app, &session, self.tenant).await.ok()?;
        self.watched.admit(user, session.by).await.ok()?;
        Some(())
    }

    /// The last event: after so long the client may connect again, and does so by itself.
    fn makes_room(&self) -> Event {
        let again = self.app.options.limits.streams.again;
        let (version, seconds) = (*self.version.borrow(), again.as_secs());
        let data = format!("{{\"version\":{version},\"again\":{seconds}}}");
        Event::default().event("version").retry(again).data(data)
    }
}

/// Waits until the server stops.
async fn stopped(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Waits until this process has ended sessions of an account.
async fn told_of(ended: &mut broadcast::Receiver<Uuid>, account: Uuid) {
    loop {
        match ended.recv().await {
            Ok(other) if other != account => {}
            // Too many to keep count of: look.
            Ok(_) | Err(RecvError::Lagged(_)) => return,
            Err(RecvError::Closed) => return std::future::pending().await,
        }
    }
}
