//! Language (BCP 47), time zone (IANA) and country (ISO 3166).

use super::{ValueError, text_type, zones::ZONES};

/// Every country code of ISO 3166-1 alpha-2.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT \
    BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH \
    ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT \
    HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS \
    LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI \
    NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG \
    SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG \
    UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

impl TimeZone {
    /// Every time zone there is, for a form to choose from.
    pub fn all() -> impl Iterator<Item = &'static str> {
        ZONES.iter().copied()
    }
}

impl Country {
    /// Every country code there is, for a form to choose from.
    pub fn all() -> impl Iterator<Item = &'static str> {
        COUNTRIES.split(' ')
    }
}

text_type!(
    /// A language tag in the form of BCP 47 (RFC 5646), such as `en` or `pt-BR`.
    Language as Tag,
    |text| {
        let text = text.trim();
        let mut parts = text.split('-');
        let primary = parts.next().unwrap_or_default();
        let primary_fits = (2..=8).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
        let rest_fits = parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        match (text.is_empty(), primary_fits && rest_fits && text.len() <= 35) {
            (true, _) => Err(ValueError::Empty),
            (_, true) => Ok(text.into()),
            (_, false) => Err(ValueError::NotALanguage),
        }
    }
);

/// A short text that few users have: two words where it is absent, unlike a text that lies inside its record.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Tag(Box<str>);

impl Tag {
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Tag {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

/// The place of a time zone in [`ZONES`], which is sorted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Zone(u16);

impl Zone {
    fn as_str(&self) -> &'static str {
        ZONES.get(usize::from(self.0)).copied().unwrap_or("UTC")
    }
}

impl From<&str> for Zone {
    fn from(name: &str) -> Self {
        Self(ZONES.binary_search(&name).ok().and_then(|place| place.try_into().ok()).unwrap_or(u16::MAX))
    }
}

text_type!(
    /// The name of an IANA time zone, such as `Europe/Berlin` or `UTC`, in any case; kept as the database spells it.
    TimeZone as Zone,
    |text| {
        let text = text.trim();
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        let any_case = || ZONES.iter().find(|zone| zone.eq_ignore_ascii_case(text));
        let known = if ZONES.binary_search(&text).is_ok() { Some(&text) } else { any_case() };
        known.map(|zone| (*zone).into()).ok_or(ValueError::NotATimeZone)
    }
);

text_type!(
    /// A country in the form of ISO 3166-1 alpha-2, such as `DE`.
    Country in 2,
    |text| {
        let text = text.trim().to_ascii_uppercase();
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        if text.len() == 2 && COUNTRIES.split(' ').any(|country| country == text) { Ok(text.into()) } else { Err(ValueError::NotACountry) }
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
        for good in ["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "europe/berlin"] {
            assert!(TimeZone::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "Europe/", "+02:00", "Europe Berlin", "Europe/Atlantis"] {
            assert!(TimeZone::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(Country::parse("de").map(String::from).as_deref(), Ok("DE"));
        assert!(Country::parse("DEU").is_err() && Country::parse("QX").is_err());
    }
}
