//! Plural forms and numbers by ICU4X, where no browser knows them.

use crate::{language::Language, pattern::Plural, say::Rules};
use icu_decimal::{DecimalFormatter, input::Decimal};
use icu_list::{ListFormatter, options::ListFormatterOptions};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules};

/// The rules of one language.
pub struct Icu {
    plurals: Option<PluralRules>,
    numbers: Option<DecimalFormatter>,
    lists: Option<ListFormatter>,
}

impl Icu {
    /// The rules of a language; those of the root where ICU4X does not know it.
    pub fn of(language: &Language) -> Self {
        let locale = Locale::try_from_str(language.format_tag()).unwrap_or(Locale::UNKNOWN);
        Self {
            plurals: PluralRules::try_new((&locale).into(), PluralRuleType::Cardinal.into()).ok(),
            lists: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default()).ok(),
            numbers: DecimalFormatter::try_new((&locale).into(), Default::default()).ok(),
        }
    }
}

impl Rules for Icu {
    fn plural(&self, number: u64) -> Option<Plural> {
        match self.plurals.as_ref()?.category_for(number) {
            PluralCategory::Zero => Some(Plural::Zero),
            PluralCategory::One => Some(Plural::One),
            PluralCategory::Two => Some(Plural::Two),
            PluralCategory::Few => Some(Plural::Few),
            PluralCategory::Many => Some(Plural::Many),
            PluralCategory::Other => None,
        }
    }

    fn number(&self, number: u64) -> String {
        match &self.numbers {
            Some(formatter) => formatter.format_to_string(&Decimal::from(number)),
            None => number.to_string(),
        }
    }

    fn moment(&self, millis: i64) -> String {
        // A program without a person before it knows no time zone of theirs; mails say theirs as text.
        jiff::Timestamp::from_millisecond(millis)
            .map(|at| at.strftime("%Y-%m-%d %H:%M UTC").to_string())
            .unwrap_or_default()
    }

    fn list(&self, items: &[String]) -> String {
        match &self.lists {
            Some(formatter) => formatter.format_to_string(items.iter()),
            None => items.join(", "),
        }
    }
}
