//! The closing sheets that every workbook shares: findings, sources, method.

use rust_xlsxwriter::{FormatAlign, Url, Workbook, Worksheet, XlsxError};

use super::canvas::Coat;
use super::grid::{HEADER_ROW, MAX_WIDTH, Widths, fit_header, fit_row, put_text, put_title};
use super::names::SheetNames;
use super::style::{Ink, Styles};
use super::{page, table, text};
use crate::finding::Severity;
use crate::report::content::{Column, FindingLine, Findings, Head, Kind, Method, Sources, Tone};

/// What the closing sheets say.
pub struct Closing<'a> {
    /// Of the document.
    pub head: &'a Head,
    /// The data findings.
    pub findings: &'a Findings,
    /// Where the facts come from.
    pub sources: &'a Sources,
    /// The rules in plain words.
    pub method: &'a Method,
}

/// Writes those that have something to say.
pub fn write_all(
    book: &mut Workbook,
    names: &mut SheetNames,
    closing: &Closing<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    if !closing.findings.lines.is_empty() {
        let name = names.add(&closing.findings.title);
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        findings(sheet, closing.head, closing.findings, styles)?;
    }
    if !closing.sources.table.rows.is_empty() {
        let name = names.add(&closing.sources.title);
        sources(book.add_worksheet().set_name(name)?, closing, styles)?;
    }
    if !closing.method.sentences.is_empty() {
        let name = names.add(&closing.method.title);
        method(book.add_worksheet().set_name(name)?, closing, styles)?;
    }
    Ok(())
}

/// Findings on a sheet: the grid ends soon after.
const MOST: usize = 1_000_000;
/// Links of a list: nobody follows more, and a sheet carries 65,530.
const MOST_LINKS: u32 = 10_000;

/// The tone of a severity.
pub fn severity_tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Open,
        Severity::Info => Tone::Plain,
    }
}

/// Writes findings on a sheet of their own.
pub fn findings(sheet: &mut Worksheet, head: &Head, findings: &Findings, styles: &Styles) -> Result<(), XlsxError> {
    let listing = Listing::new(findings);
    let widths = &listing.widths;
    widths.apply(sheet)?;
    put_title(sheet, &findings.title, &findings.intro, listing.cols(), widths.total(), styles)?;
    listing.write(sheet, HEADER_ROW, |_| None, widths, styles)?;
    sheet.set_freeze_panes(HEADER_ROW + 1, 0)?;
    page::paper(sheet, head, styles, widths.total(), Some(HEADER_ROW))
}

/// Findings as a table that wants a place.
pub struct Listing<'a> {
    findings: &'a Findings,
    /// Positions of the columns that say something.
    shown: Vec<usize>,
    columns: Vec<Column>,
    /// The widths that its columns want.
    pub widths: Widths,
}

impl<'a> Listing<'a> {
    /// Measures the findings.
    pub fn new(findings: &'a Findings) -> Self {
        // A column that is empty for all of them is left out; the first two are always there.
        let says = |n: usize| findings.lines.iter().any(|line| cells(line).get(n).is_some_and(|v| !v.is_empty()));
        let shown: Vec<usize> = (0..6).filter(|&n| n < 2 || says(n)).collect();
        let columns: Vec<Column> = shown
            .iter()
            .filter_map(|&n| findings.columns.get(n))
            .map(|title| Column { title: title.clone(), kind: Kind::Text })
            .collect();
        let mut listing = Self { findings, shown, columns, widths: Widths::default() };
        let mut widths = Widths::default();
        table::measure_columns(&listing.columns, &mut widths);
        for line in &findings.lines {
            for (col, value) in listing.cells(line).enumerate() {
                widths.see(col, value);
            }
        }
        let cap = |&n: &usize| [14.0, 36.0, 24.0, 48.0, 50.0, 26.0].get(n).copied();
        let caps: Vec<f64> = listing.shown.iter().filter_map(cap).collect();
        listing.widths = widths.capped(&caps);
        listing
    }

    /// How many columns it takes.
    pub fn cols(&self) -> u16 {
        self.columns.len() as u16
    }

    fn cells<'b>(&'b self, line: &'b FindingLine) -> impl Iterator<Item = &'b str> {
        let all = cells(line);
        self.shown.iter().filter_map(move |&n| all.get(n).copied())
    }

    /// Writes the table with its header at `header_row`; `link` gives the place within the workbook that a finding's
    /// place leads to, and `widths` are those that its columns were given.
    pub fn write(
        &self,
        sheet: &mut Worksheet,
        header_row: u32,
        link: impl Fn(&FindingLine) -> Option<String>,
        widths: &Widths,
        styles: &Styles,
    ) -> Result<(), XlsxError> {
        let lines = self.findings.lines.get(..MOST).unwrap_or(&self.findings.lines);
        let end = header_row + 1 + lines.len().max(1) as u32;
        fit_header(sheet, header_row, table::header_texts(&self.columns, widths))?;
        let titles = self.columns.iter().map(|column| (column.title.as_str(), &styles.header));
        table::filtered(sheet, header_row, end - 1, titles)?;
        let linked = Ink::new(styles.link.clone().set_align(FormatAlign::Left).set_indent(1).set_text_wrap());
        let mut cells = Coat::new(sheet);
        for (row, line) in (header_row + 1..).zip(lines) {
            fit_row(&mut cells, row, self.cells(line).enumerate().map(|(col, value)| (value, widths.of(col))))?;
            for (col, value) in self.cells(line).enumerate() {
                let tone = if col == 0 { severity_tone(line.severity) } else { Tone::Plain };
                put_text(&mut cells, row, col as u16, &text::bound(value), styles.tone(tone).of(Kind::Text))?;
            }
        }
        cells.finish()?;
        let mut links = 0;
        for (row, line) in (header_row + 1..).zip(lines) {
            if let Some(target) = link(line).filter(|_| links < MOST_LINKS && !line.place.is_empty()) {
                let url = Url::new(format!("internal:{target}"));
                let url = url.set_text(text::cut(&text::bound(&text::one_line(&line.place)), 2_000));
                let format = if text::looks_live(&line.place) { &linked.quoted } else { &linked.plain };
                if sheet.write_url_with_format(row, 1, url, format).is_ok() {
                    links += 1;
                }
            }
        }
        table::ignore_numbers_as_text(sheet, &self.columns, header_row + 1, end)
    }
}

fn cells(line: &FindingLine) -> [&str; 6] {
    [&line.severity_text, &line.place, &line.value, &line.message, &line.help, &line.code]
}

fn sources(sheet: &mut Worksheet, closing: &Closing<'_>, styles: &Styles) -> Result<(), XlsxError> {
    let content = &closing.sources.table;
    let mut widths = Widths::default();
    table::measure(content, &mut widths);
    let widths = widths.capped(&[48.0, 30.0, 26.0, 16.0, MAX_WIDTH]);
    widths.apply(sheet)?;
    let cols = content.columns.len() as u16;
    put_title(sheet, &closing.sources.title, &closing.head.name, cols, widths.total(), styles)?;
    table::write(sheet, HEADER_ROW, content, &widths, styles)?;
    sheet.set_freeze_panes(HEADER_ROW + 1, 0)?;
    page::paper(sheet, closing.head, styles, widths.total(), Some(HEADER_ROW))
}

fn method(sheet: &mut Worksheet, closing: &Closing<'_>, styles: &Styles) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 5)?.set_column_width(1, 95)?;
    put_title(sheet, &closing.method.title, &closing.head.subject, 2, 100.0, styles)?;
    for (n, sentence) in closing.method.sentences.iter().enumerate() {
        let row = HEADER_ROW + n as u32;
        sheet.write_number_with_format(row, 0, (n + 1) as f64, &styles.ordinal.plain)?;
        fit_row(sheet, row, std::iter::once((sentence.as_str(), 95.0)))?;
        put_text(sheet, row, 1, sentence, &styles.prose)?;
    }
    page::paper(sheet, closing.head, styles, 100.0, None)
}
