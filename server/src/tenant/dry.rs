//! Dry runs: what commands would do, without doing it. All of them together change no more than one command may: else a few
//! kilobytes of commands would ask for an answer of gigabytes.

use super::{
    state::State,
    turn::{self, Turns},
};
use rollcall_core::{
    Actor, Command, Context, Decision, Effect, Refusal, Refusals,
    access::{Holding, apply_and_see},
    api::Answer,
    context::View,
    decide,
    id::UserId,
    time::Timestamp,
};
use tokio::sync::oneshot;

/// What is decided, unless it hands over what nobody would be told.
pub(super) fn told(decision: Decision, handed: bool) -> Result<Decision, Refusals> {
    let hands_over = decision.effects.iter().any(|effect| matches!(effect, Effect::HandOver { .. }));
    if hands_over && !handed { Err(Refusal::HandedOverElsewhere.into()) } else { Ok(decision) }
}

/// Answers what each of these commands would do, if the allowed ones before it were done, and gives how much that changes.
pub(super) async fn run(
    state: &mut State,
    (user, now): (UserId, Timestamp),
    (commands, handed): (&[Command], bool),
    reply: oneshot::Sender<Vec<Answer>>,
) -> usize {
    let context = Context { actor: Actor::User(user), now, view: View::Whole };
    let holding = Holding::of_actor(&state.directory, &context).unwrap_or_default();
    let (most, mut turns) = (state.tuning.changes, Turns::new(&state.tuning));
    let (mut done, mut sum, mut over) = (Vec::new(), 0_usize, None::<Refusal>);
    let mut answers = Vec::with_capacity(commands.len());
    for command in commands {
        if reply.is_closed() {
            break;
        }
        let mut decided = match &over {
            // Not even decided.
            Some(refusal) => Err(refusal.clone().into()),
            None => decide(&state.directory, &context, command).and_then(|decision| told(decision, handed)),
        };
        let weight = decided.as_ref().map_or(0, |decision| decision.changes.weight());
        let together = sum.saturating_add(weight);
        if let Ok(decision) = &mut decided {
            if together > most && !done.is_empty() {
                let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
                let refusal = Refusal::TooManyChanges { changes: count(together), max: count(most) };
                decided = Err(refusal.clone().into());
                over = Some(refusal);
            } else {
                sum = together;
                // The asker learns of what it sees, and no more.
                let seen = apply_and_see(&mut state.directory, &holding, &decision.changes);
                done.push(std::mem::replace(&mut decision.changes, seen));
            }
        }
        let work = match (&decided, &over) {
            (Ok(_), _) => weight,
            (Err(_), Some(_)) => weight,
            (Err(refusals), None) => turn::refused(refusals),
        };
        answers.push(Answer::from(decided));
        turns.pass(work).await;
    }
    for changes in done.iter().rev() {
        state.directory.undo(changes);
    }
    let _ = reply.send(answers);
    sum
}
