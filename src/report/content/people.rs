//! People against credentials.

use std::collections::BTreeMap;

use jiff::ToSpan;
use ustr::Ustr;

use super::material::{Material, Names};
use super::plan::{Place, credentials, named};
use super::words::{cell, roster_reasons, yes_no};
use super::{Cell, CredentialMark, People, PersonLine};
use crate::assess::{Action, Assessment, PersonVerdict, RosterReason};
use crate::facts::{CellRef, RosterRow, SheetRef};
use crate::finding::{Places, SEPARATOR, cell_list};
use crate::portfolio::{Partner, Person};
use crate::say;
use crate::text::Localizer;

/// The people of a partner, those who qualify first, then those who lack least.
pub(super) fn people(
    material: &Material,
    partner: &Partner,
    judged: &Assessment,
    names: &Names,
    text: &Localizer,
) -> People {
    let rules = &material.review.ruleset.people;
    let mut ids: Vec<Ustr> = Vec::new();
    for id in rules.paths.iter().flat_map(|path| &path.all_of) {
        if !ids.contains(id) {
            ids.push(*id);
        }
    }
    let at = |id: &Ustr| ids.iter().position(|known| known == id);
    let paths = rules.paths.iter().map(|path| {
        let title = named(&path.all_of, Place::Title, material.labels(), text);
        (title, path.all_of.iter().filter_map(at).collect())
    });
    let paths: Vec<(String, Vec<usize>)> = paths.collect();
    let mut lines: Vec<PersonLine> = partner
        .people
        .iter()
        .zip(&judged.people)
        .map(|(person, verdict)| line(material, person, verdict, &ids, names, text))
        .collect();
    for (step, action) in judged.plan.actions.iter().enumerate() {
        if let Action::PassExam { person, .. } = action
            && let Some(line) = lines.get_mut(*person)
        {
            line.step = Some(step);
        }
    }
    lines.sort_by(|a, b| {
        let lacking = |p: &PersonLine| p.marks.iter().filter(|m| !matches!(m, CredentialMark::Held(_))).count();
        b.qualifies
            .cmp(&a.qualifies)
            .then_with(|| lacking(a).cmp(&lacking(b)))
            .then_with(|| text.compare(&a.name, &b.name))
    });
    let ways: Vec<String> = rules.paths.iter().map(|path| credentials(path, material.labels(), text)).collect();
    let intro = if lines.is_empty() {
        say!(text, "people-none")
    } else {
        say!(
            text,
            "people-intro",
            people = lines.len() as u64,
            counted = judged.people_counted,
            ways = text.list_or_else(&ways)
        )
    };
    People {
        title: say!(text, "people-title"),
        intro,
        person_columns: [say!(text, "column-person"), say!(text, "column-mcp-id"), say!(text, "column-email")],
        credentials: material.label_list(&ids, text),
        path_columns: paths.iter().map(|(path, _)| say!(text, "path-column", path = path.as_str())).collect(),
        path_note: say!(text, "path-column-note"),
        paths,
        combine_paths: rules.combine_paths,
        counts_column: say!(text, "column-counts"),
        closing_columns: [say!(text, "column-remark"), say!(text, "column-source")],
        words: yes_no(text),
        lines,
    }
}

fn line(
    material: &Material,
    person: &Person,
    verdict: &PersonVerdict,
    ids: &[Ustr],
    names: &Names,
    text: &Localizer,
) -> PersonLine {
    let marks = ids.iter().map(|id| credential(*id, person, verdict, text)).collect();
    let paths = material.review.ruleset.people.paths.iter().enumerate();
    PersonLine {
        name: person.display().to_owned(),
        id: joined(&person.ids),
        email: joined(&person.emails),
        marks,
        paths: paths.map(|(at, _)| verdict.qualifies_by.contains(&at)).collect(),
        qualifies: !verdict.qualifies_by.is_empty(),
        remark: remark(material, person, verdict, names, text),
        source: source(&person.roster, names, text),
        step: None,
    }
}

fn joined(words: &[Ustr]) -> String {
    words.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(", ")
}

fn credential(id: Ustr, person: &Person, verdict: &PersonVerdict, text: &Localizer) -> CredentialMark {
    if let Some(held) = verdict.held.iter().find(|held| held.credential == id) {
        return CredentialMark::Held(held.achieved);
    }
    let rows = person.roster.iter().zip(&verdict.roster);
    let refused = rows.filter(|(row, _)| row.credential.value().and_then(|c| c.id) == Some(id));
    refused
        .map(|(row, v)| roster_reasons(row, v.reasons, text))
        .find(|said| !said.is_empty())
        .map_or(CredentialMark::Missing, CredentialMark::NotCounted)
}

fn remark(material: &Material, person: &Person, verdict: &PersonVerdict, names: &Names, text: &Localizer) -> String {
    let mut said = Vec::new();
    if !verdict.missing.is_empty() && verdict.qualifies_by.is_empty() {
        let missing = named(&verdict.missing, Place::Missing, material.labels(), text);
        said.push(say!(text, "person-missing", credentials = missing));
    }
    let soon = material.review.as_of.saturating_add(material.review.ruleset.risk.expiry_days.clamp(0, 36_525).days());
    for held in &verdict.held {
        if let Some(day) = held.expires.filter(|day| *day <= soon) {
            said.push(say!(
                text,
                "person-expires",
                credential = material.label(held.credential, text),
                date = text.date(day)
            ));
        }
    }
    for (row, v) in person.roster.iter().zip(&verdict.roster) {
        if v.reasons.has(RosterReason::Unreadable as u8) {
            said.extend(unreadable(material, row, names, text));
        }
    }
    said.join(" ")
}

/// What of a row cannot be read, a sentence each.
fn unreadable(material: &Material, row: &RosterRow, names: &Names, text: &Localizer) -> Vec<String> {
    let shown = |col: u32| match cell(material.value(CellRef { sheet: row.sheet, row: row.row, col })) {
        Cell::Text(word) => names.shown(&word),
        Cell::Number(number) => number.to_string(),
        Cell::Bool(answer) => answer.to_string(),
        Cell::Date(day) => day.to_string(),
        _ => String::new(),
    };
    let credential = match row.credential.value() {
        Some(credential) => {
            credential.id.map_or_else(|| credential.text.as_str().to_owned(), |id| material.label(id, text))
        }
        None => return vec![say!(text, "person-unreadable-credential", value = shown(row.credential_col))],
    };
    let fields = [
        (row.status.is_unreadable(), row.status_col, "field-status"),
        (row.achieved.is_unreadable(), row.achieved_col, "field-achieved"),
        (row.expires.is_unreadable(), row.expires_col, "field-expires"),
    ];
    let fields = fields.into_iter().filter(|field| field.0);
    // In a wide roster the credential's own column holds the day or the status.
    fields
        .map(|(_, col, field)| {
            let value = shown(col.unwrap_or(row.credential_col));
            let field = text.message(field, &[]);
            say!(text, "person-unreadable", credential = credential.as_str(), value = value, field = field)
        })
        .collect()
}

/// Where a person's rows stand, sheet by sheet.
fn source(rows: &[RosterRow], names: &Names, text: &Localizer) -> String {
    let mut by_sheet: BTreeMap<SheetRef, Vec<CellRef>> = BTreeMap::new();
    for row in rows {
        let cell = CellRef { sheet: row.sheet, row: row.row, col: row.credential_col };
        by_sheet.entry(row.sheet).or_default().push(cell);
    }
    let said = by_sheet.iter().map(|(sheet, cells)| {
        let cells = cell_list(cells, cells.len() as u64, text);
        [names.file(sheet.file), names.sheet(*sheet), cells].join(SEPARATOR)
    });
    text.list_apart(&said.collect::<Vec<_>>())
}
