//! Which row of a sheet is its header, and which role it plays.

use jiff::civil::Date;
use ustr::Ustr;

use super::Fields;
use super::stacked::{HeaderRow, stacked};
use crate::facts::{Field, Month, Role};
use crate::intake::{RowView, Sheet, Value};
use crate::recognise::credential;
use crate::recognise::date::{DateText, day_of_serial, parse_date};
use crate::recognise::fold::{fold, tidy, words};
use crate::recognise::vocabulary::{Alias, Meaning, Vocabulary, WideKind, with_asides};

/// A header is looked for among so many rows that have cells.
const ROWS: usize = 100;
/// Cells of a row that are compared with known headers where nothing fits: a row can have thousands.
const NEAR: usize = 60;
/// So many cells of a row are looked at: no header is longer.
pub(super) const CELLS: usize = 2_000;

/// What a header cell may mean.
#[derive(Debug, Clone)]
pub(crate) struct HeaderCell {
    pub col: u32,
    /// As written, on one line.
    pub text: String,
    pub folded: String,
    pub alias: Option<Alias>,
    /// Whether the whole text is a name, without anything around it.
    pub exact: bool,
    pub workload: Option<Ustr>,
    /// The month beside the workload's name, or all that the cell says.
    pub month: Option<HeaderMonth>,
    pub credentials: Option<(Vec<Ustr>, WideKind)>,
    /// Associations, in a sheet with a column for each.
    pub association: Option<u32>,
}

/// A month that a header tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum HeaderMonth {
    Month(Month),
    /// The number of a month of some year.
    Yearless(i8),
}

impl HeaderMonth {
    /// As a header would have it, if the year is known.
    pub fn shown(self) -> Option<String> {
        match self {
            Self::Month(month) => Some(month.to_string()),
            Self::Yearless(_) => None,
        }
    }
}

impl HeaderCell {
    pub fn is_known(&self) -> bool {
        self.alias.is_some() || self.workload.is_some() || self.credentials.is_some() || self.association.is_some()
    }

    /// Whether it is a month and nothing else: a column of counts of that month, or what tells a workload's months apart.
    pub fn is_month(&self) -> bool {
        !self.is_known() && self.month.is_some()
    }

    /// Whether two header cells mean the same on a sheet of this role.
    pub fn means_what(&self, other: &Self, role: Role) -> bool {
        let field = |cell: &Self| cell.alias.and_then(|alias| Some((alias.meaning.on(role)?, alias.opposite)));
        let both = |same: bool, some: bool| same && some;
        both(field(self) == field(other), field(self).is_some())
            || both((self.workload, self.month) == (other.workload, other.month), self.workload.is_some())
            || both(self.credentials == other.credentials, self.credentials.is_some())
            || both(self.association == other.association, self.association.is_some())
    }
}

/// What a header text may mean.
pub(crate) fn classify(col: u32, text: &str, vocabulary: &Vocabulary) -> HeaderCell {
    let text = tidy(text);
    let folded = fold(&text);
    let mut cell = HeaderCell {
        col,
        alias: None,
        workload: None,
        exact: false,
        month: None,
        credentials: None,
        association: None,
        text,
        folded,
    };
    // Longer texts are sentences.
    if cell.text.chars().count() > 120 || cell.folded.is_empty() {
        return cell;
    }
    cell.alias = vocabulary.headers.get(&cell.folded).copied();
    cell.exact = cell.alias.is_some();
    // A percentage is no count, whatever it is of.
    let percentage = cell.text.contains(['%', '％']);
    if percentage && cell.alias.is_some_and(|alias| !alias.user) {
        cell.alias = cell.alias.map(|alias| Alias { meaning: Meaning::Field(Field::Known), ..alias });
    }
    if cell.alias.is_some() {
        return cell;
    }
    // "Workload (Office 365)" names the workloads of the rows.
    let bracketed = cell.text.contains(['(', '[', '{', '（']);
    let of_bare = bracketed.then(|| vocabulary.headers.get(&fold(&with_asides(&cell.text).0))).flatten();
    if let Some(alias) = of_bare.filter(|alias| alias.meaning == Meaning::Field(Field::Workload)) {
        cell.alias = Some(*alias);
        return cell;
    }
    if let Some((id, month)) = wide_workload(&cell.text, vocabulary) {
        if percentage {
            cell.alias = Some(Alias::of(Meaning::Field(Field::Known)));
        } else {
            cell.workload = Some(id);
            cell.month = month;
        }
        return cell;
    }
    cell.credentials = credential::in_header(&cell.text, vocabulary);
    if cell.credentials.is_none() {
        cell.alias = alias_of_part(&cell.text, vocabulary);
    }
    if cell.credentials.is_none() && cell.alias.is_none() {
        cell.association = vocabulary.association(&cell.text).filter(|&bits| bits != 0);
        // "Referente e-mail" is "E-mail referente".
        if cell.association.is_none() && !cell.text.contains('%') {
            cell.alias = vocabulary.reordered_header(&cell.text);
        }
    }
    if !cell.is_known() && !percentage {
        cell.month = month_alone(&cell.text, vocabulary);
    }
    cell
}

/// The alias of a header with something around it: units in brackets, a second language after a slash, a number sign.
fn alias_of_part(text: &str, vocabulary: &Vocabulary) -> Option<Alias> {
    let lookup = |part: &str| vocabulary.headers.get(&fold(part)).copied();
    let (bare, asides) = with_asides(text);
    if let Some(alias) = lookup(&bare) {
        return asides.iter().try_fold(alias, |alias, aside| beside(alias, &bare, aside, vocabulary));
    }
    // "Exam 1" and "Exam 2" are two columns of one kind.
    let unnumbered = bare.trim_end().trim_end_matches(|c: char| c.is_ascii_digit() || c == '#').trim_end();
    if bare.trim_end().len().saturating_sub(unnumbered.len()) <= 4
        && unnumbered.len() < bare.trim_end().len()
        && let Some(alias) = lookup(unnumbered)
    {
        return Some(alias);
    }
    // "Sum of Active users", as pivot tables call it.
    let folded = fold(&bare);
    let of_sum = || vocabulary.sums.iter().find_map(|sum| vocabulary.headers.get(folded.strip_prefix(sum.as_str())?));
    if let Some(alias) = of_sum().filter(|alias| alias.meaning == Meaning::Field(Field::ActiveUsers)) {
        return Some(*alias);
    }
    let mut found: Option<Alias> = None;
    for part in bare.split(['/', '|', ';', '\\', '–', '—']).chain(bare.split(" - ")) {
        if fold(part).len() < 2 || part.len() == bare.len() {
            continue;
        }
        let alias = lookup(part)?;
        if found.is_some_and(|other| other.meaning != alias.meaning) {
            return None;
        }
        found = found.or(Some(alias));
    }
    found
}

/// What a header means with a word in brackets: "Market (customer)" is another column than "Market", and "Active users
/// (trial)" or "(previous month)" is none that counts.
fn beside(alias: Alias, bare: &str, aside: &str, vocabulary: &Vocabulary) -> Option<Alias> {
    let whole = |text: String| vocabulary.headers.get(&fold(&text)).copied();
    if let Some(known) = whole(format!("{aside} {bare}")).or_else(|| whole(format!("{bare} {aside}"))) {
        return Some(known);
    }
    match alias.meaning {
        Meaning::Field(Field::Country | Field::Market) if !alias.user => {
            let whose = vocabulary.headers.get(&fold(aside)).and_then(|alias| alias.meaning.on(Role::Usage));
            let of_customer = matches!(whose, Some(Field::CustomerName | Field::CustomerId))
                || words(aside).iter().any(|word| vocabulary.is_customer(word));
            let meaning = if of_customer { Meaning::Field(Field::CustomerCountry) } else { alias.meaning };
            Some(Alias { meaning, ..alias })
        }
        Meaning::Field(Field::ActiveUsers) => vocabulary.is_same_count(aside).then_some(alias),
        _ => Some(alias),
    }
}

/// The workload that a wide header names and the month beside it ("Exchange Online (Sep 2026)").
fn wide_workload(text: &str, vocabulary: &Vocabulary) -> Option<(Ustr, Option<HeaderMonth>)> {
    if let Some(id) = vocabulary.workload_of_fold(&fold(text)) {
        return Some((id, None));
    }
    let dated = undated(text, vocabulary)
        .and_then(|(bare, month)| undated_workload(&bare, vocabulary).map(|id| (id, Some(month))));
    dated.or_else(|| undated_workload(text, vocabulary).or_else(|| vocabulary.workload(text)).map(|id| (id, None)))
}

/// A header without the month in it, and that month.
pub(super) fn undated(text: &str, vocabulary: &Vocabulary) -> Option<(String, HeaderMonth)> {
    let open: String = text
        .chars()
        .map(|c| {
            if matches!(c, '(' | ')' | '[' | ']' | '{' | '}' | '（' | '）' | ',' | ';' | ':' | '_') { ' ' } else { c }
        })
        .collect();
    let tokens: Vec<&str> = open.split_whitespace().take(20).collect();
    let without = |start: usize, len: usize| {
        let rest = tokens.iter().enumerate().filter(|&(n, _)| n < start || n >= start + len);
        rest.map(|(_, token)| *token).collect::<Vec<_>>().join(" ")
    };
    // The longest first: "of Sept 2026" before "Sept 2026".
    for len in (1..=tokens.len().min(4)).rev() {
        for (start, some) in tokens.windows(len).enumerate() {
            let month = match parse_date(&some.join(" "), vocabulary) {
                DateText::Month(month) => month,
                DateText::Day(day) => Month::of(day),
                _ => continue,
            };
            return Some((without(start, len), HeaderMonth::Month(month)));
        }
    }
    tokens.iter().enumerate().find_map(|(n, token)| {
        vocabulary.month(&fold(token)).map(|month| (without(n, 1), HeaderMonth::Yearless(month)))
    })
}

/// A workload whose name stands in a header that says something else.
pub(crate) fn workload_within(text: &str, vocabulary: &Vocabulary) -> Option<Ustr> {
    let parts = words(text);
    (1..=parts.len().min(6)).rev().find_map(|len| {
        parts.windows(len).take(20).find_map(|some| {
            let name = some.concat();
            (name.chars().count() >= 3).then(|| vocabulary.workload_of_fold(&name)).flatten()
        })
    })
}

/// Whether words say nothing but that active users are counted, or nothing at all.
fn says_count(words: &[String], vocabulary: &Vocabulary) -> bool {
    let is_count = |word: &str| {
        vocabulary.wide_usage_words.contains(word)
            || vocabulary.headers.get(word).is_some_and(|a| a.meaning == Meaning::Field(Field::ActiveUsers))
    };
    let joined = words.concat();
    joined.is_empty() || is_count(&joined) || words.iter().all(|word| is_count(word))
}

/// The month that a header tells, where it names nothing else ("August 2026", "Active users Sep-26").
fn month_alone(text: &str, vocabulary: &Vocabulary) -> Option<HeaderMonth> {
    match parse_date(text, vocabulary) {
        DateText::Day(day) => month_of_day(day),
        DateText::Either { .. } => None,
        _ => {
            let (rest, month) = undated(text, vocabulary)?;
            says_count(&words(&rest), vocabulary).then_some(month)
        }
    }
}

/// The month that its first or last day stands for. Any other day says when something was printed.
fn month_of_day(day: Date) -> Option<HeaderMonth> {
    let month = Month::of(day);
    (day == month.first_day() || day == month.last_day()).then_some(HeaderMonth::Month(month))
}

/// The workload that a header names: by itself, or beside words of the active-users column.
fn undated_workload(text: &str, vocabulary: &Vocabulary) -> Option<Ustr> {
    if let Some(id) = vocabulary.workload_of_fold(&fold(text)) {
        return Some(id);
    }
    let parts = words(text);
    let is_qualifier = |rest: &[String]| says_count(rest, vocabulary);
    // The longest name first: "Exchange Online" before "Exchange".
    for len in (1..parts.len().min(7)).rev() {
        let (head, rest) = parts.split_at(len);
        if let Some(id) = vocabulary.workload_of_fold(&head.concat()).filter(|_| is_qualifier(rest)) {
            return Some(id);
        }
        let (rest, tail) = parts.split_at(parts.len() - len);
        if let Some(id) = vocabulary.workload_of_fold(&tail.concat()).filter(|_| is_qualifier(rest)) {
            return Some(id);
        }
    }
    // Words that join the two ("utenti attivi su Exchange") are short.
    let (name, rest): (Vec<String>, Vec<String>) =
        parts.iter().filter(|w| w.chars().count() > 2).cloned().partition(|w| !is_qualifier(std::slice::from_ref(w)));
    (!rest.is_empty()).then(|| vocabulary.workload_of_fold(&name.concat())).flatten()
}

/// A row that could be the header.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub row: u32,
    pub cells: Vec<HeaderCell>,
    pub role: Role,
    /// Fields that the role needs and the row lacks.
    pub missing: Vec<Field>,
    pub score: u32,
    /// Share of cells that mean something, in percent.
    pub share: usize,
    /// Whether the row above it is a part of it.
    pub two_rows: bool,
}

/// The text cells of a row, left to right, with the months that are typed dates, if nothing else in it could be data.
pub(crate) fn row_cells(row: &RowView<'_>, vocabulary: &Vocabulary) -> Vec<HeaderCell> {
    let mut cells = texts(row, vocabulary);
    let dates: Vec<HeaderCell> = row
        .cells()
        .take(CELLS)
        .filter_map(|(col, value)| match value {
            Value::Date(serial) => match month_of_day(day_of_serial(serial)?)? {
                HeaderMonth::Month(month) => Some(classify(col, &month.to_string(), vocabulary)),
                HeaderMonth::Yearless(_) => None,
            },
            _ => None,
        })
        .collect();
    if !dates.is_empty() && cells.iter().all(|cell| cell.is_known() || cell.is_month()) {
        let filled = row.cells().filter(|(_, v)| !v.is_blank()).count();
        if cells.len() + dates.len() == filled {
            cells.extend(dates);
            cells.sort_by_key(|cell| cell.col);
        }
    }
    cells
}

fn texts(row: &RowView<'_>, vocabulary: &Vocabulary) -> Vec<HeaderCell> {
    row.cells()
        .take(CELLS)
        .filter_map(|(col, value)| match value {
            Value::Text(text) if !value.is_blank() => Some(classify(col, &text, vocabulary)),
            // An exam's number may have become a number.
            Value::Number(n) if (70_000.0..71_000.0).contains(&n) && n.fract() == 0.0 => {
                Some(classify(col, &format!("{n}"), vocabulary))
            }
            _ => None,
        })
        .collect()
}

/// The header of a sheet.
///
/// Every row near the top that has the columns of a role is a candidate; so is a row together with the one right
/// above it, whose cells then fill the blanks (two-row headers). The first one whose cells are mostly header words
/// is taken, else the one with the most fields; rows with too few columns only where there is nothing better.
pub(crate) fn find(sheet: &Sheet, vocabulary: &Vocabulary) -> Option<Candidate> {
    // Almost right spellings are looked for only where nothing is right: it takes long.
    find_among(sheet, vocabulary, false)
        .or_else(|| find_among(sheet, vocabulary, true))
        .or_else(|| register(sheet, vocabulary))
}

/// A list of nothing but partners: its header is their ID and their name. As little is said by the title of many a
/// sheet, so it is asked last, and there must be rows of both below it.
fn register(sheet: &Sheet, vocabulary: &Vocabulary) -> Option<Candidate> {
    let mut rows = sheet.rows().filter(|row| row.cells().any(|(_, v)| !v.is_blank())).take(ROWS);
    rows.find_map(|row| {
        let cells = row_cells(&row, vocabulary);
        let column = |field| {
            let names =
                |cell: &&HeaderCell| cell.alias.is_some_and(|a| !a.weak && a.meaning.on(Role::Partners) == Some(field));
            cells.iter().find(names).map(|cell| cell.col)
        };
        let (id, name) = (column(Field::PartnerId)?, column(Field::PartnerName)?);
        let filled = row.cells().filter(|(_, v)| !v.is_blank()).count();
        let next = sheet.rows().find(|next| next.index() > row.index())?;
        let goes_on = !next.get(id).is_blank() && !next.get(name).is_blank();
        let of_partners = |cell: &HeaderCell| {
            let field = cell.alias.and_then(|alias| alias.meaning.on(Role::Partners));
            matches!(field, Some(Field::PartnerId | Field::PartnerName | Field::Known))
        };
        (cells.len() == filled && goes_on && cells.iter().all(of_partners)).then(|| Candidate {
            row: row.index(),
            role: Role::Partners,
            missing: Vec::new(),
            score: 0,
            share: 100,
            two_rows: false,
            cells,
        })
    })
}

/// The header of a sheet; `near` says whether names that are almost right are looked for, too.
pub(super) fn find_among(sheet: &Sheet, vocabulary: &Vocabulary, near: bool) -> Option<Candidate> {
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut above: Option<(HeaderRow, u32)> = None;
    for row in sheet.rows().filter(|row| row.cells().any(|(_, v)| !v.is_blank())).take(ROWS) {
        let filled = row.cells().filter(|(_, v)| !v.is_blank()).count().max(1);
        let cells = row_cells(&row, vocabulary);
        let plain = judge(row.index(), cells.clone(), filled, vocabulary, near);
        let plain_score = plain.as_ref().map_or(0, |c| c.score);
        let lower = HeaderRow { index: row.index(), cells };
        if let Some((upper, upper_score)) = &above {
            let together = together(sheet, (upper, *upper_score), (&lower, filled), plain.as_ref(), vocabulary, near);
            candidates.extend(together);
        }
        above = Some((lower, plain_score));
        candidates.extend(plain);
        if settled(&candidates, row.index()) {
            break;
        }
    }
    let complete = |c: &&Candidate| c.missing.is_empty();
    let best = candidates.iter().filter(complete).map(|c| c.score).max();
    match best {
        Some(best) => {
            let chosen = candidates
                .iter()
                .filter(complete)
                .find(|c| c.score == best || c.share >= 60 && better_below(&candidates, c).is_none())?;
            Some(chosen.clone())
        }
        None => {
            let best = candidates.iter().map(|c| c.score).max()?;
            candidates.iter().find(|c| c.score == best).cloned()
        }
    }
}

/// Two rows as a header, if they say more than each by itself. The score of the upper one is its own.
fn together(
    sheet: &Sheet,
    (upper, upper_score): (&HeaderRow, u32),
    (lower, filled): (&HeaderRow, usize),
    plain: Option<&Candidate>,
    vocabulary: &Vocabulary,
    near: bool,
) -> Option<Candidate> {
    // A row of nothing but header words that is no header by itself belongs to the one above, whatever it adds.
    let all_words = lower.cells.len() == filled && lower.cells.iter().all(|c| c.is_known() || c.is_month());
    let more = u32::from(plain.is_none() && all_words && filled > 1);
    let cells = stacked(sheet, upper, lower, filled, vocabulary)?;
    let count = cells.len().max(1);
    let both = judge(lower.index, cells, count, vocabulary, near)?;
    let both = Candidate { score: both.score + more, two_rows: true, ..both };
    (both.score > plain.map_or(0, |c| c.score).max(upper_score)).then_some(both)
}

/// A header of two rows further down: this row and the one `above` it, or this one and the next. With the first of its rows.
pub(crate) fn of_two_rows(
    sheet: &Sheet,
    row: &RowView<'_>,
    above: Option<u32>,
    vocabulary: &Vocabulary,
) -> Option<(Candidate, u32)> {
    let cells = row_cells(row, vocabulary);
    if cells.iter().filter(|cell| cell.is_known()).take(2).count() < 2 {
        return None;
    }
    let pair = |upper: &RowView<'_>, lower: &RowView<'_>| {
        let [(upper, over), (lower, filled)] = [upper, lower].map(|row| {
            let filled = row.cells().filter(|(_, v)| !v.is_blank()).count().max(1);
            (HeaderRow { index: row.index(), cells: row_cells(row, vocabulary) }, filled)
        });
        let alone = |row: &HeaderRow, filled| judge(row.index, row.cells.clone(), filled, vocabulary, false);
        let (upper_score, plain) = (alone(&upper, over).map_or(0, |c| c.score), alone(&lower, filled));
        let both = together(sheet, (&upper, upper_score), (&lower, filled), plain.as_ref(), vocabulary, false)?;
        both.missing.is_empty().then_some((both, upper.index))
    };
    // Anything but header words above is data of the table before.
    let is_group = |row: &RowView<'_>| {
        let cells = row_cells(row, vocabulary);
        let filled = row.cells().filter(|(_, v)| !v.is_blank()).count();
        cells.len() == filled && cells.iter().all(|cell| cell.is_known() || cell.is_month())
    };
    let with_above = above.and_then(|above| pair(&sheet.row(above).filter(is_group)?, row));
    with_above.or_else(|| pair(row, &sheet.row(row.index() + 1)?))
}

/// Whether what follows can change nothing: rows above `row` hold a header that is taken whatever comes, as no complete
/// one before it holds as much. Most sheets are settled a row after their header, and looking at cells takes long.
fn settled(candidates: &[Candidate], row: u32) -> bool {
    let mut before: Option<u32> = None;
    for candidate in candidates.iter().filter(|c| c.missing.is_empty()) {
        let first = before.is_none_or(|score| score < candidate.score);
        if first && candidate.row < row && candidate.share >= 60 && better_below(candidates, candidate).is_none() {
            return true;
        }
        before = before.max(Some(candidate.score));
    }
    false
}

/// A candidate on the next row or in the same place that holds more: the second row of a two-row header.
fn better_below<'a>(candidates: &'a [Candidate], of: &Candidate) -> Option<&'a Candidate> {
    candidates.iter().find(|c| c.missing.is_empty() && c.score > of.score && (c.row == of.row || c.row == of.row + 1))
}

const PARTNER: [Field; 2] = [Field::PartnerId, Field::PartnerName];
const CUSTOMER: [Field; 2] = [Field::CustomerId, Field::CustomerName];
const PERSON: [Field; 5] = [Field::PersonId, Field::PersonName, Field::FirstName, Field::LastName, Field::Email];
const USAGE: [Field; 9] = [
    Field::CustomerId,
    Field::CustomerName,
    Field::Workload,
    Field::Sku,
    Field::Product,
    Field::Trial,
    Field::Association,
    Field::ActiveUsers,
    Field::Month,
];
const ROSTER: [Field; 10] = [
    Field::PersonId,
    Field::PersonName,
    Field::FirstName,
    Field::LastName,
    Field::Email,
    Field::Credential,
    Field::CredentialType,
    Field::Status,
    Field::Achieved,
    Field::Expires,
];
const MASTER: [Field; 9] = [
    Field::Country,
    Field::PartnerCountry,
    Field::Market,
    Field::PartnerMarket,
    Field::Language,
    Field::ContactEmail,
    Field::Email,
    Field::Tier,
    Field::Anniversary,
];

/// The master data that nothing but a partner has here.
const OWN: [Field; 8] = [
    Field::Country,
    Field::PartnerCountry,
    Field::Market,
    Field::PartnerMarket,
    Field::Language,
    Field::ContactEmail,
    Field::Tier,
    Field::Anniversary,
];

/// The fields of some header cells for each role, and how many of them are of the strong sort.
struct Sets {
    usage: Fields,
    roster: Fields,
    partners: Fields,
    strong: Fields,
}

fn sets(aliases: impl Iterator<Item = Alias>) -> Sets {
    let mut sets = Sets {
        usage: Fields::default(),
        roster: Fields::default(),
        partners: Fields::default(),
        strong: Fields::default(),
    };
    for alias in aliases {
        for (set, role) in
            [(&mut sets.usage, Role::Usage), (&mut sets.roster, Role::Roster), (&mut sets.partners, Role::Partners)]
        {
            if let Some(field) = alias.meaning.on(role) {
                set.add(field);
                if !alias.weak {
                    sets.strong.add(field);
                }
            }
        }
    }
    sets
}

/// Whether a row could be a header: its role and what it lacks for it.
pub(crate) fn judge(
    row: u32,
    cells: Vec<HeaderCell>,
    filled: usize,
    vocabulary: &Vocabulary,
    near: bool,
) -> Option<Candidate> {
    let known = cells.iter().filter(|c| c.is_known()).count();
    let unknown = || cells.iter().filter(|c| near && !c.is_known()).take(NEAR);
    let almost = |cell: &&HeaderCell| vocabulary.closest_header(&cell.folded).is_some();
    if known < 2 && (known == 0 || unknown().filter(almost).take(2).count() < 2) {
        return None;
    }
    let exact = sets(cells.iter().filter_map(|c| c.alias));
    let mut workloads: Vec<Ustr> = cells.iter().filter_map(|c| c.workload).collect();
    workloads.sort_unstable();
    workloads.dedup();
    let credentials = cells.iter().filter(|c| c.credentials.is_some()).count() as u32;
    let wide = (workloads.len() as u32, credentials);
    let of_workloads = cells.iter().filter(|c| c.workload.is_some() && c.month.is_some()).count() as u32;
    let months = cells.iter().filter(|c| c.is_month()).count();
    // An address and a state beside a misspelt "Certification" are a person's.
    let of_person = |role: &Role| {
        let misspelt = |c: &HeaderCell| {
            let near = vocabulary.closest_header(&c.folded).and_then(|alias| alias.meaning.on(Role::Roster));
            near == Some(Field::Credential)
        };
        *role == Role::Partners
            && exact.roster.any(&[Field::Status, Field::Achieved, Field::Expires])
            && !exact.partners.any(&OWN)
            && cells.iter().filter(|c| !c.is_known()).take(NEAR).any(misspelt)
    };
    let by_month = workloads.is_empty() && is_by_month(exact.usage, months);
    let whole = complete(&exact, wide, by_month).filter(|role| !of_person(role));
    let months = if by_month && whole == Some(Role::Usage) { months } else { 0 };
    let (role, missing) = whole.map(|role| (role, Vec::new())).or_else(|| {
        if !near {
            return None;
        }
        // Spellings that are almost right tell the role, but not the column.
        let near = unknown().filter_map(|c| vocabulary.closest_header(&c.folded)).filter(|alias| !alias.weak);
        let with_near = sets(cells.iter().filter_map(|c| c.alias).chain(near.copied()));
        incomplete(&exact, &with_near, wide)
    })?;
    let set = match role {
        Role::Usage => exact.usage,
        Role::Roster => exact.roster,
        _ => exact.partners,
    };
    let fields = set.len() - u32::from(set.has(Field::Known));
    Some(Candidate {
        row,
        role,
        missing,
        score: fields * 2 + known as u32 + 2 * (wide.0 + wide.1) + of_workloads + 3 * months as u32,
        share: (known + months) * 100 / filled.max(cells.len()).max(1),
        two_rows: false,
        cells,
    })
}

/// A row that says most of what the header above it says and is another header: of the role that its columns make, or
/// of the same role, without the columns that it lacks. `None` where nothing is left of what such rows are about.
pub(crate) fn like_above(row: u32, cells: Vec<HeaderCell>, role: Role, vocabulary: &Vocabulary) -> Option<Candidate> {
    let filled = cells.len();
    if let Some(whole) = judge(row, cells.clone(), filled, vocabulary, false) {
        return Some(whole);
    }
    let sets = sets(cells.iter().filter_map(|c| c.alias));
    let has_workload = cells.iter().any(|c| c.workload.is_some());
    let has_credential = cells.iter().any(|c| c.credentials.is_some());
    let has_month = cells.iter().any(HeaderCell::is_month);
    let mut missing = Vec::new();
    let about = match role {
        Role::Usage => {
            let s = sets.usage;
            if !s.any(&PARTNER) && !s.any(&CUSTOMER) {
                missing.push(Field::PartnerId);
            }
            if !s.has(Field::ActiveUsers) && !has_workload && !has_month {
                missing.push(Field::ActiveUsers);
            }
            s.any(&CUSTOMER) || s.any(&[Field::Workload, Field::ActiveUsers]) || has_workload
        }
        Role::Roster => {
            let s = sets.roster;
            if !s.any(&PERSON) {
                missing.push(Field::PersonName);
            }
            if !s.has(Field::Credential) && !has_credential {
                missing.push(Field::Credential);
            }
            s.any(&PERSON) || s.has(Field::Credential) || has_credential
        }
        Role::Partners | Role::None => false,
    };
    about.then_some(Candidate { row, role, missing, score: 0, share: 0, two_rows: false, cells })
}

/// Whether so many columns of months count the active users of rows that name a workload. Beside several of them, and
/// without a month of its own, a column of active users is their sum.
pub(super) fn is_by_month(usage: Fields, months: usize) -> bool {
    let counted = usage.has(Field::ActiveUsers) && (months < 2 || usage.has(Field::Month));
    months > 0 && !counted && usage.any(&[Field::Workload, Field::Product])
}

/// The role whose columns are all there.
fn complete(sets: &Sets, (workloads, credentials): (u32, u32), by_month: bool) -> Option<Role> {
    let usage = {
        let s = sets.usage;
        let count = s.has(Field::ActiveUsers);
        // "Users" alone counts anything; it needs company that only usage has.
        let company = sets.strong.has(Field::ActiveUsers)
            || s.any(&[Field::Workload, Field::CustomerId, Field::CustomerName, Field::Association, Field::Trial]);
        (s.any(&PARTNER) || s.any(&CUSTOMER))
            && (count && company || by_month || workloads >= 2 || workloads >= 1 && s.any(&CUSTOMER))
    };
    let roster = sets.roster.any(&PERSON) && (sets.roster.has(Field::Credential) || credentials >= 1);
    let partners = sets.partners.any(&PARTNER)
        && sets.partners.any(&MASTER)
        && !sets.partners.any(&[Field::ActiveUsers, Field::Workload, Field::Credential])
        // An address beside a person is the person's.
        && (sets.partners.any(&OWN) || !sets.strong.any(&[Field::PersonId, Field::PersonName, Field::LastName]))
        && !sets.partners.any(&CUSTOMER)
        && workloads == 0
        && credentials == 0;
    match (usage, roster) {
        (true, true) => {
            let for_usage = sets.usage.count_of(&USAGE) + workloads;
            let for_roster = sets.roster.count_of(&ROSTER) + credentials;
            Some(if for_roster > for_usage { Role::Roster } else { Role::Usage })
        }
        (true, false) => Some(Role::Usage),
        (false, true) => Some(Role::Roster),
        (false, false) => partners.then_some(Role::Partners),
    }
}

/// The role that is plain although a column is missing, and the fields that are.
fn incomplete(exact: &Sets, near: &Sets, (workloads, credentials): (u32, u32)) -> Option<(Role, Vec<Field>)> {
    let usage = near.usage.count_of(&USAGE) + workloads;
    let roster = near.roster.count_of(&ROSTER) + credentials;
    let (s, exact_usage, exact_roster) = (near.usage, exact.usage, exact.roster);
    let has_count = s.has(Field::ActiveUsers) || workloads > 0;
    // Without a count it is usage only where workloads are named, or where something like a count is.
    let plain_usage = usage >= 3 && usage > roster && (has_count || s.has(Field::Workload))
        || usage >= 2 && roster <= usage && has_count && (s.any(&PARTNER) || s.any(&CUSTOMER) || workloads >= 2)
        || usage >= 2 && has_count && s.has(Field::Workload);
    if plain_usage {
        let mut missing = Vec::new();
        if !exact_usage.any(&PARTNER) && !exact_usage.any(&CUSTOMER) {
            missing.push(if near.usage.any(&CUSTOMER) { Field::CustomerName } else { Field::PartnerId });
        }
        if !exact_usage.has(Field::ActiveUsers) && workloads == 0 {
            missing.push(Field::ActiveUsers);
        }
        return (!missing.is_empty()).then_some((Role::Usage, missing));
    }
    let s = near.roster;
    let dated = s.has(Field::Achieved) && near.strong.has(Field::Achieved);
    let credential = s.has(Field::Credential) || credentials > 0;
    if s.any(&PERSON) && (credential || dated) || credential && (dated || s.has(Field::Status)) {
        let mut missing = Vec::new();
        if !exact_roster.any(&PERSON) {
            missing.push(Field::PersonName);
        }
        if !exact_roster.has(Field::Credential) && credentials == 0 {
            missing.push(Field::Credential);
        }
        return (!missing.is_empty()).then_some((Role::Roster, missing));
    }
    let s = near.partners;
    if near.partners.any(&PARTNER) && s.any(&MASTER) && !exact.partners.any(&PARTNER) {
        return Some((Role::Partners, vec![Field::PartnerId]));
    }
    None
}
