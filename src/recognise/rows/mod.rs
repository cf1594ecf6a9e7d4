//! Rows of a table become facts.

mod cells;
mod partners;
mod roster;
mod skip;
mod usage;

use std::collections::BTreeMap;

use ustr::{Ustr, UstrMap};

use super::date::{self, OrderEvidence};
use super::fold::fold;
use super::layout::{Layout, Preamble};
use super::log::Log;
use super::number::SeparatorEvidence;
use super::vocabulary::Vocabulary;
use crate::facts::{Field, Market, PartnerClaim, PartnerRow, Read, Role, RosterRow, SheetRef, UsageRow};
use crate::finding::{Code, Finding};
use crate::intake::{RowView, Sheet, Value};
use crate::memo::Memo;
pub(crate) use cells::show;
pub(crate) use skip::{HeaderWords, Likeness};

/// Characters of a name; what is longer is cut. Names are repeated in every report and searched for in every text.
const LONGEST_NAME: usize = 500;

/// A table of a sheet, ready to be read: rows after the header up to `end` (exclusive).
pub(crate) struct Table<'a> {
    pub sheet: &'a Sheet,
    pub at: SheetRef,
    pub layout: &'a Layout,
    pub preamble: &'a Preamble,
    pub end: u32,
    /// The header and the end of all tables with these columns, one below the other.
    pub alike: (u32, u32),
    pub vocabulary: &'a Vocabulary,
}

/// What the rows of a sheet say.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub rows: u64,
    /// Whether only findings are wanted: usage, of which there may be a million rows, is then not kept.
    pub without_usage: bool,
    pub usage: Vec<UsageRow>,
    pub roster: Vec<RosterRow>,
    pub partners: Vec<PartnerRow>,
}

impl Facts {
    fn add_usage(&mut self, row: UsageRow) {
        if !self.without_usage {
            self.usage.push(row);
        }
    }
}

/// What the columns of tables that are alike show of the way they are written. It is looked for once, however often the
/// header is repeated.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    /// The tables that it is of.
    of: Option<(u32, u32)>,
    counts: SeparatorEvidence,
    months: OrderEvidence,
    days: Vec<(u32, OrderEvidence)>,
}

/// Reads one table. `shown` is what the table before it had, for those that are alike.
pub(crate) fn read(table: &Table<'_>, facts: &mut Facts, shown: &mut Shown, log: &mut Log) {
    let mut reader = Reader::new(table, shown, log);
    reader.missing_columns();
    match table.layout.role {
        Role::Usage => usage::read(&mut reader, facts),
        Role::Roster => roster::read(&mut reader, facts),
        Role::Partners => partners::read(&mut reader, facts),
        Role::None => {}
    }
    reader.report_ids();
}

/// A cell: its value, row and column.
type Place = (Value, u32, u32);

/// What a cell says that should hold a name or an ID.
#[derive(Clone, Copy)]
enum Said {
    Nothing,
    Text(Ustr),
    /// An error value or a formula without one.
    Broken,
}

/// Reads cells of one table; what a text says is worked out once for each text.
struct Reader<'a, 'l> {
    table: &'a Table<'a>,
    shown: &'l mut Shown,
    log: &'l mut Log,
    /// Vertically merged ranges: column → first and last row and the value they show.
    merges: BTreeMap<u32, Vec<(u32, u32, Value)>>,
    names: Memo<Said>,
    ids: Memo<Option<Ustr>>,
    markets: Memo<Option<Market>>,
    countries: Memo<Option<Ustr>>,
    skip: skip::Skip,
    partner_ids: UstrMap<bool>,
    unusual: Vec<(Ustr, u32, u32, u64)>,
    partner_cols: Vec<(Field, u32)>,
    /// The one partner column does not say whether it holds names or IDs: each cell tells.
    names_or_ids: bool,
    numbers: Memo<bool>,
    preamble_partner: Option<PartnerClaim>,
}

impl<'a, 'l> Reader<'a, 'l> {
    fn new(table: &'a Table<'a>, shown: &'l mut Shown, log: &'l mut Log) -> Self {
        let mut merges: BTreeMap<u32, Vec<(u32, u32, Value)>> = BTreeMap::new();
        for merge in
            table.sheet.merges.iter().filter(|m| m.last_row > m.first_row && m.last_row > table.layout.header_row)
        {
            let value = table.sheet.get(merge.first_row, merge.first_col);
            // A merged title that reaches into the header says nothing of the rows below it.
            if !value.is_blank() && merge.first_row > table.layout.header_row {
                merges.entry(merge.first_col).or_default().push((merge.first_row, merge.last_row, value));
            }
        }
        for ranges in merges.values_mut() {
            ranges.sort_unstable_by_key(|range| range.0);
        }
        let partner_cols: Vec<(Field, u32)> = [Field::PartnerId, Field::PartnerName]
            .into_iter()
            .filter_map(|field| table.layout.column(field).map(|col| (field, col)))
            .collect();
        let mut reader = Self {
            table,
            shown,
            log,
            merges,
            names: Memo::default(),
            ids: Memo::default(),
            markets: Memo::default(),
            countries: Memo::default(),
            skip: skip::Skip::new(table),
            partner_ids: UstrMap::default(),
            unusual: Vec::new(),
            names_or_ids: names_or_ids(table, &partner_cols),
            numbers: Memo::default(),
            partner_cols,
            preamble_partner: None,
        };
        if reader.partner_cols.is_empty() {
            let id = table.preamble.get(Field::PartnerId).and_then(|(v, row, col)| reader.partner_id(v, row, col));
            let name = table.preamble.get(Field::PartnerName).and_then(|(v, _, _)| match reader.said(v) {
                Said::Text(name) => Some(name),
                _ => None,
            });
            // "Partner: 1234567" is an ID.
            let claim = match (id, name) {
                (None, Some(name)) if name.len() >= 4 && name.bytes().all(|b| b.is_ascii_digit()) => {
                    PartnerClaim { id: Some(name), name: None }
                }
                (id, name) => PartnerClaim { id, name },
            };
            reader.preamble_partner = (!claim.is_empty()).then_some(claim);
        }
        reader
    }

    /// What the table's columns show; `look` goes through the rows of all tables that are alike.
    fn shown(&mut self, look: impl FnOnce(&mut dyn Iterator<Item = RowView<'a>>) -> Shown) -> &Shown {
        let (from, to) = self.table.alike;
        if self.shown.of != Some((from, to)) {
            let mut rows = self.table.sheet.rows_below(from).take_while(|row| row.index() < to);
            *self.shown = Shown { of: Some((from, to)), ..look(&mut rows) };
        }
        self.shown
    }

    /// The data rows of the table; what only a table beside it has is none.
    fn rows(&self) -> impl Iterator<Item = RowView<'a>> + use<'a> {
        let (header, end, beside) = (self.table.layout.header_row, self.table.end, self.table.layout.beside);
        let rows = self.table.sheet.rows_below(header).take_while(move |r| r.index() < end);
        rows.filter(move |row| {
            beside.is_none_or(|first| row.cells().any(|(col, value)| col < first && !value.is_blank()))
        })
    }

    /// Says which columns the role needs and no column and no row above the header gives.
    fn missing_columns(&mut self) {
        let layout = self.table.layout;
        let mut missing = layout.missing.clone();
        if layout.role != Role::Partners && self.partner_cols.is_empty() && self.preamble_partner.is_none() {
            missing.push(Field::PartnerId);
        } else if layout.role != Role::Partners {
            missing
                .retain(|&f| f != Field::PartnerId || self.partner_cols.is_empty() && self.preamble_partner.is_none());
        }
        if layout.role == Role::Usage
            && !layout.names_workloads()
            && layout.column(Field::Workload).is_none()
            && self.table.preamble.get(Field::Workload).is_none()
        {
            missing.push(Field::Workload);
        }
        let mut told: Vec<Field> = Vec::new();
        for field in missing {
            if !told.contains(&field) {
                told.push(field);
                let finding = Finding::new(Code::MissingColumn).arg("field", super::vocabulary::field_name(field));
                self.log.header(finding, layout.header_row, layout.columns.first().map_or(0, |c| c.col));
            }
        }
    }

    /// The text of a row that holds nothing but a note: one text, and nothing that merged cells add.
    fn note(&self, row: &RowView<'_>) -> Option<Ustr> {
        let text = self.skip.note(row)?;
        let layout = self.table.layout;
        let merged = !self.merges.is_empty()
            && layout.fields.iter().any(|&(_, col)| row.get(col).is_blank() && !self.value(row, col).is_blank());
        let workload = layout.column(Field::Workload).is_some_and(|col| !row.get(col).is_blank());
        (!merged && !workload).then_some(text)
    }

    /// The first cell of a row that begins as notes do: "Legend:" or "Compiled by", beside other texts.
    fn labelled_note(&self, row: &RowView<'_>) -> Option<Ustr> {
        let (_, first) = row.cells().find(|(_, v)| !v.is_blank())?;
        let Value::Text(text) = first else { return None };
        let label = text.split(':').next().unwrap_or_default();
        self.table.vocabulary.is_note(label).then(|| few(row)).flatten()
    }

    /// Whether the partner's ID is given, and whether it could be one: a number, or a code without spaces.
    fn id_like(&self, row: &RowView<'_>) -> (bool, bool) {
        let Some(col) = self.table.layout.column(Field::PartnerId) else { return (false, false) };
        let value = self.value(row, col);
        let like = match value {
            Value::Number(_) => true,
            Value::Text(text) => {
                let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
                let digits = bare.bytes().filter(u8::is_ascii_digit).count();
                digits == bare.len()
                    || digits >= 1 && !text.trim().contains([' ', '/', ':'])
                    || cells::normal_id(&text, self.table.vocabulary).bytes().all(|b| b.is_ascii_digit())
            }
            _ => false,
        };
        (!value.is_blank(), like && !value.is_blank())
    }

    /// The value of a cell; a vertically merged cell speaks for every row that it spans.
    fn value(&self, row: &RowView<'_>, col: u32) -> Value {
        let value = row.get(col);
        if self.merges.is_empty() || !value.is_blank() {
            return value;
        }
        let Some(ranges) = self.merges.get(&col) else { return value };
        let after = ranges.partition_point(|range| range.0 <= row.index());
        match after.checked_sub(1).and_then(|n| ranges.get(n)) {
            Some(&(_, last, shown)) if row.index() <= last => shown,
            _ => value,
        }
    }

    fn field(&self, row: &RowView<'_>, field: Field) -> Option<(Value, u32)> {
        self.table.layout.column(field).map(|col| (self.value(row, col), col))
    }

    /// A name: trimmed, words that say nothing left out.
    fn said(&mut self, value: Value) -> Said {
        let text = match value {
            Value::Empty => return Said::Nothing,
            Value::Error(_) | Value::Uncalculated => return Said::Broken,
            Value::Text(text) => text,
            other => cells::show(other),
        };
        let vocabulary = self.table.vocabulary;
        self.names.get(text, || {
            let trimmed = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'));
            if trimmed.is_empty() || vocabulary.is_nothing(trimmed) {
                Said::Nothing
            } else if cells::is_error(trimmed) {
                // Delimited text and copied cells hold errors as text.
                Said::Broken
            } else {
                match trimmed.char_indices().nth(LONGEST_NAME) {
                    Some((end, _)) => Said::Text(Ustr::from(&format!("{}…", trimmed.get(..end).unwrap_or_default()))),
                    None => Said::Text(Ustr::from(trimmed)),
                }
            }
        })
    }

    /// A name in a cell; a broken cell is a finding.
    fn name(&mut self, value: Value, row: u32, col: u32) -> Option<Ustr> {
        match self.said(value) {
            Said::Text(text) => {
                if let Value::Text(whole) = value
                    && whole.trim().len() > text.len()
                    && text.chars().count() > LONGEST_NAME
                    && let Some(finding) = self.log.cell(Code::UnreadableCell, row, col, cells::show(value))
                {
                    let detail = format!("the name is longer than {LONGEST_NAME} characters and was cut");
                    finding.args.push(("detail", detail.into()));
                }
                Some(text)
            }
            Said::Nothing => None,
            Said::Broken => {
                self.log.cell(Code::UnreadableCell, row, col, cells::show(value));
                None
            }
        }
    }

    /// An ID: digits without spaces, separators and `.0`; what identifies nobody is none.
    fn id(&mut self, value: Value, row: u32, col: u32) -> Option<Ustr> {
        let text = self.name(value, row, col)?;
        let vocabulary = self.table.vocabulary;
        self.ids.get(text, || {
            let id = cells::normal_id(&text, vocabulary);
            cells::identifies(&id, vocabulary).then_some(id)
        })
    }

    fn partner_id(&mut self, value: Value, row: u32, col: u32) -> Option<Ustr> {
        let id = self.id(value, row, col)?;
        let usual = *self.partner_ids.entry(id).or_insert_with(|| id.bytes().all(|b| b.is_ascii_digit()));
        if !usual {
            match self.unusual.last_mut().filter(|last| last.0 == id) {
                Some(last) => last.3 += 1,
                None => match self.unusual.iter_mut().rev().take(8).find(|known| known.0 == id) {
                    Some(known) => known.3 += 1,
                    None => self.unusual.push((id, row, col, 1)),
                },
            }
        }
        Some(id)
    }

    /// One finding for each unusual ID, or a single one where the whole sheet numbers its partners another way.
    fn report_ids(&mut self) {
        self.log.about(None);
        let mut unusual: Vec<(Ustr, u32, u32, u64)> = Vec::new();
        let mut place: UstrMap<usize> = UstrMap::default();
        for &(id, row, col, count) in &self.unusual {
            match place.get(&id).and_then(|&n| unusual.get_mut(n)) {
                Some(known) => known.3 += count,
                None => {
                    place.insert(id, unusual.len());
                    unusual.push((id, row, col, count));
                }
            }
        }
        let house_style = unusual.len() > 10 && unusual.len() * 2 > self.partner_ids.len();
        if let (true, Some(&(id, row, col, _))) = (house_style, unusual.first()) {
            let total = unusual.iter().map(|u| u.3).sum();
            if let Some(finding) = self.log.cell(Code::UnusualPartnerId, row, col, id) {
                finding.count = total;
            }
            return;
        }
        for (id, row, col, count) in unusual {
            if let Some(finding) = self.log.cell(Code::UnusualPartnerId, row, col, id) {
                finding.count = count;
            }
        }
    }

    /// The partner that a row speaks of; a row that names none is a finding.
    fn partner(&mut self, row: &RowView<'_>) -> Option<PartnerClaim> {
        self.log.about(None);
        let claim = self.claim(row);
        self.log.about(claim);
        claim
    }

    fn claim(&mut self, row: &RowView<'_>) -> Option<PartnerClaim> {
        if let Some(claim) = self.preamble_partner {
            return Some(claim);
        }
        let mut claim = PartnerClaim::default();
        for n in 0..self.partner_cols.len() {
            let Some(&(field, col)) = self.partner_cols.get(n) else { continue };
            let value = self.value(row, col);
            match field {
                _ if self.names_or_ids => {
                    let is_id = self.is_partner_number(value);
                    claim.id = is_id.then(|| self.partner_id(value, row.index(), col)).flatten();
                    claim.name = if is_id { None } else { self.name(value, row.index(), col) };
                }
                Field::PartnerId => claim.id = self.partner_id(value, row.index(), col),
                _ => claim.name = self.name(value, row.index(), col),
            }
        }
        if !claim.is_empty() {
            return Some(claim);
        }
        if let Some(&(_, col)) = self.partner_cols.first() {
            self.log.cell(Code::MissingPartner, row.index(), col, Ustr::default());
        }
        None
    }

    /// Whether a cell of a column of names or IDs holds an ID: digits, whatever parts or labels them.
    fn is_partner_number(&mut self, value: Value) -> bool {
        match value {
            Value::Number(_) => true,
            Value::Text(text) => {
                let vocabulary = self.table.vocabulary;
                self.numbers.get(text, || {
                    let id = cells::normal_id(text.trim(), vocabulary);
                    id.len() >= 4 && id.bytes().all(|b| b.is_ascii_digit())
                })
            }
            _ => false,
        }
    }

    /// The first non-blank of the columns of a field, as an email address.
    fn email(&mut self, row: &RowView<'_>, field: Field, lower: bool) -> Option<Ustr> {
        let layout = self.table.layout;
        for col in layout.columns_of(field) {
            let value = self.value(row, col);
            if let Some(text) = self.name(value, row.index(), col) {
                let address = cells::email(&text);
                if !lower || cells::is_address(address) {
                    return Some(if lower { Ustr::from(&address.to_lowercase()) } else { Ustr::from(address) });
                }
            }
        }
        None
    }

    /// A number as the days of the sheet's calendar count; others are none.
    fn serial(&self, number: f64) -> f64 {
        if self.table.sheet.counts_from_1904 && date::is_serial_from_1904(number) {
            number + date::DAYS_1904
        } else {
            number
        }
    }

    fn market_of(&mut self, word: Ustr) -> Option<Market> {
        let vocabulary = self.table.vocabulary;
        self.markets.get(word, || vocabulary.market(&word))
    }

    fn country_of(&mut self, word: Ustr) -> Option<Ustr> {
        let vocabulary = self.table.vocabulary;
        self.countries.get(word, || vocabulary.country(&word))
    }

    /// A country in a cell; a word that names none is a finding.
    fn country(&mut self, value: Value, row: u32, col: u32) -> Option<Ustr> {
        // "NA" is Namibia's code, but nearly always means that nothing is known.
        let text = self.name(value, row, col)?;
        let found = self.country_of(text);
        if found.is_none() {
            self.log.cell(Code::UnknownCountry, row, col, text);
        }
        found
    }

    /// The partner's market and country, from a cell of each column. A column may hold some of both: each cell is
    /// what it says, a market first.
    fn places(&mut self, country: Option<Place>, market: Option<Place>) -> (Read<Market>, Option<Ustr>) {
        let mut found = (Read::NoColumn, None);
        if let Some((value, row, col)) = country {
            let word = match self.said(value) {
                Said::Text(text) if market.is_none() && self.country_of(text).is_none() => self.market_of(text),
                _ => None,
            };
            match word {
                Some(market) => found.0 = Read::Value(market),
                None => found.1 = self.country(value, row, col),
            }
        }
        if let Some((value, row, col)) = market {
            let word = match self.said(value) {
                Said::Text(text) if self.market_of(text).is_none() => self.country_of(text),
                _ => None,
            };
            match word {
                Some(_) if self.table.layout.customer_market => found.0 = Read::Blank,
                Some(country) => found = (Read::Blank, found.1.or(Some(country))),
                None => found.0 = self.market(value, row, col),
            }
        }
        found
    }

    fn market(&mut self, value: Value, row: u32, col: u32) -> Read<Market> {
        let Some(text) = self.name(value, row, col) else {
            return if value.is_blank() || matches!(value, Value::Text(_)) {
                Read::Blank
            } else {
                Read::Unreadable { best: None }
            };
        };
        match self.market_of(text) {
            Some(market) => Read::Value(market),
            None => {
                self.log.cell(Code::UnknownMarket, row, col, text);
                Read::Unreadable { best: None }
            }
        }
    }
}

/// Whether the only partner column has a header that says neither name nor ID ("Partner", "Parceiro").
fn names_or_ids(table: &Table<'_>, partner_cols: &[(Field, u32)]) -> bool {
    let &[(_, col)] = partner_cols else { return false };
    let Some(column) = table.layout.columns.iter().find(|column| column.col == col) else { return false };
    let headers = &table.vocabulary.headers;
    let header = fold(&column.header);
    let field = |name: &str| headers.get(name).filter(|alias| !alias.user)?.meaning.on(table.layout.role);
    let of_id = [format!("{header}id"), format!("id{header}")];
    field(&header) == Some(Field::PartnerName) && of_id.iter().any(|name| field(name) == Some(Field::PartnerId))
}

/// The first cell of a row that holds only a few cells.
fn few(row: &RowView<'_>) -> Option<Ustr> {
    let mut filled = row.cells().filter(|(_, v)| !v.is_blank());
    let (_, first) = filled.next()?;
    (filled.count() < 4).then(|| cells::show(first))
}
