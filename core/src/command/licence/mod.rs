//! Plans and add-ons, their seats, and who holds them.

mod add_licence;
mod edit_licence;
mod remove_licence;
mod set_licence;

pub use add_licence::AddLicence;
pub use edit_licence::EditLicence;
pub use remove_licence::RemoveLicence;
pub use set_licence::SetLicence;
