//! What imports need of their host, and a short way to try one.

#![expect(clippy::unwrap_used, reason = "this file is for tests")]

use crate::support::{ANN, as_user, ids, organisation};
use rollcall_core::transfer::{Hints, ImportOptions, ImportPlan, Mapping, PlanError, Table, plan};
use std::sync::Arc;

/// Decodes as a browser does.
pub fn legacy(label: &'static str, bytes: &[u8]) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

pub fn hints() -> Hints<'static> {
    Hints { legacy: &legacy, ..Hints::default() }
}

/// A file, read.
pub fn table(bytes: impl AsRef<[u8]>) -> Arc<Table> {
    Arc::new(Table::read(bytes.as_ref(), &hints()).unwrap())
}

/// What would come of it in the small organisation.
pub fn dry(table: &Arc<Table>, mapping: &Mapping) -> Result<ImportPlan, PlanError> {
    dry_with(table, mapping, ImportOptions::default())
}

pub fn dry_with(table: &Arc<Table>, mapping: &Mapping, options: ImportOptions) -> Result<ImportPlan, PlanError> {
    plan(&organisation(), as_user(ANN), table, mapping, options, ids(1_000))
}
