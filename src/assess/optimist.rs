//! `could_be`: the best tier if every open data problem were settled in the partner's favour.
//!
//! An unreadable count may be any number (or the largest of its possible readings), an unreadable month the reference
//! month, an unknown workload one that counts, an unknown association one that qualifies, of conflicting counts the
//! larger one, rows without a customer or a workload each about another one, an unreadable roster date a good one, an
//! empty credential the one that is missing, a credential of nobody that of whom it helps most, and an unknown market
//! the one with the lower threshold. What the reviewer has settled is not open any more. What is plainly said (a trial,
//! a workload that does not count, no association) stays as it is.

use std::collections::{HashMap, HashSet};

use ustr::Ustr;

use super::usage::{self, CustomerKey, RowKey};
use super::{Judge, Reasons, RosterReason, UsageReason, people};
use crate::facts::{CellRef, Market, Read, RosterRow, UsageRow, Workload};
use crate::portfolio::Partner;
use crate::rules::Path;

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
    let people = most_people(judge, partner);
    let markets = match partner.market {
        None if !judge.settles_market(position) => vec![Some(Market::Developed), Some(Market::Developing)],
        market => vec![market],
    };
    markets.into_iter().filter_map(|market| judge.tier(market, entitlements, people)).max()
}

fn most_entitlements(judge: &Judge<'_>, usage: &[UsageRow], keys: &[RowKey], settled: &HashSet<CellRef>) -> u64 {
    let mut best: HashMap<RowKey, u64> = HashMap::new();
    let mut apart = 0_u64;
    for (row, key) in usage.iter().zip(keys) {
        if !could_count(judge, row) || settled.contains(&usage::count_cell(row)) {
            continue;
        }
        let count = match row.count {
            Read::Value(count) | Read::Unreadable { best: Some(count) } => count,
            _ => u64::MAX,
        };
        // Rows without a customer or a workload may each be about another one.
        if key.0 == CustomerKey::Unnamed || key.1.is_none() {
            apart = apart.saturating_add(count);
            continue;
        }
        let known = best.entry(*key).or_default();
        *known = count.max(*known);
    }
    best.into_values().fold(apart, u64::saturating_add) // a sum: the order of the map does not matter
}

fn could_count(judge: &Judge<'_>, row: &UsageRow) -> bool {
    let against: Reasons = usage::reasons(judge, row);
    if !against.is_empty() && judge.settles(usage::count_cell(row)) {
        return false;
    }
    against.usage().all(|reason| match reason {
        // Which of count, month and workload cannot be read does not matter: each could be good.
        UsageReason::Unreadable => match row.month {
            Read::Unreadable { best: Some(month) } => month == judge.month || row.month_or == Some(judge.month),
            _ => true,
        },
        UsageReason::WorkloadNotEligible => matches!(row.workload, Read::Value(Workload::Unknown(_))),
        UsageReason::NoQualifyingAssociation => row.associations.unknown,
        UsageReason::LeftOut | UsageReason::Trial | UsageReason::OutsideReferenceMonth | UsageReason::Duplicate => {
            false
        }
    })
}

fn most_people(judge: &Judge<'_>, partner: &Partner) -> u64 {
    let everyone: Vec<Could> = partner.people.iter().map(|person| could_hold(judge, &person.roster)).collect();
    let nobodys = could_hold(judge, &partner.nobodys);
    let paths = &judge.rules.people.paths;
    let mut verdicts: Vec<Vec<bool>> =
        everyone.iter().map(|could| paths.iter().map(|path| could.missing(path).is_empty()).collect()).collect();
    if !partner.nobodys.is_empty() {
        for (at, path) in paths.iter().enumerate() {
            let more = people_of_rows(path, &nobodys, &everyone);
            verdicts.extend((0..more).map(|_| (0..paths.len()).map(|n| n == at).collect()));
        }
    }
    people::counted(judge, verdicts.iter().map(|paths| paths.iter().copied()))
}

/// How many people more would meet a path if rows that name nobody were theirs: of those that lack something, and new
/// ones that those rows alone make.
fn people_of_rows(path: &Path, nobodys: &Could, everyone: &[Could]) -> usize {
    let mut rows: HashMap<Ustr, usize> = HashMap::new();
    for credential in &nobodys.held {
        *rows.entry(*credential).or_default() += 1;
    }
    let mut joker = nobodys.nameless;
    let mut take = |missing: &[Ustr]| {
        let lacking = missing.iter().filter(|id| rows.get(*id).is_none_or(|left| *left == 0)).count();
        if missing.is_empty() || lacking > joker {
            return false;
        }
        joker -= lacking;
        for id in missing {
            if let Some(left) = rows.get_mut(id) {
                *left = left.saturating_sub(1);
            }
        }
        true
    };
    let mut lacks: Vec<Vec<Ustr>> = everyone.iter().map(|could| could.missing(path)).collect();
    lacks.sort_by_key(Vec::len);
    let mut more = lacks.iter().filter(|missing| missing.len() < path.all_of.len() && take(missing)).count();
    while take(&path.all_of) {
        more += 1;
    }
    more
}

/// What rows could amount to.
struct Could {
    held: Vec<Ustr>,
    /// Rows whose credential is not known.
    nameless: usize,
}

impl Could {
    /// What is missing for a path. A row whose credential is not known may be any.
    fn missing(&self, path: &Path) -> Vec<Ustr> {
        let missing = path.all_of.iter().copied().filter(|id| !self.held.contains(id));
        missing.skip(self.nameless).collect()
    }
}

fn could_hold(judge: &Judge<'_>, roster: &[RosterRow]) -> Could {
    let mut held: Vec<Ustr> = Vec::new();
    let mut nameless = 0;
    for row in roster {
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
    Could { held, nameless }
}
