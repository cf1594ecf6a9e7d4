//! Every usage row of a partner with its verdict, in the partner's own columns.

use std::collections::{BTreeMap, BTreeSet};

use super::confidential::plain;
use super::material::{Material, Names};
use super::words::{cell, column, text_cell, usage_reasons, yes_no};
use super::{Cell, Column, Kind, Tone, Usage, UsageLine};
use crate::assess::{Assessment, UsageReason, UsageVerdict};
use crate::facts::{
    CellRef, Column as InputColumn, ColumnUse, Field, Read, SheetFacts, SheetRef, UsageRow, Workload, column_letters,
};
use crate::finding::{Places, cell_place, render_group};
use crate::intake::{Sheet, Value};
use crate::portfolio::Partner;
use crate::say;
use crate::text::Localizer;

/// What makes columns of several sheets one column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// The first column of a sheet with this field.
    Field(Field),
    /// Any other column, by its folded header; the number tells columns of one sheet with the same header apart.
    Header(String, usize),
}

/// Where a column of the report stands on one sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    /// In this column of the sheet.
    Col(u32),
    /// The workload's name, from the header of a wide sheet.
    Workload,
    /// The count, in the workload's own column.
    Count,
}

/// The columns of all usage sheets of a partner.
struct Columns {
    /// Keys and titles in the report's order.
    order: Vec<(Key, String)>,
    /// Where each column of the report stands, by sheet.
    sources: BTreeMap<SheetRef, Vec<Option<Source>>>,
    /// Columns that no field claims, by sheet: their text may be about anything.
    free: BTreeMap<SheetRef, Vec<u32>>,
}

/// The usage rows of a partner.
pub(super) fn usage(
    material: &Material,
    partner: &Partner,
    assessment: &Assessment,
    notes: &Notes,
    names: &Names,
    text: &Localizer,
) -> Usage {
    let mut columns = Columns::of(material, partner, names, text);
    let mut lines: Vec<UsageLine> = partner
        .usage
        .iter()
        .zip(&assessment.usage)
        .map(|(row, verdict)| UsageLine {
            cells: columns.cells(material, row, names, text),
            counted: verdict.reasons.is_empty(),
            entitlements: verdict.entitlements,
            reason: usage_reasons(row, verdict, material, text, names),
            source: cell_place(count_cell(row), names),
            tone: tone(material, row, verdict),
            note: notes.of(row),
            step: None,
        })
        .collect();
    for (step, rows) in assessment.plan.usage_rows.iter().enumerate() {
        for &row in rows {
            if let Some(line) = lines.get_mut(row) {
                line.step = Some(step);
            }
        }
    }
    columns.without_empty(&mut lines);
    let active_users = columns.order.iter().position(|c| c.0 == Key::Field(Field::ActiveUsers)).unwrap_or_default();
    let columns_note = match columns.order.len() as u32 {
        0 => String::new(),
        count => say!(
            text,
            "usage-columns",
            first = column_letters(0),
            last = column_letters(count - 1),
            count = u64::from(count)
        ),
    };
    Usage {
        title: say!(text, "usage-title"),
        columns_note,
        columns: kinds(columns.order, &lines),
        active_users,
        verdict_columns: [
            say!(text, "column-counted"),
            say!(text, "column-entitlements"),
            say!(text, "column-reason"),
            say!(text, "column-source"),
        ],
        counted_words: yes_no(text),
        lines,
    }
}

/// The address of a usage row's count.
pub(super) fn count_cell(row: &UsageRow) -> CellRef {
    CellRef { sheet: row.sheet, row: row.row, col: row.count_col }
}

/// Good if counted, open where the data and not the rules are in the way and nobody has settled that.
pub(super) fn tone(material: &Material, row: &UsageRow, verdict: &UsageVerdict) -> Tone {
    let settled = !verdict.reasons.is_empty() && material.is_settled(count_cell(row));
    if settled || verdict.reasons.has(UsageReason::LeftOut as u8) {
        return Tone::Bad;
    }
    let unreadable = verdict.reasons.has(UsageReason::Unreadable as u8);
    let unknown_word = matches!(row.workload, Read::Value(Workload::Unknown(_)));
    let unknown_link = row.associations.unknown && verdict.reasons.has(UsageReason::NoQualifyingAssociation as u8);
    match verdict.reasons.is_empty() {
        true => Tone::Good,
        false if unreadable || unknown_word || unknown_link => Tone::Open,
        false => Tone::Bad,
    }
}

impl Columns {
    fn of(material: &Material, partner: &Partner, names: &Names, text: &Localizer) -> Self {
        let mut columns = Self { order: Vec::new(), sources: BTreeMap::new(), free: BTreeMap::new() };
        let mut own_title: Vec<bool> = Vec::new();
        let mut last = None;
        for sheet in partner.usage.iter().map(|row| row.sheet) {
            if last != Some(sheet) && !columns.sources.contains_key(&sheet) {
                columns.add(material, sheet, &mut own_title, names, text);
            }
            last = Some(sheet);
        }
        if !columns.order.iter().any(|c| c.0 == Key::Field(Field::ActiveUsers)) {
            columns.order.push((Key::Field(Field::ActiveUsers), say!(text, "column-active-users")));
        }
        columns
    }

    /// Adds the columns of a sheet; `own_title` tells which titles so far were written by a sheet.
    fn add(
        &mut self,
        material: &Material,
        sheet: SheetRef,
        own_title: &mut Vec<bool>,
        names: &Names,
        text: &Localizer,
    ) {
        let review = material.review;
        let facts = review.sheets.get(sheet.file as usize).and_then(|file| file.get(sheet.sheet as usize));
        let mut sources: Vec<Option<Source>> = vec![None; self.order.len()];
        let mut free = Vec::new();
        let mut wide = false;
        let mut headers: BTreeMap<String, usize> = BTreeMap::new();
        let mut place = |key: Key, title: String, own: bool, source: Source| {
            let at = self.order.iter().position(|c| c.0 == key).unwrap_or_else(|| {
                self.order.push((key, title.clone()));
                own_title.push(own);
                self.order.len() - 1
            });
            if own
                && let (Some(known), Some(column)) = (own_title.get_mut(at), self.order.get_mut(at))
                && !*known
            {
                *known = true;
                column.1 = title;
            }
            sources.resize(self.order.len().max(sources.len()), None);
            match sources.get_mut(at) {
                Some(slot @ None) => *slot = Some(source),
                _ => return false,
            }
            true
        };
        let cells = review.books.get(sheet.file as usize).and_then(|book| book.sheets.get(sheet.sheet as usize));
        for col in facts.iter().flat_map(|facts| of_table(facts, cells)) {
            let header = names.header(&col.header);
            match &col.used {
                ColumnUse::Workload(_) => {
                    if !wide {
                        wide = true;
                        place(Key::Field(Field::Workload), say!(text, "column-workload"), false, Source::Workload);
                        place(Key::Field(Field::ActiveUsers), say!(text, "column-active-users"), false, Source::Count);
                    }
                    continue;
                }
                ColumnUse::Field(field) if *field != Field::Known => {
                    let source = if *field == Field::ActiveUsers { Source::Count } else { Source::Col(col.col) };
                    if place(Key::Field(*field), header.clone(), true, source) {
                        continue;
                    }
                }
                _ => {}
            }
            let folded = plain(&col.header);
            let nth = headers.entry(folded.clone()).or_default();
            *nth += 1;
            free.push(col.col);
            place(Key::Header(folded, *nth), header, true, Source::Col(col.col));
        }
        self.sources.insert(sheet, sources);
        self.free.insert(sheet, free);
    }

    /// Leaves out the columns that say nothing in any of the partner's rows.
    fn without_empty(&mut self, lines: &mut [UsageLine]) {
        if lines.is_empty() {
            return;
        }
        let says = |(at, (key, _)): (usize, &(Key, String))| {
            *key == Key::Field(Field::ActiveUsers)
                || lines.iter().any(|line| match line.cells.get(at) {
                    None | Some(Cell::Empty) => false,
                    Some(Cell::Text(text)) => !text.trim().is_empty(),
                    Some(_) => true,
                })
        };
        let kept: Vec<bool> = self.order.iter().enumerate().map(says).collect();
        let mut at = kept.iter();
        self.order.retain(|_| at.next() != Some(&false));
        for line in lines {
            let mut at = kept.iter();
            line.cells.retain(|_| at.next() != Some(&false));
        }
    }

    fn cells(&self, material: &Material, row: &UsageRow, names: &Names, text: &Localizer) -> Vec<Cell> {
        let review = material.review;
        let sheet =
            review.books.get(row.sheet.file as usize).and_then(|book| book.sheets.get(row.sheet.sheet as usize));
        let view = sheet.and_then(|sheet| sheet.row(row.row));
        let value = |col: u32| {
            let read = material.read_as(CellRef { sheet: row.sheet, row: row.row, col });
            read.unwrap_or_else(|| view.map_or(Value::Empty, |view| view.get(col)))
        };
        let sources = self.sources.get(&row.sheet).map_or(&[][..], Vec::as_slice);
        let free = self.free.get(&row.sheet).map_or(&[][..], Vec::as_slice);
        let columns = self.order.iter().enumerate();
        columns
            .map(|(at, (key, _))| match (sources.get(at).copied().flatten(), key) {
                (Some(Source::Count), _) | (None, Key::Field(Field::ActiveUsers)) => match row.count {
                    Read::Value(count) => Cell::Int(count),
                    Read::NoColumn => Cell::Empty,
                    _ => cell(value(row.count_col)),
                },
                (Some(Source::Workload), _) => {
                    row.workload.value().map_or(Cell::Empty, |w| text_cell(material.workload(w, text)))
                }
                (Some(Source::Col(col)), Key::Header(..)) if free.contains(&col) => safe(cell(value(col)), names),
                (Some(Source::Col(col)), Key::Field(field)) => own(value(col), *field, row, names),
                (Some(Source::Col(col)), Key::Header(..)) => cell(value(col)),
                (None, _) => Cell::Empty,
            })
            .collect()
    }
}

/// The columns of a table. What stands beside it behind a gap, and is not used, is another matter: in the same row, it may
/// speak of anyone.
fn of_table<'a>(facts: &'a SheetFacts, sheet: Option<&'a Sheet>) -> impl Iterator<Item = &'a InputColumn> {
    /// So many rows are looked at for what stands in a column without a header.
    const ROWS: usize = 2_000;
    let used = |column: &InputColumn| !matches!(column.used, ColumnUse::Unmapped | ColumnUse::Field(Field::Known));
    let filled = move |col: u32| {
        sheet.is_some_and(|sheet| sheet.rows().take(ROWS).any(|row| row.cells().len() > 1 && !row.get(col).is_blank()))
    };
    let together = move |a: &InputColumn, b: &InputColumn| (a.col + 1..b.col).take(100).all(filled);
    facts.columns.chunk_by(together).filter(move |piece| piece.iter().any(used)).flatten()
}

/// A cell of a free column, unless it names another partner.
fn safe(cell: Cell, names: &Names) -> Cell {
    let hidden = match &cell {
        Cell::Text(text) => names.hides(text),
        Cell::Number(n) => names.hides(&n.to_string()),
        Cell::Int(n) => names.hides(&n.to_string()),
        _ => false,
    };
    if hidden { Cell::Empty } else { cell }
}

/// A cell of a known column; where it is empty the fact may know better, as in merged cells.
fn own(value: Value, field: Field, row: &UsageRow, names: &Names) -> Cell {
    if field == Field::Month
        && let (Some(month), Value::Date(_) | Value::Number(_)) = (row.month.value(), value)
    {
        return Cell::Month(month);
    }
    if !value.is_blank() {
        // These columns identify the row. What others hold may be about anyone ("DPOR: Contoso"); so may the name beside a
        // mistyped ID.
        return match field {
            Field::PartnerId | Field::CustomerId | Field::CustomerName => cell(value),
            Field::Workload | Field::Sku | Field::Month => cell(value),
            _ => safe(cell(value), names),
        };
    }
    let word = match field {
        Field::PartnerId => row.partner.id,
        Field::PartnerName => row.partner.name.filter(|name| !names.hides(name)),
        Field::CustomerId => row.customer_id,
        Field::CustomerName => row.customer_name,
        Field::Sku => row.sku,
        Field::Workload => match row.workload.value() {
            Some(Workload::Unknown(word)) => Some(word),
            _ => None,
        },
        _ => None,
    };
    match (field, row.month.value()) {
        (Field::Month, Some(month)) => Cell::Month(month),
        _ => word.map_or(Cell::Empty, |word| text_cell(word.as_str())),
    }
}

/// How each column is shown, by what its cells are.
fn kinds(order: Vec<(Key, String)>, lines: &[UsageLine]) -> Vec<Column> {
    let columns = order.into_iter().enumerate();
    columns
        .map(|(at, (key, title))| {
            let all = |same: fn(&Cell) -> bool| {
                let mut cells = lines.iter().filter_map(|line| line.cells.get(at)).filter(|c| **c != Cell::Empty);
                cells.clone().next().is_some() && cells.all(same)
            };
            let kind = match key {
                Key::Field(Field::ActiveUsers) => Kind::Int,
                Key::Field(Field::Month) if all(|c| matches!(c, Cell::Month(_))) => Kind::Month,
                // IDs are names made of digits.
                Key::Field(Field::PartnerId | Field::CustomerId) => Kind::Text,
                _ if all(|c| matches!(c, Cell::Date(_))) => Kind::Date,
                _ if all(|c| matches!(c, Cell::Number(_))) => Kind::Number,
                _ => Kind::Text,
            };
            column(title, kind)
        })
        .collect()
}

/// What the partner's findings say of single rows, for notes on their counts.
pub(super) struct Notes {
    by_row: BTreeMap<(SheetRef, u32), Vec<(u32, String)>>,
    /// The cells that are counts: what is said of one does not concern the others of its row.
    counts: BTreeSet<CellRef>,
}

impl Notes {
    /// Collects the findings on the partner's cells.
    pub(super) fn new(material: &Material, index: u32, partner: &Partner, names: &Names, text: &Localizer) -> Self {
        let mut by_row: BTreeMap<(SheetRef, u32), Vec<(u32, String)>> = BTreeMap::new();
        for finding in material.findings_of(index) {
            if finding.cell.is_none() {
                continue;
            }
            // A note is about its own cell, not about the others that a grouped finding counts.
            let said = render_group(finding, &[], 1, text, names);
            let note = format!("{} {}", said.message, said.help).trim().to_owned();
            for cell in finding.cell.iter().chain(&finding.also) {
                by_row.entry((cell.sheet, cell.row)).or_default().push((cell.col, note.clone()));
            }
        }
        let counts = partner.usage.iter().filter(|row| by_row.contains_key(&(row.sheet, row.row))).map(count_cell);
        let counts = counts.collect();
        Self { by_row, counts }
    }

    /// The note for a row's count: what is said of the count itself, or of cells that hold for the whole row.
    fn of(&self, row: &UsageRow) -> Option<String> {
        let all = self.by_row.get(&(row.sheet, row.row))?;
        let mut told: Vec<&str> = Vec::new();
        for (col, note) in all {
            let of_another = *col != row.count_col && self.counts.contains(&CellRef { col: *col, ..count_cell(row) });
            if !of_another && !told.contains(&note.as_str()) {
                told.push(note);
            }
        }
        (!told.is_empty()).then(|| told.join("\n"))
    }
}
