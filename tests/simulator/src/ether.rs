//! Between the browsers and the servers: the network that loses, doubles, delays and reorders, and the hand that strikes
//! a browser at the edges of its transactions.

use crate::{
    bug::Bug,
    cookies::Cookies,
    disk::Disk,
    foreign,
    node::{self, Node},
    oracle::{
        ledger::{EVICTED, Ledger},
        wire::{Heard, Told},
    },
    page::Page,
    saboteur,
    universe::Universe,
};
use rollcall_client::{
    Tuning,
    simulated::{Answer, Connected, Edge, IdbError, Local, NoAnswer, Request, Step, Tab, World},
};
use rollcall_core::{
    Timestamp,
    api::tenant_in,
    record,
    sync::{PROTOCOL_VERSION, SyncRequest, SyncResponse, TELLS_HELD, Update},
};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::{Rc, Weak},
    sync::Arc,
    time::Duration,
};

/// The world around the browsers.
pub struct Ether {
    me: Weak<Self>,
    pub universe: Arc<Universe>,
    pub disk: Arc<Disk>,
    pub nodes: RefCell<Vec<Node>>,
    pub lines: RefCell<BTreeMap<u64, Line>>,
    pub told: RefCell<Told>,
    pub ledger: RefCell<Ledger>,
    /// The servers can't be reached by anybody.
    pub cut: Cell<bool>,
}

/// A profile's way to the servers.
#[derive(Clone, Default)]
pub struct Line {
    pub offline: bool,
    pub cookies: Cookies,
    pub page: Page,
}

impl Ether {
    pub fn new(universe: Arc<Universe>, disk: Arc<Disk>) -> Rc<Self> {
        Rc::new_cyclic(|me| Self {
            me: me.clone(),
            universe,
            disk,
            nodes: RefCell::default(),
            lines: RefCell::default(),
            told: RefCell::default(),
            ledger: RefCell::default(),
            cut: Cell::default(),
        })
    }

    /// A server to talk to, and with which cookies; none when there is no way.
    fn way(&self, profile: u64) -> Option<(Node, Cookies)> {
        let line = self.lines.borrow().get(&profile).cloned().unwrap_or_default();
        if line.offline || self.cut.get() {
            return None;
        }
        let nodes = self.nodes.borrow();
        let node = self.universe.one_of(&nodes)?;
        (!node.life.is_over()).then(|| (node.clone(), line.cookies))
    }

    async fn exchange(self: Rc<Self>, profile: u64, request: Request) -> Result<Answer, NoAnswer> {
        let (universe, rates) = (self.universe.clone(), &self.universe.rates);
        tokio::time::sleep(self.latency()).await;
        let (node, cookies) = self.way(profile).ok_or(NoAnswer)?;
        if universe.strikes(rates.lost_request) {
            universe.happened("requests lost", format_args!("of profile {profile}"));
            tokio::time::sleep(Duration::from_secs(30)).await;
            return Err(NoAnswer);
        }
        if universe.strikes(rates.foreign) {
            universe.happened("answers in the server's place", format_args!("to profile {profile}"));
            return Ok(foreign::answer(&universe));
        }
        if universe.strikes(rates.slowed) {
            universe.happened("pauses asked for", format_args!("of profile {profile}"));
            return Ok(foreign::pause(&universe, &request.path));
        }
        if universe.strikes(rates.twice) {
            universe.happened("requests doubled", format_args!("of profile {profile}"));
            let (ether, cookies, request, later) =
                (self.clone(), cookies.clone(), request.clone(), universe.millis(0, 5_000));
            tokio::task::spawn_local(async move {
                tokio::time::sleep(later).await;
                if let Some((node, _)) = ether.way(profile) {
                    ether.serve(profile, &node, &cookies, &request, Heard::No).await;
                }
            });
        }
        // What has arrived is served, whatever becomes of who asked.
        let (giver, answer) = tokio::sync::oneshot::channel();
        let ether = self.clone();
        tokio::task::spawn_local(async move {
            let _ = giver.send(ether.serve(profile, &node, &cookies, &request, Heard::Yes).await);
        });
        let answer = answer.await.ok().flatten().ok_or(NoAnswer)?;
        tokio::time::sleep(self.latency()).await;
        if universe.strikes(rates.lost_answer) || self.way(profile).is_none() {
            universe.happened("answers lost", format_args!("to profile {profile}"));
            return Err(NoAnswer);
        }
        if let Some(line) = self.lines.borrow_mut().get_mut(&profile) {
            line.cookies.take(&answer.headers);
        }
        Ok(answer)
    }

    /// Has a server answer; what it says about a sync is put before the oracle.
    async fn serve(
        &self,
        profile: u64,
        node: &Node,
        cookies: &Cookies,
        request: &Request,
        heard: Heard,
    ) -> Option<Answer> {
        let sync = request.path.ends_with("/sync");
        if sync && self.universe.strikes(self.universe.rates.older_server) {
            self.universe.happened("answers by a server not updated yet", format_args!("to profile {profile}"));
            let body = br#"{"status":409,"title":"","code":"newer_client"}"#.to_vec();
            return Some(Answer { status: 409, headers: node::mark(&request.path), body });
        }
        let request = if sync { &self.of_its_page(profile, request) } else { request };
        let request = if sync { &self.arrives(request) } else { request };
        let mut answer = node.answer(cookies, request).await?;
        if sync && answer.status == 200 {
            let asked: SyncRequest = request.body.as_ref().and_then(|(_, body)| record::decode(body).ok())?;
            if asked.protocol < TELLS_HELD {
                self.universe.count("syncs of old pages");
            }
            let Ok(mut said) = record::decode(&answer.body) else {
                self.universe.wrong(format!("server {} gave an answer that can't be read", node.number));
                return Some(answer);
            };
            ask_what_is_held(&self.universe, &asked, &mut said);
            let tenant = tenant_in(&request.path)?.parse().ok()?;
            self.disk.with_past(tenant, |past| {
                saboteur::server(&self.universe, past, &asked, &mut said);
                self.told.borrow_mut().check(&self.universe, past, &asked, &said, heard);
            })?;
            saboteur::client(&self.universe, &mut said);
            answer.body = record::encode(&said);
            self.universe.count("syncs");
            self.universe.note(format_args!(
                "server {} answers profile {profile}: {:?} with {} commands from {:?}",
                node.number,
                said.cursor,
                asked.commands.len(),
                asked.cursor
            ));
        } else if answer.status >= 300 {
            self.universe.count("error answers");
            let said = String::from_utf8_lossy(&answer.body);
            for (code, what) in [
                ("commands_spent", "requests told to wait for commands"),
                ("bytes_spent", "requests told to wait for bytes"),
                ("too_many_requests", "tries told to wait"),
            ] {
                if answer.status == 429 && said.contains(code) {
                    self.universe.count(what);
                }
            }
            self.universe.note(format_args!("profile {profile} gets {} {said}", answer.status));
        }
        Some(answer)
    }

    /// A request as the page of a profile writes it, which may be an older one.
    fn of_its_page(&self, profile: u64, request: &Request) -> Request {
        let page = self.lines.borrow().get(&profile).map(|line| line.page).unwrap_or_default();
        let body = request.body.as_ref().map(|(kind, body)| (*kind, page.writes(body)));
        Request { path: page.asks(&request.path), body, ..request.clone() }
    }

    /// Takes down what authors say that they saw; a bug that is planted has the server not hear it.
    fn arrives(&self, request: &Request) -> Request {
        let asked = request.body.as_ref().and_then(|(_, body)| record::decode::<SyncRequest>(body).ok());
        let tenant = tenant_in(&request.path).and_then(|tenant| tenant.parse().ok());
        let (Some(mut asked), Some(tenant)) = (asked, tenant) else { return request.clone() };
        self.disk.with_past(tenant, |past| asked.commands.iter().for_each(|envelope| past.authors.note(envelope)));
        if !self.universe.has(Bug::OverwriteUnseen) || asked.protocol != PROTOCOL_VERSION {
            return request.clone();
        }
        asked.commands.iter_mut().for_each(|envelope| envelope.seen = None);
        let body = request.body.as_ref().map(|(kind, _)| (*kind, record::encode(&asked)));
        Request { body, ..request.clone() }
    }

    fn latency(&self) -> Duration {
        // Seldom very long, so that answers overtake each other.
        if self.universe.strikes(20) { self.universe.millis(100, 8_000) } else { self.universe.millis(1, 120) }
    }

    /// What strikes a browser at an edge; whether the tab itself lives on there is nothing to be done about.
    fn strike(&self, tab: &Tab, edge: Edge) -> Result<(), IdbError> {
        let (universe, rates, profile) = (&self.universe, &self.universe.rates, tab.profile());
        let at = format!("profile {}, tab {}, at {edge:?}", profile.id(), tab.id());
        if universe.strikes(rates.kill) {
            universe.happened("tabs killed", format_args!("{at}"));
            tab.kill();
        } else if universe.strikes(rates.crash) {
            universe.happened("browser crashes", format_args!("{at}"));
            profile.crash();
        } else if universe.strikes(rates.power) {
            universe.happened("power losses", format_args!("{at}"));
            profile.lose_power(|at_risk| universe.below(at_risk + 1));
        } else if universe.strikes(rates.freeze) {
            universe.happened("tabs frozen", format_args!("{at}"));
            self.freeze(tab);
        } else if universe.strikes(rates.handle) {
            universe.happened("handles lost", format_args!("{at}"));
            profile.lose_handles(tab);
        } else if universe.strikes(rates.evict) {
            universe.happened("evictions", format_args!("{at}"));
            self.ledger.borrow_mut().excuse(profile, EVICTED);
            profile.evict();
        } else if edge == Edge::Commit && universe.strikes(rates.full) {
            universe.happened("full disks", format_args!("{at}"));
            return Err(IdbError::Full);
        } else if edge == Edge::Open && universe.strikes(rates.refuse) {
            universe.happened("databases refused", format_args!("{at}"));
            return Err(IdbError::Failed("UnknownError".to_owned()));
        }
        Ok(())
    }

    /// Freezes a tab for some seconds.
    pub fn freeze(&self, tab: &Tab) {
        tab.freeze();
        let (tab, wait) = (tab.clone(), self.universe.millis(500, 25_000));
        tokio::task::spawn_local(async move {
            tokio::time::sleep(wait).await;
            tab.thaw();
        });
    }
}

/// A server of a large organisation would ask the client what it holds before it sends a whole view, and tell the
/// difference then; this one's organisation is small, so it is made to.
fn ask_what_is_held(universe: &Universe, asked: &SyncRequest, said: &mut SyncResponse) {
    if !matches!(said.update, Update::Snapshot(_)) {
        return;
    }
    if let (Some(cursor), None) = (asked.cursor, &asked.held)
        && (asked.protocol >= TELLS_HELD || universe.has(Bug::IgnoreProtocol))
        && universe.one_in(2)
    {
        (said.cursor, said.update) = (cursor, Update::Stale);
    }
}

impl World for Ether {
    fn now(&self) -> Timestamp {
        self.universe.now()
    }

    fn random(&self) -> u64 {
        self.universe.number()
    }

    fn takes(&self, step: Step) -> Duration {
        match step {
            Step::Open => self.universe.millis(1, 30),
            Step::Request => self.universe.millis(0, 2),
            Step::Commit => self.universe.millis(0, 12),
            Step::Message => self.universe.millis(0, 5),
        }
    }

    fn edge(&self, tab: &Tab, edge: Edge) -> Result<(), IdbError> {
        if edge == Edge::Committed {
            self.universe.note(format_args!(
                "profile {}, tab {} has written: {}",
                tab.profile().id(),
                tab.id(),
                tab.profile().inventory()
            ));
            self.ledger.borrow_mut().look(tab.profile());
        }
        self.universe.count("transaction edges");
        self.strike(tab, edge)
    }

    fn loses_message(&self) -> bool {
        self.universe.strikes(self.universe.rates.lost_message)
    }

    fn relaxes_all(&self) -> bool {
        self.universe.has(Bug::RelaxedOutbox)
    }

    fn tuning(&self) -> Tuning {
        self.universe.knobs.client
    }

    fn fetch(&self, tab: &Tab, request: Request) -> Local<Result<Answer, NoAnswer>> {
        let (me, profile) = (self.me.upgrade(), tab.profile().id());
        Box::pin(async move { me.ok_or(NoAnswer)?.exchange(profile, request).await })
    }

    fn connect(&self, tab: &Tab, path: &str) -> Local<Connected> {
        let (me, profile, path) = (self.me.upgrade(), tab.profile().id(), path.to_owned());
        Box::pin(async move {
            let Some(me) = me else { return Connected::Unreachable };
            tokio::time::sleep(me.latency()).await;
            let connected = match me.way(profile) {
                Some((node, cookies)) => node.stream(&cookies, &path).await,
                None => Connected::Unreachable,
            };
            let how = match &connected {
                Connected::Stream(_) => "is open",
                Connected::Refused => {
                    me.universe.count("streams refused");
                    "is refused"
                }
                Connected::Unreachable => "finds no server",
            };
            me.universe.note(format_args!("the stream of profile {profile} {how}"));
            connected
        })
    }
}
