//! What earlier reviews said, in the order of their days.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Previous;
use super::since::Told;
use crate::portfolio::Partner;

/// A partner's figures in one review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The day that the review was as of.
    pub as_of: String,
    /// ID of the tier, `none` for no tier.
    pub tier: String,
    /// Active entitlements.
    pub entitlements: u64,
    /// People that counted.
    pub people: u64,
}

/// How many partners held which tier in one review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tiers {
    /// The day that the review was as of.
    pub as_of: String,
    /// Partners by the ID of their tier, `none` for no tier.
    pub counts: BTreeMap<String, u64>,
}

/// What earlier reviews said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// The reviews before this one, oldest first.
    pub tiers: Vec<Tiers>,
    /// For each partner its figures in those of these reviews that knew it, oldest first.
    pub points: Vec<Vec<Point>>,
    /// The findings of the review compared with, and whether it says whom they are about.
    pub(super) findings: Vec<Told>,
    pub(super) says_subjects: bool,
}

impl History {
    pub(super) fn new(previous: &Previous, past: &[&Previous], partners: &[Partner]) -> Self {
        let of = |partner: &Partner| {
            let (id, name) = (partner.id.map(|id| id.as_str()), partner.name.map(|name| name.as_str()));
            past.iter().filter_map(|review| review.point(id, name)).collect()
        };
        Self {
            tiers: past.iter().map(|r| Tiers { as_of: r.as_of().to_owned(), counts: r.counts() }).collect(),
            points: partners.iter().map(of).collect(),
            findings: previous.findings.clone(),
            says_subjects: previous.says_subjects,
        }
    }
}

/// The review to compare with, and all that are before a day, oldest first. Where none is before it, the newest of all
/// is compared with, as whoever gives one means it.
pub(super) fn earlier(all: &[Previous], as_of: Date) -> (Option<&Previous>, Vec<&Previous>) {
    let mut sorted: Vec<&Previous> = all.iter().collect();
    sorted.sort_by_key(|review| (review.day(), review.as_of())); // stable
    let newest = sorted.last().copied();
    let past: Vec<&Previous> = sorted.into_iter().filter(|r| r.day().is_some_and(|day| day < as_of)).collect();
    (past.last().copied().or(newest), past)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn review(as_of: &str) -> Previous {
        let text = format!(r#"{{"schema": "tiergap.results.v1", "as_of": "{as_of}", "partners": []}}"#);
        Previous::parse(&text, "certified-people").unwrap()
    }

    fn told(days: &[&str], as_of: Date) -> (Option<String>, Vec<String>) {
        let all: Vec<Previous> = days.iter().map(|day| review(day)).collect();
        let (compared, past) = earlier(&all, as_of);
        (compared.map(|r| r.as_of().to_owned()), past.into_iter().map(|r| r.as_of().to_owned()).collect())
    }

    #[test]
    fn the_newest_review_before_the_day_is_compared_with_whatever_the_order() {
        let days = ["2026-06-30", "2025-12-31", "2026-09-30", "2026-03-31"];
        let (compared, past) = told(&days, date(2026, 9, 30));
        assert_eq!(compared.as_deref(), Some("2026-06-30"));
        assert_eq!(past, ["2025-12-31", "2026-03-31", "2026-06-30"]);
    }

    #[test]
    fn a_review_of_the_same_day_is_compared_with_where_it_is_the_only_one() {
        let (compared, past) = told(&["2026-09-30"], date(2026, 9, 30));
        assert_eq!((compared.as_deref(), past.len()), (Some("2026-09-30"), 0));
        assert_eq!(told(&[], date(2026, 9, 30)), (None, vec![]));
    }
}
