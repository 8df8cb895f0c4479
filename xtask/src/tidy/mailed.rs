//! Every address that the server mails is a page: links come from the core's one list of mailed pages, which the page reads
//! its addresses by, and are never put together by hand.
use super::{Finding, Source};

/// Where mails and their links are made.
const FOLDERS: [&str; 2] = ["server/src/identity", "server/src/outbound"];
/// A link put together by hand: what follows the address of the page is a path.
const BY_HAND: [&str; 2] = ["\"{}/", "{page}/"];

pub fn check(source: &Source, found: &mut Vec<Finding>) {
    if !source.is(&["rs"]) || !FOLDERS.iter().any(|folder| source.lies_in(folder)) {
        return;
    }
    // The insides of strings are what counts here, so this reads the text and not the code.
    for (number, line) in (1..).zip(source.text.lines()) {
        let comment = line.trim_start().starts_with("//");
        if !comment && BY_HAND.iter().any(|part| line.contains(part)) {
            found.push(Finding::new(source, number, "a link put together by hand: take it from `MailedPage::link`"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    #[test]
    fn a_mailed_link_comes_from_the_list() {
        let file = "server/src/identity/account/links.rs";
        assert_eq!(said(check, file, "let link = format!(\"{}/reset/{}\", self.page, token);\n").len(), 1);
        assert_eq!(said(check, file, "let link = format!(\"{page}/reset\");\n").len(), 1);
        assert!(said(check, file, "let link = MailedPage::Password.link(&self.page, token);\n").is_empty());
        assert!(said(check, file, "// not \"{}/reset\"\n").is_empty());
        assert!(said(check, "server/src/serve.rs", "format!(\"{}/\", page)\n").is_empty());
    }
}
