//! The live stream: the server says that there is news, and the next exchange fetches it.

use super::{self as sync, super::inner::Inner};
use crate::{
    Link,
    backoff::{LONGEST, jittered},
    browser::{
        page,
        stream::{Stream, Told},
        timer::Timer,
    },
};
use rollcall_core::api::API;
use serde::Deserialize;
use std::rc::Rc;

/// Opens the stream, if none is open.
pub fn open(inner: &Rc<Inner>) {
    {
        let live = &inner.syncing.borrow().live;
        if live.stream.is_some() || live.pause.is_some() {
            return;
        }
    }
    let weak = Rc::downgrade(inner);
    let told = move |told| {
        let Some(inner) = weak.upgrade() else { return };
        match told {
            // Anything may have happened before it was open.
            Told::Open => {
                inner.syncing.borrow_mut().live.instead = None;
                sync::start(&inner);
            }
            Told::Event(data) => {
                inner.syncing.borrow_mut().live.refused.reset();
                let known = inner.replica.borrow().cursor().map(|cursor| cursor.version);
                // What this tab sent itself it knows already.
                match version(&data) {
                    None => sync::start(&inner),
                    Some(Version { version, again }) => {
                        if again.is_some() {
                            stand_in(&inner);
                        }
                        sync::told(&inner, version, Some(version) > known);
                    }
                }
            }
            Told::Broken { for_good } => {
                if for_good {
                    refused(&inner);
                } else if inner.state.borrow().link == Link::Online {
                    // The exchange finds out what is wrong; one that failed already will be tried again in its own time.
                    sync::start(&inner);
                }
            }
        }
    };
    let stream = Stream::open(&format!("{API}/tenants/{}/live", inner.place.tenant), "version", told);
    inner.syncing.borrow_mut().live.stream = stream;
}

/// The server, or something in its place, answered with an error. After a while an exchange finds out what is wrong, and
/// when that goes well the stream is opened again.
fn refused(inner: &Rc<Inner>) {
    let mut syncing = inner.syncing.borrow_mut();
    let wait = syncing.live.refused.next(page::random());
    let weak = Rc::downgrade(inner);
    syncing.live.pause = Timer::after(wait, move || {
        let Some(inner) = weak.upgrade() else { return };
        inner.syncing.borrow_mut().live.close();
        if inner.state.borrow().link == Link::Online {
            sync::start(&inner);
        }
    });
}

/// The stream made room for one of another device, and the browser will take its time to connect again, as the server told
/// it to. Meanwhile news are asked for now and then.
fn stand_in(inner: &Rc<Inner>) {
    let weak = Rc::downgrade(inner);
    let timer = Timer::after(jittered(LONGEST, page::random()), move || {
        let Some(inner) = weak.upgrade() else { return };
        stand_in(&inner);
        if inner.state.borrow().link == Link::Online {
            sync::start(&inner);
        }
    });
    inner.syncing.borrow_mut().live.instead = timer;
}

/// The data of a `version` event: the tenant's version.
#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Version {
    version: u64,
    /// The stream ends, and may be opened again in so many seconds. The browser itself waits for that long.
    again: Option<u32>,
}

fn version(data: &str) -> Option<Version> {
    serde_json::from_str(data).ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_event_says_the_version() {
        let told = |version, again| Some(super::Version { version, again });
        assert_eq!(super::version("{\"version\":7}"), told(7, None));
        assert_eq!(super::version("{\"version\":7,\"again\":300}"), told(7, Some(300)));
        assert_eq!(super::version("{\"later\":{}}"), None);
        assert_eq!(super::version(""), None);
    }
}
