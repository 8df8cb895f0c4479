//! What the first visit downloads, and the budget for it, which docs/size.md explains.
use super::bindgen;
use crate::failure::{Done, Failure};
use std::collections::BTreeMap;

/// What a first visit to the page may weigh: program, scripts, style and the heaviest language, compressed.
const MOST_BYTES: usize = 600_000;
/// What the names of words and style have that are fetched later.
pub const LATER: &str = "-later";
/// The service worker is fetched beside it, and what it keeps then is there already.
const AFTERWARDS: &str = "sw.js";

/// Fails when the page has got heavier than it may be. Of each file, by its path, what it weighs compressed.
pub fn check(files: &BTreeMap<&str, usize>) -> Done {
    let bytes = first_load(files);
    if bytes > MOST_BYTES {
        return Err(Failure::new(format!(
            "the first load of the page weighs {bytes} bytes in brotli, and may weigh {MOST_BYTES}: see docs/size.md"
        )));
    }
    Ok(())
}

/// What a first visit downloads, in the language that weighs most.
fn first_load(files: &BTreeMap<&str, usize>) -> usize {
    let (mut always, mut language) = (0, 0);
    for (name, weight) in files.iter().filter(|(name, _)| !name.contains(LATER)) {
        match name.rsplit_once('.').map_or("", |(_, kind)| kind) {
            "words" if !name.contains(rollcall_catalogue::compile::PSEUDO) => language = language.max(*weight),
            "js" | "css" | "html" if *name != AFTERWARDS => always += weight,
            _ if name.ends_with(bindgen::WASM) => always += weight,
            _ => {}
        }
    }
    always + language
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_language_counts_and_pictures_do_not() {
        let mut files = BTreeMap::from([
            ("index.html", 3),
            ("assets/x/rollcall_bg.wasm", 5),
            ("assets/words-ar-1.words", 7),
            ("assets/words-en-1.words", 2),
            ("assets/words-ar-later-1.words", 40),
            ("assets/style-later-1.css", 50),
            ("assets/words-en-XA-1.words", 90),
            ("icon.png", 900),
            ("sw.js", 100),
        ]);
        assert_eq!(first_load(&files), 3 + 5 + 7);
        files.insert("assets/style.css", MOST_BYTES - 15);
        assert!(check(&files).is_ok());
        files.insert("assets/more.css", 1);
        assert!(check(&files).unwrap_err().to_string().contains("may weigh"));
    }
}
