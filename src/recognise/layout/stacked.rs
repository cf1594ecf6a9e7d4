//! Headers of two rows: groups above, what they hold below.

use std::collections::BTreeMap;

use super::header::{CELLS, HeaderCell, HeaderMonth, classify};
use crate::facts::{Field, Role};
use crate::intake::Sheet;
use crate::recognise::fold::fold;
use crate::recognise::vocabulary::{Alias, Meaning, Vocabulary, WideKind};

/// A row that could be one of two.
pub(super) struct HeaderRow {
    pub index: u32,
    pub cells: Vec<HeaderCell>,
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
    if upper.index + 1 != lower.index || lower.cells.len() * 2 <= filled {
        return None;
    }
    if !lower.cells.iter().any(|cell| cell.is_known() || cell.is_month()) {
        return None;
    }
    let groups = Groups::new(sheet, upper, lower);
    // Nothing but months is a row of a header below what is counted by months.
    let is_month = |cell: &HeaderCell| cell.is_month() && groups.of(cell.col).is_some_and(is_count);
    let only_months = lower.cells.len() == filled && lower.cells.iter().all(is_month);
    if !only_months && !lower.cells.iter().any(HeaderCell::is_known) {
        return None;
    }
    let joined = join(upper, lower, &groups, vocabulary);
    (!covers(&upper.cells, &lower.cells, &joined)).then_some(joined)
}

/// Whether months below a cell tell its counts apart.
fn is_count(group: &HeaderCell) -> bool {
    group.workload.is_some() && group.month.is_none() || is_active_users(group)
}

/// Whether a cell is called active users.
fn is_active_users(cell: &HeaderCell) -> bool {
    cell.alias.is_some_and(|alias| alias.meaning.on(Role::Usage) == Some(Field::ActiveUsers))
}

/// What stands above each column.
struct Groups<'a> {
    above: BTreeMap<u32, &'a HeaderCell>,
}

impl<'a> Groups<'a> {
    fn new(sheet: &Sheet, upper: &'a HeaderRow, lower: &HeaderRow) -> Self {
        let mut above: BTreeMap<u32, &HeaderCell> = upper.cells.iter().map(|cell| (cell.col, cell)).collect();
        for merge in sheet.merges.iter().filter(|m| m.first_row <= upper.index && upper.index <= m.last_row) {
            if let Some(cell) = upper.cells.iter().find(|cell| cell.col == merge.first_col) {
                for col in merge.first_col..=merge.last_col.min(merge.first_col.saturating_add(CELLS as u32)) {
                    above.entry(col).or_insert(cell);
                }
            }
        }
        let mut groups = Self { above };
        groups.spread(lower);
        groups
    }

    fn of(&self, col: u32) -> Option<&'a HeaderCell> {
        self.above.get(&col).copied()
    }

    /// Separated text has no merged cells: a group reaches to the right as long as nothing else stands there and what is
    /// below it goes on in the same way, each time once.
    fn spread(&mut self, lower: &HeaderRow) {
        // The column where the group begins, and what stood below it.
        let mut seen: Vec<Part> = Vec::new();
        let mut group: Option<&HeaderCell> = None;
        for cell in &lower.cells {
            let left = self.above.range(..=cell.col).next_back().map(|(_, left)| *left);
            if left.map(|left| left.col) != group.map(|group| group.col) {
                seen.clear();
                group = left;
            }
            let Some(part) = left.and_then(|left| Part::below(left, cell)) else { continue };
            let own = self.above.contains_key(&cell.col);
            let like = |first: &Part| first.is_like(&part) || part == Part::Count && *first == Part::Other;
            let goes_on = seen.first().is_some_and(like) && !seen.contains(&part);
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
    /// Of a workload, or of all counts.
    Month(HeaderMonth),
    /// Of a month.
    Workload(ustr::Ustr),
    /// The one that counts, of a workload or a month.
    Count,
    /// Another, such as licences.
    Other,
    /// Of a credential.
    Proof(Field),
}

impl Part {
    fn below(group: &HeaderCell, cell: &HeaderCell) -> Option<Self> {
        let is_other = || cell.alias.is_some_and(|a| a.meaning.on(Role::Usage) == Some(Field::Known));
        if is_count(group) {
            return match cell.month.filter(|_| cell.is_month()) {
                Some(month) => Some(Self::Month(month)),
                None if group.workload.is_some() && is_active_users(cell) => Some(Self::Count),
                None => is_other().then_some(Self::Other),
            };
        }
        if group.credentials.is_some() {
            let field = cell.alias.and_then(|alias| alias.meaning.on(Role::Roster))?;
            return proof(field).map(|_| Self::Proof(field));
        }
        if !group.is_month() {
            return None;
        }
        if is_active_users(cell) {
            return Some(Self::Count);
        }
        if is_other() {
            return Some(Self::Other);
        }
        cell.workload.filter(|_| cell.month.is_none()).map(Self::Workload)
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
    let says = |cell: &HeaderCell| cell.is_known() || cell.is_month();
    let known = |cells: &[HeaderCell]| cells.iter().filter(|c| says(c)).count();
    let lost = |c: &HeaderCell| {
        let hidden = below.iter().any(|lower| lower.col == c.col);
        c.is_known() && hidden && !joined.iter().any(|whole| whole.col == c.col && says(whole))
    };
    above.iter().any(lost) && known(joined) <= known(above)
}

fn join(upper: &HeaderRow, lower: &HeaderRow, groups: &Groups<'_>, vocabulary: &Vocabulary) -> Vec<HeaderCell> {
    // A title over several columns is not the header of those that have none of their own.
    let mut joined: BTreeMap<u32, HeaderCell> = upper.cells.iter().map(|cell| (cell.col, cell.clone())).collect();
    for cell in &lower.cells {
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
        _ if group.is_month() && is_active_users(&cell) => {
            cell = HeaderCell { alias: None, month: group.month, text: both, ..cell };
        }
        (_, Some((ids, _)), Some(field)) => {
            if let Some(kind) = proof(field) {
                cell = HeaderCell { alias: None, credentials: Some((ids.clone(), kind)), text: both, ..cell };
            }
        }
        (Some(id), ..) if group.month.is_none() && cell.is_month() => {
            cell = HeaderCell { workload: Some(id), text: both, ..cell };
        }
        _ if cell.workload.is_some() && cell.month.is_none() && group.is_month() => {
            cell = HeaderCell { month: group.month, text: both, ..cell };
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
