//! The gap plan: what to do for the next tier above the proven one, smallest effort first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use ustr::Ustr;

use super::people::{Tally, missing};
use super::usage::{CustomerKey, Rows, least_name, smallest};
use super::{Action, Judge, PersonVerdict, Plan, Reasons, UsageReason};
use crate::portfolio::Partner;

pub(super) fn plan(
    judge: &Judge<'_>,
    partner: &Partner,
    rows: &Rows,
    people: &[PersonVerdict],
    tally: &Tally,
    tier: Option<usize>,
) -> Plan {
    let target = tier.map_or(0, |tier| tier + 1);
    if target >= judge.rules.tiers.len() {
        return Plan { tier_when_done: tier, ..Plan::default() };
    }
    let (needed, needed_people) = judge.thresholds(target, partner.market);
    let entitlements = rows.counted.active_users;
    let mut plan = Plan { target: Some(target), ..Plan::default() };
    let gained = usage_steps(partner, rows, needed.saturating_sub(entitlements), &mut plan);
    let people_then = people_steps(judge, people, tally, needed_people, &mut plan.actions);
    plan.tier_when_done = judge.tier(partner.market, entitlements.saturating_add(gained), people_then);
    plan
}

/// Customers to associate, trials to convert, growth: until the gap is closed. Returns the entitlements gained.
fn usage_steps(partner: &Partner, rows: &Rows, gap: u64, plan: &mut Plan) -> u64 {
    let mut left = gap;
    let mut gained = 0_u64;
    for reason in [UsageReason::NoQualifyingAssociation, UsageReason::Trial] {
        for Candidate { customer_id, customer, active_users, rows } in would_count(partner, rows, reason) {
            if left == 0 {
                break;
            }
            left = left.saturating_sub(active_users);
            gained = gained.saturating_add(active_users);
            plan.usage_rows.push(rows);
            plan.actions.push(match reason {
                UsageReason::Trial => Action::ConvertTrial { customer_id, customer, active_users },
                _ => Action::AssociateCustomer { customer_id, customer, active_users },
            });
        }
    }
    if left > 0 {
        plan.actions.push(Action::GrowUsage { active_users: left });
        gained = gained.saturating_add(left);
    }
    gained
}

/// A customer that would count, with what it would add and the positions of its rows.
struct Candidate {
    customer_id: Option<Ustr>,
    customer: Option<Ustr>,
    active_users: u64,
    rows: Vec<usize>,
}

/// The customers whose rows fail for this one reason only, with what they would add, largest first. A row that would
/// be a duplicate of a counted one, or of another row of its kind, adds nothing.
fn would_count(partner: &Partner, rows: &Rows, reason: UsageReason) -> Vec<Candidate> {
    let mut only = Reasons::default();
    only.add(reason as u8);
    let counted: HashSet<_> = rows
        .verdicts
        .iter()
        .zip(&rows.keys)
        .filter(|(verdict, _)| verdict.reasons.is_empty())
        .map(|(_, key)| *key)
        .collect();
    let candidates =
        (0..partner.usage.len()).filter(|&n| rows.verdicts[n].reasons == only && !counted.contains(&rows.keys[n]));
    let mut kept: Vec<usize> = smallest(&partner.usage, &rows.keys, candidates).into_values().collect();
    kept.sort_unstable();
    let mut customers: BTreeMap<(u8, &str), Candidate> = BTreeMap::new();
    for n in kept {
        let row = &partner.usage[n];
        let key = match &rows.keys[n].0 {
            CustomerKey::Id(id) => (0, id.as_str()),
            CustomerKey::Name(name) => (1, name.as_str()),
            CustomerKey::Unnamed => (2, ""),
        };
        let new = || Candidate { customer_id: row.customer_id, customer: None, active_users: 0, rows: Vec::new() };
        let entry = customers.entry(key).or_insert_with(new);
        entry.customer = least_name(entry.customer, row.customer_name);
        entry.active_users = entry.active_users.saturating_add(row.count.value().unwrap_or(0));
        entry.rows.push(n);
    }
    let mut list: Vec<_> = customers.into_values().filter(|customer| customer.active_users > 0).collect();
    list.sort_by_key(|customer| Reverse(customer.active_users)); // stable: equal ones stay in the order of their keys
    list
}

/// One way to close the gap of people.
struct Way {
    path: usize,
    /// Positions of people one exam away, and the exam.
    near: Vec<(usize, Ustr)>,
    passes: u64,
    further: u64,
}

/// People one exam away by name, then how many more: on the path that takes the least. Returns the people then.
fn people_steps(
    judge: &Judge<'_>,
    people: &[PersonVerdict],
    tally: &Tally,
    needed: u64,
    actions: &mut Vec<Action>,
) -> u64 {
    if tally.counted >= needed {
        return tally.counted;
    }
    let combine = judge.rules.people.combine_paths;
    let ways = judge.rules.people.paths.iter().enumerate().map(|(n, path)| {
        let now = if combine { tally.by_any } else { tally.by_path.get(n).copied().unwrap_or(0) };
        let gap = needed.saturating_sub(now);
        let near: Vec<(usize, Ustr)> = people
            .iter()
            .enumerate()
            .filter(|(_, person)| !combine || person.qualifies_by.is_empty())
            .filter_map(|(position, person)| match missing(&path.all_of, &person.held)[..] {
                [exam] if path.all_of.len() > 1 => Some((position, exam)),
                _ => None,
            })
            .collect();
        let passes = gap.min(near.len() as u64);
        Way { path: n, near, passes, further: gap - passes }
    });
    // A person from scratch is about two exams; of equal ways the first of the ruleset.
    let Some(way) = ways.min_by_key(|way| way.further * 2 + way.passes) else { return tally.counted };
    let take = way.passes as usize;
    let alternatives: Vec<usize> = way.near.iter().skip(take).map(|(position, _)| *position).collect();
    // The figure once so many more people are on this path.
    let then = |people: u64| {
        let mut more = vec![0; judge.rules.people.paths.len()];
        if let Some(slot) = more.get_mut(way.path) {
            *slot = people;
        }
        tally.with(judge, &more, people)
    };
    for (passed, &(person, credential)) in (0..).zip(way.near.iter().take(take)) {
        let gain = then(passed + 1).saturating_sub(then(passed));
        actions.push(Action::PassExam { person, credential, alternatives: alternatives.clone(), gain });
    }
    let all = then(way.passes + way.further);
    if way.further > 0 {
        let gain = all.saturating_sub(then(way.passes));
        actions.push(Action::CertifyPerson { people: way.further, path: way.path, gain });
    }
    all
}
