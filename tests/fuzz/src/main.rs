//! Every parser of what people and programs send, driven by what its code does with the input (libFuzzer). Which one is told by
//! the environment; `cargo xtask fuzz` runs all of them, from the files of the tests on. What is read is written and read again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rollcall_core::{
    Changes, Command, Key, Record,
    query::UserQuery,
    record::{decode, encode},
    sync::{Envelope, SyncRequest, SyncResponse},
    transfer::{Hints, Mapping, Table, Workbook},
    value::*,
};
use std::sync::LazyLock;

/// The parser that is tried.
static PARSER: LazyLock<fn(&[u8])> = LazyLock::new(|| match std::env::var("ROLLCALL_PARSER").as_deref() {
    Ok("table") => table,
    Ok("workbook") => workbook,
    Ok("stored") => stored,
    Ok("command") => command,
    Ok("value") => value,
    other => panic!("ROLLCALL_PARSER is {other:?}: table, workbook, stored, command or value"),
});

fuzz_target!(|bytes: &[u8]| PARSER(bytes));

/// A file to import: letters, rows, columns.
fn table(bytes: &[u8]) {
    if let Ok(table) = Table::read(bytes, &Hints::default()) {
        let _ = Mapping::guess(&table);
    }
}

/// A workbook to import, each of its sheets.
fn workbook(bytes: &[u8]) {
    let Ok(book) = Workbook::open(bytes.into()) else { return };
    for place in 0..book.sheets().count() {
        if let Ok(rows) = book.sheet(place)
            && let Ok(table) = Table::whole(Box::new(rows))
        {
            let _ = Mapping::guess(&table);
        }
    }
}

/// The form in which records are stored and sent.
fn stored(bytes: &[u8]) {
    if let Ok(record) = decode::<Record>(bytes) {
        assert_eq!(decode(&encode(&record)), Ok(record));
    }
    if let Ok(envelope) = decode::<Envelope>(bytes) {
        assert_eq!(decode(&encode(&envelope)), Ok(envelope));
    }
    let _ = decode::<Command>(bytes);
    let _ = decode::<Changes>(bytes);
    let _ = decode::<Key>(bytes);
    let _ = decode::<SyncRequest>(bytes);
    let _ = decode::<SyncResponse>(bytes);
}

/// A command, a request or a question as JSON.
fn command(bytes: &[u8]) {
    if let Ok(command) = serde_json::from_slice::<Command>(bytes) {
        let written = serde_json::to_vec(&command).expect("a command is written");
        assert_eq!(serde_json::from_slice::<Command>(&written).expect("what is written is read"), command);
    }
    let _ = serde_json::from_slice::<SyncRequest>(bytes);
    let _ = serde_json::from_slice::<UserQuery>(bytes);
}

/// What is typed into a field: what is taken is taken again, and alike.
fn value(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    macro_rules! parsed {
        ($($value:ident)*) => {$(
            if let Ok(value) = $value::parse(text) {
                assert_eq!($value::parse(&value.to_string()).as_ref(), Ok(&value), "{text:?}");
            }
        )*};
    }
    parsed! {
        Email Domain Login Slug Extension MacAddress Language TimeZone Country FullName OrganisationName Position TeamName
        RoleName LicenceName ChannelName PhoneModel NumberLabel Description ExtraKey ExtraValue PhoneNumber Date
    }
}
