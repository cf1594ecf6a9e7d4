//! Strangers' bytes become rows of cells with an address. Knows formats and limits, nothing of partners.
//!
//! [`discover`] turns what was given on the command line into a stable list of sources, [`read`] turns one source
//! into a [`Book`], and [`drop_same_files`] sees to it that the same bytes are not counted twice.
//!
//! The program does its reading in processes of their own, through [`worker::Pool`]; what is read there is the same.
//!
//! Everything below works on bytes in memory, shares no state and never fails: what is wrong becomes a finding.
//! `.xlsx` and OpenDocument are read here as XML streams, because only then do declared sizes, repeated cells and single
//! bad values stay harmless; the binary formats go through calamine.

mod collect;
mod config;
mod container;
mod delimited;
mod discover;
mod encoding;
mod file;
mod html;
mod landing;
mod look;
mod number_format;
mod ods;
mod sheet;
mod sniff;
mod spreadsheetml;
mod time;
pub mod worker;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

use std::path::PathBuf;

use crate::finding::Finding;
pub use config::{files_below, folders_in, read_bytes, read_head, read_text};
pub use discover::{Discovered, discover};
#[doc(hidden)]
pub use file::read_loaded;
pub use file::{drop_same_files, panics_are_caught, read};
pub use landing::{Landed, Landing, Seen, Stamp, is_unfinished, opens};
pub use look::{Across, CellLook, ColumnLook, Down, Line, NumberLook, RowLook, SheetLook, Stroke};
pub use sheet::{CellError, MAX_COLS, Merge, RowView, Sheet, SheetBuilder, Value};
pub(crate) use time::DAYS_1904;

/// One file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Where it is, for opening only: never shown in a report.
    pub path: PathBuf,
    /// How it is called everywhere else: relative to the folder that was given, with `/`; unique in the run.
    pub label: String,
}

/// The format that a file's content turned out to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Office Open XML (`.xlsx`, `.xlsm`).
    Xlsx,
    /// Excel binary workbook.
    Xlsb,
    /// Excel 97–2003.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// Comma-, semicolon- or tab-separated text.
    Delimited,
    /// A table in an HTML page.
    Html,
    /// SpreadsheetML 2003.
    SpreadsheetMl,
}

/// Bounds that apply before memory is spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file on disk.
    pub file_bytes: u64,
    /// Bytes of a zip container once inflated, really and not as declared.
    pub inflated_bytes: u64,
    /// Non-empty cells of one workbook.
    pub cells: u64,
    /// Bytes of text in one cell.
    pub cell_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file_bytes: 512 << 20, inflated_bytes: 2 << 30, cells: 40_000_000, cell_bytes: 64 << 10 }
    }
}

/// What was read of one input. A file that could not be read has no sheets and an error finding.
#[derive(Debug, Clone)]
pub struct Book {
    /// How the input is called.
    pub label: String,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal; empty if it could not be opened.
    pub sha256: String,
    /// Its format, if it could be told.
    pub format: Option<Format>,
    /// Its sheets in workbook order, hidden ones too.
    pub sheets: Vec<Sheet>,
    /// What was wrong with the file or single cells of it.
    pub findings: Vec<Finding>,
}
