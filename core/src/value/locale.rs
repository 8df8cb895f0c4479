//! Language, time zone and country, checked for form. Which of them exist is a matter of data that a page or a
//! server brings (a browser's `Intl`, a time-zone database), so the core stays small.

use super::{ValueError, text_type};

text_type!(
    /// A language tag in the form of BCP 47 (RFC 5646), such as `en` or `pt-BR`.
    Language,
    |text| {
        let text = text.trim();
        let mut parts = text.split('-');
        let primary = parts.next().unwrap_or_default();
        let primary_fits = (2..=8).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
        let rest_fits = parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        match (text.is_empty(), primary_fits && rest_fits && text.len() <= 35) {
            (true, _) => Err(ValueError::Empty),
            (_, true) => Ok(text.to_owned()),
            (_, false) => Err(ValueError::NotALanguage),
        }
    }
);

text_type!(
    /// The name of an IANA time zone, such as `Europe/Berlin` or `UTC`.
    TimeZone,
    |text| {
        let text = text.trim();
        let part_fits = |part: &str| {
            (1..=32).contains(&part.len())
                && part.starts_with(|c: char| c.is_ascii_alphabetic())
                && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"_+-".contains(&b))
        };
        match (text.is_empty(), text.len() <= 64 && text.split('/').all(part_fits)) {
            (true, _) => Err(ValueError::Empty),
            (_, true) => Ok(text.to_owned()),
            (_, false) => Err(ValueError::NotATimeZone),
        }
    }
);

text_type!(
    /// A country in the form of ISO 3166-1 alpha-2, such as `DE`.
    Country,
    |text| {
        let text = text.trim().to_ascii_uppercase();
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        if text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()) { Ok(text) } else { Err(ValueError::NotACountry) }
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for good in ["en", "pt-BR", "zh-Hant-TW", "de-CH-1996"] {
            assert!(Language::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "e", "en_GB", "123", "en--GB"] {
            assert!(Language::parse(bad).is_err(), "{bad}");
        }
        for good in ["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5"] {
            assert!(TimeZone::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "Europe/", "+02:00", "Europe Berlin"] {
            assert!(TimeZone::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(Country::parse("de").map(String::from).as_deref(), Ok("DE"));
        assert!(Country::parse("DEU").is_err());
    }
}
