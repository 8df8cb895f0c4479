//! The browser tests: the real server, the real page, a real Chromium.
use super::{Tally, js, test_files};
use crate::failure::Failure;
use crate::setup::{browser, node};
use crate::{artifact, site};

const TESTS: &str = "tests/browser";
/// What the tests are told: where the site, the server's program and Chromium lie.
const SITE: &str = "ROLLCALL_SITE";
const SERVER: &str = "ROLLCALL_SERVER";
const CHROMIUM: &str = "CHROMIUM";

pub fn run(tally: &mut Tally) {
    let mut ready = None;
    let package = js::build(tally);
    tally.check("What the browser tests drive", || {
        let chromium = browser::find().ok_or_else(|| {
            Failure::new(
                "Chromium not found: run `sudo apt-get install -y --no-install-recommends chromium`, then run again",
            )
        })?;
        node::test_packages()?;
        let site = site::build()?;
        let server = artifact::test_server()?;
        ready = Some((chromium, site, server));
        Ok(())
    });
    if let (Some((chromium, site, server)), Some(package)) = (ready, package) {
        tally.run("Tests in the browser", || {
            let mut command = js::runner(&test_files(TESTS, ".test.mjs")?);
            command.env(CHROMIUM, chromium).env(SITE, site).env(SERVER, server);
            js::test(command.env(js::NPM, package))
        });
    }
}
