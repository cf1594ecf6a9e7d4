//! A ruleset: the thresholds, workloads, associations and credentials of a competency, read from TOML.
//!
//! Nothing of it stands in code. The shipped editions are in `templates/rules/`.

mod parse;
mod shipped;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ustr::Ustr;

use crate::facts::Market;
pub use parse::{RuleError, RulesetError, schema_text};
pub use shipped::{Shipped, find, shipped};

/// What having no tier is called in results, where a tier has its ID.
pub const NO_TIER: &str = "none";

/// A validated ruleset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruleset {
    /// Stable ID, such as `cloud-productivity-managed-service`.
    pub id: String,
    /// Edition, the date of the page it was taken from.
    pub edition: String,
    /// Competency, as the page names it.
    pub competency: String,
    /// Option of the competency.
    pub option: String,
    /// Where it was published, for whoever disputes it.
    pub source: String,
    /// The same three in other languages, by ISO 639-1 code.
    pub names: BTreeMap<String, Names>,
    /// SHA-256 of the TOML text, lower-case hexadecimal.
    pub sha256: String,
    /// How active entitlements are counted.
    pub entitlements: EntitlementRule,
    /// How people are counted.
    pub people: PeopleRule,
    /// The tiers, lowest first.
    pub tiers: Vec<TierRule>,
    /// When a tier held is at risk.
    pub risk: RiskRule,
}

/// What a ruleset is called in a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// Competency, as the page in that language names it.
    pub competency: String,
    /// Option of the competency.
    pub option: String,
    /// Where it was published.
    pub source: String,
}

/// What an active entitlement is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntitlementRule {
    /// ID of the requirement, `active-entitlements`.
    pub id: String,
    /// IDs of the workloads that count.
    pub workloads: Vec<Ustr>,
    /// IDs of the associations that count; one of them is enough.
    pub associations: Vec<Ustr>,
    /// Whether trial SKUs count.
    pub trials_count: bool,
}

/// Which people count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleRule {
    /// ID of the requirement, `certified-people`.
    pub id: String,
    /// Whether people of different paths may be added up.
    pub combine_paths: bool,
    /// The ways for one person to qualify.
    pub paths: Vec<Path>,
}

/// One way for a person to qualify: all of these credentials.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path {
    /// ID, such as `exams` or `certification`.
    pub id: String,
    /// IDs of the credentials, all needed by the same person.
    pub all_of: Vec<Ustr>,
}

/// One tier and what it asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierRule {
    /// ID: `silver` or `gold`.
    pub id: String,
    /// Active entitlements needed.
    pub entitlements: Threshold,
    /// People needed.
    pub people: Threshold,
}

/// A threshold, by the partner's market.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Threshold {
    /// In a developed market.
    pub developed: u64,
    /// In a developing market.
    pub developing: u64,
}

impl Threshold {
    /// The threshold for a market; the higher one where the market is unknown.
    pub fn of(&self, market: Option<Market>) -> u64 {
        match market {
            Some(Market::Developed) => self.developed,
            Some(Market::Developing) => self.developing,
            None => self.developed.max(self.developing),
        }
    }
}

/// When a tier held is at risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskRule {
    /// Less than this many percent above the threshold is at risk.
    pub spare_percent: u64,
    /// A credential that expires within this many days of the as-of date is at risk.
    pub expiry_days: i64,
}
