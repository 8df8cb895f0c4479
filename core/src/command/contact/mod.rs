//! Shared contacts.

mod add_contact;
mod delete_contact;
mod edit_contact;
mod import_contact;

pub use add_contact::AddContact;
pub use delete_contact::DeleteContact;
pub use edit_contact::EditContact;
pub use import_contact::ImportContact;
