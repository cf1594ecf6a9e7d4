//! Verdicts on roster rows and people.

use std::cmp::Reverse;

use jiff::civil::Date;
use ustr::Ustr;

use super::{Held, Judge, PersonVerdict, Reasons, RosterReason, RosterVerdict};
use crate::facts::{CellRef, Read, RosterRow, Status};
use crate::portfolio::Person;

/// Judges a person: every roster row, then every path. The conditions of a path hold for this one person.
pub(super) fn judge_person(judge: &Judge<'_>, person: &Person) -> PersonVerdict {
    let mut roster: Vec<RosterVerdict> =
        person.roster.iter().map(|row| RosterVerdict { reasons: reasons(judge, row) }).collect();
    let mut held: Vec<Held> = Vec::new();
    for &credential in &judge.credentials {
        let same = |n: &usize| {
            roster[*n].reasons.is_empty() && person.roster[*n].credential.value().and_then(|c| c.id) == Some(credential)
        };
        let rows: Vec<usize> = (0..person.roster.len()).filter(same).collect();
        // Of several rows the one that lasts longest counts, so that the order of rows does not matter.
        let Some(&best) = rows.iter().max_by_key(|&&n| {
            let row = &person.roster[n];
            (row.expires.value().unwrap_or(Date::MAX), Reverse(row.achieved.value()), Reverse(place(row)))
        }) else {
            continue;
        };
        for n in rows {
            if n != best {
                roster[n].reasons.add(RosterReason::Duplicate as u8);
            }
        }
        let row = &person.roster[best];
        held.push(Held { credential, achieved: row.achieved.value(), expires: row.expires.value(), row: best });
    }
    let qualifies_by = paths_met(judge, &held.iter().map(|h| h.credential).collect::<Vec<_>>());
    let missing = match judge.rules.people.paths.first() {
        Some(path) if qualifies_by.is_empty() => missing(&path.all_of, &held),
        _ => Vec::new(),
    };
    PersonVerdict { roster, qualifies_by, missing, held }
}

/// Everything but `duplicate`.
pub(super) fn reasons(judge: &Judge<'_>, row: &RosterRow) -> Reasons {
    let mut reasons = Reasons::default();
    let mut holds = |reason: RosterReason, holds: bool| {
        if holds {
            reasons.add(reason as u8);
        }
    };
    let credential = row.credential.value();
    let unreadable = row.status.is_unreadable() || row.achieved.is_unreadable() || row.expires.is_unreadable();
    holds(RosterReason::LeftOut, judge.leaves_out(credential_cell(row)));
    holds(RosterReason::Unreadable, credential.is_none() || unreadable);
    let required = |id: Option<Ustr>| id.is_some_and(|id| judge.credentials.contains(&id));
    holds(RosterReason::NotRequired, credential.is_some_and(|c| !required(c.id)));
    holds(RosterReason::NotPassed, row.status == Read::Value(Status::NotPassed));
    holds(RosterReason::AfterAsOf, row.achieved.value().is_some_and(|day| day > judge.as_of));
    holds(RosterReason::Expired, row.expires.value().is_some_and(|day| day < judge.as_of));
    holds(RosterReason::NoProof, lacks_proof(row));
    reasons
}

/// The sheet has a status or date column, but this row has neither.
fn lacks_proof(row: &RosterRow) -> bool {
    let no_columns = row.status == Read::NoColumn && row.achieved == Read::NoColumn;
    let nothing = |blank: bool, no_column: bool| blank || no_column;
    !no_columns
        && nothing(row.status == Read::Blank, row.status == Read::NoColumn)
        && nothing(row.achieved == Read::Blank, row.achieved == Read::NoColumn)
}

/// The cell of a row's credential.
pub(super) fn credential_cell(row: &RosterRow) -> CellRef {
    CellRef { sheet: row.sheet, row: row.row, col: row.credential_col }
}

fn place(row: &RosterRow) -> (crate::facts::SheetRef, u32, u32) {
    (row.sheet, row.row, row.credential_col)
}

/// The paths that a set of credentials meets, by position.
pub(super) fn paths_met(judge: &Judge<'_>, held: &[Ustr]) -> Vec<usize> {
    let met = |path: &&crate::rules::Path| path.all_of.iter().all(|id| held.contains(id));
    judge.rules.people.paths.iter().enumerate().filter(|(_, path)| met(path)).map(|(n, _)| n).collect()
}

/// The credentials of `needed` that are not held.
pub(super) fn missing(needed: &[Ustr], held: &[Held]) -> Vec<Ustr> {
    needed.iter().copied().filter(|id| held.iter().all(|h| h.credential != *id)).collect()
}

/// How many people qualify.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tally {
    pub by_path: Vec<u64>,
    pub by_any: u64,
    /// What counts for the requirement: the largest path, or all of them where the ruleset combines paths.
    pub counted: u64,
}

impl Tally {
    pub(super) fn of(judge: &Judge<'_>, people: &[PersonVerdict]) -> Self {
        let paths = judge.rules.people.paths.len();
        let meets = |p: &PersonVerdict| (0..paths).map(|n| p.qualifies_by.contains(&n)).collect::<Vec<_>>();
        let all: Vec<Vec<bool>> = people.iter().map(meets).collect();
        let by_path = (0..paths).map(|n| all.iter().filter(|met| met[n]).count() as u64).collect();
        Self {
            by_path,
            by_any: all.iter().filter(|met| met.contains(&true)).count() as u64,
            counted: counted(judge, all.iter().map(|met| met.iter().copied())),
        }
    }

    /// The figure for the requirement once some people more qualify by each path, none of whom did by any.
    pub(super) fn with(&self, judge: &Judge<'_>, more_by_path: &[u64], more_by_any: u64) -> u64 {
        if judge.rules.people.combine_paths {
            return self.by_any + more_by_any;
        }
        self.by_path.iter().zip(more_by_path).map(|(now, more)| now + more).max().unwrap_or(0)
    }
}

/// Counts people, each given as whether they meet each path.
pub(super) fn counted<P: Iterator<Item = bool>>(judge: &Judge<'_>, people: impl Iterator<Item = P>) -> u64 {
    let mut by_path = vec![0_u64; judge.rules.people.paths.len()];
    let mut by_any = 0;
    for person in people {
        let mut any = false;
        for (count, met) in by_path.iter_mut().zip(person) {
            *count += u64::from(met);
            any |= met;
        }
        by_any += u64::from(any);
    }
    if judge.rules.people.combine_paths { by_any } else { by_path.into_iter().max().unwrap_or(0) }
}
