//! Every parser of what people and programs send: no text makes it panic, what it takes it takes again and alike
//! (parsed, shown and parsed, stored and read), and it keeps its limits. CSV is in `transfer_properties.rs`, the stored
//! form in `record_properties.rs`.

#![expect(clippy::unwrap_used, reason = "this file is tests, helpers included")]

use crate::support::{NOW, organisation};
use proptest::prelude::*;
use rollcall_core::{
    Command, Timestamp,
    access::Permission,
    query::{UserQuery, user_list},
    record::{decode, encode},
    value::*,
};
use std::fmt::{Debug, Display};

/// What somebody may type or paste: any characters, what looks like something, and the two mixed.
fn text() -> impl Strategy<Value = String> {
    let like = prop::sample::select(vec![
        "ann@example.com",
        "ANN@EXAMPLE.COM",
        "ann@",
        "@x.io",
        "\"a b\"@x.io",
        "a..b@x.io",
        "ann@münchen.de",
        "+4930901820",
        "030 901820",
        "0049 30 901820",
        "(030) 90-18 20",
        "+0",
        "00:1b:44:11:3a:b7",
        "001b.4411.3ab7",
        "Europe/Berlin",
        "Mars/Olympus",
        "pt-BR",
        "zh-Hant-TW",
        "x-klingon",
        "DE",
        "dE",
        "ZZ",
        "100",
        "007",
        "acme-north",
        "-acme",
        "bobby7",
        "Ann",
        "Zoë",
        "Zoe\u{308}",
        "ﬁ",
        "ß",
        "İ",
        "\u{202E}nna",
        "a\u{0}b",
        "  Ann  ",
        "\t",
        "",
        "李雷",
        "👩‍👩‍👧",
        "A\u{301}\u{301}\u{301}",
        "\u{FEFF}x",
        "-",
        "+",
        "'=1+1",
    ]);
    let piece = prop_oneof![
        3 => like.prop_map(str::to_owned),
        2 => "\\PC{0,12}",
        1 => any::<String>(),
        1 => "[a-zA-Z0-9.@:+-]{0,20}",
        1 => ("[a-zé0]", 0..300_usize).prop_map(|(letter, many)| letter.repeat(many)),
    ];
    prop::collection::vec(piece, 1..4).prop_map(|pieces| pieces.concat())
}

/// What holds for every value of text: parsing it again changes nothing, nor does storing it or its JSON.
fn holds<T>(text: &str, parse: fn(&str) -> Result<T, ValueError>, show: fn(&T) -> String, most: usize)
where
    T: PartialEq + Debug + serde::Serialize + serde::de::DeserializeOwned,
{
    let json = serde_json::to_string(text).unwrap();
    match parse(text) {
        Ok(value) => {
            let shown = show(&value);
            assert_eq!(parse(&shown).as_ref(), Ok(&value), "{text:?} → {shown:?}");
            assert_eq!(show(&parse(&shown).unwrap()), shown, "it must not change any more");
            assert!(!shown.is_empty() && shown.chars().count() <= most, "{shown:?}");
            assert!(!shown.chars().any(char::is_control) && shown.trim() == shown, "{shown:?}");
            assert_eq!(decode::<T>(&encode(&value)).unwrap(), value);
            assert_eq!(serde_json::from_str::<T>(&serde_json::to_string(&value).unwrap()).unwrap(), value);
            assert_eq!(serde_json::from_str::<T>(&json).unwrap(), value, "JSON takes what was typed");
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            assert!(serde_json::from_str::<T>(&json).is_err(), "JSON is no way around the parser: {text:?}");
        }
    }
}

fn shown<T: Display>(value: &T) -> String {
    value.to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn every_text_value(text in text()) {
        holds(&text, Email::parse, shown, 254);
        holds(&text, HolidayName::parse, |name| name.as_str().to_owned(), 64);
        holds(&text, Date::parse, shown, 10);
        holds(&text, Domain::parse, shown, 253);
        holds(&text, Login::parse, shown, 64);
        holds(&text, Slug::parse, shown, 40);
        holds(&text, Extension::parse, shown, 8);
        holds(&text, MacAddress::parse, shown, 17);
        holds(&text, Language::parse, shown, 35);
        holds(&text, TimeZone::parse, shown, 64);
        holds(&text, Country::parse, shown, 2);
        holds(&text, FullName::parse, shown, 128);
        holds(&text, OrganisationName::parse, shown, 128);
        holds(&text, Position::parse, shown, 64);
        holds(&text, TeamName::parse, shown, 80);
        holds(&text, RoleName::parse, shown, 80);
        holds(&text, LicenceName::parse, shown, 80);
        holds(&text, ChannelName::parse, shown, 80);
        holds(&text, PhoneModel::parse, shown, 80);
        holds(&text, NumberLabel::parse, shown, 64);
        holds(&text, Description::parse, shown, 256);
        holds(&text, ExtraKey::parse, shown, 40);
        holds(&text, ExtraValue::parse, shown, 256);
        holds(&text, PhoneNumber::parse, shown, 16);
    }

    /// What a person types as a number is one of E.164 or none, in whatever country it is typed.
    #[test]
    fn every_number_that_is_typed(text in text(), country in prop::sample::select(vec!["DE", "US", "IT", "BR", "AQ"])) {
        let country = Country::parse(country).unwrap();
        for country in [None, Some(&country)] {
            if let Ok(number) = PhoneNumber::typed(&text, country) {
                prop_assert_eq!(PhoneNumber::parse(&number.to_string()), Ok(number));
                prop_assert_eq!(PhoneNumber::typed(&number.to_string(), country), Ok(number), "{}", text);
            }
        }
    }

    /// Spellings that are compared as equal are found as equal: a folded text folds to itself. It need not be a value: the
    /// small form of `İ` is an `i` with a dot of its own, which no address contains.
    #[test]
    fn folding_is_done_once(text in text()) {
        if let Ok(email) = Email::parse(&text) && let Ok(folded) = Email::parse(&email.folded()) {
            prop_assert_eq!(folded.folded(), email.folded());
        }
        if let Ok(name) = TeamName::parse(&text) && let Ok(folded) = TeamName::parse(&name.folded()) && folded.as_str() == name.folded() {
            prop_assert_eq!(folded.folded(), name.folded());
        }
        if let Ok(login) = Login::parse(&text) {
            prop_assert_eq!(Login::parse(&login.folded()).map(|login| login.folded()), Ok(login.folded()));
        }
    }

    #[test]
    fn every_picture(mut bytes in prop::collection::vec(any::<u8>(), 0..64), magic in 0..4_usize, more in 0..30_000_usize) {
        let magics: [&[u8]; 4] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF0000WEBP", b""];
        bytes.splice(0..0, magics.get(magic).unwrap().iter().copied());
        bytes.resize(bytes.len() + more, 0);
        match Picture::parse(&bytes) {
            Ok(picture) => {
                prop_assert!(bytes.len() <= 24 * 1024 && picture.media_type().starts_with("image/"));
                prop_assert_eq!(picture.bytes(), bytes.as_slice());
                prop_assert_eq!(decode::<Picture>(&encode(&picture)).unwrap(), picture);
            }
            Err(_) => prop_assert!(decode::<Picture>(&encode(&bytes)).is_err()),
        }
    }

    /// A search is a text like any other: whoever is found has every word of it.
    #[test]
    fn every_search(text in text()) {
        let directory = organisation();
        let query: UserQuery = serde_json::from_value(serde_json::json!({ "search": text })).unwrap();
        let found = user_list(&directory, &query, NOW);
        prop_assert!(found.users.len() <= directory.users().count());
        prop_assert_eq!(found.users.len(), found.counts.all);
    }

    #[test]
    fn every_permission(text in text()) {
        if let Ok(permission) = text.parse::<Permission>() {
            prop_assert_eq!(permission.as_str(), text);
        }
    }

    /// The JSON of programs: commands of any shape are read or refused, and what is read says the same again.
    #[test]
    fn no_json_makes_the_reader_panic(
        verb in prop::sample::select(Command::VERBS.to_vec()), fields in prop::collection::btree_map("[a-z_]{1,9}", text(), 0..5),
        number in any::<i64>(), text in text(),
    ) {
        let verb: String = verb.chars().flat_map(|c| if c.is_uppercase() { vec!['_', c.to_ascii_lowercase()] } else { vec![c] }).skip(1).collect();
        let id = "0190a1b2-c3d4-7e5f-8a6b-0123456789ab";
        let mut body = serde_json::to_value(&fields).unwrap();
        for key in ["id", "user", "team", "role"] {
            body.as_object_mut().unwrap().entry(key).or_insert_with(|| id.into());
        }
        for value in [serde_json::json!({ verb: body }), serde_json::json!({ "seconds": number }), serde_json::json!(text)] {
            if let Ok(command) = serde_json::from_value::<Command>(value) {
                let again = serde_json::to_value(&command).unwrap();
                prop_assert_eq!(serde_json::from_value::<Command>(again).unwrap(), command);
            }
        }
        let _ = serde_json::from_str::<Command>(&text).map(|command| command.standing());
        let _ = serde_json::from_str::<Timestamp>(&text);
    }
}

/// No parser of core/src/value is forgotten: each file's types stand above.
#[test]
fn every_value_is_here() {
    let here = include_str!("parser_properties.rs");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/value");
    let mut found = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        // The macro itself.
        if path.ends_with("text.rs") {
            continue;
        }
        let text = std::fs::read_to_string(path).unwrap();
        let declared = text.split("text_type!(").skip(1).filter_map(|rest| {
            let line = rest.lines().map(str::trim).find(|line| line.starts_with(|c: char| c.is_ascii_uppercase()))?;
            line.split([',', ' ']).next().map(str::to_owned)
        });
        for name in declared {
            found += 1;
            assert!(here.contains(&format!("holds(&text, {name}::parse")), "{name} is not tried");
        }
    }
    assert!(found >= 19, "only {found} found");
}
