//! Vectors: commands in a known world with the decision each must get. Page, server and every JS host run the same file,
//! so a build that decides differently from the others shows itself. Generated from the text tables in tests/rules/.

use crate::{
    change::{Key, Record},
    command::{Command, Edited, Effect, decide, decide_edit},
    context::Context,
    directory::Directory,
    refusal::{Field, Refusals},
};
use serde::{Deserialize, Serialize};

/// The content of a vectors file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Vectors {
    pub vectors: Vec<Vector>,
}

/// Commands that happen one after the other in one world.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Vector {
    /// The table and line that it comes from.
    pub name: String,
    /// What there is before the first step.
    pub world: Vec<Record>,
    pub steps: Vec<Step>,
}

/// One command; what is allowed happens, so the next step sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    /// The sentence of the table.
    pub text: String,
    pub context: Context,
    pub command: Command,
    /// What its author saw, where others changed it since.
    pub seen: Option<Command>,
    pub expect: Expect,
}

/// The gist of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Expect {
    /// Which records change, and what the server does besides, both in order.
    Allowed { changed: Vec<Key>, effects: Vec<Effect> },
    /// The codes of all refusals, most important first.
    Refused(Vec<String>),
    /// The same as allowed, with fields kept out that others changed.
    Merged { changed: Vec<Key>, effects: Vec<Effect>, kept: Vec<Field> },
}

/// How a run of all vectors ended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// Steps that were decided as expected.
    pub passed: usize,
    /// The others.
    pub failed: Vec<Mismatch>,
}

/// A step that was decided otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mismatch {
    pub vector: String,
    pub step: String,
    pub expected: Expect,
    pub got: Expect,
}

impl Expect {
    /// The gist of what [`decide_edit`] answered.
    pub fn of(answer: &Result<Edited, Refusals>) -> Self {
        match answer {
            Ok(Edited { decision, kept, .. }) => {
                let (changed, effects) = (decision.changes.keys().collect(), decision.effects.clone());
                let mut kept: Vec<Field> = kept.iter().map(|path| path.field).collect();
                kept.dedup();
                match kept.is_empty() {
                    true => Self::Allowed { changed, effects },
                    false => Self::Merged { changed, effects, kept },
                }
            }
            Err(refusals) => Self::Refused(refusals.iter().map(|refusal| refusal.code().to_owned()).collect()),
        }
    }
}

/// Decides every step of every vector and compares.
pub fn run(vectors: &Vectors) -> Report {
    run_by(vectors, |directory, step| Some(decide_edit(directory, &step.context, &step.command, step.seen.as_ref())))
}

/// The same for a host that issues plain commands and has no sync to merge edits in: of each vector, what comes before the first
/// edit whose author saw something.
pub fn run_plain(vectors: &Vectors) -> Report {
    run_by(vectors, |directory, step| {
        let edited = |decision| Edited { command: step.command.clone(), decision, kept: Vec::new() };
        let plain = || decide(directory, &step.context, &step.command).map(edited);
        step.seen.is_none().then(plain)
    })
}

/// Decides by a function, until it answers nothing.
fn run_by(vectors: &Vectors, decided: impl Fn(&Directory, &Step) -> Option<Result<Edited, Refusals>>) -> Report {
    let mut report = Report::default();
    for vector in &vectors.vectors {
        let mut directory = Directory::from_records(vector.world.iter().cloned());
        for step in &vector.steps {
            let Some(answer) = decided(&directory, step) else { break };
            let got = Expect::of(&answer);
            if let Ok(Edited { decision, .. }) = answer {
                directory.apply(&decision.changes);
            }
            if got == step.expect {
                report.passed += 1;
            } else {
                report.failed.push(Mismatch {
                    vector: vector.name.clone(),
                    step: step.text.clone(),
                    expected: step.expect.clone(),
                    got,
                });
            }
        }
    }
    report
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Timestamp, command::CreateTeam, context::*, id::TeamId, value::TeamName};

    #[test]
    fn a_wrong_expectation_is_reported_and_the_rest_goes_on() {
        let step = |expect| Step {
            text: "system creates team Sales".into(),
            context: Context { actor: Actor::System, now: Timestamp(0), view: View::Whole },
            command: CreateTeam {
                id: TeamId::fixed(1),
                name: TeamName::parse("Sales").unwrap(),
                kind: Default::default(),
                members: Vec::new(),
            }
            .into(),
            seen: None,
            expect,
        };
        let made = Expect::Allowed { changed: vec![Key::Team(TeamId::fixed(1))], effects: Vec::new() };
        let twice = Expect::Refused(vec!["id_in_use".into(), "name_taken".into()]);
        let vector = Vector {
            name: "a".into(),
            world: Vec::new(),
            steps: vec![step(made.clone()), step(made.clone()), step(twice)],
        };
        let report = run(&Vectors { vectors: vec![vector] });
        assert_eq!(report.passed, 2);
        assert!(report.failed.len() == 1 && report.failed[0].expected == made);
    }
}
