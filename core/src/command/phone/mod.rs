//! Phones.

mod add_phone;
mod delete_phone;
mod edit_phone;

pub use add_phone::AddPhone;
pub use delete_phone::DeletePhone;
pub use edit_phone::EditPhone;
