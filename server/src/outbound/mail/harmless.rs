//! What people are called in a mail: mail programs make links of whatever looks like an address on the web, and a name may be
//! made to look like one, so that our own mail would carry it to whoever is invited.

use rollcall_core::value::Email;
use rollcall_words::{Text, embedded::Spoken};

/// A message in a mail. Nothing that somebody chose as a name is a link in it.
pub fn say(spoken: &Spoken, text: Text) -> String {
    spoken.say(&text.with_names(&harmless))
}

/// A name with a blank wherever a link would need none. Mail addresses, at which people check what they are told, stay.
fn harmless(name: String) -> String {
    if Email::parse(&name).is_ok() {
        return name;
    }
    let mut out = String::with_capacity(name.len());
    let mut signs = name.chars().peekable();
    while let Some(sign) = signs.next() {
        let next = signs.peek().copied();
        let in_host = matches!(sign, '.' | '。' | '．' | '｡') && out.ends_with(char::is_alphanumeric);
        out.push(sign);
        if in_host && next.is_some_and(char::is_alphabetic) || sign == ':' && next == Some('/') {
            out.push(' ');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_a_link() {
        for (name, told) in [
            ("You won! https://evil.example/claim", "You won! https: //evil. example/claim"),
            ("www.evil.example", "www. evil. example"),
            ("evil。example", "evil。 example"),
            ("https://10.0.0.1/x", "https: //10.0.0.1/x"),
            // Names as people have them, and an address to be checked, stay.
            ("Dr. Ann Marsh", "Dr. Ann Marsh"),
            ("Version 2.5", "Version 2.5"),
            ("Ann…", "Ann…"),
            ("10:30", "10:30"),
            ("ann@north.example", "ann@north.example"),
        ] {
            assert_eq!(harmless(name.into()), told);
        }
    }
}
