//! Work that goes on by itself.

pub use wasm_bindgen_futures::spawn_local as spawn;
