//! Cells that a spreadsheet would run as a formula are written with an apostrophe in front (invariant 16), and the
//! apostrophe is taken away again on import, so that export and import together change nothing.

/// Whether a spreadsheet may run a cell that starts with this character (OWASP, "CSV Injection"; the wide forms are
/// read as the narrow ones in East Asian settings).
const fn runs_from(first: char) -> bool {
    matches!(first, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// Whether a spreadsheet may run the cell when it is edited.
pub(super) fn runs(cell: &str) -> bool {
    cell.starts_with(runs_from)
}

/// Whether the cell, after any apostrophes, starts with a character that runs.
fn runs_behind_apostrophes(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(runs_from)
}

/// The cell as it is written: it never starts with a character that runs, and [`restore`] gives it back.
pub fn neutralise(cell: &str) -> std::borrow::Cow<'_, str> {
    if runs_behind_apostrophes(cell) { format!("'{cell}").into() } else { cell.into() }
}

/// The cell as it was before [`neutralise`]. Other apostrophes, as in `'s-Gravenhage`, stay.
pub fn restore(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if runs_behind_apostrophes(rest) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_run_are_defused() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+49 30 1", "'+49 30 1"),
            ("-", "'-"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("''=1", "'''=1"),
            ("'s-Gravenhage", "'s-Gravenhage"),
            ("a=1", "a=1"),
            ("'", "'"),
            ("", ""),
        ] {
            assert_eq!(neutralise(cell), written);
            assert_eq!(restore(written), cell);
        }
    }
}
