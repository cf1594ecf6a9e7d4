//! Who may see which name: finds the partners of the run that a text of the inputs names.
//!
//! File names, sheet names and free columns are strangers' text and may name other partners. All names and IDs are
//! looked for in one pass over a text, prepared once a run, so that ten thousand partners cost no more than ten.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::portfolio::{Partner, Portfolio};

/// A shorter name or ID counts only where it stands alone: two letters, or a one-digit ID, are in every text.
const SHORT_NAME: usize = 3;
const SHORT_ID: usize = 5;

/// The names and IDs of all partners, ready to be looked for.
#[derive(Debug)]
pub(super) struct Confidential {
    search: Option<AhoCorasick>,
    /// Which partners each pattern of `search` stands for.
    owners: Vec<Vec<u32>>,
    /// Short names and IDs, which must be a word of their own.
    words: BTreeMap<String, Vec<u32>>,
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
        for (index, partner) in portfolio.partners.iter().enumerate() {
            let index = index as u32;
            let (names, ids) = called(partner);
            let names = names.into_iter().map(|name| (plain(name), SHORT_NAME));
            let ids = ids.into_iter().map(|id| (plain(id), SHORT_ID));
            for (word, least) in names.chain(ids) {
                let set = if word.chars().count() < least { &mut short } else { &mut long };
                if !word.is_empty() {
                    set.entry(word).or_default().insert(index);
                }
            }
        }
        let list = |set: BTreeSet<u32>| set.into_iter().collect::<Vec<_>>();
        // Building fails only beyond some 2^31 patterns; without a search every text then counts as naming others.
        let search = AhoCorasick::new(long.keys()).ok();
        let owners = long.into_values().map(list).collect();
        let words = short.into_iter().map(|(word, set)| (word, list(set))).collect();
        Self { search, owners, words }
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
        let folded = plain(text);
        let Some(search) = &self.search else { return !folded.is_empty() };
        let mentions: Vec<Mention> = search
            .find_overlapping_iter(&folded)
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
