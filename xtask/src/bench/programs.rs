//! Measurements that are programs of their own: `tests/examples/bench_*.rs` and `tests/bench/*.mjs`. Each prints a line of
//! JSON for each figure, so that adding one takes no change here.
use super::{Figure, Measurement};
use crate::failure::{Done, Failure};
use crate::setup::{self, browser};
use crate::test::postgres::Postgres;
use crate::{artifact, files, npm, places, run, site};
use std::process::Command;

const EXAMPLES: &str = "tests/examples";
const SCRIPTS: &str = "tests/bench";
/// How programs that measure are called.
pub const PREFIX: &str = "bench_";
/// It attacks a server on this machine for two minutes.
const ON_REQUEST: &str = "bench_load";
/// The measurement that asks for a PostgreSQL, and where it finds it.
const NEEDS_POSTGRES: &str = "bench_server";
const POSTGRES: &str = "ROLLCALL_BENCH_POSTGRES";

pub fn find() -> Done<Vec<Measurement>> {
    let mut found = Vec::new();
    for name in names(EXAMPLES, ".rs")? {
        if name.starts_with(PREFIX) {
            let run = {
                let name = name.clone();
                move || example(&name)
            };
            let on_request = name == ON_REQUEST;
            found.push(Measurement { name, run: Box::new(run), on_request });
        }
    }
    for name in names(SCRIPTS, ".mjs")? {
        let run = {
            let name = name.clone();
            move || script(&name)
        };
        found.push(Measurement { name, run: Box::new(run), on_request: false });
    }
    Ok(found)
}

/// Names of the files directly in a folder that end so, without the ending.
fn names(folder: &str, ending: &str) -> Done<Vec<String>> {
    let names = files::under(&places::root().join(folder))?;
    let name = |path: &std::path::PathBuf| path.to_str()?.strip_suffix(ending).map(str::to_owned);
    Ok(names.iter().filter_map(name).filter(|name| !name.contains('/')).collect())
}

fn example(name: &str) -> Done<Vec<Figure>> {
    let mut command = run::cargo(&["run", "--quiet", "--release", "-p", "rollcall-tests", "--example", name]);
    let named = std::env::var_os(POSTGRES).is_some();
    let database = if name == NEEDS_POSTGRES && !named { Some(postgres()?) } else { None };
    if let Some(database) = &database {
        command.env(POSTGRES, database.url());
    }
    figures(&mut command)
}

fn postgres() -> Done<Postgres> {
    if setup::postgres::find().is_none() {
        setup::system::install(&[setup::postgres::PACKAGE])?;
    }
    Postgres::start(true)
}

/// A script gets the same variables as the browser tests, with the server as it is run by people.
fn script(name: &str) -> Done<Vec<Figure>> {
    setup::node::check()?;
    if browser::find().is_none() {
        setup::system::install(&[browser::PACKAGE])?;
    }
    setup::node::test_packages()?;
    let mut command = run::command("node");
    command.arg(format!("{SCRIPTS}/{name}.mjs"));
    command.env("ROLLCALL_SITE", site::build_with_set_up()?);
    command.env("ROLLCALL_SERVER", artifact::release_server()?);
    command.env("ROLLCALL_NPM", npm::build()?);
    if let Some(chromium) = browser::find() {
        command.env("CHROMIUM", chromium);
    }
    figures(&mut command)
}

/// Runs the program; its lines that are figures are kept, the others shown.
fn figures(command: &mut Command) -> Done<Vec<Figure>> {
    let mut found = Vec::new();
    let ended = run::watched(command, |line| match Figure::parse(line) {
        Some(figure) => found.push(figure),
        None => run::echo(line),
    })?;
    if !ended.well || found.is_empty() {
        return Err(Failure::new(format!(
            "`{}` gave no figures; it says why:\n{}",
            run::words(command),
            ended.last_words
        )));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_gives_its_figures_and_silence_is_an_error() {
        let line = r#"{"name":"a","value":2,"unit":"ms"}"#;
        let found = figures(run::command("printf").arg(format!("warming up\\n{line}\\n"))).unwrap();
        assert_eq!(found, [Figure::new("a", 2.0, "ms")]);
        assert!(figures(&mut run::command("true")).unwrap_err().to_string().contains("gave no figures"));
    }
}
