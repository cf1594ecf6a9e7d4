//! Which country lies in which market.

use std::collections::BTreeMap;

use serde::Deserialize;
use ustr::Ustr;

use super::vocabulary::VocabularyError;
use crate::facts::Market;
use crate::shipped;

/// A list of developed and developing countries, and whose list it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Markets {
    name: String,
    note: String,
    of: BTreeMap<Ustr, Market>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    list: List,
    // Also taken above the table, where a hand might put them.
    #[serde(default)]
    developed: Vec<String>,
    #[serde(default)]
    developing: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    name: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    developed: Vec<String>,
    #[serde(default)]
    developing: Vec<String>,
}

impl Markets {
    /// The list that the program ships.
    ///
    /// # Errors
    /// Never for a shipped program; the text is checked by its tests.
    pub fn shipped() -> Result<Self, VocabularyError> {
        Self::parse(shipped::MARKETS, "markets.toml")
    }

    /// A list of countries that were checked already, by code; `name` says whose it is.
    pub fn listed(name: &str, countries: impl IntoIterator<Item = (Ustr, Market)>) -> Self {
        Self { name: name.to_owned(), note: String::new(), of: countries.into_iter().collect() }
    }

    /// A list of the same shape as `templates/words/markets.toml`; `origin` names it in errors.
    ///
    /// # Errors
    /// Text that is not TOML of that shape, a code that is not two letters, a country in both lists.
    pub fn parse(text: &str, origin: &str) -> Result<Self, VocabularyError> {
        let raw: Raw = toml::from_str(text).map_err(|e| VocabularyError::of_toml(&e, text, origin))?;
        let mut of = BTreeMap::new();
        for (codes, market) in [
            (&raw.developed, Market::Developed),
            (&raw.list.developed, Market::Developed),
            (&raw.developing, Market::Developing),
            (&raw.list.developing, Market::Developing),
        ] {
            for code in codes {
                let line = || line_of(text, code);
                if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_alphabetic()) {
                    let message = format!("\"{code}\" is no country code of two letters");
                    return Err(VocabularyError::new(origin, line(), message));
                }
                let key = Ustr::from(&code.to_ascii_uppercase());
                if of.insert(key, market).is_some_and(|other| other != market) {
                    let message = format!("\"{code}\" is listed as developed and as developing");
                    return Err(VocabularyError::new(origin, line(), message));
                }
            }
        }
        Ok(Self { name: raw.list.name, note: raw.list.note, of })
    }

    /// The market of a country (ISO 3166-1 alpha-2), if the list has it.
    pub fn of(&self, country: Ustr) -> Option<Market> {
        self.of.get(&country).copied()
    }

    /// Whose list it is, in a few words.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What to know about the list.
    pub fn note(&self) -> &str {
        &self.note
    }
}

fn line_of(text: &str, code: &str) -> Option<usize> {
    let quoted = format!("\"{code}\"");
    text.lines().enumerate().filter(|(_, line)| line.contains(&quoted)).last().map(|(n, _)| n + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_list_knows_every_country_once() {
        let markets = Markets::shipped().expect("shipped list");
        assert_eq!(markets.of("IT".into()), Some(Market::Developed));
        assert_eq!(markets.of("BR".into()), Some(Market::Developing));
        assert_eq!(markets.of("ZZ".into()), None);
        let words = super::super::Vocabulary::shipped().expect("shipped words");
        for code in words.country_codes() {
            assert!(markets.of(code).is_some(), "{code} is in no list");
        }
    }

    #[test]
    fn a_country_in_both_lists_is_refused_with_its_line() {
        let text = "developed = [\"IT\"]\ndeveloping = [\n  \"it\"]\n[list]\nname = \"x\"\n";
        let error = Markets::parse(text, "mine.toml").expect_err("contradiction");
        assert_eq!(error.line, Some(3));
        assert!(error.to_string().starts_with("mine.toml:3: "), "{error}");
        assert!(Markets::parse("developed = [\"ITA\"]\ndeveloping = []\n[list]\nname = \"x\"", "m").is_err());
    }
}
