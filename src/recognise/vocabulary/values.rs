//! `values.toml` and `countries.toml`: which word of a cell says what.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;
use ustr::Ustr;

use super::{Answer, Term, Vocabulary, VocabularyError, WordFile, columns};
use crate::facts::{Market, Status};
use crate::recognise::fold::{fold, words};
use crate::shipped::{COLUMNS, COUNTRIES, VALUES};
use crate::text::Lang;

/// A name of a certification, as the words that must stand next to each other.
#[derive(Debug, Clone)]
pub(crate) struct CertificationName {
    pub id: Ustr,
    pub words: Vec<String>,
}

/// What a column of a wide roster says of its credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WideKind {
    /// A date, a tick or a word.
    Any,
    Status,
    Achieved,
    Expires,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Values {
    workload: Vec<Entry>,
    association: Vec<Entry>,
    certification: Vec<Entry>,
    certification_words: CertificationWords,
    exams: Exams,
    wide_roster: WideRoster,
    wide_usage: Words,
    answers: Answers,
    trial: TrialWords,
    status: StatusWords,
    nothing: NothingWords,
    totals: Totals,
    notes: Words,
    guides: Guides,
    months: Months,
    markets: MarketWords,
    tiers: BTreeMap<String, Vec<String>>,
    languages: BTreeMap<String, Vec<String>>,
    lists: Lists,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Lists {
    joins: Vec<String>,
    #[serde(default)]
    scores: Vec<String>,
    #[serde(default)]
    customers: Vec<String>,
    #[serde(default)]
    sums: Vec<String>,
    #[serde(default)]
    same_count: Vec<String>,
    #[serde(default)]
    excluding: Vec<String>,
    #[serde(default)]
    rehearsals: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    label: String,
    names: Vec<String>,
}

#[derive(Deserialize)]
struct CertificationWords {
    fillers: Vec<String>,
    #[serde(default)]
    kinds: Vec<String>,
}

#[derive(Deserialize)]
struct Exams {
    label: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
struct WideRoster {
    status: Vec<String>,
    achieved: Vec<String>,
    expires: Vec<String>,
}

#[derive(Deserialize)]
struct Words {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct Answers {
    yes: Vec<String>,
    no: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct TrialWords {
    trial: Vec<String>,
    paid: Vec<String>,
    in_names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct StatusWords {
    passed: Vec<String>,
    not_passed: Vec<String>,
}

#[derive(Deserialize)]
struct NothingWords {
    words: Vec<String>,
    associations: Vec<String>,
    expiry: Vec<String>,
}

#[derive(Deserialize)]
struct Guides {
    columns: Vec<String>,
    examples: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Totals {
    words: Vec<String>,
    beside_names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Months {
    names: Vec<Vec<String>>,
    year_headers: Vec<String>,
    fillers: Vec<String>,
}

#[derive(Deserialize)]
struct MarketWords {
    developed: Vec<String>,
    developing: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Country {
    iso3: String,
    en: String,
    it: String,
    de: String,
    fr: String,
    es: String,
    pt: String,
    #[serde(default)]
    also: Vec<String>,
}

fn set(words: &[String]) -> HashSet<String> {
    words.iter().map(|word| fold(word)).collect()
}

/// The words of several lists; a word that stands in two of them is an error.
fn lists<T: Copy + PartialEq>(section: &str, lists: &[(&[String], T)]) -> Result<HashMap<String, T>, VocabularyError> {
    let mut known = HashMap::new();
    for &(words, value) in lists {
        for word in words {
            if known.insert(fold(word), value).is_some_and(|other| other != value) {
                let message = format!("\"{word}\" stands in two lists of {section}");
                return Err(VocabularyError::new("values.toml", None, message));
            }
        }
    }
    Ok(known)
}

fn terms(entries: &[Entry]) -> Vec<Term> {
    entries.iter().map(|e| Term { id: Ustr::from(&e.id), label: e.label.clone() }).collect()
}

pub(super) fn load<'a>(own: &dyn Fn(&str) -> Option<WordFile<'a>>) -> Result<Vocabulary, VocabularyError> {
    let file = |origin: &'static str, text: &'static str| own(origin).unwrap_or(WordFile { text, origin });
    let [words, countries, headers] =
        [file("values.toml", VALUES), file("countries.toml", COUNTRIES), file("columns.toml", COLUMNS)];
    let headers = columns::parse(headers.text, headers.origin, None)?;
    let countries = read_countries(countries).map_err(|e| e.in_file(countries))?;
    read_values(words, headers, countries).map_err(|e| e.in_file(words))
}

fn read_values(
    file: WordFile<'_>,
    headers: columns::Headers,
    (countries, country_names): Countries,
) -> Result<Vocabulary, VocabularyError> {
    let values: Values = toml::from_str(file.text).map_err(|e| VocabularyError::of_toml(&e, file.text, file.origin))?;
    let workload_lists: Vec<(&[String], Ustr)> =
        values.workload.iter().map(|e| (e.names.as_slice(), Ustr::from(&e.id))).collect();
    let mut association_lists: Vec<(&[String], u32)> =
        values.association.iter().zip(0_u32..32).map(|(e, n)| (e.names.as_slice(), 1_u32 << n)).collect();
    association_lists.push((&values.nothing.associations, 0));
    association_lists.push((&values.nothing.words, 0));
    if values.association.len() > 32 {
        return Err(VocabularyError::new("values.toml", None, "more than 32 associations"));
    }
    let months: Vec<(&[String], i8)> = values.months.names.iter().map(Vec::as_slice).zip(1..=12).collect();
    let by_id = |map: &BTreeMap<String, Vec<String>>, section| {
        let entries: Vec<(&[String], Ustr)> = map.iter().map(|(id, w)| (w.as_slice(), Ustr::from(id))).collect();
        lists(section, &entries)
    };
    Ok(Vocabulary {
        headers: headers.aliases.into_iter().collect(),
        reordered: headers.reordered.into_iter().filter_map(|(key, alias)| Some((key, alias?))).collect(),
        workloads: terms(&values.workload),
        workload_names: lists("workloads", &workload_lists)?,
        associations: terms(&values.association),
        association_names: lists("associations", &association_lists)?,
        certifications: terms(&values.certification),
        certification_names: values
            .certification
            .iter()
            .flat_map(|e| e.names.iter().map(|n| CertificationName { id: Ustr::from(&e.id), words: words(n) }))
            .collect(),
        certification_kinds: set(&values.certification_words.kinds),
        certification_fillers: values.certification_words.fillers.iter().map(|w| fold(w)).collect(),
        exam_label: values.exams.label,
        exam_words: values.exams.words.iter().map(|w| fold(w)).collect(),
        wide_kinds: lists(
            "wide-roster",
            &[
                (&values.wide_roster.status, WideKind::Status),
                (&values.wide_roster.achieved, WideKind::Achieved),
                (&values.wide_roster.expires, WideKind::Expires),
            ],
        )?,
        wide_usage_words: set(&values.wide_usage.words),
        answers: lists(
            "answers and trial",
            &[
                (&values.answers.yes, Answer::Yes),
                (&values.answers.no, Answer::No),
                (&values.trial.trial, Answer::Trial),
                (&values.trial.paid, Answer::Paid),
            ],
        )?,
        trial_in_names: values.trial.in_names.iter().map(|w| fold(w)).collect(),
        statuses: lists(
            "status",
            &[(&values.status.passed, Status::Passed), (&values.status.not_passed, Status::NotPassed)],
        )?,
        nothing: set(&values.nothing.words),
        no_expiry: set(&values.nothing.expiry),
        totals: set(&values.totals.words),
        totals_beside: {
            // "Total of" before "total": what is left must be the name.
            let mut beside: Vec<Vec<String>> = values.totals.beside_names.iter().map(|w| words(w)).collect();
            beside.sort_by_key(|words| std::cmp::Reverse(words.len()));
            beside
        },
        notes: set(&values.notes.words),
        guide_columns: set(&values.guides.columns),
        guide_examples: set(&values.guides.examples),
        months: lists("months", &months)?,
        year_headers: set(&values.months.year_headers),
        date_fillers: set(&values.months.fillers),
        markets: lists(
            "markets",
            &[(&values.markets.developed, Market::Developed), (&values.markets.developing, Market::Developing)],
        )?,
        tiers: by_id(&values.tiers, "tiers")?,
        languages: by_id(&values.languages, "languages")?,
        joins: set(&values.lists.joins),
        score_words: set(&values.lists.scores),
        customer_words: set(&values.lists.customers),
        sums: values.lists.sums.iter().map(|sum| fold(sum)).collect(),
        same_count: set(&values.lists.same_count),
        excluding: set(&values.lists.excluding),
        rehearsals: set(&values.lists.rehearsals),
        countries,
        country_names,
    })
}

type Countries = (HashMap<String, Ustr>, BTreeMap<Ustr, [String; Lang::ALL.len()]>);

fn read_countries(file: WordFile<'_>) -> Result<Countries, VocabularyError> {
    let raw: BTreeMap<String, Country> =
        toml::from_str(file.text).map_err(|e| VocabularyError::of_toml(&e, file.text, file.origin))?;
    let (mut names, mut labels) = (HashMap::new(), BTreeMap::new());
    for (code, country) in &raw {
        let id = Ustr::from(code);
        let names_of = [&country.en, &country.it, &country.de, &country.fr, &country.es, &country.pt];
        labels.insert(id, names_of.map(String::clone));
        let all = [code, &country.iso3, &country.en, &country.it, &country.de, &country.fr, &country.es, &country.pt];
        for name in all.into_iter().chain(&country.also) {
            if names.insert(fold(name), id).is_some_and(|other| other != id) {
                let message = format!("\"{name}\" names two countries");
                return Err(VocabularyError::new("countries.toml", None, message));
            }
        }
    }
    Ok((names, labels))
}
