//! What there is about a person, to hand it out or to take it out of what is kept.

mod erased;
mod logged;
mod person;

pub use erased::erased;
pub use logged::logged;
pub use person::{Beside, Person, beside, may_have, person};
