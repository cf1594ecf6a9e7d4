//! A sheet as it was read: sparse rows of cells at their own addresses, six bytes a cell.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ustr::{Ustr, UstrMap};

use super::look::SheetLook;

/// Rows of the grid (Excel's own bound).
pub const MAX_ROWS: u32 = 1_048_576;
/// Columns of the grid.
pub const MAX_COLS: u32 = 16_384;

/// An error value that a cell shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum CellError {
    Div0,
    NA,
    Name,
    Null,
    Num,
    Ref,
    Value,
    Spill,
    Calc,
    GettingData,
    /// Any other, or a number or boolean that is none.
    Other,
}

impl CellError {
    /// As Excel shows it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Div0 => "#DIV/0!",
            Self::NA => "#N/A",
            Self::Name => "#NAME?",
            Self::Null => "#NULL!",
            Self::Num => "#NUM!",
            Self::Ref => "#REF!",
            Self::Value => "#VALUE!",
            Self::Spill => "#SPILL!",
            Self::Calc => "#CALC!",
            Self::GettingData => "#GETTING_DATA",
            Self::Other => "#ERROR!",
        }
    }
}

/// The value of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// Nothing.
    Empty,
    /// A finite number.
    Number(f64),
    /// Text, never empty.
    Text(Ustr),
    /// A boolean.
    Bool(bool),
    /// A date or time, as days since 1899-12-30 (1904 books already converted).
    Date(f64),
    /// An error such as `#N/A`.
    Error(CellError),
    /// A formula that was never calculated: it has no cached value.
    Uncalculated,
}

impl Value {
    /// Whether the cell says nothing: empty, or white space only.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            // Most begin with a letter or a digit: that settles it without looking at the rest.
            Self::Text(text) => !text.as_bytes().first().is_some_and(u8::is_ascii_graphic) && text.trim().is_empty(),
            _ => false,
        }
    }
}

/// A merged range, zero-based and inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Merge {
    pub first_row: u32,
    pub first_col: u32,
    pub last_row: u32,
    pub last_col: u32,
}

// A cell is four bytes: its kind in the upper three bits, and below them the value itself or where it is kept.
pub(super) const KIND_BITS: u32 = 3;
const KIND: u32 = 32 - KIND_BITS;
const REST: u32 = (1 << KIND) - 1;

const EMPTY: u32 = 0;
const TEXT: u32 = 1;
const WHOLE: u32 = 2;
const NUMBER: u32 = 3;
const DATE: u32 = 4;
const BOOL: u32 = 5;
const ERROR: u32 = 6;
const UNCALCULATED: u32 = 7;

const fn cell(kind: u32, rest: u32) -> u32 {
    kind << KIND | rest & REST
}

pub(super) const ERRORS: [CellError; 11] = [
    CellError::Div0,
    CellError::NA,
    CellError::Name,
    CellError::Null,
    CellError::Num,
    CellError::Ref,
    CellError::Value,
    CellError::Spill,
    CellError::Calc,
    CellError::GettingData,
    CellError::Other,
];

/// Collects a sheet's cells; they may come in any order, later ones replace earlier ones at the same address.
#[derive(Debug, Default)]
pub struct SheetBuilder {
    sheet: Sheet,
    /// The last text of each column, which the next row often has again.
    last_texts: Vec<Option<(Ustr, u32)>>,
    /// Where each text is kept.
    known: UstrMap<u32>,
    at: Option<(u32, u32)>,
    disordered: Vec<(u32, u32, u32)>,
}

impl SheetBuilder {
    /// A sheet with this name.
    pub fn new(name: impl Into<String>, visible: bool) -> Self {
        Self { sheet: Sheet { name: name.into(), visible, ..Sheet::default() }, ..Self::default() }
    }

    /// Adds a cell. Returns `false` if the address lies outside the grid; the cell is then left out.
    pub fn push(&mut self, row: u32, col: u32, value: Value) -> bool {
        if row >= MAX_ROWS || col >= MAX_COLS {
            return false;
        }
        if matches!(value, Value::Empty) {
            return true;
        }
        let bits = self.pack(col, value);
        if self.at.is_some_and(|at| at >= (row, col)) {
            self.disordered.push((row, col, bits));
            return true;
        }
        self.add(row, col, bits);
        true
    }

    /// Takes over the texts and numbers that the cells to come refer to.
    pub(super) fn keep(&mut self, texts: Vec<Ustr>, numbers: Vec<f64>) {
        self.sheet.texts = texts;
        self.sheet.numbers = numbers;
    }

    /// Makes room for so many rows and cells. Room that is never used costs nothing.
    pub(super) fn expect(&mut self, rows: usize, cells: usize) {
        self.sheet.rows.reserve_exact(rows);
        self.sheet.cols.reserve_exact(cells);
        self.sheet.bits.reserve_exact(cells);
    }

    /// Adds a cell as it was kept elsewhere, further right or down than all before it. Returns `false`, and leaves it
    /// out, if it does not stand there or means nothing.
    pub(super) fn push_raw(&mut self, row: u32, col: u32, bits: u32) -> bool {
        let rest = (bits & REST) as usize;
        let means = match bits >> KIND {
            TEXT => rest < self.sheet.texts.len(),
            NUMBER | DATE => rest < self.sheet.numbers.len(),
            WHOLE => true,
            BOOL => rest < 2,
            ERROR => rest < ERRORS.len(),
            UNCALCULATED => rest == 0,
            _ => false,
        };
        if !means || row >= MAX_ROWS || col >= MAX_COLS || self.at.is_some_and(|at| at >= (row, col)) {
            return false;
        }
        self.add(row, col, bits);
        true
    }

    fn add(&mut self, row: u32, col: u32, bits: u32) {
        if self.at.is_none_or(|(at, _)| at != row) {
            self.sheet.rows.push((row, self.sheet.cols.len() as u32));
        }
        self.sheet.cols.push(col as u16);
        self.sheet.bits.push(bits);
        self.at = Some((row, col));
    }

    fn pack(&mut self, col: u32, value: Value) -> u32 {
        match value {
            Value::Empty => cell(EMPTY, 0),
            Value::Text(text) => cell(TEXT, self.text(col as usize, text)),
            Value::Number(n) if n.is_finite() => {
                // Most numbers of people's tables are short ones.
                let whole = n as u32;
                if whole <= REST && f64::from(whole).to_bits() == n.to_bits() {
                    return cell(WHOLE, whole);
                }
                cell(NUMBER, self.number(n))
            }
            Value::Date(day) if day.is_finite() => cell(DATE, self.number(day)),
            Value::Number(_) | Value::Date(_) => cell(ERROR, CellError::Num as u32),
            Value::Bool(flag) => cell(BOOL, u32::from(flag)),
            Value::Error(error) => cell(ERROR, error as u32),
            Value::Uncalculated => cell(UNCALCULATED, 0),
        }
    }

    fn number(&mut self, number: f64) -> u32 {
        if self.sheet.numbers.last().is_none_or(|last| last.to_bits() != number.to_bits()) {
            self.sheet.numbers.push(number);
        }
        self.sheet.numbers.len() as u32 - 1
    }

    fn text(&mut self, column: usize, text: Ustr) -> u32 {
        if self.last_texts.len() <= column {
            self.last_texts.resize(column + 1, None);
        }
        if let Some(Some((last, at))) = self.last_texts.get(column)
            && *last == text
        {
            return *at;
        }
        let texts = &mut self.sheet.texts;
        let at = *self.known.entry(text).or_insert_with(|| {
            texts.push(text);
            texts.len() as u32 - 1
        });
        if let Some(last) = self.last_texts.get_mut(column) {
            *last = Some((text, at));
        }
        at
    }

    /// Says that its workbook counts days from 1904.
    pub fn count_from_1904(&mut self, yes: bool) {
        self.sheet.counts_from_1904 = yes;
    }

    /// Adds a merged range.
    pub fn merge(&mut self, merge: Merge) {
        self.sheet.merges.push(merge);
    }

    /// Says how the sheet looked.
    pub fn look(&mut self, look: SheetLook) {
        self.sheet.look = Some(Box::new(look));
    }

    /// Cells so far.
    pub fn cells(&self) -> usize {
        self.sheet.cols.len() + self.disordered.len()
    }

    /// The finished sheet.
    pub fn finish(self) -> Sheet {
        let Self { mut sheet, disordered, .. } = self;
        drop_overlaps(&mut sheet.merges);
        if disordered.is_empty() {
            return sheet;
        }
        let mut cells: Vec<(u32, u32, u32)> = Vec::with_capacity(sheet.cols.len() + disordered.len());
        for (n, &(row, start)) in sheet.rows.iter().enumerate() {
            let end = sheet.rows.get(n + 1).map_or(sheet.cols.len(), |next| next.1 as usize);
            cells.extend((start as usize..end).map(|i| (row, u32::from(sheet.cols[i]), sheet.bits[i])));
        }
        cells.extend(disordered);
        cells.sort_by_key(|&(row, col, _)| (row, col)); // stable: the last written of an address stays last
        sheet.rows.clear();
        sheet.cols.clear();
        sheet.bits.clear();
        for (n, &(row, col, bits)) in cells.iter().enumerate() {
            if cells.get(n + 1).is_some_and(|next| (next.0, next.1) == (row, col)) {
                continue;
            }
            if sheet.rows.last().is_none_or(|last| last.0 != row) {
                sheet.rows.push((row, sheet.cols.len() as u32));
            }
            sheet.cols.push(col as u16);
            sheet.bits.push(bits);
        }
        sheet
    }
}

/// Of merged ranges that overlap, the first from the top left stays: no program shows the others, and whoever walks
/// through them should not have to walk over the same cells again and again.
fn drop_overlaps(merges: &mut Vec<Merge>) {
    let mut order: Vec<usize> = (0..merges.len()).collect();
    order.sort_by_key(|&at| merges.get(at).map(|m| (m.first_row, m.first_col)));
    // Ranges that reach into the row at hand, by their first column: last column and last row.
    let mut open: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    let mut dropped = vec![false; merges.len()];
    for at in order {
        let Some(m) = merges.get(at) else { continue };
        while let Some((&col, &(last_col, last_row))) = open.range(..=m.last_col).next_back() {
            if last_row < m.first_row {
                open.remove(&col);
                continue;
            }
            if let Some(flag) = dropped.get_mut(at) {
                *flag = last_col >= m.first_col;
            }
            break;
        }
        if !dropped.get(at).copied().unwrap_or(false) {
            open.insert(m.first_col, (m.last_col, m.last_row));
        }
    }
    let mut flags = dropped.into_iter();
    merges.retain(|_| !flags.next().unwrap_or(false));
}

/// A sheet as it was read.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Its name; a delimited text's sheet is named after the file.
    pub name: String,
    /// Whether Excel would show it.
    pub visible: bool,
    /// Whether plain numbers that stand for days count from 1904; those that are shown as dates are converted already.
    pub counts_from_1904: bool,
    /// Whether it is a table to the right of the one before it, on one sheet of the input.
    pub beside: bool,
    /// Merged ranges.
    pub merges: Vec<Merge>,
    rows: Vec<(u32, u32)>,
    cols: Vec<u16>,
    bits: Vec<u32>,
    /// Each text once.
    texts: Vec<Ustr>,
    /// Numbers and dates that do not fit their cell.
    numbers: Vec<f64>,
    look: Option<Box<SheetLook>>,
}

impl Sheet {
    /// The rows that have cells, top down.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = RowView<'_>> + Clone {
        (0..self.rows.len()).map(|n| self.nth(n))
    }

    /// The rows below a zero-based index that have cells, top down.
    pub fn rows_below(&self, row: u32) -> impl ExactSizeIterator<Item = RowView<'_>> + Clone {
        (self.rows.partition_point(|known| known.0 <= row)..self.rows.len()).map(|n| self.nth(n))
    }

    /// The row at a zero-based index, if it has cells.
    pub fn row(&self, row: u32) -> Option<RowView<'_>> {
        self.rows.binary_search_by_key(&row, |r| r.0).ok().map(|n| self.nth(n))
    }

    /// The value at a zero-based address.
    pub fn get(&self, row: u32, col: u32) -> Value {
        self.row(row).map_or(Value::Empty, |r| r.get(col))
    }

    /// The same sheet with other values in some cells, by zero-based address.
    #[must_use]
    pub fn with_values(&self, values: &BTreeMap<(u32, u32), Value>) -> Self {
        let mut builder = SheetBuilder::new(self.name.as_str(), self.visible);
        for row in self.rows() {
            for (col, value) in row.cells().filter(|(col, _)| !values.contains_key(&(row.index(), *col))) {
                builder.push(row.index(), col, value);
            }
        }
        for (&(row, col), value) in values {
            builder.push(row, col, *value);
        }
        builder.count_from_1904(self.counts_from_1904);
        let (merges, look) = (self.merges.clone(), self.look.clone());
        Self { merges, look, beside: self.beside, ..builder.finish() }
    }

    /// Gives back the room of its cells and looks; name and visibility stay.
    pub fn forget_cells(&mut self) {
        let (name, visible, beside) = (std::mem::take(&mut self.name), self.visible, self.beside);
        *self = Self { name, visible, beside, ..Self::default() };
    }

    /// How it looked, where its format tells and the reader keeps it.
    pub fn look(&self) -> Option<&SheetLook> {
        self.look.as_deref()
    }

    /// The texts of its cells, each once, and the numbers that did not fit their cell.
    pub(super) fn kept(&self) -> (&[Ustr], &[f64]) {
        (&self.texts, &self.numbers)
    }

    /// The rows as they are kept: index, columns and cells.
    pub(super) fn raw_rows(&self) -> impl ExactSizeIterator<Item = (u32, &[u16], &[u32])> {
        self.rows().map(|row| {
            let part = row.start..row.end;
            let (cols, bits) = (self.cols.get(part.clone()), self.bits.get(part));
            (row.index, cols.unwrap_or_default(), bits.unwrap_or_default())
        })
    }

    /// How many rows have cells.
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// How many cells there are.
    pub fn cell_count(&self) -> usize {
        self.cols.len()
    }

    fn nth(&self, n: usize) -> RowView<'_> {
        let (index, start) = self.rows[n];
        let end = self.rows.get(n + 1).map_or(self.cols.len(), |next| next.1 as usize);
        RowView { sheet: self, index, start: start as usize, end }
    }

    fn value(&self, bits: u32) -> Value {
        let rest = bits & REST;
        let number = || self.numbers.get(rest as usize).copied().unwrap_or_default();
        match bits >> KIND {
            TEXT => self.texts.get(rest as usize).map_or(Value::Empty, |text| Value::Text(*text)),
            WHOLE => Value::Number(f64::from(rest)),
            NUMBER => Value::Number(number()),
            DATE => Value::Date(number()),
            BOOL => Value::Bool(rest == 1),
            ERROR => Value::Error(ERRORS.get(rest as usize).copied().unwrap_or(CellError::Other)),
            UNCALCULATED => Value::Uncalculated,
            _ => Value::Empty,
        }
    }
}

/// One row of a sheet.
#[derive(Debug, Clone, Copy)]
pub struct RowView<'a> {
    sheet: &'a Sheet,
    index: u32,
    start: usize,
    end: usize,
}

impl<'a> RowView<'a> {
    /// Zero-based row number.
    pub fn index(&self) -> u32 {
        self.index
    }

    /// The cells that are there, left to right, with their zero-based columns.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = (u32, Value)> + Clone + use<'a> {
        let sheet = self.sheet;
        (self.start..self.end).map(move |i| (u32::from(sheet.cols[i]), sheet.value(sheet.bits[i])))
    }

    /// The value at a zero-based column.
    pub fn get(&self, col: u32) -> Value {
        let cols = &self.sheet.cols[self.start..self.end];
        // Most rows are dense from the first column on: the cell is then at its own index.
        let at = if cols.get(col as usize).is_some_and(|&c| u32::from(c) == col) {
            Some(col as usize)
        } else {
            cols.binary_search_by_key(&col, |&c| u32::from(c)).ok()
        };
        at.map_or(Value::Empty, |i| self.sheet.value(self.sheet.bits[self.start + i]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_comes_back_from_its_address() {
        let mut builder = SheetBuilder::new("S", true);
        let values = [
            Value::Number(-0.0),
            Value::Number(1e300),
            Value::Text("a".into()),
            Value::Text("a".into()),
            Value::Bool(true),
            Value::Date(45_000.5),
            Value::Error(CellError::Spill),
            Value::Uncalculated,
        ];
        for (n, value) in values.iter().enumerate() {
            assert!(builder.push(3, n as u32 * 2, *value));
        }
        let sheet = builder.finish();
        for (n, value) in values.iter().enumerate() {
            assert_eq!(sheet.get(3, n as u32 * 2), *value);
            assert_eq!(sheet.get(3, n as u32 * 2 + 1), Value::Empty);
        }
        assert_eq!(sheet.get(2, 0), Value::Empty);
    }

    #[test]
    fn a_sheet_with_other_values_differs_in_those_cells_only() {
        let mut builder = SheetBuilder::new("S", false);
        for (row, col, n) in [(0, 0, 1.0), (0, 2, 2.0), (3, 1, 3.0)] {
            builder.push(row, col, Value::Number(n));
        }
        builder.merge(Merge { first_row: 5, first_col: 0, last_row: 6, last_col: 0 });
        let sheet = builder.finish();
        let values = [((0, 2), Value::Text("x".into())), ((1, 5), Value::Bool(true)), ((3, 1), Value::Empty)];
        let other = sheet.with_values(&values.into_iter().collect());
        let cells: Vec<_> = other.rows().map(|r| (r.index(), r.cells().collect::<Vec<_>>())).collect();
        let first = vec![(0, Value::Number(1.0)), (2, Value::Text("x".into()))];
        assert_eq!(cells, vec![(0, first), (1, vec![(5, Value::Bool(true))])]);
        assert_eq!((other.name.as_str(), other.visible, other.merges.len()), ("S", false, 1));
        assert_eq!(sheet.get(3, 1), Value::Number(3.0));
    }

    #[test]
    fn of_merged_ranges_that_overlap_the_first_stays() {
        let mut builder = SheetBuilder::new("S", true);
        let merge = |first_row, first_col, last_row, last_col| Merge { first_row, first_col, last_row, last_col };
        let all = [
            merge(4, 0, 4, 3), // begins below, within the next one
            merge(1, 2, 5, 2),
            merge(1, 3, 1, 4),
            merge(5, 0, 6, 1),
            merge(6, 2, 6, 9),
            merge(0, 4, 2, 4), // further up: the third gives way
        ];
        for merge in all {
            builder.merge(merge);
        }
        assert_eq!(builder.finish().merges, vec![all[1], all[3], all[4], all[5]]);
    }

    #[test]
    fn a_number_that_is_none_is_an_error_and_cells_outside_the_grid_are_refused() {
        let mut builder = SheetBuilder::new("S", true);
        assert!(builder.push(0, 0, Value::Number(f64::NAN)));
        assert!(!builder.push(MAX_ROWS, 0, Value::Number(1.0)));
        assert!(!builder.push(0, MAX_COLS, Value::Number(1.0)));
        assert_eq!(builder.finish().get(0, 0), Value::Error(CellError::Num));
    }

    #[test]
    fn cells_out_of_order_find_their_place_and_the_last_of_an_address_stays() {
        let mut builder = SheetBuilder::new("S", true);
        for (row, col, n) in [(5, 1, 1.0), (2, 3, 2.0), (5, 0, 3.0), (5, 1, 4.0), (6, 0, 5.0)] {
            builder.push(row, col, Value::Number(n));
        }
        let sheet = builder.finish();
        let rows: Vec<_> = sheet.rows().map(|r| (r.index(), r.cells().collect::<Vec<_>>())).collect();
        assert_eq!(
            rows,
            vec![
                (2, vec![(3, Value::Number(2.0))]),
                (5, vec![(0, Value::Number(3.0)), (1, Value::Number(4.0))]),
                (6, vec![(0, Value::Number(5.0))]),
            ]
        );
    }
}
