//! The post: what servers mail lies in people's mailboxes sooner or later, or not at all.

use crate::{oracle::account::owner, universe::Universe};
use async_trait::async_trait;
use rollcall_core::api::{MailFailure, MailedPage};
use rollcall_server::outbound::mail::{Letter, Post};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Links in mails begin with it.
pub const PAGE: &str = "http://rollcall.sim";

/// A mail with a link in it.
#[derive(Clone, Debug)]
pub struct Mail {
    pub page: MailedPage,
    pub token: String,
    /// The code of an invitation.
    pub code: String,
}

/// Everybody's mailboxes, by whose they are.
pub struct Mailboxes {
    universe: Arc<Universe>,
    all: Mutex<BTreeMap<String, Vec<Mail>>>,
}

impl Mailboxes {
    pub fn new(universe: Arc<Universe>) -> Arc<Self> {
        Arc::new(Self { universe, all: Mutex::default() })
    }

    /// All that somebody got, the oldest first.
    pub fn of(&self, person: &str) -> Vec<Mail> {
        self.all().get(person).cloned().unwrap_or_default()
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<String, Vec<Mail>>> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn deliver(&self, person: String, mail: Mail) {
        self.universe.happened("mails delivered", format_args!("to {person}: {:?}", mail.page));
        self.all().entry(person).or_default().push(mail);
    }
}

/// The post as a server has it.
#[derive(Clone)]
pub struct PostOffice(pub Arc<Mailboxes>);

#[async_trait]
impl Post for PostOffice {
    async fn take(&self, letter: &Letter) -> Result<(), MailFailure> {
        let (boxes, universe, rates) = (&self.0, &self.0.universe, &self.0.universe.rates);
        tokio::time::sleep(universe.millis(1, 200)).await;
        if universe.strikes(rates.mail_refused) {
            universe.happened("mails refused", format_args!("to {}", letter.to));
            return Err(MailFailure::Refused);
        }
        if universe.strikes(rates.mail_unavailable) {
            universe.happened("mails not taken", format_args!("to {}", letter.to));
            return Err(MailFailure::Unavailable);
        }
        let Some(mail) = read(letter) else {
            universe.wrong(format!("a mail without a link: {}", letter.subject));
            return Ok(());
        };
        if universe.strikes(rates.mail_lost) {
            universe.happened("mails lost", format_args!("to {}", letter.to));
            return Ok(());
        }
        let person = owner(&letter.to);
        if !universe.strikes(rates.mail_late) {
            boxes.deliver(person, mail);
            return Ok(());
        }
        let (boxes, wait) = (boxes.clone(), universe.millis(1_000, 30_000));
        tokio::spawn(async move {
            tokio::time::sleep(wait).await;
            boxes.deliver(person, mail);
        });
        Ok(())
    }
}

/// What a person finds in a mail.
fn read(letter: &Letter) -> Option<Mail> {
    let (page, token) = letter.text.lines().find_map(|line| {
        let (name, token) = line.strip_prefix(PAGE)?.strip_prefix('/')?.split_once('/')?;
        Some((MailedPage::named(name)?, token.to_owned()))
    })?;
    let code = letter.text.lines().find_map(|line| line.strip_prefix("Your code: ")).unwrap_or_default().to_owned();
    Some(Mail { page, token, code })
}
