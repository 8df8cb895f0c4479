//! The pages that mailed links lead to. The server writes its links and the page reads its addresses by this one list, so
//! that no mail leads to an address that the page does not know.

/// A page that a mailed link leads to. What follows it in the address is the link's token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MailedPage {
    /// An invitation: code, name and password (S0.8).
    Invitation,
    /// A password to be chosen, or confirmed: see [`LinkPurpose`](super::LinkPurpose).
    Password,
    /// A change of the sign-in address, to be confirmed or stopped: see [`AddressStep`](super::AddressStep).
    Address,
}

impl MailedPage {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Invitation, Self::Password, Self::Address];

    /// The first part of the address.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Invitation => "invite",
            Self::Password => "password",
            Self::Address => "address",
        }
    }

    /// The address inside the page: "/invite/t0ken".
    pub fn path(self, token: &str) -> String {
        format!("/{}/{token}", self.name())
    }

    /// The whole address, for a mail; `page` is where the page lies, without a slash at its end.
    pub fn link(self, page: &str, token: &str) -> String {
        format!("{page}{}", self.path(token))
    }

    /// The page whose first part of the address this is.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mailed_link_leads_to_its_page() {
        assert_eq!(MailedPage::Password.link("https://x.io", "t0ken"), "https://x.io/password/t0ken");
        for page in MailedPage::ALL {
            assert_eq!(MailedPage::named(page.name()), Some(page));
        }
        assert_eq!(MailedPage::named("users"), None);
    }
}
