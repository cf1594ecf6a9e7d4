//! Order and grouping: findings by file, sheet and cell; repeats as one, with a true count.

use std::collections::HashMap;

use super::{Arg, Code, Finding};
use crate::facts::{CellRef, SheetRef};

/// Of cells that each need their own repair, this many of a kind are told one by one for a sheet and partner.
const ONE_BY_ONE: u64 = 200;
/// A group names at most this many further cells.
const CELLS_NAMED: usize = 99;

#[derive(Clone, PartialEq, Eq, Hash)]
struct Group {
    code: Code,
    file: Option<u32>,
    sheet: Option<SheetRef>,
    partner: Option<u32>,
    value: Option<String>,
    args: Vec<(&'static str, Arg)>,
    settled: bool,
}

type Place = (Option<u32>, Option<SheetRef>, Option<CellRef>, Code, Option<u32>);

fn place(finding: &Finding) -> Place {
    (finding.file, finding.sheet, finding.cell, finding.code, finding.partner)
}

/// Sorts findings by place and groups repeats.
pub fn arrange(mut findings: Vec<Finding>) -> Vec<Finding> {
    // Findings about the run as a whole come first, as `None` sorts before any place.
    findings.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| (&a.value, &a.args).cmp(&(&b.value, &b.args))));
    let mut groups: HashMap<Group, usize> = HashMap::new();
    let mut singles: HashMap<Group, u64> = HashMap::new();
    let mut arranged: Vec<Finding> = Vec::new();
    for finding in findings {
        let by_value = finding.code.groups_by_value();
        let group = Group {
            code: finding.code,
            file: finding.file,
            sheet: finding.sheet,
            partner: finding.partner,
            value: if by_value { finding.value.clone() } else { None },
            args: if by_value { finding.args.clone() } else { Vec::new() },
            settled: finding.settled,
        };
        if !by_value {
            let number = singles.entry(group.clone()).and_modify(|n| *n += 1).or_insert(1_u64);
            if finding.cell.is_none() || *number <= ONE_BY_ONE {
                arranged.push(finding);
                continue;
            }
        }
        match groups.get(&group).and_then(|&at| arranged.get_mut(at)) {
            Some(first) => {
                first.count += finding.count;
                let cells = finding.cell.into_iter().chain(finding.also);
                first.also.extend(cells.take(CELLS_NAMED.saturating_sub(first.also.len())));
            }
            None => {
                groups.insert(group, arranged.len());
                arranged.push(finding);
            }
        }
    }
    arranged
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: SheetRef = SheetRef { file: 0, sheet: 0 };

    #[test]
    fn a_word_used_often_is_one_finding_with_a_true_count() {
        let word = |row, value: &str| Finding::new(Code::UnknownWorkload).at(SHEET, row, 2).value(value);
        let arranged = arrange(vec![word(9, "Planner"), word(4, "Planner"), word(5, "Stream"), word(7, "Planner")]);
        let seen: Vec<_> =
            arranged.iter().map(|f| (f.value.as_deref(), f.count, f.cell.map(|c| c.row), f.also.len())).collect();
        assert_eq!(seen, [(Some("Planner"), 3, Some(4), 2), (Some("Stream"), 1, Some(5), 0)]);
    }

    #[test]
    fn cells_that_each_need_repair_are_told_one_by_one_up_to_a_bound() {
        let cells = (0..1_000).map(|row| Finding::new(Code::UnreadableCount).at(SHEET, row, 3).value("x")).collect();
        let arranged = arrange(cells);
        assert_eq!(arranged.len(), 201);
        assert_eq!(arranged.iter().map(|f| f.count).sum::<u64>(), 1_000);
        assert_eq!(arranged[200].count, 800);
    }

    #[test]
    fn partners_are_never_grouped_together() {
        let word =
            |row, partner| Finding::new(Code::UnknownWorkload).at(SHEET, row, 2).value("Planner").of_partner(partner);
        assert_eq!(arrange(vec![word(1, 0), word(2, 1), word(3, 0)]).len(), 2);
    }
}
