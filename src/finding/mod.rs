//! Findings: what is wrong with the data, where, and what to do about it.
//!
//! A finding has a stable code, a severity, a place and a remedy. Its sentences stand in `templates/text/*.ftl`:
//! `finding-<code>` is the message, with the attributes `.title`, `.help` (the remedy) and `.about` (what
//! `tiergap explain` tells).

mod arrange;
mod code;
mod render;

pub use arrange::arrange;
pub use code::{Code, Severity};
pub use render::{
    Explanation, Places, Rendered, SEPARATOR, cell_list, cell_place, explain, render, render_group, repeats, severity,
};

use serde::{Deserialize, Serialize};

use crate::facts::{CellRef, PartnerClaim, SheetRef};
use crate::serial::Fixed;

/// A value that a message mentions.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Arg {
    /// Text, shown as it is.
    Text(String),
    /// A count, shown with the language's separators.
    Number(i64),
    /// Words of the language files.
    Phrase(Phrase),
}

/// Words of the language files with what they mention: what a room that knows no language says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Phrase {
    /// The key of the words.
    #[serde(deserialize_with = "crate::serial::fixed")]
    pub key: Fixed,
    /// What they mention.
    #[serde(deserialize_with = "crate::serial::named")]
    pub args: Vec<(Fixed, Arg)>,
}

impl Phrase {
    /// Words that mention nothing yet.
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// Gives the words something to mention.
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl From<Phrase> for Arg {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What kind it is.
    pub code: Code,
    /// Index of the input it concerns.
    pub file: Option<u32>,
    /// The sheet it concerns.
    pub sheet: Option<SheetRef>,
    /// The cell it concerns; the first one where several are grouped.
    pub cell: Option<CellRef>,
    /// Further cells that it names.
    pub also: Vec<CellRef>,
    /// The partner it concerns, as an index into the portfolio; set once the partners are known.
    pub partner: Option<u32>,
    /// The partner that its row speaks of, until the partners are known.
    #[serde(skip)]
    pub claim: Option<PartnerClaim>,
    /// The value seen, as the cell shows it.
    pub value: Option<String>,
    /// What the message mentions beyond file, sheet, cell and value.
    #[serde(deserialize_with = "crate::serial::named")]
    pub args: Vec<(Fixed, Arg)>,
    /// How many times it occurred.
    pub count: u64,
    /// Whether the reviewer has accepted it: it is right, and no open problem any more.
    pub settled: bool,
}

impl Finding {
    /// A finding without a place.
    pub fn new(code: Code) -> Self {
        Self {
            code,
            file: None,
            sheet: None,
            cell: None,
            also: Vec::new(),
            partner: None,
            claim: None,
            value: None,
            args: Vec::new(),
            count: 1,
            settled: false,
        }
    }

    /// How much it matters: what is settled is only good to know.
    pub fn severity(&self) -> Severity {
        if self.settled { Severity::Info } else { self.code.severity() }
    }

    /// Concerns a whole input.
    pub fn in_file(mut self, file: u32) -> Self {
        self.file = Some(file);
        self
    }

    /// Concerns a whole sheet.
    pub fn in_sheet(mut self, sheet: SheetRef) -> Self {
        self.file = Some(sheet.file);
        self.sheet = Some(sheet);
        self
    }

    /// Concerns a cell.
    pub fn at(mut self, sheet: SheetRef, row: u32, col: u32) -> Self {
        self = self.in_sheet(sheet);
        self.cell = Some(CellRef { sheet, row, col });
        self
    }

    /// Names a further cell.
    pub fn and_at(mut self, cell: CellRef) -> Self {
        self.also.push(cell);
        self
    }

    /// Concerns the first of these cells and names the others; without any it stays as it is.
    pub fn at_all(self, cells: impl IntoIterator<Item = CellRef>) -> Self {
        cells.into_iter().fold(self, |finding, cell| match finding.cell {
            None => finding.at(cell.sheet, cell.row, cell.col),
            Some(_) => finding.and_at(cell),
        })
    }

    /// Concerns a partner.
    pub fn of_partner(mut self, partner: u32) -> Self {
        self.partner = Some(partner);
        self
    }

    /// Shows the value seen.
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Gives the message something to mention.
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}
