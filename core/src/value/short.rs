//! Texts of a few plain characters, such as an extension, kept in as many bytes, so that a hundred thousand of them
//! cost no allocation each.

/// At most `N` bytes of ASCII without NUL. Ordered as text is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Short<const N: usize>([u8; N]);

impl<const N: usize> Short<N> {
    pub(super) fn as_str(&self) -> &str {
        let text = self.0.split(|byte| *byte == 0).next().unwrap_or_default();
        std::str::from_utf8(text).unwrap_or_default()
    }
}

impl<const N: usize> From<&str> for Short<N> {
    /// The values that are kept so check their length and characters before.
    fn from(text: &str) -> Self {
        let mut bytes = [0; N];
        for (kept, byte) in bytes.iter_mut().zip(text.bytes()) {
            *kept = byte;
        }
        Self(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_text_and_order() {
        let texts = ["", "1", "10", "100", "2", "42424242"];
        for text in texts {
            assert_eq!(Short::<8>::from(text).as_str(), text);
        }
        assert!(texts.map(Short::<8>::from).is_sorted());
    }
}
