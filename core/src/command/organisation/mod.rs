//! The organisation itself: founding, settings, what time does.

mod change_holidays;
mod edit_organisation;
mod expire;
mod found_organisation;
mod set_keeping;
mod set_policy;

pub use change_holidays::ChangeHolidays;
pub use edit_organisation::EditOrganisation;
pub use expire::Expire;
pub use found_organisation::FoundOrganisation;
pub use set_keeping::SetKeeping;
pub use set_policy::SetPolicy;
