//! The whole run as one value: what was read, what it says, and what was decided.

mod between;
mod compare;
mod joined;
mod parts;
mod previous;
mod share;
mod since;
mod trend;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use ustr::Ustr;

use crate::assess::{Assessment, Judge, assess};
use crate::facts::{CellRef, Market, Month, Read, SheetFacts, SheetRef};
use crate::finding::{Arg, Code, Finding, arrange};
use crate::intake::Book;
use crate::portfolio::{self, Portfolio};
use crate::rules::{NO_TIER, Ruleset};
use crate::waivers::{Applied, SettingsUsed, Waived};
pub use between::{Comparison, Lone, Moved};
pub use compare::{CustomerMove, Moves, PersonMove, difference};
pub use parts::{Common, Judged, Part, PartsError};
pub use previous::{Previous, PreviousError};
pub use share::{Share, ShareError};
pub use since::Told;
pub use trend::{History, Point, Tiers};

/// The whole run.
#[derive(Debug, Clone)]
pub struct Review {
    /// The rules applied.
    pub ruleset: Ruleset,
    /// The day that everything is judged for.
    pub as_of: Date,
    /// The month whose usage counts.
    pub reference_month: Month,
    /// Name of the user's own list of developed and developing countries; `None` is the shipped one.
    pub market_list: Option<String>,
    /// The inputs, in run order.
    pub books: Vec<Book>,
    /// What was recognised: one entry for each sheet of each input. Its facts have moved to the partners.
    pub sheets: Vec<Vec<SheetFacts>>,
    /// The partners.
    pub portfolio: Portfolio,
    /// One assessment for each partner.
    pub assessments: Vec<Assessment>,
    /// All findings, in the order of inputs, sheets and cells.
    pub findings: Vec<Finding>,
    /// Changes since the previous review, if one was given: one for each partner.
    pub changes: Option<Vec<Change>>,
    /// What moved since then, by name: one for each partner, empty for one that the previous review did not know.
    pub moves: Option<Vec<Moves>>,
    /// What the workspace's file settled, where there is one.
    pub settings: Option<SettingsUsed>,
    /// What earlier reviews said, if any were given.
    pub history: Option<History>,
}

/// What changed for a partner since the previous review.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Change {
    /// Whether the previous review knew the partner.
    pub known: bool,
    /// Tier then, as an ID (`none` for no tier).
    pub tier: String,
    /// Active entitlements then.
    pub entitlements: u64,
    /// People then.
    pub people: u64,
    /// The as-of date of the previous review.
    pub as_of: String,
}

/// What a review is made of, beside the inputs.
pub struct Terms<'a> {
    /// The rules.
    pub ruleset: Ruleset,
    /// Bits of the ruleset's associations in the vocabulary that the rows were recognised with.
    pub associations: u32,
    /// The as-of date that was asked for.
    pub as_of: Option<Date>,
    /// Today, used only where no input names a month.
    pub today: Date,
    /// What people call a workload, by its ID.
    pub label_of: &'a dyn Fn(Ustr) -> Option<String>,
    /// The market of a country (ISO 3166-1 alpha-2).
    pub market_of: &'a dyn Fn(Ustr) -> Option<Market>,
    /// Name of that list, where it is the user's own.
    pub market_list: Option<String>,
    /// Earlier reviews in any order. The newest before the as-of date is the one compared with.
    pub earlier: &'a [Previous],
    /// What the workspace's file settles.
    pub waived: Option<Waived<'a>>,
    /// The share of the partners to judge, where others judge the rest. The assessments of the rest are then empty, but
    /// for partners with facts in an input of this share.
    pub share: Option<Share>,
}

impl Review {
    /// Gathers the partners and judges each. `sheets` has one entry for each sheet of each book.
    pub fn judge(
        books: Vec<Book>,
        mut sheets: Vec<Vec<SheetFacts>>,
        mut findings: Vec<Finding>,
        terms: Terms<'_>,
    ) -> Self {
        let waived = terms.waived.as_ref();
        // Whose rows the cells are that were read as something else is found out as it is for findings.
        let read = waived.map_or(&[][..], |waived| waived.read.as_slice());
        let told = findings.len();
        findings.extend(read.iter().map(|read| {
            let CellRef { sheet, row, col } = read.cell;
            Finding::new(Code::WaiverApplied).at(sheet, row, col)
        }));
        let same = waived.map_or(&[][..], |waived| waived.same_partners);
        let mut portfolio = portfolio::build(&mut sheets, same, terms.market_of, &mut findings);
        let owners: Vec<Option<u32>> = findings.drain(told..told + read.len()).map(|probe| probe.partner).collect();
        let (as_of, reference_month) = days(&portfolio.months, terms.as_of, terms.today, &mut findings);
        tell_later_usage(&portfolio, as_of, &mut findings);
        tell_missing_usage(&portfolio, reference_month, &mut findings);
        findings.extend(sparse_month(&portfolio, reference_month));
        // Partners that are one now are read as one in earlier reviews, too.
        let joined: Vec<Previous>;
        let earlier = if portfolio.joined.is_empty() {
            terms.earlier
        } else {
            joined = terms.earlier.iter().map(|review| review.clone().joined(&portfolio.joined)).collect();
            &joined
        };
        let (previous, past) = trend::earlier(earlier, as_of);
        findings.extend(previous.and_then(|previous| other_rules(previous, &terms.ruleset)));
        for (name, before) in previous.map(|previous| previous.gone(&portfolio.partners)).unwrap_or_default() {
            // A sentence says that there was no tier in other words than which one it was.
            let tier = if before.tier == NO_TIER { "" } else { before.tier.as_str() };
            findings.push(
                Finding::new(Code::PartnerGone)
                    .value(name)
                    .arg("name", name)
                    .arg("tier", tier)
                    .arg("date", before.as_of.as_str()),
            );
        }
        let changes: Option<Vec<Change>> =
            previous.map(|previous| portfolio.partners.iter().map(|p| previous.of(p)).collect());
        let applied = waived
            .map(|waived| Applied::to_facts(waived, &owners, &mut portfolio, (&books, &sheets), &findings, as_of));
        let judge =
            Judge::new(&terms.ruleset, terms.associations, as_of, reference_month).with_waivers(applied.as_ref());
        // A waiver may touch any partner, and what became of it is told once: then all are judged.
        let all = waived.is_some_and(|waived| !waived.waivers.is_empty());
        let wanted = terms.share.filter(|_| !all).map(|share| share.judges(&portfolio.partners, &books));
        let judged: Vec<(Assessment, Vec<Finding>)> = portfolio
            .partners
            .par_iter()
            .enumerate()
            .map(|(n, partner)| {
                if wanted.as_ref().is_some_and(|wanted| wanted.get(n) != Some(&true)) {
                    return Default::default();
                }
                let previous = changes.as_ref().and_then(|changes| changes.get(n)).filter(|change| change.known);
                assess(&judge, partner, n as u32, previous)
            })
            .collect();
        let mut assessments = Vec::with_capacity(judged.len());
        for (assessment, told) in judged {
            assessments.push(assessment);
            findings.extend(told.into_iter().map(|finding| with_labels(finding, terms.label_of)));
        }
        let history = previous.map(|previous| History::new(previous, &past, &portfolio.partners));
        let moves = previous.map(|previous| {
            let both = portfolio.partners.iter().zip(&assessments);
            let moved = both.map(|(partner, judged)| {
                previous.before(partner).map(|then| compare::moves(&compare::as_before(partner, judged), then))
            });
            moved.map(Option::unwrap_or_default).collect()
        });
        let settings = match (applied, waived) {
            (Some(applied), Some(waived)) => {
                Some(applied.to_findings(waived, &portfolio, terms.label_of, &mut findings))
            }
            _ => None,
        };
        Self {
            settings,
            as_of,
            reference_month,
            books,
            sheets,
            portfolio,
            assessments,
            findings: arrange(findings),
            changes,
            moves,
            history,
            ruleset: terms.ruleset,
            market_list: terms.market_list,
        }
    }

    /// Adds findings that only writing the reports could make.
    pub fn add_findings(&mut self, findings: Vec<Finding>) {
        let mut all = std::mem::take(&mut self.findings);
        all.extend(findings);
        self.findings = arrange(all);
    }

    /// The sheet that a reference means.
    pub fn sheet_facts(&self, sheet: SheetRef) -> Option<&SheetFacts> {
        self.sheets.get(sheet.file as usize)?.get(sheet.sheet as usize)
    }

    /// The findings that concern each partner, as positions among all: its own, then what is said of a whole sheet that
    /// it has facts on and that bears on how they were counted. One pass, as reports of many partners need it.
    pub fn findings_by_partner(&self) -> Vec<Vec<usize>> {
        let mut own: Vec<Vec<usize>> = vec![Vec::new(); self.portfolio.partners.len()];
        let mut in_sheet: BTreeMap<SheetRef, Vec<usize>> = BTreeMap::new();
        for (position, finding) in self.findings.iter().enumerate() {
            match (finding.partner, finding.sheet) {
                (Some(partner), _) => own.get_mut(partner as usize).into_iter().for_each(|list| list.push(position)),
                (None, Some(sheet)) if finding.code.concerns_every_row() => {
                    in_sheet.entry(sheet).or_default().push(position);
                }
                _ => {}
            }
        }
        for (list, partner) in own.iter_mut().zip(&self.portfolio.partners) {
            list.extend(partner.sheets.iter().filter_map(|sheet| in_sheet.get(sheet)).flatten());
        }
        own
    }
}

/// A review by other rules may differ for that alone.
fn other_rules(previous: &Previous, ruleset: &Ruleset) -> Option<Finding> {
    let [id, edition, sha256] = previous.rules();
    let same = sha256.is_empty() || *sha256 == ruleset.sha256;
    let named =
        |of: &str, edition: &str| if *id == ruleset.id { edition.to_owned() } else { format!("{of} {edition}") };
    (!same).then(|| {
        Finding::new(Code::PreviousOtherRules)
            .value(named(id, edition))
            .arg("date", previous.as_of())
            .arg("other", named(&ruleset.id, &ruleset.edition))
    })
}

/// Judging knows workloads by their IDs only; people know them by name.
fn with_labels(mut finding: Finding, label_of: &dyn Fn(Ustr) -> Option<String>) -> Finding {
    for (name, value) in &mut finding.args {
        if let ("workload", Arg::Text(id)) = (*name, &mut *value)
            && let Some(label) = label_of(Ustr::from(id))
        {
            *id = label;
        }
    }
    finding
}

/// The as-of date and the reference month that sheets will be judged for; `today` counts only where no row has a month.
pub fn days_of<'a>(sheets: impl Iterator<Item = &'a [SheetFacts]>, as_of: Option<Date>, today: Date) -> (Date, Month) {
    let usage = sheets.flatten().flat_map(|facts| &facts.usage);
    let months: BTreeSet<Month> = usage.filter_map(|row| row.month.value()).collect();
    let months: Vec<Month> = months.into_iter().collect();
    days(&months, as_of, today, &mut Vec::new())
}

/// The as-of date and the reference month: the latest month with usage at or before the as-of date.
fn days(months: &[Month], as_of: Option<Date>, today: Date, findings: &mut Vec<Finding>) -> (Date, Month) {
    match (as_of, months.last()) {
        (Some(as_of), _) => {
            let month = months.iter().rev().find(|month| month.first_day() <= as_of);
            (as_of, month.copied().unwrap_or(Month::of(as_of)))
        }
        (None, Some(&month)) => (month.last_day(), month),
        (None, None) => {
            findings.push(Finding::new(Code::AsOfToday).value(today.to_string()).arg("date", today.to_string()));
            (today, Month::of(today))
        }
    }
}

/// Usage of later months is there, but not looked at: said once.
fn tell_later_usage(portfolio: &Portfolio, as_of: Date, findings: &mut Vec<Finding>) {
    let later: Vec<Month> = portfolio.months.iter().copied().filter(|month| month.first_day() > as_of).collect();
    let Some(first) = later.first() else { return };
    let rows = portfolio
        .partners
        .iter()
        .flat_map(|partner| &partner.usage)
        .filter(|row| row.month.value().is_some_and(|month| month >= *first))
        .count() as u64;
    let last = later.last().unwrap_or(first);
    let mut finding =
        Finding::new(Code::UsageAfterAsOf).value(last.to_string()).arg("month", last.to_string()).arg("rows", rows);
    finding.count = rows;
    findings.push(finding);
}

/// A reference month without any usage judges everybody by nothing: most likely the as-of date is not the one meant.
fn tell_missing_usage(portfolio: &Portfolio, month: Month, findings: &mut Vec<Finding>) {
    let mut usage = portfolio.partners.iter().flat_map(|partner| &partner.usage);
    if usage.any(|row| row.month.value() == Some(month) || row.month == Read::NoColumn) {
        return;
    }
    let last = portfolio.months.last().map(Month::to_string).unwrap_or_default();
    findings.push(
        Finding::new(Code::NoUsageInMonth).value(month.to_string()).arg("month", month.to_string()).arg("other", last),
    );
}

/// One mistyped month moves the whole review: a reference month with few rows beside the month before is worth a look.
fn sparse_month(portfolio: &Portfolio, month: Month) -> Option<Finding> {
    let before = portfolio.months.iter().rev().find(|&&other| other < month)?;
    let usage = || portfolio.partners.iter().flat_map(|partner| &partner.usage);
    let rows = |wanted: Month| usage().filter(|row| row.month.value() == Some(wanted)).count() as u64;
    let undated = usage().filter(|row| row.month == Read::NoColumn).count() as u64;
    let (here, there) = (rows(month), rows(*before));
    if here == 0 || (here + undated) * SPARSE >= there {
        return None;
    }
    let first = usage().filter(|row| row.month.value() == Some(month)).min_by_key(|row| (row.sheet, row.row))?;
    let mut finding = Finding::new(Code::SparseReferenceMonth)
        .at(first.sheet, first.row, first.count_col)
        .value(month.to_string())
        .arg("month", month.to_string())
        .arg("other", before.to_string())
        .arg("smaller", here)
        .arg("larger", there);
    finding.count = here;
    Some(finding)
}

/// A reference month with fewer than one row for so many of the month before is told.
const SPARSE: u64 = 10;

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn settle(months: &[(i16, i8)], as_of: Option<Date>) -> (Date, String, usize) {
        let months: Vec<Month> = months.iter().map(|&(y, m)| Month::new(y, m).unwrap()).collect();
        let mut findings = Vec::new();
        let (day, month) = days(&months, as_of, date(2026, 11, 22), &mut findings);
        (day, month.to_string(), findings.len())
    }

    #[test]
    fn the_reference_month_is_the_latest_at_or_before_the_as_of_date() {
        let months = [(2026, 7), (2026, 8), (2026, 9)];
        assert_eq!(settle(&months, None), (date(2026, 9, 30), "2026-09".into(), 0));
        assert_eq!(settle(&months, Some(date(2026, 8, 31))), (date(2026, 8, 31), "2026-08".into(), 0));
        assert_eq!(settle(&months, Some(date(2026, 9, 1))), (date(2026, 9, 1), "2026-09".into(), 0));
        assert_eq!(settle(&months, Some(date(2027, 1, 5))), (date(2027, 1, 5), "2026-09".into(), 0));
    }

    #[test]
    fn today_is_used_only_where_no_input_names_a_month() {
        assert_eq!(settle(&[], None), (date(2026, 11, 22), "2026-11".into(), 1));
        assert_eq!(settle(&[], Some(date(2026, 9, 30))), (date(2026, 9, 30), "2026-09".into(), 0));
    }
}
