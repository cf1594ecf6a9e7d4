//! What the meeting sees first: how many hold which tier, how many are at risk, and where to look.

use maud::{Markup, html};

use super::escape::Text;
use super::mark;
use super::partners::bar;
use crate::report::content::{MarketRow, Panel, PanelKind, PortfolioReport, TierMark};
use crate::text::{Lang, formats};

/// Note and sign-off, where there are any.
pub(super) fn endorsement(report: &PortfolioReport) -> Markup {
    html! {
        @if let Some(endorsement) = &report.endorsement {
            section aria-labelledby="endorsement" {
                h2 #endorsement { (Text(&endorsement.title)) }
                @for entry in &endorsement.entries {
                    p { @if entry.signed { strong { (Text(&entry.statement)) } } @else { (Text(&entry.statement)) } }
                    @for line in entry.note.lines() { p.lead { (Text(line)) } }
                }
            }
        }
    }
}

/// The tiers as cards, with a bar that shows their shares.
pub(super) fn overview(report: &PortfolioReport) -> Markup {
    let lang = report.head.lang;
    html! {
        section aria-labelledby="totals" {
            h2 #totals { (Text(&report.totals_title)) }
            p.lead { (Text(&report.headline)) }
            ul.cards {
                @for (n, (tier, label, count)) in report.totals.iter().enumerate() {
                    li.card.{ (tier_class(*tier)) } {
                        (mark(tier_mark(*tier)))
                        p.figure { strong { (figure(*count, lang)) } " " span { (Text(label)) } }
                        (by_market(report, |market| market.counts.get(n).copied().unwrap_or_default()))
                    }
                }
                li.card.risk {
                    (mark("mark-warning"))
                    p.figure { strong { (figure(report.at_risk.1, lang)) } " " span { (Text(&report.at_risk.0)) } }
                    (by_market(report, |market| market.at_risk))
                }
            }
            (shares(report))
        }
    }
}

/// A figure by market, where there is more than one.
fn by_market(report: &PortfolioReport, count: impl Fn(&MarketRow) -> u64) -> Markup {
    html! {
        @if report.markets.rows.len() > 1 {
            dl.markets {
                @for market in &report.markets.rows {
                    div { dt { (Text(&market.label)) } dd { (figure(count(market), report.head.lang)) } }
                }
            }
        }
    }
}

/// All partners as one bar, highest tier first. The cards above say the same in figures.
fn shares(report: &PortfolioReport) -> Markup {
    let all: u64 = report.totals.iter().map(|total| total.2).sum();
    let mut start = 0;
    let parts: Vec<(TierMark, u64, u64)> = report
        .totals
        .iter()
        .map(|(tier, _, count)| {
            let part = (*tier, start, *count);
            start += count;
            part
        })
        .collect();
    html! {
        @if all > 0 {
            svg.shares viewBox={ "0 0 " (all) " 1" } preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                @for (tier, start, count) in parts {
                    @if count > 0 { rect.{ (tier_class(tier)) } x=(start) width=(count) height="1" {} }
                }
            }
        }
    }
}

/// What to talk about: the short lists side by side.
pub(super) fn panels(report: &PortfolioReport) -> Markup {
    html! {
        @if !report.panels.is_empty() {
            div.panels {
                @for panel in &report.panels { (self::panel(panel)) }
            }
        }
    }
}

fn panel(panel: &Panel) -> Markup {
    html! {
        section.panel {
            h2 { (mark(panel_mark(panel.kind))) span { (Text(&panel.title)) } }
            ul {
                @for line in &panel.lines {
                    li {
                        @if let Some(tier) = line.tier { (mark(tier_mark(tier))) }
                        div {
                            bdi.main { (Text(&line.name)) }
                            span.sub { (Text(&line.text)) }
                            @if let Some(share) = line.share { (bar(share)) }
                        }
                    }
                }
            }
            @if let Some(more) = panel.more(panel.lines.len()) { p.sub { (Text(more)) } }
        }
    }
}

fn panel_mark(kind: PanelKind) -> &'static str {
    match kind {
        PanelKind::Risk | PanelKind::Ahead => "mark-warning",
        PanelKind::Movers | PanelKind::Closest => "mark-close",
        PanelKind::CouldBe => "mark-open",
        PanelKind::Problems => "mark-error",
    }
}

/// A whole number in the report's language.
pub(super) fn figure(n: u64, lang: Lang) -> String {
    formats::integer(lang, i64::try_from(n).unwrap_or(i64::MAX))
}

/// The mark of a tier: star, ring, dash.
pub(super) fn tier_mark(tier: TierMark) -> &'static str {
    match tier {
        TierMark::Gold => "mark-gold",
        TierMark::Silver => "mark-silver",
        TierMark::None => "mark-none",
    }
}

/// The class of a tier.
pub(super) fn tier_class(tier: TierMark) -> &'static str {
    match tier {
        TierMark::Gold => "gold",
        TierMark::Silver => "silver",
        TierMark::None => "none",
    }
}
