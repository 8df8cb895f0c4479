//! Tells code from comments and strings, line for line, so that a check can look at code alone.

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Rust,
    Js,
}

/// The text with comments and the insides of strings replaced by spaces. Line breaks stay, so line numbers hold.
pub fn blank(text: &str, language: Language) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = skip(rest, c, language);
        match skipped {
            Some(length) => {
                let (inside, after) = rest.split_at(length);
                out.extend(inside.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
                rest = after;
            }
            None => {
                // A whole word at once: the `r` of `for"` does not begin a raw string.
                let word = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
                let (word, after) = rest.split_at(word.max(c.len_utf8()));
                out.push_str(word);
                rest = after;
            }
        }
    }
    out
}

/// The strings of a Rust text, each with the line where it begins.
pub fn strings(text: &str) -> Vec<(usize, &str)> {
    let (mut found, mut rest, mut line) = (Vec::new(), text, 1);
    while let Some(c) = rest.chars().next() {
        let skipped = skip(rest, c, Language::Rust);
        let length =
            skipped.unwrap_or_else(|| rest.find(|c: char| !is_word(c)).unwrap_or(rest.len()).max(c.len_utf8()));
        let (inside, after) = rest.split_at(length);
        if skipped.is_some() && c == '"' {
            found.push((line, inside.trim_matches('"')));
        }
        line += inside.matches('\n').count();
        rest = after;
    }
    found
}

/// The length of the comment or string that begins here, if one does.
fn skip(rest: &str, c: char, language: Language) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(rest.find("*/").map_or(rest.len(), |end| end + 2));
    }
    if c == '"' || (language == Language::Js && matches!(c, '\'' | '`')) {
        return Some(quoted(rest, c));
    }
    if language == Language::Rust {
        return raw(rest).or_else(|| character(rest, c));
    }
    None
}

/// The length of a string with escapes, both quotes included.
fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if c == quote && !escaped {
            return at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    rest.len()
}

/// The length of a raw string such as `r#"…"#`.
fn raw(rest: &str) -> Option<usize> {
    let body = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = body.len() - body.trim_start_matches('#').len();
    let inside = body.trim_start_matches('#').strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let end = inside.find(&close)?;
    Some(rest.len() - inside.len() + end + close.len())
}

/// The length of a character such as `'"'` or `'\n'`; none for a lifetime.
fn character(rest: &str, c: char) -> Option<usize> {
    if c != '\'' {
        return None;
    }
    let inside: Vec<(usize, char)> = rest.char_indices().skip(1).take(12).collect();
    match (inside.first()?.1, inside.get(1)?.1) {
        ('\\', _) => inside.iter().skip(2).find(|(_, c)| *c == '\'').map(|(at, _)| at + 1),
        (_, '\'') => inside.get(1).map(|(at, _)| at + 1),
        _ => None,
    }
}

/// Whether the line has these characters not as part of a longer name.
pub fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, found)| {
        let (before, rest) = line.split_at(at);
        let after = rest.get(found.len()..).and_then(|rest| rest.chars().next());
        let clear = |edge: Option<char>, neighbour: Option<char>| {
            !(edge.is_some_and(is_word) && neighbour.is_some_and(is_word))
        };
        clear(word.chars().next(), before.chars().next_back()) && clear(word.chars().next_back(), after)
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_are_blanked_and_lines_stay() {
        let text = "let a = \"x // \\\" y\"; // b\n/* c\nd */ let e = '\"'; f::<'g>(r#\"h\"i\"#); for\"\"";
        let code = blank(text, Language::Rust);
        let words: Vec<&str> = code.split_whitespace().collect();
        assert_eq!(words, ["let", "a", "=", ";", "let", "e", "=", ";", "f::<'g>(", ");", "for"]);
        assert_eq!(code.lines().count(), text.lines().count());
    }

    #[test]
    fn js_has_more_quotes() {
        let code = blank("a('b', `c\nd`) // e", Language::Js);
        assert_eq!(code.split_whitespace().collect::<Vec<_>>(), ["a(", ",", ")"]);
    }

    #[test]
    fn words_are_whole() {
        assert!(has_word("pub async fn", "async"));
        assert!(!has_word("is_async()", "async"));
        assert!(has_word("use std::fs;", "std::fs"));
        assert!(!has_word("std::fsx", "std::fs"));
        assert!(has_word("x.only(", ".only("));
    }
}
