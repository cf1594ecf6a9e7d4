//! What each column of a header is used as.

use std::collections::BTreeMap;

use ustr::Ustr;

use super::aside::beside;
use super::body::Body;
use super::header::{Candidate, HeaderCell, is_by_month, undated, workload_within};
use super::{Fields, Layout, WideCredential};
use crate::facts::{Column, ColumnUse, Credential, Field, Role, Workload, column_letters};
use crate::intake::{Sheet, Value};
use crate::recognise::fold::fold;
use crate::recognise::vocabulary::{Answer, Languages, Meaning, Vocabulary, with_asides};

/// Columns that are not used, of one table, whose headers are compared with the ones that are known.
const SUGGESTIONS: usize = 200;

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
                | PartnerCountry
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
            | Field::Credential
            | Field::Product
            | Field::Sku
            | Field::Known
            | Field::CredentialType
            | Field::CustomerCountry
    )
}

/// Fields whose second names only say the same less precisely.
fn descriptive(field: Field) -> bool {
    matches!(field, Field::Workload | Field::Trial | Field::Country)
}

struct Claim<'a> {
    cell: &'a HeaderCell,
    field: Field,
    /// The user's own names first, then the shipped ones, then those that give way.
    rank: u8,
    opposite: bool,
    languages: Languages,
    /// Place in the list of names, for fields where a better name is only more precise.
    position: u16,
}

/// Settles the use of every column of a header row; the cells of the table, down to the row `end` where the next one
/// begins, tell what names alone do not.
pub(crate) fn map(sheet: &Sheet, candidate: &Candidate, end: u32, vocabulary: &Vocabulary) -> (Layout, Vec<Problem>) {
    let body = Body::new(sheet, candidate.row, end);
    let (candidate, other_table) = beside(body, candidate, vocabulary);
    let candidate = &candidate;
    let role = candidate.role;
    let foreign = foreign(candidate);
    let mut problems = Vec::new();
    let mut claims: Vec<Claim<'_>> = candidate
        .cells
        .iter()
        .filter_map(|cell| {
            let alias = cell.alias?;
            let field = field_on(role, alias.meaning.on(role)?);
            let rank = if alias.user { 0 } else { 1 + u8::from(alias.weak) };
            let position = if shared(field) || descriptive(field) { alias.position } else { 0 };
            Some(Claim { cell, field, rank, opposite: alias.opposite, languages: alias.languages, position })
        })
        .collect();
    claims.sort_by_key(|c| (c.rank, !c.cell.exact, c.position, c.cell.col));

    // "Active users (Office 365)" beside a column of workloads counts what that column says.
    let named = |field: Field| claims.iter().any(|c| c.field == field);
    let mut lone = candidate.cells.iter().filter(|c| c.workload.is_some() && c.month.is_none());
    if role == Role::Usage
        && named(Field::Workload)
        && !named(Field::ActiveUsers)
        && let (Some(cell), None) = (lone.next(), lone.next())
    {
        let languages = Languages::default();
        claims.push(Claim { cell, field: Field::ActiveUsers, rank: 2, opposite: false, languages, position: 0 });
    }

    let has = |field: Field, rank: u8| claims.iter().any(|c| c.field == field && c.rank <= rank);
    let wide_usage = role == Role::Usage
        && candidate.cells.iter().any(|c| c.workload.is_some())
        && !(has(Field::Workload, 1) && has(Field::ActiveUsers, 2));
    let by_month = role == Role::Usage
        && candidate.cells.iter().all(|c| c.workload.is_none())
        && is_by_month(usage_fields(candidate), candidate.cells.iter().filter(|c| c.is_month()).count());
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
        let second_rate = field == Field::Credential && claim.rank == 2 && has(Field::Credential, 1);
        if wide_usage && matches!(field, Field::ActiveUsers | Field::Workload)
            || by_month && field == Field::ActiveUsers
            || field == Field::Credential && wide_roster
            || second_rate
        {
            field = Field::Known;
        }
        if let Some(&(_, first)) = fields.iter().find(|(f, _)| *f == field).filter(|_| !shared(field)) {
            let rival = claims.iter().find(|c| c.cell.col == first);
            let first_empty = !body.has_data(first);
            if first_empty && body.has_data(col) {
                // The preferred one says nothing at all.
                fields.retain(|&(_, c)| c != first);
                used.insert(first, Field::Known);
            } else {
                let equal_rank = rival.is_some_and(|r| r.rank == claim.rank);
                if equal_rank && !descriptive(field) && body.differ(first, col) {
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
                    u32::from(claim.languages.0 >> n & 1) * if claim.languages.0.is_power_of_two() { 3 } else { 1 };
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
        wide_months: Vec::new(),
        customer_market: false,
        beside: other_table.first().map(|cell| cell.col),
        two_rows: candidate.two_rows,
        repeated: false,
        wide_roster: Vec::new(),
        wide_associations: Vec::new(),
        year: candidate.cells.iter().find(|c| vocabulary.year_headers.contains(&c.folded)).map(|c| c.col),
        opposite_trial,
        language: language(&votes),
        missing: candidate.missing.clone(),
        header: candidate.cells.iter().map(|c| (c.col, c.folded.clone())).collect(),
        anchor: 0,
    };
    for cell in &candidate.cells {
        let wide = match (&cell.credentials, cell.workload) {
            (_, Some(id)) if wide_usage => {
                layout.wide_usage.push((cell.col, Some(id)));
                layout.wide_months.extend(cell.month.map(|month| (cell.col, month)));
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
            _ if by_month && cell.is_month() => {
                layout.wide_usage.push((cell.col, None));
                layout.wide_months.extend(cell.month.map(|month| (cell.col, month)));
                Some(ColumnUse::Field(Field::ActiveUsers))
            }
            _ => None,
        };
        let wide = wide.or_else(|| {
            let bits = cell.association.filter(|_| role == Role::Usage)?;
            layout.wide_associations.push((cell.col, bits));
            Some(ColumnUse::Field(Field::Association))
        });
        let own = used.get(&cell.col).filter(|_| !foreign.contains(&cell.col));
        let use_of = wide.or_else(|| own.map(|&field| ColumnUse::Field(field)));
        if use_of.is_none() && body.has_data(cell.col) {
            // Only what this kind of sheet could use is worth suggesting, and nobody mistypes hundreds of headers.
            let suggestion = Some(&cell.folded)
                .filter(|_| problems.len() < SUGGESTIONS)
                .and_then(|folded| vocabulary.closest_header(folded))
                .filter(|alias| alias.meaning.on(role).is_some_and(|field| field_on(role, field) != Field::Known))
                .map(|alias| alias.display.to_string());
            // A count of a workload that is left out must not go unnoticed.
            let within = || workload_within(&cell.text, vocabulary).and_then(|id| vocabulary.label(id));
            let close = || vocabulary.closest_workload(&cell.text).filter(|_| wide_usage).map(str::to_owned);
            let suggestion = suggestion
                .or_else(close)
                .or_else(|| bare_count(&cell.text, vocabulary))
                .or_else(|| undated(&cell.text, vocabulary).filter(|_| by_month).and_then(|(_, month)| month.shown()))
                .or_else(|| within().filter(|_| role == Role::Usage && cell.alias.is_none()).map(str::to_owned));
            problems.push(Problem::Unmapped { col: cell.col, header: cell.text.clone(), suggestion });
        }
        layout.columns.push(Column {
            col: cell.col,
            header: cell.text.clone(),
            used: use_of.unwrap_or(ColumnUse::Unmapped),
        });
    }
    for cell in other_table {
        layout.header.push((cell.col, cell.folded));
        layout.columns.push(Column { col: cell.col, header: cell.text.clone(), used: ColumnUse::Unmapped });
        // What the other table counts or proves must not get lost in silence.
        let field = cell.alias.and_then(|alias| alias.meaning.on(role)).map(|field| field_on(role, field));
        let used = field.filter(|field| matches!(field, Field::ActiveUsers | Field::Credential)).and_then(|field| {
            let col = layout.column(field)?;
            Some((field, layout.columns.iter().find(|c| c.col == col)?))
        });
        problems.push(match used {
            Some((field, column)) => {
                Problem::Ambiguous { col: cell.col, header: cell.text, other: column.header.clone(), field }
            }
            None => Problem::Unmapped { col: cell.col, header: cell.text, suggestion: None },
        });
    }
    problems.extend(headless(body, &layout).map(|col| Problem::Unmapped {
        col,
        header: column_letters(col),
        suggestion: None,
    }));
    layout.columns.sort_by_key(|c| c.col);
    settle_by_values(body, &mut layout, vocabulary);
    layout.anchor = anchor(&layout);
    (layout, problems)
}

/// The fields that the header names for a usage sheet.
fn usage_fields(candidate: &Candidate) -> Fields {
    let mut fields = Fields::default();
    for field in candidate.cells.iter().filter_map(|cell| cell.alias?.meaning.on(Role::Usage)) {
        fields.add(field);
    }
    fields
}

/// Columns that belong to another table without a gap between: they are known, but of another role, and enough for it.
fn foreign(candidate: &Candidate) -> Vec<u32> {
    let others: Vec<(u32, Field)> = candidate
        .cells
        .iter()
        .filter_map(|cell| match cell.alias.filter(|a| !a.weak)?.meaning {
            Meaning::Field(field) if field != Field::Known && field_on(candidate.role, field) == Field::Known => {
                Some((cell.col, field))
            }
            _ => None,
        })
        .collect();
    let any = |fields: &[Field]| others.iter().any(|(_, field)| fields.contains(field));
    let of_people = [
        Field::PersonId,
        Field::PersonName,
        Field::LastName,
        Field::Email,
        Field::Status,
        Field::Achieved,
        Field::Expires,
    ];
    let of_customers = [Field::CustomerId, Field::CustomerName, Field::Workload];
    let enough = match candidate.role {
        Role::Usage => any(&[Field::Credential]) && any(&of_people),
        Role::Roster => any(&[Field::ActiveUsers]) && any(&of_customers),
        _ => false,
    };
    if enough { others.into_iter().map(|(col, _)| col).collect() } else { Vec::new() }
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

/// The header of a count that a text is but for its brackets ("Active users (growth)").
fn bare_count(text: &str, vocabulary: &Vocabulary) -> Option<String> {
    let (bare, asides) = with_asides(text);
    let alias = vocabulary.headers.get(&fold(&bare)).filter(|_| !asides.is_empty())?;
    (alias.meaning == Meaning::Field(Field::ActiveUsers)).then(|| alias.display.to_string())
}

/// Columns with numbers below the header, but none in it: nobody should wonder where they went.
fn headless(body: Body<'_>, layout: &Layout) -> impl Iterator<Item = u32> {
    let mut found: Vec<u32> = Vec::new();
    let mut last: Option<u32> = None;
    for row in body.rows().take(20) {
        // Below a blank row may stand another table with its own header.
        if last.is_some_and(|last| row.index() > last + 1) {
            break;
        }
        last = Some(row.index());
        for (col, value) in row.cells().take(500) {
            let numeric = matches!(value, Value::Number(_) | Value::Date(_));
            if numeric && !found.contains(&col) && layout.header.iter().all(|&(c, _)| c != col) {
                found.push(col);
            }
        }
    }
    found.sort_unstable();
    found.into_iter()
}

/// What only the cells can tell: whether "Partner" is an ID, "Product" a workload, "Country" the customer's.
fn settle_by_values(body: Body<'_>, layout: &mut Layout, vocabulary: &Vocabulary) {
    let mapped = layout.clone();
    let body = body.of_data(&mapped);
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
        && body.mostly(col, |value| match value {
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
            && body.mostly(col, |value| matches!(value, Value::Text(t) if t.trim().contains(' ')))
        {
            change(layout, col, Field::CustomerName);
        }
        // A product column that names workloads is the workload column.
        if layout.column(Field::Workload).is_none() && !layout.names_workloads() {
            let of_workloads = layout.columns_of(Field::Product).chain(layout.columns_of(Field::Sku)).find(|&col| {
                body.mostly(col, |value| matches!(value, Value::Text(t) if vocabulary.workload(&t).is_some()))
            });
            if let Some(col) = of_workloads {
                change(layout, col, Field::Workload);
            }
        }
        settle_places(body, layout, vocabulary, &change);
    }
    if layout.role == Role::Roster {
        if let Some(col) = layout.column(Field::PersonId).filter(|&col| is_flag(body, layout, col, vocabulary)) {
            change(layout, col, Field::Known);
        }
        settle_location(body, layout, vocabulary, &change);
    }
    // Each cell of a market column is a market or a country; one of countries only is the country's.
    if layout.role == Role::Partners
        && let Some(col) = layout.column(Field::Market)
        && !body.any(col, |v| matches!(v, Value::Text(t) if vocabulary.market(&t).is_some()))
        && body.mostly(col, |v| matches!(v, Value::Text(t) if vocabulary.country(&t).is_some()))
    {
        let free = layout.column(Field::Country).is_none() && layout.column(Field::PartnerCountry).is_none();
        change(layout, col, if free { Field::PartnerCountry } else { Field::Known });
    }
}

/// Whose a plain country or market column of a usage sheet is.
///
/// A market of developed and developing words is the partner's: customers have none. A country is the partner's only
/// where it stands with the partner's own columns, as what a customer's country says must never decide a market; a
/// market column may hold some of both.
fn settle_places(
    body: Body<'_>,
    layout: &mut Layout,
    vocabulary: &Vocabulary,
    change: &impl Fn(&mut Layout, u32, Field),
) {
    let after_customer = |layout: &Layout, col: u32| {
        let left = layout.columns.iter().filter(|c| c.col < col).max_by_key(|c| c.col);
        matches!(
            left.map(|c| &c.used),
            Some(ColumnUse::Field(Field::CustomerId | Field::CustomerName | Field::CustomerCountry))
        )
    };
    // Next to a column of the partner's, before any other, or on a sheet that has no customers.
    let of_partner = |layout: &Layout, col: u32| {
        let own = |column: &Column| match &column.used {
            ColumnUse::Field(Field::PartnerId | Field::PartnerName | Field::PartnerMarket) => Some(true),
            ColumnUse::Field(Field::Known | Field::Country | Field::Market) | ColumnUse::Unmapped => None,
            _ => Some(false),
        };
        let left = layout.columns.iter().rev().filter(|c| c.col < col).find_map(own);
        let right = || layout.columns.iter().filter(|c| c.col > col).find_map(own);
        let customers = [Field::CustomerId, Field::CustomerName];
        left.or_else(right).unwrap_or(true) || !customers.iter().any(|&field| layout.column(field).is_some())
    };
    let is_country = |v: Value| matches!(v, Value::Text(t) if vocabulary.country(&t).is_some());
    if let Some(col) = layout.column(Field::Market) {
        let words = body.any(col, |v| matches!(v, Value::Text(t) if vocabulary.market(&t).is_some()));
        let countries = !words && body.mostly(col, is_country);
        let free = layout.column(Field::PartnerMarket).is_none();
        let of_customer = if countries { !of_partner(layout, col) } else { after_customer(layout, col) };
        let field = match (countries, of_customer) {
            (false, false) if free => Field::PartnerMarket,
            (false, true) if free && words => {
                layout.customer_market = true;
                Field::PartnerMarket
            }
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
        let partner = of_partner(layout, col) && layout.column(Field::PartnerCountry).is_none();
        change(layout, col, if partner { Field::PartnerCountry } else { Field::CustomerCountry });
    }
    settle_location(body, layout, vocabulary, change);
}

/// A location may be a city.
fn settle_location(
    body: Body<'_>,
    layout: &mut Layout,
    vocabulary: &Vocabulary,
    change: &impl Fn(&mut Layout, u32, Field),
) {
    if let Some(col) = layout.column(Field::PartnerCountry)
        && layout
            .columns
            .iter()
            .any(|c| c.col == col && vocabulary.headers.get(&fold(&c.header)).is_some_and(|alias| alias.weak))
        && !body.mostly(col, |v| matches!(v, Value::Text(t) if vocabulary.country(&t).is_some()))
    {
        change(layout, col, Field::Known);
    }
}

/// Whether a column of IDs holds nothing but yes and no for people who are several: a flag whatever its header says.
fn is_flag(body: Body<'_>, layout: &Layout, col: u32, vocabulary: &Vocabulary) -> bool {
    let is_answer = |value: Value| match value {
        Value::Bool(_) => true,
        Value::Number(n) => n == 0.0 || n == 1.0,
        Value::Text(text) => matches!(vocabulary.answer(&text), Some(Answer::Yes | Answer::No)),
        _ => false,
    };
    let others: Vec<u32> = [Field::Email, Field::PersonName, Field::LastName, Field::FirstName]
        .into_iter()
        .filter_map(|field| layout.column(field))
        .collect();
    let (mut first, mut several) = (None, false);
    for row in body.rows().filter(|row| !row.get(col).is_blank()) {
        if !is_answer(row.get(col)) {
            return false;
        }
        let who: Vec<Value> = others.iter().map(|&other| row.get(other)).collect();
        several |= first.as_ref().is_some_and(|known| *known != who);
        first.get_or_insert(who);
    }
    several
}
