//! Workbooks that want to fill the memory, or say what isn't so.

use super::{Workbook, package::UNREADABLE};
use crate::transfer::{
    decode::MAX_BYTES,
    error::FileError,
    rows::MAX_ROWS,
    table::{MAX_COLUMNS, Table},
};
use flate2::{Compression, write::DeflateEncoder};
use rawzip::{CompressionMethod, ZipArchiveWriter};
use std::io::Write;

/// How much these tests unpack at most, so that they don't take minutes.
const MOST: u64 = 64 * 1024 * 1024;

/// A text that is written again and again.
type Repeated<'t> = (&'t str, usize);

/// A workbook of one sheet, with these texts one behind the other in it, and in its shared texts.
fn workbook(sheet: &[Repeated<'_>], shared: &[Repeated<'_>]) -> Vec<u8> {
    const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{KIND}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |parts: &[String]| format!("<Relationships>{}</Relationships>", parts.concat());
    let main = relations(&[relation("a", "officeDocument", "xl/workbook.xml")]);
    let parts = relations(&[relation("a", "worksheet", "sheet.xml"), relation("b", "sharedStrings", "texts.xml")]);
    let mut archive = ZipArchiveWriter::new(Vec::new());
    let mut add = |name: &str, texts: &[Repeated<'_>]| {
        let (mut entry, config) =
            archive.new_file(name).compression_method(CompressionMethod::DEFLATE).start().unwrap();
        let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::fast()));
        for (text, times) in texts {
            let at_once = text.repeat((*times).min(1_000));
            for _ in 0..times / 1_000 {
                writer.write_all(at_once.as_bytes()).unwrap();
            }
            writer.write_all(text.repeat(times % 1_000).as_bytes()).unwrap();
        }
        let (encoder, descriptor) = writer.finish().unwrap();
        encoder.finish().unwrap();
        entry.finish(descriptor).unwrap();
    };
    add("_rels/.rels", &[(&main, 1)]);
    add("xl/_rels/workbook.xml.rels", &[(&parts, 1)]);
    add("xl/workbook.xml", &[("<workbook><sheets><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>", 1)]);
    add("xl/sheet.xml", sheet);
    add("xl/texts.xml", shared);
    archive.finish().unwrap()
}

fn read(bytes: Vec<u8>) -> Result<Table, FileError> {
    let book = Workbook::open_at_most(bytes.into(), MOST)?;
    Table::whole(Box::new(book.sheet(0)?))
}

const ROW: &str = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>";
const ADDRESS: &str = "<si><t>E-mail</t></si><si><t>u@x.io</t></si>";

#[test]
fn a_sheet_as_large_as_one_may_be() {
    let sheet = [("<worksheet><sheetData>", 1), (ROW, MAX_ROWS), ("</sheetData></worksheet>", 1)];
    let table = read(workbook(&sheet, &[("<sst>", 1), (ADDRESS, 1), ("</sst>", 1)])).unwrap();
    assert_eq!((table.rows().len(), table.width()), (MAX_ROWS, 2));
    let sheet = [("<worksheet><sheetData>", 1), (ROW, MAX_ROWS + 100), ("</sheetData></worksheet>", 1)];
    let table = read(workbook(&sheet, &[("<sst>", 1), (ADDRESS, 1), ("</sst>", 1)]));
    assert_eq!(table, Err(FileError::TooManyRows { max: MAX_ROWS }));
}

/// 30 kB that would take many gigabytes.
#[test]
fn a_long_text_in_every_cell() {
    let long = format!("<si><t>{}</t></si>", "x".repeat(32_000));
    let sheet = [("<worksheet><sheetData>", 1), (ROW, MAX_ROWS), ("</sheetData></worksheet>", 1)];
    let table = read(workbook(&sheet, &[("<sst>", 1), (&long, 2), ("</sst>", 1)]));
    assert_eq!(table, Err(FileError::TooLarge { max: MAX_BYTES }));
}

#[test]
fn more_shared_texts_than_a_file_may_hold() {
    let long = format!("<si><t>{}</t></si>", "x".repeat(32_000));
    let shared = [("<sst>", 1), (long.as_str(), MAX_BYTES / 32_000 + 1), ("</sst>", 1)];
    assert_eq!(read(workbook(&[(ROW, 1)], &shared)), Err(FileError::TooLarge { max: MAX_BYTES }));
}

/// Nothing packs into less than a thousandth.
#[test]
fn a_part_that_unpacks_without_end() {
    let times = usize::try_from(MOST / 1_000 + 1).unwrap();
    let blank = " ".repeat(999) + "\n";
    let rows = [("<worksheet><sheetData>", 1), ("<row/>", 11_500_000), ("</sheetData></worksheet>", 1)];
    for sheet in [&[("<worksheet>", 1), (&*blank, times)][..], &[("<worksheet a=\"", 1), (&*blank, times)], &rows] {
        assert_eq!(read(workbook(sheet, &[("<sst/>", 1)])), Err(UNREADABLE), "{}", sheet[0].0);
    }
}

#[test]
fn more_columns_than_are_read() {
    let cell = "<c t=\"inlineStr\"><is><t>x</t></is></c>";
    let sheet = |columns| {
        let row = [("<row>", 1), (cell, columns), ("</row>", 1)];
        [vec![("<worksheet>", 1)], row.to_vec(), row.to_vec(), vec![("</worksheet>", 1)]].concat()
    };
    assert_eq!(read(workbook(&sheet(MAX_COLUMNS + 1), &[])), Err(FileError::TooManyColumns { max: MAX_COLUMNS }));
    assert_eq!(read(workbook(&sheet(MAX_COLUMNS), &[])).map(|table| table.width()), Ok(MAX_COLUMNS));
    // Cells that are only styled take no room, wherever they stand.
    let far = "<row><c t=\"inlineStr\"><is><t>u@x.io</t></is></c><c r=\"XFD1\" s=\"1\"/></row>";
    let cut_off = [("<worksheet>", 1), (far, 2)];
    assert_eq!(read(workbook(&cut_off, &[])).map(|table| table.width()), Err(UNREADABLE));
    let whole = [("<worksheet>", 1), (far, 2), ("</worksheet>", 1)];
    assert_eq!(read(workbook(&whole, &[])).map(|table| table.width()), Ok(1));
}

#[test]
fn what_no_workbook_has() {
    let cell =
        |inner: &str| format!("<worksheet><row><c t=\"inlineStr\"><is><t>u@x.io</t></is></c>{inner}</row></worksheet>");
    for (text, why) in [
        (cell("<c><v>&lol;</v></c>"), "an entity of its own"),
        (format!("<!DOCTYPE a [<!ENTITY lol \"x\">]>{}", cell("")), "a type of documents"),
        (cell(&"<a>".repeat(70)), "elements in each other without end"),
        (cell("<c r=\"A1\"><v>1</v></c>"), "two cells in one place"),
        (cell(&format!("<c><v>{}</v></c>", "1".repeat(200_000))), "a number without end"),
        (cell("<c><v>1</c></v></d></e></f></g></h></i>"), "ends without starts"),
        (cell("<c <v>"), "half a start"),
    ] {
        assert_eq!(read(workbook(&[(&text, 1)], &[])), Err(UNREADABLE), "{why}");
    }
    assert!(read(workbook(&[(&cell(""), 1)], &[])).is_ok());
}

/// A text that a cell names and that isn't there is not taken for nothing.
#[test]
fn a_shared_text_that_is_not_there() {
    let sheet =
        "<worksheet><row><c t=\"inlineStr\"><is><t>u@x.io</t></is></c><c t=\"s\"><v>7</v></c></row></worksheet>";
    let table = read(workbook(&[(sheet, 1)], &[("<sst/>", 1)])).unwrap();
    assert_eq!(table.rows()[0].cell(1), "\u{FFFD}");
}

/// Bytes that were changed behind the archive's back are found by their sum, though they unpack.
#[test]
fn a_damaged_part() {
    let sheet = [("<worksheet><sheetData>", 1), (ROW, 3), ("</sheetData></worksheet>", 1)];
    let whole = workbook(&sheet, &[("<sst>", 1), (ADDRESS, 1), ("</sst>", 1)]);
    assert!(read(whole.clone()).is_ok());
    let at = whole.windows(13).rposition(|window| window == b"xl/texts.xml\x00" || &window[..12] == b"xl/texts.xml");
    let sum = at.unwrap() - 30;
    let mut wrong = whole;
    wrong[sum] ^= 1;
    assert_eq!(read(wrong), Err(UNREADABLE));
}
