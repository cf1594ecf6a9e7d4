//! The reviewer's portfolio: every partner on one line, and what needs attention first.

use super::material::Material;
use super::words::{mark, market, market_id, tier};
use super::{PortfolioLine, PortfolioReport, TierMark};
use super::{ahead, findings, head, meeting, method, page, sources, status, trend};
use crate::assess::{Assessment, Metric};
use crate::portfolio::Partner;
use crate::say;
use crate::text::Localizer;

/// A partner with what was decided, and its share of the next tier.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing<'a> {
    /// Position among the partners.
    pub(super) index: usize,
    pub(super) partner: &'a Partner,
    pub(super) judged: &'a Assessment,
    pub(super) progress: f64,
}

/// The portfolio; `folders` are the partners' output folders, one for each.
pub fn portfolio_report(material: &Material, folders: &[String], text: &Localizer) -> PortfolioReport {
    let review = material.review;
    let names = material.names(None, text);
    let mut all: Vec<Standing> = review
        .portfolio
        .partners
        .iter()
        .zip(&review.assessments)
        .enumerate()
        .map(|(index, (partner, judged))| Standing { index, partner, judged, progress: progress(material, judged) })
        .collect();
    all.sort_by(|a, b| {
        let higher = b.judged.tier.map(|t| t + 1).cmp(&a.judged.tier.map(|t| t + 1));
        let nearer = higher.then(b.progress.total_cmp(&a.progress));
        nearer.then_with(|| text.compare(a.partner.display(), b.partner.display())).then(a.index.cmp(&b.index))
    });
    let lines = all.iter().map(|standing| {
        let folder = folders.get(standing.index).cloned().unwrap_or_default();
        line(material, standing, folder, text)
    });
    PortfolioReport {
        head: head::of_portfolio(material, text),
        endorsement: None,
        totals: totals(material, text),
        totals_title: say!(text, "totals-title"),
        headline: headline(material, text),
        at_risk: (say!(text, "risk-title"), at_risk(&review.assessments)),
        markets: meeting::markets(material, text),
        panels: meeting::panels(material, &all, text),
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
        trend: trend::of_portfolio(material, text),
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

fn line(material: &Material, standing: &Standing, folder: String, text: &Localizer) -> PortfolioLine {
    let &Standing { index, partner, judged, progress } = standing;
    let rules = &material.review.ruleset;
    let word = |word: Option<ustr::Ustr>| word.map(|w| w.as_str().to_owned()).unwrap_or_default();
    let distance = match status::next_tier(material, judged) {
        None => say!(text, "distance-highest"),
        Some(next) => status::distance(material, judged, next, text),
    };
    let risks = judged.risks.iter().map(|risk| status::short_risk(risk, partner, material, text));
    let recorded = status::recorded(material, partner).filter(|then| Some(*then) > judged.tier);
    let ahead = Some(ahead::short(material, partner, judged, text)).filter(|ahead| !ahead.is_empty());
    let recorded = recorded.map(|then| say!(text, "risk-short-record", tier = tier(rules, Some(then), text)));
    let change = material.review.changes.as_ref().and_then(|changes| changes.get(index));
    let change =
        change.map(|change| status::short_changes(change, &judged.risks, material, judged, text)).unwrap_or_default();
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
        ahead: recorded.into_iter().chain(ahead).collect::<Vec<_>>().join(" "),
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
pub(super) fn level(tier: Option<usize>) -> u32 {
    tier.map_or(0, |position| position as u32 + 1)
}

/// A share in whole percent, never rounded up: one short of a threshold is not 100 %.
pub fn whole_percent(share: f64) -> u64 {
    // A share such as 0.29 is a little less than that times 100.
    (share.clamp(0.0, 1.0) * 100.0 + 1e-9).floor() as u64
}

fn at_risk<'a>(all: impl IntoIterator<Item = &'a Assessment>) -> u64 {
    all.into_iter().filter(|judged| judged.at_risk()).count() as u64
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
