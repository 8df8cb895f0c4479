//! Numbers of the inventory and extensions.

mod add_number;
mod assign_extension;
mod assign_number;
mod change_extension;
mod edit_number;
mod link_mobile;
mod release_number;
mod remove_number;
mod route_number;
mod set_display_numbers;
mod unassign_extension;
mod unassign_number;

pub use add_number::AddNumber;
pub use assign_extension::AssignExtension;
pub use assign_number::AssignNumber;
pub use change_extension::ChangeExtension;
pub use edit_number::EditNumber;
pub use link_mobile::LinkMobile;
pub use release_number::ReleaseNumber;
pub use remove_number::RemoveNumber;
pub use route_number::RouteNumber;
pub use set_display_numbers::SetDisplayNumbers;
pub use unassign_extension::UnassignExtension;
pub use unassign_number::UnassignNumber;
