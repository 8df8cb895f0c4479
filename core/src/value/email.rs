//! E-mail addresses, and the domains that an organisation may restrict them to.

use super::{
    ValueError,
    fold::{fold_domain, fold_mailbox},
    text::without_invisible,
    text_type,
};

text_type!(
    /// An e-mail address, as typed but for surrounding white space and invisible characters, which no mailbox is told apart by.
    /// Compared by [`Email::folded`].
    Email,
    |text| {
        let text = text.trim();
        if is_plain(text) {
            return Ok(text.into());
        }
        let text = without_invisible(text);
        let text = text.trim();
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        if text.chars().count() > 254 {
            return Err(ValueError::TooLong { max: 254 });
        }
        match email_address::EmailAddress::parse_with_options(text, options()) {
            Ok(_) if !text.contains('"') => Ok(text.to_owned().into()),
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
    /// The form in which addresses are compared (domain.md, 2.6): without case, the domain in Unicode. Compatibility forms and
    /// `ß` are not folded: `straße@` and `strasse@` may be two people's mailboxes, and whoever reads one gets the links.
    pub fn folded(&self) -> String {
        let (local, domain) = self.as_str().rsplit_once('@').unwrap_or((self.as_str(), ""));
        let mut folded = fold_mailbox(local);
        folded.push('@');
        fold_domain(domain, &mut folded);
        folded
    }

    /// The folded part behind the `@`.
    pub fn domain(&self) -> String {
        let folded = self.folded();
        folded.rsplit('@').next().unwrap_or_default().to_owned()
    }
}

text_type!(
    /// A domain name such as `example.com`, in lower case and in Unicode.
    Domain,
    |typed| {
        let mut text = String::new();
        fold_domain(without_invisible(typed).trim().trim_start_matches('@'), &mut text);
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        match Email::parse(&format!("a@{text}")) {
            Ok(_) => Ok(text.into()),
            Err(_) => Err(ValueError::NotADomain),
        }
    }
);

impl Email {
    /// Stands where an address was erased: reserved for never being anybody's (RFC 2606).
    pub(crate) fn erased() -> Self {
        Self("erased@erased.invalid".into())
    }
}

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
        assert_eq!(Email::parse("\u{200B}ann\u{AD}@x.io\u{FEFF}").map(String::from), Err(ValueError::NotAnEmail));
        assert_eq!(Email::parse("\u{200B}ann\u{AD}@x.io").map(String::from).as_deref(), Ok("ann@x.io"));
        // Each letter of it moves those behind it: minutes for a megabyte, if anybody looked.
        let long = format!("xn--{}-{}", "b".repeat(500_000), "a".repeat(500_000));
        assert_eq!(Domain::parse(&long), Err(ValueError::NotADomain));
        assert_eq!(Domain::parse("@XN--mnchen-3ya.DE").map(String::from).as_deref(), Ok("münchen.de"));
    }

    #[test]
    fn one_mailbox_has_one_form() {
        let folded = |text: &str| Email::parse(text).map(|email| email.folded());
        for (one, other) in [
            ("ann@münchen.de", "ANN@xn--mnchen-3ya.de"),
            ("ann@MÜNCHEN.de", "ann@XN--MNCHEN-3YA.DE"),
            ("ann@ｍünchen.de", "ann@münchen.de"),
            ("ÜNAL@x.io", "ünal@x.io"),
            ("ann@例え.jp", "ann@xn--r8jz45g.jp"),
        ] {
            assert!(folded(one).is_ok(), "{one}");
            assert_eq!(folded(one), folded(other), "{one} {other}");
        }
        for (one, other) in [
            ("straße@x.io", "strasse@x.io"),
            ("ａnn@x.io", "ann@x.io"),
            ("ann@straße.de", "ann@strasse.de"),
            ("ann@xn--a.de", "ann@a.de"),
            ("ann@xn--abc-.de", "ann@abc.de"),
        ] {
            assert_ne!(folded(one), folded(other), "{one} {other}");
        }
    }
}
