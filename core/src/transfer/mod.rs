//! Import and export: other systems' CSV files and workbooks in, rejected rows and the list of users out.
//!
//! The way of an import: a [`TableReader`] makes rows of bytes and says how sure the encoding is (or a [`SheetReader`] of a
//! [`Workbook`]), [`Mapping::guess`] says what
//! each column is (and can be changed by hand), a [`Planner`] tries every row dry and answers an [`ImportPlan`]: one command
//! per good row, an error at each wrong cell, and what was made of unusual ones. [`rejects`] writes the bad rows into a file
//! that can be mended and imported again. Nothing is lost without a word, and no secret leaves the file.

mod cells;
mod circle;
mod column;
mod concerned;
mod contact;
mod decode;
mod encoding;
mod error;
mod excel;
mod export;
mod heading;
mod invite;
mod lists;
mod locked;
mod mapping;
mod meanings;
mod names;
mod options;
mod plan;
mod planner;
mod plausible;
mod row;
mod rows;
mod scope;
mod shape;
mod sniff;
mod spelling;
mod status;
mod table;
mod update;
mod waiting;
mod write;

pub use cells::{neutralise, restore};
pub use column::Column;
pub use contact::{
    ContactColumn, ContactCounts, ContactMapping, ContactMappingProblem, ContactPlan, ContactPlanError, ContactPlanner,
    ContactStatus, PlannedContact,
};
pub use decode::{Candidate, Certainty, Decoded, MAX_BYTES, decode};
pub use encoding::{Encoding, Hints};
pub use error::{CellError, CellProblem, FileError, FileKind};
pub use excel::{SheetReader, Workbook, WorkbookWriter, is_workbook, widen, widths, write_workbook};
pub use export::{ExportUsers, UserColumn, UserColumns, UserRows, export_users, may_export, reject_rows, rejects};
pub use invite::Invite;
pub use mapping::{Mapping, MappingProblem};
pub use meanings::Meanings;
pub use options::{ImportOptions, RolesHold};
pub use plan::{ImportPlan, Part, PlanCounts, PlanError, PlannedRow, RowStatus, Turn};
pub use planner::{Planner, plan};
pub use row::{CellRead, RowDraft};
pub use rows::{Delimiter, MAX_ROWS, Row};
pub use table::{MAX_COLUMNS, Rows, Source, Table, TableReader};
pub use update::{FieldChange, Update};
pub use write::{CsvStyle, csv};
