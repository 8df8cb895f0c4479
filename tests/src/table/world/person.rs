//! Users of a world: `cyd suspended manager of Sales in Sales with Standard + AutoDial at 101`.

use super::World;
use crate::{
    name,
    table::{
        HOUR,
        part::{self, extension, licences, login, number, permission, scope, span, target},
        words::Words,
    },
};
use rollcall_core::{
    Record, Timestamp,
    access::{Permissions, built_in},
    id::UserId,
    model::{
        Grant, GrantKey, GrantSource, Granted, Identifier, Invitation, Leaving, Line, Membership, PhoneType, Profile,
        RoleScope, Scheduled, Scope, Task, User, UserKind, UserState,
    },
    value::{Email, FullName},
};

impl World {
    /// `cyd suspended manager of Sales for 24 hours in Sales`; `formerly agent` ended just now.
    pub(super) fn user(&mut self, words: &mut Words<'_>) -> Result<(), String> {
        let called = words.next("the user's name")?;
        let mut user = person(called, self.now)?;
        let mut grants: Vec<(Granted, Scope, Option<Timestamp>)> = Vec::new();
        let mut until = None;
        while let Some(word) = words.any() {
            match word {
                "active" => user.state = UserState::Active,
                "prepared" => user.state = UserState::Prepared,
                "suspended" => user.state = UserState::Suspended,
                "invited" => invited(&mut user, self.now, 24),
                "expired" => invited(&mut user, self.now, 0),
                "in" => self.member(&user, words)?,
                "with" => (user.licence, user.add_ons) = licences(words)?,
                "at" => {
                    let extension = extension(words.next("the extension")?)?;
                    user.line = Some(Line { extension, phone: PhoneType::default() });
                }
                "mobile" => user.identifiers.push(Identifier::Mobile(number(words.next("the mobile number")?)?)),
                "login" => user.identifiers.push(Identifier::Login(login(words.next("the log-in name")?)?)),
                "without-email" => user.identifiers.clear(),
                "nameless" => user.profile.full_name = None,
                "shows" => user.display_numbers.push(number(words.next("the number")?)?),
                "to" => user.target = Some(target(words)?),
                "formerly" => until = Some(self.now),
                "for" => {
                    let end = Some(self.now.after(span(words)?));
                    grants.last_mut().ok_or("`for` needs a grant before it")?.2 = end;
                }
                "kind" => {
                    user.kind = part::word("a kind of user", words)?;
                    if user.kind != UserKind::Person {
                        user.identifiers.retain(|_| false);
                    }
                }
                "may" => {
                    let what = Granted::Permission(permission(words.next("the permission")?)?);
                    grants.push((what, scope(RoleScope::Organisation.into(), words)?, until.take()));
                }
                role => grants.push((Granted::Role(name::role(role)), self.scope_of(role, words)?, until.take())),
            }
        }
        for (what, scope, until) in grants {
            let key = GrantKey { user: user.id, what, scope };
            self.records.push(Record::Grant(Grant { key, source: GrantSource::Hand, until }));
        }
        self.records.push(Record::User(user));
        Ok(())
    }

    /// `Sales`: by hand; `Sales through helper`: because of a role; `Sales twice helper`: both.
    fn member(&mut self, user: &User, words: &mut Words<'_>) -> Result<(), String> {
        let team = name::team(words.next("the team")?);
        let (by_hand, role) = if words.eat("through") {
            (false, Some(words.next("the role")?))
        } else if words.eat("twice") {
            (true, Some(words.next("the role")?))
        } else {
            (true, None)
        };
        let through = role.map(name::role).into_iter().collect();
        self.records.push(Record::Membership(Membership { team, user: user.id, by_hand, through }));
        Ok(())
    }

    /// `bob in 24 hours calls to team Sales`, `bob left calls to team Sales`: as ann ordered it.
    pub(super) fn leaving(&mut self, words: &mut Words<'_>) -> Result<(), String> {
        let user = name::user(words.next("who leaves")?);
        let done = words.eat("left").then_some(self.now);
        let order = crate::table::sentence::order(words, None, self.now)?;
        let (teams, everywhere, in_teams) = (Vec::new(), Permissions::NONE, Vec::new());
        let what = Task::OffBoarding(Leaving { order, teams, everywhere, in_teams, done });
        self.scheduled(user, what);
        Ok(())
    }

    /// `pat in 24 hours`
    pub(super) fn awaiting(&mut self, words: &mut Words<'_>) -> Result<(), String> {
        let user = name::user(words.next("who is invited")?);
        words.expect("in")?;
        let at = self.now.after(span(words)?);
        self.scheduled(user, Task::Invitation { at });
        Ok(())
    }

    fn scheduled(&mut self, user: UserId, what: Task) {
        let scheduled = Scheduled { user, by: Some(name::user("ann")), at: self.now, what, put_off: None };
        self.records.push(Record::Scheduled(Box::new(scheduled)));
    }

    fn scope_of(&self, role: &str, words: &mut Words<'_>) -> Result<Scope, String> {
        let found = built_in(name::role(role)).or_else(|| self.role_made(role));
        let found = found.ok_or_else(|| format!("`{role}` is neither a state nor a role made before"))?;
        scope(found.scopes, words)
    }
}

/// An active person with a name and an address.
pub(super) fn person(called: &str, now: Timestamp) -> Result<User, String> {
    let mut letters = called.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let email = Email::parse(&format!("{called}@x.io")).map_err(|error| format!("{called}@x.io {error}"))?;
    Ok(User {
        profile: Profile { full_name: FullName::parse(&capital).ok(), ..Profile::default() },
        identifiers: vec![Identifier::Email(email)],
        ..User::new(name::user(called), UserKind::Person, UserState::Active, now)
    })
}

/// An invitation that was sent some time ago and has so many hours left.
fn invited(user: &mut User, now: Timestamp, hours_left: i64) {
    let expires = Timestamp(now.0 + hours_left * HOUR);
    let sent = Timestamp(expires.0 - 24 * HOUR);
    user.state = UserState::Invited;
    user.invitation = Some(Invitation { sent, expires, round: 1, by: None });
}
