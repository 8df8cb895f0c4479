//! What an entry of the audit log changed, field by field, in words: what stood before, and what stands after.

mod house;
mod place;

pub use place::{about, about_command, verb_name, way_name};

use crate::{
    speech::say,
    t,
    text::{command, standing},
};
use rollcall_core::{
    Change, Changes, Command, Directory, Key, Record,
    command::{
        ChangeExtension, EditExtra, EditNumber, EditPhone, EditProfile, EditSystemUser, LinkMobile, SetAnswering,
        SetDisplayNumbers, SetIdentifiers, SetLicence, SetVoicemail,
    },
    context::Actor,
    model::{CallHandling, Number, Phone, User, UserState},
    query::{AuditEntry, UserStanding},
    refusal::Field,
};
use rollcall_words::{name, value_of};

/// A field that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub field: String,
    /// A line each; nothing when it was empty.
    pub before: Vec<String>,
    pub after: Vec<String>,
}

/// What was done. Where the viewer may not see all of it, only that something was.
pub fn title(entry: &AuditEntry, names: &Directory) -> String {
    let Some(done) = &entry.command else { return t!(history_hidden) };
    let gone: Vec<Change> = entry.changes.0.iter().filter(|change| removes_a_thing(change)).cloned().collect();
    if gone.is_empty() {
        return command::title(done, names);
    }
    // What was removed is called as it was then.
    let mut then = Directory::default();
    then.undo(&Changes(gone));
    command::title(done, &then)
}

/// Whether it removes something that its verb names, and nothing else.
const fn removes_a_thing(change: &Change) -> bool {
    let named = matches!(
        change.key,
        Key::User(_) | Key::Team(_) | Key::Role(_) | Key::Channel(_) | Key::Licence(_) | Key::Contact(_)
    );
    named && change.before.is_some() && change.after.is_none()
}

/// Who did it: of a program, who made its key; nobody when it was the server.
pub fn actor(actor: &Actor, names: &Directory) -> String {
    let called = |id| names.user(id).map_or_else(|| t!(security_user_gone), |user| user.display_name().into_owned());
    match actor {
        Actor::User(id) | Actor::Invitee(id) => called(*id),
        Actor::Service(service) => called(service.maker),
        Actor::System => String::new(),
    }
}

/// The fields that an entry changed: of records that were there before and are still there. What was made or removed, its title
/// says.
pub fn changed(entry: &AuditEntry, names: &Directory) -> Vec<Changed> {
    entry.changes.0.iter().flat_map(|change| of(change, names)).collect()
}

fn of(change: &Change, names: &Directory) -> Vec<Changed> {
    let mut found = Vec::new();
    let mut compare = |fields: &[Field], before: Command, after: Command| {
        for field in fields {
            let said = |one: &Command, other: &Command| {
                value_of(one, &(*field).into(), other, names).iter().map(say).collect()
            };
            let (before, after): (Vec<_>, Vec<_>) = (said(&before, &after), said(&after, &before));
            if before != after {
                found.push(Changed { field: say(&name::field(*field)), before, after });
            }
        }
    };
    match (&change.before, &change.after) {
        (Some(Record::User(before)), Some(Record::User(after))) => {
            users(before, after, &mut compare);
            if before.state != after.state {
                let said = |state| vec![standing(of_state(state)).0];
                found.push(Changed { field: t!(users_state), before: said(before.state), after: said(after.state) });
            }
        }
        (before, Some(Record::CallHandling(after))) => {
            let before = match before {
                Some(Record::CallHandling(before)) => before.clone(),
                _ => CallHandling { user: after.user, rules: Vec::new(), voicemail: Default::default() },
            };
            let rules = |of: &CallHandling| SetAnswering { user: of.user, rules: of.rules.clone() }.into();
            compare(&[Field::Rules], rules(&before), rules(after));
            let voicemail = |of: &CallHandling| SetVoicemail { user: of.user, voicemail: of.voicemail }.into();
            compare(&[Field::Voicemail, Field::MailCopy], voicemail(&before), voicemail(after));
        }
        (Some(Record::Phone(before)), Some(Record::Phone(after))) => {
            let edit = |phone: &Phone| EditPhone { phone: phone.clone() }.into();
            compare(&[Field::PhoneModel, Field::MacAddress, Field::Extension], edit(before), edit(after));
        }
        (Some(Record::Number(before)), Some(Record::Number(after))) => {
            let link =
                |of: &Number| LinkMobile { number: of.number, mobile: of.linked_mobile, off: of.link_off }.into();
            compare(&[Field::Mobile], link(before), link(after));
            let edit = |of: &Number| {
                EditNumber { number: of.number, kind: of.kind, label: of.label.clone(), target: of.target }.into()
            };
            compare(&[Field::Kind, Field::Label, Field::Target], edit(before), edit(after));
            let holder =
                |of: &Number| of.holder.and_then(|id| names.user(id)).map(|user| user.display_name().into_owned());
            if before.holder != after.holder {
                let (before, after) = (holder(before).into_iter().collect(), holder(after).into_iter().collect());
                found.push(Changed { field: t!(numbers_holder), before, after });
            }
        }
        (Some(before), Some(after)) => {
            house::of(before, after, &mut compare);
            found.extend(house::sets(before, after));
        }
        _ => {}
    }
    found
}

fn users(before: &User, after: &User, compare: &mut dyn FnMut(&[Field], Command, Command)) {
    let user = after.id;
    let profile = |of: &User| EditProfile { user, profile: of.profile.clone() }.into();
    let fields = [Field::FullName, Field::Position, Field::Language, Field::TimeZone, Field::Country];
    compare(&fields, profile(before), profile(after));
    let known = |of: &User| SetIdentifiers { user, identifiers: of.identifiers.clone() }.into();
    compare(&[Field::Email, Field::Mobile, Field::Login], known(before), known(after));
    let licence = |of: &User| SetLicence { user, licence: of.licence, add_ons: of.add_ons.clone() }.into();
    compare(&[Field::Licence], licence(before), licence(after));
    let extra = |of: &User| EditExtra { user, extra: of.extra.clone() }.into();
    compare(&[Field::Extra], extra(before), extra(after));
    let line = |of: &User| match &of.line {
        Some(line) => ChangeExtension { user, line: line.clone() }.into(),
        // Which says nothing of an extension.
        None => SetDisplayNumbers { user, numbers: Vec::new() }.into(),
    };
    compare(&[Field::Extension], line(before), line(after));
    if before.line.is_some() && after.line.is_some() {
        compare(&[Field::PhoneType], line(before), line(after));
    }
    if let (Some(was), Some(is)) = (&before.profile.full_name, &after.profile.full_name)
        && before.target != after.target
    {
        let sends = |name: &rollcall_core::value::FullName, target| EditSystemUser { user, name: name.clone(), target };
        compare(&[Field::Target], sends(was, before.target).into(), sends(is, after.target).into());
    }
}

const fn of_state(state: UserState) -> UserStanding {
    match state {
        UserState::Prepared => UserStanding::Prepared,
        UserState::Invited => UserStanding::Invited,
        UserState::Active => UserStanding::Active,
        UserState::Suspended => UserStanding::Suspended,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::{Key, Timestamp, id::UserId, model::UserKind, value::FullName};

    #[test]
    fn an_edit_tells_what_stood_before_and_after() {
        let mut before = User::new(UserId::fixed(1), UserKind::Person, UserState::Active, Timestamp(0));
        before.profile.full_name = Some(FullName::parse("Ann").unwrap());
        let mut after = before.clone();
        after.profile.full_name = Some(FullName::parse("Anna").unwrap());
        after.state = UserState::Suspended;
        let key = Key::User(before.id);
        let record = |user: &User| Some(Record::User(user.clone()));
        let change = Change { key, before: record(&before), after: record(&after) };
        let told = of(&change, &Directory::default());
        let told: Vec<_> = told.iter().map(|c| (c.field.as_str(), c.before.join("; "), c.after.join("; "))).collect();
        let owned = |text: &str| text.to_owned();
        assert_eq!(told, [("Name", owned("Ann"), owned("Anna")), ("State", owned("Active"), owned("Suspended"))]);
        let made = Change { key, before: None, after: record(&after) };
        assert!(of(&made, &Directory::default()).is_empty(), "its title says that it was made");
    }
}
