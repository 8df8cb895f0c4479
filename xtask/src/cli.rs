//! The commands and their options. A small match, because a parser crate would be compiled cold on every fresh clone.
use crate::failure::{Done, Failure};
use crate::{audit, bench, fuzz, npm, screenshots, simulate, site, start, test, tidy};

const HELP: &str = "\
cargo xtask start [--port 8080] [--data DIR] [--users N] [--no-serve]
                            set up, build and serve Rollcall on 127.0.0.1
cargo xtask test [rust|js|browser|tidy]
                            set up and run every test, or one part
cargo xtask tidy            check the rules of the tree that no compiler checks
cargo xtask audit           look at what we did not write: licences, sources, known vulnerabilities
cargo xtask bench [NAME…]   measure, and write docs/benchmarks.md
cargo xtask simulate [--seeds N] [--first S] [--seed S] [--steps N] [--trace]
                            try devices and servers in a world where everything goes wrong (docs/simulator.md)
cargo xtask fuzz [--minutes N] [NAME]
                            run the property tests with fresh seeds, those of a name or all
cargo xtask screenshots     take pictures of every screen: docs/screenshots, and the target folder
cargo xtask site            build the page into target/site
cargo xtask npm             build the npm package into target/npm";

pub fn run(arguments: Vec<String>) -> Done {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.split_first() {
        Some((&"start", rest)) => start::run(&start_options(rest)?),
        Some((&"test", [])) => test::run(&test::Part::ALL),
        Some((&"test", parts)) => {
            test::run(&parts.iter().map(|part| test::Part::parse(part)).collect::<Done<Vec<_>>>()?)
        }
        Some((&"tidy", [])) => tidy::run(),
        Some((&"audit", [])) => audit::run(),
        Some((&"bench", names)) => bench::run(names),
        Some((&"simulate", rest)) => simulate::run(rest),
        Some((&"fuzz", rest)) => fuzz::run(rest),
        Some((&"screenshots", [])) => screenshots::run(),
        Some((&"site", [])) => site::build_with_set_up().map(drop),
        Some((&"npm", [])) => npm::build_with_set_up().map(drop),
        Some((&test::postgres::GUARD, [folder])) => {
            test::postgres::guard(std::path::Path::new(folder));
            Ok(())
        }
        Some((&("help" | "--help" | "-h"), _)) => {
            println!("{HELP}");
            Ok(())
        }
        None => Err(Failure::new(format!("say what to do:\n{HELP}"))),
        Some((word, _)) => Err(Failure::new(format!("`{word}` is not understood here:\n{HELP}"))),
    }
}

fn start_options(words: &[&str]) -> Done<start::Options> {
    let mut options = start::Options::default();
    let mut words = words.iter();
    while let Some(&word) = words.next() {
        match word {
            "--no-serve" => options.serve = false,
            "--port" => {
                let given = value(&mut words, "--port")?;
                options.port = given
                    .parse()
                    .map_err(|_| Failure::new(format!("--port takes a number up to 65535, not `{given}`")))?;
            }
            "--users" => {
                let given = value(&mut words, "--users")?;
                let users =
                    given.parse().map_err(|_| Failure::new(format!("--users takes a number, not `{given}`")))?;
                options.users = Some(users);
            }
            "--data" => options.data = value(&mut words, "--data")?.into(),
            _ => {
                return Err(Failure::new(format!("`start` does not know `{word}`:\n{HELP}")));
            }
        }
    }
    Ok(options)
}

fn value<'a>(words: &mut impl Iterator<Item = &'a &'a str>, option: &str) -> Done<&'a str> {
    let missing = || Failure::new(format!("{option} needs a value after it"));
    words.next().copied().ok_or_else(missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_of_start() {
        let options =
            start_options(&["--port", "9000", "--no-serve", "--data", "elsewhere", "--users", "500"]).unwrap();
        assert_eq!((options.port, options.serve, options.data.to_str()), (9000, false, Some("elsewhere")));
        assert_eq!(options.users, Some(500));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        let said = |words: &[&str]| start_options(words).err().map(|failure| failure.to_string()).unwrap();
        assert!(said(&["--port", "many"]).starts_with("--port takes a number up to 65535, not `many`"));
        assert!(said(&["--users", "many"]).starts_with("--users takes a number, not `many`"));
        assert!(said(&["--port"]).starts_with("--port needs a value"));
        assert!(said(&["--speed"]).starts_with("`start` does not know `--speed`"));
        let unknown = run(vec!["dance".to_owned()]).unwrap_err().to_string();
        assert!(unknown.starts_with("`dance` is not understood here"));
    }
}
