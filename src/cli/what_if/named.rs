//! Who is meant: partners, customers and people as somebody types them.

use anyhow::{Error, anyhow};
use ustr::Ustr;

use super::super::job::Job;
use super::{Changes, Told};
use crate::assess::{Candidate, Step, customers_of};
use crate::portfolio::{Partner, Person, Portfolio};
use crate::recognise::{fold, parse_credentials};
use crate::say;

/// Names that are offered where none or several fit.
const OFFERED: usize = 6;
/// How alike two names must be for one to be offered for the other.
const ALIKE: f64 = 0.6;

/// Active users of a new customer at most: more than any has.
const MOST_USERS: u64 = 10_000_000;

/// Something that can be named: its keys (IDs, emails), its names, and how to tell it from others.
struct Nameable<T> {
    what: T,
    keys: Vec<Ustr>,
    names: Vec<Ustr>,
}

impl<T> Nameable<T> {
    /// Name and key, as a person would type one or the other.
    fn shown(&self) -> String {
        match (self.names.first(), self.keys.first()) {
            (Some(name), Some(key)) => format!("{name} ({key})"),
            (Some(one), None) | (None, Some(one)) => one.to_string(),
            (None, None) => "?".to_owned(),
        }
    }

    fn has_key(&self, typed: &str) -> bool {
        self.keys.iter().any(|key| key.eq_ignore_ascii_case(typed))
    }

    fn has_name(&self, folded: &str) -> bool {
        self.names.iter().any(|name| fold(name) == folded)
    }

    /// How near a typed name is: part of a name, or alike.
    fn near(&self, folded: &str) -> f64 {
        let near = |word: &Ustr| {
            let word = fold(word);
            let part = folded.chars().count() >= 3 && (word.contains(folded) || folded.contains(&word));
            if part { 1.0 } else { strsim::normalized_damerau_levenshtein(&word, folded) }
        };
        self.keys.iter().chain(&self.names).map(near).fold(0.0, f64::max)
    }
}

/// The ones that a typed text means: by key, else by name.
fn fitting<'a, T>(all: &'a [Nameable<T>], typed: &str) -> Vec<&'a Nameable<T>> {
    let typed = typed.trim();
    let by_key: Vec<_> = all.iter().filter(|one| one.has_key(typed)).collect();
    if !by_key.is_empty() {
        return by_key;
    }
    let folded = fold(typed);
    all.iter().filter(|one| !folded.is_empty() && one.has_name(&folded)).collect()
}

fn none<T>(kind: &str, typed: &str, all: &[Nameable<T>]) -> Error {
    let folded = fold(typed);
    let mut near: Vec<(f64, String)> = all.iter().map(|one| (one.near(&folded), one.shown())).collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let alike: Vec<&str> = near.iter().filter(|(near, _)| *near >= ALIKE).map(|(_, name)| name.as_str()).collect();
    let hint = match (alike.get(..OFFERED.min(alike.len())).unwrap_or_default(), near.len()) {
        ([], 0) => format!("there is no {kind} at all"),
        ([], 1..=OFFERED) => {
            let all: Vec<&str> = near.iter().map(|(_, name)| name.as_str()).collect();
            format!("there are: {}", all.join("; "))
        }
        ([], count) => format!("there are {count}; `tiergap run` lists them all in results.json"),
        (alike, _) => format!("did you mean {}?", alike.join(" or ")),
    };
    anyhow!("no {kind} is called {typed:?}\nhint: {hint}")
}

fn several<T>(kind: &str, typed: &str, all: &[&Nameable<T>], remedy: &str) -> Error {
    let mut shown: Vec<String> = all.iter().take(OFFERED).map(|one| one.shown()).collect();
    if all.len() > OFFERED {
        shown.push("…".to_owned());
    }
    anyhow!("{typed:?} is more than one {kind}: {}\nhint: {remedy}", shown.join("; "))
}

/// The position of the partner that is meant.
pub(super) fn partner(portfolio: &Portfolio, typed: &str) -> Result<usize, Error> {
    let all: Vec<Nameable<usize>> = portfolio
        .partners
        .iter()
        .enumerate()
        .map(|(n, partner)| Nameable {
            what: n,
            keys: partner.id.into_iter().collect(),
            names: partner.name.into_iter().collect(),
        })
        .collect();
    match fitting(&all, typed)[..] {
        [] => Err(none("partner", typed, &all)),
        [one] => Ok(one.what),
        ref many => Err(several("partner", typed, many, "give the partner's ID instead")),
    }
}

/// Everybody and everything that the changes can be about.
struct Names<'a> {
    job: &'a Job,
    customers: Vec<Nameable<Candidate>>,
    people: Vec<Nameable<usize>>,
    partner: &'a Partner,
}

/// The changes as steps; all that cannot be understood is told at once.
pub(super) fn steps(changes: &Changes, partner: &Partner, job: &Job) -> Result<Vec<Told>, Error> {
    let customer = |it: Candidate| Nameable { keys: it.id.into_iter().collect(), names: it.names.clone(), what: it };
    let person = |(n, it): (usize, &Person)| Nameable {
        what: n,
        keys: it.ids.iter().chain(&it.emails).copied().collect(),
        names: it.name.into_iter().collect(),
    };
    let names = Names {
        job,
        customers: customers_of(partner).into_iter().map(customer).collect(),
        people: partner.people.iter().enumerate().map(person).collect(),
        partner,
    };
    let each = |typed: &[String], told: &dyn Fn(&str) -> Result<Told, Error>| -> Vec<Result<Told, Error>> {
        typed.iter().map(|typed| told(typed)).collect()
    };
    let mut all = each(&changes.associate, &|typed| names.associate(typed));
    all.extend(each(&changes.convert_trial, &|typed| names.convert(typed)));
    all.extend(each(&changes.pass, &|typed| names.hold("pass", typed)));
    all.extend(each(&changes.certify, &|typed| names.hold("certify", typed)));
    all.extend(changes.add_people.iter().map(|number| Ok(names.add_people(*number))));
    all.extend(each(&changes.add_users, &|typed| names.add_users(typed)));
    all.extend(each(&changes.without, &|typed| names.without(typed)));
    let (mut steps, mut errors) = (Vec::new(), Vec::new());
    for one in all {
        match one {
            Ok(told) => steps.push(told),
            Err(error) => errors.push(error.to_string()),
        }
    }
    if errors.is_empty() { Ok(steps) } else { Err(anyhow!("{}", errors.join("\n"))) }
}

impl Names<'_> {
    /// The customer's rows and its name. Rows that give an ID and rows that give only the name are one customer, as long
    /// as there is one ID.
    fn customer(&self, typed: &str) -> Result<(Vec<usize>, &'static str), Error> {
        let fit = fitting(&self.customers, typed);
        if fit.iter().filter(|one| one.what.id.is_some()).count() > 1 {
            return Err(several("customer", typed, &fit, "give the customer's tenant ID instead"));
        }
        let Some(first) = fit.first() else { return Err(none("customer", typed, &self.customers)) };
        let rows = fit.iter().flat_map(|one| one.what.rows.iter().copied()).collect();
        Ok((rows, first.what.display()))
    }

    fn person(&self, typed: &str) -> Result<usize, Error> {
        match fitting(&self.people, typed)[..] {
            [] => Err(none("person", typed, &self.people)),
            [one] => Ok(one.what),
            ref many => Err(several("person", typed, many, "give the MCP ID or the email instead")),
        }
    }

    fn name_of(&self, person: usize) -> &'static str {
        self.partner.people.get(person).map_or("", Person::display)
    }

    fn associate(&self, typed: &str) -> Result<Told, Error> {
        let (rows, customer) = self.customer(typed)?;
        let words = say!(self.job.text, "whatif-associate", customer = customer);
        Ok(Told { step: Step::Associate(rows), words, asked: ("associate", customer.to_owned()) })
    }

    fn convert(&self, typed: &str) -> Result<Told, Error> {
        let (rows, customer) = self.customer(typed)?;
        let words = say!(self.job.text, "whatif-convert", customer = customer);
        Ok(Told { step: Step::ConvertTrial(rows), words, asked: ("convert-trial", customer.to_owned()) })
    }

    fn hold(&self, option: &'static str, typed: &str) -> Result<Told, Error> {
        let Some((who, what)) = typed.split_once(':') else {
            return Err(anyhow!(
                "--{option} {typed:?} names no credential\nhint: write PERSON:CREDENTIAL, such as \"Anna Rossi:70-347\""
            ));
        };
        let credential = self.credential(what)?;
        let person = self.person(who)?;
        let name = self.name_of(person);
        let words = say!(self.job.text, "whatif-hold", person = name, credential = self.label(credential));
        let asked = (option, format!("{name}:{credential}"));
        Ok(Told { step: Step::Hold { person, credential }, words, asked })
    }

    /// A credential within a sentence.
    fn label(&self, credential: Ustr) -> String {
        let text = &self.job.text;
        let key = format!("label-{credential}");
        if credential.chars().all(|c| c.is_ascii_digit() || c == '-') {
            say!(text, "exam-named", number = credential.as_str())
        } else if text.has(&key) {
            text.message(&key, &[])
        } else {
            self.job.words.label(credential).unwrap_or(credential.as_str()).to_owned()
        }
    }

    /// A credential of the ruleset; another would change nothing.
    fn credential(&self, typed: &str) -> Result<Ustr, Error> {
        let known = self.job.ruleset.credentials();
        let folded = fold(typed);
        let read = parse_credentials(typed, &self.job.words);
        let meant = known.iter().find(|id| fold(id) == folded || read.contains(id));
        meant.copied().ok_or_else(|| {
            let shown: Vec<&str> = known.iter().map(|id| self.job.words.label(*id).unwrap_or(id.as_str())).collect();
            anyhow!("the ruleset asks for no credential {typed:?}\nhint: it asks for {}", shown.join(", "))
        })
    }

    fn add_people(&self, number: u32) -> Told {
        let words = say!(self.job.text, "whatif-add-people", count = u64::from(number));
        Told { step: Step::AddPeople(number), words, asked: ("add-people", number.to_string()) }
    }

    fn add_users(&self, typed: &str) -> Result<Told, Error> {
        let (number, workload) = match typed.split_once(':') {
            Some((number, workload)) => (number, Some(workload)),
            None => (typed, None),
        };
        let digits = number.trim();
        // A number of any length is one, if one too large.
        let users = match digits.parse::<u64>() {
            Ok(users) if (1..=MOST_USERS).contains(&users) => users,
            Err(_) if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                return Err(anyhow!(
                    "--add-users {typed:?} is no number\nhint: write it in digits, such as 300 or 300:Yammer"
                ));
            }
            _ => {
                return Err(anyhow!(
                    "--add-users {typed:?} is out of range\nhint: a customer has 1 to {MOST_USERS} active users"
                ));
            }
        };
        let workload = workload
            .map(|typed| {
                self.job.words.workload(typed).ok_or_else(|| {
                    let counting = &self.job.ruleset.entitlements.workloads;
                    let shown: Vec<&str> =
                        counting.iter().map(|id| self.job.words.label(*id).unwrap_or(id.as_str())).collect();
                    anyhow!("no workload is called {typed:?}\nhint: those that count are {}", shown.join(", "))
                })
            })
            .transpose()?;
        let meant = workload.or(self.job.ruleset.entitlements.workloads.first().copied());
        let label = meant.map_or("", |id| self.job.words.label(id).unwrap_or(id.as_str()));
        let words = say!(self.job.text, "whatif-add-users", count = users, workload = label);
        let asked = ("add-users", format!("{users}:{label}"));
        Ok(Told { step: Step::AddUsers { users, workload }, words, asked })
    }

    fn without(&self, typed: &str) -> Result<Told, Error> {
        let as_customer = || -> Result<Told, Error> {
            let (rows, customer) = self.customer(typed)?;
            let words = say!(self.job.text, "whatif-without", who = customer);
            Ok(Told { step: Step::WithoutCustomer(rows), words, asked: ("without", customer.to_owned()) })
        };
        let as_person = || -> Result<Told, Error> {
            let person = self.person(typed)?;
            let name = self.name_of(person);
            let words = say!(self.job.text, "whatif-without", who = name);
            Ok(Told { step: Step::WithoutPerson(person), words, asked: ("without", name.to_owned()) })
        };
        match (fitting(&self.customers, typed).is_empty(), fitting(&self.people, typed).is_empty()) {
            (false, true) => as_customer(),
            (true, false) => as_person(),
            (false, false) => Err(anyhow!(
                "{typed:?} is a customer and a person\nhint: give the customer's tenant ID, or the person's MCP ID or email"
            )),
            (true, true) => {
                let mut all: Vec<Nameable<()>> = Vec::new();
                let bare =
                    |keys: &[Ustr], names: &[Ustr]| Nameable { what: (), keys: keys.into(), names: names.into() };
                all.extend(self.customers.iter().map(|one| bare(&one.keys, &one.names)));
                all.extend(self.people.iter().map(|one| bare(&one.keys, &one.names)));
                Err(none("customer or person", typed, &all))
            }
        }
    }
}
