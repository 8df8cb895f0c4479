//! The server's tests: the store on both databases, every route, and the real process under fire.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "these are tests, and what is not as expected must stop them"
)]

mod access;
mod accounts;
mod accounts_store;
mod audit;
mod bad_input;
mod busy;
mod calls;
mod cluster;
mod connections;
mod crash;
mod damage;
mod database;
mod demo;
mod erase;
mod export;
mod field_cases;
mod guessing;
mod hand_over;
mod house;
mod invitations;
mod large;
mod limits;
mod mail;
mod merged;
mod passwords;
mod pin;
mod processes;
mod program;
mod recovery;
mod restored;
mod retention;
mod routes;
mod scheduled;
mod seen;
mod sessions;
mod setup;
mod sign_in;
mod site;
mod store;
mod streams;
mod sync;
mod temporary;
mod user_files;
mod world;
