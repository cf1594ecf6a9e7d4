//! The previous review, from its `results.json`.

use std::collections::{BTreeSet, HashMap};

use serde::Deserialize;

use super::Change;
use crate::portfolio::Partner;
use crate::recognise::fold;

/// What an earlier review said of each partner.
#[derive(Debug, Clone, Default)]
pub struct Previous {
    as_of: String,
    partners: Vec<(String, Before)>,
    by_id: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
}

/// What it said of one partner.
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
    fn new(keys: impl IntoIterator<Item = Option<String>>, name: Option<String>) -> Self {
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
    partners: Vec<PartnerResult>,
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
    pub fn parse(text: &str, people_id: &str) -> Result<Self, PreviousError> {
        let results: Results = serde_json::from_str(text)?;
        if results.schema != crate::report::json::SCHEMA {
            return Err(PreviousError::Schema(results.schema));
        }
        let mut previous = Self { as_of: results.as_of.clone(), ..Self::default() };
        for partner in results.partners {
            let people = partner.requirements.iter().find(|r| r.id == people_id).map_or(0, |r| r.actual);
            let change = Change {
                known: true,
                tier: partner.tier,
                entitlements: partner.usage.counted.active_users,
                people,
                as_of: results.as_of.clone(),
            };
            let position = previous.partners.len();
            let id = partner.id.filter(|id| !id.is_empty());
            if let Some(id) = &id {
                previous.by_id.insert(id.to_lowercase(), position);
            }
            if let Some(name) = &partner.name {
                previous.by_name.entry(fold(name)).or_default().push(position);
            }
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
            let called = [partner.name, id].into_iter().flatten().next().unwrap_or_default();
            previous.partners.push((called, before));
        }
        Ok(previous)
    }

    /// What it said of a partner: found by ID, else by a name that only one partner had.
    pub(super) fn before(&self, partner: &Partner) -> Option<&Before> {
        self.position(partner).and_then(|position| self.partners.get(position)).map(|(_, before)| before)
    }

    /// The same in figures; those of a partner that it did not know are empty.
    pub(super) fn of(&self, partner: &Partner) -> Change {
        let unknown = || Change { as_of: self.as_of.clone(), ..Change::default() };
        self.before(partner).map_or_else(unknown, |before| before.change.clone())
    }

    fn position(&self, partner: &Partner) -> Option<usize> {
        let by_id = partner.id.and_then(|id| self.by_id.get(&id.to_lowercase()).copied());
        by_id.or_else(|| match self.by_name.get(&fold(&partner.name?)).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        })
    }

    /// The partners that it knew and that are not among these: their names (or IDs) and what it said of them.
    pub(super) fn gone<'a>(&'a self, partners: &[Partner]) -> Vec<(&'a str, &'a Change)> {
        let here: BTreeSet<usize> = partners.iter().filter_map(|partner| self.position(partner)).collect();
        let all = self.partners.iter().enumerate();
        all.filter(|(n, _)| !here.contains(n)).map(|(_, (name, before))| (name.as_str(), &before.change)).collect()
    }
}
