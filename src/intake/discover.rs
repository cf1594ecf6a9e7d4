//! What to read: files as given, and what folders hold.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::{Source, file};
use crate::finding::{Code, Finding, Phrase};

/// What was found to read, and what was passed over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Discovered {
    /// The files, sorted by label; their order is the order of the run.
    pub sources: Vec<Source>,
    /// Missing inputs, skipped and unsupported files. They have no file index but the argument `name`.
    pub findings: Vec<Finding>,
}

/// The file by which an output folder is known, and what it holds (see `deliver::manifest`).
const OUTPUT_MARK: (&str, &str) = ("manifest.json", "\"tiergap.manifest.v1\"");
/// Bytes of it at most.
const OUTPUT_MARK_BYTES: u64 = 64 << 20;

/// Folders within folders that are walked.
const MAX_DEPTH: usize = 64;

/// A file that will be read, before its label is settled.
struct Candidate {
    path: PathBuf,
    /// Relative to the folder that was given; the file's name if it was given itself.
    relative: String,
    /// The name of the folder that was given or that the file lies in.
    folder: String,
}

/// Files and folders as given become what to read, in an order that does not depend on theirs, and findings on what
/// was passed over. Folders are walked whole, links to folders are not followed. A file that is given by name is
/// always tried; the same path given twice is read once. The folder `out`, and any folder below the inputs that an
/// earlier run wrote, holds reports and no inputs: it is passed over.
pub fn discover(inputs: &[PathBuf], out: Option<&Path>) -> Discovered {
    let mut walk = Walk { out: out.and_then(|out| out.canonicalize().ok()), ..Walk::default() };
    let mut inputs: Vec<&PathBuf> = inputs.iter().collect();
    inputs.sort();
    inputs.dedup();
    // Files given by name come first: their wish is explicit, whatever a folder says of them.
    let (folders, files): (Vec<&PathBuf>, Vec<&PathBuf>) = inputs.into_iter().partition(|path| path.is_dir());
    for path in files {
        if path.try_exists().is_ok_and(|exists| exists) {
            let parent = path.canonicalize().ok().and_then(|p| p.parent().map(Path::to_path_buf));
            walk.take(path, name_of(path), &parent.map_or_else(String::new, |parent| name_of(&parent)));
        } else {
            walk.findings.push(Finding::new(Code::MissingInput).arg("name", slashed(path)));
        }
    }
    for path in folders {
        let folder = name_of(&path.canonicalize().unwrap_or_else(|_| path.clone()));
        walk.folder(path, "", &folder, 0);
    }
    let mut findings = walk.findings;
    findings.sort_by_cached_key(|finding| (format!("{:?}", finding.args), finding.code));
    findings.dedup();
    Discovered { sources: settle(walk.found), findings }
}

#[derive(Default)]
struct Walk {
    found: Vec<Candidate>,
    seen: BTreeSet<PathBuf>,
    out: Option<PathBuf>,
    findings: Vec<Finding>,
}

/// What the ending of a file in a folder says about it.
enum Ending {
    Read,
    Look,
    Unsupported,
    Skip,
}

impl Walk {
    fn take(&mut self, path: &Path, relative: String, folder: &str) {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        if self.seen.insert(real) {
            self.found.push(Candidate { path: path.to_path_buf(), relative, folder: folder.to_owned() });
        }
    }

    fn folder(&mut self, path: &Path, prefix: &str, folder: &str, depth: usize) {
        let mut entries = match std::fs::read_dir(path) {
            Ok(entries) => entries.filter_map(Result::ok).map(|entry| entry.path()).collect::<Vec<_>>(),
            Err(e) => {
                let name = if prefix.is_empty() { folder } else { prefix.trim_end_matches('/') };
                let finding = Finding::new(Code::UnreadableFile).arg("name", name).arg("detail", file::opening(&e));
                self.findings.push(finding);
                return;
            }
        };
        entries.sort();
        for entry in entries {
            let label = format!("{prefix}{}", name_of(&entry));
            let Ok(metadata) = std::fs::symlink_metadata(&entry) else {
                self.skip(label, "detail-gone");
                continue;
            };
            if metadata.is_dir() {
                let why = match () {
                    () if name_of(&entry).starts_with('.') => "skip-hidden-folder",
                    () if depth >= MAX_DEPTH => "skip-too-deep",
                    () if self.is_output(&entry) => "skip-output",
                    () => {
                        self.folder(&entry, &format!("{label}/"), folder, depth + 1);
                        continue;
                    }
                };
                self.skip(format!("{label}/"), why);
            } else if entry.is_file() {
                match ending(&entry) {
                    Ending::Skip => self.pass_over(Code::SkippedFile, label),
                    Ending::Read => self.take(&entry, label, folder),
                    Ending::Look if file::has_table(&entry) => self.take(&entry, label, folder),
                    Ending::Look | Ending::Unsupported => {
                        // Given by name as well: then it is read, and nothing is to be said.
                        if !entry.canonicalize().is_ok_and(|real| self.seen.contains(&real)) {
                            self.pass_over(Code::UnsupportedFile, label);
                        }
                    }
                }
            } else {
                let why = match metadata.is_symlink() {
                    true if entry.is_dir() => "skip-link-to-folder",
                    true if !entry.exists() => "skip-link-nowhere",
                    _ => "skip-special",
                };
                self.skip(label, why);
            }
        }
    }

    /// Whether a folder is the output of this run or of an earlier one.
    fn is_output(&self, folder: &Path) -> bool {
        let here = self.out.is_some() && folder.canonicalize().ok() == self.out;
        here || super::read_text(&folder.join(OUTPUT_MARK.0), OUTPUT_MARK_BYTES)
            .is_ok_and(|text| text.contains(OUTPUT_MARK.1))
    }

    /// Passes over what is no file to read, and says what it is.
    fn skip(&mut self, label: String, why: &'static str) {
        let finding = Finding::new(Code::SkippedFile).arg("name", label);
        self.findings.push(finding.arg("detail", Phrase::new(why)));
    }

    fn pass_over(&mut self, code: Code, label: String) {
        self.findings.push(Finding::new(code).arg("name", label));
    }
}

fn ending(path: &Path) -> Ending {
    let name = name_of(path).to_lowercase();
    if name.starts_with("~$") || name.starts_with('.') || name == "thumbs.db" || name == "desktop.ini" {
        return Ending::Skip;
    }
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("xlsx" | "xlsm" | "xlsb" | "xls" | "ods" | "csv" | "tsv" | "txt") => Ending::Read,
        Some("xml" | "htm" | "html") => Ending::Look,
        _ => Ending::Unsupported,
    }
}

/// Labels that collide get the name of their folder, and if that does not tell them apart, a number.
fn settle(found: Vec<Candidate>) -> Vec<Source> {
    let mut wanted: BTreeMap<String, Vec<Candidate>> = BTreeMap::new();
    for candidate in found {
        wanted.entry(candidate.relative.clone()).or_default().push(candidate);
    }
    let mut taken: BTreeSet<String> = wanted.keys().cloned().collect();
    let mut sources = Vec::new();
    for (label, mut candidates) in wanted {
        if candidates.len() == 1 {
            sources.extend(candidates.pop().map(|c| Source { path: c.path, label }));
            continue;
        }
        taken.remove(&label);
        candidates.sort_by(|a, b| (&a.folder, &a.path).cmp(&(&b.folder, &b.path)));
        for candidate in candidates {
            let label = if candidate.folder.is_empty() {
                candidate.relative.clone()
            } else {
                format!("{}/{}", candidate.folder, candidate.relative)
            };
            let label = numbered(label, &taken);
            taken.insert(label.clone());
            sources.push(Source { path: candidate.path, label });
        }
    }
    sources.sort_by(|a, b| a.label.cmp(&b.label));
    sources
}

/// `usage.xlsx`, else `usage (2).xlsx`, `usage (3).xlsx` …
fn numbered(label: String, taken: &BTreeSet<String>) -> String {
    if !taken.contains(&label) {
        return label;
    }
    let file = label.rfind('/').map_or(0, |at| at + 1);
    let dot = label.rfind('.').filter(|&dot| dot > file).unwrap_or(label.len());
    let (stem, ending) = label.split_at(dot);
    // One of so many is free: there are more of them than labels taken.
    (2..taken.len() + 3).map(|n| format!("{stem} ({n}){ending}")).find(|l| !taken.contains(l)).unwrap_or(label)
}

/// A name as it is told: on one line, whatever it holds.
fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| slashed(path), |name| on_a_line(&name.to_string_lossy()))
}

fn slashed(path: &Path) -> String {
    on_a_line(&path.to_string_lossy().replace('\\', "/"))
}

/// What would break a line or command a terminal becomes the sign for what cannot be shown.
fn on_a_line(name: &str) -> String {
    name.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), "\u{FFFD}")
}
