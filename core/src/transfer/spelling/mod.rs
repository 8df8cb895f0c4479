//! How other programs spell values, and what we make of it: what spreadsheets and exporters put around a value is taken off,
//! and what is written in words is looked up. A value is never guessed: what can be read in two ways is refused.

mod address;
mod number;
mod place;
mod spelled;
mod tables;

pub(super) use address::email;
pub(super) use number::{extension, mobile};
pub(super) use place::{country, language, time_zone};
pub(super) use spelled::{Spelled, login};
