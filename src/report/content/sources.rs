//! The inputs that facts come from.

use std::collections::BTreeSet;

use super::material::{Material, Names};
use super::words::{column, text_cell};
use super::{Cell, Kind, Row, Sources, Table, Tone};
use crate::facts::{Role, SheetRef};
use crate::finding::Places;
use crate::portfolio::Partner;
use crate::say;
use crate::text::Localizer;

/// All inputs with their sheets; an input without sheets keeps a line.
pub(super) fn of_run(material: &Material, names: &Names, text: &Localizer) -> Sources {
    let mut rows = Vec::new();
    for (file, book) in material.review.books.iter().enumerate() {
        let sheets = material.review.sheets.get(file).map_or(&[][..], Vec::as_slice);
        let label = names.file(file as u32);
        if sheets.is_empty() {
            rows.push(row(&label, "", say!(text, "role-unread"), 0, &book.sha256));
        }
        for facts in sheets {
            rows.push(row(&label, &names.sheet(facts.sheet), role(facts.role, text), facts.rows, &book.sha256));
        }
    }
    sources(rows, text)
}

/// The sheets with facts of a partner, each with the rows that are its own.
pub(super) fn of_partner(material: &Material, partner: &Partner, names: &Names, text: &Localizer) -> Sources {
    let roster = partner.people.iter().flat_map(|person| &person.roster).map(|row| (row.sheet, row.row));
    let mut own: BTreeSet<(SheetRef, u32)> =
        partner.usage.iter().map(|row| (row.sheet, row.row)).chain(roster).collect();
    let mut sheets: BTreeSet<SheetRef> = partner.sheets.iter().copied().collect();
    sheets.extend(own.iter().map(|(sheet, _)| *sheet));
    let facts = |sheet: &SheetRef| {
        material.review.sheets.get(sheet.file as usize).and_then(|file| file.get(sheet.sheet as usize))
    };
    for sheet in &sheets {
        let records = facts(sheet).map_or(&[][..], |facts| facts.partners.as_slice());
        let mine = records.iter().filter(|record| match (record.partner.id, partner.id) {
            (Some(id), Some(own)) => id == own,
            _ => record.partner.name.is_some() && record.partner.name == partner.name,
        });
        own.extend(mine.map(|record| (*sheet, record.row)));
    }
    let rows = sheets.iter().map(|sheet| {
        let book = material.review.books.get(sheet.file as usize);
        let count = own.range((*sheet, 0)..=(*sheet, u32::MAX)).count() as u64;
        row(
            &names.file(sheet.file),
            &names.sheet(*sheet),
            role(facts(sheet).map_or(Role::None, |facts| facts.role), text),
            count,
            book.map(|book| book.sha256.as_str()).unwrap_or_default(),
        )
    });
    sources(rows.collect(), text)
}

fn role(role: Role, text: &Localizer) -> String {
    text.message(&format!("role-{}", role.as_str()), &[])
}

fn row(file: &str, sheet: &str, role: String, rows: u64, sha256: &str) -> Row {
    let cells = vec![text_cell(file), text_cell(sheet), text_cell(role), Cell::Int(rows), text_cell(sha256)];
    Row { cells, tone: Tone::Plain }
}

fn sources(rows: Vec<Row>, text: &Localizer) -> Sources {
    let columns = vec![
        column(say!(text, "column-file"), Kind::Text),
        column(say!(text, "column-sheet"), Kind::Text),
        column(say!(text, "column-role"), Kind::Text),
        column(say!(text, "column-rows"), Kind::Int),
        column(say!(text, "column-sha256"), Kind::Text),
    ];
    Sources { title: say!(text, "sources-title"), table: Table { columns, rows, total: None } }
}
