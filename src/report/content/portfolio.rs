//! The reviewer's portfolio: every partner on one line, and what needs attention first.

use std::collections::BTreeMap;

use super::material::Material;
use super::words::{mark, market, market_id, tier};
use super::{AttentionKind, MarketTotals, PortfolioLine, PortfolioReport, TierMark};
use super::{findings, head, method, page, sources, status};
use crate::assess::{Assessment, Metric};
use crate::facts::Market;
use crate::finding::{Places, Severity};
use crate::portfolio::Partner;
use crate::say;
use crate::text::Localizer;

/// How many sentences of one kind the reviewer gets before the rest is only counted.
const ATTENTION: usize = 8;
/// How many partners close to the next tier are named.
const CLOSEST: usize = 3;

/// The portfolio; `folders` are the partners' output folders, one for each.
pub fn portfolio_report(material: &Material, folders: &[String], text: &Localizer) -> PortfolioReport {
    let review = material.review;
    let names = material.names(None, text);
    let mut all: Vec<(usize, &Partner, &Assessment, f64)> = review
        .portfolio
        .partners
        .iter()
        .zip(&review.assessments)
        .enumerate()
        .map(|(index, (partner, judged))| (index, partner, judged, progress(material, judged)))
        .collect();
    all.sort_by(|a, b| {
        let higher = b.2.tier.map(|t| t + 1).cmp(&a.2.tier.map(|t| t + 1));
        higher.then(b.3.total_cmp(&a.3)).then_with(|| text.compare(a.1.display(), b.1.display())).then(a.0.cmp(&b.0))
    });
    let (attention_kinds, attention) = attention(material, &all, text).into_iter().unzip();
    let lines = all.iter().map(|(index, partner, judged, progress)| {
        let folder = folders.get(*index).cloned().unwrap_or_default();
        line(material, *index, partner, judged, *progress, folder, text)
    });
    PortfolioReport {
        head: head::of_portfolio(material, text),
        totals: totals(material, text),
        totals_title: say!(text, "totals-title"),
        headline: headline(material, text),
        attention_title: say!(text, "attention-title"),
        attention,
        attention_kinds,
        partners_title: say!(text, "partners-title"),
        columns: [
            say!(text, "column-partner"),
            say!(text, "fact-partner-id"),
            say!(text, "fact-country"),
            say!(text, "fact-market"),
            say!(text, "column-tier"),
            say!(text, "column-could-be"),
            say!(text, "metric-entitlements"),
            say!(text, "metric-people"),
            say!(text, "column-next-tier"),
            say!(text, "column-risk"),
            say!(text, "column-change"),
            say!(text, "column-problems"),
        ],
        lines: lines.collect(),
        markets: markets(material, text),
        at_risk: at_risk(&material.review.assessments),
        page: page::words(material.review.portfolio.partners.len() as u64, text),
        findings: findings::findings(review.findings.iter(), None, &names, text),
        sources: sources::of_run(material, &names, text),
        method: method::method(material, None, text),
    }
}

/// How much of the next tier is there: the least of its requirements, as a share. 1 where the highest tier is held.
fn progress(material: &Material, judged: &Assessment) -> f64 {
    let Some(next) = status::next_tier(material, judged) else { return 1.0 };
    let shares = judged.requirements.iter().filter(|r| r.tier == next && r.required > 0);
    shares.map(|r| (r.actual as f64 / r.required as f64).min(1.0)).fold(1.0, f64::min)
}

fn line(
    material: &Material,
    index: usize,
    partner: &Partner,
    judged: &Assessment,
    progress: f64,
    folder: String,
    text: &Localizer,
) -> PortfolioLine {
    let rules = &material.review.ruleset;
    let word = |word: Option<ustr::Ustr>| word.map(|w| w.as_str().to_owned()).unwrap_or_default();
    let distance = match status::next_tier(material, judged) {
        None => say!(text, "distance-highest"),
        Some(next) => {
            let missing = status::missing(judged, next, text);
            say!(text, "distance", tier = tier(rules, Some(next), text), missing = missing)
        }
    };
    let risks = judged.risks.iter().map(|risk| status::said_risk(risk, partner, material, text));
    let change = material.review.changes.as_ref().and_then(|changes| changes.get(index));
    let change = change.map(|change| status::changes(change, &[], material, judged, text)).unwrap_or_default();
    PortfolioLine {
        name: partner.display().to_owned(),
        id: word(partner.id),
        country: partner.country.map(|code| material.country(code, text)).unwrap_or_default(),
        market: market(judged.market, text),
        tier: mark(rules, judged.tier),
        tier_label: tier(rules, judged.tier, text),
        could_be: if judged.could_be == judged.tier { String::new() } else { tier(rules, judged.could_be, text) },
        entitlements: status::actual(judged, Metric::Entitlements),
        people: status::actual(judged, Metric::People),
        distance,
        progress,
        risk: risks.collect::<Vec<_>>().join(" "),
        change: change.join(" "),
        problems: findings::problems(material, index as u32),
        folder,
        tier_level: level(judged.tier),
        could_be_level: (judged.could_be != judged.tier).then(|| level(judged.could_be)),
        market_id: market_id(judged.market),
        at_risk: judged.at_risk(),
        progress_text: say!(text, "percent", number = whole_percent(progress)),
    }
}

/// A tier's position, 0 for none.
fn level(tier: Option<usize>) -> u32 {
    tier.map_or(0, |position| position as u32 + 1)
}

/// A share in whole percent, never rounded up.
fn whole_percent(share: f64) -> u64 {
    // A share such as 0.29 is a little less than that times 100.
    (share.clamp(0.0, 1.0) * 100.0 + 1e-9).floor() as u64
}

fn at_risk<'a>(all: impl IntoIterator<Item = &'a Assessment>) -> u64 {
    all.into_iter().filter(|judged| judged.at_risk()).count() as u64
}

/// The markets that partners are of, each with its partners by tier.
fn markets(material: &Material, text: &Localizer) -> Vec<MarketTotals> {
    let of = |which: Option<Market>| {
        let here: Vec<&Assessment> =
            material.review.assessments.iter().filter(|judged| judged.market == which).collect();
        let count = |tier: Option<usize>| here.iter().filter(|judged| judged.tier == tier).count() as u64;
        (!here.is_empty()).then(|| MarketTotals {
            id: market_id(which),
            label: market(which, text),
            counts: positions(material).map(count).collect(),
            at_risk: at_risk(here.iter().copied()),
        })
    };
    [Some(Market::Developed), Some(Market::Developing), None].into_iter().filter_map(of).collect()
}

/// The tiers' positions, highest first, and having none.
fn positions(material: &Material) -> impl Iterator<Item = Option<usize>> {
    (0..material.review.ruleset.tiers.len()).rev().map(Some).chain([None])
}

fn totals(material: &Material, text: &Localizer) -> Vec<(TierMark, String, u64)> {
    let rules = &material.review.ruleset;
    let count = |position| material.review.assessments.iter().filter(|judged| judged.tier == position).count() as u64;
    positions(material).map(|position| (mark(rules, position), tier(rules, position, text), count(position))).collect()
}

fn headline(material: &Material, text: &Localizer) -> String {
    let by_tier: Vec<String> = totals(material, text)
        .into_iter()
        .map(|(mark, tier, count)| match mark {
            TierMark::None => say!(text, "total-of-none", count = count),
            _ => say!(text, "total-of-tier", tier = tier, count = count),
        })
        .collect();
    let at_risk = at_risk(&material.review.assessments);
    say!(
        text,
        "portfolio-headline",
        partners = material.review.portfolio.partners.len() as u64,
        tiers = text.list(&by_tier),
        risk = at_risk
    )
}

fn attention(
    material: &Material,
    all: &[(usize, &Partner, &Assessment, f64)],
    text: &Localizer,
) -> Vec<(AttentionKind, String)> {
    let rules = &material.review.ruleset;
    let mut said = Vec::new();
    let at_risk = all.iter().filter(|(_, _, judged, _)| judged.at_risk()).map(|(_, partner, judged, _)| {
        let risks = judged.risks.iter().map(|risk| status::said_risk(risk, partner, material, text));
        say!(
            text,
            "attention-risk",
            name = partner.display(),
            tier = tier(rules, judged.tier, text),
            risks = risks.collect::<Vec<_>>().join(" ")
        )
    });
    some(&mut said, AttentionKind::Risk, at_risk.collect(), text);
    let open = all.iter().filter(|(_, _, judged, _)| judged.could_be != judged.tier).map(|(_, partner, judged, _)| {
        let better = tier(rules, judged.could_be, text);
        match judged.tier {
            None => say!(text, "attention-could-be-none", name = partner.display(), better = better),
            held => {
                let held = tier(rules, held, text);
                say!(text, "attention-could-be", name = partner.display(), tier = held, better = better)
            }
        }
    });
    some(&mut said, AttentionKind::Open, open.collect(), text);
    let mut near: Vec<_> = all.iter().filter(|(_, _, _, progress)| *progress > 0.0 && *progress < 1.0).collect();
    near.sort_by(|a, b| b.3.total_cmp(&a.3)); // stable: the order of the list decides between equals
    for (_, partner, judged, _) in near.into_iter().take(CLOSEST) {
        if let Some(next) = status::next_tier(material, judged) {
            let close = say!(
                text,
                "attention-close",
                name = partner.display(),
                tier = tier(rules, Some(next), text),
                missing = status::missing(judged, next, text)
            );
            said.push((AttentionKind::Close, close));
        }
    }
    let mut errors: BTreeMap<u32, u64> = BTreeMap::new();
    for finding in material.review.findings.iter().filter(|f| f.code.severity() == Severity::Error) {
        if let Some(file) = finding.file {
            let count = errors.entry(file).or_default();
            *count = count.saturating_add(finding.count);
        }
    }
    let files = errors
        .into_iter()
        .map(|(file, count)| say!(text, "attention-errors", file = material.review.file(file), count = count));
    some(&mut said, AttentionKind::File, files.collect(), text);
    said
}

/// The first sentences of a kind, and how many more there are.
fn some(said: &mut Vec<(AttentionKind, String)>, kind: AttentionKind, mut more: Vec<String>, text: &Localizer) {
    let rest = more.len().saturating_sub(ATTENTION) as u64;
    more.truncate(ATTENTION);
    said.extend(more.into_iter().map(|sentence| (kind, sentence)));
    if rest > 0 {
        said.push((kind, say!(text, "attention-more", count = rest)));
    }
}
