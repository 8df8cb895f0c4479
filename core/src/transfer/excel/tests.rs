//! Workbooks that want to fill the memory, or say what isn't so.

use super::{
    Workbook,
    budget::Budget,
    format::Format,
    package::{Package, UNREADABLE},
    styles,
    xml::{Broken, Xml},
};
use crate::transfer::{
    decode::MAX_BYTES,
    error::FileError,
    rows::MAX_ROWS,
    table::{MAX_COLUMNS, Table},
};
use flate2::{Compression, write::DeflateEncoder};
use rawzip::{CompressionMethod, ZipArchiveWriter};
use std::{io::Write, sync::Arc};

/// How much these tests unpack at most, so that they don't take minutes.
const MOST: u64 = 64 * 1024 * 1024;

/// A text that is written again and again.
type Repeated<'t> = (&'t str, usize);

/// A workbook with this sheet and these shared texts.
fn workbook(sheet: &[Repeated<'_>], shared: &[Repeated<'_>]) -> Vec<u8> {
    let relations = relations(&[("a", "worksheet", "sheet.xml"), ("b", "sharedStrings", "texts.xml")]);
    let sheets = [("<workbook><sheets><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>", 1)];
    archive(&[
        ("xl/_rels/workbook.xml.rels", &[(&relations, 1)]),
        ("xl/workbook.xml", &sheets),
        ("xl/sheet.xml", sheet),
        ("xl/texts.xml", shared),
    ])
}

/// Which parts lie where, by their ids and kinds.
fn relations(parts: &[(&str, &str, &str)]) -> String {
    const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let one = |(id, kind, target): &(&str, &str, &str)| {
        format!("<Relationship Id=\"{id}\" Type=\"{KIND}/{kind}\" Target=\"{target}\"/>")
    };
    format!("<Relationships>{}</Relationships>", parts.iter().map(one).collect::<String>())
}

/// A workbook of these parts, with these texts one behind the other in each.
fn archive(parts: &[(&str, &[Repeated<'_>])]) -> Vec<u8> {
    let main = relations(&[("a", "officeDocument", "xl/workbook.xml")]);
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (name, texts) in [("_rels/.rels", &[(main.as_str(), 1)][..])].iter().chain(parts) {
        let (mut entry, config) =
            archive.new_file(name).compression_method(CompressionMethod::DEFLATE).start().unwrap();
        let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::fast()));
        for (text, times) in *texts {
            let at_once = text.repeat((*times).min(1_000));
            for _ in 0..times / 1_000 {
                writer.write_all(at_once.as_bytes()).unwrap();
            }
            writer.write_all(text.repeat(times % 1_000).as_bytes()).unwrap();
        }
        let (encoder, descriptor) = writer.finish().unwrap();
        encoder.finish().unwrap();
        entry.finish(descriptor).unwrap();
    }
    archive.finish().unwrap()
}

/// A workbook whose list of sheets has these texts, and that has these parts.
fn listed(sheets: &[Repeated<'_>], parts: &[(&str, &str, &str)]) -> Result<Workbook, FileError> {
    let relations = relations(parts);
    let list = [&[("<workbook><sheets>", 1)], sheets, &[("</sheets></workbook>", 1)]].concat();
    let bytes = archive(&[("xl/_rels/workbook.xml.rels", &[(&relations, 1)]), ("xl/workbook.xml", &list)]);
    Workbook::open_at_most(bytes.into(), MOST)
}

/// The formats of a workbook whose styles have these texts.
fn formats(styles: &[Repeated<'_>]) -> Result<Vec<Arc<Format>>, Broken> {
    let package = Package::open(archive(&[("xl/styles.xml", styles)]).into(), MOST).unwrap();
    styles::read(Xml::new(package.part("xl/styles.xml").unwrap()), &mut Budget::new())
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

/// A format is kept once, however many styles have it, and one that is longer than any is none.
#[test]
fn one_format_for_every_style() {
    let style = "<xf numFmtId=\"164\"/>";
    for (length, shown) in [(255, "x"), (256, "7"), (1_000_000, "7")] {
        let own = format!("<numFmts><numFmt numFmtId=\"164\" formatCode=\"&quot;{}&quot;@\"/>", "x".repeat(length - 3));
        let styles = [("<styleSheet>", 1), (own.as_str(), 1), ("</numFmts><cellXfs>", 1), (style, 65_490)];
        let formats = formats(&[&styles[..], &[("</cellXfs></styleSheet>", 1)]].concat()).unwrap();
        assert_eq!(formats.len(), 65_490);
        assert!(formats.iter().all(|format| Arc::ptr_eq(format, &formats[0])), "{length}");
        assert_eq!(formats[0].shown("7", false).trim_end_matches('7').get(..1).unwrap_or("7"), shown, "{length}");
        assert!(formats[0].weight() < 10_000, "{length}");
    }
    let built_in =
        formats(&[("<styleSheet><cellXfs>", 1), ("<xf numFmtId=\"14\"/>", 2), ("</cellXfs></styleSheet>", 1)]);
    let built_in = built_in.unwrap();
    assert!(Arc::ptr_eq(&built_in[0], &built_in[1]));
    assert_eq!(*built_in[0], Format::built_in(14));
}

#[test]
fn more_formats_than_any_workbook_has() {
    let all = |count: u32, code: &str| {
        let one = |number: u32| format!("<numFmt numFmtId=\"{number}\" formatCode=\"{code}\"/>");
        let own: String = (0..count).map(|number| one(164 + number)).collect();
        formats(&[("<styleSheet>", 1), (&own, 1), ("</styleSheet>", 1)]).map(|formats| formats.len())
    };
    assert_eq!(all(250, &"0".repeat(255)), Ok(0));
    assert_eq!(all(8_000, &"0".repeat(255)), Err(Broken));
    assert_eq!(all(8_000, &"0;".repeat(127)), Ok(0), "of sections no more is kept than is used");
}

#[test]
fn long_names_and_places_of_sheets() {
    let long = "x".repeat(200_000);
    let sheet = format!("<sheet name=\"{long}\" r:id=\"a\"/>");
    let target = format!("{long}.xml");
    let book = listed(&[(&sheet, 100)], &[("a", "worksheet", &target)]).unwrap();
    assert_eq!(book.sheets().count(), 100);
    assert!(book.sheets().all(|name| name.len() == 100), "enough to choose one by");
    let many: Vec<String> = (0..50).map(|number| format!("a{number}")).collect();
    let far: Vec<_> = many.iter().map(|id| (id.as_str(), "worksheet", target.as_str())).collect();
    assert_eq!(listed(&[(&sheet, 1)], &far).err(), Some(UNREADABLE), "places");
    let long_ids: Vec<String> = many.iter().map(|id| format!("{id}{long}")).collect();
    let ids: Vec<_> = long_ids.iter().map(|id| (id.as_str(), "worksheet", "sheet.xml")).collect();
    assert_eq!(listed(&[(&sheet, 1)], &ids).err(), Some(UNREADABLE), "ids");
    let short: Vec<_> = many.iter().map(|id| (id.as_str(), "worksheet", "sheet.xml")).collect();
    assert!(listed(&[("<sheet name=\"A\" r:id=\"a7\"/>", 1_000)], &short).is_ok());
}

/// Before a sheet is read, hardly anything is: a small file does not keep anybody waiting.
#[test]
fn parts_that_are_read_at_once_unpack_to_little() {
    let style = "<xf numFmtId=\"164\"/>";
    let styles =
        |times| Package::open(archive(&[("xl/styles.xml", &[("<a>", 1), (style, times), ("</a>", 1)])]).into(), MOST);
    let read = |times| {
        styles(times)
            .unwrap()
            .small("xl/styles.xml")
            .map(|part| styles::read(Xml::new(part), &mut Budget::new()).is_ok())
    };
    assert_eq!((read(1_000_000), read(1_500_000)), (Some(true), Some(false)));
    let related = "<Relationship Id=\"a\"/>";
    for times in [500_000, 1_500_000] {
        let parts = [
            ("xl/_rels/workbook.xml.rels", &[("<a>", 1), (related, times), ("</a>", 1)][..]),
            ("xl/workbook.xml", &[("<workbook/>", 1)]),
        ];
        assert_eq!(Workbook::open_at_most(archive(&parts).into(), MOST).is_ok(), times == 500_000, "{times}");
    }
}
