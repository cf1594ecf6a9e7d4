//! A plain table of the content, anywhere on a sheet.

use rust_xlsxwriter::{IgnoreError, Worksheet, XlsxError};

use super::formula;
use super::grid::{Widths, fit_row, put_cell, put_text, texts_of};
use super::style::{Ink, Styles};
use crate::report::content::{Cell, Column, Kind, Table};

/// Takes the table's columns and cells into account.
pub fn measure(table: &Table, widths: &mut Widths) {
    measure_columns(&table.columns, widths);
    let rows = table.rows.iter().map(|row| &row.cells).chain(&table.total);
    for cells in rows {
        for (col, cell) in cells.iter().enumerate() {
            widths.see_cell(col, cell);
        }
    }
}

/// Takes header titles and what their kind needs into account.
pub fn measure_columns(columns: &[Column], widths: &mut Widths) {
    for (col, column) in columns.iter().enumerate() {
        widths.see_header(col, &column.title);
    }
}

/// Header titles with the widths of their columns.
pub fn header_texts<'a>(columns: &'a [Column], widths: &'a Widths) -> impl Iterator<Item = (&'a str, f64)> {
    // The filter's button takes room.
    columns.iter().enumerate().map(|(col, column)| (column.title.as_str(), widths.of(col) - 1.0))
}

/// The header format over a kind of column.
pub fn header_ink(styles: &Styles, kind: Kind) -> &Ink {
    match kind {
        Kind::Int | Kind::Number => &styles.header_right,
        Kind::Date | Kind::Month => &styles.header_centre,
        Kind::Text => &styles.header,
    }
}

/// Writes the table with its header at `row`; returns the first row below it.
pub fn write(
    sheet: &mut Worksheet,
    row: u32,
    table: &Table,
    widths: &Widths,
    styles: &Styles,
) -> Result<u32, XlsxError> {
    fit_row(sheet, row, header_texts(&table.columns, widths))?;
    for (col, column) in table.columns.iter().enumerate() {
        put_text(sheet, row, col as u16, &column.title, header_ink(styles, column.kind))?;
    }
    let first = row + 1;
    let mut at = first;
    for line in &table.rows {
        let body = styles.tone(line.tone);
        fit_row(sheet, at, texts_of(&line.cells, widths))?;
        for (col, (cell, column)) in line.cells.iter().zip(&table.columns).enumerate() {
            put_cell(sheet, at, col as u16, cell, column.kind, body)?;
        }
        at += 1;
    }
    ignore_numbers_as_text(sheet, &table.columns, first, at)?;
    if let Some(total) = &table.total {
        for (col, (cell, column)) in total.iter().zip(&table.columns).enumerate() {
            match live_total(table, col, cell, first) {
                Some((sum, value)) => {
                    formula::put_int(sheet, at, col as u16, &sum, value, &styles.total.of(Kind::Int).plain)?;
                }
                None => put_cell(sheet, at, col as u16, cell, column.kind, &styles.total)?,
            }
        }
        at += 1;
    }
    Ok(at)
}

/// The sum of the column as a formula, where it gives the decided total.
fn live_total(table: &Table, col: usize, cell: &Cell, first: u32) -> Option<(String, u64)> {
    let Cell::Int(decided) = cell else { return None };
    let last = first + u32::try_from(table.rows.len().checked_sub(1)?).ok()?;
    let sum = table.rows.iter().try_fold(0_u64, |sum, row| match row.cells.get(col)? {
        Cell::Int(value) => sum.checked_add(*value),
        Cell::Empty => Some(sum),
        _ => None,
    })?;
    (sum == *decided).then(|| (format!("=SUM({})", formula::down(col as u16, first, last)), sum))
}

/// IDs are text that looks like numbers: no green corners for them.
pub fn ignore_numbers_as_text(
    sheet: &mut Worksheet,
    columns: &[Column],
    first: u32,
    end: u32,
) -> Result<(), XlsxError> {
    if end <= first {
        return Ok(());
    }
    // One range a sheet and kind of warning is all that the format takes: it spans the text columns.
    let is_text = |column: &Column| column.kind == Kind::Text;
    if let (Some(from), Some(to)) = (columns.iter().position(is_text), columns.iter().rposition(is_text)) {
        sheet.ignore_error_range(first, from as u16, end - 1, to as u16, IgnoreError::NumberStoredAsText)?;
    }
    Ok(())
}
