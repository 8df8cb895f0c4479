//! How often what goes wrong: once in so many times; 0 is never.

/// How often what goes wrong.
#[derive(Clone, Debug)]
pub struct Rates {
    // At an edge of a transaction in a browser.
    pub kill: u32,
    pub crash: u32,
    pub power: u32,
    pub freeze: u32,
    pub handle: u32,
    pub evict: u32,
    pub full: u32,
    pub refuse: u32,
    // On the network.
    pub lost_request: u32,
    pub lost_answer: u32,
    pub twice: u32,
    pub lost_message: u32,
    // In the server and its store.
    pub store_fails: u32,
    pub node_dies: u32,
    pub unsure_commit: u32,
    pub lost_notice: u32,
    /// An answer by a server that is not updated yet, and does not understand the page.
    pub older_server: u32,
    /// An answer in the server's place, by a network that wants a sign-in or a proxy.
    pub foreign: u32,
    /// The server asks for a pause.
    pub slowed: u32,
    // Mail.
    pub mail_refused: u32,
    pub mail_unavailable: u32,
    pub mail_lost: u32,
    pub mail_late: u32,
    /// Whether the driver brings about what the others don't: partitions, restores, copies, clocks, ended sessions.
    pub troubles: bool,
}

impl Rates {
    /// Nothing goes wrong.
    pub fn none() -> Self {
        Self {
            kill: 0,
            crash: 0,
            power: 0,
            freeze: 0,
            handle: 0,
            evict: 0,
            full: 0,
            refuse: 0,
            lost_request: 0,
            lost_answer: 0,
            twice: 0,
            lost_message: 0,
            store_fails: 0,
            node_dies: 0,
            unsure_commit: 0,
            lost_notice: 0,
            older_server: 0,
            foreign: 0,
            slowed: 0,
            mail_refused: 0,
            mail_unavailable: 0,
            mail_lost: 0,
            mail_late: 0,
            troubles: false,
        }
    }

    /// Everything goes wrong, each thing often enough to meet the others.
    pub fn rough() -> Self {
        Self {
            kill: 300,
            crash: 500,
            power: 700,
            freeze: 300,
            handle: 250,
            evict: 2_000,
            full: 200,
            refuse: 60,
            lost_request: 15,
            lost_answer: 12,
            twice: 15,
            lost_message: 8,
            store_fails: 150,
            node_dies: 250,
            unsure_commit: 60,
            lost_notice: 4,
            older_server: 60,
            foreign: 40,
            slowed: 60,
            mail_refused: 25,
            mail_unavailable: 15,
            mail_lost: 30,
            mail_late: 15,
            troubles: true,
        }
    }
}
