//! The npm package for JS hosts: one wasm core, with glue for Node and for browsers, put into `target/npm`.
use crate::failure::{Done, Failure};
use crate::site::{
    bindgen::{self, Module},
    compress,
};
use crate::stamp::{Hash, Stamp};
use crate::step::{Outcome, step};
use crate::{artifact, files, places, setup};
use std::path::{Path, PathBuf};

const PACKAGE: &str = "rollcall-js";
const SOURCE: &str = "web/js";
/// Counts up when assembly itself changes.
const FORMAT: &str = "3";
/// What the wasm may weigh, compressed; docs/size.md says where the bytes go.
const MOST_BYTES: usize = 250_000;

/// What a developer calls: set-up, then the package.
pub fn build_with_set_up() -> Done<PathBuf> {
    setup::for_builds()?;
    build()
}

/// Builds the package and gives its folder.
pub fn build() -> Done<PathBuf> {
    let wasm = step("Build the npm package's core", || artifact::wasm(PACKAGE).map(|path| (Outcome::Done, path)))?;
    step("Assemble the npm package", || {
        let place = places::npm();
        let source = places::root().join(SOURCE);
        let stamp = Stamp::new(place.with_extension("stamp"), inputs(&wasm, &source)?);
        if stamp.holds() && place.join("package.json").is_file() {
            return Ok((Outcome::Unchanged, place));
        }
        let fresh = place.with_extension(format!("new-{}", std::process::id()));
        files::remove_folder(&fresh)?;
        assemble(&wasm, &source, &fresh)?;
        files::swap_folder(&fresh, &place)?;
        stamp.set()?;
        Ok((Outcome::Done, place))
    })
}

fn inputs(wasm: &Path, source: &Path) -> Done<String> {
    let mut inputs = Hash::new();
    inputs.bytes(FORMAT.as_bytes());
    inputs.file(wasm)?;
    for name in own_files(source)? {
        inputs.bytes(name.as_bytes());
        inputs.file(&source.join(&name))?;
    }
    Ok(inputs.finish())
}

fn assemble(wasm: &Path, source: &Path, place: &Path) -> Done {
    put(&bindgen::for_node(wasm)?, &place.join("node"))?;
    let browsers = bindgen::for_browsers(wasm)?;
    weigh(&browsers)?;
    put(&browsers, &place.join("web"))?;
    for name in own_files(source)? {
        files::write(&place.join(&name), files::read(&source.join(&name))?)?;
    }
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        files::write(&place.join(licence), files::read(&places::root().join(licence))?)?;
    }
    Ok(())
}

/// Fails when the wasm has got heavier than it may be.
fn weigh(module: &Module) -> Done {
    let small = compress::brotli(bindgen::WASM, module.files.get(bindgen::WASM).map_or(&[], Vec::as_slice))?;
    match small.map(|small| small.len()) {
        Some(0..=MOST_BYTES) => Ok(()),
        Some(bytes) => Err(Failure::new(format!(
            "the npm package's wasm weighs {bytes} bytes in brotli, and may weigh {MOST_BYTES}: see docs/size.md"
        ))),
        None => Err(Failure::new("wasm-bindgen made no wasm for the npm package")),
    }
}

fn put(module: &Module, folder: &Path) -> Done {
    for (name, bytes) in &module.files {
        files::write(&folder.join(name), bytes)?;
    }
    Ok(())
}

/// The hand-written files of the package: those directly in web/js, its Cargo.toml aside.
fn own_files(source: &Path) -> Done<Vec<String>> {
    places::expect_file(&source.join("package.json"), "the description of the npm package")?;
    let names = files::under_where(source, &|_| false)?;
    Ok(names.iter().map(|name| files::slashed(name)).filter(|name| name != "Cargo.toml").collect())
}
