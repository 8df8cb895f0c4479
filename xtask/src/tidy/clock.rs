//! One `now()` in the server and one in the browser: a clock read in passing can be neither tested nor agreed upon.
use super::{Finding, Source};

/// The files that read the clock.
const CLOCKS: [&str; 2] = ["server/src/clock.rs", "web/client/src/clock.rs"];
/// These measure and set up; what they read decides nothing.
const EXEMPT: [&str; 5] = ["xtask", "tests", "server/tests", "server/examples", "core/tests"];
const READS: [&str; 7] = [
    "SystemTime::now",
    "Instant::now",
    "Date::now",
    "Date::new_0",
    "Utc::now",
    "Local::now",
    "OffsetDateTime::now_utc",
];

pub fn check(source: &Source, found: &mut Vec<Finding>) {
    let exempt = CLOCKS.contains(&source.path.as_str()) || EXEMPT.iter().any(|folder| source.lies_in(folder));
    if !exempt && source.is(&["rs"]) {
        source.forbid_words(&READS, &format!("belongs in {} only: ask that clock", CLOCKS.join(" or ")), found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    #[test]
    fn only_the_clock_reads_the_clock() {
        let text = "let now = SystemTime::now();\n";
        assert!(said(check, "server/src/clock.rs", text).is_empty());
        assert!(said(check, "tests/src/a.rs", text).is_empty());
        assert!(said(check, "server/src/job/a.rs", text)[0].starts_with("1: `SystemTime::now` belongs in"));
    }
}
