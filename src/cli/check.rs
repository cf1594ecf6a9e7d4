//! `tiergap check`: what is recognised in the inputs, and all findings, without judging.

use anyhow::anyhow;
use serde::Serialize;
use ustr::Ustr;

use super::args::{CheckArgs, Format};
use super::asked::Asked;
use super::inputs::{self, Inputs};
use super::run::outcome;
use super::templates::Templates;
use super::{Failure, Outcome, say, talk};
use crate::facts::{ColumnUse, Field, Role, SheetFacts, Workload, column_letters};
use crate::finding::arrange;
use crate::portfolio::Portfolio;
use crate::recognise::{Vocabulary, Wanted};
use crate::review::days_of;
use crate::say;
use crate::text::Localizer;
use crate::waivers::{Applied, Waived};
use crate::workspace::FILE;

#[derive(Serialize)]
struct Checked<'a> {
    schema: &'static str,
    inputs: Vec<CheckedInput<'a>>,
    findings: Vec<CheckedFinding<'a>>,
}

#[derive(Serialize)]
struct CheckedInput<'a> {
    path: &'a str,
    sha256: &'a str,
    sheets: Vec<CheckedSheet<'a>>,
}

#[derive(Serialize)]
struct CheckedSheet<'a> {
    name: &'a str,
    role: Role,
    header_row: Option<u32>,
    rows: u64,
    columns: Vec<CheckedColumn<'a>>,
}

#[derive(Serialize)]
struct CheckedColumn<'a> {
    column: String,
    header: &'a str,
    used_as: String,
}

#[derive(Serialize)]
struct CheckedFinding<'a> {
    code: &'static str,
    severity: &'static str,
    place: String,
    value: Option<&'a str>,
    message: String,
    help: String,
    count: u64,
}

pub(super) fn check(args: &CheckArgs) -> Result<Outcome, Failure> {
    let asked = Asked::check(args)?;
    let paths = asked.inputs(&args.inputs)?;
    let templates = Templates::load(asked.templates.as_deref())?;
    let text = inputs::language(asked.lang.as_deref(), &templates)?;
    let words = inputs::words(&asked, &templates)?;
    // What a workspace settles depends on the months of usage.
    let wanted = if asked.workspace.is_some() { Wanted::Facts } else { Wanted::Findings };
    let mut inputs = inputs::read(&paths, None, &words, &asked, wanted)?;
    tell(&mut inputs, args.format, &words, (&asked, &text))?;
    if inputs.books.iter().all(|book| book.sheets.is_empty()) {
        return Err(Failure::Nothing(anyhow!("no sheet could be read")));
    }
    Ok(outcome(&inputs.findings))
}

/// Tells what was recognised, and all findings; those that the workspace's waivers accept as settled.
pub(super) fn tell(
    inputs: &mut Inputs,
    format: Format,
    words: &Vocabulary,
    (asked, text): (&Asked, &Localizer),
) -> Result<(), Failure> {
    settle(inputs, asked);
    inputs.findings = arrange(std::mem::take(&mut inputs.findings));
    let places = say::BookPlaces(&inputs.books);
    match format {
        Format::Human => human(inputs, words, text),
        Format::Json => {
            let json = serde_json::to_string_pretty(&checked(inputs, &places, text)).map_err(Failure::nothing)?;
            talk::data(&talk::inert_json(json));
        }
    }
    say::all_findings(&inputs.findings, &places, text, true);
    Ok(())
}

/// Marks the findings that the workspace's waivers accept, as far as that takes no partner: those are told by `run`.
fn settle(inputs: &mut Inputs, asked: &Asked) {
    let Some(settings) = asked.workspace.as_ref().map(|workspace| &workspace.settings) else { return };
    let (as_of, _) = days_of(inputs.sheets.iter().map(Vec::as_slice), asked.as_of, asked.today);
    let waived = Waived {
        path: FILE,
        sha256: &settings.sha256,
        waivers: &settings.waivers,
        same_partners: &[],
        read: Vec::new(),
        bit_of: &|_| None,
    };
    let nobody = &mut Portfolio::default();
    Applied::to_facts(&waived, &[], nobody, (&inputs.books, &[]), &[], as_of).settle(&mut inputs.findings);
}

fn human(inputs: &Inputs, words: &Vocabulary, text: &Localizer) {
    for (book, sheets) in inputs.books.iter().zip(&inputs.sheets) {
        talk::data(&format!("{}{}{:#}", talk::STRONG, talk::visible(&book.label), talk::STRONG));
        for (sheet, facts) in book.sheets.iter().zip(sheets).filter(|(sheet, _)| sheet.cell_count() > 0) {
            let line = say!(
                text,
                "cli-check-sheet",
                sheet = talk::visible(&sheet.name),
                role = text.message(&format!("role-{}", facts.role.as_str()), &[]),
                header = facts.header_row.map_or(0, |row| u64::from(row) + 1),
                rows = facts.rows,
            );
            talk::data(&format!("  {line}"));
            let columns = facts.columns.iter();
            let rows: Vec<Vec<String>> = columns
                .map(|c| {
                    let column = format!("    {}", column_letters(c.col));
                    vec![
                        column,
                        talk::visible(&c.header),
                        format!("→ {}", talk::visible(&in_words(&c.used, words, text))),
                    ]
                })
                .collect();
            for line in talk::table(&rows, &[]) {
                talk::data(&line);
            }
        }
    }
}

/// What a column is used as, for people.
fn in_words(used: &ColumnUse, words: &Vocabulary, text: &Localizer) -> String {
    let label = |id: Ustr| words.label(id).unwrap_or(id.as_str()).to_owned();
    match used {
        ColumnUse::Field(Field::Known) => say!(text, "cli-used-known"),
        ColumnUse::Field(_) => text.message(&format!("field-{}", used_as(used)), &[]),
        ColumnUse::Workload(Workload::Known(id) | Workload::Unknown(id)) => {
            say!(text, "cli-used-workload", name = label(*id))
        }
        ColumnUse::Credential(credential) => {
            say!(text, "cli-used-credential", name = label(credential.id.unwrap_or(credential.text)))
        }
        ColumnUse::Unmapped => say!(text, "cli-used-unmapped"),
    }
}

/// What a column is used as, for machines.
fn used_as(used: &ColumnUse) -> String {
    match used {
        ColumnUse::Field(field) => {
            serde_json::to_value(field).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
        }
        ColumnUse::Workload(Workload::Known(id) | Workload::Unknown(id)) => format!("active-users:{id}"),
        ColumnUse::Credential(credential) => format!("credential:{}", credential.id.unwrap_or(credential.text)),
        ColumnUse::Unmapped => "unmapped".to_owned(),
    }
}

fn checked<'a>(inputs: &'a Inputs, places: &say::BookPlaces<'_>, text: &crate::text::Localizer) -> Checked<'a> {
    let sheet = |(sheet, facts): (&'a crate::intake::Sheet, &'a SheetFacts)| CheckedSheet {
        name: &sheet.name,
        role: facts.role,
        header_row: facts.header_row.map(|row| row + 1),
        rows: facts.rows,
        columns: facts
            .columns
            .iter()
            .map(|c| CheckedColumn { column: column_letters(c.col), header: &c.header, used_as: used_as(&c.used) })
            .collect(),
    };
    Checked {
        schema: "tiergap.check.v1",
        inputs: inputs
            .books
            .iter()
            .zip(&inputs.sheets)
            .map(|(book, facts)| CheckedInput {
                path: &book.label,
                sha256: &book.sha256,
                sheets: book.sheets.iter().zip(facts).map(sheet).collect(),
            })
            .collect(),
        findings: inputs
            .findings
            .iter()
            .map(|finding| {
                let line = crate::finding::render(finding, text, places);
                CheckedFinding {
                    code: finding.code.as_str(),
                    severity: finding.severity().as_str(),
                    place: line.place,
                    value: finding.value.as_deref(),
                    message: line.message,
                    help: line.help,
                    count: finding.count,
                }
            })
            .collect(),
    }
}
