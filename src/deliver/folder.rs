//! A new folder is filled beside the old one and moved into its place at the end.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tempfile::TempDir;

use super::manifest::{MANIFEST, Manifest, WrittenFile};
use crate::digest::sha256;

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum DeliverError {
    /// The output path is a file.
    #[error("{path} is a file, not a folder; choose another --out")]
    NotAFolder {
        /// The path.
        path: PathBuf,
    },
    /// The folder holds what the tool did not write, or what was changed since.
    #[error("{folder} holds {what}: {example}{more}; move it away or choose another --out, nothing was changed", what = if *.changed { "a file that was changed since tiergap wrote it" } else { "a file that tiergap did not write" })]
    NotOurs {
        /// The folder.
        folder: PathBuf,
        /// The first such file.
        example: String,
        /// " and N more", or nothing.
        more: String,
        /// Whether the first such file is one of ours that was changed.
        changed: bool,
    },
    /// A file of the folder is open in Excel.
    #[error("{file} in {folder} is open in Excel: close it and run again, nothing was changed")]
    Open {
        /// The folder.
        folder: PathBuf,
        /// The workbook.
        file: String,
    },
    /// A folder that must be new holds something.
    #[error("{path} is not empty; name a folder that does not exist yet")]
    NotEmpty {
        /// The folder.
        path: PathBuf,
    },
    /// The system refused.
    #[error("cannot {doing} {path}")]
    Io {
        /// What was tried.
        doing: &'static str,
        /// On what.
        path: PathBuf,
        /// The system's word.
        source: io::Error,
    },
}

fn io_error<'a>(doing: &'static str, path: &'a Path) -> impl FnOnce(io::Error) -> DeliverError + 'a {
    move |source| DeliverError::Io { doing, path: path.to_owned(), source }
}

/// An output folder in the making. Dropped without [`Staging::commit`], it leaves nothing behind.
#[derive(Debug)]
pub struct Staging {
    target: PathBuf,
    work: TempDir,
    written: Mutex<Vec<WrittenFile>>,
}

impl Staging {
    /// Starts an output folder that will be at `target`.
    ///
    /// # Errors
    /// If `target` exists and holds anything that the tool did not write, or cannot be written to.
    pub fn begin(target: &Path) -> Result<Self, DeliverError> {
        let target = settled(target)?;
        check_ours(&target)?;
        let parent = target.parent().unwrap_or(&target);
        let name = target.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let work = tempfile::Builder::new()
            .prefix(&format!(".{name}.tiergap-"))
            .tempdir_in(parent)
            .map_err(io_error("create a folder in", parent))?;
        Ok(Self { target, work, written: Mutex::new(Vec::new()) })
    }

    /// Starts a folder that will be the user's own (a sample inbox, blank workbooks): it must not exist or be empty.
    ///
    /// # Errors
    /// If `target` holds anything, be it ours, or cannot be written to.
    pub fn begin_new(target: &Path) -> Result<Self, DeliverError> {
        if fs::read_dir(target).is_ok_and(|mut entries| entries.next().is_some()) {
            return Err(DeliverError::NotEmpty { path: target.to_owned() });
        }
        Self::begin(target)
    }

    /// Writes one file, `path` relative with `/`. May be called from several threads.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), DeliverError> {
        let full = self.work.path().join(path);
        if let Some(folder) = full.parent() {
            fs::create_dir_all(folder).map_err(io_error("create", folder))?;
        }
        fs::write(&full, bytes).map_err(io_error("write", &self.target.join(path)))?;
        let entry = WrittenFile::of(path, bytes);
        self.written.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(entry);
        Ok(())
    }

    /// Writes the manifest and moves the folder into its place; an earlier output of ours is replaced.
    pub fn commit(self) -> Result<PathBuf, DeliverError> {
        let written = std::mem::take(&mut *self.written.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
        let manifest = Manifest::new(written);
        let text = manifest.text().map_err(|error| io_error("write", &self.target)(error.into()))?;
        fs::write(self.work.path().join(MANIFEST), text).map_err(io_error("write", &self.target))?;
        self.commit_for_keeps()
    }

    /// Moves the folder into its place without a manifest: from then on its files are the user's own.
    pub fn commit_for_keeps(self) -> Result<PathBuf, DeliverError> {
        let Self { target, work, .. } = self;
        // People who fill the folder later need the usual rights, not those of a private temporary folder.
        open_up(work.path());
        check_ours(&target)?; // again: somebody may have put something there meanwhile
        let exists = fs::symlink_metadata(&target).is_ok();
        if !exists {
            fs::rename(work.path(), &target).map_err(io_error("create", &target))?;
            let _moved = work.keep();
            return Ok(target);
        }
        let parent = target.parent().unwrap_or(&target);
        let aside = tempfile::Builder::new()
            .prefix(".tiergap-old-")
            .tempdir_in(parent)
            .map_err(io_error("create a folder in", parent))?;
        let old = aside.path().join("old");
        fs::rename(&target, &old).map_err(io_error("move away", &target))?;
        if let Err(error) = fs::rename(work.path(), &target) {
            // The old review goes back where it was: nothing has happened. If even that fails, it stays aside.
            if let Err(error) = fs::rename(&old, &target) {
                let kept = aside.keep().join("old");
                return Err(DeliverError::Io {
                    doing: "put back the earlier review, which is now in",
                    path: kept,
                    source: error,
                });
            }
            return Err(io_error("create", &target)(error));
        }
        let _moved = work.keep();
        Ok(target)
    }
}

/// The target as a path without links and `..`, so that it means the same before and after folders move. Its parent is
/// created where it is missing.
fn settled(target: &Path) -> Result<PathBuf, DeliverError> {
    if let Ok(real) = target.canonicalize() {
        return if real.parent().is_some() { Ok(real) } else { Err(DeliverError::NotAFolder { path: real }) };
    }
    let absolute = std::path::absolute(target).map_err(io_error("find", target))?;
    let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        return Err(DeliverError::NotAFolder { path: absolute });
    };
    fs::create_dir_all(parent).map_err(io_error("create", parent))?;
    Ok(parent.canonicalize().map_err(io_error("find", parent))?.join(name))
}

#[cfg(unix)]
fn open_up(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    // A folder created beside it has the rights that the user's umask gives.
    let probe = folder.join(".rights");
    if fs::create_dir(&probe).is_ok() {
        if let Ok(rights) = fs::metadata(&probe) {
            let _ = fs::set_permissions(folder, fs::Permissions::from_mode(rights.permissions().mode()));
        }
        let _ = fs::remove_dir(&probe);
    }
}

#[cfg(not(unix))]
fn open_up(_folder: &Path) {}

/// What file managers leave in every folder that they show.
const SYSTEM_FILES: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// Whether everything in a folder is what a manifest of ours says that we wrote.
fn check_ours(target: &Path) -> Result<(), DeliverError> {
    let Ok(metadata) = fs::symlink_metadata(target) else { return Ok(()) };
    if !metadata.is_dir() {
        return Err(DeliverError::NotAFolder { path: target.to_owned() });
    }
    // A manifest that is a pipe or a device would be waited for.
    let manifest = target.join(MANIFEST);
    let plain = fs::symlink_metadata(&manifest).is_ok_and(|m| m.is_file());
    let manifest = plain.then(|| fs::read_to_string(&manifest).ok()).flatten().and_then(|text| Manifest::parse(&text));
    let ours: BTreeMap<String, WrittenFile> =
        manifest.into_iter().flat_map(|m| m.files).map(|file| (file.path.clone(), file)).collect();
    let mut foreign = Vec::new();
    let mut changed = Vec::new();
    for path in files_below(target, target)? {
        let name = path.rsplit('/').next().unwrap_or(&path);
        if let Some(workbook) = name.strip_prefix("~$") {
            return Err(DeliverError::Open { folder: target.to_owned(), file: workbook.to_owned() });
        }
        if SYSTEM_FILES.contains(&name) {
            continue;
        }
        match ours.get(&path) {
            _ if path == MANIFEST && !ours.is_empty() => {}
            None => foreign.push(path),
            Some(file) => {
                let full = target.join(&path);
                if !fs::symlink_metadata(&full).is_ok_and(|m| m.is_file() && m.len() == file.bytes) {
                    changed.push(path);
                    continue;
                }
                let bytes = fs::read(&full).map_err(io_error("read", &full))?;
                if sha256(&bytes) != file.sha256 {
                    changed.push(path);
                }
            }
        }
    }
    let count = foreign.len() + changed.len();
    let (changed, example) = match (foreign.into_iter().next(), changed.into_iter().next()) {
        (Some(path), _) => (false, path),
        (None, Some(path)) => (true, path),
        (None, None) => return Ok(()),
    };
    let more = if count > 1 { format!(" and {} more", count - 1) } else { String::new() };
    Err(DeliverError::NotOurs { folder: target.to_owned(), example, more, changed })
}

/// All files (and links) below a folder, relative with `/`, sorted.
fn files_below(root: &Path, folder: &Path) -> Result<Vec<String>, DeliverError> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(io_error("look into", folder))? {
        let entry = entry.map_err(io_error("look into", folder))?;
        let path = entry.path();
        let kind = entry.file_type().map_err(io_error("look at", &path))?;
        if kind.is_dir() {
            paths.extend(files_below(root, &path)?);
        } else {
            let relative = path.strip_prefix(root).unwrap_or(&path);
            let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            paths.push(parts.join("/"));
        }
    }
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(target: &Path, text: &str) -> Result<PathBuf, DeliverError> {
        let staging = Staging::begin(target)?;
        staging.write("partners/1/report.txt", text.as_bytes())?;
        staging.commit()
    }

    #[test]
    fn a_folder_appears_at_the_end_and_only_then() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("a/review");
        let staging = Staging::begin(&target).unwrap();
        staging.write("x.txt", b"x").unwrap();
        assert!(!target.exists());
        drop(staging);
        assert_eq!(fs::read_dir(home.path().join("a")).unwrap().count(), 0, "nothing is left behind");
        run(&target, "one").unwrap();
        assert_eq!(fs::read_to_string(target.join("partners/1/report.txt")).unwrap(), "one");
        assert!(target.join(MANIFEST).exists());
    }

    #[test]
    fn our_own_output_is_replaced() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("review");
        run(&target, "one").unwrap();
        run(&target, "two").unwrap();
        assert_eq!(fs::read_to_string(target.join("partners/1/report.txt")).unwrap(), "two");
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_others_wrote_or_changed_is_never_touched() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("review");
        run(&target, "one").unwrap();
        fs::write(target.join("partners/1/report.txt"), "corrected by hand").unwrap();
        let error = run(&target, "two").unwrap_err().to_string();
        assert!(error.contains("changed since") && error.contains("partners/1/report.txt"), "{error}");
        assert_eq!(fs::read_to_string(target.join("partners/1/report.txt")).unwrap(), "corrected by hand");

        let strange = home.path().join("documents");
        fs::create_dir(&strange).unwrap();
        fs::write(strange.join("thesis.docx"), "years of work").unwrap();
        let error = run(&strange, "x").unwrap_err().to_string();
        assert!(error.contains("did not write") && error.contains("thesis.docx"), "{error}");
        assert_eq!(fs::read_to_string(strange.join("thesis.docx")).unwrap(), "years of work");

        let file = home.path().join("file");
        fs::write(&file, "x").unwrap();
        assert!(matches!(run(&file, "x"), Err(DeliverError::NotAFolder { .. })));
    }

    #[test]
    fn a_target_that_leads_through_itself_is_the_folder_it_means() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("review");
        run(&target, "one").unwrap();
        run(&target.join("../review"), "two").unwrap();
        assert_eq!(fs::read_to_string(target.join("partners/1/report.txt")).unwrap(), "two");
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_new_folder_never_takes_the_place_of_a_review() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("review");
        run(&target, "one").unwrap();
        assert!(matches!(Staging::begin_new(&target), Err(DeliverError::NotEmpty { .. })));
        assert!(Staging::begin_new(&home.path().join("other")).is_ok());
    }

    #[test]
    fn a_workbook_that_is_open_is_named_and_what_the_system_leaves_is_no_matter() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("review");
        run(&target, "one").unwrap();
        fs::write(target.join("partners/.DS_Store"), "x").unwrap();
        run(&target, "two").unwrap();
        fs::write(target.join("~$portfolio.xlsx"), "x").unwrap();
        let error = run(&target, "three").unwrap_err().to_string();
        assert!(error.starts_with("portfolio.xlsx") && error.contains("close it"), "{error}");
    }

    #[test]
    fn an_empty_folder_may_be_filled() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("empty");
        fs::create_dir(&target).unwrap();
        assert!(run(&target, "one").is_ok());
    }
}
