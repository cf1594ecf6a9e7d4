//! Who is who: every row's claim leads to one partner.
//!
//! A partner is its ID, or without an ID its folded name; a name that belongs to exactly one ID joins it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ustr::{Ustr, UstrMap, ustr};

use super::market::{self, MarketClaims};
use super::{Partner, Portfolio, people};
use crate::facts::{CellRef, Field, Market, PartnerClaim, PartnerRow, Read, RosterRow, SheetFacts, SheetRef, UsageRow};
use crate::finding::{Code, Finding, Phrase};
use crate::recognise::fold;
use crate::waivers::SamePartner;

/// What the rows of one partner said, before it is settled.
#[derive(Default)]
struct Draft {
    id: Option<Ustr>,
    /// Every ID that was heard; only of partners that are joined there are several.
    ids: BTreeSet<Ustr>,
    names: BTreeMap<Ustr, u64>,
    sheet_names: BTreeMap<Ustr, u64>,
    rows: Vec<PartnerRow>,
    usage: Vec<UsageRow>,
    /// Usage rows of the sheet at hand that are still to come.
    coming: usize,
    roster: Vec<RosterRow>,
}

/// Usage rows of a sheet that move to their partners before the room they took is given back.
const MOVED: usize = 1 << 16;

/// Gathers the facts of all sheets under their partners and settles each partner's name, market and people.
/// The usage and roster facts of partners move out of `sheets`; findings that concern a row of theirs learn their partner.
///
/// `same` are partners that are one, whatever the sheets call them; `market_of` tells the market of a country
/// (ISO 3166-1 alpha-2).
pub fn build(
    sheets: &mut [Vec<SheetFacts>],
    same: &[SamePartner],
    market_of: &dyn Fn(Ustr) -> Option<Market>,
    findings: &mut Vec<Finding>,
) -> Portfolio {
    let who = Who::of(sheets, same);
    who.tell_ambiguous(sheets, findings);
    who.tell_overlaps(same, findings);

    let mut drafts: HashMap<Key, Draft> = HashMap::new();
    let mut months = BTreeSet::new();
    let wanted: BTreeSet<SheetRef> = findings.iter().filter_map(|f| f.cell).map(|cell| cell.sheet).collect();
    let mut row_keys: BTreeMap<(SheetRef, u32), Key> = BTreeMap::new();
    for facts in sheets.iter_mut().flatten() {
        let keep_rows = wanted.contains(&facts.sheet);
        let mut enter = |claim: &PartnerClaim, row: u32| {
            let key = who.key(claim)?;
            if keep_rows {
                row_keys.insert((facts.sheet, row), key);
            }
            Some(key)
        };
        // The rows of a partners sheet stay where they are: there are few, and the annotated copy shows them.
        for row in &facts.partners {
            let Some(key) = enter(&row.partner, row.row) else { continue };
            let draft = drafts.entry(key).or_default();
            draft.heard(&row.partner, true);
            draft.rows.push(row.clone());
        }
        let mut usage = std::mem::take(&mut facts.usage);
        for row in &usage {
            let Some(key) = enter(&row.partner, row.row) else { continue };
            let draft = drafts.entry(key).or_default();
            draft.heard(&row.partner, false);
            months.extend(row.month.value());
            draft.coming += 1;
        }
        // The last go first, so that there is never room for all of a million rows twice.
        let mut begun: Vec<(Key, usize)> = Vec::new();
        while let Some(row) = usage.pop() {
            match who.key(&row.partner) {
                Some(key) => {
                    let draft = drafts.entry(key).or_default();
                    if draft.coming > 0 {
                        begun.push((key, draft.usage.len()));
                        draft.usage.reserve(std::mem::take(&mut draft.coming));
                    }
                    draft.usage.push(row);
                }
                None => facts.usage.push(row),
            }
            if usage.len().is_multiple_of(MOVED) {
                usage.shrink_to_fit();
            }
        }
        facts.usage.reverse();
        for (key, from) in begun {
            if let Some(moved) = drafts.get_mut(&key).and_then(|draft| draft.usage.get_mut(from..)) {
                moved.reverse();
            }
        }
        for row in std::mem::take(&mut facts.roster) {
            let Some(key) = enter(&row.partner, row.row) else {
                facts.roster.push(row);
                continue;
            };
            let draft = drafts.entry(key).or_default();
            draft.heard(&row.partner, false);
            draft.roster.push(row);
        }
    }

    let mut drafts: Vec<(String, Key, Draft)> = drafts
        .into_iter()
        .map(|(key, draft)| (draft.name().map(|name| fold(&name)).unwrap_or_default(), key, draft))
        .collect();
    drafts.sort_by(|a, b| (&a.0, a.1.as_str()).cmp(&(&b.0, b.1.as_str())));

    let positions: HashMap<Key, u32> = drafts.iter().enumerate().map(|(n, draft)| (draft.1, n as u32)).collect();
    for finding in findings.iter_mut().filter(|f| f.partner.is_none()) {
        let row = finding.cell.and_then(|cell| row_keys.get(&(cell.sheet, cell.row)).copied());
        let key = row.or_else(|| finding.claim.and_then(|claim| who.key(&claim)));
        finding.partner = key.and_then(|key| positions.get(&key)).copied();
        finding.claim = None;
    }

    let columns: BTreeMap<SheetRef, &SheetFacts> = sheets.iter().flatten().map(|facts| (facts.sheet, facts)).collect();
    let mut partners = Vec::with_capacity(drafts.len());
    let mut groups: BTreeMap<usize, Vec<String>> = who.joined.values().map(|at| (*at, called(same.get(*at)))).collect();
    for (n, (_, key, draft)) in drafts.into_iter().enumerate() {
        let at = who.joined.get(&key);
        let joined = at.and_then(|at| same.get(*at));
        let ids: Vec<String> = draft.ids.iter().map(|id| id.as_str().to_owned()).collect();
        let partner = draft.settle(n as u32, joined, market_of, &columns, findings);
        if let Some(group) = at.and_then(|at| groups.get_mut(at)) {
            group.insert(0, partner.key().to_owned());
            group.extend(ids);
        }
        partners.push(partner);
    }
    Portfolio { partners, months: months.into_iter().collect(), joined: groups.into_values().collect() }
}

/// What partners that are one are called, IDs first: one of them stands for all.
pub fn called(same: Option<&SamePartner>) -> Vec<String> {
    let mut called = same.map(|same| same.partners.clone()).unwrap_or_default();
    called.sort_by_key(|name| !name.bytes().all(|byte| byte.is_ascii_digit())); // stable
    called
}

/// What identifies a partner: its ID, or its folded name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Id(Ustr),
    Name(Ustr),
}

impl Key {
    fn as_str(&self) -> &str {
        match self {
            Self::Id(key) | Self::Name(key) => key.as_str(),
        }
    }
}

/// The keys of all claims of the run.
struct Who {
    folded: UstrMap<Ustr>,
    ids_of_name: BTreeMap<Ustr, BTreeMap<Ustr, Ustr>>,
    /// Keys of partners that are one with others, and the key that stands for all of them.
    same: HashMap<Key, Key>,
    /// The keys that stand for several, with the position of what joins them.
    joined: HashMap<Key, usize>,
    overlaps: Vec<Overlap>,
}

/// Two groups of partners that are one, with a partner in both.
struct Overlap {
    /// Position of the second, which joins nobody.
    group: usize,
    /// Position of the first.
    first: usize,
    /// The ID or folded name that both have.
    shared: String,
}

impl Who {
    fn of(sheets: &[Vec<SheetFacts>], same: &[SamePartner]) -> Self {
        let mut who = Self {
            folded: UstrMap::default(),
            ids_of_name: BTreeMap::new(),
            same: HashMap::new(),
            joined: HashMap::new(),
            overlaps: Vec::new(),
        };
        let mut last = PartnerClaim::default();
        for claim in sheets.iter().flatten().flat_map(claims).map(|(_, claim)| claim) {
            if claim == last {
                continue; // rows of a partner stand together: most claims repeat the one before
            }
            last = claim;
            if let Some(name) = claim.name {
                let folded = *who.folded.entry(name).or_insert_with(|| ustr(&fold(&name)));
                if let Some(id) = claim.id {
                    who.ids_of_name.entry(folded).or_default().entry(id_key(id)).or_insert(id);
                }
            }
        }
        let known: BTreeSet<Ustr> = if same.is_empty() {
            BTreeSet::new()
        } else {
            who.ids_of_name.values().flat_map(BTreeMap::keys).copied().collect()
        };
        for (at, group) in same.iter().enumerate() {
            who.join(at, group, &known);
        }
        who
    }

    /// Makes several partners one: the first ID among them stands for it, else the first name. Of two groups that turn
    /// out to share a partner, as a name of the one is that of an ID of the other, the second joins nobody.
    fn join(&mut self, at: usize, group: &SamePartner, known: &BTreeSet<Ustr>) {
        let mut keys: Vec<Key> = Vec::new();
        for written in &group.partners {
            let id = Key::Id(id_key(ustr(&written.split_whitespace().collect::<String>())));
            let name = ustr(&fold(written));
            let ids = self.ids_of_name.get(&name).into_iter().flat_map(BTreeMap::keys);
            let mut by_name: Vec<Key> = ids.map(|id| Key::Id(*id)).collect();
            by_name.sort_by_key(|key| key.as_str().to_owned());
            keys.extend([id, Key::Name(name)].into_iter().chain(by_name));
        }
        let is_id = |key: &&Key| match key {
            Key::Id(id) => known.contains(id) || id.bytes().all(|b| b.is_ascii_digit()),
            Key::Name(_) => false,
        };
        let first = keys.iter().find(is_id).or_else(|| keys.iter().find(|key| matches!(key, Key::Name(_))));
        let Some(first) = first.copied() else { return };
        let shared = keys.iter().find_map(|key| Some((*key, *self.joined.get(self.same.get(key)?)?)));
        if let Some((key, first)) = shared {
            self.overlaps.push(Overlap { group: at, first, shared: key.as_str().to_owned() });
            return;
        }
        self.same.extend(keys.into_iter().map(|key| (key, first)));
        self.joined.insert(first, at);
    }

    fn folded(&self, name: Ustr) -> Ustr {
        self.folded.get(&name).copied().unwrap_or(name)
    }

    fn key(&self, claim: &PartnerClaim) -> Option<Key> {
        let key = match claim.id {
            Some(id) => Key::Id(id_key(id)),
            None => {
                let folded = self.folded(claim.name?);
                self.only_id(folded).map_or(Key::Name(folded), Key::Id)
            }
        };
        Some(self.one(key))
    }

    /// The key that stands for a partner.
    fn one(&self, key: Key) -> Key {
        self.same.get(&key).copied().unwrap_or(key)
    }

    /// The ID of a name that belongs to exactly one partner.
    fn only_id(&self, folded: Ustr) -> Option<Ustr> {
        let mut ids = self.ids_of_name.get(&folded)?.keys().map(|id| self.one(Key::Id(*id)));
        let first = ids.next()?;
        match first {
            Key::Id(id) if ids.all(|other| other == first) => Some(id),
            _ => None,
        }
    }

    /// One finding for each group that joins nobody, at its place and with that of the other.
    fn tell_overlaps(&self, same: &[SamePartner], findings: &mut Vec<Finding>) {
        for overlap in &self.overlaps {
            let (Some(group), Some(first)) = (same.get(overlap.group), same.get(overlap.first)) else { continue };
            let detail = Phrase::new("setting-partners-overlap")
                .with("word", overlap.shared.as_str())
                .with("line", first.line as u64)
                .with("column", first.column as u64);
            findings.push(
                Finding::new(Code::ContradictorySetting)
                    .arg("name", crate::workspace::FILE)
                    .arg("line", group.line as u64)
                    .arg("column", group.column as u64)
                    .arg("detail", detail),
            );
        }
    }

    /// One finding for each name without an ID that several IDs share, at its first row.
    fn tell_ambiguous(&self, sheets: &[Vec<SheetFacts>], findings: &mut Vec<Finding>) {
        let mut told = BTreeSet::new();
        for facts in sheets.iter().flatten() {
            let col = facts.column(Field::PartnerName).unwrap_or(0);
            for (row, claim) in claims(facts) {
                let (None, Some(name)) = (claim.id, claim.name) else { continue };
                let folded = self.folded(name);
                let known = self.ids_of_name.get(&folded).filter(|ids| ids.len() > 1);
                let Some(ids) = known.filter(|_| self.only_id(folded).is_none()) else { continue };
                if told.insert(folded) {
                    let ids: Vec<&str> = ids.values().map(Ustr::as_str).collect();
                    findings.push(
                        Finding::new(Code::AmbiguousPartnerName)
                            .at(facts.sheet, row, col)
                            .value(name.as_str())
                            .arg("name", name.as_str())
                            .arg("ids", ids.join(", ")),
                    );
                }
            }
        }
    }
}

/// An ID's key: letters of an ID that is not all digits compare without case.
fn id_key(id: Ustr) -> Ustr {
    if id.bytes().any(|b| !b.is_ascii_digit()) { ustr(&id.to_lowercase()) } else { id }
}

fn claims(facts: &SheetFacts) -> impl Iterator<Item = (u32, PartnerClaim)> + '_ {
    let partners = facts.partners.iter().map(|row| (row.row, row.partner));
    let usage = facts.usage.iter().map(|row| (row.row, row.partner));
    let roster = facts.roster.iter().map(|row| (row.row, row.partner));
    partners.chain(usage).chain(roster)
}

impl Draft {
    fn heard(&mut self, claim: &PartnerClaim, partners_sheet: bool) {
        if let Some(id) = claim.id {
            // Of several spellings that compare equal, the same one whatever the order of rows.
            self.ids.insert(id);
            self.id = Some(self.id.map_or(id, |known| if id.as_str() < known.as_str() { id } else { known }));
        }
        if let Some(name) = claim.name {
            let names = if partners_sheet { &mut self.sheet_names } else { &mut self.names };
            *names.entry(name).or_default() += 1;
        }
    }

    fn name(&self) -> Option<Ustr> {
        most_frequent(&self.sheet_names).or_else(|| most_frequent(&self.names))
    }

    fn settle(
        mut self,
        position: u32,
        joined: Option<&SamePartner>,
        market_of: &dyn Fn(Ustr) -> Option<Market>,
        columns: &BTreeMap<SheetRef, &SheetFacts>,
        findings: &mut Vec<Finding>,
    ) -> Partner {
        let mut sheets: BTreeSet<SheetRef> = self.rows.iter().map(|row| row.sheet).collect();
        if let Some(joined) = joined {
            self.tell_joined(position, joined, findings);
            self.keep_master_data_of_the_first();
        }
        let name = self.name();
        self.tell_names(position, name, joined, columns, findings);
        let display = name.or(self.id).map_or("", |text| text.as_str());
        let settled = market::settle(&MarketClaims::of(&self.rows, &self.usage, &self.roster), market_of);
        findings.extend(settled.finding(display).map(|finding| {
            let place =
                self.rows.first().map(|row| (row.sheet, row.row, market_column(row.sheet, columns).unwrap_or(0)));
            let finding = self.at_markets(finding.of_partner(position), columns);
            match place {
                Some((sheet, row, col)) if finding.cell.is_none() => finding.at(sheet, row, col),
                _ => finding,
            }
        }));
        sheets.extend(self.usage.iter().map(|row| row.sheet));
        sheets.extend(self.roster.iter().map(|row| row.sheet));
        let least = |values: &mut dyn Iterator<Item = Ustr>| values.min_by(|a, b| a.as_str().cmp(b.as_str()));
        let nameless = |row: &mut RosterRow| row.person_id.is_none() && row.email.is_none() && row.name.is_none();
        // A million rows grew one by one; they stay until the last report is written.
        self.usage.shrink_to_fit();
        let nobodys = self.roster.extract_if(.., nameless).collect();
        Partner {
            id: self.id,
            name,
            country: settled.country,
            market: settled.market,
            market_basis: settled.basis,
            language: least(&mut self.rows.iter().filter_map(|row| row.language)),
            email: least(&mut self.rows.iter().filter_map(|row| row.email)),
            current_tier: least(&mut self.rows.iter().filter_map(|row| row.tier)),
            anniversary: self.rows.iter().filter_map(|row| row.anniversary.value()).min(),
            people: people::gather(self.roster, position, findings),
            nobodys,
            usage: self.usage,
            sheets: sheets.into_iter().collect(),
        }
    }

    /// The first cells that say each of the markets, where they contradict each other: on partners sheets, else in usage.
    fn at_markets(&self, finding: Finding, columns: &BTreeMap<SheetRef, &SheetFacts>) -> Finding {
        let firsts = |rows: &mut dyn Iterator<Item = (SheetRef, u32, Read<Market>)>| {
            let mut seen: Vec<(Market, CellRef)> = Vec::new();
            for (sheet, row, market) in rows {
                if let (Some(market), Some(col)) = (market.value(), market_column(sheet, columns))
                    && seen.iter().all(|(known, _)| *known != market)
                {
                    seen.push((market, CellRef { sheet, row, col }));
                }
            }
            seen
        };
        let mut cells = firsts(&mut self.rows.iter().map(|row| (row.sheet, row.row, row.market)));
        if cells.is_empty() {
            cells = firsts(&mut self.usage.iter().map(|row| (row.sheet, row.row, row.market)));
        }
        if cells.len() < 2 { finding } else { finding.at_all(cells.into_iter().map(|(_, cell)| cell)) }
    }

    /// The first cell that calls the partner by this name.
    fn cell_of_name(&self, name: Ustr, columns: &BTreeMap<SheetRef, &SheetFacts>) -> Option<CellRef> {
        let rows = self.rows.iter().map(|row| (row.sheet, row.row, row.partner));
        let rows = rows.chain(self.usage.iter().map(|row| (row.sheet, row.row, row.partner)));
        let rows = rows.chain(self.roster.iter().map(|row| (row.sheet, row.row, row.partner)));
        let named = rows.filter(|(.., claim)| claim.name == Some(name)).map(|(sheet, row, _)| (sheet, row)).min();
        let (sheet, row) = named?;
        let col = columns.get(&sheet)?.column(Field::PartnerName)?;
        Some(CellRef { sheet, row, col })
    }

    /// The one that stands for several gives name, language, contact and the like, if the partners sheet has it: mixed
    /// ones would write to one in the language of the other.
    fn keep_master_data_of_the_first(&mut self) {
        let first = self.id.map(id_key);
        let own: Vec<PartnerRow> =
            self.rows.iter().filter(|row| row.partner.id.map(id_key) == first).cloned().collect();
        if first.is_some() && !own.is_empty() {
            let names = own.iter().filter_map(|row| row.partner.name);
            self.sheet_names = names.fold(BTreeMap::new(), |mut names, name| {
                *names.entry(name).or_default() += 1;
                names
            });
            self.rows = own;
        }
    }

    /// Several that are one; of their IDs the one that was named first stands for it.
    fn tell_joined(&mut self, position: u32, joined: &SamePartner, findings: &mut Vec<Finding>) {
        let called = |written: &str| {
            let is = |word: &Ustr| fold(word) == fold(written);
            self.ids.iter().any(is) || self.sheet_names.keys().chain(self.names.keys()).any(is)
        };
        let here: Vec<&str> = joined.partners.iter().map(String::as_str).filter(|name| called(name)).collect();
        if let Some(id) = here.iter().find_map(|name| self.ids.iter().find(|id| fold(id) == fold(name)).copied()) {
            self.id = Some(id);
        }
        if here.len() > 1 {
            findings.push(
                Finding::new(Code::PartnersJoined)
                    .of_partner(position)
                    .value(here.join(", "))
                    .arg("ids", here.join(", "))
                    .arg("reason", joined.reason.as_str())
                    .arg("by", joined.by.as_str()),
            );
        }
    }

    /// One ID with several names is worth a look: a mistyped ID gives one partner's rows to another.
    fn tell_names(
        &self,
        position: u32,
        name: Option<Ustr>,
        joined: Option<&SamePartner>,
        columns: &BTreeMap<SheetRef, &SheetFacts>,
        findings: &mut Vec<Finding>,
    ) {
        let Some(name) = name else { return };
        let known = fold(&name);
        let settled: Vec<String> = joined.into_iter().flat_map(|joined| &joined.partners).map(|n| fold(n)).collect();
        let mut others: BTreeMap<String, Ustr> = BTreeMap::new();
        for other in self.sheet_names.keys().chain(self.names.keys()) {
            let folded = fold(other);
            if folded != known && !settled.contains(&folded) {
                let spelling = others.entry(folded).or_insert(*other);
                if other.as_str() < spelling.as_str() {
                    *spelling = *other;
                }
            }
        }
        if !others.is_empty() {
            let places = others.values().filter_map(|other| self.cell_of_name(*other, columns));
            let others: Vec<&str> = others.values().map(Ustr::as_str).collect();
            let finding = Finding::new(Code::PartnerNamesDiffer)
                .of_partner(position)
                .value(others.join(", "))
                .arg("name", name.as_str())
                .arg("others", others.join(", "));
            findings.push(finding.at_all(places));
        }
    }
}

/// The column of a sheet that says the partner's market.
fn market_column(sheet: SheetRef, columns: &BTreeMap<SheetRef, &SheetFacts>) -> Option<u32> {
    let facts = columns.get(&sheet)?;
    facts.column(Field::PartnerMarket).or_else(|| facts.column(Field::Market))
}

/// The most frequent spelling; of equally frequent ones the first in code point order.
pub(super) fn most_frequent(names: &BTreeMap<Ustr, u64>) -> Option<Ustr> {
    names.iter().min_by(|a, b| b.1.cmp(a.1).then_with(|| a.0.as_str().cmp(b.0.as_str()))).map(|(name, _)| *name)
}
