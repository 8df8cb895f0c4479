//! The people: who they are, where they belong, what they know. Everybody reads the mail to every address that bears its
//! name, and remembers the passwords that it chose.

use crate::{
    commands::beginning,
    disk::{Accounts, Member},
    knobs::hashing,
    mailbox::PAGE,
    oracle::account::owner,
};
use rollcall_core::{
    Actor, Context, Directory, Record,
    access::BASIC,
    command::FoundOrganisation,
    context::View,
    decide,
    id::{TenantId, UserId},
    model::{
        Grant, GrantKey, GrantSource, Granted, Identifier, Organisation, Policy, Profile, Scope, User, UserKind,
        UserState,
    },
    value::{Country, Email, FullName, Language, OrganisationName, Slug, TimeZone},
};
use rollcall_server::{http::Options, identity::Passwords, limits::Limits, random::Random, store::Account};
use std::cell::RefCell;
use uuid::Uuid;

/// What follows the name in an address. Under the first, people are known at the beginning.
pub const DOMAINS: [&str; 2] = ["example.com", "home.io"];
/// Everybody, by name.
pub const NAMES: [&str; 14] =
    ["ann", "olga", "adam", "mia", "sam", "abe", "bea", "ina", "nora", "seth", "n1", "n2", "n3", "n4"];
/// Each organisation besides the first, its owner, and its people. The owners covet the accounts of the others.
const OTHERS: [(u128, &str, &str, &[&str]); 2] =
    [(2, "north", "nora", &["adam", "olga", "bea", "ina"]), (3, "south", "seth", &["mia", "adam", "sam", "nora"])];
/// Users of each of these organisations that are no account, as after they were deleted and restored.
pub const NOBODIES: u128 = 3;

/// Somebody.
pub struct Person {
    pub name: &'static str,
    /// The passwords that it chose, the last one last.
    pub passwords: RefCell<Vec<String>>,
    /// The secrets of the sessions that its browsers hold.
    pub sessions: RefCell<Vec<String>>,
}

impl Person {
    pub fn new(name: &'static str) -> Self {
        Self { name, passwords: RefCell::new(vec![first_password(name)]), sessions: RefCell::default() }
    }
}

fn first_password(name: &str) -> String {
    format!("violet kettle of {name} 71")
}

/// An address of somebody.
#[expect(clippy::expect_used, reason = "names and domains are those above")]
pub fn address(name: &str, domain: &str) -> Email {
    Email::parse(&format!("{name}@{domain}")).expect("an address")
}

/// Who owns an organisation of the beginning.
pub fn owners(tenant: TenantId) -> &'static [&'static str] {
    match tenant.uuid().as_u128() {
        2 => &["nora"],
        3 => &["seth"],
        _ => &["ann", "olga"],
    }
}

/// A user of the organisations besides the first.
pub fn user_of(tenant: u128, number: u128) -> UserId {
    UserId::new(Uuid::from_u128(tenant << 64 | number))
}

/// What is said about the servers from outside.
pub fn options(limits: Limits) -> Options {
    Options { page: PAGE.to_owned(), limits, ..Options::default() }
}

/// The organisations of the beginning, that in which people have devices first.
pub fn organisations() -> Vec<Directory> {
    std::iter::once(beginning())
        .chain(OTHERS.iter().map(|(id, slug, owner, people)| other(*id, slug, owner, people)))
        .collect()
}

#[expect(clippy::expect_used, reason = "the words stand here")]
fn other(id: u128, slug: &str, owner: &str, people: &[&str]) -> Directory {
    let name = |name: &str| FullName::parse(name).expect("a name");
    let command = FoundOrganisation {
        organisation: Organisation {
            id: TenantId::new(Uuid::from_u128(id)),
            slug: Slug::parse(slug).expect("a short name"),
            name: OrganisationName::parse(slug).expect("a name"),
            language: Language::parse("en").expect("a language"),
            time_zone: TimeZone::parse("UTC").expect("a zone"),
            country: Country::parse("GB").expect("a country"),
            policy: Policy { invite_without_plan: true, ..Policy::default() },
        },
        owner: user_of(id, 0),
        owner_email: address(owner, DOMAINS[0]),
        owner_name: name(owner),
        licences: Vec::new(),
    };
    let mut directory = Directory::default();
    let context = Context { actor: Actor::System, now: crate::universe::START, view: View::Whole };
    let founded = decide(&directory, &context, &command.into()).expect("it can be founded");
    directory.apply(&founded.changes);
    let nobodies = (1..=NOBODIES).map(|number| (100 + number, format!("nobody{number}")));
    let somebodies = (1..).zip(people.iter().map(|name| (*name).to_owned()));
    for (number, first) in somebodies.chain(nobodies) {
        let user = user_of(id, number);
        let record = User {
            profile: Profile { full_name: Some(name(&first)), ..Profile::default() },
            identifiers: vec![Identifier::Email(address(&first, DOMAINS[0]))],
            ..User::new(user, UserKind::Person, UserState::Active, crate::universe::START)
        };
        let key = GrantKey { user, what: Granted::Role(BASIC), scope: Scope::Own };
        let grant = Grant { key, source: GrantSource::Hand, until: None };
        for record in [Record::User(record), Record::Grant(grant)] {
            directory.put(record.key(), Some(record));
        }
    }
    directory
}

/// An account for each address of the beginning whose owner is one of the people.
pub async fn accounts(directories: &[Directory]) -> Accounts {
    let mut accounts = Accounts::default();
    let passwords = Passwords::new(hashing(), Random::seeded(0));
    for directory in directories {
        let Some(tenant) = directory.organisation().map(|organisation| organisation.id) else { continue };
        for user in directory.users().filter(|user| user.state == UserState::Active) {
            let Some(email) = user.email().cloned() else { continue };
            if !NAMES.contains(&owner(&email).as_str()) {
                continue;
            }
            let id = match accounts.named(&email.folded()) {
                Some(account) => account.id,
                None => {
                    let (id, proven) = (user.id.uuid(), crate::universe::START);
                    let Ok(password) = passwords
                        .hash(first_password(&owner(&email)), rollcall_server::identity::Asker::Operator)
                        .await
                    else {
                        continue;
                    };
                    let (must_change, temporary_until) = (false, None);
                    let account = Account { id, email: Some(email), password, proven, must_change, temporary_until };
                    accounts.all.insert(id, account);
                    id
                }
            };
            let zero = rollcall_core::Timestamp(0);
            accounts.users.insert((tenant, user.id), Member { account: id, linked: zero, ended: zero, renew: zero });
        }
    }
    accounts
}
