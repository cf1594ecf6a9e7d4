//! Reviews compared with each other, from what each of them wrote.

use std::collections::BTreeSet;

use super::compare::moves;
use super::previous::Known;
use super::since::since;
use super::{Change, Moves, Point, Previous, Told};
use crate::recognise::fold;

/// Reviews in the order of their days, and what moved from the first to the last.
#[derive(Debug, Clone)]
pub struct Comparison<'a> {
    /// The reviews, oldest first.
    pub reviews: Vec<&'a Previous>,
    /// Partners that the first and the last know, in the order of the last.
    pub partners: Vec<Moved<'a>>,
    /// Partners that only the last knows.
    pub new: Vec<Lone<'a>>,
    /// Partners that only the first knows.
    pub gone: Vec<Lone<'a>>,
    /// Findings that only the last has.
    pub findings_new: Vec<&'a Told>,
    /// Findings that only the first has.
    pub findings_gone: Vec<&'a Told>,
}

/// A partner that both reviews know.
#[derive(Debug, Clone)]
pub struct Moved<'a> {
    /// Its ID.
    pub id: Option<&'a str>,
    /// Its name, else its ID.
    pub name: &'a str,
    /// What the first review said.
    pub then: &'a Change,
    /// What the last one says.
    pub now: &'a Change,
    /// Its figures in each review, oldest first; `None` where a review does not know it.
    pub points: Vec<Option<Point>>,
    /// Customers and people that moved.
    pub moves: Moves,
}

/// A partner that one review knows.
#[derive(Debug, Clone)]
pub struct Lone<'a> {
    /// Its ID.
    pub id: Option<&'a str>,
    /// Its name, else its ID.
    pub name: &'a str,
    /// What that review says of it.
    pub change: &'a Change,
}

impl<'a> Lone<'a> {
    fn new(known: &'a Known) -> Self {
        Self { id: known.id.as_deref(), name: known.called(), change: &known.before.change }
    }
}

impl<'a> Comparison<'a> {
    /// Compares the oldest with the newest of the reviews; `None` for fewer than two.
    pub fn new(all: &'a [Previous]) -> Option<Self> {
        let mut reviews: Vec<&Previous> = all.iter().collect();
        reviews.sort_by_key(|review| (review.day(), review.as_of())); // stable
        let [first, .., last] = reviews[..] else { return None };
        let mut seen: BTreeSet<usize> = BTreeSet::new();
        let (mut partners, mut new) = (Vec::new(), Vec::new());
        for known in last.partners() {
            let (id, name) = (known.id.as_deref(), known.name.as_deref());
            let before = first.position_of(id, name).filter(|position| !seen.contains(position));
            let Some(then) = before.and_then(|position| first.partners().get(position)) else {
                new.push(Lone::new(known));
                continue;
            };
            seen.extend(before);
            partners.push(Moved {
                id,
                name: known.called(),
                then: &then.before.change,
                now: &known.before.change,
                points: reviews.iter().map(|review| review.point(id, name)).collect(),
                moves: moves(&known.before, &then.before),
            });
        }
        let gone = first.partners().iter().enumerate().filter(|(n, _)| !seen.contains(n));
        let gone = gone.map(|(_, known)| Lone::new(known)).collect();
        let by_subject = first.says_subjects && last.says_subjects;
        let (findings_new, findings_gone) = since(&last.findings, &first.findings, by_subject);
        let pick = |from: &'a Previous, at: Vec<usize>| at.into_iter().filter_map(|n| from.findings.get(n)).collect();
        Some(Self {
            partners,
            new,
            gone,
            findings_new: pick(last, findings_new),
            findings_gone: pick(first, findings_gone),
            reviews,
        })
    }

    /// A tier's rank as the newest review orders the tiers, else as the oldest does; 0 is none.
    pub fn rank(&self, tier: &str) -> usize {
        self.reviews.iter().rev().map(|review| review.rank(tier)).find(|rank| *rank > 0).unwrap_or(0)
    }

    /// IDs of all tiers, highest first, then `none`.
    pub fn tiers(&self) -> Vec<&'a str> {
        let mut all: Vec<&str> = Vec::new();
        for review in self.reviews.iter().rev() {
            all.extend(
                review.tiers().iter().rev().map(String::as_str).filter(|tier| !all.contains(tier)).collect::<Vec<_>>(),
            );
        }
        all.push("none");
        all
    }

    /// Whether the reviews were judged by different rules.
    pub fn rules_differ(&self) -> bool {
        let rules: BTreeSet<&[String; 3]> = self.reviews.iter().map(|review| review.rules()).collect();
        rules.len() > 1
    }

    /// Everything about the partners that a text names by ID or name, and nothing else; how many that are.
    pub fn only(&mut self, typed: &str) -> usize {
        let folded = fold(typed);
        let meant = |id: Option<&str>, name: &str| {
            id.is_some_and(|id| id.eq_ignore_ascii_case(typed.trim())) || fold(name) == folded
        };
        let mut keys: BTreeSet<String> = BTreeSet::new();
        let all = self.partners.iter().map(|p| (p.id, p.name));
        let all = all.chain(self.new.iter().chain(&self.gone).map(|p| (p.id, p.name)));
        let mut count = 0;
        for (id, name) in all.filter(|(id, name)| meant(*id, name)) {
            count += 1;
            keys.extend(id.map(fold));
            keys.insert(fold(name));
        }
        self.partners.retain(|p| meant(p.id, p.name));
        self.new.retain(|p| meant(p.id, p.name));
        self.gone.retain(|p| meant(p.id, p.name));
        let theirs = |told: &&Told| told.partner.as_deref().is_some_and(|key| keys.contains(&fold(key)));
        self.findings_new.retain(|told| theirs(told));
        self.findings_gone.retain(|told| theirs(told));
        count
    }

    /// Names and IDs of every partner, for whoever looks for one.
    pub fn names(&self) -> Vec<(Option<&'a str>, &'a str)> {
        let both = self.partners.iter().map(|p| (p.id, p.name));
        both.chain(self.new.iter().chain(&self.gone).map(|p| (p.id, p.name))).collect()
    }
}
