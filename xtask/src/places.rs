//! Where things lie: the workspace, its target folder, the site and the npm package that are built into it.
use crate::failure::{Done, Failure};
use std::path::{Path, PathBuf};

/// The workspace's root: the folder above this package.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Cargo's target folder, wherever `CARGO_TARGET_DIR` puts it.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// The assembled site that the server serves.
pub fn site() -> PathBuf {
    target().join("site")
}

/// The npm package for JS hosts.
pub fn npm() -> PathBuf {
    target().join("npm")
}

/// The first program of these names that is on the PATH or at the absolute path given.
pub fn program(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// The error for a file that another part of the tree should provide.
pub fn expect_file(path: &Path, what: &str) -> Done {
    if path.exists() {
        return Ok(());
    }
    let shown = path.strip_prefix(root()).unwrap_or(path).display();
    Err(Failure::new(format!("{shown} is missing ({what}); restore it from git and run again")))
}
