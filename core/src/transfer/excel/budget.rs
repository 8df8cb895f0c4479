//! What is kept of a workbook that is opened, before any row of it is read.

use super::xml::Broken;

/// How many bytes are kept at most. Excel's own limits come to less: a thousand sheets with their places take a fifth of a
/// megabyte, 65,490 styles of cells half a one, and 250 formats as long as they may be another one.
const MOST: usize = 8 * 1024 * 1024;

/// How much may still be kept. Small files can unpack to much: all that is kept is counted, whatever it is.
pub(super) struct Budget(usize);

impl Budget {
    pub const fn new() -> Self {
        Self(MOST)
    }

    /// Takes so many bytes for good.
    ///
    /// # Errors
    /// When no workbook has so much.
    pub fn take(&mut self, bytes: usize) -> Result<(), Broken> {
        self.0 = self.0.checked_sub(bytes).ok_or(Broken)?;
        Ok(())
    }
}
