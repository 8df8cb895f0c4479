//! Compiles the Fluent files of `locales/` to keys in Rust and to a file for each language.

use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=locales");
    if let Err(trouble) = build() {
        // Cargo shows the lines and stops.
        trouble.lines().for_each(|line| println!("cargo::error={line}"));
    }
}

fn build() -> Result<(), String> {
    let folder = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    let catalogue = rollcall_catalogue::compile::compile(Path::new("locales")).map_err(|t| t.to_string())?;
    let write = |name: &str, bytes: &[u8]| {
        fs::write(Path::new(&folder).join(name), bytes).map_err(|error| format!("{folder}/{name}: {error}"))
    };
    write("keys.rs", catalogue.rust().as_bytes())?;
    let mut list = String::new();
    for language in &catalogue.languages {
        let name = format!("{}.words", language.tag());
        write(&name, &language.bytes())?;
        list.push_str(&format!(
            "({:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), {:?})).as_slice()),",
            language.tag(),
            format!("/{name}")
        ));
    }
    write("embedded.rs", format!("[{list}]").as_bytes())
}
