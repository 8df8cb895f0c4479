//! E-mail addresses, and the domains that an organisation may restrict them to.

use super::{ValueError, fold, text_type};

text_type!(
    /// An e-mail address, as typed but for surrounding white space. Compared by [`Email::folded`].
    Email,
    |text| {
        let text = text.trim();
        if is_plain(text) {
            return Ok(text.into());
        }
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        if text.chars().count() > 254 {
            return Err(ValueError::TooLong { max: 254 });
        }
        match email_address::EmailAddress::parse_with_options(text, options()) {
            Ok(_) if !text.contains('"') => Ok(text.into()),
            _ => Err(ValueError::NotAnEmail),
        }
    }
);

fn options() -> email_address::Options {
    email_address::Options::default().with_required_tld().without_display_text().without_domain_literal()
}

/// Whether this is an address of the most common form, for certain: plain ASCII words with dots between, and a domain of
/// two labels or more. Others are looked at by the whole grammar, which takes ten times as long.
fn is_plain(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let word = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'+'))
    };
    let label = |part: &str| {
        let edge = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let bytes = part.as_bytes();
        part.len() < 64
            && edge(bytes.first())
            && edge(bytes.last())
            && bytes.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-')
    };
    text.len() <= 254
        && local.len() <= 64
        && local.split('.').all(word)
        && domain.contains('.')
        && domain.split('.').all(label)
}

impl Email {
    /// The form in which addresses are compared: case-folded as a whole (domain.md, 2.6).
    pub fn folded(&self) -> String {
        fold(self.as_str())
    }

    /// The folded part behind the `@`.
    pub fn domain(&self) -> String {
        let folded = self.folded();
        folded.rsplit('@').next().unwrap_or_default().to_owned()
    }
}

text_type!(
    /// A domain name such as `example.com`, in lower case.
    Domain,
    |text| {
        let text = fold(text.trim().trim_start_matches('@'));
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        match Email::parse(&format!("a@{text}")) {
            Ok(_) => Ok(text.into()),
            Err(_) => Err(ValueError::NotADomain),
        }
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn the_short_way_takes_only_what_the_whole_grammar_takes(
            text in "[a-zA-Z0-9.@_+ é-]{0,12}@[a-zA-Z0-9.@_é-]{0,70}[.][a-z0-9-]{0,3}|[a-z]{1,3}[a-z.]{60,66}@a[.]io"
        ) {
            if is_plain(&text) {
                proptest::prop_assert!(email_address::EmailAddress::parse_with_options(&text, options()).is_ok());
            }
        }
    }

    #[test]
    fn addresses() {
        for plain in ["ann@example.com", "Ann.Lee+x@Example.co.uk", "a_b-c@x-y.io"] {
            assert!(is_plain(plain), "{plain}");
        }
        for good in ["ann@example.com", " Ann.Lee+x@Example.co.uk ", "ünal@exämple.de"] {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "ann",
            "ann@",
            "@x.io",
            "ann@x",
            "a b@x.io",
            "ann@x..io",
            "Ann <ann@x.io>",
            "\"a b\"@x.io",
            "a@[127.0.0.1]",
        ] {
            assert!(Email::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(Email::parse("ANN@X.io").map(|e| e.folded()).as_deref(), Ok("ann@x.io"));
        assert_eq!(Email::parse("ANN@X.io").map(|e| e.domain()).as_deref(), Ok("x.io"));
    }
}
