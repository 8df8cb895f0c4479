//! What a page asks, and the answer as a line of text: `asked detail of bob -> Bob, active, agent own`. The answer must be
//! given completely, whatever the spaces; parts that are lists stand in the order of the query.

mod access;
mod call;
mod leaving;
mod list;
mod sight;
mod user;

use super::{part::word, words::Words};
use crate::name;
use rollcall_core::{
    Directory, Key, Refusal, Timestamp,
    access::Permission,
    id::{LicenceId, RoleId, TeamId, UserId},
    model::{Scope, Target},
};

/// Compares what the directory answers with what the table says.
pub fn check(directory: &Directory, now: Timestamp, question: &str, expected: &str) -> Result<(), String> {
    let mut words = Words::of(question);
    let told = told(directory, now, &mut words)?;
    words.end()?;
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if plain(&told) == plain(expected) { Ok(()) } else { Err(format!("the answer is: {told}")) }
}

fn told(directory: &Directory, now: Timestamp, words: &mut Words<'_>) -> Result<String, String> {
    let who = Teller(directory);
    match words.next("what is asked")? {
        "users" => Ok(user::list(who, now, words)),
        "bin" => user::bin(who, now, words),
        "binned" => user::binned(who, now, words),
        "filters" => Ok(user::filters(who, now, words)),
        "detail" => user::detail(who, now, words),
        "loss" => user::loss(who, now, words),
        "leaving" => leaving::leaving(who, now, words),
        "scheduled" => leaving::scheduled(who, now, words),
        "about" => leaving::about(who, now, words),
        "sign-in" => Ok(user::sign_in(who, words)),
        "rights" => access::rights(who, now, words),
        "why" => access::why(who, now, words),
        "impact" => access::impact(who, now, words),
        "bulk" => access::bulk(who, now, words),
        "together" => access::together(who, now, words),
        "undoing" => access::undoing(who, now, words),
        "offers" => access::offers(who, now, words),
        "permissions" => access::permissions(who, now, words),
        "verbs" => access::verbs(who, now, words),
        "options" => access::options(who, now, words),
        "who" => access::who_may(who, now, words),
        "roles" if words.eat("concern") => access::roles_concern(who, now, words),
        "roles" if words.eat("belonging") => Ok(access::roles_for_teams(who)),
        "roles" => Ok(access::roles(who)),
        "role" => access::role(who, words),
        "matrix" => access::matrix(who, words),
        "policy" => list::policy(who, words),
        "attention" => list::attention(who, now, words),
        "here" => user::here(who, now, words),
        "first" => list::first_steps(who, now, words),
        "invitations" => Ok(list::invitations(who, now)),
        "invited" => list::invited(who, now, words),
        "prepared" => Ok(list::prepared(who, words)),
        "back" => list::back(who, now, words),
        "licences" => Ok(list::licences(who)),
        "numbers" => list::numbers(who, now, words),
        "inventory" => list::inventory(who, now, words),
        "narrowing" => list::narrowing(who, now, words),
        "lines" => list::lines(who, words),
        "extensions" => list::extensions(who, words),
        "contacts" => list::contacts(who, words),
        "teams" => list::teams(who, now, words),
        "choices" => list::choices(who, words),
        "closest" => Ok(list::closest(who, words)),
        "team" => list::team(who, now, words),
        "sight" => sight::sight(who, now, words),
        "fields" => sight::fields(who, now, words),
        "route" => call::route(who, now, words),
        "steps" => call::steps(who, now, words),
        "calls" => call::figures(who, now, words),
        "log" => call::log(who, now, words),
        "listed" => call::list(who, now, words),
        "queue" => call::queue(who, now, words),
        "live" => call::live(who, now, words),
        other => Err(format!("nothing is asked that is called `{other}`")),
    }
}

/// Tells things by their names.
#[derive(Clone, Copy)]
struct Teller<'d>(&'d Directory);

impl Teller<'_> {
    fn user(self, id: UserId) -> String {
        self.0.user(id).map_or_else(|| "somebody gone".into(), |user| user.display_name().into_owned())
    }

    fn users(self, ids: &[UserId]) -> String {
        listed(ids.iter().map(|id| self.user(*id)))
    }

    fn team(self, id: TeamId) -> String {
        self.0.team(id).map_or_else(|| "a team gone".into(), |team| team.name.to_string())
    }

    fn role(self, id: RoleId) -> String {
        self.0.role(id).map_or_else(|| "a role gone".into(), |role| role.name.to_string())
    }

    fn licence(self, id: LicenceId) -> String {
        self.0.licence(id).map_or_else(|| "a licence gone".into(), |licence| licence.name.to_string())
    }

    fn scope(self, scope: Scope) -> String {
        match scope {
            Scope::Own => "own".into(),
            Scope::Organisation => "everywhere".into(),
            Scope::Team(team) => format!("in {}", self.team(team)),
        }
    }

    fn target(self, target: Target) -> String {
        match target {
            Target::User(user) => self.user(user),
            Target::Voicemail(user) => format!("voicemail of {}", self.user(user)),
            Target::Team(team) => self.team(team),
            Target::Number(number) => number.to_string(),
        }
    }

    fn key(self, key: Key) -> String {
        match key {
            Key::User(user) => self.user(user),
            Key::Team(team) => self.team(team),
            Key::Number(number) => number.to_string(),
            Key::CallHandling(user) => format!("rules of {}", self.user(user)),
            other => format!("{other:?}"),
        }
    }

    fn right(self, (permission, scope): &(Permission, Scope)) -> String {
        format!("{} {}", permission.as_str(), self.scope(*scope))
    }
}

/// `a + b`, or `none`.
fn listed(items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<String> = items.into_iter().collect();
    if items.is_empty() { "none".into() } else { items.join(" + ") }
}

/// Parts that are there, set apart by `; `; `nothing` without any.
fn parts(parts: Vec<String>) -> String {
    if parts.is_empty() { "nothing".into() } else { parts.join("; ") }
}

fn codes(refusals: &[Refusal]) -> String {
    format!("refused {}", refusals.iter().map(|refusal| refusal.code()).collect::<Vec<_>>().join(", "))
}

/// A value as its JSON names it: `call_queue`, `in_order`.
fn named<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// `in 6 hours`, `2 hours ago`; minutes where it is no whole hour.
fn when(at: Timestamp, now: Timestamp) -> String {
    let minutes = at.since(now).0 / 60_000;
    let (many, unit) = if minutes % 60 == 0 { (minutes / 60, "hours") } else { (minutes, "minutes") };
    if many < 0 { format!("{} {unit} ago", -many) } else { format!("in {many} {unit}") }
}

fn a_user(words: &mut Words<'_>) -> Result<UserId, String> {
    Ok(name::user(words.next("the user")?))
}

/// `of bob`
fn of_user(words: &mut Words<'_>) -> Result<UserId, String> {
    words.expect("of")?;
    a_user(words)
}
