//! Who may do what, and who may see what: the one home of authorisation.

mod builtin;
mod holding;
mod permission;
mod rows;
mod seen;
mod visible;

pub use builtin::{
    ADMIN, ADVANCED, AGENT, BASIC, MANAGER, OWNER, SIMPLE, SUPERVISOR, advanced, built_in, built_in_roles,
};
pub(crate) use builtin::{FOR_ONESELF, as_built_in, brings_teams};
pub use holding::{Holder, Holding};
pub use permission::{Permission, PermissionGroup, Permissions};
pub use rows::{permission_at, permission_groups, permission_rows, permissions_of};
pub use seen::{apply_and_see, sees_whole};
pub use visible::{affected, only_looks_up, reads_call, reads_sign_ins_over, sees_removed, view_epoch, visible};
