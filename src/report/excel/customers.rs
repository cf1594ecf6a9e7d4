//! The Customers sheet: what counts by customer and workload, and what does not, with its remedy.

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::grid::{HEADER_ROW, Widths, put_int, put_merged, put_text, put_title, row_height};
use super::style::Styles;
use super::{page, table};
use crate::report::content::{Cell, Kind, PartnerReport};

/// Whether there is anything to show.
pub fn wanted(report: &PartnerReport) -> bool {
    !report.customers.table.rows.is_empty() || !report.not_counted.groups.is_empty()
}

/// Writes the sheet.
pub fn write(book: &mut Workbook, report: &PartnerReport, name: &str, styles: &Styles) -> Result<(), XlsxError> {
    let customers = &report.customers;
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    let (widths, cols) = measure(report);
    widths.apply(sheet)?;
    put_title(sheet, &customers.title, &customers.intro, cols, widths.total(), styles)?;
    let mut row = HEADER_ROW;
    if !customers.table.rows.is_empty() {
        row = table::write(sheet, row, &customers.table, &widths, styles)? + 1;
    }
    if !customers.by_workload.is_empty() {
        row = by_workload(sheet, row, report, cols, styles)? + 1;
    }
    not_counted(sheet, row, report, cols, &widths, styles)?;
    page::paper(sheet, &report.head, widths.total(), None)
}

fn measure(report: &PartnerReport) -> (Widths, u16) {
    let customers = &report.customers;
    let mut widths = Widths::default();
    widths.at_least(0, 24.0);
    widths.at_least(1, 10.0);
    table::measure(&customers.table, &mut widths);
    for (workload, value) in &customers.by_workload {
        widths.see(0, workload);
        widths.see_cell(1, &Cell::Int(*value));
    }
    let mut cols = customers.table.columns.len();
    for group in &report.not_counted.groups {
        table::measure(&group.table, &mut widths);
        cols = cols.max(group.table.columns.len());
    }
    (widths.capped(&[40.0, 30.0, 36.0]), cols.max(2) as u16)
}

fn by_workload(
    sheet: &mut Worksheet,
    mut row: u32,
    report: &PartnerReport,
    cols: u16,
    styles: &Styles,
) -> Result<u32, XlsxError> {
    put_merged(sheet, row, 0..=cols - 1, &report.customers.by_workload_title, &styles.section)?;
    row += 1;
    for (workload, value) in &report.customers.by_workload {
        put_text(sheet, row, 0, workload, styles.body().of(Kind::Text))?;
        put_int(sheet, row, 1, *value, styles.body().of(Kind::Int))?;
        row += 1;
    }
    Ok(row)
}

fn not_counted(
    sheet: &mut Worksheet,
    mut row: u32,
    report: &PartnerReport,
    cols: u16,
    widths: &Widths,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let width = widths.total();
    if report.not_counted.groups.is_empty() {
        return Ok(());
    }
    put_merged(sheet, row, 0..=cols - 1, &report.not_counted.title, &styles.section)?;
    row += 2;
    for group in &report.not_counted.groups {
        sheet.set_row_height(row, row_height(&group.title, width))?;
        put_merged(sheet, row, 0..=cols - 1, &group.title, &styles.strong)?;
        row += 1;
        if !group.remedy.is_empty() {
            sheet.set_row_height(row, row_height(&group.remedy, width))?;
            put_merged(sheet, row, 0..=cols - 1, &group.remedy, &styles.muted)?;
            row += 1;
        }
        row = table::write(sheet, row, &group.table, widths, styles)? + 1;
    }
    Ok(())
}
