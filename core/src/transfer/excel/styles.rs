//! The formats of a workbook's cells.

use super::{
    format::Format,
    xml::{Broken, Xml, attribute},
};
use quick_xml::events::Event;
use std::collections::BTreeMap;

/// Excel itself takes no more.
const MAX_FORMATS: usize = 65_490;

/// The number format of each style of cells, in their order.
pub(super) fn read(mut xml: Xml) -> Result<Vec<Format>, Broken> {
    let (mut own, mut formats) = (BTreeMap::new(), Vec::new());
    let mut within = false;
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().into_inner() {
                "numFmt" if own.len() < MAX_FORMATS => {
                    let number = attribute(&element, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                    if let Some((number, code)) = number.zip(attribute(&element, "formatCode")) {
                        own.insert(number, Format::of(&code));
                    }
                }
                "cellXfs" => within = true,
                "xf" if within && formats.len() < MAX_FORMATS => {
                    let number =
                        attribute(&element, "numFmtId").and_then(|id| id.parse::<u32>().ok()).unwrap_or_default();
                    formats.push(own.get(&number).cloned().unwrap_or_else(|| Format::built_in(number)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().into_inner() == "cellXfs" => within = false,
            Event::Eof => return Ok(formats),
            _ => {}
        }
    }
}
