//! Import and export: other systems' CSV files in, rejected rows and the list of users out.
//!
//! The way of an import: a [`TableReader`] makes rows of bytes and says how sure the encoding is, [`Mapping::guess`] says what
//! each column is (and can be changed by hand), a [`Planner`] tries every row dry and answers an [`ImportPlan`]: one command
//! per good row, an error at each wrong cell, and what was made of unusual ones. [`rejects`] writes the bad rows into a file
//! that can be mended and imported again. Nothing is lost without a word, and no secret leaves the file.

mod cells;
mod column;
mod decode;
mod encoding;
mod error;
mod export;
mod heading;
mod mapping;
mod names;
mod options;
mod plan;
mod plausible;
mod row;
mod rows;
mod sniff;
mod spelling;
mod status;
mod table;
mod write;

pub use cells::{neutralise, restore};
pub use column::Column;
pub use decode::{Candidate, Certainty, Decoded, MAX_BYTES, decode};
pub use encoding::{Encoding, Hints};
pub use error::{CellError, CellProblem, FileError, FileKind};
pub use export::{ExportUsers, export_users, rejects};
pub use mapping::{Mapping, MappingProblem};
pub use options::ImportOptions;
pub use plan::{ImportPlan, PlanCounts, PlanError, PlannedRow, Planner, RowStatus, plan};
pub use row::{CellRead, RowDraft};
pub use rows::{Delimiter, MAX_ROWS, Row};
pub use table::{MAX_COLUMNS, Table, TableReader};
pub use write::CsvStyle;
