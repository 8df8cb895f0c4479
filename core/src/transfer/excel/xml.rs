//! The XML of a part, one event after the other, with what could fill the memory refused: deep nesting, entities of its own,
//! and elements longer than any workbook has.

use super::package::PartReader;
use quick_xml::{
    Reader, XmlVersion,
    events::{BytesRef, BytesStart, Event},
};

/// How deep elements may lie in each other; those of workbooks lie nine deep.
const DEEPEST: u32 = 64;

/// The part is no sound XML, or larger than any workbook's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken;

/// Reads a part.
pub(super) struct Xml {
    reader: Reader<PartReader>,
    buffer: Vec<u8>,
    depth: u32,
}

impl Xml {
    pub fn new(reader: PartReader) -> Self {
        let mut reader = Reader::from_reader(reader);
        // `<c/>` as `<c></c>`: one way to read both. Ends are told by depth and name; nothing is kept of what was opened.
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().check_end_names = false;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// What stands next: the start or the end of an element, a text, a character reference, or the end of the part.
    pub fn next(&mut self) -> Result<Event<'_>, Broken> {
        self.buffer.clear();
        self.reader.get_mut().get_mut().begin();
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|_| Broken)?;
        match &event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.checked_sub(1).ok_or(Broken)?,
            // The part is cut off.
            Event::Eof if self.depth > 0 => return Err(Broken),
            // Workbooks have none, and entities can make much of little.
            Event::DocType(_) => return Err(Broken),
            _ => {}
        }
        if self.depth > DEEPEST { Err(Broken) } else { Ok(event) }
    }

    /// How much of the packed bytes is read, and of how much.
    pub fn progress(&self) -> (usize, usize) {
        self.reader.get_ref().get_ref().progress()
    }
}

/// An attribute, by its name without prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found =
        element.attributes().with_checks(false).flatten().find(|one| one.key.local_name().into_inner() == name)?;
    found.normalized_value(XmlVersion::Explicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// The character that a reference such as `&amp;` or `&#10;` stands for.
pub(super) fn character(reference: &BytesRef<'_>) -> Result<char, Broken> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Ok(character);
    }
    match reference.as_ref() {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => Err(Broken),
    }
}

/// A text without the escapes of workbooks for characters that XML can't have: `_x000D_` is CR, `_x005F_` the underscore.
pub(super) fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let code = from.get(2..6).filter(|_| from.as_bytes().get(6) == Some(&b'_'));
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(c) => {
                out.push(c);
                rest = from.get(7..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = from.get(2..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_of_workbooks() {
        for (written, meant) in [
            ("a_x000D_\nb", "a\r\nb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xyz_ _x12", "_xyz_ _x12"),
            ("x_x0041_", "xA"),
            ("_xD800_", "_xD800_"),
            ("_x00é1_", "_x00é1_"),
        ] {
            assert_eq!(unescaped(written.to_owned()), meant, "{written}");
        }
    }
}
