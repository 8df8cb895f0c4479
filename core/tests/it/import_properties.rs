//! What holds for whatever stands in a cell: no number, extension or address becomes another one than a person reads there,
//! nothing stands in a directory that the file doesn't say, and no secret leaves the file.

#![expect(clippy::unwrap_used, reason = "this file is tests, helpers included")]

use crate::imports::{dry, dry_with, hints, legacy, table};
use proptest::{prelude::*, sample::select};
use rollcall_core::{
    command::NewUser,
    transfer::{
        Certainty, Column, CsvStyle, Encoding, Hints, ImportOptions, Mapping, Meanings, PlannedRow, RowStatus, Rows,
        Table, TableReader, decode, rejects,
    },
};

/// Pieces of what people and programs write around values.
fn cell() -> impl Strategy<Value = String> {
    let pieces = vec![
        "0", "1", "7", "15", "49", "0049", "+49", "011", "170", "1234567", "2301", ".0", ".00", "'", "=\"", "\"",
        "(0)", " ", "-", "/", ",", ";", "\n", "ext. ", "x", "Mobil: ", "tel:", "(privat)", "\u{200B}", "\u{1F}", "٤",
        "７", "ann@x.io", "bob@x.io", "<", ">", "mailto:", ".", "@", "é", "\u{202E}",
    ];
    proptest::collection::vec(select(pieces), 1..7).prop_map(|pieces| pieces.concat())
}

/// One person with this cell, under another address.
fn person(column: &Column, cell: &str) -> Option<NewUser> {
    let quoted = format!("\"{}\"", cell.replace('"', "\"\""));
    let read = table(format!("E-mail\tV\tCountry\nu@x.io\t{quoted}\tDE\n"));
    let mut mapping = Mapping::guess(&read);
    if *column == Column::Email {
        mapping.set(0, Column::Ignore);
    }
    mapping.set(1, column.clone());
    let plan = dry(&read, &mapping).unwrap();
    plan.rows.first().and_then(PlannedRow::user).cloned()
}

/// The digits that a person reads, in whatever script.
fn digits(text: &str) -> String {
    let zeros = ['0', '\u{660}', '\u{FF10}'];
    let digit =
        |c: char| zeros.iter().find_map(|zero| u32::from(c).checked_sub(u32::from(*zero)).filter(|digit| *digit < 10));
    text.chars().filter_map(digit).filter_map(|digit| char::from_digit(digit, 10)).collect()
}

proptest! {
    /// The last digits of a number are what a subscriber is told apart by: they are those of the cell, in their order,
    /// whatever is put in front of them.
    #[test]
    fn a_mobile_number_is_the_one_in_the_cell(cell in cell()) {
        if let Some(number) = person(&Column::Mobile, &cell).and_then(|user| user.mobile) {
            let (number, written) = (digits(&number.to_string()), digits(&cell));
            let end = number.get(number.len() - 6.min(number.len() - 3)..).unwrap();
            // Behind a full stop there may be the zeros of a measure.
            let fits = [written.as_str(), written.trim_end_matches("00"), written.strip_suffix('0').unwrap_or("")];
            prop_assert!(fits.iter().any(|written| written.ends_with(end)), "{cell:?} became {number}");
            prop_assert!(number.len() <= written.len() + 2, "{cell:?} became {number}");
        }
    }

    #[test]
    fn an_extension_is_the_one_in_the_cell(cell in cell()) {
        if let Some(line) = person(&Column::Extension, &cell).and_then(|user| user.line) {
            let written = digits(cell.split('.').find(|part| !digits(part).is_empty()).unwrap_or_default());
            prop_assert_eq!(line.extension.as_str(), written.as_str(), "{:?}", cell);
        }
    }

    #[test]
    fn an_address_stands_in_the_cell(cell in cell()) {
        if let Some(email) = person(&Column::Email, &cell).and_then(|user| user.email) {
            let visible: String = cell.chars().filter(|c| !matches!(c, '\u{200B}' | '\u{1F}' | '\u{202E}')).collect();
            prop_assert!(visible.contains(email.as_str()), "{cell:?} became {email}");
        }
    }

    /// What is read in an unusual way is shown, and refused when nobody wants it read; everything else is the same either way.
    #[test]
    fn what_is_read_otherwise_is_shown(cells in proptest::collection::vec(cell(), 4)) {
        let quoted: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let read = table(format!("E-mail\tExt\tLog-in mobile\tCountry\tLanguage\nu@x.io\t{}\n", quoted.join("\t")));
        let mapping = Mapping::guess(&read);
        let open = dry(&read, &mapping).unwrap();
        let strict = dry_with(&read, &mapping, ImportOptions { unusual: false, ..ImportOptions::default() }).unwrap();
        let (open, strict) = (&open.rows[0], &strict.rows[0]);
        if let (RowStatus::Ready(_), true) = (&open.status, open.read.is_empty()) {
            prop_assert_eq!(open, strict);
        }
        if let RowStatus::Ready(_) = &strict.status {
            prop_assert_eq!(open, strict);
        }
    }

    /// Whatever the rows look like, what stands below a heading of secrets is in no command and in no file to fix.
    #[test]
    fn secrets_stay(
        heading in select(vec!["Password", "VM PIN", "sip_secret", "Kennwort", "Recovery email", "كلمة المرور"]),
        name in select(vec!["Ann", "Bean, Ben", "\"Quoted\"", ""]),
        surplus in select(vec!["", ",", ",x"]),
        cut in any::<bool>(),
    ) {
        let secret = "s3cr3t77";
        let row = if cut { format!("u@x.io,{name},{secret}") } else { format!("u@x.io,{name},Clerk,{secret},end{surplus}") };
        let read = table(format!("E-mail,Name,Position,{heading},Notes\n{row}\nb@x.io,Bo,Clerk,{secret},end\n"));
        let mapping = Mapping::guess(&read);
        let shifted = cut || name.contains(", ") || surplus.contains('x');
        let plan = dry(&read, &mapping).unwrap();
        if !shifted {
            prop_assert!(!format!("{plan:?}").contains(secret), "{plan:?}");
        }
        let fixes = rejects(&read, &mapping, (0..2).map(|row| (row, String::new())), CsvStyle::default());
        let fixes = String::from_utf8(fixes).unwrap();
        prop_assert!(cut || !fixes.contains(secret), "{fixes}");
        for row in read.rows() {
            let shown: String = (0..read.width()).map(|column| mapping.shown(&read, row, column)).collect();
            prop_assert!(cut || !shown.contains(secret), "{shown}");
        }
    }

    /// Every encoding that can be chosen reads every file without a panic, in portions as at once.
    #[test]
    fn every_encoding_reads_every_file(
        bytes in proptest::collection::vec(any::<u8>(), 1..300),
        pick in 0..Encoding::ALL.len(),
        portion in 1usize..4,
    ) {
        let chosen = Hints { encoding: Some(Encoding::ALL[pick]), legacy: &legacy, language: "pl" };
        let file = [b"E-mail;Name\n".as_slice(), &bytes].concat();
        for hints in [chosen, hints()] {
            let at_once = Table::read(&file, &hints);
            let Ok(decoded) = decode(&file, &hints) else { continue };
            let mut reader = Box::new(TableReader::new(decoded));
            let portions = loop {
                match reader.advance(portion) {
                    Ok(true) => {}
                    Ok(false) => break reader.finish(),
                    Err(error) => break Err(error),
                }
            };
            prop_assert_eq!(&portions, &at_once);
            if let Ok(Certainty::Guessed(candidates)) = at_once.as_ref().map(|table| table.letters().unwrap().1) {
                prop_assert!(!candidates.is_empty());
            }
        }
    }
}
