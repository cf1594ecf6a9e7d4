//! The previous review, from its `results.json`.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;
use serde::Deserialize;

use super::since::Told;
use super::{Change, Point};
use crate::portfolio::Partner;
use crate::recognise::fold;

/// What an earlier review said of each partner.
#[derive(Debug, Clone, Default)]
pub struct Previous {
    as_of: String,
    /// ID, edition and hash of the rules that it was judged by.
    rules: [String; 3],
    /// IDs of the tiers, lowest first.
    tiers: Vec<String>,
    pub(super) partners: Vec<Known>,
    /// Its findings, and whether it says whom they are about, as those of older programs do not.
    pub(super) findings: Vec<Told>,
    pub(super) says_subjects: bool,
    pub(super) by_id: HashMap<String, usize>,
    pub(super) by_name: HashMap<String, Vec<usize>>,
}

/// A partner that it knew.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) id: Option<String>,
    pub(super) name: Option<String>,
    pub(super) before: Before,
}

impl Known {
    /// The ID, else the name: as findings name it.
    pub(super) fn key(&self) -> &str {
        self.id.as_deref().or(self.name.as_deref()).unwrap_or_default()
    }

    /// The name, else the ID.
    pub(super) fn called(&self) -> &str {
        self.name.as_deref().or(self.id.as_deref()).unwrap_or_default()
    }
}

/// What it said of one partner; of the review at hand, what it says.
#[derive(Debug, Clone)]
pub(super) struct Before {
    pub(super) change: Change,
    /// Customers whose rows counted; `None` where the review does not name them, as those of older programs.
    pub(super) customers: Option<Vec<Counted>>,
    /// Everybody on the roster, and whether they counted.
    pub(super) people: Vec<(Named, bool)>,
}

/// A customer and what counted of it.
#[derive(Debug, Clone)]
pub(super) struct Counted {
    pub(super) who: Named,
    pub(super) active_users: u64,
}

/// Somebody, by keys that are nobody else's and by a name.
#[derive(Debug, Clone, Default)]
pub(super) struct Named {
    pub(super) keys: Vec<String>,
    pub(super) name: Option<String>,
}

impl Named {
    pub(super) fn new(keys: impl IntoIterator<Item = Option<String>>, name: Option<String>) -> Self {
        let filled = |text: &String| !text.is_empty();
        Self { keys: keys.into_iter().flatten().filter(filled).collect(), name: name.filter(filled) }
    }

    /// The name, else the first key.
    pub(super) fn called(&self) -> String {
        self.name.as_ref().or(self.keys.first()).cloned().unwrap_or_default()
    }
}

/// A previous review that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PreviousError {
    /// It is no JSON of the right shape.
    #[error("it is no results.json of tiergap: {0}")]
    Shape(#[from] serde_json::Error),
    /// It is of another kind or version.
    #[error("its \"schema\" is {0:?}, not \"tiergap.results.v1\"")]
    Schema(String),
}

#[derive(Deserialize)]
struct Results {
    schema: String,
    as_of: String,
    ruleset: Option<RulesetResult>,
    partners: Vec<PartnerResult>,
    #[serde(default)]
    findings: Vec<FindingResult>,
}

#[derive(Deserialize)]
struct RulesetResult {
    id: String,
    edition: String,
    #[serde(default)]
    sha256: String,
}

#[derive(Deserialize)]
struct FindingResult {
    code: String,
    severity: String,
    file: Option<String>,
    partner: Option<String>,
    value: Option<String>,
    #[serde(default)]
    message: String,
    #[serde(default)]
    subject: Subject,
}

/// Whom a finding is about, and whether the review says so at all: `null` is nobody.
#[derive(Default)]
struct Subject {
    said: bool,
    name: Option<String>,
}

impl<'de> Deserialize<'de> for Subject {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self { said: true, name: Option::deserialize(from)? })
    }
}

#[derive(Deserialize)]
struct PartnerResult {
    id: Option<String>,
    name: Option<String>,
    tier: String,
    requirements: Vec<RequirementResult>,
    usage: UsageResult,
    customers: Option<Vec<CustomerResult>>,
    #[serde(default)]
    people: Vec<PersonResult>,
}

#[derive(Deserialize)]
struct CustomerResult {
    id: Option<String>,
    name: Option<String>,
    active_users: u64,
}

#[derive(Deserialize)]
struct PersonResult {
    id: Option<String>,
    name: Option<String>,
    email: Option<String>,
    #[serde(default)]
    qualifies_by: Vec<String>,
}

#[derive(Deserialize)]
struct RequirementResult {
    id: String,
    #[serde(default)]
    tier: String,
    actual: u64,
}

#[derive(Deserialize)]
struct UsageResult {
    counted: SumResult,
}

#[derive(Deserialize)]
struct SumResult {
    active_users: u64,
}

impl Previous {
    /// Reads the text of a `results.json`. `people_id` is the requirement that counts people.
    ///
    /// # Errors
    /// If it is none, or of another version.
    pub fn parse(text: &str, people_id: &str) -> Result<Self, PreviousError> {
        Self::from_results(serde_json::from_str(text)?, people_id)
    }

    /// The same where no ruleset is at hand: of every tier's requirements the second counts people.
    ///
    /// # Errors
    /// If it is none, or of another version.
    pub fn parse_alone(text: &str) -> Result<Self, PreviousError> {
        let results: Results = serde_json::from_str(text)?;
        let second = results.partners.iter().find_map(|partner| partner.requirements.get(1));
        let people_id = second.map(|requirement| requirement.id.clone()).unwrap_or_default();
        Self::from_results(results, &people_id)
    }

    fn from_results(results: Results, people_id: &str) -> Result<Self, PreviousError> {
        if results.schema != crate::report::json::SCHEMA {
            return Err(PreviousError::Schema(results.schema));
        }
        let rules = results.ruleset.map(|rules| [rules.id, rules.edition, rules.sha256]).unwrap_or_default();
        let mut previous = Self { as_of: results.as_of.clone(), rules, ..Self::default() };
        previous.says_subjects = results.findings.iter().any(|finding| finding.subject.said);
        previous.findings = results
            .findings
            .into_iter()
            .map(|finding| Told {
                code: finding.code,
                severity: finding.severity,
                file: finding.file,
                partner: finding.partner,
                subject: finding.subject.name,
                value: finding.value,
                message: finding.message,
            })
            .collect();
        for partner in results.partners {
            for requirement in &partner.requirements {
                if !requirement.tier.is_empty() && !previous.tiers.contains(&requirement.tier) {
                    previous.tiers.push(requirement.tier.clone());
                }
            }
            let people = partner.requirements.iter().find(|r| r.id == people_id).map_or(0, |r| r.actual);
            let change = Change {
                known: true,
                tier: partner.tier,
                entitlements: partner.usage.counted.active_users,
                people,
                as_of: results.as_of.clone(),
            };
            let id = partner.id.filter(|id| !id.is_empty());
            let customers = partner.customers.map(|customers| {
                let counted = |customer: CustomerResult| Counted {
                    who: Named::new([customer.id], customer.name),
                    active_users: customer.active_users,
                };
                customers.into_iter().map(counted).collect()
            });
            let people = partner
                .people
                .into_iter()
                .map(|person| (Named::new([person.id, person.email], person.name), !person.qualifies_by.is_empty()));
            let before = Before { change, customers, people: people.collect() };
            previous.partners.push(Known { id, name: partner.name, before });
        }
        previous.index();
        Ok(previous)
    }

    /// Enters the partners into the indices by ID and name.
    pub(super) fn index(&mut self) {
        self.by_id.clear();
        self.by_name.clear();
        for (position, known) in self.partners.iter().enumerate() {
            if let Some(id) = &known.id {
                self.by_id.insert(id.to_lowercase(), position);
            }
            if let Some(name) = &known.name {
                self.by_name.entry(fold(name)).or_default().push(position);
            }
        }
    }

    /// The day that it was as of, as it stands there.
    pub fn as_of(&self) -> &str {
        &self.as_of
    }

    /// The same as a day; `None` if it is none.
    pub fn day(&self) -> Option<Date> {
        self.as_of.parse().ok()
    }

    /// ID, edition and hash of the rules that it was judged by; empty where it does not say.
    pub fn rules(&self) -> &[String; 3] {
        &self.rules
    }

    /// A tier's rank: 0 is none (or one that it does not know), 1 the lowest.
    pub fn rank(&self, tier: &str) -> usize {
        self.tiers.iter().position(|known| known == tier).map_or(0, |position| position + 1)
    }

    /// IDs of its tiers, lowest first.
    pub fn tiers(&self) -> &[String] {
        &self.tiers
    }

    /// How many partners held each tier, by ID (`none` for no tier).
    pub fn counts(&self) -> BTreeMap<String, u64> {
        let mut counts = BTreeMap::new();
        for known in &self.partners {
            *counts.entry(known.before.change.tier.clone()).or_default() += 1;
        }
        counts
    }

    /// The partners that it knew.
    pub(super) fn partners(&self) -> &[Known] {
        &self.partners
    }

    /// What it said of a partner: found by ID, else by a name that only one partner had.
    pub(super) fn before(&self, partner: &Partner) -> Option<&Before> {
        self.position(partner).and_then(|position| self.partners.get(position)).map(|known| &known.before)
    }

    /// A partner's figures in a trend; `None` where it did not know the partner.
    pub(super) fn point(&self, id: Option<&str>, name: Option<&str>) -> Option<Point> {
        let known = self.partners.get(self.position_of(id, name)?)?;
        let Change { tier, entitlements, people, as_of, .. } = known.before.change.clone();
        Some(Point { as_of, tier, entitlements, people })
    }

    /// The same in figures; those of a partner that it did not know are empty.
    pub(super) fn of(&self, partner: &Partner) -> Change {
        let unknown = || Change { as_of: self.as_of.clone(), ..Change::default() };
        self.before(partner).map_or_else(unknown, |before| before.change.clone())
    }

    fn position(&self, partner: &Partner) -> Option<usize> {
        self.position_of(partner.id.map(|id| id.as_str()), partner.name.map(|name| name.as_str()))
    }

    /// Where a partner stands among those that it knew.
    pub(super) fn position_of(&self, id: Option<&str>, name: Option<&str>) -> Option<usize> {
        let by_id = id.and_then(|id| self.by_id.get(&id.to_lowercase()).copied());
        by_id.or_else(|| match self.by_name.get(&fold(name?)).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        })
    }

    /// The partners that it knew and that are not among these: their names (or IDs) and what it said of them.
    pub(super) fn gone<'a>(&'a self, partners: &[Partner]) -> Vec<(&'a str, &'a Change)> {
        let here: BTreeSet<usize> = partners.iter().filter_map(|partner| self.position(partner)).collect();
        let all = self.partners.iter().enumerate();
        all.filter(|(n, _)| !here.contains(n)).map(|(_, known)| (known.called(), &known.before.change)).collect()
    }
}
