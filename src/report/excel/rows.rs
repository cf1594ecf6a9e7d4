//! What is written where on an annotated sheet: found once, before the first cell is written.

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::intake::{Merge, Sheet, Value};
use crate::report::content::{AnnotatedSheet, RowVerdict, Tone};

/// Columns of the grid.
pub const COLS: u32 = 16_384;
/// Rows of the grid.
pub const ROWS: u32 = 1_048_576;
/// Notes that a sheet carries: beyond that it becomes heavy, and the verdict columns say the same.
const NOTES: usize = 2_000;
/// Cells that merges of one sheet may cover together.
const MERGED_CELLS: u64 = 1_000_000;
/// Rows that are written for their look, values or not.
const LOOKS: usize = 100_000;
/// Verdict, reason, partner, entitlements.
pub const VERDICT_COLS: u32 = 4;

/// Where the tool's own things go on a sheet.
#[derive(Debug)]
pub struct Plan<'a> {
    /// First verdict column, two to the right of the last used one; none where the sheet is too wide or says nothing.
    pub verdict_col: Option<u16>,
    /// Whether the last verdict column, the entitlements, says anything on this sheet.
    pub has_entitlements: bool,
    /// Last column that the input uses.
    pub last_col: Option<u16>,
    /// Row for the titles of the verdict columns.
    pub title_row: Option<u32>,
    /// All rows that need writing, top down.
    pub rows: Vec<u32>,
    /// Verdicts by row, ascending.
    verdicts: &'a [RowVerdict],
    /// Legal merges, top down.
    pub merges: Vec<Merge>,
    /// Notes by address.
    pub notes: BTreeMap<(u32, u16), (Severity, String)>,
}

impl<'a> Plan<'a> {
    /// The verdict on a row.
    pub fn verdict(&self, row: u32) -> Option<&'a RowVerdict> {
        self.verdicts.binary_search_by_key(&row, |verdict| verdict.row).ok().and_then(|at| self.verdicts.get(at))
    }

    /// How many verdict columns the sheet gets.
    pub fn verdict_cols(&self) -> usize {
        VERDICT_COLS as usize - usize::from(!self.has_entitlements)
    }
}

/// Finds the plan of a sheet.
pub fn plan<'a>(sheet: &Sheet, notes: Option<&'a AnnotatedSheet>) -> Plan<'a> {
    let mut last_col = None;
    let mut uncalculated = Vec::new();
    for row in sheet.rows() {
        for (col, value) in row.cells() {
            last_col = last_col.max(Some(col));
            if matches!(value, Value::Uncalculated) && uncalculated.len() < NOTES {
                uncalculated.push((row.index(), col));
            }
        }
    }
    let merges = merges(sheet, last_col);
    let last_col = merges.iter().map(|merge| merge.last_col).chain(last_col).max();
    let verdicts = notes.map_or(&[][..], |notes| notes.verdicts.as_slice());
    let verdicts = verdicts.get(..verdicts.partition_point(|verdict| verdict.row < ROWS)).unwrap_or_default();
    let verdict_col = last_col
        .map_or(0, |col| col + 2)
        .try_into()
        .ok()
        .filter(|&col: &u16| !verdicts.is_empty() && u32::from(col) + VERDICT_COLS <= COLS);
    let title_row = verdict_col.and_then(|_| {
        let above_first = || verdicts.first().and_then(|verdict| verdict.row.checked_sub(1));
        notes.and_then(|notes| notes.header_row).filter(|&row| row < ROWS).or_else(above_first)
    });
    // Of a million rows, a list takes megabytes: this one is not made longer than it needs to be.
    let bare: Vec<u32> = verdicts.iter().map(|verdict| verdict.row).filter(|&row| sheet.row(row).is_none()).collect();
    let mut rows: Vec<u32> = Vec::with_capacity(sheet.row_count() + bare.len() + merges.len() + 1);
    rows.extend(sheet.rows().map(|row| row.index()));
    rows.extend(bare);
    rows.extend(title_row);
    rows.extend(merges.iter().map(|merge| merge.first_row));
    // Rows without values have a look too, between those with values.
    if let (Some(look), Some(last)) = (sheet.look(), rows.iter().copied().max()) {
        rows.extend(look.rows().take_while(|row| *row <= last).take(LOOKS));
    }
    rows.sort_unstable();
    rows.dedup();
    let last_col = last_col.and_then(|col| col.try_into().ok());
    let has_entitlements = verdicts.iter().any(|verdict| verdict.entitlements.is_some())
        || notes.is_some_and(|notes| notes.verdict_columns.iter().all(|title| !title.is_empty()));
    Plan {
        verdict_col,
        has_entitlements,
        last_col,
        title_row,
        rows,
        verdicts,
        merges,
        notes: gather(notes, &uncalculated),
    }
}

/// The merges that a workbook may carry: no single cells, no overlaps, none far beyond the cells.
fn merges(sheet: &Sheet, last_cell_col: Option<u32>) -> Vec<Merge> {
    // A title merged over the whole width of the grid would leave no room beside it.
    let limit = last_cell_col.unwrap_or(0).saturating_add(30);
    let mut sorted: Vec<Merge> = sheet
        .merges
        .iter()
        .map(|merge| {
            let clipped =
                if merge.last_col > limit { last_cell_col.unwrap_or(0).max(merge.first_col) } else { merge.last_col };
            Merge { last_col: clipped, ..*merge }
        })
        .filter(|m| m.first_row <= m.last_row && m.first_col <= m.last_col && m.last_row < ROWS && m.last_col < COLS)
        .filter(|m| (m.first_row, m.first_col) != (m.last_row, m.last_col))
        .collect();
    sorted.sort_by_key(|m| (m.first_row, m.first_col, m.last_row, m.last_col));
    let mut room = MERGED_CELLS;
    let mut kept: Vec<Merge> = Vec::new();
    let mut open: Vec<Merge> = Vec::new();
    for merge in sorted {
        open.retain(|m| m.last_row >= merge.first_row);
        let overlaps = open.iter().any(|m| m.first_col <= merge.last_col && merge.first_col <= m.last_col);
        let area = u64::from(merge.last_row - merge.first_row + 1) * u64::from(merge.last_col - merge.first_col + 1);
        if overlaps || area > room {
            continue;
        }
        room -= area;
        open.push(merge);
        kept.push(merge);
    }
    kept
}

/// One note a cell, the weightiest first where there are more than a sheet carries.
fn gather(sheet: Option<&AnnotatedSheet>, uncalculated: &[(u32, u32)]) -> BTreeMap<(u32, u16), (Severity, String)> {
    let mut all: BTreeMap<(u32, u16), (Severity, String)> = BTreeMap::new();
    for note in sheet.map(|sheet| sheet.notes.as_slice()).unwrap_or_default() {
        let Ok(col) = u16::try_from(note.col) else { continue };
        if note.row >= ROWS || note.col >= COLS || note.text.is_empty() {
            continue;
        }
        let entry = all.entry((note.row, col)).or_insert_with(|| (note.severity, String::new()));
        entry.0 = entry.0.min(note.severity);
        if !entry.1.is_empty() {
            entry.1.push('\n');
        }
        entry.1.push_str(&note.text);
    }
    for &(row, col) in uncalculated {
        if let Ok(col) = u16::try_from(col) {
            all.entry((row, col)).or_insert_with(|| (Severity::Info, "= ?".to_owned()));
        }
    }
    if all.len() <= NOTES {
        return all;
    }
    let mut sorted: Vec<_> = all.into_iter().collect();
    sorted.sort_by_key(|(at, (severity, _))| (*severity, *at));
    sorted.truncate(NOTES);
    sorted.into_iter().collect()
}

/// Whether the cells of a row are tinted: rows that count stay as they were.
pub fn is_tinted(tone: Tone) -> bool {
    matches!(tone, Tone::Bad | Tone::Open)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::SheetBuilder;

    fn merge(first_row: u32, first_col: u32, last_row: u32, last_col: u32) -> Merge {
        Merge { first_row, first_col, last_row, last_col }
    }

    #[test]
    fn only_legal_merges_are_kept() {
        let mut builder = SheetBuilder::new("S", true);
        builder.push(0, 3, Value::Number(1.0));
        for m in [
            merge(0, 0, 0, 16_383),         // whole row: clipped to the used columns
            merge(0, 2, 1, 2),              // overlaps the first
            merge(2, 2, 2, 2),              // one cell
            merge(3, 3, 2, 3),              // upside down
            merge(4, 0, 4, 5),              // a little wider than the cells: kept
            merge(5, 0, 1_048_575, 16_000), // clipped, but still far too large
        ] {
            builder.merge(m);
        }
        let plan = plan(&builder.finish(), None);
        assert_eq!(plan.merges, vec![merge(0, 0, 0, 3), merge(4, 0, 4, 5)]);
    }

    #[test]
    fn the_weightiest_notes_stay() {
        let note = |row, severity| crate::report::content::CellNote { row, col: 0, text: "x".to_owned(), severity };
        let mut notes: Vec<_> = (0..3_000).map(|row| note(row, Severity::Info)).collect();
        notes.push(note(5_000, Severity::Error));
        let sheet = AnnotatedSheet {
            header_row: None,
            verdict_columns: std::array::from_fn(|_| String::new()),
            verdicts: Vec::new(),
            notes,
        };
        let kept = gather(Some(&sheet), &[]);
        assert_eq!(kept.len(), 2_000);
        assert!(kept.contains_key(&(5_000, 0)));
        assert!(kept.contains_key(&(1_998, 0)) && !kept.contains_key(&(1_999, 0)));
    }
}
