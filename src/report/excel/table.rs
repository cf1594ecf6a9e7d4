//! A plain table of the content, anywhere on a sheet.

use std::collections::BTreeSet;

use rust_xlsxwriter::{IgnoreError, Table as ExcelTable, TableColumn, TableStyle, Worksheet, XlsxError};

use super::bulk::Bulk;
use super::canvas::{Canvas, Coat};
use super::formula;
use super::grid::{ONE_LINE, Widths, fit_header, fit_row, header_height, needed_height, put_cell, put_text, texts_of};
use super::style::{Ink, Styles};
use crate::report::content::{Cell, Column, Kind, Table};

/// Rows below which a table ends with an ellipsis: the grid ends there too, and something may follow.
const LAST_ROW: u32 = 1_040_000;

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
    columns.iter().enumerate().map(|(col, column)| (column.title.as_str(), widths.of(col)))
}

/// The header format over a kind of column.
pub fn header_ink(styles: &Styles, kind: Kind) -> &Ink {
    match kind {
        Kind::Int | Kind::Number | Kind::Change => &styles.header_right,
        Kind::Date | Kind::Month => &styles.header_centre,
        Kind::Text => &styles.header,
    }
}

/// Writes a header row and makes it and the rows below, down to `last_row`, a table of Excel's own: with filters, sorted
/// as a whole, named columns in formulas. Titles that such a table cannot have (two alike, none, with line breaks) get
/// the filters only.
pub fn filtered<'a>(
    sheet: &mut Worksheet,
    row: u32,
    last_row: u32,
    titles: impl Iterator<Item = (&'a str, &'a Ink)>,
) -> Result<(), XlsxError> {
    let titles: Vec<(&str, &Ink)> = titles.collect();
    let Some(last_col) = titles.len().checked_sub(1).map(|last| last as u16) else { return Ok(()) };
    let last_row = last_row.max(row + 1);
    let mut seen = BTreeSet::new();
    let fit = titles.iter().all(|(title, _)| {
        let plain = !title.is_empty() && title.trim() == *title && !title.contains(char::is_control);
        plain && title.encode_utf16().count() <= 255 && seen.insert(title.to_lowercase())
    });
    if !fit {
        for (col, (title, ink)) in titles.iter().enumerate() {
            put_text(sheet, row, col as u16, title, ink)?;
        }
        sheet.autofilter(row, 0, last_row, last_col)?;
        return Ok(());
    }
    let columns: Vec<TableColumn> = titles
        .iter()
        .map(|(title, ink)| {
            let format = if super::text::looks_live(title) { &ink.quoted } else { &ink.plain };
            TableColumn::new().set_header(*title).set_header_format(format.clone())
        })
        .collect();
    // The cells keep their own looks.
    let table = ExcelTable::new().set_columns(&columns).set_style(TableStyle::None).set_banded_rows(false);
    sheet.add_table(row, 0, last_row, last_col, &table)?;
    Ok(())
}

/// How high the table is in points, and how much of it a page must have: the header and two rows.
pub fn heights(table: &Table, widths: &Widths) -> (f64, f64) {
    let header = header_height(header_texts(&table.columns, widths));
    let rows = table.rows.iter().map(|row| needed_height(texts_of(&row.cells, widths)).max(ONE_LINE));
    let total = if table.total.is_some() { ONE_LINE } else { 0.0 };
    let all: f64 = rows.clone().sum();
    (header + all + total, header + rows.take(2).sum::<f64>())
}

/// Writes the table with its header at `row`; returns the first row below it.
pub fn write(
    sheet: &mut Worksheet,
    row: u32,
    table: &Table,
    widths: &Widths,
    styles: &Styles,
) -> Result<u32, XlsxError> {
    head(sheet, row, table, widths, styles)?;
    let mut cells = Coat::new(sheet);
    let end = body(&mut cells, row + 1, table, widths, styles)?;
    cells.finish()?;
    Ok(end)
}

/// The same, with its cells kept until the workbook is finished.
pub fn write_kept<'f>(
    (sheet, bulk): (&mut Worksheet, &mut Bulk<'f>),
    row: u32,
    table: &Table,
    widths: &Widths,
    styles: &'f Styles,
) -> Result<u32, XlsxError> {
    head(sheet, row, table, widths, styles)?;
    let mut cells = bulk.on(sheet);
    let end = body(&mut cells, row + 1, table, widths, styles)?;
    cells.finish();
    Ok(end)
}

fn head(sheet: &mut Worksheet, row: u32, table: &Table, widths: &Widths, styles: &Styles) -> Result<(), XlsxError> {
    fit_header(sheet, row, header_texts(&table.columns, widths))?;
    let titles = table.columns.iter().map(|column| (column.title.as_str(), header_ink(styles, column.kind)));
    let last_row = (u64::from(row) + table.rows.len() as u64).min(u64::from(LAST_ROW)) as u32;
    filtered(sheet, row, last_row, titles)
}

/// Writes what stands below the header, from a row on; returns the first row below it.
fn body<'f>(
    cells: &mut impl Canvas<'f>,
    first: u32,
    table: &Table,
    widths: &Widths,
    styles: &'f Styles,
) -> Result<u32, XlsxError> {
    let mut at = first;
    for line in &table.rows {
        if at >= LAST_ROW {
            put_text(cells, at, 0, "…", styles.body().of(Kind::Text))?;
            return Ok(at + 1);
        }
        let body = styles.tone(line.tone);
        fit_row(cells, at, texts_of(&line.cells, widths))?;
        for (col, (cell, column)) in line.cells.iter().zip(&table.columns).enumerate() {
            put_cell(cells, at, col as u16, cell, column.kind, body)?;
        }
        at += 1;
    }
    ignore_numbers_as_text(cells.sheet(), &table.columns, first, at)?;
    if let Some(total) = &table.total {
        for (col, (cell, column)) in total.iter().zip(&table.columns).enumerate() {
            match live_total(table, col, cell, first) {
                Some((sum, value)) => {
                    formula::put_int(cells, at, col as u16, &sum, value, &styles.total.of(Kind::Int).plain)?;
                }
                None => put_cell(cells, at, col as u16, cell, column.kind, &styles.total)?,
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
