//! Every test of the core that needs no other crate, in one program: one is linked, and its tests share the machine's cores.

mod support;

mod commands;
mod digest_properties;
mod erased_properties;
mod excel;
mod exports;
mod import_cases;
mod import_contacts;
mod import_order;
mod import_properties;
mod import_tables;
mod import_updates;
mod imports;
mod invariants;
mod kernel_properties;
mod kinds;
mod merge_properties;
mod merging;
mod names_once_apart;
mod parser_properties;
mod record_properties;
mod replica_properties;
mod search_properties;
mod seen;
mod service_properties;
mod size_properties;
mod transfer_files;
mod transfer_properties;
mod visible_properties;
#[cfg(feature = "watched")]
mod watched_properties;
