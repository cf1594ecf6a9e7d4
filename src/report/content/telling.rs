//! Words of names: which of them tell whose a file or sheet is.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::LazyLock;

use super::confidential::plain;
use crate::portfolio::Portfolio;
use crate::recognise::common_texts;
use crate::review::Review;

/// A word of a partner's name with fewer letters than this tells nothing; one of a customer's name needs one more.
const PARTNER_LETTERS: usize = 4;
const CUSTOMER_LETTERS: usize = 5;

/// A word that this many partners bear in their names, and one in [`MANY_OF`] of all, is a common one.
const MANY: usize = 4;
const MANY_OF: usize = 50;

static COMMON: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let texts = common_texts(false);
    let tokens = texts.iter().flat_map(|text| tokens(text));
    tokens.flat_map(|token| [vec![plain(token)], humps(token)].concat()).collect()
});

/// Stretches of letters.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|token| !token.is_empty())
}

/// The words of "ContosoUsage" and "MSPContoso", folded.
fn humps(token: &str) -> Vec<String> {
    let letters: Vec<char> = token.chars().collect();
    let mut words = vec![String::new()];
    for (at, &letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        let after_small = before.is_some_and(|c| c.is_lowercase());
        let ends_capitals =
            before.is_some_and(|c| c.is_uppercase()) && letters.get(at + 1).is_some_and(|c| c.is_lowercase());
        if letter.is_uppercase() && (after_small || ends_capitals) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(letter);
        }
    }
    words.iter().map(|word| plain(word)).filter(|word| !word.is_empty()).collect()
}

/// The words of a name that are in few others, as they are and without what is joined to them, folded.
fn words(name: &str, letters: usize) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for token in tokens(name) {
        let parts = humps(token);
        if parts.iter().all(|part| COMMON.contains(part)) {
            continue;
        }
        found.extend(parts.into_iter().chain([plain(token)]));
    }
    found.retain(|word| word.chars().count() >= letters && !COMMON.contains(word));
    found
}

/// What is left of a label without common words, folded, words apart: only this can tell a name.
pub(super) fn residue(label: &str) -> String {
    let kept = tokens(label)
        .filter(|token| !COMMON.contains(&plain(token)) && !humps(token).iter().all(|part| COMMON.contains(part)));
    kept.map(plain).collect::<Vec<_>>().join(" ")
}

/// The telling words of partners' names, with the partners that bear them. `called` gives the names of each.
pub(super) fn of_partners<'a>(
    portfolio: &'a Portfolio,
    called: impl Fn(u32, &'a crate::portfolio::Partner) -> BTreeSet<&'a str>,
) -> BTreeMap<String, BTreeSet<u32>> {
    let mut bearers: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for (index, partner) in portfolio.partners.iter().enumerate() {
        for word in called(index as u32, partner).into_iter().flat_map(|name| words(name, PARTNER_LETTERS)) {
            bearers.entry(word).or_default().insert(index as u32);
        }
    }
    let many = MANY.max(portfolio.partners.len() / MANY_OF);
    bearers.retain(|_, partners| partners.len() < many);
    bearers
}

/// Customers and people whose names a file's own name or that of a sheet in it may tell: by file, the telling words of
/// theirs that are in such a label, with the partners they belong to.
#[derive(Debug, Default)]
pub(super) struct Acquaintances(BTreeMap<u32, BTreeMap<String, BTreeSet<u32>>>);

impl Acquaintances {
    pub(super) fn new(review: &Review) -> Self {
        // Few words of few labels are left; those of all names are looked for in them, and only the finds are kept.
        let labels: Vec<String> = review
            .books
            .iter()
            .map(|book| {
                let sheets = book.sheets.iter().map(|sheet| residue(&sheet.name));
                sheets.chain([residue(&book.label)]).collect::<Vec<_>>().join(" ")
            })
            .collect();
        let mut found: BTreeMap<u32, BTreeMap<String, BTreeSet<u32>>> = BTreeMap::new();
        for (index, partner) in review.portfolio.partners.iter().enumerate() {
            let customers = partner.usage.iter().map(|row| (row.sheet.file, row.customer_name));
            let roster = partner.people.iter().flat_map(|person| &person.roster);
            let people = roster.map(|row| (row.sheet.file, row.name));
            let mut seen = HashSet::new();
            for (file, name) in customers.chain(people) {
                let (Some(name), Some(label)) = (name, labels.get(file as usize)) else { continue };
                if label.len() < CUSTOMER_LETTERS || !seen.insert((file, name)) {
                    continue;
                }
                for word in words(&name, CUSTOMER_LETTERS).into_iter().filter(|word| label.contains(word.as_str())) {
                    found.entry(file).or_default().entry(word).or_default().insert(index as u32);
                }
            }
        }
        Self(found)
    }

    /// Whether a label of a file tells the name of somebody whom only other partners know.
    pub(super) fn told(&self, file: u32, label: &str, viewer: u32) -> bool {
        let Some(words) = self.0.get(&file) else { return false };
        let label = residue(label);
        words.iter().any(|(word, partners)| !partners.contains(&viewer) && label.contains(word.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_words_come_apart_and_common_ones_fall_away() {
        assert_eq!(humps("OfficeUsage"), ["office", "usage"]);
        assert_eq!(humps("MSPContoso"), ["msp", "contoso"]);
        for label in ["usage.csv", "Nutzung 2026-09.csv", "OfficeUsage.tsv", "Utilizzo clienti settembre 2026.xlsx"] {
            assert_eq!(residue(label), "", "{label}");
        }
        assert_eq!(residue("Zorbax-usage2026.xlsx"), "zorbax");
        let told: Vec<String> = words("Zorbax Cloud Services GmbH", PARTNER_LETTERS).into_iter().collect();
        assert_eq!(told, ["zorbax"]);
    }
}
