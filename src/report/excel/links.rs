//! Links within a workbook: from a plan step to its rows and back.

use rust_xlsxwriter::{Format, Url, Worksheet, XlsxError};

use super::canvas::Canvas;
use super::names::quoted;
use super::style::{Ink, Styles};
use super::summary::Steps;
use super::{formula, text};
use crate::report::content::PlanContent;

/// Links of one sheet that may be written: a sheet carries 65,530 at most, and other links may stand on it.
pub const MAX: u32 = 30_000;

/// A cell of a sheet, as links name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Name of the sheet.
    pub sheet: String,
    /// Zero-based row.
    pub row: u32,
    /// Zero-based column.
    pub col: u16,
}

impl Target {
    fn url(&self) -> String {
        format!("internal:{}!{}", quoted(&self.sheet), formula::absolute(self.row, self.col).replace('$', ""))
    }
}

/// Writes text that leads to another cell. The text stays text after an edit, whatever it begins with.
pub fn put(
    sheet: &mut Worksheet,
    (row, col): (u32, u16),
    value: &str,
    target: &Target,
    ink: &Ink,
) -> Result<(), XlsxError> {
    let format: &Format = if text::looks_live(value) { &ink.quoted } else { &ink.plain };
    let url = Url::new(target.url()).set_text(text::cut(value, text::CELL));
    sheet.write_url_with_format(row, col, url, format)?;
    Ok(())
}

/// Finds the first row of each step among the rows of a sheet, from the first one below `header`, in one pass. `places`
/// has one entry a step; what is known already stays.
pub fn first_rows(rows: impl Iterator<Item = Option<usize>>, header: Target, places: &mut [Option<Target>]) {
    for (row, step) in (header.row + 1..).zip(rows) {
        if let Some(place) = step.and_then(|step| places.get_mut(step)) {
            place.get_or_insert_with(|| Target { row, ..header.clone() });
        }
    }
}

/// Writes the cell of a row that leads back to the step about it; a blank one where there is none.
pub fn put_step<'f>(
    sheet: &mut impl Canvas<'f>,
    (row, col): (u32, u16),
    step: Option<usize>,
    (plan, steps): (&PlanContent, &Steps),
    blank: &'f Format,
    styles: &Styles,
) -> Result<(), XlsxError> {
    match step.and_then(|step| Some((plan.steps.get(step)?, steps.get(step)?))) {
        Some((step, target)) if row < MAX => put(sheet.sheet(), (row, col), &step.name, target, &styles.link_centre),
        _ => sheet.blank(row, col, blank),
    }
}
