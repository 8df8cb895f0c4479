//! Bytes to text: which encoding a file is in, and what it is when it is no text at all.

use super::error::{FileError, FileKind};
use serde::{Deserialize, Serialize};

/// The largest file that is read: 50 MiB.
pub const MAX_BYTES: usize = 50 * 1024 * 1024;

/// How a text was encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    /// What older Windows programs write in the West, and what is assumed of bytes that are no Unicode.
    Windows1252,
}

/// A text, and how it was encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    pub encoding: Encoding,
}

/// Decodes a file.
///
/// # Errors
/// When it is empty, too large, no text, or damaged.
pub fn decode(bytes: &[u8]) -> Result<Decoded, FileError> {
    if bytes.len() > MAX_BYTES {
        return Err(FileError::TooLarge { max: MAX_BYTES });
    }
    if let Some(kind) = known_kind(bytes) {
        return Err(FileError::NotText(kind));
    }
    let (encoding, text) = if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        (Encoding::Utf8, utf8(rest)?)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        (Encoding::Utf16Le, utf16(rest, u16::from_le_bytes)?)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        (Encoding::Utf16Be, utf16(rest, u16::from_be_bytes)?)
    } else {
        match wide(bytes) {
            Some(Encoding::Utf16Be) => (Encoding::Utf16Be, utf16(bytes, u16::from_be_bytes)?),
            Some(_) => (Encoding::Utf16Le, utf16(bytes, u16::from_le_bytes)?),
            None => match std::str::from_utf8(bytes) {
                Ok(text) => (Encoding::Utf8, text.to_owned()),
                Err(_) => (Encoding::Windows1252, bytes.iter().map(|byte| windows_1252(*byte)).collect()),
            },
        }
    };
    let text = without_end_mark(text);
    if text.contains('\0') || is_noise(&text) {
        return Err(FileError::NotText(FileKind::Binary));
    }
    if looks_like_web_page(&text) {
        return Err(FileError::NotText(FileKind::WebPage));
    }
    if !text.contains(char::is_alphanumeric) {
        return Err(FileError::Empty);
    }
    Ok(Decoded { text, encoding })
}

/// What the first bytes give away.
fn known_kind(bytes: &[u8]) -> Option<FileKind> {
    const KINDS: &[(&[u8], FileKind)] = &[
        (b"\x89PNG", FileKind::Picture),
        (b"\xFF\xD8\xFF", FileKind::Picture),
        (b"GIF87a", FileKind::Picture),
        (b"GIF89a", FileKind::Picture),
        (b"RIFF", FileKind::Picture),
        (b"II*\0", FileKind::Picture),
        (b"MM\0*", FileKind::Picture),
        (b"%PDF", FileKind::Pdf),
        (b"PK\x03\x04", FileKind::Spreadsheet),
        (b"PK\x05\x06", FileKind::Spreadsheet),
        (b"\xD0\xCF\x11\xE0", FileKind::Spreadsheet),
        (b"\x1F\x8B", FileKind::Archive),
        (b"Rar!", FileKind::Archive),
        (b"7z\xBC\xAF", FileKind::Archive),
    ];
    KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

/// UTF-16 without a mark: Western text has a zero in every second byte.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    let (pairs, _) = bytes.get(..bytes.len().min(2_000))?.as_chunks::<2>();
    let zeros = |which: fn(&[u8; 2]) -> u8| pairs.iter().filter(|pair| which(pair) == 0).count();
    let (first, second) = (zeros(|pair| pair[0]), zeros(|pair| pair[1]));
    let most = |count: usize| pairs.len() >= 4 && count * 10 >= pairs.len() * 7;
    if most(second) && first == 0 {
        Some(Encoding::Utf16Le)
    } else if most(first) && second == 0 {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

fn utf8(bytes: &[u8]) -> Result<String, FileError> {
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count();
        FileError::Undecodable { line: u32::try_from(line).unwrap_or(u32::MAX).saturating_add(1) }
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, FileError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut line = 1_u32;
    for c in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let Ok(c) = c else { return Err(FileError::Undecodable { line }) };
        line = line.saturating_add(u32::from(c == '\n'));
        text.push(c);
    }
    // A single byte too many at the end is a cut-off character.
    if rest.is_empty() { Ok(text) } else { Err(FileError::Undecodable { line }) }
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

/// DOS programs end a text with the character 1A.
fn without_end_mark(mut text: String) -> String {
    text.truncate(text.trim_end_matches('\u{1A}').len());
    text
}

/// Whether the text has so many control characters that it is none.
fn is_noise(text: &str) -> bool {
    let (mut all, mut odd) = (0_usize, 0_usize);
    for c in text.chars().take(4_096) {
        all += 1;
        odd += usize::from(c.is_control() && !matches!(c, '\t' | '\r' | '\n' | '\u{C}'));
    }
    odd * 20 > all
}

fn looks_like_web_page(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(20).flat_map(char::to_lowercase).collect();
    ["<!doctype", "<html", "<head", "<table", "<?xml"].iter().any(|tag| start.starts_with(tag))
}
