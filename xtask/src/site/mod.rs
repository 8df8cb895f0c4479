//! Builds the page and assembles `target/site`: hashed assets, compressed siblings, the page and its service worker.
pub mod bindgen;
pub mod compress;
mod css;
mod order;
mod template;
mod weight;

use crate::failure::{Done, Failure};
use crate::stamp::{Hash, Stamp, sha256, short_hash};
use crate::step::{Outcome, step};
use crate::{artifact, files, places, setup};
use rollcall_catalogue::compile::{Catalogue, PSEUDO, Part, compile};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use template::Values;

/// The package whose wasm is the page.
const PACKAGE: &str = "rollcall-web";
/// Where the page's own files lie.
const SOURCE: &str = "web/app";
/// The sources of all that the page says.
const LOCALES: &str = "words/locales";
/// The decisions that page, server and JS hosts agree on, for the page's self-check, in the stored form.
const VECTORS: &str = "tests/vectors.bin";
/// The messages that `boot.js` says, by their keys; it knows them without the "boot_".
const SAYINGS: [&str; 6] =
    ["reload", "boot_crashed", "boot_unreachable", "boot_unable", "boot_intercepted", "boot_unexpected"];
/// Counts up when assembly itself changes, so that older output is not taken for current.
const FORMAT: &str = "7";

/// What a developer calls: set-up, then the site.
pub fn build_with_set_up() -> Done<PathBuf> {
    setup::for_builds()?;
    build()
}

/// Builds the page and gives the folder of the finished site.
pub fn build() -> Done<PathBuf> {
    let wasm = step("Build the page", || artifact::wasm(PACKAGE).map(|path| (Outcome::Done, path)))?;
    step("Assemble the site", || {
        let changed = assemble_if_changed(&wasm, &places::root().join(SOURCE), &places::site())?;
        let outcome = if changed { Outcome::Done } else { Outcome::Unchanged };
        Ok((outcome, places::site()))
    })
}

fn assemble_if_changed(wasm: &Path, source: &Path, site: &Path) -> Done<bool> {
    let mut inputs = Hash::new();
    inputs.bytes(FORMAT.as_bytes());
    inputs.file(wasm)?;
    for name in template::FILES {
        places::expect_file(&source.join(name), "a template of the page")?;
        inputs.file(&source.join(name))?;
    }
    inputs.folder(&source.join("style"))?;
    inputs.folder(&source.join("static"))?;
    inputs.folder(&places::root().join(LOCALES))?;
    inputs.file(&places::root().join(VECTORS))?;
    let stamp = Stamp::new(site.with_extension("stamp"), inputs.finish());
    if stamp.holds() && site.join("index.html").is_file() {
        return Ok(false);
    }
    let fresh = site.with_extension(format!("new-{}", std::process::id()));
    files::remove_folder(&fresh)?;
    let made = assemble(wasm, source).and_then(|pages| write(&pages, &fresh));
    if let Err(failure) = made.and_then(|()| files::swap_folder(&fresh, site)) {
        files::remove_folder(&fresh)?;
        return Err(failure);
    }
    stamp.set()?;
    Ok(true)
}

/// The site's files by URL path, without the leading slash.
type Pages = BTreeMap<String, Vec<u8>>;

fn assemble(wasm: &Path, source: &Path) -> Done<Pages> {
    let mut pages = Pages::new();
    for name in files::under(&source.join("static"))? {
        let bytes = files::read(&source.join("static").join(&name))?;
        pages.insert(files::slashed(&name), bytes);
    }
    let module = bindgen::for_page(wasm)?;
    // Glue and snippets import each other by relative path, so they share a folder named after all of them.
    let folder = format!("assets/{}", module.hash());
    for (name, bytes) in &module.files {
        pages.insert(format!("{folder}/{name}"), bytes.clone());
    }
    let style = css::gather(&source.join("style"), css::FIRST)?;
    let later = css::gather(&source.join("style"), css::LATER)?;
    let mut values = Values::default();
    values.set("__JS__", format!("/{folder}/{}", bindgen::GLUE));
    values.set("__WASM__", format!("/{folder}/{}", bindgen::WASM));
    values.set("__CSS__", format!("/{}", add_hashed(&mut pages, "style", "css", style)));
    let later = add_hashed(&mut pages, &format!("style{}", weight::LATER), "css", later);
    values.set("__LATER_CSS__", format!("/{later}"));
    let pseudo = languages(&mut values, &mut pages)?;
    let boot = values.fill(source, "boot.js")?;
    values.set("__BOOT__", format!("/{}", add_hashed(&mut pages, "boot", "js", boot)));
    pages.insert("index.html".to_owned(), values.fill(source, "index.html")?);
    let worker = worker(&mut values, source, &pages)?;
    pages.insert("sw.js".to_owned(), worker);
    // After the worker, which then leaves them to the network: only the self-check and tests read them.
    pages.extend(pseudo);
    pages.insert("vectors.bin".to_owned(), files::read(&places::root().join(VECTORS))?);
    Ok(pages)
}

/// Adds the two files of each language and writes their addresses into `boot.js`; gives the pseudo-language's apart.
fn languages(values: &mut Values, pages: &mut Pages) -> Done<Pages> {
    let catalogue = compile(&places::root().join(LOCALES)).map_err(|troubles| Failure::new(troubles.to_string()))?;
    let (mut table, mut pseudo) = (BTreeMap::new(), Pages::new());
    for language in &catalogue.languages {
        let to = if language.tag() == PSEUDO { &mut pseudo } else { &mut *pages };
        let parts = [(Part::First, ""), (Part::Later, weight::LATER)].map(|(part, suffix)| {
            let name = format!("words-{}{suffix}", language.tag());
            format!("/{}", add_hashed(to, &name, "words", catalogue.part(language, part)))
        });
        table.insert(language.tag(), parts);
    }
    let table =
        serde_json::to_string(&table).map_err(|error| Failure::new(format!("the table of languages: {error}")))?;
    values.set("__LANGUAGES__", table);
    values.set("__SAYINGS__", sayings(&catalogue)?);
    Ok(pseudo)
}

/// What `boot.js` says itself, in each language: it can't rely on loading one.
fn sayings(catalogue: &Catalogue) -> Done<String> {
    let mut said: BTreeMap<&str, BTreeMap<&str, String>> = BTreeMap::new();
    for key in SAYINGS {
        let message = catalogue
            .plain(key)
            .ok_or_else(|| Failure::new(format!("{LOCALES} has no message {key} without arguments")))?;
        for (tag, text) in message {
            said.entry(tag).or_default().insert(key.trim_start_matches("boot_"), text);
        }
    }
    serde_json::to_string(&said).map_err(|error| Failure::new(format!("what boot.js says: {error}")))
}

/// Adds a file under a name that carries its content's hash, and gives that name.
fn add_hashed(pages: &mut Pages, stem: &str, extension: &str, bytes: Vec<u8>) -> String {
    let name = format!("assets/{stem}-{}.{extension}", short_hash(&bytes));
    pages.insert(name.clone(), bytes);
    name
}

/// The service worker knows every file by its URL and its content's SHA-256, and a version that changes with any of them.
fn worker(values: &mut Values, source: &Path, pages: &Pages) -> Done<Vec<u8>> {
    let mut version = Hash::new();
    let mut files = BTreeMap::new();
    for (name, bytes) in pages {
        version.bytes(name.as_bytes());
        version.bytes(bytes);
        // The page is asked for as the root, never by its file name.
        let url = if name == "index.html" { "/".to_owned() } else { format!("/{name}") };
        files.insert(url, sha256(bytes));
    }
    version.file(&source.join("sw.js"))?;
    let list = serde_json::to_string(&files).map_err(|error| Failure::new(format!("the list of assets: {error}")))?;
    values.set("__ASSETS__", list);
    values.set("__VERSION__", version.finish());
    values.fill(source, "sw.js")
}

fn write(pages: &Pages, folder: &Path) -> Done {
    let mut weights = BTreeMap::new();
    for (name, bytes) in pages {
        let path = folder.join(name);
        files::write(&path, bytes)?;
        let small = compress::brotli(name, bytes)?;
        weights.insert(name.as_str(), small.as_ref().map_or(bytes.len(), Vec::len));
        if let Some(small) = small {
            files::write(&folder.join(format!("{name}.br")), small)?;
        }
    }
    weight::check(&weights)
}

#[cfg(test)]
mod tests;
