//! Builds a package with cargo and says where the file it made lies, as cargo itself reports it.
use crate::failure::{Done, Failure};
use crate::{packages, run};
use serde_json::Value;
use std::path::PathBuf;

/// Runs cargo with these arguments; gives the one file of `package` that `wanted` accepts.
fn build(package: &str, arguments: &[&str], wanted: impl Fn(&str) -> bool) -> Done<PathBuf> {
    let mut command = run::cargo(arguments);
    command.arg("--message-format=json-render-diagnostics");
    let mut found = None;
    let ended = run::watched(&mut command, |line| {
        if let Some(file) = file_in(line, package, &wanted) {
            found = Some(PathBuf::from(file));
        }
    })?;
    if !ended.well {
        return Err(Failure::new(format!("{package} did not build; cargo says why:\n{}", ended.last_words)));
    }
    found.ok_or_else(|| Failure::new(format!("cargo built {package}, but it made no such file as is needed here")))
}

/// The wasm module of a package, size-optimised.
pub fn wasm(package: &str) -> Done<PathBuf> {
    let arguments = ["build", "-p", package, "--profile", "web", "--target", crate::setup::rust::WASM];
    build(package, &arguments, |file| file.ends_with(".wasm"))
        .map_err(|failure| Failure::new(format!("the wasm module of {failure}")))
}

/// The server as it is run by people.
pub fn release_server() -> Done<PathBuf> {
    let arguments = ["build", "--release", "-p", "rollcall-server", "--bin", "rollcall"];
    build("rollcall-server", &arguments, |file| file.ends_with("rollcall"))
}

/// The server as the tests of the workspace have it. They build it for themselves, so it is theirs that is asked for: `cargo
/// build` leaves out what only tests need, and would compile the server and half of what it uses a second time.
pub fn test_server() -> Done<PathBuf> {
    let arguments: Vec<&str> = ["test", "--no-run", "--test", "it"].into_iter().chain(packages::HOST).collect();
    build("rollcall-server", &arguments, |file| file.ends_with("/rollcall"))
}

/// The file that a line of cargo's JSON says was made for the package, if any.
fn file_in(line: &str, package: &str, wanted: impl Fn(&str) -> bool) -> Option<String> {
    let message: Value = serde_json::from_str(line).ok()?;
    if message.get("reason")? != "compiler-artifact" {
        return None;
    }
    let manifest = message.get("manifest_path")?.as_str()?;
    let id = message.get("package_id")?.as_str()?;
    // A path package's id ends in `folder#version` or `folder#name@version`; its folder need not carry its name.
    let named = id.contains(&format!("#{package}@")) || manifest.ends_with(&format!("/{package}/Cargo.toml"));
    let files = message.get("filenames")?.as_array()?;
    files.iter().filter_map(Value::as_str).find(|file| named && wanted(file)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = r#"{"reason":"compiler-artifact","package_id":"path+file:///x/web/app#rollcall-web@0.1.0",
        "manifest_path":"/x/web/app/Cargo.toml","filenames":["/t/rollcall_web.wasm","/t/rollcall_web.d"]}"#;

    #[test]
    fn the_file_is_the_package_s_own() {
        let wasm = |file: &str| file.ends_with(".wasm");
        assert_eq!(file_in(LINE, "rollcall-web", wasm).as_deref(), Some("/t/rollcall_web.wasm"));
        assert_eq!(file_in(LINE, "rollcall-js", wasm), None);
        assert_eq!(file_in("no JSON", "rollcall-web", wasm), None);
    }
}
