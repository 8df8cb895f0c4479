//! The stored form of records and changes: one version byte, then postcard. Older versions are upgraded on reading,
//! one step a file, when there are any.

mod kinds;
mod weight;

pub(crate) use weight::kib;

pub use kinds::{decode_changes, decode_kind};

use fnv::FnvHasher;
use postcard::ser_flavors::{Flavor, Size};
use serde::{
    Serialize,
    de::{DeserializeOwned, DeserializeSeed},
};
use std::hash::Hasher;

/// The version that is written.
pub const STORED_VERSION: u8 = 1;

/// Bytes that can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Written by a later version of Rollcall: in this format, or in the known one with a kind of record that isn't known.
    #[error("written by a later version of Rollcall (format {0})")]
    Newer(u8),
    /// Cut short or altered.
    #[error("damaged")]
    Damaged,
}

/// The stored form of a value: a record, a list of changes, a command, a protocol message.
pub fn encode<T: Serialize>(value: &T) -> Vec<u8> {
    // Writing into a growing vector fails only for types that serde can't count, and the core has none.
    postcard::to_extend(value, vec![STORED_VERSION]).unwrap_or_default()
}

/// A number for a value: FNV-1a, 64 bit, over its stored form. It is part of the protocol and of what browsers store: the same
/// on every machine, it may never change for the same value.
pub fn hash<T: Serialize>(value: &T) -> u64 {
    let mut hash = FnvHasher::default();
    hash.write(&encode(value));
    hash.finish()
}

/// The stored form of a value, unless it is longer than so many bytes: then the rest is not even written.
pub fn encode_within<T: Serialize>(value: &T, most: usize) -> Option<Vec<u8>> {
    postcard::serialize_with_flavor(value, Within { bytes: vec![STORED_VERSION], most }).ok()
}

/// How many bytes the stored form of a value has.
pub fn size<T: Serialize>(value: &T) -> usize {
    postcard::serialize_with_flavor(value, Size::default()).map_or(0, |bytes| bytes.saturating_add(1))
}

/// Takes so many bytes and no more.
struct Within {
    bytes: Vec<u8>,
    most: usize,
}

impl Flavor for Within {
    type Output = Vec<u8>;

    fn try_extend(&mut self, data: &[u8]) -> postcard::Result<()> {
        if self.bytes.len().saturating_add(data.len()) > self.most {
            return Err(postcard::Error::SerializeBufferFull);
        }
        self.bytes.extend_from_slice(data);
        Ok(())
    }

    fn try_push(&mut self, data: u8) -> postcard::Result<()> {
        self.try_extend(&[data])
    }

    fn finalize(self) -> postcard::Result<Vec<u8>> {
        Ok(self.bytes)
    }
}

/// Reads a stored form.
///
/// # Errors
/// [`Unreadable`] when it is from a later version or damaged.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    match postcard::take_from_bytes(versioned(bytes)?) {
        Ok((value, [])) => Ok(value),
        _ => Err(Unreadable::Damaged),
    }
}

/// Reads a value with which a stored form begins, whatever follows.
///
/// # Errors
/// [`Unreadable`] when it is from a later version or damaged.
pub fn decode_start<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    postcard::take_from_bytes(versioned(bytes)?).map(|(value, _)| value).map_err(|_| Unreadable::Damaged)
}

/// Reads a stored form whose layout depends on what is known besides, such as a command of an older version.
///
/// # Errors
/// [`Unreadable`] when it is from a later version or damaged.
pub fn decode_as<S: for<'de> DeserializeSeed<'de, Value = T>, T>(seed: S, bytes: &[u8]) -> Result<T, Unreadable> {
    let mut reader = postcard::Deserializer::from_bytes(versioned(bytes)?);
    match (seed.deserialize(&mut reader), reader.finalize()) {
        (Ok(value), Ok([])) => Ok(value),
        _ => Err(Unreadable::Damaged),
    }
}

/// What follows the version.
fn versioned(bytes: &[u8]) -> Result<&[u8], Unreadable> {
    match bytes.split_first() {
        Some((&STORED_VERSION, rest)) => Ok(rest),
        Some((&version, _)) if version > STORED_VERSION => Err(Unreadable::Newer(version)),
        _ => Err(Unreadable::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_as_long_as_it_is_written_or_not_written() {
        for value in [Vec::new(), vec!["a".to_owned(); 300], vec!["x".repeat(300)]] {
            let written = encode(&value);
            assert_eq!(size(&value), written.len());
            assert_eq!(encode_within(&value, written.len()), Some(written.clone()));
            assert_eq!(encode_within(&value, written.len() - 1), None);
        }
    }
}
