//! Debian packages: installed when this is root, else named in the command to type.
use crate::failure::{Done, Failure};
use crate::{places, run};

/// Installs the packages by apt, or says which command does.
pub fn install(packages: &[&str]) -> Done {
    if packages.is_empty() {
        return Ok(());
    }
    let names = packages.join(" ");
    if places::program(&["apt-get"]).is_none() {
        return Err(Failure::new(format!(
            "{names} not found, and there is no apt-get here: install them with this system's packages, then run again"
        )));
    }
    if !is_root()? {
        return Err(Failure::new(format!(
            "{names} not found: run `sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}`, then run again"
        )));
    }
    println!("  installing {names}");
    let failed = |_| {
        Failure::new(format!(
            "apt-get could not install {names}: check the network, or run `apt-get install {names}` by hand"
        ))
    };
    // An update may fail for a repository that has nothing to do with us; the install has the last word.
    let _ = apt(&["update", "-qq"]);
    let mut arguments = vec!["install", "-qq", "-y", "--no-install-recommends"];
    arguments.extend(packages);
    apt(&arguments).map_err(failed)
}

fn apt(arguments: &[&str]) -> Done {
    let mut command = run::command("apt-get");
    // Another apt may hold the lock; waiting beats failing.
    command.args(["-o", "DPkg::Lock::Timeout=300"]);
    command.env("DEBIAN_FRONTEND", "noninteractive").args(arguments);
    command.stdout(std::process::Stdio::null());
    run::shown(&mut command, "apt-get")
}

pub fn is_root() -> Done<bool> {
    Ok(run::captured(run::command("id").arg("-u"), "Asking who runs this")?.trim() == "0")
}
