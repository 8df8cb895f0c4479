//! The npm package for JS hosts: one wasm core, with glue for Node and for browsers, put into `target/npm`.
use crate::failure::Done;
use crate::site::bindgen::{self, Module};
use crate::stamp::{Hash, Stamp};
use crate::step::{Outcome, step};
use crate::{artifact, files, places, setup};
use std::path::{Path, PathBuf};

const PACKAGE: &str = "rollcall-js";
const SOURCE: &str = "web/js";
/// Counts up when assembly itself changes.
const FORMAT: &str = "1";

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
    put(&bindgen::for_browsers(wasm)?, &place.join("web"))?;
    for name in own_files(source)? {
        files::write(&place.join(&name), files::read(&source.join(&name))?)?;
    }
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        files::write(&place.join(licence), files::read(&places::root().join(licence))?)?;
    }
    Ok(())
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
