//! E-mail addresses, with what mail programs put around them.

use super::spelled::{Spelled, bare};
use crate::{
    transfer::error::CellProblem,
    value::{Email, ValueError},
};

/// The one address that a cell clearly holds.
pub fn email(cell: &str) -> Spelled<Email> {
    if let Ok(email) = Email::parse(cell) {
        return Spelled::usual(email);
    }
    let text = bare(cell);
    if text.matches('@').count() > 1 && several(&text) {
        return Spelled::wrong(CellProblem::SeveralValues);
    }
    match Email::parse(inside(&text)) {
        Ok(email) => Spelled::unusual(email),
        Err(ValueError::Empty) => Spelled::wrong(ValueError::NotAnEmail),
        Err(error) => Spelled::wrong(error),
    }
}

/// Whether more than one part of a text is an address.
fn several(text: &str) -> bool {
    let part = |part: &&str| Email::parse(inside(part)).is_ok();
    text.split([';', ',', '|', ' ', '/']).filter(part).count() > 1
}

/// The address in `Ann Lee <ann@x.io>`, `mailto:ann@x.io?subject=…`, `SMTP:ann@x.io`, `'ann@x.io'`, `ann@x.io.`
fn inside(text: &str) -> &str {
    let text = match text.split_once('<') {
        Some((_, rest)) => {
            rest.split_once('>').map_or(rest, |(inside, behind)| if behind.trim().is_empty() { inside } else { text })
        }
        None => text,
    };
    let text = text.trim();
    let scheme = ["mailto:", "smtp:", "email:", "e-mail:", "mail:"].iter().find_map(|scheme| {
        let start = text.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| text.get(scheme.len()..))?
    });
    let text = match scheme {
        Some(rest) => rest.split('?').next().unwrap_or_default(),
        None => text,
    };
    let text = text.trim().trim_matches(['\'', '"', '‘', '’', '“', '”', '`']);
    text.trim_end_matches(['.', ',', ';', ':']).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_out_of_what_stands_around_them() {
        for (cell, wanted, unusual) in [
            ("ann@x.io", Ok("ann@x.io"), false),
            ("Ann Lee <ann@x.io>", Ok("ann@x.io"), true),
            ("\"Lee, Ann\" <ann@x.io>", Ok("ann@x.io"), true),
            ("<ann@x.io>", Ok("ann@x.io"), true),
            ("mailto:ann@x.io?subject=Hi", Ok("ann@x.io"), true),
            ("SMTP:ann@x.io", Ok("ann@x.io"), true),
            ("'ann@x.io'", Ok("ann@x.io"), true),
            ("ann@x.io.", Ok("ann@x.io"), true),
            ("=\"ann@x.io\"", Ok("ann@x.io"), true),
            ("o'brien@x.io", Ok("o'brien@x.io"), false),
            ("a#EXT#@x.io", Ok("a#EXT#@x.io"), false),
            ("ann@x.io; bob@x.io", Err("several_values"), false),
            ("ann@x.io bob@x.io", Err("several_values"), false),
            ("Ann <ann@x.io> Bob <bob@x.io>", Err("several_values"), false),
            ("ann@x .io", Err("invalid_value"), false),
            ("ann@x,io", Err("invalid_value"), false),
            ("ann@localhost", Err("invalid_value"), false),
            ("ann", Err("invalid_value"), false),
        ] {
            let spelled = email(cell);
            let value = spelled.value.map(|email| email.to_string());
            assert_eq!(value.as_deref().map_err(CellProblem::code), wanted, "{cell}");
            assert_eq!(spelled.unusual, unusual, "{cell}");
        }
    }
}
