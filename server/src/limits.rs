//! How much of everything the server takes: one place, so that an operator, a test and the simulator can set it.

use rollcall_core::{
    command::MAX_CHANGES,
    sync::{LARGE, MAX_COMMANDS},
    time::Span,
};
use std::time::Duration;

/// Every limit that can be set.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    pub mail: MailBudget,
    pub tries: Tries,
    pub hashing: Hashing,
    pub connections: ConnectionLimits,
    pub streams: StreamLimits,
    pub work: WorkLimits,
    pub turns: Turns,
    pub bodies: Bodies,
    pub answers: Answers,
    pub tenants: Tuning,
    pub jobs: JobLimits,
    pub patience: Patience,
}

/// From which sizes on an organisation is served another way, which gives the same answers.
#[derive(Clone, Copy, Debug)]
pub struct Tuning {
    /// A view of an organisation of at most so many records is read at once …
    pub at_once: usize,
    /// … if that comes to at most so many bytes. What is more is read in turns, and counted until it was sent.
    pub bytes_at_once: usize,
    /// Records of a larger one looked at before somebody else has a turn: about a millisecond's work. Each KiB of a picture
    /// counts as one.
    pub slice: usize,
    /// The most messages that are committed together.
    pub group: usize,
    /// So many commands are enough for a transaction, however few messages they came in: the others wait for it to end.
    pub commands: usize,
    /// So much is changed in a transaction, and by all commands of a dry run together; then the others wait for the next one,
    /// or are refused. One command may change as much.
    pub changes: usize,
    /// Changes decided before other tasks of the thread have a turn: about a millisecond's work. A refusal counts as ten, one
    /// of a command that would change too much as a whole turn.
    pub decided: usize,
    /// Changed keys that are remembered: enough for a large import; an older cursor asks the store.
    pub remembered: usize,
    /// Devices whose highest number is remembered: an older one asks the store.
    pub devices: usize,
    /// In an organisation of so many records a client is asked what it holds before a whole view is sent.
    pub worth_asking: usize,
    /// After so many looks for news, five seconds apart, without any message the directory leaves the memory.
    pub idle: u32,
}

impl Default for Tuning {
    fn default() -> Self {
        Self {
            at_once: LARGE,
            bytes_at_once: 256 * 1024,
            slice: 1_000,
            group: 256,
            commands: 2 * MAX_COMMANDS,
            changes: MAX_CHANGES,
            decided: 200,
            remembered: 50_000,
            devices: 20_000,
            worth_asking: LARGE,
            idle: 120,
        }
    }
}

/// How much of the work behind commits one node takes on.
#[derive(Clone, Copy, Debug)]
pub struct JobLimits {
    /// How many jobs are claimed at once.
    pub claimed: u32,
    /// How many of them run at once; of one organisation, half as many.
    pub abreast: u32,
    /// After so many tries, which take about a day, a job is given up and counted as failed.
    pub tries: u32,
    /// How many rows of the audit log are read, and at most rewritten, together when a person is erased.
    pub rows: u32,
}

impl Default for JobLimits {
    fn default() -> Self {
        Self { claimed: 32, abreast: 8, tries: 32, rows: 100 }
    }
}

/// How long a person waits for each of its organisations where all of them are asked: one that takes longer is told as
/// unavailable at sign-in, and is left out of the words that are no password and of the choice of a mail's language.
#[derive(Clone, Copy, Debug)]
pub struct Patience(pub Duration);

impl Default for Patience {
    fn default() -> Self {
        Self(Duration::from_secs(3))
    }
}

/// What hashing a password takes.
#[derive(Clone, Copy, Debug)]
pub struct Hashing {
    /// In KiB.
    pub memory: u32,
    pub passes: u32,
    /// Hash, and compute whatever else takes long, in the server's own threads: for a simulation, which has one.
    pub inline: bool,
}

impl Default for Hashing {
    /// What OWASP names for Argon2id.
    fn default() -> Self {
        Self { memory: 19 * 1024, passes: 2, inline: false }
    }
}

/// How many mails are sent in a window; what is over waits for the next one.
#[derive(Clone, Copy, Debug)]
pub struct MailBudget {
    /// Of each kind, for one organisation.
    pub organisation: u32,
    /// To one address, whichever organisations they come from.
    pub address: u32,
    /// To one account whose password somebody says it forgot, and for one text that it typed. Counted apart from all others,
    /// so that no stranger delays an invitation; what is over is not sent, for the mailbox has as many links by then.
    pub forgotten: u32,
    pub window: Span,
}

impl Default for MailBudget {
    fn default() -> Self {
        Self { organisation: 2_000, address: 20, forgotten: 5, window: Span::hours(1) }
    }
}

/// How often somebody may try to get in, from one place of the network, until it is turned away without being looked at.
/// Passwords, codes and links count alike; what was right is taken back.
#[derive(Clone, Copy, Debug)]
pub struct Tries {
    /// From one IPv4 address, or the half of an IPv6 address that a provider gives to a household: an office shares one.
    pub network: u32,
    /// From the first 48 bits of an IPv6 address, which is what one customer can have.
    pub site: u32,
    /// On one device on which somebody signed in before, whatever network it is in.
    pub device: u32,
    pub window: Span,
    /// How many of those are remembered at once, in each process: about a hundred bytes each.
    pub table: usize,
}

impl Default for Tries {
    fn default() -> Self {
        Self { network: 60, site: 240, device: 20, window: Span(15 * 60_000), table: 65_536 }
    }
}

/// How many connections there may be, and how long their clients may take.
#[derive(Clone, Copy, Debug)]
pub struct ConnectionLimits {
    /// Altogether. Each takes a file of the process and some memory.
    pub all: usize,
    /// From one address of the network, or one household of IPv6; not counted behind a proxy. An office of 500 people with
    /// two connections each shares one.
    pub by_address: usize,
    /// Until the head of a request is there, from the end of the one before: longer than proxies and browsers keep an idle
    /// connection that they want to use again, or they would meet one that was just closed.
    pub header: Duration,
    /// Until the body of a request is there. A whole request has half a minute.
    pub body: Duration,
    /// How long a client may read nothing of what waits for it.
    pub stall: Duration,
    /// Bytes a second that a client has to read over a long answer. The slowest mobile networks carry them.
    pub rate: u32,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        let (header, body, stall) = (seconds(30), seconds(20), seconds(30));
        Self { all: 8_192, by_address: 1_024, header, body, stall, rate: 8 * 1024 }
    }
}

/// How many live streams may be open on this node. A page holds one, whatever the number of its tabs.
#[derive(Clone, Copy, Debug)]
pub struct StreamLimits {
    /// Of one user: of a person's devices, and of reloads whose loss was not noticed yet. One more closes the oldest.
    pub user: usize,
    pub tenant: usize,
    /// Fewer than connections, so that there is always one left for a request.
    pub all: usize,
    /// How long a page does without a stream that made room for another one. It asks for news now and then meanwhile.
    pub again: Duration,
    /// How often a stream looks whether its session goes on. What this process ended it learns at once; this is for what
    /// other processes did.
    pub look: Duration,
}

impl Default for StreamLimits {
    fn default() -> Self {
        let (again, look) = (Duration::from_secs(300), Duration::from_secs(10));
        Self { user: 16, tenant: 4_096, all: 6_144, again, look }
    }
}

/// What one user may have done on this node; what is over is asked to come again later. An import of 50,000 rows is 50,000
/// to 100,000 commands and some 30 MB, and goes through without a pause.
#[derive(Clone, Copy, Debug)]
pub struct WorkLimits {
    /// Commands a minute, in the long run. One that changes much counts as several.
    pub commands: u32,
    /// How many minutes' commands may come at once, from whoever has sent nothing for a while.
    pub burst: u32,
    /// Bytes of requests in a window: an import, and some ten thousand pictures.
    pub bytes: u64,
    pub window: Span,
}

impl Default for WorkLimits {
    fn default() -> Self {
        Self { commands: 10_000, burst: 10, bytes: 1 << 30, window: Span::days(1) }
    }
}

/// How much of something a user, an organisation and all have at a time; who wants more waits its turn.
#[derive(Clone, Copy, Debug)]
pub struct ShareLimits {
    pub user: u32,
    pub tenant: u32,
    pub all: u32,
}

/// Requests with work that are read or done at a time. What commands changed is counted when they are done: so many requests of
/// a user may find room before it is.
#[derive(Clone, Copy, Debug)]
pub struct Turns(pub ShareLimits);

impl Default for Turns {
    fn default() -> Self {
        Self(ShareLimits { user: 16, tenant: u32::MAX, all: u32::MAX })
    }
}

/// KiB of large bodies that are read, or worked on, at a time. One has 8 MiB at most; small ones are not counted.
#[derive(Clone, Copy, Debug)]
pub struct Bodies(pub ShareLimits);

impl Default for Bodies {
    fn default() -> Self {
        Self(ShareLimits { user: 16 * 1024, tenant: 64 * 1024, all: 256 * 1024 })
    }
}

/// KiB of large answers that are read, written, or sent and not yet received, at a time; small ones are not counted. A longer
/// one than a user may have takes all that the user may have.
#[derive(Clone, Copy, Debug)]
pub struct Answers(pub ShareLimits);

impl Default for Answers {
    fn default() -> Self {
        Self(ShareLimits { user: 64 * 1024, tenant: 256 * 1024, all: 1024 * 1024 })
    }
}
