//! Facts by what waivers name them by, so that ten thousand waivers look at each fact once and not ten thousand times.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use ustr::Ustr;

use super::target::{Cells, bare};
use super::{Decision, Waiver};
use crate::facts::{CellRef, SheetRef};
use crate::finding::{Code, Finding};
use crate::portfolio::Portfolio;
use crate::recognise::fold;

/// A fact of a partner. They sort as the partners have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fact {
    /// Position of the partner.
    pub partner: u32,
    /// Place among the partner's facts: its usage, then what the roster says of its people.
    pub order: u32,
    /// The cell by which it is known.
    pub cell: CellRef,
}

/// The facts of all partners, as far as the waivers ask for them.
#[derive(Debug, Default)]
pub(super) struct Index {
    customers: HashMap<String, Vec<Fact>>,
    partners: HashMap<String, BTreeSet<u32>>,
    by_partner: Vec<Vec<Fact>>,
    rows: BTreeMap<(SheetRef, u32), Vec<Fact>>,
}

/// Prepares what many facts say: each text once.
#[derive(Default)]
struct Keys(HashMap<(bool, Ustr), String>);

impl Keys {
    fn of(&mut self, id: Option<Ustr>, name: Option<Ustr>) -> impl Iterator<Item = String> {
        let id = id.map(|id| self.0.entry((true, id)).or_insert_with(|| id_key(&id)).clone());
        let name = name.map(|name| self.0.entry((false, name)).or_insert_with(|| name_key(&name)).clone());
        id.into_iter().chain(name)
    }
}

fn id_key(id: &str) -> String {
    format!("id {}", bare(id))
}

fn name_key(name: &str) -> String {
    format!("name {}", fold(name))
}

impl Index {
    /// The index of a portfolio for these waivers.
    pub(super) fn of(portfolio: &Portfolio, waivers: &[Waiver]) -> Self {
        let mut index = Self::default();
        let about_facts = |waiver: &&Waiver| matches!(waiver.decision, Decision::LeaveOut | Decision::Associated(_));
        if waivers.iter().any(|waiver| waiver.target.partner.is_some()) {
            index.name_partners(portfolio);
        }
        if !waivers.iter().any(|waiver| about_facts(&waiver) || waiver.target.customer.is_some()) {
            return index;
        }
        let mut keys = Keys::default();
        for (at, partner) in portfolio.partners.iter().enumerate() {
            let mut own = Vec::new();
            for (order, row) in partner.usage.iter().enumerate() {
                let fact = Fact { partner: at as u32, order: order as u32, cell: super::resolved::usage_cell(row) };
                for key in keys.of(row.customer_id, row.customer_name) {
                    index.customers.entry(key).or_default().push(fact);
                }
                own.push(fact);
            }
            let roster = partner.people.iter().flat_map(|person| &person.roster);
            for (order, row) in roster.enumerate() {
                let order = (partner.usage.len() + order) as u32;
                own.push(Fact { partner: at as u32, order, cell: super::resolved::roster_cell(row) });
            }
            for fact in &own {
                index.rows.entry((fact.cell.sheet, fact.cell.row)).or_default().push(*fact);
            }
            index.by_partner.push(own);
        }
        index
    }

    fn name_partners(&mut self, portfolio: &Portfolio) {
        let mut keys = Keys::default();
        for (at, partner) in portfolio.partners.iter().enumerate() {
            let roster = partner.people.iter().flat_map(|person| &person.roster).map(|row| row.partner);
            let claims = partner.usage.iter().map(|row| row.partner).chain(roster);
            let mut last = None;
            for claim in claims.map(|claim| (claim.id, claim.name)).chain([(partner.id, partner.name)]) {
                if last.replace(claim) == Some(claim) {
                    continue; // rows of a partner stand together
                }
                for key in keys.of(claim.0, claim.1) {
                    self.partners.entry(key).or_default().insert(at as u32);
                }
            }
        }
    }

    /// The partners that a waiver names; `None` is any.
    pub(super) fn partners(&self, waiver: &Waiver) -> Option<BTreeSet<u32>> {
        let written = waiver.target.partner.as_ref()?;
        let named = [id_key(written), name_key(written)];
        Some(named.iter().filter_map(|key| self.partners.get(key)).flatten().copied().collect())
    }

    /// The facts that are about a customer, in order.
    pub(super) fn of_customer(&self, written: &str) -> Vec<Fact> {
        let named = [id_key(written), name_key(written)];
        let facts: BTreeSet<Fact> = named.iter().filter_map(|key| self.customers.get(key)).flatten().copied().collect();
        facts.into_iter().collect()
    }

    /// The facts that a waiver names by customer, cells or partner, in order; what else it names is not looked at.
    /// `sheets` are those that it means.
    pub(super) fn named(&self, waiver: &Waiver, sheets: impl FnOnce() -> BTreeSet<SheetRef>) -> Vec<Fact> {
        if let Some(customer) = &waiver.target.customer {
            return self.of_customer(customer);
        }
        if let Some(cells) = waiver.target.cells {
            return self.in_rows(cells, &sheets());
        }
        let partners = self.partners(waiver).unwrap_or_default();
        partners.iter().filter_map(|at| self.by_partner.get(*at as usize)).flatten().copied().collect()
    }

    /// The facts of the row that a cell is in.
    pub(super) fn in_row(&self, cell: CellRef) -> &[Fact] {
        self.rows.get(&(cell.sheet, cell.row)).map_or(&[], Vec::as_slice)
    }

    fn in_rows(&self, cells: Cells, sheets: &BTreeSet<SheetRef>) -> Vec<Fact> {
        let mut facts = BTreeSet::new();
        for &sheet in sheets {
            let rows = self.rows.range((sheet, cells.first_row)..=(sheet, cells.last_row));
            facts.extend(rows.flat_map(|(_, facts)| facts).copied());
        }
        facts.into_iter().collect()
    }
}

/// The rows that findings of each code stand on.
#[derive(Debug, Default)]
pub(super) struct FoundRows(HashMap<Code, HashSet<(SheetRef, u32)>>);

impl FoundRows {
    /// Those of the codes that waivers name.
    pub(super) fn of(findings: &[Finding], waivers: &[Waiver]) -> Self {
        let wanted: BTreeSet<Code> = waivers.iter().filter_map(|waiver| waiver.finding).collect();
        let mut rows: HashMap<Code, HashSet<(SheetRef, u32)>> = HashMap::new();
        for finding in findings.iter().filter(|finding| wanted.contains(&finding.code)) {
            let cells = finding.cell.iter().chain(&finding.also);
            rows.entry(finding.code).or_default().extend(cells.map(|cell| (cell.sheet, cell.row)));
        }
        Self(rows)
    }

    /// Whether a waiver means the row of a cell: it names no finding, or there is one.
    pub(super) fn fit(&self, waiver: &Waiver, cell: CellRef) -> bool {
        waiver.finding.is_none_or(|code| self.0.get(&code).is_some_and(|rows| rows.contains(&(cell.sheet, cell.row))))
    }
}
