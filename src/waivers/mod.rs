//! Waivers: what the reviewer has settled, and how it is applied to what was read and judged.
//!
//! A fact keeps its address. A cell that is read as something else is so in an overlay that only recognition sees; rows
//! that are left out or count as associated are marked among the facts; a finding that is accepted stays, settled. Each
//! waiver that is applied is itself a finding, at the place and of the partner that it concerns and of nobody else.

mod apply;
mod index;
mod overlay;
mod resolved;
mod strangers;
mod target;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ustr::Ustr;

use crate::finding::Code;
use crate::intake::Value;

pub use apply::{Applied, SettingsUsed, State, Used, Waived};
pub use overlay::{ReadCell, overlay};
pub use resolved::InputNames;
pub use target::{Cells, FilePattern, Target};

/// A decision of the reviewer's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Waiver {
    /// Line of the workspace's file, from 1.
    pub line: usize,
    /// Column of it, from 1.
    pub column: usize,
    /// What it is about.
    pub target: Target,
    /// The finding that it settles; `None` where it is about rows or a cell, whatever is found of them.
    pub finding: Option<Code>,
    /// What was decided.
    pub decision: Decision,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub by: String,
    /// The last day for which it holds.
    pub until: Option<Date>,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Decision {
    /// The finding is right and settled: no figure changes, but it is no open problem any more.
    Accept,
    /// The rows are not counted.
    LeaveOut,
    /// The cell is read as if it said this.
    ReadAs {
        /// What it is read as.
        value: Value,
        /// The same as it was written.
        shown: String,
        /// What the cell must say for that.
        was: Option<String>,
    },
    /// The customer counts as associated in this way.
    Associated(Ustr),
}

impl Decision {
    /// The stable name in `results.json`.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::LeaveOut => "leave-out",
            Self::ReadAs { .. } => "read-as",
            Self::Associated(_) => "associated",
        }
    }
}

impl Waiver {
    /// Whether it no longer holds on a day.
    pub fn is_expired(&self, as_of: Date) -> bool {
        self.until.is_some_and(|until| until < as_of)
    }
}

/// Partners that the inputs write as several and that are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SamePartner {
    /// Line of the workspace's file, from 1.
    pub line: usize,
    /// Column of it, from 1.
    pub column: usize,
    /// MPN IDs and names, as written.
    pub partners: Vec<String>,
    /// Why.
    pub reason: String,
    /// Who decided; empty where nobody is named.
    pub by: String,
}
