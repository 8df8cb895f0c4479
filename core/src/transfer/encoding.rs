//! The encodings that files come in, by the names that the WHATWG Encoding Standard gives them. Unicode is decoded here, and
//! Windows-1252, which older programs of the West write; the tables of the others are the host's (a browser has them all).

use serde::{Deserialize, Serialize};

/// How a text was encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
    Windows1250,
    Windows1251,
    Windows1253,
    Windows1254,
    Windows1255,
    Windows1256,
    Windows1257,
    Windows1258,
    Windows874,
    Macintosh,
    Koi8R,
    Ibm866,
    ShiftJis,
    EucJp,
    Gb18030,
    Big5,
    EucKr,
}

impl Encoding {
    /// All that a person can choose; of those that read a file equally well, the earlier one is the better guess.
    pub const ALL: &'static [Self] = &[
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1252,
        Self::Windows1250,
        Self::Windows1251,
        Self::Windows1253,
        Self::Windows1254,
        Self::Windows1255,
        Self::Windows1256,
        Self::Windows1257,
        Self::Windows1258,
        Self::Windows874,
        Self::Macintosh,
        Self::Koi8R,
        Self::Ibm866,
        Self::ShiftJis,
        Self::EucJp,
        Self::Gb18030,
        Self::Big5,
        Self::EucKr,
    ];

    /// The name in the WHATWG Encoding Standard, by which a browser decodes it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
            Self::Windows1250 => "windows-1250",
            Self::Windows1251 => "windows-1251",
            Self::Windows1253 => "windows-1253",
            Self::Windows1254 => "windows-1254",
            Self::Windows1255 => "windows-1255",
            Self::Windows1256 => "windows-1256",
            Self::Windows1257 => "windows-1257",
            Self::Windows1258 => "windows-1258",
            Self::Windows874 => "windows-874",
            Self::Macintosh => "macintosh",
            Self::Koi8R => "koi8-r",
            Self::Ibm866 => "ibm866",
            Self::ShiftJis => "shift_jis",
            Self::EucJp => "euc-jp",
            Self::Gb18030 => "gb18030",
            Self::Big5 => "big5",
            Self::EucKr => "euc-kr",
        }
    }

    /// The encoding of this name.
    pub fn from_label(label: &str) -> Option<Self> {
        Self::ALL.iter().find(|encoding| encoding.label() == label).copied()
    }

    /// What older programs write where this language is spoken.
    pub fn usual_of(language: &str) -> Option<Self> {
        let (first, rest) = language.split_once('-').unwrap_or((language, ""));
        let traditional = ["TW", "HK", "MO", "Hant"].iter().any(|part| rest.split('-').any(|other| other == *part));
        Some(match first {
            "cs" | "hr" | "hu" | "pl" | "ro" | "sk" | "sl" | "sq" | "bs" => Self::Windows1250,
            "be" | "bg" | "kk" | "mk" | "mn" | "ru" | "sr" | "uk" => Self::Windows1251,
            "el" => Self::Windows1253,
            "az" | "tr" => Self::Windows1254,
            "he" | "yi" => Self::Windows1255,
            "ar" | "fa" | "ur" | "ug" => Self::Windows1256,
            "et" | "lt" | "lv" => Self::Windows1257,
            "vi" => Self::Windows1258,
            "th" => Self::Windows874,
            "ja" => Self::ShiftJis,
            "ko" => Self::EucKr,
            "zh" if traditional => Self::Big5,
            "zh" => Self::Gb18030,
            _ => return None,
        })
    }
}

/// What helps to read a file.
#[derive(Clone, Copy)]
pub struct Hints<'h> {
    /// What a person says the encoding is; guessed otherwise.
    pub encoding: Option<Encoding>,
    /// A language that is likely in the file, such as the organisation's; may be empty.
    pub language: &'h str,
    /// Decodes bytes in an encoding of this name; what is no character becomes U+FFFD. None when the name is not known.
    pub legacy: &'h dyn Fn(&'static str, &[u8]) -> Option<String>,
}

impl Default for Hints<'_> {
    fn default() -> Self {
        Self { encoding: None, language: "", legacy: &|_, _| None }
    }
}

/// Decodes bytes; what is no character becomes U+FFFD. None when neither we nor the host know the encoding.
pub(super) fn decoded(encoding: Encoding, bytes: &[u8], hints: &Hints<'_>) -> Option<String> {
    match encoding {
        Encoding::Utf8 => Some(String::from_utf8_lossy(bytes).into_owned()),
        Encoding::Utf16Le => Some(utf16(bytes, u16::from_le_bytes)),
        Encoding::Utf16Be => Some(utf16(bytes, u16::from_be_bytes)),
        Encoding::Windows1252 => Some(bytes.iter().map(|byte| windows_1252(*byte)).collect()),
        other => (hints.legacy)(other.label(), bytes),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    for c in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        text.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    // A single byte too many at the end is a cut-off character.
    if !rest.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

/// One byte of Windows-1252, as the WHATWG Encoding Standard maps it.
const fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    match byte {
        #[expect(clippy::indexing_slicing, reason = "0x80..=0x9F less 0x80 is below 32")]
        0x80..=0x9F => HIGH[(byte - 0x80) as usize],
        _ => byte as char,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_has_a_name_of_its_own() {
        for encoding in Encoding::ALL {
            assert_eq!(Encoding::from_label(encoding.label()), Some(*encoding));
        }
    }

    #[test]
    fn ours_are_decoded_as_the_standard_has_them() {
        let all: Vec<u8> = (0..=255).collect();
        for encoding in [Encoding::Windows1252, Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be] {
            let theirs = encoding_rs::Encoding::for_label(encoding.label().as_bytes()).expect("a known name");
            let ours = decoded(encoding, &all, &Hints::default()).expect("ours");
            assert_eq!(ours, theirs.decode_without_bom_handling(&all).0, "{encoding:?}");
        }
    }
}
