//! What every report of a run is made from, prepared once.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use ustr::Ustr;

use super::confidential::Confidential;
use super::telling::Acquaintances;
use crate::facts::{CellRef, SheetRef, Workload};
use crate::finding::{Code, Finding, Places};
use crate::intake::Value;
use crate::review::Review;
use crate::say;
use crate::text::{Lang, Localizer};

/// How workloads, associations and credentials are called. The vocabulary of [`crate::recognise`] knows.
pub trait Labels: Sync {
    /// The label of an ID, such as "Exchange Online" for `exchange-online`.
    fn label(&self, id: Ustr) -> Option<&str>;

    /// The name of a country in a language, by its ISO 3166-1 alpha-2 code.
    fn country(&self, _code: Ustr, _lang: Lang) -> Option<&str> {
        None
    }
}

/// The label of an ID: the language's own, else the vocabulary's, else the ID itself.
fn label(id: Ustr, labels: &dyn Labels, text: &Localizer) -> String {
    let key = format!("label-{id}");
    if is_exam(id.as_str()) {
        say!(text, "exam", number = id.as_str())
    } else if text.has(&key) {
        text.message(&key, &[])
    } else {
        labels.label(id).unwrap_or(id.as_str()).to_owned()
    }
}

/// Whether an ID is the number of an exam, such as `70-346`.
pub(super) fn is_exam(id: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    id.split_once('-').is_some_and(|(group, number)| digits(group) && digits(number))
}

/// Labels of several IDs.
pub(super) fn label_list(ids: &[Ustr], labels: &dyn Labels, text: &Localizer) -> Vec<String> {
    ids.iter().map(|id| label(*id, labels, text)).collect()
}

impl Labels for crate::recognise::Vocabulary {
    fn label(&self, id: Ustr) -> Option<&str> {
        self.label(id)
    }

    fn country(&self, code: Ustr, lang: Lang) -> Option<&str> {
        self.country_name(code, lang)
    }
}

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum About {
    /// A customer or person.
    Whom(String),
    /// Rows of several, which share a value of an input.
    Value(String),
    /// Nothing that has a name.
    #[default]
    Nothing,
}

impl About {
    fn of(subject: Option<&str>, value: Option<&str>) -> Self {
        match (subject, value.filter(|value| !value.is_empty())) {
            (Some(subject), _) => Self::Whom(subject.to_owned()),
            (None, Some(value)) => Self::Value(value.to_owned()),
            (None, None) => Self::Nothing,
        }
    }
}

/// A finding's code, and what it is about.
pub(super) type Named = (String, About);

/// A review with what its reports look up again and again. Make it once a run; it can be shared between threads.
pub struct Material<'a> {
    pub(super) review: &'a Review,
    labels: &'a dyn Labels,
    secrets: Confidential,
    acquaintances: Acquaintances,
    /// Findings by partner, as positions in the review.
    findings: Vec<Vec<usize>>,
    /// Findings by partner that are new since the review compared with, and those that are gone.
    since: Vec<(Vec<Named>, Vec<Named>)>,
    /// Which partners have facts in a file, ascending.
    in_file: BTreeMap<u32, Vec<u32>>,
    /// How many partners have rows on a sheet.
    on_sheet: BTreeMap<SheetRef, usize>,
}

impl<'a> Material<'a> {
    /// Prepares a review.
    pub fn new(review: &'a Review, labels: &'a dyn Labels) -> Self {
        let mut in_file: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let mut on_sheet: BTreeMap<SheetRef, usize> = BTreeMap::new();
        for (index, partner) in review.portfolio.partners.iter().enumerate() {
            let usage = partner.usage.iter().map(|row| row.sheet);
            let roster = partner.people.iter().flat_map(|p| &p.roster).map(|row| row.sheet);
            let sheets: BTreeSet<SheetRef> = partner.sheets.iter().copied().chain(usage).chain(roster).collect();
            for sheet in sheets {
                *on_sheet.entry(sheet).or_default() += 1;
                let list = in_file.entry(sheet.file).or_default();
                if list.last() != Some(&(index as u32)) {
                    list.push(index as u32);
                }
            }
        }
        let (secrets, acquaintances) = (Confidential::new(&review.portfolio), Acquaintances::new(review));
        let mut findings = review.findings_by_partner();
        // A column that a sheet lacks is why none of its rows can be read: whoever has rows there is told.
        let lacking: Vec<(SheetRef, usize)> = review.findings.iter().enumerate().filter_map(lacks_column).collect();
        for (list, partner) in findings.iter_mut().zip(&review.portfolio.partners).filter(|_| !lacking.is_empty()) {
            let own = lacking.iter().filter(|(sheet, _)| partner.sheets.contains(sheet));
            list.extend(own.map(|(_, position)| *position));
        }
        Self { review, labels, secrets, acquaintances, findings, since: since(review), in_file, on_sheet }
    }

    /// The label of an ID.
    pub(super) fn label(&self, id: Ustr, text: &Localizer) -> String {
        label(id, self.labels, text)
    }

    /// Labels of several IDs.
    pub(super) fn label_list(&self, ids: &[Ustr], text: &Localizer) -> Vec<String> {
        label_list(ids, self.labels, text)
    }

    /// A country by name; its code where no name is known.
    pub(super) fn country(&self, code: Ustr, text: &Localizer) -> String {
        self.labels.country(code, text.lang()).unwrap_or(code.as_str()).to_owned()
    }

    /// How things are called.
    pub(super) fn labels(&self) -> &dyn Labels {
        self.labels
    }

    /// A workload in words.
    pub(super) fn workload(&self, workload: Workload, text: &Localizer) -> String {
        match workload {
            Workload::Known(id) => self.label(id, text),
            Workload::Unknown(word) => word.as_str().to_owned(),
        }
    }

    /// What a cell of an input was read as, where the reviewer has settled that. Reports show this and not what stands
    /// there, which may be the name of another partner.
    pub(super) fn read_as(&self, cell: CellRef) -> Option<Value> {
        self.review.settings.as_ref().and_then(|settings| settings.applied.read_as(cell))
    }

    /// What a cell of an input holds, as it was read.
    pub(super) fn value(&self, cell: CellRef) -> Value {
        if let Some(value) = self.read_as(cell) {
            return value;
        }
        let sheet =
            self.review.books.get(cell.sheet.file as usize).and_then(|b| b.sheets.get(cell.sheet.sheet as usize));
        sheet.map_or(Value::Empty, |sheet| sheet.get(cell.row, cell.col))
    }

    /// Whether what is open about a fact, by its cell, is settled by the reviewer.
    pub(super) fn is_settled(&self, fact: CellRef) -> bool {
        self.review.settings.as_ref().is_some_and(|settings| settings.applied.settles(fact))
    }

    /// The findings on a partner.
    pub(super) fn findings_of(&self, partner: u32) -> impl Iterator<Item = &'a Finding> + '_ {
        let positions = self.findings.get(partner as usize).map_or(&[][..], Vec::as_slice);
        positions.iter().filter_map(|position| self.review.findings.get(*position))
    }

    /// The findings on a partner that are new since the review compared with, and those that are gone.
    pub(super) fn findings_since(&self, partner: usize) -> (&[Named], &[Named]) {
        self.since.get(partner).map_or((&[], &[]), |(new, gone)| (new, gone))
    }

    /// The partners with facts in a file.
    pub(super) fn partners_in(&self, file: u32) -> &[u32] {
        self.in_file.get(&file).map_or(&[], Vec::as_slice)
    }

    /// How many partners have facts on a sheet.
    pub(super) fn partners_on(&self, sheet: SheetRef) -> usize {
        self.on_sheet.get(&sheet).copied().unwrap_or_default()
    }

    /// What places are called before a partner's eyes, or, without one, before the reviewer's.
    pub(super) fn names<'b>(&'b self, viewer: Option<u32>, text: &'b Localizer) -> Names<'b> {
        let (files, sheets) = Default::default();
        let (secrets, acquaintances) = (&self.secrets, &self.acquaintances);
        Names { review: self.review, secrets, acquaintances, viewer, text, files, sheets }
    }
}

fn lacks_column((position, finding): (usize, &Finding)) -> Option<(SheetRef, usize)> {
    let sheet = finding.sheet.filter(|_| finding.code == Code::MissingColumn && finding.partner.is_none())?;
    Some((sheet, position))
}

/// What changed among the findings of each partner.
fn since(review: &Review) -> Vec<(Vec<Named>, Vec<Named>)> {
    let Some((new, gone)) = review.findings_since() else { return Vec::new() };
    let mut all: Vec<(Vec<Named>, Vec<Named>)> = vec![Default::default(); review.portfolio.partners.len()];
    let subjects = review.subjects();
    for position in new {
        let Some(finding) = review.findings.get(position) else { continue };
        let Some((new, _)) = finding.partner.and_then(|partner| all.get_mut(partner as usize)) else { continue };
        let subject = subjects.get(position).and_then(Option::as_deref);
        new.push((finding.code.as_str().to_owned(), About::of(subject, finding.value.as_deref())));
    }
    let keys = review.portfolio.partners.iter().enumerate().map(|(n, partner)| (partner.key().to_lowercase(), n));
    let by_key: BTreeMap<String, usize> = keys.collect();
    for told in gone {
        let partner = told.partner.as_ref().and_then(|key| by_key.get(&key.to_lowercase()));
        if let Some((_, gone)) = partner.and_then(|n| all.get_mut(*n)) {
            gone.push((told.code.clone(), About::of(told.subject.as_deref(), told.value.as_deref())));
        }
    }
    all
}

/// The reviewer sees every name.
impl Places for Review {
    fn file(&self, file: u32) -> String {
        self.books.get(file as usize).map(|book| book.label.clone()).unwrap_or_default()
    }

    fn sheet(&self, sheet: SheetRef) -> String {
        let book = self.books.get(sheet.file as usize);
        book.and_then(|b| b.sheets.get(sheet.sheet as usize)).map(|s| s.name.clone()).unwrap_or_default()
    }

    fn partner(&self, partner: u32) -> String {
        self.portfolio.partners.get(partner as usize).map(|p| p.display().to_owned()).unwrap_or_default()
    }
}

/// Names of files, sheets and partners as one reader may see them.
pub(super) struct Names<'a> {
    review: &'a Review,
    secrets: &'a Confidential,
    acquaintances: &'a Acquaintances,
    viewer: Option<u32>,
    text: &'a Localizer,
    /// Names given so far: every row asks for them again.
    files: RefCell<BTreeMap<u32, String>>,
    sheets: RefCell<BTreeMap<SheetRef, String>>,
}

impl Names<'_> {
    /// Whether a text must not be shown to the viewer because it names another partner.
    pub(super) fn hides(&self, text: &str) -> bool {
        self.viewer.is_some_and(|viewer| self.secrets.names_another(text, viewer))
    }

    /// Whether the label of a file, or of a sheet in it, must not be shown. Labels are held to more than other text:
    /// one word of another partner's name is enough, or of the name of somebody whom only others know.
    fn hides_label(&self, file: u32, label: &str) -> bool {
        self.viewer.is_some_and(|viewer| {
            self.secrets.label_names_another(label, viewer) || self.acquaintances.told(file, label, viewer)
        })
    }
}

impl Places for Names<'_> {
    fn file(&self, file: u32) -> String {
        let name = || {
            let label = self.review.file(file);
            if self.hides_label(file, &label) {
                say!(self.text, "alias-file", number = u64::from(file) + 1)
            } else {
                label
            }
        };
        self.files.borrow_mut().entry(file).or_insert_with(name).clone()
    }

    fn sheet(&self, sheet: SheetRef) -> String {
        let name = || {
            let name = self.review.sheet(sheet);
            if self.hides_label(sheet.file, &name) {
                say!(self.text, "alias-sheet", number = u64::from(sheet.sheet) + 1)
            } else {
                name
            }
        };
        self.sheets.borrow_mut().entry(sheet).or_insert_with(name).clone()
    }

    fn partner(&self, partner: u32) -> String {
        match self.viewer {
            Some(viewer) if viewer != partner => say!(self.text, "alias-partner"),
            _ => self.review.partner(partner),
        }
    }

    fn header(&self, header: &str) -> String {
        let hidden = self.viewer.is_some_and(|viewer| self.secrets.label_names_another(header, viewer));
        if hidden { say!(self.text, "alias-text") } else { header.to_owned() }
    }

    fn shared(&self, text: &str) -> String {
        if self.viewer.is_some() { String::new() } else { text.to_owned() }
    }

    fn shown(&self, text: &str) -> String {
        if self.hides(text) { say!(self.text, "alias-text") } else { text.to_owned() }
    }
}
