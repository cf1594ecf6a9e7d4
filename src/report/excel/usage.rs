//! The Usage sheet: the partner's own rows with a verdict each, live.

use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationRule, Formula, Note, Workbook, Worksheet, XlsxError,
};

use super::bulk::Bulk;
use super::canvas::Canvas;
use super::grid::{
    HEADER_ROW, Widths, fit_header, fit_row, put_cell, put_int, put_merged, put_text, put_title, texts_of,
};
use super::links::{self, Target};
use super::names::{SheetNames, quoted};
use super::style::{self, Palette, Styles};
use super::summary::Steps;
use super::{LARGE, formula, page, table, text};
use crate::report::content::{Cell, Column, Kind, PartnerReport, Usage, UsageLine};

/// Rows on one sheet: below Excel's bound, with room for title and header.
const ROWS: usize = 1_000_000;

/// Columns of the verdict.
const VERDICTS: u16 = 4;

/// One sheet of usage rows.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Positions of its lines.
    pub lines: std::ops::Range<usize>,
    /// Where the figures stand.
    counted: u16,
    entitlements: u16,
    /// The column that leads to the plan's steps, if any row has one.
    step: Option<u16>,
    last_row: u32,
}

impl Part {
    /// Finds the first row that each step of the plan is about.
    pub fn first_rows(&self, usage: &Usage, places: &mut [Option<Target>]) {
        let lines = usage.lines.get(self.lines.clone()).unwrap_or_default();
        let col = if usage.active_users < own_columns(usage).len() { usage.active_users as u16 } else { self.counted };
        let header = Target { sheet: self.name.clone(), row: HEADER_ROW, col };
        links::first_rows(lines.iter().map(|line| line.step), header, places);
    }

    /// The entitlements column as other sheets refer to it.
    pub fn entitlements(&self) -> String {
        format!("{}!{}", quoted(&self.name), formula::down(self.entitlements, HEADER_ROW + 1, self.last_row))
    }
}

/// Lays the rows out on one sheet, or more where there are more than a sheet holds. There is always one.
pub fn plan(usage: &Usage, names: &mut SheetNames) -> Vec<Part> {
    let count = usage.lines.len();
    let counted = own_columns(usage).len() as u16;
    let step = usage.lines.iter().any(|line| line.step.is_some()).then_some(counted + VERDICTS);
    (0..count.div_ceil(ROWS).max(1))
        .map(|n| {
            let lines = n * ROWS..((n + 1) * ROWS).min(count);
            // An empty sheet keeps one blank row, so that sums have something to refer to.
            let last_row = HEADER_ROW + lines.len().max(1) as u32;
            Part { name: names.add(&usage.title), lines, counted, entitlements: counted + 1, step, last_row }
        })
        .collect()
}

/// Writes the sheets.
pub fn write<'f>(
    book: &mut Workbook,
    report: &PartnerReport,
    parts: &[Part],
    steps: &Steps,
    (styles, bulk): (&'f Styles, &mut Bulk<'f>),
) -> Result<(), XlsxError> {
    for part in parts {
        let lines = report.usage.lines.get(part.lines.clone()).unwrap_or_default();
        let sheet = if lines.len() > LARGE { book.add_worksheet_with_low_memory()? } else { book.add_worksheet() };
        sheet.set_name(&part.name)?;
        write_part((sheet, bulk), report, part, lines, steps, styles)?;
    }
    if let [part] = parts {
        define_names(book, &report.usage, part)?;
    }
    Ok(())
}

/// Names for the columns that people change, and that formulas of their own may want.
fn define_names(book: &mut Workbook, usage: &Usage, part: &Part) -> Result<(), XlsxError> {
    let range = |col| format!("={}!{}", quoted(&part.name), formula::down(col, HEADER_ROW + 1, part.last_row));
    book.define_name("tiergap_counted", &range(part.counted))?;
    book.define_name("tiergap_entitlements", &range(part.entitlements))?;
    if usage.active_users < own_columns(usage).len() {
        book.define_name("tiergap_active_users", &range(usage.active_users as u16))?;
    }
    Ok(())
}

fn write_part<'f>(
    (sheet, bulk): (&mut Worksheet, &mut Bulk<'f>),
    report: &PartnerReport,
    part: &Part,
    lines: &[UsageLine],
    steps: &Steps,
    styles: &'f Styles,
) -> Result<(), XlsxError> {
    let usage = &report.usage;
    let columns = all_columns(report, part);
    let measured = measure(report, &columns, lines);
    let (wide, narrow) = (measured.capped(&caps(usage, 52.0)), measured.capped(&caps(usage, 36.0)));
    // Sources on one line, unless the sheet would take two pages side by side for it.
    let widths = if narrow.total() <= page::LEGIBLE && wide.total() > page::LEGIBLE { narrow } else { wide };
    widths.apply(sheet)?;
    put_title(sheet, &usage.title, &report.head.name, columns.len() as u16, widths.total(), styles)?;
    if !usage.columns_note.is_empty() {
        put_merged(sheet, HEADER_ROW - 1, 0..=columns.len() as u16 - 1, &usage.columns_note, &styles.intro)?;
    }
    fit_header(sheet, HEADER_ROW, table::header_texts(&columns, &widths))?;
    let titles = columns.iter().enumerate().map(|(col, column)| {
        let centred = col == usize::from(part.counted) || Some(col as u16) == part.step;
        let ink = if centred { &styles.header_centre } else { table::header_ink(styles, column.kind) };
        (column.title.as_str(), ink)
    });
    table::filtered(sheet, HEADER_ROW, part.last_row, titles)?;
    // What is streamed is not kept.
    if lines.len() > LARGE {
        write_lines(sheet, report, part, lines, (steps, &widths), styles)?;
    } else {
        let mut cells = bulk.on(sheet);
        write_lines(&mut cells, report, part, lines, (steps, &widths), styles)?;
        cells.finish();
    }
    dropdown(sheet, usage, part)?;
    whole_counts(sheet, usage, part)?;
    colours(sheet, usage, part, columns.len() as u16, styles.palette)?;
    table::ignore_numbers_as_text(sheet, &columns, HEADER_ROW + 1, part.last_row + 1)?;
    sheet.set_freeze_panes(HEADER_ROW + 1, 0)?;
    page::paper(sheet, &report.head, styles, widths.total(), Some(HEADER_ROW))
}

/// The partner's own columns, as many as leave room for the verdict's.
fn own_columns(usage: &Usage) -> &[Column] {
    usage.columns.get(..16_000).unwrap_or(&usage.columns)
}

fn write_lines<'f>(
    cells: &mut impl Canvas<'f>,
    report: &PartnerReport,
    part: &Part,
    lines: &[UsageLine],
    (steps, widths): (&Steps, &Widths),
    styles: &'f Styles,
) -> Result<(), XlsxError> {
    let own_columns = own_columns(&report.usage).len();
    for (row, line) in (HEADER_ROW + 1..).zip(lines) {
        let own = texts_of(line.cells.iter().take(own_columns), widths);
        let at = |col: u16| widths.of(usize::from(part.counted + col));
        let ours = [(line.reason.as_str(), at(2)), (line.source.as_str(), at(3))];
        fit_row(cells, row, own.chain(ours))?;
        write_line(cells, row, report, part, line, styles)?;
        if let Some(col) = part.step {
            let blank = &styles.tone(line.tone).centre.plain;
            links::put_step(cells, (row, col), line.step, (&report.plan, steps), blank, styles)?;
        }
    }
    Ok(())
}

/// The partner's own columns and the verdict's.
fn all_columns(report: &PartnerReport, part: &Part) -> Vec<Column> {
    let usage = &report.usage;
    let kinds = [Kind::Text, Kind::Int, Kind::Text, Kind::Text];
    let ours = usage.verdict_columns.iter().zip(kinds);
    let ours = ours.map(|(title, kind)| Column { title: title.clone(), kind });
    let step = part.step.map(|_| Column { title: report.plan.step_column.clone(), kind: Kind::Text });
    own_columns(usage).iter().cloned().chain(ours).chain(step).collect()
}

/// Long texts wrap, so that the sheet stays readable on screen and on paper.
fn caps(usage: &Usage, source: f64) -> Vec<f64> {
    let own = own_columns(usage).iter().map(|column| if column.kind == Kind::Text { 34.0 } else { 18.0 });
    own.chain([14.0, 18.0, 38.0, source, 14.0]).collect()
}

fn measure(report: &PartnerReport, columns: &[Column], lines: &[UsageLine]) -> Widths {
    let usage = &report.usage;
    let mut widths = Widths::default();
    table::measure_columns(columns, &mut widths);
    let own = own_columns(usage).len();
    for line in lines {
        for (col, cell) in line.cells.iter().take(own).enumerate() {
            widths.see_cell(col, cell);
        }
        widths.see_cell(own + 1, &Cell::Int(line.entitlements));
        widths.see(own + 2, &line.reason);
        widths.see(own + 3, &line.source);
        if let Some(step) = line.step.and_then(|step| report.plan.steps.get(step)) {
            widths.see(own + usize::from(VERDICTS), &step.name);
        }
    }
    widths
}

fn write_line<'f>(
    sheet: &mut impl Canvas<'f>,
    row: u32,
    report: &PartnerReport,
    part: &Part,
    line: &UsageLine,
    styles: &'f Styles,
) -> Result<(), XlsxError> {
    let usage = &report.usage;
    let body = styles.tone(line.tone);
    for (col, (cell, column)) in line.cells.iter().zip(own_columns(usage)).enumerate() {
        put_cell(sheet, row, col as u16, cell, column.kind, body)?;
    }
    let (yes, no) = &usage.counted_words;
    put_text(sheet, row, part.counted, if line.counted { yes } else { no }, &body.centre)?;
    match live_entitlements(row, usage, part, line) {
        Some(live) => {
            formula::put_int(sheet, row, part.entitlements, &live, line.entitlements, &body.of(Kind::Int).plain)?;
        }
        None => put_int(sheet, row, part.entitlements, line.entitlements, body.of(Kind::Int))?,
    }
    put_text(sheet, row, part.counted + 2, &line.reason, body.of(Kind::Text))?;
    put_text(sheet, row, part.counted + 3, &text::bound(&line.source), body.of(Kind::Text))?;
    if let Some(note) = line.note.as_deref().filter(|note| !note.is_empty()) {
        let col = if usage.active_users < own_columns(usage).len() { usage.active_users as u16 } else { part.counted };
        sheet.sheet().insert_note(row, col, &note_box(note, &report.head.author, styles))?;
    }
    Ok(())
}

/// A note large enough for its text.
pub fn note_box(note: &str, author: &str, styles: &Styles) -> Note {
    let note = text::note(note);
    let lines = text::lines(&note, 42.0).min(24) as u32;
    Note::new(note)
        .set_author(text::cut(&text::one_line(author), 50))
        .add_author_prefix(false)
        .set_width(280)
        .set_height(24 + lines * 15)
        .set_background_color(styles.palette.note())
        .set_font_size(9)
}

/// The row's entitlements as a formula, where it gives the decided figure.
fn live_entitlements(row: u32, usage: &Usage, part: &Part, line: &UsageLine) -> Option<String> {
    let yes = formula::word(&usage.counted_words.0)?;
    let count = match line.cells.get(..own_columns(usage).len()).unwrap_or(&line.cells).get(usage.active_users)? {
        Cell::Int(value) => Some(*value as f64),
        Cell::Number(value) => Some(*value),
        _ => None,
    };
    let result = if line.counted { count.unwrap_or(0.0) } else { 0.0 };
    if result != line.entitlements as f64 || usage.counted_words.0.eq_ignore_ascii_case(&usage.counted_words.1) {
        return None;
    }
    let users = formula::in_row(row, usage.active_users as u16);
    let counted = formula::in_row(row, part.counted);
    Some(format!("=IF(AND({counted}={yes},ISNUMBER({users})),{users},0)"))
}

fn dropdown(sheet: &mut Worksheet, usage: &Usage, part: &Part) -> Result<(), XlsxError> {
    let words = [usage.counted_words.0.as_str(), usage.counted_words.1.as_str()];
    if words.iter().any(|word| word.contains(',') || word.is_empty()) {
        return Ok(());
    }
    if let Ok(list) = DataValidation::new().allow_list_strings(&words) {
        sheet.add_data_validation(HEADER_ROW + 1, part.counted, part.last_row, part.counted, &list)?;
    }
    Ok(())
}

/// What the rules refuse as a count can be no count here either.
fn whole_counts(sheet: &mut Worksheet, usage: &Usage, part: &Part) -> Result<(), XlsxError> {
    if usage.active_users < own_columns(usage).len() {
        let col = usage.active_users as u16;
        let whole = DataValidation::new().allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0));
        sheet.add_data_validation(HEADER_ROW + 1, col, part.last_row, col, &whole)?;
    }
    Ok(())
}

/// Rows take on the colour of what their Counted cell says, also once it is changed.
fn colours(sheet: &mut Worksheet, usage: &Usage, part: &Part, cols: u16, palette: Palette) -> Result<(), XlsxError> {
    let Some(yes) = formula::word(&usage.counted_words.0) else { return Ok(()) };
    let counted = formula::in_row(HEADER_ROW + 1, part.counted);
    let rule = ConditionalFormatFormula::new()
        .set_rule(Formula::new(format!("={counted}={yes}")))
        .set_format(style::rule(palette.ink(), palette.good_tint()));
    sheet.add_conditional_format(HEADER_ROW + 1, 0, part.last_row, cols - 1, &rule)?;
    Ok(())
}
