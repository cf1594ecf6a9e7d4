//! Plain data that every room below `recognise` shares: what the sheets say, and where they say it.
//!
//! A fact never loses its place, so every number of a report can be traced to a file, a sheet and a cell.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ustr::Ustr;

/// A sheet of the run: which input, and which sheet within it. Both count from zero in run order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SheetRef {
    /// Index of the input among the run's inputs.
    pub file: u32,
    /// Index of the sheet within the input.
    pub sheet: u32,
}

/// One cell of the run, rows and columns counted from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CellRef {
    /// The sheet that the cell is on.
    pub sheet: SheetRef,
    /// Zero-based row.
    pub row: u32,
    /// Zero-based column.
    pub col: u32,
}

impl CellRef {
    /// The address as Excel writes it, such as `F17`.
    pub fn a1(&self) -> String {
        a1(self.row, self.col)
    }
}

/// A zero-based column as Excel's letters: 0 is `A`, 26 is `AA`.
pub fn column_letters(col: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(col) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(b'A' + (rest % 26) as u8);
        rest /= 26;
    }
    letters.reverse();
    letters.into_iter().map(char::from).collect()
}

/// A zero-based address as Excel writes it, such as `F17`.
pub fn a1(row: u32, col: u32) -> String {
    format!("{}{}", column_letters(col), u64::from(row) + 1)
}

/// What a cell of a known column turned out to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Read<T> {
    /// The sheet has no such column.
    NoColumn,
    /// The column is there, the cell is empty.
    Blank,
    /// The cell says this.
    Value(T),
    /// The cell says something that cannot be read without guessing. Where only a few readings are possible,
    /// `best` is the one most in the partner's favour; `None` means anything is possible.
    Unreadable {
        /// The reading most in the partner's favour, if the possible readings are known.
        best: Option<T>,
    },
}

impl<T: Copy> Read<T> {
    /// The value, if the cell could be read.
    pub fn value(&self) -> Option<T> {
        match self {
            Self::Value(value) => Some(*value),
            _ => None,
        }
    }

    /// Whether the cell holds something that could not be read.
    pub fn is_unreadable(&self) -> bool {
        matches!(self, Self::Unreadable { .. })
    }
}

/// A calendar month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Month {
    year: i16,
    month: i8,
}

impl Month {
    /// A month, if `month` is 1 to 12 and `year` is one that an export could carry (1900 to 9999).
    pub fn new(year: i16, month: i8) -> Option<Self> {
        ((1900..=9999).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// The month that a day lies in.
    pub fn of(date: Date) -> Self {
        Self { year: date.year(), month: date.month() }
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month of the year, 1 to 12.
    pub fn month(self) -> i8 {
        self.month
    }

    /// The first day.
    pub fn first_day(self) -> Date {
        jiff::civil::date(self.year, self.month, 1)
    }

    /// The last day.
    pub fn last_day(self) -> Date {
        self.first_day().last_of_month()
    }
}

impl std::fmt::Display for Month {
    /// `2026-09`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// What a row says of the partner it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct PartnerClaim {
    /// MPN ID, normalised: no spaces, no `.0`, digits where it is digits.
    pub id: Option<Ustr>,
    /// Name as written, trimmed.
    pub name: Option<Ustr>,
}

impl PartnerClaim {
    /// Whether the row names no partner at all.
    pub fn is_empty(&self) -> bool {
        self.id.is_none() && self.name.is_none()
    }
}

/// A workload as the sheet names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Workload {
    /// A word that `templates/words/values.toml` lists; the ID is that of its entry, such as `exchange-online`.
    Known(Ustr),
    /// A word that no list knows, as written.
    Unknown(Ustr),
}

/// The associations that a cell lists, as bits: bit *n* is the *n*-th association of the vocabulary
/// ([`crate::recognise::Vocabulary::associations`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Associations {
    /// Bits of the associations that the cell lists.
    pub bits: u32,
    /// Whether the cell also holds a word that no list knows.
    pub unknown: bool,
}

/// How a usage row shows that its SKU is a trial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Trial {
    /// Nothing says so.
    No,
    /// The trial column says so.
    Column,
    /// The SKU or product name says so.
    Name,
}

/// A market, the partner's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Market {
    /// A developed market.
    Developed,
    /// A developing market.
    Developing,
}

/// One usage fact: a count of active users of a customer on a workload. A row of a wide sheet gives several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsageRow {
    /// The sheet it stands on.
    pub sheet: SheetRef,
    /// Zero-based row.
    pub row: u32,
    /// Zero-based column of the count (in a wide sheet, the workload's column).
    pub count_col: u32,
    /// The partner the row speaks of.
    pub partner: PartnerClaim,
    /// The partner's market, where the sheet has a column for it.
    pub market: Read<Market>,
    /// The partner's country (ISO 3166-1 alpha-2), where the sheet has a column for it.
    pub country: Option<Ustr>,
    /// Tenant ID, folded.
    pub customer_id: Option<Ustr>,
    /// Customer name as written, trimmed.
    pub customer_name: Option<Ustr>,
    /// The workload; blank is unreadable by the rules.
    pub workload: Read<Workload>,
    /// SKU as written, trimmed.
    pub sku: Option<Ustr>,
    /// Whether it is a trial.
    pub trial: Trial,
    /// The associations listed.
    pub associations: Associations,
    /// The month of the usage. `NoColumn`: it belongs to the reference month.
    pub month: Read<Month>,
    /// The other reading of a month that cannot be told from another.
    pub month_or: Option<Month>,
    /// Active users.
    pub count: Read<u64>,
}

/// What a roster row says of a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Credential {
    /// Canonical ID: an exam number such as `70-346`, or a certification's ID from
    /// `templates/words/values.toml` such as `mcsa-office-365`; `None` where no list knows it.
    pub id: Option<Ustr>,
    /// As written (in a wide roster, the column's header).
    pub text: Ustr,
}

/// Whether a credential's status says that it was passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Status {
    /// Passed, active, achieved.
    Passed,
    /// Failed, planned, revoked, expired, inactive.
    NotPassed,
}

/// One roster fact: a person and a credential. A row of a wide roster gives several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterRow {
    /// The sheet it stands on.
    pub sheet: SheetRef,
    /// Zero-based row.
    pub row: u32,
    /// Zero-based column of the credential (in a wide roster, the credential's column).
    pub credential_col: u32,
    /// The partner the row speaks of.
    pub partner: PartnerClaim,
    /// The partner's country (ISO 3166-1 alpha-2), where the sheet has a column for it.
    pub country: Option<Ustr>,
    /// MCP ID, normalised.
    pub person_id: Option<Ustr>,
    /// Email, trimmed and in lower case.
    pub email: Option<Ustr>,
    /// Name as written; first and last name joined.
    pub name: Option<Ustr>,
    /// The credential; blank cannot be read.
    pub credential: Read<Credential>,
    /// Whether the status column says that it was passed.
    pub status: Read<Status>,
    /// The day it was achieved.
    pub achieved: Read<Date>,
    /// The day it expires; blank or `NA` is never.
    pub expires: Read<Date>,
    /// Zero-based columns of status, achieved and expires, where the sheet has them.
    pub status_col: Option<u32>,
    /// See `status_col`.
    pub achieved_col: Option<u32>,
    /// See `status_col`.
    pub expires_col: Option<u32>,
}

/// One row of a partners sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerRow {
    /// The sheet it stands on.
    pub sheet: SheetRef,
    /// Zero-based row.
    pub row: u32,
    /// Who it speaks of.
    pub partner: PartnerClaim,
    /// ISO 3166-1 alpha-2 code of the country.
    pub country: Option<Ustr>,
    /// The market, if the sheet says.
    pub market: Read<Market>,
    /// Report language, a code such as `it`.
    pub language: Option<Ustr>,
    /// Contact email as written, trimmed.
    pub email: Option<Ustr>,
    /// Current tier as the sheet names it (`gold`, `silver`, `none`).
    pub tier: Option<Ustr>,
    /// Anniversary day.
    pub anniversary: Read<Date>,
}

/// The role that a sheet plays, found from its headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Customer usage.
    Usage,
    /// People and their credentials.
    Roster,
    /// Master data of partners.
    Partners,
    /// None of them.
    None,
}

impl Role {
    /// The name in `results.json`: `usage`, `roster`, `partners` or `none`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Usage => "usage",
            Self::Roster => "roster",
            Self::Partners => "partners",
            Self::None => "none",
        }
    }
}

/// A field that a column of a sheet can be mapped to. The words for each stand in `templates/words/columns.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)] // each is described in templates/words/columns.toml
pub enum Field {
    PartnerId,
    PartnerName,
    PartnerCountry,
    PartnerMarket,
    /// A plain "Country": the partner's or the customer's, by where it stands.
    Country,
    /// A plain "Market".
    Market,
    CustomerId,
    CustomerName,
    CustomerCountry,
    Workload,
    Sku,
    Product,
    Trial,
    Association,
    ActiveUsers,
    Month,
    PersonId,
    PersonName,
    FirstName,
    LastName,
    Email,
    Credential,
    CredentialType,
    Status,
    Achieved,
    Expires,
    Language,
    ContactEmail,
    Tier,
    Anniversary,
    /// A column that is known and of no use to the rules (segment, paid units, duplicate flag …).
    Known,
}

/// What became of a column of a recognised sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ColumnUse {
    /// Mapped to a field.
    Field(Field),
    /// A workload's own column in a wide usage sheet; the workload as a usage row would carry it.
    Workload(Workload),
    /// A credential's own column in a wide roster.
    Credential(Credential),
    /// Not mapped: named in a finding.
    Unmapped,
}

/// A column of a recognised sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Zero-based column.
    pub col: u32,
    /// Header as written, trimmed.
    pub header: String,
    /// What it is used as.
    pub used: ColumnUse,
}

/// Everything that was recognised on one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetFacts {
    /// Which sheet.
    pub sheet: SheetRef,
    /// Its role.
    pub role: Role,
    /// Zero-based row of the header, if one was found.
    pub header_row: Option<u32>,
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// Data rows below the header (no repeated headers, no totals, no blank rows).
    pub rows: u64,
    /// Usage facts in sheet order.
    pub usage: Vec<UsageRow>,
    /// Roster facts in sheet order.
    pub roster: Vec<RosterRow>,
    /// Partners in sheet order.
    pub partners: Vec<PartnerRow>,
}

impl SheetFacts {
    /// A sheet that nothing is known of.
    pub fn of(sheet: SheetRef) -> Self {
        Self {
            sheet,
            role: Role::None,
            header_row: None,
            columns: Vec::new(),
            rows: 0,
            usage: Vec::new(),
            roster: Vec::new(),
            partners: Vec::new(),
        }
    }

    /// The column mapped to `field`, if any.
    pub fn column(&self, field: Field) -> Option<u32> {
        self.columns.iter().find(|c| c.used == ColumnUse::Field(field)).map(|c| c.col)
    }
}
