//! The live stream: the server says that there is news, and the next exchange fetches it.

use super::{inner::Inner, sync};
use crate::{
    Link,
    browser::stream::{Stream, Told},
};
use serde::Deserialize;
use std::rc::Rc;

/// The leader's live stream.
#[derive(Default)]
pub struct Live {
    stream: Option<Stream>,
}

impl Live {
    pub fn close(&mut self) {
        self.stream = None;
    }
}

/// Opens the stream, if none is open.
pub fn open(inner: &Rc<Inner>) {
    if inner.syncing.borrow().live.stream.is_some() {
        return;
    }
    let weak = Rc::downgrade(inner);
    let told = move |told| {
        let Some(inner) = weak.upgrade() else { return };
        match told {
            // Anything may have happened before it was open.
            Told::Open => sync::start(&inner),
            Told::Event(data) => {
                let known = inner.replica.borrow().cursor().map(|cursor| cursor.version);
                // What this tab sent itself it knows already.
                match version(&data) {
                    None => sync::start(&inner),
                    Some(version) => sync::told(&inner, version, Some(version) > known),
                }
            }
            Told::Broken { for_good } => {
                if for_good {
                    // Opened again after the next exchange that goes well.
                    inner.syncing.borrow_mut().live.close();
                }
                // The exchange finds out what is wrong; one that failed already will be tried again in its own time.
                if inner.state.borrow().link == Link::Online {
                    sync::start(&inner);
                }
            }
        }
    };
    let stream = Stream::open(&format!("/api/tenants/{}/live", inner.place.tenant), "version", told);
    inner.syncing.borrow_mut().live.stream = stream;
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
