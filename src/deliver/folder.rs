//! A new folder is filled beside the old one and takes its place at the end.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock, Weak};

use super::error::{DeliverError, io_error, move_error};
use super::manifest::{MANIFEST, Manifest, Origin, WrittenFile};
use super::ours::check_ours;
use super::stream::Stream;
use super::swap::{Earlier, swap, swap_back};
use super::workplace::{Workplace, remove_known};

/// An output folder in the making. Dropped without [`Staging::commit`], it leaves nothing behind.
#[derive(Debug)]
pub struct Staging {
    target: PathBuf,
    /// Folders above the target that had to be made for it, the upper ones first.
    above: Vec<PathBuf>,
    /// `None` once the folder is in its place or given up.
    work: Arc<RwLock<Option<Workplace>>>,
    written: Mutex<Vec<WrittenFile>>,
    origin: Mutex<Option<Origin>>,
}

/// The folders in the making, for whoever ends the program.
static ACTIVE: Mutex<Vec<Weak<RwLock<Option<Workplace>>>>> = Mutex::new(Vec::new());

/// Gives up every output folder in the making, for a program that has to end now; whether there was any. One that is
/// being moved into its place is waited for.
pub fn abandon() -> bool {
    let active = std::mem::take(&mut *ACTIVE.lock().unwrap_or_else(PoisonError::into_inner));
    let mut any = false;
    for work in active.iter().filter_map(Weak::upgrade) {
        if let Some(workplace) = work.write().unwrap_or_else(PoisonError::into_inner).take() {
            workplace.leave();
            any = true;
        }
    }
    any
}

impl Staging {
    /// Starts an output folder that will be at `target`. What a killed run left of its own beside it is put right.
    ///
    /// # Errors
    /// If `target` exists and holds anything that the tool did not write, if another run is writing it, or if it cannot
    /// be written to.
    pub fn begin(target: &Path) -> Result<Self, DeliverError> {
        let (target, above) = settled(target)?;
        let begun = Workplace::take(&target).and_then(|work| match check_ours(&target) {
            Ok(()) => Ok(work),
            Err(error) => {
                work.leave();
                Err(error)
            }
        });
        let work = match begun {
            Ok(work) => Arc::new(RwLock::new(Some(work))),
            Err(error) => {
                unmake(&above);
                return Err(error);
            }
        };
        ACTIVE.lock().unwrap_or_else(PoisonError::into_inner).push(Arc::downgrade(&work));
        Ok(Self { target, above, work, written: Mutex::new(Vec::new()), origin: Mutex::new(None) })
    }

    /// Starts a folder that will be the user's own (a sample inbox, blank workbooks): it must not exist or be empty.
    ///
    /// # Errors
    /// If `target` holds anything, be it ours, or cannot be written to.
    pub fn begin_new(target: &Path) -> Result<Self, DeliverError> {
        let is_filled = || fs::read_dir(target).is_ok_and(|mut entries| entries.next().is_some());
        if is_filled() {
            return Err(DeliverError::NotEmpty { path: target.to_owned() });
        }
        let staging = Self::begin(target)?;
        // What a killed run had moved away may be back.
        if is_filled() { Err(DeliverError::NotEmpty { path: target.to_owned() }) } else { Ok(staging) }
    }

    /// Writes one file, `path` relative with `/`. May be called from several threads.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), DeliverError> {
        self.in_work(|work| work.write(path, bytes).map_err(io_error("write", &self.target.join(path))))?;
        let entry = WrittenFile::of(path, bytes);
        self.written.lock().unwrap_or_else(PoisonError::into_inner).push(entry);
        Ok(())
    }

    /// Writes one file as `fill` gives it, `path` relative with `/`. May be called from several threads.
    ///
    /// # Errors
    /// What `fill` tells, or what the system tells of the file if that is why.
    pub fn stream<E: From<DeliverError>>(
        &self,
        path: &str,
        fill: impl FnOnce(&mut Stream) -> Result<(), E>,
    ) -> Result<(), E> {
        let full = self.target.join(path);
        let create = |work: &Workplace| work.create(path).map_err(io_error("write", &full));
        // Whoever wants to end the program does not wait for what may take long.
        let mut stream = Stream::new(self.in_work(create)?);
        let filled = fill(&mut stream);
        let entry = stream.done(path).map_err(io_error("write", &full))?;
        filled?;
        self.in_work(|_| Ok(()))?;
        self.written.lock().unwrap_or_else(PoisonError::into_inner).push(entry);
        Ok(())
    }

    /// A file that was written, as it stands in the folder in the making.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, DeliverError> {
        self.in_work(|work| fs::read(work.new_folder().join(path)).map_err(io_error("read", &self.target.join(path))))
    }

    /// Does something in the folder in the making, unless it was given up.
    fn in_work<T>(&self, doing: impl FnOnce(&Workplace) -> Result<T, DeliverError>) -> Result<T, DeliverError> {
        let work = self.work.read().unwrap_or_else(PoisonError::into_inner);
        doing(work.as_ref().ok_or(DeliverError::Interrupted)?)
    }

    /// Takes a file of another folder of ours as it is, without reading it: the file that `entry` describes is the same
    /// file there and here, or a copy where that cannot be.
    pub fn keep(&self, from: &Path, entry: &WrittenFile) -> Result<(), DeliverError> {
        self.in_work(|work| {
            work.link(&entry.path, &from.join(&entry.path)).map_err(io_error("write", &self.target.join(&entry.path)))
        })?;
        self.written.lock().unwrap_or_else(PoisonError::into_inner).push(entry.clone());
        Ok(())
    }

    /// Says what the folder is made of, for its manifest.
    pub fn describe(&self, origin: Origin) {
        *self.origin.lock().unwrap_or_else(PoisonError::into_inner) = Some(origin);
    }

    /// Where the folder will be.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Writes the manifest and moves the folder into its place; an earlier output of ours is replaced.
    pub fn commit(self) -> Result<PathBuf, DeliverError> {
        let written = std::mem::take(&mut *self.written.lock().unwrap_or_else(PoisonError::into_inner));
        let origin = self.origin.lock().unwrap_or_else(PoisonError::into_inner).take();
        let manifest = Manifest::new(written, origin);
        let text = manifest.text().map_err(|error| io_error("write", &self.target)(error.into()))?;
        self.write(MANIFEST, text.as_bytes())?;
        self.commit_for_keeps()
    }

    /// Moves the folder into its place without a manifest: from then on its files are the user's own.
    pub fn commit_for_keeps(mut self) -> Result<PathBuf, DeliverError> {
        // Held to the end: whoever wants to end the program meanwhile waits for the folder to be in its place.
        let mut work = self.work.write().unwrap_or_else(PoisonError::into_inner);
        let workplace = work.as_ref().ok_or(DeliverError::Interrupted)?;
        put_in_place(workplace, &self.target)?;
        if let Some(workplace) = work.take() {
            workplace.leave();
        }
        drop(work);
        self.above.clear();
        Ok(std::mem::take(&mut self.target))
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if let Some(workplace) = self.work.write().unwrap_or_else(PoisonError::into_inner).take() {
            workplace.leave();
        }
        unmake(&self.above);
    }
}

/// Moves the finished folder to `target`; what was there before is gone afterwards, or back where the move fails.
fn put_in_place(workplace: &Workplace, target: &Path) -> Result<(), DeliverError> {
    check_ours(target)?; // again: somebody may have put something there meanwhile
    let new = workplace.new_folder();
    // The names in the new folder are on the disk before it takes the place of anything, and its own name soon after.
    sync(&new.join(MANIFEST));
    sync(&new);
    let placed = replace(workplace, &new, target);
    target.parent().into_iter().for_each(sync);
    placed
}

/// Puts what was written to a file or folder on the disk. Some systems cannot, for folders; then it is as safe as they
/// make it, and `verify` tells what a failing machine lost.
fn sync(path: &Path) {
    let _ = fs::File::open(path).and_then(|open| open.sync_all());
}

/// Moves the new folder to `target`.
fn replace(workplace: &Workplace, new: &Path, target: &Path) -> Result<(), DeliverError> {
    let Ok(earlier) = fs::symlink_metadata(target) else {
        return fs::rename(new, target).map_err(move_error("create", target));
    };
    // Who shut a folder to others finds it shut.
    #[cfg(unix)]
    fs::set_permissions(new, earlier.permissions()).map_err(io_error("write", target))?;
    #[cfg(not(unix))]
    drop(earlier);
    let aside = workplace.old_folder();
    let place = swap(new, target, &aside).map_err(move_error("replace", target))?;
    let earlier = if place == Earlier::Exchanged { new } else { &aside };
    // Something may have come into it at the last moment; then it is where it was, and nothing has happened.
    if let Err(error) = check_ours(earlier) {
        swap_back(new, target, &aside, place).map_err(move_error("put back the earlier", target))?;
        return Err(match error {
            DeliverError::NotOurs { example, more, changed, .. } => {
                DeliverError::NotOurs { folder: target.to_owned(), example, more, changed }
            }
            DeliverError::Open { file, .. } => DeliverError::Open { folder: target.to_owned(), file },
            other => other,
        });
    }
    // The new folder is whole and in its place; a rest of the old one is the next run's to remove.
    let _ = remove_known(earlier);
    Ok(())
}

/// The target as a path without links and `..`, so that it means the same before and after folders move. Its parents
/// are made where they are missing, and told.
fn settled(target: &Path) -> Result<(PathBuf, Vec<PathBuf>), DeliverError> {
    if let Ok(real) = target.canonicalize() {
        return match real.parent() {
            Some(_) if real.is_dir() => Ok((real, Vec::new())),
            Some(_) => Err(DeliverError::NotAFolder { path: target.to_owned() }),
            None => Err(DeliverError::Mounted { path: real }),
        };
    }
    if fs::symlink_metadata(target).is_ok_and(|found| found.is_symlink()) {
        return Err(DeliverError::Dangling { path: target.to_owned() });
    }
    let absolute = std::path::absolute(target).map_err(io_error("find", target))?;
    let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        return Err(DeliverError::NotAFolder { path: absolute });
    };
    let mut above: Vec<PathBuf> =
        parent.ancestors().take_while(|folder| !folder.exists()).map(Path::to_path_buf).collect();
    above.reverse();
    let real = fs::create_dir_all(parent).map_err(io_error("create", parent)).and_then(|()| {
        let parent = parent.canonicalize().map_err(io_error("find", parent))?;
        Ok(parent.join(name))
    });
    match real {
        Ok(real) => Ok((real, above)),
        Err(error) => {
            unmake(&above);
            Err(error)
        }
    }
}

/// Removes the folders that were made for a target that did not come to be, as far as they are still empty.
fn unmake(above: &[PathBuf]) {
    for folder in above.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
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
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0, "nothing is left behind");
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
    fn a_lock_in_a_folder_of_others_says_nothing_of_our_workbooks() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("documents");
        fs::create_dir(&target).unwrap();
        fs::write(target.join("~$budget.xlsx"), "x").unwrap();
        fs::write(target.join("budget.xlsx"), "x").unwrap();
        let error = run(&target, "one").unwrap_err().to_string();
        assert!(error.contains("a file that tiergap did not write: budget.xlsx and 1 more"), "{error}");
    }

    #[test]
    fn an_empty_folder_may_be_filled() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("empty");
        fs::create_dir(&target).unwrap();
        assert!(run(&target, "one").is_ok());
    }
}
