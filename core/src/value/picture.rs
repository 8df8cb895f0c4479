//! Avatars: small pictures that travel with the directory, so that they show offline.

use super::ValueError;
use serde::{Deserialize, Serialize};

/// The largest avatar, in bytes. A page scales a photo down to this before it makes the command.
pub const PICTURE_MAX: usize = 24 * 1024;

/// A PNG, JPEG or WebP image of at most 24 KiB, recognised by its first bytes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<u8>", into = "Vec<u8>")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "number[]"))]
pub struct Picture(Box<[u8]>);

impl Picture {
    /// Takes an image.
    ///
    /// # Errors
    /// [`ValueError::Empty`] or [`ValueError::NotAnImage`].
    pub fn parse(bytes: &[u8]) -> Result<Self, ValueError> {
        let known = bytes.starts_with(b"\x89PNG\r\n\x1a\n")
            || bytes.starts_with(b"\xff\xd8\xff")
            || (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"));
        match (bytes.is_empty(), known && bytes.len() <= PICTURE_MAX) {
            (true, _) => Err(ValueError::Empty),
            (_, true) => Ok(Self(bytes.into())),
            (_, false) => Err(ValueError::NotAnImage { max_kib: 24 }),
        }
    }

    /// A picture of nothing, in the place of one that is gone.
    pub fn blank() -> Self {
        Self(Box::new(*b"\xff\xd8\xff"))
    }

    /// The image file.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Its media type, for a data address.
    pub fn media_type(&self) -> &'static str {
        match self.0.first() {
            Some(0x89) => "image/png",
            Some(0xff) => "image/jpeg",
            _ => "image/webp",
        }
    }
}

impl TryFrom<Vec<u8>> for Picture {
    type Error = ValueError;
    fn try_from(bytes: Vec<u8>) -> Result<Self, Self::Error> {
        Self::parse(&bytes)
    }
}

impl From<Picture> for Vec<u8> {
    fn from(picture: Picture) -> Self {
        picture.0.into_vec()
    }
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({}, {} bytes)", self.media_type(), self.0.len())
    }
}
