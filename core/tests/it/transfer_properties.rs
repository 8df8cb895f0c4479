//! What holds for every file: nothing panics, and what Rollcall writes it reads back unchanged.

#![expect(clippy::unwrap_used, reason = "this file is tests, helpers included")]

use crate::imports::{dry, hints};
use proptest::prelude::*;
use rollcall_core::transfer::{CsvStyle, Delimiter, Mapping, RowStatus, Table, decode, neutralise, rejects, restore};
use std::sync::Arc;

/// Text with what matters to CSV and spreadsheets in it more often than chance would have.
pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Z0-9 ]{0,6}",
        3 => proptest::sample::select(vec![
            "\"", "\"\"", ",", ";", "\t", "|", "\r\n", "\n", "\r", "'", "=", "+", "-", "@", "＝", "\u{FEFF}", "sep=;",
        ]).prop_map(str::to_owned),
        2 => any::<String>(),
    ];
    // A zero makes a file binary, and what a program could not read has been lost already; a mark at the start of a line comes
    // from files that were joined. No text that people write has any of them.
    let written = |pieces: Vec<String>| {
        let mut text = pieces.concat().replace(['\0', '\u{FFFD}'], "");
        while text.contains("\n\u{FEFF}") || text.contains("\r\u{FEFF}") {
            text = text.replace("\n\u{FEFF}", "\n").replace("\r\u{FEFF}", "\r");
        }
        text
    };
    proptest::collection::vec(piece, 0..6).prop_map(written)
}

pub fn style() -> impl Strategy<Value = CsvStyle> {
    (proptest::sample::select(Delimiter::ALL.to_vec()), any::<bool>())
        .prop_map(|(delimiter, bom)| CsvStyle { delimiter, bom })
}

proptest! {
    /// A spreadsheet runs none of the cells, and reading gives back what was written (invariant 16).
    #[test]
    fn a_neutral_cell_never_runs_and_comes_back(cell in text()) {
        let written = neutralise(&cell);
        prop_assert!(!written.starts_with(['=', '+', '-', '@', '\t', '\r']));
        prop_assert_eq!(restore(&written), cell.as_str());
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = decode(&bytes, &hints());
        if let Ok(table) = Table::read(&bytes, &hints()) {
            dry_run(table);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(lines in proptest::collection::vec(text(), 0..12), start in "(sep=[;,|]\n|\u{FEFF}|Name;E-mail;Teams\n|)") {
        let file = format!("{start}{}", lines.join("\n"));
        let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(file.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for bytes in [file.as_bytes(), &wide] {
            if let Ok(table) = Table::read(bytes, &hints()) {
                dry_run(table);
            }
        }
    }

    #[test]
    fn rejected_rows_come_back_as_they_were(
        cells in proptest::collection::vec((text(), text(), text()), 1..8),
        style in style(),
    ) {
        let rows = |cells: &[(String, String, String)]| -> Vec<Vec<String>> {
            cells.iter().map(|(a, b, c)| vec![a.clone(), b.clone(), c.clone(), "x".to_owned()]).collect()
        };
        let first = Table::read(&file(&rows(&cells), style), &hints()).unwrap();
        prop_assert_eq!(contents(&first), rows(&cells));
        let failed = (0..cells.len()).map(|row| (row, format!("=bad, {row}")));
        let out = rejects(&first, &Mapping::guess(&first), failed, style);
        let second = Table::read(&out, &hints()).unwrap();
        prop_assert_eq!(second.heading(0), "Problem");
        prop_assert_eq!(contents(&second), rows(&cells));
        let out_again = rejects(&second, &Mapping::guess(&second), (0..cells.len()).map(|row| (row, format!("=bad, {row}"))), style);
        prop_assert_eq!(out_again, out);
    }
}

/// A file with these rows, made by the writer of rejected rows.
fn file(rows: &[Vec<String>], style: CsvStyle) -> Vec<u8> {
    let blank = "\u{FEFF}Problem,Name,E-mail,Phone,Notes\n".to_owned() + &"x,,,,\n".repeat(rows.len());
    let table = Table::read(blank.as_bytes(), &hints()).unwrap();
    let mut out = rejects(&table, &Mapping::guess(&table), [], style);
    let delimiter = style.delimiter.byte() as char;
    for row in rows {
        let cells: Vec<_> = row.iter().map(|cell| format!("\"{}\"", neutralise(cell).replace('"', "\"\""))).collect();
        out.extend(format!("x{delimiter}{}\r\n", cells.join(&delimiter.to_string())).into_bytes());
    }
    out
}

/// The cells behind the first column, which says what is wrong.
fn contents(table: &Table) -> Vec<Vec<String>> {
    table.rows().iter().map(|row| row.cells().skip(1).map(str::to_owned).collect()).collect()
}

fn dry_run(table: Table) {
    let table = Arc::new(table);
    let plan = dry(&table, &Mapping::guess(&table));
    if let Ok(plan) = plan {
        assert_eq!(plan.rows.len(), table.rows().len());
        assert!(plan.rows.iter().all(|row| !matches!(&row.status, RowStatus::Rejected(errors) if errors.is_empty())));
    }
}
