//! The Rollcall server: one process that keeps every tenant's directory, syncs it, and serves the page.

pub mod allowance;
pub mod cli;
pub mod clock;
pub mod config;
pub mod connections;
pub mod demo;
pub mod failure;
mod files;
pub mod heavy;
pub mod house;
pub mod http;
pub mod identity;
pub mod limits;
mod local;
mod network;
pub mod outbound;
mod pace;
mod private;
pub mod problem;
pub mod random;
pub mod serve;
pub mod shares;
pub mod static_site;
pub mod store;
pub mod streams;
pub mod tenant;
