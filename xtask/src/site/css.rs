//! One style sheet out of many: joined in the order that index.css lists, or in name order, and slimmed.
use crate::failure::{Done, Failure};
use crate::files;
use std::path::Path;

/// The sheet whose `@import`s give the order.
const INDEX: &str = "index.css";

pub fn gather(folder: &Path) -> Done<Vec<u8>> {
    let index = folder.join(INDEX);
    let text = if index.is_file() {
        inline(folder, &files::read_text(&index)?)?
    } else {
        let mut joined = String::new();
        for name in files::under(folder)? {
            if name.extension().is_some_and(|extension| extension == "css") {
                joined.push_str(&files::read_text(&folder.join(&name))?);
                joined.push('\n');
            }
        }
        joined
    };
    Ok(slim(&text).into_bytes())
}

/// Puts each imported sheet in the place of its `@import "./x.css";` line, one level deep.
fn inline(folder: &Path, index: &str) -> Done<String> {
    let mut joined = String::new();
    for line in index.lines() {
        match imported(line) {
            None => joined.push_str(line),
            Some((name, layer)) => {
                let path = folder.join(name);
                if !path.is_file() {
                    return Err(Failure::new(format!("{INDEX} imports {name}, which is not in {}", folder.display())));
                }
                let text = files::read_text(&path)?;
                match layer {
                    Some(layer) => joined.push_str(&format!("@layer {layer} {{\n{text}\n}}")),
                    None => joined.push_str(&text),
                }
            }
        }
        joined.push('\n');
    }
    Ok(joined)
}

/// The sheet named by an `@import` line, and its cascade layer if it says one.
fn imported(line: &str) -> Option<(&str, Option<&str>)> {
    let rest = line.trim().strip_prefix("@import")?.trim_start();
    let rest = rest.strip_prefix("url(").unwrap_or(rest).trim_start_matches(['"', '\'']);
    let end = rest.find(['"', '\'', ')'])?;
    let (name, rest) = rest.split_at(end);
    let layer = rest.split_once("layer(").and_then(|(_, rest)| rest.split(')').next());
    Some((name.trim_start_matches("./"), layer))
}

/// Drops comments and the white space that means nothing; strings stay as they are.
fn slim(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut gap = false;
    while let Some(c) = rest.next() {
        if c == '/' && rest.peek() == Some(&'*') {
            skip_comment(&mut rest);
            gap = true;
            continue;
        }
        if c.is_whitespace() {
            gap = true;
            continue;
        }
        if gap && needs_gap(out.chars().next_back(), c) {
            out.push(' ');
        }
        gap = false;
        if c == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push(c);
        if c == '"' || c == '\'' {
            copy_string(&mut rest, &mut out, c);
        }
    }
    out
}

fn skip_comment(rest: &mut impl Iterator<Item = char>) {
    let mut before = ' ';
    rest.next();
    for c in rest {
        if before == '*' && c == '/' {
            return;
        }
        before = c;
    }
}

fn copy_string(rest: &mut impl Iterator<Item = char>, out: &mut String, quote: char) {
    let mut escaped = false;
    for c in rest {
        out.push(c);
        if c == quote && !escaped {
            return;
        }
        escaped = c == '\\' && !escaped;
    }
}

/// White space around these means nothing in CSS. Not so around `:`, `+`, `>` and `(`, which depend on their place.
fn needs_gap(before: Option<char>, after: char) -> bool {
    let joins = |c: char| matches!(c, '{' | '}' | ';' | ',');
    before.is_some_and(|before| !joins(before)) && !joins(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_meaningless_space_goes() {
        let sheet =
            "/* why */\na :hover ,\nb > c {\n  margin: 0 calc(1px + 2px);\n  content: \"a  ; /* b */ \\\" }\";\n}\n";
        assert_eq!(slim(sheet), "a :hover,b > c{margin: 0 calc(1px + 2px);content: \"a  ; /* b */ \\\" }\"}");
    }

    #[test]
    fn import_lines_are_read() {
        assert_eq!(imported("@import \"./a.css\";"), Some(("a.css", None)));
        assert_eq!(imported("@import url('b.css') layer(base);"), Some(("b.css", Some("base"))));
        assert_eq!(imported("a { color: red }"), None);
    }
}
