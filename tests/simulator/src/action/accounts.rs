//! What people do with their accounts: by the real routes, from browsers that hold nothing but a cookie.

use crate::{
    cookies::Cookies,
    mailbox::Mail,
    node::Node,
    people::{DOMAINS, NAMES, NOBODIES, Person, address, owners, user_of},
    simulation::Simulation,
};
use rollcall_client::simulated::Request;
use rollcall_core::{
    Command,
    api::{Accept, ChangeAddress, ChangePassword, ForgotPassword, MailedPage, Session, SetPassword, SignIn},
    command::{
        DeleteUser, EndSessions, ForcePasswordReset, InviteUser, NewUser, OffBoard, PrepareUser, ReactivateUser,
        ResendInvitation, ResetUser, RestoreUser, RevokeInvitation, ScheduleInvitation, SendWelcome, SetIdentifiers,
        SuspendUser,
    },
    id::{TenantId, UserId},
    model::{Identifier, OffBoarding},
    time::{Span, Timestamp},
    value::Email,
};
use rollcall_server::identity::Token;
use serde::Serialize;
use std::rc::Rc;
use uuid::Uuid;

/// So many of the people have accounts worth coveting.
const VICTIMS: usize = 8;
/// Nobody holds more sessions than that.
const SESSIONS: usize = 4;

/// What a server said.
struct Said {
    status: u16,
}

/// Somebody at a browser.
#[derive(Clone)]
pub struct Somebody {
    simulation: Rc<Simulation>,
    person: Rc<Person>,
}

impl Somebody {
    fn any(simulation: &Rc<Simulation>) -> Option<Self> {
        let person = simulation.universe.one_of(&simulation.people)?.clone();
        Some(Self { simulation: simulation.clone(), person })
    }

    /// Somebody who has other things to do besides.
    pub fn at(simulation: &Rc<Simulation>, person: &Rc<Person>) -> Self {
        Self { simulation: simulation.clone(), person: person.clone() }
    }

    fn named(simulation: &Rc<Simulation>, name: &str) -> Option<Self> {
        let person = simulation.people.iter().find(|person| person.name == name)?.clone();
        Some(Self { simulation: simulation.clone(), person })
    }

    fn node(&self) -> Option<Node> {
        let ether = &self.simulation.ether;
        let nodes = ether.nodes.borrow();
        let node = self.simulation.universe.one_of(&nodes)?;
        (!node.life.is_over() && !ether.cut.get()).then(|| node.clone())
    }

    /// Asks a server. Requests and answers are lost and doubled, as everybody's.
    async fn ask(&self, method: &str, path: &str, body: Option<&impl Serialize>, secret: Option<&str>) -> Option<Said> {
        let universe = &self.simulation.universe;
        let body = body.and_then(|body| serde_json::to_vec(body).ok()).map(|body| ("application/json", body));
        let request = Request { method: method.to_owned(), path: path.to_owned(), body };
        let secret = secret.unwrap_or_default().to_owned();
        tokio::time::sleep(universe.millis(1, 120)).await;
        if universe.strikes(universe.rates.lost_request) {
            universe.happened("requests lost", format_args!("of {}", self.person.name));
            return None;
        }
        if universe.strikes(universe.rates.twice) {
            universe.happened("requests doubled", format_args!("of {}", self.person.name));
            let (me, request, secret, later) =
                (self.clone(), request.clone(), secret.clone(), universe.millis(0, 5_000));
            tokio::task::spawn_local(async move {
                tokio::time::sleep(later).await;
                me.served(&request, &secret).await;
            });
        }
        let (said, cookie) = self.served(&request, &secret).await?;
        tokio::time::sleep(universe.millis(1, 120)).await;
        if universe.strikes(universe.rates.lost_answer) {
            universe.happened("answers lost", format_args!("to {}", self.person.name));
            return None;
        }
        if let Some(secret) = cookie {
            let mut sessions = self.person.sessions.borrow_mut();
            sessions.push(secret);
            if sessions.len() > SESSIONS {
                sessions.remove(0);
            }
        }
        Some(said)
    }

    /// Has a server answer. Whoever is signed in by the answer must own the account.
    async fn served(&self, request: &Request, secret: &str) -> Option<(Said, Option<String>)> {
        let answer = self.node()?.answer(&Cookies::session_of(secret), request).await?;
        let (universe, name) = (&self.simulation.universe, self.person.name);
        let mut set = Cookies::default();
        set.take(&answer.headers);
        let cookie = set.session().map(str::to_owned);
        let session = serde_json::from_slice::<Session>(&answer.body).ok().filter(|_| answer.status == 200);
        if let Some(session) = session {
            if cookie.is_some() {
                universe.count("people signed in");
            }
            if !self.simulation.disk.shadow().keeps(session.account, name) {
                universe.wrong(format!("{name} is signed in to {}, an account that is not its own", session.account));
            }
        }
        universe.note(format_args!("{name} asks {} {}: {}", request.method, request.path, answer.status));
        Some((Said { status: answer.status }, cookie))
    }

    fn new_password(&self) -> String {
        let universe = &self.simulation.universe;
        let password = format!("plum {:x} kettle {:x}", universe.number() >> 32, universe.number() >> 32);
        self.person.passwords.borrow_mut().push(password.clone());
        password
    }

    /// A password that it chose once, mostly the last one.
    fn known_password(&self) -> String {
        let universe = &self.simulation.universe;
        let passwords = self.person.passwords.borrow();
        let last = passwords.last().cloned().unwrap_or_default();
        if universe.one_in(3) { universe.one_of(&passwords).cloned().unwrap_or(last) } else { last }
    }

    fn session(&self) -> Option<String> {
        self.simulation.universe.one_of(&self.person.sessions.borrow()).cloned()
    }

    fn own_address(&self) -> Email {
        let domain = if self.simulation.universe.one_in(4) { DOMAINS[1] } else { DOMAINS[0] };
        address(self.person.name, domain)
    }

    async fn sign_in(&self) {
        let (identifier, password) = (self.own_address().to_string(), self.known_password());
        self.ask(
            "POST",
            "/api/v1/session",
            Some(&SignIn { identifier, password, organisation: None, new_password: None }),
            None,
        )
        .await;
    }

    /// Opens a mail and does what it asks for.
    async fn use_mail(&self, mail: &Mail) {
        let Mail { page, token, code } = mail;
        self.simulation.disk.shadow().holds(Token::brought(token).digest(), self.person.name);
        let password = if self.simulation.universe.one_in(2) { self.new_password() } else { self.known_password() };
        match page {
            MailedPage::Invitation => {
                let full_name = self.person.name.to_owned();
                let accept = Accept { code: code.clone(), full_name, password };
                self.ask("POST", &format!("/api/v1/invitations/{token}/accept"), Some(&accept), None).await;
            }
            MailedPage::Password => {
                let set = SetPassword { password, voicemail_pin: None };
                self.ask("POST", &format!("/api/v1/passwords/{token}"), Some(&set), None).await;
            }
            MailedPage::Address => {
                self.ask("POST", &format!("/api/v1/addresses/{token}"), None::<&()>, None).await;
            }
        }
    }

    async fn use_last_mail(&self) {
        if let Some(mail) = self.simulation.mailboxes.of(self.person.name).last() {
            self.use_mail(mail).await;
        }
    }

    /// Asks for a link that sets a password, and uses what comes.
    pub async fn renew_password(&self, email: &Email) {
        let forgot = ForgotPassword { identifier: email.to_string(), organisation: None };
        self.ask("POST", "/api/v1/passwords", Some(&forgot), None).await;
        self.pause(3_000, 9_000).await;
        let mails = self.simulation.mailboxes.of(self.person.name);
        if let Some(mail) = mails.iter().rfind(|mail| mail.page == MailedPage::Password) {
            self.use_mail(mail).await;
        }
    }

    /// Does something as an administrator; signs in first when need be. Whether it was taken.
    async fn command(&self, tenant: TenantId, command: impl Into<Command>) -> bool {
        if self.session().is_none() {
            self.sign_in().await;
        }
        let Some(held) = self.session() else { return false };
        let command = command.into();
        let said = self.ask("POST", &format!("/api/v1/tenants/{tenant}/commands"), Some(&command), Some(&held)).await;
        if said.as_ref().is_some_and(|said| said.status == 401) {
            self.person.sessions.borrow_mut().retain(|other| *other != held);
        }
        let taken = said.is_some_and(|said| said.status == 200);
        if taken {
            self.simulation.universe.count("commands of administrators");
        }
        taken
    }

    async fn pause(&self, from: u64, to: u64) {
        tokio::time::sleep(self.simulation.universe.millis(from, to)).await;
    }
}

fn spawn<F: Future<Output = ()> + 'static>(who: Option<Somebody>, doing: impl FnOnce(Somebody) -> F) {
    if let Some(who) = who {
        tokio::task::spawn_local(doing(who));
    }
}

/// Somebody opens a mail: mostly the last one, or one that lay there, or was used.
pub fn open_mail(simulation: &Rc<Simulation>) {
    spawn(Somebody::any(simulation), async |who| {
        let mails = who.simulation.mailboxes.of(who.person.name);
        let universe = &who.simulation.universe;
        let mail = if universe.one_in(3) { universe.one_of(&mails) } else { mails.last() };
        if let Some(mail) = mail {
            who.use_mail(mail).await;
        }
    });
}

/// Somebody signs in, perhaps with an old password.
pub fn sign_in(simulation: &Rc<Simulation>) {
    spawn(Somebody::any(simulation), async |who| who.sign_in().await);
}

/// Somebody signs out.
pub fn sign_out(simulation: &Rc<Simulation>) {
    spawn(Somebody::any(simulation), async |who| {
        let Some(held) = who.session() else { return };
        who.person.sessions.borrow_mut().retain(|other| *other != held);
        who.ask("DELETE", "/api/v1/session", None::<&()>, Some(&held)).await;
    });
}

/// Somebody comes back to a page that was open.
pub fn look(simulation: &Rc<Simulation>) {
    spawn(Somebody::any(simulation), async |who| {
        let Some(held) = who.session() else { return };
        who.ask("GET", "/api/v1/session", None::<&()>, Some(&held)).await;
    });
}

/// Somebody forgot a password, or says so of another.
pub fn forget(simulation: &Rc<Simulation>) {
    spawn(Somebody::any(simulation), async |who| {
        let universe = &who.simulation.universe;
        let email = if universe.one_in(4) { anybodys(&who.simulation) } else { who.own_address() };
        let forgot = ForgotPassword { identifier: email.to_string(), organisation: None };
        who.ask("POST", "/api/v1/passwords", Some(&forgot), None).await;
    });
}

/// Somebody changes its password, mostly signed in elsewhere too.
pub fn change_password(simulation: &Rc<Simulation>) {
    spawn(Somebody::any(simulation), async |who| {
        while who.person.sessions.borrow().len() < 2 && !who.simulation.universe.one_in(3) {
            who.sign_in().await;
        }
        let Some(held) = who.session() else { return };
        let old = who.known_password();
        let change = ChangePassword { old, new: who.new_password() };
        who.ask("POST", "/api/v1/account/password", Some(&change), Some(&held)).await;
    });
}

/// Somebody wants another address: its own, or that of somebody else.
pub fn change_address(simulation: &Rc<Simulation>) {
    spawn(Somebody::any(simulation), async |who| {
        let Some(held) = who.session() else { return };
        let universe = &who.simulation.universe;
        let domain = universe.one_of(&DOMAINS).copied().unwrap_or(DOMAINS[0]);
        let email = if universe.one_in(4) { anybodys(&who.simulation) } else { address(who.person.name, domain) };
        let change = ChangeAddress { email: email.to_string(), password: who.known_password() };
        who.ask("POST", "/api/v1/account/address", Some(&change), Some(&held)).await;
    });
}

/// Somebody ends its other sessions.
pub fn end_sessions(simulation: &Rc<Simulation>) {
    spawn(Somebody::any(simulation), async |who| {
        let Some(held) = who.session() else { return };
        who.ask("DELETE", "/api/v1/account/sessions", None::<&()>, Some(&held)).await;
    });
}

/// An owner does something about a user of its organisation.
pub fn administer(simulation: &Rc<Simulation>) {
    let universe = &simulation.universe;
    let tenants: Vec<TenantId> = simulation.disk.kept().tenants.keys().copied().collect();
    let Some(tenant) = universe.one_of(&tenants).copied() else { return };
    let who = universe.one_of(owners(tenant)).and_then(|name| Somebody::named(simulation, name));
    let users = simulation.disk.with_past(tenant, |past| past.now().users().map(|user| user.id).collect::<Vec<_>>());
    let Some(user) = universe.one_of(&users.unwrap_or_default()).copied() else { return };
    let command = anything(simulation, user);
    spawn(who, async move |who| {
        who.command(tenant, command).await;
    });
}

fn anything(simulation: &Rc<Simulation>, user: UserId) -> Command {
    let universe = &simulation.universe;
    match universe.below(17) {
        0 | 1 => {
            let id = UserId::new(Uuid::from_u128(u128::from(universe.number())));
            InviteUser(NewUser { email: Some(anybodys(simulation)), ..NewUser::blank(id) }).into()
        }
        2 | 3 => SetIdentifiers { user, identifiers: vec![Identifier::Email(anybodys(simulation))] }.into(),
        4 | 5 => ForcePasswordReset { user }.into(),
        6 => SendWelcome { user }.into(),
        7 => ResetUser { user }.into(),
        8 => EndSessions { user }.into(),
        9 => SuspendUser { user }.into(),
        10 => ReactivateUser { user }.into(),
        11 => DeleteUser { user }.into(),
        12 => RestoreUser { user }.into(),
        13 => OffBoard { user, order: (!universe.one_in(4)).then(|| leaving(simulation)) }.into(),
        14 => ScheduleInvitation { user, at: (!universe.one_in(4)).then(|| soon(simulation)) }.into(),
        15 => {
            let id = UserId::new(Uuid::from_u128(u128::from(universe.number())));
            PrepareUser(NewUser { email: Some(anybodys(simulation)), ..NewUser::blank(id) }).into()
        }
        _ if universe.one_in(2) => ResendInvitation { user }.into(),
        _ => RevokeInvitation { user }.into(),
    }
}

/// Somebody leaves by and by, and nothing is handed over.
fn leaving(simulation: &Rc<Simulation>) -> OffBoarding {
    let delete_after = simulation.universe.one_in(2).then_some(1);
    let (numbers, calls, teams, keep_licences) = (None, None, None, false);
    OffBoarding { suspend_at: soon(simulation), numbers, calls, teams, keep_licences, delete_after }
}

fn soon(simulation: &Rc<Simulation>) -> Timestamp {
    let seconds = [0, 10, 60, 3_600];
    let wait = simulation.universe.one_of(&seconds).copied().unwrap_or_default();
    simulation.universe.now().after(Span(wait * 1_000))
}

fn anybodys(simulation: &Rc<Simulation>) -> Email {
    let universe = &simulation.universe;
    let name = universe.one_of(&NAMES).copied().unwrap_or(NAMES[0]);
    address(name, universe.one_of(&DOMAINS).copied().unwrap_or(DOMAINS[0]))
}

/// The owner of one organisation is after the account of somebody: it has a link mailed to itself, writes the address of its
/// victim into the directory, and opens the link.
pub fn attack(simulation: &Rc<Simulation>) {
    let universe = &simulation.universe;
    let (id, name) = if universe.one_in(2) { (2, "nora") } else { (3, "seth") };
    let number = 101 + universe.below(usize::try_from(NOBODIES).unwrap_or_default());
    let user = user_of(id, u128::try_from(number).unwrap_or_default());
    universe.happened("attacks", format_args!("by {name}"));
    spawn(Somebody::named(simulation, name), async move |who| {
        let tenant = TenantId::new(Uuid::from_u128(id));
        let rewrite = |email| SetIdentifiers { user, identifiers: vec![Identifier::Email(email)] };
        who.command(tenant, rewrite(address(name, DOMAINS[1]))).await;
        if !who.command(tenant, SendWelcome { user }).await {
            return;
        }
        who.pause(1_000, 4_000).await;
        let victim = who.simulation.universe.one_of(&NAMES[..VICTIMS]).copied().unwrap_or(NAMES[0]);
        who.command(tenant, rewrite(address(victim, DOMAINS[0]))).await;
        who.pause(0, 2_000).await;
        who.use_last_mail().await;
    });
}

/// An owner has a link mailed to somebody and suspends it; later it comes back, and opens the link.
pub fn outlive(simulation: &Rc<Simulation>) {
    let universe = &simulation.universe;
    let name = universe.one_of(&["adam", "sam", "bea"]).copied().unwrap_or("adam");
    let (id, number) = match name {
        "adam" => (2, 1),
        "bea" => (2, 3),
        _ => (3, 3),
    };
    let (tenant, user) = (TenantId::new(Uuid::from_u128(id)), user_of(id, number));
    let owner = owners(tenant).first().and_then(|owner| Somebody::named(simulation, owner));
    let somebody = Somebody::named(simulation, name);
    universe.happened("links kept over a suspension", format_args!("by {name}"));
    spawn(owner, async move |owner| {
        if !owner.command(tenant, ForcePasswordReset { user }).await {
            return;
        }
        owner.pause(1_000, 3_000).await;
        owner.command(tenant, SuspendUser { user }).await;
        owner.pause(0, 1_000).await;
        owner.command(tenant, ReactivateUser { user }).await;
        let Some(somebody) = somebody else { return };
        somebody.pause(0, 1_000).await;
        somebody.use_last_mail().await;
    });
}
