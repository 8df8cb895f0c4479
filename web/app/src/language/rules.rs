//! How the chosen language counts and writes: `Intl` knows it.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use rollcall_client::clock::device_now;
use rollcall_view::speech;
use rollcall_words::{Language, Plural, Rules};
use wasm_bindgen::JsValue;

/// A language with what `Intl` knows of it. Formatters are built once: building one takes longer than a hundred uses.
pub struct Spoken {
    language: Language,
    rules: Formats,
}

struct Formats {
    plural: Intl::PluralRules,
    number: Function,
    moment: Function,
    /// With the year, for those that are not in this one.
    far: Function,
    list: Intl::ListFormat,
}

impl Spoken {
    pub fn new(language: Language) -> Self {
        let locale = Array::of1(&locale(&language).into());
        let options = |pairs: &[(&str, &str)]| {
            let options = Object::new();
            for (name, value) in pairs {
                // A plain object takes any property.
                let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
            }
            options
        };
        let far =
            [("day", "numeric"), ("month", "short"), ("hour", "2-digit"), ("minute", "2-digit"), ("year", "numeric")];
        let (_, moment) = far.split_last().unwrap_or((&("", ""), &[]));
        let rules = Formats {
            plural: Intl::PluralRules::new(&locale, &Object::new()),
            number: Intl::NumberFormat::new(&locale, &Object::new()).format(),
            moment: Intl::DateTimeFormat::new(&locale, &options(moment)).format(),
            far: Intl::DateTimeFormat::new(&locale, &options(&far)).format(),
            list: Intl::ListFormat::new(&locale, &options(&[("type", "conjunction")])),
        };
        Self { language, rules }
    }
}

impl speech::Spoken for Spoken {
    fn language(&self) -> &Language {
        &self.language
    }

    fn rules(&self) -> &dyn Rules {
        &self.rules
    }

    fn lacking(&self) {
        super::fetch_lacking();
    }
}

/// The browser's own form of the language, such as `de-CH`, which knows how its region writes dates.
fn locale(language: &Language) -> String {
    let tag = language.tag();
    let own = leptos::prelude::window().navigator().languages();
    let own = own.iter().filter_map(|own| own.as_string()).find(|own| own.split('-').next() == Some(tag));
    own.filter(|_| tag == language.format_tag()).unwrap_or_else(|| language.format_tag().to_owned())
}

impl Rules for Formats {
    fn plural(&self, number: u64) -> Option<Plural> {
        Plural::named(&String::from(self.plural.select(number as f64)))
    }

    fn number(&self, number: u64) -> String {
        let said = self.number.call1(&JsValue::UNDEFINED, &JsValue::from_f64(number as f64));
        said.ok().and_then(|said| said.as_string()).unwrap_or_else(|| number.to_string())
    }

    fn moment(&self, millis: i64) -> String {
        let date = Date::new(&JsValue::from_f64(millis as f64));
        let now = Date::new(&JsValue::from_f64(device_now().0 as f64));
        let format = if date.get_full_year() == now.get_full_year() { &self.moment } else { &self.far };
        let said = format.call1(&JsValue::UNDEFINED, &date);
        said.ok().and_then(|said| said.as_string()).unwrap_or_default()
    }

    fn list(&self, items: &[String]) -> String {
        let items: Array = items.iter().map(|item| JsValue::from(item.as_str())).collect();
        self.list.format(&items).into()
    }
}
