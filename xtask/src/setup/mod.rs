//! What a bare machine lacks: looked for first, installed when that is allowed, else named with the command to type.
pub mod browser;
pub mod node;
pub mod postgres;
pub mod rust;
pub mod system;

use crate::failure::Done;

/// What building the page, the package and the server needs.
pub fn for_builds() -> Done {
    rust::wasm_target()?;
    rust::crates()
}
