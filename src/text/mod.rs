//! Languages: sentences, numbers and dates as people of a language write them.

/// A language of reports and messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Lang {
    En,
    It,
    De,
    Fr,
    Es,
    Pt,
}

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
}
