//! The rows of a sheet, a few at a time: first the texts that cells share, then the cells.

use super::{
    format::Format,
    package::UNREADABLE,
    texts::{self, Texts},
    xml::{Broken, Xml, attribute, character, unescaped},
};
use crate::transfer::{
    cells::neutralise,
    decode::MAX_BYTES,
    error::FileError,
    rows::{MAX_ROWS, Row, SAMPLE},
    table::{MAX_COLUMNS, Rows, Source, Table, table},
};
use quick_xml::events::{BytesStart, Event};
use std::sync::Arc;

/// Reads a sheet in portions.
pub struct SheetReader {
    name: String,
    /// The part of shared texts, until it is read.
    unread: Option<Xml>,
    texts: Texts,
    xml: Xml,
    formats: Arc<[Arc<Format>]>,
    from_1904: bool,
    /// The number of the row that was read last, as the sheet shows it.
    number: u32,
    rows: Vec<Row>,
    /// How many bytes the texts of all rows take: one shared text may stand in each.
    taken: usize,
}

/// A cell in the making.
struct Cell {
    place: usize,
    kind: Kind,
    style: usize,
    value: String,
    formula: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    /// The text stands in the cell itself.
    Inline,
    /// The text that a formula gave.
    Text,
    Boolean,
    Error,
    /// A day as ISO 8601 has it.
    Day,
}

impl SheetReader {
    pub(super) fn new(
        name: String,
        unread: Option<Xml>,
        xml: Xml,
        formats: Arc<[Arc<Format>]>,
        from_1904: bool,
    ) -> Self {
        let (texts, rows) = (Texts::default(), Vec::new());
        Self { name, unread, texts, xml, formats, from_1904, number: 0, rows, taken: 0 }
    }

    /// The next shared text; none when all are read.
    fn next_text(xml: &mut Xml) -> Result<Option<String>, Broken> {
        loop {
            match xml.next()? {
                Event::Start(element) if element.local_name().into_inner() == "si" => {}
                Event::Eof => return Ok(None),
                _ => continue,
            }
            return texts::read(xml, "si").map(Some);
        }
    }

    /// The next row; none behind the last.
    fn next_row(&mut self) -> Result<Option<Row>, FileError> {
        let broken = |Broken| UNREADABLE;
        loop {
            match self.xml.next().map_err(broken)? {
                Event::Start(element) if element.local_name().into_inner() == "row" => {
                    let number = attribute(&element, "r").and_then(|number| number.parse().ok());
                    self.number = number.unwrap_or(self.number.saturating_add(1));
                }
                // At the end it shows whether the part is whole.
                Event::Eof => return Ok(None),
                _ => continue,
            }
            return self.cells().map(Some);
        }
    }

    /// The cells of the row whose start was read.
    fn cells(&mut self) -> Result<Row, FileError> {
        let mut record = csv::StringRecord::new();
        let mut next = 0;
        loop {
            let cell = match self.xml.next().map_err(|Broken| UNREADABLE)? {
                Event::Start(element) if element.local_name().into_inner() == "c" => Cell::of(&element, next),
                Event::End(element) if element.local_name().into_inner() == "row" => break,
                Event::Eof => return Err(UNREADABLE),
                _ => continue,
            };
            let cell = cell.read(&mut self.xml).map_err(|Broken| UNREADABLE)?;
            next = cell.place.saturating_add(1);
            let text = self.text(cell);
            if text.is_empty() {
                continue;
            }
            let place = next - 1;
            if place >= MAX_COLUMNS {
                return Err(FileError::TooManyColumns { max: MAX_COLUMNS });
            }
            // Cells come in their order; where one doesn't, the row can't be told.
            if place < record.len() {
                return Err(UNREADABLE);
            }
            self.taken = self.taken.saturating_add(text.len());
            if self.taken > MAX_BYTES {
                return Err(FileError::TooLarge { max: MAX_BYTES });
            }
            while record.len() < place {
                record.push_field("");
            }
            record.push_field(&neutralise(&text));
        }
        Ok(Row::new(self.number, record))
    }

    /// What a person reads in a cell. What can't be told is marked with U+FFFD, so that it is refused and not lost.
    fn text(&self, cell: Cell) -> String {
        let Cell { kind, style, value, formula, .. } = cell;
        if let (true, Some(formula)) = (value.is_empty() && kind != Kind::Text, formula) {
            return format!("{}={formula}", char::REPLACEMENT_CHARACTER);
        }
        match kind {
            Kind::Inline | Kind::Day => value,
            Kind::Text => unescaped(value),
            Kind::Shared => {
                let text = value.trim().parse().ok().and_then(|number| self.texts.get(number));
                text.map_or_else(|| String::from(char::REPLACEMENT_CHARACTER), str::to_owned)
            }
            Kind::Boolean => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            Kind::Error => format!("{}{value}", char::REPLACEMENT_CHARACTER),
            Kind::Number if value.is_empty() => value,
            Kind::Number => {
                let format = self.formats.get(style).map_or(&Format::General, AsRef::as_ref);
                format.shown(value.trim(), self.from_1904)
            }
        }
    }
}

impl Rows for SheetReader {
    fn advance(&mut self, at_most: usize) -> Result<bool, FileError> {
        for _ in 0..at_most {
            if let Some(xml) = &mut self.unread {
                match Self::next_text(xml).map_err(|Broken| UNREADABLE)? {
                    Some(text) => self.texts.push(&text)?,
                    None => self.unread = None,
                }
                continue;
            }
            let Some(row) = self.next_row()? else { return Ok(false) };
            if !row.is_blank() {
                self.rows.push(row);
            }
            if self.rows.len() > MAX_ROWS + SAMPLE {
                return Err(FileError::TooManyRows { max: MAX_ROWS });
            }
        }
        Ok(true)
    }

    fn progress(&self) -> (usize, usize) {
        let (done, all) = self.xml.progress();
        match &self.unread {
            Some(texts) => (texts.progress().0, texts.progress().1 + all),
            None => (done, all),
        }
    }

    fn finish(self: Box<Self>) -> Result<Table, FileError> {
        if self.rows.is_empty() {
            return Err(FileError::Empty);
        }
        table(Source::Sheet { name: self.name }, self.rows)
    }
}

impl Cell {
    /// A cell whose start was read; one that doesn't say where it is stands behind the one before.
    fn of(element: &BytesStart<'_>, next: usize) -> Self {
        let kind = match attribute(element, "t").as_deref() {
            Some("s") => Kind::Shared,
            Some("inlineStr") => Kind::Inline,
            Some("str") => Kind::Text,
            Some("b") => Kind::Boolean,
            Some("e") => Kind::Error,
            Some("d") => Kind::Day,
            _ => Kind::Number,
        };
        let place = attribute(element, "r").as_deref().and_then(column).unwrap_or(next);
        let style = attribute(element, "s").and_then(|style| style.parse().ok()).unwrap_or_default();
        Self { place, kind, style, value: String::new(), formula: None }
    }

    /// The cell with its value, up to its end.
    fn read(mut self, xml: &mut Xml) -> Result<Self, Broken> {
        let mut within = Within::Cell;
        loop {
            match xml.next()? {
                Event::Start(element) => match element.local_name().into_inner() {
                    "v" => within = Within::Value,
                    "f" => {
                        within = Within::Formula;
                        self.formula = Some(String::new());
                    }
                    "is" => self.value = texts::read(xml, "is")?,
                    _ => {}
                },
                Event::End(element) => match element.local_name().into_inner() {
                    "c" => return Ok(self),
                    _ => within = Within::Cell,
                },
                Event::Text(text) => self.push(within, &text.xml10_content()),
                Event::CData(text) => self.push(within, &text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let c = character(&reference)?;
                    self.push(within, c.encode_utf8(&mut [0; 4]));
                }
                Event::Eof => return Err(Broken),
                _ => {}
            }
            if self.value.len() > texts::LONGEST {
                return Err(Broken);
            }
        }
    }

    fn push(&mut self, within: Within, text: &str) {
        match (within, &mut self.formula) {
            (Within::Value, _) => self.value.push_str(text),
            // Enough for a person to know it by.
            (Within::Formula, Some(formula)) if formula.len() < 100 => {
                formula.push_str(text.get(..text.len().min(100)).unwrap_or_default())
            }
            _ => {}
        }
    }
}

#[derive(Clone, Copy)]
enum Within {
    Cell,
    Value,
    Formula,
}

/// The place of a column, from 0, of a cell's name: `AB12` stands in the 28th.
fn column(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.take(4).fold(0, |sum, letter| sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (name, place) in
            [("A1", Some(0)), ("z9", Some(25)), ("AB12", Some(27)), ("XFD1", Some(16_383)), ("12", None)]
        {
            assert_eq!(column(name), place, "{name}");
        }
    }
}
