//! What is wrong with something that was typed.

use crate::{Text, text};
use rollcall_core::value::ValueError;

/// What is wrong with a value, as a sentence that says what to do.
pub fn value_error(error: ValueError) -> Text {
    match error {
        ValueError::Empty => text!(value_empty),
        ValueError::TooLong { max } => text!(value_too_long, max),
        ValueError::TooShort { min } => text!(value_too_short, min),
        ValueError::BadCharacter(c) if c.is_control() || c.is_whitespace() => text!(value_invisible_character),
        ValueError::BadCharacter(c) => text!(value_bad_character, character = c.to_string()),
        ValueError::NotAnEmail => text!(value_not_an_email),
        ValueError::NotADomain => text!(value_not_a_domain),
        ValueError::NotASlug => text!(value_not_a_slug),
        ValueError::NotAnExtension => text!(value_not_an_extension),
        ValueError::NotALanguage => text!(value_not_a_language),
        ValueError::NotATimeZone => text!(value_not_a_time_zone),
        ValueError::NotAPhoneNumber => text!(value_not_a_phone_number),
        ValueError::NotAMacAddress => text!(value_not_a_mac_address),
        ValueError::NotAnImage { max_kib } => text!(value_not_an_image, max = max_kib),
        ValueError::OutOfRange { min, max } => text!(value_out_of_range, min, max),
        ValueError::NotARange => text!(value_not_a_range),
        ValueError::NotACountry => text!(value_not_a_country),
        ValueError::EasilyGuessed => text!(value_easily_guessed),
        ValueError::NotADate => text!(value_not_a_date),
        ValueError::InTheFuture => text!(value_in_the_future),
    }
}
