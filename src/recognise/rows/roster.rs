//! Roster rows: a person and a credential.

use std::collections::HashMap;

use jiff::civil::Date;
use ustr::{Ustr, UstrMap, UstrSet};

use super::usage::{from_preamble, skipped};
use super::{Facts, Reader, Said, Shown, cells, few};
use crate::facts::{Credential, Field, PartnerClaim, Read, RosterRow, Status};
use crate::finding::Code;
use crate::intake::{RowView, Value};
use crate::recognise::credential;
use crate::recognise::date::{self, DateOrder, DateText, DayRead, OrderEvidence, parse_date};
use crate::recognise::fold::{fold, words};
use crate::recognise::layout::WideCredential;
use crate::recognise::vocabulary::{Answer, Vocabulary, WideKind};

/// Which end of the possible days is most in the partner's favour, should a day be ambiguous.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Favour {
    Earlier,
    Later,
    /// The later one, and a month is no answer.
    Exact,
}

struct Columns {
    orders: HashMap<u32, DateOrder>,
    credentials: UstrMap<Vec<credential::Named>>,
    statuses: UstrMap<Option<Status>>,
}

pub(super) fn read(reader: &mut Reader<'_, '_>, facts: &mut Facts) {
    let layout = reader.table.layout;
    let mut dated: Vec<u32> =
        [Field::Achieved, Field::Expires].into_iter().filter_map(|field| layout.column(field)).collect();
    dated.extend(layout.wide_roster.iter().flat_map(|w| w.columns.iter().map(|&(col, _)| col)));
    let mut columns =
        Columns { orders: orders(reader, &dated), credentials: UstrMap::default(), statuses: UstrMap::default() };
    for row in reader.rows() {
        if row.cells().all(|(_, value)| value.is_blank()) {
            continue;
        }
        if let Some(word) = reader.skip.total_row(&row, reader.table) {
            skipped(reader, &row, word);
            continue;
        }
        if let Some(text) = reader.note(&row).filter(|_| layout.wide_roster.is_empty()) {
            skipped(reader, &row, cells::show(Value::Text(text)));
            continue;
        }
        if let Some(text) = stray(reader, &row) {
            skipped(reader, &row, text);
            continue;
        }
        facts.rows += 1;
        let Some(partner) = reader.partner(&row) else { continue };
        let country = from_preamble(reader, &row, Field::PartnerCountry);
        let (_, country) = reader.places(country, None);
        let read = facts.roster.len();
        if layout.wide_roster.is_empty() {
            long(reader, &mut columns, &row, partner, facts);
        } else {
            wide(reader, &mut columns, &row, partner, facts);
        }
        for fact in facts.roster.iter_mut().skip(read) {
            fact.country = country;
        }
    }
}

/// The first text of a row below a table that is a note of several cells: no credential, and nobody who has it.
fn stray(reader: &Reader<'_, '_>, row: &RowView<'_>) -> Option<Ustr> {
    let layout = reader.table.layout;
    let empty = |field: Field| layout.columns_of(field).all(|col| reader.value(row, col).is_blank());
    let no_credential = empty(Field::Credential)
        && layout.wide_roster.iter().all(|w| w.columns.iter().all(|&(col, _)| row.get(col).is_blank()));
    if !no_credential {
        return None;
    }
    let no_more = [Field::Status, Field::Achieved, Field::Expires].into_iter().all(empty);
    if let Some(text) = reader.labelled_note(row).filter(|_| no_more) {
        return Some(text);
    }
    let unnamed = [Field::PersonId, Field::FirstName, Field::LastName, Field::Email].into_iter().all(empty);
    // "Certified people" and a figure: nobody is called so.
    let is_figure = |value: Value| match value {
        Value::Number(_) => true,
        Value::Text(text) => !text.chars().any(char::is_alphabetic),
        _ => value.is_blank(),
    };
    let nobody = unnamed && layout.columns_of(Field::PersonName).all(|col| is_figure(reader.value(row, col)));
    (nobody && no_more).then(|| few(row)).flatten()
}

/// The order of day and month of some columns.
pub(super) fn orders(reader: &mut Reader<'_, '_>, dated: &[u32]) -> HashMap<u32, DateOrder> {
    let (vocabulary, language) = (reader.table.vocabulary, reader.table.layout.language);
    let look = |rows: &mut dyn Iterator<Item = RowView<'_>>| {
        let mut evidence: Vec<(u32, OrderEvidence, UstrSet)> =
            dated.iter().map(|&col| (col, OrderEvidence::default(), UstrSet::default())).collect();
        for row in rows {
            for (col, order, seen) in &mut evidence {
                if let Value::Text(text) = row.get(*col)
                    && seen.insert(text)
                {
                    order.observe(&text, vocabulary);
                }
            }
        }
        Shown { days: evidence.into_iter().map(|(col, order, _)| (col, order)).collect(), ..Shown::default() }
    };
    let evidence = &reader.shown(look).days;
    // What other columns show is no evidence for one, but against its language.
    let shown: Vec<DateOrder> = evidence.iter().map(|(_, order)| order.shown()).collect();
    let settle = |order: &OrderEvidence| match (order.shown(), order.order(language)) {
        (DateOrder::Unsettled, DateOrder::DayFirst) if shown.contains(&DateOrder::MonthFirst) => DateOrder::Unsettled,
        (_, order) => order,
    };
    evidence.iter().map(|(col, order)| (*col, settle(order))).collect()
}

struct PersonCells {
    id: Option<Ustr>,
    email: Option<Ustr>,
    name: Option<Ustr>,
}

fn person(reader: &mut Reader<'_, '_>, row: &RowView<'_>) -> PersonCells {
    let index = row.index();
    let id = reader.field(row, Field::PersonId).and_then(|(value, col)| reader.id(value, index, col));
    let email = reader.email(row, Field::Email, true);
    let mut part = |field| reader.field(row, field).and_then(|(value, col)| reader.name(value, index, col));
    let (whole, first, last) = (part(Field::PersonName), part(Field::FirstName), part(Field::LastName));
    // "Name" beside "First name" is the last name.
    let name = match (whole, first, last) {
        (None, Some(first), Some(last)) => Some(Ustr::from(&format!("{first} {last}"))),
        (None, first, last) => first.or(last),
        (Some(whole), Some(first), None) if !fold(&whole).contains(&fold(&first)) => {
            Some(Ustr::from(&format!("{first} {whole}")))
        }
        (Some(whole), None, Some(last)) if !fold(&whole).contains(&fold(&last)) => {
            Some(Ustr::from(&format!("{whole} {last}")))
        }
        (Some(whole), _, _) => Some(whole),
    };
    PersonCells { id, email, name }
}

fn long(
    reader: &mut Reader<'_, '_>,
    columns: &mut Columns,
    row: &RowView<'_>,
    partner: PartnerClaim,
    facts: &mut Facts,
) {
    let (layout, vocabulary, index) = (reader.table.layout, reader.table.vocabulary, row.index());
    let who = person(reader, row);
    let nobody = who.id.is_none() && who.email.is_none() && who.name.is_none();
    // Of several credential columns (number and title, exam and certification), those that name one count.
    let mut credential_cell: Option<(Value, u32)> = None;
    let mut said: Option<Said> = None;
    let mut known: Vec<(credential::Named, Ustr, u32)> = Vec::new();
    for col in layout.columns_of(Field::Credential) {
        let value = reader.value(row, col);
        let here = reader.said(value);
        if credential_cell.is_none() || !matches!(said, Some(Said::Text(_))) && !matches!(here, Said::Nothing) {
            credential_cell = Some((value, col));
            said = Some(here);
        }
        if let Said::Text(text) = here {
            let named = columns.credentials.entry(text).or_insert_with(|| credential::in_cell(&text, vocabulary));
            for named in named.iter() {
                match known.iter_mut().find(|known| known.0.id == named.id) {
                    Some(known) => known.0.denied |= named.denied,
                    None => known.push((*named, text, col)),
                }
            }
        }
    }
    if nobody {
        // Without a person column one finding has said so; a row that tells no credential and no proof says nothing.
        let proof = |field| reader.field(row, field).filter(|(value, _)| !value.is_blank());
        let proven = proof(Field::Achieved).is_some()
            || proof(Field::Status).is_some_and(|(value, _)| {
                matches!(value, Value::Text(text) if status_word(&text, vocabulary) == Some(Status::Passed))
            });
        let has_person = [Field::PersonId, Field::PersonName, Field::FirstName, Field::LastName, Field::Email]
            .into_iter()
            .find_map(|field| layout.column(field));
        let told = proven || matches!(said, Some(Said::Text(_) | Said::Broken));
        if let Some(col) = has_person.filter(|_| told) {
            reader.log.cell(Code::MissingPerson, index, col, Ustr::default());
        } else {
            return;
        }
    }
    let mut credentials: Vec<(Read<Credential>, u32, bool)> = Vec::new();
    match (credential_cell, said) {
        (Some((value, col)), Some(Said::Broken)) => {
            reader.log.cell(Code::UnreadableCell, index, col, cells::show(value));
            credentials.push((Read::Unreadable { best: None }, col, false));
        }
        (Some((_, col)), Some(Said::Nothing)) => {
            reader.log.cell(Code::MissingCredential, index, col, Ustr::default());
            credentials.push((Read::Blank, col, false));
        }
        (Some((_, col)), Some(Said::Text(text))) if known.is_empty() => {
            credentials.push((Read::Value(Credential { id: None, text }), col, false));
        }
        (Some(_), Some(Said::Text(_))) => {
            credentials.extend(
                known.iter().map(|&(named, text, col)| {
                    (Read::Value(Credential { id: Some(named.id), text }), col, named.denied)
                }),
            );
        }
        _ => credentials.push((Read::NoColumn, layout.anchor, false)),
    }
    let status = match reader.field(row, Field::Status) {
        Some((value, col)) => status(reader, columns, value, index, col),
        None => Read::NoColumn,
    };
    let achieved = day_field(reader, &columns.orders, row, Field::Achieved, Favour::Earlier);
    let expires = day_field(reader, &columns.orders, row, Field::Expires, Favour::Later);
    for (credential, credential_col, denied) in credentials {
        // As in a wide roster, a word against it outweighs what is for it.
        let status = if denied { Read::Value(Status::NotPassed) } else { status };
        facts.roster.push(RosterRow {
            sheet: reader.table.at,
            row: index,
            credential_col,
            partner,
            country: None,
            person_id: who.id,
            email: who.email,
            name: who.name,
            credential,
            status,
            achieved,
            expires,
            status_col: layout.column(Field::Status),
            achieved_col: layout.column(Field::Achieved),
            expires_col: layout.column(Field::Expires),
        });
    }
}

/// A status word: in the list, or with numbers and dates beside it ("Passed (820)", "Active - 2016"). What else stands
/// beside it ("Passed (revoked)") leaves open what is meant.
fn status_word(text: &str, vocabulary: &Vocabulary) -> Option<Status> {
    let lookup = |text: &str| {
        vocabulary.status(text).or_else(|| match vocabulary.answer(text)? {
            Answer::Yes => Some(Status::Passed),
            Answer::No => Some(Status::NotPassed),
            Answer::Trial | Answer::Paid => None,
        })
    };
    lookup(text)
        .or_else(|| {
            // "✓ passed"
            let mut parts = text.split_whitespace();
            let head = parts.next().filter(|head| !head.chars().any(char::is_alphanumeric)).and_then(lookup)?;
            (lookup(&parts.collect::<Vec<_>>().join(" ")) == Some(head)).then_some(head)
        })
        .or_else(|| {
            // "Bestanden am 12.05.2016"
            let parts = words(text);
            (1..parts.len().min(5)).rev().find_map(|len| {
                let (head, rest) = parts.split_at(len);
                lookup(&head.concat()).filter(|_| vocabulary.adds_nothing(&rest.join(" ")))
            })
        })
        .or_else(|| {
            let mut said = None;
            for part in cells::parts(text) {
                match lookup(part) {
                    Some(status) if said.is_none_or(|known| known == status) => said = Some(status),
                    None if vocabulary.adds_nothing(part) => {}
                    _ => return None,
                }
            }
            said
        })
}

fn status(reader: &mut Reader<'_, '_>, columns: &mut Columns, value: Value, row: u32, col: u32) -> Read<Status> {
    let vocabulary = reader.table.vocabulary;
    let found = match value {
        Value::Empty => return Read::Blank,
        Value::Bool(passed) => Some(if passed { Status::Passed } else { Status::NotPassed }),
        Value::Number(1.0) => Some(Status::Passed),
        Value::Number(0.0) => Some(Status::NotPassed),
        Value::Text(text) => {
            if value.is_blank() {
                return Read::Blank;
            }
            let found = *columns.statuses.entry(text).or_insert_with(|| status_word(&text, vocabulary));
            if found.is_none() && vocabulary.is_nothing(&text) {
                return Read::Blank;
            }
            found
        }
        _ => None,
    };
    match found {
        Some(status) => Read::Value(status),
        None => {
            reader.log.cell(Code::UnknownStatus, row, col, cells::show(value));
            Read::Unreadable { best: None }
        }
    }
}

/// A day in a field's column.
pub(super) fn day_field(
    reader: &mut Reader<'_, '_>,
    orders: &HashMap<u32, DateOrder>,
    row: &RowView<'_>,
    field: Field,
    favour: Favour,
) -> Read<Date> {
    let Some(col) = reader.table.layout.column(field) else { return Read::NoColumn };
    let order = orders.get(&col).copied().unwrap_or(DateOrder::Unsettled);
    day(reader, row.get(col), order, favour, row.index(), col)
}

/// The day that a cell tells.
///
/// A month stands for its last day. For an achievement that is the reading less in the partner's favour: it may lie
/// after the as-of date. An expiry given as a month lasts, as on a payment card, to that month's end; the whole month
/// before it is certain either way. An anniversary is a day or nothing.
fn day(reader: &mut Reader<'_, '_>, value: Value, order: DateOrder, favour: Favour, row: u32, col: u32) -> Read<Date> {
    let vocabulary = reader.table.vocabulary;
    match value {
        Value::Empty => return Read::Blank,
        Value::Date(serial) => {
            if let Some(day) = date::day_of_serial(serial) {
                return Read::Value(day);
            }
        }
        Value::Number(n) => {
            let n = reader.serial(n);
            if let Some(day) = date::day_of_number(n) {
                return Read::Value(day);
            }
            if let Some(month) = date::month_of_number(n).filter(|_| favour != Favour::Exact) {
                return Read::Value(month.last_day());
            }
        }
        // "#N/A" from a lookup that found no expiry is still an error: it may as well hide one.
        Value::Text(text) => {
            let nothing = match favour {
                Favour::Later | Favour::Exact => vocabulary.is_no_expiry(&text),
                Favour::Earlier => vocabulary.is_nothing(&text),
            };
            if value.is_blank() || nothing {
                return Read::Blank;
            }
            match date::settle(parse_date(&text, vocabulary), order) {
                DayRead::Day(day) => return Read::Value(day),
                DayRead::Ambiguous(a, b) => {
                    if let Some(finding) = reader.log.cell(Code::AmbiguousDate, row, col, cells::show(value)) {
                        finding.args.push(("readings", format!("{} / {}", a.min(b), a.max(b)).into()));
                    }
                    return Read::Unreadable {
                        best: Some(if favour == Favour::Earlier { a.min(b) } else { a.max(b) }),
                    };
                }
                DayRead::Month(month) if favour != Favour::Exact => return Read::Value(month.last_day()),
                DayRead::Month(_) | DayRead::None => {}
            }
        }
        _ => {}
    }
    reader.log.cell(Code::UnreadableDate, row, col, cells::show(value));
    Read::Unreadable { best: None }
}

/// What one cell of a wide roster says.
enum WideCell {
    /// Nothing, or that the credential is not held: no row.
    NotHeld,
    Status(Read<Status>),
    Achieved(Read<Date>),
}

fn wide(
    reader: &mut Reader<'_, '_>,
    columns: &mut Columns,
    row: &RowView<'_>,
    partner: PartnerClaim,
    facts: &mut Facts,
) {
    let (layout, index) = (reader.table.layout, row.index());
    let held = layout.wide_roster.iter().any(|w| w.columns.iter().any(|&(col, _)| !row.get(col).is_blank()));
    let who = person(reader, row);
    if who.id.is_none() && who.email.is_none() && who.name.is_none() {
        if held {
            let col = [Field::PersonId, Field::PersonName, Field::FirstName, Field::LastName, Field::Email]
                .into_iter()
                .find_map(|field| layout.column(field));
            if let Some(col) = col {
                reader.log.cell(Code::MissingPerson, index, col, Ustr::default());
            } else {
                return;
            }
        } else {
            return;
        }
    }
    for credential in &layout.wide_roster {
        let Some(fact) = wide_one(reader, columns, row, credential) else { continue };
        for &id in &credential.ids {
            facts.roster.push(RosterRow {
                partner,
                person_id: who.id,
                email: who.email,
                name: who.name,
                credential: Read::Value(Credential { id: Some(id), text: credential.text }),
                ..fact.clone()
            });
        }
    }
}

fn wide_one(
    reader: &mut Reader<'_, '_>,
    columns: &mut Columns,
    row: &RowView<'_>,
    credential: &WideCredential,
) -> Option<RosterRow> {
    let index = row.index();
    let mut fact = RosterRow {
        sheet: reader.table.at,
        row: index,
        credential_col: credential.columns.first().map_or(0, |&(col, _)| col),
        partner: PartnerClaim::default(),
        country: None,
        person_id: None,
        email: None,
        name: None,
        credential: Read::NoColumn,
        status: Read::NoColumn,
        achieved: Read::NoColumn,
        expires: Read::NoColumn,
        status_col: None,
        achieved_col: None,
        expires_col: None,
    };
    if credential.columns.iter().all(|&(col, _)| row.get(col).is_blank()) {
        return None;
    }
    let mut unproven: Option<u32> = None;
    for &(col, kind) in &credential.columns {
        let value = row.get(col);
        let order = columns.orders.get(&col).copied().unwrap_or(DateOrder::Unsettled);
        match kind {
            WideKind::Expires => {
                fact.expires = day(reader, value, order, Favour::Later, index, col);
                fact.expires_col = Some(col);
            }
            WideKind::Achieved if value.is_blank() => {
                fact.achieved = Read::Blank;
                fact.achieved_col = Some(col);
            }
            WideKind::Status if value.is_blank() => {
                fact.status = Read::Blank;
                fact.status_col = Some(col);
            }
            WideKind::Any if value.is_blank() => unproven = unproven.or(Some(col)),
            // A tick may stand under a date's heading and a date under "passed".
            WideKind::Any | WideKind::Achieved | WideKind::Status => {
                match wide_cell(reader, columns, value, order, credential, index, col) {
                    WideCell::NotHeld => return None,
                    WideCell::Status(status) => {
                        fact.status = status;
                        fact.status_col = Some(col);
                    }
                    WideCell::Achieved(day) => {
                        fact.achieved = day;
                        fact.achieved_col = Some(col);
                    }
                }
            }
        }
    }
    // The empty cell would have held the proof, a word or a date; an expiry beside it proves nothing.
    if let Some(col) = unproven
        && matches!(fact.status, Read::NoColumn | Read::Blank)
        && matches!(fact.achieved, Read::NoColumn | Read::Blank)
    {
        (fact.status, fact.achieved) = (Read::Blank, Read::Blank);
        fact.status_col.get_or_insert(col);
        fact.achieved_col.get_or_insert(col);
    }
    of_the_row(reader, columns, row, &mut fact);
    Some(fact)
}

/// What status and date columns of a wide roster say of all credentials of a row. A credential's own columns go before
/// them, but nobody has passed what the row says was not.
fn of_the_row(reader: &mut Reader<'_, '_>, columns: &mut Columns, row: &RowView<'_>, fact: &mut RosterRow) {
    if let Some((value, col)) = reader.field(row, Field::Status) {
        let read = status(reader, columns, value, row.index(), col);
        let speaks = !matches!(read, Read::Blank | Read::Value(Status::Passed));
        if fact.status_col.is_none() || speaks && fact.status == Read::Value(Status::Passed) {
            fact.status = read;
            fact.status_col = Some(col);
        }
    }
    if fact.achieved_col.is_none() {
        fact.achieved = day_field(reader, &columns.orders, row, Field::Achieved, Favour::Earlier);
        fact.achieved_col = reader.table.layout.column(Field::Achieved);
    }
    if fact.expires_col.is_none() {
        fact.expires = day_field(reader, &columns.orders, row, Field::Expires, Favour::Later);
        fact.expires_col = reader.table.layout.column(Field::Expires);
    }
}

fn wide_cell(
    reader: &mut Reader<'_, '_>,
    columns: &mut Columns,
    value: Value,
    order: DateOrder,
    credential: &WideCredential,
    row: u32,
    col: u32,
) -> WideCell {
    let vocabulary = reader.table.vocabulary;
    match value {
        Value::Empty | Value::Bool(false) => WideCell::NotHeld,
        Value::Number(0.0) => WideCell::NotHeld,
        Value::Bool(true) => WideCell::Status(Read::Value(Status::Passed)),
        Value::Number(1.0) => WideCell::Status(Read::Value(Status::Passed)),
        Value::Date(_) => WideCell::Achieved(day(reader, value, order, Favour::Earlier, row, col)),
        Value::Number(n) if date::day_of_number(reader.serial(n)).is_some() => {
            WideCell::Achieved(day(reader, value, order, Favour::Earlier, row, col))
        }
        Value::Text(text) => {
            if value.is_blank() || vocabulary.is_nothing(&text) || vocabulary.answer(&text) == Some(Answer::No) {
                return WideCell::NotHeld;
            }
            // The credential's own name in its column is as good as a tick.
            if credential::in_cell(&text, vocabulary).iter().map(|named| named.id).eq(credential.ids.iter().copied()) {
                return WideCell::Status(Read::Value(Status::Passed));
            }
            if parse_date(&text, vocabulary) != DateText::None {
                return WideCell::Achieved(day(reader, value, order, Favour::Earlier, row, col));
            }
            WideCell::Status(status(reader, columns, value, row, col))
        }
        Value::Error(_) | Value::Uncalculated => {
            reader.log.cell(Code::UnreadableCell, row, col, cells::show(value));
            WideCell::Status(Read::Unreadable { best: None })
        }
        Value::Number(_) => WideCell::Status(status(reader, columns, value, row, col)),
    }
}
