//! Two style sheets out of many: the one that the page opens with and the one of what is fetched later. Each is joined in the
//! order that its list gives, or in name order where there is no list, and slimmed.
use crate::failure::{Done, Failure};
use crate::files;
use lightningcss::{
    printer::PrinterOptions,
    stylesheet::{MinifyOptions, ParserOptions, StyleSheet},
};
use std::path::Path;

/// The list whose `@import`s are what the page opens with.
pub const FIRST: &str = "index.css";
/// The list of what is fetched with the screens in files of their own.
pub const LATER: &str = "later.css";

pub fn gather(folder: &Path, list: &str) -> Done<Vec<u8>> {
    let index = folder.join(list);
    let text = if index.is_file() {
        inline(folder, list, &files::read_text(&index)?)?
    } else if list == LATER {
        String::new()
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
    Ok(slim(&text)?.into_bytes())
}

/// Puts each imported sheet in the place of its `@import "./x.css";` line, one level deep.
fn inline(folder: &Path, list: &str, index: &str) -> Done<String> {
    let mut joined = String::new();
    for line in index.lines() {
        match imported(line) {
            None => joined.push_str(line),
            Some((name, layer)) => {
                let path = folder.join(name);
                if !path.is_file() {
                    return Err(Failure::new(format!("{list} imports {name}, which is not in {}", folder.display())));
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

/// The same in fewer bytes. What is no style sheet fails the build, with its place in the joined sheet.
fn slim(text: &str) -> Done<String> {
    let wrong = |said: String| Failure::new(format!("the style sheet: {said}"));
    let mut sheet = StyleSheet::parse(text, ParserOptions::default()).map_err(|error| wrong(error.to_string()))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| wrong(error.to_string()))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() });
    printed.map(|printed| printed.code).map_err(|error| wrong(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_nothing_goes() {
        let sheet =
            "/* why */\na :hover ,\nb > c {\n  margin: 0 calc(1px + 2px);\n  content: \"a  ; /* b */ \\\" }\";\n}\n";
        let slimmed = slim(sheet).unwrap_or_default();
        assert_eq!(slimmed, r#"a :hover,b>c{content:"a  ; /* b */ \" }";margin:0 3px}"#.replace(r"\\", r"\"));
        assert!(slim("a { color: ").is_ok(), "an end of the file closes what is open");
        assert!(slim("a { } }").is_err());
    }

    #[test]
    fn import_lines_are_read() {
        assert_eq!(imported("@import \"./a.css\";"), Some(("a.css", None)));
        assert_eq!(imported("@import url('b.css') layer(base);"), Some(("b.css", Some("base"))));
        assert_eq!(imported("a { color: red }"), None);
    }
}
