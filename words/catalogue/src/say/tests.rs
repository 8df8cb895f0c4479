//! Messages from their sources to what is read.

use super::*;
use crate::{
    Icu,
    compile::{self, Part},
};
use std::{fs, path::PathBuf};

/// A folder of sources that goes with the test.
struct Sources(PathBuf);

impl Sources {
    fn of(name: &str, files: &[(&str, &str)]) -> Self {
        let folder = std::env::temp_dir().join(format!("rollcall-words-{name}-{}", std::process::id()));
        for (place, text) in files {
            fs::create_dir_all(folder.join(place)).unwrap();
            fs::write(folder.join(place).join("a.ftl"), text).unwrap();
        }
        Self(folder)
    }

    fn said(&self, tag: &str, key: &str, args: Vec<Arg>) -> String {
        let catalogue = compile::compile(&self.0).unwrap();
        let number = catalogue.keys.iter().position(|known| known.name == key).unwrap();
        let language = catalogue.languages.iter().find(|language| language.tag() == tag).unwrap();
        let stored = Language::read(&language.bytes(), catalogue.fingerprint).unwrap();
        stored.say(&Text::of(number as u16, args), &Icu::of(&stored))
    }

    fn troubles(&self) -> String {
        compile::compile(&self.0).err().map(|troubles| troubles.to_string()).unwrap_or_default()
    }
}

impl Drop for Sources {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const EN: &str = "
-brand = Rollcall
users = { $count ->
    [0] Nobody is here.
    [one] { $count } user is here.
   *[other] { $count } users are here.
}
hello = Hello { $name }, this is { -brand }.
taken = { $name } has this { $kind ->
    [mobile] number
   *[email] address
 } already.
both = { $first } and { $second }
";

const AR: &str = "
-brand = Rollcall
users = { $count ->
    [0] لا أحد هنا.
    [one] مستخدم واحد هنا.
    [two] مستخدمان هنا.
    [few] { $count } مستخدمين هنا.
    [many] { $count } مستخدمًا هنا.
   *[other] { $count } مستخدم هنا.
}
hello = مرحبًا { $name }، هذا { -brand }.
taken = { $kind ->
    [mobile] الرقم
   *[email] العنوان
 } لدى { $name }.
both = { $first } و{ $second }
";

#[test]
fn a_message_counts_as_its_language_does() {
    let sources = Sources::of("count", &[("en", EN), ("ar", AR)]);
    let said = |tag, count: u64| sources.said(tag, "users", vec![count.into()]);
    assert_eq!(said("en", 0), "Nobody is here.");
    assert_eq!(said("en", 1), "1 user is here.");
    assert_eq!(said("en", 12_480), "12,480 users are here.");
    assert_eq!(said("ar", 2), "مستخدمان هنا.");
    assert!(said("ar", 3).ends_with("مستخدمين هنا."), "few");
    assert!(said("ar", 11).ends_with("مستخدمًا هنا."), "many");
    assert!(said("ar", 100).ends_with("مستخدم هنا."), "other");
}

#[test]
fn a_word_chooses_its_variant_and_terms_are_part_of_the_text() {
    let sources = Sources::of("word", &[("en", EN)]);
    assert_eq!(sources.said("en", "hello", vec!["Ann".into()]), "Hello Ann, this is Rollcall.");
    // Arguments are in the order of their names: kind, name.
    assert_eq!(sources.said("en", "taken", vec!["mobile".into(), "Ann".into()]), "Ann has this number already.");
    assert_eq!(sources.said("en", "taken", vec!["email".into(), "Ann".into()]), "Ann has this address already.");
    let hello = Text::of(1, vec!["Ann".into()]);
    let both = sources.said("en", "both", vec![hello.into(), "Bob".into()]);
    assert_eq!(both, "Hello Ann, this is Rollcall. and Bob", "a message is an argument");
}

#[test]
fn names_that_run_the_other_way_are_isolated() {
    let sources = Sources::of("isolate", &[("en", EN), ("ar", AR)]);
    assert_eq!(sources.said("en", "hello", vec!["ليلى".into()]), "Hello \u{2068}ليلى\u{2069}, this is Rollcall.");
    assert_eq!(sources.said("ar", "hello", vec!["ليلى".into()]), "مرحبًا ليلى، هذا Rollcall.");
    assert_eq!(sources.said("ar", "hello", vec!["Ann".into()]), "مرحبًا \u{2068}Ann\u{2069}، هذا Rollcall.");
}

#[test]
fn the_pseudo_language_shows_where_text_begins_and_ends() {
    let sources = Sources::of("pseudo", &[("en", EN)]);
    let said = sources.said(compile::PSEUDO, "hello", vec!["Ann".into()]);
    assert!(said.starts_with("[Héllö Ann, thîš îš Röllçåll.·") && said.ends_with("·]"), "{said}");
}

#[test]
fn what_is_missing_superfluous_or_not_understood_is_named() {
    let other = "hello = Hallo!\nextra = Mehr\nusers = x { $count }\nboth = { $first }{ $second }\n";
    let sources = Sources::of("trouble", &[("en", EN), ("de", other)]);
    assert_eq!(
        sources.troubles(),
        "de: hello and that of en differ in the argument $name\nde: the message taken is missing\n\
         de: there is no message extra in en"
    );
    let sources = Sources::of("syntax", &[("en", "good = Good\nbad = { $x\nfun = { NUMBER($x) }\ngood = Again\n")]);
    let troubles = sources.troubles();
    for part in ["a.ftl:3:", "fun: this kind of expression", "good: this key is there twice"] {
        assert!(troubles.contains(part), "{part}: {troubles}");
    }
}

#[test]
fn a_file_of_another_build_is_not_read() {
    let sources = Sources::of("build", &[("en", EN)]);
    let catalogue = compile::compile(&sources.0).unwrap();
    let bytes = catalogue.languages[0].bytes();
    assert_eq!(Language::read(&bytes, catalogue.fingerprint + 1), Err(crate::Unreadable::OtherVersion));
    assert_eq!(Language::read(b"<!doctype html>", catalogue.fingerprint), Err(crate::Unreadable::NoLanguage));
}

#[test]
fn the_parts_of_a_language_make_the_whole() {
    let files = [("en", "a = Later\n"), ("en/first", "z = First { $name }\n"), ("en/apart", "b = Mailed\n")];
    let catalogue = compile::compile(&Sources::of("parts", &files).0).unwrap();
    let whole = &catalogue.languages[0];
    let part = |part| Language::read(&catalogue.part(whole, part), catalogue.fingerprint).unwrap();
    let (first, later, apart) = (part(Part::First), part(Part::Later), part(Part::Apart));
    let said = |language: &Language, key: u16, args| language.say(&Text::of(key, args), &Icu::of(whole));
    let inner = Text::of(0, vec![Text::of(1, Vec::new()).into()]);
    assert_eq!(
        (said(&first, 0, vec!["Ann".into()]).as_str(), first.knows(&inner)),
        ("First Ann", false),
        "its argument comes later"
    );
    assert_eq!((said(&later, 1, Vec::new()).as_str(), later.knows(&inner)), ("Later", false));
    assert_eq!(first.clone().with(apart.clone()), first, "not what follows");
    let both = first.with(later.clone());
    assert!(both.knows(&inner) && !both.knows(&Text::of(2, Vec::new())));
    assert_eq!(both.clone().with(later), both, "it is there already");
    assert_eq!(&both.with(apart), whole);
}

#[test]
fn a_message_has_its_part_in_every_language() {
    let sources = Sources::of("place", &[("en/first", "a = A\n"), ("de", "a = A\n")]);
    assert_eq!(sources.troubles(), "de: a lies in another folder than that of en");
}
