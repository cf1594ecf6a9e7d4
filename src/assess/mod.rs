//! Judging: a partner, a ruleset and an as-of date give a verdict for every row, person and requirement.
//!
//! Reads no file, no clock, no environment: same arguments, same answer.

mod judge;
mod optimist;
mod outlook;
mod people;
mod plan;
mod risk;
#[cfg(test)]
mod tests;
mod usage;
mod what_if;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ustr::Ustr;

use crate::facts::{CellRef, Market};
pub use judge::{Judge, assess};
pub use outlook::{CustomerLoss, Expiry, Margin, Outlook, PersonLoss};
pub use what_if::{Candidate, Step, apply, customers_of};

/// Why a usage row is not counted, in the order that makes the first one the main one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum UsageReason {
    /// The reviewer has left it out.
    LeftOut,
    /// The count, month or workload cannot be read.
    Unreadable,
    /// The workload is not on the ruleset's list.
    WorkloadNotEligible,
    /// A trial SKU.
    Trial,
    /// No association on the ruleset's list.
    NoQualifyingAssociation,
    /// Another month than the reference month.
    OutsideReferenceMonth,
    /// Same partner, customer, workload, SKU and month as a row already counted.
    Duplicate,
}

impl UsageReason {
    /// All of them, main ones first.
    pub const ALL: [Self; 7] = [
        Self::LeftOut,
        Self::Unreadable,
        Self::WorkloadNotEligible,
        Self::Trial,
        Self::NoQualifyingAssociation,
        Self::OutsideReferenceMonth,
        Self::Duplicate,
    ];

    /// The code in `results.json` and reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeftOut => "left-out",
            Self::Unreadable => "unreadable",
            Self::WorkloadNotEligible => "workload-not-eligible",
            Self::Trial => "trial",
            Self::NoQualifyingAssociation => "no-qualifying-association",
            Self::OutsideReferenceMonth => "outside-reference-month",
            Self::Duplicate => "duplicate",
        }
    }
}

/// Why a roster row does not count, in the order that makes the first one the main one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RosterReason {
    /// The reviewer has left it out.
    LeftOut,
    /// The credential, a date or the status cannot be read.
    Unreadable,
    /// A credential that the ruleset does not name.
    NotRequired,
    /// The status says that it was not passed.
    NotPassed,
    /// Achieved after the as-of date.
    AfterAsOf,
    /// Expired before the as-of date.
    Expired,
    /// The sheet has a status or date column, but this row has neither.
    NoProof,
    /// The same person's same credential is counted already.
    Duplicate,
}

impl RosterReason {
    /// All of them, main ones first.
    pub const ALL: [Self; 8] = [
        Self::LeftOut,
        Self::Unreadable,
        Self::NotRequired,
        Self::NotPassed,
        Self::AfterAsOf,
        Self::Expired,
        Self::NoProof,
        Self::Duplicate,
    ];

    /// The code in `results.json` and reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeftOut => "left-out",
            Self::Unreadable => "unreadable",
            Self::NotRequired => "not-required",
            Self::NotPassed => "not-passed",
            Self::AfterAsOf => "after-as-of",
            Self::Expired => "expired",
            Self::NoProof => "no-proof",
            Self::Duplicate => "duplicate",
        }
    }
}

/// A set of reasons; empty means that the row counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reasons(u8);

impl Reasons {
    /// Adds the reason at a position of its `ALL`.
    pub fn add(&mut self, position: u8) {
        self.0 |= 1 << position;
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the reason at a position of its `ALL` holds.
    pub fn has(self, position: u8) -> bool {
        self.0 & (1 << position) != 0
    }

    /// Read as reasons of usage rows, main one first.
    pub fn usage(self) -> impl Iterator<Item = UsageReason> {
        UsageReason::ALL.into_iter().filter(move |&r| self.has(r as u8))
    }

    /// Read as reasons of roster rows, main one first.
    pub fn roster(self) -> impl Iterator<Item = RosterReason> {
        RosterReason::ALL.into_iter().filter(move |&r| self.has(r as u8))
    }
}

/// The verdict on one usage row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UsageVerdict {
    /// Why it is not counted; empty means counted.
    pub reasons: Reasons,
    /// The entitlements it adds: its count if counted, else 0.
    pub entitlements: u64,
    /// The count cell of the row that is counted in its stead, for a duplicate.
    pub counted_instead: Option<CellRef>,
}

/// The verdict on one roster row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterVerdict {
    /// Why it does not count; empty means that it counts.
    pub reasons: Reasons,
}

/// The verdict on a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonVerdict {
    /// One verdict for each roster row of the person.
    pub roster: Vec<RosterVerdict>,
    /// Which paths of the ruleset the person meets, by position.
    pub qualifies_by: Vec<usize>,
    /// What is missing on the ruleset's first path (the exams); empty for whoever qualifies by any path.
    pub missing: Vec<Ustr>,
    /// When the credentials of the ruleset expire that the person holds.
    pub held: Vec<Held>,
}

/// A credential of the ruleset that a person holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Its ID.
    pub credential: Ustr,
    /// When it was achieved, if known.
    pub achieved: Option<Date>,
    /// When it expires, if ever.
    pub expires: Option<Date>,
    /// Position of the counted roster row among the person's.
    pub row: usize,
}

/// Which figure a requirement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Metric {
    /// Active entitlements.
    Entitlements,
    /// People who qualify.
    People,
}

/// A requirement and how it is met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    /// Position of the tier in the ruleset, lowest first.
    pub tier: usize,
    /// Which figure.
    pub metric: Metric,
    /// Threshold for this partner.
    pub required: u64,
    /// What counts.
    pub actual: u64,
    /// What is missing; 0 if met.
    pub shortfall: u64,
    /// Whether it is met.
    pub met: bool,
}

/// A step of the gap plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Action {
    /// A customer that would count but for the association.
    AssociateCustomer {
        /// Tenant ID, if known.
        customer_id: Option<Ustr>,
        /// Name, if known.
        customer: Option<Ustr>,
        /// Entitlements that it would add.
        active_users: u64,
    },
    /// A customer's trials that would count if converted.
    ConvertTrial {
        /// Tenant ID, if known.
        customer_id: Option<Ustr>,
        /// Name, if known.
        customer: Option<Ustr>,
        /// Entitlements that it would add.
        active_users: u64,
    },
    /// Growth still needed.
    GrowUsage {
        /// Entitlements needed.
        active_users: u64,
    },
    /// A person one exam away.
    PassExam {
        /// Position of the person among the partner's people.
        person: usize,
        /// The exam.
        credential: Ustr,
        /// Positions of others who could pass one exam instead.
        alternatives: Vec<usize>,
        /// People more that then count: one, or none where another path leads by itself until more have passed.
        gain: u64,
    },
    /// Further people needed.
    CertifyPerson {
        /// How many.
        people: u64,
        /// Position of the ruleset's path that this is the shortest way on.
        path: usize,
        /// People more that then count, as for an exam.
        gain: u64,
    },
}

/// What to do for the next tier.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Plan {
    /// Position of the tier that it leads to; `None` if the highest is proven.
    pub target: Option<usize>,
    /// The steps, smallest effort first.
    pub actions: Vec<Action>,
    /// Positions of the partner's usage rows that the first steps are about, for as many steps as are about rows.
    #[serde(skip)]
    pub usage_rows: Vec<Vec<usize>>,
    /// Position of the tier once all is done; `None` is no tier.
    pub tier_when_done: Option<usize>,
}

/// Why a tier held is at risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Risk {
    /// Fewer entitlements to spare than the ruleset asks for.
    ThinMargin {
        /// Entitlements above the threshold.
        spare: u64,
        /// The threshold.
        required: u64,
    },
    /// The tier rests on a credential that expires soon.
    ExpiringCredential {
        /// Position of the person among the partner's people.
        person: usize,
        /// The credential.
        credential: Ustr,
        /// When it expires.
        expires: Date,
    },
    /// A lower tier than in the previous review.
    TierDropped {
        /// ID of the tier then.
        from: String,
        /// ID of the tier now (`none` for no tier).
        to: String,
    },
    /// Fewer entitlements than in the previous review.
    EntitlementsDropped {
        /// Then.
        from: u64,
        /// Now.
        to: u64,
    },
    /// Fewer people than in the previous review.
    PeopleDropped {
        /// Then.
        from: u64,
        /// Now.
        to: u64,
    },
}

/// Rows and active users of one verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sum {
    /// Rows.
    pub rows: u64,
    /// Active users, as far as they can be read.
    pub active_users: u64,
}

/// What counts of one customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerSum {
    /// Tenant ID, if known.
    pub customer_id: Option<Ustr>,
    /// Name, if known; the least of several spellings, whatever the order of rows.
    pub customer: Option<Ustr>,
    /// Entitlements by workload, in the order of the workloads' IDs.
    pub by_workload: Vec<(Ustr, u64)>,
    /// Entitlements in all.
    pub entitlements: u64,
}

/// Everything decided about one partner.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Assessment {
    /// The market that decided the thresholds; `None`: unknown, the higher one was applied.
    pub market: Option<Market>,
    /// Position of the proven tier, `None` for no tier.
    pub tier: Option<usize>,
    /// Position of the best tier if every open data problem were settled in the partner's favour.
    pub could_be: Option<usize>,
    /// Every requirement of every tier, lowest tier first.
    pub requirements: Vec<Requirement>,
    /// One verdict for each usage row of the partner. What only its own reports need is not passed on between shards.
    #[serde(skip)]
    pub usage: Vec<UsageVerdict>,
    /// What counted.
    pub counted: Sum,
    /// The same by customer: the largest first, equal ones by name.
    pub customers: Vec<CustomerSum>,
    /// What did not, by main reason.
    pub not_counted: Vec<(UsageReason, Sum)>,
    /// One verdict for each person of the partner.
    pub people: Vec<PersonVerdict>,
    /// People who qualify by each path of the ruleset.
    pub people_by_path: Vec<u64>,
    /// People who qualify by any path.
    pub people_by_any: u64,
    /// People that count for the requirement.
    pub people_counted: u64,
    /// What to do for the next tier.
    pub plan: Plan,
    /// Why the tier is at risk; empty if it is not.
    pub risks: Vec<Risk>,
    /// What could cost the tier, looking ahead; does not put it at risk.
    pub outlook: Outlook,
}

impl Assessment {
    /// Whether anything is at risk.
    pub fn at_risk(&self) -> bool {
        !self.risks.is_empty()
    }
}
