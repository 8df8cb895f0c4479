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
                let bytes = if name.ends_with(".wasm") { without_names(&bytes) } else { Some(bytes) };
                let bytes = bytes.ok_or_else(|| Failure::new(format!("{name} is no module as it should be")))?;
                module.files.insert(name, bytes);
            }
            Ok(module)
        });
    files::remove_folder(&folder)?;
    made
}

/// The module without its custom sections: names of functions and tools, of no use to a browser and a third of the whole.
/// None when it is no module.
fn without_names(wasm: &[u8]) -> Option<Vec<u8>> {
    const CUSTOM: u8 = 0;
    let (head, mut rest) = wasm.split_at_checked(8)?;
    let mut kept = head.to_vec();
    while let Some((kind, after)) = rest.split_first() {
        let (mut length, mut width) = (0_usize, 0);
        loop {
            let byte = *after.get(width)?;
            length |= usize::from(byte & 0x7f).checked_shl(u32::try_from(width * 7).ok()?)?;
            width += 1;
            if byte < 0x80 {
                break;
            }
        }
        let (section, next) = rest.split_at_checked(1 + width + length)?;
        if *kind != CUSTOM {
            kept.extend_from_slice(section);
        }
        rest = next;
    }
    Some(kept)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_left_out_and_code_stays() {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        let code = [10, 0x81, 0x01].into_iter().chain([7; 129]);
        module.extend([0, 3, 1, b'n', 9]);
        module.extend(code.clone());
        module.extend([0, 2, 1, b'p']);
        let kept: Vec<u8> = b"\0asm\x01\0\0\0".iter().copied().chain(code).collect();
        assert_eq!(without_names(&module), Some(kept));
        assert_eq!(without_names(&module[..module.len() - 1]), None, "cut off");
        assert_eq!(without_names(b"no"), None);
    }

    #[test]
    fn only_what_says_where_is_split() {
        assert!(is_to_be_split(b"..__wasm_split_load_import.."));
        assert!(!is_to_be_split(b"\0asm"));
    }
}
