//! Every partner as a row, with the controls that search, filter and sort them.

use std::fmt::Write as _;

use maud::{Markup, PreEscaped, html};

use super::escape::{Text, address};
use super::mark;
use super::order::{
    CHANGE, COLUMNS, COULD_BE, ENTITLEMENTS, NAME, NEXT, PEOPLE, PROBLEMS, RISK, Ranks, TIER, attribute, ranks, says,
};
use super::overview::{figure, tier_class, tier_mark};
use crate::report::content::{PortfolioLine, PortfolioReport};
use crate::report::format::Format;

/// Files of a partner that a row leads to.
const FILES: [(&str, &str); 2] = [("PDF", "gap-report.pdf"), ("XLSX", "gap-report.xlsx")];

/// The columns that a row shows; ID, country, market and what could be stand below others.
const SHOWN: [usize; 8] = [NAME, TIER, ENTITLEMENTS, PEOPLE, NEXT, RISK, CHANGE, PROBLEMS];

/// Width of the narrowest page that shows a table, in ems of it; below it, rows are cards.
const PAGE: f64 = 82.5;
/// The same of a sheet of paper, which has no column of files.
const PAPER: f64 = 96.0;
/// Width of the column that leads to the files.
const FILES_WIDTH: f64 = 6.4;
/// Sides of a cell.
const SIDES: f64 = 1.43;

/// The widths of the columns as style sheet: figures get what the longest word of their title takes in this language,
/// sentences share the rest.
pub(super) fn widths(report: &PortfolioReport) -> String {
    let letters = |text: &str| text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0) as f64;
    let shown = || SHOWN.into_iter().filter(|column| is_used(report, *column));
    // Titles are bold, and smaller than the text, on paper less so.
    let fixed = |column: usize, letter: f64| {
        let head = letters(title(report, column)) * letter + SIDES + 0.45;
        match column {
            TIER => {
                let labels = report.totals.iter().map(|total| total.1.chars().count()).max().unwrap_or(0) as f64;
                Some(head.max(labels * 0.58 + SIDES + 1.7).min(9.7))
            }
            ENTITLEMENTS | PEOPLE | PROBLEMS => Some(head.min(11.5)),
            _ => None,
        }
    };
    let weight = |column: usize| match column {
        NAME => 1.15,
        RISK => 1.4,
        CHANGE => 1.05,
        _ => 1.0,
    };
    let all: f64 = shown().filter(|column| fixed(*column, 0.0).is_none()).map(weight).sum();
    let on = |page: f64, files: f64, letter: f64| {
        let figures: f64 = shown().filter_map(|column| fixed(column, letter)).sum();
        let rest = (page - files - figures).max(30.0);
        let mut css = String::new();
        for column in shown() {
            let name = class(column).split(' ').next().unwrap_or_default();
            let _ = match fixed(column, letter) {
                Some(em) => writeln!(css, ".partners col.{name}{{width:{em:.2}em}}"),
                None => {
                    writeln!(css, ".partners col.{name}{{width:{:.2}%}}", weight(column) / all * rest / page * 100.0)
                }
            };
        }
        css
    };
    format!(
        "{}.partners col.reports{{width:{FILES_WIDTH}em}}\n@media print{{\n{}}}\n",
        on(PAGE, FILES_WIDTH, 0.54),
        on(PAPER, 0.0, 0.6)
    )
}

/// The partners and their controls.
pub(super) fn partners(report: &PortfolioReport) -> Markup {
    let words = &report.page;
    let shown: Vec<usize> = SHOWN.into_iter().filter(|column| is_used(report, *column)).collect();
    html! {
        section aria-labelledby="partners" {
            h2 #partners tabindex="-1" { (Text(&report.partners_title)) }
            (controls(report))
            div #list {
                table.partners role="table" aria-labelledby="partners" {
                    colgroup {
                        @for column in &shown { col class=(class(*column)); }
                        col.reports;
                    }
                    thead role="rowgroup" {
                        tr role="row" {
                            @for column in &shown {
                                th scope="col" role="columnheader" class=(class(*column)) data-column=(column) {
                                    (Text(title(report, *column)))
                                }
                            }
                            th.reports scope="col" role="columnheader" { (Text(&words.reports)) }
                        }
                    }
                    tbody role="rowgroup" {
                        @for (line, ranks) in report.lines.iter().zip(ranks(report)) {
                            (row(report, line, &ranks, &shown))
                        }
                    }
                }
            }
            p #nothing .nothing hidden { (Text(&words.nothing)) }
        }
    }
}

/// Hidden until the script runs: without it they could do nothing.
fn controls(report: &PortfolioReport) -> Markup {
    let words = &report.page;
    let some = |at_risk: bool| report.lines.iter().any(|line| line.at_risk == at_risk);
    html! {
        form #controls .controls role="search" aria-label=(Text(&words.filters)) hidden {
            label.search {
                span { (Text(&words.search)) }
                input #search type="search" placeholder=(Text(&words.search_hint)) autocomplete="off" spellcheck="false";
            }
            label {
                span { (Text(title(report, TIER))) }
                select #tier {
                    option value="" { (Text(&words.all)) }
                    @for (n, (_, label, count)) in report.totals.iter().enumerate() {
                        @if *count > 0 { option value=(report.totals.len() - 1 - n) { (Text(label)) } }
                    }
                }
            }
            label {
                span { (Text(title(report, super::order::MARKET))) }
                select #market {
                    option value="" { (Text(&words.all)) }
                    @for market in &report.markets.rows { option value=(market.id) { (Text(&market.label)) } }
                }
            }
            label {
                span { (Text(title(report, RISK))) }
                select #risk {
                    option value="" { (Text(&words.all)) }
                    @if some(true) { option value="yes" { (Text(&report.at_risk.0)) } }
                    @if some(false) { option value="no" { (Text(&words.not_at_risk)) } }
                }
            }
            label {
                span { (Text(&words.sort)) }
                select #sort {
                    option value="" { (Text(&words.order)) }
                    @for column in (0..COLUMNS).filter(|column| is_used(report, *column)) {
                        option value=(column) { (Text(title(report, column))) }
                    }
                }
            }
            button #direction type="button" disabled
                data-ascending=(Text(&words.ascending)) data-descending=(Text(&words.descending)) {
                (mark("mark-ascending"))
                span.quiet { (Text(&words.ascending)) }
            }
            div.state {
                p #shown role="status" aria-live="polite" data-shown=(Text(&words.shown)) {}
                p #sorted .quiet role="status" aria-live="polite" {}
                button #everything type="button" hidden { (Text(&words.reset)) }
            }
        }
    }
}

fn row(report: &PortfolioReport, line: &PortfolioLine, ranks: &Ranks, shown: &[usize]) -> Markup {
    html! {
        tr role="row" data-tier=(line.tier_level) data-market=(line.market_id)
            data-risk=(if line.at_risk { "yes" } else { "no" }) data-ranks=(attribute(ranks)) {
            @for column in shown {
                @if *column == NAME {
                    th.name scope="row" role="rowheader" data-folder=[(!line.folder.is_empty()).then_some(Text(&line.folder))] {
                        bdi.main { (Text(&line.name)) }
                        @if !line.id.is_empty() { " " bdi.sub { (Text(&line.id)) } }
                        " " span.where {
                            @if !line.country.is_empty() { bdi { (Text(&line.country)) } " · " }
                            (market(&line.market))
                        }
                    }
                } @else {
                    td role="cell" class=(class(*column)) data-label=(Text(title(report, *column))) {
                        (cell(report, line, *column))
                    }
                }
            }
            td.reports role="cell" data-label=(Text(&report.page.reports)) { (links(line)) }
        }
    }
}

/// A market; the long German words for it may break between their parts.
fn market(label: &str) -> Markup {
    html! {
        @match label.strip_suffix("land").filter(|stem| stem.len() > 10 && !stem.contains(' ')) {
            Some(stem) => { (Text(stem)) (PreEscaped("&shy;")) "land" },
            None => (Text(label)),
        }
    }
}

fn cell(report: &PortfolioReport, line: &PortfolioLine, column: usize) -> Markup {
    let lang = report.head.lang;
    html! {
        @match column {
            TIER => div {
                span.badge.{ (tier_class(line.tier)) } { (mark(tier_mark(line.tier))) span { (Text(&line.tier_label)) } }
                @if !line.could_be.is_empty() {
                    " " span.could-be { (Text(&Format::new(lang).pair(title(report, COULD_BE), &line.could_be))) }
                }
            },
            ENTITLEMENTS => (figure(line.entitlements, lang)),
            PEOPLE => (figure(line.people, lang)),
            NEXT => div {
                div.progress {
                    (bar(line.progress))
                    span { (Text(&line.progress_text)) }
                }
                span.sub { (Text(&line.distance)) }
            },
            RISK => @if line.risk.is_empty() && line.ahead.is_empty() { (nothing()) } @else {
                div {
                    @if !line.risk.is_empty() { div.warning { (mark("mark-warning")) span { (Text(&line.risk)) } } }
                    @if !line.ahead.is_empty() { span.sub { (Text(&line.ahead)) } }
                }
            },
            CHANGE => @if line.change.is_empty() { (nothing()) } @else { span { (Text(&line.change)) } },
            PROBLEMS => @if line.problems == 0 { (nothing()) } @else {
                span.problems { (figure(line.problems, lang)) }
            },
            _ => {},
        }
    }
}

/// A dash that a screen reader passes over.
fn nothing() -> Markup {
    html! { span.nil aria-hidden="true" { "–" } }
}

/// The partner's files.
fn links(line: &PortfolioLine) -> Markup {
    html! {
        @if !line.folder.is_empty() {
            div.links {
                @for (title, file) in FILES {
                    a href=(address(&line.folder, file)) {
                        (mark("mark-file"))
                        (title)
                        span.quiet { " – " bdi { (Text(&line.name)) } }
                    }
                }
            }
        }
    }
}

/// A share as a bar; the words beside it say the same.
pub(super) fn bar(share: f64) -> Markup {
    html! {
        svg.bar viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect.fill width=(width(share)) height="1" {}
        }
    }
}

/// The filled part of a bar of 100; what is nearly there still shows a gap.
fn width(progress: f64) -> String {
    let share = progress.clamp(0.0, 1.0);
    format!("{:.1}", if share < 1.0 { (share * 100.0).min(98.0) } else { 100.0 })
}

fn title(report: &PortfolioReport, column: usize) -> &str {
    report.columns.get(column).map(String::as_str).unwrap_or_default()
}

/// Whether any partner says something in a column: without a previous review, say, nothing has changed.
fn is_used(report: &PortfolioReport, column: usize) -> bool {
    !matches!(column, COULD_BE | RISK | CHANGE) || report.lines.iter().any(|line| says(line, column))
}

fn class(column: usize) -> &'static str {
    match column {
        NAME => "name",
        TIER => "tier",
        ENTITLEMENTS => "entitlements number",
        PEOPLE => "people number",
        NEXT => "next",
        RISK => "risk",
        CHANGE => "change",
        PROBLEMS => "problems number",
        _ => "",
    }
}
