//! Compressed siblings of the site's files, made once here so that the server never compresses a static file.
use crate::failure::{Done, Failure};
use brotli::enc::BrotliEncoderParams;

/// The best brotli does: the wasm module is downloaded far more often than it is built.
const QUALITY: i32 = 11;
/// What is text or wasm gets smaller; pictures are compressed already.
const KINDS: [&str; 9] = ["html", "js", "css", "wasm", "svg", "json", "webmanifest", "txt", "words"];

/// The compressed bytes, unless the file is of a kind that gains nothing or did not get smaller.
pub fn brotli(name: &str, bytes: &[u8]) -> Done<Option<Vec<u8>>> {
    let kind = name.rsplit_once('.').map(|(_, kind)| kind).unwrap_or_default();
    if !KINDS.contains(&kind) {
        return Ok(None);
    }
    let small = squeeze(bytes).map_err(|error| Failure::new(format!("could not compress {name}: {error}")))?;
    Ok((small.len() < bytes.len()).then_some(small))
}

fn squeeze(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: QUALITY, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut small, &parameters)?;
    Ok(small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_shrinks_and_comes_back_whole() {
        let text = "rollcall ".repeat(200).into_bytes();
        let small = brotli("a.js", &text).unwrap().unwrap();
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut small.as_slice(), &mut back).unwrap();
        assert!(small.len() < 60, "{} bytes", small.len());
        assert_eq!(back, text);
    }

    #[test]
    fn pictures_and_tiny_files_stay_alone() {
        assert_eq!(brotli("a.png", &[0; 500]).unwrap(), None);
        assert_eq!(brotli("a.txt", b"x").unwrap(), None);
    }
}
