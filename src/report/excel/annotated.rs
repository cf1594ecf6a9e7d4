//! An input again, cell for cell at the same addresses, with verdicts beside its rows and a first sheet that leads to
//! what is wrong.
//!
//! Where the input's own look is known, it is kept: formats of cells, widths and heights, panes that stand still, and
//! what is hidden. Somebody hid it on purpose, so it stays hidden unless something is wrong with it: a sheet, row or
//! column with an error or a warning in one of its cells is shown, because the finding leads there.

use std::collections::BTreeSet;

use rust_xlsxwriter::{Color, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::columns::{self, Columns};
use super::grid::{AIR, ONE_LINE, needed_height, put_int, put_number, put_text};
use super::look::{Looks, Serial, Wish};
use super::names::{SheetNames, quoted};
use super::rows::{self, COLS, Plan, ROWS, VERDICT_COLS, is_tinted};
use super::style::{self, Ink, Styles};
use super::{ExcelError, LARGE, overview, page, text, usage};
use crate::facts::a1;
use crate::finding::Severity;
use crate::intake::{Book, Sheet, Value};
use crate::report::content::{AnnotatedBook, AnnotatedSheet, CellNote, FindingLine, Kind, RowVerdict, Tone};
use crate::report::theme::Theme;

/// Blank cells are tinted too on rows up to so many columns wide.
const TINTED_COLS: u32 = 64;
/// Blank cells with a look of their own, on one sheet.
const BLANKS: usize = 300_000;
/// Highest row of the format, in points.
const HIGHEST: f64 = 409.0;

/// Formats for the input's cells under one tone.
struct Paint {
    tint: Option<u32>,
    /// Whether the row is to read along its top.
    high: bool,
    /// Whether plain cells need a format too.
    painted: bool,
    text: Ink,
    /// For texts of several lines.
    lines: Ink,
    day: Format,
    time: Format,
    day_time: Format,
}

impl Paint {
    fn new(base: Format, painted: bool) -> Self {
        Self {
            tint: None,
            high: false,
            painted,
            day: style::serial(&base, 1.0),
            time: style::serial(&base, 0.5),
            day_time: style::serial(&base, 1.5),
            lines: Ink::new(base.clone().set_text_wrap()),
            text: Ink::new(base),
        }
    }

    fn serial(&self, days: f64) -> &Format {
        match Serial::of(days) {
            Serial::Time => &self.time,
            Serial::Day => &self.day,
            Serial::Both => &self.day_time,
        }
    }
}

/// All that is needed to write any sheet.
struct Painter<'a> {
    styles: &'a Styles,
    notes: &'a AnnotatedBook,
    looks: Looks,
    plain: Paint,
    /// For rows of several lines, whose cells all need saying that they stand at the top.
    high: Paint,
    header: Paint,
    bad: Paint,
    open: Paint,
}

/// The annotated input as a workbook.
pub fn compose(book: &Book, notes: &AnnotatedBook, theme: &Theme) -> Result<Workbook, ExcelError> {
    let styles = Styles::new(theme);
    let top = || Format::new().set_align(FormatAlign::Top); // where our verdict wraps, its row reads along the top
    let tinted = |fill: u32| Paint {
        tint: Some(fill),
        high: true,
        ..Paint::new(top().set_background_color(Color::RGB(fill)), true)
    };
    let mut painter = Painter {
        styles: &styles,
        notes,
        looks: Looks::default(),
        plain: Paint::new(top(), false),
        high: Paint { high: true, ..Paint::new(top(), true) },
        header: Paint::new(Format::new().set_bold().set_align(FormatAlign::VerticalCenter).set_text_wrap(), true),
        bad: tinted(styles.palette.bad_tint()),
        open: tinted(styles.palette.open_tint()),
    };
    let mut names = SheetNames::default();
    let mut out = Workbook::new();
    page::properties(&mut out, &notes.head, theme);
    // The input's sheets keep their names; ours takes one that is left.
    let titles: Vec<String> = book.sheets.iter().map(|sheet| names.add(&sheet.name)).collect();
    let shown: Vec<bool> = book
        .sheets
        .iter()
        .enumerate()
        .map(|(n, sheet)| sheet.visible || wrong(notes.sheets.get(n)).next().is_some())
        .collect();
    let targets: Vec<Option<String>> =
        titles.iter().zip(&shown).map(|(title, shown)| shown.then(|| format!("{}!A1", quoted(title)))).collect();
    let first = out.add_worksheet();
    first.set_name(names.add(&notes.summary_title))?.set_tab_color(Color::RGB(styles.palette.ours())).set_active(true);
    overview::write(first, notes, &targets, |line| link(line, &titles, &shown), &styles)?;
    for (n, input) in book.sheets.iter().enumerate() {
        let large = input.row_count() > LARGE;
        let sheet = if large { out.add_worksheet_with_low_memory()? } else { out.add_worksheet() };
        if let Some(title) = titles.get(n) {
            sheet.set_name(title)?;
        }
        painter.sheet(sheet, input, notes.sheets.get(n))?;
        sheet.set_hidden(shown.get(n) == Some(&false));
    }
    Ok(out)
}

/// The notes that weigh enough to show what was hidden.
pub(super) fn wrong(notes: Option<&AnnotatedSheet>) -> impl Iterator<Item = &CellNote> {
    notes.into_iter().flat_map(|notes| &notes.notes).filter(|note| note.severity != Severity::Info)
}

impl Painter<'_> {
    fn sheet(&mut self, sheet: &mut Worksheet, input: &Sheet, notes: Option<&AnnotatedSheet>) -> Result<(), XlsxError> {
        let plan = rows::plan(input, notes);
        let is_large = input.row_count() > LARGE;
        let header_row = notes.and_then(|notes| notes.header_row);
        let columns = columns::set(sheet, input, notes, &plan, header_row)?;
        let noted: BTreeSet<u32> = wrong(notes).map(|note| note.row).collect();
        let mut merges = plan.merges.iter().peekable();
        let mut blanks = BLANKS;
        for &row in &plan.rows {
            while let Some(merge) = merges.next_if(|merge| merge.first_row <= row) {
                let (from, to) = (merge.first_col as u16, merge.last_col as u16);
                let format = self.merged(input, merge.first_row, from);
                sheet.merge_range(merge.first_row, from, merge.last_row, to, "", &format)?;
            }
            let verdict = plan.verdict(row);
            let is_high = fit(sheet, row, input, &plan, notes, &columns, is_large)?;
            if input.look().and_then(|look| look.row(row)).is_some_and(|look| look.hidden) && !noted.contains(&row) {
                sheet.set_row_hidden(row)?;
            }
            let (paint, looks) = self.paint(verdict, header_row == Some(row) && input.look().is_none(), is_high);
            let mut brush = Brush { paint, looks, blanks: &mut blanks };
            brush.row(sheet, input, row, plan.last_col, verdict.is_some_and(|v| is_tinted(v.tone)))?;
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
        self.finish(sheet, input, &plan, header_row, columns.total())
    }

    /// The formats for a row.
    fn paint(&mut self, verdict: Option<&RowVerdict>, is_header: bool, is_high: bool) -> (&Paint, &mut Looks) {
        let paint = match verdict.map(|verdict| verdict.tone) {
            Some(Tone::Bad) => &self.bad,
            Some(Tone::Open) => &self.open,
            _ if is_header => &self.header,
            _ if is_high => &self.high,
            _ => &self.plain,
        };
        (paint, &mut self.looks)
    }

    /// The format of a merged range: that of its first cell.
    fn merged(&mut self, input: &Sheet, row: u32, col: u16) -> Format {
        let format = input.look().and_then(|look| {
            let cells = look.cells(look.row(row)?);
            let at = cells.binary_search_by_key(&col, |cell| cell.0).ok()?;
            let wish = Wish { tint: None, high: false, quoted: false, serial: None };
            self.looks.of(look, cells.get(at)?.1, wish).cloned()
        });
        format.unwrap_or_default()
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
        input: &Sheet,
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
        if let Some((rows, cols)) = input.look().and_then(|look| look.frozen) {
            sheet.set_freeze_panes(rows, cols)?;
        } else if let Some(header) = header_row.filter(|&row| row < 40) {
            sheet.set_freeze_panes(header + 1, 0)?;
        }
        if let Some(last_col) = last_col {
            // Long texts spill over their cells on the screen; on paper they end with the table.
            sheet.set_print_area(0, 0, last_row, last_col)?;
        }
        page::paper(sheet, &self.notes.head, self.styles, width, header_row)
    }
}

/// Makes a row as high as it was, or higher where its lines and its verdict need it; says whether its cells should
/// read along the top.
fn fit(
    sheet: &mut Worksheet,
    row: u32,
    input: &Sheet,
    plan: &Plan<'_>,
    notes: Option<&AnnotatedSheet>,
    columns: &Columns,
    is_large: bool,
) -> Result<bool, XlsxError> {
    let look = input.look().and_then(|look| Some((look, look.row(row)?)));
    let own = look.and_then(|(_, row)| row.height).map(f64::from);
    let styled = look.map_or(&[][..], |(look, row)| look.cells(row));
    let is_wrapped = |col: u32| {
        let at = u16::try_from(col).ok().and_then(|col| styled.binary_search_by_key(&col, |cell| cell.0).ok());
        let format = at.and_then(|at| styled.get(at)).and_then(|cell| look.and_then(|(look, _)| look.format(cell.1)));
        format.is_some_and(|format| format.wrapped)
    };
    let cells = input.row(row).into_iter().flat_map(|view| view.cells());
    // The input's own texts spill to the right as in the original unless they were made to wrap: else only line breaks
    // make a row higher.
    let own_texts = cells.filter_map(|(col, value)| match value {
        Value::Text(text) if is_wrapped(col) => Some((text.as_str(), columns.of(col) + AIR)),
        Value::Text(text) if text.contains('\n') => Some((text.as_str(), f64::from(u16::MAX))),
        _ => None,
    });
    let verdict = plan.verdict(row).filter(|_| plan.verdict_col.is_some());
    let texts = verdict.into_iter().flat_map(|verdict| verdict.verdict.iter().map(|text| &**text).enumerate());
    let titles = notes.filter(|_| own.is_some() && plan.title_row == Some(row));
    let titles = titles.into_iter().flat_map(|notes| notes.verdict_columns.iter().map(String::as_str).enumerate());
    let ours = needed_height(texts.chain(titles).map(|(n, value)| (value, columns.ours.of(n))));
    let before = own.unwrap_or_else(|| needed_height(own_texts));
    let height = before.max(if ours > ONE_LINE { ours } else { 0.0 }).min(HIGHEST);
    // Every height that is set is held until the end; of large sheets Excel finds them where they are not said.
    if own.is_some() || height > ONE_LINE && !is_large {
        sheet.set_row_height(row, height)?;
    }
    // Where nobody chose how its texts stand, a row of several lines reads along its top.
    Ok(height > ONE_LINE && (input.look().is_none() || height > before))
}

/// Writes the cells of a row.
struct Brush<'a> {
    paint: &'a Paint,
    looks: &'a mut Looks,
    /// Blank cells that may still be written.
    blanks: &'a mut usize,
}

impl Brush<'_> {
    /// The row's cells with their values, and blank ones that have a look or a tint.
    fn row(
        &mut self,
        sheet: &mut Worksheet,
        input: &Sheet,
        row: u32,
        last_col: Option<u16>,
        fill_gaps: bool,
    ) -> Result<(), XlsxError> {
        let view = input.row(row);
        if let (true, Some(view)) = (fill_gaps, &view)
            && let (Some(first), Some(last)) = (view.cells().next(), view.cells().last())
            && last.0 - first.0 < TINTED_COLS
        {
            for col in first.0..=last.0 {
                sheet.write_blank(row, col as u16, &self.paint.text.plain)?;
            }
        }
        let look = input.look().and_then(|look| Some((look, look.row(row)?)));
        let Some((look, styled)) = look.map(|(look, row)| (look, look.cells(row))) else {
            for (col, value) in view.iter().flat_map(|view| view.cells()) {
                put_value(sheet, row, col as u16, value, self.paint)?;
            }
            return Ok(());
        };
        let mut styled = styled.iter().copied().filter(|(col, _)| Some(*col) <= last_col).peekable();
        for (col, value) in view.iter().flat_map(|view| view.cells()) {
            let col = col as u16;
            while let Some((blank, format)) = styled.next_if(|(styled, _)| *styled < col) {
                self.blank(sheet, row, blank, (look, format))?;
            }
            let format = styled.next_if(|(styled, _)| *styled == col).map(|(_, format)| format);
            match format.and_then(|format| self.looks.of(look, format, wish(value, self.paint)?)) {
                Some(format) => put_looked(sheet, row, col, value, format)?,
                None => put_value(sheet, row, col, value, self.paint)?,
            }
        }
        styled.try_for_each(|(blank, format)| self.blank(sheet, row, blank, (look, format)))
    }

    fn blank(
        &mut self,
        sheet: &mut Worksheet,
        row: u32,
        col: u16,
        (look, format): (&crate::intake::SheetLook, u16),
    ) -> Result<(), XlsxError> {
        let Some(left) = self.blanks.checked_sub(1) else { return Ok(()) };
        if let Some(format) = wish(Value::Empty, self.paint).and_then(|wish| self.looks.of(look, format, wish)) {
            sheet.write_blank(row, col, format)?;
            *self.blanks = left;
        }
        Ok(())
    }
}

/// Excel shows dates of its own calendar only.
fn is_shown(days: f64) -> bool {
    (0.0..2_958_466.0).contains(&days)
}

/// What a cell's format depends on; `None` where it cannot have the input's own.
fn wish(value: Value, paint: &Paint) -> Option<Wish> {
    let serial = match value {
        Value::Date(days) if !is_shown(days) => return None,
        Value::Date(days) => Some(Serial::of(days)),
        _ => None,
    };
    let quoted = matches!(value, Value::Text(text) if text::looks_live(&text));
    Some(Wish { tint: paint.tint, high: paint.high, quoted, serial })
}

/// The value as it was read, in a format of the input's own.
fn put_looked(sheet: &mut Worksheet, row: u32, col: u16, value: Value, format: &Format) -> Result<(), XlsxError> {
    match value {
        Value::Number(number) | Value::Date(number) => put_number(sheet, row, col, number, format)?,
        Value::Text(text) => {
            sheet.write_string_with_format(row, col, text::cut(&text, text::CELL), format)?;
        }
        Value::Bool(value) => {
            sheet.write_boolean_with_format(row, col, value, format)?;
        }
        Value::Error(error) => {
            sheet.write_string_with_format(row, col, error.as_str(), format)?;
        }
        Value::Empty | Value::Uncalculated => {
            sheet.write_blank(row, col, format)?;
        }
    }
    Ok(())
}

/// The value as it was read; an error value as its text, an uncalculated formula as nothing.
fn put_value(sheet: &mut Worksheet, row: u32, col: u16, value: Value, paint: &Paint) -> Result<(), XlsxError> {
    match value {
        // Most cells are plain: without a format they are written in half the time.
        Value::Number(number) if !paint.painted => {
            sheet.write_number(row, col, number)?;
        }
        Value::Number(number) => put_number(sheet, row, col, number, &paint.text.plain)?,
        Value::Text(text) if !paint.painted && !text::looks_live(&text) && !text.contains('\n') => {
            sheet.write_string(row, col, text::cut(&text, text::CELL))?;
        }
        Value::Text(text) if text.contains('\n') => put_text(sheet, row, col, &text, &paint.lines)?,
        Value::Text(text) => put_text(sheet, row, col, &text, &paint.text)?,
        Value::Bool(value) => {
            sheet.write_boolean_with_format(row, col, value, &paint.text.plain)?;
        }
        // Other days stay the number that they are.
        Value::Date(days) if is_shown(days) => {
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

/// Where a finding leads to: its cell on the copy of its sheet, if that can be seen.
fn link(line: &FindingLine, titles: &[String], shown: &[bool]) -> Option<String> {
    let cell = line.address?;
    let sheet = usize::try_from(cell.sheet.sheet).ok()?;
    let title = titles.get(sheet).filter(|_| shown.get(sheet) == Some(&true))?;
    (cell.row < ROWS && cell.col < COLS).then(|| format!("{}!{}", quoted(title), a1(cell.row, cell.col)))
}
