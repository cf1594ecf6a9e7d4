//! What the reviewer's copy of an input says beside its rows and on its cells.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use ustr::Ustr;

use super::material::{Material, Names};
use super::usage::tone;
use super::words::{column, roster_reasons, text_cell, usage_reasons};
use super::{AnnotatedBook, AnnotatedSheet, CellNote, Column, Kind, Row, RowVerdict, Table, Tone, findings, head};
use crate::assess::{RosterReason, UsageReason};
use crate::facts::{CellRef, ColumnUse, Credential, Role, SheetFacts, SheetRef};
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
    /// The main one of the reasons; none if counted.
    main: Option<Main>,
    partner: &'static str,
    entitlements: Option<u64>,
    tone: Tone,
}

/// Why a fact does not count, in the main.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Main {
    Usage(UsageReason),
    Roster(RosterReason),
    NoPartner,
}

impl Main {
    fn title(self, text: &Localizer) -> String {
        match self {
            Self::Usage(reason) => text.message(&format!("usage-reason-{}.title", reason.as_str()), &[]),
            Self::Roster(reason) => {
                text.message(&format!("roster-reason-{}", reason.as_str()), &[("detail", "".into())])
            }
            Self::NoPartner => say!(text, "verdict-no-partner"),
        }
    }
}

/// A fact by where it is kept. An input may have a million: their words are only made row by row.
#[derive(Debug, Clone, Copy)]
enum Fact {
    /// Partner and row.
    Usage(u32, u32),
    /// Partner, person and row.
    Roster(u32, u32, u32),
    /// A fact of no partner.
    Unassigned,
    /// A row of master data.
    Master(u32),
}

/// A fact and where it stands.
struct Entry {
    row: u32,
    col: u32,
    fact: Fact,
}

/// How many facts of a sheet count, and why the others do not.
#[derive(Default)]
struct Tally {
    counted: u64,
    others: u64,
    reasons: BTreeMap<Main, u64>,
}

impl Tally {
    fn add(&mut self, part: &Part) {
        if part.counted {
            self.counted += 1;
        } else {
            self.others += 1;
            if let Some(main) = part.main {
                *self.reasons.entry(main).or_default() += 1;
            }
        }
    }
}

/// The annotations of the input at a position of the review; `None` if there is no such input.
pub fn annotated_book(material: &Material, file: usize, text: &Localizer) -> Option<AnnotatedBook> {
    let review = material.review;
    let book = review.books.get(file)?;
    let number = u32::try_from(file).ok()?;
    let names = material.names(None, text);
    let mut entries = judged(material, number);
    let named = |finding: &Finding| finding.also.iter().any(|cell| cell.sheet.file == number);
    let here: Vec<&Finding> = review.findings.iter().filter(|f| f.file == Some(number) || named(f)).collect();
    let facts = review.sheets.get(file).map_or(&[][..], Vec::as_slice);
    let mut overview = Vec::with_capacity(book.sheets.len());
    let mut sheets = Vec::with_capacity(book.sheets.len());
    for (position, read) in book.sheets.iter().enumerate() {
        let sheet = SheetRef { file: number, sheet: position as u32 };
        let facts = facts.get(position);
        let mut entries = entries.remove(&sheet).unwrap_or_default();
        if let Some(facts) = facts {
            unassigned(facts, &mut entries);
        }
        entries.sort_by_key(|entry| (entry.row, entry.col)); // stable: several in one cell stay in the partners' order
        let wide = facts.is_some_and(|f| {
            f.columns.iter().any(|c| matches!(c.used, ColumnUse::Workload(_) | ColumnUse::Credential(_)))
        });
        let usage = facts.is_some_and(|f| f.role == Role::Usage);
        let rows = || entries.chunk_by(|a, b| a.row == b.row);
        let (mut tally, mut verdicts) = (Tally::default(), Vec::with_capacity(rows().count()));
        for row in rows() {
            let parts = parts(material, row, facts, &names, text);
            for part in &parts {
                tally.add(part);
            }
            verdicts.extend(row.first().map(|first| verdict(first.row, &parts, wide, text)));
        }
        overview.push(overview_row(&read.name, facts, &tally, text));
        sheets.push(AnnotatedSheet {
            header_row: facts.and_then(|facts| facts.header_row),
            verdict_columns: [
                say!(text, "column-verdict"),
                say!(text, "column-reason"),
                say!(text, "column-partner"),
                if usage { say!(text, "column-entitlements") } else { String::new() },
            ],
            verdicts,
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
fn overview_row(name: &str, facts: Option<&SheetFacts>, tally: &Tally, text: &Localizer) -> Row {
    let role = facts.map_or(Role::None, |facts| facts.role);
    let reasons: BTreeMap<String, u64> = tally.reasons.iter().map(|(main, n)| (main.title(text), *n)).collect();
    let mut reasons: Vec<(String, u64)> = reasons.into_iter().collect();
    reasons.sort_by_key(|(_, count)| Reverse(*count)); // stable: equals stay in the order of their words
    let reasons: Vec<String> =
        reasons.into_iter().map(|(reason, count)| Format::new(text.lang()).pair(&reason, &text.count(count))).collect();
    let amount = match role {
        Role::Usage | Role::Roster => {
            say!(text, "annotated-rows", counted = tally.counted, others = tally.others)
        }
        _ => facts.map(|facts| facts.rows).filter(|rows| *rows > 0).map(|rows| text.count(rows)).unwrap_or_default(),
    };
    let role = text.message(&format!("role-{}", role.as_str()), &[]);
    let cells = vec![text_cell(name), text_cell(role), text_cell(amount), text_cell(text.list_apart(&reasons))];
    Row { cells, tone: if tally.others > 0 { Tone::Open } else { Tone::Plain } }
}

/// All facts of a file that belong to a partner, by sheet.
fn judged(material: &Material, file: u32) -> BTreeMap<SheetRef, Vec<Entry>> {
    let mut entries: BTreeMap<SheetRef, Vec<Entry>> = BTreeMap::new();
    let mut add = |sheet: SheetRef, row: u32, col: u32, fact: Fact| {
        if sheet.file == file {
            entries.entry(sheet).or_default().push(Entry { row, col, fact });
        }
    };
    for &at in material.partners_in(file) {
        let Some(partner) = material.review.portfolio.partners.get(at as usize) else { continue };
        for (n, row) in (0..).zip(&partner.usage) {
            add(row.sheet, row.row, row.count_col, Fact::Usage(at, n));
        }
        for (who, person) in (0..).zip(&partner.people) {
            for (n, row) in (0..).zip(&person.roster) {
                add(row.sheet, row.row, row.credential_col, Fact::Roster(at, who, n));
            }
        }
    }
    entries
}

/// Facts that belong to no partner, and rows of master data, which are read but not judged.
fn unassigned(facts: &SheetFacts, entries: &mut Vec<Entry>) {
    let usage = facts.usage.iter().map(|row| (row.row, row.count_col));
    let roster = facts.roster.iter().map(|row| (row.row, row.credential_col));
    entries.extend(usage.chain(roster).map(|(row, col)| Entry { row, col, fact: Fact::Unassigned }));
    let masters = (0..).zip(&facts.partners);
    entries.extend(masters.map(|(n, record)| Entry { row: record.row, col: 0, fact: Fact::Master(n) }));
}

/// The verdicts on the facts of one row.
fn parts(material: &Material, row: &[Entry], facts: Option<&SheetFacts>, names: &Names, text: &Localizer) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::with_capacity(row.len());
    let mut last = None;
    for entry in row {
        let taken = last == Some(entry.col);
        last = Some(entry.col);
        let part = match entry.fact {
            Fact::Usage(partner, n) => usage_part(material, partner, n, names, text),
            Fact::Roster(partner, person, n) => roster_part(material, partner, person, n, text),
            Fact::Unassigned if taken => None,
            Fact::Unassigned => Some(Part {
                label: String::new(),
                counted: false,
                reason: say!(text, "verdict-no-partner"),
                main: Some(Main::NoPartner),
                partner: "",
                entitlements: None,
                tone: Tone::Open,
            }),
            Fact::Master(n) => facts.and_then(|facts| facts.partners.get(n as usize)).map(|record| Part {
                label: String::new(),
                counted: true,
                reason: say!(text, "verdict-master-data"),
                main: None,
                partner: record.partner.name.or(record.partner.id).map_or("", |word| word.as_str()),
                entitlements: None,
                tone: Tone::Plain,
            }),
        };
        parts.extend(part);
    }
    parts
}

fn usage_part(material: &Material, partner: u32, n: u32, names: &Names, text: &Localizer) -> Option<Part> {
    let judged = material.review.assessments.get(partner as usize)?;
    let partner = material.review.portfolio.partners.get(partner as usize)?;
    let (row, verdict) = (partner.usage.get(n as usize)?, judged.usage.get(n as usize)?);
    Some(Part {
        label: row.workload.value().map(|w| material.workload(w, text)).unwrap_or_default(),
        counted: verdict.reasons.is_empty(),
        reason: usage_reasons(row, verdict, material, text, names),
        main: verdict.reasons.usage().next().map(Main::Usage),
        partner: partner.display(),
        entitlements: Some(verdict.entitlements),
        tone: tone(material, row, verdict),
    })
}

fn roster_part(material: &Material, partner: u32, person: u32, n: u32, text: &Localizer) -> Option<Part> {
    let judged = material.review.assessments.get(partner as usize)?.people.get(person as usize)?;
    let partner = material.review.portfolio.partners.get(partner as usize)?;
    let row = partner.people.get(person as usize)?.roster.get(n as usize)?;
    let verdict = judged.roster.get(n as usize)?;
    let counted = verdict.reasons.is_empty();
    let settled = material.is_settled(CellRef { sheet: row.sheet, row: row.row, col: row.credential_col });
    let open = verdict.reasons.has(RosterReason::Unreadable as u8) && !settled;
    let name = |credential: Credential| match credential.id {
        Some(id) => material.label(id, text),
        None => credential.text.as_str().to_owned(),
    };
    Some(Part {
        label: row.credential.value().map(name).unwrap_or_default(),
        counted,
        reason: roster_reasons(row, verdict.reasons, text),
        main: verdict.reasons.roster().next().map(Main::Roster),
        partner: partner.display(),
        entitlements: None,
        tone: match (counted, open) {
            (true, _) => Tone::Good,
            (false, true) => Tone::Open,
            (false, false) => Tone::Bad,
        },
    })
}

fn verdict(row: u32, parts: &[Part], wide: bool, text: &Localizer) -> RowVerdict {
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
        for part in parts {
            if !part.reason.is_empty() && !reasons.contains(&part.reason) {
                reasons.push(part.reason.clone());
            }
        }
        text.list_apart(&reasons)
    };
    let added: Vec<u64> = parts.iter().filter_map(|part| part.entitlements).collect();
    RowVerdict {
        row,
        // Many rows say the same, and each text is kept once.
        verdict: [word.as_str(), reason.as_str(), parts.first().map_or("", |part| part.partner)].map(Ustr::from),
        entitlements: (!added.is_empty()).then(|| added.iter().fold(0u64, |sum, n| sum.saturating_add(*n))),
        tone: together(parts),
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
