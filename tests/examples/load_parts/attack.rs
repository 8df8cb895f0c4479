//! What attackers do, each in a thread of its own, at a stated pace; and a sink that can be attacked in the server's place, to
//! see what the attackers alone cost a machine that they share with it.

use crate::world::Place;
use rollcall_core::id::DeviceId;
use std::{
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpSocket, TcpStream},
    sync::oneshot,
    task::JoinSet,
    time::{interval, sleep},
};

/// Where attacks come from.
const ATTACKER: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(127, 0, 0, 2)), 0);
/// Sign-in tries a second, over so many connections.
const TRIES: u64 = 2_000;
const TRIERS: u64 = 8;
const HALF_OPEN: usize = 1_000;
/// 16 bodies a second are what a link of a gigabit carries.
const SENDERS: u32 = 4;
const BODIES: u32 = 16;
const LARGE: usize = 8 * 1024 * 1024;
const SLOW_READERS: usize = 100;
/// What each of them reads in a second.
const SIP: usize = 1_024;
/// An attacker that was cut off is back after so long.
const AGAIN: Duration = Duration::from_millis(20);

/// An attack: what it is called, what is counted of it, and how it is begun on a server by somebody who has an organisation
/// there.
pub struct Attack {
    pub name: &'static str,
    pub counted: &'static str,
    begin: fn(SocketAddr, &Place, &Count) -> JoinSet<()>,
}

/// All of them.
pub const ATTACKS: [Attack; 4] = [
    Attack { name: "2,000 sign-in tries a second", counted: "tries answered a second", begin: sign_ins },
    Attack { name: "1,000 half-open connections", counted: "connections opened a second", begin: half_open },
    Attack { name: "bodies of 8 MiB without an end", counted: "bodies sent a second", begin: bodies },
    Attack { name: "100 slow readers", counted: "views asked for a second", begin: slow_readers },
];

/// How often something was done.
type Count = Arc<AtomicU64>;

/// An attack that goes on.
pub struct Attacking {
    stop: oneshot::Sender<()>,
    attackers: thread::JoinHandle<Duration>,
    begun: Instant,
    count: Count,
}

/// What an attack came to.
pub struct Came {
    /// Times a second.
    pub rate: f64,
    /// The attackers' share of one core.
    pub share: f64,
}

impl Attack {
    /// Begins it.
    pub fn begin(&self, address: SocketAddr, place: &Place) -> Attacking {
        let (stop, stopped) = oneshot::channel::<()>();
        let (count, place, begin) = (Count::default(), place.clone(), self.begin);
        let counted = count.clone();
        let attackers = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let attacking = begin(address, &place, &counted);
                let _ = stopped.await;
                drop(attacking);
            });
            used()
        });
        Attacking { stop, attackers, begun: Instant::now(), count }
    }
}

impl Attacking {
    /// Ends it.
    pub fn end(self) -> Came {
        let (count, lasted) = (self.count.load(Ordering::Relaxed), self.begun.elapsed().as_secs_f64());
        drop(self.stop);
        let used = self.attackers.join().expect("the attackers");
        Came { rate: count as f64 / lasted, share: used.as_secs_f64() / lasted }
    }
}

/// The processor's time that this thread has had.
fn used() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(told.split(' ').next().and_then(|nanos| nanos.parse().ok()).unwrap_or_default())
}

/// Something that takes all that comes, and answers a little, with as little work as there can be.
pub fn sink() -> SocketAddr {
    const ANSWER: &[u8] = b"HTTP/1.1 429 Too Many Requests\r\ncontent-length: 0\r\n\r\n";
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    listener.set_nonblocking(true).expect("an option");
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = TcpListener::from_std(listener).expect("a listener");
            while let Ok((mut socket, _)) = listener.accept().await {
                tokio::spawn(async move {
                    let mut some = vec![0; 64 * 1024];
                    // A half-open request is waited for, as a server waits.
                    while let Ok(count @ 1..) = socket.read(&mut some).await {
                        if count > 64 && count < some.len() && socket.write_all(ANSWER).await.is_err() {
                            return;
                        }
                    }
                });
            }
        });
    });
    address
}

async fn connect(address: SocketAddr) -> io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(ATTACKER)?;
    socket.connect(address).await
}

/// Does it again and again, a little later when it ended or failed.
async fn again_and_again<F: Future<Output = io::Result<()>>>(mut act: impl FnMut() -> F) {
    loop {
        let _ = act().await;
        sleep(AGAIN).await;
    }
}

fn sign_ins(address: SocketAddr, _: &Place, answered: &Count) -> JoinSet<()> {
    let body = r#"{"identifier":"ann@bench.io","password":"not the password"}"#;
    let request = format!(
        "POST /api/v1/session HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    let try_on = move |request: String, answered: Count| async move {
        let (mut answers, mut tries) = connect(address).await?.into_split();
        let reading = async move {
            let mut some = vec![0; 16 * 1024];
            loop {
                let count = answers.read(&mut some).await?;
                if count == 0 {
                    return io::Result::Ok(());
                }
                let begun = some.get(..count).unwrap_or_default().windows(9).filter(|text| text == b"HTTP/1.1 ");
                answered.fetch_add(begun.count() as u64, Ordering::Relaxed);
            }
        };
        let sending = async move {
            // What could not be sent in time is sent at once afterwards.
            let mut turns = interval(Duration::from_micros(1_000_000 * TRIERS / TRIES));
            loop {
                turns.tick().await;
                tries.write_all(request.as_bytes()).await?;
            }
        };
        tokio::select! {
            ended = reading => ended,
            ended = sending => ended,
        }
    };
    let one = |_| {
        let (request, answered) = (request.clone(), answered.clone());
        again_and_again(move || try_on(request.clone(), answered.clone()))
    };
    (0..TRIERS).map(one).collect()
}

fn half_open(address: SocketAddr, _: &Place, opened: &Count) -> JoinSet<()> {
    let hold = move |opened: Count| async move {
        let mut socket = connect(address).await?;
        socket.write_all(b"GET / HTTP/1.1\r\nho").await?;
        opened.fetch_add(1, Ordering::Relaxed);
        socket.read_exact(&mut [0]).await.map(drop)
    };
    let one = |_| {
        let opened = opened.clone();
        again_and_again(move || hold(opened.clone()))
    };
    (0..HALF_OPEN).map(one).collect()
}

fn bodies(address: SocketAddr, place: &Place, sent: &Count) -> JoinSet<()> {
    let head = format!(
        "POST /api/v1/tenants/{}/sync HTTP/1.1\r\nhost: bench\r\ncookie: {}\r\ncontent-type: application/json\r\n\
         content-length: {LARGE}\r\nconnection: close\r\n\r\n",
        place.tenant, place.cookie
    );
    let send = move |head: String, sent: Count| async move {
        let mut socket = connect(address).await?;
        socket.write_all(head.as_bytes()).await?;
        // A list that has no end: it is read to the last byte.
        socket.write_all(br#"{"protocol":3,"commands":["#).await?;
        let some = b"0,".repeat(32 * 1024);
        for _ in 0..LARGE / some.len() {
            socket.write_all(&some).await?;
        }
        sent.fetch_add(1, Ordering::Relaxed);
        let mut answer = Vec::new();
        socket.read_to_end(&mut answer).await.map(drop)
    };
    let one = |_| {
        let (head, sent) = (head.clone(), sent.clone());
        async move {
            let mut turns = interval(Duration::from_secs(1) * SENDERS / BODIES);
            loop {
                turns.tick().await;
                let _ = send(head.clone(), sent.clone()).await;
            }
        }
    };
    (0..SENDERS).map(one).collect()
}

fn slow_readers(address: SocketAddr, place: &Place, asked: &Count) -> JoinSet<()> {
    let body = format!(
        r#"{{"protocol":3,"user":"{}","device":"{}","cursor":null,"commands":[],"held":null}}"#,
        place.owner,
        DeviceId::fixed(2)
    );
    let request = |encoding: &str| {
        format!(
            "POST /api/v1/tenants/{}/sync HTTP/1.1\r\nhost: bench\r\ncookie: {}\r\naccept-encoding: {encoding}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            place.tenant,
            place.cookie,
            body.len()
        )
    };
    let ask = move |request: String, asked: Count| async move {
        let mut socket = connect(address).await?;
        // A view each time, of which hardly anything is read until the server gives up.
        socket.write_all(request.as_bytes()).await?;
        asked.fetch_add(1, Ordering::Relaxed);
        let mut sip = [0; SIP];
        loop {
            sleep(Duration::from_secs(1)).await;
            if socket.read(&mut sip).await? == 0 {
                return Ok(());
            }
        }
    };
    let one = |n| {
        // Compressed is the more to do, plain the more to keep.
        let (request, asked) = (request(if n % 2 == 0 { "br" } else { "identity" }), asked.clone());
        again_and_again(move || ask(request.clone(), asked.clone()))
    };
    (0..SLOW_READERS).map(one).collect()
}
