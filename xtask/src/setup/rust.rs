//! The Rust side of set-up: the wasm target, and the crates that Cargo.lock names.
use crate::failure::{Done, Failure};
use crate::run;
use crate::step::{Outcome, step};
use std::path::Path;
use std::process::Command;

pub const WASM: &str = "wasm32-unknown-unknown";

/// Installs the target the page is compiled for, unless the toolchain has it.
pub fn wasm_target() -> Done {
    step("Check the wasm target", || {
        if has_wasm()? {
            return Ok((Outcome::Note("installed".to_owned()), ()));
        }
        let advice = format!("run `rustup target add {WASM}`, or install your distribution's Rust std for it");
        match Command::new("rustup").args(["target", "add", WASM]).status() {
            Ok(status) if status.success() && has_wasm()? => Ok((Outcome::Note("added by rustup".to_owned()), ())),
            Ok(_) => {
                Err(Failure::new(format!("rustup could not add the {WASM} target (is the network up?): {advice}")))
            }
            Err(_) => Err(Failure::new(format!(
                "the Rust toolchain lacks the {WASM} target, and there is no rustup to add it: {advice}"
            ))),
        }
    })
}

fn has_wasm() -> Done<bool> {
    let sysroot = run::captured(run::command("rustc").args(["--print", "sysroot"]), "Asking rustc for its sysroot")?;
    Ok(Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).join("lib").is_dir())
}

/// Downloads the crates first, so that a missing network is not taken for code that does not compile.
pub fn crates() -> Done {
    step("Check the crates", || {
        // Only what is compiled here: crates for other systems are large.
        let host = host()?;
        let targets = ["--target", host.as_str(), "--target", WASM];
        let offline = run::cargo(&["fetch", "--quiet", "--offline"]).args(targets).output();
        if offline.is_ok_and(|output| output.status.success()) {
            return Ok((Outcome::Note("all downloaded".to_owned()), ()));
        }
        let advice = "cargo could not download the crates: check the network or the proxy, then run again";
        run::shown(run::cargo(&["fetch"]).args(targets), "Downloading the crates").map_err(|_| Failure::new(advice))?;
        Ok((Outcome::Done, ()))
    })
}

/// The target that this machine's own programs are compiled for.
fn host() -> Done<String> {
    let said = run::captured(run::command("rustc").arg("-vV"), "Asking rustc for its host")?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| Failure::new("`rustc -vV` names no host: is it the real rustc?"))
}
