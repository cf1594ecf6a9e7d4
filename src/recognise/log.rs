//! Findings of one sheet, gathered while its rows are read.

use std::collections::HashMap;

use ustr::Ustr;

use crate::facts::{CellRef, PartnerClaim, SheetRef};
use crate::finding::{Code, Finding};

/// So many findings of one code are kept one by one on a sheet; what follows adds to the count of the last, so that
/// a sheet with a broken column of a million rows stays in bounds.
const SINGLE: usize = 2_000;
/// So many findings of words are kept apart by partner on a sheet; what follows is told of the word alone.
const APART: usize = 50_000;
/// A finding names at most this many further cells.
const CELLS_NAMED: usize = 99;

pub(crate) struct Log {
    sheet: SheetRef,
    findings: Vec<Finding>,
    /// Words by code, value and partner.
    grouped: HashMap<(Code, Ustr, Option<PartnerClaim>), usize>,
    /// The partner of the row at hand.
    about: Option<PartnerClaim>,
    singles: HashMap<Code, (usize, usize)>,
}

impl Log {
    pub fn new(sheet: SheetRef) -> Self {
        Self { sheet, findings: Vec::new(), grouped: HashMap::new(), about: None, singles: HashMap::new() }
    }

    /// Says whose row the cells to come are of.
    pub fn about(&mut self, partner: Option<PartnerClaim>) {
        self.about = partner;
    }

    /// Something about the whole sheet.
    pub fn sheet(&mut self, finding: Finding) {
        self.findings.push(finding.in_sheet(self.sheet));
    }

    /// Something about a header cell.
    pub fn header(&mut self, finding: Finding, row: u32, col: u32) {
        self.findings.push(finding.at(self.sheet, row, col));
    }

    /// Something about a cell that shows `value`. Words are grouped where their code says so, each partner's apart:
    /// what one is told, the others have not heard.
    pub fn cell(&mut self, code: Code, row: u32, col: u32, value: Ustr) -> Option<&mut Finding> {
        if code.groups_by_value() {
            let about = self.about.filter(|_| self.grouped.len() < APART);
            let known =
                self.grouped.get(&(code, value, self.about)).or_else(|| self.grouped.get(&(code, value, about)));
            if let Some(&at) = known {
                if let Some(finding) = self.findings.get_mut(at) {
                    finding.count += 1;
                    if finding.also.len() < CELLS_NAMED {
                        finding.also.push(CellRef { sheet: self.sheet, row, col });
                    }
                }
                return None;
            }
            self.grouped.insert((code, value, about), self.findings.len());
        } else {
            let (count, last) = self.singles.entry(code).or_insert((0, 0));
            *count += 1;
            if *count > SINGLE {
                if let Some(finding) = self.findings.get_mut(*last) {
                    finding.count += 1;
                }
                return None;
            }
            *last = self.findings.len();
        }
        let mut finding = Finding::new(code).at(self.sheet, row, col);
        finding.claim = self.about;
        if !value.is_empty() {
            finding = finding.value(value.as_str());
        }
        self.findings.push(finding);
        self.findings.last_mut()
    }

    pub fn finish(self) -> Vec<Finding> {
        self.findings
    }
}
