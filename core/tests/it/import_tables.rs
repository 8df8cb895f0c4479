//! What imports make of headings, cells and rows, as text tables (tests/imports): a heading or a cell in front of the arrow, and
//! behind it what is read, or why not.

#![expect(clippy::unwrap_used, clippy::panic, reason = "this file is tests, helpers included")]

use crate::imports::{dry, dry_with, hints, table};
use rollcall_core::{
    Command,
    command::NewUser,
    model::Scope,
    transfer::{
        CellError, Certainty, Column, Encoding, FieldChange, Hints, ImportOptions, Mapping, PlannedRow, RolesHold,
        RowStatus, Table,
    },
};
use std::{fs, path::PathBuf, sync::Arc};

/// The lines of a table, each split at its arrow.
fn lines(name: &str) -> Vec<(String, String)> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/imports").join(name);
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let split = |line: &str| {
        let (front, behind) = line.split_once(" -> ").unwrap_or_else(|| panic!("no arrow in {line}"));
        (front.trim().to_owned(), behind.trim().to_owned())
    };
    lines.map(split).collect()
}

/// Compares a whole table, so that a change shows all of its effects at once.
pub fn compare(name: &str, found: impl Fn(&str, &str) -> String) {
    let wrong: Vec<String> = lines(name)
        .iter()
        .filter_map(|(front, wanted)| {
            let found = found(front, wanted);
            (found != *wanted).then(|| format!("{front} -> {found}, not {wanted}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{name}\n{}", wrong.join("\n"));
}

/// `\u{200B}` and `\n` in a table stand for the characters.
pub fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        if let Some(after) = after.strip_prefix('n') {
            out.push('\n');
            rest = after;
        } else {
            let (code, after) = after.strip_prefix("u{").and_then(|after| after.split_once('}')).unwrap();
            out.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
            rest = after;
        }
    }
    out + rest
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// A heading, and cells below it that are good for anything: `heading | cell`.
#[test]
fn headings() {
    compare("headings.txt", |front, _| {
        let (heading, cell) = front.split_once(" | ").unwrap_or((front, "x"));
        let table = table(format!("E-mail,{},Qq\na@x.io,{},q\n", quoted(heading), quoted(cell)));
        match Mapping::guess(&table).columns().get(1) {
            Some(Column::Extra(_)) => "extra".into(),
            Some(column) => column.code().into(),
            None => "no column".into(),
        }
    });
}

/// `column: cell`, with the country in brackets where it matters.
#[test]
fn spellings() {
    compare("spellings.txt", |front, _| {
        let (column, cell) = front.split_once(": ").unwrap();
        let (column, country) = column.split_once(' ').unwrap_or((column, "DE"));
        let column = Column::from_code(column).unwrap();
        let cell = unescaped(cell);
        let table = table(format!("E-mail;Country;V\na@x.io;{country};{}\n", quoted(&cell)));
        let mut mapping = Mapping::guess(&table);
        let place = if column == Column::Country { 1 } else { 2 };
        mapping.set(1, Column::Country);
        let table = if column == Column::Country || column == Column::Email {
            let cells = if column == Column::Email {
                format!("{};DE;", quoted(&cell))
            } else {
                format!("a@x.io;{};", quoted(&cell))
            };
            self::table(format!("E-mail;Country;V\n{cells}\n"))
        } else {
            mapping.set(2, column.clone());
            table
        };
        let place = if column == Column::Email { 0 } else { place };
        let read = dry(&table, &mapping).unwrap();
        let refused = dry_with(&table, &mapping, ImportOptions { unusual: false, ..ImportOptions::default() }).unwrap();
        said(&read.rows[0], &refused.rows[0], &column, place)
    });
}

/// What is read of a cell, and whether a person is shown that it is.
fn said(row: &PlannedRow, strict: &PlannedRow, column: &Column, place: usize) -> String {
    match &row.status {
        RowStatus::Ready(_) => {
            let value = value(row.user().unwrap(), column);
            let shown = row.read.iter().find(|read| read.column == place);
            assert_eq!(
                shown.is_some(),
                matches!(strict.status, RowStatus::Rejected(_)),
                "{row:?}: shown, so refused when nothing unusual is read"
            );
            match shown {
                Some(read) => {
                    assert_eq!(read.value, value);
                    format!("{value}, shown")
                }
                None => value,
            }
        }
        RowStatus::Rejected(errors) => errors.iter().map(|error| error.problem.code()).collect::<Vec<_>>().join(", "),
        other => format!("{other:?}"),
    }
}

fn value(user: &NewUser, column: &Column) -> String {
    fn text(value: Option<impl ToString>) -> String {
        value.map_or("nothing".into(), |value| value.to_string())
    }
    match column {
        Column::Email => text(user.email.as_ref()),
        Column::Mobile => text(user.mobile),
        Column::Login => text(user.login.as_ref()),
        Column::FullName => text(user.profile.full_name.as_ref()),
        Column::Extension => text(user.line.as_ref().map(|line| &line.extension)),
        Column::Language => text(user.profile.language.as_ref()),
        Column::TimeZone => text(user.profile.time_zone.as_ref()),
        Column::Country => text(user.profile.country.as_ref()),
        other => panic!("no spellings of {other:?}"),
    }
}

/// A whole file in a line, `\n` between its rows, and what becomes of each of them.
#[test]
fn rows() {
    compare("rows.txt", |front, _| {
        let table = match Table::read(unescaped(front).as_bytes(), &hints()) {
            Ok(table) => Arc::new(table),
            Err(error) => return error.code().into(),
        };
        let plan = dry(&table, &Mapping::guess(&table)).unwrap();
        let row = |row: &PlannedRow| {
            let apart = if row.set_apart { "apart " } else { "" };
            let status = status(row);
            format!("{}: {apart}{status}", row.line)
        };
        plan.rows.iter().map(row).collect::<Vec<_>>().join(", ")
    });
}

/// Where roles hold: what is chosen for all rows, a file, and the scopes of each row's role.
#[test]
fn roles() {
    use crate::support::organisation;
    let names = organisation();
    compare("roles.txt", |front, _| {
        let chosen = RolesHold::ALL.into_iter().find_map(|hold| Some((hold, front.strip_prefix(hold.code())?)));
        let (roles, text) = chosen
            .and_then(|(hold, rest)| Some((hold, rest.strip_prefix(": ")?)))
            .unwrap_or((RolesHold::OneTeam, front));
        let table = table(unescaped(text));
        let plan =
            dry_with(&table, &Mapping::guess(&table), ImportOptions { roles, ..ImportOptions::default() }).unwrap();
        let scope = |scope: Scope| match scope {
            Scope::Own => "own".to_owned(),
            Scope::Organisation => "everywhere".into(),
            Scope::Team(team) => names.team(team).unwrap().name.to_string(),
        };
        let row = |row: &PlannedRow| {
            let Some(user) = row.user() else { return format!("{}: {}", row.line, status(row)) };
            let more = row.then.iter().filter_map(|command| match command {
                Command::GiveGrant(give) => Some(give.grant.scope),
                _ => None,
            });
            let scopes: Vec<_> = user.role.iter().map(|choice| choice.scope).chain(more).collect();
            let place = if matches!(scopes.first(), Some(Scope::Team(_))) { "in " } else { "" };
            let role = user.role.map(|choice| names.role(choice.role).unwrap().name.to_string());
            let scopes = scopes.into_iter().map(scope).collect::<Vec<_>>().join(" + ");
            format!("{}: {}", row.line, role.map_or("none".into(), |role| format!("{role} {place}{scopes}")))
        };
        plan.rows.iter().map(row).collect::<Vec<_>>().join(", ")
    });
}

/// What becomes of a row.
pub fn status(row: &PlannedRow) -> String {
    match &row.status {
        RowStatus::Ready(_) if row.then.is_empty() => "ready".to_owned(),
        RowStatus::Ready(_) => format!("ready+{}", row.then.len()),
        RowStatus::Update(update) => {
            let field = |field: &FieldChange| format!("{} {} > {}", field.column.code(), field.before, field.after);
            update.fields.iter().map(field).collect::<Vec<_>>().join(", ")
        }
        RowStatus::AlreadyThere(_) => "here".into(),
        RowStatus::HeadingAgain => "heading".into(),
        RowStatus::Rejected(errors) => {
            let code = |error: &CellError| match error.column {
                Some(column) => format!("{}@{column}", error.problem.code()),
                None => error.problem.code().into(),
            };
            errors.iter().map(code).collect::<Vec<_>>().join("+")
        }
    }
}

/// `encoding, language: names`: written in that encoding, and read in an organisation of that language.
#[test]
fn encodings() {
    compare("encodings.txt", |front, wanted| {
        let (how, names) = front.split_once(": ").unwrap();
        let (label, language) = how.split_once(", ").unwrap_or((how, ""));
        let rows: String =
            (1..).zip(names.split(", ")).map(|(n, name)| format!("u{n}@x.io;{name};Clerk\r\n")).collect();
        let text = format!("E-mail;Name;Position\r\n{rows}");
        let bytes = match label {
            "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            _ => {
                let (bytes, _, lost) = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap().encode(&text);
                assert!(!lost, "{label} has all of {names}");
                bytes.into_owned()
            }
        };
        let read = Table::read(&bytes, &Hints { language, ..hints() }).unwrap();
        let right = read.rows().iter().map(|row| row.cell(1)).eq(names.split(", "));
        let (sure, offered) = match read.letters().unwrap().1 {
            Certainty::Certain => ("certain", false),
            Certainty::Guessed(candidates) => {
                let encoding = Encoding::from_label(label).unwrap();
                // Whatever the guess: by hand the names come out right.
                let chosen = Hints { encoding: Some(encoding), ..hints() };
                let chosen = Table::read(&bytes, &chosen).unwrap();
                assert!(chosen.rows().iter().map(|row| row.cell(1)).eq(names.split(", ")), "{front}");
                assert_eq!(candidates[0].encoding, read.letters().unwrap().0);
                assert!(candidates.iter().all(|candidate| !candidate.samples.is_empty()), "{candidates:?}");
                (
                    "guessed",
                    candidates
                        .iter()
                        .any(|candidate| candidate.samples.iter().any(|cell| names.contains(cell.as_str()))),
                )
            }
        };
        match (right, offered) {
            (true, _) => format!("{sure}, right"),
            (false, true) if wanted.ends_with("offered") => format!("{sure}, offered"),
            (false, true) => format!("{sure}, offered: {:?}", read.letters().unwrap().1),
            (false, false) => {
                format!("{sure}, wrong: {:?} ({wanted})", read.rows().iter().map(|row| row.cell(1)).collect::<Vec<_>>())
            }
        }
    });
}

/// One bad byte spoils one cell: the rest of the file is read as if it weren't there.
#[test]
fn one_bad_byte() {
    let good = "\u{FEFF}E-mail;Name;Position\r\na@x.io;Jürgen Groß;Büroleiter\r\nb@x.io;Zoë Ñandú;Clerk\r\nc@x.io;José;Chef de café\r\n";
    for bytes in [good.as_bytes().to_vec(), good.trim_start_matches('\u{FEFF}').as_bytes().to_vec()] {
        let mut bad = bytes;
        let at = bad.windows(4).position(|four| four == "Clerk".as_bytes().get(..4).unwrap()).unwrap();
        bad[at] = 0xFC;
        let read = table(&bad);
        assert_eq!(read.letters().unwrap().0, Encoding::Utf8);
        assert_eq!(read.rows()[0].cell(1), "Jürgen Groß");
        let plan = dry(&read, &Mapping::guess(&read)).unwrap();
        let codes: Vec<&str> =
            plan.rejected().flat_map(|(_, errors)| errors).map(|error| error.problem.code()).collect();
        assert_eq!((plan.counts.ready, codes.as_slice()), (2, &["damaged"][..]));
        assert_eq!(plan.rows[1].line, 3);
    }
}

/// A licence and a team for everybody whose row names none.
#[test]
fn for_all_rows_at_once() {
    use crate::support::{PRO, SALES, STANDARD, SUPPORT};
    let table = table("E-mail,Licence,Teams\na@x.io,,\nb@x.io,Standard,Sales\nc@x.io,,\nd@x.io,,\ne@x.io,Standrad,\n");
    let options = ImportOptions { licence: Some(PRO), teams: vec![SUPPORT], ..ImportOptions::default() };
    let plan = dry_with(&table, &Mapping::guess(&table), options).unwrap();
    let users: Vec<_> =
        plan.rows.iter().filter_map(PlannedRow::user).map(|u| (u.licence.unwrap(), u.teams[0])).collect();
    assert_eq!(users, [(PRO, SUPPORT), (STANDARD, SALES), (PRO, SUPPORT)]);
    let codes: Vec<_> =
        plan.rejected().flat_map(|(row, errors)| errors.iter().map(move |e| (row, e.problem.code()))).collect();
    assert_eq!(codes, [(3, "no_seat_left"), (4, "unknown_licence")]);
}

/// Who is blocked elsewhere takes no seat and no name of anybody until chosen.
#[test]
fn people_who_are_blocked() {
    let table = table(
        "E-mail,Status,Plan,Ext\na@x.io,Suspended,Pro,20\na@x.io,Active,Pro,20\nb@x.io,active,Pro,21\nann@example.com,inactive,,\nc@x.io,gesperrt,Gold,\n",
    );
    let mapping = Mapping::guess(&table);
    let plan = dry(&table, &mapping).unwrap();
    assert_eq!(
        (plan.counts.ready, plan.counts.set_apart, plan.counts.already_there, plan.counts.rejected),
        (2, 2, 1, 0)
    );
    assert_eq!(plan.commands().count(), 2);
    let chosen = dry_with(&table, &mapping, ImportOptions { blocked: true, ..ImportOptions::default() }).unwrap();
    assert_eq!((chosen.counts.ready, chosen.counts.set_apart, chosen.counts.rejected), (2, 0, 2));
}
