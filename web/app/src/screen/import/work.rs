//! The import under way: the table that was read, what its columns mean, the plan, and what came of each row. Long work
//! goes in portions, so that the page stays alive and a person can stop at any of them.

use super::{
    reading,
    subject::{Planning, Read, Stands, Subject},
};
use crate::{excel::excel, language::t, list::virtual_rows::Window, state::App, text};
use leptos::{prelude::*, task::spawn_local};
use rollcall_core::{
    Timestamp,
    transfer::{CellProblem, Delimiter, Encoding, ImportOptions, Invite, PlanCounts, Table, is_workbook},
};
use std::{collections::BTreeMap, sync::Arc};
use web_sys::File;

/// Rows planned between two looks at the clock.
const ROWS: usize = 100;

/// How far the import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    File,
    Reading,
    Columns,
    Importing,
    Done,
}

/// The rows that the preview shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    All,
    ToFix,
    /// Those with cells that are read in another way than they are written.
    Read,
    /// Those who are blocked where the file comes from, and headings that come again.
    LeftOut,
    /// People who are here already and are updated.
    Updated,
}

/// What a person chose of how a file is to be read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Chosen {
    pub encoding: Option<Encoding>,
    /// The place of a sheet.
    pub sheet: Option<usize>,
}

/// What was read and planned.
pub struct Sheet {
    pub name: String,
    bytes: Arc<[u8]>,
    /// The sheets of a workbook, and the place of the one that is read.
    pub sheets: (Vec<String>, usize),
    pub table: Arc<Table>,
    /// What its columns mean, and what becomes of its rows.
    pub read: Read,
    /// Rows that the engine did not take, with the reason.
    pub failed: BTreeMap<usize, String>,
}

/// What came of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Users made.
    pub made: usize,
    /// People who were here already and were updated.
    pub updated: usize,
    /// Rows that were not taken.
    pub failed: usize,
    /// Rows that were left when it was stopped.
    pub left: usize,
    pub invited: usize,
    /// How many could not be invited, and why the first one could not.
    pub not_invited: Option<(usize, String)>,
    /// How many were made, and not invited because it was stopped.
    pub uninvited: usize,
}

/// The import under way. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Work {
    pub app: App,
    pub subject: Subject,
    pub stage: RwSignal<Stage>,
    /// Why the file can't be read.
    pub failed: RwSignal<Option<String>>,
    /// How much of the file is read, in bytes.
    pub reading: RwSignal<(usize, usize)>,
    /// What has to be fixed in the columns before a plan can be made.
    pub problems: RwSignal<Vec<String>>,
    /// How far the dry run is; none when it is done.
    pub planning: RwSignal<Option<(usize, usize)>>,
    pub counts: RwSignal<PlanCounts>,
    pub options: RwSignal<ImportOptions>,
    /// When the invitations go out.
    pub invite: RwSignal<Invite>,
    pub importing: RwSignal<(usize, usize)>,
    /// Whether the person wants the import to stop.
    pub stopping: RwSignal<bool>,
    pub outcome: RwSignal<Outcome>,
    pub show: RwSignal<Show>,
    pub window: Window,
    pub(super) sheet: StoredValue<Option<Sheet>, LocalStorage>,
    /// Counts up when the sheet changed: what was begun before is of no interest any more.
    edition: RwSignal<u32>,
}

impl Work {
    pub fn new(app: App, subject: Subject) -> Self {
        let stage = RwSignal::new(Stage::File);
        app.unsaved.watch_tab(Signal::derive(move || stage.get() == Stage::Importing));
        Self {
            app,
            subject,
            stage,
            failed: RwSignal::new(None),
            reading: RwSignal::new((0, 0)),
            problems: RwSignal::new(Vec::new()),
            planning: RwSignal::new(None),
            counts: RwSignal::new(PlanCounts::default()),
            options: RwSignal::new(ImportOptions::default()),
            invite: RwSignal::new(Invite::Never),
            importing: RwSignal::new((0, 0)),
            stopping: RwSignal::new(false),
            outcome: RwSignal::new(Outcome::default()),
            show: RwSignal::new(Show::All),
            window: Window::new(),
            sheet: StoredValue::new_local(None),
            edition: RwSignal::new(0),
        }
    }

    /// Asks the sheet something; tracked.
    pub fn sheet<R>(self, question: impl FnOnce(&Sheet) -> R) -> Option<R> {
        self.edition.track();
        self.sheet.with_value(|sheet| sheet.as_ref().map(question))
    }

    pub(super) fn changed(self) {
        self.edition.update(|edition| *edition = edition.wrapping_add(1));
    }

    /// Whether nothing has begun since; false when the person signed out meanwhile.
    fn is_current(self, edition: u32) -> bool {
        self.edition.try_get_untracked() == Some(edition)
    }

    pub(super) fn now(self) -> Timestamp {
        self.app.engine().map_or(Timestamp(0), |engine| engine.now())
    }

    /// Whether nobody could be invited any more at the moment that was chosen; tracked.
    pub fn invites_too_late(self) -> bool {
        self.invite.get().is_over(self.now())
    }

    pub fn start_over(self) {
        let old = self.sheet.try_update_value(Option::take).flatten();
        if let Some(mut old) = old {
            old.read.forget_plan();
        }
        self.failed.set(None);
        self.planning.set(None);
        self.options.set(ImportOptions::default());
        self.invite.set(Invite::Never);
        self.show.set(Show::All);
        self.stage.set(Stage::File);
        self.changed();
    }

    /// Reads a file and guesses its columns.
    pub fn read(self, file: File) {
        self.failed.set(None);
        self.reading.set((0, 0));
        self.stage.set(Stage::Reading);
        self.changed();
        let edition = self.edition.get_untracked();
        spawn_local(async move {
            match reading::bytes(&file).await {
                Ok(bytes) if self.is_current(edition) => {
                    self.read_bytes(file.name(), bytes.into(), Chosen::default()).await;
                }
                Err(said) if self.is_current(edition) => self.fail(said),
                _ => {}
            }
        });
    }

    /// Says by hand how the file is to be read.
    pub fn read_as(self, chosen: Chosen) {
        let again =
            self.sheet.with_value(|sheet| sheet.as_ref().map(|sheet| (sheet.name.clone(), sheet.bytes.clone())));
        if let Some((name, bytes)) = again {
            spawn_local(self.read_bytes(name, bytes, chosen));
        }
    }

    async fn read_bytes(self, name: String, bytes: Arc<[u8]>, chosen: Chosen) {
        self.changed();
        let edition = self.edition.get_untracked();
        let (rows, sheets) = if is_workbook(&bytes) {
            let Ok(excel) = excel().await else { return self.fail(t!(screen_missing_sentence)) };
            let opened = (excel.open)(bytes.clone()).and_then(|book| {
                let place = chosen.sheet.unwrap_or_else(|| book.first());
                Ok((book.sheet(place)?, (book.sheets(), place)))
            });
            match opened {
                Ok(opened) => opened,
                Err(error) => return self.fail(text::import::file_error(error)),
            }
        } else {
            let language = self
                .app
                .ask_once(|replica, _| replica.view().organisation().map(|one| one.language.to_string()))
                .flatten();
            match reading::text(&bytes, chosen.encoding, &language.unwrap_or_default()).await {
                Ok(rows) => (rows, (Vec::new(), 0)),
                Err(error) => return self.fail(text::import::file_error(error)),
            }
        };
        let go_on = |progress| {
            let current = self.is_current(edition);
            if current {
                self.reading.set(progress);
            }
            current
        };
        let Some(read) = reading::table(rows, || self.now(), go_on).await else { return };
        match read {
            Ok(table) => {
                let Some(read) = self.app.ask_once(|replica, _| self.subject.guess(&table, replica.view())) else {
                    return;
                };
                let sheet = Sheet { name, bytes, sheets, table: Arc::new(table), read, failed: BTreeMap::new() };
                self.replace(sheet);
                self.stage.set(Stage::Columns);
                self.plan();
            }
            Err(error) => self.fail(text::import::file_error(error)),
        }
    }

    fn replace(self, sheet: Sheet) {
        let old = self.sheet.try_update_value(|place| place.replace(sheet)).flatten();
        if let Some(mut old) = old {
            old.read.forget_plan();
        }
    }

    fn fail(self, said: String) {
        self.failed.set(Some(said));
        self.stage.set(Stage::File);
    }

    /// Says by hand what a column holds.
    pub fn set_column(self, index: usize, name: &str, code: &str) {
        self.sheet.update_value(|sheet| {
            if let Some(sheet) = sheet {
                sheet.read.set(index, name, code);
            }
        });
        // What no column holds any more is not updated either.
        let fields =
            self.sheet.with_value(|sheet| sheet.as_ref().map(|sheet| sheet.read.updatable())).unwrap_or_default();
        self.options.update(|options| options.update.retain(|field| fields.contains(field)));
        self.plan();
    }

    /// Says something of all rows at once.
    pub fn set_options(self, change: impl FnOnce(&mut ImportOptions)) {
        self.options.update(change);
        self.plan();
    }

    /// Tries every row dry. A newer plan ends an older one.
    fn plan(self) {
        self.sheet.update_value(|sheet| {
            if let Some(sheet) = sheet {
                sheet.read.forget_plan();
            }
        });
        self.counts.set(PlanCounts::default());
        self.changed();
        let edition = self.edition.get_untracked();
        let options = self.options.get_untracked();
        let started = self.sheet.with_value(|sheet| {
            let sheet = sheet.as_ref()?;
            self.app.ask_once(|replica, now| {
                let started = Planning::new(&sheet.read, &sheet.table, replica, now, options);
                started.map(|planning| (planning, sheet.table.rows().len()))
            })
        });
        match started {
            None => {}
            Some(Err(problems)) => {
                self.planning.set(None);
                self.problems.set(problems);
            }
            Some(Ok((planning, all))) => {
                self.problems.set(Vec::new());
                self.planning.set(Some((0, all)));
                spawn_local(self.advance(planning, all, edition));
            }
        }
    }

    async fn advance(self, mut planning: Planning, all: usize, edition: u32) {
        loop {
            let step = || planning.advance(self.app, ROWS);
            let more = reading::in_portion(|| self.now(), step, |more| *more == Some(true));
            match more {
                // Gone when the person signed out meanwhile.
                _ if !self.is_current(edition) => return planning.forget(),
                Some(true) => self.planning.set(Some((planning.done(), all))),
                _ => break,
            }
            reading::breathe().await;
            if !self.is_current(edition) {
                return planning.forget();
            }
        }
        let counts = self.sheet.try_update_value(|sheet| sheet.as_mut().map(|sheet| planning.finish(&mut sheet.read)));
        self.counts.set(counts.flatten().unwrap_or_default());
        self.planning.set(None);
        self.changed();
    }
}

impl Sheet {
    /// The rows that are shown, by their place.
    pub fn shown(&self, show: Show) -> Vec<usize> {
        let rows = 0..self.table.rows().len();
        let stands =
            |row: &usize, of: fn(&Stands<'_>) -> bool| self.read.stands(*row).is_some_and(|stands| of(&stands));
        let is_read = |row: &usize| {
            let taken = stands(row, |stands| matches!(stands, Stands::Ready | Stands::Update(_)));
            taken && !self.read.read(*row).is_empty()
        };
        match show {
            Show::All => rows.collect(),
            Show::ToFix => {
                let wrong = |row: &usize| stands(row, |stands| matches!(stands, Stands::Rejected(_)));
                rows.filter(|row| wrong(row) || self.failed.contains_key(row)).collect()
            }
            Show::Read => rows.filter(is_read).collect(),
            Show::LeftOut => {
                rows.filter(|row| stands(row, |stands| matches!(stands, Stands::Apart | Stands::Heading))).collect()
            }
            Show::Updated => rows.filter(|row| stands(row, |stands| matches!(stands, Stands::Update(_)))).collect(),
        }
    }

    /// How many cells are to be fixed that could be read in an unusual way.
    pub fn unusual(&self) -> usize {
        let errors = self.read.rejected().flat_map(|(_, errors)| errors);
        errors.filter(|error| matches!(error.problem, CellProblem::Unusual { .. })).count()
    }
}

/// What separates the cells; the message about the file has the words for it.
pub fn delimiter(delimiter: Delimiter) -> &'static str {
    match delimiter {
        Delimiter::Comma => "comma",
        Delimiter::Semicolon => "semicolon",
        Delimiter::Tab => "tab",
        Delimiter::Pipe => "pipe",
    }
}
