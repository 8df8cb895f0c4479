//! Restore a deleted user while its recycle days run (domain.md, 2.3).

use crate::command::{
    Decision, Intent, Standing, Start, bring,
    draft::{Draft, unless},
    guard, size,
};
use crate::{
    access::{Holding, Permissions},
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::{LicenceId, TeamId, UserId},
    model::{
        Action, Grant, Granted, Identifier, Line, Membership, Number, NumberKind, Organisation, Phone, Removed,
        RemovedLines, Role, Scope, Target, User, UserKind, UserState,
    },
    refusal::{Refusal, Refusals, Subject},
    value::PhoneNumber,
};
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

/// Deleted → prepared, or active for what is no person; credentials stay gone. What others have meanwhile stays theirs, and the
/// forecast says what that is ([`crate::query::Impact::missing`]); somebody without a free identifier is not restored. Needs all
/// permissions, as an owner has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RestoreUser {
    pub user: UserId,
}

impl Intent for RestoreUser {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn offered(_directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::Removed(user) = *about else { return None };
        Some(Start::ready(Self { user }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let organisation = guard::organisation(directory)?;
        let holding = Holding::of_actor(directory, context)?;
        if let Some(permission) = Permissions::all().without(holding.everywhere).iter().next() {
            return Err(Refusal::NotAllowed { permission }.into());
        }
        let removed = directory.removed_user(self.user).ok_or(Refusal::Unknown(Subject::User))?;
        let mut user = still_there(directory, organisation, &removed.user);
        let mut refusals = Vec::new();
        if directory.user(user.id).is_some() {
            refusals.push(Refusal::IdInUse);
        }
        if removed.until <= context.now {
            refusals.push(Refusal::NotRestorable);
        }
        if user.identifiers.is_empty() {
            // Nobody is anybody without one; what never had any comes back without.
            refusals.extend(guard::identifiers_free(directory, organisation, &removed.user.identifiers, user.id));
        }
        refusals.extend(size::too_many(coming_back(directory, removed)));
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            for membership in removed.memberships.iter().filter(|m| m.by_hand && directory.team(m.team).is_some()) {
                draft.put(Record::Membership(Membership { through: Vec::new(), ..membership.clone() }));
            }
            for grant in removed.grants.iter().filter(|grant| stands(directory, grant)) {
                draft.put(Record::Grant(*grant));
                // The teams that the role brings by now, whichever it brought then.
                if let Granted::Role(id) = grant.key.what
                    && let Some(role) = directory.role(id)
                {
                    role.teams.iter().for_each(|team| bring::join(&mut draft, *team, user.id, id));
                }
            }
            if let Some(mut handling) = removed.handling.clone() {
                handling.rules.retain(|rule| match rule.action {
                    Action::Forward(target) => reachable(directory, user.id, target),
                    Action::Ring { .. } | Action::Voicemail | Action::Reject => true,
                });
                draft.put(Record::CallHandling(handling));
            }
            removed.avatar.iter().for_each(|avatar| draft.put(Record::Avatar(avatar.clone())));
            if let (UserKind::Person, Some(line)) = (user.kind, &user.line) {
                draft.put(Record::Phone(guard::phone_of_line(directory, user.id, line)));
            }
            if let Some(lines) = directory.removed_lines(user.id) {
                give_back(&mut draft, directory, context, &mut user, lines);
                draft.remove(Key::RemovedLines(user.id));
            }
            draft.remove(Key::Removed(user.id));
            draft.put(Record::User(user));
            draft.done()
        })
    }
}

/// How many records come back at most.
fn coming_back(directory: &Directory, removed: &Removed) -> usize {
    let brought: FxHashSet<TeamId> = removed
        .grants
        .iter()
        .filter_map(|grant| match grant.key.what {
            Granted::Role(role) => directory.role(role),
            Granted::Permission(_) => None,
        })
        .flat_map(|role| role.teams.iter().copied())
        .collect();
    let lines = directory.removed_lines(removed.user.id).map_or(0, |lines| lines.numbers.len() + lines.phones.len());
    // Itself, its phone, picture and rules, and what it is restored from.
    6 + removed.memberships.len() + removed.grants.len() + brought.len() + lines
}

/// The numbers that nobody else has got meanwhile, and the phones that still can be as they were described, for the extension if
/// that is given back.
fn give_back(draft: &mut Draft<'_>, directory: &Directory, context: &Context, user: &mut User, lines: &RemovedLines) {
    let removed = directory.removed_user(user.id);
    for before in &lines.numbers {
        let free = directory.number(before.number).filter(|number| number.free_for(user.id, context.now));
        let Some(number) = free else { continue };
        draft.put(Record::Number(Number {
            holder: Some(user.id),
            quarantine_until: None,
            linked_mobile: before.linked_mobile,
            link_off: before.link_off,
            ..number.clone()
        }));
        let shown = removed.is_some_and(|removed| removed.user.display_numbers.contains(&before.number));
        if shown && !user.display_numbers.contains(&before.number) {
            user.display_numbers.push(before.number);
        }
    }
    for phone in &lines.phones {
        let mac = phone.mac.clone().filter(|mac| directory.phones_at(mac).next().is_none());
        let line = phone.line.clone().filter(|line| user.extension() == Some(line));
        // The phone of an extension has its user's name.
        let anothers = directory.user(UserId::new(phone.id.uuid())).is_some();
        // One that nobody described came with the extension, and stays away with it.
        let came_along = phone.line.is_some() && line.is_none() && phone.model.is_none() && phone.mac.is_none();
        if directory.phone(phone.id).is_none() && !anothers && !came_along {
            draft.put(Record::Phone(Phone { mac, line, ..phone.clone() }));
        }
    }
}

/// The user without what is gone or somebody else's meanwhile; of its own numbers it shows those that it gets back.
fn still_there(directory: &Directory, organisation: &Organisation, user: &User) -> User {
    let unused = |identifier: &&Identifier| {
        guard::identifiers_free(directory, organisation, std::slice::from_ref(*identifier), user.id).is_empty()
    };
    let plan = |licence: &LicenceId| guard::licences(directory, Some(*licence), &[], &[]).is_empty();
    let add_on = |licence: &LicenceId| guard::licences(directory, None, &[*licence], &[]).is_empty();
    let free = |line: &Line| guard::line_free(directory, organisation, user.id, line).is_none();
    let shown = |number: &PhoneNumber| directory.number(*number).is_some_and(|number| number.kind == NumberKind::Group);
    User {
        state: if user.kind == UserKind::Person { UserState::Prepared } else { UserState::Active },
        invitation: None,
        identifiers: user.identifiers.iter().filter(unused).cloned().collect(),
        line: user.line.clone().filter(free),
        licence: user.licence.filter(plan),
        add_ons: user.add_ons.iter().copied().filter(add_on).collect(),
        display_numbers: user.display_numbers.iter().copied().filter(shown).collect(),
        target: user.target.filter(|target| reachable(directory, user.id, *target)),
        ..user.clone()
    }
}

/// Whether role and team of a grant are still there, and fit.
fn stands(directory: &Directory, grant: &Grant) -> bool {
    let team = match grant.key.scope {
        Scope::Team(team) => directory.team(team).is_some(),
        Scope::Own | Scope::Organisation => true,
    };
    let reach = |role: &Role| role.scopes.has(grant.key.scope.reach());
    team && match grant.key.what {
        Granted::Role(role) => directory.role(role).is_some_and(reach),
        Granted::Permission(_) => true,
    }
}

/// Whether calls can still be sent there; a user's own voicemail comes back with it.
fn reachable(directory: &Directory, restored: UserId, target: Target) -> bool {
    match target {
        Target::User(user) | Target::Voicemail(user) => user == restored || directory.user(user).is_some(),
        Target::Team(team) => directory.team(team).is_some(),
        Target::Number(_) => true,
    }
}
