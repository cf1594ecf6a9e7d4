//! `tiergap rules`: which rules there are, what they say, and whether one's own can be used.

use std::path::Path;

use anyhow::{Context, anyhow};

use super::args::RulesCommand;
use super::templates::Templates;
use super::{Failure, Outcome, talk};
use crate::recognise::Vocabulary;
use crate::rules::{Ruleset, find, shipped};

/// Bytes of a ruleset or configuration file at most.
pub(super) const CONFIG_BYTES: u64 = 4 << 20;

pub(super) fn rules(command: &RulesCommand) -> Result<Outcome, Failure> {
    match command {
        RulesCommand::List => list(),
        RulesCommand::Show { rules } => {
            let text = text_of(rules.as_deref())?.1;
            talk::raw(text.as_bytes()).map_err(Failure::nothing)?;
            Ok(Outcome::Done)
        }
        RulesCommand::Check { file } => check(file),
    }
}

fn list() -> Result<Outcome, Failure> {
    let mut rows = Vec::new();
    for (n, entry) in shipped().iter().enumerate() {
        let rules = entry.ruleset().map_err(Failure::usage)?;
        let default = if n == 0 { "(default)" } else { "" };
        rows.push(vec![entry.name.to_owned(), format!("{}, {}", rules.competency, rules.option), default.to_owned()]);
    }
    for line in talk::table(&rows, &[]) {
        talk::data(&line);
    }
    Ok(Outcome::Done)
}

fn check(file: &Path) -> Result<Outcome, Failure> {
    let words = Vocabulary::shipped().map_err(Failure::usage)?;
    let name = file.display().to_string();
    let text = crate::intake::read_text(file, CONFIG_BYTES).with_context(|| format!("cannot read {name}"));
    let rules = Ruleset::parse(&text.map_err(Failure::Usage)?, &name).map_err(Failure::usage)?;
    check_words(&rules, &words).map_err(Failure::Usage)?;
    talk::data(&format!("{name}: {} {} ({}, {}) can be used", rules.id, rules.edition, rules.competency, rules.option));
    Ok(Outcome::Done)
}

/// The ruleset that `--rules` names; the default one where it names none.
pub(super) fn load(name: Option<&str>, words: &Vocabulary, templates: &Templates) -> Result<Ruleset, Failure> {
    let (origin, text) = text_of(name)?;
    // A shipped one may have been replaced; a file that is named wins.
    let own = find(&origin).and_then(|shipped| templates.get(&format!("rules/{}.toml", shipped.name)));
    let (origin, text) = own.map_or((origin, text), |own| (own.origin.clone(), own.text.clone()));
    let rules = Ruleset::parse(&text, &origin).map_err(Failure::usage)?;
    check_words(&rules, words).map_err(Failure::Usage)?;
    Ok(rules)
}

fn text_of(name: Option<&str>) -> Result<(String, String), Failure> {
    let Some(name) = name else {
        let default = shipped().first().ok_or_else(|| Failure::Usage(anyhow!("no ruleset is compiled in")))?;
        return Ok((default.name.to_owned(), default.text.to_owned()));
    };
    if let Some(found) = find(name) {
        return Ok((found.name.to_owned(), found.text.to_owned()));
    }
    let path = Path::new(name);
    if !path.exists() {
        let known: Vec<&str> = shipped().iter().map(|s| s.name).collect();
        return Err(Failure::Usage(anyhow!(
            "no ruleset is called {name:?}, and there is no such file\nhint: shipped rulesets are {}",
            known.join(", ")
        )));
    }
    let text = crate::intake::read_text(path, CONFIG_BYTES).with_context(|| format!("cannot read {name}"));
    Ok((name.to_owned(), text.map_err(Failure::Usage)?))
}

/// Every workload, association and credential of a ruleset must be one that the vocabulary can recognise.
fn check_words(rules: &Ruleset, words: &Vocabulary) -> anyhow::Result<()> {
    let mut unknown = Vec::new();
    if let Err(id) = words.association_bits(&rules.entitlements.associations) {
        unknown.push(format!("association \"{id}\""));
    }
    for id in &rules.entitlements.workloads {
        if !words.workloads().iter().any(|term| term.id == *id) {
            unknown.push(format!("workload \"{id}\""));
        }
    }
    for id in rules.credentials() {
        if !words.known_credential(id) {
            unknown.push(format!("credential \"{id}\""));
        }
    }
    if unknown.is_empty() {
        return Ok(());
    }
    let ids = |terms: &[crate::recognise::Term]| terms.iter().map(|t| t.id.as_str()).collect::<Vec<_>>().join(", ");
    Err(anyhow!(
        "the ruleset names what no sheet can be recognised to say: {}\nhint: workloads are {}\nhint: associations are {}\n\
         hint: credentials are exam numbers such as 70-346, or {}",
        unknown.join(", "),
        ids(words.workloads()),
        ids(words.associations()),
        ids(words.certifications()),
    ))
}
