//! The browser that the browser tests drive.
use crate::places;
use std::path::{Path, PathBuf};

/// Chromium without windows: the same engine, at two thirds of the work for each person of a test.
pub const PACKAGE: &str = "chromium-headless-shell";
/// What is said where there is none.
pub const MISSING: &str =
    "Chromium not found: run `sudo apt-get install -y --no-install-recommends chromium`, then run again";

/// Chromium where `CHROMIUM` says, or where Debian puts it, or on the PATH; that without windows before any other.
pub fn find() -> Option<PathBuf> {
    if let Some(given) = std::env::var_os("CHROMIUM").map(PathBuf::from) {
        return given.is_file().then_some(given);
    }
    ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"]
        .iter()
        .map(Path::new)
        .find(|usual| usual.is_file())
        .map(Path::to_path_buf)
        .or_else(|| places::program(&["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]))
}
