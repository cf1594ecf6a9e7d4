//! What the rows above a header say of the whole sheet: `Partner: Contoso`, or `MPN ID` beside `1234567`.
//!
//! A label there speaks for all rows below, unless the table has a column for the same field.

use super::Layout;
use super::header::classify;
use crate::facts::{Field, Month, Role};
use crate::intake::{RowView, Sheet, Value};
use crate::recognise::fold::{fold, tidy};
use crate::recognise::vocabulary::{Meaning, Vocabulary};

/// The fields that rows above the header give, with the cell that each value stands in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Preamble {
    pub fields: Vec<(Field, Value, u32, u32)>,
    /// The years and months that titles name.
    pub title: Title,
}

/// What titles say of the time: "Utilizzo clienti – settembre 2026".
#[derive(Debug, Clone, Default)]
pub(crate) struct Title {
    years: Vec<i16>,
    months: Vec<i8>,
}

impl Title {
    pub fn is_empty(&self) -> bool {
        self.years.is_empty()
    }

    /// The month of a name without a year, where the titles name one year only and no other month.
    pub fn month(&self, month: i8) -> Option<Month> {
        let [year] = self.years.as_slice() else { return None };
        (self.months.is_empty() || self.months.contains(&month)).then(|| Month::new(*year, month)).flatten()
    }

    /// Looks at a text. Days say when something was printed, not what it is about, so they do not count.
    fn observe(&mut self, text: &str, vocabulary: &Vocabulary) {
        for word in text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ',' | ';' | ':')) {
            let parts: Vec<&str> = word.split(['-', '/', '–', '—', '.', '_']).filter(|part| !part.is_empty()).collect();
            for part in &parts {
                if let Some(month) = vocabulary.month(&fold(part))
                    && !self.months.contains(&month)
                {
                    self.months.push(month);
                }
            }
            let year = |part: &&str| -> Option<i16> {
                (part.len() == 4).then(|| part.parse().ok()).flatten().filter(|year| (2000..2100).contains(year))
            };
            // "2025/2026" are two years, "05/10/2026" is a day and "settembre-2026" a month.
            if parts.iter().all(|part| year(part).is_some() || !part.starts_with(|c: char| c.is_ascii_digit())) {
                for year in parts.iter().filter_map(year) {
                    if !self.years.contains(&year) {
                        self.years.push(year);
                    }
                }
            }
        }
    }
}

impl Preamble {
    /// The value of a field and its cell.
    pub fn get(&self, field: Field) -> Option<(Value, u32, u32)> {
        self.fields.iter().find(|f| f.0 == field).map(|&(_, value, row, col)| (value, row, col))
    }

    /// What titles say from a row on, where the row gives another value to what they say ("Partner: Beta" among the rows of a
    /// table below "Partner: Alpha"). `goes_on` says that such a row stands right above: both are one title.
    pub fn changed_by(&self, sheet: &Sheet, row: &RowView<'_>, goes_on: bool, vocabulary: &Vocabulary) -> Option<Self> {
        // Nothing but a label and its value: most rows end here, as reading one as titles are read takes long.
        let mut cells = row.cells().filter(|(_, value)| !value.is_blank());
        let (first, second, third) = (cells.next(), cells.next(), cells.next());
        let Some((_, Value::Text(text))) = first else { return None };
        let is_label = match second {
            None => text.contains([':', '=']),
            Some(_) => text.trim_end().ends_with([':', '=']),
        };
        if self.fields.is_empty() || !is_label || third.is_some() {
            return None;
        }
        let said = read(sheet, row.index(), row.index().saturating_add(1), vocabulary);
        let [(field, value, ..)] = said.fields.as_slice() else { return None };
        let of_partner = |field: Field| matches!(field, Field::PartnerId | Field::PartnerName);
        let of_customer = |field: Field| matches!(field, Field::CustomerId | Field::CustomerName);
        let alike = |known: Field| {
            known == *field || of_partner(known) && of_partner(*field) || of_customer(known) && of_customer(*field)
        };
        let given = self.fields.iter().any(|(known, ..)| alike(*known));
        if !given || self.get(*field).is_some_and(|(known, ..)| known == *value) {
            return None;
        }
        // Another partner has another country and another market, unless they are said as well.
        let place = |known: Field| matches!(known, Field::PartnerCountry | Field::PartnerMarket);
        let goes = |known: Field| known == *field || !goes_on && (alike(known) || of_partner(*field) && place(known));
        let mut fields: Vec<_> = self.fields.iter().filter(|(known, ..)| !goes(*known)).copied().collect();
        fields.extend(said.fields);
        Some(Self { fields, title: self.title.clone() })
    }

    fn add(&mut self, field: Field, value: Value, row: u32, col: u32) {
        if !value.is_blank() && self.get(field).is_none() {
            self.fields.push((field, value, row, col));
        }
    }
}

/// The labels that count above a table; a date there is usually the day of printing.
fn speaks(field: Field) -> bool {
    matches!(
        field,
        Field::PartnerId
            | Field::PartnerName
            | Field::PartnerCountry
            | Field::PartnerMarket
            | Field::CustomerId
            | Field::CustomerName
            | Field::Workload
            | Field::Month
    )
}

/// What the rows from `first` to a header say. Of the upper row of a header of two only labels with their value in one cell
/// are titles: what stands beside each other there are names of columns.
pub(crate) fn titles(sheet: &Sheet, first: u32, layout: &Layout, vocabulary: &Vocabulary) -> Preamble {
    let top = layout.header_row.saturating_sub(u32::from(layout.two_rows));
    let mut titles = read(sheet, first, top, vocabulary);
    let upper = read(sheet, top, layout.header_row, vocabulary);
    for (field, value, row, col) in upper.fields {
        if matches!(sheet.get(row, col), Value::Text(text) if text.contains([':', '='])) {
            titles.add(field, value, row, col);
        }
    }
    if titles.title.is_empty() {
        titles.title = upper.title;
    }
    titles
}

/// Reads the rows from `first` (inclusive) to `header` (exclusive).
pub(crate) fn read(sheet: &Sheet, first: u32, header: u32, vocabulary: &Vocabulary) -> Preamble {
    let mut preamble = Preamble::default();
    let rows: Box<dyn Iterator<Item = _>> = match first.checked_sub(1) {
        None => Box::new(sheet.rows()),
        Some(above) => Box::new(sheet.rows_below(above)),
    };
    for row in rows.take_while(|r| r.index() < header).take(200) {
        let cells: Vec<(u32, Value)> = row.cells().filter(|(_, v)| !v.is_blank()).take(40).collect();
        let mut n = 0;
        while let Some(&(col, value)) = cells.get(n) {
            n += 1;
            let Value::Text(text) = value else { continue };
            preamble.title.observe(&text, vocabulary);
            if let Some(field) = label(&text, vocabulary) {
                // The value stands beside it, unless that is a label too.
                if let Some(&(at, next)) = cells.get(n) {
                    let is_label = matches!(next, Value::Text(t) if label(&t, vocabulary).is_some());
                    if !is_label {
                        preamble.add(field, next, row.index(), at);
                        n += 1;
                    }
                }
            } else if let Some((field, rest)) = labelled(&text, vocabulary) {
                preamble.add(field, Value::Text(rest.as_str().into()), row.index(), col);
            }
        }
    }
    preamble
}

/// The field that a text labels, if it is nothing but a label.
fn label(text: &str, vocabulary: &Vocabulary) -> Option<Field> {
    let cell = classify(0, text, vocabulary);
    let alias = cell.alias.filter(|a| !a.weak || a.meaning == Meaning::Field(Field::Month))?;
    let field = match alias.meaning {
        Meaning::Field(field) => field,
        // "Partner", "Company": above a table of customers or people that is the partner.
        Meaning::ByRole { .. } => alias.meaning.on(Role::Roster).filter(|&f| f == Field::PartnerName)?,
    };
    let field = match field {
        Field::Country => Field::PartnerCountry,
        Field::Market => Field::PartnerMarket,
        field => field,
    };
    speaks(field).then_some(field)
}

/// A label with its value in the same cell: `Partner: Contoso`, `MPN ID 1234567`.
fn labelled(text: &str, vocabulary: &Vocabulary) -> Option<(Field, String)> {
    let text = tidy(text);
    let split = text.split_once([':', '=']).or_else(|| text.split_once(" - ")).or_else(|| text.split_once(" – "));
    if let Some((name, value)) = split
        && let Some(field) = label(name, vocabulary)
        && !value.trim().is_empty()
    {
        return Some((field, value.trim().to_owned()));
    }
    let (name, value) = text.rsplit_once(' ')?;
    let digits = value.len() >= 4 && value.bytes().all(|b| b.is_ascii_digit());
    (digits && label(name, vocabulary) == Some(Field::PartnerId) && !fold(name).is_empty())
        .then(|| (Field::PartnerId, value.to_owned()))
}
