//! The simulator: real client engines, the real routes and tenants of the server, and the real core, over a network, clocks,
//! browsers and a disk that are made up in memory. A seed decides everything that happens, so a run can be had again;
//! oracles that know everything look on (docs/simulator.md).

mod action;
mod bug;
mod commands;
mod connection;
mod cookies;
mod device;
mod disk;
mod entry;
mod ether;
mod foreign;
mod hub;
mod knobs;
mod mailbox;
mod node;
mod oracle;
mod page;
mod panics;
mod people;
mod rates;
mod run;
mod saboteur;
mod simulation;
mod store;
mod universe;

pub use bug::Bug;
pub use rates::Rates;
pub use run::run;
pub use simulation::{Plan, Report};
