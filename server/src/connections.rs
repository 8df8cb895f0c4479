//! The connections of a server: how many there may be, how long a client may take to ask, and an end to those that do not
//! read what they are answered. Nobody who holds connections open for nothing keeps others out.

use crate::{
    limits::ConnectionLimits,
    network::household,
    pace::{Pace, Paced},
};
use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use socket2::SockRef;
use std::{
    collections::HashMap,
    io,
    net::{IpAddr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
};
use tower::ServiceExt;

/// How long to wait when the system gives no more connections: its files ran out.
const NO_FILES: Duration = Duration::from_secs(1);
/// The most bytes of a connection that wait to be read or written; headers have to fit in.
const BUFFER: usize = 64 * 1024;
/// What the operating system keeps of an answer that was not received yet: enough for fast networks over long distances. Left
/// to itself it keeps megabytes for whoever does not read, and tells of no progress before a third of them are gone.
const UNRECEIVED: usize = 256 * 1024;

/// Serves until `stop` turns true, then until all that has begun has ended.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: ConnectionLimits,
    behind_proxy: bool,
    mut stop: watch::Receiver<bool>,
) {
    // Behind a proxy all connections come from one address.
    let by_address = if behind_proxy { usize::MAX } else { limits.by_address };
    let slots = Slots(Arc::new(Taken { open: Mutex::default(), all: limits.all, by_address }));
    // Closed once the last connection has dropped its half.
    let (open, _) = watch::channel(());
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stop.wait_for(|stop| *stop) => break,
        };
        match accepted {
            Ok((socket, from)) => {
                let Some(slot) = slots.take(from.ip()) else {
                    tracing::debug!(%from, "too many connections");
                    continue;
                };
                let connection = Connection { from, limits, router: router.clone(), stop: stop.clone() };
                let held = open.subscribe();
                tokio::spawn(async move {
                    connection.serve(socket).await;
                    drop((slot, held));
                });
            }
            // That one is gone; the next may not be.
            Err(error) if of_one(&error) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be accepted");
                tokio::time::sleep(NO_FILES).await;
            }
        }
    }
    drop(listener);
    open.closed().await;
}

/// Whether the error is about the connection that was to be accepted, and not about the server.
fn of_one(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionRefused | ConnectionAborted | ConnectionReset)
}

struct Connection {
    from: SocketAddr,
    limits: ConnectionLimits,
    router: Router,
    stop: watch::Receiver<bool>,
}

impl Connection {
    async fn serve(self, socket: TcpStream) {
        let Self { from, limits, router, mut stop } = self;
        // Answers are written whole, so nothing is gained by waiting for more to send.
        let _ = socket.set_nodelay(true);
        let _ = SockRef::from(&socket).set_send_buffer_size(UNRECEIVED);
        let pace = Pace { stall: limits.stall, rate: limits.rate };
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(from));
            router.clone().oneshot(request.map(Body::new))
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            // Between two requests as well.
            .header_read_timeout(limits.header)
            .max_buf_size(BUFFER)
            .serve_connection(TokioIo::new(Paced::new(socket, pace)), service);
        let mut connection = std::pin::pin!(connection);
        let stopped = async { drop(stop.wait_for(|stop| *stop).await) };
        let ended = tokio::select! {
            ended = connection.as_mut() => ended,
            () = stopped => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        if let Err(error) = ended {
            tracing::debug!(%from, %error, "a connection broke off");
        }
    }
}

/// Which addresses hold how many connections.
#[derive(Clone)]
struct Slots(Arc<Taken>);

struct Taken {
    open: Mutex<Open>,
    all: usize,
    by_address: usize,
}

#[derive(Default)]
struct Open {
    all: usize,
    by_address: HashMap<IpAddr, usize>,
}

/// A place for one connection.
struct Slot {
    taken: Slots,
    address: IpAddr,
}

impl Slots {
    /// A place for a connection from this address, if there is one left.
    fn take(&self, from: IpAddr) -> Option<Slot> {
        let address = household(from);
        let mut open = self.0.open.lock().unwrap_or_else(PoisonError::into_inner);
        let here = open.by_address.get(&address).copied().unwrap_or_default();
        if open.all >= self.0.all || here >= self.0.by_address {
            return None;
        }
        open.all += 1;
        open.by_address.insert(address, here + 1);
        Some(Slot { taken: self.clone(), address })
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        let mut open = self.taken.0.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.all = open.all.saturating_sub(1);
        if let Some(here) = open.by_address.get_mut(&self.address) {
            *here = here.saturating_sub(1);
            if *here == 0 {
                open.by_address.remove(&self.address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_and_all_together_hold_so_many() {
        let address = |text: &str| text.parse::<IpAddr>().unwrap();
        let slots = Slots(Arc::new(Taken { open: Mutex::default(), all: 3, by_address: 2 }));
        let first = slots.take(address("192.0.2.1")).unwrap();
        let second = slots.take(address("::ffff:192.0.2.1")).unwrap();
        assert!(slots.take(address("192.0.2.1")).is_none(), "however it is written");
        let third = slots.take(address("2001:db8::1")).unwrap();
        assert!(slots.take(address("192.0.2.2")).is_none(), "the server is full");
        drop(first);
        let fourth = slots.take(address("2001:db8::2")).unwrap();
        drop(second);
        assert!(slots.take(address("2001:db8::3")).is_none(), "the same household");
        drop((third, fourth));
        assert!(slots.0.open.lock().unwrap().by_address.is_empty(), "nothing is left of who has gone");
    }
}
