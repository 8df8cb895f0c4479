//! What went wrong, as the one sentence a person reads: which thing is missing or broken, and what to do about it.
use std::fmt;
use std::path::Path;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(String);

pub type Done<T = ()> = Result<T, Failure>;

impl Failure {
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// A failure whose sentences stand above already; nothing more is to be printed.
    pub fn told() -> Self {
        Self(String::new())
    }

    pub fn is_told(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Says which file an I/O error is about.
pub trait About<T> {
    fn about(self, what: &str, path: &Path) -> Done<T>;
}

impl<T> About<T> for std::io::Result<T> {
    fn about(self, what: &str, path: &Path) -> Done<T> {
        self.map_err(|error| Failure::new(format!("could not {what} {}: {error}", path.display())))
    }
}
