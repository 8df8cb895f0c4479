//! Writes a workbook with one sheet: text cells that no spreadsheet runs, the heading in bold and frozen, and columns as wide as they need to
//! be. It is written as its rows come, and never stands in memory whole.

use crate::transfer::cells::runs;
use flate2::{Compression, write::DeflateEncoder};
use rawzip::{CompressionMethod, ZipArchiveWriter, ZipDataWriter, ZipDataWriterConfig, ZipEntryWriter};
use std::io::{Error, Read, Result, Write, copy, repeat};

const NAMESPACE: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// How a cell is styled, by the places of `cellXfs` below: a text; a text that would run if somebody edited it, with the mark
/// that keeps it a text; a heading.
const TEXT: u8 = 1;
const QUOTED: u8 = 2;
const HEADING: u8 = 3;
/// How much is written at a time, in bytes.
const PORTION: usize = 32 * 1024;
/// The narrowest and the widest column, in characters.
const WIDTHS: (usize, usize) = (10, 48);

/// How wide the columns of these rows need to be: the longest text of each, in characters.
pub fn widths<R: AsRef<[String]>>(rows: impl IntoIterator<Item = R>) -> Vec<usize> {
    let mut widths = Vec::new();
    widen(&mut widths, rows);
    widths
}

/// Makes columns as wide as these rows need them, beside those before.
pub fn widen<R: AsRef<[String]>>(widths: &mut Vec<usize>, rows: impl IntoIterator<Item = R>) {
    for row in rows {
        let row = row.as_ref();
        widths.resize(widths.len().max(row.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
}

/// Writes a workbook of these rows, of which the first is the heading.
///
/// # Errors
/// When `out` takes no more.
pub fn write_workbook<W: Write>(
    mut out: W,
    sheet: &str,
    widths: &[usize],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Result<()> {
    let (mut writer, start) = WorkbookWriter::new(sheet, widths)?;
    out.write_all(&start)?;
    for row in rows {
        out.write_all(&writer.rows([row])?)?;
    }
    out.write_all(&writer.finish()?)?;
    out.flush()
}

/// Writes a workbook in portions of rows: each call gives what of the file there is by then, to be written one after the other.
pub struct WorkbookWriter {
    sheet: String,
    data: ZipDataWriter<DeflateEncoder<Vec<u8>>>,
    /// What is not yet packed.
    text: String,
    /// How the next row is styled.
    style: Option<u8>,
    /// How long the file is so far, and the packed sheet in it.
    written: u64,
    packed: u64,
}

impl WorkbookWriter {
    /// Begins a workbook with a sheet of this name and columns of these widths. The first row is the heading.
    ///
    /// # Errors
    /// None that could be mended: it is written to memory.
    pub fn new(sheet: &str, widths: &[usize]) -> Result<(Self, Vec<u8>)> {
        let mut start = Vec::new();
        let mut archive = ZipArchiveWriter::new(&mut start);
        let (_, config) = up_to_rows(&mut archive, sheet)?;
        let data = config.wrap(DeflateEncoder::new(Vec::new(), Compression::fast()));
        let text = head(widths);
        let written = length(&start);
        Ok((Self { sheet: sheet.to_owned(), data, text, style: Some(HEADING), written, packed: 0 }, start))
    }

    /// Writes further rows.
    ///
    /// # Errors
    /// None that could be mended.
    pub fn rows(&mut self, rows: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>> {
        for cells in rows {
            row(&mut self.text, &cells, self.style.take());
            if self.text.len() > PORTION {
                self.data.write_all(self.text.as_bytes())?;
                self.text.clear();
            }
        }
        let ready = std::mem::take(self.data.get_mut().get_mut());
        self.count(&ready);
        Ok(ready)
    }

    /// Ends the file.
    ///
    /// # Errors
    /// None that could be mended.
    pub fn finish(mut self) -> Result<Vec<u8>> {
        self.text.push_str("</sheetData></worksheet>");
        self.data.write_all(self.text.as_bytes())?;
        let ready = std::mem::take(self.data.get_mut().get_mut());
        self.count(&ready);
        let Self { sheet, data, mut written, mut packed, .. } = self;
        let (encoder, descriptor) = data.finish().map_err(Error::other)?;
        let last = encoder.finish()?;
        (written, packed) = (written + length(&last), packed + length(&last));
        // What stands at the end of an archive is known to whoever wrote all of it: it is written again, as long as it is, and
        // only its end is kept.
        let mut end = End { skipped: written, kept: [ready, last].concat() };
        let mut archive = ZipArchiveWriter::new(&mut end);
        let (mut entry, _) = up_to_rows(&mut archive, &sheet)?;
        copy(&mut repeat(0).take(packed), &mut entry)?;
        entry.finish(descriptor).map_err(Error::other)?;
        archive.finish().map_err(Error::other)?;
        Ok(end.kept)
    }

    fn count(&mut self, ready: &[u8]) {
        self.written += length(ready);
        self.packed += length(ready);
    }
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

/// Keeps what is written behind so many bytes.
struct End {
    skipped: u64,
    kept: Vec<u8>,
}

impl Write for End {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let skipped = length(bytes).min(self.skipped);
        self.skipped -= skipped;
        self.kept.extend(bytes.iter().skip(usize::try_from(skipped).unwrap_or(usize::MAX)));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

/// Writes an archive up to where the rows begin.
fn up_to_rows<'a, W: Write>(
    archive: &'a mut ZipArchiveWriter<W>,
    sheet: &str,
) -> Result<(ZipEntryWriter<'a, W>, ZipDataWriterConfig)> {
    let parts = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml")])),
        ("xl/_rels/workbook.xml.rels", relations(&[("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")])),
        ("xl/workbook.xml", workbook(sheet)),
        ("xl/styles.xml", styles()),
    ];
    for (name, text) in parts {
        part(archive, name, &text)?;
    }
    let rows = archive.new_file("xl/worksheets/sheet1.xml").compression_method(CompressionMethod::DEFLATE);
    rows.start().map_err(Error::other)
}

/// Writes one part.
fn part<W: Write>(archive: &mut ZipArchiveWriter<W>, name: &str, text: &str) -> Result<()> {
    let started = archive.new_file(name).compression_method(CompressionMethod::DEFLATE).start();
    let (mut entry, config) = started.map_err(Error::other)?;
    let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::fast()));
    writer.write_all(text.as_bytes())?;
    let (encoder, descriptor) = writer.finish().map_err(Error::other)?;
    encoder.finish()?;
    entry.finish(descriptor).map_err(Error::other)?;
    Ok(())
}

/// What stands in a sheet before its rows.
fn head(widths: &[usize]) -> String {
    let mut text = format!("{HEAD}<worksheet xmlns=\"{NAMESPACE}\"><sheetViews><sheetView workbookViewId=\"0\">");
    text.push_str(
        "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>",
    );
    let mut columns = String::new();
    for (number, width) in (1..).zip(widths) {
        let width = (*width).clamp(WIDTHS.0, WIDTHS.1) + 2;
        columns.push_str(&format!(
            "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" style=\"{TEXT}\" customWidth=\"1\"/>"
        ));
    }
    if !columns.is_empty() {
        text.push_str(&format!("<cols>{columns}</cols>"));
    }
    text.push_str("<sheetData>");
    text
}

fn row(text: &mut String, cells: &[String], style: Option<u8>) {
    text.push_str("<row>");
    for cell in cells {
        if cell.is_empty() {
            text.push_str("<c/>");
            continue;
        }
        let style = style.unwrap_or(if runs(cell) { QUOTED } else { TEXT });
        text.push_str(&format!("<c s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"));
        escape(text, cell);
        text.push_str("</t></is></c>");
    }
    text.push_str("</row>");
}

/// Writes a text as XML in a workbook has it: characters that XML can't have become `_x001F_`, and what reads like that already
/// has its underscore escaped.
fn escape(out: &mut String, text: &str) {
    for (at, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '_' if text.get(at + 1..).is_some_and(|rest| rest.starts_with('x')) => out.push_str("_x005F_"),
            '\t' | '\n' => out.push(c),
            '\u{FFFE}' | '\u{FFFF}' => out.push(char::REPLACEMENT_CHARACTER),
            c if u32::from(c) < 0x20 => out.push_str(&format!("_x{:04X}_", u32::from(c))),
            c => out.push(c),
        }
    }
}

fn content_types() -> String {
    let kinds =
        [("/xl/workbook.xml", "sheet.main"), ("/xl/worksheets/sheet1.xml", "worksheet"), ("/xl/styles.xml", "styles")];
    let mut text = format!("{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
    text.push_str(
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    );
    text.push_str("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    for (name, kind) in kinds {
        text.push_str(&format!(
            "<Override PartName=\"{name}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml\"/>"
        ));
    }
    text.push_str("</Types>");
    text
}

fn relations(parts: &[(&str, &str)]) -> String {
    let mut text =
        format!("{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (number, (kind, target)) in (1..).zip(parts) {
        text.push_str(&format!(
            "<Relationship Id=\"rId{number}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>"
        ));
    }
    text.push_str("</Relationships>");
    text
}

/// A sheet's name has at most 31 characters, and none that addresses of cells have.
fn workbook(sheet: &str) -> String {
    let name: String = sheet
        .chars()
        .filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') && !c.is_control())
        .take(31)
        .collect();
    let name = name.trim().trim_matches('\'');
    let mut text = format!(
        "{HEAD}<workbook xmlns=\"{NAMESPACE}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\""
    );
    escape(&mut text, if name.is_empty() { "1" } else { name });
    text.push_str("\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    text
}

/// Number format 49 is text: what somebody types over a cell keeps its zeros.
fn styles() -> String {
    format!(
        "{HEAD}<styleSheet xmlns=\"{NAMESPACE}\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
         <font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
         <xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>\
         <xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\"/>\
         <xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/></cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    )
}
