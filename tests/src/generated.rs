//! What is generated from tables and types: made here, written by the programs in src/bin, checked by tests.

use crate::table::{Fault, Table};
use rollcall_core::{
    Command, Record,
    api::Answer,
    context::Actor,
    query::{InviteOptions, LicenceUsage, UserList, UserQuery, UserRow},
    vector::{Report, Vectors},
};
use rollcall_view::{Route, Screen};
use std::{
    any::TypeId,
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};
use ts_rs::{Config, TS, TypeVisitor};

/// The folder of the tables.
pub fn tables() -> PathBuf {
    here().join("rules")
}

/// Where the vectors lie.
pub fn vectors_file() -> PathBuf {
    here().join("vectors.json")
}

/// Where the vectors lie in the stored form, which the page reads: readers of JSON for all commands would be a tenth of it.
pub fn stored_vectors_file() -> PathBuf {
    here().join("vectors.bin")
}

/// Where the types of the npm package lie.
pub fn types_file() -> PathBuf {
    here().join("../web/js/types.d.ts")
}

/// Where the browser tests find the addresses of all screens.
pub fn screens_file() -> PathBuf {
    here().join("screens.json")
}

/// The addresses of all screens of an organisation, as JSON.
pub fn screens() -> String {
    let addresses = Screen::ALL.iter().map(|screen| format!("  \"{}\"", Route::At(*screen, None).path()));
    format!("[\n{}\n]\n", addresses.collect::<Vec<_>>().join(",\n"))
}

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The table files, by name.
///
/// # Errors
/// When the folder can't be read.
pub fn table_files() -> std::io::Result<Vec<PathBuf>> {
    let entries: Result<Vec<_>, _> =
        std::fs::read_dir(tables())?.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut files = entries?;
    files.sort();
    Ok(files)
}

/// All tables as vectors.
///
/// # Errors
/// The first table that can't be read or doesn't hold.
pub fn vectors() -> Result<Vectors, Fault> {
    let mut vectors = Vec::new();
    for file in table_files().map_err(|error| fault(error.to_string()))? {
        vectors.extend(Table::open(&file)?.vectors());
    }
    Ok(Vectors { vectors })
}

/// The text of the vectors file, one vector a line so that changes read well.
///
/// # Errors
/// When the vectors can't be written so that they read back the same.
pub fn vectors_text(vectors: &Vectors) -> Result<String, Fault> {
    let lines: Result<Vec<String>, _> = vectors.vectors.iter().map(serde_json::to_string).collect();
    let text = format!("{{\"vectors\":[\n{}\n]}}\n", lines.map_err(|error| fault(error.to_string()))?.join(",\n"));
    let read: Vectors = serde_json::from_str(&text).map_err(|error| fault(error.to_string()))?;
    if read == *vectors { Ok(text) } else { Err(fault("the vectors read back as something else".into())) }
}

fn fault(what: String) -> Fault {
    Fault { file: "tests/rules".into(), line: 0, what }
}

/// The TypeScript declarations of everything that crosses the edge of the npm package.
pub fn types() -> String {
    let mut found = Types { config: Config::new().with_large_int("number"), ..Types::default() };
    found.visit::<Record>();
    found.visit::<Command>();
    found.visit::<Actor>();
    found.visit::<Answer>();
    found.visit::<UserQuery>();
    found.visit::<UserList>();
    found.visit::<UserRow>();
    found.visit::<LicenceUsage>();
    found.visit::<InviteOptions>();
    found.visit::<Vectors>();
    found.visit::<Report>();
    let mut text = String::from(
        "// The types of @rollcall/core, generated from the Rust types by `cargo run -p rollcall-tests --bin types`.\n",
    );
    for declaration in found.declarations.values() {
        text.push('\n');
        text.push_str(declaration);
    }
    text
}

#[derive(Default)]
struct Types {
    config: Config,
    seen: BTreeSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // A type without a file of its own is one of TypeScript's, or a list of others.
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            // A comment of one line takes one line.
            let declaration = format!("{docs}export {}\n", T::decl(&self.config))
                .replace("/**\n * ", "/** ")
                .replace("\n */\n", " */\n");
            self.declarations.insert(T::ident(&self.config), declaration);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
