//! The columns of an annotated sheet: the input's own widths where somebody set some, else as wide as they need.

use std::collections::BTreeSet;

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::annotated::wrong;
use super::grid::Widths;
use super::rows::Plan;
use super::text;
use crate::intake::{Sheet, SheetLook, Value};
use crate::report::content::AnnotatedSheet;

/// Rows looked at to find a column's width.
const SAMPLE: usize = 2_000;
/// Widest column that is fitted, in characters.
const MAX_WIDTH: f64 = 40.0;
/// Width of columns that nobody has set, in characters.
const USUAL: f64 = 9.0;
/// Pixels of a character.
const PIXELS: f64 = 7.0;

/// The widths that were set, in characters.
pub struct Columns {
    own: Vec<f64>,
    /// Those of the verdict columns.
    pub ours: Widths,
}

impl Columns {
    /// The width of a column of the input.
    pub fn of(&self, col: u32) -> f64 {
        self.own.get(col as usize).copied().unwrap_or(USUAL)
    }

    /// All columns together.
    pub fn total(&self) -> f64 {
        self.own.iter().sum::<f64>() + self.ours.total()
    }
}

/// Sets the widths of all columns and hides those that were hidden, unless something is wrong in them.
pub fn set(
    sheet: &mut Worksheet,
    input: &Sheet,
    notes: Option<&AnnotatedSheet>,
    plan: &Plan<'_>,
    header_row: Option<u32>,
) -> Result<Columns, XlsxError> {
    let mut own = match input.look().filter(|look| look.columns.iter().any(|c| c.width.is_some() && !c.hidden)) {
        Some(look) => kept(sheet, look, plan)?,
        None => fitted(sheet, input, header_row)?,
    };
    hide(sheet, input, notes, plan, &mut own)?;
    let ours = verdict_columns(sheet, notes, plan)?;
    Ok(Columns { own, ours })
}

/// The columns that a look speaks of, as far as the input uses them: beyond, they are ours.
fn used(look: &SheetLook, plan: &Plan<'_>) -> impl Iterator<Item = (u16, Option<f32>, bool)> {
    let last = plan.last_col;
    look.columns.iter().flat_map(move |columns| {
        let end = last.map_or(0, |last| u32::from(last).min(columns.last) + 1);
        (columns.first..end).map(move |col| (col as u16, columns.width, columns.hidden))
    })
}

fn kept(sheet: &mut Worksheet, look: &SheetLook, plan: &Plan<'_>) -> Result<Vec<f64>, XlsxError> {
    let mut widths = vec![USUAL; plan.last_col.map_or(0, |last| usize::from(last) + 1)];
    for (col, width, _) in used(look, plan) {
        if let (Some(width), Some(known)) = (width, widths.get_mut(usize::from(col))) {
            *known = f64::from(width);
            sheet.set_column_width_pixels(col, (f64::from(width) * PIXELS).round() as u32)?;
        }
    }
    Ok(widths)
}

fn hide(
    sheet: &mut Worksheet,
    input: &Sheet,
    notes: Option<&AnnotatedSheet>,
    plan: &Plan<'_>,
    widths: &mut [f64],
) -> Result<(), XlsxError> {
    let Some(look) = input.look() else { return Ok(()) };
    let noted: BTreeSet<u32> = wrong(notes).map(|note| note.col).collect();
    for (col, _, hidden) in used(look, plan) {
        if hidden && !noted.contains(&u32::from(col)) {
            sheet.set_column_hidden(col)?;
            if let Some(width) = widths.get_mut(usize::from(col)) {
                *width = 0.0;
            }
        }
    }
    Ok(())
}

/// Widths from a sample of the rows below the title block.
fn fitted(sheet: &mut Worksheet, input: &Sheet, header_row: Option<u32>) -> Result<Vec<f64>, XlsxError> {
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
    for (col, width) in widths.iter_mut().enumerate() {
        *width = (*width + 2.0).clamp(8.0, MAX_WIDTH);
        sheet.set_column_width(col as u16, *width)?;
    }
    Ok(widths)
}

fn verdict_columns(
    sheet: &mut Worksheet,
    notes: Option<&AnnotatedSheet>,
    plan: &Plan<'_>,
) -> Result<Widths, XlsxError> {
    let mut ours = Widths::default();
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
    }
    Ok(ours)
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
