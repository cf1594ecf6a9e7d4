//! Headers of two rows: groups above, what they hold below.

use std::collections::BTreeMap;

use super::header::{CELLS, HeaderCell, HeaderMonth, classify, month_alone};
use crate::facts::{Field, Month, Role};
use crate::intake::{RowView, Sheet, Value};
use crate::recognise::date::day_of_serial;
use crate::recognise::fold::fold;
use crate::recognise::vocabulary::{Alias, Meaning, Vocabulary, WideKind};

/// A row that could be one of two.
pub(super) struct HeaderRow {
    index: u32,
    cells: Vec<HeaderCell>,
    /// First and last days of months, as typed dates are shown by their months: any other day says when something was
    /// printed.
    dates: Vec<HeaderCell>,
}

impl HeaderRow {
    pub fn new(row: &RowView<'_>, cells: Vec<HeaderCell>) -> Self {
        let date = |(col, value): (u32, Value)| {
            let Value::Date(serial) = value else { return None };
            let day = day_of_serial(serial)?;
            let month = Month::of(day);
            let text = month.to_string();
            (day == month.first_day() || day == month.last_day()).then(|| HeaderCell {
                col,
                folded: fold(&text),
                text,
                alias: None,
                exact: false,
                workload: None,
                month: Some(HeaderMonth::Month(month)),
                credentials: None,
                association: None,
            })
        };
        Self { index: row.index(), cells, dates: row.cells().take(CELLS).filter_map(date).collect() }
    }

    fn at(&self, col: u32) -> Option<&HeaderCell> {
        self.cells.iter().chain(&self.dates).find(|cell| cell.col == col)
    }
}

/// Two rows as one header: the lower row decides, the upper one fills its blanks; a workload, a credential or a month
/// that spans several columns above gives its meaning to the columns below it. `None` where the lower row, of `filled`
/// cells, is none of a header.
pub(super) fn stacked(
    sheet: &Sheet,
    upper: &HeaderRow,
    lower: &HeaderRow,
    filled: usize,
    vocabulary: &Vocabulary,
) -> Option<Vec<HeaderCell>> {
    if upper.index + 1 != lower.index {
        return None;
    }
    let groups = Groups::new(sheet, upper, lower, vocabulary);
    // Dates below a workload are months of a header only where nothing else in the row could be data.
    let is_month = |cell: &HeaderCell| {
        groups.of(cell.col).is_some_and(|group| group.workload.is_some()) && month_of(cell, vocabulary).is_some()
    };
    let dates = lower.dates.iter().filter(|cell| is_month(cell)).count();
    let of_header = lower.cells.iter().filter(|cell| cell.is_known() || is_month(cell)).count();
    let dates = if of_header + dates == filled { dates } else { 0 };
    let known = dates > 0 || of_header == filled || lower.cells.iter().any(HeaderCell::is_known);
    if !known || (lower.cells.len() + dates) * 2 <= filled {
        return None;
    }
    let joined = join(upper, lower, &groups, dates > 0, vocabulary);
    (!covers(&upper.cells, &lower.cells, &joined)).then_some(joined)
}

/// The month that a header cell tells without a workload.
fn month_of(cell: &HeaderCell, vocabulary: &Vocabulary) -> Option<HeaderMonth> {
    if cell.is_known() {
        return None;
    }
    cell.month.or_else(|| month_alone(&cell.text, vocabulary))
}

/// What stands above each column.
struct Groups<'a> {
    above: BTreeMap<u32, &'a HeaderCell>,
}

impl<'a> Groups<'a> {
    fn new(sheet: &Sheet, upper: &'a HeaderRow, lower: &HeaderRow, vocabulary: &Vocabulary) -> Self {
        let mut above: BTreeMap<u32, &HeaderCell> =
            upper.cells.iter().chain(&upper.dates).map(|cell| (cell.col, cell)).collect();
        for merge in sheet.merges.iter().filter(|m| m.first_row <= upper.index && upper.index <= m.last_row) {
            if let Some(cell) = upper.at(merge.first_col) {
                for col in merge.first_col..=merge.last_col.min(merge.first_col.saturating_add(CELLS as u32)) {
                    above.entry(col).or_insert(cell);
                }
            }
        }
        let mut groups = Self { above };
        groups.spread(lower, vocabulary);
        groups
    }

    fn of(&self, col: u32) -> Option<&'a HeaderCell> {
        self.above.get(&col).copied()
    }

    /// Separated text has no merged cells: a group reaches to the right as long as nothing else stands there and what is
    /// below it goes on in the same way, each time once.
    fn spread(&mut self, lower: &HeaderRow, vocabulary: &Vocabulary) {
        let mut below: Vec<&HeaderCell> = lower.cells.iter().chain(&lower.dates).collect();
        below.sort_by_key(|cell| cell.col);
        // The column where the group begins, and what stood below it.
        let mut seen: Vec<Part> = Vec::new();
        let mut group: Option<&HeaderCell> = None;
        for cell in below {
            let left = self.above.range(..=cell.col).next_back().map(|(_, left)| *left);
            if left.map(|left| left.col) != group.map(|group| group.col) {
                seen.clear();
                group = left;
            }
            let Some(part) = left.and_then(|left| Part::below(left, cell, vocabulary)) else { continue };
            let own = self.above.contains_key(&cell.col);
            let goes_on = seen.first().is_some_and(|first| first.is_like(&part)) && !seen.contains(&part);
            if let Some(left) = left.filter(|_| !own && goes_on) {
                self.above.insert(cell.col, left);
            }
            if own || goes_on {
                seen.push(part);
            }
        }
    }
}

/// What a column says below a group that cannot do without.
#[derive(PartialEq)]
enum Part {
    /// Of a workload.
    Month(HeaderMonth),
    /// Of a month.
    Workload(ustr::Ustr),
    /// Of a credential.
    Proof(Field),
}

impl Part {
    fn below(group: &HeaderCell, cell: &HeaderCell, vocabulary: &Vocabulary) -> Option<Self> {
        if group.workload.is_some() && group.month.is_none() {
            return month_of(cell, vocabulary).map(Self::Month);
        }
        if group.credentials.is_some() {
            let field = cell.alias.and_then(|alias| alias.meaning.on(Role::Roster))?;
            return proof(field).map(|_| Self::Proof(field));
        }
        let id = cell.workload.filter(|_| cell.month.is_none())?;
        month_of(group, vocabulary).map(|_| Self::Workload(id))
    }

    fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// What a field below a credential's name says of it: "Date" is known by its place only.
fn proof(field: Field) -> Option<WideKind> {
    match field {
        Field::Status => Some(WideKind::Status),
        Field::Expires => Some(WideKind::Expires),
        Field::Achieved | Field::Month => Some(WideKind::Achieved),
        _ => None,
    }
}

/// Whether the lower row hides what the upper one means, and both together mean no more than the upper one alone: then it
/// holds data below a header, and is no second row of one.
fn covers(above: &[HeaderCell], below: &[HeaderCell], joined: &[HeaderCell]) -> bool {
    let known = |cells: &[HeaderCell]| cells.iter().filter(|c| c.is_known()).count();
    let lost = |c: &HeaderCell| {
        let hidden = below.iter().any(|lower| lower.col == c.col);
        c.is_known() && hidden && !joined.iter().any(|whole| whole.col == c.col && whole.is_known())
    };
    above.iter().any(lost) && known(joined) <= known(above)
}

fn join(
    upper: &HeaderRow,
    lower: &HeaderRow,
    groups: &Groups<'_>,
    with_dates: bool,
    vocabulary: &Vocabulary,
) -> Vec<HeaderCell> {
    // A title over several columns is not the header of those that have none of their own.
    let mut joined: BTreeMap<u32, HeaderCell> = upper.cells.iter().map(|cell| (cell.col, cell.clone())).collect();
    let dates = lower.dates.iter().filter(|_| with_dates);
    for cell in lower.cells.iter().chain(dates) {
        let cell = match groups.of(cell.col) {
            Some(group) => below(group, cell, vocabulary),
            None => cell.clone(),
        };
        joined.insert(cell.col, cell);
    }
    joined.into_values().collect()
}

/// What a cell means below its group.
fn below(group: &HeaderCell, cell: &HeaderCell, vocabulary: &Vocabulary) -> HeaderCell {
    let mut cell = cell.clone();
    if let Some((alias, text)) = of_group(group, &cell, vocabulary) {
        return HeaderCell { alias: Some(alias), folded: fold(&text), text, ..cell };
    }
    let field = cell.alias.and_then(|a| a.meaning.on(Role::Roster));
    let both = format!("{} {}", group.text, cell.text);
    match (group.workload, &group.credentials, field) {
        (Some(id), _, Some(Field::ActiveUsers)) => {
            cell = HeaderCell { alias: None, workload: Some(id), month: group.month, text: both, ..cell };
        }
        (_, Some((ids, _)), Some(field)) => {
            if let Some(kind) = proof(field) {
                cell = HeaderCell { alias: None, credentials: Some((ids.clone(), kind)), text: both, ..cell };
            }
        }
        (Some(id), ..)
            if group.month.is_none()
                && let Some(month) = month_of(&cell, vocabulary) =>
        {
            cell = HeaderCell { workload: Some(id), month: Some(month), text: both, ..cell };
        }
        _ if cell.workload.is_some()
            && cell.month.is_none()
            && let Some(month) = month_of(group, vocabulary) =>
        {
            cell = HeaderCell { month: Some(month), text: both, ..cell };
        }
        _ if !cell.is_known() => {
            // "Active" over "users".
            let whole = classify(cell.col, &both, vocabulary);
            if whole.is_known() {
                cell = whole;
            }
        }
        _ => {}
    }
    cell.folded = fold(&cell.text);
    cell
}

/// What a header that does not say whose it is ("Name", "ID", "Country") means under a group ("Partner", "Customer").
fn of_group(group: &HeaderCell, cell: &HeaderCell, vocabulary: &Vocabulary) -> Option<(Alias, String)> {
    let alias = cell.alias.filter(|alias| !alias.user)?;
    let plain = matches!(alias.meaning, Meaning::ByRole { .. } | Meaning::Field(Field::Country | Field::Market));
    // The cell itself, where merged rows show it in both.
    if !plain || group.folded == cell.folded {
        return None;
    }
    let text = format!("{} {}", group.text, cell.text);
    let known = |text: &str| {
        let found = vocabulary.headers.get(&fold(text)).copied();
        found.filter(|a| matches!(a.meaning, Meaning::Field(field) if field != Field::Known))
    };
    if let Some(whole) = known(&text).or_else(|| known(&format!("{} {}", cell.text, group.text))) {
        return Some((whole, text));
    }
    // Languages that join the two in one word: "Kunde" over "Name".
    let whose = group.alias.map(|a| (a.meaning, a.meaning.on(Role::Usage), a.meaning.on(Role::Roster)))?;
    let field = match (whose, alias.meaning.on(Role::Partners)?) {
        ((_, Some(Field::PartnerName), Some(Field::PartnerName)), Field::PartnerName) => Field::PartnerName,
        ((_, Some(Field::PartnerName), Some(Field::PartnerName)), Field::PartnerId) => Field::PartnerId,
        ((Meaning::Field(Field::CustomerName), ..), Field::PartnerName) => Field::CustomerName,
        ((Meaning::Field(Field::CustomerName), ..), Field::PartnerId) => Field::CustomerId,
        ((Meaning::Field(Field::PersonName), ..), Field::PartnerName) => Field::PersonName,
        ((Meaning::Field(Field::PersonName), ..), Field::PartnerId) => Field::PersonId,
        _ => return None,
    };
    Some((Alias { meaning: Meaning::Field(field), ..alias }, text))
}
