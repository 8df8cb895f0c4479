//! `cargo xtask fuzz …`: the property tests with fresh seeds, again and again. `cargo test` runs them with the seed of
//! `.cargo/config.toml`, so that it says the same every time; what is found here is kept as a case of its own.
//! `cargo xtask fuzz parsers …` tries the parsers, driven by what they do.
mod parsers;

use crate::failure::{Done, Failure};
use crate::run;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Where proptest reads its seed; what is set here goes before `.cargo/config.toml`.
const SEED: &str = "PROPTEST_RNG_SEED";
/// Tests of these packages draw.
const PACKAGES: [&str; 1] = ["rollcall-core"];

pub fn run(words: &[&str]) -> Done {
    if let Some((&"parsers", words)) = words.split_first() {
        return parsers::run(options(words)?.minutes);
    }
    let Options { minutes, name } = options(words)?;
    let end = Instant::now() + Duration::from_secs(60 * minutes);
    let first = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    for seed in first.. {
        println!("seed {seed}");
        let mut command = run::cargo(&["test", "--quiet"]);
        for package in PACKAGES {
            command.args(["--package", package]);
        }
        command.args(name).env(SEED, seed.to_string());
        if run::shown(&mut command, "A property").is_err() {
            let again = run::words(&command);
            return Err(Failure::new(format!(
                "seed {seed} found the case above, shrunk; `{SEED}={seed} {again}` finds it again. Keep it as a test of its own"
            )));
        }
        if Instant::now() >= end {
            println!("{} seeds, nothing found", seed - first + 1);
            break;
        }
    }
    Ok(())
}

#[derive(Debug, PartialEq, Eq)]
struct Options<'a> {
    /// Another seed is begun as long as these have not passed; at least one is tried.
    minutes: u64,
    /// Only tests with this in their name.
    name: Option<&'a str>,
}

fn options<'a>(words: &[&'a str]) -> Done<Options<'a>> {
    let minutes = |given: &str| {
        given.parse().map_err(|_| Failure::new(format!("--minutes takes a number of minutes, not `{given}`")))
    };
    match *words {
        [] => Ok(Options { minutes: 10, name: None }),
        ["--minutes"] => Err(Failure::new("--minutes needs a value after it".to_owned())),
        ["--minutes", given] => Ok(Options { minutes: minutes(given)?, name: None }),
        ["--minutes", given, name] => Ok(Options { minutes: minutes(given)?, name: Some(name) }),
        [name] => Ok(Options { minutes: 10, name: Some(name) }),
        _ => Err(Failure::new("fuzz takes `[parsers] [--minutes N] [NAME]`".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_of_fuzz() {
        let named = Options { minutes: 3, name: Some("folding") };
        assert_eq!(options(&["--minutes", "3", "folding"]).unwrap(), named);
        assert_eq!(options(&[]).unwrap(), Options { minutes: 10, name: None });
        assert!(options(&["--minutes", "many"]).is_err());
        assert!(options(&["a", "b"]).is_err());
    }

    /// What fixes the seeds of `cargo test`.
    #[test]
    fn the_seed_of_the_tests_is_fixed() {
        let config = std::fs::read_to_string(crate::places::root().join(".cargo/config.toml")).unwrap();
        assert!(config.lines().any(|line| line.starts_with(SEED)), "{config}");
    }
}
