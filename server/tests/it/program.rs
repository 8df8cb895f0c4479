//! The program: what it says when it can't start, founding, and how it stops.

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Child, Command, Output, Stdio},
};

/// The server's program.
pub fn rollcall() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rollcall"));
    for name in ["DATA", "DATABASE", "LISTEN", "SITE", "DEMO", "SMTP", "LOG"] {
        command.env_remove(format!("ROLLCALL_{name}"));
    }
    command
}

/// A server of its own process, killed when it goes out of scope.
pub struct Running {
    pub child: Child,
    pub address: String,
}

impl Running {
    pub fn start(data: &Path, database: Option<&str>) -> Self {
        let mut command = serve(data);
        if let Some(database) = database {
            command.args(["--database", database]);
        }
        Self::run(command)
    }

    /// Starts it so that no file of it may grow beyond so many bytes.
    pub fn start_with_room(data: &Path, bytes: u64) -> Self {
        let serve = serve(data);
        let mut command = Command::new("prlimit");
        // Without the signal, writing more than that is an error like any other.
        command.arg(format!("--fsize={bytes}:")).args(["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh"]);
        command.arg(serve.get_program()).args(serve.get_args());
        for (name, value) in serve.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        Self::run(command)
    }

    /// Its files may grow again.
    pub fn give_room(&self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("prlimit").args(["--fsize=unlimited:", "--pid", &pid]).status().unwrap().success());
    }

    fn run(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("Rollcall is at ").unwrap_or_else(|| panic!("{line}")).to_owned();
        Self { child, address }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Founds an organisation as the operator does.
pub fn found(data: &Path, database: Option<&str>, slug: &str) -> Output {
    let mut command = rollcall();
    command.args(["found", "--slug", slug, "--name", "The North", "--owner-email", "ann@north.io", "--data"]).arg(data);
    command.env("ROLLCALL_OWNER_PASSWORD", crate::world::PASSWORD);
    if let Some(database) = database {
        command.args(["--database", database]);
    }
    command.output().unwrap()
}

fn refused(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.trim().lines().count(), 1, "one sentence: {said}");
    assert!(!said.contains("panicked") && said.trim().ends_with('.'), "{said}");
    said
}

fn serve(data: &Path) -> Command {
    let mut command = rollcall();
    command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(data);
    command
}

#[test]
fn what_keeps_it_from_starting_is_told_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let mut busy = rollcall();
    busy.args(["serve", "--listen", &format!("127.0.0.1:{port}"), "--data"]).arg(&data);
    assert!(refused(&mut busy).contains(&format!("Port {port} is in use")));
    assert!(refused(serve(&data).arg("--site").arg(folder.path().join("none"))).contains("There is no page"));
    let file = folder.path().join("file");
    std::fs::write(&file, "a file").unwrap();
    assert!(refused(&mut serve(&file)).contains("can't be made"));
    std::fs::create_dir_all(&data).unwrap();
    std::fs::write(data.join("rollcall.sqlite"), "this is a text and no database ".repeat(100)).unwrap();
    // Already private: that it was made so would be told too.
    for (path, mode) in [(data.clone(), 0o700), (data.join("rollcall.sqlite"), 0o600)] {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }
    assert!(refused(&mut serve(&data)).contains("is not a Rollcall database"));
    assert!(refused(serve(&data).args(["--database", "mysql://x/y"])).contains("postgres://"));
    let unreachable = "postgres://nobody@127.0.0.1:1/none";
    assert!(refused(serve(&data).args(["--database", unreachable])).contains("can't be reached"));
    let other = folder.path().join("other");
    assert!(refused(serve(&other).args(["--smtp", "nonsense"])).contains("smtps://"));
}

#[test]
fn an_account_that_is_there_is_asked_and_an_owner_is_let_in_again() {
    let folder = tempfile::tempdir().unwrap();
    let said = |output: Output| {
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    said(found(folder.path(), None, "north"));
    let second = said(found(folder.path(), None, "south"));
    assert!(second.contains("asked to confirm") && !second.contains("signs in as"), "{second}");
    let recover = |slug: &str, email: &str| {
        let mut command = rollcall();
        command.args(["recover", "--slug", slug, "--email", email, "--data"]).arg(folder.path());
        command
    };
    assert!(said(recover("north", "Ann@north.io").output().unwrap()).contains("on its way to ann@north.io"));
    let mut moved = recover("north", "ann@north.io");
    let moved = said(moved.args(["--to", "ann@new.io"]).output().unwrap());
    assert!(moved.contains("on its way to ann@new.io") && moved.contains("Until then it is ann@north.io"), "{moved}");
    assert!(refused(recover("north", "bob@north.io").args(["--to", "nonsense"])).contains("--to "));
    assert!(refused(&mut recover("north", "bob@north.io")).contains("Nobody in north has the address bob@north.io."));
    assert!(refused(&mut recover("east", "ann@north.io")).contains("no organisation east"));
}

#[test]
fn organisations_are_founded_once() {
    let folder = tempfile::tempdir().unwrap();
    let said = found(folder.path(), None, "north");
    assert!(said.status.success(), "{said:?}");
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(said.contains("signs in as ann@north.io") && !said.contains(crate::world::PASSWORD), "{said}");
    let again = found(folder.path(), None, "north");
    assert!(String::from_utf8(again.stderr).unwrap().contains("slug exists already"));
    let bad = found(folder.path(), None, "N");
    assert!(String::from_utf8(bad.stderr).unwrap().contains("--slug is shorter than 3 characters"));
    let restored = rollcall().args(["restored", "--data"]).arg(folder.path()).output().unwrap();
    assert!(restored.status.success(), "{restored:?}");
}

#[tokio::test]
async fn it_stops_when_asked_though_a_stream_is_open() {
    let folder = tempfile::tempdir().unwrap();
    assert!(found(folder.path(), None, "north").status.success());
    let mut server = Running::start(folder.path(), None);
    let client = crate::crash::sign_in(&server.address).await;
    let stream = client.get(&format!("/api/v1/tenants/{}/live", client.tenant)).await;
    assert_eq!(stream.status(), 200);
    let pid = server.child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    let ended = tokio::task::spawn_blocking(move || server.child.wait().unwrap());
    let status = tokio::time::timeout(std::time::Duration::from_secs(20), ended).await.expect("it went on").unwrap();
    assert!(status.success(), "{status}");
}
