//! The accept loop, over real sockets: time-outs, caps, slow readers, and how it stops.

use axum::{
    Router,
    body::{Body, Bytes},
    extract::ConnectInfo,
    routing::get,
};
use futures_util::stream;
use rollcall_server::{connections, limits::ConnectionLimits};
use std::{convert::Infallible, net::SocketAddr, sync::Arc, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpSocket, TcpStream},
    sync::{Notify, mpsc, watch},
    task::JoinHandle,
    time::timeout,
};

const SHORT: Duration = Duration::from_millis(150);
/// Nothing here takes so long unless it hangs.
const LONG: Duration = Duration::from_secs(20);

/// Time-outs that a test never meets, and no caps.
const PATIENT: ConnectionLimits =
    ConnectionLimits { all: 100, by_address: 100, header: LONG, body: LONG, stall: LONG, rate: 8 * 1024 };

struct Open {
    address: SocketAddr,
    stop: watch::Sender<bool>,
    served: JoinHandle<()>,
}

impl Open {
    async fn new(router: Router, limits: ConnectionLimits, behind_proxy: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopping) = watch::channel(false);
        let served = tokio::spawn(connections::serve(listener, router, limits, behind_proxy, stopping));
        Self { address, stop, served }
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }
}

/// A server that says from where it is asked.
fn plain() -> Router {
    Router::new().route("/", get(|ConnectInfo(from): ConnectInfo<SocketAddr>| async move { from.ip().to_string() }))
}

/// Sends a request, and reads until its answer is there. False: the connection was closed.
async fn ask(socket: &mut TcpStream) -> bool {
    if socket.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.is_err() {
        return false;
    }
    let (mut answer, mut some) = (Vec::new(), [0; 4096]);
    while !answer.ends_with(b"127.0.0.1") {
        match timeout(LONG, socket.read(&mut some)).await.expect("no answer") {
            Ok(0) | Err(_) => return false,
            Ok(count) => answer.extend_from_slice(&some[..count]),
        }
    }
    answer.starts_with(b"HTTP/1.1 200")
}

/// Waits until the server closes the connection.
async fn closed(socket: &mut TcpStream) {
    let mut rest = Vec::new();
    let _ = timeout(LONG, socket.read_to_end(&mut rest)).await.expect("it stays open");
}

#[tokio::test]
async fn whoever_does_not_ask_is_cut_off() {
    let open = Open::new(plain(), ConnectionLimits { header: SHORT, ..PATIENT }, false).await;
    let mut silent = open.connect().await;
    let mut half = open.connect().await;
    half.write_all(b"GET / HTTP/1.1\r\nhost:").await.unwrap();
    let mut idle = open.connect().await;
    assert!(ask(&mut idle).await && ask(&mut idle).await, "a connection serves one request after the other");
    for socket in [&mut silent, &mut half, &mut idle] {
        closed(socket).await;
    }
}

#[tokio::test]
async fn an_address_holds_so_many_connections() {
    let open = Open::new(plain(), ConnectionLimits { by_address: 2, ..PATIENT }, false).await;
    let (mut first, mut second) = (open.connect().await, open.connect().await);
    assert!(ask(&mut first).await && ask(&mut second).await);
    assert!(!ask(&mut open.connect().await).await);
    drop(first);
    // It has gone once the server has noticed.
    timeout(LONG, async { while !ask(&mut open.connect().await).await {} }).await.unwrap();
    assert!(ask(&mut second).await, "the others never notice");
}

#[tokio::test]
async fn the_server_holds_so_many_connections() {
    let limits = ConnectionLimits { all: 2, by_address: 1, ..PATIENT };
    // Behind a proxy all come from one address.
    let open = Open::new(plain(), limits, true).await;
    let (mut first, mut second) = (open.connect().await, open.connect().await);
    assert!(ask(&mut first).await && ask(&mut second).await);
    assert!(!ask(&mut open.connect().await).await);
}

/// Answers without an end; says when one is dropped.
fn endless(chunk: usize, pause: Duration) -> (Router, mpsc::UnboundedReceiver<()>) {
    struct Dropped(mpsc::UnboundedSender<()>);
    impl Drop for Dropped {
        fn drop(&mut self) {
            let _ = self.0.send(());
        }
    }
    let (dropped, gone) = mpsc::unbounded_channel();
    let answer = move || {
        let dropped = Dropped(dropped.clone());
        async move {
            Body::from_stream(stream::unfold(dropped, move |dropped| async move {
                tokio::time::sleep(pause).await;
                Some((Ok::<_, Infallible>(Bytes::from(vec![b'.'; chunk])), dropped))
            }))
        }
    };
    (Router::new().route("/", get(answer)), gone)
}

#[tokio::test]
async fn whoever_does_not_read_is_cut_off() {
    let (router, mut gone) = endless(64 * 1024, Duration::ZERO);
    let open = Open::new(router, ConnectionLimits { stall: SHORT, ..PATIENT }, false).await;
    let mut lazy = open.connect().await;
    lazy.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    timeout(LONG, gone.recv()).await.expect("its answer is still kept");
    closed(&mut lazy).await;
}

/// A byte now and then is no reading: it would hold an answer for hours.
#[tokio::test]
async fn whoever_reads_a_byte_now_and_then_is_cut_off() {
    let (router, mut gone) = endless(64 * 1024, Duration::ZERO);
    let open = Open::new(router, ConnectionLimits { stall: SHORT, ..PATIENT }, false).await;
    let mut slow = open.connect().await;
    slow.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    let sips = async {
        let mut byte = [0];
        while slow.read(&mut byte).await.is_ok_and(|count| count > 0) {
            tokio::time::sleep(SHORT / 10).await;
        }
    };
    tokio::select! {
        () = sips => {}
        dropped = timeout(LONG, gone.recv()) => assert!(dropped.is_ok(), "its answer is still kept"),
    }
}

/// Whoever reads a good part each time but slowly on the whole would keep a long answer for hours.
#[tokio::test]
async fn whoever_reads_too_slowly_on_the_whole_is_cut_off() {
    let (router, mut gone) = endless(64 * 1024, Duration::ZERO);
    let open = Open::new(router, ConnectionLimits { stall: SHORT, rate: u32::MAX, ..PATIENT }, false).await;
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(64 * 1024).unwrap();
    let mut slow = socket.connect(open.address).await.unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    let draughts = async {
        // More than the system keeps for it, so that the server gets on with its answer each time.
        let mut much = vec![0; 1024 * 1024];
        while slow.read_exact(&mut much).await.is_ok() {
            tokio::time::sleep(SHORT / 2).await;
        }
    };
    tokio::select! {
        () = draughts => {}
        dropped = timeout(LONG, gone.recv()) => assert!(dropped.is_ok(), "its answer is still kept"),
    }
}

/// A live stream says little, for long: neither its silence nor its length ends it.
#[tokio::test]
async fn a_stream_goes_on() {
    let (router, mut gone) = endless(1, SHORT / 3);
    let open = Open::new(router, ConnectionLimits { header: SHORT, stall: SHORT, ..PATIENT }, false).await;
    let mut reader = open.connect().await;
    reader.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    let (mut dots, mut some) = (0, [0; 4096]);
    while dots < 20 {
        let count = timeout(LONG, reader.read(&mut some)).await.unwrap().unwrap();
        assert!(count > 0, "it was ended");
        dots += some[..count].iter().filter(|byte| **byte == b'.').count();
    }
    assert!(gone.try_recv().is_err());
}

#[tokio::test]
async fn what_has_begun_ends_before_the_server_does() {
    let (asked, answer) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let handler = {
        let (asked, answer) = (asked.clone(), answer.clone());
        move || async move {
            asked.notify_one();
            answer.notified().await;
            "127.0.0.1"
        }
    };
    let open = Open::new(Router::new().route("/", get(handler)), PATIENT, false).await;
    let mut idle = open.connect().await;
    let mut socket = open.connect().await;
    let asking = tokio::spawn(async move { ask(&mut socket).await });
    asked.notified().await;
    open.stop.send_replace(true);
    drop(idle.shutdown().await);
    drop(idle);
    // Nobody else is let in.
    timeout(LONG, async { while TcpStream::connect(open.address).await.is_ok() {} }).await.unwrap();
    assert!(!open.served.is_finished());
    answer.notify_one();
    assert!(asking.await.unwrap(), "it got its answer");
    timeout(LONG, open.served).await.expect("it does not end").unwrap();
}
