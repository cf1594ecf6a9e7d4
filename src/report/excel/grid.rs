//! Writing single values, safely: text never becomes a formula, a link or markup.

use jiff::civil::{Date, date};
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::canvas::Canvas;
use super::style::{Body, Ink};
use super::text;
use crate::report::content::{Cell, Kind};

/// Zero-based row of the header on every sheet that is one table: title, sentence and a gap stand above it.
pub const HEADER_ROW: u32 = 3;
/// How high the rows above it are, in points.
pub const TITLE_HEIGHT: f64 = 26.0 + 2.0 * ONE_LINE;
/// Widest column, in characters: a SHA-256 on one line.
pub const MAX_WIDTH: f64 = 70.0;

/// Writes text as it is. Cut if longer than a cell holds.
pub fn put_text<'f>(
    sheet: &mut impl Canvas<'f>,
    row: u32,
    col: u16,
    value: &str,
    ink: &'f Ink,
) -> Result<(), XlsxError> {
    let format = if text::looks_live(value) { &ink.quoted } else { &ink.plain };
    sheet.text(row, col, &text::cut(value, text::CELL), format)
}

/// Writes a whole number.
pub fn put_int<'f>(sheet: &mut impl Canvas<'f>, row: u32, col: u16, value: u64, ink: &'f Ink) -> Result<(), XlsxError> {
    sheet.number(row, col, value as f64, &ink.plain)
}

/// Writes a number; one that is none as text.
pub fn put_number<'f>(
    sheet: &mut impl Canvas<'f>,
    row: u32,
    col: u16,
    value: f64,
    format: &'f Format,
) -> Result<(), XlsxError> {
    if value.is_finite() {
        sheet.number(row, col, value, format)
    } else {
        sheet.text(row, col, &value.to_string(), format)
    }
}

/// Days since 1899-12-30, as cells count them. Before March 1900 Excel's calendar is off by a day: `None`.
pub fn serial(day: Date) -> Option<f64> {
    let days = day.since(date(1899, 12, 30)).ok()?.get_days();
    (days > 60).then_some(f64::from(days))
}

fn put_day<'f>(sheet: &mut impl Canvas<'f>, row: u32, col: u16, day: Date, ink: &'f Ink) -> Result<(), XlsxError> {
    match serial(day) {
        Some(days) => sheet.number(row, col, days, &ink.plain),
        None => sheet.text(row, col, &day.to_string(), &ink.plain),
    }
}

/// Writes a day.
pub fn put_date<'f>(
    sheet: &mut impl Canvas<'f>,
    row: u32,
    col: u16,
    day: Date,
    body: &'f Body,
) -> Result<(), XlsxError> {
    put_day(sheet, row, col, day, body.of(Kind::Date))
}

/// Writes a cell of a table; an empty one gets the format of its column.
pub fn put_cell<'f>(
    sheet: &mut impl Canvas<'f>,
    row: u32,
    col: u16,
    cell: &Cell,
    kind: Kind,
    body: &'f Body,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => sheet.blank(row, col, &body.of(kind).plain),
        // A word among figures stands where they stand.
        Cell::Text(value) if matches!(kind, Kind::Int | Kind::Change) && text::width(value) <= 20 => {
            put_text(sheet, row, col, value, body.of(kind))
        }
        Cell::Text(value) => put_text(sheet, row, col, value, body.of(Kind::Text)),
        Cell::Int(value) => put_int(sheet, row, col, *value, body.of(Kind::Int)),
        Cell::Number(value) => put_number(sheet, row, col, *value, &body.of(Kind::Number).plain),
        Cell::Bool(value) => sheet.truth(row, col, *value, &body.centre.plain),
        Cell::Date(day) => put_date(sheet, row, col, *day, body),
        Cell::Month(month) => put_day(sheet, row, col, month.first_day(), body.of(Kind::Month)),
        Cell::Change(more) => put_number(sheet, row, col, *more as f64, &body.of(Kind::Change).plain),
    }
}

/// Merges cells of one or more rows and writes text into them; a single cell is just written.
pub fn put_merged(
    sheet: &mut Worksheet,
    row: u32,
    cols: std::ops::RangeInclusive<u16>,
    value: &str,
    ink: &Ink,
) -> Result<(), XlsxError> {
    if cols.start() < cols.end() {
        sheet.merge_range(row, *cols.start(), row, *cols.end(), "", &ink.plain)?;
    }
    put_text(sheet, row, *cols.start(), value, ink)
}

/// What a column is wider than its text: indent and margins.
pub const AIR: f64 = 3.0;

/// Column widths, found from what the columns hold.
#[derive(Debug, Clone, Default)]
pub struct Widths(Vec<f64>);

impl Widths {
    /// Takes a text's width into account.
    pub fn see(&mut self, col: usize, value: &str) {
        self.at_least(col, text::width(value) as f64);
    }

    /// Takes a header into account: it may wrap between words, and wants room for the filter's button.
    pub fn see_header(&mut self, col: usize, title: &str) {
        let longest_word = title.split_whitespace().map(text::width).max().unwrap_or(0);
        self.at_least(col, (longest_word.max(text::width(title).min(10)) + 2) as f64);
    }

    /// Takes a cell into account.
    pub fn see_cell(&mut self, col: usize, cell: &Cell) {
        match cell {
            Cell::Empty => {}
            Cell::Text(value) => self.see(col, value),
            Cell::Int(value) => {
                let digits = value.checked_ilog10().unwrap_or(0) as usize + 1;
                self.at_least(col, (digits + digits.saturating_sub(1) / 3) as f64);
            }
            Cell::Number(value) => self.at_least(col, value.to_string().len().min(16) as f64),
            Cell::Bool(_) => self.at_least(col, 8.0),
            Cell::Date(_) => self.at_least(col, 10.0),
            Cell::Month(_) => self.at_least(col, 9.0),
            Cell::Change(more) => self.at_least(col, more.to_string().len() as f64 + 3.0),
        }
    }

    /// The widths with a lower cap for each column (the last cap for the rest), so that long texts wrap.
    pub fn capped(&self, caps: &[f64]) -> Self {
        let cap = |col: usize| caps.get(col).or(caps.last()).copied().unwrap_or(MAX_WIDTH) - AIR;
        Self(self.0.iter().enumerate().map(|(col, width)| width.min(cap(col))).collect())
    }

    /// Makes a column at least so many characters wide.
    pub fn at_least(&mut self, col: usize, width: f64) {
        if self.0.len() <= col {
            self.0.resize(col + 1, 0.0);
        }
        if let Some(known) = self.0.get_mut(col) {
            *known = known.max(width);
        }
    }

    /// The width a column gets, capped, with some air.
    pub fn of(&self, col: usize) -> f64 {
        (self.0.get(col).copied().unwrap_or(6.0).max(4.0) + AIR).min(MAX_WIDTH)
    }

    /// All columns together.
    pub fn total(&self) -> f64 {
        (0..self.0.len()).map(|col| self.of(col)).sum()
    }

    /// The same in pixels, as a screen shows them at full size.
    pub fn pixels(&self) -> u32 {
        (0..self.0.len()).map(|col| (self.of(col) * 7.0 + 5.0) as u32).sum()
    }

    /// Sets the widths.
    pub fn apply(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        self.apply_from(sheet, 0)
    }

    /// Sets the widths of the columns from `first` on.
    pub fn apply_from(&self, sheet: &mut Worksheet, first: u16) -> Result<(), XlsxError> {
        for col in 0..self.0.len() {
            sheet.set_column_width(first + col as u16, self.of(col))?;
        }
        Ok(())
    }
}

/// Writes the title and the sentence under it over `cols` columns of `width` characters together.
pub fn put_title(
    sheet: &mut Worksheet,
    title: &str,
    intro: &str,
    cols: u16,
    width: f64,
    styles: &super::style::Styles,
) -> Result<(), XlsxError> {
    let last = cols.max(1) - 1;
    sheet.set_row_height(0, 26)?;
    put_merged(sheet, 0, 0..=last, title, &styles.title)?;
    if !intro.is_empty() {
        sheet.set_row_height(1, row_height(intro, width))?;
        put_merged(sheet, 1, 0..=last, intro, &styles.intro)?;
    }
    Ok(())
}

/// Makes a table's row as high as its wrapped texts need; says whether it takes several lines. Excel does so by itself,
/// other programs do not.
pub fn fit_row<'a, 'f>(
    sheet: &mut impl Canvas<'f>,
    row: u32,
    texts: impl Iterator<Item = (&'a str, f64)>,
) -> Result<bool, XlsxError> {
    let height = needed_height(texts);
    if height > ONE_LINE {
        sheet.height(row, height)?;
    }
    Ok(height > ONE_LINE)
}

/// How high a row must be for its wrapped texts, in points; each comes with the width of its column.
pub fn needed_height<'a>(texts: impl Iterator<Item = (&'a str, f64)>) -> f64 {
    texts.map(|(value, width)| lines_height(value, width - AIR)).fold(0.0, f64::max)
}

/// The texts of a row's cells with the widths of their columns.
pub fn texts_of<'a>(
    cells: impl IntoIterator<Item = &'a Cell>,
    widths: &'a Widths,
) -> impl Iterator<Item = (&'a str, f64)> {
    cells.into_iter().enumerate().filter_map(|(col, cell)| match cell {
        Cell::Text(value) => Some((value.as_str(), widths.of(col))),
        _ => None,
    })
}

/// Makes a header row as high as its titles need, with some air.
pub fn fit_header<'a>(
    sheet: &mut Worksheet,
    row: u32,
    titles: impl Iterator<Item = (&'a str, f64)>,
) -> Result<(), XlsxError> {
    sheet.set_row_height(row, header_height(titles))?;
    Ok(())
}

/// How high a header row is, in points.
pub fn header_height<'a>(titles: impl Iterator<Item = (&'a str, f64)>) -> f64 {
    // The filter's button takes room.
    titles.map(|(value, width)| lines_height(value, width - AIR - 1.0)).fold(0.0, f64::max) + 6.0
}

/// Height of a row of one line, in points.
pub const ONE_LINE: f64 = 16.0;

fn lines_height(value: &str, width: f64) -> f64 {
    (text::lines(value, width) as f64 * (ONE_LINE - 1.0) + 1.0).min(400.0)
}

/// Height of a row with a wrapped text in a merged range, in points: Excel fits only single cells by itself.
pub fn row_height(value: &str, width: f64) -> f64 {
    // Where wide letters meet narrow columns the estimate is short: the margin keeps the last line from being cut.
    lines_height(value, width * 0.95)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_are_those_of_excel() {
        assert_eq!(serial(date(2017, 6, 27)), Some(42_913.0));
        assert_eq!(serial(date(1900, 3, 1)), Some(61.0));
        assert_eq!(serial(date(1900, 2, 28)), None);
    }

    #[test]
    fn widths_follow_the_widest_cell_up_to_the_cap() {
        let mut widths = Widths::default();
        widths.see_cell(0, &Cell::Int(1_234_567));
        widths.see_cell(1, &Cell::Text("x".repeat(500)));
        assert_eq!(widths.of(0), 12.0); // nine characters and three of air
        assert_eq!(widths.of(1), MAX_WIDTH);
    }
}
