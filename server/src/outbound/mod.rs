//! What leaves the server because of a commit: jobs, and the mails that they send.

pub mod job;
pub mod mail;
