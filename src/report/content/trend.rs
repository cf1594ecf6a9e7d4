//! What several reviews said, one after the other: a table, and what its charts show.

use super::material::Material;
use super::words::{column, mark, metric, text_cell, tier, tier_id};
use super::{Bars, Cell, Kind, Row, Series, Table, Tone, Trend};
use crate::assess::{Assessment, Metric};
use crate::review::Point;
use crate::say;
use crate::text::Localizer;

use super::status;

/// Fewer reviews than this are no trend: then and now say it all.
const FEWEST: usize = 3;

/// The trend of the partner at a position.
pub(super) fn of_partner(material: &Material, index: usize, judged: &Assessment, text: &Localizer) -> Option<Trend> {
    let review = material.review;
    let mut points: Vec<Point> = review.history.as_ref()?.points.get(index)?.clone();
    points.push(Point {
        as_of: review.as_of.to_string(),
        tier: review.ruleset.tier_id(judged.tier).to_owned(),
        entitlements: status::actual(judged, Metric::Entitlements),
        people: status::actual(judged, Metric::People),
    });
    if points.len() < FEWEST {
        return None;
    }
    let figures = [
        (metric(Metric::Entitlements, text), points.iter().map(|p| p.entitlements).collect::<Vec<u64>>()),
        (metric(Metric::People, text), points.iter().map(|p| p.people).collect()),
    ];
    let rows = points.iter().map(|point| Row {
        cells: vec![
            text_cell(day(&point.as_of, text)),
            text_cell(tier_id(&point.tier, text)),
            Cell::Int(point.entitlements),
            Cell::Int(point.people),
        ],
        tone: Tone::Plain,
    });
    let rows = rows.collect();
    let mut columns =
        vec![column(say!(text, "column-review"), Kind::Text), column(say!(text, "column-tier"), Kind::Text)];
    columns.extend(figures.iter().map(|(title, _)| column(title.clone(), Kind::Int)));
    let reviews: Vec<String> = points.iter().map(|point| short_day(&point.as_of, text)).collect();
    let charts = (2..).zip(figures).map(|(at, (title, values))| Bars {
        series: vec![Series { label: title.clone(), tier: None, column: at, values }],
        title,
        reviews: reviews.clone(),
    });
    let charts = charts.collect();
    Some(Trend {
        title: say!(text, "trend-title"),
        intro: say!(text, "trend-intro"),
        table: Table { columns, rows, total: None },
        charts,
    })
}

/// How many partners held which tier, review by review.
pub(super) fn of_portfolio(material: &Material, text: &Localizer) -> Option<Trend> {
    let review = material.review;
    let rules = &review.ruleset;
    let past = &review.history.as_ref()?.tiers;
    if past.len() + 1 < FEWEST {
        return None;
    }
    let positions: Vec<Option<usize>> = (0..rules.tiers.len()).rev().map(Some).chain([None]).collect();
    let now = |position: &Option<usize>| review.assessments.iter().filter(|a| a.tier == *position).count() as u64;
    let then = |position: &Option<usize>, nth: usize| {
        let counts = past.get(nth).map(|review| &review.counts);
        counts.and_then(|counts| counts.get(rules.tier_id(*position)).copied()).unwrap_or(0)
    };
    let mut days: Vec<String> = past.iter().map(|review| day(&review.as_of, text)).collect();
    days.push(text.date(review.as_of));
    let series: Vec<Series> = positions
        .iter()
        .enumerate()
        .map(|(n, position)| Series {
            label: tier(rules, *position, text),
            tier: Some(mark(rules, *position)),
            column: n + 1,
            values: (0..past.len()).map(|nth| then(position, nth)).chain([now(position)]).collect(),
        })
        .collect();
    let mut columns = vec![column(say!(text, "column-review"), Kind::Text)];
    columns.extend(series.iter().map(|series| column(series.label.clone(), Kind::Int)));
    let rows = days.iter().enumerate().map(|(n, day)| {
        let counts = series.iter().map(|series| Cell::Int(series.values.get(n).copied().unwrap_or(0)));
        Row { cells: [text_cell(day.clone())].into_iter().chain(counts).collect(), tone: Tone::Plain }
    });
    let table = Table { rows: rows.collect(), columns, total: None };
    let title = say!(text, "trend-tiers-title");
    let now = [text.short_date(review.as_of)];
    let reviews = past.iter().map(|review| short_day(&review.as_of, text)).chain(now).collect();
    let charts = vec![Bars { title, reviews, series }];
    Some(Trend { title: say!(text, "trend-title"), intro: say!(text, "trend-intro"), table, charts })
}

/// A day as it stands in an earlier review, for the foot of a bar.
fn short_day(as_of: &str, text: &Localizer) -> String {
    as_of.parse().map_or_else(|_| as_of.to_owned(), |day| text.short_date(day))
}

/// A day as it stands in an earlier review.
fn day(as_of: &str, text: &Localizer) -> String {
    as_of.parse().map_or_else(|_| as_of.to_owned(), |day| text.date(day))
}
