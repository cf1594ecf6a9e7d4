//! What moved since the previous review, by name: customers gained, lost, grown and shrunk; people who count or no
//! longer do.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Change;
use super::previous::{Before, Counted, Named};
use crate::assess::{Assessment, PersonVerdict};
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

/// What is decided now, in the shape of what was decided before.
pub(super) fn as_before(partner: &Partner, judged: &Assessment) -> Before {
    let text = |text: ustr::Ustr| text.as_str().to_owned();
    let customers = judged.customers.iter().map(|sum| Counted {
        who: Named::new([sum.customer_id.map(text)], sum.customer.map(text)),
        active_users: sum.entitlements,
    });
    let person = |(person, verdict): (&Person, &PersonVerdict)| {
        let keys = person.ids.iter().chain(&person.emails).map(|key| Some(text(*key)));
        (Named::new(keys, person.name.map(text)), !verdict.qualifies_by.is_empty())
    };
    let people = partner.people.iter().zip(&judged.people).map(person);
    Before { change: Change::default(), customers: Some(customers.collect()), people: people.collect() }
}

/// Compares what was decided later with what was decided before.
pub(super) fn moves(now: &Before, then: &Before) -> Moves {
    let both = now.customers.as_ref().zip(then.customers.as_ref());
    Moves { customers: both.map(|(now, then)| customers(now, then)), people: people(&now.people, &then.people) }
}

fn customers(now: &[Counted], then: &[Counted]) -> Vec<CustomerMove> {
    let known = Index::new(then.iter().map(|customer| &customer.who));
    let mut seen = vec![false; then.len()];
    let mut moves = Vec::new();
    for customer in now {
        let found = known.find(&customer.who, &seen);
        let before = found.and_then(|at| then.get(at)).map(|customer| customer.active_users);
        if let Some(seen) = found.and_then(|at| seen.get_mut(at)) {
            *seen = true;
        }
        if before != Some(customer.active_users) {
            moves.push(CustomerMove { name: customer.who.called(), then: before, now: Some(customer.active_users) });
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

fn people(now: &[(Named, bool)], then: &[(Named, bool)]) -> Vec<PersonMove> {
    let known = Index::new(then.iter().map(|(who, _)| who));
    let mut seen = vec![false; then.len()];
    let mut moves = Vec::new();
    for (who, counts) in now {
        let found = known.find(who, &seen);
        if let Some(seen) = found.and_then(|at| seen.get_mut(at)) {
            *seen = true;
        }
        let counted = found.and_then(|at| then.get(at)).is_some_and(|(_, counted)| *counted);
        if *counts != counted {
            let name = who.name.clone().or_else(|| who.keys.iter().find(|key| key.contains('@')).cloned());
            let name = name.unwrap_or_else(|| who.called());
            moves.push(PersonMove { name, counts: *counts, on_roster: true });
        }
    }
    let gone = then.iter().zip(&seen).filter(|((_, counted), seen)| *counted && !**seen);
    moves.extend(gone.map(|((who, _), _)| PersonMove { name: who.called(), counts: false, on_roster: false }));
    moves
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

    /// The one with any of the keys, else of the name; nobody twice.
    fn find(&self, who: &Named, seen: &[bool]) -> Option<usize> {
        let free = |at: &usize| seen.get(*at) == Some(&false);
        let by_key = who.keys.iter().find_map(|key| self.by_key.get(&key.to_lowercase()).copied().filter(free));
        by_key.or_else(|| match self.by_name.get(&fold(who.name.as_ref()?)).map(Vec::as_slice) {
            Some([only]) => Some(*only).filter(free),
            _ => None,
        })
    }
}
