//! Bytes to text: which encoding a file is in, how sure that is, and what it is when it is no text at all.

use super::{
    encoding::{Encoding, Hints, decoded},
    error::{FileError, FileKind},
    locked::is_locked,
    plausible,
};
use serde::Serialize;

/// The largest file that is read: 50 MiB.
pub const MAX_BYTES: usize = 50 * 1024 * 1024;
/// How many encodings are offered where it is a guess.
const OFFERED: usize = 5;

/// A text, and how it was encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    pub encoding: Encoding,
    pub certainty: Certainty,
}

/// How sure it is that the letters of a text are the right ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// The bytes say it themselves: a mark, or Unicode without a mistake.
    Certain,
    /// Several encodings are possible: the likeliest first, each with words of the file as it would read them.
    Guessed(Vec<Candidate>),
}

/// An encoding that a file may be in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Candidate {
    pub encoding: Encoding,
    /// Some cells whose letters depend on it, for a person to judge by.
    pub samples: Vec<String>,
}

/// Decodes a file. Bytes that are no character become U+FFFD, so that one bad byte spoils one cell and not the file.
///
/// # Errors
/// When it is empty, too large, no text, or in an encoding that can't be read here.
pub fn decode(bytes: &[u8], hints: &Hints<'_>) -> Result<Decoded, FileError> {
    if bytes.len() > MAX_BYTES {
        return Err(FileError::TooLarge { max: MAX_BYTES });
    }
    if is_locked(bytes) {
        return Err(FileError::Locked);
    }
    if let Some(kind) = known_kind(bytes) {
        return Err(FileError::NotText(kind));
    }
    let (marked, bytes) = mark(bytes);
    let (encoding, certainty) = match marked.or_else(|| unmarked(bytes)) {
        Some(encoding) => (encoding, Certainty::Certain),
        None => guess(bytes, hints),
    };
    let encoding = hints.encoding.unwrap_or(encoding);
    let text = decoded(encoding, bytes, hints).ok_or(FileError::Undecodable { encoding })?;
    let text = without_marks(text);
    if text.contains('\0') || is_noise(&text) {
        return Err(FileError::NotText(FileKind::Binary));
    }
    if looks_like_web_page(&text) {
        return Err(FileError::NotText(FileKind::WebPage));
    }
    if !text.contains(char::is_alphanumeric) {
        return Err(FileError::Empty);
    }
    Ok(Decoded { text, encoding, certainty })
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

/// The encoding that a mark at the start names, and what comes behind the mark.
fn mark(bytes: &[u8]) -> (Option<Encoding>, &[u8]) {
    const MARKS: &[(&[u8], Encoding)] =
        &[(b"\xEF\xBB\xBF", Encoding::Utf8), (b"\xFF\xFE", Encoding::Utf16Le), (b"\xFE\xFF", Encoding::Utf16Be)];
    let found = MARKS.iter().find_map(|(mark, encoding)| Some((Some(*encoding), bytes.strip_prefix(*mark)?)));
    found.unwrap_or((None, bytes))
}

/// What bytes without a mark can only be: UTF-8 without a mistake, or the UTF-16 that their zeros give away.
fn unmarked(bytes: &[u8]) -> Option<Encoding> {
    match wide(bytes) {
        Some(encoding) => Some(encoding),
        None => std::str::from_utf8(bytes).ok().map(|_| Encoding::Utf8),
    }
}

/// UTF-16 without a mark: no other text has zeros, and its delimiters, line ends and digits are ASCII in the right order of
/// bytes only, whatever the script of its names.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    let top = bytes.get(..bytes.len().min(4_000))?;
    if !top.contains(&0) {
        return None;
    }
    let (pairs, _) = top.as_chunks::<2>();
    let ascii = |unit: fn([u8; 2]) -> u16| {
        let mut count = 0_usize;
        for pair in pairs {
            match unit(*pair) {
                // None of these is in any text.
                0..=8 | 0xE..=0x1F | 0xFFFE.. => return 0,
                9..=0x7F => count += 1,
                _ => {}
            }
        }
        count
    };
    let (little, big) = (ascii(u16::from_le_bytes), ascii(u16::from_be_bytes));
    match little.max(big) {
        0..=3 => None,
        _ if little > big => Some(Encoding::Utf16Le),
        _ => Some(Encoding::Utf16Be),
    }
}

/// The likeliest encoding of bytes that are no sound Unicode, and the others that are possible.
fn guess(bytes: &[u8], hints: &Hints<'_>) -> (Encoding, Certainty) {
    let ranked = plausible::ranked(bytes, hints);
    let first = ranked.first().map_or(Encoding::Windows1252, |(encoding, _)| *encoding);
    let offered = ranked.into_iter().take(OFFERED);
    let candidates = offered.map(|(encoding, samples)| Candidate { encoding, samples }).collect();
    (first, Certainty::Guessed(candidates))
}

/// The text without the marks that joined files have at the start of a line, and without the character 1A with which DOS
/// programs end one.
fn without_marks(mut text: String) -> String {
    const MARK: char = '\u{FEFF}';
    text.truncate(text.trim_end_matches('\u{1A}').len());
    if !text.contains(MARK) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut starts = true;
    for c in text.chars() {
        if c == MARK && starts {
            continue;
        }
        starts = matches!(c, '\r' | '\n');
        out.push(c);
    }
    out
}

/// Whether the text has so many control characters that it is none. The one that some exporters put before every number, so that
/// it keeps its zeros, doesn't count.
fn is_noise(text: &str) -> bool {
    let (mut all, mut odd) = (0_usize, 0_usize);
    for c in text.chars().take(4_096) {
        all += 1;
        odd += usize::from(c.is_control() && !matches!(c, '\t' | '\r' | '\n' | '\u{C}' | '\u{1F}'));
    }
    odd * 20 > all
}

fn looks_like_web_page(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(20).flat_map(char::to_lowercase).collect();
    ["<!doctype", "<html", "<head", "<table", "<?xml"].iter().any(|tag| start.starts_with(tag))
}
