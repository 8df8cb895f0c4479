//! E-mail addresses, and the domains that an organisation may restrict them to.

use super::{ValueError, fold, text_type};

text_type!(
    /// An e-mail address, as typed but for surrounding white space. Compared by [`Email::folded`].
    Email,
    |text| {
        let text = text.trim();
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        if text.chars().count() > 254 {
            return Err(ValueError::TooLong { max: 254 });
        }
        let options = email_address::Options::default()
            .with_required_tld()
            .without_display_text()
            .without_domain_literal();
        match email_address::EmailAddress::parse_with_options(text, options) {
            Ok(_) if !text.contains('"') => Ok(text.to_owned()),
            _ => Err(ValueError::NotAnEmail),
        }
    }
);

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
            Ok(_) => Ok(text),
            Err(_) => Err(ValueError::NotADomain),
        }
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
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
