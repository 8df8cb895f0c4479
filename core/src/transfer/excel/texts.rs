//! The texts that cells of a workbook share, one behind the other in one text.

use super::xml::{Broken, Xml, character, unescaped};
use crate::transfer::{decode::MAX_BYTES, error::FileError};
use quick_xml::events::Event;

/// The most shared texts: as many as a sheet of 100,000 rows with forty different texts each.
const MAX_TEXTS: usize = 4_000_000;
/// The longest text of a cell, in bytes: 32,767 characters.
pub(super) const LONGEST: usize = 4 * 32_767;

/// Shared texts.
#[derive(Default)]
pub(super) struct Texts {
    all: String,
    ends: Vec<u32>,
}

impl Texts {
    /// The text of this number.
    pub fn get(&self, number: usize) -> Option<&str> {
        let end = usize::try_from(*self.ends.get(number)?).ok()?;
        let start = match number.checked_sub(1) {
            Some(before) => usize::try_from(*self.ends.get(before)?).ok()?,
            None => 0,
        };
        self.all.get(start..end)
    }

    /// Adds a text.
    ///
    /// # Errors
    /// When they are more than a file may hold.
    pub fn push(&mut self, text: &str) -> Result<(), FileError> {
        if self.ends.len() == MAX_TEXTS || self.all.len() + text.len() > MAX_BYTES {
            return Err(FileError::TooLarge { max: MAX_BYTES });
        }
        self.all.push_str(text);
        self.ends.push(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        Ok(())
    }
}

/// A text with its runs put together; how it sounds, as Japanese workbooks say beside it, is left out. Reads up to the end of
/// the element of this name, whose start was read.
pub(super) fn read(xml: &mut Xml, until: &str) -> Result<String, Broken> {
    let (mut text, mut within, mut sound) = (String::new(), until == "t", 0_u32);
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().into_inner() {
                "rPh" => sound += 1,
                "t" => within = sound == 0,
                _ => {}
            },
            Event::End(element) => match element.local_name().into_inner() {
                name if name == until => return Ok(unescaped(text)),
                "rPh" => sound = sound.saturating_sub(1),
                "t" => within = false,
                _ => {}
            },
            Event::Text(piece) if within => text.push_str(&piece.xml10_content()),
            Event::CData(piece) if within => text.push_str(&piece.xml10_content()),
            Event::GeneralRef(reference) if within => text.push(character(&reference)?),
            Event::Eof => return Err(Broken),
            _ => {}
        }
        // One element is a megabyte at most, a text may be of many.
        if text.len() > LONGEST {
            return Err(Broken);
        }
    }
}
