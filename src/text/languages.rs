//! The languages, and which of them are complete.

use std::collections::BTreeSet;
use std::str::FromStr;
use std::sync::OnceLock;

use icu_locale_core::{Locale, locale};
use serde::{Deserialize, Serialize};

use crate::shipped;

/// A language of reports and messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Lang {
    En,
    It,
    De,
    Fr,
    Es,
    Pt,
}

/// The texts that are compiled in, reports and talk in one file and letters to partners in another: a language is
/// available once its files stand here.
static FILES: &[(Lang, [&&str; 2])] = &[
    (Lang::En, [&shipped::TEXT_EN, &shipped::MAIL_EN]),
    (Lang::It, [&shipped::TEXT_IT, &shipped::MAIL_IT]),
    (Lang::De, [&shipped::TEXT_DE, &shipped::MAIL_DE]),
    (Lang::Fr, [&shipped::TEXT_FR, &shipped::MAIL_FR]),
    (Lang::Es, [&shipped::TEXT_ES, &shipped::MAIL_ES]),
    (Lang::Pt, [&shipped::TEXT_PT, &shipped::MAIL_PT]),
];

/// The key of a message as it stands in the texts, if there is such a message.
pub fn key(key: &str) -> Option<&'static str> {
    static KEYS: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    let keys = KEYS.get_or_init(|| {
        let lines = FILES.iter().take(1).flat_map(|file| file.1).flat_map(|text| text.lines());
        lines.filter_map(|line| line.split_once(" =")).map(|(key, _)| key).filter(|key| !key.starts_with(' ')).collect()
    });
    keys.get(key).copied()
}

/// A word that names no language of reports.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown language `{0}`")]
pub struct UnknownLang(pub String);

impl Lang {
    /// All languages that texts can exist in.
    pub const ALL: [Self; 6] = [Self::En, Self::It, Self::De, Self::Fr, Self::Es, Self::Pt];

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::It => "it",
            Self::De => "de",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Pt => "pt",
        }
    }

    /// The language's name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::It => "italiano",
            Self::De => "Deutsch",
            Self::Fr => "français",
            Self::Es => "español",
            Self::Pt => "português",
        }
    }

    /// The languages with a complete file of texts.
    pub fn available() -> impl Iterator<Item = Self> {
        FILES.iter().map(|file| file.0)
    }

    /// The texts compiled in for it, if they exist.
    pub fn text(self) -> Option<String> {
        FILES.iter().find(|file| file.0 == self).map(|file| file.1.map(|text| *text).join("\n"))
    }

    /// The locale that numbers, dates and sort order follow. English dates are day first ("30 September 2026"):
    /// the reports go to readers in many countries.
    pub(super) fn locale(self) -> Locale {
        match self {
            Self::En => locale!("en-GB"),
            Self::It => locale!("it"),
            Self::De => locale!("de"),
            Self::Fr => locale!("fr"),
            Self::Es => locale!("es"),
            Self::Pt => locale!("pt"),
        }
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Reads a code with or without a region: `it`, `it-IT`, `pt_BR`, in any case.
    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        let code = text.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Self::ALL.into_iter().find(|lang| lang.code() == code).ok_or_else(|| UnknownLang(text.trim().to_owned()))
    }
}

impl std::fmt::Display for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}
