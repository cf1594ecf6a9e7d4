//! Tables that stand side by side.

use super::body::Body;
use super::header::{Candidate, HeaderCell, judge};
use super::preamble::read as read_preamble;
use crate::intake::{Sheet, SheetBuilder};
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

/// The tables below a header that is several, each as a sheet of its own in the same place, left to right: parted by
/// columns that are empty from the header down. Titles above the first speak for those whose own say nothing. `None` where there
/// is one table, or where another one below reaches over several.
pub(crate) fn side_by_side(sheet: &Sheet, candidate: &Candidate, vocabulary: &Vocabulary) -> Option<Vec<Sheet>> {
    let pieces = pieces(Body::new(sheet, candidate.row, u32::MAX), candidate);
    let mut tables = pieces.iter().filter(|piece| is_table(candidate, piece, vocabulary));
    tables.next()?;
    let starts: Vec<u32> = tables.filter_map(|table| table.first().map(|cell| cell.col)).collect();
    let is_gap = |start: &u32| sheet.rows_below(candidate.row).all(|row| row.get(start.saturating_sub(1)).is_blank());
    if starts.is_empty() || !starts.iter().all(is_gap) {
        return None;
    }
    let part_of = |col: u32| starts.partition_point(|start| *start <= col);
    let part = |part: usize, with_first: bool| {
        let mut builder = SheetBuilder::new(sheet.name.as_str(), sheet.visible);
        builder.count_from_1904(sheet.counts_from_1904);
        for row in sheet.rows() {
            let titles = with_first && row.index() < candidate.row;
            for (col, value) in row.cells() {
                let of = part_of(col);
                if of == part || titles && of == 0 {
                    builder.push(row.index(), col, value);
                }
            }
        }
        for merge in sheet.merges.iter().filter(|merge| part_of(merge.first_col) == part) {
            builder.merge(*merge);
        }
        builder.finish()
    };
    let whole = |n: usize| {
        let own = part(n, false);
        let says_nothing = read_preamble(&own, 0, candidate.row, vocabulary).fields.is_empty();
        if n > 0 && says_nothing { part(n, true) } else { own }
    };
    Some((0..=starts.len()).map(whole).collect())
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
