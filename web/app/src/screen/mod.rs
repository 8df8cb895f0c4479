//! One page a file or a folder. A page asks the core's queries and issues its commands; who may do what is not its business.

pub mod about;
pub mod accept;
pub mod account;
pub mod address;
pub mod choose;
pub mod entry;
pub mod expired;
pub mod forgot;
pub mod import;
pub mod inbox;
pub mod invite;
pub mod mail;
pub mod new_password;
pub mod password;
mod seats;
pub mod security;
pub mod sign_in;
pub mod sign_out;
pub mod users;
