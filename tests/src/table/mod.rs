//! Rules as text that a product manager could read: a world, then sentences, each with what must come of it.
//!
//! ```text
//! users: ann owner, bob agent · plan Standard seats 2/3
//! bob invites c@x.io with Standard     -> refused not_allowed
//! ann invites c@x.io with Standard     -> ok, Standard 3/3, mails c
//! 25 hours later
//! ann resends to c                     -> ok, mails c
//! ```
//! `ann unaware edits …` is somebody who saw the world as it began, and nothing of what happened in it since; `ann mistaken edits …`
//! is somebody who is said to have seen something else.
//! `ann by key ( user.invite of Sales ) invites …` is a service that ann made, with what it was given.
//! A question is such as `asked team Sales -> …`, and the answer stands behind it (`question`).
//! A sentence sees what the ones above it changed; a line without `->` begins a new world.

mod expectation;
mod fact;
mod part;
mod question;
mod sentence;
mod words;
mod world;

use rollcall_core::{
    Changes, Command, Context, Decision, Directory, Record, Refusals, Timestamp,
    command::{Edited, EndSessions, decide_edit},
    context::{Actor, Service, View},
    decide,
    id::{ServiceId, UserId},
    invariant,
    model::Scope,
    record::{decode, encode},
    time::Span,
    vector::{Expect, Step, Vector},
};
use std::path::Path;
use words::Words;

/// When every world begins: 2026-01-05 09:00 UTC.
const BEGIN: Timestamp = Timestamp(1_767_603_600_000);
const HOUR: i64 = 3_600_000;

/// What is wrong in a table, or with the rule that it describes: `invite_user.txt:12: …`.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    pub file: String,
    pub line: usize,
    pub what: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

/// One world with its sentences, all of which hold.
#[derive(Debug)]
pub struct Scenario {
    line: usize,
    world: Vec<Record>,
    steps: Vec<Step>,
    questions: usize,
}

/// A table whose every sentence was tried and holds.
#[derive(Debug)]
pub struct Table {
    file: String,
    scenarios: Vec<Scenario>,
}

impl Table {
    /// Reads a file and tries every sentence.
    ///
    /// # Errors
    /// The first line that can't be read or doesn't hold.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        match std::fs::read_to_string(path) {
            Ok(text) => Self::try_all(&file, &text),
            Err(error) => Err(Fault { file, line: 0, what: error.to_string() }),
        }
    }

    /// Tries every sentence of a table's text.
    ///
    /// # Errors
    /// The first line that can't be read or doesn't hold.
    pub fn try_all(file: &str, text: &str) -> Result<Self, Fault> {
        let fault = |line: usize| move |what: String| Fault { file: file.to_owned(), line, what };
        let mut scenarios: Vec<Scenario> = Vec::new();
        let (mut directory, mut begun) = (Directory::default(), Directory::default());
        let mut now = BEGIN;
        for (number, line) in joined(text) {
            if let Some((sentence, expectation)) = line.split_once(" -> ") {
                let scenario = scenarios
                    .last_mut()
                    .ok_or_else(|| fault(number)("a sentence before any world: say `users: …` first".into()))?;
                if let Some(question) = sentence.trim().strip_prefix("asked ") {
                    question::check(&directory, now, question, expectation).map_err(fault(number))?;
                    scenario.questions += 1;
                    continue;
                }
                let step =
                    one(&mut directory, &begun, now, sentence.trim(), expectation.trim()).map_err(fault(number))?;
                scenario.steps.push(step);
            } else if let Some(span) = later(&line).map_err(fault(number))? {
                now = now.after(span);
            } else {
                now = BEGIN;
                let world = world::read(&line, now).map_err(fault(number))?;
                directory = Directory::from_records(world.iter().cloned());
                sound(&directory).map_err(fault(number))?;
                begun = directory.clone();
                scenarios.push(Scenario { line: number, world, steps: Vec::new(), questions: 0 });
            }
        }
        let idle = scenarios.iter().find(|scenario| scenario.steps.is_empty() && scenario.questions == 0);
        match (scenarios.is_empty(), idle) {
            (true, _) => Err(fault(0)("the table has no world and no sentence".into())),
            (_, Some(idle)) => Err(fault(idle.line)("no sentence follows this world".into())),
            _ => Ok(Self { file: file.to_owned(), scenarios }),
        }
    }

    /// The verbs that occur, as the command's JSON names them: `invite_user` ….
    pub fn verbs(&self) -> Vec<String> {
        let steps = self.scenarios.iter().flat_map(|scenario| &scenario.steps);
        steps.filter_map(|step| verb(&step.command)).collect()
    }

    /// All commands that occur, each with what its author saw where that was not how things stood.
    pub fn commands(&self) -> impl Iterator<Item = (&Command, Option<&Command>)> {
        let steps = self.scenarios.iter().flat_map(|scenario| &scenario.steps);
        steps.map(|step| (&step.command, step.seen.as_ref()))
    }

    /// The codes of all refusals that occur.
    pub fn refusals(&self) -> impl Iterator<Item = &str> {
        let steps = self.scenarios.iter().flat_map(|scenario| &scenario.steps);
        let codes = steps.filter_map(|step| match &step.expect {
            Expect::Refused(codes) => Some(codes),
            Expect::Allowed { .. } | Expect::Merged { .. } => None,
        });
        codes.flatten().map(String::as_str)
    }

    /// How many questions are asked.
    pub fn questions(&self) -> usize {
        self.scenarios.iter().map(|scenario| scenario.questions).sum()
    }

    /// The table as vectors, one for each world.
    pub fn vectors(self) -> Vec<Vector> {
        let name = |line| format!("{}:{line}", self.file);
        let vector =
            |scenario: Scenario| Vector { name: name(scenario.line), world: scenario.world, steps: scenario.steps };
        self.scenarios.into_iter().filter(|scenario| !scenario.steps.is_empty()).map(vector).collect()
    }
}

/// What becomes of the last of these sentences in a world, after the others happened.
///
/// # Errors
/// A world or sentence that can't be read, or an earlier one that is refused.
pub fn answer(world: &str, sentences: &[String]) -> Result<Result<Decision, Refusals>, String> {
    let mut directory = Directory::from_records(world::read(world, BEGIN)?);
    sound(&directory)?;
    let mut answer = None;
    for (at, sentence) in sentences.iter().enumerate() {
        let mut words = Words::of(sentence);
        let context = Context { actor: actor(&mut words)?, now: BEGIN, view: View::Whole };
        let command = sentence::read(&mut words, &directory, BEGIN)?;
        words.end()?;
        let decided = decide(&directory, &context, &command);
        if at + 1 < sentences.len() {
            let decision = decided.as_ref().map_err(|refusals| format!("`{sentence}` is refused: {refusals:?}"))?;
            directory.apply(&decision.changes);
        }
        answer = Some(decided);
    }
    answer.ok_or_else(|| "no sentence".to_owned())
}

/// Lines without comments and blanks, with the number of the first of each; an indented line goes on with the one above.
fn joined(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.split_once('#').map_or(line, |(before, _)| before);
        if line.trim().is_empty() {
            continue;
        }
        match lines.last_mut() {
            Some((_, last)) if line.starts_with(' ') => {
                last.push(' ');
                last.push_str(line.trim());
            }
            _ => lines.push((number, line.trim_end().to_owned())),
        }
    }
    lines
}

/// How much time passes, when the line is such as `25 hours later`.
fn later(line: &str) -> Result<Option<Span>, String> {
    let Some(span) = line.strip_suffix(" later") else { return Ok(None) };
    let mut words = Words::of(span);
    let many = words.next("how many")?;
    let unit = match words.next("hours, minutes or seconds")? {
        "hour" | "hours" => HOUR,
        "minute" | "minutes" => HOUR / 60,
        "second" | "seconds" => 1000,
        other => return Err(format!("`{other}` should be hours, minutes or seconds")),
    };
    words.end()?;
    let many: i64 = many.parse().map_err(|_| format!("`{many}` is no number of hours, minutes or seconds"))?;
    Ok(Some(Span(many * unit)))
}

/// Tries one sentence and, when it is allowed, lets it happen.
fn one(
    directory: &mut Directory,
    begun: &Directory,
    now: Timestamp,
    sentence: &str,
    expectation: &str,
) -> Result<Step, String> {
    let mut words = Words::of(sentence);
    let actor = actor(&mut words)?;
    let (unaware, mistaken) = (words.eat("unaware"), words.eat("mistaken"));
    let command = sentence::read(&mut words, if unaware { begun } else { directory }, now)?;
    words.end()?;
    let seen = match mistaken {
        true => Some(EndSessions { user: UserId::NOBODY }.into()),
        false => command.standing_values(begun).filter(|_| unaware),
    };
    if unaware && seen.is_none() {
        return Err("this edits nothing that there was when the world began".into());
    }
    let context = Context { actor, now, view: View::Whole };
    let answer = decide_edit(directory, &context, &command, seen.as_ref());
    expectation::check(expectation, directory, now, &answer)?;
    stored_form_holds(&command)?;
    if let Ok(Edited { decision, .. }) = &answer {
        happen(directory, decision)?;
    }
    Ok(Step {
        text: sentence.split_whitespace().collect::<Vec<_>>().join(" "),
        context,
        command,
        seen,
        expect: Expect::of(&answer),
    })
}

fn actor(words: &mut Words<'_>) -> Result<Actor, String> {
    Ok(match words.next("who acts")? {
        "system" => Actor::System,
        "invitee" => Actor::Invitee(crate::name::user(words.next("whose invitation")?)),
        name => {
            let user = crate::name::user(name);
            if words.eat("by") { Actor::Service(service(user, words)?) } else { Actor::User(user) }
        }
    })
}

/// What a service was given by its maker: `key ( user.read + user.edit of Sales )`, `key ( all )`, `key ( profile.self own )`
fn service(maker: UserId, words: &mut Words<'_>) -> Result<Service, String> {
    words.expect("key")?;
    words.expect("(")?;
    let permissions = part::permissions(words)?;
    let scope = match words.next("where, or )")? {
        "of" => Scope::Team(crate::name::team(words.next("the team")?)),
        "own" => Scope::Own,
        ")" => return Ok(Service { id: KEY, maker, permissions, scope: Scope::Organisation }),
        other => return Err(format!("`{other}` should be of, own or )")),
    };
    words.expect(")")?;
    Ok(Service { id: KEY, maker, permissions, scope })
}

/// The one service of the tables.
const KEY: ServiceId = ServiceId::fixed(0x5E);

/// Applies a decision, and tries on the way what must hold for every one: it can be undone, and breaks no invariant.
fn happen(directory: &mut Directory, decision: &Decision) -> Result<(), String> {
    let before = records(directory);
    directory.apply(&decision.changes);
    let after = records(directory);
    directory.undo(&decision.changes);
    if records(directory) != before {
        return Err("undoing the changes does not lead back".into());
    }
    directory.apply(&decision.changes);
    sound(directory)?;
    let stored: Changes = decode(&encode(&decision.changes)).map_err(|error| format!("stored changes: {error}"))?;
    let again = Directory::from_records(after.iter().map(|(_, record)| record.clone()));
    if stored != decision.changes || records(&again) != after {
        return Err("the stored form of the changes says something else".into());
    }
    Ok(())
}

fn records(directory: &Directory) -> Vec<(rollcall_core::Key, Record)> {
    let mut records: Vec<_> = directory.records().map(|record| (record.key(), record)).collect();
    records.sort_by_key(|(key, _)| *key);
    records
}

/// Tries worlds that rules would not let come about: each line is a world, and after the arrow the numbers of the
/// invariants that it breaks, or `sound`.
///
/// # Errors
/// The first line that can't be read, or breaks something else.
pub fn try_invariants(file: &str, text: &str) -> Result<usize, Fault> {
    let mut tried = 0;
    for (line, text) in joined(text) {
        let found = || -> Result<(), String> {
            let (world, expected) = text.rsplit_once(" -> ").ok_or("no `->` in this line")?;
            let directory = Directory::from_records(world::read(world.trim(), BEGIN)?);
            let violations = invariant::verify(&directory);
            let numbers: Vec<_> = violations.iter().map(|violation| violation.number.to_string()).collect();
            let told = if numbers.is_empty() { "sound".to_owned() } else { numbers.join(" ") };
            if told == expected.trim() { Ok(()) } else { Err(format!("it is {told}: {violations:?}")) }
        };
        found().map_err(|what| Fault { file: file.to_owned(), line, what })?;
        tried += 1;
    }
    Ok(tried)
}

fn sound(directory: &Directory) -> Result<(), String> {
    invariant::verify(directory).first().map_or(Ok(()), |violation| Err(violation.to_string()))
}

/// A command reads back the same from its stored form and from JSON.
fn stored_form_holds(command: &Command) -> Result<(), String> {
    let stored: Command = decode(&encode(command)).map_err(|error| format!("stored command: {error}"))?;
    let json = serde_json::to_string(command).map_err(|error| error.to_string())?;
    let read: Command = serde_json::from_str(&json).map_err(|error| format!("{json}: {error}"))?;
    if stored == *command && read == *command { Ok(()) } else { Err("the stored command says something else".into()) }
}

fn verb(command: &Command) -> Option<String> {
    let json = serde_json::to_value(command).ok()?;
    json.as_object()?.keys().next().cloned()
}

#[cfg(test)]
mod tests;
