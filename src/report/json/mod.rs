//! `results.json`: everything, for machines. Fields may be added, none renamed.

mod outlook;
mod since;

use std::collections::BTreeMap;

use std::io;

use serde::{Serialize, Serializer};

use crate::assess::{Action, Assessment, Metric, Risk, Sum};
use crate::facts::{Market, SheetRef};
use crate::finding::{Arg, Finding, Severity};
use crate::portfolio::{MarketBasis, Partner};
use crate::review::{Change, Moves, Review};
use crate::text::Lang;
use settings::{Settings, settings};

mod said;
mod settings;

pub use said::Said;

/// The version of the shape.
pub const SCHEMA: &str = "tiergap.results.v1";

/// A finding's sentences in the language of the run.
pub struct Sentences {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// A list whose items are made as they are written: of ten thousand partners, one at a time.
struct OneByOne<F>(F);

impl<F, I> Serialize for OneByOne<F>
where
    F: Fn() -> I,
    I: IntoIterator,
    I::Item: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

#[derive(Serialize)]
struct Results<'a, P, F> {
    schema: &'static str,
    tool: Tool,
    /// Code of the language of the findings, and of what is not in a partner's own language.
    language: &'static str,
    ruleset: RulesetId<'a>,
    as_of: String,
    reference_month: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    settings: Option<Settings<'a>>,
    inputs: Vec<Input<'a>>,
    summary: BTreeMap<&'a str, u64>,
    /// How many partners held which tier in each review, this one last; only where earlier ones were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    trend: Option<Vec<since::TiersResult<'a>>>,
    /// A [`PartnerResult`] for each.
    partners: P,
    /// A [`FindingResult`] for each.
    findings: F,
    #[serde(skip_serializing_if = "Option::is_none")]
    findings_new: Option<Vec<since::ToldResult<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    findings_gone: Option<Vec<since::ToldResult<'a>>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct RulesetId<'a> {
    id: &'a str,
    edition: &'a str,
    sha256: &'a str,
}

#[derive(Serialize)]
struct Input<'a> {
    path: &'a str,
    sha256: &'a str,
    sheets: Vec<SheetResult<'a>>,
    annotated: Option<&'a str>,
}

#[derive(Serialize)]
struct SheetResult<'a> {
    name: &'a str,
    role: &'static str,
    header_row: Option<u32>,
    rows: u64,
}

#[derive(Serialize)]
struct PartnerResult<'a> {
    id: Option<&'a str>,
    name: Option<&'a str>,
    country: Option<&'a str>,
    market: &'static str,
    market_basis: &'static str,
    tier: &'a str,
    could_be: &'a str,
    at_risk: bool,
    risks: Vec<RiskResult<'a>>,
    next_review: Option<String>,
    next_anniversary: Option<String>,
    outlook: Vec<outlook::OutlookResult<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<PreviousResult<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trend: Option<Vec<since::PointResult<'a>>>,
    requirements: Vec<RequirementResult<'a>>,
    usage: Usage,
    customers: Vec<CustomerResult<'a>>,
    people: Vec<PersonResult<'a>>,
    people_by_path: BTreeMap<&'a str, u64>,
    people_by_any_path: u64,
    plan: PlanResult<'a>,
    findings: Vec<&'static str>,
    /// Those of them that are errors and that nobody has settled.
    errors: Vec<&'static str>,
    folder: &'a str,
    /// Contact email of the partners sheet, as written.
    contact: Option<&'a str>,
    /// Code of the language of its report.
    language: &'static str,
    /// What its report says, in that language.
    #[serde(skip_serializing_if = "Option::is_none")]
    said: Option<&'a Said>,
}

#[derive(Serialize)]
struct RequirementResult<'a> {
    tier: &'a str,
    id: &'a str,
    required: u64,
    actual: u64,
    shortfall: u64,
    met: bool,
}

#[derive(Serialize)]
struct SumResult {
    rows: u64,
    active_users: u64,
}

impl From<Sum> for SumResult {
    fn from(sum: Sum) -> Self {
        Self { rows: sum.rows, active_users: sum.active_users }
    }
}

#[derive(Serialize)]
struct Usage {
    counted: SumResult,
    not_counted: BTreeMap<&'static str, SumResult>,
}

/// What counts of one customer, largest first.
#[derive(Serialize)]
struct CustomerResult<'a> {
    id: Option<&'a str>,
    name: Option<&'a str>,
    active_users: u64,
}

#[derive(Serialize)]
struct PersonResult<'a> {
    id: Option<&'a str>,
    name: Option<&'a str>,
    email: Option<&'a str>,
    qualifies_by: Vec<&'a str>,
    missing: Vec<&'a str>,
    rows: Vec<RosterRowResult<'a>>,
}

/// One roster row with its verdict, so that "why does this person not count?" has an address.
#[derive(Serialize)]
struct RosterRowResult<'a> {
    credential: Option<&'a str>,
    counts: bool,
    reasons: Vec<&'static str>,
    file: &'a str,
    sheet: &'a str,
    cell: String,
}

#[derive(Serialize)]
struct PlanResult<'a> {
    target: Option<&'a str>,
    actions: Vec<ActionResult<'a>>,
    tier_when_done: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum ActionResult<'a> {
    AssociateCustomer { customer: &'a str, customer_id: Option<&'a str>, active_users: u64 },
    ConvertTrial { customer: &'a str, customer_id: Option<&'a str>, active_users: u64 },
    GrowUsage { active_users: u64 },
    PassExam { person: &'a str, person_id: Option<&'a str>, exam: &'a str, alternatives: Vec<&'a str> },
    CertifyPerson { people: u64, path: &'a str },
}

/// Why a tier is at risk.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum RiskResult<'a> {
    ThinMargin { spare: u64, required: u64 },
    ExpiringCredential { person: &'a str, credential: &'a str, expires: String },
    TierDropped { from: &'a str, to: &'a str },
    EntitlementsDropped { from: u64, to: u64 },
    PeopleDropped { from: u64, to: u64 },
}

/// What the previous review said of a partner.
#[derive(Serialize)]
struct PreviousResult<'a> {
    as_of: &'a str,
    known: bool,
    tier: &'a str,
    active_users: u64,
    people: u64,
    /// Customers whose counted users changed, the greatest loss first; `null` where that review names none.
    moved_customers: Option<Vec<CustomerMoveResult<'a>>>,
    /// People who begin or cease to count.
    moved_people: Vec<PersonMoveResult<'a>>,
}

#[derive(Serialize)]
struct CustomerMoveResult<'a> {
    customer: &'a str,
    then: Option<u64>,
    now: Option<u64>,
}

#[derive(Serialize)]
struct PersonMoveResult<'a> {
    person: &'a str,
    counts: bool,
    on_roster: bool,
}

#[derive(Serialize)]
struct FindingResult<'a> {
    code: &'static str,
    severity: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    settled: bool,
    file: Option<&'a str>,
    sheet: Option<&'a str>,
    cell: Option<String>,
    partner: Option<&'a str>,
    /// The customer or person whose row it is about.
    subject: Option<&'a str>,
    value: Option<&'a str>,
    message: String,
    help: String,
    count: u64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other_cells: Vec<OtherCell<'a>>,
}

#[derive(Serialize)]
struct OtherCell<'a> {
    file: &'a str,
    sheet: &'a str,
    cell: String,
}

/// Where the run's files go, for whoever follows a result to its report.
pub struct Places<'a> {
    /// The folder of each partner's reports.
    pub folders: &'a [String],
    /// The annotated copy of each input, where one was written.
    pub annotated: &'a [Option<String>],
    /// The language of the run.
    pub language: Lang,
    /// What each partner's report says.
    pub said: &'a [Said],
}

/// Where one partner's report is and what it says.
struct Place<'a> {
    folder: &'a str,
    language: Lang,
    said: Option<&'a Said>,
    errors: Vec<&'static str>,
}

/// The text of `results.json`.
///
/// # Errors
/// Where a value cannot be written as JSON; none of ours can fail so.
pub fn results(
    review: &Review,
    places: &Places<'_>,
    sentences: &dyn Fn(&Finding) -> Sentences,
) -> Result<String, serde_json::Error> {
    let mut text = Vec::new();
    write_results(review, places, sentences, &mut text)?;
    String::from_utf8(text).map_err(|error| serde_json::Error::io(io::Error::other(error)))
}

/// Writes `results.json` as it comes.
///
/// # Errors
/// Where it cannot be written.
pub fn write_results(
    review: &Review,
    places: &Places<'_>,
    sentences: &dyn Fn(&Finding) -> Sentences,
    out: &mut dyn io::Write,
) -> Result<(), serde_json::Error> {
    let positions = review.findings_by_partner();
    let partners = || {
        let partners = review.portfolio.partners.iter().zip(&review.assessments).zip(&positions).enumerate();
        partners.map(|(n, ((partner, assessment), positions))| {
            let errors = codes_of(review, positions, |finding| finding.severity() == Severity::Error);
            let folder = places.folders.get(n).map_or("", String::as_str);
            let change = review.changes.as_ref().and_then(|changes| changes.get(n));
            let moves = review.moves.as_ref().and_then(|moves| moves.get(n));
            let previous = change.zip(moves).map(|(change, moves)| previous_result(change, moves));
            let place = Place { folder, language: places.language, said: places.said.get(n), errors };
            let codes = codes_of(review, positions, |_| true);
            let trend = since::points(review, n, assessment);
            PartnerResult { trend, ..partner_result(review, partner, assessment, previous, codes, place) }
        })
    };
    let (told, subjects) = (review.findings_since(), review.subjects());
    let findings = || {
        let findings = review.findings.iter().zip(&subjects);
        findings.map(|(finding, about)| finding_result(review, finding, about.as_deref(), sentences(finding)))
    };
    let results = Results {
        schema: SCHEMA,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        language: places.language.code(),
        ruleset: RulesetId { id: &review.ruleset.id, edition: &review.ruleset.edition, sha256: &review.ruleset.sha256 },
        as_of: review.as_of.to_string(),
        reference_month: review.reference_month.to_string(),
        settings: settings(review),
        inputs: (0..review.books.len()).map(|n| input(review, n, places)).collect(),
        summary: summary(review),
        trend: since::tiers(review),
        partners: OneByOne(partners),
        findings: OneByOne(findings),
        findings_new: told.as_ref().map(|(new, _)| new.iter().map(|n| since::new(review, *n, &subjects)).collect()),
        findings_gone: told.as_ref().map(|(_, gone)| gone.iter().map(|told| since::gone(told)).collect()),
    };
    serde_json::to_writer_pretty(&mut *out, &results)?;
    out.write_all(b"\n").map_err(serde_json::Error::io)
}

fn input<'a>(review: &'a Review, file: usize, places: &Places<'a>) -> Input<'a> {
    let book = &review.books[file];
    let facts = review.sheets.get(file).map_or(&[][..], |sheets| &sheets[..]);
    let sheets = book
        .sheets
        .iter()
        .zip(facts)
        .map(|(sheet, facts)| SheetResult {
            name: &sheet.name,
            role: facts.role.as_str(),
            header_row: facts.header_row.map(|row| row + 1),
            rows: facts.rows,
        })
        .collect();
    let annotated = places.annotated.get(file).and_then(|path| path.as_deref());
    Input { path: &book.label, sha256: &book.sha256, sheets, annotated }
}

fn summary(review: &Review) -> BTreeMap<&str, u64> {
    let mut summary: BTreeMap<&str, u64> = ["partners", "gold", "silver", "none", "at_risk"].map(|key| (key, 0)).into();
    for assessment in &review.assessments {
        *summary.entry(review.ruleset.tier_id(assessment.tier)).or_default() += 1;
        *summary.entry("at_risk").or_default() += u64::from(assessment.at_risk());
    }
    summary.insert("partners", review.assessments.len() as u64);
    summary
}

/// The codes of a partner's findings, each once, in the order of documents.
fn codes_of(review: &Review, positions: &[usize], which: impl Fn(&Finding) -> bool) -> Vec<&'static str> {
    let findings = positions.iter().filter_map(|&n| review.findings.get(n)).filter(|finding| which(finding));
    let mut codes: Vec<_> = findings.map(|f| f.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.into_iter().map(|code| code.as_str()).collect()
}

fn partner_result<'a>(
    review: &'a Review,
    partner: &'a Partner,
    assessment: &'a Assessment,
    previous: Option<PreviousResult<'a>>,
    findings: Vec<&'static str>,
    place: Place<'a>,
) -> PartnerResult<'a> {
    let rules = &review.ruleset;
    let requirements = assessment
        .requirements
        .iter()
        .map(|r| RequirementResult {
            tier: rules.tier_id(Some(r.tier)),
            id: match r.metric {
                Metric::Entitlements => &rules.entitlements.id,
                Metric::People => &rules.people.id,
            },
            required: r.required,
            actual: r.actual,
            shortfall: r.shortfall,
            met: r.met,
        })
        .collect();
    let by_path = rules.people.paths.iter().zip(&assessment.people_by_path);
    PartnerResult {
        id: partner.id.map(|id| id.as_str()),
        name: partner.name.map(|name| name.as_str()),
        country: partner.country.map(|country| country.as_str()),
        market: match assessment.market {
            Some(Market::Developed) => "developed",
            Some(Market::Developing) => "developing",
            None => "unknown",
        },
        market_basis: match partner.market_basis {
            MarketBasis::PartnersSheet => "partners-sheet",
            MarketBasis::UsageColumn => "usage-column",
            MarketBasis::Country => "country",
            MarketBasis::Contradictory => "contradictory",
            MarketBasis::Unknown => "unknown",
        },
        tier: rules.tier_id(assessment.tier),
        could_be: rules.tier_id(assessment.could_be),
        at_risk: assessment.at_risk(),
        risks: assessment.risks.iter().map(|risk| risk_result(partner, risk)).collect(),
        next_review: assessment.outlook.next_review.map(|day| day.to_string()),
        next_anniversary: assessment.outlook.anniversary.map(|day| day.to_string()),
        outlook: outlook::results(rules, partner, assessment),
        previous,
        trend: None,
        requirements,
        usage: Usage {
            counted: assessment.counted.into(),
            not_counted: assessment.not_counted.iter().map(|(reason, sum)| (reason.as_str(), (*sum).into())).collect(),
        },
        customers: assessment
            .customers
            .iter()
            .map(|sum| CustomerResult {
                id: sum.customer_id.map(|id| id.as_str()),
                name: sum.customer.map(|name| name.as_str()),
                active_users: sum.entitlements,
            })
            .collect(),
        people: people(review, partner, assessment),
        people_by_path: by_path.map(|(path, count)| (path.id.as_str(), *count)).collect(),
        people_by_any_path: assessment.people_by_any,
        plan: PlanResult {
            target: assessment.plan.target.map(|tier| rules.tier_id(Some(tier))),
            actions: assessment.plan.actions.iter().map(|action| action_result(review, partner, action)).collect(),
            tier_when_done: rules.tier_id(assessment.plan.tier_when_done),
        },
        findings,
        errors: place.errors,
        folder: place.folder,
        contact: partner.email.map(|email| email.as_str()),
        language: place.said.map_or(place.language, |said| said.language).code(),
        said: place.said,
    }
}

fn previous_result<'a>(change: &'a Change, moves: &'a Moves) -> PreviousResult<'a> {
    let customers = moves.customers.as_ref().map(|customers| {
        let moved = customers.iter().map(|c| CustomerMoveResult { customer: &c.name, then: c.then, now: c.now });
        moved.collect()
    });
    let people = moves.people.iter();
    PreviousResult {
        as_of: &change.as_of,
        known: change.known,
        tier: &change.tier,
        active_users: change.entitlements,
        people: change.people,
        moved_customers: customers,
        moved_people: people
            .map(|p| PersonMoveResult { person: &p.name, counts: p.counts, on_roster: p.on_roster })
            .collect(),
    }
}

fn risk_result<'a>(partner: &'a Partner, risk: &'a Risk) -> RiskResult<'a> {
    match risk {
        Risk::ThinMargin { spare, required } => RiskResult::ThinMargin { spare: *spare, required: *required },
        Risk::ExpiringCredential { person, credential, expires } => RiskResult::ExpiringCredential {
            person: partner.people.get(*person).map_or("", |p| p.display()),
            credential: credential.as_str(),
            expires: expires.to_string(),
        },
        Risk::TierDropped { from, to } => RiskResult::TierDropped { from, to },
        Risk::EntitlementsDropped { from, to } => RiskResult::EntitlementsDropped { from: *from, to: *to },
        Risk::PeopleDropped { from, to } => RiskResult::PeopleDropped { from: *from, to: *to },
    }
}

fn people<'a>(review: &'a Review, partner: &'a Partner, assessment: &'a Assessment) -> Vec<PersonResult<'a>> {
    let people = partner.people.iter().zip(&assessment.people);
    people
        .map(|(person, verdict)| PersonResult {
            id: person.ids.first().map(|id| id.as_str()),
            name: person.name.map(|name| name.as_str()),
            email: person.emails.first().map(|email| email.as_str()),
            qualifies_by: verdict.qualifies_by.iter().map(|&n| review.ruleset.people.paths[n].id.as_str()).collect(),
            missing: verdict.missing.iter().map(|id| id.as_str()).collect(),
            rows: person
                .roster
                .iter()
                .zip(&verdict.roster)
                .map(|(row, verdict)| RosterRowResult {
                    credential: row.credential.value().map(|c| c.id.unwrap_or(c.text).as_str()),
                    counts: verdict.reasons.is_empty(),
                    reasons: verdict.reasons.roster().map(|reason| reason.as_str()).collect(),
                    file: file_label(review, row.sheet.file),
                    sheet: sheet_name(review, row.sheet),
                    cell: crate::facts::a1(row.row, row.credential_col),
                })
                .collect(),
        })
        .collect()
}

fn action_result<'a>(review: &'a Review, partner: &'a Partner, action: &Action) -> ActionResult<'a> {
    let name = |person: usize| partner.people.get(person).map_or("", |p| p.display());
    match action {
        Action::AssociateCustomer { customer_id, customer, active_users } => ActionResult::AssociateCustomer {
            customer: customer.or(*customer_id).map_or("", |text| text.as_str()),
            customer_id: customer_id.map(|id| id.as_str()),
            active_users: *active_users,
        },
        Action::ConvertTrial { customer_id, customer, active_users } => ActionResult::ConvertTrial {
            customer: customer.or(*customer_id).map_or("", |text| text.as_str()),
            customer_id: customer_id.map(|id| id.as_str()),
            active_users: *active_users,
        },
        Action::GrowUsage { active_users } => ActionResult::GrowUsage { active_users: *active_users },
        Action::PassExam { person, credential, alternatives, .. } => ActionResult::PassExam {
            person: name(*person),
            person_id: partner.people.get(*person).and_then(|p| p.ids.first()).map(|id| id.as_str()),
            exam: credential.as_str(),
            alternatives: alternatives.iter().map(|&person| name(person)).collect(),
        },
        Action::CertifyPerson { people, path, .. } => ActionResult::CertifyPerson {
            people: *people,
            path: review.ruleset.people.paths.get(*path).map_or("", |p| p.id.as_str()),
        },
    }
}

fn finding_result<'a>(
    review: &'a Review,
    finding: &'a Finding,
    subject: Option<&'a str>,
    sentences: Sentences,
) -> FindingResult<'a> {
    let partner = finding.partner.and_then(|n| review.portfolio.partners.get(n as usize));
    let named = finding.args.iter().find(|(name, _)| *name == "name").and_then(|(_, arg)| match arg {
        Arg::Text(text) => Some(text.as_str()),
        Arg::Number(_) | Arg::Phrase(_) => None,
    });
    FindingResult {
        code: finding.code.as_str(),
        severity: finding.severity().as_str(),
        settled: finding.settled,
        // What was passed over is no input of the run, but has a name.
        file: finding
            .file
            .map(|file| file_label(review, file))
            .or(if finding.code.is_about_a_file() || finding.code.is_about_settings() { named } else { None }),
        sheet: finding.sheet.map(|sheet| sheet_name(review, sheet)),
        cell: finding.cell.map(|cell| cell.a1()),
        partner: partner.map(|partner| partner.key()),
        subject,
        value: finding.value.as_deref(),
        message: sentences.message,
        help: sentences.help,
        count: finding.count,
        other_cells: finding
            .also
            .iter()
            .map(|cell| OtherCell {
                file: file_label(review, cell.sheet.file),
                sheet: sheet_name(review, cell.sheet),
                cell: cell.a1(),
            })
            .collect(),
    }
}

fn file_label(review: &Review, file: u32) -> &str {
    review.books.get(file as usize).map_or("", |book| book.label.as_str())
}

fn sheet_name(review: &Review, sheet: SheetRef) -> &str {
    let book = review.books.get(sheet.file as usize);
    book.and_then(|book| book.sheets.get(sheet.sheet as usize)).map_or("", |sheet| sheet.name.as_str())
}
