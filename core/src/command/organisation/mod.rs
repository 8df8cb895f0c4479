//! The organisation itself: founding, settings, what time does.

mod edit_organisation;
mod expire;
mod found_organisation;
mod set_keeping;
mod set_policy;

pub use edit_organisation::EditOrganisation;
pub use expire::Expire;
pub use found_organisation::FoundOrganisation;
pub use set_keeping::SetKeeping;
pub use set_policy::SetPolicy;
