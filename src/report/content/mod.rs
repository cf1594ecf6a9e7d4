//! What a report says, in one language and for every medium: all sentences are final, all figures decided.
//!
//! Excel and PDF never disagree, because both draw this.

mod ahead;
mod annotated;
mod changes;
mod confidential;
mod customers;
mod endorsement;
mod findings;
mod head;
mod material;
mod meeting;
mod method;
mod page;
mod partner;
mod people;
mod plan;
mod portfolio;
mod sources;
mod status;
mod telling;
mod trend;
mod usage;
mod words;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ustr::Ustr;

pub use annotated::annotated_book;
pub use endorsement::{Statement, endorsement};
pub use material::{Labels, Material};
pub use method::rules_in_words;
pub use partner::partner_report;
pub use portfolio::{portfolio_report, whole_percent};

use crate::assess::Metric;
use crate::facts::{CellRef, Month};
use crate::finding::Severity;
use crate::serial::Fixed;
use crate::text::Lang;

/// A tier as a mark: decides colour and shape of badges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TierMark {
    /// No tier.
    None,
    /// Any tier below the highest (Silver).
    Silver,
    /// The highest tier (Gold).
    Gold,
}

/// How a row or line is toned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Tone {
    /// Counts, met.
    Good,
    /// Not counted for a reason of the rules.
    Bad,
    /// Not counted, and an open data problem.
    Open,
    /// Nothing to say.
    Plain,
}

/// A value of a table cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text as it is: may come from strangers, never a formula or markup.
    Text(String),
    /// A whole number.
    Int(u64),
    /// Any number as the input had it.
    Number(f64),
    /// A boolean as the input had it.
    Bool(bool),
    /// A day.
    Date(Date),
    /// A month.
    Month(Month),
    /// How much more (or less) there is than before.
    Change(i64),
}

/// How a column is aligned and formatted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Left-aligned text.
    Text,
    /// Right-aligned whole numbers.
    Int,
    /// Any number.
    Number,
    /// Days.
    Date,
    /// Months.
    Month,
    /// Right-aligned whole numbers with their sign.
    Change,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Its title.
    pub title: String,
    /// How its cells are shown.
    pub kind: Kind,
}

/// A plain table.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; each has as many cells as there are columns.
    pub rows: Vec<Row>,
    /// A closing row of totals, if it has one.
    pub total: Option<Vec<Cell>>,
}

/// A row of a plain table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The cells.
    pub cells: Vec<Cell>,
    /// Its tone.
    pub tone: Tone,
}

/// What every page and sheet of a report carries.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// Language of the report.
    pub lang: Lang,
    /// Title of the document, such as "Gap report – Contoso GmbH".
    pub title: String,
    /// What it is about: competency and option.
    pub subject: String,
    /// Partner name, or the portfolio's title.
    pub name: String,
    /// Pairs of label and value: MPN ID, country, market, reference month, as-of date, ruleset and edition.
    pub facts: Vec<(String, String)>,
    /// Template of the page number with `{page}` and `{pages}` to be replaced, such as "Page {page} of {pages}".
    pub page: String,
    /// Footer line: tool, ruleset, as-of date. Holds no path.
    pub footer: String,
    /// The as-of date, for document properties.
    pub as_of: Date,
    /// Author for document properties.
    pub author: String,
}

/// A gauge: one figure against the thresholds of the tiers.
#[derive(Debug, Clone, PartialEq)]
pub struct Gauge {
    /// What is measured, such as "Active entitlements".
    pub label: String,
    /// Which figure.
    pub metric: Metric,
    /// The figure.
    pub value: u64,
    /// The figure in the report's language.
    pub value_text: String,
    /// The thresholds, lowest first.
    pub marks: Vec<GaugeMark>,
    /// Says what is missing for the next tier, such as "230 short of Silver", or that it is met.
    pub verdict: String,
    /// The same with what is measured, for where that does not stand beside it.
    pub line: String,
    /// Whether the next tier's threshold is met.
    pub met: bool,
}

/// A threshold on a gauge.
#[derive(Debug, Clone, PartialEq)]
pub struct GaugeMark {
    /// The threshold.
    pub value: u64,
    /// Tier name, such as "Silver".
    pub label: String,
    /// The threshold in the report's language.
    pub value_text: String,
    /// Which tier.
    pub tier: TierMark,
}

/// A requirement, as a row of the requirement table.
#[derive(Debug, Clone, PartialEq)]
pub struct RequirementLine {
    /// Which tier.
    pub tier: TierMark,
    /// Tier name.
    pub tier_label: String,
    /// Which figure.
    pub metric: Metric,
    /// What is required, such as "Active entitlements".
    pub label: String,
    /// Threshold.
    pub required: u64,
    /// What counts.
    pub actual: u64,
    /// What is missing.
    pub shortfall: u64,
    /// Whether it is met.
    pub met: bool,
    /// "met" or "not met" in the report's language.
    pub met_text: String,
}

/// The requirement table.
#[derive(Debug, Clone, PartialEq)]
pub struct Requirements {
    /// Heading.
    pub title: String,
    /// Column titles: tier, requirement, required, actual, shortfall, status.
    pub columns: [String; 6],
    /// The words for met and not met, for live formulas.
    pub met_words: (String, String),
    /// The rows, lowest tier first.
    pub rows: Vec<RequirementLine>,
    /// What a workbook says of its live cells: that sentences do not follow.
    pub live_note: String,
    /// A remark such as "A mixed count of both paths would have met the number".
    pub notes: Vec<String>,
}

/// The status block at the head of a partner's report.
#[derive(Debug, Clone, PartialEq)]
pub struct Status {
    /// Heading.
    pub title: String,
    /// Proven tier.
    pub tier: TierMark,
    /// Its name, such as "Silver" or "No tier".
    pub tier_label: String,
    /// The name of having no tier, for live formulas.
    pub no_tier_label: String,
    /// One sentence that says where the partner stands.
    pub headline: String,
    /// One sentence on `could_be`, where it differs from the proven tier.
    pub could_be: Option<String>,
    /// Where the report tells more of that; empty without it.
    pub could_be_where: String,
    /// Heading of the risks.
    pub risk_title: String,
    /// Why the tier is at risk, a sentence each.
    pub risks: Vec<String>,
    /// What changed since the previous review, a sentence each.
    pub changes: Vec<String>,
}

impl Status {
    /// The sentence on `could_be`, and where the report tells more of it.
    pub fn could_be_told(&self) -> Option<String> {
        let said = self.could_be.as_deref()?;
        Some(format!("{said} {}", self.could_be_where).trim_end().to_owned())
    }
}

/// The gap plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanContent {
    /// Heading, such as "Plan for Gold".
    pub title: String,
    /// One sentence before the steps (or instead of them, where there are none).
    pub intro: String,
    /// The steps in order.
    pub steps: Vec<Step>,
    /// Title of a column that leads from rows to their steps.
    pub step_column: String,
    /// What the tier would be when all is done.
    pub outcome: Option<String>,
}

/// A step of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What to do, with names.
    pub text: String,
    /// The effect, such as "+420 active entitlements".
    pub effect: String,
    /// Entitlements it adds, if it is about them.
    pub active_users: Option<u64>,
    /// People it adds, if it is about them.
    pub people: Option<u64>,
    /// What it is called where something refers to it, such as "Step 2".
    pub name: String,
}

/// One row of the Usage sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct UsageLine {
    /// The partner's own columns, as many as [`Usage::columns`]; the count as a number where it was readable.
    pub cells: Vec<Cell>,
    /// Whether it is counted.
    pub counted: bool,
    /// Entitlements that it adds.
    pub entitlements: u64,
    /// Why it is not counted, all reasons, main one first; empty if counted.
    pub reason: String,
    /// Address of the count: file, sheet, cell.
    pub source: String,
    /// Its tone.
    pub tone: Tone,
    /// A note for the count cell, where something needs saying.
    pub note: Option<String>,
    /// Position in the plan of the step that is about it.
    pub step: Option<usize>,
}

/// The usage rows of a partner.
#[derive(Debug, Clone, PartialEq)]
pub struct Usage {
    /// Heading and sheet name.
    pub title: String,
    /// The partner's own columns.
    pub columns: Vec<Column>,
    /// Position of the active-users column among them.
    pub active_users: usize,
    /// Titles of the columns that follow: Counted, Entitlements, Reason, Source.
    pub verdict_columns: [String; 4],
    /// Which columns are the input's own; empty if there are none.
    pub columns_note: String,
    /// The words of the Counted column: yes, no.
    pub counted_words: (String, String),
    /// The rows in run order.
    pub lines: Vec<UsageLine>,
}

/// The customers that count: subtotal by customer, workloads as columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Customers {
    /// Heading.
    pub title: String,
    /// One sentence under it.
    pub intro: String,
    /// Customer, one column a workload, total; largest first; with a total row.
    pub table: Table,
    /// Entitlements by workload, largest first.
    pub by_workload: Vec<(String, u64)>,
    /// Title of the split by workload.
    pub by_workload_title: String,
}

/// Rows that do not count for one main reason.
#[derive(Debug, Clone, PartialEq)]
pub struct NotCountedGroup {
    /// The reason with its figures, such as "Trial SKU – 2 rows, 90 active users".
    pub title: String,
    /// What would change it.
    pub remedy: String,
    /// Customer, workload, SKU, active users, remark, source; without those that say nothing.
    pub table: Table,
}

/// What did not count.
#[derive(Debug, Clone, PartialEq)]
pub struct NotCounted {
    /// Heading.
    pub title: String,
    /// Sheet name.
    pub sheet: String,
    /// The groups, in the order of reasons. Their tables have the same columns.
    pub groups: Vec<NotCountedGroup>,
    /// Position of the column of remarks, if any row has one.
    pub remark: Option<usize>,
}

/// A person's credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CredentialMark {
    /// Held and counted, with the date achieved if known.
    Held(Option<Date>),
    /// On the roster, but not counted; the reason in words.
    NotCounted(String),
    /// Not on the roster.
    Missing,
}

/// A person of the partner.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonLine {
    /// Name, else email, else ID.
    pub name: String,
    /// MCP ID.
    pub id: String,
    /// Email.
    pub email: String,
    /// One mark for each of [`People::credentials`].
    pub marks: Vec<CredentialMark>,
    /// One entry for each of [`People::paths`]: whether the person meets it.
    pub paths: Vec<bool>,
    /// Whether the person counts by any path.
    pub qualifies: bool,
    /// What is missing, expires soon or was not counted, in words.
    pub remark: String,
    /// Address of the rows: file, sheet, cells.
    pub source: String,
    /// Position in the plan of the step that is about this person.
    pub step: Option<usize>,
}

/// People against credentials.
#[derive(Debug, Clone, PartialEq)]
pub struct People {
    /// Heading and sheet name.
    pub title: String,
    /// One sentence under it.
    pub intro: String,
    /// Titles of name, MCP ID and email.
    pub person_columns: [String; 3],
    /// The credentials of the ruleset.
    pub credentials: Vec<String>,
    /// The paths: title and the positions of the credentials that it needs.
    pub paths: Vec<(String, Vec<usize>)>,
    /// What a column is called that says for each person whether it has all of a path, one for each.
    pub path_columns: Vec<String>,
    /// What such a column's 1 and 0 mean.
    pub path_note: String,
    /// Whether people of different paths are added up.
    pub combine_paths: bool,
    /// Title of the column that says whether the person counts.
    pub counts_column: String,
    /// Titles of remark and source.
    pub closing_columns: [String; 2],
    /// The words for yes and no.
    pub words: (String, String),
    /// The people, those who qualify first.
    pub lines: Vec<PersonLine>,
}

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FindingLine {
    /// Severity.
    pub severity: Severity,
    /// Severity in words.
    pub severity_text: String,
    /// Stable code.
    pub code: String,
    /// File, sheet and cell; or what it concerns.
    pub place: String,
    /// The first cell that it is about, or of the sheet that it is about; none where it is about neither.
    pub address: Option<CellRef>,
    /// The value seen.
    pub value: String,
    /// What is wrong, with a count where it repeats.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// The data findings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// Heading and sheet name.
    pub title: String,
    /// One sentence under it.
    pub intro: String,
    /// Column titles: severity, place, value, what is wrong, what to do, code.
    pub columns: [String; 6],
    /// The findings, errors first.
    pub lines: Vec<FindingLine>,
}

/// The sources that the facts come from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sources {
    /// Heading and sheet name.
    pub title: String,
    /// File, sheet, role, rows, SHA-256.
    pub table: Table,
}

/// How it was counted: the rules in plain words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Method {
    /// Heading.
    pub title: String,
    /// A sentence each.
    pub sentences: Vec<String>,
}

/// What changed for a partner since the previous review.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// Heading and sheet name.
    pub title: String,
    /// One sentence under it: since when, and what that cannot tell.
    pub intro: String,
    /// Tier, entitlements and people: figure, then, now, change.
    pub figures: Table,
    /// Heading of the customers.
    pub customers_title: String,
    /// Customer, what happened, then, now, change; the greatest loss first, with a total.
    pub customers: Table,
    /// Heading of the people.
    pub people_title: String,
    /// Person, what happened.
    pub people: Table,
    /// Heading of the data problems.
    pub findings_title: String,
    /// Problem, customer or person, what happened: those that are new, then those that are gone.
    pub findings: Table,
    /// Several reviews one after the other, where there are enough of them.
    pub trend: Option<Trend>,
}

/// What several reviews said, one after the other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trend {
    /// Heading, or sheet name.
    pub title: String,
    /// One sentence under it.
    pub intro: String,
    /// A row for each review, oldest first.
    pub table: Table,
    /// Charts of the table's figures.
    pub charts: Vec<Bars>,
}

/// A bar for each review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bars {
    /// What is shown.
    pub title: String,
    /// The reviews' days, oldest first.
    pub reviews: Vec<String>,
    /// What a bar is made of, the uppermost part first.
    pub series: Vec<Series>,
}

/// One part of every bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// What it is.
    pub label: String,
    /// The tier that it counts, if it does.
    pub tier: Option<TierMark>,
    /// Position of the table's column that holds the values.
    pub column: usize,
    /// A value for each review.
    pub values: Vec<u64>,
}

/// What could cost a partner the tier it holds, looking ahead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// Heading.
    pub title: String,
    /// One sentence on the days ahead: which of next review and anniversary comes first.
    pub intro: String,
    /// What could cost the tier, a sentence each.
    pub sentences: Vec<String>,
}

/// A partner's report.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerReport {
    /// Title, facts, footer.
    pub head: Head,
    /// Title of the summary sheet.
    pub summary_title: String,
    /// Where the partner stands.
    pub status: Status,
    /// The figures against the thresholds.
    pub gauges: Vec<Gauge>,
    /// The requirement table.
    pub requirements: Requirements,
    /// What to do.
    pub plan: PlanContent,
    /// What could cost the tier, where anything could.
    pub ahead: Option<Ahead>,
    /// What changed, where a previous review was given and knew the partner.
    pub changes: Option<Changes>,
    /// Every usage row with its verdict (workbook).
    pub usage: Usage,
    /// What counts.
    pub customers: Customers,
    /// What does not, and why.
    pub not_counted: NotCounted,
    /// People against credentials.
    pub people: People,
    /// Data findings.
    pub findings: Findings,
    /// Sources with hashes.
    pub sources: Sources,
    /// The rules in plain words.
    pub method: Method,
}

/// A partner's line of the portfolio.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PortfolioLine {
    /// Name and ID.
    pub name: String,
    /// MPN ID.
    pub id: String,
    /// Country code and market in words.
    pub country: String,
    /// Market in words.
    pub market: String,
    /// Proven tier.
    pub tier: TierMark,
    /// Its name.
    pub tier_label: String,
    /// `could_be`, if it differs.
    pub could_be: String,
    /// Active entitlements.
    pub entitlements: u64,
    /// People that count.
    pub people: u64,
    /// Next tier and what is missing for it, in words.
    pub distance: String,
    /// How near the next tier is, 0 to 1; 1 where the highest is held.
    pub progress: f64,
    /// Risks in words.
    pub risk: String,
    /// What could cost the tier, looking ahead, in a few words; does not put it at risk.
    pub ahead: String,
    /// Changes since the previous review, in words.
    pub change: String,
    /// Data findings that are errors or warnings.
    pub problems: u64,
    /// Folder of its reports, relative to the output, with `/`.
    pub folder: String,
    /// Position of the proven tier, to filter and sort by: 0 is no tier, 1 the lowest.
    pub tier_level: u32,
    /// Position of what could be, where it differs from the proven tier.
    pub could_be_level: Option<u32>,
    /// The market as a word for machines: `developed`, `developing` or `unknown`.
    #[serde(deserialize_with = "crate::serial::fixed")]
    pub market_id: Fixed,
    /// Whether the tier is at risk.
    pub at_risk: bool,
    /// How near the next tier is, as whole percent: one short of a threshold is not 100 %.
    pub progress_text: String,
}

/// The words that only a page for the browser needs, mostly of its controls.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PageWords {
    /// Link that skips to the partners.
    pub skip: String,
    /// Button for dark colours.
    pub dark: String,
    /// The same button while they are dark; empty in reviews of before it had words of its own.
    #[serde(default)]
    pub light: String,
    /// What the controls above the table are for.
    pub filters: String,
    /// Label of the search field.
    pub search: String,
    /// Example of what may be searched for.
    pub search_hint: String,
    /// Choice that filters nothing.
    pub all: String,
    /// Not at risk.
    pub not_at_risk: String,
    /// Label of the choice of an order.
    pub sort: String,
    /// The order in which the partners come.
    pub order: String,
    /// Smallest first.
    pub ascending: String,
    /// Largest first.
    pub descending: String,
    /// Button that takes all filters back.
    pub reset: String,
    /// How many partners are shown, with `{shown}` to be replaced.
    pub shown: String,
    /// Said in place of the partners where none matches.
    pub nothing: String,
    /// Title of the column with the links to a partner's files.
    pub reports: String,
}

/// What a short list is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PanelKind {
    /// Tiers at risk.
    Risk,
    /// What could cost tiers that are not at risk yet.
    Ahead,
    /// What changed most since the previous review.
    Movers,
    /// Partners near the next tier.
    Closest,
    /// Open data problems stand between a partner and a higher tier.
    CouldBe,
    /// Files with errors and warnings.
    Problems,
}

/// A short list for the meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// What it is about.
    pub kind: PanelKind,
    /// Heading.
    pub title: String,
    /// The first of its kind, most pressing first.
    pub lines: Vec<PanelLine>,
    /// How many more there are, in words, where none, one, two … lines are shown; empty where that is all.
    pub more: Vec<String>,
}

impl Panel {
    /// How many more there are where so many lines are shown.
    pub fn more(&self, shown: usize) -> Option<&str> {
        self.more.get(shown).map(String::as_str).filter(|more| !more.is_empty())
    }
}

/// A line of a panel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PanelLine {
    /// The tier that the partner holds; none for what is no partner.
    pub tier: Option<TierMark>,
    /// Partner or file.
    pub name: String,
    /// What is said of it.
    pub text: String,
    /// How near the next tier is, 0 to 1, where that is what the panel is about.
    pub share: Option<f64>,
}

/// Partners by market and tier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Markets {
    /// Heading.
    pub title: String,
    /// Title of the first column.
    pub market: String,
    /// Title of the last column.
    pub total: String,
    /// The tiers, highest first.
    pub tiers: Vec<(TierMark, String)>,
    /// The markets that partners are of.
    pub rows: Vec<MarketRow>,
}

/// The partners of one market.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarketRow {
    /// The market as a word for machines, see [`PortfolioLine::market_id`].
    #[serde(deserialize_with = "crate::serial::fixed")]
    pub id: Fixed,
    /// The market in words.
    pub label: String,
    /// Its partners by tier, in the order of [`Markets::tiers`].
    pub counts: Vec<u64>,
    /// All of them.
    pub total: u64,
    /// How many of them are at risk.
    pub at_risk: u64,
}

/// What the reviewer wrote and signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endorsement {
    /// Heading.
    pub title: String,
    /// Notes and signatures, the earliest first.
    pub entries: Vec<EndorsementEntry>,
}

/// A note, a signature, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndorsementEntry {
    /// Who signed or wrote when, as a sentence.
    pub statement: String,
    /// The note as it was typed; empty without one.
    pub note: String,
    /// Whether it is a signature.
    pub signed: bool,
}

/// The reviewer's portfolio.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PortfolioReport {
    /// Title, facts, footer.
    pub head: Head,
    /// Note and sign-off, once there is one.
    pub endorsement: Option<Endorsement>,
    /// Counts by tier: mark, label, number of partners; highest first.
    pub totals: Vec<(TierMark, String, u64)>,
    /// Heading of the totals.
    pub totals_title: String,
    /// One sentence on the whole.
    pub headline: String,
    /// What being at risk is called, and how many partners are.
    pub at_risk: (String, u64),
    /// The same by market.
    pub markets: Markets,
    /// What the meeting is about, a short list each; those with nothing to say are left out.
    pub panels: Vec<Panel>,
    /// Heading and sheet name of the partners.
    pub partners_title: String,
    /// Column titles: partner, MPN ID, country, market, tier, could be, entitlements, people, next tier,
    /// risk, change, problems.
    pub columns: [String; 12],
    /// Every partner, highest tier first, then nearest to the next one.
    pub lines: Vec<PortfolioLine>,
    /// Partners by tier over several reviews, where there are enough of them.
    pub trend: Option<Trend>,
    /// Words of the page.
    pub page: PageWords,
    /// Data findings of the whole run.
    pub findings: Findings,
    /// All inputs with their sheets.
    pub sources: Sources,
    /// The rules in plain words.
    pub method: Method,
}

/// What the reviewer's annotated copy of an input says beside a row.
#[derive(Debug, Clone, PartialEq)]
pub struct RowVerdict {
    /// Zero-based row of the input.
    pub row: u32,
    /// Values of the verdict columns (see [`AnnotatedSheet::verdict_columns`]).
    pub verdict: [Ustr; 3],
    /// Entitlements that the row adds, for usage rows.
    pub entitlements: Option<u64>,
    /// Its tone.
    pub tone: Tone,
}

/// A note on a cell of an annotated input.
#[derive(Debug, Clone, PartialEq)]
pub struct CellNote {
    /// Zero-based row.
    pub row: u32,
    /// Zero-based column.
    pub col: u32,
    /// The text.
    pub text: String,
    /// How much it matters.
    pub severity: Severity,
}

/// One sheet of an annotated input.
#[derive(Debug, Clone, PartialEq)]
pub struct AnnotatedSheet {
    /// Zero-based header row, if one was found: where the titles of the verdict columns go.
    pub header_row: Option<u32>,
    /// Titles of the verdict columns: verdict, reason, partner; and entitlements after them.
    pub verdict_columns: [String; 4],
    /// Verdicts by row, ascending; none for a sheet that was ignored.
    pub verdicts: Vec<RowVerdict>,
    /// Notes on cells.
    pub notes: Vec<CellNote>,
}

/// What is said about one input, beside its own cells.
#[derive(Debug, Clone, PartialEq)]
pub struct AnnotatedBook {
    /// Language, author and date for document properties.
    pub head: Head,
    /// Name of the sheet that the tool adds before the input's own, with the findings of this input.
    pub summary_title: String,
    /// Pairs of label and value that say which input it is and how it was read: file, hash, month, edition.
    pub facts: Vec<(String, String)>,
    /// Sheet, role, how many of its rows count, and why others do not: one row for each of [`AnnotatedBook::sheets`].
    pub overview: Table,
    /// One entry for each sheet of the input, in order.
    pub sheets: Vec<AnnotatedSheet>,
    /// The findings of this input.
    pub findings: Findings,
}
