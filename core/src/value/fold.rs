//! The forms in which texts are compared: names by NFKC_Casefold, parts of addresses by less.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

pub(super) const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();
const NFD: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfd();
const NFKD: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfkd();
const NFKC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfkc();

/// The form in which names and log-in names are compared: NFKC_Casefold of the decomposed text (Unicode D147), so that case,
/// compatibility forms, the order of marks and invisible characters make no difference.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(text, &mut folded);
    folded
}

/// Appends the folded form of a text.
pub(crate) fn fold_onto(text: &str, out: &mut String) {
    if text.is_ascii() {
        let from = out.len();
        out.push_str(text);
        out.get_mut(from..).into_iter().for_each(str::make_ascii_lowercase);
    } else {
        let visible =
            decomposed(NFKD, text).chars().filter(|c| !is_ignorable(*c)).flat_map(case_folded).collect::<String>();
        out.push_str(&composed(NFKC, &visible));
    }
}

/// One copy of the library's code serves all forms: it is most of what comparing weighs in a browser.
#[inline(never)]
pub(super) fn composed(form: ComposingNormalizerBorrowed<'static>, text: &str) -> String {
    form.normalize_iter(text.chars()).collect()
}

#[inline(never)]
fn decomposed(form: DecomposingNormalizerBorrowed<'static>, text: &str) -> String {
    form.normalize_iter(text.chars()).collect()
}

/// Full case folding of what is decomposed already: small letters, but for those that fold otherwise. The dotless i isn't an
/// `i`, and Cherokee folds to small letters, which nobody sees.
fn case_folded(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'ß' | 'ẞ' => ('s', Some('s')),
        'ς' => ('σ', None),
        '\u{345}' => ('ι', None),
        // Old forms of Cyrillic letters.
        '\u{1C80}' => ('в', None),
        '\u{1C81}' => ('д', None),
        '\u{1C82}' => ('о', None),
        '\u{1C83}' => ('с', None),
        '\u{1C84}' | '\u{1C85}' => ('т', None),
        '\u{1C86}' => ('ъ', None),
        '\u{1C87}' => ('ѣ', None),
        '\u{1C88}' => ('ꙋ', None),
        other => (other, None),
    };
    first.to_lowercase().chain(second)
}

/// The form in which what stands before the `@` is compared: lower case, and marks in one order.
pub(super) fn fold_mailbox(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    composed(NFC, &decomposed(NFD, text).chars().flat_map(char::to_lowercase).collect::<String>())
}

/// Appends the form in which domains are compared: what a name server is asked for (UTS 46, without its transitional forms), in
/// Unicode. `ß` and `ς` are letters of their own there.
pub(super) fn fold_domain(domain: &str, out: &mut String) {
    const ACE: &str = "xn--";
    let small = small_domain(domain);
    for (at, label) in small.split('.').enumerate() {
        if at > 0 {
            out.push('.');
        }
        let decoded = label.strip_prefix(ACE).and_then(from_punycode);
        match decoded.filter(|label| !label.is_ascii() && small_domain(label) == label.as_str()) {
            Some(decoded) => out.push_str(&decoded),
            None => out.push_str(label),
        }
    }
}

/// A label of small letters in Unicode (RFC 3492, 6.2). Ours because `idna`'s, made for speed, weighs three times as much in a
/// browser; it is tested against that one.
fn from_punycode(label: &str) -> Option<String> {
    // No label is longer, with the four that mark it (RFC 1035, 2.3.4); each letter moves those behind it.
    if label.len() > 59 {
        return None;
    }
    let (basic, rest) = match label.rsplit_once('-') {
        Some(("", _)) => return None,
        Some(parts) => parts,
        None => ("", label),
    };
    let mut out: Vec<char> = basic.chars().collect();
    let (mut code, mut place, mut bias) = (128_u32, 0_u32, 72_u32);
    let mut digits = rest.bytes();
    while digits.len() > 0 {
        let (before, mut weight, mut position) = (place, 1_u32, 36_u32);
        loop {
            let digit = match digits.next()? {
                letter @ b'a'..=b'z' => letter - b'a',
                digit @ b'0'..=b'9' => digit - b'0' + 26,
                _ => return None,
            };
            place = place.checked_add(u32::from(digit).checked_mul(weight)?)?;
            let threshold = position.saturating_sub(bias).clamp(1, 26);
            if u32::from(digit) < threshold {
                break;
            }
            weight = weight.checked_mul(36 - threshold)?;
            position += 36;
        }
        let count = u32::try_from(out.len()).ok()? + 1;
        let mut delta = (place - before) / if before == 0 { 700 } else { 2 };
        delta += delta / count;
        bias = 0;
        while delta > 455 {
            delta /= 35;
            bias += 36;
        }
        bias += 36 * delta / (delta + 38);
        code = code.checked_add(place / count)?;
        place %= count;
        out.insert(place as usize, char::from_u32(code)?);
        place += 1;
    }
    Some(out.into_iter().collect())
}

fn small_domain(domain: &str) -> String {
    if domain.is_ascii() {
        return domain.to_ascii_lowercase();
    }
    let point = |c| if c == '。' { '.' } else { c };
    let small: String = decomposed(NFKD, domain).chars().map(point).flat_map(char::to_lowercase).collect();
    composed(NFKC, &small)
}

/// `Default_Ignorable_Code_Point`: what shows nothing where it isn't supported.
pub(super) const fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_properties::{CodePointSetData, props::DefaultIgnorableCodePoint};
    use proptest::prelude::*;
    use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, HirKind};
    use std::collections::HashMap;

    #[test]
    fn spellings_of_a_name_are_equal() {
        for (one, other) in [
            ("ZOE\u{308}", "zo\u{eb}"),
            ("Straße", "STRASSE"),
            ("STRAẞE", "strasse"),
            ("ΣΊΣΥΦΟΣ", "σίσυφος"),
            ("Ｓａｌｅｓ", "sales"),
            ("ﬁnance", "Finance"),
            ("№ ①", "no 1"),
            ("Sa\u{200B}les", "sales"),
            ("می\u{200C}خواهم", "میخواهم"),
            ("İ", "i\u{307}"),
            ("İ\u{1cd4}", "I\u{1cd4}\u{307}"),
            ("a\u{327}\u{301}", "A\u{301}\u{327}"),
            ("\u{3b1}\u{345}\u{301}", "\u{3ac}\u{3b9}"),
            ("Ꭰ", "ꭰ"),
        ] {
            assert_eq!(fold(one), fold(other), "{one:?} {other:?}");
        }
        for (one, other) in [("ı", "i"), ("I", "ı"), ("e", "é"), ("а", "a"), ("Sales", "Sales 2")] {
            assert_ne!(fold(one), fold(other), "{one:?} {other:?}");
        }
    }

    /// Every character there is, and those of the planes in between that nobody has assigned anything to left out.
    fn characters() -> impl Iterator<Item = char> {
        ('\0'..='\u{3FFFF}').chain('\u{E0000}'..='\u{E1000}')
    }

    #[test]
    fn every_character_is_folded_once() {
        let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
        for c in characters() {
            assert_eq!(is_ignorable(c), ignorable.contains(c), "{c:?}");
            let folded = fold(&c.to_string());
            assert_eq!(fold(&folded), folded, "{c:?}");
        }
    }

    /// CaseFolding.txt, by way of another implementation: what it says is one letter is one here, and nothing else is but what
    /// decomposes to the same. Letters that Unicode got after that implementation are left out.
    #[test]
    fn every_letter_folds_as_unicode_says() {
        let bare = |c: char| decomposed(NFKD, c.encode_utf8(&mut [0; 4]));
        let folded = |c: char| bare(c).chars().flat_map(case_folded).collect::<String>();
        let mut alike: HashMap<String, Vec<char>> = HashMap::new();
        let known = regex_syntax::parse(r"[\p{Alphabetic}\p{N}]").map(|known| known.into_kind());
        let Ok(HirKind::Class(Class::Unicode(known))) = known else { panic!("a class of characters") };
        for c in known.iter().flat_map(|range| range.start()..=range.end()) {
            alike.entry(folded(c)).or_default().push(c);
        }
        let mut compared = 0;
        for letters in alike.values() {
            let mut class = ClassUnicode::new(letters.iter().map(|letter| ClassUnicodeRange::new(*letter, *letter)));
            class.case_fold_simple();
            let class: Vec<char> = class.iter().flat_map(|range| range.start()..=range.end()).collect();
            assert!(class.iter().all(|letter| letters.contains(letter)), "{class:?} are one: {letters:?}");
            let mut one = ClassUnicode::new([ClassUnicodeRange::new(letters[0], letters[0])]);
            one.case_fold_simple();
            let one: Vec<char> = one.iter().flat_map(|range| range.start()..=range.end()).collect();
            let same = |letter: &char| one.contains(letter) || one.iter().any(|other| bare(*other) == bare(*letter));
            assert!(letters.iter().all(same), "{letters:?} are not one: {one:?}");
            compared += class.len();
        }
        assert!(compared > 100_000, "{compared}");
    }

    /// Characters that interact: letters, marks, joiners, jamo, compatibility forms.
    fn text() -> impl Strategy<Value = String> {
        let special: Vec<char> =
            "aIiİıſßẞΣςσ\u{345}\u{301}\u{307}\u{308}\u{327}\u{1cd4}\u{34F}\u{200D}\u{AD}Ａｆﬁ℡ŉǰΐᾳᾼ한\u{1100}\u{1161}\u{11A8}\u{3164}\u{FF9E}ｶ\u{FE0F}ᏣꮳᲀÅ\u{212B}"
                .chars()
                .collect();
        prop::collection::vec(prop_oneof![3 => prop::sample::select(special), 1 => any::<char>()], 0..12)
            .prop_map(|chars| chars.into_iter().collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn punycode_says_what_another_implementation_says(
            label in prop_oneof!["[a-z0-9-]{0,24}", "[a-zà-öø-ÿа-яぁ-ん😀-😏]{1,12}".prop_map(|text| idna::punycode::encode_str(&text).unwrap())],
        ) {
            prop_assert_eq!(from_punycode(&label), idna::punycode::decode_to_string(&label));
        }

        #[test]
        fn folding_is_done_once(text in text()) {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded);
            let mailbox = fold_mailbox(&text);
            prop_assert_eq!(fold_mailbox(&mailbox), mailbox);
            let (mut domain, mut again) = (String::new(), String::new());
            fold_domain(&text, &mut domain);
            fold_domain(&domain, &mut again);
            prop_assert_eq!(again, domain);
        }

        #[test]
        fn canonical_equivalents_and_cases_are_equal(text in text()) {
            let nfd: String = NFD.normalize_iter(text.chars()).collect();
            let nfc: String = NFC.normalize_iter(text.chars()).collect();
            let nfkc: String = NFKC.normalize_iter(text.chars()).collect();
            for other in [nfd, nfc, nfkc] {
                prop_assert_eq!(fold(&other), fold(&text));
            }
            // The capital of the dotless i is that of the other one; that of the iota subscript is a letter, which takes the
            // marks that follow.
            if !text.contains('ı') && !NFD.normalize_iter(text.chars()).any(|c| c == '\u{345}') {
                prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
                prop_assert_eq!(fold(&text.to_lowercase()), fold(&text));
            }
        }
    }
}
