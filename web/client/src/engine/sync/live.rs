//! The live stream: the server says that there is news, and the next exchange fetches it.

use super::{self as sync, super::inner::Inner};
use crate::{
    Link,
    browser::{
        page,
        stream::{Stream, Told},
        timer::Timer,
    },
};
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
            Told::Open => sync::start(&inner),
            Told::Event(data) => {
                inner.syncing.borrow_mut().live.refused.reset();
                let known = inner.replica.borrow().cursor().map(|cursor| cursor.version);
                // What this tab sent itself it knows already.
                match version(&data) {
                    None => sync::start(&inner),
                    Some(version) => sync::told(&inner, version, Some(version) > known),
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
    let stream = Stream::open(&format!("/api/tenants/{}/live", inner.place.tenant), "version", told);
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

/// The data of a `version` event: the tenant's version.
#[derive(Deserialize)]
struct Version {
    version: u64,
}

fn version(data: &str) -> Option<u64> {
    serde_json::from_str::<Version>(data).ok().map(|told| told.version)
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_event_says_the_version() {
        assert_eq!(super::version("{\"version\":7}"), Some(7));
        assert_eq!(super::version("{\"later\":{}}"), None);
        assert_eq!(super::version(""), None);
    }
}
