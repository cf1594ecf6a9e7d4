//! The whole run as one value: what was read, what it says, and what was decided.

use jiff::civil::Date;

use crate::assess::Assessment;
use crate::facts::{Month, SheetFacts};
use crate::finding::Finding;
use crate::intake::Book;
use crate::portfolio::Portfolio;
use crate::rules::Ruleset;

/// The whole run.
#[derive(Debug, Clone)]
pub struct Review {
    /// The rules applied.
    pub ruleset: Ruleset,
    /// The day that everything is judged for.
    pub as_of: Date,
    /// The month whose usage counts.
    pub reference_month: Month,
    /// The inputs, in run order.
    pub books: Vec<Book>,
    /// What was recognised: one entry for each sheet of each input.
    pub sheets: Vec<Vec<SheetFacts>>,
    /// The partners.
    pub portfolio: Portfolio,
    /// One assessment for each partner.
    pub assessments: Vec<Assessment>,
    /// All findings, in the order of inputs, sheets and cells.
    pub findings: Vec<Finding>,
    /// Changes since the previous review, if one was given: one for each partner.
    pub changes: Option<Vec<Change>>,
}

/// What changed for a partner since the previous review.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// Whether the previous review knew the partner.
    pub known: bool,
    /// Tier then, as an ID (`none` for no tier).
    pub tier: String,
    /// Active entitlements then.
    pub entitlements: u64,
    /// People then.
    pub people: u64,
    /// The as-of date of the previous review.
    pub as_of: String,
}
