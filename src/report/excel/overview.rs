//! The first sheet of an annotated input: which file it is, what was read on each of its sheets, and what is wrong with
//! it, each finding leading to its cell.

use rust_xlsxwriter::{FormatAlign, Url, Worksheet, XlsxError};

use super::grid::{Widths, fit_row, put_merged, put_text, put_title, row_height};
use super::lists::Listing;
use super::page;
use super::style::{Ink, Styles};
use super::text;
use crate::report::content::{AnnotatedBook, Cell, FindingLine, Kind, Tone};

/// Sheets that are listed; the format sets no bound.
const SHEETS: usize = 2_000;
/// Columns of the list of sheets: its name takes two.
const COLS: u16 = 5;

/// Writes it. `targets` says for each sheet of the input where it begins, if it can be seen; `link` where a finding is.
pub fn write(
    sheet: &mut Worksheet,
    notes: &AnnotatedBook,
    targets: &[Option<String>],
    link: impl Fn(&FindingLine) -> Option<String>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let listing = Listing::new(&notes.findings);
    let widths = widths(notes, &listing);
    widths.apply(sheet)?;
    let cols = listing.cols().max(COLS);
    put_title(sheet, &notes.head.title, &notes.head.subject, cols, widths.total(), styles)?;
    let mut row = 3;
    for (label, value) in notes.facts.iter().filter(|(_, value)| !value.is_empty()) {
        put_text(sheet, row, 0, label, &styles.muted)?;
        put_merged(sheet, row, 1..=3, value, &styles.indented)?;
        row += 1;
    }
    row = sheets(sheet, row + 1, notes, targets, cols, &widths, styles)?;

    put_merged(sheet, row, 0..=cols - 1, &notes.findings.title, &styles.section)?;
    sheet.set_row_height(row, 22)?;
    sheet.set_row_height(row + 1, row_height(&notes.findings.intro, widths.total()))?;
    put_merged(sheet, row + 1, 0..=cols - 1, &notes.findings.intro, &styles.intro)?;
    let header_row = row + 3;
    let mut repeated = None;
    if !notes.findings.lines.is_empty() {
        listing.write(sheet, header_row, link, &widths, styles)?;
        repeated = Some(header_row);
    }
    page::paper(sheet, &notes.head, styles, widths.total(), repeated)
}

/// The widths that both lists and the facts can live with.
fn widths(notes: &AnnotatedBook, listing: &Listing<'_>) -> Widths {
    let mut widths = listing.widths.clone();
    for (label, _) in &notes.facts {
        widths.at_least(0, text::width(label).min(24) as f64);
    }
    widths.at_least(1, 24.0);
    for line in notes.overview.rows.iter().take(SHEETS) {
        for (col, most) in [(2, 26), (3, 34), (4, 46)] {
            if let Some(Cell::Text(value)) = line.cells.get(col - 1) {
                widths.at_least(col, text::width(value).min(most) as f64);
            }
        }
    }
    widths
}

/// Writes the list of sheets; returns the second row below it.
fn sheets(
    sheet: &mut Worksheet,
    header_row: u32,
    notes: &AnnotatedBook,
    targets: &[Option<String>],
    cols: u16,
    widths: &Widths,
    styles: &Styles,
) -> Result<u32, XlsxError> {
    let span = |n: usize| match n {
        0 => 0..=1,
        3.. => 4..=cols.max(COLS) - 1,
        n => n as u16 + 1..=n as u16 + 1,
    };
    for (n, column) in notes.overview.columns.iter().enumerate() {
        put_merged(sheet, header_row, span(n), &column.title, &styles.header)?;
    }
    let body = styles.tone(Tone::Plain).of(Kind::Text);
    let linked = Ink::new(styles.link.clone().set_align(FormatAlign::Left).set_indent(1).set_text_wrap());
    let mut row = header_row + 1;
    for (line, target) in notes.overview.rows.iter().zip(targets.iter().map(Some).chain(std::iter::repeat(None))) {
        if row > header_row + SHEETS as u32 {
            put_merged(sheet, row, span(0), "…", body)?;
            row += 1;
            break;
        }
        let texts: Vec<&str> = line.cells.iter().map(|cell| if let Cell::Text(t) = cell { t } else { "" }).collect();
        let width = |n: usize| span(n).map(|col| widths.of(usize::from(col))).sum();
        fit_row(sheet, row, texts.iter().enumerate().map(|(n, value)| (*value, width(n))))?;
        for (n, value) in texts.iter().enumerate() {
            put_merged(sheet, row, span(n), value, body)?;
        }
        if let (Some(Some(target)), Some(name)) = (target, texts.first()) {
            let format = if text::looks_live(name) { &linked.quoted } else { &linked.plain };
            let url = Url::new(format!("internal:{target}")).set_text(text::cut(&text::one_line(name), 2_000));
            // A name that no link can carry stays a name.
            let _ = sheet.write_url_with_format(row, 0, url, format);
        }
        row += 1;
    }
    Ok(row + 1)
}
