//! Waivers at work: first on the facts, before they are judged; then on the findings; and what is told of them.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ustr::Ustr;

use super::overlay::ReadCell;
use super::resolved::{Accept, Hits, Labels, partners, roster_cell, usage_cell};
use super::target::Called;
use super::{Decision, SamePartner, Waiver};
use crate::facts::{CellRef, SheetFacts, SheetRef};
use crate::finding::{Arg, Code, Finding, Phrase};
use crate::intake::{Book, Value};
use crate::portfolio::Portfolio;
use crate::recognise::{fold, words};

/// Letters of a name that a reason may be searched for.
const LETTERS: usize = 4;

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
    accepts: Vec<Accept>,
    left_out: HashSet<CellRef>,
    settled: HashSet<CellRef>,
    markets: BTreeSet<u32>,
    read: BTreeMap<CellRef, Value>,
    touched: Vec<BTreeMap<Option<u32>, Touch>>,
    overruled: BTreeSet<usize>,
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
        let mut applied = Self {
            waivers: waived.waivers.to_vec(),
            // What was read as something else held when it was read.
            expired: (0..)
                .zip(waived.waivers)
                .map(|(n, waiver)| waiver.is_expired(as_of) && waived.read.iter().all(|read| read.waiver != n))
                .collect(),
            labels: Labels::of(books),
            touched: waived.waivers.iter().map(|_| BTreeMap::new()).collect(),
            ..Self::default()
        };
        for (n, waiver) in waived.waivers.iter().enumerate() {
            if applied.expired.get(n) == Some(&true) {
                continue;
            }
            match (&waiver.decision, waiver.finding) {
                (Decision::Accept, Some(code)) => applied.accepts.push(Accept::new(n, waiver, code, portfolio)),
                (Decision::Accept, None) => {}
                (Decision::LeaveOut, _) => applied.leave_out(n, waiver, portfolio, findings),
                (Decision::Associated(id), _) => {
                    let bit = (waived.bit_of)(*id).unwrap_or(0);
                    applied.associate(n, waiver, bit, portfolio, findings);
                }
                (Decision::ReadAs { .. }, _) => {}
            }
        }
        applied.tell_read(&waived.read, owners, sheets, portfolio);
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
        let covers = |accept: &&Accept| {
            self.waivers.get(accept.waiver).is_some_and(|waiver| accept.covers(waiver, &self.labels, finding))
        };
        self.accepts.iter().find(covers).map(|accept| accept.waiver)
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

    fn leave_out(&mut self, n: usize, waiver: &Waiver, portfolio: &Portfolio, findings: &[Finding]) {
        let found = Found::of(waiver, findings);
        let named = partners(waiver, portfolio);
        let sheets = self.labels.sheets(waiver);
        let mut customer = waiver.target.customer.as_deref().map(Called::new);
        for (at, partner) in portfolio.partners.iter().enumerate() {
            if named.as_ref().is_some_and(|named| !named.contains(&(at as u32))) {
                continue;
            }
            let usage = partner.usage.iter();
            let usage = usage.filter(|row| customer.as_mut().is_none_or(|c| c.is(row.customer_id, row.customer_name)));
            let mut cells: Vec<CellRef> = usage.map(usage_cell).collect();
            if customer.is_none() {
                cells.extend(partner.people.iter().flat_map(|person| &person.roster).map(roster_cell));
            }
            let cells = Self::meant(waiver, &sheets, cells, found.as_ref());
            self.left_out.extend(&cells);
            self.touch_cells(n, at as u32, &cells);
        }
    }

    fn associate(&mut self, n: usize, waiver: &Waiver, bit: u32, portfolio: &mut Portfolio, findings: &[Finding]) {
        let found = Found::of(waiver, findings);
        let named = partners(waiver, portfolio);
        let sheets = self.labels.sheets(waiver);
        let Some(mut customer) = waiver.target.customer.as_deref().map(Called::new) else { return };
        for (at, partner) in portfolio.partners.iter_mut().enumerate() {
            if named.as_ref().is_some_and(|named| !named.contains(&(at as u32))) {
                continue;
            }
            let rows = partner.usage.iter().filter(|row| customer.is(row.customer_id, row.customer_name));
            let lacking = rows.filter(|row| row.associations.bits & bit != bit).map(usage_cell).collect();
            let cells = Self::meant(waiver, &sheets, lacking, found.as_ref());
            let cells: BTreeSet<CellRef> = cells.into_iter().collect();
            for row in partner.usage.iter_mut().filter(|row| cells.contains(&usage_cell(row))) {
                row.associations.bits |= bit;
            }
            self.touch_cells(n, at as u32, &cells.into_iter().collect::<Vec<_>>());
        }
    }

    /// Of facts by their cells, those that a waiver means by file, sheet, cells and finding. A cell of a row that is no
    /// fact's own means all facts of the row.
    fn meant(waiver: &Waiver, sheets: &HashSet<SheetRef>, cells: Vec<CellRef>, found: Option<&Found>) -> Vec<CellRef> {
        let mut cells = cells;
        cells.retain(|cell| sheets.contains(&cell.sheet) && found.is_none_or(|found| found.has(cell)));
        let Some(range) = waiver.target.cells else { return cells };
        cells.retain(|cell| (range.first_row..=range.last_row).contains(&cell.row));
        let own = cells.iter().filter(|cell| range.has(cell.row, cell.col)).map(|cell| (cell.sheet, cell.row));
        let own: HashSet<(SheetRef, u32)> = own.collect();
        cells.retain(|cell| range.has(cell.row, cell.col) || !own.contains(&(cell.sheet, cell.row)));
        cells
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

/// Whose customers and people reasons name: what a reason says of them is for nobody else.
fn strangers(reasons: &[String], portfolio: &Portfolio) -> Vec<Told> {
    let mut told: Vec<Told> = reasons.iter().map(|_| Told::default()).collect();
    let reasons: Vec<Said> = reasons.iter().map(|reason| Said::new(reason)).collect();
    if reasons.iter().all(|reason| reason.folded.is_empty()) {
        return told;
    }
    for (at, partner) in portfolio.partners.iter().enumerate() {
        let people = partner.people.iter().flat_map(|person| &person.roster);
        let names = partner.usage.iter().flat_map(|row| [row.customer_name, row.customer_id]).flatten();
        // Addresses and numbers name somebody as well as names do.
        let emails = partner.people.iter().flat_map(|person| person.emails.iter().chain(&person.ids)).copied();
        let names = names.chain(emails).chain(partner.email).chain(partner.id).chain(partner.name);
        // A set, in no order; so is what it is put into.
        let names: HashSet<Ustr> = names.chain(people.filter_map(|row| row.name)).collect();
        let names: BTreeSet<(String, Vec<String>)> =
            names.into_iter().map(|name| (fold(&name), words(&name))).collect();
        for (folded, name) in names.iter().filter(|(folded, _)| folded.chars().count() >= LETTERS) {
            for (reason, told) in reasons.iter().zip(&mut told) {
                if reason.names(folded, name) {
                    told.0.entry(folded.clone()).or_default().insert(at as u32);
                }
            }
        }
    }
    told
}

/// A reason, ready to be searched for names.
struct Said {
    folded: String,
    words: Vec<String>,
}

impl Said {
    fn new(reason: &str) -> Self {
        Self { folded: fold(reason), words: words(reason) }
    }

    /// Whether a name is in it: as words of their own where its script has them ("Firm" is not in "confirmed").
    fn names(&self, folded: &str, name: &[String]) -> bool {
        let whole = || self.words.windows(name.len().max(1)).any(|some| some == name);
        self.folded.contains(folded) && (!folded.is_ascii() || whole())
    }
}

/// The partners with facts on a sheet; nobody where there are none.
fn on_sheet(portfolio: &Portfolio, sheet: SheetRef) -> Vec<Option<u32>> {
    let all = portfolio.partners.iter().enumerate().filter(|(_, partner)| partner.sheets.contains(&sheet));
    let all: Vec<Option<u32>> = all.map(|(at, _)| Some(at as u32)).collect();
    if all.is_empty() { vec![None] } else { all }
}

/// The names that a reason mentions, and the partners that know them.
#[derive(Debug, Default)]
struct Told(BTreeMap<String, BTreeSet<u32>>);

impl Told {
    /// Whether a partner would learn a name of others.
    fn tells(&self, partner: Option<u32>) -> bool {
        partner.is_some_and(|partner| self.0.values().any(|known| !known.contains(&partner)))
    }
}

/// The rows that findings of a code stand on.
struct Found(BTreeSet<(SheetRef, u32)>);

impl Found {
    fn of(waiver: &Waiver, findings: &[Finding]) -> Option<Self> {
        let code = waiver.finding?;
        let of_code = findings.iter().filter(|finding| finding.code == code);
        let cells = of_code.flat_map(|finding| finding.cell.iter().chain(&finding.also));
        Some(Self(cells.map(|cell| (cell.sheet, cell.row)).collect()))
    }

    fn has(&self, cell: &CellRef) -> bool {
        self.0.contains(&(cell.sheet, cell.row))
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_names_whom_it_says_in_words_of_their_own() {
        let names = |reason: &str, name: &str| Said::new(reason).names(&fold(name), &words(name));
        assert!(names("as TAILSPIN-Toys said", "Tailspin Toys") && names("wie Müller sagte", "Muller"));
        assert!(!names("confirmed by phone", "Firm") && !names("the toys of Tailspin", "Tailspin Toys"));
        assert!(names("あおぞらクラウドに確認済み", "あおぞらクラウド"), "a script without blanks");
    }
}
