//! `cargo xtask start`: from a bare machine to the running product, building only what changed.
use crate::failure::{Done, Failure};
use crate::step::{Outcome, step};
use crate::{artifact, places, run, setup, site};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;

pub struct Options {
    pub port: u16,
    /// Where the embedded database lies; relative to where the command was typed.
    pub data: PathBuf,
    /// How many users the demo has, when it is founded.
    pub users: Option<u32>,
    pub serve: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: 8080, data: places::root().join("data"), users: None, serve: true }
    }
}

pub fn run(options: &Options) -> Done {
    if options.serve {
        free(options.port)?;
    }
    setup::for_builds()?;
    let site = site::build()?;
    let server = step("Build the server", || artifact::release_server().map(|path| (Outcome::Done, path)))?;
    let mut command = run::command(server);
    command
        .arg("serve")
        .arg("--listen")
        .arg(format!("127.0.0.1:{}", options.port))
        .arg("--site")
        .arg(&site)
        .arg("--data")
        .arg(std::path::absolute(&options.data).unwrap_or_else(|_| options.data.clone()))
        .arg("--demo");
    if let Some(users) = options.users {
        command.arg("--demo-users").arg(users.to_string());
    }
    if !options.serve {
        println!("Ready: {}", run::words(&command));
        return Ok(());
    }
    // The server takes this process's place, so Ctrl-C and the exit code are its own.
    let error = command.exec();
    Err(run::cannot_run(&command, &error))
}

/// Tells of a port in use before minutes of building, not after. The server's own word stays the last one.
fn free(port: u16) -> Done {
    match std::net::TcpListener::bind(("127.0.0.1", port)) {
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => Err(Failure::new(format!(
            "port {port} is in use: stop the program that uses it, or choose another with `cargo xtask start --port {}`",
            port.saturating_sub(1)
        ))),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_told_with_the_way_out() {
        let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(free(port).unwrap_err().to_string().starts_with(&format!("port {port} is in use")));
    }
}
