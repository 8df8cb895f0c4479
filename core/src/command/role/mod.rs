//! Roles, and who is given what.

mod create_role;
mod delete_role;
mod edit_role;
mod grant;
mod replace_roles;

pub use create_role::CreateRole;
pub use delete_role::DeleteRole;
pub use edit_role::EditRole;
pub use grant::GiveGrant;
pub use grant::TakeGrant;
pub use replace_roles::ReplaceRoles;
