//! Files and folders that nobody but the server's user reads: directories, hashes of passwords and mail lie in them. They
//! are made so, and mended, with a warning, where they are open to others.

use std::{io, path::Path};

/// Makes a folder, and those around it, when it is not there, and keeps others out of it.
///
/// # Errors
/// It can't be made.
pub fn folder(path: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    keep(path, 0o700);
    Ok(())
}

/// Makes an empty file when it is not there, and keeps others out of it.
///
/// # Errors
/// It can't be made.
pub fn file(path: &Path) -> io::Result<()> {
    if !path.try_exists()? {
        open(path)?;
    }
    keep(path, 0o600);
    Ok(())
}

/// Writes a file that only the server's user reads.
///
/// # Errors
/// It can't be written.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    io::Write::write_all(&mut open(path)?, bytes)
}

fn open(path: &Path) -> io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.create(true).write(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Takes the rights of others away. A file system without such rights, or one that belongs to somebody else, is told of and
/// used all the same.
#[cfg(unix)]
pub fn keep(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    let Ok(found) = std::fs::metadata(path).map(|found| found.permissions().mode() & 0o777) else { return };
    if found & !mode == 0 {
        return;
    }
    let shown = path.display();
    match std::fs::set_permissions(path, std::fs::Permissions::from_mode(found & mode)) {
        Ok(()) => {
            tracing::warn!("{shown} was open to others ({found:o}); now it is the server's own ({:o})", found & mode)
        }
        Err(error) => tracing::warn!(%error, "{shown} is open to others ({found:o}): take their rights away"),
    }
}

/// Other systems give a file the rights of its folder.
#[cfg(not(unix))]
pub fn keep(_: &Path, _: u32) {}
