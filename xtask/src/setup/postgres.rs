//! Where PostgreSQL's programs are: Debian keeps them off the PATH, in a folder for each version.
use crate::places;
use std::path::{Path, PathBuf};

pub const PACKAGE: &str = "postgresql";

/// The folder with `initdb`, `pg_ctl` and `postgres`: the newest of Debian's, else the one on the PATH.
pub fn find() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let version = path.file_name()?.to_str()?.parse().ok()?;
            Some((version, path.join("bin")))
        })
        .filter(|(_, folder)| complete(folder))
        .collect();
    versions.sort();
    if let Some((_, newest)) = versions.pop() {
        return Some(newest);
    }
    let folder = places::program(&["initdb"])?.parent()?.to_path_buf();
    complete(&folder).then_some(folder)
}

fn complete(folder: &Path) -> bool {
    ["initdb", "pg_ctl", "postgres"].iter().all(|name| folder.join(name).is_file())
}
