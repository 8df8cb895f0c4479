//! The keys as Rust, so that a message which is not there, or lacks an argument, does not compile.

use super::{Catalogue, Key};
use std::fmt::Write;

/// One number for all keys and their arguments.
pub fn fingerprint(keys: &[Key]) -> u64 {
    // FNV-1a: a build's files fit each other or they don't; nobody forges them.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for key in keys {
        add(&key.name);
        key.args.iter().for_each(|arg| add(&arg.name));
        add("");
    }
    hash
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
