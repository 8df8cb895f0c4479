//! Import and export: other systems' CSV files in, rejected rows and the list of users out.
//!
//! The way of an import: [`Table::read`] makes rows of bytes, [`Mapping::guess`] says what each column is (and can be
//! changed by hand), a [`Planner`] tries every row dry and answers an [`ImportPlan`]: one command per good row, an error
//! at each wrong cell. [`rejects`] writes the bad rows into a file that can be mended and imported again.

mod cells;
mod column;
mod decode;
mod error;
mod export;
mod heading;
mod mapping;
mod names;
mod plan;
mod row;
mod rows;
mod sniff;
mod table;
mod write;

pub use cells::{neutralise, restore};
pub use column::Column;
pub use decode::{Decoded, Encoding, MAX_BYTES, decode};
pub use error::{CellError, CellProblem, FileError, FileKind};
pub use export::{ExportUsers, export_users, rejects};
pub use mapping::{Mapping, MappingProblem};
pub use plan::{ImportPlan, PlanCounts, PlanError, PlannedRow, Planner, RowStatus, plan};
pub use row::RowDraft;
pub use rows::{Delimiter, MAX_ROWS, Row};
pub use table::{MAX_COLUMNS, Table};
pub use write::CsvStyle;
