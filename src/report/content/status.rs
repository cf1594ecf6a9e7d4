//! Where a partner stands: tier, risks, changes, gauges and requirements.

use super::material::Material;
use super::words::{amount, mark, metric, tier, tier_id};
use super::{Gauge, GaugeMark, RequirementLine, Requirements, Status};
use crate::assess::{Assessment, Metric, Requirement, Risk};
use crate::portfolio::Partner;
use crate::review::Change;
use crate::rules::NO_TIER;
use crate::say;
use crate::text::Localizer;

/// The position of the tier above the proven one, if there is one.
pub(super) fn next_tier(material: &Material, judged: &Assessment) -> Option<usize> {
    let next = judged.tier.map_or(0, |tier| tier + 1);
    (next < material.review.ruleset.tiers.len()).then_some(next)
}

/// The status block.
pub(super) fn status(
    material: &Material,
    index: usize,
    partner: &Partner,
    judged: &Assessment,
    text: &Localizer,
) -> Status {
    let rules = &material.review.ruleset;
    let could_be = (judged.could_be != judged.tier)
        .then(|| say!(text, "status-could-be", tier = tier(rules, judged.could_be, text)));
    let change = material.review.changes.as_ref().and_then(|changes| changes.get(index));
    Status {
        title: say!(text, "status-title"),
        tier: mark(rules, judged.tier),
        tier_label: tier(rules, judged.tier, text),
        no_tier_label: tier(rules, None, text),
        headline: headline(material, index, partner, judged, text),
        could_be_where: if could_be.is_some() { say!(text, "status-could-be-where") } else { String::new() },
        could_be,
        // A tier that is lost is at risk no more.
        risk_title: match judged.tier {
            None => say!(text, "risk-title-lost"),
            Some(_) => say!(text, "risk-title"),
        },
        risks: judged.risks.iter().map(|risk| said_risk(risk, partner, material, text)).collect(),
        changes: change.map(|change| changes(change, &judged.risks, material, judged, text)).unwrap_or_default(),
    }
}

/// The highest tier that the partner had before, by the partners sheet or the previous review, if that is more than it
/// has now.
pub(super) fn lost(material: &Material, index: usize, partner: &Partner, judged: &Assessment) -> Option<usize> {
    let rules = &material.review.ruleset;
    let changes = material.review.changes.as_ref();
    let before = changes.and_then(|changes| changes.get(index)).filter(|change| change.known);
    let before = before.and_then(|change| rules.tier_position(&change.tier).flatten());
    recorded(material, partner).max(before).filter(|then| Some(*then) > judged.tier)
}

/// The tier that the partners sheet has.
pub(super) fn recorded(material: &Material, partner: &Partner) -> Option<usize> {
    let id = partner.current_tier?;
    material.review.ruleset.tier_position(id.as_str()).flatten()
}

fn headline(material: &Material, index: usize, partner: &Partner, judged: &Assessment, text: &Localizer) -> String {
    let rules = &material.review.ruleset;
    let name = partner.display();
    let held = tier(rules, judged.tier, text);
    let Some(next) = next_tier(material, judged) else {
        return say!(text, "status-highest", name = name, tier = held);
    };
    let missing = missing(judged, next, text);
    let target = tier(rules, Some(next), text);
    let lost = if lost(material, index, partner, judged).is_some_and(|then| then >= next) { "yes" } else { "no" };
    match judged.tier {
        None => say!(text, "status-none", name = name, target = target, missing = missing, lost = lost),
        Some(_) => {
            say!(text, "status-held", name = name, tier = held, target = target, missing = missing, lost = lost)
        }
    }
}

/// What is missing for a tier, such as "230 active entitlements and 1 certified person".
pub(super) fn missing(judged: &Assessment, tier: usize, text: &Localizer) -> String {
    let open = judged.requirements.iter().filter(|r| r.tier == tier && !r.met);
    text.list(&open.map(|r| amount(r.metric, r.shortfall, text)).collect::<Vec<_>>())
}

/// The next tier and what is missing for it.
pub(super) fn distance(material: &Material, judged: &Assessment, next: usize, text: &Localizer) -> String {
    let open = judged.requirements.iter().filter(|r| r.tier == next && !r.met);
    let count = open.fold(0, |sum: u64, r| sum.saturating_add(r.shortfall));
    let target = tier(&material.review.ruleset, Some(next), text);
    say!(text, "distance", tier = target, missing = missing(judged, next, text), count = count)
}

/// A risk as a sentence.
pub(super) fn said_risk(risk: &Risk, partner: &Partner, material: &Material, text: &Localizer) -> String {
    match risk {
        Risk::ThinMargin { spare, required } => {
            say!(text, "risk-thin-margin", spare = *spare, required = *required)
        }
        Risk::ExpiringCredential { person, credential, expires } => say!(
            text,
            "risk-expiring",
            person = partner.people.get(*person).map(|p| p.display()).unwrap_or_default(),
            credential = material.label(*credential, text),
            date = text.date(*expires)
        ),
        Risk::TierDropped { from, to } => said_tier("risk-tier-dropped", from, to, "", text),
        Risk::EntitlementsDropped { from, to } => say!(text, "risk-entitlements-dropped", from = *from, to = *to),
        Risk::PeopleDropped { from, to } => say!(text, "risk-people-dropped", from = *from, to = *to),
    }
}

/// A risk in a few words, for lists of many partners that say what they are compared with.
pub(super) fn short_risk(risk: &Risk, partner: &Partner, material: &Material, text: &Localizer) -> String {
    match risk {
        Risk::ThinMargin { .. } => said_risk(risk, partner, material, text),
        Risk::ExpiringCredential { person, credential, expires } => say!(
            text,
            "risk-short-expiring",
            person = partner.people.get(*person).map(|p| p.display()).unwrap_or_default(),
            credential = material.label(*credential, text),
            date = text.date(*expires)
        ),
        Risk::TierDropped { from, to } => said_tier("change-short-tier", from, to, "", text),
        Risk::EntitlementsDropped { from, to } => said_count("change-short-entitlements", *from, *to, "", text),
        Risk::PeopleDropped { from, to } => said_count("change-short-people", *from, *to, "", text),
    }
}

/// A change of tier: one that is lost or gained altogether reads otherwise than one from a tier to another.
fn said_tier(key: &str, from: &str, to: &str, date: &str, text: &Localizer) -> String {
    let moved = match (from, to) {
        (_, NO_TIER) => "lost",
        (NO_TIER, _) => "gained",
        _ => "other",
    };
    let (from, to) = (tier_id(from, text), tier_id(to, text));
    text.message(key, &[("move", moved.into()), ("from", from.into()), ("to", to.into()), ("date", date.into())])
}

/// A change of a figure.
fn said_count(key: &str, from: u64, to: u64, date: &str, text: &Localizer) -> String {
    let direction = if to > from { "up" } else { "down" };
    let both = [("direction", direction.into()), ("date", date.into()), ("from", from.into()), ("to", to.into())];
    text.message(key, &both)
}

/// The day of the previous review, as it stands there if it is none.
pub(super) fn since(change: &Change, text: &Localizer) -> String {
    change.as_of.parse().map_or_else(|_| change.as_of.clone(), |day| text.date(day))
}

/// Whether tier, entitlements and people are what they were.
pub(super) fn is_same(change: &Change, material: &Material, judged: &Assessment) -> bool {
    change.tier == material.review.ruleset.tier_id(judged.tier)
        && change.entitlements == actual(judged, Metric::Entitlements)
        && change.people == actual(judged, Metric::People)
}

/// What changed since the previous review, a sentence each; not what is `told` as a risk already.
pub(super) fn changes(
    change: &Change,
    told: &[Risk],
    material: &Material,
    judged: &Assessment,
    text: &Localizer,
) -> Vec<String> {
    let since = since(change, text);
    if !change.known {
        return vec![say!(text, "change-new", date = since)];
    }
    let now = material.review.ruleset.tier_id(judged.tier);
    let mut said = Vec::new();
    let told = |is: fn(&Risk) -> bool| told.iter().any(is);
    if change.tier != now && !told(|risk| matches!(risk, Risk::TierDropped { .. })) {
        said.push(said_tier("change-tier", &change.tier, now, &since, text));
    }
    let entitlements = actual(judged, Metric::Entitlements);
    if change.entitlements != entitlements && !told(|risk| matches!(risk, Risk::EntitlementsDropped { .. })) {
        said.push(said_count("change-entitlements", change.entitlements, entitlements, &since, text));
    }
    let people = actual(judged, Metric::People);
    if change.people != people && !told(|risk| matches!(risk, Risk::PeopleDropped { .. })) {
        said.push(said_count("change-people", change.people, people, &since, text));
    }
    if is_same(change, material, judged) {
        said.push(say!(text, "change-nothing", date = since));
    }
    said
}

/// The same in a few words, for lists of many partners that say what they are compared with; not what is `told` as a
/// risk beside it.
pub(super) fn short_changes(
    change: &Change,
    told: &[Risk],
    material: &Material,
    judged: &Assessment,
    text: &Localizer,
) -> Vec<String> {
    if !change.known {
        return vec![say!(text, "change-short-new")];
    }
    let now = material.review.ruleset.tier_id(judged.tier);
    let mut said = Vec::new();
    let told = |is: fn(&Risk) -> bool| told.iter().any(is);
    if change.tier != now && !told(|risk| matches!(risk, Risk::TierDropped { .. })) {
        said.push(said_tier("change-short-tier", &change.tier, now, "", text));
    }
    let (entitlements, people) = (actual(judged, Metric::Entitlements), actual(judged, Metric::People));
    if change.entitlements != entitlements && !told(|risk| matches!(risk, Risk::EntitlementsDropped { .. })) {
        said.push(said_count("change-short-entitlements", change.entitlements, entitlements, "", text));
    }
    if change.people != people && !told(|risk| matches!(risk, Risk::PeopleDropped { .. })) {
        said.push(said_count("change-short-people", change.people, people, "", text));
    }
    if is_same(change, material, judged) {
        said.push(say!(text, "change-short-nothing"));
    }
    said
}

/// The figure that counts for a metric.
pub(super) fn actual(judged: &Assessment, metric: Metric) -> u64 {
    match metric {
        Metric::Entitlements => judged.counted.active_users,
        Metric::People => judged.people_counted,
    }
}

/// The figures against their thresholds.
pub(super) fn gauges(material: &Material, judged: &Assessment, text: &Localizer) -> Vec<Gauge> {
    let of = |which: Metric| {
        let rows: Vec<&Requirement> = judged.requirements.iter().filter(|r| r.metric == which).collect();
        (!rows.is_empty()).then(|| gauge(material, judged, which, &rows, text))
    };
    [Metric::Entitlements, Metric::People].into_iter().filter_map(of).collect()
}

fn gauge(material: &Material, judged: &Assessment, which: Metric, rows: &[&Requirement], text: &Localizer) -> Gauge {
    let rules = &material.review.ruleset;
    let value = actual(judged, which);
    let marks = rows.iter().map(|r| GaugeMark {
        value: r.required,
        label: tier(rules, Some(r.tier), text),
        value_text: text.count(r.required),
        tier: mark(rules, Some(r.tier)),
    });
    let next = next_tier(material, judged).and_then(|next| rows.iter().find(|r| r.tier == next));
    let label = metric(which, text);
    // By itself the verdict is a sentence; behind the label it goes on after a colon.
    let (verdict, line) = match next.map(|r| (r, tier(rules, Some(r.tier), text))) {
        None => (say!(text, "gauge-all-met"), say!(text, "gauge-line-all-met", label = label.as_str())),
        Some((r, tier)) if r.met => (
            say!(text, "gauge-met", tier = tier.as_str()),
            say!(text, "gauge-line-met", label = label.as_str(), tier = tier.as_str()),
        ),
        Some((r, tier)) => (
            say!(text, "gauge-short", shortfall = r.shortfall, tier = tier.as_str()),
            say!(text, "gauge-line-short", label = label.as_str(), shortfall = r.shortfall, tier = tier.as_str()),
        ),
    };
    Gauge {
        line,
        label,
        metric: which,
        value,
        value_text: text.count(value),
        marks: marks.collect(),
        verdict,
        met: next.is_none_or(|r| r.met),
    }
}

/// The requirement table.
pub(super) fn requirements(material: &Material, judged: &Assessment, text: &Localizer) -> Requirements {
    let rules = &material.review.ruleset;
    let met_words = (say!(text, "word-met"), say!(text, "word-not-met"));
    let rows = judged.requirements.iter().map(|r| RequirementLine {
        tier: mark(rules, Some(r.tier)),
        tier_label: tier(rules, Some(r.tier), text),
        metric: r.metric,
        label: metric(r.metric, text),
        required: r.required,
        actual: r.actual,
        shortfall: r.shortfall,
        met: r.met,
        met_text: if r.met { met_words.0.clone() } else { met_words.1.clone() },
    });
    let mixed = judged.requirements.iter().filter(|r| {
        r.metric == Metric::People && judged.people_by_any >= r.required && r.required > judged.people_counted
    });
    let thresholds = rules.tiers.iter().flat_map(|tier| [tier.entitlements, tier.people]);
    let unknown = judged.market.is_none() && thresholds.into_iter().any(|t| t.developed != t.developing);
    let unknown = unknown.then(|| say!(text, "requirements-market-unknown"));
    let mixed = mixed.map(|r| {
        say!(
            text,
            "requirements-mixed",
            tier = tier(rules, Some(r.tier), text),
            people = judged.people_by_any,
            required = r.required
        )
    });
    Requirements {
        title: say!(text, "requirements-title"),
        columns: [
            say!(text, "column-tier"),
            say!(text, "column-requirement"),
            say!(text, "column-required"),
            say!(text, "column-actual"),
            say!(text, "column-shortfall"),
            say!(text, "column-status"),
        ],
        live_note: say!(text, "requirements-live"),
        notes: unknown.into_iter().chain(mixed).collect(),
        rows: rows.collect(),
        met_words,
    }
}
