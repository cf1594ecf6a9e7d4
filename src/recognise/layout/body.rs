//! The rows below a header that are its table's: what other tables further down hold is no evidence for its columns.

use super::Layout;
use crate::intake::{RowView, Sheet, Value};

/// So many rows are looked at to settle what a column holds.
const ROWS: usize = 20_000;

/// The rows of a table.
#[derive(Clone, Copy)]
pub(super) struct Body<'a> {
    pub sheet: &'a Sheet,
    pub header: u32,
    /// Where the next table begins.
    pub end: u32,
    /// Where it is given, only rows that have what data of this table have.
    data: Option<&'a Layout>,
}

impl<'a> Body<'a> {
    pub fn new(sheet: &'a Sheet, header: u32, end: u32) -> Self {
        Self { sheet, header, end, data: None }
    }

    /// The rows of data alone, without summaries and notes below them; all rows where none has what data have.
    pub fn of_data(self, layout: &'a Layout) -> Self {
        if self.rows().take(ROWS).any(|row| layout.is_data(&row)) { Self { data: Some(layout), ..self } } else { self }
    }

    pub fn rows(self) -> impl Iterator<Item = RowView<'a>> {
        let rows = self.sheet.rows_below(self.header).take_while(move |row| row.index() < self.end);
        rows.filter(move |row| self.data.is_none_or(|layout| layout.is_data(row)))
    }

    pub fn has_data(self, col: u32) -> bool {
        self.rows().any(|row| !row.get(col).is_blank())
    }

    /// Whether two columns say different things in a row.
    pub fn differ(self, a: u32, b: u32) -> bool {
        self.rows().any(|row| {
            let (x, y) = (row.get(a), row.get(b));
            !x.is_blank() && !y.is_blank() && x != y
        })
    }

    /// Whether any value of a column is of a kind, among those that [`Self::mostly`] looks at.
    pub fn any(self, col: u32, kind: impl Fn(Value) -> bool) -> bool {
        let mut found = false;
        self.mostly(col, |value| {
            found |= kind(value);
            false
        });
        found
    }

    /// Whether most of the distinct values of a column (the first few hundred rows that have one) are of a kind.
    pub fn mostly(self, col: u32, mut kind: impl FnMut(Value) -> bool) -> bool {
        let (mut of_kind, mut all) = (0_usize, 0_usize);
        let mut last = Value::Empty;
        for row in self.rows().take(ROWS) {
            let value = row.get(col);
            if value.is_blank() || value == last {
                continue;
            }
            last = value;
            all += 1;
            of_kind += usize::from(kind(value));
            if all >= 300 {
                break;
            }
        }
        all > 0 && of_kind * 2 > all
    }
}
