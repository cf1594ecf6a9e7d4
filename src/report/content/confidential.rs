//! Who may see which name: finds the partners of the run that a text of the inputs names.
//!
//! File names, sheet names and free columns are strangers' text and may name other partners. All names and IDs are
//! looked for in one pass over a text, prepared once a run, so that ten thousand partners cost no more than ten.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::telling;
use crate::portfolio::{Partner, Portfolio};

/// A shorter name or ID counts only where it stands alone: two letters, or a one-digit ID, are in every text.
const SHORT_NAME: usize = 3;
const SHORT_ID: usize = 5;

/// The names and IDs of all partners, ready to be looked for.
#[derive(Debug)]
pub(super) struct Confidential {
    /// Whole names and IDs.
    names: Search,
    /// Short names and IDs, which must be a word of their own.
    words: BTreeMap<String, Vec<u32>>,
    /// Single words of names that tell whose they are.
    telling: Search,
}

/// Looks for many words at once.
#[derive(Debug)]
struct Search {
    patterns: Option<AhoCorasick>,
    /// Which partners each pattern stands for.
    owners: Vec<Vec<u32>>,
}

/// A mention of partners in a text: positions in its folded form.
#[derive(Debug, Clone, Copy)]
struct Mention<'a> {
    start: usize,
    end: usize,
    owners: &'a [u32],
}

impl Confidential {
    /// Prepares the names of a portfolio.
    pub(super) fn new(portfolio: &Portfolio) -> Self {
        let mut long: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
        let mut short: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
        let mains = Mains::new(portfolio);
        for (index, partner) in portfolio.partners.iter().enumerate() {
            let index = index as u32;
            let (names, ids) = mains.called(index, partner);
            let names = names.into_iter().map(|name| (plain(name), SHORT_NAME));
            let ids = ids.into_iter().map(|id| (plain(id), SHORT_ID));
            for (word, least) in names.chain(ids) {
                let set = if word.chars().count() < least { &mut short } else { &mut long };
                if !word.is_empty() {
                    set.entry(word).or_default().insert(index);
                }
            }
        }
        let words = short.into_iter().map(|(word, set)| (word, set.into_iter().collect())).collect();
        let telling = telling::of_partners(portfolio, |index, partner| mains.called(index, partner).0);
        Self { names: Search::new(long), words, telling: Search::new(telling) }
    }

    /// Whether the label of a file or sheet names a partner other than `viewer`, if only by a word of its name.
    pub(super) fn label_names_another(&self, label: &str, viewer: u32) -> bool {
        self.names_another(label, viewer) || self.telling.of_another(&telling::residue(label), viewer)
    }

    /// Whether a text names a partner other than `viewer`. A mention inside a mention of the viewer says nothing new:
    /// "Contoso Italia" may see its own name though there is a "Contoso".
    pub(super) fn names_another(&self, text: &str, viewer: u32) -> bool {
        let alone = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).any(|word| {
            !self.words.is_empty() && self.words.get(&plain(word)).is_some_and(|owners| !owners.contains(&viewer))
        });
        if alone {
            return true;
        }
        self.names.of_another(&plain(text), viewer)
    }
}

impl Search {
    fn new(words: BTreeMap<String, BTreeSet<u32>>) -> Self {
        // Building fails only beyond some 2^31 patterns; without a search every text then counts as naming others.
        let patterns = AhoCorasick::new(words.keys()).ok();
        Self { patterns, owners: words.into_values().map(|set| set.into_iter().collect()).collect() }
    }

    /// Whether a folded text holds a word of a partner other than `viewer`.
    fn of_another(&self, folded: &str, viewer: u32) -> bool {
        let Some(patterns) = &self.patterns else { return !folded.is_empty() };
        let mentions: Vec<Mention> = patterns
            .find_overlapping_iter(folded)
            .map(|found| Mention {
                start: found.start(),
                end: found.end(),
                owners: self.owners.get(found.pattern().as_usize()).map_or(&[], Vec::as_slice),
            })
            .collect();
        let own = |m: &Mention| m.owners.contains(&viewer);
        mentions
            .iter()
            .any(|m| !own(m) && !mentions.iter().any(|mine| own(mine) && mine.start <= m.start && m.end <= mine.end))
    }
}

/// Whose own name each name is. A row with one partner's ID and another's name makes that name nobody else's.
struct Mains(BTreeMap<String, BTreeSet<u32>>);

impl Mains {
    fn new(portfolio: &Portfolio) -> Self {
        let mut mains: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
        for (index, partner) in portfolio.partners.iter().enumerate() {
            if let Some(name) = partner.name {
                mains.entry(plain(&name)).or_default().insert(index as u32);
            }
        }
        Self(mains)
    }

    /// The names and IDs of the partner at a position, without names that are others' own.
    fn called<'a>(&self, index: u32, partner: &'a Partner) -> (BTreeSet<&'a str>, BTreeSet<&'a str>) {
        let (mut names, ids) = called(partner);
        names.retain(|name| self.0.get(&plain(name)).is_none_or(|owners| owners.contains(&index)));
        (names, ids)
    }
}

/// Every name and every ID that the inputs give a partner.
fn called(partner: &Partner) -> (BTreeSet<&str>, BTreeSet<&str>) {
    let mut names: BTreeSet<&str> = partner.name.iter().map(|name| name.as_str()).collect();
    let mut ids: BTreeSet<&str> = partner.id.iter().map(|id| id.as_str()).collect();
    let roster = partner.people.iter().flat_map(|person| &person.roster).map(|row| row.partner);
    let mut last = None;
    for claim in partner.usage.iter().map(|row| row.partner).chain(roster) {
        if last != Some(claim) {
            names.extend(claim.name.iter().map(|name| name.as_str()));
            ids.extend(claim.id.iter().map(|id| id.as_str()));
            last = Some(claim);
        }
    }
    (names, ids)
}

/// Letters and digits only, in lower case and without accents: spelling differences must not hide a name. Unlike the
/// fold that recognises words, nothing else is kept: a name of symbols only is in every text.
pub(super) fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    }
    let letters = text.nfkd().filter(|c| !is_combining_mark(*c) && c.is_alphanumeric());
    let mut folded = String::with_capacity(text.len());
    for letter in letters.flat_map(char::to_lowercase) {
        match letter {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            other => folded.push(other),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use ustr::ustr;

    use super::*;
    use crate::portfolio::MarketBasis;

    fn portfolio(partners: &[(&str, &str)]) -> Portfolio {
        let partner = |&(id, name): &(&str, &str)| Partner {
            id: Some(ustr(id)),
            name: Some(ustr(name)),
            country: None,
            market: None,
            market_basis: MarketBasis::Unknown,
            language: None,
            email: None,
            current_tier: None,
            anniversary: None,
            usage: Vec::new(),
            people: Vec::new(),
            nobodys: Vec::new(),
            sheets: Vec::new(),
        };
        Portfolio { partners: partners.iter().map(partner).collect(), ..Portfolio::default() }
    }

    #[test]
    fn names_are_found_in_any_spelling_and_ids_in_any_text() {
        let all = Confidential::new(&portfolio(&[("1234567", "Contoso"), ("7654321", "Größe & Söhne")]));
        for text in ["Grosse+SOHNE.xlsx", "usage_große-söhne", "7654321-2026.csv", "MPN 7 654 321", "ＧＲÖẞＥ Söhne"]
        {
            assert!(all.names_another(text, 0), "{text}");
            assert!(!all.names_another(text, 1), "{text}: one's own name");
        }
        for text in ["usage.xlsx", "Große", "765432", ""] {
            assert!(!all.names_another(text, 0), "{text}");
        }
    }

    #[test]
    fn a_row_with_ones_id_and_anothers_name_makes_that_name_no_ones_own() {
        use crate::facts::{Associations, PartnerClaim, Read, SheetRef, Trial, UsageRow};
        let mut both = portfolio(&[("4711000", "Alpine Cloud"), ("4711001", "Beta Cloud")]);
        both.partners[1].usage.push(UsageRow {
            sheet: SheetRef { file: 0, sheet: 0 },
            row: 1,
            count_col: 5,
            partner: PartnerClaim { id: Some(ustr("4711001")), name: Some(ustr("ALPINE cloud")) },
            market: Read::NoColumn,
            country: None,
            customer_id: None,
            customer_name: None,
            workload: Read::Blank,
            sku: None,
            trial: Trial::No,
            associations: Associations::default(),
            month: Read::NoColumn,
            month_or: None,
            count: Read::Value(1),
        });
        let all = Confidential::new(&both);
        assert!(all.names_another("Alpine Cloud", 1) && !all.names_another("Alpine Cloud", 0));
        assert!(all.label_names_another("alpine usage.csv", 1) && !all.label_names_another("alpine usage.csv", 0));
    }

    #[test]
    fn short_names_and_ids_must_stand_alone() {
        let all = Confidential::new(&portfolio(&[("1234567", "Contoso"), ("42", "HP")]));
        assert!(all.names_another("HP usage.xlsx", 0) && all.names_another("partner-42.xlsx", 0));
        assert!(!all.names_another("php export 1420.xlsx", 0));
    }

    #[test]
    fn a_name_within_ones_own_name_is_no_other_partner() {
        let all = Confidential::new(&portfolio(&[("1111111", "Contoso"), ("2222222", "Contoso Italia")]));
        assert!(!all.names_another("Contoso Italia.xlsx", 1));
        assert!(all.names_another("Contoso and Contoso Italia.xlsx", 1));
        assert!(all.names_another("Contoso Italia.xlsx", 0));
    }

    #[test]
    fn a_label_tells_a_name_by_one_word_of_it() {
        let all = Confidential::new(&portfolio(&[("1111111", "Fabrikam Services"), ("2222222", "Zorbax Cloud GmbH")]));
        for label in ["zorbax usage.csv", "ZorbaxAndFriends.xlsx", "2026_ZORBAX", "fromzorbax.csv"] {
            assert!(all.label_names_another(label, 0), "{label}");
            assert!(!all.label_names_another(label, 1), "{label}: one's own name");
        }
        for label in ["cloud usage.csv", "Services GmbH.xlsx", "CloudUsers", "usage.csv"] {
            assert!(!all.label_names_another(label, 0) && !all.label_names_another(label, 1), "{label}");
        }
    }

    #[test]
    fn two_partners_of_one_name_hide_nothing_from_each_other_by_it() {
        let all = Confidential::new(&portfolio(&[("1111111", "Contoso"), ("2222222", "CONTOSO")]));
        assert!(!all.names_another("contoso.xlsx", 0) && !all.names_another("contoso.xlsx", 1));
        assert!(all.names_another("contoso 2222222.xlsx", 0));
    }
}
