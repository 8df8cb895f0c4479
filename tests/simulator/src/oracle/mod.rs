//! What must hold, whatever happens: one family of truths a file. They know everything, so they can be plain.

pub mod account;
pub mod authors;
pub mod end;
pub mod ledger;
pub mod log;
pub mod past;
pub mod unseen;
pub mod view;
pub mod wire;
