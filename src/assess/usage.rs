//! Verdicts on usage rows.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ustr::{Ustr, UstrMap, ustr};

use super::{CustomerSum, Judge, Reasons, Sum, UsageReason, UsageVerdict};
use crate::facts::{CellRef, Read, Trial, UsageRow, Workload};
use crate::finding::{Arg, Code, Finding};
use crate::recognise::fold;

/// The verdicts on all usage rows of a partner, and their sums.
pub(super) struct Rows {
    pub verdicts: Vec<UsageVerdict>,
    pub counted: Sum,
    pub not_counted: Vec<(UsageReason, Sum)>,
    /// For each row, what makes it the same as another.
    pub keys: Vec<RowKey>,
}

/// What makes two rows of a partner and month the same: customer, workload and SKU.
pub(super) type RowKey = (CustomerKey, Option<Ustr>, Option<Ustr>);

/// A customer is its tenant ID, else its folded name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum CustomerKey {
    Id(Ustr),
    Name(Ustr),
    Unnamed,
}

/// Folds each distinct text once.
#[derive(Default)]
struct Folds(UstrMap<Ustr>);

impl Folds {
    fn get(&mut self, text: Ustr) -> Ustr {
        *self.0.entry(text).or_insert_with(|| ustr(&fold(&text)))
    }
}

pub(super) fn keys(usage: &[UsageRow]) -> Vec<RowKey> {
    let mut folds = Folds::default();
    let mut key = |row: &UsageRow| {
        let customer = match (row.customer_id, row.customer_name) {
            (Some(id), _) => CustomerKey::Id(id),
            (None, Some(name)) => CustomerKey::Name(folds.get(name)),
            (None, None) => CustomerKey::Unnamed,
        };
        let workload = row.workload.value().map(|workload| match workload {
            Workload::Known(id) => id,
            Workload::Unknown(word) => folds.get(word),
        });
        (customer, workload, row.sku.map(|sku| folds.get(sku)))
    };
    usage.iter().map(&mut key).collect()
}

/// Judges every row. Duplicates are looked for only among rows that pass everything else.
pub(super) fn judge_rows(judge: &Judge<'_>, usage: &[UsageRow]) -> Rows {
    let keys = keys(usage);
    let mut verdicts: Vec<UsageVerdict> = usage
        .iter()
        .map(|row| UsageVerdict { reasons: reasons(judge, row), entitlements: 0, counted_instead: None })
        .collect();
    let passing = (0..usage.len()).filter(|&n| verdicts[n].reasons.is_empty());
    let kept = smallest(usage, &keys, passing);
    for (n, row) in usage.iter().enumerate().filter(|&(n, _)| verdicts[n].reasons.is_empty()).collect::<Vec<_>>() {
        let counted = kept.get(&keys[n]).copied().unwrap_or(n);
        if counted == n {
            verdicts[n].entitlements = row.count.value().unwrap_or(0);
        } else {
            verdicts[n].reasons.add(UsageReason::Duplicate as u8);
            verdicts[n].counted_instead = Some(count_cell(&usage[counted]));
        }
    }
    let (counted, not_counted) = sums(usage, &verdicts);
    Rows { verdicts, counted, not_counted, keys }
}

/// Everything but `duplicate`.
pub(super) fn reasons(judge: &Judge<'_>, row: &UsageRow) -> Reasons {
    let mut reasons = Reasons::default();
    let mut holds = |reason: UsageReason, holds: bool| {
        if holds {
            reasons.add(reason as u8);
        }
    };
    let workload = row.workload.value();
    let month_unreadable = matches!(row.month, Read::Blank | Read::Unreadable { .. });
    holds(UsageReason::LeftOut, judge.leaves_out(count_cell(row)));
    holds(UsageReason::Unreadable, row.count.value().is_none() || month_unreadable || workload.is_none());
    holds(
        UsageReason::WorkloadNotEligible,
        match workload {
            Some(Workload::Known(id)) => !judge.workloads.contains(&id),
            Some(Workload::Unknown(_)) => true,
            None => false,
        },
    );
    holds(UsageReason::Trial, row.trial != Trial::No && !judge.rules.entitlements.trials_count);
    holds(UsageReason::NoQualifyingAssociation, row.associations.bits & judge.associations == 0);
    holds(UsageReason::OutsideReferenceMonth, row.month.value().is_some_and(|month| month != judge.month));
    reasons
}

/// For each key among `candidates`, the row that counts: the smallest count, and of equal ones the first.
pub(super) fn smallest(
    usage: &[UsageRow],
    keys: &[RowKey],
    candidates: impl Iterator<Item = usize>,
) -> HashMap<RowKey, usize> {
    let rank = |n: usize| (usage[n].count.value().unwrap_or(0), count_cell(&usage[n]));
    let mut kept: HashMap<RowKey, usize> = HashMap::new();
    for n in candidates {
        kept.entry(keys[n]).and_modify(|known| *known = if rank(n) < rank(*known) { n } else { *known }).or_insert(n);
    }
    kept
}

/// The cell of a row's count.
pub(super) fn count_cell(row: &UsageRow) -> CellRef {
    CellRef { sheet: row.sheet, row: row.row, col: row.count_col }
}

fn sums(usage: &[UsageRow], verdicts: &[UsageVerdict]) -> (Sum, Vec<(UsageReason, Sum)>) {
    let mut counted = Sum::default();
    let mut others: BTreeMap<UsageReason, Sum> = BTreeMap::new();
    for (row, verdict) in usage.iter().zip(verdicts) {
        let sum = match verdict.reasons.usage().next() {
            None => &mut counted,
            Some(main) => others.entry(main).or_default(),
        };
        sum.rows += 1;
        sum.active_users = sum.active_users.saturating_add(row.count.value().unwrap_or(0));
    }
    (counted, others.into_iter().collect())
}

/// Entitlements by workload, in the order of the workloads' IDs.
type Split = BTreeMap<&'static str, (Ustr, u64)>;

/// What counts, by customer.
pub(super) fn customers(usage: &[UsageRow], rows: &Rows) -> Vec<CustomerSum> {
    let mut at: HashMap<CustomerKey, usize> = HashMap::new();
    let mut sums: Vec<(CustomerSum, Split)> = Vec::new();
    for ((row, verdict), (key, workload, _)) in usage.iter().zip(&rows.verdicts).zip(&rows.keys) {
        let (true, Some(workload)) = (verdict.reasons.is_empty(), *workload) else { continue };
        let place = *at.entry(*key).or_insert_with(|| {
            let sum =
                CustomerSum { customer_id: row.customer_id, customer: None, by_workload: Vec::new(), entitlements: 0 };
            sums.push((sum, Split::new()));
            sums.len() - 1
        });
        let Some((sum, split)) = sums.get_mut(place) else { continue };
        sum.customer = least_name(sum.customer, row.customer_name);
        sum.entitlements = sum.entitlements.saturating_add(verdict.entitlements);
        let (_, part) = split.entry(workload.as_str()).or_insert((workload, 0));
        *part = part.saturating_add(verdict.entitlements);
    }
    let mut sums: Vec<CustomerSum> = sums
        .into_iter()
        .map(|(sum, split)| CustomerSum { by_workload: split.into_values().collect(), ..sum })
        .collect();
    let name = |word: Option<Ustr>| word.map_or("", |word| word.as_str());
    sums.sort_by(|a, b| {
        let larger = b.entitlements.cmp(&a.entitlements).then(name(a.customer).cmp(name(b.customer)));
        larger.then(name(a.customer_id).cmp(name(b.customer_id)))
    });
    sums
}

/// Of several spellings of a name the least, whatever the order of rows.
pub(super) fn least_name(one: Option<Ustr>, other: Option<Ustr>) -> Option<Ustr> {
    match (one, other) {
        (Some(a), Some(b)) => Some(if b.as_str() < a.as_str() { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// Rows that are the same but for the count: one finding for each counted row that has larger twins.
pub(super) fn conflicts(usage: &[UsageRow], rows: &Rows, position: u32) -> Vec<Finding> {
    let mut larger: BTreeMap<CellRef, Vec<&UsageRow>> = BTreeMap::new();
    let mut counted: BTreeMap<CellRef, &UsageRow> = BTreeMap::new();
    for (row, verdict) in usage.iter().zip(&rows.verdicts) {
        match verdict.counted_instead {
            Some(cell) => larger.entry(cell).or_default().push(row),
            None if verdict.reasons.is_empty() => {
                counted.insert(count_cell(row), row);
            }
            None => {}
        }
    }
    let mut findings = Vec::new();
    for (cell, twins) in larger {
        let Some(small) = counted.get(&cell) else { continue };
        let smaller = small.count.value().unwrap_or(0);
        let mut twins: Vec<&UsageRow> = twins.into_iter().filter(|t| t.count.value() != Some(smaller)).collect();
        twins.sort_by_key(|t| count_cell(t));
        let Some(largest) = twins.iter().filter_map(|t| t.count.value()).max() else { continue };
        let numbers: BTreeSet<u64> = twins.iter().filter_map(|t| t.count.value()).chain([smaller]).collect();
        let numbers: Vec<String> = numbers.iter().map(u64::to_string).collect();
        let workload = small.workload.value().map_or("", |w| match w {
            Workload::Known(word) | Workload::Unknown(word) => word.as_str(),
        });
        let mut finding = Finding::new(Code::ConflictingDuplicate)
            .at(cell.sheet, cell.row, cell.col)
            .of_partner(position)
            .value(numbers.join(" / "))
            .arg("customer", small.customer_name.or(small.customer_id).map_or("", |text| text.as_str()))
            .arg("workload", workload)
            .arg("smaller", smaller)
            .arg("larger", largest)
            .arg("times", if twins.len() > 1 { Arg::from(twins.len() as u64 + 1) } else { "".into() });
        for twin in twins {
            finding = finding.and_at(count_cell(twin));
        }
        findings.push(finding);
    }
    findings
}
