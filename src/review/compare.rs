//! What moved since the previous review, by name: customers gained, lost, grown and shrunk; people who count or no
//! longer do.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::previous::{Before, Counted, Named};
use crate::assess::Assessment;
use crate::portfolio::{Partner, Person};
use crate::recognise::fold;

/// What moved for one partner.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Moves {
    /// Customers whose counted entitlements changed, the greatest loss first; `None` where the previous review does not
    /// name its customers.
    pub customers: Option<Vec<CustomerMove>>,
    /// People who count now and did not, or did and do not now, in the order of the partner's people; those who left the
    /// roster come last.
    pub people: Vec<PersonMove>,
}

/// A customer whose counted entitlements changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerMove {
    /// Its name, else its tenant ID; empty where neither is known.
    pub name: String,
    /// Counted entitlements then; `None`: none of its rows counted.
    pub then: Option<u64>,
    /// Counted entitlements now; `None`: none of its rows counts.
    pub now: Option<u64>,
}

impl CustomerMove {
    /// What it adds to the partner's entitlements; negative for a loss.
    pub fn difference(&self) -> i64 {
        difference(self.then.unwrap_or(0), self.now.unwrap_or(0))
    }
}

/// A person who begins or ceases to count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonMove {
    /// Name, else email, else MCP ID.
    pub name: String,
    /// Whether the person counts now; else it did.
    pub counts: bool,
    /// Whether the person is on the roster now.
    pub on_roster: bool,
}

/// How much more there is now than then.
pub fn difference(then: u64, now: u64) -> i64 {
    let size = i64::try_from(now.abs_diff(then)).unwrap_or(i64::MAX);
    if now < then { -size } else { size }
}

/// Compares what is decided now with what was decided before.
pub(super) fn moves(partner: &Partner, judged: &Assessment, before: &Before) -> Moves {
    Moves {
        customers: before.customers.as_ref().map(|then| customers(judged, then)),
        people: people(partner, judged, &before.people),
    }
}

fn customers(judged: &Assessment, then: &[Counted]) -> Vec<CustomerMove> {
    let known = Index::new(then.iter().map(|customer| &customer.who));
    let mut seen = vec![false; then.len()];
    let mut moves = Vec::new();
    for sum in &judged.customers {
        let (id, name) = (sum.customer_id.map(|id| id.as_str()), sum.customer.map(|name| name.as_str()));
        let found = known.find(id.as_slice(), name, &seen);
        let before = found.and_then(|at| then.get(at)).map(|customer| customer.active_users);
        if let Some(seen) = found.and_then(|at| seen.get_mut(at)) {
            *seen = true;
        }
        if before != Some(sum.entitlements) {
            let name = name.or(id).unwrap_or_default().to_owned();
            moves.push(CustomerMove { name, then: before, now: Some(sum.entitlements) });
        }
    }
    let gone = then.iter().zip(&seen).filter(|(_, seen)| !**seen).map(|(customer, _)| customer);
    moves.extend(gone.map(|customer| CustomerMove {
        name: customer.who.called(),
        then: Some(customer.active_users),
        now: None,
    }));
    moves.sort_by(|a, b| a.difference().cmp(&b.difference()).then_with(|| a.name.cmp(&b.name)));
    moves
}

fn people(partner: &Partner, judged: &Assessment, then: &[(Named, bool)]) -> Vec<PersonMove> {
    let known = Index::new(then.iter().map(|(who, _)| who));
    let mut seen = vec![false; then.len()];
    let mut moves = Vec::new();
    for (person, verdict) in partner.people.iter().zip(&judged.people) {
        let found = find_person(&known, person, &seen);
        if let Some(seen) = found.and_then(|at| seen.get_mut(at)) {
            *seen = true;
        }
        let counted = found.and_then(|at| then.get(at)).is_some_and(|(_, counted)| *counted);
        let counts = !verdict.qualifies_by.is_empty();
        if counts != counted {
            moves.push(PersonMove { name: person.display().to_owned(), counts, on_roster: true });
        }
    }
    let gone = then.iter().zip(&seen).filter(|((_, counted), seen)| *counted && !**seen);
    moves.extend(gone.map(|((who, _), _)| PersonMove { name: who.called(), counts: false, on_roster: false }));
    moves
}

fn find_person(known: &Index, person: &Person, seen: &[bool]) -> Option<usize> {
    let keys: Vec<&str> = person.ids.iter().chain(&person.emails).map(|key| key.as_str()).collect();
    known.find(&keys, person.name.map(|name| name.as_str()), seen)
}

/// Finds the same one again: by an ID or email, else by a name that only one had.
struct Index {
    by_key: BTreeMap<String, usize>,
    by_name: BTreeMap<String, Vec<usize>>,
}

impl Index {
    fn new<'a>(all: impl Iterator<Item = &'a Named>) -> Self {
        let mut index = Self { by_key: BTreeMap::new(), by_name: BTreeMap::new() };
        for (at, who) in all.enumerate() {
            for key in &who.keys {
                index.by_key.entry(key.to_lowercase()).or_insert(at);
            }
            if let Some(name) = &who.name {
                index.by_name.entry(fold(name)).or_default().push(at);
            }
        }
        index
    }

    /// The one with any of these keys, else of this name; nobody twice.
    fn find(&self, keys: &[&str], name: Option<&str>, seen: &[bool]) -> Option<usize> {
        let free = |at: &usize| seen.get(*at) == Some(&false);
        let by_key = keys.iter().find_map(|key| self.by_key.get(&key.to_lowercase()).copied().filter(free));
        by_key.or_else(|| match self.by_name.get(&fold(name?)).map(Vec::as_slice) {
            Some([only]) => Some(*only).filter(free),
            _ => None,
        })
    }
}
