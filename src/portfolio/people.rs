//! Which roster rows are one person: those of a partner that share an MCP ID or an email; a row with neither is
//! its folded name.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ustr::{Ustr, ustr};

use super::Person;
use super::build::most_frequent;
use crate::facts::RosterRow;
use crate::finding::{Code, Finding};
use crate::recognise::fold;

#[derive(PartialEq, Eq, Hash)]
enum Key {
    Id(Ustr),
    Email(Ustr),
    Name(String),
}

/// Gathers one partner's roster rows under its people, sorted by name, ID and email.
pub(super) fn gather(roster: Vec<RosterRow>, partner: u32, findings: &mut Vec<Finding>) -> Vec<Person> {
    let groups = group(&roster);
    let mut rows: BTreeMap<usize, Vec<RosterRow>> = BTreeMap::new();
    for (row, group) in roster.into_iter().zip(groups) {
        rows.entry(group).or_default().push(row);
    }
    let mut people: Vec<Person> = rows.into_values().map(person).collect();
    people
        .sort_by_cached_key(|p| (p.name.map(|name| fold(&name)).unwrap_or_default(), texts(&p.ids), texts(&p.emails)));
    tell_joined(&people, partner, findings);
    tell_same_names(&people, partner, findings);
    people
}

/// The group of each row: rows that share a key share a group, through any number of steps.
fn group(roster: &[RosterRow]) -> Vec<usize> {
    let mut parents: Vec<usize> = (0..roster.len()).collect();
    let mut owners: HashMap<Key, usize> = HashMap::new();
    for (n, row) in roster.iter().enumerate() {
        let id = row.person_id.map(|id| Key::Id(ustr(&id.to_lowercase())));
        let email = row.email.map(Key::Email);
        let name =
            (id.is_none() && email.is_none()).then(|| Key::Name(row.name.map_or_else(String::new, |n| fold(&n))));
        for key in id.into_iter().chain(email).chain(name) {
            let owner = *owners.entry(key).or_insert(n);
            let (a, b) = (root(&mut parents, owner), root(&mut parents, n));
            parents[a.max(b)] = a.min(b);
        }
    }
    (0..roster.len()).map(|n| root(&mut parents, n)).collect()
}

fn root(parents: &mut [usize], mut n: usize) -> usize {
    while parents[n] != n {
        parents[n] = parents[parents[n]];
        n = parents[n];
    }
    n
}

fn person(rows: Vec<RosterRow>) -> Person {
    let sorted = |values: &mut dyn Iterator<Item = Ustr>| {
        let set: BTreeMap<&'static str, Ustr> = values.map(|value| (value.as_str(), value)).collect();
        set.into_values().collect::<Vec<_>>()
    };
    let mut names: BTreeMap<Ustr, u64> = BTreeMap::new();
    for name in rows.iter().filter_map(|row| row.name) {
        *names.entry(name).or_default() += 1;
    }
    Person {
        ids: sorted(&mut rows.iter().filter_map(|row| row.person_id)),
        emails: sorted(&mut rows.iter().filter_map(|row| row.email)),
        name: most_frequent(&names),
        roster: rows,
    }
}

fn texts(values: &[Ustr]) -> Vec<&'static str> {
    values.iter().map(|value| value.as_str()).collect()
}

/// One person under two MCP IDs is a known fault of the portal.
fn tell_joined(people: &[Person], partner: u32, findings: &mut Vec<Finding>) {
    for person in people.iter().filter(|person| person.ids.len() > 1) {
        let first = &person.roster[0];
        let ids = texts(&person.ids).join(", ");
        findings.push(
            Finding::new(Code::PersonJoinedByEmail)
                .at(first.sheet, first.row, first.credential_col)
                .of_partner(partner)
                .value(ids.clone())
                .arg("name", person.display())
                .arg("ids", ids)
                .arg("email", texts(&person.emails).join(", ")),
        );
    }
}

/// Two people of one name may be one person whose rows share neither MCP ID nor email.
fn tell_same_names(people: &[Person], partner: u32, findings: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    let mut told = BTreeSet::new();
    for person in people {
        let Some(name) = person.name else { continue };
        let folded = fold(&name);
        if !seen.insert(folded.clone()) && told.insert(folded) {
            let first = &person.roster[0];
            findings.push(
                Finding::new(Code::SameNameTwoPeople)
                    .at(first.sheet, first.row, first.credential_col)
                    .of_partner(partner)
                    .value(name.as_str())
                    .arg("name", name.as_str()),
            );
        }
    }
}
