//! Small words that several parts of a report share: tiers, reasons, amounts, cells.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::material::Material;
use super::{Cell, Column, Kind, TierMark};
use crate::assess::{Metric, Reasons, RosterReason, UsageReason, UsageVerdict};
use crate::facts::{Market, Read, RosterRow, SheetRef, UsageRow};
use crate::finding::{Places, SEPARATOR, cell_place};
use crate::intake::Value;
use crate::rules::Ruleset;
use crate::say;
use crate::text::Localizer;

/// The mark of a tier at a position of the ruleset.
pub(super) fn mark(rules: &Ruleset, tier: Option<usize>) -> TierMark {
    match tier {
        None => TierMark::None,
        Some(position) if position + 1 == rules.tiers.len() => TierMark::Gold,
        Some(_) => TierMark::Silver,
    }
}

/// The name of a tier at a position of the ruleset.
pub(super) fn tier(rules: &Ruleset, tier: Option<usize>, text: &Localizer) -> String {
    let id = tier.and_then(|position| rules.tiers.get(position)).map_or("none", |rule| rule.id.as_str());
    tier_id(id, text)
}

/// The name of a tier by its ID; an ID that no text knows is shown as it is.
pub(super) fn tier_id(id: &str, text: &Localizer) -> String {
    let key = format!("tier-{id}");
    if text.has(&key) { text.message(&key, &[]) } else { id.to_owned() }
}

/// A market in words.
pub(super) fn market(market: Option<Market>, text: &Localizer) -> String {
    match market {
        Some(Market::Developed) => say!(text, "market-developed"),
        Some(Market::Developing) => say!(text, "market-developing"),
        None => say!(text, "market-none"),
    }
}

/// A market as a word for machines.
pub(super) fn market_id(market: Option<Market>) -> &'static str {
    match market {
        Some(Market::Developed) => "developed",
        Some(Market::Developing) => "developing",
        None => "unknown",
    }
}

/// What a figure is called.
pub(super) fn metric(metric: Metric, text: &Localizer) -> String {
    match metric {
        Metric::Entitlements => say!(text, "metric-entitlements"),
        Metric::People => say!(text, "metric-people"),
    }
}

/// A figure with its unit, such as "230 active entitlements".
pub(super) fn amount(metric: Metric, n: u64, text: &Localizer) -> String {
    match metric {
        Metric::Entitlements => say!(text, "amount-entitlements", count = n),
        Metric::People => say!(text, "amount-people", count = n),
    }
}

/// "yes" or "no".
pub(super) fn yes_no(text: &Localizer) -> (String, String) {
    (say!(text, "word-yes"), say!(text, "word-no"))
}

/// A column.
pub(super) fn column(title: String, kind: Kind) -> Column {
    Column { title, kind }
}

/// A text cell; empty text is an empty cell.
pub(super) fn text_cell(text: impl Into<String>) -> Cell {
    let text = text.into();
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// A cell of an input as the report shows it.
pub(super) fn cell(value: Value) -> Cell {
    match value {
        Value::Empty | Value::Uncalculated => Cell::Empty,
        Value::Number(n) => Cell::Number(n),
        Value::Text(text) => Cell::Text(text.as_str().to_owned()),
        Value::Bool(b) => Cell::Bool(b),
        Value::Error(error) => Cell::Text(error.as_str().to_owned()),
        Value::Date(serial) => match moment(serial) {
            Some(moment) => Cell::Text(moment),
            None => day(serial).map_or(Cell::Number(serial), Cell::Date),
        },
    }
}

/// A day with its time, or a time or duration by itself, to the minute; `None` for a day alone.
fn moment(serial: f64) -> Option<String> {
    let minutes = (serial * 1440.0).round() as i64;
    let (days, rest) = (minutes / 1440, minutes % 1440);
    if rest == 0 || minutes < 0 {
        return None;
    }
    // Days that early are none: a time of day, or how long something took.
    if days < 60 {
        return Some(format!("{}:{:02}", minutes / 60, minutes % 60));
    }
    Some(format!("{} {:02}:{:02}", day(days as f64)?, rest / 60, rest % 60))
}

/// The day of an Excel serial, counted from 1899-12-30.
fn day(serial: f64) -> Option<Date> {
    if !(0.0..3_000_000.0).contains(&serial) {
        return None;
    }
    let days: Span = (serial.floor() as i64).days();
    jiff::civil::date(1899, 12, 30).checked_add(days).ok()
}

/// Why a usage row is not counted: all reasons with their details, the main one first; empty if it counts.
pub(super) fn usage_reasons(
    row: &UsageRow,
    verdict: &UsageVerdict,
    material: &Material,
    text: &Localizer,
    places: &dyn Places,
) -> String {
    reasons_but(|_| false, row, verdict, material, text, places)
}

/// What a list of rows that one reason keeps from counting has to add about one of them: what cannot be read, and the
/// reasons that would still stand in the way.
pub(super) fn besides(
    main: UsageReason,
    row: &UsageRow,
    verdict: &UsageVerdict,
    material: &Material,
    text: &Localizer,
    places: &dyn Places,
) -> String {
    let is_told = |reason| reason == main && reason != UsageReason::Unreadable;
    reasons_but(is_told, row, verdict, material, text, places)
}

/// The reasons of a row but those that are told already.
fn reasons_but(
    is_told: impl Fn(UsageReason) -> bool,
    row: &UsageRow,
    verdict: &UsageVerdict,
    material: &Material,
    text: &Localizer,
    places: &dyn Places,
) -> String {
    let reasons = verdict.reasons.usage().filter(|&reason| !is_told(reason));
    let said = reasons.map(|reason| {
        let detail = usage_detail(reason, row, verdict, material, text, places);
        let id = format!("usage-reason-{}", reason.as_str());
        text.message(&id, &[("detail", detail.into())])
    });
    text.list_apart(&said.collect::<Vec<_>>())
}

fn usage_detail(
    reason: UsageReason,
    row: &UsageRow,
    verdict: &UsageVerdict,
    material: &Material,
    text: &Localizer,
    places: &dyn Places,
) -> String {
    match reason {
        UsageReason::Unreadable => {
            let mut what = Vec::new();
            if row.count.value().is_none() {
                what.push(say!(text, "field-active-users"));
            }
            if matches!(row.month, Read::Blank | Read::Unreadable { .. }) {
                what.push(say!(text, "field-month"));
            }
            if row.workload.value().is_none() {
                what.push(say!(text, "field-workload"));
            }
            text.list(&what)
        }
        UsageReason::WorkloadNotEligible => {
            row.workload.value().map(|w| places.shown(&material.workload(w, text))).unwrap_or_default()
        }
        UsageReason::Trial => row.sku.map(|sku| places.shown(sku.as_str())).unwrap_or_default(),
        UsageReason::LeftOut | UsageReason::NoQualifyingAssociation => String::new(),
        UsageReason::OutsideReferenceMonth => row.month.value().map(|m| text.month(m)).unwrap_or_default(),
        UsageReason::Duplicate => {
            verdict.counted_instead.map(|other| near(other, row.sheet, places)).unwrap_or_default()
        }
    }
}

/// An address as short as it can be for a reader who is on `here` already.
fn near(cell: crate::facts::CellRef, here: SheetRef, places: &dyn Places) -> String {
    if cell.sheet == here {
        cell.a1()
    } else if cell.sheet.file == here.file {
        [places.sheet(cell.sheet), cell.a1()].join(SEPARATOR)
    } else {
        cell_place(cell, places)
    }
}

/// Why a roster row does not count: all reasons, the main one first; empty if it counts.
pub(super) fn roster_reasons(row: &RosterRow, reasons: Reasons, text: &Localizer) -> String {
    let said: Vec<String> = reasons
        .roster()
        .map(|reason| {
            let day = match reason {
                RosterReason::AfterAsOf => row.achieved.value(),
                RosterReason::Expired => row.expires.value(),
                _ => None,
            };
            let detail = day.map(|d| text.date(d)).unwrap_or_default();
            text.message(&format!("roster-reason-{}", reason.as_str()), &[("detail", detail.into())])
        })
        .collect();
    text.list_apart(&said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_keeps_its_time_and_a_time_or_duration_is_no_day() {
        let shown = |days| match cell(Value::Date(days)) {
            Cell::Text(text) => text,
            Cell::Date(day) => day.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(shown(46_295.0), "2026-09-30");
        assert_eq!(shown(46_295.0 + 13.0 / 24.0 + 5.0 / 1440.0), "2026-09-30 13:05");
        assert_eq!((shown(12.5 / 24.0), shown(1.5)), ("12:30".to_owned(), "36:00".to_owned()));
    }
}
