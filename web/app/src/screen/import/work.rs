//! The import under way: the table that was read, what its columns mean, the plan, and what came of each row. Long work
//! goes in portions, so that the page stays alive and a person can stop at any of them.

use super::reading;
use crate::{excel::excel, language::t, list::virtual_rows::Window, state::App, text};
use leptos::{prelude::*, task::spawn_local};
use rollcall_core::{
    Timestamp,
    id::UserId,
    transfer::{
        CellProblem, Column, Delimiter, Encoding, ImportOptions, ImportPlan, Invite, Mapping, PlanCounts, PlannedRow,
        Planner, RowStatus, Table, is_workbook,
    },
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
    pub mapping: Mapping,
    pub plan: ImportPlan,
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
    pub fn new(app: App) -> Self {
        let stage = RwSignal::new(Stage::File);
        app.unsaved.watch_tab(Signal::derive(move || stage.get() == Stage::Importing));
        Self {
            app,
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
        if let Some(old) = old {
            spawn_local(reading::dispose(old.plan.rows));
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
                let mapping = Mapping::guess(&table);
                let table = Arc::new(table);
                let plan = ImportPlan::default();
                let sheet = Sheet { name, bytes, sheets, table, mapping, plan, failed: BTreeMap::new() };
                self.replace(sheet);
                self.stage.set(Stage::Columns);
                self.plan();
            }
            Err(error) => self.fail(text::import::file_error(error)),
        }
    }

    fn replace(self, sheet: Sheet) {
        let old = self.sheet.try_update_value(|place| place.replace(sheet)).flatten();
        if let Some(old) = old {
            spawn_local(reading::dispose(old.plan.rows));
        }
    }

    fn fail(self, said: String) {
        self.failed.set(Some(said));
        self.stage.set(Stage::File);
    }

    /// Says by hand what a column holds.
    pub fn set_column(self, index: usize, column: Column) {
        self.sheet.update_value(|sheet| {
            if let Some(sheet) = sheet {
                sheet.mapping.set(index, column);
            }
        });
        // What no column holds any more is not updated either.
        let fields = self.sheet.with_value(|sheet| sheet.as_ref().map(Sheet::updatable)).unwrap_or_default();
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
        let old = self.sheet.try_update_value(|sheet| sheet.as_mut().map(|sheet| std::mem::take(&mut sheet.plan)));
        if let Some(old) = old.flatten() {
            spawn_local(reading::dispose(old.rows));
        }
        self.counts.set(PlanCounts::default());
        self.changed();
        let edition = self.edition.get_untracked();
        let options = self.options.get_untracked();
        let started = self.sheet.with_value(|sheet| {
            let sheet = sheet.as_ref()?;
            self.app.ask_once(|replica, now| {
                let context = replica.context(now);
                let started = Planner::new(replica.view(), context, sheet.table.clone(), &sheet.mapping, options);
                let said = |error| text::import::plan_error(&error, &sheet.table, Some(replica.view()));
                started.map(|planner| (planner, sheet.table.rows().len())).map_err(said)
            })
        });
        match started {
            None => {}
            Some(Err(problems)) => {
                self.planning.set(None);
                self.problems.set(problems);
            }
            Some(Ok((planner, all))) => {
                self.problems.set(Vec::new());
                self.planning.set(Some((0, all)));
                spawn_local(self.advance(planner, all, edition));
            }
        }
    }

    async fn advance(self, mut planner: Planner, all: usize, edition: u32) {
        let mut id = || UserId::new(rollcall_client::new_id());
        loop {
            let step = || self.app.ask_once(|replica, _| planner.advance(replica.view(), ROWS, &mut id));
            let more = reading::in_portion(|| self.now(), step, |more| *more == Some(true));
            match more {
                // Gone when the person signed out meanwhile.
                _ if !self.is_current(edition) => return spawn_local(reading::dispose(planner.finish().rows)),
                Some(true) => self.planning.set(Some((planner.done(), all))),
                _ => break,
            }
            reading::breathe().await;
            if !self.is_current(edition) {
                return spawn_local(reading::dispose(planner.finish().rows));
            }
        }
        let plan = planner.finish();
        self.counts.set(plan.counts);
        self.sheet.update_value(|sheet| {
            if let Some(sheet) = sheet {
                sheet.plan = plan;
            }
        });
        self.planning.set(None);
        self.changed();
    }
}

impl Sheet {
    /// The rows that are shown, by their place.
    pub fn shown(&self, show: Show) -> Vec<usize> {
        let rows = 0..self.table.rows().len();
        let planned = |row: &usize, of: fn(&PlannedRow) -> bool| self.plan.rows.get(*row).is_some_and(of);
        match show {
            Show::All => rows.collect(),
            Show::ToFix => rows.filter(|row| planned(row, is_wrong) || self.failed.contains_key(row)).collect(),
            Show::Read => rows.filter(|row| planned(row, is_read)).collect(),
            Show::LeftOut => rows.filter(|row| planned(row, is_left_out)).collect(),
            Show::Updated => {
                rows.filter(|row| planned(row, |row| matches!(row.status, RowStatus::Update(_)))).collect()
            }
        }
    }

    /// The fields of people who are here that its columns could update.
    pub fn updatable(&self) -> Vec<Column> {
        let mut fields: Vec<Column> = Vec::new();
        for field in self.mapping.columns().iter().filter_map(Column::updates) {
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        fields
    }

    /// How many cells are to be fixed that could be read in an unusual way.
    pub fn unusual(&self) -> usize {
        let errors = self.plan.rejected().flat_map(|(_, errors)| errors);
        errors.filter(|error| matches!(error.problem, CellProblem::Unusual { .. })).count()
    }
}

fn is_wrong(row: &PlannedRow) -> bool {
    !row.set_apart && matches!(row.status, RowStatus::Rejected(_))
}

fn is_read(row: &PlannedRow) -> bool {
    !row.read.is_empty() && !row.set_apart && matches!(row.status, RowStatus::Ready(_) | RowStatus::Update(_))
}

fn is_left_out(row: &PlannedRow) -> bool {
    row.set_apart || row.status == RowStatus::HeadingAgain
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
