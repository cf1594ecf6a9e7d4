//! Rows above the header that hold data: a sort that took the header along leaves some there, and a table whose own
//! header nobody knows may stand above one that is known.

use super::Layout;
use super::header::row_cells;
use super::preamble;
use crate::facts::{Field, Month};
use crate::intake::{RowView, Sheet, Value};
use crate::recognise::credential;
use crate::recognise::date::{DateText, day_of_number, month_of_number, parse_date};
use crate::recognise::number::{CountText, SeparatorEvidence, count_of, parse_count};
use crate::recognise::vocabulary::{Languages, Vocabulary};

/// So many rows that are filled alike are a table of their own, and so many columns: less is a list of parameters.
const ALIKE: usize = 3;

/// The rows above the header that look like data, each with its first filled column: those that are readable under the
/// header, and those of a table of their own. Titles, labels with their values and totals are none.
pub(crate) fn data_above(sheet: &Sheet, layout: &Layout, vocabulary: &Vocabulary) -> Vec<(u32, u32)> {
    let mut found: Vec<(u32, u32)> = Vec::new();
    let mut alike: Vec<RowView<'_>> = Vec::new();
    for row in sheet.rows().take_while(|row| row.index() < layout.header_row) {
        let goes_on =
            alike.last().is_some_and(|last| last.index() + 1 == row.index() && columns(last).eq(columns(&row)));
        if !goes_on {
            found.extend(table(&alike, vocabulary));
            alike.clear();
        }
        if says_more(sheet, &row, vocabulary) {
            continue;
        }
        if is_data(&row, layout, vocabulary) {
            found.extend(place(&row));
        }
        alike.push(row);
    }
    found.extend(table(&alike, vocabulary));
    found.sort_unstable();
    found.dedup();
    found
}

/// The columns that a row fills.
fn columns<'a>(row: &RowView<'a>) -> impl Iterator<Item = u32> + use<'a> {
    row.cells().filter(|(_, value)| !value.is_blank()).map(|(col, _)| col)
}

fn place(row: &RowView<'_>) -> Option<(u32, u32)> {
    columns(row).next().map(|col| (row.index(), col))
}

/// Whether a row is a label with its value, a header or a total.
fn says_more(sheet: &Sheet, row: &RowView<'_>, vocabulary: &Vocabulary) -> bool {
    let index = row.index();
    let header = || row_cells(row, vocabulary).iter().filter(|cell| cell.exact).count() >= 2;
    let total = || row.cells().any(|(_, value)| matches!(value, Value::Text(text) if vocabulary.is_total(text.trim())));
    columns(row).next().is_none()
        || !preamble::read(sheet, index, index.saturating_add(1), vocabulary).fields.is_empty()
        || total()
        || header()
}

/// The rows of a table of its own among rows that fill the same columns: they have a number or date in one of them.
fn table(alike: &[RowView<'_>], vocabulary: &Vocabulary) -> Vec<(u32, u32)> {
    let Some(last) = alike.last() else { return Vec::new() };
    if alike.len() < ALIKE || columns(last).count() < ALIKE {
        return Vec::new();
    }
    let numeric = |row: &RowView<'_>, col: u32| is_number(row.get(col)) || is_date(row.get(col), vocabulary);
    let best = columns(last).max_by_key(|&col| alike.iter().filter(|row| numeric(row, col)).count());
    let rows: Vec<_> = alike.iter().filter(|row| best.is_some_and(|col| numeric(row, col))).collect();
    if rows.len() < ALIKE { Vec::new() } else { rows.into_iter().filter_map(place).collect() }
}

/// Whether a row can be read as data below the header: two kinds of cells at least say what their columns are for, and
/// three are filled.
fn is_data(row: &RowView<'_>, layout: &Layout, vocabulary: &Vocabulary) -> bool {
    let used = |field: Field| !matches!(field, Field::Known);
    let mut filled = layout.fields.iter().filter(|&&(field, col)| used(field) && !row.get(col).is_blank()).count();
    let mut readable: Vec<Field> = layout
        .fields
        .iter()
        .filter(|&&(field, col)| fits(field, row.get(col), vocabulary))
        .map(|&(field, _)| field)
        .collect();
    let wide_usage = layout.wide_usage.iter().map(|&(col, _)| (Field::ActiveUsers, col));
    let wide_roster =
        layout.wide_roster.iter().flat_map(|wide| wide.columns.iter().map(|&(col, _)| (Field::Status, col)));
    for (field, col) in wide_usage.chain(wide_roster) {
        let value = row.get(col);
        filled += usize::from(!value.is_blank());
        let held = || field == Field::Status && (is_date(value, vocabulary) || fits(Field::Trial, value, vocabulary));
        if fits(field, value, vocabulary) || held() {
            readable.push(field);
        }
    }
    readable.sort_unstable();
    readable.dedup();
    filled >= ALIKE && readable.len() >= 2
}

fn is_number(value: Value) -> bool {
    match value {
        Value::Number(_) => true,
        Value::Text(text) => {
            let separators = SeparatorEvidence::default().settle(Languages::default());
            !matches!(parse_count(&text, separators), CountText::None)
        }
        _ => false,
    }
}

fn is_date(value: Value, vocabulary: &Vocabulary) -> bool {
    match value {
        Value::Date(_) => true,
        Value::Number(n) => month_of_number(n).or_else(|| day_of_number(n).map(Month::of)).is_some(),
        Value::Text(text) => parse_date(&text, vocabulary) != DateText::None,
        _ => false,
    }
}

/// Whether a cell says what a column of this field is for. Names fit everywhere and tell nothing.
fn fits(field: Field, value: Value, vocabulary: &Vocabulary) -> bool {
    let says = |known: &dyn Fn(&str) -> bool| matches!(value, Value::Text(text) if known(&text));
    match field {
        Field::PartnerId | Field::PersonId => match value {
            Value::Number(n) => n >= 1_000.0 && count_of(n).is_some(),
            Value::Text(text) => {
                let bare = text.trim();
                bare.len() >= 4 && bare.bytes().all(|b| b.is_ascii_digit())
            }
            _ => false,
        },
        Field::ActiveUsers => is_number(value),
        Field::Month | Field::Achieved | Field::Expires | Field::Anniversary => is_date(value, vocabulary),
        Field::Workload => says(&|text| vocabulary.workload(text).is_some()),
        Field::Association => says(&|text| vocabulary.association(text).is_some()),
        Field::Credential => says(&|text| !credential::in_cell(text, vocabulary).is_empty()),
        Field::Status => says(&|text| vocabulary.status(text).is_some()),
        Field::Trial => says(&|text| vocabulary.answer(text).is_some()),
        Field::Email | Field::ContactEmail => says(&|text| text.contains('@')),
        Field::Country | Field::PartnerCountry | Field::CustomerCountry => {
            says(&|text| vocabulary.country(text).is_some())
        }
        Field::Market | Field::PartnerMarket => says(&|text| vocabulary.market(text).is_some()),
        Field::Tier => says(&|text| vocabulary.tier(text).is_some()),
        _ => false,
    }
}
