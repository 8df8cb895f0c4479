//! Workbooks: those that other programs wrote (tests/cases/workbooks) are read as they are shown, and what Rollcall writes comes
//! back unchanged.

#![expect(clippy::unwrap_used, reason = "this file is tests, helpers included")]

use crate::{
    imports::{dry, hints},
    support::{ANN, as_user, email, ids, organisation, run},
};
use proptest::prelude::*;
use rollcall_core::{
    Directory,
    command::{CreateTeam, ImportUser, NewUser},
    id::TeamId,
    transfer::{
        Column, CsvStyle, ExportUsers, FileError, FileKind, ImportOptions, Mapping, Table, UserRows, Workbook,
        WorkbookWriter, decode, export_users, is_workbook, plan, widths, write_workbook,
    },
    value::{FullName, TeamName},
};
use std::{fs, path::PathBuf, sync::Arc};

fn bytes(name: &str) -> Arc<[u8]> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/cases/workbooks").join(name);
    fs::read(file).unwrap().into()
}

fn sheet(book: &Workbook, place: usize) -> Table {
    Table::whole(Box::new(book.sheet(place).unwrap())).unwrap()
}

/// Every row with its number, its cells between bars.
fn shown(table: &Table) -> Vec<String> {
    let row =
        |row: &rollcall_core::transfer::Row| format!("{}: {}", row.line(), row.cells().collect::<Vec<_>>().join("|"));
    table.rows().iter().map(row).collect()
}

#[test]
fn a_workbook_of_openpyxl() {
    let book = Workbook::open(bytes("openpyxl.xlsx")).unwrap();
    assert_eq!(book.sheets().collect::<Vec<_>>(), ["Staff", "Kontakte", "Secret"]);
    assert_eq!(book.first(), 0);
    let staff = sheet(&book, 0);
    assert_eq!(staff.heading_line(), Some(3));
    assert_eq!((staff.width(), staff.heading(0), staff.heading(10)), (11, "E-mail", ""));
    assert_eq!(
        shown(&staff),
        [
            "4: lia@demo.example|Lena Lang|0101|+4915112345678|15.03.2024|TRUE|50%|\u{FFFD}=B5|plain",
            "5: moritz@demo.example|Max\nMoritz|7302||2024-03-15 18:30:00|FALSE|12.25||rich text",
            "7: ohm@demo.example|Otto \"O\" <Ohm> & Söhne|7303||07:05:00||\u{FFFD}1.234567890123457e+16||\r stays",
            "9: ||||||||||beside",
        ]
    );
    let plan = dry(&Arc::new(staff.clone()), &Mapping::guess(&staff)).unwrap();
    assert_eq!((plan.counts.ready, plan.counts.rejected), (3, 1), "{plan:?}");
    assert_eq!(shown(&sheet(&book, 1)), ["2: zoe@demo.example|Zoë"]);
}

#[test]
fn a_workbook_as_excel_writes_it() {
    let book = Workbook::open(bytes("excel.xlsx")).unwrap();
    assert_eq!(book.sheets().collect::<Vec<_>>(), ["Hidden", "Tabelle1 & 2"], "a sheet of a chart has no rows");
    assert_eq!(book.first(), 1, "the first that isn't hidden");
    let table = sheet(&book, 1);
    assert_eq!(
        shown(&table),
        [
            "3: ann2@demo.example|山田 太郎|2024-03-15|49151234567|\u{FFFD}#REF!|a\rb",
            "1048576: ben2@demo.example|Ben & _x0041_|2024-03-15|555-0123|TRUE",
        ]
    );
    let empty = Table::whole(Box::new(book.sheet(0).unwrap()));
    assert_eq!(empty, Err(FileError::Empty));
    assert_eq!(book.sheet(2).err(), Some(FileError::Empty));
}

#[test]
fn a_workbook_with_the_least_that_one_may_have() {
    let book = Workbook::open(bytes("plain.xlsx")).unwrap();
    assert_eq!(shown(&sheet(&book, 0)), ["2: pia@demo.example|Pia"]);
}

#[test]
fn what_is_no_workbook() {
    let no = |bytes: &[u8]| Workbook::open(bytes.into()).err();
    let none = Some(FileError::NotText(FileKind::Spreadsheet));
    assert_eq!(no(b"PK\x03\x04 and nothing more"), none);
    let whole = bytes("openpyxl.xlsx");
    assert!(is_workbook(&whole));
    for end in [whole.len() / 3, whole.len() / 2, whole.len() - 30] {
        assert_eq!(no(&whole[..end]), none, "cut off at {end}");
    }
    let locked =
        [b"\xD0\xCF\x11\xE0".as_slice(), &[0; 600], b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"].concat();
    assert_eq!(decode(&locked, &hints()).map(|_| ()), Err(FileError::Locked));
}

/// Names with all that separates names in cells.
fn name() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[A-C]",
        3 => proptest::sample::select(vec![";", "; ", "|", ",", "\"", "\"\"", "'", "=", "+", "_x0041_", " ", "&", "<", "]]>"])
            .prop_map(str::to_owned),
        // What a program could not read has been lost already.
        1 => any::<char>().prop_filter("lost", |c| *c != char::REPLACEMENT_CHARACTER).prop_map(String::from),
    ];
    proptest::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

/// In whatever portions its rows come, it is the same file.
#[test]
fn a_workbook_is_written_in_portions() {
    let rows: Vec<Vec<String>> = (0..3_000).map(|n| vec![format!("u{n}@x.io"), format!("=User <{n}>")]).collect();
    let mut whole = Vec::new();
    write_workbook(&mut whole, "Users", &widths(&rows), rows.clone()).unwrap();
    for portion in [1, 700, 5_000] {
        let (mut writer, mut all) = WorkbookWriter::new("Users", &widths(&rows)).unwrap();
        for some in rows.chunks(portion) {
            all.extend(writer.rows(some.to_vec()).unwrap());
        }
        all.extend(writer.finish().unwrap());
        assert!(all == whole, "{portion}");
    }
    let book = Workbook::open(whole.into()).unwrap();
    let read = sheet(&book, 0);
    assert!(read.rows().iter().map(|row| row.cells().map(str::to_owned).collect::<Vec<_>>()).eq(rows));
}

/// What an export writes, as CSV and as a workbook.
fn exports(directory: &Directory) -> (Table, Table, String) {
    let csv = export_users(directory, &as_user(ANN), ExportUsers::All, CsvStyle::default()).unwrap();
    let context = as_user(ANN);
    let users = UserRows::new(directory, &context, ExportUsers::All).unwrap();
    let mut book = Vec::new();
    write_workbook(&mut book, "Users", &widths(users.rows()), users.rows()).unwrap();
    let book = Workbook::open(book.into()).unwrap();
    (Table::read(&csv, &hints()).unwrap(), sheet(&book, 0), String::from_utf8(csv).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever separators stand in the names of teams, who was in which is read from either file (invariant 16).
    #[test]
    fn teams_come_back(
        names in proptest::collection::vec(name(), 1..7),
        members in proptest::collection::vec(any::<u8>(), 1..6),
        people in proptest::collection::vec(name(), 6),
    ) {
        let (mut directory, mut empty) = (organisation(), organisation());
        let mut made = Vec::new();
        for (number, name) in (100..).zip(&names) {
            let Ok(name) = TeamName::parse(name) else { continue };
            let id = TeamId::fixed(number);
            let team = CreateTeam { id, name, kind: Default::default(), members: Vec::new() };
            if rollcall_core::decide(&directory, &as_user(ANN), &team.clone().into()).is_ok() {
                run(&mut directory, &as_user(ANN), team.clone());
                run(&mut empty, &as_user(ANN), team);
                made.push(id);
            }
        }
        for (index, (set, full_name)) in members.iter().zip(&people).enumerate() {
            let mut user = NewUser::with_email(ids(500 + index as u128)(), email(&format!("u{index}@x.io")));
            user.profile.full_name = FullName::parse(full_name).ok();
            user.teams = made.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1).map(|(_, id)| *id).collect();
            run(&mut directory, &as_user(ANN), ImportUser(user));
        }
        let (csv, book, text) = exports(&directory);
        let cells = |table: &Table| -> Vec<Vec<String>> {
            let row = |row: &rollcall_core::transfer::Row| (0..table.width()).map(|at| row.cell(at).to_owned()).collect();
            table.rows().iter().map(row).collect()
        };
        prop_assert_eq!(cells(&csv), cells(&book));
        for table in [csv, book] {
            let table = Arc::new(table);
            // Into the same organisation, with everything updated that can be: nothing changes.
            let mapping = Mapping::guess(&table);
            let update = mapping.columns().iter().filter_map(Column::updates).collect();
            let options = ImportOptions { update, ..ImportOptions::default() };
            let here = plan(&directory, as_user(ANN), &table, &mapping, options, ids(1_000)).unwrap();
            prop_assert_eq!(here.counts.already_there, members.len() + 1, "{:?}\n{}", here, text);
            let mut other = empty.clone();
            let there = plan(&other, as_user(ANN), &table, &Mapping::guess(&table), ImportOptions::default(), ids(1_000)).unwrap();
            prop_assert_eq!((there.counts.ready, there.counts.rejected), (members.len(), 0), "{:?}\n{}", there, text);
            for (_, command) in there.commands() {
                run(&mut other, &as_user(ANN), command.command);
            }
            prop_assert_eq!(exports(&other).2, &*text);
        }
    }

    /// Any text comes back from a cell, and none runs: all are texts.
    #[test]
    fn texts_come_back(rows in proptest::collection::vec((any::<String>(), name(), "[\u{1}-\u{1F}_x0-9A-F]{0,8}"), 1..6)) {
        let clean = |text: &str| text.replace(['\u{FFFE}', '\u{FFFF}'], "");
        let rows: Vec<Vec<String>> = rows.iter().map(|(a, b, c)| vec!["u@x.io".to_owned(), clean(a), clean(b), clean(c)]).collect();
        let heading = ["E-mail", "Name", "Position", "Notes"].map(str::to_owned).to_vec();
        let all: Vec<_> = [heading].into_iter().chain(rows.clone()).collect();
        let mut book = Vec::new();
        write_workbook(&mut book, "a/b:c*?[]", &widths(all.clone()), all).unwrap();
        let table = sheet(&Workbook::open(book.into()).unwrap(), 0);
        let read: Vec<Vec<String>> = table.rows().iter().map(|row| (0..4).map(|at| row.cell(at).to_owned()).collect()).collect();
        prop_assert_eq!(read, rows);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(at in any::<prop::sample::Index>(), with in any::<u8>(), cut in any::<prop::sample::Index>()) {
        for name in ["openpyxl.xlsx", "excel.xlsx", "plain.xlsx"] {
            let mut file = bytes(name).to_vec();
            let place = at.index(file.len());
            file[place] = with;
            file.truncate(cut.index(file.len()).max(file.len() / 2));
            let Ok(book) = Workbook::open(file.into()) else { continue };
            for place in 0..book.sheets().count() {
                if let Ok(rows) = book.sheet(place) {
                    let _ = Table::whole(Box::new(rows));
                }
            }
        }
    }
}
