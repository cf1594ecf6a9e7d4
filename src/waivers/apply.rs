//! Waivers at work: first on the facts, before they are judged; then on the findings; and what is told of them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ustr::Ustr;

use super::index::{Fact, FoundRows, Index};
use super::overlay::ReadCell;
use super::resolved::{Accepts, Hits, Labels};
use super::strangers::strangers;
use super::target::Cells;
use super::{Decision, SamePartner, Waiver};
use crate::facts::{CellRef, SheetFacts, SheetRef};
use crate::finding::{Arg, Code, Finding, Phrase};
use crate::intake::{Book, Value};
use crate::portfolio::Portfolio;

/// Cells beside the first one that are named; the count is true however many there are.
const CELLS_NAMED: usize = 99;

/// What a run was told to settle.
pub struct Waived<'a> {
    /// How the file is called that says so; no path.
    pub path: &'a str,
    /// SHA-256 of its text.
    pub sha256: &'a str,
    /// The waivers, in the order of the file.
    pub waivers: &'a [Waiver],
    /// Partners that are one.
    pub same_partners: &'a [SamePartner],
    /// The cells that were read as something else.
    pub read: Vec<ReadCell>,
    /// The bit of an association in the vocabulary that the rows were recognised with.
    pub bit_of: &'a dyn Fn(Ustr) -> Option<u32>,
}

/// What a run settled, for its results.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SettingsUsed {
    /// How the file is called that says so.
    pub path: String,
    /// SHA-256 of its text.
    pub sha256: String,
    /// The waivers, in the order of the file.
    pub waivers: Vec<Used>,
    /// What they settle, for whoever judges the same facts again; not passed on between shards.
    #[serde(skip)]
    pub applied: Applied,
}

/// What became of a waiver.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Used {
    /// The waiver.
    pub waiver: Waiver,
    /// What became of it.
    pub state: State,
    /// Rows, cells or findings that it was applied to.
    pub count: u64,
    /// The partners it was applied to, by position.
    pub partners: Vec<u32>,
}

/// What became of a waiver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// It was applied.
    Applied,
    /// It no longer holds.
    Expired,
    /// It matches nothing.
    Unmatched,
}

impl State {
    /// The stable name in `results.json`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Expired => "expired",
            Self::Unmatched => "unmatched",
        }
    }
}

/// Where a waiver was applied for one partner, or for none.
#[derive(Debug, Clone, Default)]
struct Touch {
    /// The place of a finding without a cell.
    place: Option<Finding>,
    cells: Vec<CellRef>,
    count: u64,
    was: Option<String>,
}

/// Waivers that are being applied.
#[derive(Debug, Clone, Default)]
pub struct Applied {
    waivers: Vec<Waiver>,
    expired: Vec<bool>,
    labels: Labels,
    accepts: Accepts,
    left_out: HashSet<CellRef>,
    settled: HashSet<CellRef>,
    markets: BTreeSet<u32>,
    read: BTreeMap<CellRef, Value>,
    touched: Vec<BTreeMap<Option<u32>, Touch>>,
    overruled: BTreeSet<usize>,
    /// Facts that waivers leave out by their cells, and the first of these.
    left_by_cell: HashMap<CellRef, usize>,
    /// Waivers that read a cell as something else which another leaves out.
    in_vain: BTreeMap<usize, usize>,
}

impl Applied {
    /// Applies waivers to the facts of partners, as far as they are about facts. `owners` has the partner of the row of
    /// each cell that was read as something else.
    pub fn to_facts(
        waived: &Waived<'_>,
        owners: &[Option<u32>],
        portfolio: &mut Portfolio,
        (books, sheets): (&[Book], &[Vec<SheetFacts>]),
        findings: &[Finding],
        as_of: Date,
    ) -> Self {
        // What was read as something else held when it was read.
        let read: BTreeSet<usize> = waived.read.iter().map(|read| read.waiver).collect();
        let both = waived.waivers.iter().enumerate();
        let mut applied = Self {
            waivers: waived.waivers.to_vec(),
            expired: both.map(|(n, waiver)| waiver.is_expired(as_of) && !read.contains(&n)).collect(),
            labels: Labels::of(books, waived.waivers),
            touched: waived.waivers.iter().map(|_| BTreeMap::new()).collect(),
            ..Self::default()
        };
        let index = Index::of(portfolio, waived.waivers);
        let found = FoundRows::of(findings, waived.waivers);
        for (n, waiver) in waived.waivers.iter().enumerate() {
            if applied.expired.get(n) == Some(&true) {
                continue;
            }
            match (&waiver.decision, waiver.finding) {
                (Decision::Accept, Some(code)) => {
                    applied.accepts.add(n, waiver, code, (&applied.labels, &index));
                }
                (Decision::Accept, None) => {}
                (Decision::LeaveOut, _) => applied.leave_out(n, waiver, (&index, &found)),
                (Decision::Associated(id), _) => {
                    let bit = (waived.bit_of)(*id).unwrap_or(0);
                    applied.associate(n, waiver, bit, portfolio, (&index, &found));
                }
                (Decision::ReadAs { .. }, _) => {}
            }
        }
        applied.tell_read(&waived.read, owners, sheets, portfolio);
        applied.find_read_in_vain(&waived.read, &index);
        let mut hits = Hits::default();
        for finding in findings {
            if applied.covering(finding).is_some() {
                hits.add(finding);
                if matches!(finding.code, Code::MarketUnknown | Code::MarketContradictory) {
                    applied.markets.extend(finding.partner);
                }
            }
        }
        for partner in &portfolio.partners {
            hits.settled(partner, &mut applied.settled);
        }
        applied
    }

    /// Whether the fact that a cell stands for is left out.
    pub fn leaves_out(&self, cell: CellRef) -> bool {
        self.left_out.contains(&cell)
    }

    /// Whether what is open about a fact is settled as it is.
    pub fn settles(&self, cell: CellRef) -> bool {
        self.settled.contains(&cell)
    }

    /// Whether it is settled that a partner's market is unknown.
    pub fn settles_market(&self, partner: u32) -> bool {
        self.markets.contains(&partner)
    }

    /// What a cell was read as, if that is not what it says.
    pub fn read_as(&self, cell: CellRef) -> Option<Value> {
        self.read.get(&cell).copied()
    }

    /// Whether a finding is accepted.
    pub fn accepts(&self, finding: &Finding) -> bool {
        self.covering(finding).is_some()
    }

    /// Marks the findings that are accepted, and says nothing of it: for whoever judges nothing.
    pub fn settle(&self, findings: &mut [Finding]) {
        for finding in findings {
            finding.settled |= self.accepts(finding);
        }
    }

    fn covering(&self, finding: &Finding) -> Option<usize> {
        self.accepts.covering(&self.waivers, &self.labels, finding)
    }

    fn touch(&mut self, waiver: usize, partner: Option<u32>) -> Option<&mut Touch> {
        self.touched.get_mut(waiver).map(|all| all.entry(partner).or_default())
    }

    fn touch_cells(&mut self, waiver: usize, partner: u32, cells: &[CellRef]) {
        if cells.is_empty() {
            return;
        }
        if let Some(touch) = self.touch(waiver, Some(partner)) {
            touch.cells.extend(cells);
            touch.count += cells.len() as u64;
        }
    }

    fn leave_out(&mut self, n: usize, waiver: &Waiver, (index, found): (&Index, &FoundRows)) {
        for (partner, facts) in self.meant(n, waiver, index, found, &|_| true) {
            let cells: Vec<CellRef> = facts.iter().map(|fact| fact.cell).collect();
            self.left_out.extend(&cells);
            if waiver.target.cells.is_some() {
                for cell in &cells {
                    self.left_by_cell.entry(*cell).or_insert(n);
                }
            }
            self.touch_cells(n, partner, &cells);
        }
    }

    fn associate(
        &mut self,
        n: usize,
        waiver: &Waiver,
        bit: u32,
        portfolio: &mut Portfolio,
        (index, found): (&Index, &FoundRows),
    ) {
        let lacks = |fact: &Fact| {
            let partner = portfolio.partners.get(fact.partner as usize);
            let row = partner.and_then(|partner| partner.usage.get(fact.order as usize));
            row.is_some_and(|row| row.associations.bits & bit != bit)
        };
        let meant = self.meant(n, waiver, index, found, &lacks);
        for (at, facts) in meant {
            let Some(partner) = portfolio.partners.get_mut(at as usize) else { continue };
            for fact in &facts {
                if let Some(row) = partner.usage.get_mut(fact.order as usize) {
                    row.associations.bits |= bit;
                }
            }
            let cells: BTreeSet<CellRef> = facts.iter().map(|fact| fact.cell).collect();
            self.touch_cells(n, at, &cells.into_iter().collect::<Vec<_>>());
        }
    }

    /// The facts that a waiver means, by partner. A cell of a row that is no fact's own means all facts of the row.
    fn meant(
        &self,
        n: usize,
        waiver: &Waiver,
        index: &Index,
        found: &FoundRows,
        fits: &dyn Fn(&Fact) -> bool,
    ) -> BTreeMap<u32, Vec<Fact>> {
        let named = index.partners(waiver);
        let mut meant: BTreeMap<u32, Vec<Fact>> = BTreeMap::new();
        for fact in index.named(waiver, || self.labels.sheets(n, waiver)) {
            let in_rows = |cells: Cells| (cells.first_row..=cells.last_row).contains(&fact.cell.row);
            if named.as_ref().is_none_or(|named| named.contains(&fact.partner))
                && self.labels.has(n, waiver, fact.cell.sheet)
                && waiver.target.cells.is_none_or(in_rows)
                && found.fit(waiver, fact.cell)
                && fits(&fact)
            {
                meant.entry(fact.partner).or_default().push(fact);
            }
        }
        let Some(range) = waiver.target.cells else { return meant };
        for facts in meant.values_mut() {
            let has = |fact: &&Fact| range.has(fact.cell.row, fact.cell.col);
            let own = facts.iter().filter(has).map(|fact| (fact.cell.sheet, fact.cell.row));
            let own: HashSet<(SheetRef, u32)> = own.collect();
            facts.retain(|fact| has(&fact) || !own.contains(&(fact.cell.sheet, fact.cell.row)));
        }
        meant
    }

    /// Cells that were read as something else, with whose they are: those of a row are its partner's, those above a
    /// table everybody's on that sheet.
    fn tell_read(
        &mut self,
        read: &[ReadCell],
        owners: &[Option<u32>],
        sheets: &[Vec<SheetFacts>],
        portfolio: &Portfolio,
    ) {
        for (one, owner) in read.iter().zip(owners) {
            if one.overruled {
                self.overruled.insert(one.waiver);
                continue;
            }
            if let Some(Decision::ReadAs { value, .. }) = self.waivers.get(one.waiver).map(|waiver| &waiver.decision) {
                self.read.insert(one.cell, *value);
            }
            let at = one.cell.sheet;
            let facts = sheets.get(at.file as usize).and_then(|sheets| sheets.get(at.sheet as usize));
            let above = facts.and_then(|facts| facts.header_row).is_some_and(|header| one.cell.row <= header);
            let owners: Vec<Option<u32>> = match owner {
                None if above => on_sheet(portfolio, at),
                owner => vec![*owner],
            };
            for owner in owners {
                if let Some(touch) = self.touch(one.waiver, owner) {
                    touch.cells.push(one.cell);
                    touch.count += 1;
                    touch.was.get_or_insert_with(|| one.was.clone());
                }
            }
        }
    }

    /// Cells that are read as something else and left out: what they are read as counts for nothing.
    fn find_read_in_vain(&mut self, read: &[ReadCell], index: &Index) {
        for one in read.iter().filter(|one| !one.overruled) {
            // The cell of a count, or one of a row that is left out as a whole.
            let of_row = index.in_row(one.cell).iter().map(|fact| self.left_by_cell.get(&fact.cell).copied());
            let by = self.left_by_cell.get(&one.cell).copied().or_else(|| {
                let all: Option<Vec<usize>> = of_row.collect();
                all.and_then(|all| all.into_iter().min())
            });
            if let Some(by) = by {
                self.in_vain.entry(one.waiver).or_insert(by);
            }
        }
    }

    /// Marks the findings that are accepted, and adds what is to be said of each waiver. Returns what became of them.
    pub fn to_findings(
        mut self,
        waived: &Waived<'_>,
        portfolio: &Portfolio,
        label_of: &dyn Fn(Ustr) -> Option<String>,
        findings: &mut Vec<Finding>,
    ) -> SettingsUsed {
        for finding in findings.iter_mut() {
            let Some(n) = self.covering(finding) else { continue };
            finding.settled = true;
            let owners: Vec<Option<u32>> = match (finding.partner, finding.sheet) {
                (None, Some(sheet)) if finding.code.concerns_every_row() => on_sheet(portfolio, sheet),
                (partner, _) => vec![partner],
            };
            for owner in owners {
                if let Some(touch) = self.touch(n, owner) {
                    touch.count += finding.count;
                    match finding.cell {
                        Some(cell) => touch.cells.push(cell),
                        None => drop(touch.place.get_or_insert_with(|| finding.clone())),
                    }
                }
            }
        }
        Self::hide_from_strangers(portfolio, findings);
        let strangers = strangers(&self.reasons(), portfolio);
        let mut used = Vec::with_capacity(self.waivers.len());
        for (n, waiver) in self.waivers.iter().enumerate() {
            let touched = self.touched.get(n);
            let nothing = touched.is_none_or(BTreeMap::is_empty);
            let state = match self.expired.get(n) {
                Some(true) => State::Expired,
                _ if nothing => State::Unmatched,
                _ => State::Applied,
            };
            let at_line = |code| {
                let place = Finding::new(code).arg("name", waived.path).arg("line", waiver.line as u64);
                place.arg("column", waiver.column as u64)
            };
            if let Some(by) = self.in_vain.get(&n).and_then(|by| self.waivers.get(*by)) {
                let detail = Phrase::new("setting-read-and-left-out").with("line", by.line as u64);
                let detail = detail.with("column", by.column as u64);
                findings.push(at_line(Code::ContradictorySetting).arg("detail", detail));
            }
            match (state, waiver.until) {
                (State::Expired, until) => {
                    let until = until.map(|day| day.to_string()).unwrap_or_default();
                    findings.push(at_line(Code::WaiverExpired).value(until.clone()).arg("date", until));
                }
                (State::Unmatched, _) if self.overruled.contains(&n) => {
                    findings.push(at_line(Code::ContradictorySetting).arg("detail", Phrase::new("setting-cell-twice")));
                }
                (State::Unmatched, _) => findings.push(at_line(Code::WaiverUnmatched)),
                (State::Applied, _) => {
                    let touched = touched.into_iter().flatten();
                    let count = touched.clone().count();
                    findings.extend(touched.map(|(partner, touch)| {
                        let shared = count > 1 || strangers.get(n).is_some_and(|told| told.tells(*partner));
                        tell(waiver, *partner, touch, shared, label_of)
                    }));
                }
            }
            let touched = touched.into_iter().flatten();
            used.push(Used {
                waiver: waiver.clone(),
                state,
                count: touched.clone().map(|(_, touch)| touch.count).sum(),
                partners: touched.filter_map(|(partner, _)| *partner).collect(),
            });
        }
        self.touched.clear();
        SettingsUsed { path: waived.path.to_owned(), sha256: waived.sha256.to_owned(), waivers: used, applied: self }
    }

    /// What the waivers that are applied give as reasons.
    fn reasons(&self) -> Vec<String> {
        let both = self.waivers.iter().zip(&self.touched);
        let said = |waiver: &Waiver| format!("{} – {}", waiver.reason, waiver.by);
        both.map(|(waiver, touched)| if touched.is_empty() { String::new() } else { said(waiver) }).collect()
    }

    /// The reason why partners are one is for nobody whom it tells of others.
    fn hide_from_strangers(portfolio: &Portfolio, findings: &mut [Finding]) {
        let mut joined: Vec<&mut Finding> =
            findings.iter_mut().filter(|finding| finding.code == Code::PartnersJoined).collect();
        let reason = |finding: &Finding| {
            finding.args.iter().find_map(|(name, arg)| match arg {
                Arg::Text(text) if *name == "reason" => Some(text.clone()),
                _ => None,
            })
        };
        let reasons: Vec<String> = joined.iter().map(|finding| reason(finding).unwrap_or_default()).collect();
        for (finding, told) in joined.iter_mut().zip(strangers(&reasons, portfolio)) {
            if told.tells(finding.partner) {
                for (name, _) in finding.args.iter_mut().filter(|(name, _)| *name == "reason") {
                    *name = "shared-reason";
                }
            }
        }
    }
}

/// The partners with facts on a sheet; nobody where there are none.
fn on_sheet(portfolio: &Portfolio, sheet: SheetRef) -> Vec<Option<u32>> {
    let all = portfolio.partners.iter().enumerate().filter(|(_, partner)| partner.sheets.contains(&sheet));
    let all: Vec<Option<u32>> = all.map(|(at, _)| Some(at as u32)).collect();
    if all.is_empty() { vec![None] } else { all }
}

/// What is said of a waiver where it was applied.
fn tell(
    waiver: &Waiver,
    partner: Option<u32>,
    touch: &Touch,
    shared: bool,
    label_of: &dyn Fn(Ustr) -> Option<String>,
) -> Finding {
    let decision = match &waiver.decision {
        Decision::Accept => Phrase::new("waiver-decision-accept").with("code", waiver.finding.map_or("", Code::as_str)),
        Decision::LeaveOut => Phrase::new("waiver-decision-leave-out"),
        Decision::ReadAs { shown, .. } => {
            let was = touch.was.as_deref().unwrap_or_default();
            Phrase::new("waiver-decision-read-as").with("to", shown.as_str()).with("from", was)
        }
        Decision::Associated(id) => {
            let label = label_of(*id).unwrap_or_else(|| id.as_str().to_owned());
            Phrase::new("waiver-decision-associated").with("word", label).with("association", id.as_str())
        }
    };
    let mut finding = Finding::new(Code::WaiverApplied).arg("decision", decision);
    let mut cells = touch.cells.iter().copied();
    if let Some(first) = cells.next() {
        finding = finding.at(first.sheet, first.row, first.col);
        finding.also = cells.take(CELLS_NAMED).collect();
    } else if let Some(place) = &touch.place {
        (finding.file, finding.sheet) = (place.file, place.sheet);
        finding.value = place.args.iter().find(|(name, _)| *name == "name" && place.file.is_none()).and_then(
            |(_, arg)| match arg {
                Arg::Text(name) if place.code.is_about_a_file() => Some(name.clone()),
                _ => None,
            },
        );
    }
    if let Some(was) = &touch.was {
        finding = finding.value(was.as_str());
    }
    finding.partner = partner;
    finding.count = touch.count.max(1);
    let finding = finding.arg(if shared { "shared-reason" } else { "reason" }, waiver.reason.as_str());
    let finding = finding.arg("by", waiver.by.as_str());
    match waiver.until {
        Some(until) => finding.arg("date", until.to_string()),
        None => finding,
    }
}
