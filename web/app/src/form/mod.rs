//! The kit of forms: fields bound to values of the core, the reasons against them where they belong, and nothing typed is
//! lost without a question.

mod code_lists;
mod fields;
mod frame;
pub mod leave;
mod moment;
mod password;

pub use code_lists::code_lists;
pub use fields::{Entry, Form};
pub use frame::{entry_frame, form_frame, part_frame};
pub use moment::{MomentEntry, zone_of};
pub use password::{account_of, password_field};
