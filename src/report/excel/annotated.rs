//! An input again, cell for cell at the same addresses, with verdicts beside its rows.

use rust_xlsxwriter::{Color, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::grid::{Widths, fit_row, put_int, put_number, put_text};
use super::names::{SheetNames, quoted};
use super::rows::{self, COLS, Plan, ROWS, VERDICT_COLS, is_tinted};
use super::style::{self, Ink, Styles};
use super::{ExcelError, LARGE, lists, page, text, usage};
use crate::facts::a1;
use crate::finding::Severity;
use crate::intake::{Book, RowView, Sheet, Value};
use crate::report::content::{AnnotatedBook, AnnotatedSheet, FindingLine, Kind, RowVerdict, Tone};
use crate::report::theme::Theme;

/// Rows looked at to find a column's width.
const SAMPLE: usize = 2_000;
/// Widest column of the input, in characters.
const MAX_WIDTH: f64 = 40.0;
/// Blank cells are tinted too on rows up to so many columns wide.
const TINTED_COLS: u32 = 64;

/// Formats for the input's cells under one tone.
struct Paint {
    tinted: bool,
    text: Ink,
    /// For texts of several lines.
    lines: Ink,
    day: Format,
    time: Format,
    day_time: Format,
}

impl Paint {
    fn new(base: Format, tinted: bool) -> Self {
        Self {
            tinted,
            day: style::serial(&base, 1.0),
            time: style::serial(&base, 0.5),
            day_time: style::serial(&base, 1.5),
            lines: Ink::new(base.clone().set_text_wrap()),
            text: Ink::new(base),
        }
    }

    fn serial(&self, days: f64) -> &Format {
        if days < 1.0 {
            &self.time
        } else if days.fract() == 0.0 {
            &self.day
        } else {
            &self.day_time
        }
    }
}

/// All that is needed to write any sheet.
struct Painter<'a> {
    styles: &'a Styles,
    notes: &'a AnnotatedBook,
    plain: Paint,
    /// For rows of several lines, whose cells all need saying that they stand at the top.
    high: Paint,
    header: Paint,
    bad: Paint,
    open: Paint,
}

/// The annotated input as the bytes of a workbook.
pub fn write(book: &Book, notes: &AnnotatedBook, theme: &Theme) -> Result<Vec<u8>, ExcelError> {
    let styles = Styles::new(theme);
    let top = || Format::new().set_align(FormatAlign::Top); // where our verdict wraps, its row reads along the top
    let tinted = |fill: u32| Paint::new(top().set_background_color(Color::RGB(fill)), true);
    let painter = Painter {
        styles: &styles,
        notes,
        plain: Paint::new(top(), false),
        high: Paint::new(top(), true),
        header: Paint::new(Format::new().set_bold().set_align(FormatAlign::VerticalCenter).set_text_wrap(), true),
        bad: tinted(styles.palette.bad_tint()),
        open: tinted(styles.palette.open_tint()),
    };
    let mut names = SheetNames::default();
    let mut out = Workbook::new();
    page::properties(&mut out, &notes.head, theme);
    let cells: usize = book.sheets.iter().map(Sheet::cell_count).sum();
    if cells > 1_000_000 {
        out.set_zip_compression_level(3); // a third of the time for a sixth more bytes
    }
    let mut titles = Vec::new();
    let first_visible = book.sheets.iter().position(|sheet| sheet.visible);
    for (n, input) in book.sheets.iter().enumerate() {
        let large = input.row_count() > LARGE;
        let sheet = if large { out.add_worksheet_with_low_memory()? } else { out.add_worksheet() };
        let name = names.add(&input.name);
        sheet.set_name(&name)?;
        painter.sheet(sheet, input, notes.sheets.get(n))?;
        if !input.visible {
            sheet.set_hidden(true);
        }
        if first_visible == Some(n) {
            sheet.set_active(true);
        }
        titles.push(name);
    }
    let name = names.add(&notes.summary_title);
    let sheet = out.add_worksheet();
    sheet.set_name(name)?.set_tab_color(Color::RGB(styles.palette.ours()));
    if first_visible.is_none() {
        sheet.set_active(true);
    }
    lists::findings(sheet, &notes.head, &notes.findings, |line| link(line, &titles), &styles)?;
    Ok(out.save_to_buffer()?)
}

impl Painter<'_> {
    fn sheet(&self, sheet: &mut Worksheet, input: &Sheet, notes: Option<&AnnotatedSheet>) -> Result<(), XlsxError> {
        let plan = rows::plan(input, notes);
        let header_row = notes.and_then(|notes| notes.header_row);
        let (width, ours) = set_widths(sheet, input, notes, &plan, header_row)?;
        let mut merges = plan.merges.iter().peekable();
        let blank = Format::new();
        for &row in &plan.rows {
            while let Some(merge) = merges.next_if(|merge| merge.first_row <= row) {
                let (from, to) = (merge.first_col as u16, merge.last_col as u16);
                sheet.merge_range(merge.first_row, from, merge.last_row, to, "", &blank)?;
            }
            let verdict = plan.verdicts.get(&row).copied();
            let is_high = fit(sheet, row, input, &plan, &ours)?;
            let paint = match verdict.map(|verdict| verdict.tone) {
                Some(Tone::Bad) => &self.bad,
                Some(Tone::Open) => &self.open,
                _ if header_row == Some(row) => &self.header,
                _ if is_high => &self.high,
                _ => &self.plain,
            };
            if let Some(view) = input.row(row) {
                put_row(sheet, &view, paint, verdict.is_some_and(|v| is_tinted(v.tone)))?;
            }
            self.verdict(sheet, row, &plan, notes, verdict)?;
        }
        for (&(row, col), (severity, text)) in &plan.notes {
            let fill = match severity {
                Severity::Error => self.styles.palette.bad_tint(),
                Severity::Warning => self.styles.palette.open_tint(),
                Severity::Info => self.styles.palette.note(),
            };
            let note = usage::note_box(text, &self.notes.head.author, self.styles).set_background_color(fill);
            sheet.insert_note(row, col, &note)?;
        }
        self.finish(sheet, &plan, header_row, width)
    }

    /// Titles or verdict of a row, in our columns.
    fn verdict(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        plan: &Plan<'_>,
        notes: Option<&AnnotatedSheet>,
        verdict: Option<&RowVerdict>,
    ) -> Result<(), XlsxError> {
        let Some(first) = plan.verdict_col else { return Ok(()) };
        if let (true, Some(notes)) = (plan.title_row == Some(row), notes) {
            for (n, title) in notes.verdict_columns.iter().take(plan.verdict_cols()).enumerate() {
                put_text(sheet, row, first + n as u16, title, &self.styles.ours)?;
            }
        } else if let Some(verdict) = verdict {
            let body = self.styles.tone(verdict.tone);
            for (n, value) in verdict.verdict.iter().enumerate() {
                put_text(sheet, row, first + n as u16, value, body.of(Kind::Text))?;
            }
            let last = first + VERDICT_COLS as u16 - 1;
            match verdict.entitlements {
                _ if !plan.has_entitlements => {}
                Some(value) => put_int(sheet, row, last, value, body.of(Kind::Int))?,
                None => {
                    sheet.write_blank(row, last, &body.of(Kind::Int).plain)?;
                }
            }
        }
        Ok(())
    }

    fn finish(
        &self,
        sheet: &mut Worksheet,
        plan: &Plan<'_>,
        header_row: Option<u32>,
        width: f64,
    ) -> Result<(), XlsxError> {
        let last_row = plan.rows.last().copied().unwrap_or(0);
        let verdicts_end = plan.verdict_col.map(|first| first + plan.verdict_cols() as u16 - 1);
        let last_col = verdicts_end.or(plan.last_col);
        if let (Some(last_col), Some(title_row)) = (verdicts_end, plan.title_row)
            && last_row > title_row
        {
            sheet.autofilter(title_row, 0, last_row, last_col)?;
        }
        if let Some(header) = header_row.filter(|&row| row < 40) {
            sheet.set_freeze_panes(header + 1, 0)?;
        }
        if let Some(last_col) = last_col {
            // Long texts spill over their cells on the screen; on paper they end with the table.
            sheet.set_print_area(0, 0, last_row, last_col)?;
        }
        page::paper(sheet, &self.notes.head, self.styles, width, header_row)
    }
}

/// Makes a row high enough for its lines and its verdict; says whether it takes several lines.
fn fit(sheet: &mut Worksheet, row: u32, input: &Sheet, plan: &Plan<'_>, ours: &Widths) -> Result<bool, XlsxError> {
    let cells = input.row(row).into_iter().flat_map(|view| view.cells());
    // The input's own texts spill to the right as in the original: only line breaks make a row higher.
    let broken = cells.filter_map(|(_, value)| match value {
        Value::Text(text) if text.contains('\n') => Some((text.as_str(), f64::from(u16::MAX))),
        _ => None,
    });
    let verdict = plan.verdicts.get(&row).filter(|_| plan.verdict_col.is_some());
    let texts = verdict.into_iter().flat_map(|verdict| verdict.verdict.iter().enumerate());
    fit_row(sheet, row, broken.chain(texts.map(|(n, value)| (value.as_str(), ours.of(n)))))
}

/// Column widths from a sample of the rows below the title block; returns the width of the sheet and of our columns.
fn set_widths(
    sheet: &mut Worksheet,
    input: &Sheet,
    notes: Option<&AnnotatedSheet>,
    plan: &Plan<'_>,
    header_row: Option<u32>,
) -> Result<(f64, Widths), XlsxError> {
    let mut widths: Vec<f64> = Vec::new();
    let rows = input.rows().skip_while(|row| header_row.is_some_and(|header| row.index() < header));
    for row in rows.take(SAMPLE) {
        for (col, value) in row.cells() {
            let col = col as usize;
            if widths.len() <= col {
                widths.resize(col + 1, 0.0);
            }
            if let Some(known) = widths.get_mut(col) {
                *known = known.max(width_of(value));
            }
        }
    }
    let mut total = 0.0;
    let mut ours = Widths::default();
    for (col, width) in widths.into_iter().enumerate() {
        let width = (width + 2.0).clamp(8.0, MAX_WIDTH);
        total += width;
        sheet.set_column_width(col as u16, width)?;
    }
    if let (Some(first), Some(notes)) = (plan.verdict_col, notes) {
        if let Some(gap) = first.checked_sub(1) {
            sheet.set_column_width(gap, 2.5)?;
        }
        for (n, title) in notes.verdict_columns.iter().take(plan.verdict_cols()).enumerate() {
            ours.see_header(n, title);
        }
        for verdict in notes.verdicts.iter().take(SAMPLE) {
            for (n, value) in verdict.verdict.iter().enumerate() {
                ours.see(n, value);
            }
        }
        ours = ours.capped(&[24.0, 48.0, 34.0, 16.0]);
        ours.apply_from(sheet, first)?;
        total += ours.total();
    }
    Ok((total, ours))
}

fn width_of(value: Value) -> f64 {
    match value {
        Value::Text(text) => text::width(&text) as f64,
        Value::Number(number) => number.to_string().len().min(16) as f64,
        Value::Date(days) if days.fract() == 0.0 => 10.0,
        Value::Date(_) => 16.0,
        Value::Bool(_) => 6.0,
        Value::Error(error) => error.as_str().len() as f64,
        Value::Empty | Value::Uncalculated => 0.0,
    }
}

fn put_row(sheet: &mut Worksheet, row: &RowView<'_>, paint: &Paint, fill_gaps: bool) -> Result<(), XlsxError> {
    let index = row.index();
    if let (true, Some(first), Some(last)) = (fill_gaps, row.cells().next(), row.cells().last())
        && last.0 - first.0 < TINTED_COLS
    {
        for col in first.0..=last.0 {
            sheet.write_blank(index, col as u16, &paint.text.plain)?;
        }
    }
    for (col, value) in row.cells() {
        put_value(sheet, index, col as u16, value, paint)?;
    }
    Ok(())
}

/// The value as it was read; an error value as its text, an uncalculated formula as nothing.
fn put_value(sheet: &mut Worksheet, row: u32, col: u16, value: Value, paint: &Paint) -> Result<(), XlsxError> {
    match value {
        // Most cells are plain: without a format they are written in half the time.
        Value::Number(number) if !paint.tinted => {
            sheet.write_number(row, col, number)?;
        }
        Value::Number(number) => put_number(sheet, row, col, number, &paint.text.plain)?,
        Value::Text(text) if !paint.tinted && !text::looks_live(&text) && !text.contains('\n') => {
            sheet.write_string(row, col, text::cut(&text, text::CELL))?;
        }
        Value::Text(text) if text.contains('\n') => put_text(sheet, row, col, &text, &paint.lines)?,
        Value::Text(text) => put_text(sheet, row, col, &text, &paint.text)?,
        Value::Bool(value) => {
            sheet.write_boolean_with_format(row, col, value, &paint.text.plain)?;
        }
        // Excel shows dates of its own calendar only; others stay the number that they are.
        Value::Date(days) if (0.0..2_958_466.0).contains(&days) => {
            put_number(sheet, row, col, days, paint.serial(days))?;
        }
        Value::Date(days) => put_number(sheet, row, col, days, &paint.text.plain)?,
        Value::Error(error) => {
            sheet.write_string_with_format(row, col, error.as_str(), &paint.text.plain)?;
        }
        Value::Empty | Value::Uncalculated => {}
    }
    Ok(())
}

/// Where a finding leads to: its cell on the copy of its sheet.
fn link(line: &FindingLine, titles: &[String]) -> Option<String> {
    let cell = line.address?;
    let title = titles.get(usize::try_from(cell.sheet.sheet).ok()?)?;
    (cell.row < ROWS && cell.col < COLS).then(|| format!("{}!{}", quoted(title), a1(cell.row, cell.col)))
}
