//! `tiergap.toml` as it is written. The JSON schema that editors complete it by is made from these types, and what is
//! written is held against that schema before anything is read ([`super::shape`]): so both always know the same keys.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

/// A workspace of tiergap: where the exports are, where reviews go, and what was settled for them. Arguments win over
/// what is written here; paths are seen from the folder that this file lies in.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(title = "tiergap.toml", deny_unknown_fields)]
pub(super) struct RawWorkspace {
    /// Ruleset: a TOML file, or the ID or edition of a shipped one. Without it, the default ruleset.
    #[schemars(with = "Option<String>")]
    pub ruleset: Option<Spanned<String>>,
    /// Judge as of this day. Without it, the last day of the latest month with usage.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub as_of: Option<Spanned<toml::Value>>,
    /// Language of reports and messages: en, it, de, fr, es or pt. Without it, English.
    #[schemars(with = "Option<String>")]
    pub language: Option<Spanned<String>>,
    /// TOML file with your organisation's name, logo, contact line and colours.
    #[schemars(with = "Option<String>")]
    pub theme: Option<Spanned<String>>,
    /// Folder with files of your own in place of shipped texts, words, rules and theme.
    #[schemars(with = "Option<String>")]
    pub templates: Option<Spanned<String>>,
    /// TOML file with your own list of developed and developing markets.
    #[schemars(with = "Option<String>")]
    pub markets: Option<Spanned<String>>,
    /// Folder with further fonts, for scripts that no font of the system has.
    #[schemars(with = "Option<String>")]
    pub fonts: Option<Spanned<String>>,
    /// Files and folders to read. Without it, the folder `inbox`.
    #[schemars(with = "Option<Vec<String>>")]
    pub inputs: Option<Vec<Spanned<String>>>,
    /// Folder that each review gets a folder in, named after its month. Without it, `reviews`.
    #[schemars(with = "Option<String>")]
    pub reviews: Option<Spanned<String>>,
    /// What reading one file may cost.
    pub bounds: Option<RawBounds>,
    /// Column names of your own, by field: a list of header texts for each (see docs/columns.md). The fields are
    /// checked when the words are loaded.
    #[schemars(with = "Option<std::collections::BTreeMap<String, serde_json::Value>>")]
    #[allow(dead_code)] // read where the place of each name is known
    pub columns: Option<toml::Table>,
    /// Your own list of developed and developing markets, in place of a file of it.
    #[schemars(with = "Option<RawMarketList>")]
    pub market_list: Option<Spanned<RawMarketList>>,
    /// How reports are mailed (see docs/mail.md).
    #[schemars(with = "Option<crate::deliver::mail::Settings>")]
    pub mail: Option<Spanned<toml::Table>>,
    /// What the reviewer has settled, one table for each decision.
    #[schemars(with = "Vec<RawWaiver>")]
    #[serde(default)]
    pub waiver: Vec<Spanned<RawWaiver>>,
    /// Partners that the inputs write as several and that are one.
    #[schemars(with = "Vec<RawSamePartner>")]
    #[serde(default)]
    pub same_partner: Vec<Spanned<RawSamePartner>>,
}

/// What reading one file may cost.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(deny_unknown_fields)]
pub(super) struct RawBounds {
    /// Memory for reading one file, in MiB; at least 16. Without it, 1024.
    #[schemars(with = "Option<u32>", range(min = 16, max = 1_048_576))]
    pub max_memory: Option<i64>,
    /// Time for reading one file, in seconds; at least 1. Without it, 60.
    #[schemars(with = "Option<u32>", range(min = 1, max = 86_400))]
    pub max_seconds: Option<i64>,
}

/// Which countries are developed and which are developing markets.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(deny_unknown_fields)]
pub(super) struct RawMarketList {
    /// Whose list it is, in a few words: the reports name it.
    pub name: String,
    /// ISO 3166-1 alpha-2 codes of the developed markets.
    #[schemars(with = "Vec<String>")]
    #[serde(default)]
    pub developed: Vec<Spanned<String>>,
    /// ISO 3166-1 alpha-2 codes of the developing markets.
    #[schemars(with = "Vec<String>")]
    #[serde(default)]
    pub developing: Vec<Spanned<String>>,
}

/// A finding, cell or customer that the reviewer has settled (see docs/waivers.md). It says one of `decision`, `read-as`
/// and `associated`.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(deny_unknown_fields)]
pub(super) struct RawWaiver {
    /// The input, as findings name it; `*` stands for any letters of a name, `**` for folders too.
    #[schemars(with = "Option<String>")]
    pub file: Option<Spanned<String>>,
    /// The sheet of it, by name; without it, any.
    #[schemars(with = "Option<String>")]
    pub sheet: Option<Spanned<String>>,
    /// A cell such as F17, or a range such as F17:F30.
    #[schemars(with = "Option<String>")]
    pub cell: Option<Spanned<String>>,
    /// A customer, by tenant ID or name.
    #[schemars(with = "Option<String>")]
    pub customer: Option<Spanned<String>>,
    /// A partner, by MPN ID or name.
    #[schemars(with = "Option<String>")]
    pub partner: Option<Spanned<String>>,
    /// Code of the finding that is settled, such as unreadable-count; `accept` needs it.
    #[schemars(with = "Option<String>")]
    pub finding: Option<Spanned<String>>,
    /// `accept`: the finding is right and settled, no figure changes. `leave-out`: the rows are not counted.
    #[schemars(with = "Option<RawDecision>")]
    pub decision: Option<Spanned<RawDecision>>,
    /// The cell is read as if it said this: a text, a number, a day or true or false.
    #[schemars(with = "Option<RawCell>")]
    pub read_as: Option<Spanned<toml::Value>>,
    /// What the cell says in the export, for `read-as`: where it says something else, nothing is done.
    #[schemars(with = "Option<String>")]
    pub was: Option<Spanned<String>>,
    /// The customer counts as associated in this way, such as digital-partner-of-record.
    #[schemars(with = "Option<String>")]
    pub associated: Option<Spanned<String>>,
    /// Why. Every report that it touches shows it.
    #[schemars(with = "String")]
    pub reason: Spanned<String>,
    /// Who decided.
    #[schemars(with = "String")]
    pub by: Spanned<String>,
    /// The last day for which it holds, compared with the as-of date of the review. Without it, for ever.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub until: Option<Spanned<toml::Value>>,
}

/// A decision that needs no more said.
#[derive(Deserialize, JsonSchema, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum RawDecision {
    /// The finding is right and settled: no figure changes.
    Accept,
    /// The rows are not counted.
    LeaveOut,
}

/// What a cell may be read as.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code)] // only its schema is of use
enum RawCell {
    Text(String),
    Day(#[schemars(extend("format" = "date"))] String),
    Number(f64),
    Answer(bool),
}

/// Partners that are one.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(deny_unknown_fields)]
pub(super) struct RawSamePartner {
    /// MPN IDs and names of it, two at least. Of several IDs the first one stands for the partner.
    #[schemars(with = "Vec<String>")]
    pub partners: Vec<Spanned<String>>,
    /// Why.
    #[schemars(with = "String")]
    pub reason: Spanned<String>,
    /// Who decided.
    #[schemars(with = "Option<String>")]
    pub by: Option<Spanned<String>>,
}
