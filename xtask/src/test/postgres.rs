//! A throwaway PostgreSQL for tests and measurements: in a temporary folder, and gone at the end however the run ends.
//!
//! A second process watches over it. It reads a pipe that only this one holds, and when that closes (the run ended,
//! failed, was interrupted or killed) it stops the database and removes the folder.
use crate::failure::{About, Done, Failure};
use crate::setup::{postgres as programs, system};
use crate::{files, run};
use std::io::Read;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The hidden command that the watching process runs.
pub const GUARD: &str = "guard-postgres";
/// Whom the database belongs to when this is root, as PostgreSQL refuses to run as root.
const OWNER: &str = "postgres";

pub struct Postgres {
    port: u16,
    guard: Child,
}

impl Postgres {
    /// Starts one; a durable one keeps what it committed through a loss of power, as measurements need it.
    pub fn start(durable: bool) -> Done<Self> {
        let folder = std::env::temp_dir().join(format!("rollcall-postgres-{}", std::process::id()));
        files::remove_folder(&folder)?;
        files::make_folder(&folder)?;
        own(&folder)?;
        let port = free_port()?;
        let started = Self { port, guard: watch(&folder)? };
        let data = folder.join("data");
        let mut init = program("initdb", &folder)?;
        init.args(["--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "-D"]);
        run::captured(init.arg(&data), "initdb")?;
        // Durability is for data that somebody wants to keep.
        let careless = if durable { "" } else { " -F -c synchronous_commit=off -c full_page_writes=off" };
        let options = format!("-p {port} -h 127.0.0.1 -k {} -c max_connections=200{careless}", folder.display());
        let mut start = program("pg_ctl", &folder)?;
        start.args(["start", "-w", "-D"]).arg(&data).arg("-o").arg(options);
        // The database outlives pg_ctl and must not hold on to a pipe of ours.
        start.arg("-l").arg(folder.join("log"));
        start.stdout(Stdio::null());
        run::shown(&mut start, "PostgreSQL's start").map_err(|failure| {
            let log = std::fs::read_to_string(folder.join("log")).unwrap_or_default();
            let last = log.lines().next_back().unwrap_or("it left no log").to_owned();
            Failure::new(format!("{failure} ({last})"))
        })?;
        Ok(started)
    }

    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // Closing the pipe is the word to stop; waiting lets the folder be gone before the run ends.
        drop(self.guard.stdin.take());
        let _ = self.guard.wait();
    }
}

/// Starts the watching process, out of reach of a Ctrl-C meant for this one.
fn watch(folder: &Path) -> Done<Child> {
    let this = std::env::current_exe().about("find", Path::new("xtask"))?;
    let mut command = Command::new(this);
    command.arg(GUARD).arg(folder).stdin(Stdio::piped()).process_group(0);
    command.spawn().map_err(|error| run::cannot_run(&command, &error))
}

/// What the watching process does: waits for the pipe to close, then clears away.
pub fn guard(folder: &Path) {
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
    let data = folder.join("data");
    if data.join("postmaster.pid").exists()
        && let Ok(mut stop) = program("pg_ctl", folder)
    {
        let _ = stop.args(["stop", "-m", "immediate", "-D"]).arg(&data).output();
    }
    let _ = files::remove_folder(folder);
}

/// One of PostgreSQL's programs, as a user that it accepts.
fn program(name: &str, folder: &Path) -> Done<Command> {
    let missing = || {
        Failure::new(format!(
            "PostgreSQL's programs not found: run `sudo apt-get install -y --no-install-recommends {}`, then run again",
            programs::PACKAGE
        ))
    };
    let path: PathBuf = programs::find().ok_or_else(missing)?.join(name);
    let mut command = if system::is_root()? {
        let mut command = Command::new("runuser");
        command.args(["-u", OWNER, "--"]).arg(path);
        command
    } else {
        Command::new(path)
    };
    // Not the tree: another user may not be let in there.
    command.current_dir(folder);
    Ok(command)
}

/// Gives the folder to the user that the database runs as.
fn own(folder: &Path) -> Done {
    if !system::is_root()? {
        return Ok(());
    }
    let id = |flag: &str| -> Done<u32> {
        let said = run::captured(run::command("id").args([flag, OWNER]), "Looking up the user `postgres`")?;
        said.trim().parse().map_err(|_| Failure::new("`id` gave no number for the user `postgres`"))
    };
    std::os::unix::fs::chown(folder, Some(id("-u")?), Some(id("-g")?)).about("hand over", folder)
}

fn free_port() -> Done<u16> {
    std::net::TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| Failure::new(format!("no free port on 127.0.0.1: {error}")))
}
