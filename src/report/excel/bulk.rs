//! The cells of a workbook's tables, kept until it is finished and then put into its parts.
//!
//! A table's cells are plain: text, figures, a simple formula. The writer of workbooks keeps each of them in a tree, with
//! its text in two maps, which costs several times what it takes to write them down. So it writes all else of a sheet, and
//! the rows of tables are put between.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::canvas::Canvas;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Held {
    /// Only its look.
    Blank,
    /// The text at a position among all.
    Text(u32),
    /// A finite number.
    Number(f64),
    /// Yes or no.
    Truth(bool),
    /// A formula without its equals sign, and its result: a number or a word.
    Formula(Box<str>, Box<str>),
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct BulkCell {
    /// Zero-based row.
    pub row: u32,
    /// Zero-based column.
    pub col: u16,
    /// Position of its format among all.
    pub format: u16,
    /// What it holds.
    pub held: Held,
}

/// The tables' cells of one sheet, as they came.
#[derive(Debug, Default)]
pub struct Cells {
    /// All cells.
    pub cells: Vec<BulkCell>,
    /// Heights of rows in pixels.
    pub heights: BTreeMap<u32, u32>,
}

/// The tables' cells of a workbook.
#[derive(Debug, Default)]
pub struct Bulk<'f> {
    /// By the name of their sheet.
    pub sheets: BTreeMap<String, Cells>,
    /// The formats in use.
    pub formats: Vec<&'f Format>,
    /// The texts, each once.
    pub texts: Vec<Rc<str>>,
    /// How many cells hold a text.
    pub uses: usize,
    known: HashMap<Rc<str>, u32>,
}

impl<'f> Bulk<'f> {
    /// Where the cells of tables on a sheet go. The sheet has its name already.
    pub fn on<'b>(&'b mut self, sheet: &'b mut Worksheet) -> OnSheet<'b, 'f> {
        let cells = self.sheets.remove(&sheet.name()).unwrap_or_default();
        OnSheet { bulk: self, sheet, cells }
    }

    fn format(&mut self, format: &'f Format) -> u16 {
        let known = self.formats.iter().position(|known| std::ptr::eq(*known, format));
        known.unwrap_or_else(|| {
            self.formats.push(format);
            self.formats.len() - 1
        }) as u16
    }

    fn text(&mut self, text: &str) -> u32 {
        self.uses += 1;
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let (at, text) = (self.texts.len() as u32, Rc::<str>::from(text));
        if self.known.is_empty() {
            self.known.reserve(512);
        }
        self.texts.push(Rc::clone(&text));
        self.known.insert(text, at);
        at
    }
}

/// A sheet whose tables are kept. What is no cell of a table goes to the sheet.
pub struct OnSheet<'b, 'f> {
    bulk: &'b mut Bulk<'f>,
    sheet: &'b mut Worksheet,
    cells: Cells,
}

impl<'f> OnSheet<'_, 'f> {
    /// Ends the table.
    pub fn finish(self) {
        self.bulk.sheets.insert(self.sheet.name(), self.cells);
    }

    fn put(&mut self, row: u32, col: u16, held: Held, format: &'f Format) {
        let format = self.bulk.format(format);
        self.cells.cells.push(BulkCell { row, col, format, held });
    }
}

/// Whether a text needs no more than the usual three entities: others are left to the writer, which knows how.
fn is_plain(text: &str) -> bool {
    !text.contains("_x") && !text.chars().any(|c| c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}'))
}

impl<'f> Canvas<'f> for OnSheet<'_, 'f> {
    fn sheet(&mut self) -> &mut Worksheet {
        self.sheet
    }

    fn height(&mut self, row: u32, points: f64) -> Result<(), XlsxError> {
        self.cells.heights.insert(row, (points * 4.0 / 3.0).round() as u32);
        // The writer finds by it where notes stand.
        self.sheet.set_row_height(row, points).map(|_| ())
    }

    fn text(&mut self, row: u32, col: u16, value: &str, format: &'f Format) -> Result<(), XlsxError> {
        if value.is_empty() {
            return self.blank(row, col, format);
        }
        if !is_plain(value) {
            return self.sheet.write_string_with_format(row, col, value, format).map(|_| ());
        }
        let text = self.bulk.text(value);
        self.put(row, col, Held::Text(text), format);
        Ok(())
    }

    fn number(&mut self, row: u32, col: u16, value: f64, format: &'f Format) -> Result<(), XlsxError> {
        self.put(row, col, Held::Number(value), format);
        Ok(())
    }

    fn truth(&mut self, row: u32, col: u16, value: bool, format: &'f Format) -> Result<(), XlsxError> {
        self.put(row, col, Held::Truth(value), format);
        Ok(())
    }

    fn formula(
        &mut self,
        row: u32,
        col: u16,
        formula: &str,
        result: &str,
        format: &'f Format,
    ) -> Result<(), XlsxError> {
        if !is_plain(formula) || !is_plain(result) {
            let formula = rust_xlsxwriter::Formula::new(formula).set_result(result);
            return self.sheet.write_formula_with_format(row, col, formula, format).map(|_| ());
        }
        let formula = formula.strip_prefix('=').unwrap_or(formula);
        self.put(row, col, Held::Formula(formula.into(), result.into()), format);
        Ok(())
    }

    fn blank(&mut self, row: u32, col: u16, format: &'f Format) -> Result<(), XlsxError> {
        self.put(row, col, Held::Blank, format);
        Ok(())
    }
}
