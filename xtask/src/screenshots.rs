//! `cargo xtask screenshots`: pictures of every screen and of the main dialogs, in the real page of a furnished demo. Those in the
//! light theme are the ones of docs/guide.md; all others lie in the target folder, to be looked at.
use crate::failure::{Done, Failure};
use crate::setup::{self, browser, node};
use crate::step::{Outcome, step};
use crate::test::browser::{CHROMIUM, SERVER, SITE};
use crate::{artifact, places, run, site};

/// The program that takes them, and its variables: where the pictures lie.
const PROGRAM: &str = "tests/screenshots.mjs";
const SHOTS: &str = "SHOTS";
const SHOTS_OF_DOCS: &str = "SHOTS_OF_DOCS";
/// Of the repository: so much may all of them weigh together, in bytes.
const LIMIT: u64 = 4_000_000;

pub fn run() -> Done {
    setup::for_builds()?;
    let chromium = browser::find().ok_or_else(|| Failure::new(browser::MISSING))?;
    node::check()?;
    node::test_packages()?;
    let site = site::build()?;
    let server = step("Build the server", || artifact::test_server().map(|path| (Outcome::Done, path)))?;
    let (docs, rest) = (places::root().join("docs/screenshots"), places::target().join("screenshots"));
    step("Take the pictures", || {
        let mut command = run::command("node");
        command.arg(PROGRAM).env(CHROMIUM, chromium).env(SITE, site).env(SERVER, server);
        run::shown(command.env(SHOTS, &rest).env(SHOTS_OF_DOCS, &docs), "Taking the pictures")?;
        let weight = weight(&docs)?;
        if weight > LIMIT {
            return Err(Failure::new(format!("docs/screenshots weighs {weight} B; more than {LIMIT} B is too much")));
        }
        Ok((Outcome::Note(format!("docs/screenshots ({weight} B), and {}", rest.display())), ()))
    })
}

/// What the files of a folder weigh together, in bytes.
fn weight(folder: &std::path::Path) -> Done<u64> {
    let cannot = |error: std::io::Error| Failure::new(format!("{} can't be read: {error}", folder.display()));
    std::fs::read_dir(folder)
        .map_err(cannot)?
        .map(|entry| entry.and_then(|entry| entry.metadata()).map(|data| data.len()).map_err(cannot))
        .sum()
}
