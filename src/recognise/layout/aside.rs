//! Tables that stand side by side.

use super::body::Body;
use super::header::{Candidate, HeaderCell, find_among, judge};
use crate::intake::{MAX_COLS, Sheet, SheetBuilder};
use crate::recognise::vocabulary::Vocabulary;

/// A header's cells in pieces that empty columns part.
fn pieces(body: Body<'_>, candidate: &Candidate) -> Vec<Vec<HeaderCell>> {
    let empty = |col: u32| body.rows().take(200).all(|row| row.get(col).is_blank());
    let mut pieces: Vec<Vec<HeaderCell>> = Vec::new();
    let mut last: Option<u32> = None;
    for cell in &candidate.cells {
        let next_to = last.is_some_and(|last| last + 1 >= cell.col || !empty(last + 1));
        match pieces.last_mut().filter(|_| next_to) {
            Some(piece) => piece.push(cell.clone()),
            None => pieces.push(vec![cell.clone()]),
        }
        last = Some(cell.col);
    }
    pieces
}

/// Whether a piece of a header is one by itself.
fn is_table(candidate: &Candidate, cells: &[HeaderCell], vocabulary: &Vocabulary) -> bool {
    judge(candidate.row, cells.to_vec(), cells.len(), vocabulary, false).is_some_and(|c| c.missing.is_empty())
}

/// So many rows are looked at for the headers of tables that stand side by side.
const ROWS: usize = 300;
/// Of more tables side by side, none is told apart.
const TABLES: usize = 40;

/// The tables of a sheet that stand side by side, each as a sheet of its own in the same place, left to right: parted by
/// columns that are empty but for titles, with the first columns of all but the first. `None` where there is one.
pub(crate) fn side_by_side(sheet: &Sheet, vocabulary: &Vocabulary) -> Option<(Vec<Sheet>, Vec<u32>)> {
    // Most sheets show by their first rows that there is no such column.
    blocks(sheet, ROWS).get(1)?;
    let blocks = blocks(sheet, usize::MAX);
    if !(2..=TABLES).contains(&blocks.len()) {
        return None;
    }
    let is_table = |&&(from, to): &&(u32, u32)| {
        let part = part(sheet, ROWS, |col| (from..=to).contains(&col));
        find_among(&part, vocabulary, false).is_some_and(|header| header.missing.is_empty())
    };
    let mut tables = blocks.iter().filter(is_table);
    tables.next()?;
    let starts: Vec<u32> = tables.map(|&(from, _)| from).collect();
    let of = |col: u32| starts.partition_point(|start| *start <= col);
    if starts.is_empty() {
        return None;
    }
    let part = |n: usize| {
        let mut part = part(sheet, usize::MAX, |col| of(col) == n);
        part.beside = n > 0;
        part
    };
    let parts = (0..=starts.len()).map(part).collect();
    Some((parts, starts))
}

/// The columns that are filled, in blocks without a gap. Rows of a single cell are titles and notes.
fn blocks(sheet: &Sheet, rows: usize) -> Vec<(u32, u32)> {
    let mut filled = vec![false; MAX_COLS as usize];
    for row in sheet.rows().take(rows) {
        let mut cells = row.cells().filter(|(_, value)| !value.is_blank()).map(|(col, _)| col as usize);
        if let (Some(first), Some(second)) = (cells.next(), cells.next()) {
            for col in [first, second].into_iter().chain(cells) {
                if let Some(filled) = filled.get_mut(col) {
                    *filled = true;
                }
            }
        }
    }
    let mut blocks: Vec<(u32, u32)> = Vec::new();
    for col in (0..MAX_COLS).filter(|col| filled.get(*col as usize) == Some(&true)) {
        match blocks.last_mut().filter(|block| block.1 + 1 == col) {
            Some(block) => block.1 = col,
            None => blocks.push((col, col)),
        }
    }
    blocks
}

/// A sheet of some columns alone.
fn part(sheet: &Sheet, rows: usize, is_its: impl Fn(u32) -> bool) -> Sheet {
    let mut builder = SheetBuilder::new(sheet.name.as_str(), sheet.visible);
    builder.count_from_1904(sheet.counts_from_1904);
    for row in sheet.rows().take(rows) {
        for (col, value) in row.cells().filter(|(col, _)| is_its(*col)) {
            builder.push(row.index(), col, value);
        }
    }
    for merge in sheet.merges.iter().filter(|merge| is_its(merge.first_col)) {
        builder.merge(*merge);
    }
    builder.finish()
}

/// Of tables side by side further down, the first is read, the cells of the others are returned to be named. Anything
/// less stays one table.
pub(super) fn beside(body: Body<'_>, candidate: &Candidate, vocabulary: &Vocabulary) -> (Candidate, Vec<HeaderCell>) {
    let pieces = pieces(body, candidate);
    if pieces.iter().filter(|piece| is_table(candidate, piece, vocabulary)).count() < 2 {
        return (candidate.clone(), Vec::new());
    }
    let (mut own, mut others, mut found) = (Vec::new(), Vec::new(), false);
    for piece in pieces {
        let is_table = is_table(candidate, &piece, vocabulary);
        let kept = if is_table && found { &mut others } else { &mut own };
        kept.extend(piece);
        found |= is_table;
    }
    match judge(candidate.row, own.clone(), own.len(), vocabulary, false) {
        Some(table) => (table, others),
        None => (candidate.clone(), Vec::new()),
    }
}
