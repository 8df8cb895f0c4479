//! From a fresh clone to a server that could start: cold, and again with nothing changed. Only when asked for by name.
use super::Figure;
use crate::failure::{About, Done};
use crate::{files, places, run};
use std::path::Path;
use std::time::Instant;

pub fn measure() -> Done<Vec<Figure>> {
    let folder = std::env::temp_dir().join(format!("rollcall-fresh-{}", std::process::id()));
    files::remove_folder(&folder)?;
    let measured = in_folder(&folder);
    files::remove_folder(&folder)?;
    measured
}

fn in_folder(folder: &Path) -> Done<Vec<Figure>> {
    let mut clone = run::command("git");
    clone.args(["clone", "--quiet"]).arg(places::root()).arg(folder);
    run::shown(&mut clone, "Cloning this tree")?;
    let cold = start(folder)?;
    let warm = start(folder)?;
    Ok(vec![
        Figure::new("fresh clone to server, crates downloaded before", cold / 60.0, "min"),
        Figure::new("start again, nothing changed", warm, "s"),
    ])
}

/// Seconds of `cargo xtask start --no-serve`, xtask's own build included.
fn start(folder: &Path) -> Done<f64> {
    let begun = Instant::now();
    let mut command = run::cargo(&["xtask", "start", "--no-serve"]);
    command.current_dir(folder).env_remove("CARGO_TARGET_DIR");
    run::shown(&mut command, "The start in the fresh clone")?;
    std::fs::metadata(folder.join("target/site/index.html")).about("find", folder)?;
    Ok(begun.elapsed().as_secs_f64())
}
