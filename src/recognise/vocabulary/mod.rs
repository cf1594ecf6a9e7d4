//! The words: what headers and cells of six languages mean. All of them stand in `templates/words/`.

mod columns;
mod values;

use std::collections::{BTreeMap, HashMap, HashSet};

use ustr::Ustr;

pub use columns::FieldNames;
pub(crate) use columns::{Alias, Languages, Meaning, field_name};
pub(crate) use values::{CertificationName, WideKind};

use super::fold::{fold, words};
use crate::facts::{Field, Market, Status};
use crate::text::Lang;

/// A word of the vocabulary: its stable ID and how reports write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Stable ID, such as `exchange-online`.
    pub id: Ustr,
    /// How reports write it, such as "Exchange Online".
    pub label: String,
}

/// Words that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{origin}{}: {message}", self.place())]
pub struct VocabularyError {
    /// The file that they stand in.
    pub origin: String,
    /// The line, from one, if it is known.
    pub line: Option<usize>,
    /// The column, from one, if it is known.
    pub column: Option<usize>,
    /// What is wrong.
    pub message: String,
}

impl VocabularyError {
    pub(crate) fn new(origin: &str, line: Option<usize>, message: impl Into<String>) -> Self {
        Self { origin: origin.to_owned(), line, column: None, message: message.into() }
    }

    /// With the place of a byte of the text.
    pub(crate) fn at(origin: &str, text: &str, byte: usize, message: impl Into<String>) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { column: Some(column), ..Self::new(origin, Some(line_at(text, byte)), message) }
    }

    fn place(&self) -> String {
        match (self.line, self.column) {
            (Some(line), Some(column)) => format!(":{line}:{column}"),
            (Some(line), None) => format!(":{line}"),
            _ => String::new(),
        }
    }

    /// The same of a file that was read in place of the shipped one: where the word stands that it is about.
    pub(crate) fn in_file(self, file: WordFile<'_>) -> Self {
        if self.line.is_some() {
            return self;
        }
        let word = self.message.split('"').nth(1).map(|word| format!("\"{word}\""));
        // The second time is the one too many.
        match word.and_then(|word| file.text.rfind(&word)) {
            Some(byte) => Self::at(file.origin, file.text, byte, self.message),
            None => Self { origin: file.origin.to_owned(), ..self },
        }
    }

    pub(crate) fn of_toml(error: &toml::de::Error, text: &str, origin: &str) -> Self {
        match error.span() {
            Some(span) => Self::at(origin, text, span.start, error.message().trim()),
            None => Self::new(origin, None, error.message().trim()),
        }
    }
}

/// The line, from one, that a byte of a text lies on.
pub(crate) fn line_at(text: &str, byte: usize) -> usize {
    text.as_bytes().iter().take(byte).filter(|&&b| b == b'\n').count() + 1
}

/// A file of words.
#[derive(Debug, Clone, Copy)]
pub struct WordFile<'a> {
    /// What it holds.
    pub text: &'a str,
    /// How errors name it.
    pub origin: &'a str,
}

/// What a word of a trial or answer column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    Yes,
    No,
    Trial,
    Paid,
}

/// Every word that rows are recognised by.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    pub(crate) headers: HashMap<String, Alias>,
    /// Header names of several words by their words in alphabetical order.
    reordered: HashMap<String, Alias>,
    workloads: Vec<Term>,
    workload_names: HashMap<String, Ustr>,
    associations: Vec<Term>,
    /// Bits of each association word; 0 for words that mean none.
    association_names: HashMap<String, u32>,
    certifications: Vec<Term>,
    pub(crate) certification_names: Vec<CertificationName>,
    pub(crate) certification_fillers: Vec<String>,
    certification_kinds: HashSet<String>,
    pub(crate) exam_label: String,
    pub(crate) exam_words: Vec<String>,
    pub(crate) wide_kinds: HashMap<String, WideKind>,
    pub(crate) wide_usage_words: HashSet<String>,
    answers: HashMap<String, Answer>,
    pub(crate) trial_in_names: Vec<String>,
    statuses: HashMap<String, Status>,
    nothing: HashSet<String>,
    no_expiry: HashSet<String>,
    totals: HashSet<String>,
    pub(crate) totals_beside: Vec<Vec<String>>,
    notes: HashSet<String>,
    guide_columns: HashSet<String>,
    guide_examples: HashSet<String>,
    months: HashMap<String, i8>,
    pub(crate) year_headers: HashSet<String>,
    date_fillers: HashSet<String>,
    markets: HashMap<String, Market>,
    tiers: HashMap<String, Ustr>,
    languages: HashMap<String, Ustr>,
    pub(crate) joins: HashSet<String>,
    score_words: HashSet<String>,
    customer_words: HashSet<String>,
    /// What pivot tables put before the name of what they add up.
    pub(crate) sums: Vec<String>,
    same_count: HashSet<String>,
    excluding: HashSet<String>,
    rehearsals: HashSet<String>,
    countries: HashMap<String, Ustr>,
    /// Names of countries by code, in the order of [`Lang::ALL`].
    country_names: BTreeMap<Ustr, [String; Lang::ALL.len()]>,
}

impl Vocabulary {
    /// The words that the program ships.
    ///
    /// # Errors
    /// Never for a shipped program; the texts are checked by its tests.
    pub fn shipped() -> Result<Self, VocabularyError> {
        Self::of_files(&|_| None)
    }

    /// The words of files of the user's own, where `own` has one in place of `columns.toml`, `values.toml` or
    /// `countries.toml`, else the shipped ones.
    ///
    /// # Errors
    /// What the files have wrong, with its place.
    pub fn of_files<'a>(own: &dyn Fn(&str) -> Option<WordFile<'a>>) -> Result<Self, VocabularyError> {
        values::load(own)
    }

    /// Adds the user's own header names, which win over the shipped ones. The text has the shape of
    /// `templates/words/columns.toml`; a plain list for a field is enough. `origin` names it in errors.
    ///
    /// # Errors
    /// Text that is not TOML, a field that does not exist, a header claimed by two fields: each with its line.
    pub fn with_columns(self, toml_text: &str, origin: &str) -> Result<Self, VocabularyError> {
        Ok(self.with_headers(columns::parse(toml_text, origin, None)?))
    }

    /// The same from the table of a name within a text.
    ///
    /// # Errors
    /// As of [`Self::with_columns`].
    pub fn with_columns_of(self, toml_text: &str, table: &str, origin: &str) -> Result<Self, VocabularyError> {
        Ok(self.with_headers(columns::parse(toml_text, origin, Some(table))?))
    }

    fn with_headers(mut self, own: columns::Headers) -> Self {
        for (name, mut alias) in own.aliases {
            alias.user = true;
            self.headers.insert(name, alias);
        }
        for (key, alias) in own.reordered {
            match alias {
                Some(alias) => self.reordered.insert(key, Alias { user: true, ..alias }),
                None => self.reordered.remove(&key),
            };
        }
        self
    }

    /// The associations; their positions are the bits of [`crate::facts::Associations`].
    pub fn associations(&self) -> &[Term] {
        &self.associations
    }

    /// The workloads.
    pub fn workloads(&self) -> &[Term] {
        &self.workloads
    }

    /// The certifications (exams are recognised by number and are not listed).
    pub fn certifications(&self) -> &[Term] {
        &self.certifications
    }

    /// The bits of some associations.
    ///
    /// # Errors
    /// The first ID that is not an association's.
    pub fn association_bits(&self, ids: &[Ustr]) -> Result<u32, Ustr> {
        ids.iter().try_fold(0, |bits, &id| {
            self.associations.iter().position(|term| term.id == id).map(|n| bits | 1 << n).ok_or(id)
        })
    }

    /// How reports write a workload, association, certification, exam or country, by its ID.
    pub fn label(&self, id: Ustr) -> Option<&str> {
        [&self.workloads, &self.associations, &self.certifications]
            .into_iter()
            .flatten()
            .find(|term| term.id == id)
            .map(|term| term.label.as_str())
            .or_else(|| self.country_name(id, Lang::En))
            .or_else(|| {
                super::credential::is_exam_number(&id)
                    .then(|| Ustr::from(&self.exam_label.replace("{id}", &id)).as_str())
            })
    }

    /// Whether a credential of this ID can come out of a roster: a certification's ID or an exam's number.
    pub fn known_credential(&self, id: Ustr) -> bool {
        self.certifications.iter().any(|term| term.id == id) || super::credential::is_exam_number(&id)
    }

    /// The ISO 3166-1 alpha-2 code of a country, from its name in any of the languages, a variant or an ISO code.
    pub fn country(&self, text: &str) -> Option<Ustr> {
        self.countries.get(&fold(text)).copied()
    }

    /// The name of a country in a language, by its code.
    pub fn country_name(&self, code: Ustr, lang: Lang) -> Option<&str> {
        self.country_names.get(&code)?.get(lang as usize).map(String::as_str)
    }

    /// Every country code, ascending.
    pub fn country_codes(&self) -> impl Iterator<Item = Ustr> + '_ {
        self.country_names.keys().copied()
    }

    /// The workload that a text names, whatever qualifies it (`Exchange Online (Plan 1)`).
    pub fn workload(&self, text: &str) -> Option<Ustr> {
        if let Some(&id) = self.workload_names.get(&fold(text)) {
            return Some(id);
        }
        let (bare, asides) = with_asides(text);
        let plan_of = |parts: &[String]| {
            parts.iter().position(|w| matches!(w.as_str(), "plan" | "piano" | "plano" | "p1" | "p2" | "k1"))
        };
        let id = self.workload_names.get(&fold(&bare)).copied().or_else(|| {
            // "Exchange Online Plan 2", "EXO - Plan 1": the plan does not change the workload.
            let mut parts = words(&bare);
            parts.truncate(plan_of(&parts)?);
            self.workload_names.get(&parts.concat()).copied()
        })?;
        // "Exchange (on-premises)" is another thing; a plan, a date or another of its names are not.
        let same = |aside: &String| {
            self.adds_nothing(aside)
                || self.workload_names.get(&fold(aside)) == Some(&id)
                || plan_of(&words(aside)) == Some(0)
        };
        asides.iter().all(same).then_some(id)
    }

    /// Whether what stands beside a word, in brackets or behind a comma, leaves what it says: numbers, dates, scores.
    pub(crate) fn adds_nothing(&self, aside: &str) -> bool {
        let tells_day = |word: &String| {
            word.bytes().all(|b| b.is_ascii_digit())
                || self.months.contains_key(word)
                || self.date_fillers.contains(word)
                || self.score_words.contains(word)
        };
        words(aside).iter().all(tells_day)
    }

    /// The workload whose name a folded text is, exactly.
    pub(crate) fn workload_of_fold(&self, folded: &str) -> Option<Ustr> {
        self.workload_names.get(folded).copied()
    }

    /// The label of the workload whose name is closest to a text, if any is close.
    pub(crate) fn closest_workload(&self, text: &str) -> Option<&str> {
        let folded = fold(text);
        let (id, _) = self
            .workload_names
            .iter()
            .filter_map(|(name, &id)| Some((id, super::similar::similarity(&folded, name, 0.7)?)))
            .max_by(|a, b| a.1.total_cmp(&b.1).then_with(|| b.0.as_str().cmp(a.0.as_str())))?;
        self.label(id)
    }

    /// The bits of an association word; `Some(0)` for a word that means none of them.
    pub(crate) fn association(&self, text: &str) -> Option<u32> {
        self.association_names.get(&fold(text)).copied()
    }

    pub(crate) fn answer(&self, text: &str) -> Option<Answer> {
        self.answers.get(&fold(text)).copied()
    }

    pub(crate) fn status(&self, text: &str) -> Option<Status> {
        self.statuses.get(&fold(text)).copied()
    }

    /// Whether a text says nothing, such as `N/A`.
    pub(crate) fn is_nothing(&self, text: &str) -> bool {
        self.nothing.contains(&fold(text))
    }

    pub(crate) fn is_no_expiry(&self, text: &str) -> bool {
        let folded = fold(text);
        self.no_expiry.contains(&folded) || self.nothing.contains(&folded)
    }

    pub(crate) fn is_total(&self, text: &str) -> bool {
        self.totals.contains(&fold(text))
    }

    /// Whether a text is what notes begin with ("Legend:", "Compiled by").
    pub(crate) fn is_note(&self, text: &str) -> bool {
        self.notes.contains(&fold(text))
    }

    /// Whether a text heads the names of columns, or the examples beside them, in a table that explains columns.
    pub(crate) fn is_guide_title(&self, text: &str) -> (bool, bool) {
        let folded = fold(text);
        (self.guide_columns.contains(&folded), self.guide_examples.contains(&folded))
    }

    /// The header that a text of several words is, whatever their order ("Referente e-mail").
    pub(crate) fn reordered_header(&self, text: &str) -> Option<Alias> {
        self.reordered.get(&columns::in_any_order(text)?).copied()
    }

    /// Whether a word beside an exam's number speaks of getting ready for it, or of trying.
    pub(crate) fn is_rehearsal(&self, word: &str) -> bool {
        self.rehearsals.contains(word)
    }

    /// Whether a word tells that a text names some certification.
    pub(crate) fn is_certification_kind(&self, word: &str) -> bool {
        self.certification_kinds.contains(word)
    }

    /// Whether a word means the partner's customer.
    pub(crate) fn is_customer(&self, word: &str) -> bool {
        self.customer_words.contains(word)
    }

    /// Whether words in brackets behind the header of a count leave it the count of the month: numbers and days, "MAU",
    /// "all workloads", what it is without. Whatever else stands there ("trial", "growth", "previous month") may make it
    /// another one.
    pub(crate) fn is_same_count(&self, aside: &str) -> bool {
        let parts = words(aside);
        if parts.first().is_some_and(|first| self.excluding.contains(first)) {
            return true;
        }
        let folded = fold(aside);
        let plain = |word: &String| {
            self.same_count.contains(word) || self.workload_names.contains_key(word) || self.adds_nothing(word)
        };
        self.same_count.contains(&folded) || self.workload_names.contains_key(&folded) || parts.iter().all(plain)
    }

    pub(crate) fn month(&self, word: &str) -> Option<i8> {
        self.months.get(word).copied()
    }

    pub(crate) fn is_date_filler(&self, word: &str) -> bool {
        self.date_fillers.contains(word)
    }

    pub(crate) fn market(&self, text: &str) -> Option<Market> {
        self.markets.get(&fold(text)).copied()
    }

    pub(crate) fn tier(&self, text: &str) -> Option<Ustr> {
        self.tiers.get(&fold(text)).copied()
    }

    /// The ISO 639-1 code of a language: by its name or code, whatever region stands behind it (`de-LU`,
    /// "German (Austria)").
    pub(crate) fn language(&self, text: &str) -> Option<Ustr> {
        let named = |text: &str| self.languages.get(&fold(text)).copied();
        let code = || {
            let code = text.trim().split(['-', '_']).next().filter(|code| matches!(code.len(), 2 | 3))?;
            named(code)
        };
        named(text).or_else(|| named(&without_brackets(text))).or_else(code)
    }

    /// The header name whose spelling is closest to a folded text that is no header itself.
    pub(crate) fn closest_header(&self, folded: &str) -> Option<&Alias> {
        /// Letters of a header that is looked at: longer than any name.
        const LONGEST: usize = 200;
        // Short names are all alike; a wrong suggestion is worse than none. One slip of five or six letters is near still.
        let length = folded.chars().take(LONGEST + 1).count();
        if !(5..=LONGEST).contains(&length) {
            return None;
        }
        let least = if length <= 6 { 0.8 } else { 0.84 };
        self.headers
            .iter()
            .filter(|(name, alias)| name.chars().count() >= 5 && alias.meaning != Meaning::Field(Field::Known))
            .filter_map(|(name, alias)| Some((name, alias, super::similar::similarity(folded, name, least)?)))
            .max_by(|a, b| a.2.total_cmp(&b.2).then_with(|| b.0.cmp(a.0)))
            .map(|(_, alias, _)| alias)
    }
}

/// A text without what stands in brackets.
pub(crate) fn without_brackets(text: &str) -> String {
    with_asides(text).0
}

/// A text without what stands in brackets, and that.
pub(crate) fn with_asides(text: &str) -> (String, Vec<String>) {
    let mut depth = 0_u32;
    let mut bare = String::with_capacity(text.len());
    let mut asides: Vec<String> = Vec::new();
    for c in text.chars() {
        match c {
            '(' | '[' | '{' | '（' => {
                depth += 1;
                asides.push(String::new());
            }
            ')' | ']' | '}' | '）' => {
                depth = depth.saturating_sub(1);
                bare.push(' ');
            }
            c if depth == 0 => bare.push(c),
            c => {
                if let Some(aside) = asides.last_mut() {
                    aside.push(c);
                }
            }
        }
    }
    (bare, asides)
}

#[cfg(test)]
mod tests;
