//! The browser that the browser tests drive.
use crate::places;
use std::path::{Path, PathBuf};

pub const PACKAGE: &str = "chromium";

/// Chromium where `CHROMIUM` says, or where Debian puts it, or on the PATH.
pub fn find() -> Option<PathBuf> {
    if let Some(given) = std::env::var_os("CHROMIUM").map(PathBuf::from) {
        return given.is_file().then_some(given);
    }
    let usual = Path::new("/usr/bin/chromium");
    if usual.is_file() {
        return Some(usual.to_path_buf());
    }
    places::program(&["chromium", "chromium-browser", "google-chrome"])
}
