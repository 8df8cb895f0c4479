//! The import itself: the commands of the good rows in portions, the invitations after them, and the rows that are left to fix.

use super::{
    reading::breathe,
    work::{Outcome, Stage, Work},
};
use crate::{
    download::{Content, download},
    text,
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::Engine;
use rollcall_core::{
    Command,
    command::Authored,
    transfer::{CsvStyle, Part, Source, Turn},
};
use std::collections::BTreeMap;

/// Commands issued between two frames.
const ISSUED: usize = 500;

impl Work {
    /// Issues the commands of every good row.
    pub fn import(self) {
        let Some(engine) = self.app.engine() else { return };
        let counts = self.counts.get_untracked();
        let all = counts.ready + counts.updated;
        self.importing.set((0, all));
        self.stopping.set(false);
        self.outcome.set(Outcome::default());
        self.stage.set(Stage::Importing);
        spawn_local(async move {
            let (mut outcome, mut failed, mut invitations) = (Outcome::default(), BTreeMap::new(), Vec::new());
            let (mut from, mut done) = (0, 0);
            let invite = self.invite.get_untracked();
            loop {
                let portion = self.portion(&mut from);
                if portion.is_empty() || self.stopping.get_untracked() {
                    break;
                }
                let commands = portion.iter().flat_map(|(_, commands)| commands).cloned().collect();
                let rows = portion.iter().filter(|(turn, _)| turn.part != Part::Room).count();
                let progress = move |more: usize| self.importing.set((done + more.min(rows), all));
                let mut results = engine.issue_all(commands, progress).await.into_iter();
                for (turn, commands) in &portion {
                    let (mut wrong, mut makes) = (None, false);
                    for (command, result) in commands.iter().zip(results.by_ref()) {
                        makes |= matches!(command.command, Command::ImportUser(_) | Command::ImportContact(_));
                        match result {
                            Ok(_) => invitations.extend(invite.after(&command.command)),
                            // The first says why; those after it fail because of it.
                            Err(error) => wrong = wrong.or_else(|| Some(self.app.issue_error(&error))),
                        }
                    }
                    if let Some(reason) = wrong {
                        failed.entry(turn.row).or_insert(reason);
                    }
                    match turn.part {
                        Part::Room => {}
                        _ if failed.contains_key(&turn.row) => {}
                        _ if makes => outcome.made += 1,
                        _ => outcome.updated += 1,
                    }
                }
                done += rows;
                self.importing.set((done, all));
                breathe().await;
            }
            outcome.left = all.saturating_sub(done);
            outcome.failed = failed.len();
            self.invite(&engine, invitations, &mut outcome).await;
            self.outcome.set(outcome);
            self.sheet.update_value(|sheet| {
                if let Some(sheet) = sheet {
                    sheet.failed = failed;
                }
            });
            self.stage.set(Stage::Done);
            self.changed();
        });
    }

    /// The commands of the next good rows, with their turns. What belongs together is not split.
    fn portion(self, from: &mut usize) -> Vec<(Turn, Vec<Authored>)> {
        let portion = self.sheet.try_with_value(|sheet| {
            let read = &sheet.as_ref()?.read;
            let (mut portion, mut open) = (Vec::new(), 0_usize);
            while portion.len() < ISSUED || open > 0 {
                let Some((turn, commands)) = read.turn(*from) else { break };
                open = match turn.part {
                    Part::Whole => open,
                    Part::Room => open + 1,
                    Part::Rest => open.saturating_sub(1),
                };
                if !commands.is_empty() {
                    portion.push((turn, commands));
                }
                *from += 1;
            }
            Some(portion)
        });
        portion.flatten().unwrap_or_default()
    }

    /// Invites whoever was made and has an address, until it is stopped: what was stopped sends no more mails.
    async fn invite(self, engine: &Engine, invitations: Vec<Command>, outcome: &mut Outcome) {
        for portion in invitations.chunks(ISSUED) {
            if self.stopping.get_untracked() {
                outcome.uninvited += portion.len();
                continue;
            }
            let commands = portion.iter().cloned().map(Authored::from).collect();
            for result in engine.issue_all(commands, |_| {}).await {
                match result {
                    Ok(_) => outcome.invited += 1,
                    Err(error) => {
                        let first = || (0, self.app.issue_error(&error));
                        outcome.not_invited.get_or_insert_with(first).0 += 1;
                    }
                }
            }
            breathe().await;
        }
    }

    /// The rows that were not imported, with the reasons, as a file to fix: of the kind that was read.
    pub fn download_rejects(self) {
        let file = self.sheet.with_value(|sheet| {
            let sheet = sheet.as_ref()?;
            self.app.ask_once(|replica, _| {
                let wrong = sheet.read.rejected();
                let wrong = wrong.map(|(row, e)| (row, text::import::row(e, &sheet.table, Some(replica.view()))));
                let mut rows: BTreeMap<usize, String> = BTreeMap::new();
                rows.extend(wrong);
                rows.extend(sheet.failed.clone());
                let name = format!("to-fix-{}", stem(&sheet.name));
                let content = match sheet.table.source() {
                    Source::Text { delimiter, .. } => {
                        let style = CsvStyle { delimiter: *delimiter, bom: true };
                        Content::Csv(sheet.read.rejects(&sheet.table, rows, style))
                    }
                    Source::Sheet { name } => Content::Sheet(name.clone(), sheet.read.reject_rows(&sheet.table, rows)),
                };
                (content, name)
            })
        });
        if let Some((content, name)) = file {
            spawn_local(download(self.app, name, content));
        }
    }
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
