//! Workbooks that open with a password only.

use memchr::memmem;

/// Whether bytes are a workbook that is locked with a password: a packet of Microsoft's older kind with an encrypted one in it.
pub(super) fn is_locked(bytes: &[u8]) -> bool {
    const NAME: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
    bytes.starts_with(b"\xD0\xCF\x11\xE0") && memmem::find(bytes, NAME).is_some()
}
