//! The Customers sheet: what counts by customer and workload. The Not counted sheet: what does not, with its remedy.

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::bulk::Bulk;
use super::grid::{HEADER_ROW, ONE_LINE, TITLE_HEIGHT, Widths, put_int, put_merged, put_text, put_title, row_height};
use super::names::SheetNames;
use super::style::Styles;
use super::{page, table};
use crate::report::content::{Cell, Kind, PartnerReport};

/// Names of the sheets; none where there is nothing to show.
#[derive(Debug)]
pub struct Names {
    customers: Option<String>,
    not_counted: Option<String>,
}

/// Names the sheets that are wanted.
pub fn plan(report: &PartnerReport, names: &mut SheetNames) -> Names {
    let (counts, not) = (!report.customers.table.rows.is_empty(), !report.not_counted.groups.is_empty());
    Names {
        customers: counts.then(|| names.add(&report.customers.title)),
        not_counted: not.then(|| names.add(&report.not_counted.sheet)),
    }
}

/// Writes the sheets.
pub fn write<'f>(
    book: &mut Workbook,
    report: &PartnerReport,
    names: &Names,
    (styles, bulk): (&'f Styles, &mut Bulk<'f>),
) -> Result<(), XlsxError> {
    if let Some(name) = &names.customers {
        counted(book.add_worksheet().set_name(name)?, report, (styles, bulk))?;
    }
    if let Some(name) = &names.not_counted {
        not_counted(book.add_worksheet().set_name(name)?, report, (styles, bulk))?;
    }
    Ok(())
}

fn counted<'f>(
    sheet: &mut Worksheet,
    report: &PartnerReport,
    (styles, bulk): (&'f Styles, &mut Bulk<'f>),
) -> Result<(), XlsxError> {
    let customers = &report.customers;
    let mut widths = Widths::default();
    widths.at_least(0, 24.0);
    widths.at_least(1, 10.0);
    table::measure(&customers.table, &mut widths);
    for (workload, value) in &customers.by_workload {
        widths.see(0, workload);
        widths.see_cell(1, &Cell::Int(*value));
    }
    let widths = widths.capped(&[40.0, 24.0]);
    let cols = customers.table.columns.len().max(2) as u16;
    widths.apply(sheet)?;
    put_title(sheet, &customers.title, &customers.intro, cols, widths.total(), styles)?;
    let end = table::write_kept((sheet, bulk), HEADER_ROW, &customers.table, &widths, styles)?;
    let (last_row, last_col) = (HEADER_ROW + customers.table.rows.len() as u32, cols - 1);
    styles.data_bars(sheet, (HEADER_ROW + 1, last_row), last_col, None)?;
    if !customers.by_workload.is_empty() {
        by_workload(sheet, end + 1, report, styles)?;
    }
    sheet.set_freeze_panes(HEADER_ROW + 1, 1)?;
    page::paper(sheet, &report.head, styles, widths.total(), None)
}

fn by_workload(sheet: &mut Worksheet, mut row: u32, report: &PartnerReport, styles: &Styles) -> Result<(), XlsxError> {
    put_merged(sheet, row, 0..=1, &report.customers.by_workload_title, &styles.section)?;
    row += 1;
    for (workload, value) in &report.customers.by_workload {
        put_text(sheet, row, 0, workload, styles.body().of(Kind::Text))?;
        put_int(sheet, row, 1, *value, styles.body().of(Kind::Int))?;
        row += 1;
    }
    Ok(())
}

fn not_counted<'f>(
    sheet: &mut Worksheet,
    report: &PartnerReport,
    (styles, bulk): (&'f Styles, &mut Bulk<'f>),
) -> Result<(), XlsxError> {
    let content = &report.not_counted;
    // Groups may differ in their columns: the same position need not be the same kind.
    let mut widths = Widths::default();
    for group in &content.groups {
        table::measure(&group.table, &mut widths);
    }
    let widths = widths.capped(&[40.0, 30.0, 36.0, 36.0, 50.0]);
    let cols = content.groups.iter().map(|group| group.table.columns.len()).max().unwrap_or(1).max(1) as u16;
    let width = widths.total();
    widths.apply(sheet)?;
    put_title(sheet, &content.title, &report.head.name, cols, width, styles)?;
    let mut row = HEADER_ROW;
    let mut breaks = page::Breaks::new(width, TITLE_HEIGHT);
    for group in &content.groups {
        let remedy = if group.remedy.is_empty() { 0.0 } else { row_height(&group.remedy, width) };
        let above = row_height(&group.title, width) + remedy;
        let (height, least) = table::heights(&group.table, &widths);
        breaks.put(row, above + height + ONE_LINE, above + least);
        sheet.set_row_height(row, row_height(&group.title, width))?;
        put_merged(sheet, row, 0..=cols - 1, &group.title, &styles.strong)?;
        row += 1;
        if !group.remedy.is_empty() {
            sheet.set_row_height(row, remedy)?;
            put_merged(sheet, row, 0..=cols - 1, &group.remedy, &styles.muted)?;
            row += 1;
        }
        row = table::write_kept((sheet, bulk), row, &group.table, &widths, styles)? + 1;
    }
    breaks.apply(sheet)?;
    page::paper(sheet, &report.head, styles, width, None)
}
