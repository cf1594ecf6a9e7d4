//! Puts the verdicts together: rows and people first, then requirements, tier, plan and risk.

use std::collections::HashSet;

use jiff::civil::Date;
use ustr::{Ustr, UstrSet};

use super::{Assessment, Metric, Outlook, Requirement, optimist, outlook, people, plan, risk, usage};
use crate::facts::{CellRef, Market, Month};
use crate::finding::{Code, Finding};
use crate::portfolio::Partner;
use crate::review::Change;
use crate::rules::Ruleset;
use crate::waivers::Applied;

/// The rules, ready to be applied to many partners.
#[derive(Debug)]
pub struct Judge<'a> {
    /// The ruleset.
    pub rules: &'a Ruleset,
    /// The day that everything is judged for.
    pub as_of: Date,
    /// The month whose usage counts.
    pub month: Month,
    pub(super) workloads: UstrSet,
    pub(super) associations: u32,
    pub(super) credentials: Vec<Ustr>,
    waived: Option<&'a Applied>,
}

impl<'a> Judge<'a> {
    /// Prepares a ruleset. `associations` are the bits of its associations in the vocabulary that the rows were
    /// recognised with.
    pub fn new(rules: &'a Ruleset, associations: u32, as_of: Date, month: Month) -> Self {
        Self {
            rules,
            as_of,
            month,
            workloads: rules.entitlements.workloads.iter().copied().collect(),
            associations,
            credentials: rules.credentials(),
            waived: None,
        }
    }

    /// The same with what the reviewer has settled.
    #[must_use]
    pub fn with_waivers(self, waived: Option<&'a Applied>) -> Self {
        Self { waived, ..self }
    }

    /// Whether the fact that a cell stands for is left out.
    pub(super) fn leaves_out(&self, cell: CellRef) -> bool {
        self.waived.is_some_and(|waived| waived.leaves_out(cell))
    }

    /// Whether what is open about a fact is settled as it is.
    pub(super) fn settles(&self, cell: CellRef) -> bool {
        self.waived.is_some_and(|waived| waived.settles(cell))
    }

    /// Whether it is settled that a partner's market is unknown.
    pub(super) fn settles_market(&self, partner: u32) -> bool {
        self.waived.is_some_and(|waived| waived.settles_market(partner))
    }

    /// The thresholds of a tier in a market: entitlements and people.
    pub(super) fn thresholds(&self, tier: usize, market: Option<Market>) -> (u64, u64) {
        self.rules.tiers.get(tier).map_or((u64::MAX, u64::MAX), |t| (t.entitlements.of(market), t.people.of(market)))
    }

    /// The highest tier whose every requirement is met.
    pub(super) fn tier(&self, market: Option<Market>, entitlements: u64, people: u64) -> Option<usize> {
        (0..self.rules.tiers.len()).rev().find(|&tier| {
            let (needed, needed_people) = self.thresholds(tier, market);
            entitlements >= needed && people >= needed_people
        })
    }
}

/// Judges one partner. `previous` is what an earlier review said of it, if one was given and knew it.
///
/// Returns the assessment and the findings that only judging can make (conflicting duplicates, mixed paths), which
/// name the partner by `position`.
pub fn assess(
    judge: &Judge<'_>,
    partner: &Partner,
    position: u32,
    previous: Option<&Change>,
) -> (Assessment, Vec<Finding>) {
    let mut findings = Vec::new();
    let market = partner.market;
    let rows = usage::judge_rows(judge, &partner.usage);
    let conflicts = usage::conflicts(&partner.usage, &rows, position);
    // Of a conflict that is settled, the larger counts are out of the question.
    let accepted = conflicts.iter().filter(|finding| judge.waived.is_some_and(|waived| waived.accepts(finding)));
    let settled: HashSet<CellRef> = accepted.flat_map(|finding| finding.also.iter().copied()).collect();
    findings.extend(conflicts);
    let verdicts: Vec<_> = partner.people.iter().map(|person| people::judge_person(judge, person)).collect();
    let tally = people::Tally::of(judge, &verdicts);

    let entitlements = rows.counted.active_users;
    let tier = judge.tier(market, entitlements, tally.counted);
    let mut requirements = Vec::with_capacity(judge.rules.tiers.len() * 2);
    for tier in 0..judge.rules.tiers.len() {
        let (needed, needed_people) = judge.thresholds(tier, market);
        requirements.push(requirement(tier, Metric::Entitlements, needed, entitlements));
        requirements.push(requirement(tier, Metric::People, needed_people, tally.counted));
        if tally.counted < needed_people && tally.by_any >= needed_people {
            findings.push(
                Finding::new(Code::MixedPaths)
                    .of_partner(position)
                    .arg("tier", judge.rules.tier_id(Some(tier)))
                    .arg("people", tally.by_any),
            );
        }
    }
    let could_be = optimist::best_tier(judge, partner, position, &rows.keys, &settled).max(tier);
    let plan = plan::plan(judge, partner, &rows, &verdicts, &tally, tier);
    let mut assessment = Assessment {
        market,
        tier,
        could_be,
        requirements,
        counted: rows.counted,
        customers: usage::customers(&partner.usage, &rows),
        not_counted: rows.not_counted,
        usage: rows.verdicts,
        people: verdicts,
        people_by_path: tally.by_path,
        people_by_any: tally.by_any,
        people_counted: tally.counted,
        plan,
        risks: Vec::new(),
        outlook: Outlook::default(),
    };
    assessment.risks = risk::risks(judge, &assessment, previous);
    assessment.outlook = outlook::outlook(judge, partner, &assessment);
    (assessment, findings)
}

fn requirement(tier: usize, metric: Metric, required: u64, actual: u64) -> Requirement {
    Requirement { tier, metric, required, actual, shortfall: required.saturating_sub(actual), met: actual >= required }
}
