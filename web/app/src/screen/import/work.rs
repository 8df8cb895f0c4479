//! The import under way: the table that was read, what its columns mean, the plan, and what came of each row. Long work
//! goes in portions, so that the page stays alive.

use crate::{browser, language::t, list::virtual_rows::Window, state::App, text};
use leptos::{prelude::*, task::spawn_local};
use rollcall_core::{
    Command,
    id::UserId,
    transfer::{
        Column, CsvStyle, Delimiter, ImportPlan, MAX_BYTES, Mapping, PlanCounts, Planner, RowStatus, Table, rejects,
    },
};
use std::collections::BTreeMap;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Rows planned between two frames.
const PORTION: usize = 1_000;
/// Commands issued between two frames.
const ISSUED: usize = 500;

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
}

/// What was read and planned.
pub struct Sheet {
    pub name: String,
    pub table: Table,
    pub mapping: Mapping,
    pub plan: ImportPlan,
    /// Rows that the engine did not take, with the reason.
    pub failed: BTreeMap<usize, String>,
}

/// The import under way. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Work {
    pub app: App,
    pub stage: RwSignal<Stage>,
    /// Why the file can't be read.
    pub failed: RwSignal<Option<String>>,
    /// What has to be fixed in the columns before a plan can be made.
    pub problems: RwSignal<Vec<String>>,
    /// How far the dry run is; none when it is done.
    pub planning: RwSignal<Option<(usize, usize)>>,
    pub counts: RwSignal<PlanCounts>,
    pub importing: RwSignal<(usize, usize)>,
    /// Users made, and rows that were not taken.
    pub outcome: RwSignal<(usize, usize)>,
    pub show: RwSignal<Show>,
    pub window: Window,
    sheet: StoredValue<Option<Sheet>, LocalStorage>,
    /// Counts up when the sheet changed.
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
            problems: RwSignal::new(Vec::new()),
            planning: RwSignal::new(None),
            counts: RwSignal::new(PlanCounts::default()),
            importing: RwSignal::new((0, 0)),
            outcome: RwSignal::new((0, 0)),
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

    fn changed(self) {
        self.edition.update(|edition| *edition = edition.wrapping_add(1));
    }

    pub fn start_over(self) {
        self.sheet.set_value(None);
        self.failed.set(None);
        self.show.set(Show::All);
        self.stage.set(Stage::File);
        self.changed();
    }

    /// Reads a file and guesses its columns.
    pub fn read(self, file: File) {
        self.failed.set(None);
        self.stage.set(Stage::Reading);
        spawn_local(async move {
            match read(&file).await {
                Ok(table) => {
                    let mapping = Mapping::guess(&table);
                    let sheet = Sheet {
                        name: file.name(),
                        table,
                        mapping,
                        plan: ImportPlan::default(),
                        failed: BTreeMap::new(),
                    };
                    self.sheet.set_value(Some(sheet));
                    self.stage.set(Stage::Columns);
                    self.plan();
                }
                Err(said) => {
                    self.failed.set(Some(said));
                    self.stage.set(Stage::File);
                }
            }
        });
    }

    /// Says by hand what a column holds.
    pub fn set_column(self, index: usize, column: Column) {
        self.sheet.update_value(|sheet| {
            if let Some(sheet) = sheet {
                sheet.mapping.set(index, column);
            }
        });
        self.plan();
    }

    /// Tries every row dry. A newer plan ends an older one.
    fn plan(self) {
        self.sheet.update_value(|sheet| {
            if let Some(sheet) = sheet {
                sheet.plan = ImportPlan::default();
            }
        });
        self.counts.set(PlanCounts::default());
        self.changed();
        let edition = self.edition.get_untracked();
        let started = self.sheet.with_value(|sheet| {
            let sheet = sheet.as_ref()?;
            self.app.ask_once(|replica, now| {
                let started = Planner::new(replica.view(), replica.context(now), &sheet.table, &sheet.mapping);
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
        loop {
            // Gone when the person signed out meanwhile.
            let more = self.sheet.try_with_value(|sheet| {
                let mut id = || UserId::new(rollcall_client::new_id());
                sheet.as_ref().is_some_and(|sheet| planner.advance(&sheet.table, PORTION, &mut id))
            });
            if self.edition.try_get_untracked() != Some(edition) {
                return;
            }
            if more != Some(true) {
                break;
            }
            self.planning.set(Some((planner.done(), all)));
            breathe().await;
            if self.edition.try_get_untracked() != Some(edition) {
                return;
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

    /// Issues the commands of every good row.
    pub fn import(self) {
        let Some(engine) = self.app.engine() else { return };
        let planned: Vec<(usize, Command)> = self
            .sheet
            .with_value(|sheet| {
                let commands = |sheet: &Sheet| sheet.plan.commands().map(|(row, c)| (row, c.clone())).collect();
                sheet.as_ref().map(commands)
            })
            .unwrap_or_default();
        let all = planned.len();
        self.importing.set((0, all));
        self.stage.set(Stage::Importing);
        spawn_local(async move {
            let (mut made, mut failed, mut before) = (0, BTreeMap::new(), 0);
            for portion in planned.chunks(ISSUED) {
                let commands = portion.iter().map(|(_, command)| command.clone()).collect();
                let results = engine.issue_all(commands, move |done| self.importing.set((before + done, all))).await;
                for ((row, _), result) in portion.iter().zip(&results) {
                    match result {
                        Ok(_) => made += 1,
                        Err(error) => drop(failed.insert(*row, self.app.issue_error(error))),
                    }
                }
                before += portion.len();
                self.importing.set((before, all));
                breathe().await;
            }
            self.outcome.set((made, failed.len()));
            self.sheet.update_value(|sheet| {
                if let Some(sheet) = sheet {
                    sheet.failed = failed;
                }
            });
            self.stage.set(Stage::Done);
            self.changed();
        });
    }

    /// The rows that were not imported, with the reasons, as a file to fix.
    pub fn download_rejects(self) {
        let file = self.sheet.with_value(|sheet| {
            let sheet = sheet.as_ref()?;
            self.app.ask_once(|replica, _| {
                let wrong = sheet.plan.rejected();
                let wrong = wrong.map(|(row, e)| (row, text::import::row(e, &sheet.table, Some(replica.view()))));
                let mut rows: BTreeMap<usize, String> = BTreeMap::new();
                rows.extend(wrong);
                rows.extend(sheet.failed.clone());
                let style = CsvStyle { delimiter: sheet.table.delimiter(), bom: true };
                (rejects(&sheet.table, &sheet.mapping, rows, style), format!("to-fix-{}", stem(&sheet.name)))
            })
        });
        if let Some((bytes, name)) = file
            && browser::download(&format!("{name}.csv"), "text/csv;charset=utf-8", &bytes).is_err()
        {
            self.app.toasts.warn(t!(download_failed));
        }
    }
}

impl Sheet {
    /// The rows that are shown, by their place.
    pub fn shown(&self, show: Show) -> Vec<usize> {
        match show {
            Show::All => (0..self.table.rows().len()).collect(),
            Show::ToFix => {
                let wrong = |row: &usize| {
                    let rejected = self.plan.rows.get(*row).is_some_and(|r| matches!(r.status, RowStatus::Rejected(_)));
                    rejected || self.failed.contains_key(row)
                };
                (0..self.table.rows().len()).filter(wrong).collect()
            }
        }
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

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

async fn read(file: &File) -> Result<Table, String> {
    // Asked before it is read: a film would not fit into the memory.
    if file.size() > MAX_BYTES as f64 {
        return Err(text::import::file_error(rollcall_core::transfer::FileError::TooLarge { max: MAX_BYTES }));
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| t!(import_read_failed))?;
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    Table::read(&bytes).map_err(text::import::file_error)
}

/// Lets the browser draw.
async fn breathe() {
    let frame = js_sys::Promise::new(&mut |resolve, _| {
        set_timeout(
            move || {
                let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
            },
            std::time::Duration::ZERO,
        );
    });
    let _ = JsFuture::from(frame).await;
}
