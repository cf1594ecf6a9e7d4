//! What would be if: a partner's facts with a few of them changed, to be judged by the same rules again.
//!
//! Nothing is added up here. A changed fact goes through judging like any other, so that duplicates, the reference
//! month and one person's paths hold for it as well.

use std::collections::BTreeMap;

use ustr::{Ustr, ustr};

use super::Judge;
use super::usage::{CustomerKey, keys};
use crate::facts::{
    Associations, Credential, PartnerClaim, Read, RosterRow, SheetRef, Status, Trial, UsageRow, Workload,
};
use crate::portfolio::{Partner, Person};

/// Rows that no sheet has stand here, so that every row of a sheet comes before them.
const NOWHERE: SheetRef = SheetRef { file: u32::MAX, sheet: u32::MAX };

/// A customer of a partner, as its usage rows name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Tenant ID, if known.
    pub id: Option<Ustr>,
    /// Every spelling of its name, in order.
    pub names: Vec<Ustr>,
    /// Positions of its rows among the partner's usage rows.
    pub rows: Vec<usize>,
}

impl Candidate {
    /// How people call it: its name, else its ID; empty where neither is known.
    pub fn display(&self) -> &'static str {
        self.names.first().copied().or(self.id).map_or("", |text| text.as_str())
    }
}

/// The customers that a partner's usage rows name, whether any of their rows counts or not: by ID and name.
pub fn customers_of(partner: &Partner) -> Vec<Candidate> {
    let mut found: BTreeMap<(u8, &str), Candidate> = BTreeMap::new();
    for (n, (row, (customer, _, _))) in partner.usage.iter().zip(keys(&partner.usage)).enumerate() {
        let key = match customer {
            CustomerKey::Id(id) => (0, id.as_str()),
            CustomerKey::Name(name) => (1, name.as_str()),
            CustomerKey::Unnamed => (2, ""),
        };
        let new = || Candidate { id: row.customer_id, names: Vec::new(), rows: Vec::new() };
        let candidate = found.entry(key).or_insert_with(new);
        candidate.rows.push(n);
        if let Some(name) = row.customer_name
            && !candidate.names.contains(&name)
        {
            candidate.names.push(name);
        }
    }
    let mut all: Vec<Candidate> = found.into_values().collect();
    for candidate in &mut all {
        candidate.names.sort_unstable_by_key(|name| name.as_str());
    }
    all
}

/// Something that would be otherwise. Positions are those of the partner before any step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A customer associates the partner in a way that counts: these usage rows.
    Associate(Vec<usize>),
    /// A customer's trials become subscriptions: these usage rows.
    ConvertTrial(Vec<usize>),
    /// A person holds one more credential, achieved on the as-of date.
    Hold {
        /// Position of the person.
        person: usize,
        /// ID of the exam or certification.
        credential: Ustr,
    },
    /// So many further people hold every credential that the ruleset names.
    AddPeople(u32),
    /// A new customer, associated with the partner, has so many active users in the reference month.
    AddUsers {
        /// Active users.
        users: u64,
        /// ID of the workload; `None` is the first one that counts.
        workload: Option<Ustr>,
    },
    /// A customer is gone: these usage rows.
    WithoutCustomer(Vec<usize>),
    /// A person is gone.
    WithoutPerson(usize),
}

/// The partner as it would be after all steps; without any, as it is. Positions that the partner does not have change
/// nothing.
pub fn apply(judge: &Judge<'_>, partner: &Partner, steps: &[Step]) -> Partner {
    let mut then = partner.clone();
    let mut gone_rows: Vec<usize> = Vec::new();
    let mut gone_people: Vec<usize> = Vec::new();
    let (mut new_usage, mut new_people) = (Vec::new(), Vec::new());
    for (nth, step) in (0_u32..).zip(steps) {
        match step {
            Step::Associate(rows) => {
                for row in rows {
                    if let Some(row) = then.usage.get_mut(*row) {
                        row.associations.bits |= judge.associations;
                    }
                }
            }
            Step::ConvertTrial(rows) => {
                for row in rows {
                    if let Some(row) = then.usage.get_mut(*row) {
                        row.trial = Trial::No;
                    }
                }
            }
            Step::Hold { person, credential } => {
                if let Some(person) = then.people.get_mut(*person) {
                    person.roster.push(held(judge, nth, 0, *credential));
                }
            }
            Step::AddPeople(number) => {
                for n in 0..*number {
                    let name = Some(ustr(&format!("\u{1}{nth}-{n}"))); // nobody's name
                    let rows = (0_u32..).zip(&judge.credentials);
                    let roster = rows.map(|(col, credential)| held(judge, nth, col, *credential)).collect();
                    new_people.push(Person { ids: Vec::new(), emails: Vec::new(), name, roster });
                }
            }
            Step::AddUsers { users, workload } => {
                let workload = workload.or(judge.rules.entitlements.workloads.first().copied());
                new_usage.extend(workload.map(|workload| used(judge, nth, *users, workload)));
            }
            Step::WithoutCustomer(rows) => gone_rows.extend(rows),
            Step::WithoutPerson(person) => gone_people.push(*person),
        }
    }
    then.usage = without(then.usage, &gone_rows);
    then.people = without(then.people, &gone_people);
    then.usage.extend(new_usage);
    then.people.extend(new_people);
    then
}

fn without<T>(all: Vec<T>, gone: &[usize]) -> Vec<T> {
    let gone: std::collections::BTreeSet<usize> = gone.iter().copied().collect();
    all.into_iter().enumerate().filter(|(n, _)| !gone.contains(n)).map(|(_, item)| item).collect()
}

/// A roster row that says that a credential was passed and never expires.
fn held(judge: &Judge<'_>, row: u32, col: u32, credential: Ustr) -> RosterRow {
    RosterRow {
        sheet: NOWHERE,
        row,
        credential_col: col,
        partner: PartnerClaim::default(),
        country: None,
        person_id: None,
        email: None,
        name: None,
        credential: Read::Value(Credential { id: Some(credential), text: credential }),
        status: Read::Value(Status::Passed),
        achieved: Read::Value(judge.as_of),
        expires: Read::NoColumn,
        status_col: None,
        achieved_col: None,
        expires_col: None,
    }
}

/// A usage row of a customer that nobody else is.
fn used(judge: &Judge<'_>, row: u32, users: u64, workload: Ustr) -> UsageRow {
    UsageRow {
        sheet: NOWHERE,
        row,
        count_col: 0,
        partner: PartnerClaim::default(),
        market: Read::NoColumn,
        country: None,
        customer_id: Some(ustr(&format!("\u{1}{row}"))),
        customer_name: None,
        workload: Read::Value(Workload::Known(workload)),
        sku: None,
        trial: Trial::No,
        associations: Associations { bits: judge.associations, unknown: false },
        month: Read::Value(judge.month),
        month_or: None,
        count: Read::Value(users),
    }
}
