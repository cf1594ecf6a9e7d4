//! In which order the partners stand for each column. Decided here, because a browser knows neither the language's
//! dictionary as the other reports do, nor numbers from their texts.

use std::cmp::Ordering;
use std::fmt::Write as _;

use crate::report::content::{PortfolioLine, PortfolioReport};
use crate::text::{Lang, formats};

/// Number of columns, see [`PortfolioReport::columns`].
pub(super) const COLUMNS: usize = 12;
/// Positions in [`PortfolioReport::columns`].
pub(super) const NAME: usize = 0;
pub(super) const ID: usize = 1;
pub(super) const COUNTRY: usize = 2;
pub(super) const MARKET: usize = 3;
pub(super) const TIER: usize = 4;
pub(super) const COULD_BE: usize = 5;
pub(super) const ENTITLEMENTS: usize = 6;
pub(super) const PEOPLE: usize = 7;
pub(super) const NEXT: usize = 8;
pub(super) const RISK: usize = 9;
pub(super) const CHANGE: usize = 10;
pub(super) const PROBLEMS: usize = 11;

/// A partner's rank in each column, equal for equals; `None` where there is nothing to sort by.
pub(super) type Ranks = [Option<usize>; COLUMNS];

/// The ranks of all partners, in the order of the report's lines.
pub(super) fn ranks(report: &PortfolioReport) -> Vec<Ranks> {
    let columns: [Vec<Option<usize>>; COLUMNS] = std::array::from_fn(|column| in_column(report, column));
    (0..report.lines.len())
        .map(|line| std::array::from_fn(|column| columns.get(column)?.get(line).copied().flatten()))
        .collect()
}

fn in_column(report: &PortfolioReport, column: usize) -> Vec<Option<usize>> {
    let lang = report.head.lang;
    let mut order: Vec<(usize, &PortfolioLine)> =
        report.lines.iter().enumerate().filter(|(_, line)| says(line, column)).collect();
    order.sort_by(|a, b| compare(a.1, b.1, column, lang));
    let mut ranks = vec![None; report.lines.len()];
    let mut rank = 0;
    let mut before: Option<&PortfolioLine> = None;
    for (at, line) in order {
        if before.is_some_and(|before| compare(before, line, column, lang) != Ordering::Equal) {
            rank += 1;
        }
        before = Some(line);
        if let Some(place) = ranks.get_mut(at) {
            *place = Some(rank);
        }
    }
    ranks
}

/// Ranks as an attribute: numbers with spaces between, `-` for none.
pub(super) fn attribute(ranks: &Ranks) -> String {
    let mut text = String::new();
    for rank in ranks {
        let space = if text.is_empty() { "" } else { " " };
        let _ = match rank {
            Some(rank) => write!(text, "{space}{rank}"),
            None => write!(text, "{space}-"),
        };
    }
    text
}

/// Whether a partner says anything in a column.
pub(super) fn says(line: &PortfolioLine, column: usize) -> bool {
    match column {
        COULD_BE => line.could_be_level.is_some(),
        // What only could become a risk is none: it comes last with the others, up and down.
        RISK => !line.risk.is_empty(),
        _ => word(line, column).is_none_or(|word| !word.is_empty()),
    }
}

/// The text of a column that is sorted as text.
fn word(line: &PortfolioLine, column: usize) -> Option<&str> {
    match column {
        NAME => Some(&line.name),
        ID => Some(&line.id),
        COUNTRY => Some(&line.country),
        MARKET => Some(&line.market),
        RISK => Some(&line.risk),
        CHANGE => Some(&line.change),
        _ => None,
    }
}

fn compare(a: &PortfolioLine, b: &PortfolioLine, column: usize, lang: Lang) -> Ordering {
    match column {
        ID => number(&a.id).cmp(&number(&b.id)).then_with(|| formats::compare(lang, &a.id, &b.id)),
        TIER => a.tier_level.cmp(&b.tier_level),
        COULD_BE => a.could_be_level.cmp(&b.could_be_level),
        ENTITLEMENTS => a.entitlements.cmp(&b.entitlements),
        PEOPLE => a.people.cmp(&b.people),
        NEXT => a.progress.total_cmp(&b.progress),
        PROBLEMS => a.problems.cmp(&b.problems),
        _ => match (word(a, column), word(b, column)) {
            (Some(a), Some(b)) => formats::compare(lang, a, b),
            _ => Ordering::Equal,
        },
    }
}

/// An ID as a number; IDs that are none come last.
fn number(id: &str) -> u64 {
    id.parse().unwrap_or(u64::MAX)
}
