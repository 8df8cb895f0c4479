//! What the audit log keeps of a commit. Who called from outside, or was called there, is kept as long as the call is
//! (domain.md 2.22): the log, which lives for years, has the call's id and what happened.

use crate::{
    change::{Changes, Record},
    command::{Command, ReportCalls, StartCall},
};

/// The row without the numbers of outsiders.
pub fn logged(command: Command, mut changes: Changes) -> (Command, Changes) {
    let command = match command {
        Command::StartCall(start) => StartCall { peer: None, ..start }.into(),
        Command::ReportCalls(ReportCalls { mut reports }) => {
            reports.iter_mut().for_each(|report| report.peer = None);
            ReportCalls { reports }.into()
        }
        other => other,
    };
    let records = changes.0.iter_mut().flat_map(|change| change.before.iter_mut().chain(&mut change.after));
    for record in records {
        if let Record::Call(call) = record {
            call.peer = None;
        }
    }
    (command, changes)
}
