//! One form for what keyboards write in several ways.

use icu_normalizer::ComposingNormalizerBorrowed;

/// The form in which a password is hashed, and judged: NFKC (NIST SP 800-63B).
pub(super) fn normal(password: &str) -> String {
    ComposingNormalizerBorrowed::new_nfkc().normalize(password).into_owned()
}
