//! Usage rows: a customer, a workload and a count of active users.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use ustr::{Ustr, UstrMap, UstrSet};

use super::{Facts, Reader, Said, Shown, cells, few};
use crate::facts::{Associations, Field, Month, Read, Trial, UsageRow, Workload};
use crate::finding::{Code, Finding};
use crate::intake::{RowView, Value};
use crate::memo::Memo;
use crate::recognise::date::{self, DateOrder, DateText, DayRead, parse_date};
use crate::recognise::fold::{fold, words};
use crate::recognise::layout::HeaderMonth;
use crate::recognise::number::{CountText, Separators, count_of, parse_count};
use crate::recognise::vocabulary::{Answer, Vocabulary, with_asides, without_brackets};

/// What the columns of the table settle for its cells, and what their texts have said so far.
struct Columns {
    separators: Separators,
    month_order: DateOrder,
    counts: UstrMap<CountText>,
    months: Memo<DateText>,
    workloads: Memo<Option<Ustr>>,
    associations: Memo<(u32, Rc<[Ustr]>)>,
    trials: Memo<Option<bool>>,
    trial_names: Memo<bool>,
    tenants: Memo<Option<Ustr>>,
    /// Months that the headers of single workload columns tell.
    wide_months: BTreeMap<u32, Read<Month>>,
}

pub(super) fn read(reader: &mut Reader<'_, '_>, facts: &mut Facts) {
    let layout = reader.table.layout;
    if !layout.repeated
        && layout.column(Field::Trial).is_none()
        && layout.column(Field::Sku).is_none()
        && layout.column(Field::Product).is_none()
    {
        reader.log.header(Finding::new(Code::NoTrialColumn), layout.header_row, layout.anchor);
    }
    if !layout.repeated && layout.column(Field::Association).is_none() && layout.wide_associations.is_empty() {
        reader.log.header(Finding::new(Code::NoAssociationColumn), layout.header_row, layout.anchor);
    }
    let mut columns = settle(reader);
    for (&col, month) in &columns.wide_months {
        if month.value().is_none() {
            let header = layout.columns.iter().find(|c| c.col == col).map_or("", |c| c.header.as_str());
            reader.log.cell(Code::UnreadableMonth, layout.header_row, col, Ustr::from(header));
        }
    }
    if !facts.without_usage {
        // At least one for each row: growing a list of a million takes half as much again while it is moved.
        facts.usage.reserve_exact(reader.rows().count());
    }
    for row in reader.rows() {
        if row.cells().all(|(_, value)| value.is_blank()) {
            continue;
        }
        if let Some(word) = reader.skip.total_row(&row, reader.table) {
            skipped(reader, &row, word);
            continue;
        }
        if let Some(text) = reader.note(&row) {
            skipped(reader, &row, cells::show(Value::Text(text)));
            continue;
        }
        if let Some(text) = stray(reader, &row) {
            skipped(reader, &row, text);
            continue;
        }
        one(reader, &mut columns, &row, facts);
    }
}

/// The first text of a row below a table that is a note of several cells: nothing of what usage is made of.
fn stray(reader: &Reader<'_, '_>, row: &RowView<'_>) -> Option<Ustr> {
    let layout = reader.table.layout;
    let empty = |field: Field| layout.columns_of(field).all(|col| reader.value(row, col).is_blank());
    let no_count = empty(Field::ActiveUsers) && layout.wide_usage.iter().all(|&(col, _)| row.get(col).is_blank());
    if !no_count || !empty(Field::Month) || !empty(Field::Association) {
        return None;
    }
    if let Some(text) = reader.labelled_note(row) {
        return Some(text);
    }
    let measures = [Field::ActiveUsers, Field::Workload, Field::Sku, Field::Association, Field::Month];
    let known = measures.iter().filter(|&&field| layout.column(field).is_some()).count();
    let nothing = measures.iter().chain(&[Field::Product]).all(|&field| empty(field))
        && layout.wide_associations.iter().all(|&(col, _)| row.get(col).is_blank());
    let customer = !empty(Field::CustomerId) || !empty(Field::CustomerName);
    // A customer of a partner that is plain stays data with a problem; in a wide sheet it is just no row.
    let (id, id_like) = reader.id_like(row);
    let data = customer && id_like || (id_like || !id) && !layout.wide_usage.is_empty();
    (nothing && (known >= 2 || !layout.wide_usage.is_empty()) && !data).then(|| few(row)).flatten()
}

pub(super) fn skipped(reader: &mut Reader<'_, '_>, row: &RowView<'_>, word: Ustr) {
    let says = |value: Value| matches!(value, Value::Text(text) if text.trim() == word.as_str());
    let mut filled = row.cells().filter(|(_, v)| !v.is_blank());
    let first = filled.clone().next();
    let col = filled.find(|(_, v)| says(*v)).or(first).map_or(0, |(col, _)| col);
    reader.log.about(None);
    if let Some(finding) = reader.log.cell(Code::SkippedRow, row.index(), col, word) {
        finding.args.push(("word", word.as_str().into()));
    }
}

/// Looks over the count and month columns once.
fn settle(reader: &mut Reader<'_, '_>) -> Columns {
    let layout = reader.table.layout;
    let counted: Vec<u32> = if layout.wide_usage.is_empty() {
        layout.column(Field::ActiveUsers).into_iter().collect()
    } else {
        layout.wide_usage.iter().map(|&(col, _)| col).collect()
    };
    let month = layout.column(Field::Month);
    let vocabulary = reader.table.vocabulary;
    let shown = reader.shown(|rows| {
        let mut shown = Shown::default();
        let (mut seen_counts, mut seen_months): (UstrSet, UstrSet) = Default::default();
        for row in rows {
            for &col in &counted {
                if let Value::Text(text) = row.get(col)
                    && seen_counts.insert(text)
                {
                    shown.counts.observe(&text);
                }
            }
            if let Some(col) = month
                && let Value::Text(text) = row.get(col)
                && seen_months.insert(text)
            {
                shown.months.observe(&text, vocabulary);
            }
        }
        shown
    });
    let (separators, mut order) = (shown.counts, shown.months);
    if let Some((Value::Text(text), _, _)) = reader.table.preamble.get(Field::Month) {
        order.observe(&text, vocabulary);
    }
    Columns {
        separators: separators.settle(layout.language),
        month_order: order.order_of_months(layout.language),
        counts: UstrMap::default(),
        months: Memo::default(),
        workloads: Memo::default(),
        associations: Memo::default(),
        trials: Memo::default(),
        trial_names: Memo::default(),
        tenants: Memo::default(),
        wide_months: wide_months(reader),
    }
}

/// Months of workload columns, where the headers tell them.
///
/// A month that all of them share gives way to a month column; one without its year says no more than that the
/// sheet is of one month. Columns of different months have each their own, which takes a year, here or in the title.
fn wide_months(reader: &Reader<'_, '_>) -> BTreeMap<u32, Read<Month>> {
    let layout = reader.table.layout;
    let told: BTreeSet<HeaderMonth> = layout.wide_months.iter().map(|&(_, month)| month).collect();
    let by_row = layout.column(Field::Month).is_some() || reader.table.preamble.get(Field::Month).is_some();
    let yearless = told.iter().any(|month| matches!(month, HeaderMonth::Yearless(_)));
    // Where only some columns have one, it tells them from the others.
    let all = layout.wide_months.len() == layout.wide_usage.len();
    if told.len() <= 1 && (by_row && all || !by_row && yearless) {
        return BTreeMap::new();
    }
    // A title's year is that of all only where none comes after a later one: a fiscal year has two.
    let rising = layout.wide_months.windows(2).all(|pair| match pair {
        [(_, HeaderMonth::Yearless(a)), (_, HeaderMonth::Yearless(b))] => a <= b,
        _ => false,
    });
    let of_title = |month| reader.table.preamble.title.month(month).filter(|_| rising);
    let read = |month| match month {
        HeaderMonth::Month(month) => Read::Value(month),
        HeaderMonth::Yearless(month) => of_title(month).map_or(Read::Unreadable { best: None }, Read::Value),
    };
    layout.wide_months.iter().map(|&(col, month)| (col, read(month))).collect()
}

fn one(reader: &mut Reader<'_, '_>, columns: &mut Columns, row: &RowView<'_>, facts: &mut Facts) {
    let layout = reader.table.layout;
    let index = row.index();
    facts.rows += 1;
    let Some(partner) = reader.partner(row) else { return };
    let wide: Vec<(u32, Option<Ustr>)> =
        layout.wide_usage.iter().copied().filter(|&(col, _)| !row.get(col).is_blank()).collect();
    if !layout.wide_usage.is_empty() && wide.is_empty() {
        return;
    }
    let (customer_id, customer_name, broken) = customer(reader, columns, row);
    if customer_id.is_none() && customer_name.is_none() && !broken {
        let col = layout.column(Field::CustomerName).or_else(|| layout.column(Field::CustomerId));
        reader.log.cell(Code::MissingCustomer, index, col.unwrap_or(layout.anchor), Ustr::default());
    }
    let country = from_preamble(reader, row, Field::PartnerCountry);
    let market = from_preamble(reader, row, Field::PartnerMarket);
    let (market, country) = reader.places(country, market);
    // Exports without a SKU name the offer as the product (the licence usage API does): it tells rows apart as well.
    let sku = reader.field(row, Field::Sku).and_then(|(value, col)| reader.name(value, index, col));
    let sku = sku.or_else(|| reader.field(row, Field::Product).and_then(|(value, col)| reader.name(value, index, col)));
    let (month, month_or) = month(reader, columns, row);
    let fact = UsageRow {
        sheet: reader.table.at,
        row: index,
        count_col: layout.anchor,
        partner,
        market,
        country,
        customer_id,
        customer_name,
        workload: Read::NoColumn,
        sku,
        trial: trial(reader, columns, row),
        associations: associations(reader, columns, row),
        month,
        month_or,
        count: Read::NoColumn,
    };
    let of_row = if layout.names_workloads() { Read::NoColumn } else { workload(reader, columns, row) };
    if layout.wide_usage.is_empty() {
        let (count, count_col) = match layout.column(Field::ActiveUsers) {
            Some(col) => (count(reader, columns, row.get(col), index, col), col),
            None => (Read::NoColumn, layout.anchor),
        };
        facts.add_usage(UsageRow { count_col, workload: of_row, count, ..fact });
        return;
    }
    for (col, id) in wide {
        let count = count(reader, columns, row.get(col), index, col);
        facts.add_usage(UsageRow {
            workload: id.map_or(of_row, |id| Read::Value(Workload::Known(id))),
            count,
            count_col: col,
            month: columns.wide_months.get(&col).copied().unwrap_or(fact.month),
            month_or: fact.month_or.filter(|_| !columns.wide_months.contains_key(&col)),
            ..fact.clone()
        });
    }
}

/// A field of the row, else what the rows above the header say.
pub(super) fn from_preamble(reader: &Reader<'_, '_>, row: &RowView<'_>, field: Field) -> Option<(Value, u32, u32)> {
    match reader.field(row, field) {
        Some((value, col)) => Some((value, row.index(), col)),
        None => reader.table.preamble.get(field),
    }
}

/// The customer's ID and name, and whether a cell of them is broken, which has been said then.
fn customer(
    reader: &mut Reader<'_, '_>,
    columns: &mut Columns,
    row: &RowView<'_>,
) -> (Option<Ustr>, Option<Ustr>, bool) {
    let mut broken = false;
    let mut part = |field| {
        let (value, row, col) = from_preamble(reader, row, field)?;
        broken |= matches!(reader.said(value), Said::Broken);
        reader.name(value, row, col)
    };
    let (id, name) = (part(Field::CustomerId), part(Field::CustomerName));
    let id = id.and_then(|text| columns.tenants.get(text, || cells::tenant(&text)));
    (id, name, broken)
}

fn workload(reader: &mut Reader<'_, '_>, columns: &mut Columns, row: &RowView<'_>) -> Read<Workload> {
    let Some((value, index, col)) = from_preamble(reader, row, Field::Workload) else { return Read::NoColumn };
    let vocabulary = reader.table.vocabulary;
    match reader.said(value) {
        Said::Broken => {
            reader.log.cell(Code::UnreadableCell, index, col, cells::show(value));
            Read::Unreadable { best: None }
        }
        Said::Nothing => {
            reader.log.cell(Code::MissingWorkload, index, col, cells::show(value));
            Read::Blank
        }
        Said::Text(text) => match columns.workloads.get(text, || vocabulary.workload(&text)) {
            Some(id) => Read::Value(Workload::Known(id)),
            None => {
                if let Some(finding) = reader.log.cell(Code::UnknownWorkload, index, col, text) {
                    let suggestion = vocabulary.closest_workload(&text).unwrap_or_default();
                    finding.args.push(("suggestion", suggestion.into()));
                }
                Read::Value(Workload::Unknown(text))
            }
        },
    }
}

fn count(reader: &mut Reader<'_, '_>, columns: &mut Columns, value: Value, row: u32, col: u32) -> Read<u64> {
    let shown = || cells::show(value);
    match value {
        Value::Number(n) => match count_of(n) {
            Some(count) => Read::Value(count),
            None => {
                reader.log.cell(Code::UnreadableCount, row, col, shown());
                Read::Unreadable { best: None }
            }
        },
        Value::Text(text) => {
            let separators = columns.separators;
            match columns.counts.entry(text).or_insert_with(|| parse_count(&text, separators)) {
                CountText::Count(count) => Read::Value(*count),
                CountText::Ambiguous { larger, readings } => {
                    if let Some(finding) = reader.log.cell(Code::AmbiguousNumber, row, col, shown()) {
                        finding.args.push(("readings", readings.clone().into()));
                    }
                    Read::Unreadable { best: Some(*larger) }
                }
                CountText::Rounded(best) => {
                    reader.log.cell(Code::UnreadableCount, row, col, shown());
                    Read::Unreadable { best: Some(*best) }
                }
                CountText::None => {
                    reader.log.cell(Code::UnreadableCount, row, col, shown());
                    Read::Unreadable { best: None }
                }
            }
        }
        _ => {
            reader.log.cell(Code::UnreadableCount, row, col, shown());
            Read::Unreadable { best: None }
        }
    }
}

/// The month of a row, and its other reading where the text does not tell which it is.
fn month(reader: &mut Reader<'_, '_>, columns: &mut Columns, row: &RowView<'_>) -> (Read<Month>, Option<Month>) {
    let Some((value, index, col)) = from_preamble(reader, row, Field::Month) else { return (Read::NoColumn, None) };
    if let Some(month) = month_beside_year(reader, row, value) {
        return (Read::Value(month), None);
    }
    let found = match value {
        Value::Date(serial) => date::day_of_serial(serial).map(Month::of),
        Value::Number(n) => date::month_of_number(reader.serial(n)),
        Value::Text(text) if !value.is_blank() => {
            let vocabulary = reader.table.vocabulary;
            let read = columns.months.get(text, || parse_date(&text, vocabulary));
            match date::settle(read, columns.month_order) {
                DayRead::Day(day) => Some(Month::of(day)),
                DayRead::Month(month) => Some(month),
                DayRead::Ambiguous(a, b) => {
                    let (a, b) = (Month::of(a.min(b)), Month::of(a.max(b)));
                    if let Some(finding) = reader.log.cell(Code::AmbiguousDate, index, col, cells::show(value)) {
                        finding.args.push(("readings", format!("{a} / {b}").into()));
                    }
                    return (Read::Unreadable { best: Some(a) }, Some(b));
                }
                DayRead::None => None,
            }
        }
        _ => None,
    };
    let read = match found.or_else(|| titled(reader, value)) {
        Some(month) => Read::Value(month),
        None => {
            reader.log.cell(Code::UnreadableMonth, index, col, cells::show(value));
            if value.is_blank() { Read::Blank } else { Read::Unreadable { best: None } }
        }
    };
    (read, None)
}

/// The month of a name without a year, where a title above the table says the year.
fn titled(reader: &Reader<'_, '_>, value: Value) -> Option<Month> {
    let Value::Text(text) = value else { return None };
    let month = reader.table.vocabulary.month(&fold(&text))?;
    reader.table.preamble.title.month(month)
}

/// A month's number or name beside a column of years.
fn month_beside_year(reader: &Reader<'_, '_>, row: &RowView<'_>, value: Value) -> Option<Month> {
    let year = match reader.value(row, reader.table.layout.year?) {
        Value::Number(n) if n.fract() == 0.0 && (1900.0..=9999.0).contains(&n) => n as i16,
        Value::Text(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    let month = match value {
        Value::Number(n) if n.fract() == 0.0 && (1.0..=12.0).contains(&n) => n as i8,
        Value::Text(text) => {
            let text = text.trim();
            text.parse().ok().or_else(|| reader.table.vocabulary.month(&fold(text)))?
        }
        _ => return None,
    };
    Month::new(year, month)
}

/// Whether a word of a trial column says trial.
fn trial_word(text: &str, opposite: bool, vocabulary: &Vocabulary) -> Option<bool> {
    let says = |text: &str| {
        vocabulary.answer(text).map(|answer| match answer {
            Answer::Yes => !opposite,
            Answer::No => opposite,
            Answer::Trial => true,
            Answer::Paid => false,
        })
    };
    // "No; trial" says two things.
    let parts: Vec<Option<bool>> = cells::parts(text).map(says).collect();
    if parts.len() > 1 && parts.iter().all(Option::is_some) {
        return parts.first().copied().filter(|first| parts.iter().all(|part| part == first)).flatten();
    }
    // "Trial until 30/11/2026", "Yes - ends in November": what begins as a trial is one.
    let begins = || {
        let first = words(text).first().and_then(|word| says(word));
        let against = parts.contains(&Some(false));
        (first == Some(true) && !against).then_some(true)
    };
    says(text).or_else(|| says(&without_brackets(text))).or_else(begins)
}

/// A text with a space before every capital that follows a small letter or a digit: "E3Trial" is two words.
fn apart(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut joins = false;
    for c in text.chars() {
        if joins && c.is_uppercase() {
            out.push(' ');
        }
        joins = c.is_lowercase() || c.is_numeric();
        out.push(c);
    }
    out
}

/// Whether a word of a name makes it a trial, unless the word before it takes that back ("non-trial").
fn trial_name(text: &str, vocabulary: &Vocabulary) -> bool {
    let parts = words(&apart(text));
    parts.iter().enumerate().any(|(n, word)| {
        let denied = n
            .checked_sub(1)
            .and_then(|before| parts.get(before))
            .is_some_and(|before| before.len() > 1 && vocabulary.answer(before) == Some(Answer::No));
        !denied && (vocabulary.trial_in_names.contains(word) || ends_in_trial(word, vocabulary))
    })
}

/// Whether a word ends in one for a trial that nothing parts from what is before it: "o365trial", "enterprisetrial".
/// Behind letters only "trial" itself is certain, unless the word is of the kind of "industrial".
fn ends_in_trial(word: &str, vocabulary: &Vocabulary) -> bool {
    vocabulary.trial_in_names.iter().any(|name| {
        let Some(before) = word.strip_suffix(name.as_str()).and_then(|head| head.chars().next_back()) else {
            return false;
        };
        // Scripts without spaces part words from others by themselves.
        let apart = |c: char| c > '\u{2E80}';
        before.is_numeric() || name == "trial" && before != 's' || name.chars().all(apart) && !apart(before)
    })
}

fn trial(reader: &mut Reader<'_, '_>, columns: &mut Columns, row: &RowView<'_>) -> Trial {
    let (layout, vocabulary, index) = (reader.table.layout, reader.table.vocabulary, row.index());
    if let Some((value, col)) = reader.field(row, Field::Trial) {
        let opposite = layout.opposite_trial;
        let says = match value {
            Value::Empty => Some(false),
            Value::Bool(yes) => Some(yes != opposite),
            Value::Number(n) if n == 1.0 || n == 0.0 => Some((n == 1.0) != opposite),
            Value::Text(text) => columns.trials.get(text, || {
                let nothing = text.trim().is_empty();
                if nothing {
                    return Some(false);
                }
                trial_word(&text, opposite, vocabulary).or_else(|| vocabulary.is_nothing(&text).then_some(false))
            }),
            _ => None,
        };
        match says {
            Some(true) => return Trial::Column,
            Some(false) => {}
            None => {
                reader.log.cell(Code::UnknownTrial, index, col, cells::show(value));
            }
        }
    }
    let named = layout.columns_of(Field::Sku).chain(layout.columns_of(Field::Product)).any(|col| {
        matches!(reader.value(row, col), Value::Text(text)
            if columns.trial_names.get(text, || trial_name(&text, vocabulary)))
    });
    if named { Trial::Name } else { Trial::No }
}

fn associations(reader: &mut Reader<'_, '_>, columns: &mut Columns, row: &RowView<'_>) -> Associations {
    let mut all = listed(reader, columns, row);
    let layout = reader.table.layout;
    for &(col, bits) in &layout.wide_associations {
        let value = reader.value(row, col);
        let vocabulary = reader.table.vocabulary;
        let held = match value {
            Value::Empty => Some(false),
            Value::Bool(held) => Some(held),
            Value::Number(n) if n == 0.0 || n == 1.0 => Some(n == 1.0),
            Value::Text(text) if value.is_blank() || vocabulary.is_nothing(&text) => Some(false),
            Value::Text(text) => match vocabulary.answer(&text) {
                Some(Answer::Yes) => Some(true),
                Some(Answer::No) => Some(false),
                // Its own name in its column is as good as a tick.
                _ => vocabulary.association(&text).map(|named| named & bits != 0),
            },
            _ => None,
        };
        match held {
            Some(true) => all.bits |= bits,
            Some(false) => {}
            None => {
                all.unknown = true;
                if let Some(finding) = reader.log.cell(Code::UnknownAssociation, row.index(), col, cells::show(value)) {
                    finding.args.push(("word", cells::show(value).as_str().into()));
                }
            }
        }
    }
    all
}

/// The associations that the association column lists.
fn listed(reader: &mut Reader<'_, '_>, columns: &mut Columns, row: &RowView<'_>) -> Associations {
    let Some((value, col)) = reader.field(row, Field::Association) else { return Associations::default() };
    let index = row.index();
    let text = match value {
        Value::Empty => return Associations::default(),
        Value::Error(_) | Value::Uncalculated => {
            reader.log.cell(Code::UnreadableCell, index, col, cells::show(value));
            return Associations { bits: 0, unknown: true };
        }
        Value::Text(text) => text,
        other => cells::show(other),
    };
    let vocabulary = reader.table.vocabulary;
    let (bits, unknown) = columns.associations.get(text, || {
        let mut list = (0, Vec::new());
        association_list(&text, 0, vocabulary, &mut list);
        (list.0, list.1.into())
    });
    for &word in unknown.iter() {
        if let Some(finding) = reader.log.cell(Code::UnknownAssociation, index, col, word) {
            finding.args.push(("word", word.as_str().into()));
        }
    }
    Associations { bits, unknown: !unknown.is_empty() }
}

/// The entries of a list of associations. The whole is tried before its parts, and strong separators before weak
/// ones: a known word may hold any of them ("Partner of record (DPOR/POR)").
fn association_list(text: &str, level: usize, vocabulary: &Vocabulary, list: &mut (u32, Vec<Ustr>)) {
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    if let Some(bits) = vocabulary.association(text) {
        list.0 |= bits;
        return;
    }
    let (bare, asides) = with_asides(text);
    if let Some(bits) = vocabulary.association(&bare).filter(|_| !asides.is_empty()) {
        // "(DPOR)" behind its long name, "(since 2016)"; what else stands there may take it back: "(ended)".
        let said: Option<Vec<u32>> = asides
            .iter()
            .filter(|aside| !vocabulary.adds_nothing(aside))
            .map(|aside| vocabulary.association(aside))
            .collect();
        match said {
            Some(said) => list.0 |= said.into_iter().fold(bits, |all, more| all | more),
            None => list.1.push(Ustr::from(text)),
        }
        return;
    }
    let parts: Vec<String> = match level {
        0 => text.split([';', '|', '\n', '\r', '\t', '•']).map(str::to_owned).collect(),
        1 => text.split([',', '、', '，']).map(str::to_owned).collect(),
        2 => text.split(['/', '+', '&']).map(str::to_owned).collect(),
        3 => {
            let mut parts = vec![String::new()];
            for word in text.split_whitespace() {
                if vocabulary.joins.contains(&word.to_lowercase()) {
                    parts.push(String::new());
                } else if let Some(part) = parts.last_mut() {
                    part.push(' ');
                    part.push_str(word);
                }
            }
            parts
        }
        4 => text.split(" - ").map(str::to_owned).collect(),
        _ => {
            list.1.push(Ustr::from(text));
            return;
        }
    };
    for part in parts {
        association_list(&part, level + 1, vocabulary, list);
    }
}
