//! The parts of a workbook, which is a ZIP archive: found by name, unpacked a little at a time, and never more of them than fits.

use crate::transfer::error::{FileError, FileKind};
use flate2::{Crc, bufread::DeflateDecoder};
use rawzip::{CompressionMethod, ZipArchive};
use std::{
    collections::BTreeMap,
    io::{BufReader, Cursor, Error, Read, Result},
    ops::Range,
    sync::Arc,
};

/// The most parts that a workbook may have. Each is named in the file; a sheet is one, a picture is one.
const MAX_PARTS: usize = 20_000;
/// How much of one part is unpacked at most, in bytes. 100,000 rows of twenty cells take a third of it.
pub(super) const MAX_UNPACKED: u64 = 512 * 1024 * 1024;
/// The same of a part that says where others lie, or how cells look. Excel's most styles of cells take half of it.
const MAX_SMALL: u64 = 24 * 1024 * 1024;
/// How long one element or one text of a part may be, in bytes. A cell has at most 32,767 characters.
const MAX_AT_ONCE: u64 = 1024 * 1024;

/// What a workbook that can't be read is said to be.
pub(super) const UNREADABLE: FileError = FileError::NotText(FileKind::Spreadsheet);

/// The file, and where its parts lie in it.
#[derive(Clone, Debug)]
pub(super) struct Package {
    bytes: Arc<[u8]>,
    /// How much of a part is unpacked at most.
    most: u64,
    parts: BTreeMap<String, Part>,
}

#[derive(Clone, Debug)]
struct Part {
    range: Range<usize>,
    packed: bool,
    /// What its bytes add up to, unpacked (CRC-32).
    sum: u32,
}

impl Package {
    /// Finds the parts. Nothing is unpacked yet.
    pub fn open(bytes: Arc<[u8]>, most: u64) -> std::result::Result<Self, FileError> {
        let archive = ZipArchive::from_slice(&*bytes).map_err(|_| UNREADABLE)?;
        let mut parts = BTreeMap::new();
        for entry in archive.entries() {
            let entry = entry.map_err(|_| UNREADABLE)?;
            if parts.len() == MAX_PARTS {
                return Err(UNREADABLE);
            }
            let packed = match entry.compression_method() {
                CompressionMethod::STORE => false,
                CompressionMethod::DEFLATE => true,
                _ => continue,
            };
            let path = entry.file_path();
            let Ok(name) = std::str::from_utf8(path.as_ref()) else { continue };
            let Ok(found) = archive.get_entry(entry.wayfinder()) else { continue };
            let (from, to) = found.compressed_data_range();
            let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
            parts.insert(normal(name), Part { range: place(from)..place(to), packed, sum: entry.crc32() });
        }
        Ok(Self { bytes, most, parts })
    }

    /// A part, to be read; none when there is no such part.
    pub fn part(&self, name: &str) -> Option<PartReader> {
        self.part_at_most(name, self.most)
    }

    /// A part that is read at once when the workbook is opened, while somebody waits.
    pub fn small(&self, name: &str) -> Option<PartReader> {
        self.part_at_most(name, self.most.min(MAX_SMALL))
    }

    fn part_at_most(&self, name: &str, left: u64) -> Option<PartReader> {
        let Part { range, packed, sum } = self.parts.get(&normal(name))?.clone();
        let slice = Cursor::new(Slice { bytes: self.bytes.clone(), range });
        let unpacking =
            if packed { Unpacking::Packed(Box::new(DeflateDecoder::new(slice))) } else { Unpacking::Plain(slice) };
        let metered = Metered { unpacking, left, at_once: MAX_AT_ONCE, sum, so_far: Crc::new() };
        Some(BufReader::with_capacity(32 * 1024, metered))
    }
}

/// Parts are named without regard to case, and with or without a stroke in front.
fn normal(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_ascii_lowercase()
}

/// Reads a part.
pub(super) type PartReader = BufReader<Metered>;

/// The packed bytes of a part, within the file's.
struct Slice {
    bytes: Arc<[u8]>,
    range: Range<usize>,
}

impl AsRef<[u8]> for Slice {
    fn as_ref(&self) -> &[u8] {
        self.bytes.get(self.range.clone()).unwrap_or_default()
    }
}

enum Unpacking {
    Plain(Cursor<Slice>),
    Packed(Box<DeflateDecoder<Cursor<Slice>>>),
}

/// Unpacks a part, and fails where it gives more than a workbook can have, whatever the archive says of its sizes, and where it
/// ends with other bytes than were packed.
pub(super) struct Metered {
    unpacking: Unpacking,
    left: u64,
    at_once: u64,
    sum: u32,
    so_far: Crc,
}

impl Metered {
    /// Begins another element or text.
    pub fn begin(&mut self) {
        self.at_once = MAX_AT_ONCE;
    }

    /// How much of the packed bytes is read, and of how much.
    pub fn progress(&self) -> (usize, usize) {
        let cursor = match &self.unpacking {
            Unpacking::Plain(cursor) => cursor,
            Unpacking::Packed(decoder) => decoder.get_ref(),
        };
        (usize::try_from(cursor.position()).unwrap_or(usize::MAX), cursor.get_ref().as_ref().len())
    }
}

impl Read for Metered {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let read = match &mut self.unpacking {
            Unpacking::Plain(cursor) => cursor.read(buffer)?,
            Unpacking::Packed(decoder) => decoder.read(buffer)?,
        };
        let taken = u64::try_from(read).unwrap_or(u64::MAX);
        let left = self.left.checked_sub(taken).zip(self.at_once.checked_sub(taken));
        let (left, at_once) = left.ok_or_else(|| Error::other("the part is larger than any workbook's"))?;
        (self.left, self.at_once) = (left, at_once);
        self.so_far.update(buffer.get(..read).unwrap_or_default());
        if read == 0 && !buffer.is_empty() && self.so_far.sum() != self.sum {
            return Err(Error::other("the part is damaged"));
        }
        Ok(read)
    }
}
