//! Findings of one sheet, gathered while its rows are read.

use std::collections::HashMap;

use ustr::Ustr;

use crate::facts::SheetRef;
use crate::finding::{Code, Finding};

/// So many findings of one code are kept one by one on a sheet; what follows adds to the count of the last, so that
/// a sheet with a broken column of a million rows stays in bounds.
const SINGLE: usize = 2_000;

pub(crate) struct Log {
    sheet: SheetRef,
    findings: Vec<Finding>,
    grouped: HashMap<(Code, Ustr), usize>,
    singles: HashMap<Code, (usize, usize)>,
}

impl Log {
    pub fn new(sheet: SheetRef) -> Self {
        Self { sheet, findings: Vec::new(), grouped: HashMap::new(), singles: HashMap::new() }
    }

    /// Something about the whole sheet.
    pub fn sheet(&mut self, finding: Finding) {
        self.findings.push(finding.in_sheet(self.sheet));
    }

    /// Something about a header cell.
    pub fn header(&mut self, finding: Finding, row: u32, col: u32) {
        self.findings.push(finding.at(self.sheet, row, col));
    }

    /// Something about a cell that shows `value`. Words are grouped where their code says so.
    pub fn cell(&mut self, code: Code, row: u32, col: u32, value: Ustr) -> Option<&mut Finding> {
        if code.groups_by_value() {
            if let Some(&at) = self.grouped.get(&(code, value)) {
                if let Some(finding) = self.findings.get_mut(at) {
                    finding.count += 1;
                }
                return None;
            }
            self.grouped.insert((code, value), self.findings.len());
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
