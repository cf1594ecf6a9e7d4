//! Which findings an accepted one is, once partners and rows are known.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::Waiver;
use super::index::Index;
use super::target::FilePattern;
use crate::facts::{CellRef, RosterRow, SheetRef, UsageRow, Workload};
use crate::finding::{Arg, Code, Finding};
use crate::intake::Book;
use crate::portfolio::Partner;

/// The inputs, by all their names: a copy that was dropped lends its own to the one that was kept, as people name either.
#[derive(Debug, Clone, Default)]
pub struct InputNames {
    names: Vec<Vec<String>>,
    sheets: Vec<Vec<String>>,
    /// The inputs of each name, in lower case.
    plain: HashMap<String, Vec<u32>>,
}

impl InputNames {
    /// What books are called. Of those with the same bytes one has its sheets, and the others were dropped.
    pub fn of(books: &[Book]) -> Self {
        let mut names: Vec<Vec<String>> = books.iter().map(|book| vec![book.label.clone()]).collect();
        let (kept, dropped): (Vec<_>, Vec<_>) = books
            .iter()
            .enumerate()
            .filter(|(_, book)| !book.sha256.is_empty())
            .partition(|(_, book)| !book.sheets.is_empty());
        let kept: HashMap<&str, usize> = kept.into_iter().map(|(file, book)| (book.sha256.as_str(), file)).collect();
        for (_, book) in dropped {
            if let Some(names) = kept.get(book.sha256.as_str()).and_then(|file| names.get_mut(*file)) {
                names.push(book.label.clone());
            }
        }
        let mut plain: HashMap<String, Vec<u32>> = HashMap::new();
        for (file, names) in names.iter().enumerate() {
            for name in names {
                plain.entry(name.to_lowercase()).or_default().push(file as u32);
            }
        }
        let sheets = books.iter().map(|book| book.sheets.iter().map(|sheet| sheet.name.clone()).collect());
        Self { sheets: sheets.collect(), names, plain }
    }

    /// The inputs that each waiver means, by position; `None` is any.
    pub fn meant<'w>(&self, waivers: &'w [Waiver]) -> Vec<Option<Arc<BTreeSet<u32>>>> {
        let mut known: HashMap<&'w FilePattern, Arc<BTreeSet<u32>>> = HashMap::new();
        let mut of = |waiver: &'w Waiver| {
            let pattern = waiver.target.file.as_ref()?;
            Some(known.entry(pattern).or_insert_with(|| Arc::new(self.fitting(pattern))).clone())
        };
        waivers.iter().map(&mut of).collect()
    }

    fn fitting(&self, pattern: &FilePattern) -> BTreeSet<u32> {
        if pattern.is_plain() {
            return self.plain.get(&pattern.as_str().to_lowercase()).into_iter().flatten().copied().collect();
        }
        let all = self.names.iter().enumerate();
        all.filter(|(_, names)| names.iter().any(|name| pattern.fits(name))).map(|(file, _)| file as u32).collect()
    }
}

/// Which inputs and sheets each waiver means.
#[derive(Debug, Clone, Default)]
pub(super) struct Labels {
    inputs: InputNames,
    /// The inputs of each waiver; `None` is any.
    files: Vec<Option<Arc<BTreeSet<u32>>>>,
}

impl Labels {
    pub(super) fn of(books: &[Book], waivers: &[Waiver]) -> Self {
        let inputs = InputNames::of(books);
        Self { files: inputs.meant(waivers), inputs }
    }

    /// The sheets that the waiver at a position means.
    pub(super) fn sheets(&self, n: usize, waiver: &Waiver) -> BTreeSet<SheetRef> {
        let all = 0..self.inputs.sheets.len() as u32;
        let of = |file: u32| {
            let sheets = self.inputs.sheets.get(file as usize).into_iter().flatten().enumerate();
            let meant = sheets.filter(|(_, name)| waiver.target.is_on_sheet(name));
            meant.map(move |(sheet, _)| SheetRef { file, sheet: sheet as u32 })
        };
        match self.files.get(n) {
            Some(Some(files)) => files.iter().copied().flat_map(of).collect(),
            _ => all.flat_map(of).collect(),
        }
    }

    fn has_file(&self, n: usize, file: u32) -> bool {
        self.files.get(n).is_none_or(|files| files.as_ref().is_none_or(|files| files.contains(&file)))
    }

    /// Whether the sheet is one that the waiver at a position means.
    pub(super) fn has(&self, n: usize, waiver: &Waiver, sheet: SheetRef) -> bool {
        let sheets = self.inputs.sheets.get(sheet.file as usize);
        let name = sheets.and_then(|sheets| sheets.get(sheet.sheet as usize)).map_or("", String::as_str);
        sheets.is_some() && self.has_file(n, sheet.file) && waiver.target.is_on_sheet(name)
    }

    /// The same for the place of a finding. One without a place may be about a file that is no input.
    fn has_place(&self, n: usize, waiver: &Waiver, finding: &Finding) -> bool {
        match (finding.sheet, finding.file) {
            (Some(sheet), _) => self.has(n, waiver, sheet),
            (None, Some(file)) => self.has_file(n, file) && waiver.target.sheet.is_none(),
            (None, None) => {
                let named = finding.args.iter().find_map(|(name, arg)| match arg {
                    Arg::Text(text) if *name == "name" => Some(text.as_str()),
                    _ => None,
                });
                let of_file =
                    finding.code.is_about_a_file() && named.is_some_and(|name| waiver.target.is_in_file([name]));
                (waiver.target.file.is_none() || of_file) && waiver.target.sheet.is_none()
            }
        }
    }
}

/// A waiver that accepts findings.
#[derive(Debug, Clone)]
struct Accept {
    /// Its position.
    waiver: usize,
    code: Code,
    /// The partners it names; `None` is any.
    partners: Option<BTreeSet<u32>>,
    /// The rows of the customer it names; `None` is any.
    rows: Option<BTreeSet<(SheetRef, u32)>>,
}

/// Where a finding must be for an acceptance to mean it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Where {
    Row(Code, u32, u32),
    File(Code, u32),
    Partner(Code, u32),
    Anywhere(Code),
}

/// Places of one acceptance at most; one that means more is looked at for every finding of its code.
const PLACES: usize = 256;

/// All waivers that accept findings.
#[derive(Debug, Clone, Default)]
pub(super) struct Accepts {
    all: Vec<Accept>,
    places: HashMap<Where, Vec<usize>>,
}

impl Accepts {
    /// Enters the waiver at a position, which accepts findings of a code.
    pub(super) fn add(&mut self, n: usize, waiver: &Waiver, code: Code, (labels, index): (&Labels, &Index)) {
        let partners = index.partners(waiver);
        let rows = waiver.target.customer.as_ref().map(|customer| {
            let facts = index.of_customer(customer);
            let own = facts.iter().filter(|fact| partners.as_ref().is_none_or(|all| all.contains(&fact.partner)));
            own.map(|fact| (fact.cell.sheet, fact.cell.row)).collect::<BTreeSet<_>>()
        });
        let accept = Accept { waiver: n, code, partners, rows };
        for place in accept.places(waiver, labels.files.get(n).and_then(Option::as_deref)) {
            self.places.entry(place).or_default().push(self.all.len());
        }
        self.all.push(accept);
    }

    /// The position of the first waiver that accepts a finding.
    pub(super) fn covering(&self, waivers: &[Waiver], labels: &Labels, finding: &Finding) -> Option<usize> {
        if self.all.is_empty() {
            return None;
        }
        let code = finding.code;
        let cells = finding.cell.iter().chain(&finding.also);
        let file = finding.sheet.map(|sheet| sheet.file).or(finding.file);
        let places = cells.map(|cell| Where::Row(code, cell.sheet.file, cell.row));
        let places = places.chain(file.map(|file| Where::File(code, file)));
        let places = places.chain(finding.partner.map(|partner| Where::Partner(code, partner)));
        let there = places.chain([Where::Anywhere(code)]).filter_map(|place| self.places.get(&place)).flatten();
        let covers = |at: &&usize| {
            let accept = self.all.get(**at);
            accept.is_some_and(|accept| {
                waivers.get(accept.waiver).is_some_and(|waiver| accept.covers(waiver, labels, finding))
            })
        };
        there.filter(covers).min().and_then(|at| self.all.get(*at)).map(|accept| accept.waiver)
    }
}

impl Accept {
    /// Where findings may be that it means.
    fn places(&self, waiver: &Waiver, files: Option<&BTreeSet<u32>>) -> Vec<Where> {
        let anywhere = vec![Where::Anywhere(self.code)];
        let rows = waiver.target.cells.map(|cells| cells.first_row..=cells.last_row);
        let few = |places: Vec<Where>| if places.len() > PLACES { anywhere.clone() } else { places };
        // A file that is no input is known by its name alone.
        if self.code.is_about_a_file() {
            return anywhere;
        }
        match (files, rows, &self.rows, &self.partners) {
            (Some(files), Some(rows), ..) if rows.clone().count() <= PLACES => {
                few(files.iter().flat_map(|file| rows.clone().map(|row| Where::Row(self.code, *file, row))).collect())
            }
            (_, _, Some(rows), _) => {
                few(rows.iter().map(|(sheet, row)| Where::Row(self.code, sheet.file, *row)).collect())
            }
            (Some(files), ..) => few(files.iter().map(|file| Where::File(self.code, *file)).collect()),
            (.., Some(partners)) => few(partners.iter().map(|at| Where::Partner(self.code, *at)).collect()),
            _ => anywhere,
        }
    }

    /// Whether a finding is meant.
    fn covers(&self, waiver: &Waiver, labels: &Labels, finding: &Finding) -> bool {
        let cells = || finding.cell.into_iter().chain(finding.also.iter().copied());
        finding.code == self.code
            && waiver.target.has_any(cells())
            && labels.has_place(self.waiver, waiver, finding)
            && self.partners.as_ref().is_none_or(|all| finding.partner.is_some_and(|p| all.contains(&p)))
            && self.rows.as_ref().is_none_or(|rows| cells().any(|cell| rows.contains(&(cell.sheet, cell.row))))
    }
}

/// What is settled of rows by findings that are accepted.
#[derive(Debug, Default)]
pub(super) struct Hits {
    rows: BTreeMap<(SheetRef, u32), BTreeSet<u32>>,
    words: HashSet<(SheetRef, Code, String)>,
}

impl Hits {
    /// Adds a finding. A word that repeats is one finding, and is settled as one on its sheet.
    pub(super) fn add(&mut self, finding: &Finding) {
        let repeated: &[CellRef] = if finding.count > 1 { &finding.also } else { &[] };
        for cell in finding.cell.iter().chain(repeated) {
            self.rows.entry((cell.sheet, cell.row)).or_default().insert(cell.col);
        }
        if let (true, Some(sheet), Some(value)) = (finding.code.groups_by_value(), finding.sheet, &finding.value) {
            self.words.insert((sheet, finding.code, value.clone()));
        }
    }

    /// The cells of the facts among a partner's that are settled.
    pub(super) fn settled(&self, partner: &Partner, into: &mut HashSet<CellRef>) {
        if self.rows.is_empty() && self.words.is_empty() {
            return;
        }
        let own: BTreeSet<CellRef> = partner.usage.iter().map(usage_cell).collect();
        for row in &partner.usage {
            let cell = usage_cell(row);
            let by_row = self.rows.get(&(row.sheet, row.row)).is_some_and(|cols| {
                // What is said of one count of a wide sheet does not concern the others of its row.
                cols.contains(&cell.col) || cols.iter().any(|&col| !own.contains(&CellRef { col, ..cell }))
            });
            let by_word = match row.workload.value() {
                Some(Workload::Unknown(word)) => {
                    self.words.contains(&(row.sheet, Code::UnknownWorkload, word.as_str().to_owned()))
                }
                _ => false,
            };
            if by_row || by_word {
                into.insert(cell);
            }
        }
        for row in partner.people.iter().flat_map(|person| &person.roster) {
            if self.rows.contains_key(&(row.sheet, row.row)) {
                into.insert(roster_cell(row));
            }
        }
    }
}

/// The cell of a usage fact's count, by which it is known.
pub(super) fn usage_cell(row: &UsageRow) -> CellRef {
    CellRef { sheet: row.sheet, row: row.row, col: row.count_col }
}

/// The cell of a roster fact's credential.
pub(super) fn roster_cell(row: &RosterRow) -> CellRef {
    CellRef { sheet: row.sheet, row: row.row, col: row.credential_col }
}
