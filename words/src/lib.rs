//! Every sentence that a person reads: keys made from `locales/` by the build script, and what the core's codes are in words.
//! A message is data until it is read (`Text`), so page, mails and the server's answers share it in every language.

mod command;
#[cfg(feature = "embedded")]
pub mod embedded;
mod mail;
pub mod name;
mod problem;
mod refusal;
mod security;
mod value;
mod value_of;

pub use rollcall_catalogue::{Arg, Count, Direction, Language, Plural, Rules, Text, Unreadable};

pub use command::command;
pub use mail::undelivered;
pub use problem::problem;
pub use refusal::refusal;
pub use security::{browser, own_security_event, security_event};
pub use value::value_error;
pub use value_of::{target, value_of};

include!(concat!(env!("OUT_DIR"), "/keys.rs"));

/// A message by its key, with its arguments: `text!(invite_sent, email)` or `text!(invite_sent, email = user.email())`.
/// What is not in the catalogue, or lacks an argument, does not compile.
#[macro_export]
macro_rules! text {
    ($key:ident $(, $arg:ident $(= $value:expr)?)* $(,)?) => {
        $crate::Text::from($crate::msg::$key { $($arg: $crate::value!($arg $(= $value)?).into()),* })
    };
}

/// What stands for an argument: its value, or the variable of its name.
#[doc(hidden)]
#[macro_export]
macro_rules! value {
    ($arg:ident) => {
        $arg
    };
    ($arg:ident = $value:expr) => {
        $value
    };
}
