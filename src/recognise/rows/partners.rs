//! Partner rows: master data.

use super::roster::{Favour, day_field, orders};
use super::usage::skipped;
use super::{Facts, Reader, Said, cells, few};
use crate::facts::{Field, PartnerRow};
use crate::finding::Code;
use crate::intake::{RowView, Value};
use crate::text::Lang;

pub(super) fn read(reader: &mut Reader<'_, '_>, facts: &mut Facts) {
    let layout = reader.table.layout;
    let dated: Vec<u32> = layout.column(Field::Anniversary).into_iter().collect();
    let orders = orders(reader, &dated);
    for row in reader.rows() {
        if row.cells().all(|(_, value)| value.is_blank()) {
            continue;
        }
        if let Some(word) = reader.skip.total_row(&row, reader.table) {
            skipped(reader, &row, word);
            continue;
        }
        if layout.fields.len() > 2
            && let Some(text) = reader
                .skip
                .note(&row)
                .filter(|text| text.contains(' ') && is_first(&row, layout.columns.first().map(|c| c.col)))
            && layout.column(Field::PartnerName).is_some_and(|col| row.get(col).is_blank())
        {
            skipped(reader, &row, cells::show(Value::Text(text)));
            continue;
        }
        if let Some(text) = stray(reader, &row) {
            skipped(reader, &row, text);
            continue;
        }
        facts.rows += 1;
        let index = row.index();
        let Some(partner) = reader.partner(&row) else { continue };
        let country = [Field::PartnerCountry, Field::Country]
            .into_iter()
            .find_map(|field| reader.field(&row, field))
            .map(|(value, col)| (value, index, col));
        let market = [Field::PartnerMarket, Field::Market]
            .into_iter()
            .find_map(|field| reader.field(&row, field))
            .map(|(value, col)| (value, index, col));
        let (market, country) = reader.places(country, market);
        let language = reader.field(&row, Field::Language).and_then(|(value, col)| {
            let text = reader.name(value, index, col)?;
            let found = reader.table.vocabulary.language(&text);
            match found {
                None => drop(reader.log.cell(Code::UnknownLanguage, index, col, text)),
                Some(code) if !Lang::available().any(|lang| lang.code() == code) => {
                    reader.log.cell(Code::LanguageNotAvailable, index, col, text);
                }
                Some(_) => {}
            }
            found
        });
        let tier = reader.field(&row, Field::Tier).and_then(|(value, col)| tier(reader, value, index, col));
        let email = reader.email(&row, Field::ContactEmail, false);
        let anniversary = day_field(reader, &orders, &row, Field::Anniversary, Favour::Exact);
        facts.partners.push(PartnerRow {
            sheet: reader.table.at,
            row: index,
            partner,
            country,
            market,
            language,
            email,
            tier,
            anniversary,
        });
    }
}

/// The first text of a row below the list that is a note of several cells: what stands where the ID should be is
/// none, and nothing else is said of a partner.
fn stray(reader: &Reader<'_, '_>, row: &RowView<'_>) -> Option<ustr::Ustr> {
    let (given, like) = reader.id_like(row);
    if like {
        return None;
    }
    if let Some(text) = reader.labelled_note(row) {
        return Some(text);
    }
    let layout = reader.table.layout;
    let others =
        layout.fields.iter().filter(|(f, _)| !matches!(f, Field::PartnerId | Field::PartnerName | Field::Known));
    let mut others = others.peekable();
    let known = others.peek().is_some();
    (given && known && others.all(|&(_, col)| row.get(col).is_blank())).then(|| few(row)).flatten()
}

fn is_first(row: &RowView<'_>, col: Option<u32>) -> bool {
    row.cells().find(|(_, v)| !v.is_blank()).map(|(c, _)| c) == col
}

/// A tier word. "None" is a tier here, so words that say nothing are asked about last.
fn tier(reader: &mut Reader<'_, '_>, value: Value, row: u32, col: u32) -> Option<ustr::Ustr> {
    if let Value::Text(text) = value
        && let Some(tier) = reader.table.vocabulary.tier(&text)
    {
        return Some(tier);
    }
    match reader.said(value) {
        Said::Nothing => None,
        Said::Text(text) => {
            reader.log.cell(Code::UnknownTier, row, col, text);
            None
        }
        Said::Broken => {
            reader.log.cell(Code::UnreadableCell, row, col, cells::show(value));
            None
        }
    }
}
