//! What each column of a header is used as.

use std::collections::BTreeMap;

use ustr::Ustr;

use super::header::{Candidate, HeaderCell};
use super::{Layout, WideCredential};
use crate::facts::{Column, ColumnUse, Credential, Field, Role, Workload};
use crate::intake::{Sheet, Value};
use crate::recognise::fold::fold;
use crate::recognise::vocabulary::{Languages, Vocabulary};

/// Something to say about a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Problem {
    /// Not mapped; the closest header name, if one is close.
    Unmapped { col: u32, header: String, suggestion: Option<String> },
    /// A second column for a field that is used already.
    Ambiguous { col: u32, header: String, other: String, field: Field },
}

/// The field that an alias names on a sheet of this role; fields of other roles are known and of no use.
fn field_on(role: Role, field: Field) -> Field {
    use Field::*;
    let keep = match role {
        Role::Usage => matches!(
            field,
            PartnerId
                | PartnerName
                | PartnerCountry
                | PartnerMarket
                | Country
                | Market
                | CustomerId
                | CustomerName
                | CustomerCountry
                | Workload
                | Sku
                | Product
                | Trial
                | Association
                | ActiveUsers
                | Month
        ),
        Role::Roster => matches!(
            field,
            PartnerId
                | PartnerName
                | PersonId
                | PersonName
                | FirstName
                | LastName
                | Email
                | Credential
                | CredentialType
                | Status
                | Achieved
                | Expires
        ),
        Role::Partners => {
            if field == Email {
                return ContactEmail;
            }
            matches!(
                field,
                PartnerId
                    | PartnerName
                    | PartnerCountry
                    | PartnerMarket
                    | Country
                    | Market
                    | Language
                    | ContactEmail
                    | Tier
                    | Anniversary
            )
        }
        Role::None => false,
    };
    if keep { field } else { Known }
}

/// Fields of which several columns may be used: the first that says something counts, or all are looked at.
fn shared(field: Field) -> bool {
    matches!(
        field,
        Field::Email
            | Field::ContactEmail
            | Field::Product
            | Field::Sku
            | Field::Known
            | Field::CredentialType
            | Field::CustomerCountry
    )
}

/// Fields whose second names only say the same less precisely.
fn descriptive(field: Field) -> bool {
    matches!(field, Field::Workload | Field::Credential | Field::Trial | Field::Country)
}

struct Claim<'a> {
    cell: &'a HeaderCell,
    field: Field,
    /// The user's own names first, then the shipped ones, then those that give way.
    rank: u8,
    opposite: bool,
    languages: Languages,
}

/// Settles the use of every column of a header row.
pub(crate) fn map(sheet: &Sheet, candidate: &Candidate, vocabulary: &Vocabulary) -> (Layout, Vec<Problem>) {
    let role = candidate.role;
    let mut problems = Vec::new();
    let mut claims: Vec<Claim<'_>> = candidate
        .cells
        .iter()
        .filter_map(|cell| {
            let alias = cell.alias?;
            let field = field_on(role, alias.meaning.on(role)?);
            let rank = if alias.user { 0 } else { 1 + u8::from(alias.weak) };
            Some(Claim { cell, field, rank, opposite: alias.opposite, languages: alias.languages })
        })
        .collect();
    claims.sort_by_key(|c| (c.rank, c.cell.col));

    let has = |field: Field, rank: u8| claims.iter().any(|c| c.field == field && c.rank <= rank);
    let wide_usage = role == Role::Usage
        && candidate.cells.iter().any(|c| c.workload.is_some())
        && !(has(Field::Workload, 1) && has(Field::ActiveUsers, 2));
    let wide_roster =
        role == Role::Roster && candidate.cells.iter().any(|c| c.credentials.is_some()) && !has(Field::Credential, 1);

    let mut used: BTreeMap<u32, Field> = BTreeMap::new();
    let mut fields: Vec<(Field, u32)> = Vec::new();
    let mut opposite_trial = false;
    let mut votes = [0_u32; 6];
    for claim in &claims {
        let mut field = claim.field;
        let col = claim.cell.col;
        // The sum of a wide sheet is no count of its own; nor do its products name one workload.
        if wide_usage && matches!(field, Field::ActiveUsers | Field::Workload)
            || wide_roster && field == Field::Credential
        {
            field = Field::Known;
        }
        if let Some(&(_, first)) = fields.iter().find(|(f, _)| *f == field).filter(|_| !shared(field)) {
            let rival = claims.iter().find(|c| c.cell.col == first);
            let first_empty = !has_data(sheet, candidate.row, first);
            if first_empty && has_data(sheet, candidate.row, col) {
                // The preferred one says nothing at all.
                fields.retain(|&(_, c)| c != first);
                used.insert(first, Field::Known);
            } else {
                let equal_rank = rival.is_some_and(|r| r.rank == claim.rank);
                if equal_rank && !descriptive(field) && differ(sheet, candidate.row, first, col) {
                    problems.push(Problem::Ambiguous {
                        col,
                        header: claim.cell.text.clone(),
                        other: rival.map(|r| r.cell.text.clone()).unwrap_or_default(),
                        field,
                    });
                }
                used.insert(col, Field::Known);
                continue;
            }
        }
        if field == Field::Trial {
            opposite_trial = claim.opposite;
        }
        // A name shared by half of the languages is evidence for none of them.
        if claim.languages.0.count_ones() <= 3 {
            for (n, vote) in votes.iter_mut().enumerate() {
                *vote +=
                    u32::from(claim.languages.0 >> n & 1) * if claim.languages.0.count_ones() == 1 { 3 } else { 1 };
            }
        }
        used.insert(col, field);
        fields.push((field, col));
    }

    let mut layout = Layout {
        header_row: candidate.row,
        role,
        columns: Vec::new(),
        fields,
        wide_usage: Vec::new(),
        wide_roster: Vec::new(),
        opposite_trial,
        language: language(&votes),
        missing: candidate.missing.clone(),
        header: candidate.cells.iter().map(|c| (c.col, c.folded.clone())).collect(),
        anchor: 0,
    };
    for cell in &candidate.cells {
        let wide = match (&cell.credentials, cell.workload) {
            (_, Some(id)) if wide_usage => {
                layout.wide_usage.push((cell.col, id));
                Some(ColumnUse::Workload(Workload::Known(id)))
            }
            (Some((ids, kind)), _) if wide_roster => {
                match layout.wide_roster.iter_mut().find(|w| w.ids == *ids) {
                    Some(known) => known.columns.push((cell.col, *kind)),
                    None => layout.wide_roster.push(WideCredential {
                        ids: ids.clone(),
                        text: Ustr::from(&cell.text),
                        columns: vec![(cell.col, *kind)],
                    }),
                }
                ids.first().map(|&id| ColumnUse::Credential(Credential { id: Some(id), text: Ustr::from(&cell.text) }))
            }
            _ => None,
        };
        let use_of = wide.or_else(|| used.get(&cell.col).map(|&field| ColumnUse::Field(field)));
        if use_of.is_none() && has_data(sheet, candidate.row, cell.col) {
            let suggestion = vocabulary.closest_header(&cell.folded).map(|alias| alias.display.to_string());
            problems.push(Problem::Unmapped { col: cell.col, header: cell.text.clone(), suggestion });
        }
        layout.columns.push(Column {
            col: cell.col,
            header: cell.text.clone(),
            used: use_of.unwrap_or(ColumnUse::Unmapped),
        });
    }
    layout.columns.sort_by_key(|c| c.col);
    settle_by_values(sheet, &mut layout, vocabulary);
    layout.anchor = anchor(&layout);
    (layout, problems)
}

/// The language that most headers speak, if one leads.
fn language(votes: &[u32; 6]) -> Languages {
    let most = votes.iter().copied().max().unwrap_or(0);
    let mut leaders = votes.iter().enumerate().filter(|&(_, &v)| v == most && v > 0).map(|(n, _)| n);
    match (leaders.next(), leaders.next()) {
        (Some(n), None) => Languages(1 << n),
        // Spanish beside Portuguese and the like: still no English among them.
        (Some(first), Some(second)) if first > 0 => Languages(1 << first | 1 << second),
        _ => Languages::default(),
    }
}

fn anchor(layout: &Layout) -> u32 {
    let fields: &[Field] = match layout.role {
        Role::Roster => &[Field::Credential, Field::PersonName, Field::PersonId, Field::Email],
        _ => &[Field::ActiveUsers, Field::Workload, Field::CustomerName, Field::CustomerId, Field::PartnerName],
    };
    fields.iter().find_map(|&f| layout.column(f)).or_else(|| layout.columns.first().map(|c| c.col)).unwrap_or(0)
}

fn has_data(sheet: &Sheet, header: u32, col: u32) -> bool {
    below(sheet, header).any(|row| !row.get(col).is_blank())
}

fn below(sheet: &Sheet, header: u32) -> impl Iterator<Item = crate::intake::RowView<'_>> {
    sheet.rows().skip_while(move |row| row.index() <= header)
}

fn differ(sheet: &Sheet, header: u32, a: u32, b: u32) -> bool {
    below(sheet, header).any(|row| {
        let (x, y) = (row.get(a), row.get(b));
        !x.is_blank() && !y.is_blank() && x != y
    })
}

/// What only the cells can tell: whether "Partner" is an ID, "Product" a workload, "Country" the customer's.
fn settle_by_values(sheet: &Sheet, layout: &mut Layout, vocabulary: &Vocabulary) {
    let header = layout.header_row;
    let change = |layout: &mut Layout, col: u32, field: Field| {
        for (f, c) in &mut layout.fields {
            if *c == col {
                *f = field;
            }
        }
        for column in &mut layout.columns {
            if column.col == col {
                column.used = ColumnUse::Field(field);
            }
        }
    };
    // A partner column of numbers holds IDs, whatever it is called.
    if layout.column(Field::PartnerId).is_none()
        && let Some(col) = layout.column(Field::PartnerName)
        && mostly(sheet, header, col, |value| match value {
            Value::Number(_) => true,
            Value::Text(text) => {
                let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
                let bare = bare.strip_suffix(".0").unwrap_or(&bare);
                bare.len() >= 4 && bare.bytes().all(|b| b.is_ascii_digit())
            }
            _ => false,
        })
    {
        change(layout, col, Field::PartnerId);
    }
    if layout.role == Role::Usage {
        // Names of tenants are names, where there is no other name.
        if layout.column(Field::CustomerName).is_none()
            && let Some(col) = layout.column(Field::CustomerId)
            && layout.columns.iter().any(|c| c.col == col && fold(&c.header).len() <= 9)
            && mostly(sheet, header, col, |value| matches!(value, Value::Text(t) if t.trim().contains(' ')))
        {
            change(layout, col, Field::CustomerName);
        }
        // A product column that names workloads is the workload column.
        if layout.column(Field::Workload).is_none() && layout.wide_usage.is_empty() {
            let of_workloads = layout.columns_of(Field::Product).chain(layout.columns_of(Field::Sku)).find(|&col| {
                mostly(sheet, header, col, |value| matches!(value, Value::Text(t) if vocabulary.workload(&t).is_some()))
            });
            if let Some(col) = of_workloads {
                change(layout, col, Field::Workload);
            }
        }
        settle_places(sheet, layout, vocabulary, &change);
    }
    if layout.role == Role::Partners
        && let Some(col) = layout.column(Field::Market)
        && !mostly(sheet, header, col, |v| matches!(v, Value::Text(t) if vocabulary.market(&t).is_some()))
        && mostly(sheet, header, col, |v| matches!(v, Value::Text(t) if vocabulary.country(&t).is_some()))
    {
        let free = layout.column(Field::Country).is_none() && layout.column(Field::PartnerCountry).is_none();
        change(layout, col, if free { Field::PartnerCountry } else { Field::Known });
    }
}

/// Whose a plain country or market column of a usage sheet is.
///
/// A market of developed and developing words is the partner's: customers have none. A country right after a
/// customer's column is the customer's, any other the partner's.
fn settle_places(
    sheet: &Sheet,
    layout: &mut Layout,
    vocabulary: &Vocabulary,
    change: &impl Fn(&mut Layout, u32, Field),
) {
    let header = layout.header_row;
    let after_customer = |layout: &Layout, col: u32| {
        let left = layout.columns.iter().filter(|c| c.col < col).max_by_key(|c| c.col);
        matches!(
            left.map(|c| &c.used),
            Some(ColumnUse::Field(Field::CustomerId | Field::CustomerName | Field::CustomerCountry))
        )
    };
    let is_country = |v: Value| matches!(v, Value::Text(t) if vocabulary.country(&t).is_some());
    if let Some(col) = layout.column(Field::Market) {
        let words = mostly(sheet, header, col, |v| matches!(v, Value::Text(t) if vocabulary.market(&t).is_some()));
        let countries = !words && mostly(sheet, header, col, is_country);
        let free = layout.column(Field::PartnerMarket).is_none();
        let field = match (countries, after_customer(layout, col)) {
            (false, false) if free => Field::PartnerMarket,
            (false, true) if free && words => Field::PartnerMarket,
            (true, false)
                if layout.column(Field::PartnerCountry).is_none() && layout.column(Field::Country).is_none() =>
            {
                Field::PartnerCountry
            }
            _ => Field::CustomerCountry,
        };
        change(layout, col, field);
    }
    if let Some(col) = layout.column(Field::Country) {
        let partner = !after_customer(layout, col) && layout.column(Field::PartnerCountry).is_none();
        change(layout, col, if partner { Field::PartnerCountry } else { Field::CustomerCountry });
    }
    // A location may be a city.
    if let Some(col) = layout.column(Field::PartnerCountry)
        && layout
            .columns
            .iter()
            .any(|c| c.col == col && vocabulary.headers.get(&fold(&c.header)).is_some_and(|alias| alias.weak))
        && !mostly(sheet, header, col, is_country)
    {
        change(layout, col, Field::Known);
    }
}

/// Whether most of the distinct values of a column (the first few hundred rows that have one) are of a kind.
fn mostly(sheet: &Sheet, header: u32, col: u32, kind: impl Fn(Value) -> bool) -> bool {
    let (mut of_kind, mut all) = (0_usize, 0_usize);
    let mut last = Value::Empty;
    for row in below(sheet, header).take(20_000) {
        let value = row.get(col);
        if value.is_blank() || value == last {
            continue;
        }
        last = value;
        all += 1;
        of_kind += usize::from(kind(value));
        if all >= 300 {
            break;
        }
    }
    all > 0 && of_kind * 2 > all
}
