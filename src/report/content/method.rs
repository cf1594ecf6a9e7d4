//! How it was counted: the rules of the ruleset in plain words.

use super::Method;
use super::material::{Labels, Material, label_list};
use super::plan::credentials;
use super::words::{amount, market, tier};
use crate::assess::Metric;
use crate::facts::Market;
use crate::portfolio::{MarketBasis, Partner};
use crate::rules::{Ruleset, Threshold};
use crate::say;
use crate::text::Localizer;

/// The rules, and for a partner which thresholds applied and why.
pub(super) fn method(material: &Material, partner: Option<(&Partner, Option<Market>)>, text: &Localizer) -> Method {
    let review = material.review;
    let mut sentences = rules_in_words(&review.ruleset, material.labels(), text);
    sentences.push(say!(
        text,
        "method-dates",
        month = text.month(review.reference_month),
        date = text.date(review.as_of)
    ));
    let list = review.market_list.as_deref().unwrap_or_default();
    match partner {
        Some((partner, applied)) => sentences.push(basis(material, partner, applied, list, text)),
        None => sentences.push(say!(text, "method-market-portfolio", list = list)),
    }
    sentences.push(say!(text, "method-privacy"));
    sentences.push(source(&review.ruleset, text));
    Method { title: say!(text, "method-title"), sentences }
}

/// The rules of a ruleset in plain words, a sentence each.
pub fn rules_in_words(rules: &Ruleset, labels: &dyn Labels, text: &Localizer) -> Vec<String> {
    let counting = &rules.entitlements;
    let workloads = text.list(&label_list(&counting.workloads, labels, text));
    let associations = text.list_or(&label_list(&counting.associations, labels, text));
    let ways: Vec<String> = rules.people.paths.iter().map(|path| credentials(path, labels, text)).collect();
    let mut said = vec![
        say!(text, "method-entitlements"),
        say!(text, "method-workloads", workloads = workloads),
        if counting.trials_count { say!(text, "method-trials-count") } else { say!(text, "method-trials") },
        say!(text, "method-associations", associations = associations, count = counting.associations.len() as u64),
        say!(text, "method-duplicates"),
        say!(text, "method-people", ways = text.list_or_else(&ways)),
    ];
    if rules.people.paths.len() > 1 {
        said.push(if rules.people.combine_paths {
            say!(text, "method-paths-combined")
        } else {
            say!(text, "method-paths-apart")
        });
    }
    for (position, rule) in rules.tiers.iter().enumerate() {
        said.push(say!(
            text,
            "method-tier",
            tier = tier(rules, Some(position), text),
            entitlements = threshold(rule.entitlements, Metric::Entitlements, text),
            people = threshold(rule.people, Metric::People, text)
        ));
    }
    said.push(say!(
        text,
        "method-risk",
        percent = text.percent(rules.risk.spare_percent as f64 / 100.0),
        days = rules.risk.expiry_days.unsigned_abs()
    ));
    said
}

fn threshold(threshold: Threshold, metric: Metric, text: &Localizer) -> String {
    if threshold.developed == threshold.developing {
        return amount(metric, threshold.developed, text);
    }
    say!(
        text,
        "threshold-by-market",
        developed = amount(metric, threshold.developed, text),
        developing = text.count(threshold.developing)
    )
}

/// Which thresholds applied to a partner, and why.
fn basis(material: &Material, partner: &Partner, applied: Option<Market>, list: &str, text: &Localizer) -> String {
    let market = market(applied, text);
    match (partner.market_basis, applied) {
        (MarketBasis::Contradictory, _) => say!(text, "method-market-contradictory"),
        (MarketBasis::Unknown, _) | (_, None) => say!(text, "method-market-unknown"),
        (MarketBasis::PartnersSheet, _) => say!(text, "method-market-sheet", market = market),
        (MarketBasis::UsageColumn, _) => say!(text, "method-market-usage", market = market),
        (MarketBasis::Country, _) => {
            let country = partner.country.map(|code| material.country(code, text)).unwrap_or_default();
            say!(text, "method-market-country", market = market, country = country, list = list)
        }
    }
}

fn source(rules: &Ruleset, text: &Localizer) -> String {
    let [competency, option, source] = rules.called(text.lang());
    say!(
        text,
        "method-source",
        competency = competency,
        option = option,
        edition = rules.edition.as_str(),
        source = source,
        id = rules.id.as_str()
    )
}
