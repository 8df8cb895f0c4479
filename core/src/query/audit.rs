//! Who did what when, and what it changed (invariant 14): the audit log as one viewer may read it. The log itself is the
//! server's; here is which entries fit a question, and how much of each the viewer sees.

use crate::{
    access::{Holding, Permission, sees_whole},
    change::{Change, Changes, Key, Record},
    command::{Command, Verb},
    context::{Actor, Context},
    directory::Directory,
    id::{TeamId, UserId},
    model::{AvatarOf, Scope, Target},
    refusal::Refusal,
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// One command that was applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditEntry {
    /// The version of the directory that it made; entries are in this order, without gaps.
    pub version: u64,
    pub at: Timestamp,
    pub actor: Actor,
    /// As the JSON of a command names it: `invite_user` ….
    pub verb: String,
    /// The user that it was about, when it was about one.
    pub user: Option<UserId>,
    /// The command; absent when the viewer may not see all that it changed.
    pub command: Option<Command>,
    /// What changed, as far as the viewer may see it.
    pub changes: Changes,
}

/// By what something was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AuditWay {
    /// By a person who was signed in.
    Page,
    /// By a person, from a file of users or contacts.
    Import,
    /// By a program, with a key.
    Key,
    /// By the server itself: what was due, or what its operator ordered.
    Server,
}

impl AuditWay {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Page, Self::Import, Self::Key, Self::Server];

    /// As JSON and addresses call it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Import => "import",
            Self::Key => "key",
            Self::Server => "server",
        }
    }
}

/// What an import does, row by row.
const IMPORTED: [Verb; 2] = [Verb::ImportUser, Verb::ImportContact];

/// What a phone system and people who are at work tell without end.
pub const PASSING: [Verb; 6] =
    [Verb::StartCall, Verb::AnswerCall, Verb::EndCall, Verb::ReportCalls, Verb::SetPresence, Verb::NoteSignIns];

/// Which entries are asked for; what is left out fits all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditQuery {
    /// About this user: the command names it, or changed something of it.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub user: Option<UserId>,
    /// About this team: something of it changed, its members, its channels, what is given for it, or what sends calls to it.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub team: Option<TeamId>,
    /// Done by this user, or by a service that it made.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub actor: Option<UserId>,
    /// This verb, such as `invite_user`.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub verb: Option<String>,
    /// Done by this.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub way: Option<AuditWay>,
    /// Without what comes and goes with each call and each day: reports of calls, who is available, who was signed in.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<_>", optional))]
    pub quiet: bool,
    /// At or after this moment …
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub from: Option<Timestamp>,
    /// … and before this one.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub to: Option<Timestamp>,
}

/// Whether the log may be asked at all; what of it is seen, each entry tells ([`AuditEntry::seen`]).
///
/// # Errors
/// The refusal, without `audit.read` anywhere.
pub fn may_read_audit(holding: &Holding) -> Result<(), Refusal> {
    let permission = Permission::AuditRead;
    if holding.somewhere(permission) { Ok(()) } else { Err(Refusal::NotAllowed { permission }) }
}

/// Whether somebody may read the log at all: for a page that asks the server for it.
pub fn reads_audit(directory: &Directory, context: &Context) -> bool {
    Holding::of_actor(directory, context).is_ok_and(|holding| may_read_audit(&holding).is_ok())
}

/// Whether somebody may read what was done about a user: for a page that asks the log for it.
pub fn reads_history(directory: &Directory, context: &Context, user: UserId) -> bool {
    let permission = Permission::AuditRead;
    let reads = |holding: Holding| holding.everywhere(permission) || holding.over(directory, user).has(permission);
    Holding::of_actor(directory, context).is_ok_and(reads)
}

impl AuditEntry {
    /// The entry of a command as the log has it.
    pub fn new(version: u64, at: Timestamp, actor: Actor, command: Command, changes: Changes) -> Self {
        let (verb, user) = (command.verb().tag().to_owned(), command.user());
        Self { version, at, actor, verb, user, command: Some(command), changes }
    }

    /// What a viewer may see of it: nothing without `audit.read` over whom it was about, nor of the order by which it is to leave
    /// itself, and of each change what it sees of the record itself. The command is left out when a change is.
    #[must_use]
    pub fn seen(self, directory: &Directory, holding: &Holding) -> Option<Self> {
        let over = |user: UserId| holding.over(directory, user).has(Permission::AuditRead);
        if !holding.everywhere(Permission::AuditRead) && !self.user.is_some_and(over) {
            return None;
        }
        if holding.user().is_some_and(|me| self.changes.0.iter().any(|change| is_kept_from(change, me))) {
            return None;
        }
        let all = self.changes.0.len();
        let shown = |record: &Record| sees_whole(directory, holding, record);
        let whole = |change: &Change| change.before.iter().chain(&change.after).all(shown);
        let changes: Vec<Change> = self.changes.0.into_iter().filter(whole).collect();
        let command = self.command.filter(|_| changes.len() == all);
        Some(Self { command, changes: Changes(changes), ..self })
    }

    /// Whether the user did it, or a service of the user's.
    fn done_by(&self, user: UserId) -> bool {
        self.actor.acts_for(user) || self.actor == Actor::Invitee(user)
    }

    /// By what it was done.
    pub fn way(&self) -> AuditWay {
        match self.actor {
            Actor::Service(_) => AuditWay::Key,
            Actor::System => AuditWay::Server,
            Actor::User(_) | Actor::Invitee(_) if IMPORTED.iter().any(|verb| verb.tag() == self.verb) => {
                AuditWay::Import
            }
            Actor::User(_) | Actor::Invitee(_) => AuditWay::Page,
        }
    }

    /// Whether something of the team is in it.
    fn about_team(&self, team: TeamId) -> bool {
        self.changes.0.iter().any(|change| concerns_team(change, team))
    }

    /// Whether something of the user is in it.
    fn about(&self, user: UserId) -> bool {
        self.user == Some(user) || self.changes.0.iter().any(|change| concerns(change, user))
    }
}

impl AuditQuery {
    /// Whether an entry is asked for.
    pub fn takes(&self, entry: &AuditEntry) -> bool {
        self.user.is_none_or(|user| entry.about(user))
            && self.actor.is_none_or(|actor| entry.done_by(actor))
            && self.team.is_none_or(|team| entry.about_team(team))
            && self.way.is_none_or(|way| way == entry.way())
            && !(self.quiet && PASSING.iter().any(|verb| verb.tag() == entry.verb))
            && self.verb.as_ref().is_none_or(|verb| *verb == entry.verb)
            && self.from.is_none_or(|from| entry.at >= from)
            && self.to.is_none_or(|to| entry.at < to)
    }
}

/// Whether it is of an off-boarding of this user, which must not find out by it.
fn is_kept_from(change: &Change, me: UserId) -> bool {
    let leaves = |record: &Record| matches!(record, Record::Scheduled(scheduled) if scheduled.leaving().is_some());
    change.key == Key::Scheduled(me) && change.before.iter().chain(&change.after).any(leaves)
}

fn concerns(change: &Change, user: UserId) -> bool {
    match change.key {
        Key::User(id)
        | Key::Membership(_, id)
        | Key::CallHandling(id)
        | Key::Presence(id)
        | Key::LastSignIn(id)
        | Key::Avatar(AvatarOf::User(id))
        | Key::Removed(id)
        | Key::RemovedLines(id)
        | Key::Scheduled(id) => id == user,
        Key::Grant(grant) => grant.user == user,
        Key::Number(_) | Key::Phone(_) | Key::Call(_) => {
            let of = |record: &Record| match record {
                Record::Number(number) => number.holder == Some(user),
                Record::Phone(phone) => phone.user == user,
                Record::Call(call) => call.user == Some(user),
                _ => false,
            };
            change.before.iter().chain(&change.after).any(of)
        }
        Key::Organisation
        | Key::Licence(_)
        | Key::Role(_)
        | Key::Team(_)
        | Key::Channel(_)
        | Key::Contact(_)
        | Key::Avatar(AvatarOf::Team(_))
        | Key::Keeping
        | Key::CallPolicy
        | Key::Holiday(_) => false,
    }
}

fn concerns_team(change: &Change, team: TeamId) -> bool {
    let of = |record: &Record| match record {
        Record::Channel(channel) => channel.team == team,
        Record::Number(number) => number.target == Some(Target::Team(team)),
        _ => false,
    };
    match change.key {
        Key::Team(id) | Key::Membership(id, _) | Key::Avatar(AvatarOf::Team(id)) => id == team,
        Key::Grant(grant) => grant.scope == Scope::Team(team),
        _ => change.before.iter().chain(&change.after).any(of),
    }
}
