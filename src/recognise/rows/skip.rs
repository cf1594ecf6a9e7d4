//! Rows that are no data: totals, notes and headers that are repeated.

use std::collections::HashSet;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use ustr::Ustr;

use super::Table;
use crate::facts::{ColumnUse, Field, Month, Role};
use crate::intake::{RowView, Sheet, Value};
use crate::memo::Memo;
use crate::recognise::date::day_of_serial;
use crate::recognise::fold::{fold, words};
use crate::recognise::layout::{HeaderMonth, Layout, classify};
use crate::recognise::similar::similarity;
use crate::recognise::vocabulary::Vocabulary;

/// Whether a row repeats the header, worked out once for each text.
pub(crate) struct HeaderWords {
    known: Memo<bool>,
}

impl HeaderWords {
    pub fn new() -> Self {
        Self { known: Memo::default() }
    }

    /// Whether a row could be a header: its first text cell is a header word.
    pub fn may_be_header(&mut self, row: &RowView<'_>, layout: &Layout, vocabulary: &Vocabulary) -> bool {
        let first = row.cells().find_map(|(_, value)| match value {
            Value::Text(text) if !text.trim().is_empty() => Some(Some(text)),
            Value::Empty | Value::Text(_) => None,
            // Headers do not begin with a number or a date.
            _ => Some(None),
        });
        let Some(Some(text)) = first else { return false };
        self.known.get(text, || {
            let folded = fold(&text);
            vocabulary.headers.contains_key(&folded) || layout.header.iter().any(|(_, header)| *header == folded)
        })
    }

    /// How a row compares with the header, cell by cell.
    pub fn compare(row: &RowView<'_>, table: &Layout, sheet: &Sheet, vocabulary: &Vocabulary) -> Likeness {
        let (mut same, mut all) = (0_usize, 0_usize);
        let mut others: Vec<(u32, Ustr)> = Vec::new();
        for (col, value) in row.cells().filter(|(_, v)| !v.is_blank()) {
            all += 1;
            let text = match value {
                Value::Text(text) => text,
                Value::Date(serial) if is_month_of(table, col, serial) => {
                    same += 1;
                    continue;
                }
                _ => continue,
            };
            if table.header.iter().any(|(c, header)| *c == col && *header == fold(&text)) {
                same += 1;
            } else {
                others.push((col, text));
            }
        }
        let is_another = |&(col, text): &(u32, Ustr)| is_another(col, &text, table, sheet, vocabulary);
        if same >= 2 && same * 2 >= all && others.iter().any(is_another) {
            Likeness::Differs
        } else if same >= 2 && same * 10 >= all * 8 || same >= 1 && same == all && table.header.len() == 1 {
            Likeness::Repeats
        } else {
            Likeness::Other
        }
    }
}

/// Whether a date stands below the month that it is of, in the header.
fn is_month_of(table: &Layout, col: u32, serial: f64) -> bool {
    let month = day_of_serial(serial).map(Month::of);
    table.wide_months.iter().any(|&(at, told)| at == col && month.map(HeaderMonth::Month) == Some(told))
}

/// What a row further down is to the header of the table it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Likeness {
    /// The header once more; cells may be left out or misspelt.
    Repeats,
    /// A header with some of the same columns, and with one that means something else or that the table has not.
    Differs,
    /// Neither.
    Other,
}

/// Whether a text in place of a header's means another column, and is not its name misspelt or cut short.
fn is_another(col: u32, text: &str, table: &Layout, sheet: &Sheet, vocabulary: &Vocabulary) -> bool {
    /// Two spellings of one word are at least so much alike.
    const MISSPELT: f64 = 0.6;
    let folded = fold(text);
    let cell = classify(col, text, vocabulary);
    let Some(column) = table.columns.iter().find(|column| column.col == col) else { return cell.is_known() };
    // The lower row of a two-row header says less than both do.
    if folded.is_empty() || matches!(sheet.get(table.header_row, col), Value::Text(lower) if fold(&lower) == folded) {
        return false;
    }
    if cell.is_known() {
        return !cell.means_what(&classify(col, &column.header, vocabulary), table.role);
    }
    let header = fold(&column.header);
    let used = !matches!(column.used, ColumnUse::Unmapped | ColumnUse::Field(Field::Known));
    used && !header.contains(&folded) && !folded.contains(&header) && similarity(&folded, &header, MISSPELT).is_none()
}

#[derive(Clone, Copy)]
enum Total {
    No,
    /// The text is nothing but a total word.
    Word,
    /// A total word stands before or after a name; the name, folded.
    Beside(Ustr),
}

fn hash(folded: &str) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(folded)
}

/// Knows the total rows of one table.
pub(super) struct Skip {
    texts: Memo<Total>,
    /// Hashes of the folded names of partners and customers seen so far: there may be a million of them.
    seen: HashSet<u64>,
    folded: Memo<()>,
    identity: Vec<u32>,
    names: Vec<u32>,
    measures: Vec<u32>,
}

impl Skip {
    pub fn new(table: &Table<'_>) -> Self {
        let layout = table.layout;
        let columns = |fields: &[Field]| -> Vec<u32> { fields.iter().filter_map(|&f| layout.column(f)).collect() };
        let (identity, names) = match layout.role {
            Role::Usage => (
                columns(&[
                    Field::PartnerId,
                    Field::PartnerName,
                    Field::CustomerId,
                    Field::CustomerName,
                    Field::Workload,
                ]),
                columns(&[
                    Field::PartnerName,
                    Field::CustomerName,
                    Field::CustomerId,
                    Field::PartnerId,
                    Field::Workload,
                ]),
            ),
            Role::Roster => (
                columns(&[
                    Field::PersonId,
                    Field::PersonName,
                    Field::FirstName,
                    Field::LastName,
                    Field::Email,
                    Field::Credential,
                ]),
                columns(&[Field::PartnerName, Field::PartnerId, Field::PersonName, Field::LastName, Field::Credential]),
            ),
            _ => (columns(&[Field::PartnerId, Field::PartnerName]), columns(&[Field::PartnerName, Field::PartnerId])),
        };
        let mut measures = columns(&[Field::ActiveUsers]);
        measures.extend(layout.wide_usage.iter().map(|&(col, _)| col));
        measures.extend(layout.wide_roster.iter().flat_map(|w| w.columns.iter().map(|&(col, _)| col)));
        Self { texts: Memo::default(), seen: HashSet::new(), folded: Memo::default(), identity, names, measures }
    }

    fn total(&mut self, text: Ustr, vocabulary: &Vocabulary) -> Total {
        self.texts.get(text, || {
            let bare = text.trim().trim_end_matches(':').trim();
            if vocabulary.is_total(bare) {
                return Total::Word;
            }
            let parts = words(bare);
            for total in &vocabulary.totals_beside {
                let len = total.len();
                if len == 0 || parts.len() <= len {
                    continue;
                }
                let rest = if parts.starts_with(total) {
                    parts.get(len..)
                } else if parts.ends_with(total) {
                    parts.get(..parts.len() - len)
                } else {
                    None
                };
                if let Some(rest) = rest {
                    return Total::Beside(Ustr::from(&rest.concat()));
                }
            }
            Total::No
        })
    }

    /// The word that makes a row a total row.
    ///
    /// A total word by itself makes one unless the row has all that a row of data has besides it; beside a name
    /// it makes one only where the row lacks something, or where the name is one that rows above carry: a customer
    /// may be called "Total Energies".
    pub fn total_row(&mut self, row: &RowView<'_>, table: &Table<'_>) -> Option<Ustr> {
        let vocabulary = table.vocabulary;
        let mut first = true;
        let mut totals: Vec<(u32, Ustr, Total)> = Vec::new();
        for (col, value) in row.cells() {
            if value.is_blank() {
                continue;
            }
            let Value::Text(text) = value else {
                first = false;
                continue;
            };
            // Any label cell may hold it; a number that follows is no reason to look further.
            if first || self.names.contains(&col) || !self.measures.contains(&col) && totals.is_empty() {
                match self.total(text, vocabulary) {
                    Total::No => {}
                    total => totals.push((col, text, total)),
                }
            }
            first = false;
        }
        let found = if totals.is_empty() { None } else { self.judge(row, table, &totals) };
        if found.is_none() {
            for n in 0..self.names.len() {
                let Some(&col) = self.names.get(n) else { continue };
                if let Value::Text(text) = row.get(col) {
                    let seen = &mut self.seen;
                    self.folded.get(text, || {
                        seen.insert(hash(&fold(&text)));
                    });
                }
            }
        }
        found
    }

    fn judge(&self, row: &RowView<'_>, table: &Table<'_>, totals: &[(u32, Ustr, Total)]) -> Option<Ustr> {
        let layout = table.layout;
        let filled = |field: Field, without: Option<u32>| {
            layout.column(field).is_some_and(|col| Some(col) != without && !row.get(col).is_blank())
        };
        // What a row of data has, not counting one cell.
        let full = |without: Option<u32>| match layout.role {
            Role::Usage => {
                let customer = filled(Field::CustomerId, without) || filled(Field::CustomerName, without);
                let has_customer_column =
                    layout.column(Field::CustomerId).is_some() || layout.column(Field::CustomerName).is_some();
                let workload = layout.column(Field::Workload).is_none() || filled(Field::Workload, without);
                (customer || !has_customer_column && without.is_none()) && workload
            }
            Role::Roster => {
                let person = [Field::PersonId, Field::PersonName, Field::LastName, Field::Email]
                    .into_iter()
                    .any(|f| filled(f, without));
                person && (layout.column(Field::Credential).is_none() || filled(Field::Credential, without))
            }
            _ => filled(Field::PartnerId, without) || filled(Field::PartnerName, without),
        };
        for (col, text, total) in totals {
            let lacking = match total {
                Total::No => false,
                Total::Word => {
                    let identity = self.identity.contains(col);
                    if identity { !full(Some(*col)) } else { !full(None) }
                }
                Total::Beside(name) => {
                    !full(None)
                        || self.seen.contains(&hash(name)) && !full(Some(*col))
                        || layout.column(Field::Workload).is_none()
                            && layout.role == Role::Usage
                            && Self::partner_blank(row, layout)
                }
            };
            if lacking {
                return Some(Ustr::from(text.trim()));
            }
        }
        None
    }

    fn partner_blank(row: &RowView<'_>, layout: &Layout) -> bool {
        let columns: Vec<u32> =
            [Field::PartnerId, Field::PartnerName].into_iter().filter_map(|f| layout.column(f)).collect();
        !columns.is_empty() && columns.iter().all(|&col| row.get(col).is_blank())
    }

    /// The text of a row that holds nothing but one text and no measure: a note or a heading within the table.
    pub fn note(&self, row: &RowView<'_>) -> Option<Ustr> {
        let mut only = None;
        for (col, value) in row.cells() {
            if value.is_blank() {
                continue;
            }
            match value {
                Value::Text(text) if only.is_none() && !self.measures.contains(&col) => only = Some(text),
                _ => return None,
            }
        }
        only
    }
}
