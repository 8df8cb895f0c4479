//! What was changed of teams, roles, licences, contacts and the organisation itself.

use super::Changed;
use crate::{speech::say, t};
use rollcall_core::{
    Command, Record,
    access::{permission_at, permission_rows},
    command::{
        EditChannel, EditContact, EditLicence, EditOrganisation, EditRole, EditTeam, SetCallPolicy, SetKeeping,
        SetPolicy, SetRouting,
    },
    model::{CallPolicy, Channel, Contact, Keeping, Licence, Organisation, Role, Team},
    refusal::Field,
};
use rollcall_words::name;

/// Compares the fields that an edit writes.
pub fn of(before: &Record, after: &Record, compare: &mut dyn FnMut(&[Field], Command, Command)) {
    match (before, after) {
        (Record::Team(before), Record::Team(after)) => {
            let edit = |of: &Team| EditTeam { team: of.id, name: of.name.clone(), kind: of.kind }.into();
            compare(&[Field::Name, Field::Kind], edit(before), edit(after));
            let routing = |of: &Team| SetRouting { team: of.id, routing: of.routing.clone() }.into();
            let fields = [Field::Strategy, Field::RingTime, Field::Hours, Field::Target];
            compare(&fields, routing(before), routing(after));
        }
        (Record::Role(before), Record::Role(after)) => {
            let edit = |of: &Role| EditRole { role: of.clone() }.into();
            compare(&[Field::Name, Field::Description, Field::Scope], edit(before), edit(after));
        }
        (Record::Channel(before), Record::Channel(after)) => {
            let edit = |of: &Channel| EditChannel { channel: of.id, name: of.name.clone(), public: of.public }.into();
            compare(&[Field::Name, Field::Publicity], edit(before), edit(after));
        }
        (Record::Licence(before), Record::Licence(after)) => {
            let edit = |of: &Licence| EditLicence { licence: of.id, name: of.name.clone(), seats: of.seats }.into();
            compare(&[Field::Name, Field::Seats], edit(before), edit(after));
        }
        (Record::Contact(before), Record::Contact(after)) => {
            let edit = |of: &Contact| EditContact { contact: of.clone() }.into();
            compare(&[Field::Name, Field::Company, Field::Email], edit(before), edit(after));
        }
        (Record::Organisation(before), Record::Organisation(after)) => {
            let edit = |of: &Organisation| {
                let of = of.clone();
                EditOrganisation { name: of.name, language: of.language, time_zone: of.time_zone, country: of.country }
                    .into()
            };
            compare(&[Field::Name, Field::Language, Field::TimeZone, Field::Country], edit(before), edit(after));
            let policy = |of: &Organisation| SetPolicy { policy: of.policy.clone() }.into();
            let fields = [
                Field::InvitationLifetime,
                Field::SingleRole,
                Field::InviteWithoutPlan,
                Field::ManagersMayAdd,
                Field::RecycleDays,
                Field::QuarantineDays,
                Field::Extension,
            ];
            compare(&fields, policy(before), policy(after));
        }
        (Record::Keeping(before), Record::Keeping(after)) => {
            let set = |of: &Keeping| SetKeeping { keeping: *of }.into();
            compare(&[Field::OfflineDays, Field::LogDays, Field::SecurityDays], set(before), set(after));
        }
        (Record::CallPolicy(before), Record::CallPolicy(after)) => {
            let set = |of: &CallPolicy| SetCallPolicy { policy: *of }.into();
            compare(&[Field::CallDays, Field::ServiceSeconds], set(before), set(after));
        }
        _ => {}
    }
}

/// What was taken out of sets and put into them, and what was switched.
pub fn sets(before: &Record, after: &Record) -> Option<Changed> {
    match (before, after) {
        (Record::Team(before), Record::Team(after)) if before.disabled != after.disabled => {
            let said = |disabled| vec![if disabled { t!(teams_disabled) } else { t!(teams_active) }];
            let (before, after) = (said(before.disabled), said(after.disabled));
            Some(Changed { field: t!(users_state), before, after })
        }
        (Record::Role(before), Record::Role(after)) if before.permissions != after.permissions => {
            let (had, has) = (permission_rows(before.permissions), permission_rows(after.permissions));
            let only = |these: &[bool], those: &[bool]| -> Vec<String> {
                let rows = these.iter().zip(those).enumerate().filter(|(_, (here, there))| **here && !**there);
                rows.filter_map(|(row, _)| permission_at(row)).map(|row| say(&name::permission(row))).collect()
            };
            let field = t!(history_permissions);
            Some(Changed { field, before: only(&had, &has), after: only(&has, &had) })
        }
        (Record::Contact(before), Record::Contact(after)) if before.numbers != after.numbers => {
            let said = |of: &Contact| of.numbers.iter().map(ToString::to_string).collect();
            Some(Changed { field: say(&name::field(Field::Number)), before: said(before), after: said(after) })
        }
        _ => None,
    }
}
