//! `cargo xtask audit`: what we did not write. Licences and sources of dependencies are looked at offline; known
//! vulnerabilities and yanked versions take the advisory databases, and without them the audit fails and says so.
use crate::failure::{Done, Failure};
use crate::step::{Outcome, step};
use crate::{files, places, run};
use std::collections::BTreeMap;
use std::process::Command;

/// Licences under which a program of ours may contain somebody's code.
const LICENCES: [&str; 10] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Zlib",
];
/// Where packages come from.
const CRATES: &str = "registry+https://github.com/rust-lang/crates.io-index";
const NPM: &str = "https://registry.npmjs.org/";

const CARGO_AUDIT: &str = "Known vulnerabilities of crates (cargo audit)";
const NPM_AUDIT: &str = "Known vulnerabilities of npm packages (npm audit)";

/// One look, which says what it found.
type Audit = fn() -> Done<Outcome>;

/// Looks at everything, and fails with a sentence for each thing that is wrong or could not be looked at.
pub fn run() -> Done {
    let audits: [(&str, Audit); 4] = [
        ("Licences of crates", licences),
        ("Sources of packages", sources),
        (CARGO_AUDIT, cargo_audit),
        (NPM_AUDIT, npm_audit),
    ];
    let mut wrong = Vec::new();
    for (title, audit) in audits {
        if let Err(failure) = step(title, || audit().map(|outcome| (outcome, ()))) {
            wrong.push(failure.to_string());
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Failure::new(wrong.join("\n"))) }
}

/// Of all crates that this machine's programs and their tests are built from.
fn licences() -> Done<Outcome> {
    let host = run::captured(run::command("rustc").args(["--print", "host-tuple"]), "Asking rustc for its platform")?;
    let arguments = ["metadata", "--locked", "--format-version", "1", "--filter-platform", host.trim()];
    let metadata = run::captured(&mut run::cargo(&arguments), "Reading the dependencies")?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)
        .map_err(|error| Failure::new(format!("cargo metadata is not what this program reads: {error}")))?;
    let packages =
        metadata.get("packages").and_then(serde_json::Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let text = |package: &serde_json::Value, key: &str| {
        package.get(key).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
    };
    let refused: Vec<String> = packages
        .iter()
        .filter(|package| !fits(&text(package, "license")))
        .map(|package| format!("{} ({})", text(package, "name"), text(package, "license")))
        .collect();
    if packages.is_empty() {
        return Err(Failure::new("cargo metadata told of no package"));
    }
    if !refused.is_empty() {
        let list = refused.join(", ");
        return Err(Failure::new(format!(
            "these crates have no licence of the list in xtask/src/audit.rs: {list}. Use others, or add the licence"
        )));
    }
    Ok(Outcome::Note(format!("{} crates", packages.len())))
}

/// Whether an SPDX expression leaves a licence of the list to choose in each of its parts.
fn fits(expression: &str) -> bool {
    let bare = |part: &str| part.trim().trim_start_matches('(').trim_end_matches(')').trim().to_owned();
    let any = |part: &str| part.replace('/', " OR ").split(" OR ").any(|one| LICENCES.contains(&bare(one).as_str()));
    expression.split(" AND ").all(any)
}

/// Each package comes from the registry, and which are there in several versions.
fn sources() -> Done<Outcome> {
    let crates = files::read_text(&places::root().join("Cargo.lock"))?;
    let npm = files::read_text(&places::root().join("tests/package-lock.json"))?;
    let foreign = foreign(&crates, &npm);
    if foreign.is_empty() {
        return Ok(Outcome::Note(format!("{} crates in several versions", repeated(&crates))));
    }
    let list = foreign.join(", ");
    Err(Failure::new(format!("packages come from elsewhere than crates.io and npmjs.org: {list}")))
}

fn foreign(crates: &str, npm: &str) -> Vec<String> {
    let quoted = |line: &str, key: &str| {
        let value = line.trim().strip_prefix(key)?;
        Some(value.trim_end_matches(',').trim_matches('"').to_owned())
    };
    let crates = crates.lines().filter_map(|line| quoted(line, "source = ")).filter(|source| source != CRATES);
    let npm = npm.lines().filter_map(|line| quoted(line, "\"resolved\": ")).filter(|from| !from.starts_with(NPM));
    crates.chain(npm).collect()
}

fn repeated(crates: &str) -> usize {
    let mut versions: BTreeMap<&str, usize> = BTreeMap::new();
    for name in crates.lines().filter_map(|line| line.strip_prefix("name = ")) {
        *versions.entry(name).or_default() += 1;
    }
    versions.values().filter(|versions| **versions > 1).count()
}

fn cargo_audit() -> Done<Outcome> {
    if places::program(&["cargo-audit", "cargo-audit.exe"]).is_none() {
        return Err(Failure::new(
            "crates were not looked up among known vulnerabilities: cargo-audit is not installed. Run \
             `cargo install --locked cargo-audit`, then this again",
        ));
    }
    look_up("crates", "https://github.com/rustsec/advisory-db", &mut run::cargo(&["audit", "--deny", "yanked"]))
}

fn npm_audit() -> Done<Outcome> {
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(places::root().join("tests")).args(["audit", "--package-lock-only"]);
    look_up("npm packages", "a registry that answers for them, such as https://registry.npmjs.org,", &mut npm)
}

/// Has a program look packages up, shows what it says, and distinguishes what it found from a search that failed.
fn look_up(packages: &str, database: &str, command: &mut Command) -> Done<Outcome> {
    let output = command.output().map_err(|error| run::cannot_run(command, &error))?;
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    run::echo(said.trim_end());
    if output.status.success() {
        return Ok(Outcome::Done);
    }
    let words = run::words(command);
    Err(Failure::new(if unheard(&said) {
        format!(
            "{packages} were not looked up among known vulnerabilities, so nothing is known about them: {database} can't be \
             reached from here, says `{words}` above. Run this again where it can be"
        )
    } else {
        format!("`{words}` found something about {packages}, or could not look; it says what above")
    }))
}

/// Whether what an audit says is that it has no database to look in.
fn unheard(said: &str) -> bool {
    let said = said.to_lowercase();
    let signs = [
        "fetch advisory database",
        "loading advisory database",
        "failed to fetch",
        "audit endpoint returned an error",
        "enoaudit",
        "enotfound",
        "eai_again",
        "econnrefused",
        "etimedout",
    ];
    signs.iter().any(|sign| said.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_to_choose_is_enough() {
        for fine in
            ["MIT", "GPL-3.0 OR MIT", "Unlicense/MIT", "(MIT OR Apache-2.0) AND Unicode-3.0", "Apache-2.0 AND ISC"]
        {
            assert!(fits(fine), "{fine}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "(GPL-3.0 OR AGPL-3.0) AND MIT", "MITRE"] {
            assert!(!fits(bad), "{bad}");
        }
    }

    #[test]
    fn a_database_that_is_out_of_reach_is_no_finding() {
        let said = |text: &str| {
            let failure =
                look_up("crates", "the database", run::command("sh").args(["-c", &format!("{text}; exit 1")]));
            failure.unwrap_err().to_string()
        };
        let unheard = said("echo \"error: couldn't fetch advisory database: git operation failed\" >&2");
        assert!(
            unheard.contains("were not looked up") && unheard.contains("the database can't be reached"),
            "{unheard}"
        );
        assert!(said("echo npm error code ENOAUDIT >&2").contains("can't be reached"));
        let found = said("echo 'error: 1 vulnerability found!' >&2");
        assert!(found.contains("found something about crates"), "{found}");
        assert!(look_up("crates", "the database", &mut run::command("true")).is_ok());
    }

    #[test]
    fn packages_from_elsewhere_are_named() {
        let crates = format!(
            "name = \"a\"\nsource = \"{CRATES}\"\nname = \"b\"\nsource = \"git+https://x.io/b\"\nname = \"a\"\n"
        );
        let npm = format!("\"resolved\": \"{NPM}c.tgz\",\n\"resolved\": \"https://x.io/d.tgz\",\n");
        assert_eq!(foreign(&crates, &npm), ["git+https://x.io/b", "https://x.io/d.tgz"]);
        assert_eq!(repeated(&crates), 1);
    }
}
