//! What people read in the page stands in the catalogue: a text in a screen is English for everybody, for ever.
use super::{Finding, Source, code};

/// Names that browsers and examples have, which no language changes.
const NAMES: [&str; 15] = [
    "ArrowDown",
    "ArrowUp",
    "ArrowLeft",
    "ArrowRight",
    "ContextMenu",
    "Control+K Meta+K",
    "End",
    "Enter",
    "Escape",
    "Europe/Berlin",
    "Home",
    "PageDown",
    "PageUp",
    "Rollcall",
    "Windows-1252",
];

pub fn check(source: &Source, found: &mut Vec<Finding>) {
    if !source.lies_in("web/app/src") || !source.is(&["rs"]) {
        return;
    }
    let tests = source.text.find("#[cfg(test)]").unwrap_or(source.text.len());
    let text = source.text.get(..tests).unwrap_or_default();
    for (line, string) in code::strings(text) {
        if is_for_people(string) {
            let message =
                format!("“{string}” is read by people: make it a message in words/locales and say it with `t!`");
            found.push(Finding::new(source, line, message));
        }
    }
}

/// A word with a capital at its start, or a sentence. Files, whose lines end as theirs do, are for programs. Classes, ids, codes and paths of pictures are neither.
fn is_for_people(string: &str) -> bool {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    let sentence = string.contains(' ') && string.ends_with(['.', '?', '!', '…']);
    !NAMES.contains(&string) && !string.contains("\\r\\n") && (sentence || string.split_whitespace().any(capital))
}

#[cfg(test)]
mod tests {
    use super::super::said;
    use super::*;

    #[test]
    fn words_in_a_screen_are_found_and_names_of_classes_are_not() {
        let text = "//! A \"Screen\".\nlet a = view! { <p class=\"clip faint\">\"Nothing here\"</p> };\nlet key = \"Escape\";\n\
                    let path = \"M12 22s8-4 8-10V5l-8-3\";\nsay(\"saved on this device.\");\n#[cfg(test)]\nlet b = \"Fine here.\";";
        let found = said(check, "web/app/src/page/a.rs", text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("2: “Nothing here”") && found[1].starts_with("5: “saved"), "{found:?}");
        assert!(said(check, "web/client/src/a.rs", text).is_empty());
    }
}
