//! What the reviewer's copy of an input says beside its rows and on its cells.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::material::Material;
use super::usage::tone;
use super::words::{column, roster_reasons, text_cell, usage_reasons};
use super::{AnnotatedBook, AnnotatedSheet, CellNote, Column, Kind, Row, RowVerdict, Table, Tone, findings, head};
use crate::assess::{RosterReason, UsageReason};
use crate::facts::{CellRef, ColumnUse, Role, SheetFacts, SheetRef};
use crate::finding::{Finding, Places, SEPARATOR, render_group};
use crate::report::format::Format;
use crate::say;
use crate::text::Localizer;

/// The verdict on one fact of a row; a row of a wide sheet has several.
struct Part {
    /// What the fact is about: the workload or credential.
    label: String,
    counted: bool,
    reason: String,
    /// The main one of the reasons, without details; empty if counted.
    main: String,
    partner: String,
    entitlements: Option<u64>,
    tone: Tone,
}

type Rows = BTreeMap<u32, Vec<(u32, Part)>>;

/// The annotations of the input at a position of the review; `None` if there is no such input.
pub fn annotated_book(material: &Material, file: usize, text: &Localizer) -> Option<AnnotatedBook> {
    let review = material.review;
    let book = review.books.get(file)?;
    let number = u32::try_from(file).ok()?;
    let names = material.names(None, text);
    let mut rows: BTreeMap<SheetRef, Rows> = BTreeMap::new();
    judged_rows(material, number, &mut rows, text);
    let here: Vec<&Finding> = review.findings.iter().filter(|finding| finding.file == Some(number)).collect();
    let facts = review.sheets.get(file).map_or(&[][..], Vec::as_slice);
    let mut overview = Vec::with_capacity(book.sheets.len());
    let mut sheets = Vec::with_capacity(book.sheets.len());
    for (position, read) in book.sheets.iter().enumerate() {
        let sheet = SheetRef { file: number, sheet: position as u32 };
        let facts = facts.get(position);
        let mut parts = rows.remove(&sheet).unwrap_or_default();
        if let Some(facts) = facts {
            unassigned(facts, &mut parts, text);
        }
        let wide = facts.is_some_and(|f| {
            f.columns.iter().any(|c| matches!(c.used, ColumnUse::Workload(_) | ColumnUse::Credential(_)))
        });
        let usage = facts.is_some_and(|f| f.role == Role::Usage);
        overview.push(overview_row(&read.name, facts, &parts, text));
        sheets.push(AnnotatedSheet {
            header_row: facts.and_then(|facts| facts.header_row),
            verdict_columns: [
                say!(text, "column-verdict"),
                say!(text, "column-reason"),
                say!(text, "column-partner"),
                if usage { say!(text, "column-entitlements") } else { String::new() },
            ],
            verdicts: parts.into_iter().map(|(row, parts)| verdict(row, parts, wide, text)).collect(),
            notes: notes(&here, sheet, &names, text),
        });
    }
    let label = names.file(number);
    let mut findings = findings::findings(here.iter().copied(), None, &names, text);
    for line in &mut findings.lines {
        // All is about this one file: the sheet and the cell say where.
        if let Some(rest) = line.place.strip_prefix(&label).and_then(|rest| rest.strip_prefix(SEPARATOR)) {
            line.place = rest.to_owned();
        }
        line.address = line.address.filter(|cell| cell.sheet.file == number);
    }
    let head = head::of_annotated(material, label.clone(), text);
    let mut about = vec![(say!(text, "column-file"), label), (say!(text, "column-sha256"), book.sha256.clone())];
    about.extend(head.facts.iter().cloned());
    Some(AnnotatedBook {
        sheets,
        head,
        facts: about,
        overview: Table { columns: overview_columns(text), rows: overview, total: None },
        summary_title: say!(text, "annotated-summary"),
        findings,
    })
}

fn overview_columns(text: &Localizer) -> Vec<Column> {
    ["column-sheet", "column-role", "column-rows", "column-reason"]
        .map(|key| column(say!(text, key), Kind::Text))
        .into()
}

/// What a sheet is used as, how many of its rows count, and the main reasons of the others, the most frequent first. A
/// row of a wide sheet counts as often as it has figures, as everywhere in the results.
fn overview_row(name: &str, facts: Option<&SheetFacts>, rows: &Rows, text: &Localizer) -> Row {
    let role = facts.map_or(Role::None, |facts| facts.role);
    let (mut counted, mut others) = (0_u64, 0_u64);
    let mut reasons: BTreeMap<&str, u64> = BTreeMap::new();
    for (_, part) in rows.values().flatten() {
        if part.counted {
            counted += 1;
        } else {
            others += 1;
            *reasons.entry(&part.main).or_default() += 1;
        }
    }
    let mut reasons: Vec<(&str, u64)> = reasons.into_iter().collect();
    reasons.sort_by_key(|(_, count)| Reverse(*count)); // stable: equals stay in the order of their words
    let reasons: Vec<String> =
        reasons.into_iter().map(|(reason, count)| Format::new(text.lang()).pair(reason, &text.count(count))).collect();
    let amount = match role {
        Role::Usage | Role::Roster => say!(text, "annotated-rows", counted = counted, others = others),
        _ => facts.map(|facts| facts.rows).filter(|rows| *rows > 0).map(|rows| text.count(rows)).unwrap_or_default(),
    };
    let role = text.message(&format!("role-{}", role.as_str()), &[]);
    let cells = vec![text_cell(name), text_cell(role), text_cell(amount), text_cell(text.list_apart(&reasons))];
    Row { cells, tone: if others > 0 { Tone::Open } else { Tone::Plain } }
}

/// The verdicts on all facts of a file that belong to a partner.
fn judged_rows(material: &Material, file: u32, rows: &mut BTreeMap<SheetRef, Rows>, text: &Localizer) {
    let review = material.review;
    let names = material.names(None, text);
    for index in material.partners_in(file) {
        let at = *index as usize;
        let (Some(partner), Some(judged)) = (review.portfolio.partners.get(at), review.assessments.get(at)) else {
            continue;
        };
        let mut add = |sheet: SheetRef, row: u32, col: u32, part: Part| {
            rows.entry(sheet).or_default().entry(row).or_default().push((col, part));
        };
        let usage = partner.usage.iter().zip(&judged.usage).filter(|(row, _)| row.sheet.file == file);
        for (row, verdict) in usage {
            let part = Part {
                label: row.workload.value().map(|w| material.workload(w, text)).unwrap_or_default(),
                counted: verdict.reasons.is_empty(),
                reason: usage_reasons(row, verdict, material, text, &names),
                main: verdict.reasons.usage().next().map(|reason| usage_title(reason, text)).unwrap_or_default(),
                partner: partner.display().to_owned(),
                entitlements: Some(verdict.entitlements),
                tone: tone(material, row, verdict),
            };
            add(row.sheet, row.row, row.count_col, part);
        }
        for (person, verdict) in partner.people.iter().zip(&judged.people) {
            let roster = person.roster.iter().zip(&verdict.roster).filter(|(row, _)| row.sheet.file == file);
            for (row, verdict) in roster {
                let counted = verdict.reasons.is_empty();
                let settled = material.is_settled(CellRef { sheet: row.sheet, row: row.row, col: row.credential_col });
                let open = verdict.reasons.has(crate::assess::RosterReason::Unreadable as u8) && !settled;
                let credential = row.credential.value();
                let part = Part {
                    label: credential
                        .map(|c| c.id.map_or_else(|| c.text.as_str().to_owned(), |id| material.label(id, text)))
                        .unwrap_or_default(),
                    counted,
                    reason: roster_reasons(row, verdict.reasons, text),
                    main: verdict.reasons.roster().next().map(|reason| roster_title(reason, text)).unwrap_or_default(),
                    partner: partner.display().to_owned(),
                    entitlements: None,
                    tone: if counted {
                        Tone::Good
                    } else if open {
                        Tone::Open
                    } else {
                        Tone::Bad
                    },
                };
                add(row.sheet, row.row, row.credential_col, part);
            }
        }
    }
}

/// Facts that belong to no partner, and rows of master data, which are read but not judged.
fn unassigned(facts: &SheetFacts, rows: &mut Rows, text: &Localizer) {
    let usage = facts.usage.iter().map(|row| (row.row, row.count_col));
    let roster = facts.roster.iter().map(|row| (row.row, row.credential_col));
    for (row, col) in usage.chain(roster) {
        let parts = rows.entry(row).or_default();
        if !parts.iter().any(|part| part.0 == col) {
            let part = Part {
                label: String::new(),
                counted: false,
                reason: say!(text, "verdict-no-partner"),
                main: say!(text, "verdict-no-partner"),
                partner: String::new(),
                entitlements: None,
                tone: Tone::Open,
            };
            parts.push((col, part));
        }
    }
    for record in &facts.partners {
        let name = record.partner.name.or(record.partner.id).map(|word| word.as_str().to_owned()).unwrap_or_default();
        let part = Part {
            label: String::new(),
            counted: true,
            reason: say!(text, "verdict-master-data"),
            main: String::new(),
            partner: name,
            entitlements: None,
            tone: Tone::Plain,
        };
        rows.entry(record.row).or_default().push((0, part));
    }
}

fn usage_title(reason: UsageReason, text: &Localizer) -> String {
    text.message(&format!("usage-reason-{}.title", reason.as_str()), &[])
}

fn roster_title(reason: RosterReason, text: &Localizer) -> String {
    text.message(&format!("roster-reason-{}", reason.as_str()), &[("detail", "".into())])
}

fn verdict(row: u32, mut parts: Vec<(u32, Part)>, wide: bool, text: &Localizer) -> RowVerdict {
    parts.sort_by_key(|part| part.0);
    let parts: Vec<Part> = parts.into_iter().map(|part| part.1).collect();
    let counted = parts.iter().filter(|part| part.counted).count();
    let word = match counted {
        0 => say!(text, "verdict-not-counted"),
        n if n == parts.len() && parts.iter().all(|part| part.tone == Tone::Plain) => say!(text, "verdict-read"),
        n if n == parts.len() => say!(text, "verdict-counted"),
        _ => say!(text, "verdict-partly"),
    };
    let reason = if wide {
        text.list_apart(&parts.iter().map(|part| part.in_words(text)).collect::<Vec<_>>())
    } else {
        let mut reasons: Vec<String> = Vec::new();
        for part in &parts {
            if !part.reason.is_empty() && !reasons.contains(&part.reason) {
                reasons.push(part.reason.clone());
            }
        }
        text.list_apart(&reasons)
    };
    let added: Vec<u64> = parts.iter().filter_map(|part| part.entitlements).collect();
    RowVerdict {
        row,
        verdict: [word, reason, parts.first().map(|part| part.partner.clone()).unwrap_or_default()],
        entitlements: (!added.is_empty()).then(|| added.iter().fold(0u64, |sum, n| sum.saturating_add(*n))),
        tone: together(&parts),
    }
}

impl Part {
    /// "Exchange Online: counted 120", "Teams: not counted – the workload does not count".
    fn in_words(&self, text: &Localizer) -> String {
        match (self.counted, self.entitlements) {
            (true, Some(n)) => say!(text, "part-counted", label = self.label.as_str(), count = n),
            (true, None) => say!(text, "part-held", label = self.label.as_str()),
            (false, _) => {
                say!(text, "part-not-counted", label = self.label.as_str(), reason = self.reason.as_str())
            }
        }
    }
}

/// An open problem shows before anything else; otherwise one thing that counts makes the row good.
fn together(parts: &[Part]) -> Tone {
    let any = |tone: Tone| parts.iter().any(|part| part.tone == tone);
    [Tone::Open, Tone::Good, Tone::Bad].into_iter().find(|tone| any(*tone)).unwrap_or(Tone::Plain)
}

fn notes(findings: &[&Finding], sheet: SheetRef, names: &dyn Places, text: &Localizer) -> Vec<CellNote> {
    let mut by_cell: BTreeMap<(u32, u32), CellNote> = BTreeMap::new();
    for finding in findings {
        let cells: Vec<_> = finding.cell.iter().chain(&finding.also).filter(|cell| cell.sheet == sheet).collect();
        if cells.is_empty() {
            continue;
        }
        // A note is about its own cell, not about the others that a grouped finding counts.
        let said = render_group(finding, &[], 1, text, names);
        let note = say!(text, "note", severity = said.severity_text, message = said.message, help = said.help);
        for cell in cells {
            let slot = by_cell.entry((cell.row, cell.col)).or_insert_with(|| CellNote {
                row: cell.row,
                col: cell.col,
                text: String::new(),
                severity: said.severity,
            });
            slot.severity = slot.severity.min(said.severity);
            if !slot.text.is_empty() {
                slot.text.push('\n');
            }
            slot.text.push_str(&note);
        }
    }
    by_cell.into_values().collect()
}
