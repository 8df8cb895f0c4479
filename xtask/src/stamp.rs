//! Content hashes: names of assets, and stamps that show whether a step's inputs changed since it last ran.
use crate::failure::Done;
use crate::files;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// Twelve hexadecimal digits of SHA-256: enough to distinguish two builds, short in a URL.
pub fn short_hash(bytes: &[u8]) -> String {
    let mut hash = Hash::new();
    hash.bytes(bytes);
    hash.finish()
}

/// All of SHA-256 of some bytes and nothing else, in hexadecimal digits, as browsers reckon it.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A hash over several inputs, each with its length so that no two lists of inputs run together.
pub struct Hash(Sha256);

impl Hash {
    pub fn new() -> Self {
        Self(Sha256::new())
    }

    pub fn bytes(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    pub fn file(&mut self, path: &Path) -> Done {
        self.bytes(&files::read(path)?);
        Ok(())
    }

    /// Every file under the folder, with its name.
    pub fn folder(&mut self, folder: &Path) -> Done {
        for name in files::under(folder)? {
            self.bytes(files::slashed(&name).as_bytes());
            self.file(&folder.join(&name))?;
        }
        Ok(())
    }

    pub fn finish(self) -> String {
        let digest = self.0.finalize();
        digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
    }
}

/// A small file beside an output, holding the hash of the inputs that it was made from.
pub struct Stamp {
    path: PathBuf,
    inputs: String,
}

impl Stamp {
    pub fn new(path: PathBuf, inputs: String) -> Self {
        Self { path, inputs }
    }

    /// Whether the output on disk was made from these very inputs.
    pub fn holds(&self) -> bool {
        std::fs::read_to_string(&self.path).is_ok_and(|stored| stored == self.inputs)
    }

    pub fn set(&self) -> Done {
        files::write(&self.path, &self.inputs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_do_not_run_together() {
        let hash = |parts: &[&str]| {
            let mut hash = Hash::new();
            parts.iter().for_each(|part| hash.bytes(part.as_bytes()));
            hash.finish()
        };
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
        assert_eq!(hash(&["ab", "c"]), hash(&["ab", "c"]));
        assert_eq!(hash(&["ab"]).len(), 12);
    }
}
