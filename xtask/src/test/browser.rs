//! The browser tests: the real server, the real page, a real Chromium.
use super::{Tally, js, test_files};
use crate::failure::Failure;
use crate::setup::{browser, node};
use crate::step::{Outcome, step};
use crate::{artifact, npm, site};

const TESTS: &str = "tests/browser";
/// Each file has a server and a browser of its own. A person's page waits for the server, for a frame, for the disk about as long as it works.
const AT_A_TIME: u8 = 2;
/// Environment variables of the tests: where the site, the server's program and Chromium lie.
pub const SITE: &str = "ROLLCALL_SITE";
pub const SERVER: &str = "ROLLCALL_SERVER";
pub const CHROMIUM: &str = "CHROMIUM";

pub fn run(tally: &mut Tally) {
    let ready = tally.prepare("What the browser tests drive", || {
        let chromium = browser::find().ok_or_else(|| Failure::new(browser::MISSING))?;
        node::test_packages()?;
        let package = npm::build()?;
        let site = site::build()?;
        let server = step("Build the server", || artifact::test_server().map(|path| (Outcome::Done, path)))?;
        Ok((chromium, package, site, server))
    });
    if let Some((chromium, package, site, server)) = ready {
        tally.run("Tests in the browser", || {
            let mut command = js::runner(&test_files(TESTS, ".test.mjs")?, AT_A_TIME);
            command.env(CHROMIUM, chromium).env(SITE, site).env(SERVER, server);
            js::test(command.env(js::NPM, package))
        });
    }
}
