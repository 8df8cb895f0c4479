//! What there is about a person, to hand it out or to take it out of what is kept.

mod erased;
mod person;

pub use erased::erased;
pub use person::{Beside, Person, beside, may_have, person};
