//! `GET /api/tenants/{tenant}/live`: server-sent events, `version` with `{"version":N}` after each commit. It tells that
//! there is news, not what: the client then syncs.

use super::{
    App,
    signed_in::{Member, user_in},
};
use crate::problem::Answer;
use axum::{
    extract::State,
    response::sse::{Event, KeepAlive, Sse},
};
use futures_util::{Stream, stream};
use std::{convert::Infallible, time::Duration};

/// So that proxies keep the stream open, and a lost client is noticed.
const KEEP_ALIVE: Duration = Duration::from_secs(20);

pub async fn get(
    State(app): State<App>,
    Member { session, tenant, user }: Member,
) -> Answer<Sse<impl Stream<Item = Result<Event, Infallible>>>> {
    let watched = app.tenants.tenant(tenant);
    watched.admit(user, session.by).await?;
    let mut version = watched.watch().await?;
    version.mark_changed();
    let place = app.streams.open((tenant, user))?;
    let begun = (version, app, session.token, place, false);
    let events = stream::unfold(begun, move |(mut version, app, token, mut place, told)| async move {
        if told {
            // An ended session ends its streams with the very commit that ended it. Looked at after telling: a version
            // says nothing to who may not sync, and everybody else has it sooner.
            let session = app.store.session(&token, app.clock.now()).await.ok()??;
            user_in(&app, &session, tenant).await.ok()?;
            app.tenants.tenant(tenant).admit(user, session.by).await.ok()?;
        }
        let mut stop = app.stop.subscribe();
        // In this order, because chance would make no run like another.
        tokio::select! {
            biased;
            changed = version.changed() => changed.ok()?,
            _ = stop.wait_for(|stop| *stop) => return None,
            _ = &mut place.replaced => return None,
        }
        let event = Event::default().event("version").data(format!("{{\"version\":{}}}", *version.borrow_and_update()));
        Some((Ok(event), (version, app, token, place, true)))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)))
}
