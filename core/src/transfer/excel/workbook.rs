//! A workbook: its sheets, its formats, and where its parts are.

use super::{
    budget::Budget,
    format::Format,
    package::{MAX_UNPACKED, Package, UNREADABLE},
    rows::SheetReader,
    styles,
    xml::{Broken, Xml, attribute},
};
use crate::transfer::error::FileError;
use quick_xml::events::Event;
use std::{collections::BTreeMap, sync::Arc};

/// The most sheets that are offered.
const MAX_SHEETS: usize = 1_000;
/// How much is shown of a sheet's name, in characters. Excel gives them at most 31, other programs more.
const LONGEST_NAME: usize = 100;

/// A workbook (`.xlsx`, `.xlsm`), opened: its sheets are known, none is read.
#[derive(Clone, Debug)]
pub struct Workbook {
    package: Package,
    sheets: Vec<Sheet>,
    /// Where its shared texts are.
    texts: Option<Arc<str>>,
    formats: Arc<[Arc<Format>]>,
    /// Whether days are counted from 1904, as on old Macs.
    from_1904: bool,
}

#[derive(Clone, Debug)]
struct Sheet {
    name: String,
    hidden: bool,
    part: Arc<str>,
}

/// Whether bytes look like a workbook that may be read here.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

impl Workbook {
    /// Opens a workbook.
    ///
    /// # Errors
    /// When it is none, or none that can be read here.
    pub fn open(bytes: Arc<[u8]>) -> Result<Self, FileError> {
        Self::open_at_most(bytes, MAX_UNPACKED)
    }

    /// Opens a workbook of which no part may unpack to more bytes than these.
    pub(super) fn open_at_most(bytes: Arc<[u8]>, most: u64) -> Result<Self, FileError> {
        Self::opened(Package::open(bytes, most)?).map_err(|Broken| UNREADABLE)
    }

    fn opened(package: Package) -> Result<Self, Broken> {
        let mut budget = Budget::new();
        let main = related(&package, "", "officeDocument", &mut budget)?.into_iter().next().ok_or(Broken)?.target;
        let parts = related(&package, &main, "", &mut budget)?;
        let one = |kind: &str| parts.iter().find(|part| part.kind == kind).map(|part| Arc::clone(&part.target));
        let by_id: BTreeMap<&str, &Related> = parts.iter().map(|part| (part.id.as_str(), part)).collect();
        let (mut sheets, mut from_1904) = (Vec::new(), false);
        let mut xml = Xml::new(package.small(&main).ok_or(Broken)?);
        loop {
            match xml.next()? {
                Event::Start(element) if element.local_name().into_inner() == "sheet" => {
                    let part = attribute(&element, "id").and_then(|id| by_id.get(id.as_str()).copied());
                    // Sheets of charts and macros hold no rows.
                    if let Some(part) = part.filter(|part| part.kind == "worksheet" && sheets.len() < MAX_SHEETS) {
                        let name = attribute(&element, "name").unwrap_or_default();
                        let name: String = name.chars().take(LONGEST_NAME).collect();
                        let hidden = attribute(&element, "state").is_some_and(|state| state != "visible");
                        budget.take(size_of::<Sheet>() + name.capacity())?;
                        sheets.push(Sheet { name, hidden, part: Arc::clone(&part.target) });
                    }
                }
                Event::Start(element) if element.local_name().into_inner() == "workbookPr" => {
                    from_1904 = attribute(&element, "date1904").is_some_and(|on| on == "1" || on == "true");
                }
                Event::Eof => break,
                _ => {}
            }
        }
        let formats = match one("styles").and_then(|part| package.small(&part)) {
            Some(part) => styles::read(Xml::new(part), &mut budget)?,
            None => Vec::new(),
        };
        Ok(Self { texts: one("sharedStrings"), package, sheets, formats: formats.into(), from_1904 })
    }

    /// The names of its sheets, in their order, also of those that are hidden.
    pub fn sheets(&self) -> impl Iterator<Item = &str> {
        self.sheets.iter().map(|sheet| sheet.name.as_str())
    }

    /// The place of the sheet that is read where nobody chooses one: the first that isn't hidden.
    pub fn first(&self) -> usize {
        self.sheets.iter().position(|sheet| !sheet.hidden).unwrap_or_default()
    }

    /// Begins to read a sheet.
    ///
    /// # Errors
    /// When there is no such sheet.
    pub fn sheet(&self, place: usize) -> Result<SheetReader, FileError> {
        let sheet = self.sheets.get(place).ok_or(FileError::Empty)?;
        let rows = self.package.part(&sheet.part).ok_or(UNREADABLE)?;
        let texts = self.texts.as_ref().and_then(|part| self.package.part(part));
        let formats = self.formats.clone();
        Ok(SheetReader::new(sheet.name.clone(), texts.map(Xml::new), Xml::new(rows), formats, self.from_1904))
    }
}

/// A part that another one names.
struct Related {
    id: String,
    /// The last word of its kind's address.
    kind: String,
    target: Arc<str>,
}

/// The parts of a kind that a part names; all of them for the empty kind.
fn related(package: &Package, of: &str, wanted: &str, budget: &mut Budget) -> Result<Vec<Related>, Broken> {
    let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
    let list = format!("{folder}/_rels/{file}.rels");
    let mut xml = Xml::new(package.small(&list).ok_or(Broken)?);
    let mut found = Vec::new();
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().into_inner() == "Relationship" => {
                let one = |name| attribute(&element, name).unwrap_or_default();
                let (id, kind, target) = (one("Id"), one("Type"), one("Target"));
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                if (wanted.is_empty() || kind == wanted) && found.len() < 2 * MAX_SHEETS {
                    let target = resolved(folder, &target);
                    budget.take(size_of::<Related>() + id.len() + kind.len() + target.len())?;
                    found.push(Related { id, kind, target: target.into() });
                }
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// The name of a part that another one, in this folder, calls so.
fn resolved(folder: &str, target: &str) -> String {
    if target.starts_with('/') {
        return target.to_owned();
    }
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in target.split('/') {
        match name {
            "." | "" => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    names.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_named_from_where_they_are_named() {
        for (folder, target, wanted) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"),
            ("xl/worksheets", "../styles.xml", "xl/styles.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("xl", "../../../etc", "etc"),
        ] {
            assert_eq!(resolved(folder, target), wanted, "{folder} {target}");
        }
    }
}
