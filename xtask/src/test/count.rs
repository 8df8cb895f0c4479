//! Counts of tests, read from the closing lines of cargo's and Node's runners.
use std::fmt;
use std::ops::AddAssign;

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub passed: u64,
    pub failed: u64,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// `test result: ok. 3 passed; 0 failed; …` of one test binary.
pub fn from_cargo(line: &str) -> Count {
    let Some(rest) = line.strip_prefix("test result:") else {
        return Count::default();
    };
    let of = |word: &str| {
        let before = rest.split(word).next()?;
        before.split_whitespace().next_back()?.parse().ok()
    };
    Count { passed: of(" passed").unwrap_or(0), failed: of(" failed").unwrap_or(0) }
}

/// `ℹ pass 3` or `# pass 3` of Node's runner. A test that was cancelled has not passed.
pub fn from_node(line: &str) -> Count {
    let Some(rest) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# ")) else {
        return Count::default();
    };
    let mut words = rest.split_whitespace();
    let (Some(word), Some(number), None) = (words.next(), words.next(), words.next()) else {
        return Count::default();
    };
    let number = number.parse().unwrap_or(0);
    match word {
        "pass" => Count { passed: number, failed: 0 },
        "fail" | "cancelled" => Count { passed: 0, failed: number },
        _ => Count::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_s_closing_line() {
        let line = "test result: FAILED. 12 passed; 2 failed; 0 ignored; 0 measured; 1 filtered out; finished in 0.1s";
        assert_eq!(from_cargo(line), Count { passed: 12, failed: 2 });
        assert_eq!(from_cargo("test a::b ... ok"), Count::default());
    }

    #[test]
    fn node_s_closing_lines() {
        assert_eq!(from_node("ℹ pass 7"), Count { passed: 7, failed: 0 });
        assert_eq!(from_node("# fail 2"), Count { passed: 0, failed: 2 });
        assert_eq!(from_node("ℹ cancelled 1"), Count { passed: 0, failed: 1 });
        assert_eq!(from_node("ℹ tests 9"), Count::default());
        assert_eq!(from_node("# pass the salt"), Count::default());
    }
}
