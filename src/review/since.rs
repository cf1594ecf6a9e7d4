//! Findings that are new since an earlier review, and those that are gone.
//!
//! Files are named after their quarter and rows move, so a finding is the same by its code, its partner and whom it is
//! about (the customer or person of its row); else by its value and its file, both without their digits.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Review;
use crate::facts::SheetRef;
use crate::finding::{Arg, Finding, Places};
use crate::recognise::fold;

/// A finding as a `results.json` tells it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Told {
    /// Its code.
    pub code: String,
    /// Its severity.
    pub severity: String,
    /// Label of its file.
    pub file: Option<String>,
    /// ID (else name) of the partner that it concerns.
    pub partner: Option<String>,
    /// The customer or person whose row it is about.
    pub subject: Option<String>,
    /// The value seen.
    pub value: Option<String>,
    /// Its message, in the language of that review.
    pub message: String,
}

/// What makes two findings of different reviews the same.
type Key = (String, String, String);

impl Told {
    fn key(&self, by_subject: bool) -> Key {
        let partner = self.partner.as_deref().map(fold).unwrap_or_default();
        let value = self.value.as_deref().map(without_digits).unwrap_or_default();
        let about = match (&self.subject, &self.partner) {
            (Some(subject), _) if by_subject => format!("of {}", fold(subject)),
            // Of an older review only the number of a partner's findings of a code can be compared.
            (_, Some(_)) if !by_subject => String::new(),
            (_, Some(_)) => value,
            (_, None) => format!("{value} in {}", self.file.as_deref().map(without_digits).unwrap_or_default()),
        };
        (self.code.clone(), partner, about)
    }
}

fn without_digits(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_numeric()).collect()
}

/// Positions of those of `now` that `then` does not have, and of those of `then` that are gone. Of several that are the
/// same, as many are as there are more.
pub(super) fn since(now: &[Told], then: &[Told], by_subject: bool) -> (Vec<usize>, Vec<usize>) {
    (beyond(now, then, by_subject), beyond(then, now, by_subject))
}

/// Positions of those of `these` that `those` do not have.
fn beyond(these: &[Told], those: &[Told], by_subject: bool) -> Vec<usize> {
    let mut left: BTreeMap<Key, usize> = BTreeMap::new();
    for told in those {
        *left.entry(told.key(by_subject)).or_default() += 1;
    }
    let mut beyond = Vec::new();
    for (position, told) in these.iter().enumerate() {
        match left.get_mut(&told.key(by_subject)) {
            Some(count) if *count > 0 => *count -= 1,
            _ => beyond.push(position),
        }
    }
    beyond
}

/// The name of a file that was passed over and so is no input.
fn passed_over(finding: &Finding) -> Option<String> {
    finding.args.iter().find_map(|(name, value)| match value {
        Arg::Text(text) if *name == "name" && finding.code.is_about_a_file() => Some(text.clone()),
        _ => None,
    })
}

impl Review {
    /// The customer or person that each finding is about: whose row its cell is in, else whom it names.
    pub fn subjects(&self) -> Vec<Option<String>> {
        let mut rows: BTreeMap<(SheetRef, u32), Option<&'static str>> = BTreeMap::new();
        let with_row = |finding: &Finding| finding.partner.is_some() && finding.count == 1;
        for finding in self.findings.iter().filter(|finding| with_row(finding)) {
            rows.extend(finding.cell.map(|cell| ((cell.sheet, cell.row), None)));
        }
        if !rows.is_empty() {
            for partner in &self.portfolio.partners {
                for row in &partner.usage {
                    if let Some(slot) = rows.get_mut(&(row.sheet, row.row)) {
                        *slot = row.customer_name.or(row.customer_id).map(|name| name.as_str());
                    }
                }
                for person in &partner.people {
                    for row in &person.roster {
                        if let Some(slot) = rows.get_mut(&(row.sheet, row.row)) {
                            *slot = Some(person.display());
                        }
                    }
                }
            }
        }
        let named = |finding: &Finding| {
            finding.args.iter().find_map(|(name, value)| match value {
                Arg::Text(text) if *name == "customer" && !text.is_empty() => Some(text.clone()),
                _ => None,
            })
        };
        let of = |finding: &Finding| {
            let row = finding.cell.filter(|_| with_row(finding)).and_then(|cell| rows.get(&(cell.sheet, cell.row)));
            row.copied().flatten().map(str::to_owned).or_else(|| named(finding))
        };
        self.findings.iter().map(of).collect()
    }

    /// Positions of the findings that are new since the review compared with, and those of that review that are gone;
    /// `None` without one.
    pub fn findings_since(&self) -> Option<(Vec<usize>, Vec<&Told>)> {
        let history = self.history.as_ref()?;
        let now: Vec<Told> = self
            .findings
            .iter()
            .zip(self.subjects())
            .map(|(finding, subject)| Told {
                code: finding.code.as_str().to_owned(),
                severity: finding.severity().as_str().to_owned(),
                file: finding.file.map(|file| self.file(file)).or_else(|| passed_over(finding)),
                partner: finding
                    .partner
                    .and_then(|partner| self.portfolio.partners.get(partner as usize))
                    .map(|partner| partner.key().to_owned()),
                subject,
                value: finding.value.clone(),
                message: String::new(),
            })
            .collect();
        let (new, gone) = since(&now, &history.findings, history.says_subjects);
        Some((new, gone.into_iter().filter_map(|position| history.findings.get(position)).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(code: &str, partner: &str, subject: &str, file: &str) -> Told {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Told { code: code.into(), partner: some(partner), subject: some(subject), file: some(file), ..Told::default() }
    }

    #[test]
    fn a_finding_is_the_same_by_its_customer_whatever_its_file_is_called() {
        let then = [told("unreadable-count", "1", "Contoso", "usage 2026-06.csv")];
        let now = [
            told("unreadable-count", "1", "CONTOSO", "usage 2026-09.csv"),
            told("unreadable-count", "1", "Fabrikam", "usage 2026-09.csv"),
        ];
        assert_eq!(since(&now, &then, true), (vec![1], vec![]));
        assert_eq!(since(&then, &now, true), (vec![], vec![1]));
    }

    #[test]
    fn a_file_is_the_same_but_for_its_digits() {
        let then = [told("unreadable-file", "", "", "usage 2026-06.csv")];
        assert_eq!(since(&[told("unreadable-file", "", "", "usage 2026-09.csv")], &then, true), (vec![], vec![]));
        assert_eq!(since(&[told("unreadable-file", "", "", "roster 2026-09.csv")], &then, true), (vec![0], vec![0]));
    }

    #[test]
    fn of_several_that_are_the_same_those_beyond_the_number_before_are_new() {
        let one = told("conflicting-duplicate", "1", "Contoso", "a.csv");
        let now = [one.clone(), one.clone(), one.clone()];
        assert_eq!(since(&now, &[one], true), (vec![1, 2], vec![]));
    }

    #[test]
    fn of_a_review_that_names_nobody_only_numbers_are_compared() {
        let then = [told("unreadable-count", "1", "", "a.csv"), told("unreadable-count", "2", "", "a.csv")];
        let now =
            [told("unreadable-count", "1", "Contoso", "b.csv"), told("unreadable-count", "1", "Fabrikam", "b.csv")];
        assert_eq!(since(&now, &then, false), (vec![1], vec![1]));
    }
}
