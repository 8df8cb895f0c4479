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
    /// A language tag in the form of BCP 47 (RFC 5646) that `Intl` takes (UTS 35, 3.2), such as `en` or `pt-BR`: without extended
    /// languages (`zh-yue` is `yue`), irregular tags of old (`i-klingon`) and the extension for transliterations.
    Language as Tag, else UNDETERMINED,
    |text| {
        let text = text.trim();
        match (text.is_empty(), text.len() <= 35 && is_tag(text)) {
            (true, _) => Err(ValueError::Empty),
            (_, true) => Ok(text.into()),
            (_, false) => Err(ValueError::NotALanguage),
        }
    }
);

/// What stands for a stored tag that no browser takes: one could be given by earlier versions.
const UNDETERMINED: &str = "und";

fn is_tag(text: &str) -> bool {
    let alphabetic = |part: &str| part.bytes().all(|b| b.is_ascii_alphabetic());
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let mut parts = text.split('-').peekable();
    if !text.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())) {
        return false;
    }
    if !parts.next().is_some_and(|language| alphabetic(language) && !matches!(language.len(), 1 | 4)) {
        return false;
    }
    let _script = parts.next_if(|part| part.len() == 4 && alphabetic(part));
    let _region = parts.next_if(|part| (part.len() == 2 && alphabetic(part)) || (part.len() == 3 && digits(part)));
    let mut seen: Vec<&str> = Vec::new();
    let mut new = |part| {
        !seen.iter().any(|other: &&str| other.eq_ignore_ascii_case(part)) && {
            seen.push(part);
            true
        }
    };
    let is_variant =
        |part: &&str| part.len() >= 5 || (part.len() == 4 && part.starts_with(|c: char| c.is_ascii_digit()));
    while let Some(variant) = parts.next_if(is_variant) {
        if !new(variant) {
            return false;
        }
    }
    while let Some(singleton) = parts.next() {
        let extension = |part: &&str| part.len() > 1;
        match singleton {
            "x" | "X" => return parts.next().is_some(),
            "t" | "T" => return false,
            _ if singleton.len() > 1 || !new(singleton) || parts.next_if(extension).is_none() => return false,
            _ => while parts.next_if(extension).is_some() {},
        }
    }
    true
}

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
        let good = "en pt-BR zh-Hant-TW de-CH-1996 sl-rozaj-biske de-419 de-DE-u-co-phonebk en-u-attr-co en-x-a en-0-abc en-a-bb abcde";
        for good in good.split(' ') {
            assert!(Language::parse(good).is_ok(), "{good}");
        }
        let bad = "e 123 en_GB en--GB abcd root zh-yue zh-cmn-Hans-CN x-klingon i-klingon en-GB-oed sgn-BE-FR de-1996-1996 en-abcd-efgh \
            en-u en-a en-a-b en-a-bbb-a-ccc en-US-x en-t en-t-it en-verylongs";
        for bad in bad.split_ascii_whitespace().chain([""]) {
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
