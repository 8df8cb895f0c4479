//! Numbers of workbooks, in figures.

/// From here on a workbook keeps no more than fifteen digits of a number: what comes behind them is lost.
const TOO_LONG: f64 = 1e15;
/// The digits that a workbook keeps.
const KEPT: usize = 15;

/// A number as it is: without a power of ten, and without the noise behind its fifteenth digit. One that has lost digits is marked
/// with U+FFFD: a long number that isn't kept as text can't be told any more.
pub(super) fn general(written: &str, value: f64) -> String {
    if value.abs() >= TOO_LONG || !value.is_finite() {
        return format!("{}{written}", char::REPLACEMENT_CHARACTER);
    }
    let digits = written.strip_prefix('-').unwrap_or(written);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return written.to_owned();
    }
    let whole = format!("{:.0}", value.abs().trunc()).len();
    let text = format!("{value:.*}", KEPT.saturating_sub(whole));
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if matches!(text, "0" | "-0") && value != 0.0 { written.to_owned() } else { text.to_owned() }
}

/// A number with so many digits behind its point; none where it has lost digits.
pub(super) fn rounded(value: f64, decimals: usize) -> Option<String> {
    // What is nearest to 1.005 lies below it, and a workbook shows 1.01.
    let nudged = value + value * f64::EPSILON;
    (value < TOO_LONG).then(|| format!("{nudged:.*}", decimals.min(30)))
}
