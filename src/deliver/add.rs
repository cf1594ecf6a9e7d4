//! Adding files to a folder that is somebody's own.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use super::error::{DeliverError, io_error};

/// Writes the files that a folder does not have yet, paths relative with `/`; what is there stays as it is, whatever it
/// is. Returns the paths of those that were written.
///
/// # Errors
/// If the system refuses; files that were written before stay.
pub fn add_missing(folder: &Path, files: &[(&str, &[u8])]) -> Result<Vec<String>, DeliverError> {
    let mut written = Vec::new();
    for (path, bytes) in files {
        let full = folder.join(path);
        if let Some(parent) = full.parent() {
            fs::create_dir_all(parent).map_err(io_error("create", parent))?;
        }
        // Made by us or not at all: nobody's file is written over, not even one that appears at this moment.
        match OpenOptions::new().write(true).create_new(true).open(&full) {
            Ok(mut file) => {
                file.write_all(bytes).map_err(io_error("write", &full))?;
                written.push((*path).to_owned());
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(io_error("create", &full)(error)),
        }
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_stays_and_the_rest_is_added() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("a.txt"), "mine").unwrap();
        let files: [(&str, &[u8]); 2] = [("a.txt", b"yours"), ("b/c.txt", b"new")];
        assert_eq!(add_missing(home.path(), &files).unwrap(), ["b/c.txt"]);
        assert_eq!(fs::read_to_string(home.path().join("a.txt")).unwrap(), "mine");
        assert_eq!(fs::read_to_string(home.path().join("b/c.txt")).unwrap(), "new");
        assert_eq!(add_missing(home.path(), &files).unwrap(), Vec::<String>::new());
        assert!(add_missing(&home.path().join("a.txt"), &files).is_err(), "a file is no folder");
    }
}
