//! `could_be`: the best tier if every open data problem were settled in the partner's favour.
//!
//! An unreadable count may be any number (or the largest of its possible readings), an unreadable month the reference
//! month, an unknown workload one that counts, an unknown association one that qualifies, of conflicting counts the
//! larger one, an unreadable roster date a good one, an empty credential the one that is missing, and an unknown
//! market the one with the lower threshold. What the reviewer has settled is not open any more. What is plainly said (a trial, a workload that does not count, no
//! association) stays as it is.

use std::collections::{HashMap, HashSet};

use ustr::Ustr;

use super::usage::{self, RowKey};
use super::{Judge, Reasons, RosterReason, UsageReason, people};
use crate::facts::{CellRef, Market, Read, UsageRow, Workload};
use crate::portfolio::{Partner, Person};

/// The best tier that the data leave possible.
///
/// `settled` are counts that are out of the question, by their cells.
pub(super) fn best_tier(
    judge: &Judge<'_>,
    partner: &Partner,
    position: u32,
    keys: &[RowKey],
    settled: &HashSet<CellRef>,
) -> Option<usize> {
    let entitlements = most_entitlements(judge, &partner.usage, keys, settled);
    let people = most_people(judge, &partner.people);
    let markets = match partner.market {
        None if !judge.settles_market(position) => vec![Some(Market::Developed), Some(Market::Developing)],
        market => vec![market],
    };
    markets.into_iter().filter_map(|market| judge.tier(market, entitlements, people)).max()
}

fn most_entitlements(judge: &Judge<'_>, usage: &[UsageRow], keys: &[RowKey], settled: &HashSet<CellRef>) -> u64 {
    let mut best: HashMap<RowKey, u64> = HashMap::new();
    for (row, key) in usage.iter().zip(keys) {
        if !could_count(judge, row) || settled.contains(&usage::count_cell(row)) {
            continue;
        }
        let count = match row.count {
            Read::Value(count) | Read::Unreadable { best: Some(count) } => count,
            _ => u64::MAX,
        };
        let known = best.entry(*key).or_default();
        *known = count.max(*known);
    }
    best.into_values().fold(0, u64::saturating_add) // a sum: the order of the map does not matter
}

fn could_count(judge: &Judge<'_>, row: &UsageRow) -> bool {
    let against: Reasons = usage::reasons(judge, row);
    if !against.is_empty() && judge.settles(usage::count_cell(row)) {
        return false;
    }
    against.usage().all(|reason| match reason {
        // Which of count, month and workload cannot be read does not matter: each could be good.
        UsageReason::Unreadable => match row.month {
            Read::Unreadable { best: Some(month) } => month == judge.month,
            _ => true,
        },
        UsageReason::WorkloadNotEligible => matches!(row.workload, Read::Value(Workload::Unknown(_))),
        UsageReason::NoQualifyingAssociation => row.associations.unknown,
        UsageReason::LeftOut | UsageReason::Trial | UsageReason::OutsideReferenceMonth | UsageReason::Duplicate => {
            false
        }
    })
}

fn most_people(judge: &Judge<'_>, everyone: &[Person]) -> u64 {
    let verdicts: Vec<Vec<bool>> = everyone.iter().map(|person| could_meet(judge, person)).collect();
    people::counted(judge, verdicts.iter().map(|paths| paths.iter().copied()))
}

/// Which paths the person could meet.
fn could_meet(judge: &Judge<'_>, person: &Person) -> Vec<bool> {
    let mut held: Vec<Ustr> = Vec::new();
    let mut nameless = 0;
    for row in &person.roster {
        let against = people::reasons(judge, row);
        if !against.is_empty() && judge.settles(people::credential_cell(row)) {
            continue;
        }
        let fits = against.roster().all(|reason| match reason {
            RosterReason::Unreadable => {
                let achieved = match row.achieved {
                    Read::Unreadable { best: Some(day) } => day <= judge.as_of,
                    _ => true,
                };
                let expires = match row.expires {
                    Read::Unreadable { best: Some(day) } => day >= judge.as_of,
                    _ => true,
                };
                achieved && expires
            }
            RosterReason::LeftOut
            | RosterReason::NotRequired
            | RosterReason::NotPassed
            | RosterReason::AfterAsOf
            | RosterReason::Expired
            | RosterReason::NoProof
            | RosterReason::Duplicate => false,
        });
        if !fits {
            continue;
        }
        match row.credential.value().and_then(|credential| credential.id) {
            Some(id) => held.push(id),
            None => nameless += 1,
        }
    }
    let missing = |path: &crate::rules::Path| path.all_of.iter().filter(|id| !held.contains(id)).count();
    judge.rules.people.paths.iter().map(|path| missing(path) <= nameless).collect()
}
