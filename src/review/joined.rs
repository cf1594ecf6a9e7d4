//! Earlier reviews of partners that the reviewer has joined since: read as if they had been one then, too.
//!
//! What counted is added up. Nothing is judged again, so the tier is the best that one of them held: a sum that would
//! have reached a higher one is not made a tier that nobody was told of.

use std::collections::{BTreeMap, BTreeSet};

use super::Previous;
use super::previous::{Before, Counted, Known, Named};
use crate::recognise::fold;

impl Previous {
    /// Joins partners. Each group is what one of them is called, IDs and names; the first stands for all. A partner in
    /// two groups belongs to the first.
    #[must_use]
    pub fn joined(mut self, groups: &[Vec<String>]) -> Self {
        self.join(groups);
        self
    }

    fn join(&mut self, groups: &[Vec<String>]) {
        let mut taken: BTreeSet<usize> = BTreeSet::new();
        let mut joined: Vec<(Known, &[String])> = Vec::new();
        let mut group_of: BTreeMap<usize, usize> = BTreeMap::new();
        for called in groups {
            let mut members: Vec<usize> = Vec::new();
            for position in called.iter().flat_map(|name| self.positions(name)) {
                if taken.insert(position) {
                    members.push(position);
                }
            }
            let known: Vec<&Known> = members.iter().filter_map(|at| self.partners.get(*at)).collect();
            if let Some(one) = self.one_of(&known, called) {
                group_of.extend(members.into_iter().map(|at| (at, joined.len())));
                joined.push((one, called));
            }
        }
        if joined.is_empty() {
            return;
        }
        let mut partners: Vec<Known> = Vec::new();
        let all = std::mem::take(&mut self.partners);
        let mut aliases: Vec<(String, usize)> = Vec::new();
        let mut keys: BTreeMap<String, String> = BTreeMap::new();
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        for (at, known) in all.into_iter().enumerate() {
            let group = group_of.get(&at).and_then(|group| Some((*group, joined.get(*group)?)));
            let Some((group, (one, called))) = group else {
                partners.push(known);
                continue;
            };
            // It stands where the first of its members stood.
            let position = *places.entry(group).or_insert_with(|| {
                aliases.extend(called.iter().map(|name| (name.clone(), partners.len())));
                partners.push(one.clone());
                partners.len() - 1
            });
            keys.insert(fold(known.key()), called.first().map_or(one.key(), String::as_str).to_owned());
            aliases.extend([known.id, known.name].into_iter().flatten().map(|name| (name, position)));
        }
        for told in &mut self.findings {
            let key = told.partner.as_deref().and_then(|partner| keys.get(&fold(partner)));
            told.partner = key.cloned().or(told.partner.take());
        }
        self.partners = partners;
        self.index();
        let mut named: BTreeSet<String> = BTreeSet::new();
        for (name, position) in aliases.into_iter().filter(|(name, _)| named.insert(fold(name))) {
            self.by_id.entry(name.to_lowercase()).or_insert(position);
            self.by_name.insert(fold(&name), vec![position]);
        }
    }

    /// Where partners stand that are called so, by ID or name.
    fn positions(&self, name: &str) -> Vec<usize> {
        let by_id = self.by_id.get(&name.trim().to_lowercase()).copied();
        let by_name = self.by_name.get(&fold(name)).into_iter().flatten().copied();
        by_id.into_iter().chain(by_name).collect()
    }

    /// Several as one; `None` of none.
    fn one_of(&self, known: &[&Known], called: &[String]) -> Option<Known> {
        let first = known.first()?;
        let is_id = |name: &&String| {
            let of_them = || known.iter().any(|known| known.id.as_ref().is_some_and(|id| fold(id) == fold(name)));
            name.bytes().all(|byte| byte.is_ascii_digit()) || of_them()
        };
        let id = called.iter().find(is_id).cloned().or_else(|| first.id.clone());
        let mut change = first.before.change.clone();
        let best = known.iter().map(|known| &known.before.change.tier).max_by_key(|tier| self.rank(tier));
        change.tier = best.cloned().unwrap_or_default();
        change.entitlements =
            known.iter().fold(0, |sum: u64, known| sum.saturating_add(known.before.change.entitlements));
        let (people, twice) = people(known);
        let figures = || known.iter().map(|known| known.before.change.people);
        let sum = figures().fold(0_u64, u64::saturating_add);
        change.people = sum.saturating_sub(twice).max(figures().max().unwrap_or(0));
        let name = known.iter().find_map(|known| known.name.clone());
        Some(Known { id, name, before: Before { change, customers: customers(known), people } })
    }
}

/// Those of whom one has the same keys as another, or the same name where one of them has no key.
#[derive(Default)]
struct Same {
    by_key: BTreeMap<String, usize>,
    by_name: BTreeMap<String, (usize, bool)>,
}

impl Same {
    /// Where the same one stands, and enters it at `next` where there is none.
    fn place(&mut self, who: &Named, next: usize) -> usize {
        let keys = || who.keys.iter().map(|key| key.to_lowercase());
        let name = who.name.as_deref().map(fold);
        let by_key = keys().find_map(|key| self.by_key.get(&key).copied());
        let by_name = || {
            let (at, keyed) = self.by_name.get(name.as_ref()?)?;
            (!keyed || who.keys.is_empty()).then_some(*at)
        };
        let at = by_key.or_else(by_name).unwrap_or(next);
        for key in keys() {
            self.by_key.entry(key).or_insert(at);
        }
        if let Some(name) = name {
            self.by_name.entry(name).or_insert((at, !who.keys.is_empty()));
        }
        at
    }
}

/// The customers of all, those of several added up; `None` where one review does not name them.
fn customers(known: &[&Known]) -> Option<Vec<Counted>> {
    let mut all: Vec<Counted> = Vec::new();
    let mut same = Same::default();
    for known in known {
        for customer in known.before.customers.as_ref()? {
            let at = same.place(&customer.who, all.len());
            match all.get_mut(at) {
                Some(sum) => sum.active_users = sum.active_users.saturating_add(customer.active_users),
                None => all.push(customer.clone()),
            }
        }
    }
    Some(all)
}

/// The people of all, and how many of them counted for two.
fn people(known: &[&Known]) -> (Vec<(Named, bool)>, u64) {
    let mut all: Vec<(Named, bool)> = Vec::new();
    let mut same = Same::default();
    let mut twice = 0;
    for (who, counted) in known.iter().flat_map(|known| &known.before.people) {
        let at = same.place(who, all.len());
        match all.get_mut(at) {
            Some((one, counts)) => {
                twice += u64::from(*counts && *counted);
                *counts |= counted;
                let new = who.keys.iter().filter(|key| !one.keys.contains(key)).cloned().collect::<Vec<_>>();
                one.keys.extend(new);
            }
            None => all.push((who.clone(), *counted)),
        }
    }
    (all, twice)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn partner(
        id: &str,
        name: &str,
        tier: &str,
        customers: &[(&str, u64)],
        people: &[(&str, bool)],
    ) -> serde_json::Value {
        let sum: u64 = customers.iter().map(|(_, count)| count).sum();
        let counted = people.iter().filter(|(_, counts)| *counts).count();
        let customers: Vec<_> = customers.iter().map(|(n, count)| json!({"name": n, "active_users": count})).collect();
        let qualifies = |counts: bool| if counts { vec!["exams"] } else { vec![] };
        let people: Vec<_> =
            people.iter().map(|(mail, counts)| json!({"email": mail, "qualifies_by": qualifies(*counts)})).collect();
        json!({"id": id, "name": name, "tier": tier, "usage": {"counted": {"active_users": sum}},
            "customers": customers, "people": people,
            "requirements": [{"id": "people", "tier": "silver", "actual": counted}, {"id": "x", "tier": "gold", "actual": 0}]})
    }

    fn review() -> Previous {
        let partners = [
            partner("1", "Alpha", "silver", &[("Kontor", 100), ("Fischer", 50)], &[("a@x", true), ("b@x", false)]),
            partner("2", "Beta", "gold", &[("KONTOR", 30)], &[("A@x", true), ("c@x", true)]),
            partner("3", "Gamma", "none", &[], &[]),
        ];
        let told = json!({"code": "mixed-paths", "severity": "info", "partner": "2"});
        let all =
            json!({"schema": "tiergap.results.v1", "as_of": "2026-06-30", "partners": partners, "findings": [told]});
        Previous::parse(&all.to_string(), "people").unwrap()
    }

    #[test]
    fn figures_are_added_and_the_best_tier_is_kept() {
        let mut review = review();
        review.join(&[vec!["2".to_owned(), "Alpha".to_owned()]]);
        let point = review.point(Some("2"), None).unwrap();
        // 150 and 30 entitlements; a@x counted for both and is one person, c@x another.
        assert_eq!((point.tier.as_str(), point.entitlements, point.people), ("gold", 180, 2));
        assert_eq!(review.point(Some("1"), None), Some(point.clone()), "by any of the IDs");
        assert_eq!(review.point(None, Some("alpha")), Some(point), "and by any of the names");
        assert_eq!(review.partners().len(), 2);
        assert_eq!(review.findings[0].partner.as_deref(), Some("2"));
        let customers = review.partners()[0].before.customers.clone().unwrap();
        let counted: Vec<(String, u64)> = customers.iter().map(|c| (fold(&c.who.called()), c.active_users)).collect();
        assert!(counted.contains(&("kontor".to_owned(), 130)) && counted.len() == 2, "{counted:?}");
    }

    #[test]
    fn one_that_the_review_knew_under_the_other_id_is_found() {
        let mut review = review();
        review.join(&[vec!["9".to_owned(), "1".to_owned()], vec!["1".to_owned(), "3".to_owned()]]);
        assert_eq!(review.point(Some("9"), None).unwrap().entitlements, 150);
        assert_eq!(review.point(Some("3"), None).unwrap().entitlements, 0, "of two groups the first has it");
        assert_eq!(review.point(Some("2"), None).unwrap().entitlements, 30, "others are as they were");
    }
}
