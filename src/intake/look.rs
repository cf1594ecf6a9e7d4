//! How a sheet looked to its reader: formats of cells, widths, heights, what is hidden, what stands still.
//!
//! Kept beside the values and never needed to understand them: where anything of it is missing, damaged or beyond its
//! bounds, a sheet simply has less of a look.

use std::collections::BTreeMap;
use std::sync::Arc;

/// How a cell's number is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum NumberLook {
    /// As it is.
    #[default]
    General,
    /// In one of the formats that every workbook has, by its number.
    BuiltIn(u8),
    /// In a format of the workbook's own. From strangers: to be checked before anybody else sees it.
    Code(Box<str>),
}

/// Where a text stands from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub enum Across {
    #[default]
    General,
    Left,
    Center,
    Right,
    Fill,
    Justify,
    CenterAcross,
    Distributed,
}

/// Where a text stands from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub enum Down {
    #[default]
    Bottom,
    Center,
    Top,
    Justify,
    Distributed,
}

/// A line along one side of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The kind of line.
    pub stroke: Stroke,
    /// Its colour as `0xRRGGBB`; `None` is the usual one.
    pub colour: Option<u32>,
}

/// The kinds of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Stroke {
    Thin,
    Medium,
    Dashed,
    Dotted,
    Thick,
    Double,
    Hair,
    MediumDashed,
    DashDot,
    MediumDashDot,
    DashDotDot,
    MediumDashDotDot,
    SlantDashDot,
}

/// How a cell looks. What a workbook's plain cells have too (font, size, colour) is left out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CellLook {
    /// How a number is shown.
    pub number: NumberLook,
    /// Colour behind it, as `0xRRGGBB`.
    pub fill: Option<u32>,
    /// Colour of the text.
    pub ink: Option<u32>,
    /// Font.
    pub font: Option<Box<str>>,
    /// Size of the font, in points.
    pub size: Option<f32>,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Underlined in any way.
    pub underlined: bool,
    /// Struck out.
    pub struck: bool,
    /// From left to right.
    pub across: Across,
    /// From top to bottom.
    pub down: Down,
    /// Whether long texts take several lines.
    pub wrapped: bool,
    /// Steps from the edge.
    pub indent: u8,
    /// Lines: left, right, top, bottom.
    pub lines: [Option<Line>; 4],
}

/// How a row looks.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct RowLook {
    /// Its height in points, where somebody set it.
    pub height: Option<f32>,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Position among the patterns; 0 is a row of plain cells.
    pub(super) pattern: u32,
}

/// How neighbouring columns look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ColumnLook {
    /// First column, zero-based.
    pub first: u32,
    /// Last column.
    pub last: u32,
    /// Width in digits of the usual font, margins included; `None` is the sheet's usual width.
    pub width: Option<f32>,
    /// Whether they are hidden.
    pub hidden: bool,
}

/// Columns and format of each cell of a row that is not plain, left to right.
pub(super) type Pattern = Box<[(u16, u16)]>;

/// How a sheet looks. Rows of tables repeat each other, so each kind of row is kept once.
#[derive(Debug, Clone, Default)]
pub struct SheetLook {
    pub(super) formats: Arc<[CellLook]>,
    pub(super) patterns: Vec<Pattern>,
    /// First row, last row and their look, top down.
    pub(super) rows: Vec<(u32, u32, RowLook)>,
    /// Columns, in the order of the file.
    pub columns: Vec<ColumnLook>,
    /// How many rows and columns stand still.
    pub frozen: Option<(u32, u16)>,
}

impl SheetLook {
    /// A row's look, if it has one of its own.
    pub fn row(&self, row: u32) -> Option<&RowLook> {
        let at = self.rows.partition_point(|run| run.1 < row);
        self.rows.get(at).filter(|run| run.0 <= row).map(|run| &run.2)
    }

    /// The rows that have a look of their own, top down.
    pub fn rows(&self) -> impl Iterator<Item = u32> + '_ {
        self.rows.iter().flat_map(|run| run.0..=run.1)
    }

    /// The cells of a row that are not plain, left to right: column and format.
    pub fn cells(&self, row: &RowLook) -> &[(u16, u16)] {
        let at = (row.pattern as usize).checked_sub(1);
        at.and_then(|at| self.patterns.get(at)).map_or(&[], |pattern| pattern)
    }

    /// A format.
    pub fn format(&self, format: u16) -> Option<&CellLook> {
        self.formats.get(usize::from(format))
    }
}

/// Collects the look of a sheet, row by row.
#[derive(Debug)]
pub(super) struct LookBuilder<'a> {
    look: SheetLook,
    /// What the whole book's looks may still take: rows, columns and cells of patterns together.
    room: &'a mut usize,
    plain: &'a [bool],
    known: BTreeMap<Pattern, u32>,
    row: Option<(u32, RowLook)>,
    cells: Vec<(u16, u16)>,
}

/// What the looks of one book may take.
pub(super) const ROOM: usize = 2_000_000;

impl<'a> LookBuilder<'a> {
    /// `plain` says of each format whether it is as good as none.
    pub(super) fn new(formats: &Arc<[CellLook]>, plain: &'a [bool], room: &'a mut usize) -> Self {
        let look = SheetLook { formats: Arc::clone(formats), ..SheetLook::default() };
        Self { look, room, plain, known: BTreeMap::new(), row: None, cells: Vec::new() }
    }

    fn take(&mut self, entries: usize) -> bool {
        match self.room.checked_sub(entries) {
            Some(left) => *self.room = left,
            None => return false,
        }
        true
    }

    /// Starts a row. Rows that are not in order have no look.
    pub(super) fn begin_row(&mut self, row: u32, height: Option<f32>, hidden: bool) {
        self.end_row();
        if row < super::sheet::MAX_ROWS && self.look.rows.last().is_none_or(|last| last.1 < row) {
            self.row = Some((row, RowLook { height, hidden, pattern: 0 }));
        }
    }

    /// A cell of the row that has been started. Cells of other rows or out of order are plain.
    pub(super) fn cell(&mut self, row: u32, col: u32, format: usize) {
        if self.plain.get(format).copied().unwrap_or(true) || self.row.is_none_or(|(at, _)| at != row) {
            return;
        }
        if let (Ok(col), Ok(format)) = (u16::try_from(col), u16::try_from(format))
            && self.cells.last().is_none_or(|last| last.0 < col)
        {
            self.cells.push((col, format));
        }
    }

    /// Ends the row.
    pub(super) fn end_row(&mut self) {
        let Some((row, mut look)) = self.row.take() else { return };
        if !self.cells.is_empty() {
            look.pattern = self.pattern();
            self.cells.clear();
        }
        if look == RowLook::default() {
            return;
        }
        match self.look.rows.last_mut() {
            Some(last) if last.2 == look && last.1 + 1 == row => last.1 = row,
            _ => {
                if self.take(1) {
                    self.look.rows.push((row, row, look));
                }
            }
        }
    }

    fn pattern(&mut self) -> u32 {
        // Most rows are like the one before.
        if let Some(last) = self.look.rows.last().map(|run| run.2)
            && self.look.cells(&last) == self.cells.as_slice()
        {
            return last.pattern;
        }
        if let Some(known) = self.known.get(self.cells.as_slice()) {
            return *known;
        }
        if !self.take(self.cells.len()) {
            return 0;
        }
        let pattern: Pattern = self.cells.as_slice().into();
        self.look.patterns.push(pattern.clone());
        let number = u32::try_from(self.look.patterns.len()).unwrap_or(0);
        self.known.insert(pattern, number);
        number
    }

    /// Adds columns.
    pub(super) fn columns(&mut self, columns: ColumnLook) {
        if columns.first <= columns.last && columns.last < super::sheet::MAX_COLS && self.take(1) {
            self.look.columns.push(columns);
        }
    }

    /// So many rows and columns stand still.
    pub(super) fn freeze(&mut self, rows: u32, cols: u32) {
        if let (Ok(cols), true) = (u16::try_from(cols), rows < super::sheet::MAX_ROWS)
            && u32::from(cols) < super::sheet::MAX_COLS
            && (rows > 0 || cols > 0)
        {
            self.look.frozen = Some((rows, cols));
        }
    }

    /// The finished look.
    pub(super) fn finish(mut self) -> SheetLook {
        self.end_row();
        self.look
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formats() -> Arc<[CellLook]> {
        [CellLook::default(), CellLook { bold: true, ..CellLook::default() }].into()
    }

    #[test]
    fn rows_that_look_alike_are_kept_once() {
        let mut room = ROOM;
        let mut builder = LookBuilder::new(&formats(), &[true, false], &mut room);
        for row in 0..1_000 {
            builder.begin_row(row, None, row == 500);
            builder.cell(row, 0, 0); // plain
            builder.cell(row, 3, 1);
            builder.cell(row + 1, 4, 1); // not of this row
            builder.cell(row, 5, 9); // no such format
        }
        let look = builder.finish();
        assert_eq!((look.patterns.len(), look.rows.len()), (1, 3));
        assert_eq!(look.cells(look.row(999).unwrap()), [(3, 1)]);
        assert!(look.row(500).unwrap().hidden && !look.row(501).unwrap().hidden);
        assert!(look.row(1_000).is_none());
        assert_eq!(look.rows().count(), 1_000);
        assert_eq!(ROOM - room, 4); // three runs and one cell
    }

    #[test]
    fn what_is_beyond_the_bounds_has_no_look() {
        let mut room = 3;
        let mut builder = LookBuilder::new(&formats(), &[true, false], &mut room);
        for row in (0..20).step_by(2) {
            builder.begin_row(row, None, true);
        }
        builder.begin_row(4, Some(20.0), false); // behind: too late
        builder.columns(ColumnLook { first: 0, last: 3, width: None, hidden: true });
        builder.freeze(0, 20_000);
        let look = builder.finish();
        assert_eq!((look.rows.len(), look.columns.len(), look.frozen), (3, 0, None));
    }
}
