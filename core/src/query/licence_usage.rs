//! How many seats of each plan and add-on are taken.

use crate::{
    directory::Directory,
    id::LicenceId,
    model::{Licence, LicenceKind},
    sort,
    value::LicenceName,
};
use serde::Serialize;

/// One plan or add-on, and its seats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LicenceUsage {
    pub id: LicenceId,
    pub kind: LicenceKind,
    pub name: LicenceName,
    pub taken: u32,
    /// None: no limit.
    pub seats: Option<u32>,
}

impl LicenceUsage {
    /// Seats left; none when there is no limit.
    pub fn left(&self) -> Option<u32> {
        self.seats.map(|seats| seats.saturating_sub(self.taken))
    }
}

/// Every plan, then every add-on, by name.
pub fn licence_usage(directory: &Directory) -> Vec<LicenceUsage> {
    let usage = |licence: &Licence| LicenceUsage {
        id: licence.id,
        kind: licence.kind,
        name: licence.name.clone(),
        taken: directory.seats_taken(licence.id),
        seats: licence.seats,
    };
    let mut list: Vec<_> = directory.licences().map(usage).collect();
    sort::by(&mut list, |a, b| (a.kind == LicenceKind::AddOn, &a.name).cmp(&(b.kind == LicenceKind::AddOn, &b.name)));
    list
}
