//! What a review says of its partners, read from its `results.json`.

use jiff::civil::Date;
use serde::Deserialize;

use crate::digest::sha256;
use crate::facts::Month;
use crate::finding::Code;
use crate::report::json::SCHEMA;
use crate::text::Lang;

/// A review as messages are made of it.
#[derive(Debug, Clone)]
pub struct Reviewed {
    /// SHA-256 of its `results.json`: which review it is.
    pub sha256: String,
    /// The language of the run.
    pub language: Lang,
    /// The day that was judged by.
    pub as_of: Date,
    /// The month whose usage counts.
    pub month: Month,
    /// The partners in the order of the portfolio.
    pub partners: Vec<ReviewedPartner>,
}

/// A partner of it.
#[derive(Debug, Clone)]
pub struct ReviewedPartner {
    /// Its ID, else its name.
    pub key: String,
    /// Its name, else its ID.
    pub name: String,
    /// Its contact, as written.
    pub contact: Option<String>,
    /// The language of its report.
    pub language: Lang,
    /// The proven tier: `gold`, `silver`, `none` …
    pub tier: String,
    /// Codes of its findings that are errors, but for those that the reviewer has settled.
    pub errors: Vec<Code>,
    /// Steps of the plan, of which [`Said::steps`] are the first.
    pub steps: u64,
    /// Its folder within the review, with `/`.
    pub folder: String,
    /// What its report says.
    pub said: Said,
}

/// What a partner's report says, in its language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Said {
    /// Competency and option.
    pub subject: String,
    /// The tier's name.
    pub tier: String,
    /// Where the partner stands.
    pub standing: String,
    /// What the tier could be.
    pub could_be: Option<String>,
    /// The figures against the next tier.
    pub figures: Vec<Figure>,
    /// Heading of the risks.
    pub risk_title: String,
    /// Why the tier is at risk.
    pub risks: Vec<String>,
    /// Heading of the plan.
    pub plan_title: String,
    /// A sentence before the steps.
    pub plan_intro: String,
    /// The first steps.
    pub steps: Vec<Step>,
}

/// A figure against the next tier.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Figure {
    /// What is measured.
    pub label: String,
    /// How much there is.
    pub value: String,
    /// What is missing.
    pub verdict: String,
    /// Whether nothing is.
    pub met: bool,
}

/// A step of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Step {
    /// What to do.
    pub text: String,
    /// What it brings.
    pub effect: String,
}

/// A review that no messages can be made of.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// It is no JSON of the right shape.
    #[error("it is no results.json of tiergap: {0}")]
    Shape(#[from] serde_json::Error),
    /// It is of another kind or version.
    #[error("its \"schema\" is {0:?}, not {SCHEMA:?}")]
    Schema(String),
    /// A value that the program never writes.
    #[error("its \"{0}\" cannot be read")]
    Value(&'static str),
    /// It was written before there was mail.
    #[error("it was written by an older tiergap, which did not note whom to write to: run the review again")]
    Older,
}

#[derive(Deserialize)]
struct Results {
    schema: String,
    language: Option<String>,
    as_of: String,
    reference_month: String,
    partners: Vec<PartnerResult>,
}

#[derive(Deserialize)]
struct PartnerResult {
    id: Option<String>,
    name: Option<String>,
    tier: String,
    plan: Plan,
    #[serde(default)]
    errors: Vec<String>,
    folder: String,
    contact: Option<String>,
    language: Option<String>,
    said: Option<Said>,
}

#[derive(Deserialize)]
struct Plan {
    #[serde(default)]
    actions: Vec<serde::de::IgnoredAny>,
}

impl Reviewed {
    /// Reads the text of a `results.json`.
    ///
    /// # Errors
    /// If it is none, or one that does not say what messages need.
    pub fn parse(text: &str) -> Result<Self, ReviewError> {
        let results: Results = serde_json::from_str(text)?;
        if results.schema != SCHEMA {
            return Err(ReviewError::Schema(results.schema));
        }
        let lang = |code: Option<String>| {
            code.ok_or(ReviewError::Older)?.parse::<Lang>().map_err(|_| ReviewError::Value("language"))
        };
        let language = lang(results.language)?;
        let as_of: Date = results.as_of.parse().map_err(|_| ReviewError::Value("as_of"))?;
        let month: Option<Date> = format!("{}-01", results.reference_month).parse().ok();
        let month = Month::of(month.ok_or(ReviewError::Value("reference_month"))?);
        let partners = results.partners.into_iter().map(|partner| {
            let filled = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
            let (id, name) = (filled(partner.id), filled(partner.name));
            // A path of ours never leads out of the review.
            if partner.folder.split('/').any(|part| matches!(part, "" | "." | ".."))
                || partner.folder.contains(['\\', ':'])
            {
                return Err(ReviewError::Value("folder"));
            }
            Ok(ReviewedPartner {
                key: id.clone().or(name.clone()).ok_or(ReviewError::Value("id"))?,
                name: name.or(id).unwrap_or_default(),
                contact: filled(partner.contact),
                language: lang(partner.language)?,
                tier: partner.tier,
                errors: partner.errors.iter().filter_map(|code| code.parse().ok()).collect(),
                steps: partner.plan.actions.len() as u64,
                folder: partner.folder,
                said: partner.said.ok_or(ReviewError::Older)?,
            })
        });
        let partners = partners.collect::<Result<Vec<_>, _>>()?;
        Ok(Self { sha256: sha256(text.as_bytes()), language, as_of, month, partners })
    }
}
