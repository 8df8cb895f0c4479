//! wasm-bindgen as a library: the JS glue and the stripped module, with no tool to install and no version to mismatch.
use super::order;
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

/// For the page, which names the module's URL itself: taken apart first, so that what is fetched later lies in files beside it.
pub fn for_page(wasm: &Path) -> Done<Module> {
    let whole = files::read(wasm)?;
    let mut bindgen = Bindgen::new();
    bindgen.web(true).map_err(|error| refused(wasm, &error))?;
    bindgen.typescript(false).omit_default_module_path(true);
    if !is_to_be_split(&whole) {
        return generate(bindgen, wasm);
    }
    let folder = crate::places::target().join(format!("split-{}", std::process::id()));
    files::remove_folder(&folder)?;
    files::make_folder(&folder)?;
    let (main, parts) = (folder.join("main.wasm"), folder.join("parts"));
    let mut options = wasm_split_cli_support::Options::new(&whole);
    let glue = format!("./{GLUE}");
    options.output_dir = &parts;
    options.main_out_path = &main;
    options.main_module = &glue;
    let made = wasm_split_cli_support::transform(options)
        .map_err(|error| Failure::new(format!("{} could not be taken apart: {error:#}", wasm.display())))
        .and_then(|_| {
            // The parts find what they share by the names that the linker gave.
            bindgen.keep_lld_exports(true).demangle(false);
            let mut module = generate(bindgen, &main)?;
            for (name, bytes) in collect(&parts)?.files {
                module.files.insert(name, bytes);
            }
            Ok(module)
        });
    files::remove_folder(&folder)?;
    made
}

/// Whether the module says where to cut it.
fn is_to_be_split(wasm: &[u8]) -> bool {
    const MARK: &[u8] = b"__wasm_split_load_";
    wasm.windows(MARK.len()).any(|at| at == MARK)
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

/// All files in a folder, modules as small as they get.
fn collect(folder: &Path) -> Done<Module> {
    let mut found = BTreeMap::new();
    for name in files::under(folder)? {
        let bytes = files::read(&folder.join(&name))?;
        let is_wasm = name.extension().is_some_and(|extension| extension == "wasm");
        found.insert(files::slashed(&name), if is_wasm { order::compact(&bytes)? } else { bytes });
    }
    Ok(Module { files: found })
}

fn refused(wasm: &Path, error: &dyn std::fmt::Display) -> Failure {
    Failure::new(format!(
        "wasm-bindgen could not read {}: {error}; the wasm-bindgen of Cargo.toml and that of xtask must be the very same version",
        wasm.display()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_says_where_is_split() {
        assert!(is_to_be_split(b"..__wasm_split_load_import.."));
        assert!(!is_to_be_split(b"\0asm"));
    }
}
