//! Whom a reviewer's reason names: what it says of somebody is for nobody whom they are strangers to.
//!
//! People write names as they speak them: the first name last, "Contoso" for "Contoso S.r.l.". So a company is named where
//! all the words of its name that tell something are there, in any order, and a person where all the words of the name
//! are. Words that are in every sentence or in every second company's name tell nothing, nor do those of up to three
//! letters. Addresses, IDs and numbers are named as they are.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use ustr::Ustr;

use crate::portfolio::Portfolio;
use crate::recognise::{common_texts, fold, words};

/// Letters that a name has at least, whole and as a word of its own that tells whose it is. Of customers there are many,
/// and many are called after a thing.
const LETTERS: usize = 4;
const CUSTOMER_LETTERS: usize = 5;

/// Words that tell nobody's name.
static GENERIC: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let texts = common_texts(true);
    texts.iter().flat_map(|text| words(text)).collect()
});

/// What a name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Of {
    Partner,
    Customer,
    Person,
    /// An address, ID or number.
    Exactly,
}

/// For each reason, whom it names and who knows them.
pub(super) fn strangers(reasons: &[String], portfolio: &Portfolio) -> Vec<Told> {
    let said = Reasons::new(reasons);
    if !said.all.is_empty() {
        // Of each name, who knows it; a name is looked for once, however many rows have it.
        let mut known: BTreeMap<(Of, &'static str), BTreeSet<u32>> = BTreeMap::new();
        for (at, partner) in portfolio.partners.iter().enumerate() {
            let rows = partner.usage.iter();
            let customers = rows.clone().filter_map(|row| Some((Of::Customer, row.customer_name?)));
            let tenants = rows.filter_map(|row| Some((Of::Exactly, row.customer_id?)));
            let people = partner.people.iter().flat_map(|person| &person.roster);
            let people = people.filter_map(|row| Some((Of::Person, row.name?)));
            let exactly = partner.people.iter().flat_map(|person| person.emails.iter().chain(&person.ids)).copied();
            let exactly = exactly.chain(partner.email).chain(partner.id).map(|text| (Of::Exactly, text));
            let own = partner.name.map(|name| (Of::Partner, name));
            // A set, in no order; so is what it is put into.
            let names: HashSet<(Of, Ustr)> = customers.chain(tenants).chain(people).chain(exactly).chain(own).collect();
            let names: BTreeSet<(Of, &'static str)> = names.into_iter().map(|(of, name)| (of, name.as_str())).collect();
            for name in names {
                known.entry(name).or_default().insert(at as u32);
            }
        }
        return said.told(&known, reasons.len());
    }
    reasons.iter().map(|_| Told::default()).collect()
}

/// Names that a reason mentions: the words by which, and the partners that know them.
#[derive(Debug, Default, Clone)]
pub(super) struct Told(BTreeMap<BTreeSet<String>, BTreeSet<u32>>);

impl Told {
    /// Whether a partner would learn a name of others. Words of a name that it knows say nothing new: "Contoso Italia" may
    /// read its own name though there is a "Contoso".
    pub(super) fn tells(&self, partner: Option<u32>) -> bool {
        let Some(partner) = partner else { return false };
        let own = || self.0.iter().filter(|(_, known)| known.contains(&partner)).map(|(words, _)| words);
        let others = self.0.iter().filter(|(_, known)| !known.contains(&partner)).map(|(words, _)| words);
        others.into_iter().any(|words| !own().any(|own| words.is_subset(own)))
    }
}

/// The reasons, ready to be searched for names: each text once.
struct Reasons {
    all: Vec<Said>,
    by_word: HashMap<String, Vec<usize>>,
}

/// A reason.
struct Said {
    /// Which of the reasons say so.
    positions: Vec<usize>,
    folded: String,
    words: Vec<String>,
}

impl Reasons {
    fn new(reasons: &[String]) -> Self {
        let mut texts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, reason) in reasons.iter().enumerate().filter(|(_, reason)| !reason.is_empty()) {
            texts.entry(reason).or_default().push(at);
        }
        let all: Vec<Said> = texts
            .into_iter()
            .map(|(text, positions)| Said { positions, folded: fold(text), words: words(text) })
            .collect();
        let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, said) in all.iter().enumerate() {
            let mut own: BTreeSet<&str> = said.words.iter().map(String::as_str).collect();
            // "Contosos Zahlen": a German genitive.
            let genitives = said.words.iter().filter_map(|word| word.strip_suffix('s'));
            own.extend(genitives.filter(|word| word.chars().count() >= LETTERS));
            for word in own {
                by_word.entry(word.to_owned()).or_default().push(at);
            }
        }
        Self { all, by_word }
    }

    fn told(&self, known: &BTreeMap<(Of, &'static str), BTreeSet<u32>>, count: usize) -> Vec<Told> {
        let mut told: Vec<Told> = vec![Told::default(); count];
        let mut tell = |said: &Said, words: &BTreeSet<String>, partners: &BTreeSet<u32>| {
            for at in &said.positions {
                if let Some(told) = told.get_mut(*at) {
                    told.0.entry(words.clone()).or_default().extend(partners);
                }
            }
        };
        // Names of a script that may have no blanks between words: all are looked for at once.
        let mut unbroken: Vec<(String, BTreeSet<String>, &BTreeSet<u32>)> = Vec::new();
        for ((of, name), partners) in known {
            let name = Name::new(*of, name);
            if name.folded.chars().count() < LETTERS || name.words.is_empty() {
                continue;
            }
            for (said, words) in self.naming(&name) {
                tell(said, &words, partners);
            }
            if !name.folded.is_ascii() {
                unbroken.push((name.folded, name.words.into_iter().collect(), partners));
            }
        }
        let search = AhoCorasick::new(unbroken.iter().map(|(folded, ..)| folded)).ok();
        for said in &self.all {
            let found: BTreeSet<usize> = match &search {
                Some(search) => {
                    search.find_overlapping_iter(&said.folded).map(|found| found.pattern().as_usize()).collect()
                }
                // Of more names than can be looked for at once, each is looked for by itself.
                None => (0..unbroken.len())
                    .filter(|n| unbroken.get(*n).is_some_and(|(folded, ..)| said.folded.contains(folded)))
                    .collect(),
            };
            for (_, words, partners) in found.into_iter().filter_map(|n| unbroken.get(n)) {
                tell(said, words, partners);
            }
        }
        told
    }

    /// The reasons that name somebody in words, and the words by which.
    fn naming(&self, name: &Name) -> Vec<(&Said, BTreeSet<String>)> {
        let telling = name.telling();
        let words = if telling.is_empty() { name.words.iter().cloned().collect() } else { telling.clone() };
        let generic = || name.words.len() == 1 && name.of != Of::Exactly && words.iter().all(|w| GENERIC.contains(w));
        let in_order = |said: &Said| said.words.windows(name.words.len()).any(|some| some == name.words);
        let fits = |said: &Said| !telling.is_empty() || in_order(said) && !generic();
        let has: Vec<&Said> = self.with_all(&words).filter(|said| fits(said)).collect();
        has.into_iter().map(|said| (said, words.clone())).collect()
    }

    /// The reasons that have all of these words.
    fn with_all<'a>(&'a self, words: &BTreeSet<String>) -> impl Iterator<Item = &'a Said> + use<'a> {
        let mut lists: Vec<&[usize]> =
            words.iter().map(|word| self.by_word.get(word).map_or(&[][..], Vec::as_slice)).collect();
        lists.sort_by_key(|list| list.len());
        let (fewest, others) = lists.split_first().map_or((&[][..], &[][..]), |(fewest, others)| (*fewest, others));
        let others = others.to_vec();
        let has = move |at: &&usize| others.iter().all(|list| list.binary_search(at).is_ok());
        fewest.iter().filter(has).filter_map(|at| self.all.get(*at))
    }
}

/// A name, ready to be looked for.
struct Name {
    of: Of,
    folded: String,
    words: Vec<String>,
}

impl Name {
    fn new(of: Of, name: &str) -> Self {
        Self { of, folded: fold(name), words: words(name) }
    }

    /// The words by which somebody is named wherever they stand; none where only the whole name as it is does.
    fn telling(&self) -> BTreeSet<String> {
        let letters = |word: &str| word.chars().count();
        let of_length = |least: usize| self.words.iter().filter(move |word| letters(word) >= least).cloned();
        match self.of {
            Of::Exactly => BTreeSet::new(),
            Of::Person => {
                // Initials may be left out; a single name is too little to go by in another way than as it is.
                let words: BTreeSet<String> = of_length(2).collect();
                let enough = words.len() > 1 && words.iter().any(|word| letters(word) >= LETTERS);
                if enough { words } else { BTreeSet::new() }
            }
            Of::Partner | Of::Customer => {
                let words: BTreeSet<String> = of_length(LETTERS).filter(|word| !GENERIC.contains(word)).collect();
                let least = if self.of == Of::Partner { LETTERS } else { CUSTOMER_LETTERS };
                let enough = words.len() > 1 || words.iter().any(|word| letters(word) >= least);
                if enough { words } else { BTreeSet::new() }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(of: Of, reason: &str, name: &str) -> bool {
        let name: &'static str = ustr::ustr(name).as_str();
        let known = [((of, name), [7].into())].into();
        Reasons::new(&[reason.to_owned()]).told(&known, 1)[0].tells(Some(1))
    }

    #[test]
    fn a_reason_names_whom_it_says_in_words_of_their_own() {
        assert!(names(Of::Customer, "as TAILSPIN-Toys said", "Tailspin Toys"));
        assert!(names(Of::Customer, "wie Müller-Bräu sagte", "Muller Brau"));
        assert!(!names(Of::Customer, "confirmed by all", "Firm"));
        assert!(names(Of::Customer, "あおぞらクラウドに確認済み", "あおぞらクラウド"), "a script without blanks");
    }

    #[test]
    fn names_are_found_in_another_order_and_without_their_legal_form() {
        assert!(names(Of::Person, "per Rossi Mario, 5 October", "Mario Rossi"));
        assert!(names(Of::Person, "as Mario J. Rossi wrote", "Rossi, Mario"));
        assert!(names(Of::Customer, "asked at the Klinik Beta", "Beta Klinik"));
        assert!(names(Of::Partner, "Contoso has confirmed it", "Contoso S.r.l."));
        assert!(names(Of::Partner, "laut Contosos Liste", "Contoso Deutschland GmbH"));
        assert!(names(Of::Customer, "Kontor Nordwind said so", "Nordwind Kontor GmbH & Co. KG"));
        assert!(names(Of::Person, "όπως έγραψε ο Παπαδόπουλος Νίκος", "Νίκος Παπαδόπουλος"), "in any script");
        assert!(names(Of::Exactly, "see a.b@kontor.example", "a.b@kontor.example"));
    }

    #[test]
    fn short_and_generic_words_name_nobody() {
        assert!(!names(Of::Partner, "the sum of all is in the sap", "SAP AG"));
        assert!(!names(Of::Customer, "confirmed by phone and mail", "Phone GmbH"));
        assert!(!names(Of::Customer, "confirmed by phone and mail", "Mail"));
        assert!(!names(Of::Partner, "cloud services of the group", "Cloud Services Group GmbH"));
        assert!(!names(Of::Person, "per Rossi, 5 October", "Mario Rossi"), "one of two names may be anybody's");
        assert!(!names(Of::Person, "as she said", "Ann Lee") && names(Of::Person, "as Ann Lee said", "Ann Lee"));
        assert!(!names(Of::Exactly, "number 12345678", "1234567"), "part of a number is another one");
    }

    #[test]
    fn a_name_within_ones_own_tells_nothing_new() {
        let set = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<BTreeSet<_>>();
        let told = Told([(set(&["contoso"]), [1].into()), (set(&["contoso", "alpin"]), [2].into())].into());
        assert!(!told.tells(Some(2)), "its own name has both words");
        assert!(told.tells(Some(1)) && told.tells(Some(3)) && !told.tells(None));
    }
}
