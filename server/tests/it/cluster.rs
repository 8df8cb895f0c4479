//! A PostgreSQL of one test alone, that may be killed: the others share one that may not.

use std::{
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// Whom the database belongs to when this is root, as PostgreSQL refuses to run as root.
const OWNER: &str = "postgres";

/// A database server, gone when this goes out of scope or its process ends.
pub struct Cluster {
    folder: TempDir,
    port: u16,
    shell: Option<Child>,
}

impl Cluster {
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        if is_root() {
            assert!(Command::new("chown").arg(OWNER).arg(folder.path()).status().unwrap().success());
        }
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut cluster = Self { folder, port, shell: None };
        let mut init = program("initdb", cluster.folder.path());
        init.args(["--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "-D"]);
        let said = init.arg(cluster.data()).output().unwrap();
        assert!(said.status.success(), "{said:?}");
        cluster.again();
        cluster
    }

    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// Starts it, for the first time or after it was killed.
    pub fn again(&mut self) {
        let end = Instant::now() + Duration::from_secs(60);
        // What was killed may still be letting go of its memory: then it refuses, and is asked again.
        while !self.started() {
            assert!(Instant::now() < end, "PostgreSQL does not start: {}", self.log());
        }
    }

    /// Ends every one of its processes at once, as a power cut would.
    pub fn kill(&mut self) {
        let pid = std::fs::read_to_string(self.data().join("postmaster.pid")).unwrap();
        let pid = pid.lines().next().unwrap().trim().to_owned();
        let children = Command::new("pgrep").args(["-P", &pid]).output().unwrap();
        let children = String::from_utf8(children.stdout).unwrap();
        let mut kill = Command::new("kill");
        // Some may have ended by themselves meanwhile.
        let _ = kill.args(["-KILL", &pid]).args(children.split_whitespace()).stderr(Stdio::null()).status();
        self.end();
    }

    /// Whether it takes connections, once started.
    fn started(&mut self) -> bool {
        self.end();
        let log = std::fs::File::options().create(true).append(true).open(self.folder.path().join("log")).unwrap();
        let (port, sockets) = (self.port.to_string(), self.folder.path().to_str().unwrap().to_owned());
        let mut server = program("postgres", self.folder.path());
        server.args(["-p", &port, "-h", "127.0.0.1", "-k", &sockets, "-c", "fsync=off", "-D"]).arg(self.data());
        // The shell ends it when this process does, however that ends: then its input closes.
        let mut shell = Command::new("sh");
        shell.args(["-c", "\"$@\" & read _; kill -QUIT $(head -n 1 \"$0/postmaster.pid\"); wait"]).arg(self.data());
        shell.arg(server.get_program()).args(server.get_args()).current_dir(self.folder.path());
        let shell = shell.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(log).spawn().unwrap();
        self.shell = Some(shell);
        let end = Instant::now() + Duration::from_secs(5);
        while Instant::now() < end {
            let mut ready = program("pg_isready", self.folder.path());
            if ready.args(["-q", "-h", "127.0.0.1", "-p", &port]).status().unwrap().success() {
                return true;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        false
    }

    fn end(&mut self) {
        if let Some(mut shell) = self.shell.take() {
            drop(shell.stdin.take());
            let _ = shell.wait();
        }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.end();
    }
}

/// One of PostgreSQL's programs, as a user that it accepts.
fn program(name: &str, folder: &Path) -> Command {
    let programs = std::env::var("ROLLCALL_TEST_POSTGRES_PROGRAMS").expect(
        "ROLLCALL_TEST_POSTGRES_PROGRAMS is not set: run `cargo xtask test`, or set it to the folder of `initdb` and \
         `postgres`",
    );
    let path = Path::new(&programs).join(name);
    let mut command = Command::new(if is_root() { Path::new("runuser") } else { &path });
    if is_root() {
        command.args(["-u", OWNER, "--"]).arg(&path);
    }
    // Not the tree: another user may not be let in there.
    command.current_dir(folder);
    command
}

fn is_root() -> bool {
    let said = Command::new("id").arg("-u").output().unwrap();
    said.stdout.trim_ascii() == b"0"
}
