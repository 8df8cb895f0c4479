//! All live streams of one server, polled by one task in the order in which they were opened: tokio wakes those who watch
//! a value in an order that it draws by lot, and lots that no seed decides would make every run another.

use crate::connection::Life;
use axum::body::{Body, HttpBody};
use rollcall_client::simulated::Sent;
use std::{
    cell::RefCell,
    future::{Future, poll_fn},
    pin::{Pin, pin},
    rc::Rc,
    sync::Arc,
    task::{Context, Poll, Waker},
    time::Duration,
};
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};

/// All live streams of one server.
#[derive(Default)]
pub struct Hub {
    streams: RefCell<Vec<Stream>>,
    waker: RefCell<Option<Waker>>,
}

struct Stream {
    body: Body,
    events: UnboundedSender<Sent>,
}

impl Hub {
    /// A hub that closes with the server's life.
    pub fn open(life: Arc<Life>) -> Rc<Self> {
        let hub = Rc::new(Self::default());
        let polled = hub.clone();
        tokio::task::spawn_local(async move {
            let mut over = pin!(life.over());
            poll_fn(|context| {
                if over.as_mut().poll(context).is_ready() {
                    return Poll::Ready(());
                }
                polled.poll(context);
                Poll::Pending
            })
            .await;
            polled.streams.take();
        });
        hub
    }

    /// One more stream; gives its events as they come.
    pub fn add(&self, body: Body) -> UnboundedReceiver<Sent> {
        let (events, heard) = mpsc::unbounded_channel();
        self.streams.borrow_mut().push(Stream { body, events });
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
        heard
    }

    fn poll(&self, context: &mut Context<'_>) {
        self.waker.replace(Some(context.waker().clone()));
        self.streams.borrow_mut().retain_mut(|stream| stream.poll(context));
    }
}

impl Stream {
    /// Hands on what there is; false when it is at its end, or nobody listens.
    fn poll(&mut self, context: &mut Context<'_>) -> bool {
        loop {
            match Pin::new(&mut self.body).poll_frame(context) {
                Poll::Pending => return !self.events.is_closed(),
                Poll::Ready(Some(Ok(frame))) => {
                    let Ok(bytes) = frame.into_data() else { continue };
                    for event in String::from_utf8_lossy(&bytes).split("\n\n").filter_map(parse) {
                        let _ = self.events.send(event);
                    }
                }
                Poll::Ready(_) => return false,
            }
        }
    }
}

/// A server-sent event (WHATWG HTML, 9.2.6); none for a comment.
fn parse(event: &str) -> Option<Sent> {
    let field = |name: &str| event.lines().find_map(|line| line.strip_prefix(name)).map(|text| text.trim().to_owned());
    let retry = field("retry:").and_then(|millis| millis.parse().ok()).map(Duration::from_millis);
    Some(Sent { name: field("event:")?, data: field("data:")?, retry })
}
