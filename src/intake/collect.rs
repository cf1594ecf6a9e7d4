//! Where every reader puts its cells: grid, limits and the findings of a book are kept here once for all formats.

use ustr::ustr;

use super::look::SheetLook;
use super::sheet::{CellError, MAX_COLS, MAX_ROWS, Merge, Sheet, SheetBuilder, Value};
use super::{Format, Limits};
use crate::facts::SheetRef;
use crate::finding::{Code, Finding, Phrase};

/// Why a file or a sheet cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Damaged, or not what it claims to be; says how.
    Unreadable(Phrase),
    /// A bound was reached; says which.
    Limit(Phrase),
    /// Encrypted.
    Password,
    /// Something else altogether; says what.
    NotASpreadsheet(Phrase),
    /// It holds nothing.
    Empty,
}

impl Trouble {
    /// Unreadable in a way that the texts have a phrase for.
    pub(super) fn unreadable(key: &'static str) -> Self {
        Self::Unreadable(Phrase::new(key))
    }

    /// Unreadable in a way that only a library can tell: its words follow the phrase.
    pub(super) fn technical(key: &'static str, error: impl ToString) -> Self {
        Self::Unreadable(Phrase::new(key).with("technical", error.to_string()))
    }

    /// A bound was reached.
    pub(super) fn over(key: &'static str, limit: u64) -> Self {
        Self::Limit(Phrase::new(key).with("limit", limit))
    }

    /// A bound was reached, and it is known by how much.
    pub(super) fn larger(key: &'static str, size: u64, limit: u64) -> Self {
        Self::Limit(Phrase::new(key).with("size", size).with("limit", limit))
    }

    /// No table, but something of a kind that has a name of its own, such as "PNG".
    pub(super) fn other(key: &'static str, format: &'static str) -> Self {
        Self::NotASpreadsheet(Phrase::new(key).with("format", format))
    }

    /// No table, but something that the texts have a phrase for.
    pub(super) fn not(key: &'static str) -> Self {
        Self::NotASpreadsheet(Phrase::new(key))
    }
}

/// Something that happened on a sheet possibly very often: it becomes one finding with a count.
#[derive(Debug, Default)]
struct Tally {
    count: u64,
    first: Option<(u32, u32)>,
}

impl Tally {
    fn add(&mut self, at: Option<(u32, u32)>) {
        self.count += 1;
        if self.first.is_none() {
            self.first = at;
        }
    }

    fn finding(self, code: Code, sheet: SheetRef) -> Option<Finding> {
        if self.count == 0 {
            return None;
        }
        let mut finding = Finding::new(code);
        finding.count = self.count;
        Some(match self.first {
            Some((row, col)) => finding.at(sheet, row, col),
            None => finding.in_sheet(sheet),
        })
    }
}

#[derive(Debug)]
struct Open {
    builder: SheetBuilder,
    name: String,
    visible: bool,
    outside: u64,
    cut: Tally,
    bad: Tally,
    bad_detail: Option<Phrase>,
    merges: u64,
}

/// Collects the sheets of one book.
#[derive(Debug)]
pub(super) struct Collector<'a> {
    /// The bounds.
    pub(super) limits: &'a Limits,
    /// How the file is called.
    pub(super) label: &'a str,
    file: u32,
    cells: u64,
    open: Option<Open>,
    sheets: Vec<Sheet>,
    findings: Vec<Finding>,
    /// Empty sheets that were left out.
    left_out: u64,
    /// Whether the book counts days from 1904.
    pub(super) is_1904: bool,
    /// What the content turned out to be.
    pub(super) format: Option<Format>,
}

/// Merged ranges of one sheet beyond this are left out: nobody merges so often by hand.
const MAX_MERGES: u64 = 1_000_000;
/// Sheets of one book: those that hold cells or are damaged, and how many are kept before empty ones are left out.
const MAX_SHEETS: usize = 5_000;
const MAX_EMPTY: usize = 500;
/// Bytes of a sheet's name; Excel's own bound is 31 characters.
const MAX_NAME: usize = 500;

impl<'a> Collector<'a> {
    pub(super) fn new(label: &'a str, file: u32, limits: &'a Limits) -> Self {
        Self {
            limits,
            label,
            file,
            cells: 0,
            open: None,
            sheets: Vec::new(),
            findings: Vec::new(),
            left_out: 0,
            is_1904: false,
            format: None,
        }
    }

    fn sheet_ref(&self) -> SheetRef {
        SheetRef { file: self.file, sheet: self.sheets.len() as u32 }
    }

    /// Starts a sheet; the one before must have been ended.
    pub(super) fn begin(&mut self, name: &str, visible: bool) {
        self.end();
        let short = shorten(name, MAX_NAME);
        if short.is_some() {
            let detail = Phrase::new("detail-sheet-name-cut").with("limit", MAX_NAME as u64);
            let finding = Finding::new(Code::LimitExceeded).in_sheet(self.sheet_ref());
            self.findings.push(finding.arg("name", self.label).arg("detail", detail));
        }
        let name = short.as_deref().unwrap_or(name);
        self.open = Some(Open {
            builder: SheetBuilder::new(name, visible),
            name: name.to_owned(),
            visible,
            outside: 0,
            cut: Tally::default(),
            bad: Tally::default(),
            bad_detail: None,
            merges: 0,
        });
    }

    /// Puts a value at a zero-based address. Addresses outside the grid are counted and left out.
    pub(super) fn put(&mut self, row: u32, col: u32, value: Value) -> Result<(), Trouble> {
        let Some(open) = self.open.as_mut() else { return Ok(()) };
        if matches!(value, Value::Empty) {
            return Ok(());
        }
        if self.cells >= self.limits.cells {
            return Err(Trouble::over("detail-limit-cells", self.limits.cells));
        }
        if open.builder.push(row, col, value) {
            self.cells += 1;
        } else {
            open.outside += 1;
        }
        Ok(())
    }

    /// Puts a text, cut to what a cell may hold; an empty one is no cell.
    pub(super) fn put_text(&mut self, row: u32, col: u32, text: &str) -> Result<(), Trouble> {
        if text.is_empty() {
            return Ok(());
        }
        // Where cells are only texts, an error is its text; the same table as a workbook must say the same.
        if text.starts_with('#')
            && let error @ Value::Error(kind) = error_value(text)
            && kind != CellError::Other
            && kind.as_str() == text
        {
            return self.put(row, col, error);
        }
        match shorten(text, self.limits.cell_bytes) {
            Some(short) => {
                self.was_cut(row, col);
                self.put(row, col, Value::Text(ustr(&short)))
            }
            None => self.put(row, col, Value::Text(ustr(text))),
        }
    }

    /// Notes that the text at an address was longer than a cell may hold.
    pub(super) fn was_cut(&mut self, row: u32, col: u32) {
        if let Some(open) = self.open.as_mut() {
            open.cut.add(in_grid(row, col));
        }
    }

    /// Notes a cell whose value cannot be handed over.
    pub(super) fn bad_cell(&mut self, at: Option<(u32, u32)>, detail: Phrase) {
        if let Some(open) = self.open.as_mut() {
            if open.bad.count == 0 {
                open.bad_detail = Some(detail);
            }
            open.bad.add(at.and_then(|(row, col)| in_grid(row, col)));
        }
    }

    /// Notes a cell whose address lies outside the grid or cannot be read.
    pub(super) fn outside(&mut self) {
        if let Some(open) = self.open.as_mut() {
            open.outside += 1;
        }
    }

    /// Says late that the sheet is hidden.
    pub(super) fn hide(&mut self) {
        if let Some(open) = self.open.as_mut() {
            open.visible = false;
        }
    }

    /// Adds a merged range, cut to the grid; one of a single cell is none.
    pub(super) fn merge(&mut self, first_row: u32, first_col: u32, last_row: u32, last_col: u32) {
        let Some(open) = self.open.as_mut() else { return };
        let (last_row, last_col) = (last_row.min(MAX_ROWS - 1), last_col.min(MAX_COLS - 1));
        let single = first_row == last_row && first_col == last_col;
        if single || first_row > last_row || first_col > last_col || open.merges >= MAX_MERGES {
            return;
        }
        open.merges += 1;
        open.builder.merge(Merge { first_row, first_col, last_row, last_col });
    }

    /// Says how the sheet looked.
    pub(super) fn look(&mut self, look: SheetLook) {
        if let Some(open) = self.open.as_mut() {
            open.builder.look(look);
        }
    }

    /// Ends the sheet, if one is open, and reports what was wrong with its cells.
    pub(super) fn end(&mut self) {
        let Some(mut open) = self.open.take() else { return };
        open.builder.count_from_1904(self.is_1904);
        let at = self.sheet_ref();
        if open.builder.cells() == 0 && open.outside == 0 && open.bad.count == 0 && self.sheets.len() >= MAX_EMPTY {
            self.findings.retain(|finding| finding.sheet != Some(at)); // of its name
            self.left_out += 1;
            return;
        }
        if open.outside > 0 {
            let mut finding =
                Finding::new(Code::UnreadableCell).in_sheet(at).arg("detail", Phrase::new("detail-outside-grid"));
            finding.count = open.outside;
            self.findings.push(finding);
        }
        if let Some(finding) = open.bad.finding(Code::UnreadableCell, at) {
            self.findings.push(match open.bad_detail {
                Some(detail) => finding.arg("detail", detail),
                None => finding,
            });
        }
        if let Some(finding) = open.cut.finding(Code::LimitExceeded, at) {
            let detail = Phrase::new("detail-cell-cut").with("limit", self.limits.cell_bytes as u64);
            self.findings.push(finding.arg("name", self.label).arg("detail", detail));
        }
        let mut sheet = open.builder.finish();
        sheet.visible = open.visible;
        self.sheets.push(sheet);
    }

    /// Ends the sheet as one that cannot be read: it stays in its place, without cells.
    pub(super) fn spoil(&mut self, detail: Phrase) {
        let Some(mut open) = self.open.take() else { return };
        open.builder.count_from_1904(self.is_1904);
        let at = self.sheet_ref();
        self.cells = self.cells.saturating_sub(open.builder.cells() as u64);
        self.findings.push(
            Finding::new(Code::UnreadableSheet).in_sheet(at).arg("sheet", open.name.clone()).arg("detail", detail),
        );
        self.sheets.push(SheetBuilder::new(open.name, open.visible).finish());
    }

    /// Ends the sheet as it went: a damaged sheet does not stop the others, a reached bound stops the book.
    pub(super) fn settle(&mut self, result: Result<(), Trouble>) -> Result<(), Trouble> {
        if self.sheets.len() >= MAX_SHEETS {
            return Err(Trouble::Limit(Phrase::new("detail-limit-sheets").with("limit", MAX_SHEETS as u64)));
        }
        match result {
            Ok(()) => self.end(),
            Err(Trouble::Unreadable(detail)) => self.spoil(detail),
            Err(other) => return Err(other),
        }
        Ok(())
    }

    /// Whether any sheet was read.
    pub(super) fn has_sheets(&self) -> bool {
        !self.sheets.is_empty()
    }

    /// Sheets and findings, in the order of the workbook.
    pub(super) fn finish(mut self) -> (Vec<Sheet>, Vec<Finding>) {
        self.end();
        if self.left_out > 0 {
            let detail =
                Phrase::new("detail-empty-sheets").with("number", self.left_out).with("limit", MAX_EMPTY as u64);
            let finding = Finding::new(Code::LimitExceeded).in_file(self.file);
            self.findings.push(finding.arg("name", self.label).arg("detail", detail));
        }
        (self.sheets, self.findings)
    }
}

fn in_grid(row: u32, col: u32) -> Option<(u32, u32)> {
    (row < MAX_ROWS && col < MAX_COLS).then_some((row, col))
}

/// The text cut at a character with an ellipsis, if it is longer than the bound.
pub(super) fn shorten(text: &str, bytes: usize) -> Option<String> {
    if text.len() <= bytes {
        return None;
    }
    let mut end = bytes.saturating_sub('…'.len_utf8());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    Some(format!("{}…", text.get(..end).unwrap_or_default()))
}

/// The error value that a cell shows as this text.
pub(super) fn error_value(text: &str) -> Value {
    Value::Error(match text.trim() {
        "#DIV/0!" => CellError::Div0,
        "#N/A" | "#N/A N/A" => CellError::NA,
        "#NAME?" => CellError::Name,
        "#NULL!" => CellError::Null,
        "#NUM!" => CellError::Num,
        "#REF!" => CellError::Ref,
        "#VALUE!" => CellError::Value,
        "#SPILL!" => CellError::Spill,
        "#CALC!" => CellError::Calc,
        "#GETTING_DATA" => CellError::GettingData,
        _ => CellError::Other,
    })
}
