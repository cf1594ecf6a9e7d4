//! `tiergap check`: what is recognised in the inputs, and all findings, without judging.

use anyhow::anyhow;
use serde::Serialize;

use super::args::{CheckArgs, Format};
use super::inputs::{self, Inputs};
use super::run::outcome;
use super::{Failure, Outcome, say, talk};
use crate::facts::{ColumnUse, Field, Role, SheetFacts, Workload, column_letters};
use crate::finding::arrange;

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
    let text = inputs::localizer(&args.lang)?;
    let words = inputs::words(&args.columns)?;
    let mut inputs = inputs::read(&args.inputs, None, &words);
    inputs.findings = arrange(std::mem::take(&mut inputs.findings));
    let places = say::BookPlaces(&inputs.books);
    match args.format {
        Format::Human => human(&inputs),
        Format::Json => {
            let json = serde_json::to_string_pretty(&checked(&inputs, &places, &text)).map_err(Failure::nothing)?;
            talk::data(&json);
        }
    }
    say::all_findings(&inputs.findings, &places, &text);
    if inputs.books.iter().all(|book| book.sheets.is_empty()) {
        return Err(Failure::Nothing(anyhow!("no sheet could be read")));
    }
    Ok(outcome(&inputs.findings))
}

fn human(inputs: &Inputs) {
    for (book, sheets) in inputs.books.iter().zip(&inputs.sheets) {
        talk::data(&format!("{}{}{:#}", talk::STRONG, talk::visible(&book.label), talk::STRONG));
        for (sheet, facts) in book.sheets.iter().zip(sheets).filter(|(sheet, _)| sheet.cell_count() > 0) {
            let header = facts.header_row.map_or(String::new(), |row| format!(", header in row {}", row + 1));
            talk::data(&format!(
                "  {}: {}{header}, {} rows",
                talk::visible(&sheet.name),
                facts.role.as_str(),
                facts.rows
            ));
            let rows: Vec<Vec<String>> = facts
                .columns
                .iter()
                .map(|c| {
                    vec![
                        format!("    {}", column_letters(c.col)),
                        talk::visible(&c.header),
                        format!("→ {}", used_as(&c.used)),
                    ]
                })
                .collect();
            for line in talk::table(&rows, &[]) {
                talk::data(&line);
            }
        }
    }
}

fn used_as(used: &ColumnUse) -> String {
    match used {
        ColumnUse::Field(Field::Known) => "known, not needed".to_owned(),
        ColumnUse::Field(field) => {
            serde_json::to_value(field).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
        }
        ColumnUse::Workload(Workload::Known(id) | Workload::Unknown(id)) => format!("active-users of {id}"),
        ColumnUse::Credential(credential) => format!("credential {}", credential.id.unwrap_or(credential.text)),
        ColumnUse::Unmapped => "not recognised".to_owned(),
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
                    severity: finding.code.severity().as_str(),
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
