//! What a browser downloads: the wasm module and all the rest, raw and compressed.
use super::Figure;
use crate::failure::{Done, Failure};
use crate::{files, site};

pub fn measure() -> Done<Vec<Figure>> {
    let site = site::build_with_set_up()?;
    let mut raw = 0;
    let mut small = 0;
    let mut wasm = None;
    for name in files::under(&site)? {
        let name = files::slashed(&name);
        if name.ends_with(".br") {
            continue;
        }
        let bytes = length(&site.join(&name))?;
        let sibling = site.join(format!("{name}.br"));
        let compressed = if sibling.is_file() { length(&sibling)? } else { bytes };
        if name.ends_with(".wasm") {
            wasm = Some((bytes, compressed));
        }
        raw += bytes;
        small += compressed;
    }
    let (wasm_raw, wasm_small) = wasm.ok_or_else(|| Failure::new("the site has no wasm module"))?;
    Ok(vec![
        kilobytes("wasm, raw", wasm_raw),
        kilobytes("wasm, brotli", wasm_small),
        kilobytes("whole site, raw", raw),
        kilobytes("whole site, brotli", small),
    ])
}

fn length(path: &std::path::Path) -> Done<u64> {
    Ok(files::read(path)?.len() as u64)
}

fn kilobytes(name: &str, bytes: u64) -> Figure {
    Figure::new(name, bytes as f64 / 1000.0, "kB")
}
