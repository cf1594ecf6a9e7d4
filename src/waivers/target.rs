//! What a waiver is about: a file, a sheet, cells, a customer, a partner.

use crate::facts::{CellRef, a1};
use serde::{Deserialize, Serialize};

/// What a waiver is about; all that is given must fit.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Target {
    /// The input, by its label.
    pub file: Option<FilePattern>,
    /// The sheet, by its name.
    pub sheet: Option<String>,
    /// A cell or a range.
    pub cells: Option<Cells>,
    /// A customer: tenant ID or name, as written.
    pub customer: Option<String>,
    /// A partner: MPN ID or name, as written.
    pub partner: Option<String>,
}

impl Target {
    /// Whether an input is meant, or none is named. Each of its names will do.
    pub fn is_in_file<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> bool {
        self.file.as_ref().is_none_or(|file| names.into_iter().any(|name| file.fits(name)))
    }

    /// Whether a sheet is meant, or none is named. Case and blanks around the name do not matter.
    pub fn is_on_sheet(&self, name: &str) -> bool {
        self.sheet.as_ref().is_none_or(|sheet| sheet.trim().to_lowercase() == name.trim().to_lowercase())
    }

    /// Whether a cell is meant, or none is named; its sheet is looked at elsewhere.
    pub fn has_cell(&self, row: u32, col: u32) -> bool {
        self.cells.is_none_or(|cells| cells.has(row, col))
    }

    /// Whether one of these cells is meant, or none is named.
    pub fn has_any(&self, cells: impl IntoIterator<Item = CellRef>) -> bool {
        self.cells.is_none() || cells.into_iter().any(|cell| self.has_cell(cell.row, cell.col))
    }
}

/// A pattern of labels: `*` stands for any letters of a name, `**` for folders too, `?` for one letter. Case does not
/// matter, as it does not where people's files lie.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FilePattern(String);

impl FilePattern {
    /// A pattern as it was written.
    pub fn new(written: &str) -> Self {
        Self(written.trim().replace('\\', "/"))
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it stands for a single label, with no sign in it that stands for others.
    pub fn is_plain(&self) -> bool {
        !self.0.contains(['*', '?'])
    }

    /// Whether a label fits.
    pub fn fits(&self, label: &str) -> bool {
        let letters = |text: &str| text.to_lowercase().chars().collect::<Vec<char>>();
        let (pattern, label) = (letters(&self.0), letters(label));
        // For each beginning of the pattern, which beginnings of the label it fits: no pattern can make this long.
        let mut fits = vec![false; label.len() + 1];
        if let Some(empty) = fits.first_mut() {
            *empty = true;
        }
        let mut at = 0;
        while let Some(&token) = pattern.get(at) {
            let any = token == '*';
            let folders = any && pattern.get(at + 1) == Some(&'*');
            let mut next = vec![false; fits.len()];
            let mut before = false;
            for (n, slot) in next.iter_mut().enumerate() {
                let here = fits.get(n).copied().unwrap_or(false);
                let letter = n.checked_sub(1).and_then(|n| label.get(n)).copied();
                *slot = if any {
                    here || before && letter.is_some_and(|letter| folders || letter != '/')
                } else {
                    let shorter = n.checked_sub(1).and_then(|n| fits.get(n)).copied().unwrap_or(false);
                    shorter && letter.is_some_and(|letter| letter == token || token == '?' && letter != '/')
                };
                before = *slot;
            }
            fits = next;
            at += if folders { 2 } else { 1 };
        }
        fits.last().copied().unwrap_or(false)
    }
}

/// A cell or a range, zero-based and inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cells {
    /// First row.
    pub first_row: u32,
    /// First column.
    pub first_col: u32,
    /// Last row.
    pub last_row: u32,
    /// Last column.
    pub last_col: u32,
}

impl Cells {
    /// Reads `F17`, `$F$17` or `F17:G30`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        let ((row, col), (other_row, other_col)) = (address(first)?, address(last)?);
        Some(Self {
            first_row: row.min(other_row),
            first_col: col.min(other_col),
            last_row: row.max(other_row),
            last_col: col.max(other_col),
        })
    }

    /// Whether an address lies in it.
    pub fn has(self, row: u32, col: u32) -> bool {
        (self.first_row..=self.last_row).contains(&row) && (self.first_col..=self.last_col).contains(&col)
    }

    /// Whether it is a single cell.
    pub fn is_one(self) -> bool {
        self.first_row == self.last_row && self.first_col == self.last_col
    }
}

impl std::fmt::Display for Cells {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&a1(self.first_row, self.first_col))?;
        if !self.is_one() {
            write!(f, ":{}", a1(self.last_row, self.last_col))?;
        }
        Ok(())
    }
}

/// A zero-based row and column from an address as Excel writes it.
fn address(text: &str) -> Option<(u32, u32)> {
    let text = text.trim().replace('$', "").to_ascii_uppercase();
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = text.split_at(digits);
    if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let col = letters.bytes().fold(0_u32, |col, b| col * 26 + u32::from(b - b'A') + 1);
    let row: u32 = number.parse().ok()?;
    let within = (1..=1_048_576).contains(&row) && col <= 16_384;
    within.then(|| (row - 1, col - 1))
}

/// An ID without what is put around it.
pub(super) fn bare(id: &str) -> String {
    id.trim().trim_matches(['{', '}']).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_a_name_and_two_for_folders_too() {
        let fits = |pattern: &str, label: &str| FilePattern::new(pattern).fits(label);
        assert!(fits("Usage*.xlsx", "usage 2026-09.XLSX") && fits("*", "a.csv") && fits("a?c", "abc"));
        assert!(!fits("*.xlsx", "portal/usage.xlsx") && fits("**.xlsx", "portal/usage.xlsx"));
        assert!(fits("portal\\*.csv", "portal/x.csv") && !fits("usage.xlsx", "my usage.xlsx") && !fits("", "a"));
        assert!(fits("**/x.csv", "a/b/x.csv") && !fits("a?c", "a/c"));
        // A pattern that would take for ever if it were tried from every place.
        assert!(!fits(&"*a".repeat(200), &"a".repeat(199)));
    }

    #[test]
    fn cells_are_read_as_excel_writes_them() {
        let at = |text: &str| Cells::parse(text).map(|c| (c.first_row, c.first_col, c.last_row, c.last_col));
        assert_eq!(at("F17"), Some((16, 5, 16, 5)));
        assert_eq!(at("$AA$1:b20"), Some((0, 1, 19, 26)));
        for wrong in ["", "17", "F", "F0", "XFE1", "F1048577", "F17:", "Sheet!F17", "ÄÄ1"] {
            assert_eq!(at(wrong), None, "{wrong}");
        }
        assert_eq!(Cells::parse("b20:$AA$1").unwrap().to_string(), "B1:AA20");
    }
}
