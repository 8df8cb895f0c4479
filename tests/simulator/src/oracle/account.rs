//! What must hold of accounts, at each transaction: nobody is let into what it never proved to be its own, no organisation
//! decides for another, what is over stays over, and sessions end with the password.
//!
//! Everybody owns the mailboxes that bear its name: `adam@example.com` and `adam@home.io` are Adam's, whoever writes them
//! into a directory. So an oracle can tell whose an account is without believing the server.

use crate::{
    disk::{Accounts, Place},
    universe::Universe,
};
use rollcall_core::{
    Command, Key, Record,
    command::{CarryOut, OffBoard},
    id::{TenantId, UserId},
    model::UserState,
    value::Email,
};
use rollcall_server::store::{Account, AddressChange, AddressState, Batch, Digest, LogRow, NewSession};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Why a transaction happens.
pub enum Cause<'a> {
    Commit(&'a Batch),
    /// A mailed link is used.
    Link(&'a Digest),
    Confirm(&'a AddressChange),
    Stop(&'a AddressChange),
    /// Whoever knew the password changes it, in this session.
    Password {
        keep: &'a Digest,
    },
    SignIn(&'a NewSession),
    /// A link or a change of address is asked for, a session is ended.
    Other,
}

/// What the oracle knows besides what the store says.
#[derive(Default)]
pub struct Shadow {
    /// Whose an account is.
    keepers: BTreeMap<Uuid, BTreeSet<String>>,
    /// In whose hands a link is.
    hands: BTreeMap<Digest, String>,
    /// Links that are over, and why.
    over: BTreeMap<Digest, String>,
    /// Changes of address that are over.
    over_changes: BTreeSet<Uuid>,
    /// Sessions that a restored backup ended.
    gone: BTreeSet<Digest>,
}

/// Who reads the mail to an address.
pub fn owner(email: &Email) -> String {
    email.folded().split('@').next().unwrap_or_default().to_owned()
}

/// Whose an account is by its address: nobody's, without one.
fn keeper(account: &Account) -> String {
    account.email.as_ref().map(owner).unwrap_or_default()
}

impl Shadow {
    /// These accounts are there from the beginning.
    pub fn begin(&mut self, accounts: &Accounts) {
        for account in accounts.all.values() {
            self.keepers.entry(account.id).or_default().insert(keeper(account));
        }
    }

    /// A backup was put in place.
    pub fn restored(&mut self, accounts: &Accounts) {
        self.begin(accounts);
        self.over.extend(accounts.links.keys().map(|token| (*token, "a backup was restored".to_owned())));
        self.over_changes.extend(accounts.changes.keys());
        self.gone.extend(accounts.sessions.keys());
    }

    /// Somebody is about to use a link.
    pub fn holds(&mut self, token: Digest, person: &str) {
        self.hands.insert(token, person.to_owned());
    }

    /// Whether somebody may be signed in to an account.
    pub fn keeps(&self, account: Uuid, person: &str) -> bool {
        self.keepers.get(&account).is_some_and(|keepers| keepers.contains(person))
    }

    /// Whether a session ended when a backup was restored.
    pub fn is_gone(&self, token: &Digest) -> bool {
        self.gone.contains(token)
    }

    fn is_in_hands_of(&self, token: &Digest, person: &str) -> bool {
        self.hands.get(token).is_some_and(|holder| holder == person)
    }

    fn end(&mut self, before: &Accounts, which: impl Fn(Option<Uuid>, Option<Place>) -> bool, why: &str) {
        for (token, link) in &before.links {
            if which(link.account, link.place) {
                self.over.entry(*token).or_insert_with(|| why.to_owned());
            }
        }
    }
}

/// Checks a transaction.
pub fn check(universe: &Universe, shadow: &mut Shadow, cause: &Cause<'_>, before: &Accounts, after: &Accounts) {
    universe.count("transactions on accounts checked");
    one_user_each(universe, after);
    // Before what its use ends, itself among it.
    if let Cause::Link(token) = cause {
        used(universe, shadow, token, before, after);
    }
    for account in after.all.values() {
        match before.all.get(&account.id) {
            None => made(universe, shadow, cause, (before, after), account),
            Some(old) => {
                if old.key() != account.key() {
                    readdressed(universe, shadow, cause, before, (old, account));
                }
                if old.password != account.password {
                    new_password(universe, shadow, cause, (before, after), account);
                }
            }
        }
    }
    match cause {
        Cause::Commit(batch) => {
            nobody_elsewhere(universe, batch.tenant, before, after);
            for row in &batch.log {
                if let Some(user) = ends_links(row) {
                    let place = Some((batch.tenant, user));
                    let what = format!("{:?}", row.command);
                    shadow.end(before, |_, of| of == place, what.split('(').next().unwrap_or_default());
                }
            }
        }
        Cause::SignIn(new) => {
            let same = |account: &Account| account.password == new.verified;
            if after.sessions.contains_key(&new.token) && !after.all.get(&new.account).is_some_and(same) {
                universe.wrong(format!("a session of {} was opened with a password that is another's", new.account));
            }
        }
        _ => {}
    }
    // A newer link follows the older ones of its user.
    for (token, link) in &after.links {
        if !before.links.contains_key(token) {
            let (place, account) = (link.place, link.account);
            let same = |of_account, of_place| of_place == place && (place.is_some() || of_account == account);
            shadow.end(before, same, "a newer one followed");
        }
    }
}

/// The user whose links what was done ends.
fn ends_links(row: &LogRow) -> Option<UserId> {
    let is = |record: &Option<Record>| matches!(record, Some(Record::User(user)) if user.state == UserState::Active);
    let ended = |user: UserId| {
        row.changes.0.iter().any(|change| change.key == Key::User(user) && is(&change.before) && !is(&change.after))
    };
    Some(match &row.command {
        Command::SuspendUser(command) => command.user,
        Command::DeleteUser(command) => command.user,
        Command::ResetUser(command) => command.user,
        Command::EraseUser(command) => command.user,
        Command::EndSessions(command) => command.user,
        Command::OffBoard(OffBoard { user, .. }) | Command::CarryOut(CarryOut { user, .. }) if ended(*user) => *user,
        _ => return None,
    })
}

fn one_user_each(universe: &Universe, after: &Accounts) {
    let mut seen = BTreeSet::new();
    for ((tenant, user), member) in &after.users {
        if !seen.insert((*tenant, member.account)) {
            universe.wrong(format!("account {} is two users of {tenant}, {user} one of them", member.account));
        }
        if !after.all.contains_key(&member.account) {
            universe.wrong(format!("{user} of {tenant} is an account that there is not"));
        }
    }
}

fn made(
    universe: &Universe,
    shadow: &mut Shadow,
    cause: &Cause<'_>,
    (before, after): (&Accounts, &Accounts),
    account: &Account,
) {
    let mailed = match cause {
        Cause::Link(token) => before.links.get(*token).map(|link| link.email.clone()),
        _ => invited_at(before, after, account),
    };
    // Whose mail it was made with. It has that address, if the account of nobody else of the organisation has it still.
    let owner = match (&account.email, &mailed) {
        (None, Some(email)) if is_anothers(before, after, account, email) => owner(email),
        _ => keeper(account),
    };
    if let Cause::Link(token) = cause {
        let mailed_there =
            mailed.is_some_and(|email| account.email.as_ref().is_none_or(|own| own.folded() == email.folded()));
        if owner.is_empty() || !mailed_there || !shadow.is_in_hands_of(token, &owner) {
            universe.wrong(format!("an account of {} was made with a link that was not mailed there", account.key()));
        }
    }
    shadow.keepers.entry(account.id).or_default().insert(owner);
}

/// The user that an account is.
fn place(of: &Accounts, account: &Account) -> Option<Place> {
    of.users.iter().find(|(_, member)| member.account == account.id).map(|(place, _)| *place)
}

/// Where the invitation was mailed that an account was made by.
fn invited_at(before: &Accounts, after: &Accounts, account: &Account) -> Option<Email> {
    let (tenant, user) = place(after, account)?;
    let theirs = before.invitations.values().find(|stored| (stored.tenant, stored.user) == (tenant, user))?;
    theirs.email.clone()
}

/// Whether the account of somebody else of the organisation had this address.
fn is_anothers(before: &Accounts, after: &Accounts, account: &Account, email: &Email) -> bool {
    let Some((tenant, user)) = place(after, account) else { return false };
    let has_it = |id: &Uuid| before.all.get(id).is_some_and(|account| account.key() == email.folded());
    before.users.iter().any(|(other, member)| other.0 == tenant && other.1 != user && has_it(&member.account))
}

fn readdressed(
    universe: &Universe,
    shadow: &mut Shadow,
    cause: &Cause<'_>,
    before: &Accounts,
    (old, new): (&Account, &Account),
) {
    universe.count("addresses changed");
    let person = keeper(new);
    match cause {
        Cause::Confirm(change) => {
            if !shadow.is_in_hands_of(&change.confirm, &person) {
                universe.wrong(format!("{} became {}, and nobody read the mail to it", old.key(), new.key()));
            }
            if shadow.over_changes.contains(&change.id) {
                universe.wrong(format!("{} became {} by a change that was over", old.key(), new.key()));
            }
            let links = before.links_of(new.id);
            if change.tenant.is_some_and(|tenant| links.iter().any(|link| link.tenant != tenant)) {
                universe.wrong(format!("an organisation had {} become {} for others", old.key(), new.key()));
            }
            shadow.keepers.entry(new.id).or_default().insert(person);
        }
        Cause::Stop(change) => {
            universe.count("addresses taken back");
            if !shadow.is_in_hands_of(&change.stop, &person) {
                universe.wrong(format!("{} was given back to {}, who did not ask", old.key(), new.key()));
            }
            shadow.keepers.insert(new.id, BTreeSet::from([person]));
        }
        _ => universe.wrong(format!("{} became {}, unproven", old.key(), new.key())),
    }
}

fn new_password(
    universe: &Universe,
    shadow: &mut Shadow,
    cause: &Cause<'_>,
    (before, after): (&Accounts, &Accounts),
    account: &Account,
) {
    universe.count("passwords changed");
    let keep = match cause {
        Cause::Link(token) => {
            let holder = shadow.hands.get(*token).cloned().unwrap_or_default();
            if !shadow.keeps(account.id, &holder) {
                universe.wrong(format!("{holder} set the password of {}, which is not its own", account.key()));
            }
            None
        }
        Cause::Password { keep } => Some(*keep),
        Cause::Stop(_) => None,
        _ => return universe.wrong(format!("the password of {} changed by itself", account.key())),
    };
    let stale = after
        .sessions
        .iter()
        .filter(|(token, session)| session.account == account.id && !session.ended && Some(*token) != keep);
    let stale = stale.count();
    if stale > 0 {
        universe.wrong(format!("{stale} sessions of {} outlived its password", account.key()));
    }
    shadow.end(before, |of, _| of == Some(account.id), "the password changed");
    let waiting = before.changes.values().filter(|change| change.state == AddressState::Waits);
    shadow.over_changes.extend(waiting.filter(|change| change.account == account.id).map(|change| change.id));
}

/// One organisation's commit leaves alone what its people are elsewhere.
fn nobody_elsewhere(universe: &Universe, tenant: TenantId, before: &Accounts, after: &Accounts) {
    for (place, member) in before.users.iter().filter(|(place, _)| place.0 != tenant) {
        let (old, new) = (before.all.get(&member.account), after.all.get(&member.account));
        let row = |account: &Account| (account.email.clone(), account.password.clone(), account.proven);
        if old.map(row) != new.map(row) {
            universe.wrong(format!("{tenant} changed the account that is {} of {}", place.1, place.0));
        }
        if after.users.get(place) != Some(member) {
            universe.wrong(format!("{tenant} changed who {} of {} is, or whether it is let in", place.1, place.0));
        }
        let live = |accounts: &Accounts| -> BTreeSet<Digest> {
            let own = |session: &crate::disk::Session| session.account == member.account && !session.ended;
            accounts.sessions.iter().filter(|(_, session)| own(session)).map(|(token, _)| *token).collect()
        };
        if live(before) != live(after) {
            universe.wrong(format!("{tenant} ended sessions of {} of {}", place.1, place.0));
        }
        let good = |accounts: &Accounts| -> BTreeSet<Digest> {
            let own = accounts.links.iter().filter(|(_, link)| link.place == Some(*place) && !link.over);
            own.map(|(token, _)| *token).collect()
        };
        if good(before) != good(after) {
            universe.wrong(format!("{tenant} ended links of {} of {}", place.1, place.0));
        }
    }
}

/// A link that was used: it was good, and is over.
fn used(universe: &Universe, shadow: &mut Shadow, token: &Digest, before: &Accounts, after: &Accounts) {
    let over = |accounts: &Accounts| accounts.links.get(token).is_none_or(|link| link.over);
    if over(before) || !over(after) {
        return;
    }
    universe.count("links used");
    if let Some(why) = shadow.over.get(token) {
        universe.wrong(format!("a link was used that was over: {why}"));
    }
    shadow.over.insert(*token, "it was used".to_owned());
}
