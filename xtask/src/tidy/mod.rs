//! `cargo xtask tidy`: the rules of the tree that no compiler checks, each in a file of its own, reported all at once.
mod absences;
mod circles;
mod clock;
mod code;
mod database;
mod folding;
mod heading;
mod length;
mod machine;
mod mailed;
mod migration;
mod permission;
mod unfinished;
mod words;

use crate::failure::{Done, Failure};
use crate::{files, places};
use std::path::Path;

/// Kinds of files that are read at all.
const KINDS: [&str; 12] = ["rs", "css", "mjs", "js", "ts", "html", "toml", "sql", "json", "md", "yml", "csv"];
/// Written by a program, for programs.
const GENERATED: [&str; 3] = ["Cargo.lock", "package-lock.json", "types.d.ts"];

/// One file as the checks see it.
pub struct Source {
    /// From the root, with forward slashes.
    pub path: String,
    pub text: String,
    /// The text with comments and the insides of strings blanked out, line for line; only for Rust and JS.
    pub code: String,
}

impl Source {
    pub fn new(path: &str, text: String) -> Self {
        let code = match path.rsplit_once('.') {
            Some((_, "rs")) => code::blank(&text, code::Language::Rust),
            Some((_, "mjs" | "js" | "ts")) => code::blank(&text, code::Language::Js),
            _ => text.clone(),
        };
        Self { path: path.to_owned(), text, code }
    }

    pub fn is(&self, kinds: &[&str]) -> bool {
        let kind = self.path.rsplit_once('.').map(|(_, kind)| kind);
        kind.is_some_and(|kind| kinds.contains(&kind))
    }

    pub fn lies_in(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }

    /// A finding for each line of code that has one of these words.
    fn forbid_words(&self, words: &[&str], why: &str, found: &mut Vec<Finding>) {
        for (number, line) in (1..).zip(self.code.lines()) {
            for word in words {
                if code::has_word(line, word) {
                    found.push(Finding::new(self, number, format!("`{word}` {why}")));
                }
            }
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    path: String,
    line: usize,
    message: String,
}

impl Finding {
    pub fn new(source: &Source, line: usize, message: impl Into<String>) -> Self {
        Self { path: source.path.clone(), line, message: message.into() }
    }
}

type Check = fn(&Source, &mut Vec<Finding>);

const CHECKS: [Check; 12] = [
    absences::check,
    clock::check,
    database::check,
    folding::check,
    heading::check,
    length::check,
    machine::check,
    migration::check,
    mailed::check,
    permission::check,
    unfinished::check,
    words::check,
];

/// Checks the whole tree.
pub fn run() -> Done {
    let mut found = Vec::new();
    let sources = sources(&places::root())?;
    for source in &sources {
        check(source, &mut found);
    }
    circles::check(&sources, &mut found);
    for finding in &found {
        println!("{}:{}: {}", finding.path, finding.line, finding.message);
    }
    match found.len() {
        0 => {
            println!("  {} files are tidy", sources.len());
            Ok(())
        }
        1 => Err(Failure::new("tidy found one thing to mend, listed above")),
        many => Err(Failure::new(format!("tidy found {many} things to mend, listed above"))),
    }
}

fn check(source: &Source, found: &mut Vec<Finding>) {
    for check in CHECKS {
        check(source, found);
    }
}

fn sources(root: &Path) -> Done<Vec<Source>> {
    let mut sources = Vec::new();
    for name in files::of_ours(root)? {
        let path = files::slashed(&name);
        let file = path.rsplit('/').next().unwrap_or_default();
        let kind = file.rsplit_once('.').map(|(_, kind)| kind).unwrap_or_default();
        if !KINDS.contains(&kind) || GENERATED.contains(&file) {
            continue;
        }
        // A test's picture of another system's export need not be UTF-8.
        let text = String::from_utf8_lossy(&files::read(&root.join(&name))?).into_owned();
        sources.push(Source::new(&path, text));
    }
    Ok(sources)
}

/// What the checks say of one file, for their tests: `line: message`.
#[cfg(test)]
fn said(check: Check, path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    check(&Source::new(path, text.to_owned()), &mut found);
    found.iter().map(|finding| format!("{}: {}", finding.line, finding.message)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_not_a_prefix() {
        let source = Source::new("core/src/a.rs", String::new());
        assert!(source.lies_in("core/src") && source.lies_in("core") && !source.lies_in("cor"));
    }

    #[test]
    fn a_clean_file_passes_every_check() {
        let mut found = Vec::new();
        check(&Source::new("core/src/a.rs", "//! Says what it is.\nfn a() {}\n".to_owned()), &mut found);
        assert_eq!(found, []);
    }
}
