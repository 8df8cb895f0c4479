//! The formats of a workbook's cells.

use super::{
    budget::Budget,
    format::Format,
    xml::{Broken, Xml, attribute},
};
use quick_xml::events::Event;
use std::{collections::BTreeMap, sync::Arc};

/// Excel itself takes no more.
const MAX_STYLES: usize = 65_490;
/// What a format's number takes beside the format.
const ENTRY: usize = 32;

/// The number format of each style of cells, in their order. Styles share them.
pub(super) fn read(mut xml: Xml, budget: &mut Budget) -> Result<Vec<Arc<Format>>, Broken> {
    let (mut known, mut styles) = (BTreeMap::new(), Vec::new());
    let mut within = false;
    let shared = |format: Format, budget: &mut Budget| {
        budget.take(ENTRY + format.weight())?;
        Ok(Arc::new(format))
    };
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().into_inner() {
                "numFmt" => {
                    let number = attribute(&element, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                    if let Some((number, code)) = number.zip(attribute(&element, "formatCode")) {
                        known.insert(number, shared(Format::of(&code), budget)?);
                    }
                }
                "cellXfs" => within = true,
                "xf" if within && styles.len() < MAX_STYLES => {
                    let number = attribute(&element, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or_default();
                    let format = match known.get(&number) {
                        Some(format) => Arc::clone(format),
                        None => {
                            let format = shared(Format::built_in(number), budget)?;
                            known.insert(number, Arc::clone(&format));
                            format
                        }
                    };
                    budget.take(size_of::<Arc<Format>>())?;
                    styles.push(format);
                }
                _ => {}
            },
            Event::End(element) if element.local_name().into_inner() == "cellXfs" => within = false,
            Event::Eof => return Ok(styles),
            _ => {}
        }
    }
}
