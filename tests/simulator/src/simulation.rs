//! One run: people on their devices, servers on their disk, troubles between them; then calm, and the last questions.

use crate::{
    bug::Bug,
    commands::{Commands, PEOPLE, name_of},
    cookies::Cookies,
    device::Device,
    disk::Disk,
    ether::{Ether, Line},
    knobs::hashing,
    mailbox::{Mailboxes, PostOffice},
    node::Node,
    oracle,
    page::Page,
    panics,
    people::{self, NAMES, Person},
    rates::Rates,
    universe::Universe,
};
use rollcall_client::simulated::Profile;
use rollcall_core::{id::UserId, time::Span};
use rollcall_server::{identity::Passwords, random::Random};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
    sync::Arc,
    time::Duration,
};
use uuid::Uuid;

/// How many servers run.
pub const NODES: usize = 2;
/// How long the queues may take to drain once nothing goes wrong any more: the longest a client waits, several times, and
/// until a user who has had done all that it may has something done again.
const DRAIN: Duration = Duration::from_secs(3_600);
/// How long after that what is due may be: the longest pause of a job that failed, and until its lease has ended.
const LATEST: Duration = Duration::from_secs(2 * 3_600);

/// What to run.
#[derive(Clone, Debug)]
pub struct Plan {
    pub seed: u64,
    /// How many things happen.
    pub steps: usize,
    pub rates: Rates,
    pub bug: Option<Bug>,
}

/// What a run came to.
pub struct Report {
    pub seed: u64,
    /// What was found wrong; empty when all is well.
    pub wrong: Vec<String>,
    pub counts: BTreeMap<&'static str, u64>,
    /// All that happened, line by line.
    pub trace: Vec<String>,
    /// Of the trace: the same for the same plan.
    pub digest: u64,
}

/// A run under way.
pub struct Simulation {
    pub universe: Arc<Universe>,
    pub disk: Arc<Disk>,
    pub ether: Rc<Ether>,
    pub mailboxes: Arc<Mailboxes>,
    pub people: Vec<Rc<Person>>,
    pub devices: RefCell<Vec<Rc<Device>>>,
    pub commands: RefCell<Commands>,
    /// Reads hashes as the servers do.
    pub passwords: Passwords,
    next_profile: Cell<u64>,
    next_node: Cell<usize>,
}

impl Simulation {
    /// Organisations, their servers, their people, and a device for some of those of the first.
    pub async fn begin(universe: Arc<Universe>) -> Rc<Self> {
        let directories = people::organisations();
        let accounts = people::accounts(&directories).await;
        let disk = Arc::new(Disk::new(universe.clone(), directories, accounts));
        let mailboxes = Mailboxes::new(universe.clone());
        let people = NAMES.iter().map(|name| Rc::new(Person::new(name))).collect();
        let ether = Ether::new(universe.clone(), disk.clone());
        let commands = RefCell::new(Commands::new(universe.seed));
        let (devices, next_profile, next_node) = Default::default();
        let passwords = Passwords::new(hashing(), Random::seeded(0));
        let simulation = Rc::new(Self {
            universe,
            disk,
            ether,
            mailboxes,
            people,
            devices,
            commands,
            passwords,
            next_profile,
            next_node,
        });
        for _ in 0..NODES {
            simulation.start_node();
        }
        for user in PEOPLE {
            simulation.add_device(user);
        }
        simulation
    }

    /// Nothing goes wrong any more; everybody comes to rest, and is asked the last questions.
    pub async fn end(self: &Rc<Self>) {
        self.calm_down();
        let mut waited = Duration::ZERO;
        let quiet = |device: &Rc<Device>| oracle::end::is_quiet(self, device) && oracle::end::is_in_step(self, device);
        while !self.devices.borrow().iter().all(quiet) {
            if waited > DRAIN {
                for device in self.devices.borrow().iter().filter(|device| !quiet(device)) {
                    oracle::end::complain(self, device);
                }
                return;
            }
            let step = Duration::from_secs(5);
            tokio::time::sleep(step).await;
            waited += step;
            for device in self.devices.borrow().iter() {
                device.open_if_closed();
                let may = oracle::end::may(self, device);
                device.look_again(may);
                if device.is_signed_out() && may {
                    // Signing out broke off: the device was marked, and the session goes on.
                    self.sign_in(device);
                }
                // Signing out may have ended late, or somebody may enter again who was nobody when it asked.
                let asks = device.windows().iter().any(|window| window.asks());
                if waited == DRAIN / 2 || asks && may && !device.entering.get() {
                    device.replace_what_is_over();
                }
            }
            self.check();
            if self.universe.is_wrong() {
                return;
            }
        }
        self.universe.note(format_args!("everybody is at rest after {waited:?}"));
        self.ask_newcomers().await;
        let devices = self.devices.borrow().clone();
        let who = |device| oracle::end::account(self, device).filter(|_| oracle::end::may(self, device));
        let profiles: Vec<(Profile, Option<Uuid>)> =
            devices.iter().map(|device| (device.profile.clone(), who(device))).collect();
        self.ether.ledger.borrow().check(&self.universe, &self.ether.told.borrow(), &profiles);
        self.check_state();
        self.await_what_is_due().await;
    }

    /// What was ordered for a moment that is over happens, whoever is there.
    async fn await_what_is_due(&self) {
        let due = oracle::end::due(self);
        let mut waited = Duration::ZERO;
        while oracle::end::due(self).iter().any(|still| due.contains(still)) {
            if waited > LATEST {
                return self.universe.wrong(format!("nobody carries out what is due: {due:?}"));
            }
            let step = Duration::from_secs(60);
            tokio::time::sleep(step).await;
            waited += step;
        }
    }

    /// Everything that was broken is whole again, and everybody is signed in who can be.
    fn calm_down(self: &Rc<Self>) {
        self.universe.calm_down();
        self.universe.note(format_args!("calm"));
        self.ether.cut.set(false);
        self.ether.nodes.borrow_mut().retain(|node| !node.life.is_over());
        while self.ether.nodes.borrow().len() < NODES {
            self.start_node();
        }
        let devices = self.devices.borrow().clone();
        for device in devices {
            // An old page is served to the end; one that is too old for the server says so to its person.
            if device.page() == Page::TooOld {
                device.load_anew();
            }
            if let Some(line) = self.ether.lines.borrow_mut().get_mut(&device.profile.id()) {
                line.offline = false;
            }
            for tab in device.profile.tabs() {
                tab.thaw();
            }
            if oracle::end::may(self, &device) {
                device.replace_what_is_over();
            } else {
                self.sign_in(&device);
            }
            for window in device.windows() {
                window.tab.fire("online");
            }
        }
    }

    /// A new device of each person holds what the old ones hold: each was compared with the view at its cursor.
    async fn ask_newcomers(self: &Rc<Self>) {
        let old = self.devices.borrow().clone();
        let new: Vec<Rc<Device>> = PEOPLE.iter().filter_map(|user| self.add_device(*user)).collect();
        for _ in 0..DRAIN.as_secs() {
            tokio::time::sleep(Duration::from_secs(1)).await;
            if new.iter().all(|device| oracle::end::is_quiet(self, device)) {
                break;
            }
        }
        self.check();
        for device in &new {
            if !oracle::end::is_quiet(self, device) {
                oracle::end::complain(self, device);
            }
            let records = |device: &Rc<Device>| {
                let engine = device.windows().first()?.engine()?;
                let online = engine.status().link == rollcall_client::Link::Online;
                online.then(|| {
                    device.windows().first().map(|window| {
                        window.tab.enter(|| engine.with(|replica| oracle::view::confirmed(replica, engine.now())))
                    })
                })?
            };
            let fresh = records(device);
            for veteran in old.iter().filter(|other| other.user.get() == device.user.get()) {
                if let (Some(fresh), Some(held)) = (&fresh, records(veteran)) {
                    self.universe.count("veterans compared with newcomers");
                    // An old page is told of records that it can read, in the form in which it can.
                    let read =
                        fresh.values().filter_map(|record| record.clone().readable_in(veteran.page().protocol()));
                    let fresh: oracle::wire::Records = read.map(|record| (record.key(), record)).collect();
                    if fresh != held {
                        let difference = oracle::wire::difference(&held, &fresh);
                        let veteran = veteran.profile.id();
                        self.universe.wrong(format!("profile {veteran} holds what a new one does not: {difference}"));
                    }
                }
            }
        }
    }

    /// The database holds what its log leads to, and nothing of who was erased.
    fn check_state(&self) {
        let kept = self.disk.kept();
        for (tenant, rows) in &kept.tenants {
            oracle::log::check_erased(&self.universe, *tenant, rows, &kept.jobs);
            let stored = rows.records.iter().filter_map(|(key, (_, record))| Some((*key, record.clone()?))).collect();
            let replayed = self
                .disk
                .with_past(*tenant, |past| past.now().records().map(|record| (record.key(), record)).collect());
            let replayed = replayed.unwrap_or_default();
            if stored != replayed {
                let difference = oracle::wire::difference(&stored, &replayed);
                self.universe.wrong(format!("the database does not hold what its log leads to: {difference}"));
            }
        }
    }

    pub(crate) fn check(&self) {
        for panic in panics::take() {
            self.universe.wrong(panic);
        }
        for device in self.devices.borrow().iter() {
            device.check();
        }
    }

    /// Starts one more server, with a clock of its own.
    pub fn start_node(&self) {
        let number = self.next_node.replace(self.next_node.get() + 1);
        let skew = Span(i64::try_from(self.universe.below(4_000)).unwrap_or_default() - 2_000);
        let node = Node::start(number, &self.disk, PostOffice(self.mailboxes.clone()), skew);
        self.universe.note(format_args!("server {number} starts, its clock off by {} ms", skew.0));
        self.ether.nodes.borrow_mut().push(node);
    }

    /// A new device of a user, whose person signs in on it; none when nobody is known to be that user.
    pub fn add_device(self: &Rc<Self>, user: UserId) -> Option<Rc<Device>> {
        let name = name_of(user)?;
        let person = self.people.iter().find(|person| person.name == name)?.clone();
        let profile = Profile::new(self.number(), self.ether.clone());
        let device = self.add(&person, user, profile, Cookies::default());
        self.sign_in(&device);
        Some(device)
    }

    /// The same for a profile that is there, with its cookies.
    pub fn add(self: &Rc<Self>, person: &Rc<Person>, user: UserId, profile: Profile, cookies: Cookies) -> Rc<Device> {
        self.ether.lines.borrow_mut().insert(profile.id(), Line { cookies, ..Line::default() });
        let device = Device::new(&self.ether, profile, person, user);
        device.open();
        self.devices.borrow_mut().push(device.clone());
        device
    }

    /// The number of a new profile.
    pub fn number(&self) -> u64 {
        self.next_profile.replace(self.next_profile.get() + 1)
    }

    /// Lets go of everything, so that a long run of many seeds keeps nothing.
    pub(crate) fn close(&self) {
        self.universe.count("runs");
        for _ in 0..self.ether.ledger.borrow().count() {
            self.universe.count("durable commands");
        }
        for device in self.devices.take() {
            device.profile.crash();
            drop(device.windows());
        }
        self.ether.nodes.take();
    }
}
