//! The import of shared contacts (S4.4): the same files, encodings, quotation and spellings as for users, with columns of their
//! own. [`ContactMapping::guess`] says what each column is, a [`ContactPlanner`] tries every row dry.

mod column;
mod mapping;
mod planner;
mod row;

pub use column::ContactColumn;
pub use mapping::{ContactMapping, ContactMappingProblem};
pub use planner::{ContactCounts, ContactPlan, ContactPlanError, ContactPlanner, ContactStatus, PlannedContact};
