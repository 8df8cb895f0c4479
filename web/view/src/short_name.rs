//! The short name that an organisation's name suggests.

use rollcall_core::value::Slug;

/// The longest short name.
const LONGEST: usize = 40;

/// A short name like this name: its letters and digits without accents, joined by hyphens; empty where too few are left. The name
/// comes with its accents apart from their letters (NFKD).
pub fn short_name(name: &str) -> String {
    let mut short = String::new();
    for c in name.replace('ß', "ss").chars().map(|c| c.to_ascii_lowercase()) {
        if c.is_ascii_alphanumeric() {
            short.push(c);
        } else if c.is_ascii() && !short.ends_with('-') && !short.is_empty() && c != '\'' && c != '.' {
            short.push('-');
        }
    }
    short.truncate(LONGEST);
    let short = short.trim_end_matches('-');
    if Slug::parse(short).is_ok() { short.to_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_suggests_a_short_name() {
        for (name, short) in [
            ("Acme Ltd.", "acme-ltd"),
            ("Juniper & Vale Trading", "juniper-vale-trading"),
            ("Mu\u{308}ller Straße", "muller-strasse"),
            ("O'Neill", "oneill"),
            ("AB", ""),
            ("شركة الواحة", ""),
            ("  -- 24/7 --", "24-7"),
        ] {
            assert_eq!(short_name(name), short, "{name}");
        }
        let long = short_name(&"acme ".repeat(20));
        assert!(long.len() <= LONGEST && Slug::parse(&long).is_ok(), "{long}");
    }
}
