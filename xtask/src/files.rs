//! Reading, writing and walking files, with sentences that name them.
use crate::failure::{About, Done};
use std::fs;
use std::path::{Path, PathBuf};

pub fn read(path: &Path) -> Done<Vec<u8>> {
    fs::read(path).about("read", path)
}

pub fn read_text(path: &Path) -> Done<String> {
    fs::read_to_string(path).about("read", path)
}

/// Writes a file, making its folder first.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Done {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    fs::write(path, bytes).about("write", path)
}

pub fn make_folder(path: &Path) -> Done {
    fs::create_dir_all(path).about("make the folder", path)
}

/// Removes a folder and all in it; one that is not there is fine.
pub fn remove_folder(path: &Path) -> Done {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        result => result.about("remove the folder", path),
    }
}

/// Puts a finished folder in the place of an older one, so that nobody meets it half-written.
pub fn swap_folder(finished: &Path, place: &Path) -> Done {
    remove_folder(place)?;
    fs::rename(finished, place).about("move into place", place)
}

/// Every file under a folder in name order, by path relative to it. A folder that is not there has none.
pub fn under(folder: &Path) -> Done<Vec<PathBuf>> {
    let mut found = Vec::new();
    if folder.is_dir() {
        walk(folder, folder, &|_| true, &mut found)?;
    }
    Ok(found)
}

/// Folders that hold nothing of ours.
const NOT_OURS: [&str; 5] = [".git", "target", "node_modules", "data", "test-results"];

/// Every file under the root that is ours, in name order, by path relative to it.
pub fn of_ours(root: &Path) -> Done<Vec<PathBuf>> {
    under_where(root, &|folder| !NOT_OURS.contains(&folder))
}

/// Like `under`, entering only folders whose name `enter` agrees to.
pub fn under_where(folder: &Path, enter: &dyn Fn(&str) -> bool) -> Done<Vec<PathBuf>> {
    let mut found = Vec::new();
    walk(folder, folder, enter, &mut found)?;
    Ok(found)
}

fn walk(top: &Path, folder: &Path, enter: &dyn Fn(&str) -> bool, found: &mut Vec<PathBuf>) -> Done {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).about("list", folder)?.filter_map(Result::ok).map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            if enter(&name) {
                walk(top, &path, enter, found)?;
            }
        } else {
            found.push(path.strip_prefix(top).unwrap_or(&path).to_path_buf());
        }
    }
    Ok(())
}

/// A relative path with forward slashes, as in URLs and reports.
pub fn slashed(path: &Path) -> String {
    let parts: Vec<String> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    parts.join("/")
}
