//! The folder beside an output folder in which a run makes it: `.NAME.tiergap-work`.
//!
//! It holds `run.lock`, a file that is locked for the life of the run and lists the files that the run writes, line by
//! line and each before it is written; `new/`, the folder in the making; and `old/`, the earlier output, only while it
//! is replaced and only where two folders cannot change places in one step. The system frees the lock when a run dies,
//! in whatever way. So the next run can tell what is left over from what is in use, and its own from what is not.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::error::{DeliverError, io_error, move_error};
use super::manifest::MANIFEST;
use super::ours::{files_below, is_system_file, is_unchanged, listed, refuse};
use crate::digest::sha256;

const LOCK: &str = "run.lock";
const NEW: &str = "new";
const OLD: &str = "old";

/// The first line of the lock file: by it a folder is known as ours.
const MARK: &str = "tiergap.work.v1\n";
/// Bytes of the lock file at most.
const LOCK_BYTES: u64 = 256 << 20;

/// What the names of such folders end in.
const ENDING: &str = ".tiergap-work";

/// Attempts to lock a folder that another run keeps taking away at the same moment.
const ATTEMPTS: usize = 50;

/// Whether a file name is that of a folder in which a run works.
pub fn is_workplace(name: &str) -> bool {
    name.starts_with('.') && name.trim_end_matches('/').ends_with(ENDING)
}

/// The folder of this run.
#[derive(Debug)]
pub(super) struct Workplace {
    place: PathBuf,
    journal: Mutex<Journal>,
}

#[derive(Debug)]
struct Journal {
    /// Locked for as long as it is open.
    file: File,
    listed: BTreeSet<String>,
}

impl Workplace {
    /// Takes the folder beside `target`, and puts right what a run that was killed left there.
    ///
    /// # Errors
    /// If another run holds it, if it holds what we did not write, or if the system refuses.
    pub(super) fn take(target: &Path) -> Result<Self, DeliverError> {
        let place = place_for(target);
        let parent = target.parent().unwrap_or(target);
        for _ in 0..ATTEMPTS {
            let made = match private_folder(&place) {
                Ok(()) => true,
                Err(error) if error.kind() == ErrorKind::AlreadyExists => false,
                Err(error) => return Err(io_error("create a folder in", parent)(error)),
            };
            let lock = match open_lock(&place) {
                Ok(Some(lock)) => lock,
                // The run before us took its folder away at this moment.
                Ok(None) => continue,
                Err(error) => {
                    if made {
                        let _ = fs::remove_dir(&place);
                    }
                    return Err(error);
                }
            };
            match lock.file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(DeliverError::Busy { path: target.to_owned() }),
                // Some network drives cannot lock: then nobody but the maker of the folder may go on.
                Err(TryLockError::Error(_)) if made && lock.new => {}
                Err(TryLockError::Error(_)) => return Err(DeliverError::Unclear { place }),
            }
            if !is_at(&lock.file, &place.join(LOCK)) {
                continue;
            }
            return Self::put_right(place, lock, target);
        }
        Err(DeliverError::Busy { path: target.to_owned() })
    }

    /// With the lock held: nobody else works here, and whoever did is dead.
    fn put_right(place: PathBuf, lock: Lock, target: &Path) -> Result<Self, DeliverError> {
        let Lock { mut file, new } = lock;
        let mut text = String::new();
        if !new {
            let read = (&file).take(LOCK_BYTES).read_to_string(&mut text);
            let known = read.is_ok() && (text.starts_with(MARK) || MARK.starts_with(&text));
            if !known {
                return Err(DeliverError::foreign(&place, LOCK));
            }
        }
        let marked = text.starts_with(MARK);
        for entry in fs::read_dir(&place).map_err(io_error("look into", &place))? {
            let name = entry.map_err(io_error("look into", &place))?.file_name().to_string_lossy().into_owned();
            let known = name == LOCK || (marked && (name == NEW || name == OLD)) || is_system_file(&name);
            if !known {
                if new {
                    let _ = fs::remove_file(place.join(LOCK));
                }
                return Err(DeliverError::foreign(&place, &name));
            }
        }
        let old = place.join(OLD);
        if is_folder(&old) && fs::symlink_metadata(target).is_err() {
            fs::rename(&old, target).map_err(move_error("put back the earlier", target))?;
        }
        let left: BTreeSet<String> = text.lines().skip(1).map(str::to_owned).collect();
        clear(&old, &left)?;
        clear(&place.join(NEW), &left)?;
        let mut begin = || {
            file.set_len(0)?;
            file.rewind()?;
            file.write_all(MARK.as_bytes())
        };
        let begun = begin();
        let workplace = Self { place, journal: Mutex::new(Journal { file, listed: BTreeSet::new() }) };
        let begun = begun.and_then(|()| fs::create_dir(workplace.new_folder()));
        if let Err(error) = begun {
            let error = io_error("write", &workplace.place)(error);
            workplace.leave();
            return Err(error);
        }
        Ok(workplace)
    }

    /// The folder in the making.
    pub(super) fn new_folder(&self) -> PathBuf {
        self.place.join(NEW)
    }

    /// Where the earlier output is for the moment in which it is replaced, if it has to be moved away first.
    pub(super) fn old_folder(&self) -> PathBuf {
        self.place.join(OLD)
    }

    /// Writes one file of the folder in the making, `path` relative with `/`.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        fs::write(self.room_for(path)?, bytes)
    }

    /// Makes a file of the folder in the making, to be filled piece by piece.
    pub(super) fn create(&self, path: &str) -> io::Result<fs::File> {
        fs::File::create(self.room_for(path)?)
    }

    /// Puts a file that is elsewhere into the folder in the making; a copy of it where the system has no second name
    /// for a file.
    pub(super) fn link(&self, path: &str, from: &Path) -> io::Result<()> {
        let full = self.room_for(path)?;
        fs::hard_link(from, &full).or_else(|_| fs::copy(from, &full).map(drop))
    }

    /// Lists a file that is about to be written, and makes its folder.
    fn room_for(&self, path: &str) -> io::Result<PathBuf> {
        {
            let mut journal = self.journal.lock().unwrap_or_else(PoisonError::into_inner);
            journal.file.write_all(format!("{path}\n").as_bytes())?;
            journal.listed.insert(path.to_owned());
        }
        let full = self.new_folder().join(path);
        if let Some(folder) = full.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(full)
    }

    /// Removes what we wrote here, and the folder with it. What others put here stays, for the next run to tell.
    pub(super) fn leave(self) {
        let Self { place, journal } = self;
        let Journal { file, listed } = journal.into_inner().unwrap_or_else(PoisonError::into_inner);
        let old = clear(&place.join(OLD), &listed);
        let new = clear(&place.join(NEW), &listed);
        if old.is_ok() && new.is_ok() {
            for entry in fs::read_dir(&place).into_iter().flatten().flatten() {
                if is_system_file(&entry.file_name().to_string_lossy()) {
                    let _ = fs::remove_file(entry.path());
                }
            }
            // While it is still locked: whoever opens it now sees that it is gone, and begins anew.
            let _ = fs::remove_file(place.join(LOCK));
        }
        drop(file);
        let _ = fs::remove_dir(&place);
    }
}

/// Removes a folder that is known to hold nothing but what we wrote, its manifest last: a run that is killed meanwhile
/// leaves a rest that is still known as ours.
pub(super) fn remove_known(folder: &Path) -> Result<(), DeliverError> {
    for path in files_below(folder)?.iter().filter(|path| *path != MANIFEST) {
        let full = folder.join(path);
        fs::remove_file(&full).map_err(io_error("remove", &full))?;
    }
    fs::remove_dir_all(folder).map_err(io_error("remove", folder))
}

/// Removes what is ours in a folder that a run left: with a manifest, what is as it says; else what the run listed.
fn clear(folder: &Path, listed_by_run: &BTreeSet<String>) -> Result<(), DeliverError> {
    if !is_folder(folder) {
        return Ok(());
    }
    let manifest = listed(folder);
    let mut foreign = Vec::new();
    let mut changed = Vec::new();
    for path in files_below(folder)? {
        let ours = match &manifest {
            Some(_) if path == MANIFEST => continue,
            Some(manifest) => match manifest.get(&path) {
                Some(file) if is_unchanged(folder, file)? => true,
                Some(_) => {
                    changed.push(path);
                    continue;
                }
                None => is_system_file(&path),
            },
            None => listed_by_run.contains(&path) || is_system_file(&path),
        };
        if ours {
            let full = folder.join(&path);
            fs::remove_file(&full).map_err(io_error("remove", &full))?;
        } else {
            foreign.push(path);
        }
    }
    refuse(folder, foreign, changed)?;
    fs::remove_dir_all(folder).map_err(io_error("remove", folder))
}

/// `.NAME.tiergap-work` beside the target; a checksum for a name that would get too long.
fn place_for(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default();
    let mut place = OsString::from(".");
    if name.len() <= 200 {
        place.push(name);
    } else {
        place.push(sha256(name.as_encoded_bytes()).get(..32).unwrap_or_default());
    }
    place.push(ENDING);
    target.with_file_name(place)
}

struct Lock {
    file: File,
    /// Whether we made it.
    new: bool,
}

/// Opens or makes the lock file; `None` if the folder is gone.
fn open_lock(place: &Path) -> Result<Option<Lock>, DeliverError> {
    let path = place.join(LOCK);
    if !is_folder(place) {
        return match fs::symlink_metadata(place) {
            Ok(_) => Err(DeliverError::NotAFolder { path: place.to_owned() }),
            Err(_) => Ok(None),
        };
    }
    let open = |new: bool| OpenOptions::new().read(true).write(true).create_new(new).open(&path);
    let lock = match open(true) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            if fs::symlink_metadata(&path).is_ok_and(|lock| !lock.is_file()) {
                return Err(DeliverError::foreign(place, LOCK));
            }
            open(false).map(|file| Lock { file, new: false })
        }
        made => made.map(|file| Lock { file, new: true }),
    };
    match lock {
        Ok(lock) => Ok(Some(lock)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(io_error("create a file in", place)(error)),
    }
}

/// Whether an open file is still the one that a path names.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(file), Ok(path)) => file.dev() == path.dev() && file.ino() == path.ino(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_at(_file: &File, path: &Path) -> bool {
    path.exists()
}

fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

/// A folder that nobody else can look into while the reports in it are not yet where they belong.
#[cfg(unix)]
fn private_folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(path)
}

#[cfg(not(unix))]
fn private_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)
}
