//! What the sample partners are, before any dialect words it.

use jiff::civil::{Date, date};

/// A partner with its customers' usage and its people.
pub struct Partner {
    pub id: &'static str,
    pub name: &'static str,
    /// ISO code and English name of the country; `None` where no sheet tells.
    pub country: Option<(&'static str, &'static str)>,
    pub city: &'static str,
    /// Market as the partners sheet says; empty where the country has to tell.
    pub market: &'static str,
    pub language: &'static str,
    pub contact: &'static str,
    pub current_tier: &'static str,
    pub anniversary: Option<Date>,
    pub usage: Vec<Usage>,
    pub people: Vec<Person>,
}

/// A workload, for each dialect to name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Workload {
    Exchange,
    SharePoint,
    Skype,
    Yammer,
    ProPlus,
    Teams,
    OneDrive,
    /// Left empty.
    Missing,
    /// A word that no list knows.
    Word(&'static str),
}

/// An association, for each dialect to name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Association {
    Delegated,
    Transacting,
    CspTier1,
    CspTier2,
    Record,
    /// Digital partner of record and delegated administrator in one cell.
    RecordAndDelegated,
    AdminLink,
    ClaimingPartner,
    DealRegistration,
    Unknown,
    Null,
    None,
    /// A word that no list knows.
    Word(&'static str),
}

/// How a row shows that it is a trial.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Trial {
    No,
    Column,
    Name,
}

/// A count of active users.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Users {
    Count(u32),
    /// A count written as text with a thousands separator, where the dialect has one.
    Grouped(u32),
    /// Something that is no count.
    Shown(&'static str),
    /// The error value `#N/A`.
    NotAvailable,
}

/// A row of usage.
pub struct Usage {
    pub customer: &'static str,
    pub workload: Workload,
    pub users: Users,
    pub association: Association,
    pub trial: Trial,
    /// September 2026 unless said otherwise.
    pub month: Date,
    /// Whether the portal keeps this row and flags the customer's other rows as duplicates.
    pub portal_keeps: bool,
}

/// A row of usage of September 2026.
pub fn row(customer: &'static str, workload: Workload, users: u32, association: Association) -> Usage {
    Usage {
        customer,
        workload,
        users: Users::Count(users),
        association,
        trial: Trial::No,
        month: date(2026, 9, 1),
        portal_keeps: true,
    }
}

impl Usage {
    pub fn august(mut self) -> Self {
        self.month = date(2026, 8, 1);
        self
    }

    pub fn trial(mut self, trial: Trial) -> Self {
        self.trial = trial;
        self
    }

    pub fn users(mut self, users: Users) -> Self {
        self.users = users;
        self
    }

    pub fn flagged_duplicate(mut self) -> Self {
        self.portal_keeps = false;
        self
    }

    /// A stable, invented tenant ID: the same customer has the same one under every partner.
    pub fn tenant(&self) -> String {
        let a = fingerprint(self.customer, 0xcbf2_9ce4_8422_2325);
        let b = fingerprint(self.customer, 0x9e37_79b9_7f4a_7c15);
        format!(
            "{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}",
            a >> 32,
            a & 0xffff,
            a >> 16 & 0xfff,
            b >> 48 & 0xfff,
            b & 0xffff_ffff_ffff
        )
    }

    /// A stable, invented number for the portal's top-parent column.
    pub fn top_parent(&self) -> u64 {
        600_000 + fingerprint(self.customer, 7) % 300_000
    }
}

fn fingerprint(text: &str, seed: u64) -> u64 {
    text.bytes().fold(seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A person and what they passed.
pub struct Person {
    pub first: &'static str,
    pub last: &'static str,
    pub email: &'static str,
    pub mcp: &'static str,
    pub credits: Vec<Credit>,
}

impl Person {
    /// The name as most sheets write it.
    pub fn name(&self) -> String {
        [self.first, self.last].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// A credential, for each dialect to name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Credential {
    /// Exam 70-346.
    Identities,
    /// Exam 70-347.
    Services,
    /// MCSA: Office 365.
    Mcsa,
    /// Anything else.
    Other(&'static str),
}

/// What a roster row says of a credential.
#[derive(Clone, Copy)]
pub enum Outcome {
    Passed(Date),
    Failed(Date),
    /// Passed, on a day that cannot be read.
    PassedOn(&'static str),
    /// Neither status nor date.
    NoProof,
}

/// A roster row.
pub struct Credit {
    pub credential: Credential,
    pub outcome: Outcome,
    pub expires: Option<Date>,
    /// MCP ID of this row, where it is not the person's.
    pub mcp: Option<&'static str>,
}

/// A credential passed on a day.
pub fn passed(credential: Credential, on: Date) -> Credit {
    Credit { credential, outcome: Outcome::Passed(on), expires: None, mcp: None }
}

/// A credential with any other outcome.
pub fn other(credential: Credential, outcome: Outcome) -> Credit {
    Credit { credential, outcome, expires: None, mcp: None }
}

impl Credit {
    pub fn expires(mut self, on: Date) -> Self {
        self.expires = Some(on);
        self
    }

    pub fn under(mut self, mcp: &'static str) -> Self {
        self.mcp = Some(mcp);
        self
    }
}
