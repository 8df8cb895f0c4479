//! Change what a user is identified by and logs in with (S1.6, S2.4).

use crate::command::{
    Decision, Effect, Intent, Standing,
    draft::{Draft, unless},
    guard,
    merge::Merger,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Identifier, IdentifierKind, User, UserKind, UserState},
    refusal::{Refusal, Refusals},
    value::{Email, few},
};
use serde::{Deserialize, Serialize};

/// Replace the identifiers. An open invitation to an address that goes is taken back. Needs `user.identity`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetIdentifiers {
    pub user: UserId,
    #[serde(deserialize_with = "few")]
    pub identifiers: Vec<Identifier>,
}

impl Intent for SetIdentifiers {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::User(self.user))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::User(user) = *about else { return None };
        let record = directory.user(user)?;
        let identifiers = record.identifiers.clone();
        (record.kind == UserKind::Person).then_some(Self { user, identifiers })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        let of = |identifiers: &[Identifier], kind| {
            let of_kind = identifiers.iter().filter(|identifier| identifier.kind() == kind);
            of_kind.cloned().collect::<Vec<_>>()
        };
        let kinds = [IdentifierKind::Email, IdentifierKind::Mobile, IdentifierKind::Login];
        let (mut wanted, mut kept_out) = (Vec::with_capacity(kinds.len()), false);
        for kind in kinds {
            let (mut mine, seen, now) =
                (of(&self.identifiers, kind), of(&seen.identifiers, kind), of(&now.identifiers, kind));
            let comes = mine.iter().any(|identifier| !seen.contains(identifier));
            kept_out |= merger.field(&mut mine, &seen, &now, kind.field()) && comes;
            wanted.push((kind, mine, now));
        }
        let mut merged = now.identifiers.clone();
        for (kind, mut mine, now) in wanted {
            if kept_out && mine.is_empty() {
                // What was to come in its place stays out: so it does not go.
                merger.keep(&mut mine, &now, kind.field());
            }
            if mine != now {
                merged.retain(|identifier| identifier.kind() != kind);
                merged.append(&mut mine);
            }
        }
        self.identifiers = merged;
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.user == user { Self { identifiers: Vec::new(), ..self } } else { self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let organisation = guard::organisation(directory)?;
        let (user, _) = guard::manage(directory, context, self.user, Permission::UserIdentity)?;
        let mut refusals = Vec::new();
        if user.kind != UserKind::Person {
            refusals.push(Refusal::NotAPerson);
        }
        if self.identifiers.is_empty() {
            refusals.push(Refusal::NoIdentifier);
        }
        if self.identifiers.len() > 10 {
            return Err(Refusal::TooMany { max: 10 }.into());
        }
        let twice = |at: usize, identifier: &Identifier| {
            self.identifiers.iter().take(at).any(|other| other.folded() == identifier.folded())
        };
        if self.identifiers.iter().enumerate().any(|(at, identifier)| twice(at, identifier)) {
            refusals.push(Refusal::Repeated);
        }
        if self.identifiers == user.identifiers {
            refusals.push(Refusal::NothingToChange);
        }
        // What it has, it may keep, though the organisation accepts other domains by now; in other letters it is the same.
        let has = |new: &Identifier| user.identifiers.iter().any(|old| old.folded() == new.folded());
        let new: Vec<_> = self.identifiers.iter().filter(|new| !has(new)).cloned().collect();
        refusals.extend(guard::identifiers_free(directory, organisation, &new, self.user));
        let kinds = &organisation.policy.login_kinds;
        if guard::owner_signs_in(directory, kinds, None)
            && !guard::owner_signs_in(directory, kinds, Some((user.id, &self.identifiers)))
        {
            refusals.push(Refusal::LastOwner);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            let mut after = User { identifiers: self.identifiers.clone(), ..user.clone() };
            let mailbox = |user: &User| user.email().map(Email::folded);
            if after.state == UserState::Invited && mailbox(&after) != mailbox(user) {
                (after.state, after.invitation) = (UserState::Prepared, None);
                draft.effect(Effect::EndInvitation { user: user.id });
            }
            // Spelt otherwise, all of them still lead to the same person: no link ends, nothing moves.
            let same =
                new.is_empty() && after.identifiers.len() == user.identifiers.len() && mailbox(&after) == mailbox(user);
            draft.put(Record::User(after));
            if !same {
                draft.effect(Effect::IdentifiersChanged { user: user.id });
            }
            draft.done()
        })
    }
}
