//! Runs other programs, and turns their absence or failure into a sentence.
use crate::failure::{Done, Failure};
use crate::places;
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, ErrorKind, IsTerminal, Read, Write};
use std::process::{Command, Stdio};

/// A command that starts in the workspace's root.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(places::root());
    command
}

/// Cargo as it was called, without the variables that `cargo run` sets for its child.
pub fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = command(cargo);
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(name);
        }
    }
    command.args(arguments);
    command
}

/// Runs to the end with its output shown; a failure says what `purpose` it was for.
pub fn shown(command: &mut Command, purpose: &str) -> Done {
    let status = command.status().map_err(|error| cannot_run(command, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(failed(command, purpose))
}

/// Runs to the end and gives what it printed; its error output joins the sentence on failure.
pub fn captured(command: &mut Command, purpose: &str) -> Done<String> {
    let output = command.output().map_err(|error| cannot_run(command, &error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let reason = said.lines().rfind(|line| !line.trim().is_empty());
    Err(Failure::new(format!("{purpose} failed: {}", reason.unwrap_or("the program gave no reason"))))
}

/// How a watched program ended.
pub struct Ended {
    pub well: bool,
    /// What it said last on its error output, for the sentence about a failure: whoever reads only the end of a long log
    /// sees the cause too. Empty where a person watches in a terminal, who has it above.
    pub last_words: String,
}

/// So many lines of its error output are a program's last words.
const LAST_WORDS: usize = 12;

/// Runs to the end, handing each line of its output to `line` as it comes.
pub fn watched(command: &mut Command, mut line: impl FnMut(&str)) -> Done<Ended> {
    // In a terminal the program has it to itself, for colours and progress.
    let heard = !std::io::stderr().is_terminal();
    command.stdout(Stdio::piped());
    if heard {
        command.stderr(Stdio::piped());
    }
    let mut child = command.spawn().map_err(|error| cannot_run(command, &error))?;
    let listener = child.stderr.take().map(|output| std::thread::spawn(move || last_words(output)));
    if let Some(output) = child.stdout.take() {
        for bytes in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            line(&String::from_utf8_lossy(&bytes));
        }
    }
    let status = child.wait().map_err(|error| cannot_run(command, &error))?;
    let last_words = listener.and_then(|listener| listener.join().ok()).unwrap_or_default();
    Ok(Ended { well: status.success(), last_words })
}

/// Passes error output on as it comes; gives its last lines.
fn last_words(output: impl Read) -> String {
    let mut last = VecDeque::new();
    for bytes in BufReader::new(output).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&bytes).into_owned();
        eprintln!("{line}");
        if last.len() == LAST_WORDS {
            last.pop_front();
        }
        last.push_back(line);
    }
    Vec::from(last).join("\n")
}

/// Prints a line of a child's output at once, though ours may be a pipe.
pub fn echo(line: &str) {
    let mut out = std::io::stdout().lock();
    // A reader that went away is no reason to stop the work.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

fn failed(command: &Command, purpose: &str) -> Failure {
    Failure::new(format!("{purpose} failed; `{}` says why above", words(command)))
}

pub fn cannot_run(command: &Command, error: &std::io::Error) -> Failure {
    let program = command.get_program().to_string_lossy().into_owned();
    if error.kind() == ErrorKind::NotFound {
        return Failure::new(format!("`{program}` is not installed or not on the PATH: install it and run again"));
    }
    Failure::new(format!("`{program}` could not be started: {error}"))
}

/// The command as a person would type it.
pub fn words(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let mut words = name.to_string_lossy().into_owned();
    for argument in command.get_args() {
        words.push(' ');
        words.push_str(&argument.to_string_lossy());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absent_program_is_named() {
        let failure = shown(&mut command("no-such-program-here"), "Nothing").unwrap_err();
        assert!(failure.to_string().contains("`no-such-program-here` is not installed"));
    }

    #[test]
    fn a_failing_program_is_named_with_its_purpose() {
        let failure = shown(command("false").arg("x"), "The check").unwrap_err();
        assert_eq!(failure.to_string(), "The check failed; `false x` says why above");
    }

    #[test]
    fn output_comes_line_by_line() {
        let mut lines = Vec::new();
        let ended = watched(command("printf").arg("a\\nb\\n"), |line| lines.push(line.to_owned()));
        assert_eq!((ended.unwrap().well, lines), (true, vec!["a".to_owned(), "b".to_owned()]));
    }

    #[test]
    fn the_last_words_are_kept() {
        let spoken: Vec<String> = (0..20).map(|n| format!("line {n}")).collect();
        assert_eq!(last_words(format!("{}\n", spoken.join("\n")).as_bytes()), spoken[20 - LAST_WORDS..].join("\n"));
    }
}
