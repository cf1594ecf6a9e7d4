//! A folder of the user's own that replaces files of the shipped templates, and writing those out to start from.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, anyhow};

use super::rules::CONFIG_BYTES;
use super::{Failure, Outcome, talk};
use crate::deliver::Staging;
use crate::intake;
use crate::recognise::WordFile;
use crate::rules::Ruleset;
use crate::{shipped, text};

/// Keeps partners' names from each other's reports, and so is not for anybody to change.
const FIXED: &str = "words/common.toml";

/// The shipped files that are for users to replace.
fn replaceable() -> impl Iterator<Item = (&'static str, &'static str)> {
    shipped::FILES.iter().map(|&(name, text)| (name, *text)).filter(|(name, _)| *name != FIXED)
}

/// A file of the user's own.
#[derive(Debug)]
pub(super) struct Own {
    /// What it holds.
    pub text: String,
    /// Its path, for errors.
    pub origin: String,
}

/// What replaces the shipped templates, by their names such as `text/it.ftl`.
#[derive(Debug, Default)]
pub(super) struct Templates(BTreeMap<String, Own>);

impl Templates {
    /// Reads the folder and checks that every file of it replaces one, and that texts and rulesets can be used; all
    /// problems are told at once.
    pub(super) fn load(dir: Option<&Path>) -> Result<Self, Failure> {
        let Some(dir) = dir else { return Ok(Self::default()) };
        let cannot = || format!("cannot read the templates in {}", dir.display());
        let names = intake::files_below(dir).with_context(cannot).map_err(Failure::Usage)?;
        let mut own = BTreeMap::new();
        let mut surplus = Vec::new();
        let mut problems = Vec::new();
        let known: Vec<&str> = replaceable().map(|(name, _)| name).collect();
        for name in names {
            let path = dir.join(&name);
            let origin = path.display().to_string();
            if name == FIXED {
                problems.push(format!(
                    "{origin}: this list cannot be replaced: it keeps partners' names from each other's reports"
                ));
            } else if known.contains(&name.as_str()) {
                match intake::read_text(&path, CONFIG_BYTES) {
                    Ok(text) => drop(own.insert(name, Own { text, origin })),
                    Err(why) if why.kind() == ErrorKind::InvalidData => {
                        problems.push(format!("{origin}: it is not UTF-8"));
                    }
                    Err(why) => problems.push(format!("{origin}: {why}")),
                }
            } else if !name.split('/').any(|part| part.starts_with('.')) {
                surplus.push((name, origin));
            }
        }
        let logo = own.get("theme.toml").and_then(|theme| logo(&theme.text));
        for (name, origin) in surplus.into_iter().filter(|(name, _)| logo.as_deref() != Some(name.as_str())) {
            let near = near(&name, &known).map(|near| format!("; did you mean {near}?")).unwrap_or_default();
            problems.push(format!("{origin}: it replaces none of the templates{near}"));
        }
        for (name, file) in &own {
            problems.extend(wrong(name, file));
        }
        if problems.is_empty() {
            return Ok(Self(own));
        }
        problems.insert(0, format!("the templates in {} cannot be used", dir.display()));
        Err(Failure::Usage(anyhow!(problems.join("\n  "))))
    }

    /// Templates as another run of this version read and checked them; `origin` is where they were kept.
    pub(super) fn kept(texts: BTreeMap<String, String>, origin: &str) -> Self {
        let own = |text: String, name: &str| Own { text, origin: format!("{origin}: {name}") };
        Self(texts.into_iter().map(|(name, text)| (name.clone(), own(text, &name))).collect())
    }

    /// What each file holds, by name.
    pub(super) fn texts(&self) -> BTreeMap<String, String> {
        self.0.iter().map(|(name, own)| (name.clone(), own.text.clone())).collect()
    }

    /// The file that replaces a template.
    pub(super) fn get(&self, name: &str) -> Option<&Own> {
        self.0.get(name)
    }

    /// The file that replaces a list of words.
    pub(super) fn words(&self, name: &str) -> Option<WordFile<'_>> {
        let own = self.get(&format!("words/{name}"))?;
        Some(WordFile { text: &own.text, origin: &own.origin })
    }
}

/// What is wrong with a file that might not be used in this run; the others say so themselves.
fn wrong(name: &str, file: &Own) -> Vec<String> {
    if name.starts_with("text/") || name.starts_with("mail/") {
        let at = |p: text::TextProblem| format!("{}:{}:{}: {}", file.origin, p.line, p.column, p.message);
        return text::check(&file.text).into_iter().map(at).collect();
    }
    if name.starts_with("rules/")
        && let Err(error) = Ruleset::parse(&file.text, &file.origin)
    {
        let at = |e: &crate::rules::RuleError| format!("{}:{}:{}: {}", file.origin, e.line, e.column, e.message);
        return error.errors.iter().map(at).collect();
    }
    Vec::new()
}

/// The logo that a theme names, as the name of a file in the same folder.
fn logo(theme: &str) -> Option<String> {
    let theme: toml::Table = theme.parse().ok()?;
    let path = theme.get("logo")?.as_str()?.replace('\\', "/");
    Some(path.strip_prefix("./").map(str::to_owned).unwrap_or(path))
}

/// The template that a file was most likely meant to replace: by its whole name or by that of the file alone.
fn near<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let base = |name: &'a str| name.rsplit('/').next().unwrap_or(name);
    let file = name.rsplit('/').next().unwrap_or(name).to_lowercase();
    // From the last: whoever says `it.ftl` rather means that of `text` than that of `mail`.
    known
        .iter()
        .rev()
        .find(|known| base(known) == file)
        .copied()
        .or_else(|| text::nearest(&name.to_lowercase(), known.iter().copied()))
        .or_else(|| {
            let near = text::nearest(&file, known.iter().map(|known| base(known)))?;
            known.iter().find(|known| base(known) == near).copied()
        })
}

/// `tiergap templates`: writes the shipped templates into a folder.
pub(super) fn write(dir: &Path) -> Result<Outcome, Failure> {
    let staging = Staging::begin_new(dir).map_err(Failure::nothing)?;
    let mut files = 0;
    for (name, text) in replaceable() {
        staging.write(name, text.as_bytes()).map_err(Failure::nothing)?;
        files += 1;
    }
    let place = staging.commit_for_keeps().map_err(Failure::nothing)?;
    talk::data(&format!("{files} templates are in {}", place.display()));
    talk::say(&format!(
        "{}hint{:#}: change what you need, delete the rest, then tiergap run INPUT --out DIR --templates {}",
        talk::HINT,
        talk::HINT,
        dir.display()
    ));
    Ok(Outcome::Done)
}
