//! Roles, and who is given what.

mod create_role;
mod delete_role;
mod edit_role;
mod give_grant;
mod take_grant;

pub use create_role::CreateRole;
pub use delete_role::DeleteRole;
pub use edit_role::EditRole;
pub use give_grant::GiveGrant;
pub use take_grant::TakeGrant;
