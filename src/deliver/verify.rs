//! Whether a review is still what was written.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::Deserialize;

use super::error::{DeliverError, io_error};
use super::manifest::{InputFile, MANIFEST, Manifest, RulesetId, Tool, WrittenFile};
use super::ours::{files_below, is_system_file, is_unchanged, manifest_of};
use super::signing::{RESULTS, SIGN_OFF, SignOff};
use crate::digest::sha256;

/// What became of a review since it was written.
#[derive(Debug)]
pub struct Inspection {
    /// Its manifest.
    pub manifest: Manifest,
    /// Files that are gone.
    pub missing: Vec<String>,
    /// Files whose bytes are others.
    pub changed: Vec<String>,
    /// Files that tiergap did not write.
    pub added: Vec<String>,
    /// What `results.json` and the manifest say differently.
    pub differs: Vec<Differs>,
    /// Notes and signatures, where there are any that can be read.
    pub sign_off: Option<SignOff>,
    /// The inputs; those of `results.json` where an older version wrote the manifest.
    pub inputs: Vec<InputFile>,
    /// SHA-256 of `results.json` as it is now, if it is there.
    pub results_sha256: Option<String>,
}

/// What `results.json` and the manifest can say differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Differs {
    /// One of them cannot be read.
    Unreadable,
    /// The program.
    Tool,
    /// The rules.
    Ruleset,
    /// The inputs.
    Inputs,
    /// The partners' reports and the annotated inputs.
    Reports,
    /// The results that were signed.
    Signature,
}

impl Differs {
    /// The name in the output for machines.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Tool => "tool",
            Self::Ruleset => "ruleset",
            Self::Inputs => "inputs",
            Self::Reports => "reports",
            Self::Signature => "signature",
        }
    }
}

impl Inspection {
    /// Whether nothing changed.
    pub fn is_unchanged(&self) -> bool {
        self.missing.is_empty() && self.changed.is_empty() && self.added.is_empty() && self.differs.is_empty()
    }

    /// Whether a signature is one of the results that are there.
    pub fn holds(&self, signed: &str) -> bool {
        self.results_sha256.as_deref() == Some(signed)
    }
}

/// What of `results.json` the manifest says too.
#[derive(Deserialize)]
struct Results {
    tool: Tool,
    ruleset: RulesetId,
    inputs: Vec<Input>,
    partners: Vec<Partner>,
}

#[derive(Deserialize)]
struct Input {
    #[serde(flatten)]
    file: InputFile,
    annotated: Option<String>,
}

#[derive(Deserialize)]
struct Partner {
    folder: String,
}

/// Compares a review with its manifest, and that with its results.
///
/// # Errors
/// If the folder holds no review, or cannot be read.
pub fn inspect(folder: &Path) -> Result<Inspection, DeliverError> {
    let none = || DeliverError::NoReview { folder: folder.to_owned() };
    let manifest = manifest_of(folder).filter(|manifest| manifest.file(RESULTS).is_some()).ok_or_else(none)?;
    let Files { missing, changed, added, there } = files(folder, &manifest)?;

    let bytes = |path: &str| -> Result<Option<Vec<u8>>, DeliverError> {
        let full = folder.join(path);
        if !fs::symlink_metadata(&full).is_ok_and(|found| found.is_file()) {
            return Ok(None);
        }
        fs::read(&full).map(Some).map_err(io_error("read", &full))
    };
    let results = bytes(RESULTS)?;
    let results_sha256 = results.as_deref().map(sha256);
    let mut differs = BTreeSet::new();
    let results: Option<Results> = results.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    if results.is_none() {
        differs.insert(Differs::Unreadable);
    }
    if let Some(results) = &results {
        differs.extend(disagreements(&manifest, results));
    }
    let sign_off = bytes(SIGN_OFF)?.and_then(|bytes| SignOff::parse(&String::from_utf8_lossy(&bytes)));
    if sign_off.is_none() && there.contains(SIGN_OFF) {
        differs.insert(Differs::Unreadable);
    }
    let signed = sign_off.iter().flat_map(|signed| &signed.entries).filter_map(|entry| entry.results_sha256.as_ref());
    if signed.into_iter().any(|signed| results_sha256.as_ref() != Some(signed)) {
        differs.insert(Differs::Signature);
    }
    let inputs = match (&manifest.origin, results) {
        (Some(origin), _) => origin.inputs.clone(),
        (None, Some(results)) => results.inputs.into_iter().map(|input| input.file).collect(),
        (None, None) => Vec::new(),
    };
    let differs = differs.into_iter().collect();
    Ok(Inspection { manifest, missing, changed, added, differs, sign_off, inputs, results_sha256 })
}

/// The files of a folder beside its manifest.
#[derive(Debug, Default)]
struct Files {
    missing: Vec<String>,
    changed: Vec<String>,
    added: Vec<String>,
    /// All that are there.
    there: BTreeSet<String>,
}

fn files(folder: &Path, manifest: &Manifest) -> Result<Files, DeliverError> {
    let there: BTreeSet<String> = files_below(folder)?.into_iter().filter(|path| !is_passing(path)).collect();
    let ours: BTreeMap<&str, &WrittenFile> = manifest.files.iter().map(|file| (file.path.as_str(), file)).collect();
    let added = there.iter().filter(|path| *path != MANIFEST && !ours.contains_key(path.as_str())).cloned().collect();
    let missing = ours.keys().filter(|path| !there.contains(**path)).map(|path| (*path).to_owned()).collect();
    let present: Vec<&&WrittenFile> = ours.values().filter(|file| there.contains(&file.path)).collect();
    let unchanged =
        present.par_iter().map(|file| is_unchanged(folder, file)).collect::<Result<Vec<bool>, DeliverError>>()?;
    let changed = present.iter().zip(unchanged).filter(|(_, same)| !same).map(|(file, _)| file.path.clone()).collect();
    Ok(Files { missing, changed, added, there })
}

/// A shard's folder: its manifest, and the bytes of one of its files that the manifest lists, if they are as it says.
#[derive(Debug)]
pub struct Written {
    folder: PathBuf,
    /// What it says.
    pub manifest: Manifest,
}

impl Written {
    /// A folder that we wrote; `None` if it is none.
    pub fn open(folder: &Path) -> Option<Self> {
        manifest_of(folder).map(|manifest| Self { folder: folder.to_owned(), manifest })
    }

    /// Files that are gone or were added. What changed shows when it is read.
    pub fn misplaced(&self) -> Result<(Vec<String>, Vec<String>), DeliverError> {
        let mut there: BTreeSet<String> = files_below(&self.folder)?.into_iter().collect();
        there.retain(|path| !is_passing(path) && path != MANIFEST);
        let listed: BTreeSet<String> = self.manifest.files.iter().map(|file| file.path.clone()).collect();
        let gone = listed.difference(&there).cloned().collect();
        Ok((gone, there.difference(&listed).cloned().collect()))
    }

    /// A file's bytes; `None` if they are not what was written.
    pub fn read(&self, path: &str) -> Result<Option<Vec<u8>>, DeliverError> {
        let Some(file) = self.manifest.file(path) else { return Ok(None) };
        let full = self.folder.join(path);
        if !fs::symlink_metadata(&full).is_ok_and(|found| found.is_file() && found.len() == file.bytes) {
            return Ok(None);
        }
        let bytes = fs::read(&full).map_err(io_error("read", &full))?;
        Ok((sha256(&bytes) == file.sha256).then_some(bytes))
    }
}

/// What comes and goes beside our files: of file managers, and of Excel while a workbook is open.
fn is_passing(path: &str) -> bool {
    is_system_file(path) || path.rsplit('/').next().is_some_and(|name| name.starts_with("~$"))
}

fn disagreements(manifest: &Manifest, results: &Results) -> Vec<Differs> {
    let mut differs = Vec::new();
    if let Some(origin) = &manifest.origin {
        let inputs = results.inputs.iter().map(|input| &input.file);
        let told = [
            (origin.tool == results.tool, Differs::Tool),
            (origin.ruleset == results.ruleset, Differs::Ruleset),
            (origin.inputs.iter().eq(inputs), Differs::Inputs),
        ];
        differs.extend(told.into_iter().filter(|(same, _)| !same).map(|(_, what)| what));
    }
    // Every report that the results lead to, and no other.
    let within = |folder: &str| -> BTreeSet<String> {
        let below = manifest.files.iter().filter_map(|file| file.path.strip_prefix(folder)?.split('/').nth(1));
        below.map(|name| format!("{folder}/{name}")).collect()
    };
    let folders: BTreeSet<String> = results.partners.iter().map(|partner| partner.folder.clone()).collect();
    let annotated: BTreeSet<String> = results.inputs.iter().filter_map(|input| input.annotated.clone()).collect();
    if within("partners") != folders || within("annotated") != annotated {
        differs.push(Differs::Reports);
    }
    differs
}
