//! The keys as Rust, so that a message which is not there, or lacks an argument, does not compile.

use super::{Catalogue, Key};
use fnv::FnvHasher;
use std::{fmt::Write, hash::Hasher};

/// One number for all keys and their arguments.
pub fn fingerprint(keys: &[Key]) -> u64 {
    // A build's files fit each other or they don't; nobody forges them.
    let mut hash = FnvHasher::default();
    let mut add = |text: &str| {
        hash.write(text.as_bytes());
        hash.write(&[0]);
    };
    for key in keys {
        add(&key.name);
        key.args.iter().for_each(|arg| add(&arg.name));
        add("");
    }
    hash.finish()
}

impl Catalogue {
    /// Rust source: a struct of its arguments for each message, and the fingerprint.
    pub fn rust(&self) -> String {
        let mut out = format!(
            "pub const FINGERPRINT: u64 = {};\n#[allow(non_camel_case_types)]\npub mod msg {{\n",
            self.fingerprint
        );
        for (number, key) in self.keys.iter().enumerate() {
            key.source.lines().for_each(|line| {
                let _ = writeln!(out, "#[doc = {:?}]", format!("    {line}"));
            });
            let fields: String = key
                .args
                .iter()
                .map(|arg| format!("pub {}: {}, ", arg.name, if arg.counted { "super::Count" } else { "super::Arg" }))
                .collect();
            let args: String = key
                .args
                .iter()
                .map(|arg| format!("from.{}{}, ", arg.name, if arg.counted { ".into()" } else { "" }))
                .collect();
            let from = if key.args.is_empty() { "_" } else { "from" };
            let name = &key.name;
            let _ = writeln!(
                out,
                "pub struct {name} {{ {fields} }}\n\
                 impl From<{name}> for super::Text {{ fn from({from}: {name}) -> Self {{ Self::of({number}, vec![{args}]) }} }}"
            );
        }
        out.push_str("}\n");
        out
    }
}
