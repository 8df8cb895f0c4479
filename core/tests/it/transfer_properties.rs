//! What holds for every file: nothing panics, and what Rollcall writes it reads back unchanged.

#![expect(clippy::unwrap_used, reason = "this file is tests, helpers included")]

use crate::{
    imports::{dry, hints},
    support::{ANN, as_user, email, ids, organisation, run},
};
use proptest::prelude::*;
use rollcall_core::{
    command::{ImportUser, NewUser},
    model::{Line, PhoneType, UserState},
    transfer::{
        CsvStyle, Delimiter, ExportUsers, ImportOptions, Mapping, RowStatus, Table, decode, export_users, neutralise,
        plan, rejects, restore,
    },
    value::{Extension, ExtraKey, ExtraValue, FullName, PhoneNumber, Position},
};
use std::sync::Arc;

/// Text with what matters to CSV and spreadsheets in it more often than chance would have.
fn text() -> impl Strategy<Value = String> {
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

fn style() -> impl Strategy<Value = CsvStyle> {
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

    #[test]
    fn importing_an_export_changes_nothing(
        people in proptest::collection::vec((text(), text(), text()), 0..8),
        style in style(),
    ) {
        let mut directory = organisation();
        for (index, (name, position, extra)) in people.iter().enumerate() {
            let mut user = NewUser::with_email(ids(500 + index as u128)(), email(&format!("u{index}@x.io")));
            user.profile.full_name = FullName::parse(name).ok();
            user.profile.position = Position::parse(position).ok();
            if let (Ok(key), Ok(value)) = (ExtraKey::parse("Note"), ExtraValue::parse(extra)) {
                user.extra.insert(key, value);
            }
            run(&mut directory, &as_user(ANN), ImportUser(user));
        }
        let bytes = export_users(&directory, &as_user(ANN), ExportUsers::All, style).unwrap();
        let table = Arc::new(Table::read(&bytes, &hints()).unwrap());
        prop_assert_eq!(table.rows().len(), people.len() + 1);
        for row in table.rows() {
            let user = directory.users().find(|user| user.email().is_some_and(|e| e.as_str() == row.cell(1))).unwrap();
            prop_assert_eq!(row.cell(0), user.profile.full_name.as_ref().map_or("", |name| name.as_str()));
            prop_assert_eq!(row.cell(4), user.profile.position.as_ref().map_or("", |position| position.as_str()));
        }
        // Into the same organisation: everybody is there.
        let here = plan(&directory, as_user(ANN), &table, &Mapping::guess(&table), ImportOptions::default(), ids(1_000)).unwrap();
        prop_assert_eq!(here.counts.already_there, people.len() + 1);
        // Into an empty one: the same people, but for the owner, who isn't made by an import.
        let mut other = organisation();
        let there = plan(&other, as_user(ANN), &table, &Mapping::guess(&table), ImportOptions::default(), ids(1_000)).unwrap();
        prop_assert_eq!((there.counts.ready, there.counts.rejected), (people.len(), 0));
        for (_, command) in there.commands() {
            run(&mut other, &as_user(ANN), command.command);
        }
        let copy = export_users(&other, &as_user(ANN), ExportUsers::All, style).unwrap();
        prop_assert_eq!(String::from_utf8_lossy(&copy), String::from_utf8_lossy(&bytes));
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

/// Active users, prepared ones, or both (S2.16).
#[test]
fn an_export_has_the_users_that_were_asked_for() {
    let mut directory = organisation();
    let mut bob = NewUser::with_email(ids(500)(), email("bob@x.io"));
    bob.mobile = PhoneNumber::parse("+4915112345678").ok();
    bob.line = Some(Line { extension: Extension::parse("33").unwrap(), phone: PhoneType::Webphone });
    bob.licence = Some(crate::support::PRO);
    bob.add_ons = vec![crate::support::AUTODIAL, crate::support::BROWSER];
    bob.teams = vec![crate::support::SUPPORT, crate::support::SALES];
    bob.profile.position = Position::parse("-Chief-").ok();
    run(&mut directory, &as_user(ANN), ImportUser(bob));
    let export = |which| {
        let style = CsvStyle { delimiter: Delimiter::Semicolon, bom: false };
        String::from_utf8(export_users(&directory, &as_user(ANN), which, style).unwrap()).unwrap()
    };
    let heading = "Name;E-mail;Log-in mobile;Log-in name;Position;Extension;Roles;Licence;Add-ons;Teams;Language;Time zone;Country;State\r\n";
    let ann = "Ann Owner;ann@example.com;;;;;Owner;;;;;;;Active\r\n";
    let bob = ";bob@x.io;'+4915112345678;;'-Chief-;33;;Pro;\"AutoDial; Browser Calling\";\"Sales; Support & Service\";;;;Prepared\r\n";
    assert_eq!(export(ExportUsers::Active), format!("{heading}{ann}"));
    assert_eq!(export(ExportUsers::Prepared), format!("{heading}{bob}"));
    assert_eq!(export(ExportUsers::Both), format!("{heading}{bob}{ann}"), "by what they are called: Bob by his number");
    assert_eq!(directory.count(UserState::Prepared), 1);
    let refused = export_users(&directory, &as_user(ids(500)()), ExportUsers::All, CsvStyle::default());
    assert_eq!(refused.map_err(|refusal| refusal.code()), Err("actor_not_active"));
}
