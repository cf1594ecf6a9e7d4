//! Which findings an accepted one is, once partners and rows are known.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::Waiver;
use super::target::Called;
use crate::facts::{CellRef, RosterRow, SheetRef, UsageRow, Workload};
use crate::finding::{Arg, Code, Finding};
use crate::intake::Book;
use crate::portfolio::{Partner, Portfolio};

/// What inputs and their sheets are called.
#[derive(Debug, Clone, Default)]
pub(super) struct Labels(Vec<(String, Vec<String>)>);

impl Labels {
    pub(super) fn of(books: &[Book]) -> Self {
        let sheets = |book: &Book| book.sheets.iter().map(|sheet| sheet.name.clone()).collect();
        Self(books.iter().map(|book| (book.label.clone(), sheets(book))).collect())
    }

    /// The sheets that a waiver means.
    pub(super) fn sheets(&self, waiver: &Waiver) -> HashSet<SheetRef> {
        let mut meant = HashSet::new();
        for (file, (label, sheets)) in self.0.iter().enumerate() {
            if waiver.target.is_in_file(label) {
                let sheets = sheets.iter().enumerate().filter(|(_, name)| waiver.target.is_on_sheet(name));
                meant.extend(sheets.map(|(sheet, _)| SheetRef { file: file as u32, sheet: sheet as u32 }));
            }
        }
        meant
    }

    /// Whether a waiver's file and sheet are these.
    fn has(&self, waiver: &Waiver, sheet: SheetRef) -> bool {
        let Some((label, sheets)) = self.0.get(sheet.file as usize) else { return false };
        let name = sheets.get(sheet.sheet as usize).map_or("", String::as_str);
        waiver.target.is_in_file(label) && waiver.target.is_on_sheet(name)
    }

    /// The same for the place of a finding. One without a place may be about a file that is no input.
    fn has_place(&self, waiver: &Waiver, finding: &Finding) -> bool {
        match (finding.sheet, finding.file) {
            (Some(sheet), _) => self.has(waiver, sheet),
            (None, Some(file)) => {
                let label = self.0.get(file as usize).map_or("", |(label, _)| label.as_str());
                waiver.target.is_in_file(label) && waiver.target.sheet.is_none()
            }
            (None, None) => {
                let named = finding.args.iter().find_map(|(name, arg)| match arg {
                    Arg::Text(text) if *name == "name" => Some(text.as_str()),
                    _ => None,
                });
                let of_file =
                    finding.code.is_about_a_file() && named.is_some_and(|name| waiver.target.is_in_file(name));
                (waiver.target.file.is_none() || of_file) && waiver.target.sheet.is_none()
            }
        }
    }
}

/// A waiver that accepts findings.
#[derive(Debug, Clone)]
pub(super) struct Accept {
    /// Its position.
    pub waiver: usize,
    code: Code,
    /// The partners it names; `None` is any.
    partners: Option<BTreeSet<u32>>,
    /// The rows of the customer it names; `None` is any.
    rows: Option<BTreeSet<(SheetRef, u32)>>,
}

impl Accept {
    pub(super) fn new(n: usize, waiver: &Waiver, code: Code, portfolio: &Portfolio) -> Self {
        let partners = partners(waiver, portfolio);
        let rows = waiver.target.customer.as_ref().map(|customer| {
            let mut customer = Called::new(customer);
            let among = portfolio.partners.iter().enumerate();
            let among = among.filter(|(n, _)| partners.as_ref().is_none_or(|p| p.contains(&(*n as u32))));
            let rows = among.flat_map(|(_, partner)| &partner.usage);
            let own = rows.filter(|row| customer.is(row.customer_id, row.customer_name));
            own.map(|row| (row.sheet, row.row)).collect()
        });
        Self { waiver: n, code, partners, rows }
    }

    /// Whether a finding is meant.
    pub(super) fn covers(&self, waiver: &Waiver, labels: &Labels, finding: &Finding) -> bool {
        let cells = || finding.cell.into_iter().chain(finding.also.iter().copied());
        finding.code == self.code
            && labels.has_place(waiver, finding)
            && waiver.target.has_any(cells())
            && self.partners.as_ref().is_none_or(|all| finding.partner.is_some_and(|p| all.contains(&p)))
            && self.rows.as_ref().is_none_or(|rows| cells().any(|cell| rows.contains(&(cell.sheet, cell.row))))
    }
}

/// The partners that a waiver names; `None` is any.
pub(super) fn partners(waiver: &Waiver, portfolio: &Portfolio) -> Option<BTreeSet<u32>> {
    let mut written = Called::new(waiver.target.partner.as_ref()?);
    let mut is = |partner: &Partner| {
        let roster = partner.people.iter().flat_map(|person| &person.roster).map(|row| row.partner);
        let claims = partner.usage.iter().map(|row| row.partner).chain(roster);
        written.is(partner.id, partner.name) || claims.into_iter().any(|claim| written.is(claim.id, claim.name))
    };
    let all = portfolio.partners.iter().enumerate();
    Some(all.filter(|(_, partner)| is(partner)).map(|(n, _)| n as u32).collect())
}

/// What is settled of rows by findings that are accepted.
#[derive(Debug, Default)]
pub(super) struct Hits {
    rows: BTreeMap<(SheetRef, u32), BTreeSet<u32>>,
    words: HashSet<(SheetRef, Code, String)>,
}

impl Hits {
    /// Adds a finding. A word that repeats is one finding, and is settled as one on its sheet.
    pub(super) fn add(&mut self, finding: &Finding) {
        let repeated: &[CellRef] = if finding.count > 1 { &finding.also } else { &[] };
        for cell in finding.cell.iter().chain(repeated) {
            self.rows.entry((cell.sheet, cell.row)).or_default().insert(cell.col);
        }
        if let (true, Some(sheet), Some(value)) = (finding.code.groups_by_value(), finding.sheet, &finding.value) {
            self.words.insert((sheet, finding.code, value.clone()));
        }
    }

    /// The cells of the facts among a partner's that are settled.
    pub(super) fn settled(&self, partner: &Partner, into: &mut HashSet<CellRef>) {
        if self.rows.is_empty() && self.words.is_empty() {
            return;
        }
        let own: BTreeSet<CellRef> = partner.usage.iter().map(usage_cell).collect();
        for row in &partner.usage {
            let cell = usage_cell(row);
            let by_row = self.rows.get(&(row.sheet, row.row)).is_some_and(|cols| {
                // What is said of one count of a wide sheet does not concern the others of its row.
                cols.contains(&cell.col) || cols.iter().any(|&col| !own.contains(&CellRef { col, ..cell }))
            });
            let by_word = match row.workload.value() {
                Some(Workload::Unknown(word)) => {
                    self.words.contains(&(row.sheet, Code::UnknownWorkload, word.as_str().to_owned()))
                }
                _ => false,
            };
            if by_row || by_word {
                into.insert(cell);
            }
        }
        for row in partner.people.iter().flat_map(|person| &person.roster) {
            if self.rows.contains_key(&(row.sheet, row.row)) {
                into.insert(roster_cell(row));
            }
        }
    }
}

/// The cell of a usage fact's count, by which it is known.
pub(super) fn usage_cell(row: &UsageRow) -> CellRef {
    CellRef { sheet: row.sheet, row: row.row, col: row.count_col }
}

/// The cell of a roster fact's credential.
pub(super) fn roster_cell(row: &RosterRow) -> CellRef {
    CellRef { sheet: row.sheet, row: row.row, col: row.credential_col }
}
