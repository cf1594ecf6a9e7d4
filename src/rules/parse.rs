//! From TOML text to a validated ruleset: every problem with its line and column, not only the first.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Deserialize;
use toml::Spanned;
use ustr::{Ustr, ustr};

use super::{EntitlementRule, NO_TIER, Names, Path, PeopleRule, RiskRule, Ruleset, Threshold, TierRule};
use crate::digest::sha256;
use crate::text::{Lang, line_and_column};

/// One problem of a ruleset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleError {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What is wrong and what would be right.
    pub message: String,
}

/// A ruleset that cannot be used: all its problems.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.lines())]
pub struct RulesetError {
    /// The file or name.
    pub origin: String,
    /// Its problems, in the order of the text.
    pub errors: Vec<RuleError>,
}

impl RulesetError {
    fn lines(&self) -> String {
        let mut text = format!("the ruleset {} cannot be used", self.origin);
        for e in &self.errors {
            let _ = write!(text, "\n  {}:{}:{}: {}", self.origin, e.line, e.column, e.message);
        }
        text
    }
}

/// A ruleset of tiergap: what a competency asks for, by tier and market.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "ruleset")]
struct RawRuleset {
    /// `tiergap.ruleset.v1`.
    #[schemars(with = "String")]
    schema: Spanned<String>,
    /// Stable ID: letters, digits, hyphens and dots.
    #[schemars(with = "String")]
    id: Spanned<String>,
    /// Edition, the date of the page it was taken from.
    #[schemars(with = "String")]
    edition: Spanned<String>,
    /// Competency, as the page names it.
    competency: String,
    /// Option of the competency.
    option: String,
    /// Where it was published.
    source: String,
    /// What is counted, by ID: one requirement of kind active-users and one of kind people.
    #[schemars(with = "BTreeMap<String, RawRequirement>")]
    requirements: BTreeMap<Spanned<String>, Spanned<RawRequirement>>,
    /// The tiers, lowest first.
    #[schemars(with = "Vec<RawTier>")]
    tiers: Spanned<Vec<Spanned<RawTier>>>,
    /// When a tier held is at risk.
    risk: RawRisk,
    /// Competency, option and source in other languages, by code.
    #[schemars(with = "BTreeMap<String, Names>")]
    #[serde(default)]
    names: BTreeMap<Spanned<String>, Names>,
}

/// What is counted.
// Further kinds of requirement (money, seats, new customers …) become variants here.
#[derive(Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
enum RawRequirement {
    /// Active entitlements.
    ActiveUsers {
        /// IDs of the workloads that count.
        workloads: Vec<String>,
        /// IDs of the associations that count; one of them is enough.
        associations: Vec<String>,
        /// Whether trial SKUs count.
        #[serde(default)]
        trials: bool,
    },
    /// People with credentials.
    People {
        /// Whether people of different paths may be added up.
        #[serde(default)]
        combine_paths: bool,
        /// The ways for one person to qualify.
        paths: Vec<RawPath>,
    },
}

/// One way for a person to qualify.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawPath {
    /// ID of the path.
    id: String,
    /// IDs of the credentials, all needed by the same person.
    all_of: Vec<String>,
}

/// A tier and what it asks for.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawTier {
    /// `silver` or `gold`.
    #[schemars(with = "String")]
    id: Spanned<String>,
    /// Threshold of each requirement, by its ID.
    #[schemars(with = "BTreeMap<String, RawThreshold>")]
    at_least: BTreeMap<Spanned<String>, Spanned<RawThreshold>>,
}

/// A threshold: one for any market, or one for each.
#[derive(Deserialize, JsonSchema, Clone, Copy)]
#[serde(untagged, deny_unknown_fields)]
enum RawThreshold {
    Any(u64),
    ByMarket { developed: u64, developing: u64 },
}

/// When a tier held is at risk.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawRisk {
    /// Less than this many percent above the threshold is at risk.
    #[schemars(with = "u64")]
    spare_percent: Spanned<u64>,
    /// A credential that expires within this many days of the as-of date is at risk.
    #[schemars(with = "i64")]
    expiry_days: Spanned<i64>,
}

/// The JSON schema of rulesets, by which editors complete them.
pub fn schema_text() -> String {
    let schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<RawRuleset>();
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// The schema that this version reads.
const SCHEMA: &str = "tiergap.ruleset.v1";

/// Names that `results.json` gives a meaning of its own.
const TIER_IDS: [&str; 2] = ["silver", "gold"];

struct Checker<'a> {
    text: &'a str,
    errors: Vec<(usize, String)>,
}

impl Checker<'_> {
    fn say(&mut self, at: usize, message: impl Into<String>) {
        self.errors.push((at, message.into()));
    }

    fn finish(mut self, origin: &str) -> RulesetError {
        self.errors.sort();
        let errors = self.errors.into_iter().map(|(at, message)| at_position(self.text, at, message)).collect();
        RulesetError { origin: origin.to_owned(), errors }
    }
}

fn at_position(text: &str, at: usize, message: String) -> RuleError {
    let (line, column) = line_and_column(text, at);
    RuleError { line, column, message }
}

impl Ruleset {
    /// Reads and validates a ruleset.
    ///
    /// # Errors
    /// All problems found, each with line and column; `origin` names the file in them.
    pub fn parse(text: &str, origin: &str) -> Result<Self, RulesetError> {
        let raw: RawRuleset = match toml::from_str(text) {
            Ok(raw) => raw,
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let message = error.message().trim().replace('\n', " ");
                return Err(RulesetError { origin: origin.to_owned(), errors: vec![at_position(text, at, message)] });
            }
        };
        let mut checker = Checker { text, errors: Vec::new() };
        let ruleset = validate(raw, text, &mut checker);
        match ruleset {
            Some(ruleset) if checker.errors.is_empty() => Ok(ruleset),
            _ => Err(checker.finish(origin)),
        }
    }

    /// Competency, option and source in a language; as the ruleset names them where it has no names for it.
    pub fn called(&self, lang: Lang) -> [&str; 3] {
        self.names
            .get(lang.code())
            .map_or([&self.competency, &self.option, &self.source], |n| [&n.competency, &n.option, &n.source])
    }

    /// IDs of all credentials that any path names, in the order of the paths.
    pub fn credentials(&self) -> Vec<Ustr> {
        let mut all = Vec::new();
        for id in self.people.paths.iter().flat_map(|path| &path.all_of) {
            if !all.contains(id) {
                all.push(*id);
            }
        }
        all
    }

    /// The ID of a tier by its position; `none` for no tier.
    pub fn tier_id(&self, tier: Option<usize>) -> &str {
        tier.and_then(|t| self.tiers.get(t)).map_or(NO_TIER, |t| t.id.as_str())
    }

    /// The position of a tier by its ID; `Some(None)` for `none`, `None` where no tier has that ID.
    pub fn tier_position(&self, id: &str) -> Option<Option<usize>> {
        if id == NO_TIER { Some(None) } else { self.tiers.iter().position(|t| t.id == id).map(Some) }
    }
}

fn validate(raw: RawRuleset, text: &str, checker: &mut Checker<'_>) -> Option<Ruleset> {
    if raw.schema.get_ref() != SCHEMA {
        checker.say(
            raw.schema.span().start,
            format!("schema is {:?}; this version reads {SCHEMA:?}", raw.schema.get_ref()),
        );
    }
    for name in [&raw.id, &raw.edition] {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
        if name.get_ref().is_empty() || !name.get_ref().chars().all(plain) {
            checker.say(name.span().start, format!("{:?}: use letters, digits, hyphens and dots", name.get_ref()));
        }
    }
    for language in raw.names.keys() {
        if language.get_ref().parse::<Lang>().map_or(true, |lang| lang.code() != language.get_ref()) {
            let known = Lang::ALL.map(Lang::code).join(", ");
            checker
                .say(language.span().start, format!("names.{}: languages of reports are {known}", language.get_ref()));
        }
    }
    let mut entitlements = None;
    let mut people = None;
    for (name, requirement) in raw.requirements {
        let at = name.span().start;
        let id = name.into_inner();
        match requirement.into_inner() {
            RawRequirement::ActiveUsers { workloads, associations, trials } => {
                no_empty(checker, at, &id, "workloads", &workloads);
                no_empty(checker, at, &id, "associations", &associations);
                let rule = EntitlementRule {
                    id: id.clone(),
                    workloads: interned(&workloads),
                    associations: interned(&associations),
                    trials_count: trials,
                };
                if entitlements.replace(rule).is_some() {
                    checker.say(at, format!("{id}: only one requirement of kind \"active-users\" can be judged"));
                }
            }
            RawRequirement::People { combine_paths, paths } => {
                if paths.is_empty() {
                    checker.say(at, format!("{id}: give at least one [[paths]]"));
                }
                let mut seen = BTreeSet::new();
                for path in &paths {
                    no_empty(checker, at, &format!("{id}, path {}", path.id), "all_of", &path.all_of);
                    if !seen.insert(path.id.clone()) {
                        checker.say(at, format!("{id}: two paths are called {:?}", path.id));
                    }
                }
                let paths = paths.into_iter().map(|p| Path { id: p.id, all_of: interned(&p.all_of) }).collect();
                if people.replace(PeopleRule { id: id.clone(), combine_paths, paths }).is_some() {
                    checker.say(at, format!("{id}: only one requirement of kind \"people\" can be judged"));
                }
            }
        }
    }
    let tiers_at = raw.tiers.span().start;
    if entitlements.is_none() {
        checker.say(0, "no requirement of kind \"active-users\"; add [requirements.active-entitlements]");
    }
    if people.is_none() {
        checker.say(0, "no requirement of kind \"people\"; add [requirements.certified-people]");
    }
    let (entitlements, people) = (entitlements?, people?);
    let mut tiers: Vec<TierRule> = Vec::new();
    for tier in raw.tiers.into_inner() {
        tiers.extend(validate_tier(tier, &entitlements.id, &people.id, &tiers, checker));
    }
    if tiers.is_empty() {
        checker.say(tiers_at, "give at least one [[tiers]]");
    }
    if *raw.risk.spare_percent.get_ref() > 1_000 {
        checker.say(raw.risk.spare_percent.span().start, "spare_percent is at most 1000");
    }
    if !(0..=36_500).contains(raw.risk.expiry_days.get_ref()) {
        checker.say(raw.risk.expiry_days.span().start, "expiry_days is from 0 to 36500");
    }
    Some(Ruleset {
        id: raw.id.into_inner(),
        edition: raw.edition.into_inner(),
        competency: raw.competency,
        option: raw.option,
        source: raw.source,
        names: raw.names.into_iter().map(|(language, names)| (language.into_inner(), names)).collect(),
        sha256: sha256(text.as_bytes()),
        entitlements,
        people,
        tiers,
        risk: RiskRule {
            spare_percent: raw.risk.spare_percent.into_inner(),
            expiry_days: raw.risk.expiry_days.into_inner(),
        },
    })
}

fn validate_tier(
    tier: Spanned<RawTier>,
    entitlements: &str,
    people: &str,
    before: &[TierRule],
    checker: &mut Checker<'_>,
) -> Option<TierRule> {
    let at = tier.span().start;
    let RawTier { id, at_least } = tier.into_inner();
    if !TIER_IDS.contains(&id.get_ref().as_str()) {
        checker.say(id.span().start, format!("tier {:?}: a tier is \"silver\" or \"gold\"", id.get_ref()));
    }
    if before.iter().any(|t| t.id == *id.get_ref()) {
        checker.say(id.span().start, format!("tier {:?} is there twice", id.get_ref()));
    }
    let mut thresholds = BTreeMap::new();
    for (name, threshold) in at_least {
        if name.get_ref() != entitlements && name.get_ref() != people {
            checker.say(name.span().start, format!("{:?} is not among [requirements]", name.get_ref()));
        }
        let value = match *threshold.get_ref() {
            RawThreshold::Any(n) => Threshold { developed: n, developing: n },
            RawThreshold::ByMarket { developed, developing } => Threshold { developed, developing },
        };
        if value.developed == 0 || value.developing == 0 {
            checker.say(threshold.span().start, "a threshold is at least 1");
        }
        thresholds.insert(name.into_inner(), value);
    }
    let mut take = |name: &str| {
        let found = thresholds.remove(name);
        if found.is_none() {
            checker.say(at, format!("tier {:?} has no threshold for {name:?}", id.get_ref()));
        }
        found
    };
    let (entitlements, people) = (take(entitlements), take(people));
    Some(TierRule { id: id.get_ref().clone(), entitlements: entitlements?, people: people? })
}

fn no_empty(checker: &mut Checker<'_>, at: usize, id: &str, field: &str, list: &[String]) {
    if list.is_empty() {
        checker.say(at, format!("{id}: {field} is empty, nothing could ever count"));
    }
}

fn interned(list: &[String]) -> Vec<Ustr> {
    list.iter().map(|word| ustr(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::shipped;
    use super::*;

    #[test]
    fn the_default_edition_says_what_the_page_says() {
        let rules = shipped()[0].ruleset().unwrap();
        assert_eq!((rules.id.as_str(), rules.edition.as_str()), ("cloud-productivity-managed-service", "2017-06-27"));
        let silver = &rules.tiers[0];
        let gold = &rules.tiers[1];
        assert_eq!((silver.id.as_str(), gold.id.as_str()), ("silver", "gold"));
        assert_eq!(silver.entitlements, Threshold { developed: 2000, developing: 1000 });
        assert_eq!(gold.entitlements, Threshold { developed: 4000, developing: 4000 });
        assert_eq!((silver.people.developed, gold.people.developed), (1, 2));
        assert!(!rules.people.combine_paths && !rules.entitlements.trials_count);
        assert_eq!(rules.people.paths[0].all_of, [ustr("70-346"), ustr("70-347")]);
        assert_eq!(rules.entitlements.associations.len(), 3);
        assert_eq!(rules.entitlements.workloads.len(), 5);
    }

    #[test]
    fn the_later_edition_adds_fast_track_and_nothing_else() {
        let mut later = super::super::find("2017-07-07").unwrap().ruleset().unwrap();
        let first = shipped()[0].ruleset().unwrap();
        assert_eq!(later.entitlements.associations.pop(), Some(ustr("fast-track-partner")));
        assert_eq!(later.entitlements, first.entitlements);
        assert_eq!((later.people, later.tiers, later.risk), (first.people, first.tiers, first.risk));
    }

    #[test]
    fn a_ruleset_is_found_by_id_edition_or_both() {
        let name = |n: &str| super::super::find(n).map(|s| s.name);
        assert_eq!(name("cloud-productivity-managed-service"), Some("cloud-productivity-managed-service@2017-06-27"));
        assert_eq!(name("2017-07-07"), Some("cloud-productivity-managed-service@2017-07-07"));
        assert_eq!(name("cloud-productivity-managed-service@2017-07-07"), name("2017-07-07"));
        assert_eq!(name("2016"), None);
    }

    #[test]
    fn every_problem_is_told_with_its_line() {
        let text = shipped()[0]
            .text
            .replace("tiergap.ruleset.v1", "v0")
            .replace("certified-people = 2", "people = 2")
            .replace("id = \"gold\"", "id = \"platinum\"");
        let error = Ruleset::parse(&text, "mine.toml").unwrap_err();
        let lines: Vec<&str> = error.errors.iter().map(|e| e.message.as_str()).collect();
        assert_eq!(error.errors.len(), 4, "{lines:?}");
        assert_eq!(error.errors[0].line, text.lines().position(|l| l.contains("v0")).unwrap() + 1);
        assert_eq!(error.errors[0].column, "schema = ".len() + 1);
    }

    #[test]
    fn names_follow_the_language_and_must_be_of_one_that_reports_have() {
        let rules = shipped()[0].ruleset().unwrap();
        // As the competency page was translated.
        assert_eq!(rules.called(Lang::Fr)[..2], ["Productivité cloud", "Partenaire pour les services gérés"]);
        assert_eq!(rules.called(Lang::En)[..2], ["Cloud Productivity", "Managed Service Partner"]);
        let text = shipped()[0].text.replace("[names.fr]", "[names.nl]");
        let error = Ruleset::parse(&text, "mine.toml").unwrap_err();
        let line = text.lines().position(|line| line == "[names.nl]").unwrap() + 1;
        assert_eq!((error.errors.len(), error.errors[0].line, error.errors[0].column), (1, line, "[names.".len() + 1));
    }

    #[test]
    fn an_unknown_key_is_refused_where_it_stands() {
        let text = shipped()[0].text.replace("trials = false", "trails = false");
        let error = Ruleset::parse(&text, "mine.toml").unwrap_err();
        assert!(error.to_string().contains("trails"), "{error}");
    }
}
