//! Numbers of the inventory, and extensions free and taken (S1.3, S1.6, S2.8).

use crate::{
    directory::Directory,
    id::UserId,
    model::{Number, NumberKind},
    time::Timestamp,
    value::Extension,
};
use serde::Serialize;

/// A number with where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NumberRow {
    pub number: Number,
    pub standing: NumberStanding,
    /// The holder's name, address or log-in name.
    pub holder: Option<String>,
}

/// Where a number stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum NumberStanding {
    Free,
    Assigned,
    Quarantine,
    /// Nobody holds it, and its calls go somewhere: a group's.
    Routed,
}

/// The inventory, in order; of one kind or all.
pub fn numbers(directory: &Directory, kind: Option<NumberKind>, now: Timestamp) -> Vec<NumberRow> {
    let wanted = |number: &&Number| kind.is_none_or(|kind| number.kind == kind);
    directory.numbers().filter(wanted).map(|number| row(directory, number, now)).collect()
}

/// The extensions of the organisation's range that nobody has, in order, at most `limit`; none without a range.
pub fn extensions_free(directory: &Directory, limit: usize) -> Vec<Extension> {
    let range = directory.organisation().and_then(|organisation| organisation.policy.extensions.as_ref());
    let free = |extension: &Extension| directory.user_at(extension).is_none();
    range.map(|range| range.iter().filter(free).take(limit).collect()).unwrap_or_default()
}

/// The extensions that are taken, in order, and by whom.
pub fn extensions_taken(directory: &Directory) -> Vec<(Extension, UserId)> {
    directory.extensions_taken().map(|(extension, user)| (extension.clone(), user)).collect()
}

/// Where a number stands at this moment.
pub(super) fn standing(number: &Number, now: Timestamp) -> NumberStanding {
    match number.holder {
        Some(_) => NumberStanding::Assigned,
        None if number.rests(now) => NumberStanding::Quarantine,
        None if number.target.is_some() => NumberStanding::Routed,
        None => NumberStanding::Free,
    }
}

pub(super) fn row(directory: &Directory, number: &Number, now: Timestamp) -> NumberRow {
    let holder = number.holder.and_then(|id| directory.user(id)).map(|user| user.display_name().into_owned());
    NumberRow { number: number.clone(), standing: standing(number, now), holder }
}
