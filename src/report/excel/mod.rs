//! Workbooks: the gap report, the portfolio, the annotated inputs and the blank templates.
//!
//! Every figure was decided before; the live formulas here only repeat how, so that whoever changes a cell sees the
//! tier move. A formula is written only where its result is the decided figure: else the figure itself is written.
//! Same content, same bytes.

mod annotated;
mod archive;
mod brand;
mod bulk;
mod canvas;
mod changes;
mod charts;
mod code;
mod columns;
mod customers;
mod formula;
mod grid;
mod links;
mod lists;
mod look;
mod meeting;
mod names;
mod overview;
mod page;
mod people;
mod portfolio;
mod rows;
mod splice;
mod style;
mod summary;
mod table;
mod template;
mod text;
mod trend;
mod usage;

use std::io::Write;

use rust_xlsxwriter::{Workbook, XlsxError};

pub use template::{TemplateColumn, TemplateKind, TemplateTexts};

use crate::intake::Book;
use crate::report::content::{AnnotatedBook, PartnerReport, PortfolioReport};
use crate::report::theme::Theme;

/// Why a workbook could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ExcelError {
    /// The workbook could not be composed.
    #[error("the workbook could not be composed: {0}")]
    Compose(#[from] XlsxError),
    /// The workbook's file could not be taken apart or put together.
    #[error("the workbook could not be packed: {0}")]
    Pack(#[from] zip::result::ZipError),
    /// The writer of workbooks wrote something else than it should.
    #[error("the workbook's parts are not as they should be")]
    Parts,
    /// Reading or writing bytes in memory failed.
    #[error("the workbook could not be packed: {0}")]
    Io(#[from] std::io::Error),
}

/// How hard files are packed, of nine. The usual six takes twice the time to save a twelfth of the size.
const PACKING: u8 = 2;

/// The workbook as the bytes of its file.
fn packed(book: &mut Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut bytes = Vec::with_capacity(64 * 1024);
    pack(book, &mut bytes)?;
    Ok(bytes)
}

/// Writes the workbook. All go through here, so that the packing of workbooks is in the program once.
fn pack(book: &mut Workbook, out: &mut (dyn Write + Send)) -> Result<(), XlsxError> {
    book.set_zip_compression_level(PACKING).save_to_writer(out)
}

/// Rows from which on a sheet is streamed instead of kept in memory.
const LARGE: usize = 50_000;

/// A partner's gap report as the bytes of an `.xlsx` file, with the shipped theme.
///
/// # Errors
/// [`ExcelError`] if the workbook breaks a limit of the format.
pub fn gap_report(report: &PartnerReport) -> Result<Vec<u8>, ExcelError> {
    gap_report_with(report, Theme::shipped())
}

/// A partner's gap report as the bytes of an `.xlsx` file, with a theme.
///
/// # Errors
/// [`ExcelError`] if the workbook breaks a limit of the format.
pub fn gap_report_with(report: &PartnerReport, theme: &Theme) -> Result<Vec<u8>, ExcelError> {
    let styles = style::Styles::new(theme);
    let mut names = names::SheetNames::default();
    let mut book = Workbook::new();
    page::properties(&mut book, &report.head, theme);

    let summary = names.add(&report.summary_title);
    let changes = report.changes.as_ref().map(|changes| names.add(&changes.title));
    let usage = usage::plan(&report.usage, &mut names);
    let customers = customers::plan(report, &mut names);
    let people = people::Layout::new(&report.people, names.add(&report.people.title));

    let (charts, steps) = summary::write(&mut book, report, &summary, &usage, &people, (&styles, theme))?;
    if let (Some(content), Some(name)) = (&report.changes, &changes) {
        changes::write(book.add_worksheet().set_name(name)?, name, content, report, &styles)?;
    }
    let mut bulk = bulk::Bulk::default();
    usage::write(&mut book, report, &usage, &steps, (&styles, &mut bulk))?;
    customers::write(&mut book, report, &customers, (&styles, &mut bulk))?;
    people::write(&mut book, report, &people, &steps, (&styles, &mut bulk))?;
    lists::write_all(
        &mut book,
        &mut names,
        &lists::Closing {
            head: &report.head,
            findings: &report.findings,
            sources: &report.sources,
            method: &report.method,
        },
        &styles,
    )?;
    splice::finished(&mut book, &bulk, &charts)
}

/// The reviewer's portfolio as the bytes of an `.xlsx` file, with the shipped theme.
///
/// # Errors
/// [`ExcelError`] if the workbook breaks a limit of the format.
pub fn portfolio(report: &PortfolioReport) -> Result<Vec<u8>, ExcelError> {
    portfolio_with(report, Theme::shipped())
}

/// The reviewer's portfolio as the bytes of an `.xlsx` file, with a theme.
///
/// # Errors
/// [`ExcelError`] if the workbook breaks a limit of the format.
pub fn portfolio_with(report: &PortfolioReport, theme: &Theme) -> Result<Vec<u8>, ExcelError> {
    portfolio::write(report, theme)
}

/// An input again, cell for cell at the same addresses, with verdicts beside its rows, as the bytes of an `.xlsx` file;
/// with the shipped theme.
///
/// # Errors
/// [`ExcelError`] if the workbook breaks a limit of the format.
pub fn annotated(book: &Book, notes: &AnnotatedBook) -> Result<Vec<u8>, ExcelError> {
    let mut bytes = Vec::new();
    write_annotated(book, notes.clone(), Theme::shipped(), &mut bytes)?;
    Ok(bytes)
}

/// As [`annotated`], with a theme, written to `out` as it comes: inputs may have a million rows. Their notes are let go
/// of before the file is put together, which takes the most room.
///
/// # Errors
/// [`ExcelError`] if the workbook breaks a limit of the format or cannot be written.
pub fn write_annotated(
    book: &Book,
    notes: AnnotatedBook,
    theme: &Theme,
    out: &mut (dyn Write + Send),
) -> Result<(), ExcelError> {
    let mut copy = annotated::compose(book, &notes, theme)?;
    drop(notes);
    Ok(pack(&mut copy, out)?)
}

/// A blank workbook to fill in, as the bytes of an `.xlsx` file.
///
/// # Errors
/// [`ExcelError`] if the workbook breaks a limit of the format.
pub fn template(kind: TemplateKind, texts: &TemplateTexts) -> Result<Vec<u8>, ExcelError> {
    template::write(kind, texts)
}
