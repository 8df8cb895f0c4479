//! One `now()` in the server and one in the browser, and one place where the server draws randomness: a clock read in passing
//! can be neither tested nor agreed upon, and a random number drawn in passing can't be reproduced.
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

/// Where the server draws randomness.
const RANDOM: &str = "server/src/random.rs";

pub fn check(source: &Source, found: &mut Vec<Finding>) {
    let exempt = CLOCKS.contains(&source.path.as_str()) || EXEMPT.iter().any(|folder| source.lies_in(folder));
    if !exempt && source.is(&["rs"]) {
        source.forbid_words(&READS, &format!("belongs in {} only: ask that clock", CLOCKS.join(" or ")), found);
    }
    if source.path != RANDOM && source.lies_in("server/src") && source.is(&["rs"]) {
        source.forbid_words(&["getrandom"], &format!("belongs in {RANDOM} only: draw from `Clock::random`"), found);
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
        let text_of_lots = "getrandom::fill(bytes);\n";
        assert!(said(check, RANDOM, text_of_lots).is_empty());
        assert!(said(check, "server/src/outbound/a.rs", text_of_lots)[0].starts_with("1: `getrandom` belongs in"));
        assert!(said(check, "server/src/outbound/a.rs", text)[0].starts_with("1: `SystemTime::now` belongs in"));
    }
}
