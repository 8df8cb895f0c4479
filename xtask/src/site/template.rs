//! The page's templates: files with placeholders such as `__JS__`, which only the finished build can fill.
use crate::failure::{Done, Failure};
use crate::files;
use std::path::Path;

/// The templates in web/app.
pub const FILES: [&str; 3] = ["index.html", "boot.js", "sw.js"];

#[derive(Default)]
pub struct Values(Vec<(&'static str, String)>);

impl Values {
    pub fn set(&mut self, placeholder: &'static str, value: String) {
        self.0.push((placeholder, value));
    }

    /// The template's text with every placeholder filled; one that nothing fills is an error, not a broken page.
    pub fn fill(&self, folder: &Path, name: &str) -> Done<Vec<u8>> {
        let mut text = self.fill_text(&files::read_text(&folder.join(name))?);
        if name.ends_with(".js") {
            text = without_comments(&text);
        }
        match left_over(&text) {
            None => Ok(text.into_bytes()),
            Some(placeholder) => {
                Err(Failure::new(format!("{name} has the placeholder {placeholder}, which the build does not know")))
            }
        }
    }

    fn fill_text(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, (placeholder, value)| text.replace(placeholder, value))
    }
}

/// A script without its lines of comments, which nobody needs to download.
fn without_comments(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

/// A word in capitals between double underscores, if the text has one.
fn left_over(text: &str) -> Option<&str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').find(|word| {
        let inner = word.strip_prefix("__").and_then(|word| word.strip_suffix("__"));
        inner.is_some_and(|inner| !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_uppercase()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_comments_are_left_out() {
        assert_eq!(without_comments("// why\na(\"//b\"); // c\n  // d\n"), "a(\"//b\"); // c\n");
    }

    #[test]
    fn placeholders_are_filled_and_strangers_found() {
        let mut values = Values::default();
        values.set("__JS__", "/assets/a.js".to_owned());
        let text = values.fill_text("import \"__JS__\"; // __WHAT__");
        assert_eq!(text, "import \"/assets/a.js\"; // __WHAT__");
        assert_eq!(left_over(&text), Some("__WHAT__"));
        assert_eq!(left_over("obj.__proto__ and __x"), None);
    }
}
