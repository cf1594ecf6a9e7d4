//! Rows become roles, headers and typed facts with their place. Knows words in six languages, nothing of rules.
//!
//! A sheet is read in three steps: its tables are found ([`layout`]: header row, role, what each column is used
//! as), the columns that need it are looked over once (what a separator means, which order dates have), then the
//! rows are read one by one into facts and findings ([`rows`]).

mod common;
mod credential;
mod date;
mod fold;
mod layout;
mod log;
mod markets;
mod number;
mod rows;
mod similar;
mod vocabulary;

pub(crate) use common::common_texts;
pub use credential::parse_credentials;
pub use date::{DateOrder, DateText, OrderEvidence, day_of_number, day_of_serial, month_of_number, parse_date};
pub use fold::fold;
pub(crate) use fold::words;
pub use markets::Markets;
pub use number::{CountText, SeparatorEvidence, Separators, count_of, parse_count};
pub(crate) use rows::show;
pub use vocabulary::{FieldNames, Term, Vocabulary, VocabularyError, WordFile};

use crate::facts::{CellRef, Role, SheetFacts, SheetRef};
use crate::finding::{Code, Finding};
use crate::intake::{Book, Sheet, Value};
use layout::{Candidate, Layout, Preamble, Problem};
use log::Log;
use rows::{Facts, HeaderWords, Likeness, Shown, Table};

/// What was recognised of one input.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recognised {
    /// One entry for each sheet of the input, in the same order.
    pub sheets: Vec<SheetFacts>,
    /// What is to be said about it.
    pub findings: Vec<Finding>,
}

/// Recognises the sheets of one input; `file` is its position in the run.
pub fn recognise(book: &Book, file: u32, words: &Vocabulary) -> Recognised {
    recognise_for(book, file, words, Wanted::Facts)
}

/// What is wanted of inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// All that they say.
    Facts,
    /// Roles, columns and findings. Usage, of which there may be a million rows, is read and not kept.
    Findings,
}

/// As [`recognise`], for what is wanted of it.
pub fn recognise_for(book: &Book, file: u32, words: &Vocabulary, wanted: Wanted) -> Recognised {
    let mut recognised = Recognised::default();
    let mut closest: Option<Closest> = None;
    let mut titles = Titles::default();
    for (n, sheet) in book.sheets.iter().enumerate() {
        let at = SheetRef { file, sheet: n as u32 };
        if !sheet.beside {
            titles = Titles::None;
        }
        let (facts, findings, best_row) = one_sheet(sheet, at, words, wanted, &mut titles);
        if let Some(row) = best_row
            && closest.as_ref().is_none_or(|known| row.rank > known.rank)
        {
            closest = Some(row);
        }
        recognised.sheets.push(facts);
        recognised.findings.extend(findings);
    }
    let any_cells = book.sheets.iter().any(|sheet| sheet.rows().any(|r| r.cells().any(|(_, v)| !v.is_blank())));
    if any_cells && recognised.sheets.iter().all(|sheet| sheet.role == Role::None) {
        recognised.findings.push(
            Finding::new(Code::NothingRecognised)
                .in_file(file)
                .arg("name", book.label.as_str())
                .arg("detail", closest.map(|row| row.text).unwrap_or_default()),
        );
    }
    recognised
}

/// A table as found: its layout, what is said above it, where it ends.
struct Found {
    layout: Layout,
    preamble: Preamble,
    end: u32,
}

/// For each table the header and the end of all that repeat its header, one below the other.
fn alike(tables: &[Found]) -> Vec<(u32, u32)> {
    let chains = tables.chunk_by(|_, next| next.layout.repeated);
    let whole = |chain: &[Found]| {
        let (start, end) = (chain.first().map(|first| first.layout.header_row), chain.last().map(|last| last.end));
        vec![(start.unwrap_or_default(), end.unwrap_or(u32::MAX)); chain.len()]
    };
    chains.flat_map(whole).collect()
}

fn one_sheet(
    sheet: &Sheet,
    at: SheetRef,
    words: &Vocabulary,
    wanted: Wanted,
    titles: &mut Titles,
) -> (SheetFacts, Vec<Finding>, Option<Closest>) {
    let mut facts = SheetFacts::of(at);
    if !sheet.rows().any(|row| row.cells().any(|(_, v)| !v.is_blank())) {
        return (facts, Vec::new(), None);
    }
    let mut log = Log::new(at);
    if layout::is_guide(sheet, words) {
        log.sheet(Finding::new(Code::IgnoredSheet).arg("sheet", sheet.name.as_str()));
        return (facts, log.finish(), None);
    }
    let Some(first) = layout::find(sheet, words) else {
        log.sheet(Finding::new(Code::IgnoredSheet).arg("sheet", sheet.name.as_str()));
        return (facts, log.finish(), best_row(sheet, words));
    };
    if !sheet.visible {
        log.sheet(Finding::new(Code::HiddenSheet).arg("sheet", sheet.name.as_str()));
    }
    let mut found = tables(sheet, first, words, &mut log);
    share_titles(&mut found, titles);
    let mut most: Option<u64> = None;
    if let Some(first) = found.first() {
        rows_above(sheet, at, &first.layout, words, &mut log);
    }
    let chains = alike(&found);
    let mut of_chain = 0;
    let mut shown = Shown::default();
    let mut told = found.iter().map(|found| found.layout.clone()).next();
    for (found, alike) in found.iter().zip(chains) {
        let mut read = Facts { without_usage: wanted == Wanted::Findings, ..Facts::default() };
        let Found { layout, preamble, end } = found;
        let table = Table { sheet, at, layout, preamble, end: *end, alike, vocabulary: words };
        rows::read(&table, &mut read, &mut shown, &mut log);
        facts.rows += read.rows;
        if !layout.repeated {
            of_chain = 0;
            told = Some(layout.clone());
        }
        of_chain += read.rows;
        // The sheet's role is that of its largest table; one whose header is repeated is still one.
        if most.is_none_or(|rows| of_chain > rows)
            && let Some(layout) = &told
        {
            most = Some(of_chain);
            facts.role = layout.role;
            facts.header_row = Some(layout.header_row);
            facts.columns.clone_from(&layout.columns);
        }
        add(&mut facts.usage, read.usage);
        add(&mut facts.roster, read.roster);
        add(&mut facts.partners, read.partners);
    }
    (facts, log.finish(), None)
}

/// Tables that stand side by side on a sheet become sheets of their own, under its name and with its addresses: rows of
/// several have nothing to do with each other.
pub fn part_tables(book: &mut Book, words: &Vocabulary) {
    let mut places: Vec<(u32, Vec<u32>)> = Vec::with_capacity(book.sheets.len());
    let mut sheets = Vec::with_capacity(book.sheets.len());
    for sheet in std::mem::take(&mut book.sheets) {
        let first = sheets.len() as u32;
        let parted = layout::side_by_side(&sheet, words);
        places.push((first, parted.as_ref().map(|(_, starts)| starts.clone()).unwrap_or_default()));
        match parted {
            Some((parts, _)) => sheets.extend(parts),
            None => sheets.push(sheet),
        }
    }
    if sheets.len() > places.len() {
        for finding in &mut book.findings {
            let place = |sheet: SheetRef, col: u32| {
                let (first, starts) = places.get(sheet.sheet as usize)?;
                Some(SheetRef { sheet: first + starts.partition_point(|start| *start <= col) as u32, ..sheet })
            };
            let col = finding.cell.map_or(0, |cell| cell.col);
            finding.sheet = finding.sheet.and_then(|sheet| place(sheet, col));
            for cell in finding.cell.iter_mut().chain(&mut finding.also) {
                cell.sheet = place(cell.sheet, cell.col).unwrap_or(cell.sheet);
            }
        }
    }
    book.sheets = sheets;
}

/// What titles above tables to the left say, as long as all of them say the same.
#[derive(Default)]
enum Titles {
    #[default]
    None,
    Same(Preamble),
    Several,
}

/// Of tables side by side, titles above those to the left speak for one whose own say nothing, if there are no several.
fn share_titles(tables: &mut [Found], titles: &mut Titles) {
    let says = |found: &Found| !found.preamble.fields.is_empty();
    if !tables.iter().any(says) {
        if let Titles::Same(titles) = titles {
            for found in tables {
                found.preamble.fields.clone_from(&titles.fields);
            }
        }
        return;
    }
    for found in tables.iter().filter(|found| says(found)) {
        let values =
            |preamble: &Preamble| preamble.fields.iter().map(|&(field, value, ..)| (field, value)).collect::<Vec<_>>();
        *titles = match std::mem::take(titles) {
            Titles::None => Titles::Same(found.preamble.clone()),
            Titles::Same(known) if values(&known) == values(&found.preamble) => Titles::Same(known),
            _ => Titles::Several,
        };
    }
}

/// Says which rows above the first header look like data: they are not read.
fn rows_above(sheet: &Sheet, at: SheetRef, layout: &Layout, words: &Vocabulary, log: &mut Log) {
    /// A finding names at most this many cells.
    const CELLS_NAMED: usize = 100;
    let rows = layout::data_above(sheet, layout, words);
    if rows.is_empty() {
        return;
    }
    let cells = rows.iter().take(CELLS_NAMED).map(|&(row, col)| CellRef { sheet: at, row, col });
    let finding = Finding::new(Code::RowsAboveHeader).at_all(cells);
    log.sheet(Finding { count: rows.len() as u64, ..finding });
}

/// Adds rows to others; the first ones need no room twice.
fn add<T>(all: &mut Vec<T>, more: Vec<T>) {
    if all.is_empty() {
        *all = more;
    } else {
        all.extend(more);
    }
}

/// A header whose columns are settled for good once the end of its table is known.
struct Header {
    candidate: Candidate,
    problems: Vec<Problem>,
    /// The first of the tables found that have it.
    first: usize,
}

impl Header {
    /// Settles the columns again by the rows above `end`, where the next table begins, and says what became of them.
    fn close(self, found: &mut [Found], end: u32, sheet: &Sheet, words: &Vocabulary, log: &mut Log) {
        let (layout, problems) = layout::map(sheet, &self.candidate, end, words);
        report(&problems, &layout, log);
        for found in found.iter_mut().skip(self.first) {
            let Layout { header_row, repeated, .. } = found.layout;
            found.layout = Layout { header_row, repeated, ..layout.clone() };
        }
    }
}

/// So many columns of tables that labels among the rows make are kept at most.
const LABELLED: usize = 2_000_000;

/// The tables of a sheet: the first header, and every further row that is one. A header that repeats the one
/// before it goes on with the same columns; rows right above it may name another partner.
fn tables(sheet: &Sheet, first: Candidate, words: &Vocabulary, log: &mut Log) -> Vec<Found> {
    let (layout, problems) = layout::map(sheet, &first, u32::MAX, words);
    let preamble = layout::titles(sheet, 0, &layout, words);
    let mut found = vec![Found { layout, preamble, end: u32::MAX }];
    let first_row = first.row;
    let mut header = Header { candidate: first, problems, first: 0 };
    let mut headers = HeaderWords::new();
    let mut above: Vec<u32> = Vec::new();
    let mut labelled: Option<u32> = None;
    for row in sheet.rows_below(first_row) {
        let Some(current) = found.last() else { break };
        if row.index() <= current.layout.header_row {
            continue; // the second row of a header
        }
        let may_be_header = headers.may_be_header(&row, &current.layout, words);
        let goes_on = labelled == row.index().checked_sub(1);
        let few = found.len().saturating_mul(current.layout.columns.len()) < LABELLED;
        if let Some(preamble) = current.preamble.changed_by(sheet, &row, goes_on, words).filter(|_| few) {
            let layout = Layout { header_row: row.index(), repeated: true, ..current.layout.clone() };
            labelled = Some(row.index());
            if let Some(current) = found.last_mut() {
                current.end = row.index();
            }
            found.push(Found { layout, preamble, end: u32::MAX });
            above.push(row.index());
            continue;
        }
        if !may_be_header {
            above.push(row.index());
            continue;
        }
        let likeness = HeaderWords::compare(&row, &current.layout, sheet, words);
        let repeats = likeness == Likeness::Repeats
            || likeness == Likeness::Other && repeats_in_part(sheet, &row, &current.layout, words);
        let two_rows = (!repeats || current.layout.two_rows)
            .then(|| above.last().copied().filter(|above| above + 1 == row.index()))
            .and_then(|above| layout::of_two_rows(sheet, &row, above, words));
        let top = two_rows.as_ref().map_or(row.index(), |(_, top)| *top);
        let is_same = |header: &Candidate| {
            let known = |cell: &layout::HeaderCell| current.layout.header.contains(&(cell.col, cell.folded.clone()));
            header.cells.len() == current.layout.header.len() && header.cells.iter().all(known)
        };
        let repeats = two_rows.as_ref().map_or(repeats, |(header, _)| is_same(header));
        let header_row = two_rows.as_ref().map_or(row.index(), |(header, _)| header.row);
        let next = if repeats {
            let word = row.cells().find_map(|(col, v)| match v {
                Value::Text(t) if !v.is_blank() => Some((col, ustr::Ustr::from(t.trim()))),
                _ => None,
            });
            if let Some((col, word)) = word
                && let Some(finding) = log.cell(Code::SkippedRow, row.index(), col, word)
            {
                finding.args.push(("word", word.as_str().into()));
            }
            Some(Layout { header_row, repeated: true, ..current.layout.clone() })
        } else {
            let candidate = match likeness {
                _ if two_rows.is_some() => two_rows.map(|(header, _)| header),
                Likeness::Differs => {
                    layout::like_above(row.index(), layout::row_cells(&row, words), current.layout.role, words)
                }
                _ => other_header(&row, words),
            };
            candidate.map(|candidate| {
                let (layout, problems) = layout::map(sheet, &candidate, u32::MAX, words);
                let next = Header { candidate, problems, first: found.len() };
                std::mem::replace(&mut header, next).close(&mut found, top, sheet, words, log);
                layout
            })
        };
        let Some(layout) = next else {
            above.push(row.index());
            continue;
        };
        let Some(current) = found.last_mut() else { break };
        // Labels right above a header belong to its table.
        above.retain(|&index| index < top);
        let mut start = top;
        for &index in above.iter().rev().take(10) {
            let Some(above_row) = sheet.row(index) else { break };
            let cells = above_row.cells().filter(|(_, v)| !v.is_blank()).count();
            let labels = !layout::read_preamble(sheet, index, index + 1, words).fields.is_empty();
            if cells > 6 || !(labels || cells <= 1) || current.layout.is_data(&above_row) {
                break;
            }
            start = index;
        }
        let mut preamble = layout::read_preamble(sheet, start, top, words);
        if preamble.fields.is_empty() {
            let title = preamble.title;
            preamble = current.preamble.clone();
            if title.is_empty() {
                start = top;
            } else {
                preamble.title = title;
            }
        }
        current.end = start;
        above.clear();
        found.push(Found { layout, preamble, end: u32::MAX });
    }
    if let Some(last) = found.get(header.first) {
        report(&header.problems, &last.layout, log);
    }
    found
}

/// Whether a row is a stray part of the header above: fewer columns, all of them ones that the table has, and no rows
/// that are laid out like it.
fn repeats_in_part(sheet: &Sheet, row: &crate::intake::RowView<'_>, layout: &Layout, words: &Vocabulary) -> bool {
    let cells = layout::row_cells(row, words);
    let filled = row.cells().filter(|(_, v)| !v.is_blank()).count();
    let has = |cell: &layout::HeaderCell| {
        let field = cell.alias.and_then(|alias| alias.meaning.on(layout.role));
        field.is_some_and(|field| layout.column(field).is_some())
            || layout.header.iter().any(|(_, header)| *header == cell.folded)
    };
    if cells.len() < 2 || cells.len() != filled || cells.len() >= layout.header.len() || !cells.iter().all(has) {
        return false;
    }
    let next = (row.index().saturating_add(1)..row.index().saturating_add(1_000))
        .filter_map(|index| sheet.row(index))
        .find(|next| next.cells().filter(|(_, v)| !v.is_blank()).count() >= 2);
    next.is_none_or(|next| {
        next.cells().any(|(col, v)| {
            !v.is_blank() && row.get(col).is_blank() && layout.header.iter().any(|(header, _)| *header == col)
        })
    })
}

/// A row further down that is the header of another table.
fn other_header(row: &crate::intake::RowView<'_>, words: &Vocabulary) -> Option<Candidate> {
    let cells = layout::row_cells(row, words);
    let filled = row.cells().filter(|(_, v)| !v.is_blank()).count();
    let candidate = layout::judge(row.index(), cells, filled, words, false)?;
    let fields = candidate.cells.iter().filter(|c| c.alias.is_some_and(|a| !a.weak)).count();
    let plain = candidate.missing.is_empty() && candidate.share >= 60 && fields >= 2 && candidate.cells.len() >= 3;
    plain.then_some(candidate)
}

/// Says what became of columns that are not used.
fn report(problems: &[Problem], layout: &Layout, log: &mut Log) {
    for problem in problems {
        match problem {
            Problem::Unmapped { col, header, suggestion: Some(suggestion) } => {
                let finding = Finding::new(Code::SimilarHeader)
                    .value(header.as_str())
                    .arg("header", header.as_str())
                    .arg("suggestion", suggestion.as_str());
                log.header(finding, layout.header_row, *col);
            }
            Problem::Unmapped { col, header, suggestion: None } => {
                let finding = Finding::new(Code::UnmappedColumn).value(header.as_str()).arg("header", header.as_str());
                log.header(finding, layout.header_row, *col);
            }
            Problem::Ambiguous { col, header, other, field } => {
                let finding = Finding::new(Code::AmbiguousColumn)
                    .value(header.as_str())
                    .arg("header", header.as_str())
                    .arg("other", other.as_str())
                    .arg("field", vocabulary::field_name(*field));
                log.header(finding, layout.header_row, *col);
            }
        }
    }
}

/// The row that looked most like a header on a sheet that has none, for whoever wonders why.
struct Closest {
    /// How much it looks like one: header words first, then words at all.
    rank: (usize, usize),
    /// Its address and what it says.
    text: String,
}

fn best_row(sheet: &Sheet, words: &Vocabulary) -> Option<Closest> {
    let mut best: Option<((usize, usize), u32, Vec<layout::HeaderCell>)> = None;
    for row in sheet.rows().filter(|row| row.cells().any(|(_, v)| !v.is_blank())).take(100) {
        let cells = layout::row_cells(&row, words);
        let known = cells.iter().filter(|c| c.alias.is_some()).count();
        // Numbers beside the words make it a row of data.
        let all = row.cells().filter(|(_, v)| !v.is_blank()).count();
        let rank = (known, if cells.len() == all { cells.len() } else { cells.len().min(1) });
        if !cells.is_empty() && best.as_ref().is_none_or(|best| rank > best.0) {
            best = Some((rank, row.index(), cells));
        }
    }
    let (rank, row, cells) = best?;
    let mut texts: Vec<String> = cells.iter().take(12).map(|c| c.text.chars().take(40).collect()).collect();
    if cells.len() > texts.len() {
        texts.push("…".to_owned());
    }
    let first = cells.first().map_or(0, |c| c.col);
    let address = crate::facts::a1(row, first);
    Some(Closest { rank, text: format!("{}!{address}: {}", sheet.name, texts.join(", ")) })
}
