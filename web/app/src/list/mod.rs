//! One kit for all lists.

pub mod virtual_rows;
