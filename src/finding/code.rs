//! The codes: stable names that reports, scripts and people's habits rely on.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something could not be read or was left out; the exit code tells.
    Error,
    /// Something was read, but needs a look.
    Warning,
    /// Good to know.
    Info,
}

impl Severity {
    /// The name in `results.json`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

macro_rules! codes {
    ($($variant:ident = $name:literal, $severity:ident, $by_value:literal;)*) => {
        /// The kind of a finding. Its sentences stand in the language files under `finding-<name>`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)] // each is described in templates/text/en.ftl
        pub enum Code { $($variant),* }

        impl Code {
            /// Every code, in the order of documents.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// The stable kebab-case name.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $name),* }
            }

            /// The severity.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity),* }
            }

            /// Whether repeats with the same value on the same sheet are one finding with a count
            /// (a word used on 500 rows), or each cell is one (every one needs its own repair).
            pub fn groups_by_value(self) -> bool {
                match self { $(Code::$variant => $by_value),* }
            }
        }
    };
}

codes! {
    // files
    UnreadableFile = "unreadable-file", Error, false;
    PasswordProtected = "password-protected", Error, false;
    NotASpreadsheet = "not-a-spreadsheet", Error, false;
    EmptyFile = "empty-file", Error, false;
    LimitExceeded = "limit-exceeded", Error, false;
    FileTookTooLong = "file-took-too-long", Error, false;
    FileNeedsTooMuchMemory = "file-needs-too-much-memory", Error, false;
    FileCrashedTheReader = "file-crashed-the-reader", Error, false;
    NothingRecognised = "nothing-recognised", Error, false;
    MissingInput = "missing-input", Error, false;
    UnsupportedFile = "unsupported-file", Warning, false;
    SameFileTwice = "same-file-twice", Warning, false;
    SkippedFile = "skipped-file", Info, false;
    MisnamedFile = "misnamed-file", Info, false;
    // sheets and columns
    MissingColumn = "missing-column", Error, false;
    UnreadableSheet = "unreadable-sheet", Error, false;
    AmbiguousColumn = "ambiguous-column", Warning, false;
    SimilarHeader = "similar-header", Warning, false;
    NoTrialColumn = "no-trial-column", Warning, false;
    NoAssociationColumn = "no-association-column", Warning, false;
    RowsAboveHeader = "rows-above-header", Warning, false;
    IgnoredSheet = "ignored-sheet", Info, false;
    HiddenSheet = "hidden-sheet", Info, false;
    UnmappedColumn = "unmapped-column", Info, false;
    SkippedRow = "skipped-row", Info, true;
    // cells
    UnreadableCount = "unreadable-count", Error, false;
    AmbiguousNumber = "ambiguous-number", Error, false;
    UnreadableMonth = "unreadable-month", Error, false;
    UnreadableDate = "unreadable-date", Error, false;
    AmbiguousDate = "ambiguous-date", Error, false;
    UnreadableCell = "unreadable-cell", Error, false;
    MissingWorkload = "missing-workload", Error, false;
    MissingCredential = "missing-credential", Error, false;
    MissingPartner = "missing-partner", Error, false;
    MissingPerson = "missing-person", Error, false;
    UnknownStatus = "unknown-status", Error, true;
    MissingCustomer = "missing-customer", Warning, true;
    UnknownWorkload = "unknown-workload", Warning, true;
    UnknownAssociation = "unknown-association", Warning, true;
    UnknownTrial = "unknown-trial", Warning, true;
    UnknownMarket = "unknown-market", Warning, true;
    UnknownCountry = "unknown-country", Warning, true;
    UnknownLanguage = "unknown-language", Warning, true;
    LanguageNotAvailable = "language-not-available", Info, true;
    UnknownTier = "unknown-tier", Warning, true;
    UnusualPartnerId = "unusual-partner-id", Info, true;
    // who is who
    AmbiguousPartnerName = "ambiguous-partner-name", Warning, false;
    MarketUnknown = "market-unknown", Warning, false;
    MarketContradictory = "market-contradictory", Warning, false;
    PartnerNamesDiffer = "partner-names-differ", Info, false;
    PersonJoinedByEmail = "person-joined-by-email", Info, false;
    SameNameTwoPeople = "same-name-two-people", Info, false;
    // judging
    ConflictingDuplicate = "conflicting-duplicate", Warning, false;
    MixedPaths = "mixed-paths", Info, false;
    // the run
    AsOfToday = "as-of-today", Warning, false;
    NoUsageInMonth = "no-usage-in-month", Warning, false;
    SparseReferenceMonth = "sparse-reference-month", Warning, false;
    PartnerGone = "partner-gone", Warning, false;
    PreviousOtherRules = "previous-other-rules", Info, false;
    UsageAfterAsOf = "usage-after-as-of", Info, false;
    MissingGlyph = "missing-glyph", Warning, true;
    PreviousUnreadable = "previous-unreadable", Warning, false;
    // the workspace
    WaiverApplied = "waiver-applied", Info, false;
    WaiverExpired = "waiver-expired", Warning, false;
    WaiverUnmatched = "waiver-unmatched", Warning, false;
    PartnersJoined = "partners-joined", Info, false;
    ContradictorySetting = "contradictory-setting", Warning, false;
    UnusedSetting = "unused-setting", Info, false;
}

impl Code {
    /// Whether it is said of a whole sheet and bears on how each row of it was counted.
    pub fn concerns_every_row(self) -> bool {
        matches!(self, Self::NoTrialColumn | Self::NoAssociationColumn)
    }

    /// Whether it is about a place in the workspace's file, which its argument `name` names.
    pub fn is_about_settings(self) -> bool {
        matches!(self, Self::WaiverExpired | Self::WaiverUnmatched | Self::ContradictorySetting | Self::UnusedSetting)
    }

    /// Whether it is about a file as such, which may not have become an input of the run.
    pub fn is_about_a_file(self) -> bool {
        self <= Self::MisnamedFile
    }
}

impl std::str::FromStr for Code {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.iter().copied().find(|code| code.as_str() == name).ok_or(())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        name.parse().map_err(|()| D::Error::custom(format!("there is no finding called {name:?}")))
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
