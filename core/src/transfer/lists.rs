//! Several names in one cell: `Sales; Support`. A name that has a separator in it stands in quotation marks, as in CSV, so that what
//! was written is read as the same names.

/// What may separate names in a file, and what is for quoting them.
const SPECIAL: [char; 6] = [';', '|', ',', '\r', '\n', '"'];

/// Names in one cell, each once, sorted. `is_name` says whether a text is a name itself: such a one would be taken for that.
pub(super) fn join<'n>(names: impl Iterator<Item = &'n str>, is_name: impl Fn(&str) -> bool) -> String {
    let names: std::collections::BTreeSet<&str> = names.collect();
    let written = |all: bool| {
        let one = |name: &&str| if all || name.contains(SPECIAL) { quoted(name) } else { (*name).to_owned() };
        names.iter().map(one).collect::<Vec<_>>().join("; ")
    };
    let plain = written(false);
    if names.len() > 1 && is_name(&plain) { written(true) } else { plain }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The names in a cell of which some are in quotation marks; none when none are, or the marks don't fit.
pub(super) fn split_quoted(cell: &str) -> Option<Vec<String>> {
    if !cell.contains('"') {
        return None;
    }
    let (mut names, mut rest, mut any) = (Vec::new(), cell.trim(), false);
    while !rest.is_empty() {
        let name = match rest.strip_prefix('"') {
            Some(inner) => {
                any = true;
                let (name, behind) = unquoted(inner)?;
                rest = behind.trim_start();
                name
            }
            None => {
                let end = rest.find(';').unwrap_or(rest.len());
                let (name, behind) = rest.split_at_checked(end)?;
                rest = behind;
                name.trim().to_owned()
            }
        };
        if !name.is_empty() {
            names.push(name);
        }
        rest = match rest.strip_prefix(';') {
            Some(behind) => behind.trim_start(),
            None if rest.is_empty() => rest,
            None => return None,
        };
    }
    any.then_some(names)
}

/// A name up to its closing quotation mark, and what stands behind that.
fn unquoted(inner: &str) -> Option<(String, &str)> {
    let mut name = String::new();
    let mut rest = inner;
    loop {
        let (before, behind) = rest.split_once('"')?;
        name.push_str(before);
        match behind.strip_prefix('"') {
            Some(more) => {
                name.push('"');
                rest = more;
            }
            None => return Some((name, behind)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_joined_is_split() {
        let none = |_: &str| false;
        for (names, cell) in [
            (&["Sales"][..], "Sales"),
            (&["A", "B"], "A; B"),
            (&["A", "B; C"], "A; \"B; C\""),
            (&["R&D, Wien"], "\"R&D, Wien\""),
            (&["The \"best\""], "\"The \"\"best\"\"\""),
            (&["a|b", "c"], "\"a|b\"; c"),
        ] {
            assert_eq!(join(names.iter().copied(), none), cell);
            let split = split_quoted(cell);
            assert_eq!(split.is_some(), cell.contains('"'), "{cell}");
            if let Some(split) = split {
                assert_eq!(split, names, "{cell}");
            }
        }
        assert_eq!(join(["A", "B"].into_iter(), |name| name == "A; B"), "\"A\"; \"B\"");
    }

    #[test]
    fn marks_that_do_not_fit_quote_nothing() {
        for cell in ["\"A", "\"A\" B", "A \"B\"", "12\" pipes", "\"\"\""] {
            assert_eq!(split_quoted(cell), None, "{cell}");
        }
    }
}
