//! One page for the meeting: partners by market, then what to talk about, a short list each.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::material::Material;
use super::portfolio::{Standing, level};
use super::words::{mark, market, market_id, tier};
use super::{MarketRow, Markets, Panel, PanelKind, PanelLine, status};
use crate::assess::Metric;
use crate::facts::Market;
use crate::finding::{Places, Severity};
use crate::review::difference;
use crate::say;
use crate::text::Localizer;

/// How many of a kind are named.
const NAMED: usize = 5;

/// Partners by market and tier; a market without partners is left out.
pub(super) fn markets(material: &Material, text: &Localizer) -> Markets {
    let rules = &material.review.ruleset;
    let positions: Vec<Option<usize>> = (0..rules.tiers.len()).rev().map(Some).chain([None]).collect();
    let all = &material.review.assessments;
    let rows = [Some(Market::Developed), Some(Market::Developing), None].into_iter().filter_map(|of| {
        let here = || all.iter().filter(|judged| judged.market == of);
        let count = |tier: &Option<usize>| here().filter(|judged| judged.tier == *tier).count() as u64;
        (here().next().is_some()).then(|| MarketRow {
            id: market_id(of),
            label: market(of, text),
            counts: positions.iter().map(count).collect(),
            total: here().count() as u64,
            at_risk: here().filter(|judged| judged.at_risk()).count() as u64,
        })
    });
    Markets {
        title: say!(text, "markets-title"),
        market: say!(text, "fact-market"),
        total: say!(text, "column-total"),
        rows: rows.collect(),
        tiers: positions.iter().map(|tier_at| (mark(rules, *tier_at), tier(rules, *tier_at, text))).collect(),
    }
}

/// What to talk about; `all` in the order of the partners' list.
pub(super) fn panels(material: &Material, all: &[Standing], text: &Localizer) -> Vec<Panel> {
    let panels = [
        (PanelKind::Risk, say!(text, "panel-risk"), at_risk(material, all, text)),
        (PanelKind::Ahead, say!(text, "ahead-title"), ahead(material, all, text)),
        (PanelKind::Movers, say!(text, "panel-movers"), movers(material, all, text)),
        (PanelKind::Closest, say!(text, "panel-closest"), closest(material, all, text)),
        (PanelKind::CouldBe, say!(text, "panel-could-be"), could_be(material, all, text)),
        (PanelKind::Problems, say!(text, "panel-problems"), problems(material, text)),
    ];
    let panels = panels.into_iter().filter(|(_, _, lines)| !lines.is_empty()).map(|(kind, title, mut lines)| {
        let all = lines.len();
        lines.truncate(NAMED);
        let more = (0..=lines.len()).map(|shown| match all - shown {
            0 => String::new(),
            rest => say!(text, "panel-more", count = rest as u64),
        });
        Panel { kind, title, more: more.collect(), lines }
    });
    panels.collect()
}

fn line(material: &Material, standing: &Standing, said: String) -> PanelLine {
    PanelLine {
        tier: Some(mark(&material.review.ruleset, standing.judged.tier)),
        name: standing.partner.display().to_owned(),
        text: said,
        share: None,
    }
}

fn at_risk(material: &Material, all: &[Standing], text: &Localizer) -> Vec<PanelLine> {
    let at_risk = all.iter().filter(|standing| standing.judged.at_risk());
    let said = at_risk.map(|standing| {
        let risks = standing.judged.risks.iter().map(|risk| status::short_risk(risk, standing.partner, material, text));
        line(material, standing, risks.collect::<Vec<_>>().join(" "))
    });
    said.collect()
}

/// What could cost a tier: those that are not at risk yet come first, of them whoever falls deepest.
fn ahead(material: &Material, all: &[Standing], text: &Localizer) -> Vec<PanelLine> {
    let mut threatened: Vec<(u32, &Standing)> = all
        .iter()
        .filter_map(|standing| {
            let outlook = &standing.judged.outlook;
            let falls = outlook.expiries.iter().map(|e| e.falls_to).chain(outlook.people.iter().map(|p| p.falls_to));
            let falls = falls.chain(outlook.customers.iter().map(|customer| customer.falls_to));
            falls.map(|to| level(standing.judged.tier).saturating_sub(level(to))).max().map(|depth| (depth, standing))
        })
        .collect();
    // Stable: the order of the list decides between equals.
    threatened.sort_by_key(|(depth, standing)| (standing.judged.at_risk(), Reverse(*depth)));
    let said = threatened.into_iter().map(|(_, standing)| {
        line(material, standing, super::ahead::short(material, standing.partner, standing.judged, text))
    });
    said.collect()
}

/// Whoever changed: tiers first, then by how much the entitlements moved.
fn movers(material: &Material, all: &[Standing], text: &Localizer) -> Vec<PanelLine> {
    let Some(changes) = &material.review.changes else { return Vec::new() };
    let mut moved = Vec::new();
    for standing in all {
        let Some(change) = changes.get(standing.index) else { continue };
        let entitlements = difference(change.entitlements, status::actual(standing.judged, Metric::Entitlements));
        let before = material.review.ruleset.tier_position(&change.tier).flatten();
        let tiers = level(before).abs_diff(level(standing.judged.tier));
        let people = change.people != status::actual(standing.judged, Metric::People);
        if !change.known || tiers > 0 || entitlements != 0 || people {
            let said = status::short_changes(change, &[], material, standing.judged, text).join(" ");
            moved.push((Reverse((change.known, tiers, entitlements.unsigned_abs())), line(material, standing, said)));
        }
    }
    moved.sort_by_key(|(size, _)| *size); // stable: the order of the list decides between equals
    moved.into_iter().map(|(_, line)| line).collect()
}

fn closest(material: &Material, all: &[Standing], text: &Localizer) -> Vec<PanelLine> {
    let mut near: Vec<&Standing> =
        all.iter().filter(|standing| standing.progress > 0.0 && standing.progress < 1.0).collect();
    near.sort_by(|a, b| b.progress.total_cmp(&a.progress));
    let said = near.into_iter().filter_map(|standing| {
        let next = status::next_tier(material, standing.judged)?;
        let said = status::distance(material, standing.judged, next, text);
        Some(PanelLine { share: Some(standing.progress), ..line(material, standing, said) })
    });
    said.collect()
}

fn could_be(material: &Material, all: &[Standing], text: &Localizer) -> Vec<PanelLine> {
    let rules = &material.review.ruleset;
    let open = all.iter().filter(|standing| standing.judged.could_be != standing.judged.tier);
    let said = open.map(|standing| {
        let (held, better) = (tier(rules, standing.judged.tier, text), tier(rules, standing.judged.could_be, text));
        line(material, standing, say!(text, "panel-could-be-line", tier = held, better = better))
    });
    said.collect()
}

/// Data problems by file, most errors first.
fn problems(material: &Material, text: &Localizer) -> Vec<PanelLine> {
    let mut files: BTreeMap<u32, [u64; 2]> = BTreeMap::new();
    for finding in &material.review.findings {
        let (Some(file), severity) = (finding.file, finding.severity()) else { continue };
        let slot = match severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Info => continue,
        };
        if let Some(count) = files.entry(file).or_default().get_mut(slot) {
            *count = count.saturating_add(finding.count);
        }
    }
    let mut files: Vec<(u32, [u64; 2])> = files.into_iter().collect();
    files.sort_by_key(|(_, counts)| Reverse(*counts)); // stable: the order of inputs decides between equals
    let said = files.into_iter().map(|(file, [errors, warnings])| {
        let mut counts = Vec::new();
        if errors > 0 {
            counts.push(say!(text, "panel-errors", count = errors));
        }
        if warnings > 0 {
            counts.push(say!(text, "panel-warnings", count = warnings));
        }
        PanelLine { tier: None, name: material.review.file(file), text: text.list(&counts), share: None }
    });
    said.collect()
}
