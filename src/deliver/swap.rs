//! Putting a new folder in the place of an old one.

use std::fs;
use std::io;
use std::path::Path;

/// Where the earlier folder is after a swap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Earlier {
    /// Where the new one was: both changed places in one step.
    Exchanged,
    /// Aside: it was moved away first.
    Aside,
}

/// Puts the folder `new` in the place of the folder `target`; the earlier one is then at `new` where the system can
/// exchange two folders in one step, else at `aside`. There a run that is killed between the two steps leaves nothing
/// at `target`, and the next one has to put `aside` back.
///
/// # Errors
/// If the system refuses; `target` is then what it was.
pub(super) fn swap(new: &Path, target: &Path, aside: &Path) -> io::Result<Earlier> {
    match exchange(new, target) {
        Ok(()) => Ok(Earlier::Exchanged),
        // Not every file system can do it, and not every system has it.
        Err(error) if cannot_exchange(&error) => in_two_steps(new, target, aside).map(|()| Earlier::Aside),
        Err(error) => Err(error),
    }
}

/// Takes a swap back.
pub(super) fn swap_back(new: &Path, target: &Path, aside: &Path, earlier: Earlier) -> io::Result<()> {
    match earlier {
        Earlier::Exchanged => exchange(new, target),
        Earlier::Aside => fs::rename(target, new).and_then(|()| fs::rename(aside, target)),
    }
}

fn in_two_steps(new: &Path, target: &Path, aside: &Path) -> io::Result<()> {
    fs::rename(target, aside)?;
    fs::rename(new, target).inspect_err(|_| {
        // Nothing has happened then; if even this fails, the next run does it.
        let _ = fs::rename(aside, target);
    })
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn cannot_exchange(error: &io::Error) -> bool {
    // Linux says "invalid argument" where a file system does not know the flag.
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders() -> tempfile::TempDir {
        let home = tempfile::tempdir().unwrap();
        for name in ["new", "target"] {
            fs::create_dir(home.path().join(name)).unwrap();
            fs::write(home.path().join(name).join("file"), name).unwrap();
        }
        home
    }

    fn read(home: &Path, name: &str) -> String {
        fs::read_to_string(home.join(name).join("file")).unwrap_or_default()
    }

    #[test]
    fn two_folders_change_places_and_back() {
        let home = folders();
        let [new, target, aside] = ["new", "target", "aside"].map(|name| home.path().join(name));
        let earlier = swap(&new, &target, &aside).unwrap();
        assert_eq!(read(home.path(), "target"), "new");
        let place = if earlier == Earlier::Exchanged { "new" } else { "aside" };
        assert_eq!(read(home.path(), place), "target");
        swap_back(&new, &target, &aside, earlier).unwrap();
        assert_eq!((read(home.path(), "target").as_str(), read(home.path(), "new").as_str()), ("target", "new"));
    }

    #[test]
    fn in_two_steps_the_earlier_one_is_aside_and_comes_back_where_the_second_step_fails() {
        let home = folders();
        let [new, target, aside] = ["new", "target", "aside"].map(|name| home.path().join(name));
        in_two_steps(&new, &target, &aside).unwrap();
        assert_eq!((read(home.path(), "target").as_str(), read(home.path(), "aside").as_str()), ("new", "target"));
        swap_back(&new, &target, &aside, Earlier::Aside).unwrap();
        assert_eq!((read(home.path(), "target").as_str(), read(home.path(), "new").as_str()), ("target", "new"));
        assert!(in_two_steps(&home.path().join("missing"), &target, &aside).is_err());
        assert_eq!(read(home.path(), "target"), "target");
    }
}
