//! Where in a row stands what a refusal is about.

use super::column::Column;
use crate::{
    access::Permission,
    command::{Command, ImportUser},
    refusal::{Field, Refusal},
};

/// The column that a refusal concerns.
pub(super) fn column_of(refusal: &Refusal, command: &Command) -> Option<Column> {
    let Command::ImportUser(ImportUser(user)) = command else { return None };
    let licence_or_add_on = |of_plan: bool| Some(if of_plan { Column::Licence } else { Column::AddOns });
    match refusal {
        Refusal::NoSeatLeft { licence, .. } | Refusal::WrongLicenceKind { licence } => {
            licence_or_add_on(user.licence == Some(*licence))
        }
        Refusal::NotAllowed { permission: Permission::LicenceAssign } => licence_or_add_on(user.licence.is_some()),
        Refusal::NotAllowed { permission: Permission::NumberAssign } => Some(Column::Extension),
        Refusal::NotAllowed { permission: Permission::RoleAssign } => Some(Column::Role),
        Refusal::NotAllowed { permission: Permission::TeamMembers } => Some(Column::Teams),
        _ => match refusal.field()? {
            Field::Email => Some(Column::Email),
            Field::Mobile => Some(Column::Mobile),
            Field::Login => Some(Column::Login),
            Field::FullName | Field::Name => Some(Column::FullName),
            Field::Position => Some(Column::Position),
            Field::Role => Some(Column::Role),
            Field::Scope => Some(Column::RoleScope),
            Field::Licence => Some(Column::Licence),
            Field::AddOns => Some(Column::AddOns),
            Field::Team => Some(Column::Teams),
            Field::Language => Some(Column::Language),
            Field::TimeZone => Some(Column::TimeZone),
            Field::Extension => Some(Column::Extension),
            _ => None,
        },
    }
}
