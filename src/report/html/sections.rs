//! What can be opened below the partners: data findings, sources, and how it was counted.

use maud::{Markup, html};

use super::escape::Text;
use super::mark;
use crate::finding::Severity;
use crate::report::content::{Findings, Kind, Method, Sources, Table, Trend};
use crate::report::format::Format;
use crate::text::Lang;

/// The data findings, errors first.
pub(super) fn findings(findings: &Findings) -> Markup {
    let [severity, place, value, message, help, code] = &findings.columns;
    html! {
        section {
            details {
                summary { h2 { (Text(&findings.title)) } p { (Text(&findings.intro)) } }
                @if !findings.lines.is_empty() {
                    table.plain.findings role="table" {
                        thead role="rowgroup" {
                            tr role="row" {
                                @for title in [severity, place, message, help] {
                                    th scope="col" role="columnheader" { (Text(title)) }
                                }
                            }
                        }
                        tbody role="rowgroup" {
                            @for line in &findings.lines {
                                tr role="row" {
                                    td.severity role="cell" data-label=(Text(severity)) {
                                        div {
                                            span.grade.{ (severity_class(line.severity)) } {
                                                (mark(severity_mark(line.severity)))
                                                span { (Text(&line.severity_text)) }
                                            }
                                            " " code title=(Text(code)) { (Text(&line.code)) }
                                        }
                                    }
                                    td role="cell" data-label=(Text(place)) {
                                        div {
                                            bdi { (Text(&line.place)) }
                                            @if !line.value.is_empty() {
                                                " " span.sub { (Text(value)) ": " bdi { (Text(&line.value)) } }
                                            }
                                        }
                                    }
                                    td role="cell" data-label=(Text(message)) { span { (Text(&line.message)) } }
                                    td role="cell" data-label=(Text(help)) { span { (Text(&line.help)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The inputs with their sheets.
pub(super) fn sources(sources: &Sources, lang: Lang) -> Markup {
    html! {
        section {
            details {
                summary { h2 { (Text(&sources.title)) } }
                (plain(&sources.table, "sources", lang))
            }
        }
    }
}

/// What several reviews said.
pub(super) fn trend(trend: &Trend, lang: Lang) -> Markup {
    html! {
        section {
            details {
                summary { h2 { (Text(&trend.title)) } p { (Text(&trend.intro)) } }
                (plain(&trend.table, "trend", lang))
            }
        }
    }
}

fn plain(table: &Table, kind: &str, lang: Lang) -> Markup {
    let class = |n: usize| match table.columns.get(n).map(|column| column.kind) {
        Some(Kind::Int | Kind::Number) => "number",
        _ => "",
    };
    html! {
        table.plain.(kind) role="table" {
            thead role="rowgroup" {
                tr role="row" {
                    @for (n, column) in table.columns.iter().enumerate() {
                        th scope="col" role="columnheader" class=(class(n)) { (Text(&column.title)) }
                    }
                }
            }
            tbody role="rowgroup" {
                @for row in &table.rows {
                    tr role="row" {
                        @for (n, (value, column)) in row.cells.iter().zip(&table.columns).enumerate() {
                            td role="cell" class=(class(n)) data-label=(Text(&column.title)) {
                                bdi { (Text(&Format::new(lang).cell(value))) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The rules in plain words.
pub(super) fn method(method: &Method) -> Markup {
    html! {
        section {
            details {
                summary { h2 { (Text(&method.title)) } }
                ul.method { @for sentence in &method.sentences { li { (Text(sentence)) } } }
            }
        }
    }
}

fn severity_mark(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "mark-error",
        Severity::Warning => "mark-warning",
        Severity::Info => "mark-info",
    }
}

fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warned",
        Severity::Info => "info",
    }
}
