//! `tiergap verify`: whether a review, and the inputs it was made of, are still what they were.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;
use rayon::prelude::*;
use serde::Serialize;

use super::args::{Format, LangArg};
use super::inputs;
use super::templates::Templates;
use super::{Failure, Outcome, talk};
use crate::deliver::{DeliverError, InputFile, Inspection, inspect};
use crate::digest::sha256;
use crate::intake;
use crate::say;
use crate::text::Localizer;

pub(super) const EXAMPLES: &str = "\
Examples:
  tiergap verify review
  tiergap verify review inbox             are the inputs still those of the review?
  tiergap verify review --format json | jq .unchanged

Exit codes:
  0  nothing changed
  1  something changed, is missing or was added
  2  it is no review
  3  it could not be read";

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// Folder of the review
    pub review: PathBuf,
    /// Files and folders that it was made of: are they still the same?
    #[arg(value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub lang: LangArg,
    /// What to print on standard output
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// The inputs of a review beside those that were given.
#[derive(Debug, Default, Serialize)]
struct Inputs {
    /// How many are the same.
    same: usize,
    /// There is a file of this name, and its bytes are others.
    changed: Vec<String>,
    /// No file given has its bytes.
    missing: Vec<String>,
    /// A file given that was none of the inputs.
    added: Vec<String>,
}

impl Inputs {
    fn are_same(&self) -> bool {
        self.changed.is_empty() && self.missing.is_empty() && self.added.is_empty()
    }
}

#[derive(Serialize)]
struct Verified<'a> {
    schema: &'static str,
    unchanged: bool,
    files: usize,
    missing: &'a [String],
    changed: &'a [String],
    added: &'a [String],
    disagreements: Vec<&'static str>,
    inputs: Option<&'a Inputs>,
    signatures: Vec<Signature<'a>>,
    notes: Vec<Note<'a>>,
}

#[derive(Serialize)]
struct Signature<'a> {
    by: &'a str,
    date: String,
    results_sha256: &'a str,
    /// Whether what was signed is what is there.
    holds: bool,
}

#[derive(Serialize)]
struct Note<'a> {
    by: Option<&'a str>,
    date: String,
    note: &'a str,
}

pub(super) fn verify(args: &VerifyArgs) -> Result<Outcome, Failure> {
    let text = inputs::localizer(&args.lang, &Templates::default())?;
    let found = inspected(&args.review)?;
    let inputs = if args.inputs.is_empty() { None } else { Some(compare(&found.inputs, &args.inputs, &args.review)?) };
    match args.format {
        Format::Human => human(&found, inputs.as_ref(), &text),
        Format::Json => json(&found, inputs.as_ref())?,
    }
    let same = found.is_unchanged() && inputs.is_none_or(|inputs| inputs.are_same());
    Ok(if same { Outcome::Done } else { Outcome::DoneWithErrors })
}

/// A review beside its manifest. That it is none is wrong usage.
pub(super) fn inspected(review: &Path) -> Result<Inspection, Failure> {
    inspect(review).map_err(|error| match error {
        DeliverError::NoReview { .. } => Failure::usage(error),
        error => Failure::nothing(error),
    })
}

/// Files are the same by their bytes, whatever they are called.
fn compare(reviewed: &[InputFile], given: &[PathBuf], review: &Path) -> Result<Inputs, Failure> {
    let discovered = intake::discover(given, Some(review));
    if discovered.sources.is_empty() {
        let names: Vec<String> = given.iter().map(|path| path.display().to_string()).collect();
        return Err(Failure::Usage(anyhow::anyhow!("{} holds nothing that could be an input", names.join(", "))));
    }
    let limit = intake::Limits::default().file_bytes;
    let here: Vec<InputFile> = discovered
        .sources
        .par_iter()
        .map(|source| {
            // A file that could not be opened has no hash, now as then.
            let hash = intake::read_bytes(&source.path, limit).map(|bytes| sha256(&bytes)).unwrap_or_default();
            InputFile { label: source.label.clone(), sha256: hash }
        })
        .collect();
    let hashes = |files: &[InputFile]| files.iter().map(|file| file.sha256.clone()).collect::<BTreeSet<String>>();
    let (then, now) = (hashes(reviewed), hashes(&here));
    let mut inputs = Inputs::default();
    for file in reviewed {
        if now.contains(&file.sha256) {
            inputs.same += 1;
        } else if here.iter().any(|other| other.label == file.label) {
            inputs.changed.push(file.label.clone());
        } else {
            inputs.missing.push(file.label.clone());
        }
    }
    let new = here.iter().filter(|file| !then.contains(&file.sha256) && !inputs.changed.contains(&file.label));
    inputs.added = new.map(|file| file.label.clone()).collect();
    Ok(inputs)
}

fn human(found: &Inspection, inputs: Option<&Inputs>, text: &Localizer) {
    let line = |said: String| talk::data(&talk::visible(&said));
    if found.is_unchanged() {
        line(say!(text, "verify-unchanged", files = found.manifest.files.len() as u64));
    } else {
        line(say!(text, "verify-changed"));
        for said in changes(found, text) {
            line(format!("  {said}"));
        }
    }
    if let Some(inputs) = inputs {
        if inputs.are_same() {
            line(say!(text, "verify-inputs-same", files = inputs.same as u64));
        } else {
            line(say!(text, "verify-inputs-changed", files = inputs.same as u64));
            for said in listed(&[&inputs.missing, &inputs.changed, &inputs.added], text) {
                line(format!("  {said}"));
            }
        }
    }
    let entries = found.sign_off.iter().flat_map(|signed| &signed.entries);
    let mut signed = false;
    for entry in entries {
        let date = text.date(entry.date);
        match (&entry.by, &entry.results_sha256) {
            (Some(name), Some(hash)) => {
                signed = true;
                let holds = if found.holds(hash) { "yes" } else { "no" };
                line(say!(text, "verify-signed", name = name.as_str(), date = date, holds = holds));
            }
            _ => line(say!(text, "endorsement-noted", date = date)),
        }
        if let Some(note) = &entry.note {
            for note in note.lines() {
                line(format!("  {note}"));
            }
        }
    }
    if !signed {
        line(say!(text, "verify-not-signed"));
    }
}

/// What is not as it was written, a line each.
pub(super) fn changes(found: &Inspection, text: &Localizer) -> Vec<String> {
    let mut said = listed(&[&found.missing, &found.changed, &found.added], text);
    said.extend(found.differs.iter().map(|what| say!(text, "verify-disagrees", what = what.as_str())));
    said
}

fn listed(lists: &[&[String]; 3], text: &Localizer) -> Vec<String> {
    let of = |how: &'static str, files: &[String]| -> Vec<String> {
        files.iter().map(|file| say!(text, "verify-file", how = how, file = file.as_str())).collect()
    };
    [of("missing", lists[0]), of("changed", lists[1]), of("added", lists[2])].concat()
}

fn json(found: &Inspection, inputs: Option<&Inputs>) -> Result<(), Failure> {
    let entries = || found.sign_off.iter().flat_map(|signed| &signed.entries);
    let verified = Verified {
        schema: "tiergap.verify.v1",
        unchanged: found.is_unchanged() && inputs.is_none_or(Inputs::are_same),
        files: found.manifest.files.len(),
        missing: &found.missing,
        changed: &found.changed,
        added: &found.added,
        disagreements: found.differs.iter().map(|what| what.as_str()).collect(),
        inputs,
        signatures: entries()
            .filter_map(|entry| {
                let (by, results_sha256) = (entry.by.as_deref()?, entry.results_sha256.as_deref()?);
                let holds = found.holds(results_sha256);
                Some(Signature { by, date: entry.date.to_string(), results_sha256, holds })
            })
            .collect(),
        notes: entries()
            .filter_map(|entry| {
                let note = entry.note.as_deref()?;
                Some(Note { by: entry.by.as_deref(), date: entry.date.to_string(), note })
            })
            .collect(),
    };
    let json = serde_json::to_string_pretty(&verified).map_err(Failure::nothing)?;
    talk::data(&talk::inert_json(json));
    Ok(())
}
