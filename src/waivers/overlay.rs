//! Cells that are read as if they said something else: an overlay that only recognition sees.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Decision, Waiver};
use crate::facts::{CellRef, SheetRef};
use crate::finding::{Code, Finding};
use crate::intake::{Book, Value};
use crate::recognise::show;

/// A cell that was read as something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadCell {
    /// Position of the waiver.
    pub waiver: usize,
    /// The cell.
    pub cell: CellRef,
    /// What it says.
    pub was: String,
    /// Whether an earlier waiver says something else of it, which wins.
    pub overruled: bool,
}

/// A book as recognition is to see it, and which cells of it are read as something else; `None` where none are. `here`
/// are the positions of the waivers that are to be looked at, `found` is what is said of the book as it is: a waiver that
/// settles a finding needs one to settle.
pub fn overlay(
    book: &Book,
    file: u32,
    waivers: &[Waiver],
    here: &[usize],
    found: &[&Finding],
) -> Option<(Book, Vec<ReadCell>)> {
    let mut settles: HashMap<(Code, SheetRef), Settles<'_>> = HashMap::new();
    let mut cells: Vec<ReadCell> = Vec::new();
    let mut values: BTreeMap<SheetRef, BTreeMap<(u32, u32), Value>> = BTreeMap::new();
    for &n in here {
        let Some(waiver) = waivers.get(n) else { continue };
        let Decision::ReadAs { value, .. } = &waiver.decision else { continue };
        let meant: Vec<Vec<(CellRef, String)>> = (0..book.sheets.len())
            .map(|sheet| {
                let at = SheetRef { file, sheet: sheet as u32 };
                let code = waiver.finding;
                let settles =
                    code.map(|code| &*settles.entry((code, at)).or_insert_with(|| Settles::of(code, at, found)));
                meant(book, at, waiver, settles)
            })
            .filter(|cells| !cells.is_empty())
            .collect();
        // Without the name of a sheet, the cell of one of several would be a guess.
        let [meant] = meant.as_slice() else { continue };
        for (cell, was) in meant {
            let slot = values.entry(cell.sheet).or_default().entry((cell.row, cell.col));
            let overruled = match slot {
                Entry::Occupied(_) => true,
                Entry::Vacant(place) => {
                    place.insert(*value);
                    false
                }
            };
            cells.push(ReadCell { waiver: n, cell: *cell, was: was.clone(), overruled });
        }
    }
    if cells.is_empty() {
        return None;
    }
    let sheets = book.sheets.iter().enumerate().map(|(n, sheet)| {
        let values = values.get(&SheetRef { file, sheet: n as u32 });
        values.map_or_else(|| sheet.clone(), |values| sheet.with_values(values))
    });
    let (label, sha256) = (book.label.clone(), book.sha256.clone());
    let seen = Book { label, sha256, format: book.format, sheets: sheets.collect(), findings: Vec::new() };
    Some((seen, cells))
}

/// The cells of a sheet that a waiver means, and what they say.
fn meant(book: &Book, at: SheetRef, waiver: &Waiver, settles: Option<&Settles<'_>>) -> Vec<(CellRef, String)> {
    let (Some(sheet), Some(range)) = (book.sheets.get(at.sheet as usize), waiver.target.cells) else {
        return Vec::new();
    };
    let Decision::ReadAs { was: guard, .. } = &waiver.decision else { return Vec::new() };
    if !waiver.target.is_on_sheet(&sheet.name) {
        return Vec::new();
    }
    let mut cells: Vec<(CellRef, Value)> = if range.is_one() {
        let (row, col) = (range.first_row, range.first_col);
        vec![(CellRef { sheet: at, row, col }, sheet.get(row, col))]
    } else {
        let rows = sheet.rows().filter(|row| (range.first_row..=range.last_row).contains(&row.index()));
        let cells = rows.flat_map(|row| row.cells().map(move |(col, value)| (row.index(), col, value)));
        let within = cells.filter(|&(row, col, value)| range.has(row, col) && !value.is_blank());
        within.map(|(row, col, value)| (CellRef { sheet: at, row, col }, value)).collect()
    };
    cells.retain(|(cell, value)| {
        let shown = show(*value);
        let as_was = guard.as_ref().is_none_or(|was| was.trim() == shown.trim());
        let settles = settles.is_none_or(|settles| settles.has(*cell, shown.trim()));
        // Nothing is read into a cell that says nothing, unless that is known.
        let known = guard.is_some() || waiver.finding.is_some() || !value.is_blank();
        as_was && settles && known
    });
    cells.into_iter().map(|(cell, value)| (cell, show(value).as_str().trim().to_owned())).collect()
}

/// The cells of a sheet that findings of a code are about, and the words of findings that stand for several cells.
struct Settles<'a> {
    cells: HashSet<CellRef>,
    words: HashSet<&'a str>,
}

impl<'a> Settles<'a> {
    fn of(code: Code, sheet: SheetRef, found: &[&'a Finding]) -> Self {
        let here = found.iter().copied().filter(|finding| finding.code == code && finding.sheet == Some(sheet));
        Self {
            cells: here.clone().flat_map(|finding| finding.cell.iter().chain(&finding.also).copied()).collect(),
            words: here.filter(|_| code.groups_by_value()).filter_map(|finding| finding.value.as_deref()).collect(),
        }
    }

    fn has(&self, cell: CellRef, shown: &str) -> bool {
        self.cells.contains(&cell) || self.words.contains(shown)
    }
}
