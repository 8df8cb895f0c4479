//! wasm-bindgen as a library: the JS glue and the stripped module, with no tool to install and no version to mismatch.
use crate::failure::{Done, Failure};
use crate::files;
use crate::stamp::Hash;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use wasm_bindgen_cli_support::Bindgen;

const STEM: &str = "rollcall";
pub const GLUE: &str = "rollcall.js";
pub const WASM: &str = "rollcall_bg.wasm";

/// Everything that wasm-bindgen made, by path relative to the glue.
pub struct Module {
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Module {
    /// One hash over all the files.
    pub fn hash(&self) -> String {
        let mut hash = Hash::new();
        for (name, bytes) in &self.files {
            hash.bytes(name.as_bytes());
            hash.bytes(bytes);
        }
        hash.finish()
    }
}

/// For the page, which names the module's URL itself.
pub fn for_page(wasm: &Path) -> Done<Module> {
    let mut bindgen = Bindgen::new();
    bindgen.web(true).map_err(|error| refused(wasm, &error))?;
    bindgen.typescript(false).omit_default_module_path(true);
    generate(bindgen, wasm)
}

/// For browsers that take the npm package: the module lies beside the glue.
pub fn for_browsers(wasm: &Path) -> Done<Module> {
    let mut bindgen = Bindgen::new();
    bindgen.web(true).map_err(|error| refused(wasm, &error))?;
    bindgen.typescript(true);
    generate(bindgen, wasm)
}

/// For Node: an ES module that reads the wasm file beside it when imported.
pub fn for_node(wasm: &Path) -> Done<Module> {
    let mut bindgen = Bindgen::new();
    bindgen.nodejs_module(true).map_err(|error| refused(wasm, &error))?;
    bindgen.typescript(true);
    generate(bindgen, wasm)
}

fn generate(mut bindgen: Bindgen, wasm: &Path) -> Done<Module> {
    bindgen.input_path(wasm).out_name(STEM).remove_name_section(true).remove_producers_section(true);
    // Tests run side by side in one process.
    static RUNS: AtomicU32 = AtomicU32::new(0);
    let run = RUNS.fetch_add(1, Ordering::Relaxed);
    let folder = crate::places::target().join(format!("bindgen-{}-{run}", std::process::id()));
    files::remove_folder(&folder)?;
    let made = bindgen.generate(&folder).map_err(|error| refused(wasm, &error));
    let module = made.and_then(|()| collect(&folder));
    files::remove_folder(&folder)?;
    module
}

fn collect(folder: &Path) -> Done<Module> {
    let mut found = BTreeMap::new();
    for name in files::under(folder)? {
        found.insert(files::slashed(&name), files::read(&folder.join(&name))?);
    }
    Ok(Module { files: found })
}

fn refused(wasm: &Path, error: &dyn std::fmt::Display) -> Failure {
    Failure::new(format!(
        "wasm-bindgen could not read {}: {error}; the wasm-bindgen of Cargo.toml and that of xtask must be the very same version",
        wasm.display()
    ))
}
