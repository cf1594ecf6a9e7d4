//! Where cells are written: a sheet itself, or a sheet that is told the formats of many cells at once. (A third keeps the
//! cells until the workbook is finished: see [`super::bulk`].)
//!
//! The writer of workbooks looks a format up by all that it says, which takes longer than all else about a cell. So the
//! cells of a table are written bare, and then each column is told in ranges how its cells look.

use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};

/// Takes values with their formats.
pub trait Canvas<'f> {
    /// The sheet itself, for whatever is no cell.
    fn sheet(&mut self) -> &mut Worksheet;
    /// Makes a row so many points high.
    fn height(&mut self, row: u32, points: f64) -> Result<(), XlsxError> {
        self.sheet().set_row_height(row, points).map(|_| ())
    }
    /// Writes a text; an empty one leaves a blank cell.
    fn text(&mut self, row: u32, col: u16, value: &str, format: &'f Format) -> Result<(), XlsxError>;
    /// Writes a number, which must be finite.
    fn number(&mut self, row: u32, col: u16, value: f64, format: &'f Format) -> Result<(), XlsxError>;
    /// Writes yes or no.
    fn truth(&mut self, row: u32, col: u16, value: bool, format: &'f Format) -> Result<(), XlsxError>;
    /// Writes a formula with its result.
    fn formula(&mut self, row: u32, col: u16, formula: &str, result: &str, format: &'f Format)
    -> Result<(), XlsxError>;
    /// Leaves a cell blank.
    fn blank(&mut self, row: u32, col: u16, format: &'f Format) -> Result<(), XlsxError>;
}

impl<'f> Canvas<'f> for Worksheet {
    fn sheet(&mut self) -> &mut Worksheet {
        self
    }

    fn text(&mut self, row: u32, col: u16, value: &str, format: &'f Format) -> Result<(), XlsxError> {
        self.write_string_with_format(row, col, value, format).map(|_| ())
    }

    fn number(&mut self, row: u32, col: u16, value: f64, format: &'f Format) -> Result<(), XlsxError> {
        self.write_number_with_format(row, col, value, format).map(|_| ())
    }

    fn truth(&mut self, row: u32, col: u16, value: bool, format: &'f Format) -> Result<(), XlsxError> {
        self.write_boolean_with_format(row, col, value, format).map(|_| ())
    }

    fn formula(
        &mut self,
        row: u32,
        col: u16,
        formula: &str,
        result: &str,
        format: &'f Format,
    ) -> Result<(), XlsxError> {
        self.write_formula_with_format(row, col, Formula::new(formula).set_result(result), format).map(|_| ())
    }

    fn blank(&mut self, row: u32, col: u16, format: &'f Format) -> Result<(), XlsxError> {
        self.write_blank(row, col, format).map(|_| ())
    }
}

/// A sheet whose cells get their formats in the end, with [`Coat::finish`]. Not for sheets that are streamed.
pub struct Coat<'s, 'f> {
    sheet: &'s mut Worksheet,
    /// By column: rows and their formats, as they came.
    columns: Vec<Vec<(u32, &'f Format)>>,
    /// The last row that has a value.
    valued: u32,
    /// The last blank cell.
    blank: Option<(u32, u16, &'f Format)>,
}

impl<'s, 'f> Coat<'s, 'f> {
    /// Over a sheet.
    pub fn new(sheet: &'s mut Worksheet) -> Self {
        Self { sheet, columns: Vec::new(), valued: 0, blank: None }
    }

    fn put(&mut self, row: u32, col: u16, format: &'f Format) {
        let at = usize::from(col);
        if self.columns.len() <= at {
            self.columns.resize_with(at + 1, Vec::new);
        }
        if let Some(column) = self.columns.get_mut(at) {
            column.push((row, format));
        }
    }

    /// Tells the sheet how its cells look.
    pub fn finish(self) -> Result<(), XlsxError> {
        let Self { sheet, columns, valued, blank } = self;
        for (column, col) in columns.iter().zip(0..) {
            // Where no cell is left out, all get the commonest format first, and only others one of their own.
            let most = commonest(column);
            if let (Some(most), Some((first, _)), Some((last, _))) = (most, column.first(), column.last()) {
                sheet.set_range_format(*first, col, *last, col, most)?;
            }
            for run in column.chunk_by(|a, b| a.0 + 1 == b.0 && std::ptr::eq(a.1, b.1)) {
                let (Some((first, format)), Some((last, _))) = (run.first(), run.last()) else { continue };
                if !most.is_some_and(|most| std::ptr::eq(most, *format)) {
                    sheet.set_range_format(*first, col, *last, col, format)?;
                }
            }
        }
        // A row of blank cells alone is no part of the sheet unless one of them is written.
        if let Some((row, col, format)) = blank.filter(|(row, ..)| *row > valued) {
            sheet.write_blank(row, col, format)?;
        }
        Ok(())
    }
}

/// The format that most cells of a column have, if they stand below each other without a gap.
fn commonest<'f>(column: &[(u32, &'f Format)]) -> Option<&'f Format> {
    if column.windows(2).any(|pair| matches!(pair, [a, b] if a.0 + 1 != b.0)) {
        return None;
    }
    let mut counts: Vec<(usize, &Format)> = Vec::new();
    for (_, format) in column {
        match counts.iter_mut().find(|known| std::ptr::eq(known.1, *format)) {
            Some(known) => known.0 += 1,
            None => counts.push((1, format)),
        }
    }
    counts.iter().rev().max_by_key(|known| known.0).map(|known| known.1)
}

impl<'f> Canvas<'f> for Coat<'_, 'f> {
    fn sheet(&mut self) -> &mut Worksheet {
        self.sheet
    }

    fn text(&mut self, row: u32, col: u16, value: &str, format: &'f Format) -> Result<(), XlsxError> {
        if value.is_empty() {
            return self.blank(row, col, format);
        }
        self.sheet.write_string(row, col, value)?;
        self.valued = self.valued.max(row);
        self.put(row, col, format);
        Ok(())
    }

    fn number(&mut self, row: u32, col: u16, value: f64, format: &'f Format) -> Result<(), XlsxError> {
        self.sheet.write_number(row, col, value)?;
        self.valued = self.valued.max(row);
        self.put(row, col, format);
        Ok(())
    }

    fn truth(&mut self, row: u32, col: u16, value: bool, format: &'f Format) -> Result<(), XlsxError> {
        self.sheet.write_boolean(row, col, value)?;
        self.valued = self.valued.max(row);
        self.put(row, col, format);
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
        self.sheet.write_formula(row, col, Formula::new(formula).set_result(result))?;
        self.valued = self.valued.max(row);
        self.put(row, col, format);
        Ok(())
    }

    fn blank(&mut self, row: u32, col: u16, format: &'f Format) -> Result<(), XlsxError> {
        self.put(row, col, format);
        if self.blank.is_none_or(|(last, ..)| last <= row) {
            self.blank = Some((row, col, format));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commonest_format_is_that_of_a_column_without_gaps() {
        let (a, b) = (Format::new(), Format::new().set_bold());
        let is = |found: Option<&Format>, wanted: &Format| found.is_some_and(|found| std::ptr::eq(found, wanted));
        assert!(is(commonest(&[(4, &b), (5, &a), (6, &b)]), &b));
        assert!(is(commonest(&[(4, &b), (5, &a)]), &b)); // of equals, the first
        assert!(commonest(&[(4, &b), (6, &b)]).is_none());
        assert!(commonest(&[]).is_none());
    }
}
